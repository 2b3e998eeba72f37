"""The ledger of a story: entries (who has, gets, loses or does so many of what), rates, and what an entry has of a thing.

All numbers are nodes of a network of sums and products (`school.english.network`); nothing is computed before a question is asked.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from solver.topics.stories.accounts.values import MONEY, NO_THING, Thing, covers
from solver.topics.stories.accounts.words import GROUPS
from solver.topics.stories.school.english.marks import SCALES, TIME, Marks
from solver.topics.stories.school.english.network import Network, Node
from solver.topics.stories.school.english.words import PEOPLE
from solver.topics.stories.school.working import Unfit
from solver.topics.stories.word_problems.tales.words import FEMININE, MASCULINE

MAX_DEPTH: Final = 5
STEPS: Final = {("week", "day"): 7, ("year", "month"): 12, ("hour", "minute"): 60, ("minute", "second"): 60, ("year", "week"): 52, ("foot", "inch"): 12, ("yard", "foot"): 3, ("pound", "ounce"): 16, ("day", "hour"): 24}  # fmt: skip
NAMED_UNITS: Final = {"cm²", "m²"}


@dataclass(eq=False, slots=True)
class Entry:
    """So many of a thing. `role`: have, gain, lose, do, need, part, time; `asserted`: what came of all before it."""

    node: Node
    who: str
    verb: str
    role: str
    thing: Thing
    when: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    sentence: int = 0
    holds: tuple[tuple[Node, Thing], ...] = ()
    price: Node | None = None
    paid: Node | None = None
    asserted: bool = False
    mirrored: bool = False
    to: str = ""
    open: bool = False
    source: Thing | None = None
    share: bool = False
    compared: bool = False
    that: bool = False


@dataclass(eq=False, slots=True)
class Rate:
    """So many of a thing in one of another; `bulk`: of all of them together."""

    node: Node
    thing: Thing
    per: Thing
    who: str = ""
    verb: str = ""
    when: frozenset[str] = frozenset()
    bulk: bool = False
    sentence: int = 0


@dataclass(slots=True)
class Ledger:
    """Entries and rates, and who is spoken of."""

    marks: Marks
    net: Network = field(default_factory=Network)
    entries: list[Entry] = field(default_factory=list)
    rates: list[Rate] = field(default_factory=list)
    changes: list[tuple[Node, int]] = field(default_factory=list)
    actors: list[str] = field(default_factory=list)
    subject: str = ""
    mentioned: str = ""
    thing: Thing = NO_THING
    sentence: int = 0
    numbers: dict[str, Node] = field(default_factory=dict)
    made: dict[tuple[int, ...], Node] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    touched: set[int] = field(default_factory=set)
    spare: set[str] = field(default_factory=set)

    # -- numbers -----------------------------------------------------------------------------------

    def number(self, letter: str) -> Node:
        """The node of a number of the problem; of "" it is one."""
        if not letter:
            return Node("", value=Fraction(1))
        if letter not in self.numbers:
            node = Node("", value=self.marks.values[letter], letter=letter)
            node.percent = letter in self.marks.percents
            node.part = letter >= "\ue800" and not node.percent
            self.numbers[letter] = node
        return self.numbers[letter]

    def shown(self, thing: Thing) -> str:
        """The unit behind a result."""
        if thing == MONEY:
            currencies = set(self.marks.currencies.values())
            one = next(iter(currencies)) if len(currencies) == 1 else "dollar"
            return {"penny": "pence"}.get(one, one + "s")
        if thing.words == ("size",):
            return Thing(unit=thing.of[0]).many() if thing.of and thing.of[0] else ""
        return "" if thing.words == ("age",) else thing.many()

    def whole(self, thing: Thing) -> bool:
        return bool(thing.words) and thing.words not in (("age",), ("size",), ("time",))

    def node(self, name: str, thing: Thing) -> Node:
        return Node(name, self.shown(thing), whole=self.whole(thing))

    def times(self, a: Node, b: Node, name: str, thing: Thing) -> Node:
        """The product of two; what is one times something is that."""
        for one, other in ((a, b), (b, a)):
            if one.value == 1 and not one.letter and one.by is None:
                return other
        key = (1, *sorted((id(a), id(b))))
        if key not in self.made:
            self.made[key] = self.net.product(self.node(name, thing), a, b)
        return self.made[key]

    def over(self, a: Node, b: Node, name: str, thing: Thing) -> Node:
        """The first divided by the second."""
        if b.value == 1 and not b.letter:
            return a
        key = (2, id(a), id(b))
        if key not in self.made:
            made = self.node(name, thing)
            self.net.product(a, made, b)
            self.made[key] = made
        return self.made[key]

    def plus(self, parts: list[Node], signs: list[int], name: str, thing: Thing) -> Node:
        """A sum; of one part it is that."""
        if not parts:
            raise Unfit
        if len(parts) == 1 and signs[0] > 0:
            return parts[0]
        if all(s < 0 for s in signs) or len(set(map(id, parts))) != len(parts):
            raise Unfit
        key = (3, *(id(p) * s for p, s in zip(parts, signs, strict=True)))
        if key not in self.made:
            self.made[key] = self.net.sum(self.node(name, thing), parts, signs)
        return self.made[key]

    def scaled(self, node: Node, by: Node, sign: int, name: str, thing: Thing) -> Node:
        """A quantity that is a part more (1) or less (-1)."""
        factor = self.net.sum(Node("the factor of the change"), [Node("", value=Fraction(1)), by], [1, sign])
        return self.times(node, factor, name, thing)

    # -- people ------------------------------------------------------------------------------------

    def is_person(self, name: str) -> bool:
        words = name.split()
        return bool(words) and (
            name in ("you", "they")
            or "+" in name
            or words[-1] in self.marks.names
            or words[0] in self.marks.names
            or words[-1] in PEOPLE
            or bool(set(words) & (MASCULINE | FEMININE))
        )

    def who(self, name: str) -> str:
        """Whom a name or a pronoun means; "" for nobody in particular.

        Raises:
            Unfit: it may be several.
        """
        if not name:
            return ""
        if "+" in name:
            return "+".join(sorted(self.who(one) for one in name.split("+")))
        if name in ("he", "she"):
            return self._pronoun(name)
        if name == "it":
            if not self.subject:
                raise Unfit
            return self.subject
        if name in ("they", "you"):
            return name
        if name.startswith("they#"):
            self._so_many(name.removeprefix("they#"))
            return "they"
        for known in self.actors:
            if known == name or known.split()[-1] == name.split()[-1] and (set(known.split()) <= set(name.split()) or set(name.split()) <= set(known.split())):  # fmt: skip
                return known
        if name in GROUPS and sum(self.is_person(a) for a in self.actors) > 1:
            return "they"
        self.actors.append(name)
        return name

    def _so_many(self, letter: str) -> None:
        """ "The 3 of them": as many as were named, which tells nothing new."""
        many = {
            len([a for a in self.actors if self.is_person(a)]),
            len({e.who for e in self.entries if e.who}),
        }
        if self.marks.values[letter] not in many:
            raise Unfit
        self.spare.add(letter)

    def _gender(self, name: str) -> str:
        words = name.split()
        for word in (words[-1], words[0]):
            if word in MASCULINE:
                return "he"
            if word in FEMININE:
                return "she"
        return self.genders.get(name, "")

    def _pronoun(self, pronoun: str) -> str:
        persons = [a for a in self.actors if self.is_person(a)]
        sure = [a for a in persons if self._gender(a) == pronoun]
        if self.subject in sure:
            return self.subject
        if len(sure) == 1:
            return sure[0]
        if sure:
            raise Unfit
        maybe = [a for a in persons if not self._gender(a)]
        if self.subject in maybe:
            self.genders[self.subject] = pronoun
            return self.subject
        if len(maybe) == 1:
            self.genders[maybe[0]] = pronoun
            return maybe[0]
        if maybe:
            raise Unfit
        if self.subject:
            return self.subject  # the farmer, the baker
        self.actors.append(pronoun)
        self.genders[pronoun] = pronoun
        return pronoun

    @staticmethod
    def his(owner: str, who: str) -> bool:
        """Whether what belongs to `owner` is spoken of where it is asked for `who`."""
        if not who or not owner or who in ("they", "you") or owner == "they":
            return True
        return owner == who or "+" in who and owner in who.split("+")

    # -- how much of a thing there is --------------------------------------------------------------

    def measure(self, node: Node, thing: Thing, target: Thing, entry: Entry | None, rates: list[Rate], depth: int = 0) -> Node | None:  # fmt: skip
        """How much of `target` so many of `thing` have; None where nothing says it.

        Raises:
            Unfit: there are two ways.
        """
        if depth == 0 and entry is not None and entry.role == "time":
            found = self._through(node, thing, target, entry, rates, depth)
            if found is not None:
                self.touched.add(id(entry))
            return found
        return self._through(node, thing, target, entry, rates, depth)

    def _through(self, node: Node, thing: Thing, target: Thing, entry: Entry | None, rates: list[Rate], depth: int) -> Node | None:  # fmt: skip
        if covers(target, thing):
            return node
        if depth > MAX_DEPTH:
            return None
        if (same := self._converted(node, thing, target)) is not None:
            return same
        paths: list[Node] = []
        if entry is not None and depth == 0:
            for held, inside in entry.holds:
                made = self._product(held, node, thing, inside)
                found = self.measure(made, inside, target, None, rates, depth + 1)
                paths += [found] if found is not None else []
        for rate in rates if not paths else ():
            if rate.bulk and not (node.value == 1 and not node.letter):
                continue
            count = self._count(node, thing, rate)
            if count is None or rate.thing == rate.per:
                continue
            inside = (
                Thing(thing.of)
                if thing.of and rate.thing.words and thing.of[-1] == rate.thing.head
                else rate.thing
            )
            made = self._product(rate.node, count, rate.per, inside)
            found = self.measure(made, inside, target, None, [r for r in rates if r is not rate], depth + 1)
            paths += [found] if found is not None else []
        if len({id(p) for p in paths}) > 1:
            raise Unfit
        return paths[0] if paths else None

    def backwards(self, node: Node, thing: Thing, target: Thing, rates: list[Rate]) -> Node | None:
        """How many containers so many of a thing fill: 20 bananas at 4 for a cup."""
        paths = []
        for rate in rates:
            if rate.thing == MONEY or rate.per.unit in TIME or rate.bulk:
                continue
            count = (
                node
                if covers(rate.thing, thing) and not thing.unit
                else self._in_other(node, thing, rate.thing)
            )
            if count is None:
                continue
            made = self.over(count, rate.node, f"the {rate.per.many()}", rate.per)
            found = self.measure(made, rate.per, target, None, [r for r in rates if r is not rate])
            paths += [found] if found is not None else []
        if len({id(p) for p in paths}) > 1:
            raise Unfit
        return paths[0] if paths else None

    def _in_other(self, node: Node, thing: Thing, other: Thing) -> Node | None:
        if not thing.unit or not other.unit or not covers(Thing(unit=thing.unit, of=other.of), thing):
            return None
        return node if thing.unit == other.unit else self._converted(node, thing, other)

    def _product(self, each: Node, count: Node, of: Thing, thing: Thing) -> Node:
        what = "the money" if thing == MONEY else f"the number of {thing.many()}"
        many = f"{self.said(count)} {of.many()}".strip()
        return self.times(each, count, f"{what} for {many}", thing)

    @staticmethod
    def said(node: Node) -> str:
        if node.value is None or not node.letter:
            return "the" if node.value is None else ""
        value = node.value
        return str(value.numerator) if value.denominator == 1 else f"{float(value):g}"

    def _count(self, node: Node, thing: Thing, rate: Rate) -> Node | None:
        """How many of those there are that a rate is for."""
        if rate.per.unit and rate.per.unit != "money":
            if (
                not thing.unit
                or rate.per.of
                and thing.of
                and rate.per.of[-1] != thing.of[-1]
                or rate.per.of
                and not thing.of
                and sum(r.per.unit == rate.per.unit for r in self.rates) > 1
            ):
                return None
            return node if thing.unit == rate.per.unit else self._in_unit(node, thing.unit, rate.per.unit)
        return node if rate.per.words and thing.words and covers(rate.per, thing) else None

    def _in_unit(self, node: Node, unit: str, want: str) -> Node | None:
        """A measure in another unit, where people reckon so: days of a week, not hours of a day."""
        for (large, small), number in STEPS.items():
            if (large, small) == ("day", "hour"):
                continue
            if (unit, want) in ((large, small), (small, large)):
                key = (4, id(node), hash(want))
                if key not in self.made:
                    name = f"{self.said(node)} {unit if node.value == 1 else Thing(unit=unit).many()} in {Thing(unit=want).many()}"
                    made = Node(name.strip(), self.shown(Thing(unit=want)))
                    factor = Node("", value=Fraction(number))
                    if unit == large:
                        self.net.product(made, node, factor)
                    else:
                        self.net.product(node, made, factor)
                    self.made[key] = made
                return self.made[key]
        return None

    def _converted(self, node: Node, thing: Thing, target: Thing) -> Node | None:
        if not thing.unit or not target.unit or thing.unit == target.unit:
            return None
        if thing.of and target.of and thing.of[-1] != target.of[-1]:
            return None
        if (made := self._in_unit(node, thing.unit, target.unit)) is not None:
            return made
        if (
            thing.unit not in SCALES
            or target.unit not in SCALES
            or SCALES[thing.unit][0] != SCALES[target.unit][0]
        ):
            return None
        if SCALES[thing.unit][0] in ("time", "calendar"):
            return None
        key = (5, id(node), hash(target.unit))
        if key not in self.made:
            made = Node(f"{self.said(node)} {thing.many()} in {target.many()}".strip(), self.shown(target))
            factor = SCALES[thing.unit][1] / SCALES[target.unit][1]
            if factor >= 1:
                self.net.product(made, node, Node("", value=factor))
            else:
                self.net.product(node, made, Node("", value=1 / factor))
            self.made[key] = made
        return self.made[key]
