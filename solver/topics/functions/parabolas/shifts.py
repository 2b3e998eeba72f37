"""A parabola that is moved: so many units to the right or left, up or down; then features or the equation of the new one.

Read: numbers of units and a function with numbers only, which stands before the moves. Not: reflections, turns, the
original of a moved curve.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

import sympy as sp

from solver.formula import parse, to_latex, to_python, to_sympy
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.cells import comment
from solver.topics.functions.parabolas.features import Known
from solver.topics.functions.parabolas.reading import Quadratic

DIRECTIONS: Final = {
    "右": (1, 0), "左": (-1, 0), "上": (0, 1), "下": (0, -1), "right": (1, 0), "left": (-1, 0), "up": (0, 1), "down": (0, -1),
    "upward": (0, 1), "downward": (0, -1), "upwards": (0, 1), "downwards": (0, -1),
}  # fmt: skip
_NUMERALS: Final = {
    **{w: i for i, w in enumerate("one two three four five six seven eight nine ten".split(), 1)},
    **{w: i for i, w in enumerate("一二三四五六七八九十", 1)}, "两": 2,
}  # fmt: skip
_AMOUNT: Final = (
    rf"\$?\s*(?P<amount>\d+(?:\.\d+)?(?:/\d+)?|\\d?frac\s*\{{\d+\}}\s*\{{\d+\}}|{'|'.join(_NUMERALS)})\s*\$?"
)
_EN_VERB: Final = r"(?:is\s+|are\s+|be\s+|was\s+)?(?:first\s+|then\s+)?(?:shift(?:ed|ing|s)?|translat(?:e|ed|es|ing)|mov(?:e|ed|es|ing)|slid|slides?)"
_EN_WAY: Final = r"(?:to\s+the\s+)?(?P<way>right|left|up(?:wards?)?|down(?:wards?)?)(?![a-z])"
MOVES: Final = (
    rf"(?:,|并|再|又|然后|接着|先|后|且|将它|把它|沿[xy]轴|平移)*\s*(?:向|往|朝)(?P<way>[上下左右])(?:方)?(?:平行)?(?:平移|移动|移)(?:了)?\s*{_AMOUNT}\s*个?(?:长度)?单位(?:长度)?(?:后|,再)?",
    rf"(?i:(?:,|\band\b|\bthen\b|\s)*(?:{_EN_VERB}\s+)?(?:by\s+)?{_AMOUNT}\s*units?\s+{_EN_WAY})",
    rf"(?i:(?:,|\band\b|\bthen\b|\s)*(?:{_EN_VERB}\s+)?{_EN_WAY}\s+(?:by\s+)?{_AMOUNT}(?:\s*units?)?)",
)
_ORIGINAL: Final = re.compile(
    r"(?i)原来|原抛物线|原函数|原二次函数|\boriginal|\bbefore\b|之前|平移前|\breflect|对称的|旋转"
)
WORDS: Final = {
    "moved": Words(
        "A curve that moves \\({dx}\\) to the right and \\({dy}\\) up (negative: to the left, down) gets \\({x}-({dx})\\) for \\({x}\\), and \\({dy}\\) is added: \\[{after}\\]",
        "左加右减、上加下减：向右平移 \\({dx}\\)、向上平移 \\({dy}\\)（负数表示向左、向下），就是把 \\({x}\\) 换成 \\({x}-({dx})\\)，再加上 \\({dy}\\)：\\[{after}\\]",
    ),
    "note": Words("the moved curve", "平移后的曲线"),
}  # fmt: skip


def without_moves(text: str) -> tuple[str, tuple[sp.Rational, sp.Rational]] | None:
    """The text without its moves, and how far they go to the right and up; None where nothing is moved.

    >>> without_moves("将抛物线y=x^2向右平移2个单位,再向下平移1个单位,求新抛物线的顶点坐标")
    ('将抛物线y=x^2,求新抛物线的顶点坐标', (2, -1))
    """
    if not re.search(
        r"平移|移动|(?i:\bshift|\btranslat|\bmov(?:e|ing)|\bslid|\bunits?\s+(?:to|up|down|left|right)\b)",
        text,
    ):
        return None
    if _ORIGINAL.search(text):
        return None
    text = re.sub(
        r"(?i)^\s*(?:shift|move|translate|slide)\s+(?=(?:the\s+)?(?:(?:graph|curve|parabola)\s+)?(?:of\s+)?\$?[yf]\b)",
        "The curve ",
        text,
    )
    dx = dy = sp.Integer(0)
    start = len(text)
    for pattern in MOVES:
        while (match := re.search(pattern, text)) is not None:
            right, up = DIRECTIONS[match["way"].lower()]
            amount = value_of_units(match["amount"])
            dx, dy = dx + right * amount, dy + up * amount
            start = min(start, match.start())
            text = text[: match.start()] + (" " if match["way"].isascii() else "") + text[match.end() :]
    if (dx, dy) == (0, 0):
        return None
    # what is named behind the moves is the curve itself, and no second function
    if re.search(r"=\s*[^,;。?]*[xt]\s*\^", text[start:]):
        return None
    return text, (dx, dy)


def value_of_units(amount: str) -> sp.Rational:
    word = amount.lower()
    return sp.Rational(_NUMERALS[word]) if word in _NUMERALS else sp.Rational(to_sympy(parse(amount)))


def moved(
    quadratic: Quadratic, by: tuple[sp.Rational, sp.Rational], language: Language
) -> tuple[Quadratic, Known]:
    """The function of the moved curve, and how it comes from the one that is given."""
    (dx, dy), x = by, sp.Symbol(quadratic.variable)
    before = to_sympy(quadratic.body)
    body = parse(sp.sstr(sp.expand(before.subs(x, x - dx) + dy)))
    name = to_latex(quadratic.name) if quadratic.name else "y"
    steps = (
        WORDS["moved"].say(
            language, dx=sp.latex(dx), dy=sp.latex(dy), x=sp.latex(x), after=f"{name}={to_latex(body)}"
        ),
    )
    lines = (
        f"before = {to_python(quadratic.body)}",
        comment(WORDS["note"].say(language)),
        f"y = expand(before.subs({x}, {x} - {_source(dx)}) + {_source(dy)})",
    )
    return replace(quadratic, body=body), Known(steps, lines, ())


def _source(value: sp.Rational) -> str:
    if value.q != 1:
        return f"Rational({value.p}, {value.q})"
    return str(value) if value >= 0 else f"({value})"
