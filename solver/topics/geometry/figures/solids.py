"""The solids: their measures and laws."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from solver.topics.base import Words
from solver.topics.geometry.figures.figure import Figure

_BOOK: Final = {"B": "S_1", "L": "S_2"}
_WHOLE: Final = {"volume": ("V",), "surface": ("S",)}
_CIRCULAR: Final = {
    "base_radius": ("r",), "radius": ("r",), "base_diameter": ("d",), "diameter": ("d",), "height": ("h",),
    "base_around": ("C",), "base_area": ("B",), "lateral": ("L",), **_WHOLE,
}  # fmt: skip
_CIRCLE: Final = ("d = 2*r; r = d/2", "C = 2*pi*r; r = C/(2*pi)", "B = pi*r^2; r = sqrt(B/pi)")


def _solid(noun: str, en: str, zh: str, measures: Mapping[str, tuple[str, ...]], *laws: str) -> Figure:
    return Figure(noun, Words(en, zh), measures, laws, {}, _BOOK)


SOLIDS: Final = (
    _solid(
        "cube", "a cube", "正方体",
        {"edge": ("a",), "side": ("a",), "length": ("a",), "edges": ("K",), "face": ("B",), "base_area": ("B",), "space_diagonal": ("d",), "diagonal": ("d",),
         "face_diagonal": ("f",), **_WHOLE, "area": ("S",)},
        "V = a^3; a = V^(1/3)", "S = 6*a^2; a = sqrt(S/6)", "K = 12*a; a = K/12", "B = a^2; a = sqrt(B)",
        "pythagoras|d = sqrt(3)*a; a = d/sqrt(3)", "pythagoras|f = sqrt(2)*a; a = f/sqrt(2)",
    ),
    _solid(
        "cuboid", "a cuboid", "长方体",
        {"length": ("l",), "width": ("w",), "height": ("h",), "edge": ("l", "w", "h"), "side": ("l", "w", "h"), "edges": ("K",), "base_area": ("B",),
         "space_diagonal": ("d",), "diagonal": ("d",), **_WHOLE},
        "V = l*w*h; l = V/(w*h); w = V/(l*h); h = V/(l*w)", "V = B*h; B = V/h; h = V/B",
        "S = 2*(l*w+l*h+w*h); h = (S/2-l*w)/(l+w); w = (S/2-l*h)/(l+h); l = (S/2-w*h)/(w+h)",
        "K = 4*(l+w+h); l = K/4-w-h; w = K/4-l-h; h = K/4-l-w", "B = l*w; l = B/w; w = B/l",
        "pythagoras|d = sqrt(l^2+w^2+h^2); l = sqrt(d^2-w^2-h^2); w = sqrt(d^2-l^2-h^2); h = sqrt(d^2-l^2-w^2)",
    ),
    _solid(
        "cylinder", "a cylinder", "圆柱", _CIRCULAR, *_CIRCLE,
        "V = pi*r^2*h; h = V/(pi*r^2); r = sqrt(V/(pi*h))", "V = B*h; B = V/h; h = V/B",
        "L = 2*pi*r*h; h = L/(2*pi*r); r = L/(2*pi*h)", "L = C*h; C = L/h; h = L/C",
        "S = 2*pi*r*h+2*pi*r^2; h = (S-2*pi*r^2)/(2*pi*r)", "S = L+2*B; L = S-2*B; B = (S-L)/2",
        "V = L*r/2; r = 2*V/L; L = 2*V/r",
    ),
    _solid(
        "cone", "a cone", "圆锥", {**_CIRCULAR, "slant": ("l",)}, *_CIRCLE,
        "V = pi*r^2*h/3; h = 3*V/(pi*r^2); r = sqrt(3*V/(pi*h))", "V = B*h/3; B = 3*V/h; h = 3*V/B",
        "pythagoras|l = sqrt(r^2+h^2); h = sqrt(l^2-r^2); r = sqrt(l^2-h^2)",
        "L = pi*r*l; l = L/(pi*r); r = L/(pi*l)", "S = pi*r*l+pi*r^2; l = (S-pi*r^2)/(pi*r)",
        "S = L+B; L = S-B; B = S-L",
    ),
    _solid(
        "sphere", "a sphere", "球", {"radius": ("r",), "diameter": ("d",), **_WHOLE, "area": ("S",)},
        "d = 2*r; r = d/2", "V = 4/3*pi*r^3; r = (3*V/(4*pi))^(1/3)", "S = 4*pi*r^2; r = sqrt(S/(4*pi))",
    ),
    _solid(
        "hemisphere", "a hemisphere", "半球",
        {"radius": ("r",), "diameter": ("d",), "lateral": ("L",), "base_area": ("B",), **_WHOLE},
        "d = 2*r; r = d/2", "V = 2/3*pi*r^3; r = (3*V/(2*pi))^(1/3)", "L = 2*pi*r^2; r = sqrt(L/(2*pi))",
        "B = pi*r^2; r = sqrt(B/pi)", "S = 3*pi*r^2; r = sqrt(S/(3*pi))",
    ),
    _solid(
        "prism", "a prism", "棱柱", {"base_area": ("B",), "height": ("h",), "base_around": ("C",), "lateral": ("L",), **_WHOLE},
        "V = B*h; B = V/h; h = V/B", "L = C*h; C = L/h; h = L/C", "S = L+2*B; L = S-2*B; B = (S-L)/2",
    ),
    _solid(
        "pyramid", "a pyramid", "棱锥", {"base_area": ("B",), "height": ("h",), "volume": ("V",)},
        "V = B*h/3; B = 3*V/h; h = 3*V/B",
    ),
    _solid(
        "square_pyramid", "a square pyramid", "正四棱锥",
        {"base_edge": ("a",), "height": ("h",), "slant": ("m",), "base_area": ("B",), "lateral": ("L",), **_WHOLE},
        "B = a^2; a = sqrt(B)", "V = B*h/3; B = 3*V/h; h = 3*V/B",
        "half_edge|m = sqrt(h^2+(a/2)^2); h = sqrt(m^2-(a/2)^2); a = 2*sqrt(m^2-h^2)",
        "L = 2*a*m; a = L/(2*m); m = L/(2*a)", "S = L+B; L = S-B; B = S-L",
    ),
)  # fmt: skip
