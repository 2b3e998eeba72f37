"""How many real solutions two polynomial equations have, counted by eliminating one unknown: so that none is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import sympy as sp

from solver.formula import FormulaError, letter, python_name, to_sympy
from solver.formula.nodes import Relation

MAX_DEGREE: Final = 3


def counted_pairs(equations: Sequence[Relation], unknowns: Sequence[str], count: int) -> tuple[str, ...]:
    """Lines of a cell that has `differences` and `exact`: whether there are just `count` solutions.

    None where the equations are not two of low degree in two unknowns, or the solutions stand over irrational places.
    """
    if len(unknowns) != 2 or len(equations) != 2:
        return ()
    x, y = map(letter, unknowns)
    try:
        f, g = (sp.Poly(to_sympy(e.sides[0]) - to_sympy(e.sides[1]), x, y, domain="QQ") for e in equations)
    except (sp.PolynomialError, sp.CoercionFailed, FormulaError):
        return ()
    if max(f.total_degree(), g.total_degree()) > MAX_DEGREE:
        return ()
    eliminated = sp.Poly(sp.resultant(f.as_expr(), g.as_expr(), y), x)
    if eliminated.degree() < 1 or any(not root.is_Rational for root in sp.real_roots(eliminated)):
        return ()
    a, b = map(python_name, unknowns)
    return (
        "first, second = differences",
        f"places = set(real_roots(resultant(first, second, {b})))",
        f"common = [gcd(first.subs({a}, place), second.subs({a}, place)) for place in places]",
        f"exact and sum(len(set(real_roots(c))) for c in common if c.has({b})) == {count}",
    )
