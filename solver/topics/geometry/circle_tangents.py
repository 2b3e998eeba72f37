"""The tangent of a circle at one of its points.

Read: a circle by its equation, a point on it in numbers. Not: tangents from points outside, with a given slope.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, to_sympy
from solver.formula.nodes import Blank, Group, Relation, symbols
from solver.latex import latex, values_in
from solver.reader import account
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

VOCABULARY: Final = {
    "tangent": "tangent|tangent line|tangent to|line tangent to|equation of the tangent|equation of the tangent line|切线|的切线|切线方程|的切线方程|切线的方程|处的切线方程|处的切线",
    "circle": "circle|the circle|圆|圆c|在圆|圆o",
    "words": "at|at the point|point|equation of|line|through|passing through|on the circle|on it|which lies on the circle|lies on|equation|过|经过|点|上|上一点|一点|上的|上的点|上的一点|作|作圆|作圆的|处|处的|在点|则|方程|过点|且|与|该圆|该圆的|圆的|这条|在",
}
WORDS: Final = {
    "on": Words("The centre is \\({centre}\\), and \\({point}\\) lies on the circle: \\({value}={right}\\).", "圆心为 \\({centre}\\)，点 \\({point}\\) 在圆上：\\({value}={right}\\)。"),
    "normal": Words("The tangent is perpendicular to the radius, whose direction is \\(({u}, {v})\\): \\[{u}\\left(x-{a}\\right)+{v}\\left(y-{b}\\right)=0\\]", "切线垂直于过切点的半径，半径方向为 \\(({u}, {v})\\)：\\[{u}\\left(x-{a}\\right)+{v}\\left(y-{b}\\right)=0\\]"),
    "code": Words("perpendicular to the radius", "与半径垂直"),
    "method": Words("the line meets the circle at this point only", "直线与圆只有这一个公共点"),
    "sentence": Words("The tangent is \\({answer}\\).", "切线方程为 \\({answer}\\)。"),
}  # fmt: skip
X, Y = (sp.Symbol(name, real=True) for name in "xy")


def read(text: Text) -> Reading:
    """The tangent at a point."""
    if not re.search(r"(?i)tangent|切线", text.source) or not re.search(r"(?i)circle|圆(?!锥)", text.source):
        return None
    source = re.sub(r"(?<![A-Za-z])[A-Z]\s*(?=\()", " ", text.source)
    found = account(source, VOCABULARY)
    if not found.has("tangent", "circle"):
        return None
    circles = [
        n
        for n in found.nodes
        if isinstance(n, Relation)
        and n.signs == ("=",)
        and symbols(n) == {"x", "y"}
        and Blank() not in n.sides
    ]
    points = [n for n in found.nodes if isinstance(n, Group) and n.brackets == "()" and len(n.items) == 2]
    if len(circles) != 1 or len(points) != 1 or len(found.nodes) != 2:
        return None
    if found.unread:
        return Unread(found.unread)
    try:
        left, right = (to_sympy(side, {"x": X, "y": Y}) for side in circles[0].sides)
        a, b = map(to_sympy, points[0].items)
        return _task(sp.expand(left - right), a, b, text)
    except (FormulaError, TypeError, ValueError, sp.PolynomialError):
        return None


def _task(circle: sp.Expr, a: sp.Expr, b: sp.Expr, text: Text) -> Prepared | None:
    say, polynomial = text.language, sp.Poly(circle, X, Y)
    square = polynomial.coeff_monomial(X**2)
    if (
        polynomial.total_degree() != 2
        or square == 0
        or polynomial.coeff_monomial(Y**2) != square
        or polynomial.coeff_monomial(X * Y) != 0
    ):
        return None
    p, q = (-polynomial.coeff_monomial(m) / (2 * square) for m in (X, Y))
    constant = polynomial.coeff_monomial(1) / square
    radius2 = p**2 + q**2 - constant
    if (
        any(v.free_symbols for v in (a, b))
        or sp.simplify((a - p) ** 2 + (b - q) ** 2 - radius2) != 0
        or radius2 <= 0
    ):
        return None
    u, v = sp.nsimplify(a - p), sp.nsimplify(b - q)
    line = sp.expand(u * (X - a) + v * (Y - b))
    if line.is_polynomial(X, Y) and all(c.is_Rational for c in sp.Poly(line, X, Y).coeffs()):
        line = sp.Poly(line, X, Y).primitive()[1].as_expr()
        first = sp.Poly(line, X, Y).coeffs()[0]
        line = -line if first < 0 else line
    value = rf"\left({latex(a)}-{_b(p)}\right)^2+\left({latex(b)}-{_b(q)}\right)^2"
    steps = (
        WORDS["on"].say(
            say,
            centre=f"({latex(p)}, {latex(q)})",
            point=f"({latex(a)}, {latex(b)})",
            value=value,
            right=latex(radius2),
        ),
        WORDS["normal"].say(say, u=_b(u), v=_b(v), a=_b(a), b=_b(b)),
    )
    lines = [
        f"centre, point = Matrix({exact_source([p, q])}), Matrix({exact_source([a, b])})",
        comment(WORDS["code"].say(say)),
        "expand((point - centre).dot(Matrix([x, y]) - point))",
    ]
    tests = (
        f"circle = {exact_source(circle)}",
        "coefficients = [answer.coeff(x, 1), answer.coeff(y, 1), answer.subs([(x, 0), (y, 0)])]",
        "straight = expand(answer - coefficients[0]*x - coefficients[1]*y - coefficients[2]) == 0",
        f"meets = simplify(answer.subs([(x, {exact_source(a)}), (y, {exact_source(b)})])) == 0",
        "t = symbols('t')",
        f"along = circle.subs([(x, {exact_source(a)} + coefficients[1]*t), (y, {exact_source(b)} - coefficients[0]*t)], simultaneous=True)",
        "straight and meets and simplify(Poly(expand(along), t).discriminant()) == 0",
    )

    def written(value: Any) -> str | None:
        same = (
            isinstance(value, sp.Expr)
            and sp.simplify(
                value.subs({s: {"x": X, "y": Y}[s.name] for s in value.free_symbols})
                * line.subs({X: 3, Y: 5})
                - line * value.subs({s: {"x": 3, "y": 5}[s.name] for s in value.free_symbols})
            )
            == 0
        )
        return f"{latex(line)}=0" if same else None

    return Prepared(
        say, steps, cell(*lines, variables="xy"), tests, WORDS["method"], sentence=WORDS["sentence"],
        shown=written, given=_given, letters=("x", "y"),
    )  # fmt: skip


def _b(value: sp.Expr) -> str:
    return (
        rf"\left({latex(value)}\right)" if value.could_extract_minus_sign() or value.is_Add else latex(value)
    )


def _given(answer: str) -> Any:
    sides = answer.split("=")
    if len(sides) != 2:
        return None
    values = [values_in(side, ("x", "y")) for side in sides]
    if any(v is None or len(v) != 1 or not isinstance(v[0], sp.Expr) for v in values):
        return None
    left, right = (v[0] for v in values if v is not None)
    return sp.expand(left - right)
