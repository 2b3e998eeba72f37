r"""Compare two sides: at a point, at sampled points, by their zeros.

Points of real formulas stay where both sides are real; indefinite integrals are compared by their derivatives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import sympy as sp

from tests.topics.law.known import Sides
from tests.topics.law.values import expression, near, number, read

POSITIVE: Final = tuple(
    sp.Rational(n, d) for n, d in ((7, 5), (13, 11), (23, 9), (31, 7), (5, 8), (17, 19), (41, 13))
)


MIXED: Final = tuple(
    sp.Rational(n, d) for n, d in ((-9, 7), (15, 11), (3, 17), (-29, 13), (37, 10), (-4, 9), (11, 6))
)


SMALL: Final = tuple(sp.Rational(1, d) for d in (20, -31, 43, -57, 38, -26, 61))
"""Inside the circle of convergence of a power series."""


WHOLE: Final = tuple(map(sp.Integer, (5, 7, 11, 6, 9, 8, 13)))


def points_for(sides: Sides) -> Iterator[dict[sp.Symbol, Any]]:
    letters = sorted(sides.letters, key=str)
    text = str(sides.link)
    pools = (
        (SMALL, SMALL[2:])
        if re.search(r"\\sum.*\\infty", text)
        else (WHOLE, WHOLE[2:])
        if re.search(r"\\binom|!|\\sum|\\prod|\\bmod|floor|ceil", text)
        else (POSITIVE, POSITIVE[2:])
        if sides.link.positive
        else (POSITIVE, MIXED)
    )
    for pool in pools:
        for shift in range(2 if len(letters) > 1 else 3):
            yield {s: pool[(i + shift) % len(pool)] + (i // len(pool)) for i, s in enumerate(letters)}


def identity(sides: Sides) -> bool | None:
    """Whether it holds at every sampled point where both sides have values; None where they never have."""
    if sides.link.sign == "=" and (constant := _up_to_constant(sides)) is not None:
        return constant
    points = list(points_for(sides)) if sides.letters else [{}]
    if not any(hasattr(s, "has") and s.has(sp.I) for s in (sides.left, sides.right)):
        points = [p for p in points if all(_real(s, p) for s in (sides.left, sides.right))] or points
    verdicts = [v for v in (holds_at(sides, point) for point in points) if v is not None]
    return all(verdicts) if verdicts else None


def _real(value: Any, point: Mapping[sp.Symbol, Any]) -> bool:
    """Whether a side has a real value at a point: letters of real formulas stay where roots and logarithms are defined."""
    found = number(value, point)
    return found is None or isinstance(found, tuple) or bool(found.is_real)


def _up_to_constant(sides: Sides) -> bool | None:
    """Indefinite integrals are compared by their derivatives."""
    integrals = [
        i
        for s in (sides.left, sides.right)
        if hasattr(s, "atoms")
        for i in s.atoms(sp.Integral)
        if len(i.limits[0]) == 1
    ]
    if not integrals:
        return None
    x = integrals[0].limits[0][0]
    slope = Sides(sides.link, sp.diff(sides.left, x), sp.diff(sides.right, x))
    verdicts = [holds_at(slope, point) for point in points_for(slope)]
    return None if all(v is None for v in verdicts) else False not in verdicts


def holds_at(sides: Sides, point: Mapping[sp.Symbol, Any]) -> bool | None:
    """Whether the link holds at a point; None where a side has no value."""
    sign = sides.link.sign
    if sign == "in":
        return _member(sides, point)
    left = number(sides.left, point)
    if isinstance(sides.left, sp.FiniteSet) and isinstance(sides.right, sp.FiniteSet) and sign == "=":
        return bool(sides.left.subs(point) == sides.right.subs(point)) or None
    right = number(sides.right, point)
    if left is None or right is None:
        infinite = [sides.left, sides.right]
        if sign == "=" and sp.oo in infinite or -sp.oo in infinite:
            try:
                return bool(sp.sympify(sides.left).doit() == sp.sympify(sides.right).doit()) or None
            except (ValueError, TypeError, NotImplementedError):
                return None
        return None
    match sign:
        case "=" if "dots" in sides.link.right:
            return near(left, right, _shown(sides.link.right))
        case "=":
            return near(left, right)
        case "!=":
            return not near(left, right)
        case "~":
            return near(left, right, _shown(sides.link.right))
        case "mod":
            modulus = number(expression(*read(sides.link.modulus), {}), point)
            return None if modulus is None or modulus == 0 else bool((left - right) % modulus == 0)
    if isinstance(left, tuple) or isinstance(right, tuple) or not (left.is_real and right.is_real):
        return None
    difference = left - right
    if near(left, right):
        return sign in ("<=", ">=")
    return bool(difference < 0) if sign in ("<", "<=") else bool(difference > 0)


def _member(sides: Sides, point: Mapping[sp.Symbol, Any]) -> bool | None:
    if not isinstance(sides.right, sp.FiniteSet):
        return None
    return bool(sides.left.subs(point) in sides.right)


def _shown(latex: str) -> float:
    r"""Half a unit of the last digit shown, which is no trailing zero; a whole one where the decimal is cut off (`1.41\\ldots`)."""
    mantissa, exponent = latex, 0
    if power := re.search(r"(?:\\times|\\cdot)\s*10\^\{?(-?\d+)", latex):
        mantissa, exponent = latex[: power.start()], int(power[1])
    digits = re.search(r"\.(\d+)", mantissa)
    zeros = re.search(r"\d(0+)$", mantissa.strip())
    places = -len(digits[1]) if digits else len(zeros[1]) if zeros else 0
    percent = 2 if r"\%" in latex else 0
    return 10.0 ** (places + exponent - percent) * (1.001 if "dots" in latex else 0.501)


def same_zeros(sides: Sides, other: Sides) -> bool:
    """Whether one equation is the other times a number."""
    if sides.letters != other.letters or other.link.sign != "=":
        return False
    ratios = []
    for point in points_for(sides):
        mine, its = (number(s.left - s.right, point) for s in (sides, other))
        if mine is None or its is None or isinstance(mine, tuple) or near(its, sp.S.Zero):
            return False
        ratios.append(mine / its)
    return bool(ratios) and all(near(r, ratios[0]) for r in ratios) and not near(ratios[0], sp.S.Zero)


def real_zeros(sides: Sides) -> list[Any] | None:
    """The real solutions of a polynomial (or rational) equation in one letter; None where it is another kind."""
    (name,) = sides.letters
    try:
        polynomial = sp.Poly(sp.together(sides.left - sides.right).as_numer_denom()[0], name, domain="QQ")
        if not 0 < polynomial.degree() <= 8:
            return None
        return [r for r in polynomial.real_roots() if holds_at(sides, {name: r})]
    except (sp.PolynomialError, sp.CoercionFailed, TypeError, ValueError, NotImplementedError):
        return None


def show(value: Any) -> str:
    shown = number(value, {})
    return str(sp.N(shown, 10)) if isinstance(shown, sp.Expr) else str(shown)[:60]
