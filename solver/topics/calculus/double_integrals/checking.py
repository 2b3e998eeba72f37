"""The check of a double integral: the number by Gauss's sums, and the region from what was told of it, without the bounds that were made of that.

A region between curves is found on a grid: of the parts into which the curves cut the plane, the bounded one that borders on all of them. A triangle is
checked as the image of one with the legs 1, iterated bounds as they are told. Not: whether the words were read rightly.
"""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.topics.base import Words
from solver.topics.calculus.double_integrals.reading import Posed
from solver.topics.calculus.double_integrals.regions import THETA, Bounds, Piece, R, X, Y, turned
from solver.topics.calculus.double_integrals.words import WORDS
from solver.topics.cells import exact_source

Layers = tuple[Bounds, ...]
_PARTS: Final = 24
_GAUSS: Final = (
    "def total(f, layers, known):",
    "    letter, low, high = layers[-1]",
    "    low, high = (float(e.subs(known)) if hasattr(e, 'subs') else float(e) for e in (low, high))",
    "    places = (low + high)/2 + (high - low)/2*nodes",
    "    if len(layers) == 1:",
    "        values = lambdify(letter, f.subs(known) if hasattr(f, 'subs') else f, 'numpy')(places)",
    "    else:",
    "        values = numpy.array([total(f, layers[:-1], {**known, letter: place}) for place in places])",
    "    return float((values*weights).sum()*(high - low)/2)",
)
_GRID: Final = (
    "def on_grid(g):",
    "    with numpy.errstate(all='ignore'):",
    "        return lambdify((x, y), g, 'numpy')(across, up) + 0*across",
    "known = numpy.all([numpy.isfinite(on_grid(g)) for g in curves + conditions], axis=0)",
    "inside = known & numpy.all([on_grid(g) > 0 for g in conditions] + [known], axis=0)",
    "sides = [on_grid(g) > 0 for g in curves]",
    "pattern = sum((2**k*side for k, side in enumerate(sides)), start=numpy.zeros_like(across, dtype=int))",
    "def borders(part):",
    "    around = binary_dilation(part) & known",
    "    return all((side[around] != side[part][0]).any() for side in sides)",
    "def is_bounded(part):",
    "    return not (part[0].any() or part[-1].any() or part[:, 0].any() or part[:, -1].any())",
    "parts = []",
    "for value in numpy.unique(pattern[inside]):",
    "    marks, count = label(inside & (pattern == value))",
    "    parts += [part for part in (marks == k for k in range(1, count + 1)) if part.sum() > 9 and borders(part)]",
    "parts = [part for part in parts if part.sum() > max(p.sum() for p in parts)/50]",
    "bounded = [part for part in parts if is_bounded(part)]",
    "area = (xs[1] - xs[0])*(ys[1] - ys[0])",
    "values = on_grid(told)[bounded[0]] if len(bounded) == 1 else numpy.array([numpy.nan])",
    "is_region = abs(values.sum()*area - whole) <= 0.03*abs(values).sum()*area",
)


def tests(found: Posed, body: sp.Expr, pieces: list[Layers]) -> tuple[tuple[str, ...], Words]:
    """Source of the check, in which `answer` is what somebody answered; and how it proves it."""
    layers, f, method = pieces, body, WORDS["method"]
    if found.layers:
        # in the other order, unless the solution changed it: then as it was told
        layers, f = [found.layers], found.body
        if pieces == [found.layers] and len(found.layers) == 2:
            other = turned(Piece(*found.layers))
            layers = layers if other is None else [other.layers]
    shown = [[(b.letter, b.low, b.high) for b in part] for part in layers]
    lines = [
        "import numpy",
        "from sympy.utilities.lambdify import lambdify",
        f"nodes, weights = numpy.polynomial.legendre.leggauss({200 if len(layers[0]) == 2 else 40})",
        *_GAUSS,
        f"whole = sum(total({exact_source(f)}, layers, {{}}) for layers in {exact_source(shown)})",
    ]
    near = "abs(whole - float(answer)) < 1e-5*(1 + abs(whole))"
    if found.corners:
        lines += _on_triangle(found)
        near, method = f"{near} and {_near_triangle()}", WORDS["method_corners"]
    elif found.curves or (found.least and not found.layers):
        lines += _on_grid(found, pieces)
        near, method = f"{near} and bool(is_region)", WORDS["method_region"]
    return (*lines, near), method


def _on_triangle(found: Posed) -> list[str]:
    a, b, c = (sp.Matrix(corner) for corner in found.corners)
    u, v = sp.symbols("x y", real=True)
    place = a + u * (b - a) + v * (c - a)
    stretch = sp.Abs(sp.Matrix.hstack(b - a, c - a).det())
    f = found.body.subs({X: place[0], Y: place[1]}, simultaneous=True)
    return [
        f"mapped = float({exact_source(stretch)})*total({exact_source(f)}, {exact_source([(v, 0, 1 - u), (u, 0, 1)])}, {{}})"
    ]


def _near_triangle() -> str:
    return "abs(mapped - float(answer)) < 1e-5*(1 + abs(mapped))"


def _on_grid(found: Posed, pieces: list[Layers]) -> list[str]:
    (left, right), (low, high) = _box(pieces)
    wide, tall = right - left, high - low
    return [
        "from scipy.ndimage import binary_dilation, label",
        f"told = {exact_source(found.body)}",
        f"curves = {exact_source([a - b for a, b in found.curves])}",
        f"conditions = {exact_source([b - a for a, b in found.least])}",
        f"xs = {left - 0.37 * wide:.6g} + {1.78 * wide:.6g}*(numpy.arange(500) + 0.5)/500",
        f"ys = {low - 0.43 * tall:.6g} + {1.82 * tall:.6g}*(numpy.arange(500) + 0.5)/500",
        "across, up = numpy.meshgrid(xs, ys)",
        *_GRID,
    ]


def _box(pieces: list[Layers]) -> tuple[tuple[float, float], tuple[float, float]]:
    """From where to where the region of the solution goes, in x and in y; the grid goes further."""
    xs, ys = list[float](), list[float]()
    for inner, outer in (layers for layers in pieces if len(layers) == 2):
        for k in range(_PARTS + 1):
            known = {outer.letter: outer.low + (outer.high - outer.low) * sp.Rational(k, _PARTS)}
            for end in (inner.low, inner.high):
                place = {**known, inner.letter: end.subs(known)}
                at = (R * sp.cos(THETA), R * sp.sin(THETA)) if R in place else (X, Y)
                x, y = (float(sp.re(sp.N(e.subs(place)))) for e in at)
                xs.append(x)
                ys.append(y)
    return (min(xs), max(xs)), (min(ys), max(ys))
