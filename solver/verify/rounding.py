"""When a decimal is a rounding of a value: the one rule for students' lines, for answers and for the grader of evaluation."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any, Final

import sympy as sp

DIGITS: Final = 50
_DECIMAL: Final = re.compile(r"-?(\d*)(?:\.(\d+))?")


def rounds_to(exact: Any, decimal: str, *, digits: int = 3) -> bool:
    """Whether a decimal as it is written is what this exact value rounds to, and can hardly be meant to be exact itself.

    A value that no decimal can express needs three `digits` of agreement; one with more places than the decimal four, and
    two places more: 1.375 is not 1.38, and 2.25 is not 2.2.

    >>> rounds_to(sp.Rational(1, 3), "0.333"), rounds_to(sp.Rational(1, 3), "0.3"), rounds_to(sp.Rational(11, 8), "1.38")
    (True, False, False)
    >>> rounds_to(sp.Rational(6, 1000), "0.01"), rounds_to(sp.Rational(2, 3), "0.67", digits=2)
    (False, True)
    """
    text = decimal.replace(",", "").replace(" ", "")
    match = _DECIMAL.fullmatch(text)
    if not match or not match[2] or not is_half_a_unit(exact, text):
        return False
    shown = len((match[1] + match[2]).lstrip("0"))
    finer = places_of(exact)
    return shown >= digits if finer is None else shown >= 4 and finer >= len(match[2]) + 2


def is_half_a_unit(exact: Any, decimal: str, places: int | None = None) -> bool:
    """Whether a real value and a decimal differ by half a unit of the decimal's last place (or of `places`, negative: of tens) at most.

    >>> is_half_a_unit(sp.sqrt(2), "1.4"), is_half_a_unit(sp.Rational(2, 3), "0.66"), is_half_a_unit(sp.Rational(6, 1000), "0.01")
    (True, False, True)
    """
    match = _DECIMAL.fullmatch(decimal)
    if not match or not (match[1] or match[2]) or not exact.is_real:
        return False
    shown = Fraction(decimal)
    unit = sp.Rational(10) ** -(len(match[2] or "") if places is None else places)
    value = exact if exact.is_Rational else exact.evalf(DIGITS)
    return bool(abs(value - sp.Rational(shown.numerator, shown.denominator)) <= unit / 2)


def places_of(exact: Any) -> int | None:
    """Places behind the point of a decimal fraction; None where no decimal ends.

    >>> places_of(sp.Rational(11, 8)), places_of(sp.Rational(1, 3)), places_of(sp.sqrt(2))
    (3, None, None)
    """
    if not exact.is_Rational:
        return None
    rest, twos, fives = int(exact.q), 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None
