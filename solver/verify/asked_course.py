"""Work on a question about something else than what its formulas say: the sum of the roots, 4x + 1, f'(2), how many solutions.

The lines are compared with each other, as in the course inside; whether the work has come to the end is told by the tutor's own
answer. Where that is not known, no end is called right or wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

import sympy as sp

from solver.formula.nodes import Group
from solver.verify.conditions import holds
from solver.verify.conditions_course import ConditionCourse
from solver.verify.course import Course, all_symbols, calculated, plain_name_of, statements
from solver.verify.equality import difference
from solver.verify.forms import is_simple_value
from solver.verify.lines import Claim, Line, is_solved
from solver.verify.question import Answer, answer_of, asked_node, counted, is_plain, names_result, told
from solver.verify.rewriting import GIVEN
from solver.verify.stories_course import StoryCourse
from solver.verify.systems_course import SystemCourse
from solver.verify.verdicts import Finding

_HOW_MANY: Final = re.compile(r"how many|number of|几个|多少个|个数|情况|nature of", re.IGNORECASE)


class AskedCourse(Course):
    """`inner` compares the lines; `solved` is the tutor's answer in LaTeX."""

    def __init__(self, inner: Course, solved: str | None) -> None:
        super().__init__(inner.posed)
        self.inner, self.names = inner, inner.names
        self.answer: Answer | None = answer_of(solved, inner.posed.notes, inner.names) if solved else None
        node = asked_node(inner.posed.text)
        self.asked = inner.names.value(node) if node is not None else None
        if isinstance(self.asked, sp.Expr):
            self.names.letters.setdefault(plain_name_of(GIVEN), self.asked)
        self.last: Any = None
        """The number that the line before came to."""

    def candidates(self) -> Sequence[Any]:
        """What is asked for, and what the course inside has."""
        return [*(self.answer.values if self.answer is not None else ()), *self.inner.candidates()]

    def judge(self, line: Line, ahead: Sequence[Line]) -> Finding:
        """The verdict: the line's end against the tutor's answer, all else as the course inside has it."""
        last = not any(a.claims or a.says_none or counted(a.text) is not None for a in ahead)
        if (count := self._counted(line)) is not None:
            return self.told(count)
        groups = list(statements(line))
        if not groups:
            return self.told(self._within(line, ahead, last=last))
        if len(groups) > 1:
            before = replace(line, claims=tuple(c for g in groups[:-1] for c in g))
            found = self._within(before, ahead, last=False)
            if found.verdict == "wrong":
                return self.told(found)
        found = self._end(groups[-1], replace(line, claims=groups[-1]), ahead, last=last)
        return self.concluded(found, line)

    def _within(self, line: Line, ahead: Sequence[Line], *, last: bool) -> Finding:
        """What the course inside says; its end is not this question's."""
        found = self.inner.judge(line, ahead)
        if found.reason == "solved":
            found = replace(
                found, verdict="correct" if not found.follows_wrong else found.verdict, reason="same"
            )
        if (
            last
            and found.verdict == "correct"
            and found.reason not in ("check-right", "rejected-rightly")
            and not self.finished
        ):
            return Finding("unfinished", "not-finished") if self.answer is not None else found
        return found

    def _end(self, group: tuple[Claim, ...], line: Line, ahead: Sequence[Line], *, last: bool) -> Finding:
        """The last statement of a line."""
        said = told(group, line, self.names)
        same = self.answer.is_told(said) if self.answer is not None and said is not None else None
        found: Finding | None = None
        if self._has_unknowns(group):
            found = self._within(line, ahead, last=last)
            if found.verdict == "wrong" or not same or not self._is_asked(group, line):
                return self._chosen(group, said, found, last=last)
        elif (chain := self._numbers(group, line)) is not None and chain.verdict == "wrong":
            return chain
        if same:
            return self._ended(group, last=last)
        if said is not None and self._is_result(group):
            return self._result(said, same, group, ahead, last=last)
        if said is not None and same is False and self._is_kept(said, group, ahead, last=last):
            return Finding("wrong", "not-asked-value")
        return found or self._within(line, ahead, last=last)

    def _ended(self, group: Sequence[Claim], *, last: bool) -> Finding:
        simple = all(is_simple_value(c.sides[-1]) for c in group)
        if simple:
            self.finished = True
            return Finding("correct", "asked-value")
        return Finding("unfinished", "form-simplify") if last else Finding("correct", "same")

    def _result(
        self, said: Answer, same: bool | None, group: Sequence[Claim], ahead: Sequence[Line], *, last: bool
    ) -> Finding:
        """A number by itself, or one that words call the result, and it is not the tutor's."""
        if same is None:
            return Finding("unknown", "undecided")
        if last or self._is_repeated(said, ahead) or any(names_result(c) for c in group):
            return Finding("wrong", "not-asked-value")
        return Finding("unknown", "no-link")

    def _is_repeated(self, said: Answer, ahead: Sequence[Line]) -> bool:
        """Whether all later lines only say the same value again."""
        later = [told(a.claims[-1:], a, self.names) for a in ahead if a.claims]
        return all(one is not None and said.is_told(one) for one in later)

    def _is_kept(self, said: Answer, group: Sequence[Claim], ahead: Sequence[Line], *, last: bool) -> bool:
        """Whether a value that is not the tutor's is where the work ends: a calculation that is repeated, the letter of a story."""
        numbers = all(is_plain(s) for c in group for s in c.sides)
        if numbers and not last:
            return any(a.claims for a in ahead) and self._is_repeated(said, ahead)
        if numbers and not self.finished and not _HOW_MANY.search(self.posed.text):
            return not any(
                said.is_told(Answer((v,))) for v in self.inner.candidates()
            )  # x = 5 is only the way to 4x + 1
        story = isinstance(self.inner, StoryCourse) and self.inner.letters <= all_symbols(
            [s for c in group for s in c.sides]
        )
        return last and story and all(map(is_solved, group))

    def _chosen(self, group: Sequence[Claim], said: Answer | None, found: Finding, *, last: bool) -> Finding:
        """`x = −2` where the positive root is asked for: true, and not the one that was asked for."""
        if (
            found.verdict == "wrong"
            or not last
            or said is None
            or self.answer is None
            or not all(map(is_solved, group))
        ):
            return found
        chosen = len(said.values) == len(self.answer.values)
        if chosen and self._solves(said) and self._solves(self.answer):
            return Finding("wrong", "not-asked-value")
        return found

    def _solves(self, answer: Answer) -> bool:
        """Whether all values solve the equation that is given."""
        course = self.inner
        if not isinstance(course, ConditionCourse) or course.parameters:
            return False
        return all(isinstance(v, sp.Expr) and holds(course.problem, {course.x: v}) for v in answer.values)

    # -- what stands there ------------------------------------------------------------------------------

    def _has_unknowns(self, group: Sequence[Claim]) -> bool:
        course = self.inner
        if not isinstance(course, ConditionCourse | SystemCourse):
            return False
        unknowns = set(course.posed.unknowns) | set(course.letters)
        return any(
            n in unknowns or n.split("_")[0] in unknowns
            for n in all_symbols([s for c in group for s in c.sides])
        )

    def _is_asked(self, group: Sequence[Claim], line: Line) -> bool:
        """Whether it is what is asked for that has this value: `4x + 1 = 21`, `x_1 + x_2 = 5`, one of the roots."""
        if all(map(is_solved, group)) and (self._solves(self.answer) if self.answer else False):
            return True
        if self.answer is not None and self.answer.names and all(map(is_solved, group)):
            return True
        unknowns = self.inner.posed.unknowns
        if any("_" in n and n not in unknowns for c in group for n in all_symbols(c.sides)):
            return True
        left = self.names.value(group[-1].sides[0], line.values)
        if self.asked is None or not isinstance(left, sp.Expr) or not isinstance(self.asked, sp.Expr):
            return isinstance(group[-1].sides[-1], Group)
        return difference(left, self.asked) is False

    def _is_result(self, group: Sequence[Claim]) -> bool:
        return all(names_result(c) or len(c.sides) == 1 and is_plain(c.sides[0]) for c in group)

    def _numbers(self, group: Sequence[Claim], line: Line) -> Finding | None:
        """The places between numbers of a chain; `= 5` goes on from the number before."""
        found = None
        for claim in group:
            values = [self._put_in(self.names.value(s, line.values)) for s in claim.sides]
            if claim.continues:
                values.insert(0, self.last)
            for (a, b), sign in zip(pairwise(values), claim.signs, strict=False):
                one = calculated((a, b), (sign,)) if a is not None and b is not None else None
                found = one or found
                if one is not None and one.verdict == "wrong":
                    return one
            value = values[-1]
            self.last = value if isinstance(value, sp.Expr) and not value.free_symbols else None
        return found

    def _put_in(self, value: Any) -> Any:
        """With the unknown's value, where there is only one."""
        course = self.inner
        if (
            not isinstance(value, sp.Expr)
            or not value.free_symbols
            or not isinstance(course, ConditionCourse)
        ):
            return value
        known = set(course.candidates())
        return value.subs(course.x, known.pop()) if len(known) == 1 else value

    def _counted(self, line: Line) -> Finding | None:
        """`two real roots`, where their number is asked for."""
        if not _HOW_MANY.search(self.posed.text) or self.answer is None or len(self.answer.values) != 1:
            return None
        number = 0 if line.says_none else counted(line.text)
        if number is None:
            return None
        self.finished = self.answer.is_told(Answer((sp.Integer(number),))) is True
        return Finding("correct", "asked-value") if self.finished else Finding("wrong", "not-asked-value")
