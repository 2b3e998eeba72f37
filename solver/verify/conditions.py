"""Conditions on one real variable (equations, inequalities, joined by or and and), and where two of them differ.

A condition is decided at every point where something can change and between those points; so equations and inequalities,
with roots, absolute values, logarithms and whatever their domains are, are all compared in the same way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import sympy as sp

from solver.latex import latex
from solver.verify.critical import critical, tidy
from solver.verify.equality import is_real, near, number, shown
from solver.verify.periodic import is_periodic, window_of

_TINY: Final = sp.Float("1e-15")


@dataclass(frozen=True, slots=True)
class Rel:
    """left sign right; sign is one of = != < > <= >=."""

    sign: str
    left: Any
    right: Any

    @property
    def gap(self) -> Any:
        """left − right."""
        return self.left - self.right

    def holds(self, point: Mapping[sp.Symbol, Any]) -> bool:
        """Whether both sides are real at the point and stand so."""
        left, right = number(self.left, point), number(self.right, point)
        if not (is_real(left) and is_real(right)):
            return False
        same = near(left, right)
        if (
            same
            and min(abs(left), abs(right)) > 0
            and max(abs(left), abs(right)) < _TINY
            and _decays(self.gap)
        ):
            same = bool(
                abs(left - right) < sp.Float("1e-12") * abs(left)
            )  # 3ˣ and 2ˣ far on the left are not equal
        return {
            "=": same, "!=": not same, "<": not same and left < right, ">": not same and left > right,
            "<=": same or left < right, ">=": same or left > right,
        }[self.sign]  # fmt: skip


def _decays(gap: Any) -> bool:
    """Whether an exponential is in it: very small numbers are then no zeros that were computed."""
    return any(p.exp.free_symbols for p in gap.atoms(sp.Pow, sp.exp))


Case: TypeAlias = tuple[Rel, ...]
Condition: TypeAlias = tuple[Case, ...]
"""Or of ands: () is never true, ((),) always."""


def holds(condition: Condition, point: Mapping[sp.Symbol, Any]) -> bool:
    """Whether a condition is true at a point."""
    return any(all(rel.holds(point) for rel in case) for case in condition)


def letters_of(condition: Condition) -> frozenset[sp.Symbol]:
    """The letters in it."""
    return frozenset().union(*(r.left.free_symbols | r.right.free_symbols for c in condition for r in c))


@dataclass(frozen=True, slots=True)
class Spot:
    """A point, or an open interval between two of them (then `inside` is a place in it; None at an end: unbounded)."""

    value: Any = None
    low: Any = None
    high: Any = None
    inside: Any = None

    @property
    def at(self) -> Any:
        """A number that stands for it."""
        return self.value if self.value is not None else self.inside

    def words(self, x: sp.Symbol) -> str:
        """As LaTeX."""
        name = latex(x)
        if self.value is not None:
            return f"{name} = {shown(self.value)}"
        low = "" if self.low is None else f"{shown(self.low)} < "
        high = "" if self.high is None else f" < {shown(self.high)}"
        if not low and not high:
            return rf"{name} \in \mathbb{{R}}"
        return f"{low}{name}{high}" if high or not low else f"{name} > {shown(self.low)}"


@dataclass(frozen=True, slots=True)
class Table:
    """What two conditions say, spot by spot. `certain`: no place where they could change was overlooked."""

    both: tuple[Spot, ...]
    lost: tuple[Spot, ...]
    gained: tuple[Spot, ...]
    certain: bool

    @property
    def same(self) -> bool:
        """Whether they agree everywhere."""
        return not self.lost and not self.gained


def compared(first: Condition, second: Condition, x: sp.Symbol, *, within: Condition = ((),)) -> Table:
    """Where `first` holds and `second` does not (lost), and the other way round (gained), where `within` holds.

    >>> x = sp.Symbol("x")
    >>> table = compared(((Rel("=", x**2, sp.Integer(9)),),), ((Rel("=", x, sp.Integer(3)),),), x)
    >>> [s.value for s in table.lost], [s.value for s in table.both]
    ([-3], [3])
    """
    spots, certain = cells((first, second, within), x)
    both: list[Spot] = []
    lost: list[Spot] = []
    gained: list[Spot] = []
    for spot in spots:
        point = {x: spot.at}
        if not holds(within, point):
            continue
        one, two = holds(first, point), holds(second, point)
        if one and two:
            both.append(spot)
        elif one:
            lost.append(spot)
        elif two:
            gained.append(spot)
    return Table(tuple(both), tuple(lost), tuple(gained), certain)


def solutions(condition: Condition, x: sp.Symbol) -> tuple[tuple[Spot, ...], bool]:
    """Where it holds, and whether that is certainly all."""
    spots, certain = cells((condition,), x)
    return tuple(s for s in spots if holds(condition, {x: s.at})), certain


def cells(conditions: tuple[Condition, ...], x: sp.Symbol) -> tuple[list[Spot], bool]:
    """The points where one of the conditions may change, and the intervals between them, in order."""
    found: list[Any] = []
    certain = True
    periodic = is_periodic(conditions)
    window = window_of(conditions, x) if periodic else None
    for condition in conditions:
        for case in condition:
            for rel in case:
                some, sure = critical(rel.gap, x, window)
                found += some
                for side in (rel.left, rel.right):
                    if side.has(x) and not side.is_polynomial(x):
                        more, also = critical(side, x, window)
                        found += more
                        sure = sure and also
                certain = certain and sure
    ordered = _ordered(found)
    spots: list[Spot] = []
    for i, value in enumerate(ordered):
        low = ordered[i - 1] if i else None
        if not (periodic and low is None):
            spots.append(Spot(low=low, high=value, inside=_between(low, value)))
        spots.append(Spot(value=value))
    if not (periodic and ordered):
        spots.append(
            Spot(
                low=ordered[-1] if ordered else None, inside=_between(ordered[-1] if ordered else None, None)
            )
        )
    return spots, certain


def _ordered(values: list[Any]) -> list[Any]:
    """Different real values from small to large, exact ones rather than computed ones."""
    exact = [(n, v) for v in values if is_real(n := number(v))]
    exact.sort(key=lambda pair: (pair[0], isinstance(pair[1], sp.Float)))
    found: list[tuple[Any, Any]] = []
    for n, v in exact:
        if found and near(found[-1][0], n):
            if isinstance(found[-1][1], sp.Float) and not isinstance(v, sp.Float):
                found[-1] = (n, v)
            continue
        found.append((n, v))
    return [tidy(v) for _, v in found]


def _between(low: Any, high: Any) -> Any:
    """A simple number strictly between two."""
    if low is None and high is None:
        return sp.Integer(1)
    if low is None:
        return sp.Integer(sp.floor(number(high))) - 1
    if high is None:
        return sp.Integer(sp.floor(number(low))) + 2
    a, b = number(low), number(high)
    for whole in (sp.Integer(sp.floor(a)) + 1, sp.Integer(sp.floor(a)) + 2):
        if a < whole < b and not near(a, whole) and not near(b, whole):
            return whole
    middle = (a + b) / 2
    for denominator in (2, 3, 4, 5, 7, 10, 100, 1000, 10**6, 10**9):
        near_it = sp.Rational(round(middle * denominator), denominator)
        if a < near_it < b and not near(a, near_it) and not near(b, near_it):
            return near_it
    return middle
