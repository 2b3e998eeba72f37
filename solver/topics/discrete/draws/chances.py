"""A draw of several things from a finite collection, the events of it, and how likely they are: exact, nothing is read here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import comb, factorial, prod
from typing import Final, TypeAlias

MAX_DRAWN: Final = 12
MAX_KINDS: Final = 30
MAX_COUNT: Final = 10_000
MAX_CASES: Final = 12
"""More cases than that nobody wants to read one after the other."""


@dataclass(frozen=True, slots=True)
class InOrder:
    """The draws one after the other give these kinds."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bound:
    """How many of the drawn things are of one of the kinds `names`: `low` to `high`."""

    names: tuple[str, ...]
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Counts:
    """All bounds hold; their kinds are disjoint."""

    bounds: tuple[Bound, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """All drawn things are of one kind, or (`different`) no two are."""

    different: bool


Event: TypeAlias = InOrder | Counts | Alike
Hand: TypeAlias = tuple[int, ...]
"""How many things of each group are drawn."""


@dataclass(frozen=True, slots=True)
class Draw:
    """`number` things from a collection of kinds with their counts; `replaced` after each draw or not."""

    kinds: tuple[tuple[str, int], ...]
    number: int
    replaced: bool
    event: Event

    @property
    def total(self) -> int:
        """How many things there are."""
        return sum(count for _, count in self.kinds)

    @property
    def is_sound(self) -> bool:
        """Whether the draw can be made, the event speaks of the collection only, and all is of bearable size."""
        names = [name for name, _ in self.kinds]
        known = dict(self.kinds)
        if not 1 <= len(names) <= MAX_KINDS or len(set(names)) != len(names):
            return False
        if not all(0 < count <= MAX_COUNT for count in known.values()):
            return False
        if not 1 <= self.number <= MAX_DRAWN or not self.replaced and self.number > self.total:
            return False
        match self.event:
            case InOrder(order):
                return len(order) == self.number
            case Counts(bounds):
                mentioned = [name for bound in bounds for name in bound.names]
                possible = all(0 <= b.low <= b.high <= self.number for b in bounds)
                return len(set(mentioned)) == len(mentioned) and possible and bool(bounds)
            case Alike():
                return self.number > 1

    @property
    def groups(self) -> tuple[tuple[str, int], ...]:
        """Kinds as the event tells them apart, and their counts; the name "" is all others together."""
        if not isinstance(self.event, Counts):
            return self.kinds
        known = dict(self.kinds)
        named = [("|".join(b.names), sum(known.get(name, 0) for name in b.names)) for b in self.event.bounds]
        rest = self.total - sum(count for _, count in named)
        return (*named, ("", rest)) if rest else tuple(named)

    def hands(self, *, favourable: bool) -> list[Hand]:
        """What may be drawn in terms of groups, of those that the event allows (or forbids)."""
        return [
            hand
            for hand in _hands(len(self.groups), self.number)
            if self.allows(hand) == favourable
            and all(k == 0 or size > 0 for k, (_, size) in zip(hand, self.groups, strict=True))
        ]

    def allows(self, hand: Hand) -> bool:
        """Whether the event happens with this hand."""
        match self.event:
            case Counts(bounds):
                return all(b.low <= k <= b.high for k, b in zip(hand, bounds, strict=False))
            case Alike(different):
                return max(hand) == (1 if different else self.number)
            case InOrder():
                raise TypeError("an order is no hand")

    def ways(self, hand: Hand) -> int:
        """Choices of things with this hand; with replacement, ordered ones."""
        sizes = [size for _, size in self.groups]
        if not self.replaced:
            return prod(comb(size, k) for size, k in zip(sizes, hand, strict=True))
        orders = factorial(self.number) // prod(map(factorial, hand))
        return int(orders * prod(size**k for size, k in zip(sizes, hand, strict=True)))

    @property
    def all_ways(self) -> int:
        """All choices, counted as `ways` does."""
        return int(self.total**self.number) if self.replaced else comb(self.total, self.number)

    @property
    def factors(self) -> tuple[tuple[int, int], ...]:
        """For an order: (things of the kind that are left, things that are left) draw by draw."""
        assert isinstance(self.event, InOrder)
        known, found = dict(self.kinds), list[tuple[int, int]]()
        for k, name in enumerate(self.event.names):
            gone = 0 if self.replaced else k
            of_kind = 0 if self.replaced else self.event.names[:k].count(name)
            found.append((max(known.get(name, 0) - of_kind, 0), self.total - gone))
        return tuple(found)

    @property
    def probability(self) -> Fraction:
        """The chance of the event."""
        if isinstance(self.event, InOrder):
            return prod((Fraction(a, b) for a, b in self.factors), start=Fraction(1))
        return Fraction(sum(map(self.ways, self.hands(favourable=True))), self.all_ways)

    @property
    def is_explainable(self) -> bool:
        """Whether the cases, or those of the opposite, are few enough to write down."""
        if isinstance(self.event, InOrder):
            return True
        if comb(self.number + len(self.groups) - 1, self.number) > 20_000:
            return False
        return min(len(self.hands(favourable=f)) for f in (True, False)) <= MAX_CASES


def _hands(groups: int, number: int) -> Iterator[Hand]:
    """All ways to write `number` as a sum of `groups` whole numbers, the first as large as can be first."""
    if groups == 1:
        yield (number,)
        return
    for first in range(number, -1, -1):
        for rest in _hands(groups - 1, number - first):
            yield (first, *rest)
