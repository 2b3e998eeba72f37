r"""Sums of surds: rational numbers times letters and primes to rational exponents, as √(12x³) = 2·3^(1/2)·x^(3/2).

All letters stand for non-negative numbers (for positive ones where they are divided by). No text is read here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm, prod
from typing import Final, TypeAlias

import sympy as sp

from solver.formula import Node, symbol_latex, to_sympy
from solver.formula.nodes import Binary, Call, Negative, Number, Symbol

Base: TypeAlias = int | str
Exponents: TypeAlias = tuple[tuple[Base, Fraction], ...]

MAX_TERMS: Final = 40
MAX_EXPONENT: Final = 200
MAX_NUMBER: Final = 10**15


class NoSurd(ValueError):
    """Not a sum of surds, or too large a one."""


@dataclass(frozen=True, slots=True)
class Surds:
    """A sum: exponents of primes (between 0 and 1) and of letters → rational coefficient, none of them 0."""

    terms: tuple[tuple[Exponents, Fraction], ...]

    @classmethod
    def of(cls, terms: Mapping[Exponents, Fraction]) -> Surds:
        """Terms with coefficient 0 are dropped."""
        if len(terms) > MAX_TERMS:
            raise NoSurd
        return cls(tuple((k, c) for k, c in terms.items() if c))

    def plus(self, other: Surds, sign: int = 1) -> Surds:
        """The sum, or the difference for `sign` −1."""
        found = dict(self.terms)
        for key, c in other.terms:
            found[key] = found.get(key, Fraction(0)) + sign * c
        return Surds.of(found)

    def times(self, other: Surds) -> Surds:
        """Every term by every term."""
        found: dict[Exponents, Fraction] = {}
        for a, c in self.terms:
            for b, d in other.terms:
                exponents: dict[Base, Fraction] = dict(a)
                for base, e in b:
                    exponents[base] = exponents.get(base, Fraction(0)) + e
                key, factor = _normal(exponents)
                found[key] = found.get(key, Fraction(0)) + c * d * factor
        return Surds.of(found)

    def raised(self, exponent: Fraction) -> Surds:
        """A power: of one term with any exponent, of a sum with a small whole one."""
        if abs(exponent) > MAX_EXPONENT:
            raise NoSurd
        if len(self.terms) == 1:
            (key, c), found = self.terms[0], dict[Base, Fraction]()
            if c < 0 and exponent.denominator != 1:
                if exponent.denominator % 2 == 0:
                    raise NoSurd
                inner = Surds(((key, -c),)).raised(exponent)
                return inner if exponent.numerator % 2 == 0 else ZERO.plus(inner, -1)
            for base, e in (*key, *_primes(abs(c))):
                found[base] = found.get(base, Fraction(0)) + e * exponent
            whole, factor = _normal(found)
            return Surds(((whole, factor * (-1 if c < 0 and exponent.numerator % 2 else 1)),))
        if exponent.denominator != 1 or not 1 <= exponent <= 4:
            raise NoSurd
        result = self
        for _ in range(int(exponent) - 1):
            result = result.times(self)
        return result

    @property
    def latex(self) -> str:
        r"""As a textbook writes it: whole powers in front of one root, no root below the line.

        >>> Surds((((("x", Fraction(5, 2)),), Fraction(3)),)).latex
        '3 x^{2} \\sqrt{x}'
        """
        shown = ""
        for key, c in self.terms:
            term = _term_latex(key, abs(c))
            shown += ("-" if c < 0 else "+" if shown else "") + term
        return shown or "0"

    def split_latex(self, degree: int) -> str | None:
        r"""The same as one root of a full power times the rest; None for a sum, and where the root has nothing to give.

        >>> Surds((((("x", Fraction(5, 2)),), Fraction(3)),)).split_latex(2)
        '\\sqrt{\\left(3 x^{2}\\right)^{2} \\cdot x}'
        """
        if len(self.terms) != 1:
            return None
        ((key, c),) = self.terms
        whole = [(base, Fraction(e.numerator // e.denominator)) for base, e in key]
        rest = [(base, (e - w) * degree) for (base, e), (_, w) in zip(key, whole, strict=True) if e != w]
        outside = _term_latex(tuple((b, w) for b, w in whole if w), c)
        if (
            c <= 0
            or c.denominator != 1
            or outside == "1"
            or any(w < 0 for _, w in whole)
            or any(e.denominator != 1 for _, e in rest)
        ):
            return None
        numbers = prod(int(b) ** int(e) for b, e in rest if isinstance(b, int))
        letters = _term_latex(tuple((b, e) for b, e in rest if isinstance(b, str)), Fraction(numbers))
        power = rf"{outside}^{{{degree}}}" if outside.isdigit() else rf"\left({outside}\right)^{{{degree}}}"
        index = "" if degree == 2 else f"[{degree}]"
        inside = power if letters == "1" else rf"{power} \cdot {letters}"
        return rf"\sqrt{index}{{{inside}}}"


ZERO: Final = Surds(())
ONE: Final = Surds((((), Fraction(1)),))


def _normal(exponents: Mapping[Base, Fraction]) -> tuple[Exponents, Fraction]:
    """Primes to exponents from 0 to 1, and the rational number that this leaves."""
    factor, kept = Fraction(1), dict[Base, Fraction]()
    for base, e in exponents.items():
        if abs(e) > MAX_EXPONENT:
            raise NoSurd
        if isinstance(base, int):
            whole = e.numerator // e.denominator
            factor *= Fraction(base) ** whole
            e -= whole
        if e:
            kept[base] = e
    if max(abs(factor.numerator), factor.denominator) > MAX_NUMBER:
        raise NoSurd
    return tuple(sorted(kept.items(), key=lambda item: (isinstance(item[0], str), item[0]))), factor


def _primes(value: Fraction) -> list[tuple[Base, Fraction]]:
    if max(abs(value.numerator), value.denominator) > MAX_NUMBER:
        raise NoSurd
    found = sp.factorrat(sp.Rational(value.numerator, value.denominator))
    return [(int(p), Fraction(int(e))) for p, e in found.items()]


def _term_latex(key: Exponents, c: Fraction) -> str:
    top, bottom, under = list[str](), list[str](), list[tuple[Base, Fraction]]()
    for base, e in key:
        whole = e.numerator // e.denominator
        if isinstance(base, str) and whole:
            power = symbol_latex(base) + (f"^{{{abs(whole)}}}" if abs(whole) != 1 else "")
            (top if whole > 0 else bottom).append(power)
        if e != whole:
            under.append((base, e - whole))
    numerator = " ".join([*top, *([root_latex(under)] if under else [])])
    if c.numerator != 1 or not numerator:
        numerator = f"{c.numerator} {numerator}".strip()
    denominator = " ".join([*([str(c.denominator)] if c.denominator != 1 else []), *bottom])
    return rf"\frac{{{numerator}}}{{{denominator}}}" if denominator else numerator


def root_latex(under: list[tuple[Base, Fraction]]) -> str:
    """One root over everything, with the least possible index."""
    index = lcm(*(e.denominator for _, e in under))
    number = prod(base ** int(e * index) for base, e in under if isinstance(base, int))
    letters = [
        symbol_latex(base) + (f"^{{{int(e * index)}}}" if e * index != 1 else "")
        for base, e in under
        if isinstance(base, str)
    ]
    inside = " ".join([*([str(number)] if number != 1 else []), *letters])
    return rf"\sqrt{{{inside}}}" if index == 2 else rf"\sqrt[{index}]{{{inside}}}"


def surds(node: Node) -> Surds:
    """The value of an expression.

    Raises:
        NoSurd: a root of a sum, a division by a sum, or anything too large.
    """
    match node:
        case Symbol(name):
            return Surds(((((name, Fraction(1)),), Fraction(1)),))
        case Number(value):
            key = ((), value)
            return Surds((key,)) if value else ZERO
        case Negative(operand):
            return ZERO.plus(surds(operand), -1)
        case Binary("+" | "-", left, right):
            return surds(left).plus(surds(right), 1 if node.op == "+" else -1)
        case Binary("*", left, right):
            return surds(left).times(surds(right))
        case Binary("/", left, right):
            below = surds(right)
            if len(below.terms) != 1:
                raise NoSurd
            return surds(left).times(below.raised(Fraction(-1)))
        case Binary("^", left, right):
            return surds(left).raised(_rational(right))
        case Call("sqrt", (argument,)):
            return _root(argument, 2)
        case Call("root", (argument, degree)):
            index = _rational(degree)
            if index.denominator != 1 or not 2 <= index <= 60:
                raise NoSurd
            return _root(argument, int(index))
    raise NoSurd


def _root(argument: Node, index: int) -> Surds:
    inner = surds(argument)
    if len(inner.terms) != 1:
        raise NoSurd
    return inner.raised(Fraction(1, index))


def _rational(node: Node) -> Fraction:
    value = to_sympy(node)
    if not value.is_Rational:
        raise NoSurd
    return Fraction(int(value.p), int(value.q))


def of_sympy(value: sp.Expr) -> Surds:
    """The same of a finished value.

    Raises:
        NoSurd: as `surds`.
    """
    found = ZERO
    for term in sp.Add.make_args(sp.expand(value)):
        product = ONE
        for factor in sp.Mul.make_args(term):
            base, exponent = factor.as_base_exp()
            if not exponent.is_Rational or not (base.is_Symbol or base.is_Rational) or not base:
                raise NoSurd
            inner = (
                Surds(((((base.name, Fraction(1)),), Fraction(1)),))
                if base.is_Symbol
                else Surds((((), Fraction(int(base.p), int(base.q))),))
            )
            product = product.times(inner.raised(Fraction(int(exponent.p), int(exponent.q))))
        found = found.plus(product)
    return found
