"""Sums and products of sines, cosines and tangents of rational multiples of π that are plain numbers after all.

The number is found from its decimals and proved with roots of unity: with z = e^(iπ/n) every such function is a rational
function of z, and what is equal differs by a multiple of the cyclotomic polynomial of order 2n.
"""

from __future__ import annotations

from typing import Final

import sympy as sp
from sympy.functions.elementary.trigonometric import TrigonometricFunction

ROOTS: Final = (sp.sqrt(2), sp.sqrt(3), sp.sqrt(5))
DIGITS: Final = 50
MAX_ORDER: Final = 720
MAX_FUNCTIONS: Final = 12
MAX_SIZE: Final = 10**6
"""Of numerator and denominator of a number that is believed at all."""


def closed_form(value: sp.Expr) -> sp.Expr | None:
    """The number without trigonometric functions that `value` is; None where none of this kind was found and proved.

    >>> closed_form(sp.cos(2*sp.pi/7) * sp.cos(4*sp.pi/7) * sp.cos(8*sp.pi/7))
    1/8
    """
    if not value.has(TrigonometricFunction) or len(value.atoms(TrigonometricFunction)) > MAX_FUNCTIONS:
        return None
    digits = sp.N(value, DIGITS)
    if not (digits.is_Float and digits.is_finite):
        return None
    guess = sp.nsimplify(digits, ROOTS, tolerance=sp.Rational(1, 10 ** (DIGITS - 10)))
    small = all(max(abs(r.p), r.q) < MAX_SIZE for r in guess.atoms(sp.Rational))
    if not small or guess.has(TrigonometricFunction, sp.Float) or abs(sp.N(guess - value, DIGITS)) > 1e-30:
        return None
    return guess if is_equal(value, guess) else None


def is_equal(value: sp.Expr, number: sp.Expr) -> bool:
    """Whether they are equal, proved with roots of unity."""
    turned = _in_roots_of_unity(value - number)
    if turned is None:
        return False
    numerator, order = turned
    z = sp.Symbol("z")
    return bool(sp.rem(numerator, sp.cyclotomic_poly(order, z), z) == 0)


def _in_roots_of_unity(value: sp.Expr) -> tuple[sp.Expr, int] | None:
    """A polynomial in z that is 0 just where `value` is, and the order of the root of unity z."""
    functions = sorted(value.atoms(TrigonometricFunction), key=str)
    multiples = [f.args[0] / sp.pi for f in functions]
    if not all(m.is_Rational for m in multiples):
        return None
    roots = value.atoms(sp.Pow) & set(ROOTS)
    half = int(
        sp.ilcm(1, 2, *(m.q for m in multiples), *(_ORDER[root] for root in roots))
    )  # even: i is a power of z
    if 2 * half > MAX_ORDER:
        return None
    z = sp.Symbol("z")
    i = z ** (half // 2)
    parts: dict[sp.Expr, sp.Expr] = {}
    for function, multiple in zip(functions, multiples, strict=True):
        up = z ** int(multiple * half % (2 * half))
        cosine, sine = (up + 1 / up) / 2, (up - 1 / up) / (2 * i)
        forms = {
            sp.cos: cosine,
            sp.sin: sine,
            sp.tan: sine / cosine,
            sp.cot: cosine / sine,
            sp.sec: 1 / cosine,
            sp.csc: 1 / sine,
        }
        parts[function] = forms[function.func]
    for root in roots:
        angle = z ** (half // _ORDER[root])
        parts[root] = {
            sp.sqrt(2): angle + 1 / angle,
            sp.sqrt(3): angle + 1 / angle,
            sp.sqrt(5): 2 * (angle + 1 / angle) - 1,
        }[root]
    return sp.expand(sp.numer(sp.together(value.xreplace(parts)))), 2 * half


_ORDER: Final = {sp.sqrt(2): 4, sp.sqrt(3): 6, sp.sqrt(5): 5}
"""√2 = 2cos(π/4), √3 = 2cos(π/6), √5 = 4cos(π/5) − 1."""
