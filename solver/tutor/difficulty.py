"""How hard a problem is within its topic, and the level that follows a student: two right in a row go up, one wrong goes down.

Honest and simple: steps of its solution and digits of its numbers. It compares problems of one topic, nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

LEVELS: Final = (1, 2, 3)
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_HARDER: Final = re.compile(r"-\s*\d|/|\\frac|\\sqrt|√|\d\.\d")


def score(text: str, steps: int) -> float:
    """The more steps, the longer the numbers, and the more signs, fractions and roots, the higher.

    >>> score("Solve 3x + 7 = 22.", 3) < score("Solve 13x + 147 = -222.", 3) < score("Solve 3x + 7 = 22.", 9)
    True
    """
    digits = sum(len(n.replace(".", "")) - 1 for n in _NUMBER.findall(text))
    return steps + 0.5 * digits + 0.25 * len(_HARDER.findall(text))


def levels(scores: Sequence[float]) -> tuple[int, ...]:
    """The level of each of several problems: a third of them is 1, a third 2, a third 3; equal scores have equal levels.

    >>> levels([5.0, 1.0, 9.0, 1.0, 6.0, 8.0])
    (2, 1, 3, 1, 2, 3)
    """
    order = sorted(scores)
    size = len(order)
    return tuple(1 + min(2, 3 * order.index(s) // size) for s in scores)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a student stands in one topic."""

    level: int = 1
    row: int = 0
    """So many right answers in a row, since the last change of level."""

    def after(self, *, right: bool) -> Standing:
        """Two right in a row go up, one wrong goes down.

        >>> Standing().after(right=True).after(right=True), Standing(3).after(right=False)
        (Standing(level=2, row=0), Standing(level=2, row=0))
        """
        if not right:
            return Standing(max(LEVELS[0], self.level - 1))
        if self.row + 1 < 2:
            return replace(self, row=self.row + 1)
        return Standing(min(LEVELS[-1], self.level + 1))
