"""The values of a story: quantities, the linear relations between them, wholes and purchases. No reading and no solving."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, NamedTuple, TypeAlias, TypeVar

MONEY_ITEM: Final = "$"
BUNDLE: Final = "bundle"
ONE: Final = Fraction(1)
ORDINALS: Final = ("first", "second", "third", "fourth", "fifth")  # pieces that the problem gives no names


class Phrase(str):
    """A name that is no noun, as the problem writes it: "walk to school"."""


class Unclear(Exception):
    """A clause matched a pattern, but what it says has no place in the story."""


T = TypeVar("T")


def the_only(fitting: Collection[T]) -> T:
    """What "the price" or "each of them" speaks of, where just one thing fits.

    Raises:
        Unclear: nothing fits, or several things do.
    """
    if len(fitting) != 1:
        raise Unclear
    return next(iter(fitting))


class Key(NamedTuple):
    """A quantity: what kind, whose, of what, and after how many changes."""

    kind: str
    owner: str = ""
    item: str = ""
    at: int = 0


Terms: TypeAlias = Mapping[Key, Fraction]
Slot: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Relation:
    """Σ coefficient · quantity = constant. `given`: it carries a number of the problem, which has to be used.

    `after`: quantities that were multiplied into the coefficients, so they are found before.
    """

    terms: Terms
    constant: Fraction
    given: bool = True
    after: tuple[Key, ...] = ()


@dataclass(slots=True)
class Group:
    """A whole and its parts; open until the problem has said that these are all parts."""

    whole: Key
    noun: str
    owner: str
    members: list[Key] = field(default_factory=list)
    closed: bool = False
    shared: bool = False
    by_owner: bool = False
    expected: int | None = None
    loose: bool = False
    implied: bool = False  # a ratio of two parts implies that there are no others
    place: str = ""

    def calls(self, member: Key, name: str) -> bool:
        """Whether `name` means this member: by its name, with or without the noun ("red", "red marbles")."""
        if name in (member.item, member.owner):
            return True
        own = member.owner if self.by_owner else member.item
        nouns = {self.noun, self.noun.rpartition(" ")[2]} - {"", MONEY_ITEM}
        return any(name == f"{own} {noun}" or own == f"{name} {noun}" for noun in nouns)


@dataclass(frozen=True, slots=True)
class Purchase:
    """Something bought at once: how many of what, for an amount of money that is a quantity of its own."""

    owner: str
    lines: tuple[tuple[Fraction, str], ...]
    cost: Key
    planned: bool = False


def alike(slot: Slot | None, named: str, name: str) -> Slot:
    """A slot for `name` like the one that `named` stands for, with which it is compared."""
    if slot is None:
        return ("", name)
    return (slot[0], name) if slot[1] == named else (name, slot[1])
