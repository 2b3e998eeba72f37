"""A picture of what a problem gives, with nothing of its solution in it: the plain curve of a polynomial in one letter."""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.latex import values_in
from solver.plots import curve
from solver.ports import Language

_EQUATION: Final = re.compile(
    r"(?P<left>[^=<>≤≥,;:?，。；：？\u3400-\u9fff]+)=(?P<right>[^=<>≤≥,;?，。；？\u3400-\u9fff]+)"
)
_WORDS: Final = re.compile(r"(?<![\\A-Za-z])(?!sin|cos|tan|exp|log|sqrt|ln)[A-Za-z]{2,}(?![A-Za-z(])\.?")
_NAMED: Final = re.compile(r"^\s*(?:y|[fgh]\s*\(\s*[a-z]\s*\))\s*$")
_STEEPEST: Final = 8
"""Degrees above this run off the paper at once."""


def picture_of(problem: str, language: Language) -> str | None:
    """Source of a cell that draws the curve of the problem's formula; None where it has none in just one letter.

    An equation is drawn as the difference of its sides.

    >>> picture_of("Find the vertex of y = x^2 - 4x + 3.", "en") is not None, picture_of("What is 2+2?", "en")
    (True, None)
    """
    plain = re.sub(r"\\[()\[\]]|\$+", " ", problem)
    for match in _EQUATION.finditer(plain):
        found = _expression(match["left"], match["right"])
        if found is not None:
            (letter,) = found.free_symbols
            return curve(sp.sstr(found), str(letter), _window(found, letter), language=language)
    return None


def _expression(left: str, right: str) -> Any:
    """The formula of an equation, where it is one in one letter that has a curve."""
    left, right = _WORDS.split(left)[-1], _WORDS.split(right)[0].rstrip(". ")
    named = _NAMED.match(left)
    sides = [_value(right)] if named else [_value(left), _value(right)]
    if any(not isinstance(s, sp.Expr) for s in sides):
        return None
    found = sides[0] if named else sides[0] - sides[1]
    if len(found.free_symbols) != 1:
        return None
    (letter,) = found.free_symbols
    if not re.fullmatch(r"[a-z]", str(letter)) or not found.is_polynomial(letter):
        return None
    return found if 0 < sp.degree(found, letter) <= _STEEPEST else None


def _window(found: Any, letter: Any) -> tuple[float, float]:
    """Where the curve bends and crosses the axis, with room on both sides; nothing of it is marked."""
    roots = [*sp.Poly(found, letter).nroots(), *sp.Poly(sp.diff(found, letter), letter).nroots()]
    real = [float(sp.re(r)) for r in roots if abs(sp.im(r)) < 1e-9] or [0.0]
    room = max(1.0, 0.5 * (max(real) - min(real))) + 1
    return min(real) - room, max(real) + room


def _value(side: str) -> Any:
    found = values_in(side.strip())
    return found[0] if found is not None and len(found) == 1 else None
