"""A student's work on one problem, judged line by line: the door of this package.

Runs where sympy may be stopped: in a reading worker. A line that took too long is left out when the work is taken up again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any, Final

from solver.formula.nodes import Number, walk
from solver.ports import Language, Problem
from solver.verify.conditions_course import ConditionCourse
from solver.verify.course import Course
from solver.verify.expressions_course import ExpressionCourse
from solver.verify.lines import Line, read_line
from solver.verify.matrices import OfMatrices, OfRows
from solver.verify.problem import Posed, pose
from solver.verify.rewriting import Notes
from solver.verify.senses import sense_of
from solver.verify.sentences import say
from solver.verify.stories_course import StoryCourse, quantities_of
from solver.verify.systems_course import SystemCourse
from solver.verify.verdicts import Finding, LineVerdict, worded

MAX_LINES: Final = 60
MAX_CHARACTERS: Final = 6_000
_TUTORS_MARKS: Final = re.compile(r"\*\*\d+\.\*\*|```(?:python|output)|\\boxed\{")


def course_of(problem: str, language: Language) -> Course:
    """How work on a problem is judged."""
    posed = pose(problem, language)
    try:
        if posed is not None and posed.sort == "condition":
            return ConditionCourse(posed)
        if posed is not None and posed.sort == "system":
            return SystemCourse(posed)
        if posed is not None and posed.sort == "matrix":
            return ExpressionCourse(
                posed,
                OfRows(posed)
                if posed.node is None and posed.form == "" and _reduces(problem)
                else OfMatrices(posed),
            )
        if posed is not None:
            return ExpressionCourse(posed, sense_of(posed))
    except ValueError:
        pass  # its relations have no value here: judged like a story
    quantities = quantities_of(Problem(problem, language))
    return StoryCourse(Posed("story", problem, language), quantities)


def _reduces(problem: str) -> bool:
    return bool(re.search(r"row[- ]?reduce|echelon|rref|行变换|阶梯|行最简", problem, re.IGNORECASE))


class Work:
    """The lines of one work, judged in order."""

    def __init__(self, problem: str, lines: Sequence[str], language: Language) -> None:
        self.problem, self.language = problem, language
        self.course = course_of(problem, language)
        self.lines = [self._read(text) for text in lines]
        self.judged = 0
        self._answered = False

    def _read(self, text: str) -> Line:
        return read_line(text, self.course.posed.notes)

    def verdict(self, at: int, skipped: Collection[int] = ()) -> LineVerdict:
        """The verdict on the line at an index; those in front of it are judged first, where they were not.

        `skipped`: lines that took too long before and are left out.
        """
        found = Finding("unknown", "undecided")
        while self.judged <= at:
            i = self.judged
            self.judged += 1
            if i in skipped:
                continue
            try:
                found = self.course.judge(self.lines[i], self.lines[i + 1 :])
            except (
                ArithmeticError,
                ValueError,
                TypeError,
                AttributeError,
                NotImplementedError,
                RecursionError,
                KeyError,
                IndexError,
            ) as error:
                if isinstance(error, RecursionError):
                    raise
                found = Finding("unknown", "undecided")
            if found.verdict == "wrong" and not self._answered and self._is_other(self.lines[i], found):
                found = Finding("wrong", "other-problem", counterexample=found.counterexample)
            self._answered = self._answered or bool(self.lines[i].claims)
        return worded(found, self.language)

    def _is_other(self, line: Line, found: Finding) -> bool:
        """Whether the first line shares no number with the problem, and no slip explains it."""
        if found.slip not in ("", "arithmetic") or found.reason not in (
            "not-from-problem",
            "not-set-up",
            "not-asked-value",
        ):
            return False
        own = {n.text for c in line.claims for s in c.sides for n in walk(s) if isinstance(n, Number)}
        problems = set(re.findall(r"\d+(?:\.\d+)?", self.problem))
        return len(own) >= 2 and not own & problems


@lru_cache(maxsize=4)
def _work(problem: str, lines: tuple[str, ...], language: Language) -> Work:
    return Work(problem, lines, language)


def check_line(
    problem: str, lines: Sequence[str], at: int, language: Language, skipped: Collection[int] = ()
) -> LineVerdict:
    """The verdict on one line of a work. Remembers the last works, so that lines asked for in order are judged once.

    >>> check_line("Solve 2x + 3 = 7", ("2x = 10", "x = 5"), 0, "en").slip
    'sign'
    """
    work = _work(problem, tuple(lines), language)
    if work.judged > at:
        _work.cache_clear()
        work = _work(problem, tuple(lines), language)
    return work.verdict(at, skipped)


def check_work(problem: str, lines: Sequence[str], language: Language) -> tuple[LineVerdict, ...]:
    """All lines at once, without limits of time: for tests, and for callers that can be stopped themselves."""
    if (refused := refusal(lines, language)) is not None:
        return (refused,) * max(1, len(lines))
    work = Work(problem, lines, language)
    return tuple(work.verdict(i) for i in range(len(lines)))


def refusal(lines: Sequence[str], language: Language, shown: Collection[str] = ()) -> LineVerdict | None:
    """Why a work is not judged at all; None where it is. `shown` are texts that the tutor has shown for the problem.

    >>> refusal(["", " "], "en").reason
    'no-work'
    """
    characters = sum(map(len, lines))
    if not any(line.strip() for line in lines):
        return LineVerdict("unknown", say("no-work", language), "no-work")
    if len(lines) > MAX_LINES or characters > MAX_CHARACTERS:
        why = say(
            "too-much-work",
            language,
            lines=len(lines),
            characters=characters,
            max_lines=MAX_LINES,
            max_characters=MAX_CHARACTERS,
        )
        return LineVerdict("unknown", why, "too-much-work")
    told = [line.strip() for text in shown for line in text.splitlines() if len(line.strip()) > 12]
    own = [line.strip() for line in lines if len(line.strip()) > 12]
    copied = sum(1 for line in own if line in told)
    if any(_TUTORS_MARKS.search(line) for line in lines[:-1]) or own and copied >= max(2, 0.8 * len(own)):
        return LineVerdict("unknown", say("pasted", language), "pasted")
    return None


def open_work(problem: str, lines: Sequence[str], language: Language) -> dict[str, Any]:
    """Read the problem ahead of the first line, which then has its time for itself."""
    work = _work(problem, tuple(lines), language)
    return {"lines": len(work.lines), "notes": isinstance(work.course.posed.notes, Notes)}
