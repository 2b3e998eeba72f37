"""What rows come to: counts, score, precision, times; and the table of them."""

from __future__ import annotations

import math
import statistics
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evaluation.reporting.intervals import wilson
from evaluation.rows import Row


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of a group of rows, and what follows from them; times in seconds, of answered problems.

    `form_missed`: right, but not in the form that was asked for. `exact`: right for the grader that compares texts.
    """

    total: int
    right: int
    wrong: int
    declined: int
    failed: int
    wrong_proved: int
    right_proved: int
    median_s: float
    slow_s: float
    form_missed: int = 0
    exact: int = 0
    cells: int = 0
    errors: int = 0
    tokens: int | None = None

    @property
    def precision(self) -> float | None:
        """Right of those answered; None where nothing was."""
        answered = self.right + self.wrong
        return self.right / answered if answered else None

    @property
    def interval(self) -> tuple[float, float]:
        """Of the coverage, 95 %."""
        return wilson(self.right, self.total)

    @property
    def coverage(self) -> float:
        """Right of all."""
        return self.right / self.total if self.total else 0.0


def figures(rows: Sequence[Row]) -> Figures:
    """The figures of some rows."""
    count = {v: sum(r.verdict == v for r in rows) for v in ("right", "wrong", "declined", "failed")}
    seconds = sorted(r.seconds for r in rows if r.verdict in ("right", "wrong")) or [0.0]
    return Figures(
        total=len(rows),
        **count,
        wrong_proved=sum(r.verdict == "wrong" and r.checked == "proved" for r in rows),
        right_proved=sum(r.verdict == "right" and r.checked == "proved" for r in rows),
        median_s=statistics.median(seconds),
        slow_s=seconds[math.ceil(0.95 * len(seconds)) - 1],
        form_missed=sum(r.verdict == "right" and r.form == "missed" for r in rows),
        exact=sum(r.exact is True for r in rows),
        cells=sum(r.cells for r in rows),
        errors=sum(r.errors for r in rows),
        tokens=sum(r.tokens or 0 for r in rows) if any(r.tokens is not None for r in rows) else None,
    )


def groups(rows: Sequence[Row], *, by: str = "dataset") -> Mapping[str, list[Row]]:
    """Rows by data set, or by data set and another of their fields: subject, level, language."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.dataset if by == "dataset" else f"{row.dataset}: {getattr(row, by) or '-'}"].append(row)
    return dict(sorted(found.items()))


HEAD = "| set | all | right | wrong | declined | failed | precision | coverage | right, proved | wrong, proved | median | 95 % within |"
RULE = "|---" + "|---:" * 11 + "|"


def table(rows: Sequence[Row], *, by: str = "dataset") -> str:
    """A Markdown table with one line for each group; the sum at the end where there are several."""
    parts = groups(rows, by=by)
    named = [*parts.items(), *([("all", list(rows))] if len(parts) > 1 else [])]
    return "\n".join([HEAD, RULE, *(_line(name, figures(members)) for name, members in named)])


def _line(name: str, f: Figures) -> str:
    cells = (name, f.total, f.right, f.wrong, f.declined, f.failed, percent(f.precision), f"{f.coverage:.1%}",
             f.right_proved, f.wrong_proved, f"{f.median_s:.2f} s", f"{f.slow_s:.2f} s")  # fmt: skip
    return "| " + " | ".join(str(c).replace("|", r"\|") for c in cells) + " |"


def percent(share: float | None) -> str:
    """A share in percent.

    >>> percent(0.1234), percent(None)
    ('12.3%', '-')
    """
    return "-" if share is None else f"{share:.1%}"
