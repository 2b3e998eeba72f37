"""What people mark by hand: right or wrong, whatever the grader said. It lies in the run's folder, `marks.jsonl`.

A mark is a line; the last one of a problem counts, and one without a verdict takes it back. Nothing is overwritten.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal

from evaluation.rows import BadData, Row, parsed_lines

MARKS: Final = "marks.jsonl"


@dataclass(frozen=True, slots=True)
class Mark:
    """One person's verdict on one row; None takes the one before it back."""

    problem: str
    verdict: Literal["right", "wrong"] | None
    note: str = ""
    at: str = ""

    def corrected(self, row: Row) -> Row:
        """The row as the mark has it."""
        return row if self.verdict is None else replace(row, verdict=self.verdict)


def marks_of(folder: Path) -> dict[str, Mark]:
    """The marks of a run that hold, by problem.

    Raises:
        BadData: a line is no mark.
    """
    file, found = folder / MARKS, dict[str, Mark]()
    if not file.exists():
        return found
    for number, fields in parsed_lines(file):
        try:
            mark = Mark(**fields)
        except TypeError as error:
            raise BadData(f"{file}, line {number}: not a mark ({error})") from error
        if mark.verdict is None:
            found.pop(mark.problem, None)
        else:
            found[mark.problem] = mark
    return found


def mark(folder: Path, problem: str, verdict: Literal["right", "wrong"] | None, note: str = "") -> Mark:
    """Mark a problem of a run.

    Raises:
        OSError: it could not be written.
    """
    made = Mark(problem, verdict, note, datetime.now(UTC).isoformat(timespec="seconds"))
    line = json.dumps(asdict(made), ensure_ascii=False) + "\n"
    with (folder / MARKS).open("ab") as file:
        file.write(line.encode())
        file.flush()
        os.fsync(file.fileno())
    return made
