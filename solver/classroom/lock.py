"""When a class opens "Show the solution". Who enforces it is the server's business, with the stream that it keeps back."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

MOST_S: Final = 86_400.0
"""Nobody waits longer than a day from the start of a problem."""
MOST_ATTEMPTS: Final = 20


@dataclass(frozen=True, slots=True)
class Opening:
    """What a closed solution still waits for: a moment (seconds since 1970), so many more answers, or whichever comes first."""

    at_s: float | None = None
    attempts: int | None = None


@dataclass(frozen=True, slots=True)
class Lock:
    """Solutions open as soon as one of these is met.

    Attributes:
        after_s: so many seconds since the problem was begun.
        after_attempts: so many different answers were given that could be judged.
        until_s: the clock shows this, in seconds since 1970.

    Raises:
        ValueError: none of them is given, or one is out of its range.
    """

    after_s: float | None = None
    after_attempts: int | None = None
    until_s: float | None = None

    def __post_init__(self) -> None:
        if self.after_s is None and self.after_attempts is None and self.until_s is None:
            raise ValueError("a lock that nothing opens")
        if self.after_s is not None and not 0 < self.after_s <= MOST_S:
            raise ValueError(f"not between 0 and {MOST_S} s: {self.after_s}")
        if self.until_s is not None and not math.isfinite(self.until_s):
            raise ValueError(f"no moment: {self.until_s}")
        if self.after_attempts is not None and not 0 < self.after_attempts <= MOST_ATTEMPTS:
            raise ValueError(f"not between 1 and {MOST_ATTEMPTS} attempts: {self.after_attempts}")

    def holds(self, *, began_s: float, attempts: int, now_s: float) -> Opening | None:
        """What a solution waits for now; None where it is open.

        >>> Lock(after_s=600, after_attempts=3).holds(began_s=100, attempts=1, now_s=160)
        Opening(at_s=700.0, attempts=2)
        >>> Lock(after_s=600, after_attempts=3).holds(began_s=100, attempts=3, now_s=160)
        """
        moments = [began_s + self.after_s] if self.after_s is not None else []
        moments += [self.until_s] if self.until_s is not None else []
        left = None if self.after_attempts is None else self.after_attempts - attempts
        if (moments and now_s >= min(moments)) or (left is not None and left <= 0):
            return None
        return Opening(float(min(moments)) if moments else None, left)
