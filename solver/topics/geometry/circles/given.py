"""A circle, given by its equation, its centre, a diameter or three points: its centre and the square of its radius."""

from __future__ import annotations

from dataclasses import dataclass

import sympy as sp

from solver.formula import FormulaError, to_sympy
from solver.formula.nodes import Relation

X, Y = sp.symbols("x y")
Point = tuple[sp.Expr, sp.Expr]


@dataclass(frozen=True, slots=True)
class Given:
    """How a circle is given: `kind` "equation", "center", "ends" or "three"; `points` as that kind needs them."""

    kind: str
    center: Point
    square: sp.Expr
    relation: Relation | None = None
    points: tuple[Point, ...] = ()

    def polynomial(self) -> sp.Expr:
        """Zero on the circle; made from what is given in another way than centre and radius are found."""
        match self.kind:
            case "equation" if self.relation is not None:
                left, right = map(to_sympy, self.relation.sides)
                return sp.expand(left - right)
            case "ends":
                (a, b), (c, d) = self.points
                return sp.expand((X - a) * (X - c) + (Y - b) * (Y - d))  # Thales
            case "three":
                rows = [[p**2 + q**2, p, q, 1] for p, q in ((X, Y), *self.points)]
                return sp.expand(sp.Matrix(rows).det())
        (h, k), reach = self.center, self.square
        return sp.expand(X**2 + Y**2 - 2 * h * X - 2 * k * Y + h**2 + k**2 - reach)


def centered(center: Point, *, square: sp.Expr | None = None, point: Point | None = None) -> Given | None:
    """By its centre and the square of its radius, or a point of it."""
    if point is None:
        return Given("center", center, sp.expand(square)) if square is not None else None
    return Given("center", center, square_of(center, point), points=(point,)) if point != center else None


def with_diameter(one: Point, other: Point) -> Given | None:
    """By the ends of a diameter."""
    if one == other:
        return None
    middle = ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)
    return Given("ends", middle, square_of(middle, one), points=(one, other))


def square_of(one: Point, other: Point) -> sp.Expr:
    """The square of the distance of two points."""
    return sp.expand((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2)


def through(points: tuple[Point, ...]) -> Given | None:
    """By three points; None where they lie on a line."""
    d, e, f = sp.symbols("D E F")
    found = sp.linsolve([p**2 + q**2 + d * p + e * q + f for p, q in points], d, e, f)
    if len(found) != 1 or any(value.free_symbols for value in next(iter(found))):
        return None
    a, b, c = next(iter(found))
    center = (-a / 2, -b / 2)
    return Given("three", center, sp.expand(center[0] ** 2 + center[1] ** 2 - c), points=points)


def from_equation(relation: Relation) -> Given | None:
    """By its equation; None where that is no circle with a radius above 0."""
    try:
        left, right = map(to_sympy, relation.sides)
    except FormulaError:
        return None
    difference = sp.expand(left - right)
    if not difference.is_polynomial(X, Y):
        return None
    poly = sp.Poly(difference, X, Y)
    a = poly.coeff_monomial(X**2)
    if (
        poly.total_degree() != 2
        or a == 0
        or a != poly.coeff_monomial(Y**2)
        or poly.coeff_monomial(X * Y) != 0
    ):
        return None
    if not all(c.is_real and c.is_finite for c in poly.coeffs()):
        return None
    h, k = (sp.nsimplify(-poly.coeff_monomial(z) / (2 * a)) for z in (X, Y))
    square = sp.expand(h**2 + k**2 - poly.coeff_monomial(1) / a)
    return Given("equation", (h, k), square, relation) if square.is_positive else None
