"""Derivatives of curves that a parameter describes: x = t², y = t³, dy/dx, also at a value of t, and the second derivative.

Read: x and y as functions of one parameter. Not: tangent lines of such curves, lengths, areas.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, to_sympy
from solver.formula.nodes import Apply, Blank, Group, Relation, Symbol, symbols, walk
from solver.latex import latex, values_in
from solver.reader import account
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

_D: Final = r"(?:\\mathrm\s*\{\s*d\s*\}|d)\s*"
_SECOND: Final = re.compile(
    rf"\\[dt]?frac\s*\{{\s*{_D}\^\s*\{{?2\}}?\s*y\s*\}}\s*\{{\s*{_D}x\s*\^\s*\{{?2\}}?\s*\}}|(?<![A-Za-z\\])d\s*\^\s*\{{?2\}}?\s*y\s*/\s*d\s*x\s*\^\s*\{{?2\}}?"
)
_FIRST: Final = re.compile(
    rf"\\[dt]?frac\s*\{{\s*{_D}y\s*\}}\s*\{{\s*{_D}x\s*\}}|(?<![A-Za-z\\])dy\s*/\s*dx(?![A-Za-z])"
)
VOCABULARY: Final = {
    "first": "firsttoken|slope|slope of the curve|slope of the tangent|slope of the tangent line|derivative firsttoken|导数|的导数|切线的斜率|切线斜率|的切线斜率|处的切线斜率|导数firsttoken|的导数firsttoken|函数的导数firsttoken",
    "second": "secondtoken|second derivative|second derivative secondtoken|二阶导数|的二阶导数|二阶导数secondtoken|的二阶导数secondtoken",
    "words": "in terms of the parameter|parametric|parametric equations?|parametric curve|curve|defined by|given by|given parametrically by|parametrically|function|at|when|at the point where|point|where|described by|for the curve|in terms of t|in terms of θ|tangent|tangent to the curve|参数方程|参数方程组|所确定|确定|所确定的|确定的|函数|由|曲线|时|处|处的|时的|在|对应|对应的|点|所确定的函数|确定的函数|所确定的函数的|的函数|y对x|对应点处|相应点处|对应点",
}
WORDS: Final = {
    "both": Words("Differentiate both by the parameter: \\[\\frac{{d}}{{d{t}}}\\left({x}\\right)={dx},\\qquad \\frac{{d}}{{d{t}}}\\left({y}\\right)={dy}\\]", "分别对参数求导：\\[\\frac{{d}}{{d{t}}}\\left({x}\\right)={dx},\\qquad \\frac{{d}}{{d{t}}}\\left({y}\\right)={dy}\\]"),
    "quotient": Words("The slope of the curve is their quotient, where \\({dx}\\) is not 0: \\[\\frac{{{dy}}}{{{dx}}}={slope}\\]", "曲线的斜率是两者之商（\\({dx}\\ne 0\\) 处）：\\[\\frac{{{dy}}}{{{dx}}}={slope}\\]"),
    "second": Words("Differentiate the slope by the parameter, and divide by \\({dx}\\) once more: \\[\\frac{{1}}{{{dx}}}\\cdot \\frac{{d}}{{d{t}}}\\left({slope}\\right)={value}\\]", "把斜率对参数求导，再除以 \\({dx}\\)：\\[\\frac{{1}}{{{dx}}}\\cdot \\frac{{d}}{{d{t}}}\\left({slope}\\right)={value}\\]"),
    "put": Words("At \\({t}={at}\\) that is \\({value}\\).", "在 \\({t}={at}\\) 处，其值为 \\({value}\\)。"),
    "code": Words("the quotient of the derivatives by the parameter", "对参数的导数之商"),
    "method": Words("points of the curve very close by were computed, and the quotients of their differences compared", "在曲线上取极近的点，用差商验证"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """A curve with a parameter, and its slope."""
    source = re.sub(
        r"\$|\\[()\[\]]|\\begin\{(?:cases|aligned|array)\}(?:\{[lcr]*\})?|\\end\{(?:cases|aligned|array)\}|\\left\s*(?:\\\{|\.)|\\right\s*\.?",
        " ",
        text.source,
    )
    source = re.sub(r"[(,]?\s*(?:结果)?(?:请)?用(?:参数)?\s*[a-zθ]\s*(?:来)?表示\s*\)?", " ", source)
    source = re.sub(r"\\\\|\\q?quad|\\[,;:! ]", " , ", source.replace("&", " "))
    source = _FIRST.sub(" firsttoken ", _SECOND.sub(" secondtoken ", source))
    if not re.search(r"(?<![A-Za-z])x\s*(?:\([a-z]\))?\s*=", source) or not re.search(
        r"(?<![A-Za-z])y\s*(?:\([a-z]\))?\s*=", source
    ):
        return None
    source = re.sub(r"(?<![A-Za-z])([xy])\s*\(\s*(?:[a-z]|θ|\\theta)\s*\)\s*=", r"\1=", source)
    found = account(source, VOCABULARY)
    second = found.has("second")
    if second == found.has("first"):
        return None  # neither, or two questions
    sides, value = dict[str, Any](), None
    for node in found.nodes:
        match node:
            case Relation(("=",), (Symbol("x" | "y" as name), right)) if name not in sides and symbols(
                right
            ) - {"e"}:
                sides[name] = right
            case Relation(("=",), (Symbol(name), right)) if value is None and not symbols(right) - {"e"}:
                value = (name, right)
            case Symbol("x" | "y" | "t"):
                continue
            case _:
                return None
    letters = set().union(*map(symbols, sides.values())) - {"e"} if sides else set()
    if set(sides) != {"x", "y"} or len(letters) != 1 or letters & {"x", "y"}:
        return None
    (name,) = letters
    if (
        value is not None
        and value[0] != name
        or any(isinstance(n, Apply | Blank | Group) for s in sides.values() for n in walk(s))
    ):
        return None
    if found.unread:
        return Unread(found.unread)
    t = sp.Symbol(name, real=True)
    try:
        x, y = (to_sympy(sides[k], {name: t}) for k in "xy")
        at = None if value is None else to_sympy(value[1])
        return _task(x, y, t, at, text, second=second)
    except (FormulaError, TypeError, ValueError):
        return None


def _task(
    x: sp.Expr, y: sp.Expr, t: sp.Symbol, at: sp.Expr | None, text: Text, *, second: bool
) -> Prepared | None:
    say, name = text.language, latex(t)
    dx, dy = sp.simplify(x.diff(t)), sp.simplify(y.diff(t))
    if dx == 0:
        return None
    slope = sp.simplify(dy / dx)
    told = {"t": name, "x": latex(x), "y": latex(y), "dx": latex(dx), "dy": latex(dy), "slope": latex(slope)}
    steps = [WORDS["both"].say(say, **told), WORDS["quotient"].say(say, **told)]
    result = slope
    if second:
        result = sp.simplify(slope.diff(t) / dx)
        steps.append(WORDS["second"].say(say, value=latex(result), **told))
    if at is not None:
        if dx.subs(t, at) == 0:
            return None
        result = sp.simplify(result.subs(t, at))
        if not result.is_real or not result.is_finite:
            return None
        steps.append(WORDS["put"].say(say, t=name, at=latex(at), value=latex(result)))
    letter = exact_source(t)
    lines = [
        f"X, Y = {exact_source(x)}, {exact_source(y)}",
        comment(WORDS["code"].say(say)),
        f"slope = diff(Y, {letter})/diff(X, {letter})",
    ]
    last = f"diff(slope, {letter})/diff(X, {letter})" if second else "slope"
    lines.append(
        f"simplify({last})" if at is None else f"simplify(({last}).subs({letter}, {exact_source(at)}))"
    )
    places = exact_source([at]) if at is not None else "[Rational(3, 7), Rational(8, 5), Rational(11, 4)]"
    tests = (
        f"X, Y = {exact_source(x)}, {exact_source(y)}",
        "h = Rational(1, 10**12)",
        f"at = lambda f, p: N(f.subs({letter}, p), 70)",
        "slope = lambda p: (at(Y, p + h) - at(Y, p - h))/(at(X, p + h) - at(X, p - h))",
        "bend = lambda p: (slope(p + h) - slope(p - h))/(at(X, p + h) - at(X, p - h))",
        f"found = lambda p: {'bend' if second else 'slope'}(p)",
        f"all(abs(N(sympify(answer).subs({letter}, p), 40) - found(p)) < Rational(1, 10**8)*(1 + abs(found(p))) for p in {places})",
    )

    def written(value: Any) -> str | None:
        return latex(value) if isinstance(value, sp.Expr) else None

    def given(answer: str) -> Any:
        text_of = re.sub(r"^.*?\}\s*=\s*", "", answer) if "frac{d" in answer else answer
        values = values_in(text_of, (t.name,))
        return (
            values[0] if values is not None and len(values) == 1 and isinstance(values[0], sp.Expr) else None
        )

    return Prepared(
        say, tuple(steps), cell(*lines, variables=(t.name,)), tests, WORDS["method"], shown=written, given=given, letters=(t.name,),
    )  # fmt: skip
