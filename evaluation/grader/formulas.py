"""One formula against another: ratios, numerals in a base, angles in degrees and radians, units, and at last their values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from evaluation.grader.cleaning import squeezed
from evaluation.grader.forms import Formula
from evaluation.grader.measures import canonical
from evaluation.grader.ratios import same_ratio
from evaluation.grader.units import scale
from evaluation.grader.values import Equality, equal


def same_formula(answer: Formula, reference: Formula) -> Equality:
    """Whether a formula means what the reference means.

    >>> same_formula(Formula("90", ("degrees",)), Formula(r"\\frac{\\pi}{2}")), same_formula(Formula("1101_2"), Formula("13_{10}"))
    ('equal', 'equal')
    """
    if squeezed(answer.text) == squeezed(reference.text) and not (answer.units and reference.units):
        return "equal"
    if ":" in answer.text + reference.text:
        return same_ratio(answer.text, reference.text)
    if bases := [m for f in (answer, reference) if (m := _IN_BASE.fullmatch(squeezed(f.text)))]:
        return _in_bases(bases)
    if turned := _in_radians(answer, reference) or _in_radians(reference, answer):
        return equal(*(turned if turned[0] != reference.text else turned[::-1]))
    factor = scale(answer.units, reference.units)
    if not isinstance(factor, Fraction):
        return "different" if factor is None else "undecided"
    text = answer.text if factor == 1 else f"({answer.text})*({factor})"
    return equal(text, reference.text)


_IN_BASE: Final = re.compile(r"([0-9A-F]+)_\{?(0|[1-9]\d*)\}?")


def _in_bases(numerals: Sequence[re.Match[str]]) -> Equality:
    """Numerals whose texts differ: what a conversion asks for is one text, unless one of them is said to be in base ten."""
    if (
        len(numerals) < 2
        or "0" in (numerals[0][2], numerals[1][2])
        or "10" not in (numerals[0][2], numerals[1][2])
    ):
        return "different"
    try:
        one, other = (int(numeral[1], int(numeral[2])) for numeral in numerals)
    except ValueError:  # no digits of its base
        return "different"
    return "equal" if one == other else "different"


def _in_radians(degrees: Formula, other: Formula) -> tuple[str, str] | None:
    """An angle in degrees as one in radians, where the other has no unit and a π in it."""
    units = [[canonical(u) for u in f.units] for f in (degrees, other)]
    if (
        units[0] not in (["degree"], ["度"])
        or units[1] not in ([], ["radian"], ["rad"], ["弧度"])
        or (not units[1] and not re.search(r"\\pi|arc|\^\s*\{?\s*-1", other.text))
    ):
        return None
    return f"({degrees.text})*\\pi/180", other.text
