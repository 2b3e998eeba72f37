"""The acute angle between two straight lines, or its tangent, from their slopes; the inclination of one. Not: lines in space, parallel lines, bisectors."""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError
from solver.formula.nodes import Relation, Symbol
from solver.latex import latex, values_in
from solver.ports import Language
from solver.reader import account
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.geometry.lines.reading import is_line
from solver.topics.geometry.lines.slopes import slope_of
from solver.topics.prepared import Prepared

VOCABULARY: Final = {
    "angle": "angle|angle between|acute angle|acute angle between|angle formed by|acute angle formed by|angle of intersection of|smaller angle between|夹角|的夹角|所成的角|所成角|的夹角大小|所成的锐角|夹角的大小|夹角大小",
    "inclination": "inclination|angle of inclination|inclination of|inclination angle of|倾斜角|的倾斜角",
    "tangent": "tangent of|tangent|的正切值|正切值|正切",
    "lines": "lines|straight lines|two lines|line|intersecting|the lines|直线|两条直线|两直线|两条|与直线|和直线|所|degrees|in degrees|用角度表示|度数",
}
WORDS: Final = {
    "slopes": Words("The slopes of the lines are \\(m_1={m}\\) and \\(m_2={n}\\).", "两条直线的斜率分别为 \\(k_1={m}\\)，\\(k_2={n}\\)。"),
    "formula": Words("For the acute angle \\(\\theta\\) between them: \\[\\tan\\theta=\\left|\\frac{{m_1-m_2}}{{1+m_1m_2}}\\right|={tangent}\\]", "设夹角为 \\(\\theta\\)，则 \\[\\tan\\theta=\\left|\\frac{{k_1-k_2}}{{1+k_1k_2}}\\right|={tangent}\\]"),
    "inclined": Words("The slope is the tangent of the inclination \\(\\theta\\), \\(0^{{\\circ}}\\le\\theta<180^{{\\circ}}\\): \\(\\tan\\theta={m}\\), so \\(\\theta={angle}\\).", "斜率等于倾斜角 \\(\\theta\\) 的正切，\\(0^{{\\circ}}\\le\\theta<180^{{\\circ}}\\)：\\(\\tan\\theta={m}\\)，所以 \\(\\theta={angle}\\)。"),
    "upright": Words("The line is vertical, so its inclination is \\(90^{{\\circ}}\\).", "直线垂直于 \\(x\\) 轴，倾斜角为 \\(90^{{\\circ}}\\)。"),
    "code_inclined": Words("between 0 and pi, with this tangent", "在 0 与 π 之间，正切等于斜率"),
    "right": Words("The product of the slopes is \\(-1\\): the lines are perpendicular.", "斜率之积为 \\(-1\\)，两直线互相垂直。"),
    "angle": Words("The angle is acute, so \\(\\theta={angle}\\).", "\\(\\theta\\) 是锐角，所以 \\(\\theta={angle}\\)。"),
    "code": Words("the angle between the directions of the lines, at most a right angle", "两直线方向向量的夹角，不超过直角"),
    "answer": Words("So the answer is \\({answer}\\).", "所以答案是 \\({answer}\\)。"),
    "method": Words("computed again from the scalar product of the directions", "用方向向量的数量积重新计算"),
}  # fmt: skip
_ASKS: Final = re.compile(r"\b[Aa]ngle\b|夹角|所成的?[角锐]|倾斜角|(?i:inclination)")


def asks(source: str) -> bool:
    """Whether a text is about an angle."""
    return _ASKS.search(source) is not None


def read(text: Text) -> Reading:
    """Two lines by their equations, and the angle between them."""
    found = account(text.source, VOCABULARY)
    lines = [n for n in found.nodes if isinstance(n, Relation) and is_line(n)]
    others = [n for n in found.nodes if n not in lines and not isinstance(n, Symbol)]
    inclined = found.has("inclination")
    if not (inclined or found.has("angle")) or len(lines) != (1 if inclined else 2) or others:
        return None
    if found.unread:
        return Unread(found.unread)
    try:
        slopes = [slope_of(line) for line in lines]
    except (FormulaError, ValueError):
        return None
    if inclined:
        return _inclined(slopes[0], text.language) if not found.has("tangent") else None
    m, n = slopes
    if m is None or n is None or m == n or not (m.is_real and n.is_real):
        return None
    return _task(lines, (m, n), tangent=found.has("tangent"), say=text.language)


def _task(
    lines: list[Relation], slopes: tuple[sp.Expr, sp.Expr], *, tangent: bool, say: Language
) -> Prepared | None:
    m, n = slopes
    is_right = sp.simplify(1 + m * n) == 0
    if is_right and tangent:
        return None
    steps = [WORDS["slopes"].say(say, m=latex(m), n=latex(n))]
    found = sp.pi / 2 if is_right else sp.atan(sp.radsimp(sp.simplify(sp.Abs((m - n) / (1 + m * n)))))
    if is_right:
        steps.append(WORDS["right"].say(say))
    else:
        steps.append(WORDS["formula"].say(say, tangent=latex(sp.tan(found))))
    if not tangent:
        steps.append(WORDS["angle"].say(say, angle=_shown(found)))
    first, second = exact_source(m), exact_source(n)
    value = "theta" if not tangent else "tan(theta)"
    source = cell(
        f"m, n = S({first}), S({second})",
        comment(WORDS["code"].say(say)),
        "theta = pi/2 if 1 + m*n == 0 else atan(radsimp(Abs((m - n) / (1 + m*n))))",
        value,
    )
    given = "answer" if not tangent else "atan(answer)"
    tests = (
        f"m, n = S({first}), S({second})",
        "cosine = Abs(1 + m*n) / sqrt((1 + m**2) * (1 + n**2))",
        f"bool(0 < N({given}) and abs(N(cos({given}) - cosine, 30)) < 1e-20)",
    )
    return Prepared(
        say,
        tuple(steps),
        source,
        tests,
        WORDS["method"],
        WORDS["answer"],
        shown=(lambda v: latex(v) if isinstance(v, sp.Expr) else None) if tangent else _shown,
        given=_given,
    )


def _inclined(m: sp.Expr | None, say: Language) -> Prepared | None:
    if m is not None and not m.is_real:
        return None
    angle = sp.pi / 2 if m is None else sp.atan(m) if m >= 0 else sp.pi + sp.atan(m)
    if m is None:
        steps, source = WORDS["upright"].say(say), cell("pi/2")
        tests: tuple[str, ...] = ("bool(answer == pi/2)",)
    else:
        steps = WORDS["inclined"].say(say, m=latex(m), angle=_shown(angle))
        lines = (
            f"m = S({exact_source(m)})",
            comment(WORDS["code_inclined"].say(say)),
            "atan(m) if m >= 0 else pi + atan(m)",
        )
        source = cell(*lines)
        tests = (
            f"bool(0 <= N(answer) < N(pi) and abs(N(sin(answer) - ({exact_source(m)})*cos(answer), 30)) < 1e-20)",
        )
    return Prepared(
        say, (steps,), source, tests, WORDS["method"], WORDS["answer"], shown=_shown, given=_given
    )


def _shown(value: Any) -> str | None:
    """An angle: in degrees where it is a nice one, else by its tangent."""
    if not isinstance(value, sp.Expr) or not value.is_number:
        return None
    degrees = sp.simplify(value * 180 / sp.pi)
    return rf"{degrees}^{{\circ}}" if degrees.is_Integer else latex(value)


def _given(answer: str) -> Any:
    text = answer.strip().strip("$")
    degrees = re.fullmatch(r"(.+?)(?:\^\s*\{?\s*\\circ\s*\}?|°|度|\s*degrees?)", text)
    values = values_in(degrees[1] if degrees else text)
    if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
        return None
    return values[0] * sp.pi / 180 if degrees else values[0]
