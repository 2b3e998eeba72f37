"""How far a run is, in one line: done, score so far, rate, time left."""

from __future__ import annotations

import sys
import time
from typing import Final, TextIO

from evaluation.rows import Row

EVERY_S: Final = 30.0
"""Between lines where they cannot be written over."""
BAR: Final = 24


class Progress:
    """Told of each row; writes to a terminal in place, else a line now and then and at the end."""

    def __init__(self, rows: list[Row], of: int, *, to: TextIO | None = None) -> None:
        """`rows` are those of an earlier part of the run."""
        self._to = to or sys.stderr
        self._of, self._rows, self._earlier = of, list(rows), len(rows)
        self._began = self._told_at = time.monotonic()

    def told(self, row: Row) -> None:
        """One more row."""
        self._rows.append(row)
        now, done = time.monotonic(), len(self._rows) >= self._of
        if self._to.isatty():
            print(f"\r{self.line()}\x1b[K", end="\n" if done else "", file=self._to, flush=True)
        elif done or now - self._told_at >= EVERY_S:
            self._told_at = now
            print(self.line(), file=self._to, flush=True)

    def line(self) -> str:
        """The line as it is now."""
        done = len(self._rows)
        full = BAR * done // max(1, self._of)
        return f"[{'█' * full}{'░' * (BAR - full)}] {done} of {self._of} · {score(self._rows)}{self._left()}"

    def _left(self) -> str:
        new = len(self._rows) - self._earlier
        if not new:
            return ""
        each_s = (time.monotonic() - self._began) / new
        left_s = each_s * (self._of - len(self._rows))
        return f" · {60 / each_s:.3g} a minute · {duration(left_s)} left" if each_s else ""


def score(rows: list[Row]) -> str:
    """Right of all, and of those that were answered.

    >>> row = Row("a", "toy", "", "1", "1", "right", "proved", 1.0)
    >>> score([row]), score([])
    ('100.0% right, 100.0% of the answered', 'nothing yet')
    """
    if not rows:
        return "nothing yet"
    right = sum(r.verdict == "right" for r in rows)
    answered = right + sum(r.verdict == "wrong" for r in rows)
    of_answered = f", {right / answered:.1%} of the answered" if answered else ""
    return f"{right / len(rows):.1%} right{of_answered}"


def duration(seconds: float) -> str:
    """Seconds in words.

    >>> duration(12), duration(754), duration(7530)
    ('12 s', '12 min', '2 h 5 min')
    """
    minutes = int(seconds // 60)
    if minutes >= 60:
        return f"{minutes // 60} h {minutes % 60} min"
    return f"{minutes} min" if minutes else f"{seconds:.0f} s"
