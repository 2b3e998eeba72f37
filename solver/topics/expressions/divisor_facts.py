"""What divisors say of a polynomial: it is 0, or leaves a given remainder, at each root; or after a long division.

A divisor with different rational roots gives one equation a root (factor and remainder theorem); any other, such as
(x - 1)^2 or x^2 + 1, gives the coefficients of the remainder of the division.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sympy as sp

from solver.formula.nodes import Node
from solver.reader import Account

Fact = tuple[str, Any, sp.Expr, sp.Expr]
"""Kind, place (power, root, or divisor), the expression that has to be 0, the value that the problem gives."""
X = sp.Symbol("x")


@dataclass(frozen=True, slots=True)
class Divisor:
    """A divisor with the remainder that it leaves; 0 where it divides."""

    polynomial: sp.Poly
    remainder: sp.Poly

    def roots(self) -> list[sp.Expr]:
        """All roots in order, if they are different rational numbers; else none."""
        found = sp.roots(self.polynomial)
        simple = len(found) == self.polynomial.degree() and all(r.is_Rational for r in found)
        return sorted(found) if simple else []

    def facts(self, whole: sp.Poly) -> list[Fact] | None:
        """What it says of the whole polynomial; None where that cannot be."""
        kind = "factor" if self.remainder.is_zero else "remainder"
        found: list[Fact] = []
        if roots := self.roots():
            for root in roots:
                value = self.remainder.eval(root)
                found.append((kind, root, sp.expand(whole.eval(root) - value), value))
        else:
            rest = sp.rem(whole, self.polynomial)
            place = (self.polynomial.as_expr(), rest.as_expr(), self.remainder.as_expr())
            for power in range(self.polynomial.degree() - 1, -1, -1):
                value = self.remainder.coeff_monomial(X**power)
                found.append(("division", place, sp.expand(rest.coeff_monomial(X**power) - value), value))
        if any(fact[2].is_number and fact[2] != 0 for fact in found):
            return None
        return [fact for fact in found if fact[2] != 0]


def divisors_of(
    plain: Sequence[Node],
    values: Sequence[sp.Expr],
    kinds: Sequence[str],
    found: Account,
    polys: Sequence[sp.Poly | None],
) -> list[Divisor] | None:
    """Each divisor with its remainder: one each in the order they are told, a polynomial remainder by its lower degree."""
    if any(p is None or p.degree() < 1 or p.free_symbols_in_domain for p in polys):
        return None
    known = [p for p in polys if p is not None]
    zero = sp.Poly(0, X)
    if list(kinds) == ["factor"]:
        return [Divisor(p, zero) for p in known] if not values else None
    if not found.has("divided"):
        return None
    if list(kinds) == ["factor", "remainder"]:
        at = found.concepts.index("divided")
        behind = next((found.nodes[int(c[1:])] for c in found.concepts[at + 1 :] if c[:1] == "#"), None)
        if len(known) != 2 or len(values) != 1 or behind not in plain:
            return None
        return [
            Divisor(p, sp.Poly(values[0], X) if n == behind else zero)
            for n, p in zip(plain, known, strict=True)
        ]
    if len(known) == len(values):
        return [Divisor(p, sp.Poly(v, X)) for p, v in zip(known, values, strict=True)]
    if len(known) == 2 and not values:
        low, high = sorted(known, key=lambda p: p.degree())
        return [Divisor(high, low)] if low.degree() < high.degree() else None
    return None
