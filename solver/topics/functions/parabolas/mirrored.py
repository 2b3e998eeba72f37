"""The axis of y = ax² + bx + c from two points at the same height: it lies in the middle, whatever a is.

Read: nothing but two such points is known, and only the axis is asked for. Not: points at different heights.
"""

from __future__ import annotations

from typing import Any, Final

import sympy as sp

from solver.formula import to_sympy
from solver.formula.nodes import Group
from solver.latex import exact_latex, values_in
from solver.ports import Language
from solver.topics.base import Reading, Words
from solver.topics.cells import cell, exact_source
from solver.topics.functions.parabolas.reading import Quadratic, Said
from solver.topics.functions.parabolas.words import SENTENCES
from solver.topics.prepared import Prepared

HEIGHT: Final = Words(
    "Both points have the second coordinate \\({height}\\): each is the mirror image of the other in the axis of symmetry.",
    "两点的纵坐标都是 \\({height}\\)，它们关于对称轴对称。",
)
MIDDLE: Final = Words(
    "The axis passes through the middle: \\[x=\\frac{{{p}+({q})}}2={axis}\\]",
    "对称轴过两点的中点：\\[x=\\frac{{{p}+({q})}}2={axis}\\]",
)
METHOD: Final = Words(
    "whatever \\(a\\) is, the derivative of a quadratic function through both points is zero there",
    "对任意的 \\(a\\)，过这两点的二次函数在此处的导数都是零",
)


def read_mirrored(quadratic: Quadratic, said: Said, language: Language) -> Reading:
    """The axis; None when something else is known or asked."""
    x = sp.Symbol(quadratic.variable)
    letters = to_sympy(quadratic.body).as_poly(x).all_coeffs()
    if not all(c.is_Symbol for c in letters) or len({*letters}) < 3:
        return None
    if said.wanted != ["axis"] or said.asked or said.interval or said.opens or len(said.facts) != 2:
        return None
    points = list[tuple[sp.Expr, sp.Expr]]()
    for name, node in said.facts:
        match name, node:
            case (("through" | "xpoints"), Group("()", (p, q))):
                points.append((to_sympy(p), to_sympy(q)))
            case "roots", root:
                points.append((to_sympy(root), sp.Integer(0)))
            case _:
                return None
    (p, height), (q, other) = points
    if any(v.free_symbols for point in points for v in point) or height != other or p == q:
        return None
    axis = (p + q) / 2
    steps = (
        HEIGHT.say(language, height=sp.latex(height)),
        MIDDLE.say(language, p=sp.latex(p), q=sp.latex(q), axis=sp.latex(axis)),
    )
    tests = (
        f"through_both = a*(x - ({exact_source(p)}))*(x - ({exact_source(q)})) + {exact_source(height)}",
        "simplify(diff(through_both, x).subs(x, answer)) == 0",
    )
    source = cell(f"(sympify({exact_source(p)}) + {exact_source(q)}) / 2")
    return Prepared(language, steps, source, tests, METHOD, SENTENCES["axis"], _shown, _given, ("a", "x"))


def _shown(value: Any) -> str | None:
    return f"x={exact_latex(value)}" if isinstance(value, sp.Expr) and value.is_number else None


def _given(answer: str) -> Any:
    values = values_in(answer.replace(" ", "").removeprefix("x="))
    return values[0] if values is not None and len(values) == 1 and isinstance(values[0], sp.Expr) else None
