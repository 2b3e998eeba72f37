r"""Sets that are told by parameters: lines, spans, null spaces, solutions of linear systems, segments, ellipses; whether two are the same.

`(3-s, s, 1-s), s \in R`, `(2,1,0) + t(1,-1,1)` and `x + y = 3, y + z = 1` are one set of points: what a parameter is called and where it
starts says nothing. Reads spelled text. Says "equal" or nothing: a set that is not shown to be the same is for the other comparisons.
"""

from __future__ import annotations

import re
from typing import Any

import sympy as sp
from sympy.polys.polyerrors import BasePolynomialError

from evaluation.grader.parameters import Equations, Points, told_by_parameters
from evaluation.grader.values import Equality, same_function


def same_points(answer: str, reference: str) -> Equality | None:
    r"""Whether two texts describe one set of points by parameters, or one by equations; None where that is not shown.

    >>> same_points(r"(3 - s, s, 1 - s), s \in \reals", "(2 + t, 1 - t, t), t real"), same_points("span{(1,-1)}", r"\{(t, -t) : t \in R\}")
    ('equal', 'equal')
    >>> same_points("x = 1 + 2t, y = -t, z = 3 + t", "(x-1)/2 = y/(-1) = z-3"), same_points("(t, 2t), t real", "(2t, t), t real")
    ('equal', None)
    >>> same_points(r"t(2,-1), t \ne 0", "any nonzero multiple of (-2, 1)"), same_points(r"t(2,-1), t \in R", "any nonzero multiple of (-2, 1)")
    ('equal', None)
    """
    found, expected = told_by_parameters(answer), told_by_parameters(reference)
    if found is None or expected is None or not _are_parameters(found, expected):
        return None
    letters = _coordinates(found, expected)
    try:
        one, other = (f if isinstance(f, Points) else f.points(letters) for f in (found, expected))
        same = one is not None and other is not None and len(one.at) == len(other.at) and _same(one, other)
    except (BasePolynomialError, TypeError, ValueError, ArithmeticError, NotImplementedError):
        return None
    return "equal" if same else None


def _are_parameters(found: Points | Equations, expected: Points | Equations) -> bool:
    """Whether the letters are parameters and no constants of the question: one says it, or they are not the same letters."""
    if found.declared or expected.declared:
        return True
    usual = all(
        re.fullmatch(r"[a-dhkm-w](?:_\{?\d\}?)?|lambda|mu", name) for name in found.letters | expected.letters
    )
    return usual and found.letters != expected.letters and bool(found.letters) and bool(expected.letters)


def _coordinates(found: Points | Equations, expected: Points | Equations) -> tuple[str, ...]:
    """The names of the coordinates, of which there are as many as the points have, or as the equations name."""
    named = sorted({n for f in (found, expected) if isinstance(f, Equations) for n in f.coordinates})
    for points in (found, expected):
        if isinstance(points, Points) and len(named) < len(points.at):
            indexed = any("_" in n for n in named)
            count = len(points.at)
            named = [f"x_{i}" for i in range(1, count + 1)] if indexed else list("xyz"[:count])
    return tuple(named)


def _same(one: Points, other: Points) -> bool:
    if one.bounds or other.bounds:
        arcs = [_ellipse(p) for p in (one, other)]
        if all(arcs):
            return arcs[0] == arcs[1]
        ends = [_segment(p) for p in (one, other)]
        return None not in ends and ends[0] == ends[1]
    flats = [_flat(p) for p in (one, other)]
    if all(flats):
        return flats[0] == flats[1] and {one.zero, other.zero} != {True, False}
    if any(flats) or one.zero is False or other.zero is False:
        return False
    ellipses = [_ellipse(p) for p in (one, other)]
    if all(ellipses):
        return ellipses[0] == ellipses[1]
    return _same_graph(one, other)


def _flat(points: Points) -> tuple[Any, ...] | None:
    """Of an affine set its directions in row echelon form and its point that has zeros at their pivots; None where it bends."""
    names = points.parameters
    rows = [[sp.diff(c, name) for c in points.at] for name in names]
    if any(entry.free_symbols for row in rows for entry in row):
        return None
    start = [c.subs(dict.fromkeys(names, 0)) for c in points.at]
    echelon, pivots = sp.Matrix(rows).rref()
    if len(pivots) == 0 or (len(pivots) == len(points.at) and not points.zero):
        return None  # one point, or all of them: letters that say nothing
    for row, pivot in enumerate(pivots):
        factor = start[pivot]
        start = [sp.nsimplify(s - factor * d) for s, d in zip(start, echelon.row(row), strict=True)]
    directions = [tuple(map(sp.nsimplify, echelon.row(i))) for i in range(len(pivots))]
    if points.zero is False and (any(s != 0 for s in start) or len(names) > len(pivots)):
        return None
    return (*directions, tuple(start))


def _segment(points: Points) -> set[tuple[Any, ...]] | None:
    """The ends of a segment, each with whether it belongs to it."""
    if len(points.parameters) != 1 or points.bounds is None or any(points.bounds[2:]):
        return None
    name = points.parameters[0]
    if any(sp.diff(c, name).free_symbols for c in points.at):
        return None
    low, high, *_ = points.bounds
    if not (low.is_finite and high.is_finite):
        return None
    return {tuple(sp.nsimplify(c.subs(name, end)) for c in points.at) for end in (low, high)}


def _ellipse(points: Points) -> tuple[Any, ...] | None:
    """Centre and M·Mᵀ of `centre + M·(cos nt, sin nt)` over a whole turn, which two parametrisations of one ellipse share."""
    if len(points.parameters) != 1 or len(points.at) not in (2, 3):
        return None
    name, *rates = points.parameters[0], *points.atoms()
    if len(rates) != 1:
        return None
    turn = rates[0] * name
    centre, rows = [], []
    for c in points.at:
        cos, sin = sp.Dummy(), sp.Dummy()
        flat = sp.expand(sp.expand_trig(c) if rates[0] == 1 else c).xreplace(
            {sp.cos(turn): cos, sp.sin(turn): sin}
        )
        row = [sp.diff(flat, cos), sp.diff(flat, sin)]
        if any(entry.free_symbols for entry in row) or name in flat.free_symbols:
            return None
        rows.append(row)
        centre.append(flat.subs({cos: 0, sin: 0}))
    if points.bounds and not (points.bounds[1] - points.bounds[0] >= 2 * sp.pi / abs(rates[0])):
        return None
    square = sp.Matrix(rows) * sp.Matrix(rows).T
    return (*map(sp.nsimplify, centre), *map(sp.nsimplify, square))


def _same_graph(one: Points, other: Points) -> bool:
    """Of two curves whose first or second coordinate is of the first degree: whether the other one is the same function of it."""
    for place in (0, 1):
        graphs = [_graph(p, place) for p in (one, other)]
        if graphs[0] is not None and graphs[1] is not None:
            both = (same_function(*graphs), same_function(*reversed(graphs)))
            return both == ("equal", "equal")
    return False


def _graph(points: Points, place: int) -> Any | None:
    if len(points.parameters) != 1 or len(points.at) != 2:
        return None
    name, over = points.parameters[0], points.at[place]
    slope = sp.diff(over, name)
    if slope == 0 or slope.free_symbols:
        return None
    return points.at[1 - place].subs(name, (sp.Symbol("u") - over.subs(name, 0)) / slope)
