"""Whether two expressions have the same value: numbers first, which also show where they differ; then algebra.

Three-valued. Real numbers only, wherever both have a value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import sympy as sp

from solver.latex import latex

SYMPY_FAULTS: Final = (
    ArithmeticError,
    ValueError,
    TypeError,
    AttributeError,
    NotImplementedError,
    KeyError,
    IndexError,
)
"""What sympy may raise while something is judged: that is then not decided."""
DIGITS: Final = 30
TOLERANCE: Final = sp.Float("1e-18")
_DIGITLESS: Final = 20
"""Bits; sympy marks a zero that it cannot tell from a tiny number by a precision of one."""
HUGE: Final = sp.Float("1e90")
ENOUGH: Final = 5
"""At so many points the values must agree before two expressions that are no rational functions are called equal."""
_PLACES: Final = tuple(map(sp.Rational, ("3", "2", "-2", "5", "1/2", "-3", "7", "1", "-1", "11/3", "-5/7", "13/10", "1/10", "-9", "30", "101", "2/5", "-1/3", "1/20")))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """A point at which two expressions have different values; `point` is empty for numbers."""

    point: tuple[tuple[str, Any], ...]
    first: Any
    second: Any

    def words(self) -> dict[str, str]:
        """What a sentence is filled with."""
        where = ", ".join(f"\\({latex(sp.Symbol(n))} = {latex(v)}\\)" for n, v in self.point)
        return {
            "point": where,
            "before": f"\\({shown(self.first)}\\)",
            "after": f"\\({shown(self.second)}\\)",
        }


def shown(value: Any) -> str:
    """A number as a student reads it: exact where that is short, else with five digits.

    >>> shown(sp.Rational(3, 4)), shown(sp.sqrt(2)), shown(sp.Float("0.333333333333333333333"))
    ('\\\\frac{3}{4}', '\\\\sqrt{2}', '0.33333')
    """
    if isinstance(value, sp.Float):
        near = sp.Integer(round(value))
        return str(near) if abs(value - near) < TOLERANCE else f"{float(value):.5g}"
    text = latex(value)
    if (
        isinstance(value, sp.Expr)
        and value.is_number
        and value.is_finite
        and (len(text) > 30 or value.has(sp.Function))
    ):
        return f"{float(sp.re(value.evalf(15))):.5g}"
    return text


def number(expression: Any, point: Mapping[sp.Symbol, Any] | None = None) -> Any:
    """The value of an expression at a point, to `DIGITS` digits; None where it has no finite one."""
    if point and expression in point:
        expression = point[expression]
    if isinstance(expression, sp.Expr) and not expression.free_symbols:
        return _constant(expression)
    return _computed(expression, point)


@lru_cache(maxsize=4096)
def _constant(expression: Any) -> Any:
    """The value of an expression without letters: the same ones are asked for again and again."""
    return _computed(expression, None)


def _computed(expression: Any, point: Mapping[sp.Symbol, Any] | None) -> Any:
    if point and any(_is_zero(base, point) for base in _divisors(expression)):
        return None
    try:
        value = expression.evalf(DIGITS, subs=point) if point else expression.evalf(DIGITS)
    except (
        TypeError,
        ValueError,
        ZeroDivisionError,
        AttributeError,
        NotImplementedError,
        OverflowError,
        RecursionError,
    ):
        return None
    if not isinstance(value, sp.Expr) or not value.is_number or value.has(sp.nan, sp.zoo, sp.oo):
        return None
    real, imaginary = value.as_real_imag()
    if isinstance(real, sp.Float) and real._prec < _DIGITLESS and abs(real) < TOLERANCE:
        real = sp.S.Zero  # everything cancelled: 0 with no digit known
        value = real + sp.I * imaginary
    if abs(real) > HUGE:  # sympy divides by the rounded zero of a denominator
        return None
    if not (isinstance(real, sp.Float | sp.Integer | sp.Rational) and imaginary.is_number):
        return None
    return real if abs(imaginary) < TOLERANCE * (1 + abs(real)) else value


@lru_cache(maxsize=1024)
def _divisors(expression: Any) -> tuple[Any, ...]:
    """What must not be zero in it: sympy gives 0/0 some number when a point is put in."""
    return tuple(
        p.base for p in expression.atoms(sp.Pow) if p.exp.could_extract_minus_sign() and p.base.free_symbols
    )


def _is_zero(base: Any, point: Mapping[sp.Symbol, Any]) -> bool:
    value = base.evalf(DIGITS, subs=point)
    return bool(value.is_number and abs(value) < sp.Float("1e-22"))


def is_real(value: Any) -> bool:
    """Whether it is a real number that was computed."""
    return isinstance(value, sp.Float | sp.Rational)


def near(a: Any, b: Any) -> bool:
    """Whether two computed numbers are the same."""
    return bool(abs(a - b) <= TOLERANCE * (1 + abs(a) + abs(b)))


def points(letters: tuple[sp.Symbol, ...], *, positive: bool = False) -> Iterator[dict[sp.Symbol, Any]]:
    """Places to try, simple ones first."""
    places = [p for p in _PLACES if p > 0] if positive else list(_PLACES)
    for i in range(len(places) if letters else 1):
        yield {s: places[(i + 3 * k + (i * k) % 5) % len(places)] for k, s in enumerate(letters)}


def difference(
    a: Any,
    b: Any,
    *,
    positive: bool = False,
    allowed: Callable[[Mapping[sp.Symbol, Any]], bool] | None = None,
) -> Difference | bool | None:
    """False: equal; a `Difference`: not, and there; None: not decided.

    `positive`: letters stand for positive numbers; `allowed` says which points the problem admits.

    >>> x = sp.Symbol("x")
    >>> difference((x + 1)**2, x**2 + 2*x + 1), difference((x + 1)**2, x**2 + 1).point
    (False, (('x', 3),))
    """
    if isinstance(a, sp.MatrixBase) or isinstance(b, sp.MatrixBase):
        return None
    letters = tuple(sorted(a.free_symbols | b.free_symbols, key=str))
    agreed = tried = 0
    for point in points(letters, positive=positive):
        if allowed is not None and not allowed(point):
            continue
        first, second = number(a, point), number(b, point)
        if first is None or second is None or letters and not (is_real(first) and is_real(second)):
            continue
        tried += 1
        if not near(first, second):
            return Difference(
                tuple((s.name, v) for s, v in point.items()),
                _exact(a, point, first),
                _exact(b, point, second),
            )
        agreed += 1
    if not letters:
        return False if agreed else None
    if agreed >= ENOUGH:
        return False
    return False if _identical(a, b) else None


def _exact(expression: Any, point: Mapping[sp.Symbol, Any], value: Any) -> Any:
    """The value as an exact number where that is simple."""
    try:
        found = expression.subs(point)
    except FAULTS_OF_SUBS:
        return value
    if (
        isinstance(found, sp.Expr)
        and found.is_number
        and found.is_finite
        and not found.has(sp.Integral, sp.Limit)
    ):
        return found
    return value


FAULTS_OF_SUBS: Final = (TypeError, ValueError, ZeroDivisionError, AttributeError)


@lru_cache(maxsize=256)
def _identical(a: Any, b: Any) -> bool:
    return bool(sp.simplify(a - b) == 0)
