"""What a story has told so far: quantities with what they are of, whose, and when; who is meant by a pronoun.

Containers and prices ("24 in each box") are rates: wherever boxes are counted, crayons are too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from solver.topics.stories.school.english.marks import SCALES, Marks
from solver.topics.stories.school.english.network import Network, Node
from solver.topics.stories.school.english.phrases import Noun, Np
from solver.topics.stories.school.english.words import PEOPLE
from solver.topics.stories.school.working import Unfit
from solver.topics.stories.word_problems.tales.words import FEMININE, MASCULINE
from solver.topics.stories.word_problems.wording import pluralised

MONEY = "money"
MAX_THINGS = 60


@dataclass(eq=False)
class Thing:
    """A quantity of something. `role`: state, gain, lose, done, part, rest, need, cost, paid, income, one, attribute, count."""

    node: Node
    unit: str
    noun: Noun
    owner: str
    role: str
    verb: str = ""
    when: frozenset[str] = frozenset()
    desc: str = ""
    made: bool = False  # by a rate
    asserted: bool = False  # "now there are": what came of what happened before
    source: Thing | None = None


@dataclass(eq=False)
class Rate:
    """So many of one thing in each of another; `role` of what it makes, where a verb says so."""

    den: Noun
    den_unit: str
    num: Thing
    role: str = ""
    owner: str = ""
    of: Thing | None = None  # of these alone: 8 rows of 17 chairs
    used: bool = False


def fits(a: Noun, b: Noun) -> bool:
    """Whether two nouns may name the same things: books and picture books; anything and what is not said."""
    if not a.words or not b.words:
        return True
    if a.head == b.head:
        small, large = sorted((a.words[:-1], b.words[:-1]), key=len)
        if not set(small) <= set(large):
            return False
        return not a.of or not b.of or a.of == b.of
    if not b.of and a.of and a.of[-1] == b.head or not a.of and b.of and b.of[-1] == a.head:
        return False
    if {a.head, b.head} & {"person", "people"}:
        return {a.head, b.head} - {"person", "people"} <= PEOPLE
    return {a.head, b.head} in (
        {"child", "pupil"},
        {"student", "pupil"},
        {"sweet", "candy"},
        {"boy", "pupil"} - {"boy"},
    )


@dataclass
class World:
    """The quantities of a story, in the order in which they were told."""

    marks: Marks
    net: Network = field(default_factory=Network)
    things: list[Thing] = field(default_factory=list)
    rates: list[Rate] = field(default_factory=list)
    actors: list[str] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    units: dict[str, str] = field(default_factory=dict)  # of each dimension, the one that is worked in
    nouns: list[Noun] = field(default_factory=list)

    # -- who -------------------------------------------------------------------------------------------

    def who(self, np: Np | None) -> str:
        """The name of an owner; "" for nobody in particular, "they" for all."""
        if np is None:
            return ""
        if np.others:
            return "+".join(sorted(self.who(one) for one in (replace(np, others=()), *np.others)))
        word = np.noun.head
        if np.pronoun:
            return self._pronoun(word)
        name = " ".join(w for w in (*np.noun.words, *np.noun.of))
        if np.owner and np.owner not in ("his", "her", "its", "their", "my", "our"):
            name = f"{np.owner} {name}"
        for known in self.actors:
            if known == name or known.split()[-1] == name or name.split()[-1] == known and not np.owner:
                name = known
                break
        if name not in self.actors:
            self.actors.append(name)
        return name

    def _pronoun(self, word: str) -> str:
        if word in ("they", "them"):
            return "they"
        if word == "it":
            return "it"
        if word in ("we", "i", "you", "us"):
            return word
        gender = MASCULINE if word in ("he", "him", "himself") else FEMININE
        other = FEMININE if gender is MASCULINE else MASCULINE
        persons = [a for a in self.actors if not self._thing(a)]
        sure = [a for a in persons if set(a.split()) & gender and not set(a.split()) & other]
        maybe = [a for a in persons if not set(a.split()) & (gender | other)]
        if len(sure) == 1:
            return sure[0]
        subjects = [s for s in dict.fromkeys(reversed(self.subjects)) if s in (sure or maybe)]
        if len(subjects) == 1:
            return subjects[0]
        if not sure and len(maybe) == 1:
            return maybe[0]
        if not persons:
            self.actors.append(word)
            return word
        raise Unfit

    def _thing(self, name: str) -> bool:
        """Whether an actor is counted or measured somewhere, so that it is no person."""
        words = name.split()
        if set(words) & (MASCULINE | FEMININE) or words[-1] in self.marks.names:
            return False
        return any(t.noun.head == words[-1] for t in self.things) and words[-1] not in PEOPLE

    # -- quantities ------------------------------------------------------------------------------------

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
        kind, scale = SCALES[unit]
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
        made = Node(f"the same in {self.shown(want, Noun())}", self.shown(want, Noun()))
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
        self.things.append(thing)
        for rate in list(self.rates):
            self.apply(rate, thing)
        return thing

    def add_rate(self, rate: Rate) -> None:
        """Register a rate and use it for what was counted before."""
        self.rates.append(rate)
        for thing in list(self.things):
            self.apply(rate, thing)

    def apply(self, rate: Rate, thing: Thing) -> Thing | None:
        """The product of a rate and so many of what it is for."""
        if (
            thing.role in ("one", "part-of", "attribute")
            or thing is rate.num
            or rate.of is not None
            and thing is not rate.of
        ):
            return None
        count = thing.node
        if rate.den_unit:
            if thing.unit not in SCALES or SCALES[thing.unit][0] != SCALES[rate.den_unit][0]:
                return None
            if rate.den.words and thing.noun.words and not fits(rate.den, thing.noun):
                return None
            if thing.unit != rate.den_unit:
                count = self.convert(count, thing.unit, rate.den_unit)
        elif (
            thing.unit
            or not thing.noun.words
            or not fits(rate.den, thing.noun)
            or len(rate.den.words) > len(thing.noun.words)
            and rate.of is None
        ):
            return None
        if rate.num.unit == thing.unit and fits(rate.num.noun, thing.noun) and rate.num.noun.words:
            return None
        rate.used = True
        num = rate.num
        node = Node(self.product_name(rate, thing), num.node.unit, whole=not num.unit)
        self.net.product(node, num.node, count)
        role = rate.role or self._made_role(thing, num.unit)
        made = Thing(
            node,
            num.unit,
            num.noun,
            rate.owner or thing.owner,
            role,
            thing.verb,
            thing.when,
            thing.desc,
            made=True,
            asserted=thing.asserted,
            source=thing,
        )
        return self.add(made)

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

    # -- stocks ----------------------------------------------------------------------------------------

    def stock(self, owner: str, noun: Noun, unit: str) -> tuple[str, list[Thing]]:
        """What belongs together: the states and changes of one owner's things; whose it is."""
        roles = ("state", "gain", "lose", "done", "cost", "income", "paid")
        all_of = [t for t in self.things if t.role in roles and t.unit == unit and fits(t.noun, noun)]
        owners = list(dict.fromkeys(t.owner for t in all_of if t.owner))
        if owner in ("", "it", "they") or owner not in owners:
            if (
                owner not in ("", "it", "they")
                and owners
                and not (len(owners) == 1 and self._place(owners[0], owner))
            ):
                return owner, [t for t in all_of if not t.owner]
            if len(owners) > 1:
                raise Unfit
            return (owners[0] if owners else owner), all_of
        return owner, [t for t in all_of if t.owner in (owner, "")]

    def _place(self, known: str, owner: str) -> bool:
        """Whether things that were told of one owner may be those of another: what is in a library belongs to the school."""
        return not (known in self.marks.names or known.split()[-1] in (MASCULINE | FEMININE | PEOPLE))

    def combine(self, entries: Sequence[Thing], name: str, unit: str) -> Node:
        """What there is after all that happened; a state that is asserted must agree with what led to it."""
        start: Node | None = None
        changes: list[tuple[int, Thing]] = []
        for one in entries:
            if one.role == "state" and not one.asserted:
                if start is not None or changes:
                    raise Unfit
                start = one.node
            elif one.role == "state":
                if start is None:
                    start = Node(f"{name} at first", unit, whole=one.node.whole)
                self.net.sum(one.node, [start, *(t.node for _, t in changes)], [1, *(s for s, _ in changes)])
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
