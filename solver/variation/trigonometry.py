"""Exact values, phases and functions of a text about angles that may take each other's places: 1/2, √2/2 and √3/2, π/3 and π/4, sin and cos.

Only texts with sines, cosines or tangents; each piece is written as the old one was. Multiples of the angle and degrees are
numbers like others (`literals`).
"""

from __future__ import annotations

import re
from math import gcd
from random import Random
from typing import Final

from solver.variation.literals import Numeral

_FUNCTION: Final = re.compile(r"(?<![A-Za-z])(?P<name>sin|cos)(?![A-Za-z]{2})")
_OTHERS: Final = re.compile(r"(?<![A-Za-z])(?:cot|sec|csc)(?![A-Za-z]{2})")
_TANGENT: Final = re.compile(r"(?<![A-Za-z])tan(?![A-Za-z]{2})")
_ROOT: Final = r"(?:√[23]|\\sqrt\s*\{?[23]\}?)"
_HALF: Final = rf"(?:(?:1|{_ROOT})/2|\\[dt]?frac\s*(?:\{{\s*(?:1|{_ROOT})\s*\}}\s*\{{\s*2\s*\}}|12))"
_THIRD: Final = rf"(?:{_ROOT}(?:/3)?|\\[dt]?frac\s*\{{\s*{_ROOT}\s*\}}\s*\{{\s*3\s*\}}|1)"
_VALUE: Final = re.compile(rf"=\s*(?P<sign>[-−]?)\s*(?P<value>{_HALF})(?![\d/A-Za-z(\\√])", re.ASCII)
_TANGENT_VALUE: Final = re.compile(
    rf"=\s*(?P<sign>[-−]?)\s*(?P<value>{_THIRD})(?![\d/A-Za-z(\\√.])", re.ASCII
)
_PHASE: Final = re.compile(
    r"[-+−]\s*(?:(?:π|\\pi)\s*/\s*(?P<plain>[346])(?!\d)|\\[dt]?frac\s*\{\s*(?:π|\\pi)\s*\}\s*\{\s*(?P<latex>[346])\s*\})"
)
_ANGLE: Final = re.compile(
    r"(?:(?<=sin)|(?<=cos)|(?<=tan)|(?<=cot)|(?<=sec)|(?<=csc)|(?<![A-Za-z\\\d.]))\s*(?P<times>(?<!\^)\d{0,2})(?P<letter>[αβθ]|[xyt](?![A-Za-z])|[xyt](?=sin|cos|tan|cot|sec|csc))"
)
_BOUNDED: Final = re.compile(
    r"[<>≤≥∈\[°]|\\(?:[lg]eq?|[lg]t|in)(?![a-z])|锐角|钝角|象限|acute|obtuse|quadrant"
)
"""Conditions on the angle itself."""
_IDENTITY: Final = re.compile(r"(?i)\b(?:prove|verify|show that|identity)\b|证|恒")
"""With any other change than other angles it is none."""
_MULTIPLES: Final = range(1, 10)
_HALVES: Final = ("1", "2", "3")
_THIRDS: Final = (("1", "1"), ("√3", "\\sqrt{3}"), ("√3/3", "\\frac{\\sqrt{3}}{3}"))
_COMMAND: Final = re.compile(r"\\(?:sin|cos|tan)")


def is_about_angles(text: str) -> bool:
    """Whether sines, cosines, tangents or their reciprocals stand in it."""
    return any(pattern.search(text) is not None for pattern in (_FUNCTION, _TANGENT, _OTHERS))


def other_angles(text: str, rng: Random) -> dict[Numeral, str]:
    """Other exact values, phases and functions for some of those in a text; empty where it has none.

    >>> other_angles("Solve 2x = 1/2.", Random(1))
    {}
    """
    new: dict[Numeral, str] = {}
    if not is_about_angles(text):
        return new
    share = 0.95 if _IDENTITY.search(text) else 0.7
    if rng.random() < share and not _BOUNDED.search(text) and (multiplied := _multiplied(text, rng)):
        return multiplied | (_exchanged(text) if rng.random() < 0.3 and _may_be_exchanged(text) else {})
    for match in (_VALUE if not _TANGENT.search(text) else _TANGENT_VALUE).finditer(text):
        if rng.random() < 0.8:
            latex = "\\" in match["value"] or _COMMAND.search(text) is not None
            value = (
                _third(rng, latex=latex)
                if _TANGENT.search(text)
                else _half(rng, latex=latex, fraction="frac" in match["value"])
            )
            sign = rng.choice(("", match["sign"] or "-"))
            new[_piece(text, match.start("sign"), match.end("value"))] = sign + value
    for match in _PHASE.finditer(text):
        if rng.random() < 0.8:
            name = "plain" if match["plain"] else "latex"
            new[_piece(text, *match.span(name))] = rng.choice("346")
    return new | (_exchanged(text) if rng.random() < 0.5 and _may_be_exchanged(text) else {})


def _may_be_exchanged(text: str) -> bool:
    """An identity in one angle stays one, for its complement may stand for it; sums and multiples of angles have no such law.

    >>> [_may_be_exchanged(t) for t in ("Prove that (1 + cos x)(1 - cos x) = sin²x.", "Prove that sin 2x = 2 sin x cos x.")]
    [True, False]
    """
    if not _IDENTITY.search(text):
        return True
    return len({(m["letter"], m["times"]) for m in _ANGLE.finditer(text)}) == 1


def _exchanged(text: str) -> dict[Numeral, str]:
    """Sines for cosines; none where tangents stand beside them."""
    found = () if _TANGENT.search(text) else _FUNCTION.finditer(text)
    return {_piece(text, *m.span("name")): "cos" if m["name"] == "sin" else "sin" for m in found}


def _multiplied(text: str, rng: Random) -> dict[Numeral, str]:
    """Other multiples of the angles, in the same ratio for each letter: an identity stays one."""
    angles = list(_ANGLE.finditer(text))
    multiples: dict[str, list[int]] = {}
    for m in angles:
        multiples.setdefault(m["letter"], []).append(int(m["times"] or 1))
    units = {letter: (gcd(*found), rng.choice(_MULTIPLES)) for letter, found in sorted(multiples.items())}
    new = {_piece(text, *m.span("times")): _times(int(m["times"] or 1), *units[m["letter"]]) for m in angles}
    return new if any(piece.text != times for piece, times in new.items()) else {}


def _times(old: int, unit: int, new: int) -> str:
    """The multiple `old` of an angle, written for another unit; nothing for one time."""
    multiple = old // unit * new
    return "" if multiple == 1 else str(multiple)


def _half(rng: Random, *, latex: bool, fraction: bool) -> str:
    """1/2, √2/2 or √3/2."""
    inside = rng.choice(_HALVES)
    if inside == "1" and not fraction:
        return "1/2"
    root = "1" if inside == "1" else f"\\sqrt{{{inside}}}"
    return f"\\frac{{{root}}}{{2}}" if latex else f"√{inside}/2"


def _third(rng: Random, *, latex: bool) -> str:
    """1, √3 or √3/3."""
    plain, formula = rng.choice(_THIRDS)
    return formula if latex else plain


def _piece(text: str, start: int, end: int) -> Numeral:
    return Numeral(start, end, text[start:end], "sign", formula=True)
