"""What came of one problem that was sent, and figures of many. Pure."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields


@dataclass(frozen=True, slots=True)
class Row:
    """Times in seconds; `at_s` since the run began, the others since the problem was sent. None: it never came.

    `first_s` is when the first block of the solution is there, `solved_s` when the turn has ended, its check included.
    """

    at_s: float
    student: str
    kind: str  # page, gradio_client, browser
    model: str
    language: str
    problem: str
    first_s: float | None
    solved_s: float | None
    state: str  # how the turn ended; "lost" where it did not
    error: str = ""
    unkept: bool = False  # the page said that it is not kept

    @property
    def is_error(self) -> bool:
        """Whether the student got no answer. A problem that the tutor says it cannot read is not one of these, but none is sent."""
        return self.state not in ("answered", "no-answer", "left") or bool(self.error)

    def line(self) -> str:
        """One line of JSON."""
        return json.dumps({k: round(v, 4) if isinstance(v, float) else v for k, v in asdict(self).items()}, ensure_ascii=False)  # fmt: skip


def row_of(line: str) -> Row:
    """The row of a line.

    >>> row = Row(1.0, "s1", "page", "builtin", "en", "x", 0.1, None, "lost", "gone")
    >>> row_of(row.line()) == row, row.is_error
    (True, True)
    """
    record = json.loads(line)
    return Row(**{field.name: record[field.name] for field in fields(Row)})


def percentile(values: Iterable[float], share: float) -> float | None:
    """The smallest value that at least `share` of them do not exceed; None of none.

    >>> percentile([1.0, 2.0, 3.0, 4.0], 0.5), percentile([], 0.95)
    (2.0, None)
    """
    ordered = sorted(values)
    return ordered[max(0, -int(-share * len(ordered) // 1) - 1)] if ordered else None


def slope_per_minute(points: Sequence[tuple[float, float]]) -> float | None:
    """By how much a value grows in a minute: the line of least squares through (seconds, value).

    >>> slope_per_minute([(0.0, 1.0), (60.0, 3.0), (120.0, 5.0)])
    2.0
    """
    if len(points) < 3:
        return None
    return statistics.linear_regression([x / 60 for x, _ in points], [y for _, y in points]).slope
