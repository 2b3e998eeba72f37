"""A work with drawn numbers, and how its formulas are written.

Written as text from templates, apart from the judging: nothing of `solver` is imported here.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Made:
    """One work: `wrong` is the index of the first wrong line (None: all right), `slips` the names that are right."""

    kind: str
    problem: str
    lines: tuple[str, ...]
    wrong: int | None = None
    slips: tuple[str, ...] = ()


Draw = random.Random
Maker = Callable[[Draw, str], Iterator[Made]]


def signed(n: int | Fraction) -> str:
    """`+ 3`, `- 3`."""
    return f"+ {n}" if n >= 0 else f"- {-n}"


def times(n: int, x: str = "x") -> str:
    """`x`, `-x`, `3x`."""
    return x if n == 1 else f"-{x}" if n == -1 else f"{n}{x}"


def ratio(a: int, b: int) -> str:
    """a/b in lowest terms."""
    f = Fraction(a, b)
    return str(f)


def solve(language: str, equation: str) -> str:
    """The problem in words."""
    return f"解方程 {equation}" if language == "zh" else f"Solve {equation}"


def both(language: str, english: str, chinese: str) -> str:
    """One of two."""
    return chinese if language == "zh" else english


def nonzero(r: Draw, low: int, high: int, *without: int) -> int:
    """A number that is not zero and none of `without`."""
    return r.choice([n for n in range(low, high + 1) if n and n not in without])
