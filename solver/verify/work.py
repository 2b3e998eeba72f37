"""A student's work on one problem, judged line by line: the door of this package.

Runs where sympy may be stopped: in a reading worker. A line that took too long is left out when the work is taken up again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any

from solver.formula.nodes import Binary, Number, walk
from solver.ports import Language, Problem
from solver.verify.conditions_course import ConditionCourse
from solver.verify.course import Course
from solver.verify.equality import SYMPY_FAULTS
from solver.verify.expressions_course import ExpressionCourse
from solver.verify.lines import Line, read_line
from solver.verify.matrices import OfMatrices, OfRows
from solver.verify.problem import Posed, pose
from solver.verify.refusals import refusal
from solver.verify.senses import sense_of
from solver.verify.stories_course import StoryCourse, quantities_of
from solver.verify.systems_course import SystemCourse
from solver.verify.verdicts import Finding, LineVerdict, worded


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
            except SYMPY_FAULTS:
                found = Finding("unknown", "undecided")
            if found.verdict == "unknown" and self._divides_by_zero(self.lines[i]):
                found = Finding("wrong", "wrong-calculation", slip="divided-by-zero")
            if found.verdict == "wrong" and not self._answered and self._is_other(self.lines[i], found):
                found = Finding("wrong", "other-problem", counterexample=found.counterexample)
            self._answered = self._answered or bool(self.lines[i].claims)
        return worded(found, self.language)

    def _divides_by_zero(self, line: Line) -> bool:
        """Whether a denominator is zero, where that is no stage of a limit."""
        if self.course.posed.sort == "limit":
            return False
        bottoms = (
            n.right
            for c in line.claims
            for s in c.sides
            for n in walk(s)
            if isinstance(n, Binary) and n.op == "/"
        )
        return any(self.course.names.value(bottom) == 0 for bottom in bottoms)

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


def open_work(problem: str, lines: Sequence[str], language: Language) -> dict[str, Any]:
    """Read the problem ahead of the first line, which then has its time for itself."""
    work = _work(problem, tuple(lines), language)
    return {"lines": len(work.lines)}
