"""Work on a problem that is not a formula: a story. A set-up is right when its solution is a quantity of the story.

What the quantities are, the built-in tutor has found by reading the story (`quantities_of`). Where it could not read the problem,
calculations are still checked, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError
from solver.formula.nodes import Symbol, symbols
from solver.latex import values_in
from solver.ports import Problem
from solver.topics import read
from solver.topics.base import Unread
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.word_problems.task import WordProblem
from solver.verify.conditions_course import ConditionCourse
from solver.verify.course import Course, all_symbols, calculated, point_words, statements
from solver.verify.equality import is_real, near, number
from solver.verify.lines import Claim, Line, is_solved
from solver.verify.posed import Posed
from solver.verify.slips import copied_expression
from solver.verify.systems_course import SystemCourse
from solver.verify.verdicts import Finding

_DEFINES: Final = re.compile(r"\blet\b|\bcall\b|\bbe\b|设|令")
_ONE_NUMBER: Final = re.compile(
    r"求(?:这个|此|该|原来的?)数|(?:这个|此|该)数是多少|\b(?:find|what is|what's) (?:the|this|my) (?:original )?number\b",
    re.IGNORECASE,
)
"""A riddle about one number: a single letter can stand for nothing else."""
_ASKED_FOR: Final = re.compile(r"\banswer\b|\btotal\b|\bso\b|答|共", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantities:
    """Values that a story has: those asked for, and all that its solution finds. `whole`: these are all that it has."""

    asked: tuple[Any, ...]
    known: tuple[Any, ...]
    whole: bool = True


def quantities_of(problem: Problem) -> Quantities | None:
    """What the built-in tutor makes of a story; None where it does not read it as one."""
    try:
        task = read(problem)
    except FormulaError:
        return None
    if isinstance(task, Unread):
        return None
    if isinstance(task, WordProblem):
        asked = tuple(
            sp.Rational(task.plan.values[k].numerator, task.plan.values[k].denominator) for k in task.asked
        )
        known = tuple(sp.Rational(v.numerator, v.denominator) for v in task.plan.values.values())
        return Quantities(asked, (*asked, *known))
    if isinstance(task, Exercise):
        values = tuple(sp.Rational(v.numerator, v.denominator) for v in task.values)
        found = (values_in(step.result) for step in task.steps)
        return Quantities(values, (*values, *(v for vs in found for v in vs or () if isinstance(v, sp.Expr))))
    return None


class StoryCourse(Course):
    """Calculations, set-ups and what follows from them."""

    def __init__(self, posed: Posed, quantities: Quantities | None) -> None:
        super().__init__(posed)
        self.quantities = quantities
        self.inner: Course | None = None
        self.defined: set[str] = set()
        self.results: list[Any] = []
        self.pending: list[Claim] = []

    def candidates(self) -> Sequence[Any]:
        """What the story has, what was computed, and what the set-up gives."""
        known = self.quantities.known if self.quantities is not None else ()
        inner = self.inner.candidates() if self.inner is not None else ()
        return [*inner, *known, *(r for r in self.results if r is not None)]

    @property
    def letters(self) -> frozenset[str]:
        """Letters that the set-up has for quantities."""
        claims = self.inner.posed.claims if self.inner is not None else tuple(self.pending)
        return all_symbols([s for c in claims for s in c.sides])

    def judge(self, line: Line, ahead: Sequence[Line]) -> Finding:
        """The verdict: calculations by themselves, equations by the story."""
        found: Finding | None = None
        last = not any(a.claims for a in ahead)
        for group in statements(line):
            one = self._group(group, line, ahead, last=last)
            found = one or found
            if one is not None and one.verdict == "wrong":
                break
        return self.concluded(found, line)

    def _group(
        self, group: tuple[Claim, ...], line: Line, ahead: Sequence[Line], *, last: bool
    ) -> Finding | None:
        values = [[self.names.value(s, line.values) for s in c.sides] for c in group]
        if all(isinstance(v, sp.Expr) and not v.free_symbols for vs in values for v in vs):
            return self._numbers(group, values, ahead, last=last)
        if any(c.defining for c in group) and all(not c.signs for c in group):
            self.defined |= {n for c in group for s in c.sides for n in symbols(s)}
            return Finding("correct", "definition")
        if all(not c.signs for c in group):
            self.defined |= {n for c in group for s in c.sides if isinstance(s, Symbol) for n in symbols(s)}
            return (
                Finding("correct", "definition")
                if all(isinstance(s, Symbol) for c in group for s in c.sides)
                else Finding("unknown", "no-link")
            )
        if self.inner is not None:
            return self._inside(group, line, ahead, last=last)
        return self._set_up(group, line, ahead, last=last)

    def _numbers(
        self, group: Sequence[Claim], values: Sequence[Sequence[Any]], ahead: Sequence[Line], *, last: bool
    ) -> Finding | None:
        found = None
        for claim, chain in zip(group, values, strict=True):
            full = [*self.results[-1:], *chain] if claim.continues else chain
            found = calculated(full, claim.signs) if claim.signs else Finding("correct", "calculation")
            if found is None or found.verdict == "wrong":
                if (
                    found is not None
                    and claim.sides
                    and (copied := copied_expression(claim.sides[0], claim.sides[-1]))
                ):
                    return Finding(
                        "wrong",
                        found.reason,
                        slip="copying",
                        place=copied,
                        counterexample=found.counterexample,
                    )
                self.results.append(chain[-1])
                return found
            self.results.append(chain[-1])
        if self.quantities is None or self.wrong:
            return found
        if not last:
            return self._never_asked(self.results[-1], ahead) or found
        return self._ended(self.results[-max(1, len(self.quantities.asked)) :])

    def _never_asked(self, value: Any, ahead: Sequence[Line]) -> Finding | None:
        """A value that the story does not have, where all that follows only says it again: there the slip was made."""
        assert self.quantities is not None
        later = [self.names.value(s, line.values) for line in ahead for c in line.claims for s in c.sides]
        if not later or not self.quantities.whole or not all(_same(v, value) for v in later):
            return None
        if any(_same(value, k) for k in self.quantities.known):
            return None
        return Finding("wrong", "not-asked-value")

    def _ended(self, results: Sequence[Any]) -> Finding:
        """The last number: is it what was asked for?"""
        assert self.quantities is not None
        asked = self.quantities.asked
        if all(any(_same(r, a) for r in results) for a in asked):
            self.finished = True
            return Finding("correct", "asked-value")
        if all(any(_same(r, a) for r in self.results) for a in asked):
            if all(any(_same(r, a) for a in asked) for r in results):
                return Finding("correct", "asked-value")  # the last of several that were asked for
            return Finding("unknown", "undecided")  # it stands among other numbers: which one is the answer?
        if any(_same(r, k) for r in results for k in self.quantities.known):
            return Finding("unfinished", "not-finished")
        return Finding("wrong", "not-asked-value")

    def _set_up(
        self, group: Sequence[Claim], line: Line, ahead: Sequence[Line], *, last: bool
    ) -> Finding | None:
        """The first equations: their solution must be quantities of the story. Two unknowns may need two lines."""
        claims = [*self.pending, *(c for c in group if c.signs and not c.continues)]
        letters = sorted({n for c in claims for s in c.sides for n in symbols(s)} - {"e"})
        solved = [c for c in claims if is_solved(c) and not symbols(c.sides[1])]
        if solved and len(solved) == len(claims):
            return self._values(solved, line, ahead, last=last)
        named = [c for c in claims if is_solved(c) and symbols(c.sides[1])]
        if len(letters) > 1 and len(claims) - len(named) < 1:
            self.pending = claims
            return Finding("correct", "definition")
        equations = list(claims)
        if len(letters) > len(equations):
            self.pending = claims
            more = any(c.signs for a in ahead for c in a.claims)
            return (
                Finding("correct", "set-up")
                if more and self._possible(equations, letters)
                else Finding("unknown", "undecided")
            )
        posed = Posed("system" if len(letters) > 1 else "condition", self.posed.text, self.posed.language, claims=tuple(equations),
                      unknowns=tuple(letters), notes=self.posed.notes)  # fmt: skip
        try:
            course: SystemCourse | ConditionCourse = (
                SystemCourse(posed) if len(letters) > 1 else ConditionCourse(posed)
            )
        except ValueError:
            return Finding("unknown", "undecided")
        points = (
            course.points
            if isinstance(course, SystemCourse)
            else [{course.x: s.value} for s in _spots(course)]
        )
        if not points or any(v is None for p in points for v in p.values()):
            return Finding("unknown", "undecided") if points is None or points else self._misfit({})
        self.inner = course
        if self.quantities is None:
            return Finding("unknown", "problem-unread")
        fitting = [
            p for p in points if all(any(_same(v, k) for k in self.quantities.known) for v in p.values())
        ]
        some = [p for p in points if any(any(_same(v, a) for a in self.quantities.asked) for v in p.values())]
        if fitting or some or any(self._reaches(p, ahead) for p in points):
            return Finding("correct", "set-up")
        return self._misfit(
            points[0], is_asked=len(letters) == 1 and bool(_ONE_NUMBER.search(self.posed.text))
        )

    def _reaches(self, point: dict[sp.Symbol, Any], ahead: Sequence[Line]) -> bool:
        """Whether a later line makes what is asked for of the letters' values: they may be quantities that the tutor's way does not have."""
        assert self.quantities is not None
        values = (self.names.value(s, line.values) for line in ahead for c in line.claims for s in c.sides)
        return any(
            isinstance(v, sp.Expr) and any(_same(v.subs(point), a) for a in self.quantities.asked)
            for v in values
        )

    def _possible(self, claims: Sequence[Claim], letters: Sequence[str]) -> bool:
        """Whether an equation in several unknowns holds for some quantities of the story."""
        from itertools import product

        if self.quantities is None or len(letters) > 3:
            return True
        known = list(dict.fromkeys(self.quantities.known))[:14]
        for values in product(known, repeat=len(letters)):
            point = dict(zip(map(sp.Symbol, letters), values, strict=True))
            sides = [[self.names.value(s) for s in c.sides] for c in claims]
            if all(v is not None for vs in sides for v in vs) and all(
                _same(vs[0].subs(point), vs[1].subs(point)) for vs in sides
            ):
                return True
        return False

    def _misfit(self, point: dict[sp.Symbol, Any], *, is_asked: bool = False) -> Finding:
        if self.quantities is not None and not self.quantities.whole and not is_asked:
            return Finding("unknown", "undecided")
        example = ("solution-of-it", {"point": point_words(point)}) if point else None
        return Finding("wrong", "not-set-up", counterexample=example)

    def _values(self, solved: Sequence[Claim], line: Line, ahead: Sequence[Line], *, last: bool) -> Finding:
        values = [self.names.value(c.sides[1], line.values) for c in solved]
        self.results += [v for v in values if v is not None]
        if self.quantities is None:
            return Finding("unknown", "problem-unread")
        if all(any(_same(v, k) for k in self.quantities.known) for v in values):
            return (
                self._ended(values)
                if last
                else Finding(
                    "correct",
                    "asked-value"
                    if any(_same(v, a) for v in values for a in self.quantities.asked)
                    else "calculation",
                )
            )
        if last:
            return Finding("wrong", "not-asked-value")
        return self._never_asked(values[-1], ahead) or Finding("correct", "definition")

    def _inside(self, group: tuple[Claim, ...], line: Line, ahead: Sequence[Line], *, last: bool) -> Finding:
        """Solving the set-up: judged as an equation or a system by itself."""
        assert self.inner is not None
        part = Line(line.text, group, line.values)
        found = self.inner.judge(part, ahead)
        solved = [c for c in group if is_solved(c) and not symbols(c.sides[1])]
        values = [v for c in solved if (v := self.names.value(c.sides[1], line.values)) is not None]
        self.results += values
        for claim, value in zip(solved, values, strict=False):
            if found.verdict != "wrong" and isinstance(claim.sides[0], Symbol):
                self.names.letters[claim.sides[0].name] = value
        if found.reason == "definition" and not self.wrong:
            return found
        if (
            found.verdict in ("correct", "unfinished")
            and not found.follows_wrong
            and not self.wrong
            and last
            and values
            and self.quantities is not None
        ):
            return self._ended(values)
        return found


def _spots(course: ConditionCourse) -> list[Any]:
    from solver.verify.conditions import solutions

    return list(solutions(course.problem, course.x)[0])


def _same(a: Any, b: Any) -> bool:
    one, two = number(a), number(b)
    return one is not None and two is not None and is_real(one) and is_real(two) and near(one, two)
