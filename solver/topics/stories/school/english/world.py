"""What a story has told so far: quantities with what they are of, whose, and when; who is meant by a pronoun.

Containers and prices ("24 in each box") are rates: wherever boxes are counted, crayons are too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from solver.topics.stories.school.english.marks import SCALES, TIME
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.nouns import Noun, noun_of
from solver.topics.stories.school.english.people import People
from solver.topics.stories.school.english.things import MONEY, Rate, Share, Thing, fits
from solver.topics.stories.school.english.words import PEOPLE
from solver.topics.stories.school.working import Unfit
from solver.topics.stories.word_problems.tales.words import FEMININE, MASCULINE
from solver.topics.stories.word_problems.wording import pluralised

MAX_THINGS = 60
TOGETHER = (
    {"week", "day"},
    {"hour", "minute", "second"},
    {"year", "month"},
)  # a day of work has not 24 hours


@dataclass
class World(People):
    """The quantities of a story, in the order in which they were told."""

    units: dict[str, str] = field(default_factory=dict)  # of each dimension, the one that is worked in
    nouns: list[Noun] = field(default_factory=list)  # those that may be left out, the last one last
    clause: int = 0
    applied: dict[int, list[Rate]] = field(default_factory=dict)
    # Of nodes that a comparison spoke of before they were told.
    placeholders: set[int] = field(default_factory=set)
    shares: list[Share] = field(default_factory=list)
    packing: list[Rate] = field(default_factory=list)  # so many go into one, of how many is asked
    totals: list[Thing] = field(default_factory=list)  # "together they have 48"
    # "A spider has 8 legs": of each one, or of this one alone?
    maybe: list[tuple[Rate, Thing]] = field(default_factory=list)

    def told(self, letter: str, unit: str, noun: Noun) -> Node:
        """The node of a number of the problem."""
        value = self.marks.values[letter]
        node = Node("", self.shown(unit, noun), value, letter)
        node.percent = letter in self.marks.percents
        return node

    def shown(self, unit: str, noun: Noun) -> str:
        """The unit behind a result: "km", "dollars", "pencils"."""
        if unit == MONEY:
            currencies = set(self.marks.currencies.values())
            one = next(iter(currencies)) if currencies else "dollar"
            return {"penny": "pence"}.get(one, one if one in ("yuan", "元", "euro") else one + "s")
        if unit:
            return (
                unit
                if len(unit) < 3 or unit.endswith(("²", "³"))
                else unit + ("es" if unit == "inch" else "s")
            )
        return pluralised(str(noun)) if noun.words else ""

    def in_unit(self, node: Node, unit: str) -> tuple[Node, str]:
        """A measure in the unit that is worked in."""
        if unit not in SCALES:
            return node, unit
        kind, _scale = SCALES[unit]
        want = self.units.setdefault(kind, unit)
        if want == unit:
            return node, unit
        return self.convert(node, unit, want), want

    def convert(self, node: Node, unit: str, want: str) -> Node:
        """The same measure in another unit."""
        if unit == want:
            return node
        (kind, scale), (other, goal) = SCALES[unit], SCALES[want]
        if kind != other:
            raise Unfit
        factor = scale / goal
        made = Node(
            f"{self.number(node.value)} {unit if node.value == 1 else self.shown(unit, Noun())} in {self.shown(want, Noun())}".strip(),
            self.shown(want, Noun()),
        )
        if factor >= 1:
            self.net.product(made, node, Node("", "", factor))
        else:
            self.net.product(node, made, Node("", "", 1 / factor))
        return made

    def add(self, thing: Thing) -> Thing:
        """Register a quantity; what the rates say of it comes with it."""
        if len(self.things) > MAX_THINGS:
            raise Unfit
        if not thing.unit and thing.noun.words:
            thing.node.whole = True
        waiting = [
            t
            for t in self.things
            if t.node.value is None
            and t.node.by is None
            and t.role == thing.role
            and t.owner == thing.owner
            and t.owner
            and t.unit == thing.unit
            and fits(t.noun, thing.noun)
            and t.verb != "some"
        ]
        if (
            len(waiting) == 1
            and thing.role in ("state", "price", "gain", "done")
            and thing.node.letter
            and not thing.asserted
            and id(waiting[0].node) in self.placeholders
        ):
            self.placeholders.discard(id(waiting[0].node))
            waiting[0].node.value, waiting[0].node.letter = thing.node.value, thing.node.letter
            return waiting[0]
        self.things.append(thing)
        thing.clause = self.clause
        for rate in list(self.rates):
            self.apply(rate, thing)
        return thing

    def add_rate(self, rate: Rate) -> None:
        """Register a rate and use it for what was counted before."""
        self.rates.append(rate)
        for thing in list(self.things):
            self.apply(rate, thing)

    def apply(self, rate: Rate, thing: Thing) -> Thing | None:
        """The product of a rate and so many of what it is for; None where it is not for them."""
        if not self._may_apply(rate, thing):
            return None
        count = self._count_for(rate, thing)
        if count is None or _is_told_of(rate, thing):
            return None
        rivals = self.applied.setdefault(id(thing), [])
        if (
            rate.of is None
            and rate.den_unit not in TIME
            and any(r.num.unit == rate.num.unit and fits(r.num.noun, rate.num.noun) for r in rivals)
        ):
            raise Unfit  # the packs of which things?
        rivals.append(rate)
        rate.used = True
        num = rate.num
        node = Node(self.product_name(rate, thing), num.node.unit, whole=not num.unit)
        self.net.product(node, num.node, count)
        made = Thing(
            node,
            num.unit,
            num.noun,
            rate.owner or thing.owner,
            rate.role or self._made_role(thing, num.unit),
            rate.verb or thing.verb,
            thing.when,
            thing.desc,
            made=True,
            asserted=thing.asserted,
            source=thing,
        )
        return self.add(made)

    def _may_apply(self, rate: Rate, thing: Thing) -> bool:
        """Not to what is itself so many in each, to others than those it is told of, to the money of others."""
        if thing.role in ("one", "part-of", "attribute") or thing in (rate.num, rate.but):
            return False
        if rate.of is not None and thing is not rate.of and not self._same_kind(rate, thing):
            return False
        of_others = rate.owner and thing.owner and rate.owner != thing.owner
        return not (of_others and rate.num.unit == MONEY)

    def _count_for(self, rate: Rate, thing: Thing) -> Node | None:
        """How many of those there are which the rate is for, in its unit; None where they are something else."""
        if not rate.den_unit:
            more_exact = len(rate.den.words) > len(thing.noun.words) and rate.of is None
            counted = not thing.unit and thing.noun.words and fits(rate.den, thing.noun)
            return thing.node if counted and not more_exact else None
        if thing.unit not in SCALES or SCALES[thing.unit][0] != SCALES[rate.den_unit][0]:
            return None
        if rate.den.words and thing.noun.words and not fits(rate.den, thing.noun):
            return None
        if thing.unit in TIME and not any({thing.unit, rate.den_unit} <= same for same in TOGETHER):
            return None
        return self.convert(thing.node, thing.unit, rate.den_unit)

    def _same_kind(self, rate: Rate, thing: Thing) -> bool:
        """Whether what was said of some sacks holds of others, told later: it was said of no other sacks."""
        of = rate.of
        if of is None or thing.role != "lose" or thing.clause <= of.clause or rate.num.unit == MONEY:
            return False
        return sum(r.of is not None and fits(r.den, rate.den) for r in self.rates) == 1

    def _made_role(self, thing: Thing, unit: str) -> str:
        if unit == MONEY and thing.unit != MONEY:
            return "income" if thing.verb in ("sell",) else "cost"
        if unit in ("kg", "g", "pound", "ounce", "tonne") or thing.role in (
            "need",
            "lose",
            "gain",
            "state",
            "done",
            "asked",
        ):
            return thing.role
        return "state" if thing.role == "count" else thing.role

    def product_name(self, rate: Rate, thing: Thing) -> str:
        """What a product is."""
        many = f"{thing.node.letter and self.number(thing.node.value)} {self.shown(thing.unit, thing.noun)}".strip()
        if rate.num.unit == MONEY:
            return f"the money for {many}" if many else "the money"
        if rate.num.unit:
            return f"the total for {many} in {rate.num.node.unit}"
        return (
            f"the number of {self.shown('', rate.num.noun)} for {many}"
            if thing.node.letter
            else f"the number of {self.shown('', rate.num.noun)}"
        )

    @staticmethod
    def number(value: Fraction | None) -> str:
        """A number in a sentence."""
        if value is None:
            return ""
        return str(value.numerator) if value.denominator == 1 else f"{float(value):g}"

    def stock(self, owner: str, noun: Noun, unit: str) -> tuple[str, list[Thing]]:
        """What belongs together: the states and changes of one owner's things; whose it is."""
        roles = ("state", "gain", "lose", "done", "cost", "income", "paid")
        ordered = sorted(self.things, key=lambda t: not (t.role == "state" and "first" in t.when))
        all_of = [t for t in ordered if t.role in roles and t.unit == unit and fits(t.noun, noun)]
        owners = list(dict.fromkeys(t.owner for t in all_of if t.owner))
        if owner in ("", "it", "they") or owner not in owners:
            if (
                owner not in ("", "it", "they")
                and owners
                and not (len(owners) == 1 and self._place(owners[0]))
            ):
                return owner, [t for t in all_of if not t.owner]
            if len(owners) > 1:
                having = {t.owner for t in all_of if t.role == "state" and not t.asserted}
                owning = {t.owner for t in all_of if t.role in ("state", "gain", "income")}
                if len(owning) == 1 and not having - owning:
                    return next(iter(owning)), all_of
                if len(having) == 1 and not self._person(next(iter(having))):
                    return next(iter(having)), all_of
                if len(having) < 2 or any(t.owner not in ("they", "") for t in all_of if t.role != "state"):
                    raise Unfit
                return "they", all_of
            return (owners[0] if owners else owner), all_of
        if (
            not self._person(owner)
            and owner in {t.owner for t in all_of if t.role == "state"}
            and len({t.owner for t in all_of if t.role == "state" and t.owner}) == 1
        ):
            return owner, all_of
        return owner, [t for t in all_of if t.owner in (owner, "")]

    def _place(self, known: str) -> bool:
        """Whether things that were told of one owner may be those of another: what is in a library belongs to the school."""
        return not (known in self.marks.names or known.split()[-1] in (MASCULINE | FEMININE | PEOPLE))

    def combine(self, entries: Sequence[Thing], name: str, unit: str) -> Node:
        """What there is after all that happened; a state that is asserted must agree with what led to it."""
        start: Node | None = None
        changes: list[tuple[int, Thing]] = []
        states = [t for t in entries if t.role == "state" and not t.asserted]
        if (
            len(states) > 1
            and (
                len({(t.owner, t.noun) for t in states}) == len(states)
                or len({t.clause for t in states}) == 1
            )
            and entries[: len(states)] == states
        ):
            start = self.net.sum(
                Node("what there is at first altogether", unit, whole=states[0].node.whole),
                [t.node for t in states],
            )
            entries = entries[len(states) :]
        for one in entries:
            if one.role == "state" and not one.asserted:
                if start is not None or changes:
                    raise Unfit
                start = one.node
            elif one.role == "state":
                if start is None and not (one.desc == "left" and changes and changes[0][0] > 0):
                    start = Node(f"{name} at first", unit, whole=one.node.whole)
                told = ([(1, start)] if start is not None else []) + [(s, t.node) for s, t in changes]
                self.net.sum(one.node, [n for _, n in told], [s for s, _ in told])
                start, changes = one.node, []
            else:
                changes.append((1 if one.role in ("gain", "income") else -1, one))
        if start is None and not changes:
            raise Unfit
        if start is None and changes[0][0] < 0:
            raise Unfit
        parts = ([(1, start)] if start is not None else []) + [(s, t.node) for s, t in changes]
        if len(parts) == 1:
            return parts[0][1]
        made = Node(name, unit, whole=all(t.node.whole for _, t in changes))
        return self.net.sum(made, [n for _, n in parts], [s for s, _ in parts])


def _is_told_of(rate: Rate, thing: Thing) -> bool:
    """Whether the things are what the rate makes: pens in a pack of pens; a pack of blue pens has no red ones."""
    made = rate.num.noun
    if rate.num.unit == thing.unit and fits(made, thing.noun) and made.words:
        return True
    return (
        bool(thing.noun.of)
        and bool(made.words)
        and not rate.den.of
        and rate.of is None
        and thing.noun.of[-1] == made.head
        and not fits(noun_of(thing.noun.of), made)
    )
