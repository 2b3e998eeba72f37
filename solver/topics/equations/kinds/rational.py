"""Rational equations: multiply by the common denominator, which must not be 0."""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.ports import Language
from solver.topics.base import Words
from solver.topics.equations.kinds.candidates import Told, polynomial_steps

WORDS: Final = {
    "gaps": Words("A denominator must not be 0, so {gaps}.", "分母不能为 0，所以 {gaps}。"),
    "no_gaps": Words("The denominators are never 0.", "分母恒不为 0。"),
    "multiply": Words(
        "Multiply both sides by the common denominator \\({common}\\): \\[{left}={right}\\]",
        "方程两边同乘最简公分母 \\({common}\\)：\\[{left}={right}\\]",
    ),
}


def steps(left: sp.Expr, right: sp.Expr, x: sp.Symbol, say: Language) -> Told | None:
    """Where both sides are fractions of polynomials with the unknown in a denominator."""
    sides = [sp.together(side) for side in (left, right)]
    if not all(side.is_rational_function(x) for side in sides):
        return None
    denominators = [sp.denom(term) for side in (left, right) for term in sp.Add.make_args(side)]
    if not all(d.is_polynomial(x) for d in denominators):
        return None  # fractions within fractions
    common = sp.factor(sp.lcm_list(denominators))
    if not common.has(x):
        return None
    roots = [r for r in sp.roots(sp.Poly(common, x), multiple=True) if r.is_real]
    if sum(sp.Poly(common, x).count_roots(r, r) for r in set(roots)) != sp.Poly(common, x).count_roots():
        return None
    gaps = ",\\ ".join(
        f"{sp.latex(x)}\\ne {sp.latex(r)}" for r in sorted(set(roots), key=lambda r: float(r.evalf()))
    )
    first = WORDS["gaps"].say(say, gaps=f"\\({gaps}\\)") if gaps else WORDS["no_gaps"].say(say)
    times = [
        sum((sp.cancel(term * common) for term in sp.Add.make_args(side)), sp.S.Zero)
        for side in (left, right)
    ]
    rest = polynomial_steps(times[0], times[1], x, say)
    if rest is None:
        return None
    shown = {"common": sp.latex(common), "left": sp.latex(times[0]), "right": sp.latex(times[1])}
    return Told((first, WORDS["multiply"].say(say, **shown), *rest.steps), rest.candidates)
