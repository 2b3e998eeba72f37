"""What an answer is worth: right or wrong by two graders, and whether it has the form that was asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from evaluation.grader.exact_match import exact_match
from evaluation.grader.form_asked import form_kept
from evaluation.grader.values import Equality
from evaluation.grading import Judge, asks_for_order
from evaluation.rows import FormKept, Outcome, Record

_OUTCOME: Final[dict[Equality, Outcome]] = {"equal": "right", "different": "wrong", "undecided": "wrong"}
UNDECIDED: Final = "not decided by the grader"


@dataclass(frozen=True, slots=True)
class Graded:
    """Of an answer: what `rows.Row` says of these fields; `decided` is False where the grader could not tell."""

    verdict: Outcome
    form: FormKept
    exact: bool
    decided: bool = True


_ASKS_PERCENT: Final = re.compile(
    r"\b(?:what|which|how many) per ?cent(?:age)?\b|\b(?:by|find|calculate) (?:what |the )?percent(?:age)?\b|百分之几|百分率",
    re.IGNORECASE,
)
_PERCENT: Final = re.compile(r"\\?%\s*\$?\s*$|\bpercent\s*$")
_BARE: Final = re.compile(r"\$?\s*-?\d+(?:\.\d+)?\s*\$?")


def in_hundredths(question: str, answer: str, reference: str) -> tuple[str, str]:
    """Answer and reference, where a percentage is asked for: a bare number beside one with its sign gets the sign too.

    >>> in_hundredths("By what percentage did it fall?", "15%", "15")
    ('15%', '15%')
    >>> in_hundredths("How much is it?", "15%", "15")
    ('15%', '15')
    """
    if not _ASKS_PERCENT.search(question):
        return answer, reference
    if _PERCENT.search(answer) and _BARE.fullmatch(reference.strip()):
        reference = f"{reference.strip().strip('$').strip()}%"
    elif _PERCENT.search(reference) and _BARE.fullmatch(answer.strip()):
        answer = f"{answer.strip().strip('$').strip()}%"
    return answer, reference


async def grade(judge: Judge, record: Record, answer: str) -> Graded:
    """Grade one answer. What cannot be decided counts as wrong, and says so."""
    said, reference = in_hundredths(record.question, answer, record.answer)
    found = await judge.grade(
        said, reference, choices=record.choices, ordered=asks_for_order(record.question)
    )
    return Graded(
        _OUTCOME[found],
        "" if record.choices else form_kept(record.question, answer),
        exact_match(answer, record.answer, choices=record.choices),
        found != "undecided",
    )
