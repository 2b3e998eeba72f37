"""Read an answer (LaTeX, by whoever) as exact numbers: integers, decimals, fractions, several of them. Nothing is evaluated."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any, Final

MAX_LENGTH: Final = 300
_NUMBER: Final = re.compile(
    r"(?:(?P<sign>-)\s*)?(?:\\d?frac\s*\{\s*(?P<a>-?\d+)\s*\}\s*\{\s*(?P<b>\d+)\s*\}|(?P<c>\d+)\s*/\s*(?P<d>\d+)"
    r"|(?P<n>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?))"
)
_NOISE: Final = re.compile(
    r"\\text\s*\{[^{}]*\}|\\[ ,;!]|\\quad|\\left|\\right|\\?[$]|[a-zA-Z\u4e00-\u9fff_]+\s*=|[()\[\]{}]|\u00a0"
)


def parse(answer: str) -> list[Fraction] | None:
    """The numbers of an answer in order; None when anything else than numbers, units and separators is in it.

    >>> parse(r"\\frac{35}{11},\\ \\frac{15}{11}") == [Fraction(35, 11), Fraction(15, 11)]
    True
    >>> parse("1,200") == [Fraction(1200)] and parse("x^2") is None
    True
    """
    if len(answer) > MAX_LENGTH:
        return None
    found: list[Fraction] = []
    rest, at = "", 0
    for match in _NUMBER.finditer(answer):
        number = _value(match)
        if number is None:
            return None
        found.append(number)
        rest += answer[at : match.start()] + "#"
        at = match.end()
    rest = _NOISE.sub(" ", rest + answer[at:])
    words = re.sub(r"[\u4e00-\u9fff]+|[A-Za-z]{2,}\.?|[£€¥¢]", " ", rest)
    if not found or not re.fullmatch(r"\s*#(?:\s*(?:[,;，；、]|\s)\s*#)*\s*\.?\s*", words):
        return None
    return found


def _value(match: re.Match[str]) -> Fraction | None:
    if match["n"]:
        value = Fraction(match["n"].replace(",", ""))
    else:
        top, bottom = match["a"] or match["c"], int(match["b"] or match["d"])
        if not bottom:
            return None
        value = Fraction(int(top), bottom)
    return -value if match["sign"] else value


def exact(value: Any) -> list[Fraction] | None:
    """The numbers in the value of a cell: an integer, a sympy rational, or a tuple or list of those."""
    if isinstance(value, tuple | list):
        parts = [exact(v) for v in value]
        return (
            None if not parts or any(p is None or len(p) != 1 for p in parts) else [p[0] for p in parts if p]
        )
    if isinstance(value, bool):
        return None
    if isinstance(value, int | Fraction):
        return [Fraction(value)]
    if getattr(value, "is_Rational", False):
        return [Fraction(int(value.p), int(value.q))]
    if getattr(value, "is_iterable", False) and hasattr(value, "args"):
        return exact(tuple(value.args))
    return None
