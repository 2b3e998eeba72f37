"""What is said of the roots of an equation as such: `x_1 + x_2 = 5`, general solutions with a whole parameter, unions told with a comma."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from typing import Any, Final

import sympy as sp

from solver.formula.nodes import Symbol
from solver.verify.condition_verdicts import ConditionVerdicts
from solver.verify.conditions import Condition, letters_of, solutions
from solver.verify.course import all_symbols, same_everywhere
from solver.verify.equality import shown
from solver.verify.lines import Claim, Line, is_solved
from solver.verify.periodic import is_periodic, unfolded, window_of
from solver.verify.reading_conditions import as_union, condition_of
from solver.verify.verdicts import Finding

MAX_ROOTS: Final = 4
"""Of so many at most every order is tried."""


class ConditionRoots(ConditionVerdicts):
    """Statements about several roots at once."""

    def _as_meant(self, condition: Condition, claims: Sequence[Claim], line: Line) -> Condition:
        """`x = π/6 + 2kπ` for every whole k; `x < −2, x > 2` as the union that it must be where both together are never true."""
        strangers = letters_of(condition) - {self.x} - {sp.Symbol(p) for p in self.parameters}
        if strangers and is_periodic((self.problem,)):
            window = window_of((self.problem,), self.x)
            return unfolded(condition, self.x, window) or condition
        if (
            strangers
            or (union := as_union(claims, self.posed.unknowns)) is None
            or self._table(self.now, condition).same
        ):
            return condition
        together = condition_of(union, self.names, line.values, self.posed.unknowns)
        empty = not solutions(self._at(condition, self.samples[0]), self.x)[0]
        return together if together is not None and empty else condition

    def _of_roots(self, claims: Sequence[Claim], line: Line) -> Finding | None:
        """`x_1 + x_2 = 5`: true of the roots or not; None where it is no relation between several of them."""
        letters = all_symbols([s for c in claims for s in c.sides])
        named = sorted(
            n for n in letters if "_" in n and n.split("_")[0] == self.x.name and n not in self.letters
        )
        if (
            not named
            or all(self._names_unknown(c) for c in claims)
            or not all(set(c.signs) == {"="} and not c.continues for c in claims)
        ):
            return None
        roots = self._roots()
        values = [[self.names.value(s, line.values) for s in c.sides] for c in claims]
        own = {sp.Symbol(n) for n in named}
        values = [
            [v for v in vs if not isinstance(v, sp.Expr) or v.free_symbols <= own] for vs in values
        ]  # c/a in the middle says nothing here
        if (
            roots is None
            or len(named) > len(roots)
            or any(not isinstance(v, sp.Expr) for vs in values for v in vs)
        ):
            return Finding("unknown", "undecided")
        unsure = False
        for chosen in permutations(roots, len(named)):
            point = dict(zip(map(sp.Symbol, named), chosen, strict=True))
            found = [same_everywhere([v.subs(point) for v in vs]) for vs in values]
            if all(f is False for f in found):
                return Finding("correct", "true-here")
            unsure = unsure or None in found
        if unsure or self.wrong:
            return Finding("unknown", "undecided")
        sides = self._spoken([v.subs(point) for v in values[0]])
        return Finding(
            "wrong",
            "wrong-statement",
            slip=self._slip_of_roots(values[0]),
            counterexample=("numbers-differ", sides),
        )

    def _spoken(self, values: Sequence[Any]) -> dict[str, str]:
        return {
            "before": f"\\({shown(sp.simplify(values[0]))}\\)",
            "after": f"\\({shown(sp.simplify(values[-1]))}\\)",
        }

    def _slip_of_roots(self, values: Sequence[Any]) -> str:
        """The sum of the roots is −b/a: mostly the sign is forgotten."""
        if self._roots() is None:
            return ""
        turned = [v.subs({s: -s for s in v.free_symbols}) for v in values[:1]]
        named = sorted(values[0].free_symbols, key=str)
        for chosen in permutations(self._roots() or (), len(named)):
            point = dict(zip(named, chosen, strict=True))
            if same_everywhere([turned[0].subs(point), values[-1]]) is False:
                return "sign"
        return ""

    def _roots(self) -> list[Any] | None:
        """The roots of a polynomial equation with their multiplicity, complex ones too; else its real solutions; None where they are not known."""
        if (
            self.parameters
            or len(self.problem) != 1
            or len(self.problem[0]) != 1
            or self.problem[0][0].sign != "="
        ):
            return None
        gap = self.problem[0][0].gap
        if gap.is_polynomial(self.x) and sp.degree(gap, self.x) <= MAX_ROOTS:
            found = sp.roots(sp.Poly(gap, self.x))
            roots = [r for r, times in found.items() for _ in range(times)]
            return roots if len(roots) == sp.degree(gap, self.x) else None
        spots, certain = solutions(self.problem, self.x)
        return (
            [s.value for s in spots]
            if certain and len(spots) <= MAX_ROOTS and all(s.value is not None for s in spots)
            else None
        )

    def _names_unknown(self, claim: Claim) -> bool:
        left = claim.sides[0]
        return is_solved(claim) and isinstance(left, Symbol) and left.name.split("_")[0] == self.x.name
