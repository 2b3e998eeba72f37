"""What the grammar of tales reads: amounts, clauses and questions as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

HE, SHE, THEY, IT, YOU, SAME = "\0he", "\0she", "\0they", "\0it", "you", "\0same"
PRONOUNS = (HE, SHE, THEY, IT, SAME)
MONEY = "$"

ModKind: TypeAlias = Literal["price", "paid", "has", "per", "for", "each", "times", "within"]


@dataclass(frozen=True, slots=True)
class Mod:
    """What is said of an amount behind it.

    "price": one costs so much; "paid": all of them cost so much; "has": each has so many of `item`; "per": in every `item`;
    "for": during so many of `item`; "within": in so many of them altogether; "times": so often in every `item`; "each": each of those who are spoken of.
    """

    kind: ModKind
    number: Fraction = Fraction(1)
    item: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Ref:
    """With what something is compared: what `who` has of `item` (of the same, where that is not said)."""

    who: str = SAME
    item: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Np:
    """An amount of something: a number, or times · what `refs` have + plus, or (`share`) that part of what there is."""

    number: Fraction | None
    item: str = ""
    unit: str = ""
    times: Fraction = Fraction(1)
    plus: Fraction = Fraction(0)
    refs: tuple[Ref, ...] = ()
    share: str = ""  # "all": of all; "rest": of what is left
    mods: tuple[Mod, ...] = ()
    tags: tuple[Tag, ...] = ()
    extra: bool = False  # "3 more"


@dataclass(frozen=True, slots=True)
class Tag:
    """When or where something is."""

    kind: Literal["when", "where", "none", "total"]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """Somebody does something with these amounts."""

    who: str
    verb: str
    objects: tuple[Np, ...]
    tags: tuple[Tag, ...] = ()
    receiver: str = ""
    all_of: tuple[str, ...] = ()  # several do it together


@dataclass(frozen=True, slots=True)
class Rate:
    """One of these has (costs, gives) so many."""

    container: str
    objects: tuple[Np, ...]
    verb: str = "have"
    number: Fraction = Fraction(1)
    who: str = ""


@dataclass(frozen=True, slots=True)
class Split:
    """All of an item is shared equally among so many."""

    number: Fraction
    container: str
    item: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """So many of the whole, or the rest of it (no amount), are something."""

    name: str
    amount: Np | None
    noun: bool = False


@dataclass(frozen=True, slots=True)
class AgeAt:
    """Somebody is so old in (or, negative, before) so many years."""

    who: str
    years: Fraction
    age: Fraction


@dataclass(frozen=True, slots=True)
class GiveEach:
    """Somebody gives so many to each of so many."""

    who: str
    amount: Np
    number: Fraction
    container: str


@dataclass(frozen=True, slots=True)
class SellAll:
    """All that somebody has of an item is sold at so much each."""

    who: str
    item: str
    price: Fraction
    unit: str


@dataclass(frozen=True, slots=True)
class Change:
    """What is paid becomes more or less by a part of it, or by an amount."""

    factor: Fraction
    what: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What tells no quantity; whom it speaks of."""

    words: tuple[str, ...]
    opening: bool = False  # it may only stand before anything is told


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked: how many of an item somebody has, did, has left; in all; more than another one."""

    kind: str
    item: str = ""
    who: str = ""
    verb: str = ""
    tags: tuple[Tag, ...] = ()
    mods: tuple[Mod, ...] = ()
    total: bool = False
    other: str = ""
    other_item: str = ""
    goal: Np | None = None
    years: Fraction = Fraction(0)
