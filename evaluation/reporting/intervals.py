"""How sure a score is, and whether two runs differ: intervals and tests for counts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

Z: Final = NormalDist().inv_cdf(0.975)
"""Of a two-sided 95 % interval."""


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a proportion (Wilson 1927): sound for few problems and for scores near 0 and 1.

    >>> [round(x, 3) for x in wilson(8, 10)], [round(x, 3) for x in wilson(0, 10)], wilson(0, 0)
    ([0.49, 0.943], [0.0, 0.278], (0.0, 1.0))
    """
    if not of:
        return 0.0, 1.0
    p, z2 = right / of, Z * Z
    middle = (p + z2 / (2 * of)) / (1 + z2 / of)
    half = Z / (1 + z2 / of) * math.sqrt(p * (1 - p) / of + z2 / (4 * of * of))
    return (0.0 if right == 0 else middle - half), (1.0 if right == of else middle + half)


@dataclass(frozen=True, slots=True)
class Pairs:
    """The same problems solved twice: how many both, only the first, only the second, and neither had right."""

    both: int
    first: int
    second: int
    neither: int

    @property
    def total(self) -> int:
        """All the pairs."""
        return self.both + self.first + self.second + self.neither

    @property
    def difference(self) -> float:
        """The score of the second less that of the first."""
        return (self.second - self.first) / self.total if self.total else 0.0

    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the difference, paired (Agresti and Min 2005: Wald's, half a problem added to each count).

        >>> [round(x, 3) for x in Pairs(40, 5, 15, 40).interval()]
        [0.012, 0.184]
        """
        if not self.total:
            return -1.0, 1.0
        total, b, c = self.total + 2, self.first + 0.5, self.second + 0.5
        middle = (c - b) / total
        half = Z * math.sqrt(max(0.0, b + c - (c - b) ** 2 / total)) / total
        return max(-1.0, middle - half), min(1.0, middle + half)

    def p_value(self) -> float:
        """McNemar's exact test (1947): how often chance alone would divide the differing problems so unevenly.

        >>> round(Pairs(40, 5, 15, 40).p_value(), 4), Pairs(1, 0, 0, 1).p_value()
        (0.0414, 1.0)
        """
        differing, less = self.first + self.second, min(self.first, self.second)
        tail: float = sum(math.comb(differing, k) for k in range(less + 1)) / 2**differing
        return min(1.0, 2 * tail)
