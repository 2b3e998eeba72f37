"""A student's work on one problem, judged line by line: the door of this package.

Runs where sympy may be stopped: in a reading worker. A line that took too long is left out when the work is taken up again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from solver.formula.nodes import Binary, Number, walk
from solver.ports import Language, Problem
from solver.verify.asked_course import AskedCourse
from solver.verify.asked_forms import places_asked
from solver.verify.conditions_course import ConditionCourse
from solver.verify.course import Course
from solver.verify.decimals import Roundings
from solver.verify.equality import SYMPY_FAULTS
from solver.verify.expressions_course import ExpressionCourse
from solver.verify.identities_course import IdentityCourse, identity_of
from solver.verify.lines import Line, read_line
from solver.verify.matrices import OfMatrices, OfRows
from solver.verify.posed import Posed
from solver.verify.problem import pose
from solver.verify.question import answer_of
from solver.verify.refusals import refusal
from solver.verify.senses import sense_of
from solver.verify.stories_course import Quantities, StoryCourse, quantities_of
from solver.verify.systems_course import SystemCourse
from solver.verify.verdicts import Finding, LineVerdict, worded


def course_of(problem: str, language: Language, solved: str | None = None) -> Course:
    """How work on a problem is judged; `solved` is the tutor's own answer (LaTeX), where it has been found."""
    if (identity := identity_of(problem, language)) is not None:
        return IdentityCourse(identity)
    posed = pose(problem, language)
    try:
        inner = _inner(_with_results(posed) if posed.asks_else else posed) if posed is not None else None
    except ValueError:
        inner = None  # its relations have no value here: judged like a story
    if inner is not None:
        return AskedCourse(inner, solved) if inner.posed.asks_else else inner
    quantities = quantities_of(Problem(problem, language))
    story = _with_results(Posed("story", problem, language))
    if quantities is not None:
        return StoryCourse(story, quantities)
    told = answer_of(solved, story.notes, story.names) if solved else None
    known = Quantities(told.values, told.values, whole=False) if told is not None else None
    return AskedCourse(StoryCourse(story, known), solved)


def _with_results(posed: Posed) -> Posed:
    return replace(posed, notes=replace(posed.notes, results=True))


def _inner(posed: Posed) -> Course:
    match posed.sort:
        case "condition":
            return ConditionCourse(posed)
        case "system":
            return SystemCourse(posed)
        case "matrix":
            return ExpressionCourse(posed, OfRows(posed) if posed.form == "reduce" else OfMatrices(posed))
        case _:
            return ExpressionCourse(posed, sense_of(posed))


class Work:
    """The lines of one work, judged in order."""

    def __init__(
        self, problem: str, lines: Sequence[str], language: Language, solved: str | None = None
    ) -> None:
        self.problem, self.language = problem, language
        self.course = course_of(problem, language, solved)
        self.lines = [self._read(text) for text in lines]
        self.judged = 0
        self._roundings = Roundings(self.course.names, self.course.candidates, places_asked(problem))
        self._answered = False

    def _read(self, text: str) -> Line:
        return read_line(text, self.course.posed.notes)

    def exactly(self, line: Line) -> Line:
        """The line with exact values for its roundings."""
        return self._roundings.exactly(line)

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
                line, *ahead = map(self.exactly, self.lines[i:])
                found = self.course.judge(line, ahead)
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
def _work(problem: str, lines: tuple[str, ...], language: Language, solved: str | None) -> Work:
    return Work(problem, lines, language, solved)


def check_line(
    problem: str,
    lines: Sequence[str],
    at: int,
    language: Language,
    skipped: Collection[int] = (),
    solved: str | None = None,
) -> LineVerdict:
    """The verdict on one line of a work. Remembers the last works, so that lines asked for in order are judged once.

    `solved` is the tutor's own answer (LaTeX): it tells the end where something else is asked for than what the formulas say.

    >>> check_line("Solve 2x + 3 = 7", ("2x = 10", "x = 5"), 0, "en").slip
    'sign'
    """
    work = _work(problem, tuple(lines), language, solved)
    if work.judged > at:
        _work.cache_clear()
        work = _work(problem, tuple(lines), language, solved)
    return work.verdict(at, skipped)


def check_work(
    problem: str, lines: Sequence[str], language: Language, solved: str | None = None
) -> tuple[LineVerdict, ...]:
    """All lines at once, without limits of time: for tests, and for callers that can be stopped themselves."""
    if (refused := refusal(lines, language)) is not None:
        return (refused,) * max(1, len(lines))
    work = Work(problem, lines, language, solved)
    return tuple(work.verdict(i) for i in range(len(lines)))


def open_work(problem: str, lines: Sequence[str], language: Language) -> dict[str, Any]:
    """Read the problem ahead of the first line, which then has its time for itself.

    `asks_else`: whether the end of the work can only be told by the tutor's own answer.
    """
    work = _work(problem, tuple(lines), language, None)
    return {"lines": len(work.lines), "asks_else": isinstance(work.course, AskedCourse)}
