"""A number times powers of letters with rational exponents, and the laws that make one of an expression.

No text is read here and no words are said: that is the topic `powers`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

import sympy as sp

from solver.formula import Node, symbol_latex, to_sympy
from solver.formula.nodes import Binary, Call, Negative, Number, Symbol
from solver.latex import fraction_latex

TOO_LARGE: Final = 10**6
"""No exponent, numerator or denominator beyond it is worked with."""


def _power_latex(letter: str, exponent: Fraction) -> str:
    name = symbol_latex(letter)
    return name if exponent == 1 else f"{name}^{{{fraction_latex(exponent)}}}"


@dataclass(frozen=True, slots=True)
class Monomial:
    """`coefficient` times the letters to their exponents; no exponent is 0, letters in the order of the alphabet."""

    coefficient: Fraction
    exponents: tuple[tuple[str, Fraction], ...]

    @classmethod
    def of(cls, coefficient: Fraction, exponents: Mapping[str, Fraction]) -> Monomial:
        """Letters with exponent 0 are dropped."""
        return cls(coefficient, tuple(sorted((k, e) for k, e in exponents.items() if e)))

    @property
    def latex(self) -> str:
        r"""The product as it is, negative exponents too.

        >>> Monomial.of(Fraction(3), {"x": Fraction(-1, 2), "y": Fraction(1)}).latex
        '3 x^{-\\frac{1}{2}} y'
        """
        return self._product(self.coefficient, self.exponents)

    @property
    def fraction_latex(self) -> str:
        """With positive exponents only."""
        above = [(k, e) for k, e in self.exponents if e > 0]
        below = [(k, -e) for k, e in self.exponents if e < 0]
        if not below:
            return self.latex
        sign = "-" if self.coefficient < 0 else ""
        top = self._product(Fraction(abs(self.coefficient.numerator)), tuple(above))
        bottom = self._product(Fraction(self.coefficient.denominator), tuple(below))
        return rf"{sign}\frac{{{top}}}{{{bottom}}}"

    @staticmethod
    def _product(coefficient: Fraction, exponents: tuple[tuple[str, Fraction], ...]) -> str:
        powers = " ".join(_power_latex(k, e) for k, e in exponents)
        if not powers:
            return fraction_latex(coefficient)
        head = {1: "", -1: "-"}.get(coefficient, fraction_latex(coefficient) + " ")  # type: ignore[call-overload]
        return str(head) + powers


@dataclass(frozen=True, slots=True)
class Step:
    """One law: `before` equals `after`, both LaTeX."""

    law: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Reduction:
    """The steps from the inside out, and what is left."""

    steps: tuple[Step, ...]
    result: Monomial


def reduced(expression: Node) -> Reduction | None:
    """The expression as one monomial; None where it is none (an irrational coefficient, a sum with letters)."""
    steps: list[Step] = []
    try:
        result = _reduce(expression, steps)
    except (ValueError, ZeroDivisionError):
        return None
    return Reduction(tuple(steps), result) if result.coefficient else None


def _reduce(node: Node, steps: list[Step]) -> Monomial:
    match node:
        case Symbol(name):
            return Monomial(Fraction(1), ((name, Fraction(1)),))
        case Negative(operand):
            inner = _reduce(operand, steps)
            return Monomial(-inner.coefficient, inner.exponents)
        case Binary("*" | "/"):
            return _chain(node, steps)
        case Binary("^", base, exponent):
            inner = _reduce(base, steps)
            return _raised(inner, _number(exponent), steps, f"{{{fraction_latex(_number(exponent))}}}")
        case Call("sqrt", (argument,)):
            return _root(_reduce(argument, steps), 2, steps)
        case Call("root", (argument, degree)):
            index = _number(degree)
            if index.denominator != 1 or not 2 <= index <= 1000:
                raise ValueError("no root")
            return _root(_reduce(argument, steps), int(index), steps)
        case Number():
            return Monomial(_number(node), ())
    raise ValueError("no monomial")


def _number(node: Node) -> Fraction:
    value = to_sympy(node)
    if not value.is_Rational or max(abs(value.p), value.q) > TOO_LARGE:
        raise ValueError("no rational number of bearable size")
    return Fraction(int(value.p), int(value.q))


def _factors(node: Node, sign: int) -> list[tuple[int, Node]]:
    """Factors of a chain of products and quotients, −1 for what is divided by; brackets behind a `/` are kept."""
    match node:
        case Binary("*", left, right):
            return [*_factors(left, sign), (sign, right)]
        case Binary("/", left, right):
            return [*_factors(left, sign), (-sign, right)]
        case _:
            return [(sign, node)]


def _chain(node: Node, steps: list[Step]) -> Monomial:
    parts = [(sign, _reduce(factor, steps)) for sign, factor in _factors(node, 1)]
    coefficient, exponents, sums = Fraction(1), dict[str, Fraction](), dict[str, list[Fraction]]()
    for sign, part in parts:
        if sign < 0 and not part.coefficient:
            raise ZeroDivisionError
        coefficient = _bounded(coefficient * part.coefficient**sign)
        for letter, exponent in part.exponents:
            exponents[letter] = _bounded(exponents.get(letter, Fraction(0)) + sign * exponent)
            sums.setdefault(letter, []).append(sign * exponent)
    result = Monomial.of(coefficient, exponents)
    if any(len(terms) > 1 for terms in sums.values()) or sum(part.coefficient != 1 for _, part in parts) > 1:
        signs = {sign for sign, _ in parts}
        law = "product" if signs == {1} else "quotient" if len(parts) == 2 else "chain"
        before = _chain_latex(parts)
        middle = _sums_latex(coefficient, sums)
        after = middle if middle == result.latex else f"{middle}={result.latex}"
        steps.append(Step(law, before, after))
    elif any(sign < 0 and part.exponents for sign, part in parts):
        steps.append(Step("inverse", _chain_latex(parts), result.latex))
    return result


def _chain_latex(parts: list[tuple[int, Monomial]]) -> str:
    """One fraction: what is multiplied above, what is divided by below."""
    above = [_factor_latex(part, first=k == 0) for k, part in enumerate(p for s, p in parts if s > 0)]
    below = [_factor_latex(part, first=k == 0) for k, part in enumerate(p for s, p in parts if s < 0)]
    top, bottom = (r" \cdot ".join(side) for side in (above, below))
    return rf"\frac{{{top}}}{{{bottom}}}" if below else top


def _factor_latex(part: Monomial, *, first: bool) -> str:
    return rf"\left({part.latex}\right)" if part.coefficient < 0 and not first else part.latex


def _sums_latex(coefficient: Fraction, sums: Mapping[str, list[Fraction]]) -> str:
    powers = []
    for letter, terms in sorted(sums.items()):
        if len(terms) == 1:
            powers.append(_power_latex(letter, terms[0]))
            continue
        total = fraction_latex(terms[0]) + "".join(
            ("+" if term > 0 else "") + fraction_latex(term) for term in terms[1:]
        )
        powers.append(f"{symbol_latex(letter)}^{{{total}}}")
    head = (
        ""
        if coefficient == 1 and powers
        else "-"
        if coefficient == -1 and powers
        else fraction_latex(coefficient) + " "
    )
    return (head + " ".join(powers)).strip()


def _raised(inner: Monomial, exponent: Fraction, steps: list[Step], shown: str) -> Monomial:
    """`inner` to a power; a letter alone to a power is already what it is."""
    if exponent == 0:
        if not inner.coefficient:
            raise ZeroDivisionError
        steps.append(Step("zero", rf"{_base_latex(inner)}^{{0}}", "1"))
        return Monomial(Fraction(1), ())
    result = Monomial.of(
        _number_power(inner.coefficient, exponent), {k: _bounded(e * exponent) for k, e in inner.exponents}
    )
    is_plain = inner.coefficient == 1 and len(inner.exponents) == 1 and inner.exponents[0][1] == 1
    if inner.exponents and not is_plain and exponent != 1:
        several = inner.coefficient != 1 or len(inner.exponents) > 1
        before = rf"{_base_latex(inner)}^{shown}"
        steps.append(Step("spread" if several else "power", before, result.latex))
    return result


def _base_latex(inner: Monomial) -> str:
    single = inner.coefficient == 1 and len(inner.exponents) == 1 and inner.exponents[0][1] == 1
    plain = single or not inner.exponents and inner.coefficient >= 0 and inner.coefficient.denominator == 1
    return inner.latex if plain else rf"\left({inner.latex}\right)"


def _root(inner: Monomial, degree: int, steps: list[Step]) -> Monomial:
    if inner.coefficient < 0:
        raise ValueError("an even root of a negative number, or one that needs its sign discussed")
    exponent = Fraction(1, degree)
    result = Monomial.of(
        _number_power(inner.coefficient, exponent), {k: _bounded(e * exponent) for k, e in inner.exponents}
    )
    index = "" if degree == 2 else f"[{degree}]"
    steps.append(Step("root", rf"\sqrt{index}{{{inner.latex}}}", result.latex))
    return result


def _number_power(base: Fraction, exponent: Fraction) -> Fraction:
    """The exact power of a number where it is rational and of bearable size."""
    if base == 1:
        return base
    if base == 0 and exponent < 0:
        raise ZeroDivisionError
    if base < 0 and exponent.denominator != 1:
        raise ValueError("a broken power of a negative number")
    if abs(exponent) > 1000:
        raise ValueError("too large")
    value = sp.Rational(base.numerator, base.denominator) ** sp.Rational(
        exponent.numerator, exponent.denominator
    )
    if not value.is_Rational:
        raise ValueError("an irrational coefficient")
    return _bounded(Fraction(int(value.p), int(value.q)), limit=10**100)


def _bounded(value: Fraction, *, limit: int = 10**12) -> Fraction:
    if max(abs(value.numerator), value.denominator) > limit:
        raise ValueError("too large")
    return value
