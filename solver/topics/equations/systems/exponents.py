r"""Equations between powers of one number: exponents that must be equal, as a system of their own.

`2^{x+1} = 4^{x-7}` says x + 1 = 2(x − 7). Read: whole bases and numbers that are powers of one prime number, products and quotients of
such; the equations of a system may have different ones. Not: unknowns outside of exponents, logarithms.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

import sympy as sp

from solver.formula import Node, parse, to_latex, to_sympy
from solver.formula.nodes import Binary, Number, Relation, symbols, walk
from solver.ports import Language
from solver.topics.base import Words

WORDS: Final = {
    "given": Words("These must hold at the same time: \\[{system}\\]", "下面的方程要同时成立：\\[{system}\\]"),
    "powers": Words("Write both sides of each equation as powers of one number: \\[{system}\\]", "把每个方程的两边写成同底数的幂：\\[{system}\\]"),
    "equal": Words("Powers of one number are equal where their exponents are: \\[{system}\\]", "底数相同的幂相等，指数就相等：\\[{system}\\]"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Exponents:
    """The steps that lead to `equations`, in which the unknowns stand outside of exponents."""

    steps: tuple[str, ...]
    equations: tuple[Relation, ...]


def exponents_of(equations: Sequence[Relation], say: Language) -> Exponents | None:
    """The equations of the exponents; None unless every equation is one between powers of a prime number."""
    written, found = [], []
    for equation in equations:
        base = _prime(equation)
        sides = [None if base is None else _exponent(side, base) for side in equation.sides]
        if base is None or any(side is None or not side.is_polynomial() for side in sides):
            return None
        left, right = map(sp.latex, sides)
        written.append(f"{base}^{{{left}}}={base}^{{{right}}}")
        found.append(Relation(("=",), (parse(left), parse(right))))
    systems = (list(map(to_latex, equations)), written, list(map(to_latex, found)))
    steps = (
        WORDS[k].say(say, system=_system(rows))
        for k, rows in zip(("given", "powers", "equal"), systems, strict=True)
    )
    return Exponents(tuple(steps), tuple(found))


def _system(rows: Sequence[str]) -> str:
    return rows[0] if len(rows) == 1 else r"\begin{cases}" + r"\\".join(rows) + r"\end{cases}"


def _prime(equation: Relation) -> int | None:
    """The prime number of whose powers the equation is made."""
    powers = [n for side in equation.sides for n in walk(side) if isinstance(n, Binary) and n.op == "^"]
    bases = {p.left.value for p in powers if isinstance(p.left, Number) and symbols(p.right)}
    primes = {p for b in bases if b.denominator == 1 and b > 1 for p in sp.primefactors(b.numerator)}
    return next(iter(primes)) if len(primes) == 1 else None


def _exponent(node: Node, base: int) -> sp.Expr | None:
    """The exponent with which `base` gives the value of a formula."""
    match node:
        case Number(value=value):
            return _of_number(value, base)
        case Binary(op="^", left=Number(value=value), right=right):
            inner, times = to_sympy(right), _of_number(value, base)
            return None if times is None or not isinstance(inner, sp.Expr) else sp.expand(times * inner)
        case Binary(op="*" | "/" as op, left=left, right=right):
            one, other = _exponent(left, base), _exponent(right, base)
            return None if one is None or other is None else one + other if op == "*" else one - other
    return None


def _of_number(value: Fraction, base: int) -> sp.Integer | None:
    """k where value = base^k."""
    top, below = (sp.multiplicity(base, n) for n in (value.numerator, value.denominator) if n > 0)
    return sp.Integer(top - below) if value == Fraction(base) ** int(top - below) else None
