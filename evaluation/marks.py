"""What people marked by hand: right or wrong, whatever the grader said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from evaluation.rows import Row


@dataclass(frozen=True, slots=True)
class Mark:
    """One person's verdict on one row."""

    verdict: Literal["right", "wrong"]
    note: str = ""
    at: str = ""

    def corrected(self, row: Row) -> Row:
        """The row as the mark has it."""
        return replace(row, verdict=self.verdict)


def marks_of(folder: Path) -> dict[str, Mark]:
    """The marks of a run by problem."""
    return {}
