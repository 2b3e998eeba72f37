"""Why problems were not right, as far as their rows tell: the causes that a gap between two scores is divided into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from evaluation.rows import Row
from evaluation.solving import TIME_LIMIT
from evaluation.verdicts import UNDECIDED

CAUSES: Final[Mapping[str, str]] = {
    "grader": "wrong for the grader that counts, right for the one that compares texts",
    "undecided": "the grader could not decide",
    "time": "no end within the time limit",
    "failed": "the model, its server or the kernel failed",
    "no answer": "it ended without an answer in a box, or at the limit of steps",
    "declined": "it said that it cannot solve this",
    "code": "wrong, and a cell had failed",
    "refuted": "wrong, and the program's own check had said so",
    "wrong": "wrong, for no reason that the row tells",
}
"""From what is easily mended to what is not."""
_WITHOUT: Final = ("no-answer", "step-limit", "model-endless", "empty-answer")


def cause(row: Row) -> str:
    """The first of `CAUSES` that a row which is not right has.

    Raises:
        ValueError: the row is right.
    """
    code = row.note.partition(":")[0]
    match row.verdict:
        case "right":
            raise ValueError(f"{row.id} is right")
        case "failed":
            return "time" if TIME_LIMIT in row.note else "failed"
        case "declined":
            return "no answer" if code in _WITHOUT else "declined"
    if row.exact:
        return "grader"
    if UNDECIDED in row.note:
        return "undecided"
    if row.checked == "refuted":
        return "refuted"
    return "code" if row.errors else "wrong"


def causes(rows: Sequence[Row]) -> list[tuple[str, int]]:
    """How many rows that are not right have each cause; causes without a row are left out."""
    found = Counter(cause(row) for row in rows if row.verdict != "right")
    return [(name, found[name]) for name in CAUSES if found[name]]
