"""The signs of a text's formulas that may turn: between two terms, and before the numbers of a point or vector.

Not in stories, where a price or a length cannot be negative, nor in plain sums: who adds practises adding.
"""

from __future__ import annotations

import re
from typing import Final

from solver.variation.literals import Numeral
from solver.variation.polynomials import polynomials_in

_BETWEEN: Final = re.compile(
    r"(?<![A-Za-z]{2})(?<=[A-Za-z0-9)}²³⁴])\s*(?P<sign>[-+−])\s*"
    r"(?=\d|\\(?:frac|sqrt|sin|cos|tan)|√|\(|(?:sin|cos|tan|ln|sqrt)(?![a-z])|[A-Za-z](?![A-Za-z]))",
    re.ASCII,
)
_POINT: Final = re.compile(r"\(\s*[-−]?\d+(?:\s*,\s*[-−]?\d+)+\s*\)", re.ASCII)
_COORDINATE: Final = re.compile(r"(?<![\d−-])(?P<sign>[-−]?)(?=[1-9])", re.ASCII)
_STORY: Final = re.compile(
    r"(?i)\b(?:met(?:er|re)s?|feet|foot|cm|km|inch(?:es)?|kilograms?|kg|grams?|lit(?:er|re)s?|seconds?|minutes?|hours?|days?|weeks?|"
    r"years?|old|dollars?|cents?|euros?|price|profit|costs?|money|ball|rocket|people|students?|boys?|girls?|balls?|cards?|"
    r"dice|chairs?|seats?|rows?|o'clock|am|pm|digits?|base|binary|sides?|triangle|rectangle|square with|length|width|height|"
    r"perimeter|radius)\b|°|[元米克秒岁吨升人个只本支天时分日月厘角]|三角形|长方形|正方形|边长|半径|面积|周长|进制|利润|概率"
)
_GOES_ON: Final = re.compile(r"\.\.\.|…|\\[cl]?dots")
"""The signs of a sum that goes on follow a rule."""
_TOLD: Final = re.compile(
    r"(?:^|[=(,\[{$&:：])\s*[-−]\s*\d|(?<![A-Za-z])(?:y|[fgh]\(x\))\s*=|[A-Za-z]\s*(?:\^|[²³⁴⁵])|(?<![A-Za-z])i(?![A-Za-z])|\\begin|"
    r"\(\s*\d+\s*,\s*\d+\s*\)|\\?(?:sin|cos|ln|log|lim)(?![a-z])|[≤≥<>]|\\[lg]eq?",
)


def is_story(text: str) -> bool:
    """Whether its numbers count or measure something, so that none may be negative."""
    return _STORY.search(text) is not None


def knows_negatives(text: str) -> bool:
    """Whether who is asked this has met negative numbers, so that an answer may be one.

    >>> knows_negatives("Solve 2x + 3 = 11."), knows_negatives("Solve x^2 = 9."), knows_negatives("Find the slope through (1, 2).")
    (False, True, True)
    """
    return not is_story(text) and _TOLD.search(text) is not None


def signs_in(text: str) -> tuple[Numeral, ...]:
    """Every sign that may turn, as a numeral that is `+`, `-` or (before a coordinate) empty; none in a story.

    >>> [(s.start, s.text) for s in signs_in("(2, -3) on y = x - 4")]
    [(1, ''), (4, '-'), (17, '-')]
    """
    if is_story(text) or _GOES_ON.search(text) or not (knows_negatives(text) or polynomials_in(text)):
        return ()
    found = [_sign(m.start("sign"), m["sign"]) for m in _BETWEEN.finditer(text)]
    for point in _POINT.finditer(text):
        for match in _COORDINATE.finditer(text, *point.span()):
            found.append(_sign(match.start("sign"), match["sign"]))
    return tuple(sorted(found, key=lambda s: s.start))


def turned(sign: Numeral, text: str) -> str:
    """The other sign, for the place where `sign` stands."""
    if sign.text == "+":
        return "−" if "−" in text else "-"
    between = re.search(r"[A-Za-z0-9)}²³⁴]\s*$", text[: sign.start], re.ASCII)
    return "+" if sign.text and between else "" if sign.text else "-"


def _sign(start: int, text: str) -> Numeral:
    return Numeral(start, start + len(text), text, "sign", formula=True)
