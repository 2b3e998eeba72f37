"""The values for which a rational expression is not defined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sympy as sp

from solver.formula import FormulaError, Node, letter, symbol_latex, to_sympy
from solver.formula.nodes import Binary, walk
from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution
from solver.topics.cells import cell, comment, exact_source
from solver.topics.expressions.rational_expressions.words import CLAIMS, METHODS, WORDS


def zero_places(node: Node, x: sp.Symbol) -> tuple[sp.Expr, ...]:
    """What must not be 0: every denominator in x, and of a denominator that is itself a fraction its numerator."""
    found: list[sp.Expr] = []
    for n in walk(node):
        if isinstance(n, Binary) and n.op == "/":
            below = sp.fraction(sp.together(to_sympy(n.right)))[0]
            if below.has(sp.zoo, sp.nan) or below == 0:
                raise FormulaError("divided by zero")
            if below.has(x) and below.is_polynomial(x):
                found.append(sp.expand(below))
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Excluded:
    """`denominators` in `variable`, none of which may be 0."""

    denominators: tuple[sp.Expr, ...]
    variable: str
    language: Language

    def _roots(self, denominator: sp.Expr) -> list[sp.Expr]:
        return [root for root, _ in sp.real_roots(denominator, multiple=False)]

    def solution(self) -> Solution:
        """Every denominator set to zero."""
        say, x, steps = self.language, symbol_latex(self.variable), list[str]()
        for denominator in self.denominators:
            shown, factored = sp.latex(denominator), sp.latex(sp.factor(denominator))
            steps.append(WORDS["zero"].say(say, denominator=shown))
            roots = self._roots(denominator)
            if roots:
                listed = r",\ ".join(f"{x}={sp.latex(root)}" for root in roots)
                steps.append(WORDS["roots"].say(say, denominator=shown, factored=factored, roots=listed))
            else:
                steps.append(WORDS["never"].say(say, denominator=shown))
        parts = [f"real_roots({exact_source(d)}, multiple=False)" for d in self.denominators]
        return Solution(
            tuple(steps),
            cell(
                comment(WORDS["code_zero"].say(say)),
                f"roots = {' + '.join(parts)}",
                "tuple(sorted({root for root, times in roots}))",
                variables=[self.variable],
            ),
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """The numbers in order."""
        if not isinstance(value, tuple | list | sp.Tuple):
            return None
        if not value:
            answer = r"\varnothing"
            return Conclusion(CLAIMS["none"].say(self.language, answer=answer), answer)
        if any(not v.is_real or v.has(sp.CRootOf) for v in value):
            return None
        answer = r",\ ".join(sp.latex(v) for v in value)
        return Conclusion(CLAIMS["excluded"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Each value makes a denominator 0, and there are as many as Sturm's theorem counts."""
        bare = answer.replace(r"\neq", "=").replace(r"\ne", "=")
        if bare.strip() in (r"\varnothing", r"\emptyset", r"\text{none}"):
            values: tuple[Any, ...] | None = ()
        else:
            values = values_in(bare, {self.variable})
        if values is None or any(not isinstance(v, sp.Expr) or v.free_symbols for v in values):
            return None
        product = sp.prod(self.denominators)
        x = letter(self.variable)
        lines = [
            f"f = {exact_source(product)}",
            f"given = {exact_source(list(values))}",
            f"zero = [expand(f.subs({x.name}, value)) == 0 for value in given]",
            f"all(zero) and len(set(given)) == Poly(f, {x.name}).count_roots()",
        ]
        return CheckPlan(
            CLAIMS["excluded" if values else "none"].say(self.language, answer=answer),
            METHODS["excluded"].say(self.language),
            cell(*lines, variables=[self.variable]),
        )
