"""Where a formula has a real value: its conditions, and the set of numbers that satisfy them all.

A condition is that a denominator is not 0, that what stands under an even root is not negative, that a logarithm is taken
of a positive number. Between two neighbouring zeros of the conditions' sides nothing changes, so one number decides there.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import sympy as sp

from solver.formula import to_sympy
from solver.formula.nodes import Binary, Call, Node, children, symbols, walk
from solver.topics.equations.real_sets import between

MAX_ZEROS: Final = 16
MAX_DEGREE: Final = 60


@dataclass(frozen=True, slots=True)
class Condition:
    """`part` `sign` 0, with sign one of != >= >; `inner` conditions must hold before the part has a value."""

    part: Node
    sign: str
    inner: tuple[Condition, ...] = ()

    @property
    def whole(self) -> tuple[Condition, ...]:
        """With all that must hold before it, in order."""
        return (*(c for i in self.inner for c in i.whole), self)


def conditions_of(node: Node, variable: str) -> tuple[Condition, ...] | None:
    """From the inside out; None where a part is not understood."""
    found: list[Condition] = []
    for child in children(node):
        below = conditions_of(child, variable)
        if below is None:
            return None
        found += below
    inner = tuple(found)
    match node:
        case Binary("/", _, bottom) if variable in symbols(bottom):
            found.append(Condition(bottom, "!=", _of(inner, bottom, variable)))
        case Binary("^", base, exponent) if variable in symbols(base) and to_sympy(exponent).is_negative:
            found.append(Condition(base, "!=", _of(inner, base, variable)))
        case Binary("^", base, exponent) if variable in symbols(base) and not to_sympy(exponent).is_positive:
            return None  # x^0
        case Call("sqrt", (under,)) if variable in symbols(under):
            found.append(Condition(under, ">=", _of(inner, under, variable)))
        case Call("root", (under, degree)):
            value = to_sympy(degree)
            if not value.is_Integer or value < 2:
                return None
            if value % 2 == 0 and variable in symbols(under):
                found.append(Condition(under, ">=", _of(inner, under, variable)))
        case Call("log", (argument, *base)):
            if base and (symbols(base[0]) or not _is_base(to_sympy(base[0]))):
                return None
            if variable in symbols(argument):
                found.append(Condition(argument, ">", _of(inner, argument, variable)))
    return tuple(dict.fromkeys(found))


def _of(inner: tuple[Condition, ...], part: Node, variable: str) -> tuple[Condition, ...]:
    """Those of `inner` that come from this part."""
    own = conditions_of(part, variable) or ()
    return tuple(c for c in inner if c in own)


def _is_base(value: sp.Expr) -> bool:
    return bool(value.is_positive and value != 1)


def zeros(expr: sp.Expr, x: sp.Symbol) -> list[sp.Expr] | None:
    """The real zeros in order, exact; None where they are not found as a short list."""
    if not expr.has(x):
        return None if expr == 0 else []
    polynomial = expr.as_poly(x)
    if polynomial is not None and polynomial.gens == (x,) and polynomial.degree() <= MAX_DEGREE:
        polynomial = polynomial.sqf_part()
        if polynomial.degree() > 12 or not all(c.is_number for c in polynomial.all_coeffs()):
            return None
        try:
            found = (
                sp.Poly(polynomial, x).real_roots()
                if all(c.is_Rational for c in polynomial.all_coeffs())
                else sp.solve(expr, x)
            )
        except NotImplementedError:
            return None
        found = list(dict.fromkeys(r for r in found if r.is_real))
    else:
        try:
            solved = sp.solveset(expr, x, sp.S.Reals)
        except (NotImplementedError, ValueError, TypeError):
            return None
        if solved is sp.S.EmptySet:
            return []
        if not isinstance(solved, sp.FiniteSet):
            return None
        found = list(solved)
    if len(found) > MAX_ZEROS or any(
        r.has(sp.CRootOf) or not r.is_real or sp.count_ops(r) > 25 for r in found
    ):
        return None
    return sorted(found, key=lambda r: float(r.evalf(20)))


def holds(conditions: tuple[Condition, ...], x: sp.Symbol, value: sp.Expr) -> bool | None:
    """Whether all of them do; None where that is not decided."""
    for condition in conditions:
        part = sp.S(to_sympy(condition.part, {x.name: value}))
        side = sp.simplify(part) if not part.is_Rational else part
        truth: Any = (
            {"!=": sp.Ne(side, 0), ">=": side >= 0, ">": side > 0}[condition.sign] if side.is_real else None
        )
        if truth not in (True, False):
            return None
        if not truth:
            return False
    return True


def solution_set(conditions: tuple[Condition, ...], variable: str) -> sp.Set | None:
    """The real numbers at which all conditions hold; None where it is not found."""
    x = sp.Symbol(variable, real=True)
    points = critical_points(conditions, variable)
    if points is None:
        return None
    samples = between(points)
    pieces: list[sp.Set] = []
    ends = [-sp.oo, *points, sp.oo]
    for (low, high), sample in zip(pairwise(ends), samples, strict=True):
        inside = holds(conditions, x, sample)
        if inside is None:
            return None
        if inside:
            pieces.append(sp.Interval.open(low, high))
    for point in points:
        at = holds(conditions, x, point)
        if at is None:
            return None
        if at:
            pieces.append(sp.FiniteSet(point))
    return sp.Union(*pieces) if pieces else sp.S.EmptySet


def critical_points(conditions: tuple[Condition, ...], variable: str) -> list[sp.Expr] | None:
    """Where a side of a condition is zero."""
    x = sp.Symbol(variable, real=True)
    points = set[sp.Expr]()
    for condition in conditions:
        if any(
            isinstance(n, Call) and n.name == "root" and to_sympy(n.arguments[1]) % 2
            for n in walk(condition.part)
        ):
            return None  # an odd root of a negative number is not sympy's
        found = zeros(to_sympy(condition.part, {variable: x}), x)
        if found is None:
            return None
        points |= set(found)
    return sorted(points, key=lambda p: float(p.evalf(30)))
