"""Zeros of an expression in an interval, counted on a fine grid: another way than solving the equation."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

import sympy as sp

POINTS_PER_WAVE: Final = 240
SOURCE: Final = (
    "",
    "def size(v):  # of left minus right; infinite where it has no value",
    "    try:",
    "        return abs(f(v))",
    "    except (ValueError, ZeroDivisionError):",
    "        return math.inf",
    "",
    "grid = [low - step + step*(k + 0.37) for k in range(int((high - low)/step) + 4)]",
    "zeros = []",
    "for a, b, c in zip(grid, grid[1:], grid[2:]):",
    "    if size(a) > size(b) < size(c):  # a zero of |f| is one of its lowest points",
    "        for _ in range(90):",
    "            third = (c - a)/3",
    "            a, c = (a, c - third) if size(a + third) < size(c - third) else (a + third, c)",
    "        if size(a) < 1e-9:",
    "            zeros.append(a)",
)
"""A cell's lines: `f`, `low`, `high`, `step` are known; gives `zeros`, also some just outside."""


def step_for(fastest: float) -> float:
    """A step for waves of up to `fastest` times the unknown."""
    return 2 * math.pi / (POINTS_PER_WAVE * max(fastest, 1))


def zeros_between(difference: sp.Expr, x: sp.Symbol, low: float, high: float, step: float) -> list[float]:
    """The zeros from a little below `low` to a little above `high`."""
    f: Callable[[float], float] = sp.lambdify(x, difference, "math")

    def size(v: float) -> float:
        try:
            return abs(f(v))
        except (ValueError, ZeroDivisionError):
            return math.inf

    grid = [low - step + step * (k + 0.37) for k in range(int((high - low) / step) + 4)]
    heights = [size(v) for v in grid]
    found = []
    for i in range(1, len(grid) - 1):
        if heights[i - 1] > heights[i] < heights[i + 1]:
            a, c = grid[i - 1], grid[i + 1]
            for _ in range(90):
                third = (c - a) / 3
                a, c = (a, c - third) if size(a + third) < size(c - third) else (a + third, c)
            if size(a) < 1e-9:
                found.append(a)
    return found
