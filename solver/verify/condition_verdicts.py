"""A condition that a line states, against what holds: the same, one case of several, less (a solution is lost), or more.

More is allowed where a step may bring in roots (squaring, multiplying by the unknown), as long as they are rejected in the end.
"""

from __future__ import annotations

from collections.abc import Sequence

import sympy as sp

from solver.verify.condition_state import ConditionState
from solver.verify.conditions import Condition, Spot, Table, holds, letters_of, solutions
from solver.verify.course import statements
from solver.verify.critical import critical
from solver.verify.equality import is_real, near, number
from solver.verify.forms import is_simple_value
from solver.verify.lines import Claim, Line
from solver.verify.periodic import has_no_zero
from solver.verify.reading_conditions import condition_of
from solver.verify.slips import slip_of_condition
from solver.verify.verdicts import Finding


class ConditionVerdicts(ConditionState):
    """Judges conditions; what a line says is `conditions_course`'s business."""

    def _statement(
        self,
        group: Sequence[Claim],
        condition: Condition,
        claims: tuple[Claim, ...],
        ahead: Sequence[Line],
        *,
        last: bool,
    ) -> Finding:
        if self.within != ((),) and self._table(self.problem, condition).same:
            self.now, self.within = self.problem, ((),)  # the cases are put together
        table = self._table(self.now, condition)
        if self.within != ((),) and any(
            self._table(c, condition, self.within).same for c in (self.now, self.whole)
        ):
            return self._case(condition, claims, last=last)
        if table.same:
            return self._accept(condition, claims, last=last)
        for earlier in reversed(self.kept):
            if earlier is not self.now and self._table(earlier, condition).same:
                self.wrong = self.wrong and earlier is not self.problem
                return self._accept(condition, claims, last=last, whole=True)
        if self._is_true_remark(condition):
            return Finding("correct", "true-here")
        against = self._table(self.whole, condition)
        if not against.gained:
            return self._subset(condition, claims, against, ahead, last=last)
        gained = table.gained if not table.lost else against.gained
        if not table.lost or not against.lost:
            return self._superset(condition, claims, gained, ahead, last=last)
        return self._wrong(condition, claims, table)

    def _is_true_remark(self, condition: Condition) -> bool:
        """`x ≠ 1`, `x > 0` beside an equation: true at all of its solutions."""
        signs = {r.sign for case in condition for r in case}
        beside = "=" not in signs and all(any(r.sign == "=" for r in c) for c in self.problem)
        return beside and not self._table(self.problem, condition).lost

    def _accept(
        self, condition: Condition, claims: tuple[Claim, ...], *, last: bool, whole: bool = False
    ) -> Finding:
        if self.whole is self.now or whole:
            self.whole = condition
        self.now, self.now_claims = condition, claims or self.now_claims
        self.kept.append(condition)
        if self.within != ((),) and self._table(self.whole, condition).same:
            self.within = ((),)
        return self._ended(condition, claims, last=last)

    def _case(self, condition: Condition, claims: tuple[Claim, ...], *, last: bool) -> Finding:
        """What follows where the line's own condition holds: `if x ≥ 1: x − 1 = 3`."""
        narrowed = tuple((*case, *more) for case in condition for more in self.within)
        self.now, self.now_claims = narrowed, claims
        self.kept.append(narrowed)
        if not self._is_solution(condition):
            return Finding("correct", "case")
        self.stated.append(narrowed)
        union = tuple(case for c in self.stated for case in c)
        if self._table(self.problem, union).same:
            self.finished = True
            return Finding("correct", "solved")
        return Finding("unfinished", "not-finished") if last else Finding("correct", "case")

    def _ended(self, condition: Condition, claims: tuple[Claim, ...], *, last: bool) -> Finding:
        """The verdict of a line that follows: is it the end?"""
        solved = self._is_solution(condition)
        if solved:
            self.stated.append(condition)
        union = tuple(case for c in self.stated for case in c)
        complete = (
            bool(self.stated)
            and self._table(self.problem, union).same
            or solved
            and self._table(self.problem, condition).same
        )
        if solved and not self.wrong and last and not complete:
            extra = self._table(self.problem, union).gained
            if extra:
                return self._extraneous(extra)
        if complete and solved:
            if last and not all(is_simple_value(c.sides[-1]) for c in claims):
                return Finding("unfinished", "form-simplify")
            self.finished = True
            return Finding("correct", "solved")
        if last and not self.finished and not solved:
            return Finding("unfinished", "not-finished")
        return Finding("correct", "same")

    def _extraneous(self, extra: Sequence[Spot]) -> Finding:
        spot = extra[0]
        return Finding(
            "wrong",
            "extraneous",
            {"roots": self._words(extra)},
            slip="extraneous-root",
            counterexample=self._shown(self.problem, spot, "in-problem"),
        )

    def _subset(
        self,
        condition: Condition,
        claims: tuple[Claim, ...],
        table: Table,
        ahead: Sequence[Line],
        *,
        last: bool,
    ) -> Finding:
        """Less than before: an extraneous root left out, one case of several, or solutions lost."""
        real = (
            [s for s in table.lost if holds(self._at(self.problem, self.samples[0]), {self.x: s.at})]
            if not self.wrong
            else list(table.lost)
        )
        if not real:
            return self._accept(condition, claims, last=last, whole=True)
        covered = [*self._later(ahead), *self.stated]
        missing = [
            s for s in real if not any(holds(self._at(c, self.samples[0]), {self.x: s.at}) for c in covered)
        ]
        chosen = self.posed.asks_else and self._is_solution(condition)
        if not missing or chosen:  # chosen: of the solutions one may be asked for
            self.now, self.now_claims = condition, claims
            self.kept.append(condition)
            found = self._ended(condition, claims, last=last)
            return Finding("correct", "case") if found.reason == "same" else found
        if not table.both:
            return self._wrong(condition, claims, table)
        first = len(self.kept) == 1
        slip = slip_of_condition(
            self.now_claims, claims, condition, self, lost=tuple(s.value for s in missing)
        )
        self.now, self.now_claims, self.whole = condition, claims, condition
        self.kept.append(condition)
        if self._is_solution(condition):
            self.stated.append(condition)
        return Finding("wrong", "lost-roots", {"roots": self._words(missing)}, slip=slip[0] or "lost-root", place=slip[1],
                       counterexample=self._shown(condition, missing[0], "solves-problem" if first else "held-before"))  # fmt: skip

    def _later(self, ahead: Sequence[Line]) -> list[Condition]:
        """What later lines say that are cases of what holds now."""
        found = []
        for line in ahead:
            for group in statements(line):
                if not all(c.signs and not c.continues for c in group):
                    continue
                condition = condition_of(group, self.names, line.values, self.posed.unknowns)
                if condition is None or letters_of(condition) - {self.x} - {
                    sp.Symbol(p) for p in self.parameters
                }:
                    continue
                table = self._table(self.whole, condition)
                if not table.gained and table.lost or any(c.rejected for c in group):
                    found.append(condition)
        return found

    def _superset(
        self,
        condition: Condition,
        claims: tuple[Claim, ...],
        gained: Sequence[Spot],
        ahead: Sequence[Line],
        *,
        last: bool,
    ) -> Finding:
        """More than before: allowed where the step is one that may bring in roots, and they are checked later."""
        solved = self._is_solution(condition)
        pseudo = all(self._is_pseudo(s) for s in gained)
        if len(self.problem) == 1 and len(self.problem[0]) > 1 and self._is_true_remark_of_several(condition):
            return Finding("correct", "true-here")
        grows = self._grows(condition)
        if not (pseudo or grows and not solved):
            return self._wrong(condition, claims, self._table(self.now, condition))
        bad = [s for s in gained if not holds(self._at(self.problem, self.samples[0]), {self.x: s.at})]
        if solved and last and not self.wrong and bad:
            return self._extraneous(bad)
        self.now, self.now_claims, self.whole = condition, claims, condition
        self.kept.append(condition)
        if solved:
            self.stated.append(condition)
        return Finding("unfinished", "needs-check", {"roots": self._words(gained)})

    def _is_true_remark_of_several(self, condition: Condition) -> bool:
        return all(r.sign != "=" for case in condition for r in case)

    def _is_pseudo(self, spot: Spot) -> bool:
        """Whether squaring, multiplying by a denominator or joining logarithms would bring in this value."""
        if spot.value is None:
            return False
        if (
            self.range != ((),)
            and not holds(self.range, {self.x: spot.value})
            and holds(self.now, {self.x: spot.value})
        ):
            return True  # it solves the equation, outside of where it is to be solved
        for case in self.now:
            for rel in case:
                gap = self._at(((rel,),), self.samples[0])[0][0].gap
                if gap.is_polynomial(self.x):
                    continue
                some, sure = critical(gap, self.x)
                if sure and any(is_real(n := number(v)) and near(n, number(spot.value)) for v in some):
                    return True
                value = number(gap, {self.x: spot.value})
                if value is not None and not is_real(value) and abs(sp.re(value)) < sp.Float("1e-15"):
                    return True
                if (
                    value is None
                    and gap.has(sp.log) is False
                    and sp.denom(sp.together(gap)).subs(self.x, spot.value) == 0
                ):
                    return True
        return False

    def _grows(self, condition: Condition) -> bool:
        """Whether both are polynomial equations and the new one has the higher degree: both sides were squared or multiplied."""
        gaps = []
        for c in (self.now, condition):
            if len(c) != 1 or len(c[0]) != 1 or c[0][0].sign != "=":
                return False
            gaps.append(self._at(c, self.samples[0])[0][0].gap)
        if not all(g.is_polynomial(self.x) for g in gaps):
            return False
        return bool(sp.degree(gaps[1], self.x) > sp.degree(gaps[0], self.x))

    def _wrong(self, condition: Condition, claims: tuple[Claim, ...], table: Table) -> Finding:
        """Not equivalent: a number that shows it, and the likely slip."""
        if not table.certain and not table.lost and not table.gained:
            return Finding("unknown", "undecided")
        before, first = self.now_claims, len(self.kept) == 1
        slip, place = slip_of_condition(
            before, claims, condition, self, lost=tuple(s.value for s in table.lost if s.value is not None)
        )
        if table.lost:
            example = self._shown(condition, table.lost[0], "solves-problem" if first else "held-before")
        else:
            example = (
                self._shown(self.now, table.gained[0], "solves-line" if first else "holds-now")
                if table.gained
                else None
            )
        self.now, self.now_claims, self.whole = condition, claims or before, condition
        self.kept.append(condition)
        self.within = ((),)
        if self._is_solution(condition):
            self.stated = [condition]
        return Finding(
            "wrong",
            "not-from-problem" if first else "not-equivalent",
            slip=slip,
            place=place,
            counterexample=example,
        )

    def _none(self) -> Finding:
        spots, certain = solutions(self._at(self.now, self.samples[0]), self.x)
        if not spots:
            self.finished = True
            certain = certain or self._never_zero()
            return Finding("correct", "solved") if certain else Finding("unknown", "undecided")
        real = [s for s in spots if holds(self._at(self.problem, self.samples[0]), {self.x: s.at})]
        if not real and not self.wrong:
            return Finding("correct", "solved")
        return Finding(
            "wrong",
            "lost-roots",
            {"roots": self._words(real or spots)},
            slip="lost-root",
            counterexample=self._shown(self.problem, (real or list(spots))[0], "in-problem"),
        )

    def _never_zero(self) -> bool:
        """Whether the sides of a single equation are known to differ everywhere: 2ˣ + 4 > 0."""
        if len(self.now) != 1 or len(self.now[0]) != 1 or self.now[0][0].sign != "=":
            return False
        gap = self.now[0][0].gap
        return has_no_zero(gap) or bool(gap.subs(self.x, sp.Symbol(self.x.name, real=True)).is_nonzero)

    def _rejected(self, group: Sequence[Claim], line: Line, ahead: Sequence[Line]) -> Finding | None:
        """`x = 3, x = −1 (rejected)`: what is rejected must not solve the problem, what is kept must be all."""
        out = [c for c in group if c.rejected and c.signs]
        kept = [c for c in group if not c.rejected]
        for claim in out:
            condition = condition_of([claim], self.names, line.values, self.posed.unknowns)
            if condition is None:
                return Finding("unknown", "undecided")
            spots = [
                s
                for s in solutions(condition, self.x)[0]
                if holds(self._at(self.problem, self.samples[0]), {self.x: s.at})
            ]
            if spots and not self.wrong and not self.posed.asks_else:
                return Finding(
                    "wrong",
                    "rejected-wrongly",
                    {"roots": self._words(spots)},
                    slip="lost-root",
                    counterexample=self._shown(self.problem, spots[0], "in-problem"),
                )
        remaining = self._table(self.problem, self.now)
        if not kept:
            if not remaining.lost:
                self.now = self.whole = self.problem
            return Finding("correct", "rejected-rightly")
        kept_condition = condition_of(kept, self.names, line.values, self.posed.unknowns)
        if kept_condition is None:
            return Finding("correct", "rejected-rightly")
        if self._table(self.problem, kept_condition).same:
            self.finished = True
            self.now = self.whole = kept_condition
            return Finding("correct", "solved")
        return self._statement(kept, kept_condition, tuple(kept), ahead, last=False)
