"""Equations in odd roots of one linear expression: a new letter for the root makes them equations without roots.

Sympy's own powers take a negative number's cube root to be complex, and so miss half of the real solutions.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import sympy as sp

from solver.formula import Node, letter, to_sympy
from solver.formula.nodes import Binary, Call, Number, Symbol, symbols, walk, with_children


@dataclass(frozen=True, slots=True)
class OddRoot:
    """t, the root of this `degree` of `base`, which is a·x + b: so x = (t^degree − b)/a.

    >>> from solver.formula import parse
    >>> root = odd_root(parse("\\\\sqrt[3]{2x+3} = x"), "x")
    >>> root.degree, root.unknown_by_root(sp.Symbol("t"))
    (3, t**3/2 - 3/2)
    """

    base: Node
    degree: int
    a: sp.Rational
    b: sp.Rational
    unknown: str

    def unknown_by_root(self, t: sp.Symbol) -> sp.Expr:
        """x in terms of t."""
        return (t**self.degree - self.b) / self.a

    def in_root(self, node: Node, t: sp.Symbol) -> sp.Expr:
        """`node` with t for the root; there is no root left in it."""
        names = {"t_root": t, self.unknown: self.unknown_by_root(t)}
        return sp.expand(to_sympy(self._replaced(node), names))

    def _replaced(self, node: Node) -> Node:
        exponent = _exponent(node, self.unknown)
        if exponent is not None:
            power = exponent * self.degree
            return Binary("^", Symbol("t_root"), Number(power, str(power)))
        return with_children(node, self._replaced)


def odd_root(node: Node, unknown: str) -> OddRoot | None:
    """The one root that a formula has, if all its odd roots are of the same linear expression.

    Raises:
        ValueError: it has odd roots that cannot be replaced by one letter.
    """
    found = [(_base(n), exponent) for n in walk(node) if (exponent := _exponent(n, unknown)) is not None]
    if not found:
        return None
    base, x = found[0][0], letter(unknown)
    value = to_sympy(base, {unknown: x})
    if any(other != base for other, _ in found) or not value.is_polynomial(x) or sp.degree(value, x) != 1:
        raise ValueError("odd roots of different expressions")
    a, b = sp.Poly(value, x).all_coeffs()
    if not (a.is_Rational and b.is_Rational):
        raise ValueError("odd roots with irrational coefficients")
    return OddRoot(base, int(sp.ilcm(1, *(exponent.denominator for _, exponent in found))), a, b, unknown)


def with_real_roots(node: Node, unknown: str) -> Node:
    """The same with every odd root as sign(u)·|u|^(1/n), which is real for every u."""
    exponent = _exponent(node, unknown)
    if exponent is None:
        return with_children(node, lambda child: with_real_roots(child, unknown))
    base = with_real_roots(_base(node), unknown)
    part = Binary(
        "/", Number(Fraction(1), "1"), Number(Fraction(exponent.denominator), str(exponent.denominator))
    )
    root = Binary("*", Call("sign", (base,)), Binary("^", Call("Abs", (base,)), part))
    if exponent.numerator == 1:
        return root
    return Binary("^", root, Number(Fraction(exponent.numerator), str(exponent.numerator)))


def _exponent(node: Node, unknown: str) -> Fraction | None:
    """Of a power of the unknown with an odd denominator above 1; positive ones only."""
    match node:
        case Call("root", (base, Number(degree))) if (
            unknown in symbols(base) and degree.denominator == 1 and degree % 2 == 1
        ):
            return 1 / degree
        case Binary("^", base, Binary("/", Number(top), Number(bottom))) if (
            unknown in symbols(base) and bottom
        ):
            exponent = top / bottom
            return exponent if exponent.denominator % 2 == 1 and exponent.denominator > 1 else None
    return None


def _base(node: Node) -> Node:
    match node:
        case Call(_, (base, _)) | Binary(_, base, _):
            return base
    raise AssertionError(node)
