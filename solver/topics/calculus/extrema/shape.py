"""The parts of a function's domain on which one of its derivatives keeps its sign.

Found exactly, and only trusted where many numbers of every part agree; no words here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import mpmath  # type: ignore[import-untyped]
import sympy as sp
from sympy.sets.conditionset import ConditionSet

from solver.topics.functions.function_features.conditions import zeros as zeros_of

MAX_ZEROS: Final = 10
FORMS: Final[dict[str, Callable[[sp.Expr], sp.Expr]]] = {
    "factor({})": sp.factor,
    "factor(expand_trig({}))": lambda f: sp.factor(sp.expand_trig(f)),
    "numer(together({}))": lambda f: sp.numer(sp.together(f)),
    "factor(numer(together({})))": lambda f: sp.factor(sp.numer(sp.together(f))),
}
"""Source of a form of a derivative, and the form: sympy may find the zeros in one and not in another."""


@dataclass(frozen=True, slots=True)
class Part:
    """An open interval, a number in it, and the sign (1 or -1) of the derivative all over it."""

    interval: sp.Interval
    sample: sp.Expr
    sign: int


@dataclass(frozen=True, slots=True)
class Signs:
    """Where the derivative of `order` is 0 (inside the domain), and the parts between; `form` is a key of `FORMS`."""

    order: int
    slope: sp.Expr
    form: str
    zeros: tuple[sp.Expr, ...]
    parts: tuple[Part, ...]

    def change(self, point: sp.Expr) -> tuple[int, int]:
        """The signs left and right of a zero."""
        before = next(p for p in self.parts if p.interval.end == point)
        after = next(p for p in self.parts if p.interval.start == point)
        return before.sign, after.sign

    def turning(self, sign: int) -> tuple[sp.Expr, ...]:
        """The zeros behind which the derivative has this sign, and before which the other."""
        return tuple(z for z in self.zeros if self.change(z) == (-sign, sign))

    def kept(self) -> tuple[sp.Expr, ...]:
        """The zeros at which the sign does not change."""
        return tuple(z for z in self.zeros if len(set(self.change(z))) == 1)

    def intervals(self, sign: int) -> tuple[sp.Interval, ...]:
        """The largest open intervals on which the derivative has the sign, but for single zeros."""
        found: list[sp.Interval] = []
        for part in self.parts:
            if part.sign != sign:
                continue
            if found and found[-1].end == part.interval.start and part.interval.start in self.zeros:
                found[-1] = sp.Interval.open(found[-1].start, part.interval.end)
            else:
                found.append(part.interval)
        return tuple(found)


def signs_of(f: sp.Expr, x: sp.Symbol, domain: sp.Set, order: int) -> Signs | None:
    """None where the zeros are not a short exact list, or a part's sign is in doubt."""
    slope = f.diff((x, order))
    inner = domain.interior
    found = _zeros(slope, x, inner)
    if found is None or _is_broken(slope, x, inner):
        return None
    form, zeros = found
    parts = list[Part]()
    for interval in inner.args if isinstance(inner, sp.Union) else (inner,):
        if not isinstance(interval, sp.Interval):
            return None
        inside = [z for z in zeros if interval.contains(z) == sp.true]
        for low, high in pairwise((interval.start, *inside, interval.end)):
            sign = _sign(slope, x, low, high)
            if sign is None:
                return None
            parts.append(Part(sp.Interval.open(low, high), sample(low, high), sign))
    return Signs(order, slope, form, zeros, tuple(parts))


def _zeros(slope: sp.Expr, x: sp.Symbol, domain: sp.Set) -> tuple[str, tuple[sp.Expr, ...]] | None:
    if not slope.has(x):
        return None if slope == 0 else ("factor({})", ())
    for form, change in FORMS.items():
        try:
            solved = sp.solveset(change(slope), x, domain)
        except (NotImplementedError, ValueError, TypeError, AttributeError):
            continue
        if solved is sp.S.EmptySet:
            return form, ()
        if not isinstance(solved, sp.FiniteSet) or solved.has(ConditionSet) or len(solved) > MAX_ZEROS:
            continue
        if any(z.has(sp.CRootOf, sp.LambertW) or not z.is_real or sp.count_ops(z) > 20 for z in solved):
            continue
        return form, tuple(sorted(solved, key=lambda z: float(z.evalf(20))))
    return None


def _is_broken(slope: sp.Expr, x: sp.Symbol, domain: sp.Set) -> bool:
    """Whether the derivative may fail to exist at a point inside the domain."""
    bottom = sp.denom(sp.together(slope))
    if not bottom.has(x):
        return False
    if bottom.has(sp.sin, sp.cos, sp.tan):
        return True
    found = zeros_of(sp.factor(bottom), x)
    return found is None or any(domain.contains(z) != sp.false for z in found)


def _sign(slope: sp.Expr, x: sp.Symbol, low: sp.Expr, high: sp.Expr) -> int | None:
    """The sign at each of many numbers between; None where they differ."""
    value = sp.lambdify(x, slope, "mpmath")
    signs = set[int]()
    with mpmath.workdps(40):
        for t in numbers_between(low, high):
            try:
                found = value(t)
            except (ValueError, ZeroDivisionError, OverflowError):
                return None
            if not mpmath.isfinite(found) or mpmath.im(found) != 0 or found == 0:
                return None
            signs.add(1 if mpmath.re(found) > 0 else -1)
    return signs.pop() if len(signs) == 1 else None


def numbers_between(low: sp.Expr, high: sp.Expr, count: int = 40) -> list[Any]:
    """`count` numbers between two bounds, which may be infinite."""
    a, b = (mpmath.mpf(str(sp.N(v, 40))) if v.is_finite else None for v in (low, high))
    steps = [mpmath.mpf(k) / (count + 1) for k in range(1, count + 1)]
    if a is not None and b is not None:
        return [a + (b - a) * s for s in steps]
    far = [mpmath.mpf(10) ** (4 * s - 2) for s in steps]  # from near the end to a hundred away
    if a is not None:
        return [a + s for s in far]
    return [b - s for s in far] if b is not None else [*(-s for s in far), *far]


def sample(low: sp.Expr, high: sp.Expr) -> sp.Expr:
    """A simple number between two bounds."""
    if low.is_infinite or high.is_infinite:
        if low.is_infinite and high.is_infinite:
            return sp.S.Zero
        return sp.ceiling(high) - 1 if low.is_infinite else sp.floor(low) + 1
    middle = (low + high) / 2
    if sp.pi in (low + high).atoms(sp.NumberSymbol):
        return middle
    for digits in (1, 2, 4, 8, 16):
        near = sp.Rational(sp.floor(middle * digits), digits)
        if low < near < high:
            return near
    return middle
