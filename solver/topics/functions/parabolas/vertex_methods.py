"""The vertex of a quadratic function by other ways than completing the square: the formula, the derivative, the symmetry of its zeros."""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.ports import Language
from solver.topics.base import Words

WORDS: Final = {
    "formula": Words("The vertex of \\(a{x}^2+b{x}+c\\) lies at \\({x}=-\\frac{{b}}{{2a}}\\). Here \\(a={a}\\) and \\(b={b}\\): \\[{x}=-\\frac{{{b}}}{{2\\times({a})}}={h}\\]",
                     "\\(a{x}^2+b{x}+c\\) 的顶点横坐标为 \\(-\\frac{{b}}{{2a}}\\)。这里 \\(a={a}\\)，\\(b={b}\\)：\\[{x}=-\\frac{{{b}}}{{2\\times({a})}}={h}\\]"),
    "derivative": Words("At the vertex the tangent is horizontal, so the derivative is 0: \\[\\left({body}\\right)'={slope}=0\\quad\\Rightarrow\\quad {x}={h}\\]",
                        "顶点处切线水平，导数为 0：\\[\\left({body}\\right)'={slope}=0\\quad\\Rightarrow\\quad {x}={h}\\]"),
    "zeros": Words("The zeros are \\({first}\\) and \\({second}\\). The parabola is symmetric, so its axis lies half-way between them: \\[{x}=\\frac{{1}}{{2}}\\left[{first}+\\left({second}\\right)\\right]={h}\\]",
                   "零点为 \\({first}\\) 和 \\({second}\\)。抛物线是轴对称图形，对称轴在两个零点的正中间：\\[{x}=\\frac{{1}}{{2}}\\left[{first}+\\left({second}\\right)\\right]={h}\\]"),
    "height": Words("Put this in: \\[{put}={k}\\] so the vertex is \\(\\left({h},\\ {k}\\right)\\).", "代入函数：\\[{put}={k}\\] 所以顶点为 \\(\\left({h},\\ {k}\\right)\\)。"),
    "turn": Words("The coefficient of \\({x}^2\\) is \\({a}\\), so the value at the vertex is the {extreme}.", "二次项系数为 \\({a}\\)，所以顶点处的函数值是{extreme}。"),
    "smallest": Words("smallest", "最小值"),
    "largest": Words("largest", "最大值"),
}  # fmt: skip
AROUND: Final = frozenset(
    "vertex axis maximum minimum vertex_x vertex_y high_point low_point at range form opening vertex_to_x vertex_to_y vertex_to_origin".split()
)
"""Features that follow from the vertex."""


def methods(polynomial: sp.Poly) -> tuple[str, ...]:
    """Completing the square first; the zeros only where there are two."""
    return (
        "completing-the-square",
        "formula",
        "derivative",
        *(("symmetry",) if polynomial.discriminant() > 0 else ()),
    )


def steps(method: str, polynomial: sp.Poly, language: Language) -> list[str]:
    """From the function to its vertex by formula, derivative or symmetry."""
    a, b, c = polynomial.all_coeffs()
    variable, body = polynomial.gen, polynomial.as_expr()
    h = -b / (2 * a)
    k, x = polynomial.eval(h), sp.latex(variable)
    values = {"x": x, "a": sp.latex(a), "b": sp.latex(b), "h": sp.latex(h), "k": sp.latex(k)}
    if method == "derivative":
        first = WORDS["derivative"].say(
            language, body=sp.latex(body), slope=sp.latex(2 * a * variable + b), **values
        )
    elif method == "symmetry":
        root = sp.sqrt(polynomial.discriminant()) / (2 * abs(a))
        low, high = sp.expand(h - root), sp.expand(h + root)
        first = WORDS["zeros"].say(language, first=sp.latex(low), second=sp.latex(high), **values)
    else:
        first = WORDS["formula"].say(language, **values)
    at = rf"\left({sp.latex(h)}\right)"
    put = "".join([_term(a, f"{at}^{{2}}", first=True), _term(b, at), "" if c == 0 else _term(c, "")])
    extreme = WORDS["smallest" if a > 0 else "largest"].say(language)
    return [
        first,
        WORDS["height"].say(language, put=put, **values),
        WORDS["turn"].say(language, extreme=extreme, **values),
    ]


def _term(coefficient: sp.Rational, letters: str, *, first: bool = False) -> str:
    if coefficient == 0:
        return ""
    sign = "-" if coefficient < 0 else "" if first else "+"
    size = "" if abs(coefficient) == 1 and letters else sp.latex(abs(coefficient))
    return sign + size + (r"\cdot " if size and letters else "") + letters


def place(method: str, v: str) -> tuple[str, ...]:
    """Source that finds the vertex's first coordinate `{v}_v` from the function y; empty: from the coefficients."""
    if method == "derivative":
        return (f"{v}_v = solve(diff(y, {v}), {v})[0]",)
    if method == "symmetry":
        return (f"zeros = solve(y, {v})", f"{v}_v = simplify(sum(zeros) / 2)")
    return ()
