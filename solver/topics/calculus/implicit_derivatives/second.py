"""The second derivative of an implicit function at a point: the equation of the slope differentiated once more."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

X, Y, P = sp.symbols("x y p")
_D2: Final = r"(?:\\mathrm\s*\{\s*d\s*\}|\\mathrm\s+d|d)\s*\^\s*\{?\s*2\s*\}?\s*y"
_DX2: Final = r"(?:\\mathrm\s*\{\s*d\s*\}|\\mathrm\s+d|d)\s*x\s*\^\s*\{?\s*2\s*\}?"
TWICE: Final = re.compile(
    rf"(?<![A-Za-z\\])y\s*(?:''|″|\^\s*\{{\s*(?:''|\\prime\s*\\prime)\s*\}})(?!')|\\[dt]?frac\s*\{{\s*{_D2}\s*\}}\s*\{{\s*{_DX2}\s*\}}|(?<![A-Za-z\\])d\^\{{?2\}}?\s*y\s*/\s*d\s*x\^\{{?2\}}?"
)
WORDS: Final = {
    "again": Words("Differentiate \\(p={slope}\\) once more with respect to \\(x\\); every \\(y\\) brings the factor \\(p\\): \\[y''=\\frac{{\\partial}}{{\\partial x}}\\left({slope}\\right)+p\\,\\frac{{\\partial}}{{\\partial y}}\\left({slope}\\right)={along}+p\\left({across}\\right)\\]", "将 \\(p={slope}\\) 再对 \\(x\\) 求导，含 \\(y\\) 的部分乘以 \\(p\\)：\\[y''=\\frac{{\\partial}}{{\\partial x}}\\left({slope}\\right)+p\\,\\frac{{\\partial}}{{\\partial y}}\\left({slope}\\right)={along}+p\\left({across}\\right)\\]"),
    "put": Words("Put \\(x={a}\\), \\(y={b}\\), \\(p={m}\\) in: \\(y''={value}\\).", "代入 \\(x={a}\\)，\\(y={b}\\)，\\(p={m}\\)，得 \\(y''={value}\\)。"),
    "code": Words("the second derivative of the implicit function", "隐函数的二阶导数"),
    "method": Words("the second difference quotient of points computed on the curve was compared", "在曲线上取点，与二阶差商比较"),
    "sentence": Words("The second derivative at this point is \\({answer}\\).", "该点处的二阶导数值为 \\({answer}\\)。"),
}  # fmt: skip


def lowered(text: Text) -> Text | None:
    """The question with y' for y'', where that alone is asked for; None for others."""
    if not TWICE.search(text.source):
        return None
    first = TWICE.sub("y'", text.source)
    return replace(text, source=re.sub(r"(?i)\bsecond\s+derivative\b|二阶导数", lambda m: "导数" if m[0] == "二阶导数" else "derivative", first))  # fmt: skip


def at_point(left: sp.Expr, right: sp.Expr, point: tuple[sp.Expr, sp.Expr], slope: sp.Expr, opening: tuple[str, ...], say: Language) -> Prepared | None:  # fmt: skip
    """y'' at `point` of the curve left = right, whose dy/dx is `slope`; `opening` are the steps to that."""
    a, b = point
    here = {X: a, Y: b}
    m = sp.simplify(slope.subs(here))
    along, across = sp.simplify(slope.diff(X)), sp.simplify(slope.diff(Y))
    value = sp.simplify((along + m * across).subs(here))
    if not value.is_real or value.has(sp.zoo, sp.nan):
        return None
    steps = (
        *opening,
        WORDS["again"].say(say, slope=latex(slope), along=latex(along), across=latex(across)),
        WORDS["put"].say(say, a=latex(a), b=latex(b), m=latex(m), value=latex(value)),
    )
    g = exact_source(left - right)
    source = cell(
        f"curve = {g}",
        comment(WORDS["code"].say(say)),
        "second = idiff(curve, y, x, 2)",
        f"simplify(second.subs({{x: {exact_source(a)}, y: {exact_source(b)}}}))",
        variables="xy",
    )
    tests = (
        "import mpmath",
        "mpmath.mp.dps = 60",
        f"curve = lambdify((x, y), {g}, 'mpmath')",
        f"a, b, h = mpmath.mpf(str(N({exact_source(a)}, 60))), mpmath.mpf(str(N({exact_source(b)}, 60))), mpmath.mpf(10)**-12",
        "height = lambda t: mpmath.findroot(lambda v: curve(t, v), b)",
        "quotient = (height(a + h) - 2*height(a) + height(a - h))/h**2",
        "bool(abs(quotient - mpmath.mpf(str(N(answer, 40)))) < 1e-8*(1 + abs(quotient)))",
    )
    return Prepared(say, steps, source, tests, WORDS["method"], WORDS["sentence"], letters=("x", "y"))
