r"""A number in the form that is asked for: rounded half up with all its places, as a fraction, a mixed number, a percentage, a power of ten.

Exact arithmetic for rational numbers; of others as many digits are worked out as the place needs and thirty more.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex, fraction_latex
from solver.topics.forms.form import Form, Manner
from solver.topics.numbers.rounding.numbers import leading_exponent, rounded, written
from solver.topics.numbers.rounding.target import Target
from solver.topics.rationals import terminating_decimal

MAX_EXPONENT: Final = 300
"""Of ten: larger numbers are of no use to a reader."""
MAX_POWER: Final = 10_000
"""Of ten in scientific notation."""
LONGEST: Final = 10
"""Figures in scientific notation, where no accuracy is asked for: more of them, or without an end, are rounded."""
USUAL: Final = Target(None, 4)
"""To so many."""
_GUARD_DIGITS: Final = 30
MAX_PERIOD: Final = 12
_MORE_DIGITS: Final = 3
SHORT_PLACES: Final = 6
"""Decimals that a reader takes in whole."""


class Impossible(ValueError):
    """The number has no such form; `reason` names a sentence of `task.REASONS`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Written:
    """A number as it is written, what it is worth so, and the unit of its last place; None where it is exact."""

    text: str
    value: sp.Rational | Any
    unit: sp.Rational | None = None


def write(value: sp.Expr, form: Form) -> Written:
    r"""The number in the form; a percentage comes without its sign.

    >>> write(sp.sqrt(2) + sp.sqrt(3), Form(accuracy=Target(Fraction(1, 100)))).text
    '3.15'
    >>> write(sp.Rational(31, 12), Form("mixed")).text, write(sp.Rational(3, 8), Form("percent")).text
    ('2\\frac{7}{12}', '37.5')
    >>> write(sp.Integer(2)**50, Form("scientific", Target(None, 3))).text, write(sp.Rational(5000, 3), Form("scientific")).text
    ('1.13\\times 10^{15}', '1.667\\times 10^{3}')

    Raises:
        Impossible: it has none.
    """
    if not value.is_real:
        return _complex(value, form)
    if form.manner == "scientific":
        return _scientific(value, form.accuracy)
    scale = 100 if form.manner == "percent" else 1
    if form.accuracy is not None:
        text, worth, unit = _rounded(value * scale, form.accuracy)
        return Written(text, _rational(worth) / scale, _rational(unit) / scale)
    return Written(_exact(value * scale, form.manner), value)


def _complex(value: sp.Expr, form: Form) -> Written:
    """A complex number, its two parts rounded to the same place."""
    if form.accuracy is None and form.manner in ("", "radical"):
        return Written(exact_latex(value), value)
    if form.accuracy is None or form.accuracy.unit is None or form.manner:
        raise Impossible("complex")
    real, imaginary = (write(part, form) for part in value.expand(complex=True).as_real_imag())
    sign = "" if imaginary.text.startswith("-") else "+"
    front = f"{real.text}{sign}" if real.value != 0 else imaginary.text[:0]
    return Written(f"{front}{imaginary.text}i", real.value + imaginary.value * sp.I, real.unit)


def _exact(value: sp.Expr, manner: Manner) -> str:
    if manner == "pi" and not value.has(sp.pi):
        raise Impossible("no pi")
    if manner in ("", "radical", "pi", "degrees", "radians"):
        return exact_latex(value)
    number = _fraction(value)
    if number is None:
        raise Impossible("endless" if manner in ("decimal", "percent") else "irrational")
    if manner == "decimal":
        text = terminating_decimal(_rational(number))
        return text if text is not None else _recurring(number)
    if manner == "percent":
        text = terminating_decimal(_rational(number))
        return text if text is not None else _mixed(number)
    return _mixed(number) if manner == "mixed" else fraction_latex(number)


def _mixed(number: Fraction) -> str:
    whole, rest = divmod(abs(number), 1)
    if not whole or not rest:
        return fraction_latex(number)
    return rf"{'-' if number < 0 else ''}{whole}{fraction_latex(rest)}"


def _recurring(number: Fraction) -> str:
    """A decimal whose digits come again; only short periods are written."""
    size, seen, digits = abs(number), list[int](), ""
    whole, rest = divmod(size.numerator, size.denominator)
    while rest not in seen:
        seen.append(rest)
        digit, rest = divmod(rest * 10, size.denominator)
        digits += str(digit)
        if len(digits) > MAX_PERIOD:
            raise Impossible("endless")
    start = seen.index(rest)
    return rf"{'-' if number < 0 else ''}{whole}.{digits[:start]}\overline{{{digits[start:]}}}"


def approximation(value: sp.Expr, unit: Fraction) -> Fraction:
    """The value, far more exact than the unit."""
    exact = _fraction(value)
    if exact is not None:
        return exact
    size = int(sp.ceiling(sp.log(abs(sp.N(value, 20)) + 1, 10).evalf(20)))
    digits = max(size, 0) + max(-leading_exponent(unit), 0) + _GUARD_DIGITS
    number = sp.Rational(str(sp.N(value, digits)))
    halves = Fraction(int(number.p), int(number.q)) / unit * 2
    if abs(halves - round(halves)) < Fraction(1, 10 ** (_GUARD_DIGITS - 10)):  # a rational number in disguise
        return round(halves) * unit / 2
    return halves * unit / 2


def _rounded(value: sp.Expr, accuracy: Target) -> tuple[str, Fraction, Fraction]:
    """The text, its value and the unit of its last place."""
    unit = accuracy.unit
    if unit is None:
        power = _power(value)
        if power is None:
            return "0", Fraction(0), Fraction(1)
        unit = Fraction(10) ** (power - accuracy.figures + 1)
    number = approximation(value, unit)
    if not abs(number) < 10**MAX_EXPONENT:
        raise Impossible("large")
    if accuracy.nearest_only and (number / unit * 2).denominator == 1 and (number / unit).denominator == 2:
        raise Impossible("half")
    if accuracy.way and number < 0:
        raise Impossible("negative")
    result = rounded(number, unit, accuracy.way)
    places = -leading_exponent(unit)
    if accuracy.figures and result:
        places = accuracy.figures - 1 - leading_exponent(result)  # 9.996 to 3 figures is 10.0
        unit = Fraction(10) ** -places
    return written(result, places if unit < 1 else 0), result, unit


def _power(value: sp.Expr) -> int | None:
    """The power of ten of the first digit; None of zero, in whatever disguise."""
    exact = _fraction(value)
    if exact is None:
        rough = sp.N(value, _GUARD_DIGITS)
        if (
            rough == 0 or rough._prec < _GUARD_DIGITS
        ):  # no digit of it is certain: zero, as far as can be told
            return None
        number = sp.Rational(str(rough))
        exact = Fraction(int(number.p), int(number.q))
    return leading_exponent(exact) if exact else None


def _scientific(value: sp.Expr, accuracy: Target | None) -> Written:
    power = _power(value)
    if power is None or not abs(power) < MAX_POWER:
        raise Impossible("zero" if power is None else "large")
    factor = value * sp.Integer(10) ** -power
    if accuracy is None:
        number = _fraction(factor)
        text = terminating_decimal(_rational(number)) if number is not None else None
        if text is not None and figures_in(text) <= LONGEST:
            return Written(rf"{text}\times 10^{{{power}}}", value)
        accuracy = USUAL
    text, worth, unit = _rounded(factor, accuracy)
    if abs(worth) >= 10:  # 9.996 to 3 figures
        power += 1
        text, worth, unit = _rounded(value * sp.Integer(10) ** -power, accuracy)
    scale = sp.Integer(10) ** power
    return Written(rf"{text}\times 10^{{{power}}}", _rational(worth) * scale, _rational(unit) * scale)


def figures_in(number: str) -> int:
    """How many figures a decimal between 1 and 10 has.

    >>> figures_in("-1.496"), figures_in("7")
    (4, 1)
    """
    return sum(map(str.isdigit, number))


def _fraction(value: sp.Expr) -> Fraction | None:
    if not value.is_Rational:
        value = sp.nsimplify(value) if value.is_rational else value
    return Fraction(int(value.p), int(value.q)) if value.is_Rational else None


def _rational(value: Fraction) -> sp.Rational:
    return sp.Rational(value.numerator, value.denominator)


def digits_of(value: sp.Expr, unit: sp.Rational) -> str:
    """A short decimal as it stands, of other numbers the first digits, three behind the last place."""
    short = terminating_decimal(value)
    if short is not None and len(short.partition(".")[2]) <= SHORT_PLACES:
        return short
    step = Fraction(1, 10 ** max(0, -leading_exponent(Fraction(int(unit.p), int(unit.q)))))
    number, finer = approximation(value, step), step / 10**_MORE_DIGITS
    places = len(str(finer.denominator)) - 1
    digits = f"{int(abs(number) / finer):0{places + 1}d}"
    return f"{'-' if number < 0 else ''}{digits[:-places]}.{digits[-places:]}\\ldots"
