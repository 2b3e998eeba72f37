"""An equation with given solutions: "Find a quadratic equation with the solutions 2 and -3", 以2和-3为根的一元二次方程.

Read: two to five exact numbers, `a ± b` for two of them, complex ones too. The equation has whole coefficients where it can.
Not: conditions on the equation beyond its solutions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.formula.nodes import Relation, symbols
from solver.latex import exact_latex
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source

VOCABULARY: Final = {
    "roots": "solutions?|roots?|zeros?|with the solutions|with solutions|whose solutions are|whose roots are|having roots|having the roots|with roots|with the roots"
    "|为根|根|为根的|为两根|为两根的|两根|的两根|的根|为解的|的解|两个根|的两个根|两根分别为|的两根分别为|两个根分别是|的两个根分别是",
    "equation": "equation|polynomial equation|polynomial|方程|的方程|整系数方程|一个方程",
    "quadratic": "quadratic|quadratic equation|a quadratic equation|a quadratic|quadratic polynomial|一元二次方程|的一元二次方程|二次方程|一个一元二次方程",
    "cubic": "cubic|a cubic equation|cubic equation|三次方程|一元三次方程",
    "write": "write|form|construct|with integer coefficients|integer coefficients|以|作|写一个|写出一个|整系数|having|one|complex|numbers?",
}
WORDS: Final = {
    "factors": Words("A number is a solution exactly when its factor is 0, so start from \\[{factors}=0\\]", "以某数为根，等价于含有相应的一次因式，所以先写成 \\[{factors}=0\\]"),
    "expand": Words("Multiply out: \\[{expanded}=0\\]", "乘开：\\[{expanded}=0\\]"),
    "clear": Words("Multiply by \\({factor}\\), so that all coefficients are whole: \\[{cleared}=0\\]", "两边同乘 \\({factor}\\)，化为整系数：\\[{cleared}=0\\]"),
    "answer": Words("Such an equation is \\({answer}\\).", "所求的一个方程是 \\({answer}\\)。"),
    "method": Words("put every solution back in, and compared their number with the degree", "把每个根代回方程，并核对次数"),
    "code": Words("multiply the factors", "把各因式相乘"),
}  # fmt: skip
_PLUS_MINUS: Final = re.compile(r"\$([^$]*?)(?:\\pm|\+-)([^$]*?)\$|(?<![\w.)])(\d*)\s*\+-\s*([\w.()]+)")
MAX_ROOTS: Final = 5


def read(text: Text) -> Reading:
    """Solutions, and the wish for an equation that has them."""
    found = account(_PLUS_MINUS.sub(_both, text.source), VOCABULARY)
    if not found.has("roots") or not any(found.has(kind) for kind in ("equation", "quadratic", "cubic")):
        return None
    if any(isinstance(n, Relation) or symbols(n) - {"i", "e"} for n in found.nodes) or not found.nodes:
        return None
    if found.unread:
        return Unread(found.unread)
    roots = tuple(sp.nsimplify(sp.expand(to_sympy(n))) for n in found.nodes)
    degree = 2 if found.has("quadratic") else 3 if found.has("cubic") else len(roots)
    if (
        len(roots) != degree
        or not 2 <= degree <= MAX_ROOTS
        or not all(r.is_number and r.is_finite for r in roots)
    ):
        return None
    x = sp.Symbol("x")
    coefficients = sp.Poly(sp.expand(sp.prod(x - r for r in roots)), x).all_coeffs()
    return FromRoots(roots, text.language) if all(sp.simplify(c).is_real for c in coefficients) else None


def _both(match: re.Match[str]) -> str:
    """`a ± b` as two numbers."""
    if match[2] is not None:
        return f"${match[1]}+{match[2]}$, ${match[1]}-{match[2]}$"
    return f"{match[3]}+{match[4]}, {match[3]}-{match[4]}"


@dataclass(frozen=True, slots=True)
class FromRoots:
    """An equation whose solutions are `roots`."""

    roots: tuple[sp.Expr, ...]
    language: Language

    def _product(self) -> sp.Expr:
        return sp.prod(sp.Symbol("x") - r for r in self.roots)

    def _whole(self) -> tuple[sp.Integer, sp.Expr]:
        """The factor that makes all coefficients whole, and the left side; 1 where that cannot be."""
        x = sp.Symbol("x")
        monic = sp.Poly(sp.expand(self._product()), x)
        coefficients = [sp.nsimplify(sp.simplify(c)) for c in monic.all_coeffs()]
        factor = (
            sp.ilcm(*(c.q for c in coefficients)) if all(c.is_Rational for c in coefficients) else sp.S.One
        )
        return sp.Integer(factor), sp.Poly([factor * c for c in coefficients], x).as_expr()

    def solution(self) -> Solution:
        """Factors, multiplied out, cleared of denominators."""
        say, (factor, whole) = self.language, self._whole()
        factors = "".join(_factor(r) for r in self.roots)
        steps = [
            WORDS["factors"].say(say, factors=factors),
            WORDS["expand"].say(say, expanded=exact_latex(sp.expand(whole / factor))),
        ]
        if factor != 1:
            steps.append(WORDS["clear"].say(say, factor=factor, cleared=exact_latex(whole)))
        product = "*".join(f"(x - ({exact_source(r)}))" for r in self.roots)
        scale = f"{factor}*" if factor != 1 else ""
        return Solution(
            tuple(steps), cell(comment(WORDS["code"].say(say)), f"expand({scale}{product})", variables="x")
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """The left side, equal to 0."""
        if not isinstance(value, sp.Expr) or value.free_symbols != {sp.Symbol("x")}:
            return None
        answer = f"{exact_latex(value)}=0"
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Every solution is put into whatever equation is given."""
        try:
            relation = parse(answer)
            if not isinstance(relation, Relation) or relation.signs != ("=",) or symbols(relation) != {"x"}:
                return None
            left, right = (to_sympy(side) for side in relation.sides)
        except FormulaError:
            return None
        lines = [
            f"f = expand({exact_source(left)} - ({exact_source(right)}))",
            f"roots = {exact_source(list(self.roots))}",
            "fits = all(simplify(expand(f.subs(x, root))) == 0 for root in roots)",
            f"fits and f.is_polynomial(x) and Poly(f, x).degree() == {len(self.roots)}",
        ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines, variables="x"))


def _factor(root: sp.Expr) -> str:
    source = exact_latex(root)
    inner = f"x-{source}" if not (source.startswith("-") or root.is_Add) else f"x-\\left({source}\\right)"
    return rf"\left({inner if root != 0 else 'x'}\right)"
