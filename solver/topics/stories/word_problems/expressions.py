"""A relation solved for one quantity, written as arithmetic: once in LaTeX with numbers, once in Python with names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from solver.latex import fraction_latex
from solver.topics.stories.word_problems.quantities import Key, Relation


@dataclass(frozen=True, slots=True)
class Notation:
    """How numbers, products and quotients are written."""

    number: Callable[[Fraction], str]
    times: str
    over: Callable[[str, str], str]


def decimal(value: Fraction) -> str:
    """A number for primary school: a short decimal where it is one, else a fraction.

    >>> decimal(Fraction(5, 2)), decimal(Fraction(1, 3))
    ('2.5', '\\\\frac{1}{3}')
    """
    rest = value.denominator
    for p in (2, 5):
        while rest % p == 0:
            rest //= p
    if rest == 1 and value.denominator <= 1000 and value.denominator != 1:
        digits = f"{value.numerator / value.denominator:.6f}".rstrip("0")
        if Fraction(digits) == value:
            return digits
    return fraction_latex(value)


def python_number(value: Fraction) -> str:
    """An exact number in a cell."""
    return (
        str(value.numerator)
        if value.denominator == 1
        else f"Rational({value.numerator}, {value.denominator})"
    )


LATEX: Final = Notation(decimal, r"\times ", lambda top, bottom: f"{top}\\div {bottom}")
PYTHON: Final = Notation(python_number, "*", lambda top, bottom: f"{top} / {bottom}")


def solved_for(
    relation: Relation,
    key: Key,
    show: Callable[[Key], str],
    notation: Notation,
    percents: Collection[Fraction] = (),
) -> str:
    """The right-hand side of `key = …`; `show` writes the other quantities."""
    own = relation.terms[key]
    others = [(-c / own, show(k)) for k, c in relation.terms.items() if k != key]
    constant = relation.constant / own
    if all(c.denominator == 1 or c in percents or abs(own) == 1 for c, _ in others):
        return total([*others], constant, notation, percents)
    sign = 1 if own > 0 else -1
    inner = [(-c * sign, show(k)) for k, c in relation.terms.items() if k != key]
    top = total(inner, relation.constant * sign, notation, percents)
    if len(inner) + bool(relation.constant) > 1:
        top = f"({top})"
    return notation.over(top, _factor(abs(own), notation, percents))


def total(
    terms: Sequence[tuple[Fraction, str]],
    constant: Fraction,
    notation: Notation,
    percents: Collection[Fraction] = (),
) -> str:
    """c₁·t₁ + c₂·t₂ + … + constant, positive terms first."""
    parts = [(c > 0, product(abs(c), text, notation, percents)) for c, text in terms if c]
    if constant:
        parts.append((constant > 0, notation.number(abs(constant))))
    parts.sort(key=lambda p: not p[0])
    text = "".join((" + " if positive else " - ") + part for positive, part in parts)
    return text.removeprefix(" + ") if text.startswith(" + ") else "-" + text[3:] if text else "0"


def product(factor: Fraction, text: str, notation: Notation, percents: Collection[Fraction] = ()) -> str:
    """factor · text, without a factor of 1."""
    if factor == 1:
        return text
    factors = [_factor(factor, notation, percents), text]
    if notation is LATEX and factor.denominator != 1:  # "1200 × 60%": the whole comes first
        factors.reverse()
    return notation.times.join(factors)


def _factor(factor: Fraction, notation: Notation, percents: Collection[Fraction]) -> str:
    if notation is LATEX and factor in percents:
        return f"{decimal(factor * 100)}\\%"
    return (
        fraction_latex(factor)
        if notation is LATEX and factor.denominator != 1 and factor < 1
        else notation.number(factor)
    )
