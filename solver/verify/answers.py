"""The answer box: an answer by its value against the problem, and by the form that was asked for."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.formula.nodes import Group, Symbol
from solver.ports import Language
from solver.verify.asked_course import AskedCourse
from solver.verify.asked_forms import places_asked
from solver.verify.conditions_course import ConditionCourse
from solver.verify.decimals import written
from solver.verify.equality import SYMPY_FAULTS, near, number
from solver.verify.expressions_course import ExpressionCourse
from solver.verify.lines import Claim, Line
from solver.verify.rounding import is_half_a_unit
from solver.verify.sentences import say
from solver.verify.stories_course import StoryCourse
from solver.verify.verdicts import Finding, Kind, LineVerdict, worded
from solver.verify.work import Work

_DECIDED: Final = {
    "lost-roots": "answer-incomplete", "not-equivalent": "answer-wrong", "not-from-problem": "answer-wrong",
    "wrong-calculation": "answer-wrong", "other-problem": "answer-wrong", "not-asked-value": "answer-wrong", "gained-roots": "answer-wrong",
    "same": "solved", "asked-value": "solved", "restated": "not-finished",
}  # fmt: skip

_NO_ANSWER: Final = ("definition", "identity", "true-here", "calculation")
"""Right as a line of a work, but no answer."""


def judge_answer(problem: str, answer: str, language: Language, solved: str | None = None) -> LineVerdict:
    """The verdict on an answer: `correct`, `unfinished` (right, but not in the form asked for), `wrong`, `unknown`.

    `solved` is the tutor's own answer (LaTeX), for problems whose formulas do not say what is asked for.
    A wrong answer is told with a counterexample, but without the right one: the student tries again.

    >>> judge_answer("Solve x^2 = 9", "x = 3", "en").reason
    'answer-incomplete'
    """
    if not answer.strip():
        return LineVerdict("unknown", say("no-answer-given", language), "no-answer-given")
    work = Work(problem, (answer,), language, solved)
    line = work.lines[0] = _as_solution(work.lines[0], work)
    if (places := places_asked(problem)) is not None and (
        rounded := _rounded(work, line, places)
    ) is not None:
        return worded(rounded, language)
    try:
        found = work.course.judge(work.exactly(line), ())
    except SYMPY_FAULTS:
        found = Finding("unknown", "undecided")
    reason = _DECIDED.get(found.reason, found.reason)
    if found.verdict == "wrong":
        hidden = reason == "answer-incomplete"  # the lost root would be the answer
        found = replace(
            found,
            reason=reason,
            values={} if hidden else found.values,
            counterexample=None if hidden else _without_truth(found),
            slip="" if hidden else found.slip,
            place="",
        )
    elif found.verdict == "correct":
        kind: Kind = (
            "unfinished"
            if reason in ("not-finished", "case")
            else "unknown"
            if reason in _NO_ANSWER
            else "correct"
        )
        code = {"unfinished": "not-finished", "unknown": "undecided"}.get(kind, reason)
        found = Finding(kind, code, found.values)
    return worded(found, language)


def _without_truth(found: Finding) -> tuple[str, dict[str, str]] | None:
    """The counterexample, unless it tells the right value."""
    if found.counterexample is None:
        return None
    code, values = found.counterexample
    return (code, values) if code in ("in-problem", "holds-now", "values-differ", "slopes-differ") else None


def _as_solution(line: Line, work: Work) -> Line:
    """`2, 3`, `2 or 3` and `{2, 3}` as values of the unknown."""
    course = work.course
    if isinstance(course, ConditionCourse) and line.claims and not any(c.signs for c in line.claims):
        x = Symbol(course.x.name)
        claims: list[Claim] = []
        for claim in line.claims:
            node = claim.sides[0]
            if isinstance(node, Group) and node.brackets != "{}":
                return line
            for item in node.items if isinstance(node, Group) else (node,):
                claims.append(replace(claim, sides=(x, item), signs=("=",), joint="or" if claims else ""))
        return replace(line, claims=tuple(claims))
    return line


def _rounded(work: Work, line: Line, places: int) -> Finding | None:
    """A decimal where digits were asked for: right when the exact value rounds to it and it has so many."""
    course = work.course
    goal: Any = None
    if isinstance(course, ExpressionCourse):
        goal = course.goal
    elif (
        isinstance(course, StoryCourse)
        and course.quantities is not None
        and len(course.quantities.asked) == 1
    ):
        goal = course.quantities.asked[0]
    elif isinstance(course, AskedCourse) and course.answer is not None and len(course.answer.values) == 1:
        goal = course.answer.values[0]
    node = line.claims[-1].sides[-1] if line.claims else None
    if not isinstance(goal, sp.Expr) or goal.free_symbols or node is None:
        return None
    text = written(node)
    if not text:
        value = number(course.names.value(node))
        exact = number(goal)
        if value is None or exact is None:
            return None
        return _not_rounded(places) if near(value, exact) else Finding("wrong", "answer-wrong")
    if places < 0:
        return _in_tens(goal, text, places)
    behind = len(text.partition(".")[2])
    if not is_half_a_unit(goal, text, min(places, behind)):
        return Finding("wrong", "answer-wrong")
    return Finding("correct", "solved") if behind == places else _not_rounded(places)


def _in_tens(goal: sp.Expr, text: str, places: int) -> Finding:
    """A number where whole tens, hundreds, … were asked for."""
    is_whole = Fraction(text) % 10**-places == 0
    if is_whole and is_half_a_unit(goal, text, places):
        return Finding("correct", "solved")
    return _not_rounded(places) if goal == sp.Rational(text) else Finding("wrong", "answer-wrong")


def _not_rounded(places: int) -> Finding:
    """Right in value, and not written so."""
    if places < 0:
        return Finding("unfinished", "form-asked")
    return Finding("unfinished", "form-digits", {"places": str(places)})
