"""Trigonometric conditions: where they are compared, and solutions told with a whole parameter (`x = π/6 + 2kπ`)."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor
from typing import TYPE_CHECKING, Any, Final

import sympy as sp

from solver.verify.equality import is_real, number

if TYPE_CHECKING:
    from solver.verify.conditions import Condition, Rel

WINDOW: Final = 12
"""Conditions with infinitely many solutions are compared between −12 and 12: a whole period of 4π and of all that divide it."""
MOST_CASES: Final = 200
WHOLE: Final = frozenset("knmlNKpq")
"""Letters that stand for any whole number where a problem does not have them."""


def is_periodic(conditions: Iterable[Condition]) -> bool:
    """Whether a trigonometric function is in one of them."""
    return any(r.gap.has(sp.sin, sp.cos, sp.tan, sp.cot) for c in conditions for case in c for r in case)


def window_of(conditions: Iterable[Condition], x: sp.Symbol) -> tuple[float, float]:
    """Between which values periodic conditions are compared: where one of them says that x lies, else `WINDOW`.

    >>> from solver.verify.conditions import Rel
    >>> x = sp.Symbol("x")
    >>> zero = sp.Integer(0)
    >>> window_of([((Rel("=", sp.sin(x), zero), Rel(">=", x, zero), Rel("<=", x, 10 * sp.pi)),)], x)[1] > 31
    True
    """
    lows: list[float] = []
    highs: list[float] = []
    for condition in conditions:
        ranges = [_range(case, x) for case in condition]
        if ranges and all(low is not None and high is not None for low, high in ranges):
            lows += [low for low, _ in ranges if low is not None]
            highs += [high for _, high in ranges if high is not None]
    if not lows:
        return -float(WINDOW), float(WINDOW)
    return min(lows) - 0.25, max(highs) + 0.25


def _range(case: tuple[Rel, ...], x: sp.Symbol) -> tuple[float | None, float | None]:
    low = high = None
    for rel in case:
        for value, sign in (
            (rel.right, rel.sign),
            (rel.left, {"<": ">", ">": "<", "<=": ">=", ">=": "<="}.get(rel.sign, "")),
        ):
            other = rel.left if value is rel.right else rel.right
            if other != x or not is_real(n := number(value)):
                continue
            if sign.startswith(">"):
                low = float(n) if low is None else max(low, float(n))
            elif sign.startswith("<"):
                high = float(n) if high is None else min(high, float(n))
    return low, high


def unfolded(condition: Condition, x: sp.Symbol, window: tuple[float, float]) -> Condition | None:
    """The condition with all values in the window of its whole parameters; None where it has none, or more than one in a relation.

    >>> from solver.verify.conditions import Rel
    >>> x, k = sp.symbols("x k")
    >>> [case[0].right for case in unfolded(((Rel("=", x, 1 + 5 * k),),), x, (-5, 7))]
    [-4, 1, 6]
    """
    found: list[tuple[Rel, ...]] = []
    for case in condition:
        letters = {s for r in case for s in r.gap.free_symbols} - {x}
        if not letters:
            found.append(case)
            continue
        if len(letters) != 1 or next(iter(letters)).name not in WHOLE:
            return None
        k = next(iter(letters))
        steps = _steps(case, x, k, window)
        if steps is None or len(found) + len(steps) > MOST_CASES:
            return None
        found += [tuple(type(r)(r.sign, r.left.subs(k, n), r.right.subs(k, n)) for r in case) for n in steps]
    return tuple(found)


def _steps(case: tuple[Rel, ...], x: sp.Symbol, k: sp.Symbol, window: tuple[float, float]) -> range | None:
    """The whole numbers for which an x of the window is told."""
    bounds: list[tuple[int, int]] = []
    for rel in case:
        gap = sp.expand(rel.gap)
        if not gap.has(k):
            continue
        a, b = gap.coeff(x, 1), gap.coeff(k, 1)
        rest = sp.expand(gap - a * x - b * k)
        if rest.free_symbols or not all(is_real(v) and v != 0 for v in map(number, (a, b))):
            return None
        ends = sorted(float(-(number(rest) + number(a) * sp.Float(w)) / number(b)) for w in window)
        bounds.append((ceil(ends[0] - 1e-9), floor(ends[1] + 1e-9)))
    if not bounds:
        return None
    if all(rel.sign == "=" for rel in case):
        return range(max(low for low, _ in bounds), min(high for _, high in bounds) + 1)
    return range(min(low for low, _ in bounds) - 1, max(high for _, high in bounds) + 2)


def has_no_zero(gap: Any) -> bool:
    """Whether a polynomial in one sine or cosine has no zero between −1 and 1.

    >>> x = sp.Symbol("x")
    >>> has_no_zero(sp.sin(x) - 2), has_no_zero(2 * sp.cos(x) - 1)
    (True, False)
    """
    atoms = gap.atoms(sp.sin, sp.cos)
    if len(atoms) != 1:
        return False
    t = sp.Dummy("t", real=True)
    swapped = gap.xreplace({next(iter(atoms)): t})
    if swapped.free_symbols != {t} or not swapped.is_polynomial(t):
        return False
    return not any(-1 <= r <= 1 for r in sp.Poly(swapped, t).nroots(n=20) if r.is_real)
