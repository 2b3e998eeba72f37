r"""Numbers of texts as exact values: what problems are compared by, and answers with what was printed.

Only numbers in figures: `1,200`, `2.50`, `3/4`, `\frac{3}{4}`, `40%`. Neither number words nor roots.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final, Literal

_FRACTION: Final = re.compile(r"\\[dtc]?frac\s*(?:\{\s*(\d+)\s*\}\s*\{\s*(\d+)\s*\}|(\d)(\d))")
_PLAIN: Final = r"\d+(?:(?:,|\{,\}|,\\!)\d{3})*(?:\.\d+)?"
NUMBER: Final = re.compile(rf"{_PLAIN}(?:\s*/\s*[1-9]\d*)?")
_SIGNED: Final = re.compile(rf"[+-]?\s*{_PLAIN}(?:\s*/\s*[1-9]\d*)?")
_AROUND: Final = re.compile(
    r"\\(?:text|mathrm|mbox|textbf)\s*\{[^{}]*\}|\\[,;:! ]|\\(?:\$|%)|\^\s*\{?\\circ\}?|\\[()\[\]]|[$￥¥€£%％°\s]|\\q?quad(?![a-z])"
    r"|[\u3400-\u9fff]+|\b(?:dollars?|cents?|years?|hours?|minutes?|days?|meters?|miles?|inches|feet|people|square|cubic|units?|cm|km|mm|kg|m|g|s)\b"
    r"|^[A-Za-z]\w*\s*=|[.。]$",
)
_MAX_DIGITS: Final = 60
TRACES: Final = 9
"""Decimals behind which a difference is floating point's."""

Same = Literal["same", "rounded", "other", "unknown"]


def numbers(text: str) -> list[Fraction]:
    r"""The numbers of a text in their order, without signs.

    >>> [str(n) for n in numbers(r"1,200 people, \frac{1}{2} of 2.50 and 3/4")]
    ['1200', '1/2', '5/2', '3/4']
    """
    text = _FRACTION.sub(lambda m: f" {m[1] or m[3]}/{m[2] or m[4]} ", text)
    return [found for match in NUMBER.finditer(text) if (found := _fraction(match[0])) is not None]


def value(text: str) -> Fraction | None:
    r"""What an answer is worth if it is one number, with or without a unit; None where it is anything else.

    >>> value(r"x = -\frac{3}{4}"), value("7.50 元"), value("(1, 2)"), value("\\$1,000")
    (Fraction(-3, 4), Fraction(15, 2), None, Fraction(1000, 1))
    """
    if len(text) > 200:
        return None
    bare = _FRACTION.sub(lambda m: f"{m[1] or m[3]}/{m[2] or m[4]}", text)
    bare = _AROUND.sub("", _AROUND.sub(" ", bare.strip()).strip()).replace(" ", "")
    return _fraction(bare) if _SIGNED.fullmatch(bare) else None


def same(answer: str, other: str) -> Same:
    """How two numbers stand to each other; `rounded` where one is a decimal that the other rounds to, or a percentage of it.

    >>> same("3.33", "10/3"), same("150.00000000000003", "150"), same("12", "13"), same("x", "13"), same("25%", "0.25")
    ('rounded', 'rounded', 'other', 'unknown', 'same')
    """
    left, right = value(answer), value(other)
    if left is None or right is None:
        return "unknown"
    if left == right:
        return "same"
    if ("%" in answer) != ("%" in other) and left == right * (100 if "%" in answer else Fraction(1, 100)):
        return "same"
    places = [p for text in (answer, other) if (p := _places(text))]
    if places and abs(left - right) < Fraction(1, 10 ** min(*places, TRACES)):
        return "rounded"
    return "other"


def _places(text: str) -> int:
    """The decimals of a number as it is written; 0 for a fraction."""
    found = re.search(r"\d\.(\d+)", text)
    return len(found[1]) if found and "/" not in text else 0


def _fraction(text: str) -> Fraction | None:
    text = re.sub(r",\\!|\{,\}|[,\s+]", "", text)
    if len(text) > _MAX_DIGITS:
        return None
    try:
        over, _, under = text.partition("/")
        return Fraction(over) / Fraction(under) if under else Fraction(over)
    except (ValueError, ZeroDivisionError):
        return None
