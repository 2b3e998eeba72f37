"""The rule that listed terms follow, where the terms leave no choice.

Rules: constant differences of some order with one term more than it takes to see them, a constant ratio, every term the
sum of the two before. No text is read here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import comb
from typing import Final

FEWEST: Final = 3
"""No rule is seen in fewer terms."""
HIGH_ORDER: Final = 4
MAX_ORDER: Final = 6
"""Beyond it nobody means differences."""
SURE_SUMS: Final = 5
"""Terms that show the rule of Fibonacci; fewer only make another rule doubtful."""

Known = tuple[tuple[int, Fraction], ...]
"""Positions (from 1 on) and the terms there, in order."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`kind` is differences, ratio or sums; `order` is that of the constant differences.

    `start` are the first terms that fix all others: order + 1 terms, first term and ratio, or the first two terms.
    """

    kind: str
    order: int
    start: tuple[Fraction, ...]

    @property
    def name(self) -> str:
        """What such a sequence is called: arithmetic, geometric, quadratic, cubic; empty for others."""
        if self.kind == "differences":
            return {1: "arithmetic", 2: "quadratic", 3: "cubic"}.get(self.order, "")
        return "geometric" if self.kind == "ratio" else ""

    def term(self, position: int) -> Fraction:
        """The term at `position` ≥ 1.

        >>> Rule("differences", 2, (Fraction(1), Fraction(4), Fraction(9))).term(5)
        Fraction(25, 1)
        """
        match self.kind:
            case "differences":
                firsts = (row[0] for row in differences(self.start))
                return sum((d * comb(position - 1, k) for k, d in enumerate(firsts)), Fraction(0))
            case "ratio":
                return self.start[0] * self.start[1] ** (position - 1)
            case _:
                a, b = self.start
                for _ in range(position - 1):
                    a, b = b, a + b
                return a


def differences(terms: Sequence[Fraction]) -> list[list[Fraction]]:
    """The terms, their differences, the differences of these, …, down to one number.

    >>> [[int(d) for d in row] for row in differences([1, 4, 9])]
    [[1, 4, 9], [3, 5], [2]]
    """
    rows = [list(terms)]
    while len(rows[-1]) > 1:
        rows.append([b - a for a, b in pairwise(rows[-1])])
    return rows


def rule_of(known: Known) -> Rule | None:
    """The only rule that the terms follow; None where there is none, or two that go on differently."""
    if len(known) < FEWEST:
        return None
    candidates = [r for r in (_constant_differences(known), _constant_ratio(known), _sums(known)) if r]
    if not candidates:
        return None
    last = known[-1][0]
    first = candidates[0]
    for other in candidates[1:]:
        if any(first.term(p) != other.term(p) for p in range(1, last + 3)):
            return None
    if first.kind == "sums" and len(known) < SURE_SUMS:
        return None
    return first


def _constant_differences(known: Known) -> Rule | None:
    """Lowest order that fits with at least one term to spare, from the fourth order on with two."""
    for order in range(min(len(known) - 1, MAX_ORDER + 1)):
        if order >= HIGH_ORDER and len(known) < order + 3:
            break
        start = tuple(_interpolated(known[: order + 1], p) for p in range(1, order + 2))
        rule = Rule("differences", order, start)
        if all(rule.term(position) == term for position, term in known[order + 1 :]):
            return rule
    return None


def _interpolated(points: Known, position: int) -> Fraction:
    """Lagrange: the polynomial through the points, at `position`."""
    total = Fraction(0)
    for i, (p, value) in enumerate(points):
        weight = value
        for j, (q, _) in enumerate(points):
            if i != j:
                weight *= Fraction(position - q, p - q)
        total += weight
    return total


def _constant_ratio(known: Known) -> Rule | None:
    """Every term a multiple of the one before; three terms show it only where the ratio is a whole number, or one over it."""
    if any(term == 0 for _, term in known):
        return None
    neighbours = [(a, b) for (p, a), (q, b) in pairwise(known) if q == p + 1]
    if not neighbours:
        return None
    ratio = neighbours[0][1] / neighbours[0][0]
    if ratio == 1 or len(known) == FEWEST and ratio.denominator != 1 and abs(ratio.numerator) != 1:
        return None
    position, term = known[0]
    rule = Rule("ratio", 0, (term / ratio ** (position - 1), ratio))
    return rule if all(rule.term(p) == t for p, t in known) else None


def _sums(known: Known) -> Rule | None:
    """Every term the sum of the two before; the first two must be listed."""
    if len(known) < SURE_SUMS - 1 or [p for p, _ in known[:2]] != [1, 2]:
        return None
    rule = Rule("sums", 0, (known[0][1], known[1][1]))
    return rule if all(rule.term(p) == t for p, t in known) else None
