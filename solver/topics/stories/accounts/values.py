"""What the grammar of accounts reads: things, amounts, and what clauses say of them. All of it can be compared and hashed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from solver.topics.stories.accounts.words import KINDS, LOOSE, SMALL
from solver.topics.stories.word_problems.wording import pluralised


@dataclass(frozen=True, slots=True)
class Thing:
    """What is counted: words in the singular, the head last; what it is of; or a unit ("money", "hour", "pound")."""

    words: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    unit: str = ""

    @property
    def head(self) -> str:
        return self.words[-1] if self.words else self.unit

    def __bool__(self) -> bool:
        return bool(self.words or self.unit)

    def many(self) -> str:
        """The name of several, for a sentence."""
        if self.unit == "money":
            return "money"
        name = " ".join(self.words) or self.unit
        many = (
            name
            if self.unit and (len(name) < 3 or name[-1] in "²³")
            else "feet"
            if name == "foot"
            else "inches"
            if name == "inch"
            else pluralised(name)
        )
        return many + (f" of {' '.join(self.of)}" if self.of else "")


MONEY: Final = Thing(unit="money")
NO_THING: Final = Thing()


def covers(name: Thing, thing: Thing) -> bool:
    """Whether `name` may name things of the sort of `thing`: pens for red pens, animals for dogs."""
    if thing.unit and len(name.words) == 1 and not name.of and thing.of:
        return thing.of[-1] == name.head  # "how much fuel", of gallons of fuel
    if name.unit or thing.unit:
        return name.unit == thing.unit and (not name.of or not thing.of or name.of[-1] == thing.of[-1])
    if not name.words:
        return True
    if not thing.words:
        return False
    if name.head == thing.head:
        return set(name.words) <= set(thing.words) | set(thing.of) and (
            not name.of or (name.of[-1] == thing.of[-1] if thing.of else name.of[-1] in thing.words)
        )
    if thing.head in LOOSE and thing.of:
        return covers(name, Thing(thing.of))
    if name.head in LOOSE and name.of:
        return covers(Thing(name.of), thing)
    return len(name.words) == 1 and thing.head in KINDS.get(name.head, ())


def related(one: Thing, other: Thing) -> bool:
    return covers(one, other) or covers(other, one)


@dataclass(frozen=True, slots=True)
class Ref:
    """What an amount is compared with: a name (who or what), a time, "that" (what was told last)."""

    name: str = ""
    thing: Thing = Thing()
    when: str = ""
    that: bool = False
    to: str = ""
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Mod:
    """What is said behind an amount: price, paid, holds, each, per, for, often (5 days a week: of days, `per` week), repeat, within."""

    kind: str
    letter: str = ""
    thing: Thing = Thing()
    per: Thing = Thing()
    amount: Amount | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    """When, where, "in total"; "none": nothing of weight."""

    kind: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Amount:
    """So many of a thing. `form`: n, m (money), f (a part), more, times, rest, same, some, all.

    `letter`: its number ("" is one); `extra`: of "5 more than twice", the 5; `whole`: what it is a part of (no words: of them).
    """

    form: str
    letter: str = ""
    thing: Thing = Thing()
    sign: int = 0
    extra: str = ""
    ref: Ref | None = None
    whole: Thing | None = None
    mods: tuple[Mod, ...] = ()
    tags: tuple[Tag, ...] = ()
    again: bool = False
    determined: bool = False


@dataclass(frozen=True, slots=True)
class Verb:
    lemma: str
    modal: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """Somebody does something with so many."""

    who: str
    verb: Verb
    objects: tuple[Amount, ...]
    tags: tuple[Tag, ...] = ()
    to: str = ""
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Each:
    """One of a container has (costs, needs, …) so many; `letter`: how many of them there are, where that is told."""

    container: Thing
    verb: Verb
    objects: tuple[Amount, ...]
    letter: str = ""
    who: str = ""
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Price:
    """What a thing costs: one of them, or all."""

    thing: Thing
    amount: Amount
    each: bool
    verb: str = "cost"
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """Something is shared equally among so many."""

    who: str
    thing: Thing
    letter: str
    among: Thing
    plus: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """A price changes: by a part that is taken off (-1) or added (1)."""

    letter: str
    sign: int


@dataclass(frozen=True, slots=True)
class Together:
    """Several have so many in all."""

    who: str
    verb: Verb
    amount: Amount


@dataclass(frozen=True, slots=True)
class Takes:
    """So long for so many: "it takes 10 minutes to wash 4 windows"."""

    time: Amount
    goal: Amount
    who: str = ""


@dataclass(frozen=True, slots=True)
class AgeAt:
    """How old somebody is in so many years (sign 1), or was so many years ago (-1)."""

    who: str
    years: str
    age: str
    sign: int


@dataclass(frozen=True, slots=True)
class Scene:
    """A clause that tells no amount; who it names."""

    who: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question. `kind`: count, left, more (than), needed, cost, earn, profit, change, each, takes, first, old."""

    kind: str
    thing: Thing = Thing()
    who: str = ""
    verb: str = ""
    tags: tuple[Tag, ...] = ()
    mods: tuple[Mod, ...] = ()
    other: str = ""
    other_thing: Thing = Thing()
    goal: Amount | None = None


def words_in(tags: tuple[Tag, ...], kind: str) -> frozenset[str]:
    return frozenset(w for t in tags if t.kind == kind for w in t.text.split() if w not in SMALL)
