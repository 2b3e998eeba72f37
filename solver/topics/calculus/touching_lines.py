"""A letter in a line that touches a curve, and the tangents of a curve from the origin or another point that is told.

Read: y = mx + c with one letter and a curve y = f(x) without; a point outside in numbers. Not: circles and conics, letters in the curve.
"""

from __future__ import annotations

from typing import Any, Final

import sympy as sp

from solver.formula import parse, to_sympy
from solver.formula.nodes import symbols
from solver.latex import exact_latex, latex, values_in
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import exact_source
from solver.topics.coursework.kinds import given_numbers, shown_numbers
from solver.topics.exams.kinds import Exam, Unfit, kind, task

_F: Final = r"(?P<{0}>(?:[^=,;，。；一-鿿A-Za-z]|\\[a-z]+|(?<![A-Za-z])(?:[a-z]?(?:ln|sin|cos|tan|exp|sqrt)? ?[a-z]?)(?![A-Za-z])){{1,50}}?)"
_LINE: Final = rf"y ?= ?{_F.format('line')}"
_CURVE: Final = rf"(?:y|f\( ?x ?\)) ?= ?{_F.format('curve')}"
_POINT: Final = (
    r"(?:the )?(?P<origin>origin)|(?:the )?(?:point )?(?:[A-Z] ?)?\( ?(?P<px>-?\d+) ?, ?(?P<py>-?\d+) ?\)"
)
_POINT_ZH: Final = r"(?P<origin>(?:坐标)?原点(?:O)?(?:\(0,0\))?)|点?(?:[A-Z])?\((?P<px>-?\d+),(?P<py>-?\d+)\)"
_EN: Final = {
    "touch": (
        rf"(?:the )?(?:straight )?line (?:with equation )?{_LINE} (?:is (?:a )?tangent to|touches|is tangential to) (?:the )?(?:curve|graph|parabola)?(?: of)?(?: with equation)? ?{_CURVE}",
        rf"(?:the )?(?:curve|graph|parabola) (?:of )?{_CURVE} (?:has|touches) (?:the )?(?:line )?{_LINE}(?: as a tangent)?",
    ),
    "idle": (r"(?:where )?[a-z] is a constant",),
    "ask_letter": (rf"{FIND}(?:the )?(?:possible )?(?:values? of )?(?:the )?(?:constant )?(?P<letter>[a-hj-wz])",),
    "ask_from": (rf"{FIND}(?:the )?equations? of (?:the |all )?tangents?(?: lines?)? (?:from|through|that passe?s? through|which passe?s? through|passing through) (?:{_POINT}) to (?:the )?(?:curve )?{_CURVE}", rf"{FIND}(?:the )?equations? of (?:the |all )?tangents?(?: lines?)? to (?:the )?(?:curve )?{_CURVE} (?:from|through|that passe?s? through|which passe?s? through|passing through) (?:{_POINT})"),
}  # fmt: skip
_ZH: Final = {
    "touch": (
        rf"(?:已知|若)?直线{_LINE}(?:与|和|是)(?:曲线|函数|抛物线)?{_CURVE}(?:的图[象像])?(?:相切|的(?:一条)?切线)",
        rf"(?:已知|若)?(?:曲线|函数|抛物线){_CURVE}(?:的图[象像])?(?:与|和)直线{_LINE}相切",
    ),
    "ask_letter": (rf"{FIND_ZH}(?:实数|常数)?(?P<letter>[a-hj-wz])(?:的值)?{HOW_MUCH_ZH}",),
    "idle": (rf"(?:已知|设|若)?(?:曲线|函数){_CURVE}",),
    "from": (rf"(?:过|经过)(?:{_POINT_ZH})(?:作|引)(?:曲线)?{_CURVE}的(?:一条)?切线(?:l)?",),
    "ask_line": (r"(?:则|求)?(?:该|此|这条)?(?:切线|切线l|直线l|l)?的?(?:切线)?方程(?:为|是)?",),
    "ask_from": (rf"(?:求|则)?(?:曲线)?{_CURVE}(?:的)?过(?:{_POINT_ZH})的切线(?:的)?方程(?:为|是)?", rf"(?:求|则)?(?:过|经过)(?:{_POINT_ZH})(?:且)?(?:与|和)曲线{_CURVE}相切的直线(?:的)?方程(?:为|是)?"),
}  # fmt: skip
_WORDS: Final = {
    "slopes": Words("At the point of contact \\(x=t\\) the slopes agree: \\[{slope}={m}\\] so \\(t={t}\\).", "设切点横坐标为 \\(t\\)，斜率相等：\\[{slope}={m}\\] 得 \\(t={t}\\)。"),
    "heights": Words("There the curve and the line have the same height: \\({left}={right}\\), so \\({c}={value}\\).", "切点在直线上也在曲线上：\\({left}={right}\\)，得 \\({c}={value}\\)。"),
    "contact": Words("Let it touch at \\(x=t\\), with slope \\({slope}\\). It passes through \\(({p},{q})\\): \\[{q}-({f})={slope}\\left({p}-t\\right)\\] so \\(t={t}\\).", "设切点横坐标为 \\(t\\)，斜率为 \\({slope}\\)。切线过 \\(({p},{q})\\)：\\[{q}-({f})={slope}\\left({p}-t\\right)\\] 得 \\(t={t}\\)。"),
    "line": Words("So the tangent is \\({line}\\).", "所以切线方程为 \\({line}\\)。"),
    "method": Words("where line and curve meet their difference and its derivative are 0", "直线与曲线之差在切点处的值与导数都为 0"),
}  # fmt: skip
X: Final = sp.Symbol("x", real=True)
T: Final = sp.Symbol("t", real=True)


@kind(r"(?i)tangent|touches", "en", _EN)
@kind(r"相切|切线", "zh", _ZH)
def touching(exam: Exam) -> list[Task]:
    """Slope and height agree where they touch."""
    if len(exam.asked) != 1:
        raise Unfit
    if exam.asked[0].kind == "ask_letter":
        return [_letter(exam)]
    points = [s.values for s in exam.said if "origin" in s.values or "px" in s.values]
    if len(points) != 1:
        raise Unfit
    p, q = (0, 0) if points[0].get("origin") else (int(points[0]["px"]), int(points[0]["py"]))
    return [_from(exam, sp.Integer(p), sp.Integer(q))]


def _curve(written: str) -> sp.Expr:
    node = parse(written)
    if symbols(node) - {"e", "π"} != {"x"}:
        raise Unfit
    found = to_sympy(node, {"x": X})
    if not isinstance(found, sp.Expr):
        raise Unfit
    return found


def _contacts(equation: sp.Expr, f: sp.Expr) -> list[sp.Expr]:
    """The real places where they touch."""
    found = sp.solveset(equation, T, sp.S.Reals)
    if not isinstance(found, sp.FiniteSet) or not 1 <= len(found) <= 3:
        raise Unfit
    good = [t for t in sorted(found) if f.subs(X, t).is_real and f.subs(X, t).is_finite]
    if not good:
        raise Unfit
    return good


def _letter(exam: Exam) -> Task:
    said, name = exam.one("touch").values, exam.asked[0].values["letter"]
    f, node = _curve(said["curve"]), parse(said["line"])
    if symbols(node) != {"x", name} and symbols(node) != {name}:
        raise Unfit
    c = sp.Symbol("c", real=True)
    line = sp.expand(to_sympy(node, {"x": X, name: c}))
    if (
        not line.is_polynomial(X, c)
        or sp.degree(line, X) > 1
        or sp.degree(line, c) != 1
        or line.coeff(c).has(X)
    ):
        raise Unfit  # the letter is the height alone
    m, slope = sp.diff(line, X), sp.diff(f, X)
    at = _contacts(slope.subs(X, T) - m, f)
    values = list(dict.fromkeys(sp.simplify(sp.solve(line.subs(X, t) - f.subs(X, t), c)[0]) for t in at))
    say = exam.language
    steps = [
        _WORDS["slopes"].say(say, slope=latex(slope.subs(X, T)), m=latex(m), t=", ".join(map(latex, at)))
    ]
    for t in at:
        value = sp.simplify(sp.solve(line.subs(X, t) - f.subs(X, t), c)[0])
        steps.append(_WORDS["heights"].say(say, left=latex(line.subs({X: t, c: sp.Symbol(name)})), right=latex(sp.simplify(f.subs(X, t))), c=name, value=latex(value)))  # fmt: skip
    head = (f"f, line = {exact_source(f)}, {exact_source(line)}",)
    lines = (*head, "places = solveset(diff(f - line, x), x, Reals)", "[simplify(solve((line - f).subs(x, t), c)[0]) for t in sorted(places)]")  # fmt: skip
    tests = (*head, "gaps = [f - line.subs(c, v) for v in answer]", "all(any(simplify(g.subs(x, t)) == 0 and simplify(diff(g, x).subs(x, t)) == 0 for t in solveset(diff(g, x), x, Reals)) for g in gaps) and len(set(answer)) == " + str(len(values)))  # fmt: skip
    return task(exam, steps, lines, tests, _WORDS["method"], shown=_shown_once, given=given_numbers, variables=("x", "c"), letters=("x", "c"), assumptions="real=True")  # fmt: skip


def _shown_once(values: Any) -> str | None:
    return shown_numbers(list(dict.fromkeys(values)))


def _from(exam: Exam, p: sp.Expr, q: sp.Expr) -> Task:
    f = _curve(exam.place("curve").values["curve"])
    slope = sp.diff(f, X)
    if f.is_polynomial(X) and sp.degree(f, X) < 2:
        raise Unfit
    equation = q - f.subs(X, T) - slope.subs(X, T) * (p - T)
    at = _contacts(equation, f)
    tangents = list(dict.fromkeys(sp.expand(sp.simplify(slope.subs(X, t)) * (X - p) + q) for t in at))
    say = exam.language
    t, x = sp.Symbol("t"), sp.Symbol("x")
    steps = [
        _WORDS["contact"].say(say, slope=latex(slope.subs(X, t)), p=p, q=q, f=latex(f.subs(X, t)), t=", ".join(map(latex, at))),
        *(_WORDS["line"].say(say, line=f"y={exact_latex(line.subs(X, x))}") for line in tangents),
    ]  # fmt: skip
    head = (f"f, p, q = {exact_source(f)}, S({p}), S({q})",)
    lines = (*head, "t = symbols('t', real=True)", "places = solveset(q - f.subs(x, t) - diff(f, x).subs(x, t)*(p - t), t, Reals)", "[expand(simplify(diff(f, x).subs(x, v))*(x - p) + q) for v in sorted(places)]")  # fmt: skip
    tests = (
        *head,
        "gaps = [f - line.subs(symbols('x'), x) for line in answer]",
        f"touch = [any(simplify(g.subs(x, v)) == 0 and simplify(diff(g, x).subs(x, v)) == 0 for v in {exact_source(at)}) for g in gaps]",
        f"all(touch) and all(simplify((f - g).subs(x, p) - q) == 0 for g in gaps) and len(set(answer)) == {len(tangents)}",
    )
    return task(exam, steps, lines, tests, _WORDS["method"], shown=_shown_lines, given=_given_lines, variables="x", letters=("x",), assumptions="real=True")  # fmt: skip


def _shown_lines(values: Any) -> str | None:
    found = list(dict.fromkeys(values)) if isinstance(values, list | tuple | sp.Tuple) else []
    return r",\ ".join(f"y={latex(v.subs(X, sp.Symbol('x')))}" for v in found) or None


def _given_lines(answer: str) -> Any:
    values = values_in(answer)
    if values is None:
        return None
    lines = [v.rhs if isinstance(v, sp.Eq) and str(v.lhs) == "y" else v for v in values]
    return lines if all(isinstance(v, sp.Expr) for v in lines) else None
