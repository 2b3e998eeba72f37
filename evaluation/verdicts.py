"""What an answer is worth: right or wrong by two graders, and whether it has the form that was asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from evaluation.grader.answered import contradicts, echoed
from evaluation.grader.asked import options_told, told
from evaluation.grader.exact_match import exact_match
from evaluation.grader.form_asked import form_kept
from evaluation.grader.options import key_of, letter, letters
from evaluation.grader.remarks import key_with_text
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


_ANTIDERIVATIVE: Final = re.compile(
    r"integra|anti-?derivative|primitive|\\int(?![A-Za-z])|∫|积分|原函数", re.IGNORECASE
)
_DERIVATIVE: Final = re.compile(r"\bderivative|differentiate|导数|求导", re.IGNORECASE)
_CONSTANT: Final = re.compile(r"\+\s*C\b")


def _constant_added(question: str, answer: str, reference: str) -> bool:
    """Whether an answer has a constant that no antiderivative was asked for."""
    added = _CONSTANT.search(answer) and not _CONSTANT.search(reference)
    return bool(added and _DERIVATIVE.search(question) and not _ANTIDERIVATIVE.search(question))


async def grade(judge: Judge, record: Record, answer: str) -> Graded:
    """Grade one answer. What cannot be decided counts as wrong, and says so."""
    said, reference = told(record.question, answer, record.answer)
    options = record.choices or options_told(record.question)
    if key := key_with_text(record.answer, options):  # `C(120°)`
        reference = key
    elif (
        options and not record.choices and letter(said) and not letter(reference)
    ):  # `C`, where the reference is its text
        reference = key_of(reference, options) or reference
    ordered = asks_for_order(record.question)
    keyed = options and (letter(reference) or (not ordered and letters(reference, len(options))))
    choices = options if record.choices or keyed else None
    found = await judge.grade(said, reference, choices=choices, ordered=ordered)
    if found == "equal" and (
        _constant_added(record.question, answer, record.answer) or contradicts(record.question, answer)
    ):
        found = "different"
    return Graded(
        _OUTCOME[found],
        "" if choices else form_kept(record.question, echoed(record.question, answer, record.answer)[0]),
        exact_match(answer, record.answer, choices=choices),
        found != "undecided",
    )
