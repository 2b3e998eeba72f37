"""Solutions that repeat: a first one and the period; found for sin u = c, cos u = c, tan u = c; united, listed, judged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from math import ceil, floor

import sympy as sp

from solver.topics.equations.trigonometric.ranges import Range


@dataclass(frozen=True, slots=True)
class Family:
    """start + k·period for every integer k."""

    start: sp.Expr
    period: sp.Expr

    def inside(self, told: Range) -> list[sp.Expr]:
        """Its members in a range."""
        first, last = (float((end - self.start) / self.period) for end in (told.low, told.high))
        found = (self.start + k * self.period for k in range(floor(first) - 1, ceil(last) + 2))
        return [value for value in found if told.holds(value)]

    def contains(self, value: sp.Expr) -> bool:
        """Whether a value belongs to it."""
        turns = float((value - self.start) / self.period)
        return abs(turns - round(turns)) < 1e-11


@dataclass(frozen=True, slots=True)
class Angle:
    """m·x + b, with b a multiple of π."""

    m: sp.Rational
    b: sp.Expr

    def at(self, x: sp.Symbol) -> sp.Expr:
        """As an expression."""
        return self.m * x + self.b

    def back(self, family: Family) -> Family:
        """What x is where the angle belongs to `family`."""
        return Family(sp.expand((family.start - self.b) / self.m), family.period / abs(self.m))


def angle_of(argument: sp.Expr, x: sp.Symbol) -> Angle | None:
    """The argument of a function as an angle; None where it is something else."""
    try:
        polynomial = sp.Poly(argument, x)
    except sp.PolynomialError:
        return None
    if polynomial.degree() != 1:
        return None
    m, b = polynomial.all_coeffs()
    turns = b / sp.pi
    good = m.is_Rational and turns.is_Rational and max(abs(m.p), m.q) <= 12 and abs(turns.q) <= 360
    return Angle(m, b) if good and abs(turns) <= 12 else None


def basic(function: str, value: sp.Expr) -> list[Family]:
    """The angles at which sine, cosine or tangent has the value."""
    turn = 2 * sp.pi
    if function == "tan":
        return [Family(sp.atan(value), sp.pi)]
    if abs(value) > 1:
        return []
    if function == "sin":
        start = sp.asin(value)
        if value in (1, -1):
            return [Family(start, turn)]
        return (
            [Family(sp.S.Zero, sp.pi)] if value == 0 else [Family(start, turn), Family(sp.pi - start, turn)]
        )
    start = sp.acos(value)
    if value in (1, -1):
        return [Family(start, turn)]
    return [Family(start, sp.pi)] if value == 0 else [Family(start, turn), Family(-start, turn)]


def united(families: Iterable[Family]) -> list[Family]:
    """The same solutions, each once: halves of a period joined, starts in the first period, in order."""
    found = [_first(family) for family in families]
    joined = True
    while joined:
        joined = False
        found = [
            f
            for i, f in enumerate(found)
            if not any(_within(f, g) and (not _within(g, f) or j < i) for j, g in enumerate(found) if j != i)
        ]
        for f in found:
            half = Family(f.start, f.period / 2)
            rest = [g for g in found if g.period == f.period and _within(g, half)]
            if len(rest) == 2:
                found = [g for g in found if g not in rest] + [_first(half)]
                joined = True
                break
    return sorted(found, key=lambda f: float(f.start))


def _first(family: Family) -> Family:
    turns = floor(float(family.start / family.period) + 1e-11)
    return Family(sp.expand(family.start - turns * family.period), family.period)


def _within(inner: Family, outer: Family) -> bool:
    ratio = inner.period / outer.period
    return bool(ratio.is_Integer) and outer.contains(inner.start)


def listed(families: Iterable[Family], told: Range) -> list[sp.Expr]:
    """The solutions in a range, in order, each once."""
    found: list[sp.Expr] = []
    for value in sorted((v for f in families for v in f.inside(told)), key=float):
        if not found or abs(float(value - found[-1])) > 1e-11:
            found.append(value)
    return found


def common_period(periods: Iterable[sp.Expr]) -> sp.Expr | None:
    """The least number of which all are fractions; None where one is no multiple of π."""
    turns = [p / sp.pi for p in periods]
    if not turns or not all(t.is_Rational and t > 0 for t in turns):
        return None
    top = reduce(sp.ilcm, (t.p for t in turns))
    bottom = reduce(sp.igcd, (t.q for t in turns))
    return sp.Rational(top, bottom) * sp.pi
