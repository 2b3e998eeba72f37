"""P(85 < X < 115), P(|X − 2| < 1), P(μ − σ < X < μ + σ): what stands in the brackets, as intervals of X.

An end is a number, or so many standard deviations from the mean. Nothing is computed here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.topics.clauses import NUMBER, number

_MU: Final = r"(?:\\mu|μ|u)"
_SIGMA: Final = r"(?:\\sigma|σ)"
_END: Final = rf"(?:{NUMBER}|{_MU}\s*(?:[+-]\s*\d?\s*{_SIGMA})?)"
_LESS: Final = r"<=?"
_MORE: Final = r">=?"
PROBABILITY: Final = re.compile(r"(?<![A-Za-z\\])(?:P|Pr)\s*[({\[]\s*(?P<inner>[^()]*(?:\([^()]*\)[^()]*)?)[)}\]]")  # fmt: skip


@dataclass(frozen=True, slots=True)
class End:
    """`value`, or the mean and `deviations` standard deviations."""

    value: sp.Rational | None = None
    deviations: sp.Rational | int | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """low < X < high; None: no bound. `outside`: what is not between them."""

    low: End | None
    high: End | None
    outside: bool = False


def _end(said: str) -> End:
    match = re.fullmatch(rf"{_MU}\s*(?:([+-])\s*(\d?)\s*{_SIGMA})?", said.strip())
    if match is None:
        return End(number(said))
    size = int(match[2] or 1) if match[1] else 0
    return End(deviations=-size if match[1] == "-" else size)


def range_of(inner: str, name: str) -> Range | None:
    """What is in the brackets of a probability of the variable `name`.

    >>> range_of("85 < X <= 115", "X")
    Range(low=End(value=85, deviations=None), high=End(value=115, deviations=None), outside=False)
    """
    inner = inner.strip()
    x = re.escape(name)
    if match := re.fullmatch(rf"({_END})\s*{_LESS}\s*{x}\s*{_LESS}\s*({_END})", inner):
        return Range(_end(match[1]), _end(match[2]))
    if match := re.fullmatch(rf"{x}\s*{_LESS}\s*({_END})", inner) or re.fullmatch(rf"({_END})\s*{_MORE}\s*{x}", inner):  # fmt: skip
        return Range(None, _end(match[1]))
    if match := re.fullmatch(rf"{x}\s*{_MORE}\s*({_END})", inner) or re.fullmatch(rf"({_END})\s*{_LESS}\s*{x}", inner):  # fmt: skip
        return Range(_end(match[1]), None)
    if match := re.fullmatch(rf"\|\s*{x}\s*(?:([+-])\s*({NUMBER}|{_MU}))?\s*\|\s*([<>])=?\s*({NUMBER}|\d?\s*{_SIGMA})", inner):  # fmt: skip
        return _around(match[1], match[2], match[3], match[4])
    return None


def _around(sign: str | None, middle: str | None, relation: str, width: str) -> Range | None:
    outside = relation == ">"
    if middle is not None and re.fullmatch(_MU, middle):
        if sign != "-" or not re.search(_SIGMA, width):
            return None
        size = int(re.sub(r"\D", "", width) or 1)
        return Range(End(deviations=-size), End(deviations=size), outside)
    if re.search(_SIGMA, width):
        return None
    centre = number(middle) * (1 if sign == "-" else -1) if middle else sp.S.Zero
    half = number(width)
    return Range(End(centre - half), End(centre + half), outside) if half > 0 else None
