"""An ellipse or a hyperbola with axes parallel to the coordinate axes: its numbers, points and lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, to_sympy
from solver.formula.nodes import Relation
from solver.latex import exact_latex

X, Y = sp.symbols("x y")
Point = tuple[sp.Expr, sp.Expr]
MAX_NUMBER: Final = 10**12


@dataclass(frozen=True, slots=True)
class Conic:
    """`kind` "ellipse" or "hyperbola" with centre `center`; the foci lie in the direction of `along` ("x" or "y").

    `a2` and `b2` are a² and b²; of an ellipse a² is the larger one.
    """

    kind: str
    center: Point
    along: str
    a2: sp.Expr
    b2: sp.Expr

    @property
    def c2(self) -> sp.Expr:
        """The square of the distance from the centre to a focus."""
        return self.a2 - self.b2 if self.kind == "ellipse" else self.a2 + self.b2

    @property
    def under(self) -> tuple[sp.Expr, sp.Expr]:
        """What stands under the square of x and of y, with the sign of its term."""
        second = self.b2 if self.kind == "ellipse" else -self.b2
        return (self.a2, second) if self.along == "x" else (second, self.a2)

    @property
    def left(self) -> sp.Expr:
        """The left side of the standard equation, the right side being 1."""
        (h, k), (p, q) = self.center, self.under
        return (X - h) ** 2 / p + (Y - k) ** 2 / q

    @property
    def polynomial(self) -> sp.Expr:
        """Zero on the curve, with whole coefficients where they are rational."""
        p, q = self.under
        return sp.expand((self.left - 1) * p * q)

    def main(self, distance: sp.Expr) -> Point:
        """The point of the main axis at a distance from the centre."""
        h, k = self.center
        return (h + distance, k) if self.along == "x" else (h, k + distance)

    def cross(self, distance: sp.Expr) -> Point:
        """The point of the other axis at a distance from the centre."""
        h, k = self.center
        return (h, k + distance) if self.along == "x" else (h + distance, k)

    @property
    def slope(self) -> sp.Expr:
        """The positive slope of an asymptote."""
        return sp.sqrt(self.b2 / self.a2) if self.along == "x" else sp.sqrt(self.a2 / self.b2)

    def standard(self) -> str:
        """The standard equation as LaTeX, the positive term first."""
        (h, k), (p, q) = self.center, self.under
        terms = [(X, h, p), (Y, k, q)]
        if p.is_negative:
            terms.reverse()
        shown = [term(z, shift, abs(value)) for z, shift, value in terms]
        return ("+" if self.kind == "ellipse" else "-").join(shown) + "=1"


def squared(z: sp.Symbol, shift: sp.Expr) -> str:
    """(z − shift)² as LaTeX."""
    return f"{z}^2" if shift == 0 else rf"\left({exact_latex(z - shift)}\right)^2"


def term(z: sp.Symbol, shift: sp.Expr, under: sp.Expr) -> str:
    """A square over its number."""
    return squared(z, shift) if under == 1 else rf"\frac{{{squared(z, shift)}}}{{{exact_latex(under)}}}"


POINTS: Final[Mapping[str, Callable[[Conic], tuple[Point, ...]]]] = {
    "center": lambda s: (s.center,),
    "foci": lambda s: (s.main(-sp.sqrt(s.c2)), s.main(sp.sqrt(s.c2))),
    "vertices": lambda s: (s.main(-sp.sqrt(s.a2)), s.main(sp.sqrt(s.a2))),
    "covertices": lambda s: (s.cross(-sp.sqrt(s.b2)), s.cross(sp.sqrt(s.b2))),
    "corners": lambda s: (*POINTS["vertices"](s), *POINTS["covertices"](s)),
}
"""Features that are points; "corners" are the four vertices that Chinese books give an ellipse."""
SOURCES: Final[Mapping[str, str]] = {
    "eccentricity": "c/a",
    "major": "2*a",
    "minor": "2*b",
    "transverse": "2*a",
    "conjugate": "2*b",
    "semi_major": "a",
    "semi_minor": "b",
    "semi_transverse": "a",
    "semi_conjugate": "b",
    "focal": "2*c",
    "semi_focal": "c",
    "latus": "2*b**2/a",
    "area": "pi*a*b",
}
"""Features that are numbers, by a, b and c."""
LINES: Final = ("directrices", "asymptotes")
OF_ELLIPSE: Final = frozenset("major minor semi_major semi_minor covertices corners area".split())
OF_HYPERBOLA: Final = frozenset("transverse conjugate semi_transverse semi_conjugate asymptotes".split())


def number_of(shape: Conic, name: str) -> sp.Expr:
    """The value of a feature that is a number."""
    a, b, c = map(sp.sqrt, (shape.a2, shape.b2, shape.c2))
    values: dict[str, Any] = {
        "c/a": sp.sqrt(shape.c2 / shape.a2),
        "2*a": 2 * a,
        "2*b": 2 * b,
        "a": a,
        "b": b,
        "2*c": 2 * c,
        "c": c,
        "2*b**2/a": sp.radsimp(2 * shape.b2 / a),
        "pi*a*b": sp.pi * a * b,
    }
    return values[SOURCES[name]]


def lines_of(shape: Conic, name: str) -> tuple[tuple[sp.Symbol, sp.Expr], ...]:
    """Directrices or asymptotes, each as a letter and what it equals."""
    h, k = shape.center
    if name == "asymptotes":
        return tuple((Y, sp.expand(m * (X - h) + k)) for m in (-shape.slope, shape.slope))
    reach = sp.radsimp(shape.a2 / sp.sqrt(shape.c2))
    z, middle = (X, h) if shape.along == "x" else (Y, k)
    return ((z, middle - reach), (z, middle + reach))


def polynomial_of(relation: Relation) -> sp.Poly | None:
    """Left minus right of an equation of the second degree in x and y with rational numbers and no product xy."""
    try:
        left, right = map(to_sympy, relation.sides)
        difference = sp.expand(left - right)
    except (FormulaError, TypeError, AttributeError):
        return None
    if difference.free_symbols != {X, Y} or not difference.is_polynomial(X, Y):
        return None
    poly = sp.Poly(difference, X, Y)
    small = all(c.is_Rational and max(abs(c.p), c.q) <= MAX_NUMBER for c in poly.coeffs())
    return poly if small and poly.total_degree() == 2 and poly.coeff_monomial(X * Y) == 0 else None


def conic_of(poly: sp.Poly) -> Conic | None:
    """The ellipse or hyperbola with that equation; None for circles, parabolas, lines, points and nothing."""
    p, q = poly.coeff_monomial(X**2), poly.coeff_monomial(Y**2)
    if p == 0 or q == 0 or p == q:
        return None
    h, k = -poly.coeff_monomial(X) / (2 * p), -poly.coeff_monomial(Y) / (2 * q)
    right = p * h**2 + q * k**2 - poly.coeff_monomial(1)
    if right == 0:
        return None
    under = right / p, right / q
    if all(u.is_positive for u in under):
        along = "x" if under[0] > under[1] else "y"
        return Conic("ellipse", (h, k), along, max(under), min(under))
    if all(u.is_negative for u in under):
        return None
    return Conic("hyperbola", (h, k), "x" if under[0].is_positive else "y", max(under), -min(under))


def type_of(poly: sp.Poly) -> str | None:
    """Which conic section an equation is; None for what is none."""
    p, q, d, e = (poly.coeff_monomial(m) for m in (X**2, Y**2, X, Y))
    if p == 0 or q == 0:
        return "parabola" if (d if p == 0 else e) != 0 else None
    if p == q:
        return "circle" if (d**2 + e**2) / (4 * p**2) - poly.coeff_monomial(1) / p > 0 else None
    shape = conic_of(poly)
    return shape.kind if shape else None
