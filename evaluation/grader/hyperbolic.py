r"""Inverse hyperbolic functions as the logarithms that they are; text to text, of an answer whose spelling is cleaned already."""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = re.compile(
    r"(?:\\(?:text|mathrm)\s*\{\s*)?\\?(?:(?P<power>(?:sinh|cosh|tanh))(?:\s*\})?\s*\^\s*\{?\s*-\s*1\s*\}?|(?<![A-Za-z])(?:arc?|a)(?P<name>sinh|cosh|tanh)(?:\s*\})?(?![A-Za-z]{2}))\s*"
)
_ATOM: Final = re.compile(
    r"\\frac\s*\{[^{}]*\}\s*\{[^{}]*\}|\\?[A-Za-z](?![A-Za-z])(?:\s*/\s*\d+)?|\d+[a-z]?|\{[^{}]*\}"
)
_FORMULAS: Final = {
    "sinh": r"\ln(({0})+\sqrt{{({0})^2+1}})",
    "cosh": r"\ln(({0})+\sqrt{{({0})^2-1}})",
    "tanh": r"(\frac{{1}}{{2}}\ln(\frac{{1+({0})}}{{1-({0})}}))",
}


def in_logarithms(text: str) -> str:
    r"""Each inverse hyperbolic function as a logarithm.

    >>> in_logarithms(r"\sinh^{-1}x + C"), in_logarithms("arcosh(2x)"), in_logarithms(r"\sinh x")
    ('\\ln((x)+\\sqrt{(x)^2+1}) + C', '\\ln((2x)+\\sqrt{(2x)^2-1})', '\\sinh x')
    """
    for _ in range(4):
        found = _NAME.search(text)
        if found is None:
            return text
        start = found.end()
        end = _closing(text, start) if text[start : start + 1] == "(" else None
        atom = None if end else _ATOM.match(text, start)
        if end is None and atom is None:
            return text
        inside = text[start + 1 : end - 1] if end else atom[0] if atom else ""
        stop = end or (atom.end() if atom else start)
        formula = _FORMULAS[found["power"] or found["name"]].format(inside)
        text = text[: found.start()] + formula + text[stop:]
    return text


def _closing(text: str, start: int) -> int | None:
    depth = 0
    for i in range(start, len(text)):
        depth += (text[i] == "(") - (text[i] == ")")
        if depth == 0:
            return i + 1
    return None
