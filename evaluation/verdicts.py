"""What an answer is worth: right or wrong by two graders, and whether it has the form that was asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from evaluation.grader.exact_match import exact_match
from evaluation.grader.form_asked import form_kept
from evaluation.grader.options import letter
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


_ASKS_PLACE: Final = re.compile(
    r"\b(?:which|what|whose)\s+(?:\w+\s+)?(?:place|position|term|floor|grade|row|day|number)\b|第几",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(
    r"(?:the\s+)?(\d+)(?:st|nd|rd|th)(?:\s+(?:place|position|term|floor|grade|row|day))?\.?"
)


def in_places(question: str, answer: str, reference: str) -> tuple[str, str]:
    """Answer and reference, where a place in an order is asked for: `3rd` is 3 there.

    >>> in_places("In which place did he finish?", "3rd", "3"), in_places("How many?", "3rd", "3")
    (('3', '3'), ('3rd', '3'))
    """
    if not _ASKS_PLACE.search(question):
        return answer, reference
    plain = [
        m[1] if (m := _PLACE.fullmatch(text.strip().strip("$"))) else text for text in (answer, reference)
    ]
    return plain[0], plain[1]


_OPTION: Final = re.compile(
    r"(?:(?<=\s)|(?<=[?？。:：；;，,.)）])|^)[(（]?([A-F])[)）.．、:：]\s*(?=\S)", re.MULTILINE
)


def options_told(question: str) -> tuple[str, ...] | None:
    """The options that a question itself tells, `A. 9 B. 11 C. 15`; None where it tells none.

    >>> options_told("Which is prime? A. 9 B. 11 C. 15"), options_told("Solve (A) for x.")
    (('9', '11', '15'), None)
    """
    found = list(_OPTION.finditer(question))
    if len(found) < 3 or [m[1] for m in found] != list("ABCDEF"[: len(found)]):
        return None
    ends = [*(m.start() for m in found[1:]), len(question)]
    texts = tuple(question[m.end() : end].strip(" \n;；,，") for m, end in zip(found, ends, strict=True))
    return texts if all(texts) else None


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
    said, reference = in_places(record.question, *in_hundredths(record.question, answer, record.answer))
    choices = record.choices or (options_told(record.question) if letter(reference) else None)
    found = await judge.grade(said, reference, choices=choices, ordered=asks_for_order(record.question))
    return Graded(
        _OUTCOME[found],
        "" if choices else form_kept(record.question, answer),
        exact_match(answer, record.answer, choices=choices),
        found != "undecided",
    )
