"""Which of two curves lies above the other, or farther from the x-axis, between two numbers; found at many places between them."""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.topics.calculus.extrema.shape import numbers_between

X: Final = sp.Symbol("x", real=True)


def signs_of(h: sp.Expr, a: sp.Expr, b: sp.Expr) -> set[int] | None:
    """The signs of a function at many numbers between a and b; None where it has no real value."""
    value, found = sp.lambdify(X, h, "mpmath"), set[int]()
    for t in numbers_between(a, b, 200):
        try:
            at = value(t)
        except (ValueError, ZeroDivisionError):
            return None
        if getattr(at, "imag", 0) != 0:
            return None
        found.add((at > 0) - (at < 0))
    return found


def upper_of(f: sp.Expr, g: sp.Expr, a: sp.Expr, b: sp.Expr) -> sp.Expr | None:
    """The curve that lies above the other one between a and b; None where they cross."""
    signs = signs_of(f - g, a, b)
    return f if signs == {1} else g if signs == {-1} else None


def outer_of(f: sp.Expr, g: sp.Expr, a: sp.Expr, b: sp.Expr) -> sp.Expr | None:
    """The curve farther from the x-axis, where both lie on one side of it."""
    sides = [signs_of(h, a, b) for h in (f, g)]
    if None in sides or not any(all(s is not None and s <= {0, one} for s in sides) for one in (1, -1)):
        return None
    return upper_of(f**2, g**2, a, b) and (f if upper_of(f**2, g**2, a, b) == f**2 else g)
