"""Figures of results: a table for the terminal and a page in Markdown. Reads rows only; nothing is graded again."""

from __future__ import annotations

import json
import math
import statistics
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.folder import HEADER, RESULTS
from evaluation.rows import BadData, Row, load_rows


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of a group of rows, and what follows from them; times in seconds, of answered problems."""

    total: int
    right: int
    wrong: int
    declined: int
    failed: int
    wrong_proved: int
    right_proved: int
    median_s: float
    slow_s: float

    @property
    def precision(self) -> float | None:
        """Right of those answered; None where nothing was."""
        answered = self.right + self.wrong
        return self.right / answered if answered else None

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
    )


def groups(rows: Sequence[Row], *, by: str = "dataset") -> Mapping[str, list[Row]]:
    """Rows by data set, or by data set and subject."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.dataset if by == "dataset" else f"{row.dataset}: {row.subject or '-'}"].append(row)
    return dict(sorted(found.items()))


HEAD = "| set | all | right | wrong | declined | failed | precision | coverage | right, proved | wrong, proved | median | 95 % within |"
RULE = "|---" + "|---:" * 11 + "|"


def table(rows: Sequence[Row], *, by: str = "dataset") -> str:
    """A Markdown table with one line for each group; the sum at the end where there are several."""
    parts = groups(rows, by=by)
    named = [*parts.items(), *([("all", list(rows))] if len(parts) > 1 else [])]
    return "\n".join([HEAD, RULE, *(_line(name, figures(members)) for name, members in named)])


def _line(name: str, f: Figures) -> str:
    precision = "-" if f.precision is None else f"{f.precision:.1%}"
    cells = (name, f.total, f.right, f.wrong, f.declined, f.failed, precision, f"{f.coverage:.1%}",
             f.right_proved, f.wrong_proved, f"{f.median_s:.2f} s", f"{f.slow_s:.2f} s")  # fmt: skip
    return "| " + " | ".join(str(c).replace("|", r"\|") for c in cells) + " |"


def page(folders: Sequence[Path], *, by: str = "subject") -> str:
    """The report of the results in some folders.

    Raises:
        BadData: a folder holds no results.
    """
    rows: list[Row] = []
    told = []
    for folder in folders:
        found = load_rows(folder / RESULTS)
        if not found:
            raise BadData(f"{folder} holds no {RESULTS} with rows")
        rows += found
        try:
            header = json.loads((folder / HEADER).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise BadData(f"{folder / HEADER} cannot be read: {error}") from error
        told.append(
            f"`{header['command']}`  \n{header['date']}, model `{header['model']}`, {header['machine']}, Python {header['python']}."
        )
    sections = [
        "# Results",
        "Made by `python -m evaluation report`. *Precision* is right / (right + wrong), *coverage* right / all; times are those of"
        " answered problems. *Proved*: the product itself said that the answer was checked.",
        "## By data set",
        table(rows),
    ]
    if by == "subject" and any(r.subject for r in rows):
        sections += ["## By subject", table(rows, by="subject")]
    return "\n\n".join([*sections, "## How it was made", *told]) + "\n"
