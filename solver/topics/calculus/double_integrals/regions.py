"""Regions of the plane as bounds of an iterated integral: from inequalities or from the curves around them.

Not: regions that need more than two pieces, and those where more than one part is enclosed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import sympy as sp

from solver.topics.calculus.extrema.shape import numbers_between
from solver.topics.functions.function_features.conditions import zeros

X: Final = sp.Symbol("x", real=True)
Y: Final = sp.Symbol("y", real=True)
R: Final = sp.Symbol("r", nonnegative=True)
THETA: Final = sp.Symbol("theta", real=True)


@dataclass(frozen=True, slots=True)
class Bounds:
    """`low` ≤ `letter` ≤ `high`; what depends on other letters depends on those that are integrated later."""

    letter: sp.Symbol
    low: sp.Expr
    high: sp.Expr


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a region: the inner bounds, which depend on the outer letter, and the outer ones."""

    inner: Bounds
    outer: Bounds
    meeting: tuple[sp.Expr, ...] = ()
    """Places of the outer letter that had to be found, where the curves meet."""

    @property
    def layers(self) -> tuple[Bounds, ...]:
        """In the order of integration."""
        return (self.inner, self.outer)


def is_above(f: sp.Expr, g: sp.Expr, t: sp.Symbol, a: sp.Expr, b: sp.Expr) -> bool | None:
    """Whether f > g everywhere between a and b; None where that changes, or where they have no real values."""
    value, signs = sp.lambdify(t, f - g, "mpmath"), set[int]()
    for at in numbers_between(a, b, 60):
        try:
            found = value(at)
        except (ValueError, ZeroDivisionError, TypeError):
            return None
        if getattr(found, "imag", 0) != 0:
            return None
        signs.add((found > 0) - (found < 0))
    return True if signs == {1} else False if signs == {-1} else None


def between(
    f: sp.Expr, g: sp.Expr, inner: sp.Symbol, outer: sp.Symbol, ends: list[sp.Expr],
    *, within: Callable[[sp.Expr], bool] = lambda _: True, quadrant: bool = False,
) -> Piece | None:  # fmt: skip
    """The region between f and g over the given ends of the outer letter, or up to where the curves meet `within`."""
    meeting: list[sp.Expr] = []
    if len(ends) < 2:
        known = zeros(sp.expand(f - g), outer)
        if known is None:
            return None
        meeting = [z for z in known if z not in ends and f.subs(outer, z).is_real and within(z)]
        if quadrant and len(ends) + len(meeting) == 1:
            meeting = [*meeting, sp.S.Zero]  # the axis is an edge, too
        ends = sorted(dict.fromkeys([*ends, *meeting]), key=lambda v: float(v.evalf(20)))
    if len(ends) != 2:
        return None
    a, b = ends
    if not (a - b).is_negative:
        return None
    above = is_above(f, g, outer, a, b)
    if above is None:
        return None
    low, high = (g, f) if above else (f, g)
    return Piece(Bounds(inner, low, high), Bounds(outer, a, b), tuple(meeting))


def solved(curve: tuple[sp.Expr, sp.Expr], letter: sp.Symbol) -> sp.Expr | None:
    """The curve as `letter` = a function of the other, where there is just one."""
    difference = sp.expand(curve[0] - curve[1])
    if not difference.has(letter):
        return None
    if curve[0] == letter and not curve[1].has(letter):
        return curve[1]
    try:
        found = sp.solve(difference, letter)
    except (NotImplementedError, ValueError):
        return None
    return sp.expand(found[0]) if len(found) == 1 else None


def enclosed(curves: list[tuple[sp.Expr, sp.Expr]], *, positive: bool = False) -> tuple[Piece, ...] | None:
    """The bounded region between curves; None where it is not clear which."""
    for inner, outer in ((Y, X), (X, Y)):
        functions, ends = list[sp.Expr](), list[sp.Expr]()
        for curve in curves:
            found = solved(curve, inner)
            end = None if (curve[0] - curve[1]).has(inner) else solved(curve, outer)
            if found is not None and found not in functions:
                functions.append(found)
            elif end is not None and end not in ends:
                ends.append(end)
            elif found is None and end is None:
                break
        else:
            if len(functions) == 2 and len(ends) <= 2:
                ends.sort(key=lambda v: float(v.evalf(20)))

                def in_quadrant(z: sp.Expr, f: sp.Expr = functions[0], t: sp.Symbol = outer) -> bool:
                    return not positive or bool(z >= 0 and f.subs(t, z) >= 0)

                piece = between(
                    functions[0], functions[1], inner, outer, ends, within=in_quadrant, quadrant=positive
                )
                if piece is not None:
                    return (piece,)
    return _triangle(curves) if len(curves) == 3 else None


def _triangle(curves: list[tuple[sp.Expr, sp.Expr]]) -> tuple[Piece, ...] | None:
    """The region between three straight lines."""
    lines = [sp.expand(a - b) for a, b in curves]
    if any(sp.Poly(line, X, Y).total_degree() != 1 if line.is_polynomial(X, Y) else True for line in lines):
        return None
    corners = []
    for first, second in combinations(lines, 2):
        found = sp.solve([first, second], [X, Y], dict=True)
        if len(found) != 1 or len(found[0]) != 2:
            return None
        corners.append((found[0][X], found[0][Y]))
    return of_corners(corners)


def of_corners(corners: list[tuple[sp.Expr, sp.Expr]]) -> tuple[Piece, ...] | None:
    """A triangle by its corners: one piece where a side is parallel to an axis, else two."""
    if len(corners) != 3 or sp.Matrix([[*c, 1] for c in corners]).det() == 0:
        return None
    for inner, outer, k in ((Y, X, 0), (X, Y, 1)):
        first, middle, last = sorted(corners, key=lambda c: float(c[k].evalf(20)))
        if first[k] != middle[k] != last[k]:
            continue

        two = (
            _through(first, last, k),
            _through(middle, last, k) if first[k] == middle[k] else _through(first, middle, k),
        )
        piece = between(*two, inner, outer, [first[k], last[k]])
        return None if piece is None else (piece,)
    first, middle, last = sorted(corners, key=lambda c: float(c[0].evalf(20)))
    long = _through(first, last, 0)
    parts = (
        between(long, _through(first, middle, 0), Y, X, [first[0], middle[0]]),
        between(long, _through(middle, last, 0), Y, X, [middle[0], last[0]]),
    )
    return None if None in parts else tuple(p for p in parts if p is not None)


def _through(p: tuple[sp.Expr, sp.Expr], q: tuple[sp.Expr, sp.Expr], k: int) -> sp.Expr:
    """The line through two points: the other coordinate as a function of coordinate k."""
    return sp.expand(p[1 - k] + (q[1 - k] - p[1 - k]) / (q[k] - p[k]) * ((X, Y)[k] - p[k]))


def turned(piece: Piece) -> Piece | None:
    """The same region with the order of integration changed; None where that takes more than one piece."""
    u, v = piece.outer.letter, piece.inner.letter
    a, b, g, h = piece.outer.low, piece.outer.high, piece.inner.low, piece.inner.high
    if not g.has(u) and not h.has(u):
        return Piece(Bounds(u, a, b), Bounds(v, g, h))
    if any(e.is_infinite for e in (a, b)) or g.is_infinite or h.is_infinite:
        return None
    ga, gb, ha, hb = (sp.simplify(f.subs(u, e)) for f in (g, h) for e in (a, b))
    back_g, back_h = (_inverse(f, u, v, a, b) if f.has(u) else None for f in (g, h))
    found: tuple[sp.Expr, sp.Expr, sp.Expr, sp.Expr] | None = None
    if not g.has(u) and back_h is not None:
        found = (back_h, b, ha, hb) if ha == g and hb != g else (a, back_h, hb, ha) if hb == g else None
    elif not h.has(u) and back_g is not None:
        found = (a, back_g, ga, gb) if gb == h and ga != h else (back_g, b, gb, ga) if ga == h else None
    elif back_g is not None and back_h is not None and ga == ha and gb == hb:
        found = (back_h, back_g, ga, gb) if (gb - ga).is_positive else (back_g, back_h, gb, ga)
    if found is None:
        return None
    low, high, start, end = found
    return Piece(Bounds(u, low, high), Bounds(v, start, end)) if (end - start).is_positive else None


def _inverse(f: sp.Expr, u: sp.Symbol, v: sp.Symbol, a: sp.Expr, b: sp.Expr) -> sp.Expr | None:
    """u as a function of v = f(u), where f rises or falls all the way from a to b."""
    if is_above(f.diff(u), sp.S.Zero, u, a, b) is None:
        return None
    try:
        branches = sp.solve(f - v, u)
    except (NotImplementedError, ValueError):
        return None
    middle = (a + b) / 2
    fitting = [
        branch
        for branch in branches
        if abs(sp.N(branch.subs(v, f.subs(u, middle)) - middle)) < 1e-9
        and abs(sp.N(branch.subs(v, f.subs(u, (a + middle) / 2)) - (a + middle) / 2)) < 1e-9
    ]
    return sp.simplify(fitting[0]) if len(fitting) == 1 else None


def round_piece(inside: sp.Expr, outside: sp.Expr | None, signs: dict[sp.Symbol, int]) -> Piece | None:
    """x² + y² − … ≤ 0 as bounds in polar coordinates: about the origin, or through it with the centre on an axis.

    `inside` is what is at most 0; `outside`, if given, what is at least 0 (a ring); `signs`: letters that are ≥ 0 or ≤ 0.
    """
    polynomial = sp.Poly(inside, X, Y)
    square = polynomial.coeff_monomial(X**2)
    if square == 0 or polynomial.coeff_monomial(Y**2) != square or polynomial.total_degree() != 2:
        return None
    if polynomial.coeff_monomial(X * Y) != 0:
        return None
    p, q, c = (polynomial.coeff_monomial(m) / square for m in (X, Y, 1))
    if (square < 0) == True:  # noqa: E712  # sympy's truth
        return None
    if p == 0 and q == 0 and (c < 0) == True:  # noqa: E712
        low = sp.S.Zero
        if outside is not None:
            inner = round_piece(outside, None, {})
            if inner is None or inner.inner.high.has(THETA):
                return None
            low = inner.inner.high
        ends = _angles(signs)
        high = sp.sqrt(-c)
        if ends is None or (high - low).is_positive is not True:
            return None
        return Piece(Bounds(R, low, high), Bounds(THETA, *ends))
    if c != 0 or outside is not None or (p != 0) == (q != 0):
        return None
    if p != 0:
        if p > 0 or not set(signs) <= {Y} | ({X} if signs.get(X, 0) > 0 else set()):
            return None
        half = {1: (sp.S.Zero, sp.pi / 2), -1: (-sp.pi / 2, sp.S.Zero)}.get(
            signs.get(Y, 0), (-sp.pi / 2, sp.pi / 2)
        )
        return Piece(Bounds(R, sp.S.Zero, -p * sp.cos(THETA)), Bounds(THETA, *half))
    if q > 0 or not set(signs) <= {X} | ({Y} if signs.get(Y, 0) > 0 else set()):
        return None
    half = {1: (sp.S.Zero, sp.pi / 2), -1: (sp.pi / 2, sp.pi)}.get(signs.get(X, 0), (sp.S.Zero, sp.pi))
    return Piece(Bounds(R, sp.S.Zero, -q * sp.sin(THETA)), Bounds(THETA, *half))


def in_polar(layers: tuple[Bounds, ...]) -> Piece | None:
    """Iterated bounds in x and y around a disc about the origin, half of it or a quarter, in polar coordinates."""
    if len(layers) != 2 or {b.letter for b in layers} != {X, Y}:
        return None
    (inner, outer), signs = layers, dict[sp.Symbol, int]()
    edge = inner.low if inner.high == 0 else inner.high
    square = sp.expand(edge**2 + outer.letter**2)
    radius = sp.sqrt(square)
    if not square.is_number or not radius.is_positive:
        return None
    for letter, low, high, most in ((inner.letter, inner.low, inner.high, edge), (outer.letter, outer.low, outer.high, radius)):  # fmt: skip
        if low == 0:
            signs[letter] = 1
        elif high == 0:
            signs[letter] = -1
        elif low != -most or high != most:
            return None
    if outer.low not in (0, -radius) or outer.high not in (0, radius):
        return None
    return round_piece(X**2 + Y**2 - square, None, signs)


def _angles(signs: dict[sp.Symbol, int]) -> tuple[sp.Expr, sp.Expr] | None:
    """From where to where the angle goes when x or y must not be negative, or not positive."""
    half = sp.pi / 2
    return {
        (0, 0): (sp.S.Zero, 2 * sp.pi), (0, 1): (sp.S.Zero, sp.pi), (0, -1): (sp.pi, 2 * sp.pi), (1, 0): (-half, half),
        (-1, 0): (half, 3 * half), (1, 1): (sp.S.Zero, half), (-1, 1): (half, sp.pi), (-1, -1): (sp.pi, 3 * half), (1, -1): (-half, sp.S.Zero),
    }.get((signs.get(X, 0), signs.get(Y, 0)))  # fmt: skip
