"""What a reading worker is asked of a student's work, as lines of JSON: `solver.verify` behind the worker's door."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from solver.models.comparing import same
from solver.ports import Language
from solver.verify.answers import judge_answer
from solver.verify.verdicts import Finding, worded
from solver.verify.work import check_line, open_work


def opened(problem: str, lines: Sequence[str], language: Language) -> dict[str, Any]:
    """Read the problem and the lines, before the first is judged."""
    return open_work(problem, lines, language)


def line(
    problem: str,
    lines: Sequence[str],
    at: int,
    language: Language,
    skipped: Sequence[int],
    solved: str | None,
) -> dict[str, Any]:
    """The verdict on one line: the fields of a `LineVerdict`."""
    return asdict(check_line(problem, lines, at, language, skipped, solved))


def answer(problem: str, answer: str, language: Language, solved: str | None) -> dict[str, Any]:
    """The verdict on an answer; beside the tutor's own answer (LaTeX), which decides where the problem itself does not tell."""
    found = judge_answer(problem, answer, language, solved)
    if not solved or found.reason == "no-answer-given":
        return asdict(found)
    equal = same(solved, answer)["same"]
    right = found.verdict in ("correct", "unfinished")
    if equal and not right:  # also where the problem was taken for another one
        found = worded(Finding("correct", "solved"), language)
    elif equal is False and found.verdict == "correct":  # one of the two has misread something
        found = worded(Finding("unknown", "undecided"), language)
    elif equal is False and found.verdict == "unknown":
        found = worded(Finding("wrong", "answer-wrong"), language)
    return asdict(found)


CHECKING: Final[Mapping[str, Callable[..., dict[str, Any]]]] = {
    "work-open": opened,
    "work-line": line,
    "work-answer": answer,
}
