"""A quadratic with a letter in its coefficients, as it is written in a problem. No words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import sympy as sp

from solver.formula import to_sympy
from solver.formula.nodes import Blank, Relation
from solver.reader import Notation


@dataclass(frozen=True, slots=True)
class Quadratic:
    """`poly` in `x`, with `p` in its coefficients (None: none)."""

    poly: sp.Poly
    x: sp.Symbol
    p: sp.Symbol | None

    @property
    def discriminant(self) -> sp.Expr:
        a, b, c = self.poly.all_coeffs()
        return sp.expand(b**2 - 4 * a * c)


def formula_of(source: str) -> Any:
    """The formula of a piece of text; None where it is not exactly one."""
    bare = re.sub(r"^(?:\$\$|\$|\\\[|\\\()|(?:\$\$|\$|\\\]|\\\))$", "", source.strip()).strip().rstrip(".,")
    nodes = Notation(frozenset()).read(bare)
    return nodes[0] if len(nodes) == 1 else None


def quadratic_of(source: str, letter: str | None) -> Quadratic | None:
    """The quadratic of an equation or expression with this letter (None: without one); None where it is none."""
    node = formula_of(source)
    if node is None:
        return None
    if isinstance(node, Relation):
        if node.signs != ("=",) or any(isinstance(s, Blank) for s in node.sides):
            return None
        body = to_sympy(node.sides[0]) - to_sympy(node.sides[1])
    else:
        body = to_sympy(node)
    letters = {s.name: s for s in body.free_symbols}
    p = letters.pop(letter, None) if letter else None
    if len(letters) != 1 or (letter is not None and p is None):
        return None
    (x,) = letters.values()
    poly = sp.expand(body).as_poly(x)
    if poly is None or poly.degree() != 2:
        return None
    if not all(c.is_Rational if p is None else c.is_polynomial(p) for c in poly.all_coeffs()):
        return None
    return Quadratic(poly, x, p)
