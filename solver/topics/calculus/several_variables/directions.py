"""Directions that are told by the point they lead to, or by their angle with the x-axis, put as vectors: toward (4, 6), 沿从该点到点Q(2,-1)的方向."""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.topics.base import Text, Words

_N: Final = r"-?\d+(?:/\d+)?"
_POINT: Final = rf"(?:[A-Z](?:_\d)?\s*)?\(\s*(?P<{{}}>{_N}(?:\s*,\s*{_N}){{{{1,2}}}})\s*\)"
_START: Final = re.compile(r"(?i)(?:\bat\s+(?:the\s+)?(?:point\s+)?|在\s*点?\s*)" + _POINT.format("start"))
_TOWARD: Final = re.compile(
    r"(?i)(?:in\s+the\s+direction\s+)?(?:towards?|from\s+(?:[A-Z]|(?:this|that)\s+point|(?:the\s+point\s+)?"
    + _POINT.format("own")
    + r")\s+(?:to|towards?))\s+(?:the\s+)?(?:point\s+)?"
    + _POINT.format("end")
)
_TOWARD_ZH: Final = re.compile(
    r"沿着?\s*从\s*(?:该点|此点|点?\s*[A-Z]?\s*|点?\s*"
    + _POINT.format("own")
    + r")\s*到\s*点?\s*"
    + _POINT.format("end")
    + r"\s*的?\s*方向"
)
_ANGLE: Final = r"(?:(?P<deg>\d+)\s*(?:°|\^\s*\{?\s*\\circ\s*\}?|度)|(?:\\[dt]?frac\s*\{\s*(?:\\pi|π)\s*\}\s*\{?|(?:\\pi|π)\s*/\s*)(?P<part>\d+)\s*\}?)"
_TURNED: Final = re.compile(
    rf"(?i)in\s+the\s+direction\s+(?:that\s+makes|making|which\s+makes)\s+(?:an\s+)?angle\s+(?:of\s+)?{_ANGLE}\s+with\s+the\s+positive\s+(?:direction\s+of\s+the\s+)?x-?\s*axis"
)
_TURNED_ZH: Final = re.compile(
    rf"沿\s*与\s*x\s*轴\s*(?:正向|正方向|的正向)\s*(?:的?夹角为|成|所成角为)\s*{_ANGLE}\s*(?:角)?\s*的?\s*方向"
)
WORDS: Final = {
    "vector": Words("{start} to {end} is the direction \\(\\vec v={vector}\\).", "从 {start} 到 {end} 的方向为 \\(\\vec v={vector}\\)。"),
    "angle": Words("The direction at the angle \\({angle}\\) is \\(\\left(\\cos {angle},\\sin {angle}\\right)={vector}\\).", "与 \\(x\\) 轴正向夹角为 \\({angle}\\) 的方向为 \\(\\left(\\cos {angle},\\sin {angle}\\right)={vector}\\)。"),
}  # fmt: skip


def with_vector(text: Text) -> tuple[str, str] | None:
    """The text with the direction as a vector, and the step that says so; None where it is not told in such a way."""
    source = text.source.replace("$", " ")
    is_zh = text.language == "zh"
    if match := (_TURNED_ZH if is_zh else _TURNED).search(source):
        angle = sp.pi * int(match["deg"]) / 180 if match["deg"] else sp.pi / int(match["part"])
        vector = [sp.cos(angle), sp.sin(angle)]
        if any(v.has(sp.sin, sp.cos) for v in vector):
            return None
        step = WORDS["angle"].say(text.language, angle=latex(angle), vector=_shown(vector))
    elif match := (_TOWARD_ZH if is_zh else _TOWARD).search(source):
        start = match["own"] or next((m["start"] for m in _START.finditer(source[: match.start()])), None)
        if start is None:
            return None
        ends = [[sp.Rational(c.strip()) for c in p.split(",")] for p in (start, match["end"])]
        if len(ends[0]) != len(ends[1]) or ends[0] == ends[1]:
            return None
        vector = [b - a for a, b in zip(*ends, strict=True)]
        step = WORDS["vector"].say(text.language, start=rf"\({_shown(ends[0])}\)", end=rf"\({_shown(ends[1])}\)", vector=_shown(vector))  # fmt: skip
    else:
        return None
    told = f" 沿方向{_shown(vector)}" if is_zh else f" in the direction of the vector {_shown(vector)}"
    return source[: match.start()] + told + source[match.end() :], step


def _shown(vector: list[sp.Expr]) -> str:
    return "(" + ", ".join(map(latex, vector)) + ")"
