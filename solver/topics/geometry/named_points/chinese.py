"""A Chinese problem about named points in the words of the English clauses; what is left in Chinese means that it is not read."""

from __future__ import annotations

import re
from typing import Final

_TRIANGLE: Final = r"(?:△|\\triangle ?|三角形)"
_ANGLE: Final = r"(?:∠|\\angle ?)"
_WORDS: Final[tuple[tuple[str, str], ...]] = (
    (r"\$|\\[()]", ""),
    (r"(?:如图|已知|如果|若)[,，]?", ""),
    (r"_{2,}|[（(]\s*[）)]", ""),
    (r"边长(?:为|是)(\d+(?:\.\d+)?)的(正方形|菱形)([A-Z])([A-Z])([A-Z]{2})中?", r"\2\3\4\5,\3\4=\1,"),
    (r"(?:斜边|底边|直角边|对角线|弦|腰|边|线段)(?=[A-Z]{2}(?![A-Z]))", ""),
    (
        r"(?:过(?:点)?([A-Z]))?作([A-Z])([A-Z])(?:\\perp|⊥|垂直于)([A-Z]{2})(?:交[A-Z]{2})?(?:于点?|[,，]?垂足为点?|[,，]?垂足是点?)\3",
        r" \3 is the foot of the perpendicular from \2 to \4 ",
    ),
    (
        r"([A-Z])([A-Z])(?:\\perp|⊥|垂直于)([A-Z]{2})(?:于点?|[,，]?垂足为点?|[,，]?垂足是点?)\2(?![A-Z])",
        r" \2 is the foot of the perpendicular from \1 to \3 ",
    ),
    (
        r"(?:点)?([A-Z])[、,，和]([A-Z])分别(?:是|为)(?:边)?([A-Z]{2})[、,，和]([A-Z]{2})(?:边)?的?中点",
        r" \1 is the midpoint of \3 , \2 is the midpoint of \4 ",
    ),
    (
        r"(?:点)?([A-Z])[、,，和]([A-Z])分别(?:在|是|为)(?:边)?([A-Z]{2})[、,，和]([A-Z]{2})(?:边)?上(?:的点)?",
        r" \1 is on \3 , \2 is on \4 ",
    ),
    (
        r"([A-Z]{2})[、,，和与]([A-Z]{2})(?:相)?交于点?([A-Z])(?![A-Z])",
        r" segments \1 and \2 intersect at \3 ",
    ),
    (rf"(?:在)?(?:Rt|直角){_TRIANGLE}([A-Z]{{3}})中?", r" right triangle \1 , "),
    (rf"(?:在)?等边{_TRIANGLE}([A-Z]{{3}})中?", r" equilateral triangle \1 , "),
    (rf"{_TRIANGLE}([A-Z]{{3}})的面积", r" area of triangle \1 "),
    (rf"(?:在)?{_TRIANGLE}([A-Z]{{3}})中?", r" triangle \1 , "),
    (r"(?:在)?(正方形|长方形|矩形|平行四边形|菱形)([A-Z]{4})中?", ""),
    (rf"{_ANGLE}([A-Z]{{1,3}})(?:=|是|为)(\d+)(?:°|\^\{{?\\circ\}}?|度)", r" ∠\1 = \2° "),
    (r"(?:点)?([A-Z])(?:是|为)(?:边)?([A-Z]{2})(?:边)?的中点", r" \1 is the midpoint of \2 "),
    (r"(?:点)?([A-Z])在(?:边)?([A-Z]{2})(?:边)?上", r" \1 is on \2 "),
    (rf"([A-Z]{{2}})平分{_ANGLE}([A-Z]{{3}})", r" \1 bisects ∠\2 "),
    (r"([A-Z]{2})是(?:[A-Z]{2}(?:边)?上的)?高线?", r" \1 is an altitude "),
    (r"([A-Z]{2})(?:\\parallel|∥|//|平行于)([A-Z]{2})", r" \1 ∥ \2 "),
    (r"([A-Z]{2})(?:\\perp|⊥|垂直于)([A-Z]{2})", r" \1 ⟂ \2 "),
    (r"求(?:出)? *area of", " find the area of "),
    (
        r"(?:求(?:出)?|则|那么)(?:线段)?([A-Z]{2})(?:的长度?)?(?:等于|是|为|=)?(?:多少)?(?=\s*[。.,，;；]?\s*$)",
        r" find \1 ",
    ),
    (r"求(?:出)?(?:线段)?([A-Z]{2})(?:的长度?)?", r" find \1 "),
    (rf"求(?:出)?(\\?(?:sin|cos|tan)) ?{_ANGLE}?([A-Z]{{1,3}})(?:的值)?", r" find \1 ∠\2 "),
    (r"(?:且|并且)", " , "),
    (r"(?:的长)?(?:等于|是|为)(?=\d|\\sqrt)", " = "),
    (r"[。；，]", " , "),
)
_QUADS: Final = {"正方形": "square", "长方形": "rectangle", "矩形": "rectangle", "平行四边形": "parallelogram", "菱形": "rhombus"}  # fmt: skip


def in_english(source: str) -> str | None:
    """The clauses in English; None where something Chinese is left.

    >>> in_english("在△ABC中,AB=13,BC=14,AC=15,求△ABC的面积。")
    'triangle ABC , ,AB=13,BC=14,AC=15, find the area of triangle ABC ,'
    """
    text = source
    for form, english in _WORDS:
        if form.startswith("(?:在)?(正方形"):
            text = re.sub(form, lambda m: f" {_QUADS[m[1]]} {m[2]} , ", text)
        else:
            text = re.sub(form, english, text)
    return None if re.search("[\u3400-\u9fff]", text) else " ".join(text.split())
