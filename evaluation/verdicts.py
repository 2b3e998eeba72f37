"""What an answer is worth: right or wrong by two graders, and whether it has the form that was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from evaluation.exact_match import exact_match
from evaluation.form_asked import form_kept
from evaluation.grading import Judge, asks_for_order
from evaluation.rows import FormKept, Outcome, Record
from evaluation.values import Equality

_OUTCOME: Final[dict[Equality, Outcome]] = {"equal": "right", "different": "wrong", "undecided": "wrong"}
UNDECIDED: Final = "not decided by the grader"


@dataclass(frozen=True, slots=True)
class Graded:
    """Of an answer: what `rows.Row` says of these fields; `decided` is False where the grader could not tell."""

    verdict: Outcome
    form: FormKept
    exact: bool
    decided: bool = True


async def grade(judge: Judge, record: Record, answer: str) -> Graded:
    """Grade one answer. What cannot be decided counts as wrong, and says so."""
    found = await judge.grade(
        answer, record.answer, choices=record.choices, ordered=asks_for_order(record.question)
    )
    return Graded(
        _OUTCOME[found],
        "" if record.choices else form_kept(record.question, answer),
        exact_match(answer, record.answer, choices=record.choices),
        found != "undecided",
    )
