"""What holds at a moment of the work on an equation or an inequality in one unknown, and how two conditions differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import sympy as sp

from solver.verify.conditions import Condition, Rel, Spot, Table, compared, letters_of, solutions
from solver.verify.course import Course, all_symbols, plain_name_of
from solver.verify.equality import is_real, number, shown
from solver.verify.posed import Posed
from solver.verify.reading_conditions import condition_of, is_solution_form
from solver.verify.rewriting import LEFT, RIGHT

_SAMPLES: Final = (("7/3", "-5/2", "11/4", "13/5"), ("3/2", "17/6", "-7/5", "9/7"))
"""What other letters of a formula are taken to be, when it is solved for one of them."""


class ConditionState(Course):
    """One unknown, real; other letters stand for numbers that are not known."""

    def __init__(self, posed: Posed) -> None:
        super().__init__(posed)
        self.x = sp.Symbol(posed.unknowns[0])
        found = condition_of(
            [replace(c, joint="and") for c in posed.claims], self.names, posed.held, posed.unknowns
        )
        if found is None:
            raise ValueError("the problem has no value")
        self.problem: Condition = found
        parameters = sorted(letters_of(found) - {self.x}, key=str)
        self.samples = [
            dict(zip(parameters, map(sp.Rational, s), strict=False))
            for s in (_SAMPLES if parameters else ((),))
        ]
        self.parameters = frozenset(s.name for s in parameters)
        self.now, self.now_claims = found, tuple(posed.claims)
        self.whole = found
        self.kept = [found]
        self.stated: list[Condition] = []
        """Solutions that lines have given, each as one case."""
        self.within: Condition = ((),)
        self.range: Condition = ((),)
        """Where an equation is to be solved: `for 0 ≤ x ≤ π`. Lines need not say it again."""
        if len(found) == 1 and {"="} < {r.sign for r in found[0]}:
            self.range = (tuple(r for r in found[0] if r.sign != "="),)
        elif self.parameters and self._measures(found):
            self.range = ((Rel(">=", self.x, sp.S.Zero),),)
        self.last: Any = None
        self.letters = all_symbols([s for c in posed.claims for s in c.sides]) | {posed.unknowns[0]}

    def candidates(self) -> Sequence[Any]:
        """The solutions."""
        if self.parameters:
            return ()
        return [
            s.value for c in (self.now, self.problem) for s in solutions(c, self.x)[0] if s.value is not None
        ]

    def _measures(self, found: Condition) -> bool:
        """Whether it is a formula such as A = πr², in which a negative r would do as well: there quantities are not negative."""
        turned = {self.x: -self.x}
        even = all(sp.expand(r.gap - r.gap.subs(turned)) == 0 for case in found for r in case)
        return even and self.x.name not in ("x", "y", "z") and not self.parameters & {"x", "y", "z"}

    def _at(self, condition: Condition, sample: dict[sp.Symbol, Any]) -> Condition:
        if not sample:
            return condition
        return tuple(
            tuple(Rel(r.sign, r.left.subs(sample), r.right.subs(sample)) for r in case) for case in condition
        )

    def _table(self, first: Condition, second: Condition, within: Condition = ((),)) -> Table:
        """Where they differ; with other letters at the first sample where they do."""
        if self.range != ((),):
            first = tuple((*case, *more) for case in first for more in self.range)
            if not self._is_solution(second):
                within = tuple((*case, *more) for case in within for more in self.range)
        for sample in self.samples:
            found = compared(
                self._at(first, sample), self._at(second, sample), self.x, within=self._at(within, sample)
            )
            if not found.same:
                return found
        return found

    def _is_solution(self, condition: Condition) -> bool:
        return is_solution_form(condition, self.posed.unknowns)

    def _sides_at(self, value: Any) -> dict[str, Any]:
        if len(self.problem) != 1 or not self.problem[0]:
            return {}
        rel = self.problem[0][0]
        point = {self.x: value}
        return {plain_name_of(LEFT): rel.left.subs(point), plain_name_of(RIGHT): rel.right.subs(point)}

    def _own_discriminant(self, condition: Condition) -> Any:
        gap = condition[0][0].gap if len(condition) == 1 and len(condition[0]) == 1 else None
        if gap is None or not gap.is_polynomial(self.x) or sp.degree(gap, self.x) != 2:
            return None
        return sp.Poly(gap, self.x).discriminant()

    def _words(self, spots: Sequence[Spot]) -> str:
        said = ", ".join(f"\\({s.words(self.x)}\\)" for s in spots[:4])
        sample = ", ".join(f"\\({k.name} = {shown(v)}\\)" for k, v in self.samples[0].items())
        return f"{said} ({sample})" if sample else said  # an example: the other letters stand for any number

    def _shown(self, condition: Condition, spot: Spot, code: str) -> tuple[str, dict[str, str]] | None:
        """The two sides of the first relation that fails (or of the only one) at a value."""
        point = {self.x: spot.at}
        name = f"\\({self.x.name} = {shown(spot.at)}\\)"
        if self.samples[0]:
            return None
        failing = [r for case in condition for r in case if not r.holds(point)] or [
            r for case in condition for r in case
        ]
        for rel in failing:
            left, right = number(rel.left, point), number(rel.right, point)
            if left is None or right is None or not (is_real(left) and is_real(right)):
                continue
            exact = [
                e.subs(point) if spot.value is not None and not isinstance(spot.value, sp.Float) else n
                for e, n in ((rel.left, left), (rel.right, right))
            ]
            return code, {
                "point": name,
                "before": f"\\({shown(exact[0])}\\)",
                "after": f"\\({shown(exact[1])}\\)",
            }
        return ("true-before" if code in ("held-before", "solves-problem") else "true-now"), {
            "point": name,
            "before": "–",
            "after": "–",
        }
