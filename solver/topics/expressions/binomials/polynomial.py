"""One coefficient of a polynomial that is no power of two terms, such as (1 + x + x²)^4 or (1 + x)(2 − x)(3 + x)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, to_latex, to_python, to_sympy
from solver.formula.nodes import Binary, Call, Number, Symbol, symbols, walk
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import Account
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, exact_source
from solver.topics.expressions.binomials.terms import monomial

MAX_DEGREE: Final = 60
WORDS: Final = {
    "expand": Words("Multiply out and collect the powers of \\({x}\\): \\[{whole}={expanded}\\]", "展开并按 \\({x}\\) 的次数合并：\\[{whole}={expanded}\\]"),
    "read_off": Words("The coefficient of \\({power}\\) in it is \\({value}\\).", "其中 \\({power}\\) 的系数是 \\({value}\\)。"),
    "constant": Words("The constant term of it is \\({value}\\).", "其中的常数项是 \\({value}\\)。"),
    "answer": Words("The coefficient is \\({answer}\\).", "系数是 \\({answer}\\)。"),
    "method": Words("the polynomial was found again from its values at whole numbers", "由整数点处的函数值重新求出多项式"),
}  # fmt: skip


def polynomial_question(
    found: Account, nodes: list[Node], language: Language
) -> PolynomialCoefficient | None:
    """The question of an account whose words were all read; None when it is not one."""
    kinds = [k for k in ("coefficient", "constant") if found.has(k)]
    others = ("binomial", "sum_coefficients", "sum_binomial", "largest", "nth", "middle")
    if not kinds or any(map(found.has, others)):
        return None
    wholes = [n for n in nodes if any(isinstance(p, Binary) and p.op in "+-" for p in walk(n))]
    rest = [n for n in nodes if n not in wholes]
    if len(wholes) != 1 or len(names := symbols(wholes[0])) != 1 or {"e", "i", "n"} & names:
        return None
    x = next(iter(names))
    if found.has("constant"):
        powers = {x: sp.Integer(0)} if not [n for n in rest if n != Symbol(x)] else None
    else:
        powers = monomial(rest[0]) if len(rest) == 1 else None
    if powers is None or set(powers) != {x} or not powers[x].is_Integer or powers[x] < 0:
        return None
    if any(isinstance(p, Call) for p in walk(wholes[0])) or any(
        isinstance(p, Binary) and p.op == "^" and not isinstance(p.right, Number) for p in walk(wholes[0])
    ):
        return None
    try:
        polynomial = to_sympy(wholes[0]).as_poly(sp.Symbol(x))
    except (FormulaError, sp.PolynomialError):
        return None
    if (
        polynomial is None
        or polynomial.degree() > MAX_DEGREE
        or not all(c.is_Rational for c in polynomial.all_coeffs())
    ):
        return None
    return PolynomialCoefficient(wholes[0], x, int(powers[x]), language)


@dataclass(frozen=True, slots=True)
class PolynomialCoefficient:
    """The coefficient of `x`^`power` in `whole`."""

    whole: Node
    x: str
    power: int
    language: Language

    def _poly(self) -> sp.Poly:
        return sp.Poly(to_sympy(self.whole), sp.Symbol(self.x))

    def solution(self) -> Solution:
        """The expansion, and what stands at the power."""
        say, x = self.language, sp.Symbol(self.x)
        shown = {"whole": to_latex(self.whole), "expanded": sp.latex(self._poly().as_expr())}
        value = sp.latex(self._poly().coeff_monomial(x**self.power))
        name = "read_off" if self.power else "constant"
        steps = (
            WORDS["expand"].say(say, x=sp.latex(x), **shown),
            WORDS[name].say(say, power=sp.latex(x**self.power), value=value),
        )
        source = f"Poly({to_python(self.whole)}, {self.x}).coeff_monomial({self.x}**{self.power})"
        return Solution(steps, cell(source, variables=(self.x,)))

    def conclude(self, value: Any) -> Conclusion | None:
        """The coefficient."""
        if not isinstance(value, sp.Rational):
            return None
        answer = exact_latex(value)
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The polynomial through its values."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Rational):
            return None
        x, degree = self.x, self._poly().degree()
        lines = [
            f"points = [(k, ({to_python(self.whole)}).subs({x}, k)) for k in range({degree + 1})]",
            f"Poly(interpolate(points, {x}), {x}).coeff_monomial({x}**{self.power}) == {exact_source(values[0])}",
        ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines, variables=(x,)))
