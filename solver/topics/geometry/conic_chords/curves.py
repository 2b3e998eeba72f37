"""A conic in standard position and a line, by their equations."""

from __future__ import annotations

from dataclasses import dataclass

import sympy as sp

from solver.formula import Node, to_latex, to_sympy
from solver.formula.nodes import Relation, symbols
from solver.latex import latex

X, Y = sp.symbols("x y", real=True)


@dataclass(frozen=True, slots=True)
class Conic:
    """`equation` = 0; of the kind with half axes (or parameter p of a parabola) and foci."""

    kind: str
    equation: sp.Expr
    foci: tuple[tuple[sp.Expr, sp.Expr], ...]
    size: sp.Expr
    """a of an ellipse or hyperbola, p of a parabola (signed)."""
    upright: bool
    """Whether the axis with the foci is the y-axis."""
    shown: str


def conic_of(node: Node) -> Conic | None:
    """The conic of an equation, in standard position."""
    match node:
        case Relation(("=",), (left, right)) if symbols(node) == {"x", "y"}:
            e = sp.expand(to_sympy(left, {"x": X, "y": Y}) - to_sympy(right, {"x": X, "y": Y}))
        case _:
            return None
    if not isinstance(e, sp.Expr) or not e.is_polynomial(X, Y):
        return None
    poly = sp.Poly(e, X, Y)
    terms = dict(poly.terms())
    if poly.total_degree() != 2 or not all(c.is_Rational for c in terms.values()):
        return None
    A, C, D, E, F = (terms.pop(m, sp.S.Zero) for m in ((2, 0), (0, 2), (1, 0), (0, 1), (0, 0)))
    if terms:
        return None
    shown = to_latex(node)
    if F == 0 and (A == 0) != (C == 0):
        if A == 0 and E == 0 and D != 0:
            p = -D / C / 2
            return Conic("parabola", e, ((p / 2, sp.S.Zero),), p, False, shown)
        if C == 0 and D == 0 and E != 0:
            p = -E / A / 2
            return Conic("parabola", e, ((sp.S.Zero, p / 2),), p, True, shown)
        return None
    if D != 0 or E != 0 or A == 0 or C == 0 or F == 0:
        return None
    u, v = -F / A, -F / C
    if u > 0 and v > 0 and u != v:
        c = sp.sqrt(abs(u - v))
        upright = v > u
        foci = tuple((sp.S.Zero, s * c) if upright else (s * c, sp.S.Zero) for s in (-1, 1))
        return Conic("ellipse", e, foci, sp.sqrt(max(u, v)), upright, shown)
    if u * v < 0:
        c = sp.sqrt(abs(u) + abs(v))
        upright = v > 0
        foci = tuple((sp.S.Zero, s * c) if upright else (s * c, sp.S.Zero) for s in (-1, 1))
        return Conic("hyperbola", e, foci, sp.sqrt(v if upright else u), upright, shown)
    return None


@dataclass(frozen=True, slots=True)
class Line:
    """a·x + b·y + c = 0."""

    a: sp.Expr
    b: sp.Expr
    c: sp.Expr

    @property
    def slope(self) -> sp.Expr | None:
        """None: vertical."""
        return None if self.b == 0 else sp.simplify(-self.a / self.b)

    @property
    def tex(self) -> str:
        """y = kx + m, or x = c."""
        if self.b == 0:
            return f"x={latex(sp.simplify(-self.c / self.a))}"
        return f"y={latex(sp.expand(-self.a / self.b * X - self.c / self.b))}"


def line_of(node: Node) -> Line | None:
    """A line by its equation."""
    match node:
        case Relation(("=",), (left, right)) if symbols(node) and symbols(node) <= {"x", "y"}:
            e = sp.expand(to_sympy(left, {"x": X, "y": Y}) - to_sympy(right, {"x": X, "y": Y}))
        case _:
            return None
    if not isinstance(e, sp.Expr) or not e.is_polynomial(X, Y) or sp.Poly(e, X, Y).total_degree() != 1:
        return None
    return Line(e.coeff(X), e.coeff(Y), e.subs({X: 0, Y: 0}))
