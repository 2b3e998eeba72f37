"""The plane figures: their measures and laws."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from solver.topics.base import Words
from solver.topics.geometry.figures.figure import Figure

_BOOK: Final = {"A": "S", "P": "C"}
_AREA: Final = {"area": ("A",)}
_AROUND: Final = {"perimeter": ("P",)}


def _figure(
    noun: str,
    en: str,
    zh: str,
    measures: Mapping[str, tuple[str, ...]],
    *laws: str,
    proofs: Mapping[str, str] | None = None,
    letters: Mapping[str, str] | None = None,
) -> Figure:
    return Figure(noun, Words(en, zh), measures, laws, proofs or {}, _BOOK if letters is None else letters)


_ROUND: Final = {"radius": ("r",), "diameter": ("d",)}
_DIAMETER: Final = "d = 2*r; r = d/2"
ROUND: Final = (
    _figure(
        "circle", "a circle", "圆", {**_ROUND, "perimeter": ("C",), "area": ("A",)},
        _DIAMETER, "C = 2*pi*r; r = C/(2*pi)", "C = pi*d; d = C/pi", "A = pi*r^2; r = sqrt(A/pi)",
        letters={"A": "S"},
    ),
    _figure(
        "semicircle", "a semicircle", "半圆", {**_ROUND, **_AREA, **_AROUND, "arc": ("l",)},
        _DIAMETER, "A = pi*r^2/2; r = sqrt(2*A/pi)", "l = pi*r; r = l/pi", "P = pi*r+2*r; r = P/(pi+2)",
    ),
    _figure(
        "quadrant", "a quarter circle", "四分之一圆", {**_ROUND, **_AREA, **_AROUND, "arc": ("l",)},
        _DIAMETER, "A = pi*r^2/4; r = sqrt(4*A/pi)", "l = pi*r/2; r = 2*l/pi", "P = pi*r/2+2*r; r = 2*P/(pi+4)",
    ),
    _figure(
        "sector", "a sector", "扇形",
        {**_ROUND, **_AREA, **_AROUND, "arc": ("l",), "central_angle": ("n",), "radians": ("alpha",)},
        "l = n*pi*r/180; r = 180*l/(n*pi); n = 180*l/(pi*r)", "l = alpha*r; alpha = l/r; r = l/alpha",
        "A = n*pi*r^2/360; r = sqrt(360*A/(n*pi)); n = 360*A/(pi*r^2)",
        "A = alpha*r^2/2; r = sqrt(2*A/alpha); alpha = 2*A/r^2",
        "A = l*r/2; r = 2*A/l; l = 2*A/r", "P = l+2*r; l = P-2*r; r = (P-l)/2", _DIAMETER,
    ),
    _figure(
        "ring", "a ring", "圆环",
        {"outer_radius": ("R",), "inner_radius": ("r",), "outer_diameter": ("D",), "inner_diameter": ("d",),
         "radius": ("R", "r"), "diameter": ("D", "d"), "width": ("w",), **_AREA},
        "D = 2*R; R = D/2", _DIAMETER, "w = R-r; R = r+w; r = R-w",
        "A = pi*(R^2-r^2); R = sqrt(A/pi+r^2); r = sqrt(R^2-A/pi)",
    ),
)  # fmt: skip
FOUR_SIDED: Final = (
    _figure(
        "square", "a square", "正方形",
        {"side": ("a",), "edge": ("a",), "length": ("a",), "diagonal": ("d",), **_AREA, **_AROUND},
        "P = 4*a; a = P/4", "A = a^2; a = sqrt(A)", "pythagoras|d = sqrt(2)*a; a = d/sqrt(2)",
        "A = d^2/2; d = sqrt(2*A)",
    ),
    _figure(
        "rectangle", "a rectangle", "长方形",
        {"length": ("l",), "width": ("w",), "base": ("l",), "height": ("w",), "side": ("l", "w"), "diagonal": ("d",), **_AREA, **_AROUND},
        "P = 2*(l+w); l = P/2-w; w = P/2-l", "A = l*w; l = A/w; w = A/l",
        "pythagoras|d = sqrt(l^2+w^2); l = sqrt(d^2-w^2); w = sqrt(d^2-l^2)",
        letters={**_BOOK, "l": "a", "w": "b"},
    ),
    _figure(
        "parallelogram", "a parallelogram", "平行四边形",
        {"base": ("a",), "height": ("h",), "side": ("a", "b"), **_AREA, **_AROUND},
        "A = a*h; a = A/h; h = A/a", "P = 2*(a+b); a = P/2-b; b = P/2-a",
    ),
    _figure(
        "rhombus", "a rhombus", "菱形",
        {"side": ("a",), "base": ("a",), "height": ("h",), "diagonal": ("d_1", "d_2"), **_AREA, **_AROUND},
        "A = d_1*d_2/2; d_1 = 2*A/d_2; d_2 = 2*A/d_1", "P = 4*a; a = P/4", "A = a*h; a = A/h; h = A/a",
        "pythagoras|a = sqrt((d_1/2)^2+(d_2/2)^2); d_1 = 2*sqrt(a^2-(d_2/2)^2); d_2 = 2*sqrt(a^2-(d_1/2)^2)",
    ),
    _figure(
        "kite", "a kite", "筝形", {"diagonal": ("d_1", "d_2"), **_AREA},
        "A = d_1*d_2/2; d_1 = 2*A/d_2; d_2 = 2*A/d_1",
    ),
    _figure(
        "trapezoid", "a trapezoid", "梯形",
        {"upper_base": ("a",), "lower_base": ("b",), "bases": ("a", "b"), "base": ("a", "b"), "height": ("h",), "midline": ("m",), **_AREA},
        "A = (a+b)*h/2; h = 2*A/(a+b); a = 2*A/h-b; b = 2*A/h-a",
        "m = (a+b)/2; a = 2*m-b; b = 2*m-a", "A = m*h; h = A/m; m = A/h",
    ),
)  # fmt: skip
_ANGLES: Final = {"alpha": "alpha"}
_THREE: Final = ("alpha", "beta", "gamma")
_FOUR: Final = (*_THREE, "delta")
TRIANGLES: Final = (
    _figure(
        "triangle", "a triangle", "三角形", {"base": ("b",), "height": ("h",), **_AREA},
        "A = b*h/2; h = 2*A/b; b = 2*A/h", letters={"A": "S", "b": "a"},
    ),
    _figure(
        "triangle", "a triangle", "三角形", {"side": ("a", "b", "c"), **_AREA, **_AROUND},
        "P = a+b+c; a = P-b-c; b = P-a-c; c = P-a-b", "s = (a+b+c)/2", "heron|A = sqrt(s*(s-a)*(s-b)*(s-c))",
        proofs={"A": "c*sqrt(a**2 - ((a**2 + c**2 - b**2)/(2*c))**2)/2"},
        letters={**_BOOK, "s": "p"},
    ),
    _figure(
        "triangle", "a triangle", "三角形", {"angle": _THREE, "interior_angle": _THREE},
        "angles|gamma = 180-alpha-beta; alpha = 180-beta-gamma; beta = 180-alpha-gamma", letters=_ANGLES,
    ),
    _figure(
        "triangle", "a triangle", "三角形",
        {"ratio": ("p", "q", "r"), "angle": _THREE, "interior_angle": _THREE, "smallest": ("alpha",), "largest": ("gamma",)},
        "angles|k = 180/(p+q+r)", "alpha = p*k; p = alpha/k", "beta = q*k; q = beta/k", "gamma = r*k; r = gamma/k",
        letters=_ANGLES,
    ),
    _figure(
        "right_triangle", "a right triangle", "直角三角形",
        {"leg": ("a", "b"), "hypotenuse": ("c",), "hypotenuse_height": ("h",), "hypotenuse_median": ("m",), **_AREA, **_AROUND},
        "pythagoras|c = sqrt(a^2+b^2); a = sqrt(c^2-b^2); b = sqrt(c^2-a^2)",
        "A = a*b/2; a = 2*A/b; b = 2*A/a", "P = a+b+c; c = P-a-b", "two_areas|h = a*b/c; c = a*b/h", "m = c/2; c = 2*m",
    ),
    _figure(
        "right_triangle", "a right triangle", "直角三角形", {"angle": ("alpha", "beta"), "acute_angle": ("alpha", "beta")},
        "acute|beta = 90-alpha; alpha = 90-beta", letters=_ANGLES,
    ),
    _figure(
        "isosceles_right", "an isosceles right triangle", "等腰直角三角形",
        {"leg": ("a",), "arm": ("a",), "hypotenuse": ("c",), **_AREA, **_AROUND},
        "pythagoras|c = sqrt(2)*a; a = c/sqrt(2)", "A = a^2/2; a = sqrt(2*A)", "P = 2*a+c; c = P-2*a; a = (P-c)/2",
    ),
    _figure(
        "equilateral", "an equilateral triangle", "等边三角形", {"side": ("a",), "height": ("h",), **_AREA, **_AROUND},
        "P = 3*a; a = P/3", "pythagoras|h = sqrt(3)/2*a; a = 2*h/sqrt(3)", "A = sqrt(3)/4*a^2; a = sqrt(4*A/sqrt(3))",
    ),
    _figure(
        "isosceles", "an isosceles triangle", "等腰三角形",
        {"arm": ("a",), "leg": ("a",), "base": ("b",), "height": ("h",), **_AREA, **_AROUND},
        "P = 2*a+b; b = P-2*a; a = (P-b)/2", "A = b*h/2; h = 2*A/b; b = 2*A/h",
        "half_base|h = sqrt(a^2-(b/2)^2); a = sqrt(h^2+(b/2)^2); b = 2*sqrt(a^2-h^2)",
    ),
    _figure(
        "isosceles", "an isosceles triangle", "等腰三角形", {"apex_angle": ("alpha",), "base_angle": ("beta",)},
        "angles|alpha = 180-2*beta; beta = (180-alpha)/2", letters=_ANGLES,
    ),
)  # fmt: skip
_COUNTS: Final = {"sides": ("n",), "angle_sum": ("T",), "diagonals": ("D",), "from_vertex": ("k",)}
_COUNTED: Final = (
    "T = (n-2)*180; n = T/180+2", "D = n*(n-3)/2; n = (3+sqrt(9+8*D))/2", "k = n-3; n = k+3",
)  # fmt: skip
_REGULAR: Final = {"interior_angle": ("alpha",), "exterior_angle": ("beta",), "side": ("a",), **_AROUND}
_REGULAR_LAWS: Final = (
    *_COUNTED,
    "exterior|beta = 360/n; n = 360/beta", "straight|beta = 180-alpha; alpha = 180-beta",
    "alpha = (n-2)*180/n", "P = n*a; a = P/n; n = P/a",
)  # fmt: skip
POLYGONS: Final = (
    _figure("polygon", "a polygon", "多边形", _COUNTS, *_COUNTED, letters={}),
    _figure("regular_polygon", "a regular polygon", "正多边形", {**_COUNTS, **_REGULAR}, *_REGULAR_LAWS, letters={"P": "C"}),
    _figure(
        "regular_polygon", "a regular hexagon", "正六边形", {"sides": ("n",), "side": ("a",), **_AREA, **_AROUND},
        "A = n*sqrt(3)/4*a^2; a = sqrt(4*A/(n*sqrt(3)))", "P = n*a; a = P/n",
    ),
    _figure(
        "quadrilateral", "a quadrilateral", "四边形", {"angle": _FOUR, "interior_angle": _FOUR},
        "four_angles|delta = 360-alpha-beta-gamma; alpha = 360-beta-gamma-delta; beta = 360-alpha-gamma-delta; gamma = 360-alpha-beta-delta",
        letters=_ANGLES,
    ),
    _figure(
        "quadrilateral", "a quadrilateral", "四边形",
        {"ratio": ("p", "q", "r", "t"), "angle": _FOUR, "interior_angle": _FOUR, "smallest": ("alpha",), "largest": ("delta",)},
        "four_angles|k = 360/(p+q+r+t)", "alpha = p*k; p = alpha/k", "beta = q*k; q = beta/k", "gamma = r*k; r = gamma/k",
        "delta = t*k; t = delta/k", letters=_ANGLES,
    ),
)  # fmt: skip
PLANE: Final = (*ROUND, *FOUR_SIDED, *TRIANGLES, *POLYGONS)
