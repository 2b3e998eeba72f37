"""Rational numbers as parts of a formula's tree and as decimals: what topics that compute layer by layer share."""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from solver.formula import Node
from solver.formula.nodes import Negative, Number


def terminating_decimal(value: sp.Expr) -> str | None:
    """A rational number as a finite decimal, or None.

    >>> terminating_decimal(sp.Rational(157, 25)), terminating_decimal(sp.Rational(1, 3))
    ('6.28', None)
    """
    if not isinstance(value, sp.Rational):
        return None
    rest = int(value.q)
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return None
    places = next(k for k in range(int(value.q).bit_length() + 1) if 10**k % int(value.q) == 0)
    digits = str(abs(int(value.p)) * (10**places // int(value.q))).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{text}" if value < 0 else text


def as_number(node: Node) -> Fraction | None:
    """The value of a number or its opposite; None for what is still to be worked out."""
    match node:
        case Number(value):
            return value
        case Negative(Number(value)):
            return -value
    return None


def number_node(value: Fraction, *, decimal: bool = False) -> Node:
    """A finished value as a tree."""
    size = abs(value)
    text = terminating_decimal(sp.Rational(size.numerator, size.denominator)) if decimal else None
    if size.denominator == 1:
        text = str(size.numerator)
    positive = Number(size, text or rf"\frac{{{size.numerator}}}{{{size.denominator}}}")
    return Negative(positive) if value < 0 else positive
