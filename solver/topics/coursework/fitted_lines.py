"""The line that fits points best by least squares, and the least-squares solution of Ax = b. Not: other curves, correlation coefficients."""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.bare_formulas import given_expression
from solver.topics.bare_formulas import value as formula_in
from solver.topics.base import Task, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said
from solver.topics.coursework.kinds import (
    LET,
    LET_ZH,
    MATRIX_PLACE,
    lesson,
    matrix_in,
    told,
    word_in,
)
from solver.topics.equations.matrices.literals import latex as matrix_latex
from solver.topics.equations.matrices.literals import one_matrix, shown_matrix
from solver.topics.prepared import Prepared

_NUMBER: Final = r"-?[\d./]+"
_POINTS: Final = rf"(?P<points>\( ?{_NUMBER} ?, ?{_NUMBER} ?\)(?: ?(?:,|and|, and|和|、|与|;)? ?\( ?{_NUMBER} ?, ?{_NUMBER} ?\))+)"
_FORM: Final = r"(?: ?(?:of the form )?(?P<y>y|\\hat ?\{? ?y ?\}?) ?= ?(?P<form>[a-z]_?\d?x ?\+ ?[a-z]_?\d?|[a-z]_?\d? ?\+ ?[a-z]_?\d? ?x))?"
_LINE: Final = rf"(?:least[- ]squares?(?: regression)? (?:line|fit|approximation|regression)|(?:linear )?regression line|line of best fit|best[- ]fit(?:ting)? (?:straight )?line|linear regression equation)(?: of y on x)?{_FORM}"
_FOR: Final = r"(?:for|through|to|of|that (?:best )?fits|fitting|which fits)(?: the)?(?: following)?(?: data| given)?(?: points?| set| pairs?)*:?"
TABLE_EN: Final = {
    "points": (rf"{LET}(?:the )?(?:following )?(?:data )?(?:points?|data)(?: are| be)?:? {_POINTS}(?: are given)?",),
    "line": (
        rf"{FIND}(?:the )?(?:equation of the )?{_LINE} {_FOR} {_POINTS}(?: (?:by|using|with) (?:the method of )?least squares)?",
        rf"{FIND}(?:the )?(?:equation of the )?{_LINE}(?: {_FOR} (?:these|the|this)? ?(?:points|data))?(?: (?:by|using|with) (?:the method of )?least squares)?",
        rf"use (?:the method of )?least squares to find the (?:straight )?line{_FORM} (?:that (?:best )?fits|through|for|of best fit (?:for|to))(?: the)?(?: data)?(?: points)? {_POINTS}",
        rf"fit a (?:straight |least[- ]squares )?line{_FORM} to (?:the )?(?:data )?(?:points )?{_POINTS}(?: (?:by|using) (?:the method of )?least squares)?",
    ),
    "system": (
        rf"{FIND}(?:the|a) least[- ]squares solution (?:of|to) (?:the (?:inconsistent )?(?:system|equation) )?Ax ?= ?b (?:where|with|for|if)? ?A ?= ?(?P<A>{MATRIX_PLACE}) ?(?:,|and) ?b ?= ?(?P<b>{MATRIX_PLACE}|\([^()]*\))",
    ),
}  # fmt: skip
_LINE_ZH: Final = rf"(?:最小二乘(?:拟合)?直线|拟合直线|回归直线|线性回归|回归直线的?|最佳拟合直线|y关于x的线性回归|y对x的线性回归|y关于x的回归直线|y对x的回归直线)(?:的)?(?:方程)?{_FORM}"
TABLE_ZH: Final = {
    "points": (rf"{LET_ZH}(?:一组|下列|如下)?(?:观测)?(?:数据|数据点|点|样本点|样本数据)?(?: ?\(x, ?y\))?(?:为|是|如下)?:? ?{_POINTS}",),
    "line": (
        rf"{FIND_ZH}(?:y关于x的)?{_LINE_ZH}{HOW_MUCH_ZH}",
        rf"(?:试?用最小二乘法,?)?{FIND_ZH}(?:经过|过|通过|拟合)?(?:数据点|点|数据)? ?{_POINTS} ?的?{_LINE_ZH}{HOW_MUCH_ZH}",
        rf"试?用最小二乘法,?{FIND_ZH}{_LINE_ZH}{HOW_MUCH_ZH}",
    ),
    "system": (rf"{FIND_ZH}(?:方程组|线性方程组)? ?Ax ?= ?b ?的最小二乘解,?其中 ?A ?= ?(?P<A>{MATRIX_PLACE}) ?[,和、] ?b ?= ?(?P<b>{MATRIX_PLACE}|\([^()]*\))",),
}  # fmt: skip
SENTENCE: Final = Words("The line is \\({answer}\\).", "所求直线为 \\({answer}\\)。")
METHOD: Final = Words(
    "the deviations add up to 0, also weighted with x: no other line has a smaller sum of squares",
    "检验正规方程：偏差之和与加权和都为 0",
)
METHOD_SYSTEM: Final = Words("the residual is perpendicular to every column of A", "检验残差与 A 的各列正交")


@lesson("(?i)least[- ]squares?|regression|best fit|best-fit|最小二乘|回归|拟合", en=TABLE_EN, zh=TABLE_ZH)
def fitted(found: list[Said], say: Language) -> Task | None:
    """The line, or the solution."""
    asked = [s for s in found if s.kind != "points"]
    if len(asked) != 1:
        return None
    if asked[0].kind == "system":
        return _system(asked[0], say) if len(found) == 1 else None
    written = word_in(found, "points")
    if not written:
        return None
    pairs = re.findall(rf"\( ?({_NUMBER}) ?, ?({_NUMBER}) ?\)", written)
    points = [(formula_in(a), formula_in(b)) for a, b in pairs]
    if not 2 <= len(points) <= 12 or len({x for x, _ in points}) < 2:
        return None
    return _line(points, "hat" in (word_in(found, "y") or ""), say)


def _line(points: list[tuple[sp.Expr, sp.Expr]], hat: bool, say: Language) -> Task:
    n = len(points)
    sx, sy = sum(x for x, _ in points), sum(y for _, y in points)
    sxx, sxy = sum(x * x for x, _ in points), sum(x * y for x, y in points)
    slope = (n * sxy - sx * sy) / (n * sxx - sx**2)
    cut = (sy - slope * sx) / n
    sums = (
        rf"\sum x={latex(sx)},\quad \sum y={latex(sy)},\quad \sum x^2={latex(sxx)},\quad \sum xy={latex(sxy)}"
    )
    steps = (
        told(say, rf"The sums over the \(n={n}\) points: \[{sums}\]", rf"对 \(n={n}\) 个点求和：\[{sums}\]"),
        told(
            say,
            rf"The slope is \[m=\frac{{n\sum xy-\sum x\sum y}}{{n\sum x^2-(\sum x)^2}}={latex(slope)}\]",
            rf"斜率为 \[b=\frac{{n\sum xy-\sum x\sum y}}{{n\sum x^2-(\sum x)^2}}={latex(slope)}\]",
        ),
        told(
            say,
            rf"The line passes through the mean point, so its intercept is \[\bar y-m\bar x={latex(sy / n)}-\left({latex(slope)}\right)\cdot\left({latex(sx / n)}\right)={latex(cut)}\]",
            rf"回归直线过样本中心点，截距为 \[\bar y-b\bar x={latex(sy / n)}-\left({latex(slope)}\right)\cdot\left({latex(sx / n)}\right)={latex(cut)}\]",
        ),
    )
    source = cell(
        f"points = {exact_source(points)}", "n = len(points)",
        "sx, sy = sum(x for x, y in points), sum(y for x, y in points)",
        "sxx, sxy = sum(x**2 for x, y in points), sum(x*y for x, y in points)",
        comment(told(say, "slope and intercept", "斜率与截距")),
        "m = Rational(n*sxy - sx*sy, n*sxx - sx**2)", "m*Symbol('x') + Rational(sy - m*sx, n)",
    )  # fmt: skip
    tests = (
        f"points = {exact_source(points)}", "rest = [b - answer.subs(x, a) for a, b in points]",
        "answer.is_polynomial(x) and degree(answer + x**2, x) == 2 and Poly(answer, x).degree() <= 1 and simplify(sum(rest)) == 0 and simplify(sum(r*a for r, (a, b) in zip(rest, points))) == 0",
    )  # fmt: skip
    name = r"\hat{y}" if hat else "y"

    def shown(value: Any) -> str | None:
        return f"{name}={latex(value)}" if isinstance(value, sp.Expr) else None

    def given(answer: str) -> Any:
        value = given_expression("x")(re.sub(r"\\hat\s*\{?\s*y\s*\}?", "y", answer))
        return None if value is None or value.free_symbols - {sp.Symbol("x")} else value

    return Prepared(say, steps, source, tests, METHOD, SENTENCE, shown=shown, given=given, letters=("x",))


def _system(asked: Said, say: Language) -> Task | None:
    A = matrix_in(asked.values["A"])
    right = asked.values["b"]
    b = (
        sp.Matrix([formula_in(e) for e in right[1:-1].split(",")])
        if right.startswith("(")
        else matrix_in(right)
    )
    b = b.T if b.rows == 1 else b
    if b.cols != 1 or b.rows != A.rows or A.rank() < A.cols or (A.T * A).free_symbols:
        return None
    normal, side = A.T * A, A.T * b
    solution = normal.LUsolve(side)
    steps = (
        told(
            say,
            rf"The residual \(b-Ax\) is shortest where it is perpendicular to the columns of \(A\): \(A^TAx=A^Tb\), that is \[{matrix_latex(normal)}x={matrix_latex(side)}\]",
            rf"残差 \(b-Ax\) 与 \(A\) 的各列正交时最短，即 \(A^TAx=A^Tb\)：\[{matrix_latex(normal)}x={matrix_latex(side)}\]",
        ),
        told(
            say,
            rf"Solve these equations: \[x={matrix_latex(solution)}\]",
            rf"解得 \[x={matrix_latex(solution)}\]",
        ),
    )
    source = cell(
        f"A = Matrix({exact_source(A.tolist())})",
        f"b = Matrix({exact_source(list(b))})",
        "(A.T*A).LUsolve(A.T*b)",
    )
    tests = (
        f"A = Matrix({exact_source(A.tolist())})",
        f"b = Matrix({exact_source(list(b))})",
        "x = Matrix(answer)",
        "x.shape == (A.cols, 1) and all((b - A*x).dot(A.col(i)) == 0 for i in range(A.cols))",
    )
    return Prepared(say, steps, source, tests, METHOD_SYSTEM, shown=shown_matrix, given=one_matrix)
