"""Curves as legs: the coordinates as functions of one letter, from one value of it to another; and the region that a closed one goes around.

Not: curves given by an equation that cannot be solved for a coordinate, other than circles and ellipses with axes parallel to those of the plane.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeAlias

import sympy as sp

from solver.topics.calculus.double_integrals.regions import Bounds, Piece, R, enclosed, of_corners
from solver.topics.calculus.line_integrals.formulas import T, X, Y
from solver.topics.calculus.line_integrals.marks import Chain

Point: TypeAlias = tuple[sp.Expr, ...]
_SAMPLES: Final = 12


@dataclass(frozen=True, slots=True)
class Leg:
    """A part of a curve: `place`, while `letter` goes from `start` to `end`."""

    letter: sp.Symbol
    place: Point
    start: sp.Expr
    end: sp.Expr

    def at(self, value: sp.Expr) -> Point:
        return tuple(sp.simplify(c.subs(self.letter, value)) for c in self.place)

    def turned(self) -> Leg:
        return Leg(self.letter, self.place, self.end, self.start)


@dataclass(frozen=True, slots=True)
class Oval:
    """A circle or an ellipse with its axes along x and y."""

    center: Point
    a: sp.Expr
    b: sp.Expr

    def leg(self, start: sp.Expr, end: sp.Expr) -> Leg:
        h, k = self.center
        return Leg(T, (h + self.a * sp.cos(T), k + self.b * sp.sin(T)), start, end)

    def angle(self, point: Point) -> sp.Expr | None:
        """The parameter of a point in [0, 2π), where it is on the curve and the angle is a known one."""
        if len(point) != 2:
            return None
        u, v = ((p - c) / r for p, c, r in zip(point, self.center, (self.a, self.b), strict=True))
        if sp.simplify(u**2 + v**2 - 1) != 0:
            return None
        found = sp.simplify(sp.atan2(v, u))
        if not (found / sp.pi).is_Rational:
            return None
        return found if found >= 0 else found + 2 * sp.pi


@dataclass(frozen=True, slots=True)
class Curve:
    """A curve.

    Attributes:
        is_directed: whether it is known in which direction it is gone along.
        oval, pieces: the region that a closed curve goes around; a curve with `pieces` is counterclockwise as its legs stand.
    """

    legs: tuple[Leg, ...]
    is_directed: bool
    oval: Oval | None = None
    pieces: tuple[Piece, ...] = ()

    @property
    def is_closed(self) -> bool:
        return self.oval is not None or bool(self.pieces) or _same(self.ends[0], self.ends[1])

    @property
    def ends(self) -> tuple[Point, Point]:
        return self.legs[0].at(self.legs[0].start), self.legs[-1].at(self.legs[-1].end)

    def turned(self) -> Curve:
        return Curve(tuple(leg.turned() for leg in reversed(self.legs)), True, self.oval, self.pieces)


def _same(p: Point, q: Point) -> bool:
    return len(p) == len(q) and all(sp.simplify(a - b) == 0 for a, b in zip(p, q, strict=True))


def segment(p: Point, q: Point) -> Leg | None:
    """The straight way from p to q: along x or y where it is parallel to that axis, else by the share of the way."""
    if len(p) != len(q) or _same(p, q):
        return None
    if len(p) == 2:
        if p[1] == q[1]:
            return Leg(X, (X, p[1]), p[0], q[0])
        if p[0] == q[0]:
            return Leg(Y, (p[0], Y), p[1], q[1])
    return Leg(T, tuple(a + (b - a) * T for a, b in zip(p, q, strict=True)), sp.S.Zero, sp.S.One)


def broken(points: tuple[Point, ...]) -> Curve | None:
    """Segments from each point to the next."""
    legs = [segment(p, q) for p, q in pairwise(points)]
    if not legs or None in legs:
        return None
    return Curve(tuple(leg for leg in legs if leg is not None), True)


def graph(chain: Chain, start: Point, end: Point) -> Curve | None:
    """A part of y = f(x) or x = f(y) between two of its points."""
    if chain.signs != ("=",) or len(start) != 2 or len(end) != 2:
        return None
    left, right = chain.sides
    for letter, other, k in ((X, Y, 0), (Y, X, 1)):
        f = right if left == other else left if right == other else None
        if f is None:
            f = _solved(left - right, other)
        if f is None or not f.free_symbols <= {letter}:
            continue
        if any(sp.simplify(f.subs(letter, p[k]) - p[1 - k]) != 0 for p in (start, end)) or start[k] == end[k]:
            continue
        place = (letter, f) if k == 0 else (f, letter)
        return Curve((Leg(letter, place, start[k], end[k]),), True)
    return None


def _solved(difference: sp.Expr, letter: sp.Symbol) -> sp.Expr | None:
    """The letter from an equation that is linear in it with a constant factor."""
    whole = sp.expand(difference)
    factor = whole.coeff(letter, 1)
    rest = whole - factor * letter
    if factor == 0 or factor.free_symbols or rest.has(letter):
        return None
    return sp.expand(-rest / factor)


def oval(chain: Chain) -> tuple[Oval, str] | None:
    """A circle or an ellipse by its equation; behind it the half of it that y = √(…) is."""
    if chain.signs != ("=",):
        return None
    left, right = chain.sides
    half = ""
    for side, other in ((left, right), (right, left)):
        if side in (X, Y) and not other.has(side):
            root = other if other.could_extract_minus_sign() is False else -other
            square = sp.expand(root**2)
            if (
                not isinstance(root, sp.Pow | sp.Mul)
                or not square.is_polynomial(X, Y)
                or other.is_polynomial()
            ):
                return None
            half = {(Y, True): "upper", (Y, False): "lower", (X, True): "right", (X, False): "left"}[side, root == other]  # fmt: skip
            left, right = side**2, square
            break
    whole = sp.expand(left - right)
    if not whole.is_polynomial(X, Y) or not whole.free_symbols <= {X, Y}:
        return None
    p = sp.Poly(whole, X, Y)
    s, t = p.coeff_monomial(X**2), p.coeff_monomial(Y**2)
    if p.total_degree() != 2 or p.coeff_monomial(X * Y) != 0 or not (s * t).is_positive:
        return None
    h, k = -p.coeff_monomial(X) / (2 * s), -p.coeff_monomial(Y) / (2 * t)
    rest = sp.simplify(s * h**2 + t * k**2 - p.coeff_monomial(1))
    a, b = sp.sqrt(rest / s), sp.sqrt(rest / t)
    if not (rest / s).is_positive:
        return None
    if half and {"upper": k, "lower": k, "left": h, "right": h}[half] != 0:
        return None
    return Oval((h, k), a, b), half


def arc(found: Oval, start: Point, end: Point, *, turn: int, half: str) -> Curve | None:
    """A part of an oval between two points: in the direction that is told, or on the half or in the quadrant that is told."""
    first, last = found.angle(start), found.angle(end)
    if first is None or last is None or first == last:
        return None
    ways = []
    for sign in (1, -1):
        goal = last
        if sign == 1 and goal < first:
            goal += 2 * sp.pi
        if sign == -1 and goal > first:
            goal -= 2 * sp.pi
        ways.append((sign, found.leg(first, goal)))
    fitting = [leg for sign, leg in ways if turn in (0, sign) and (not half or _is_in(leg, half, found))]
    if len(fitting) != 1 or not (turn or half):
        return None
    return Curve((fitting[0],), True)


def half_of(found: Oval, half: str) -> Curve | None:
    """A half or the first quarter of an oval, counterclockwise; the direction is not told by this."""
    quarters = {"upper": 0, "lower": 2, "left": 1, "right": -1, "quarter": 0}[half]
    start = sp.Rational(quarters, 2) * sp.pi
    if half == "quarter" and found.center != (0, 0):
        return None
    return Curve((found.leg(start, start + (sp.pi / 2 if half == "quarter" else sp.pi)),), False)


def _is_in(leg: Leg, half: str, found: Oval) -> bool:
    """Whether an arc lies in a half of its oval (about its centre), or in the first quadrant."""
    h, k = found.center
    for j in range(_SAMPLES + 1):
        x, y = (float(sp.N(c.subs(leg.letter, leg.start + (leg.end - leg.start) * sp.Rational(j, _SAMPLES)))) for c in leg.place)  # fmt: skip
        dx, dy = x - float(h), y - float(k)
        inside = {"upper": dy, "lower": -dy, "right": dx, "left": -dx, "quarter": min(x, y)}[half]
        if inside < -1e-9:
            return False
    return True


def whole(found: Oval, turn: int) -> Curve:
    """Once around, counterclockwise unless told otherwise."""
    curve = Curve((found.leg(sp.S.Zero, 2 * sp.pi),), turn != 0, oval=found)
    return curve.turned() if turn < 0 else curve


def corners(points: tuple[Point, ...], shape: str, turn: int) -> Curve | None:
    """The boundary of a triangle, or of a rectangle with sides along the axes."""
    if any(len(p) != 2 for p in points) or len(points) not in (3, 4):
        return None
    if len(points) == 3:
        if shape and not any(word in shape for word in ("triangle", "三角形")):
            return None
        found = of_corners([(p[0], p[1]) for p in points])
        pieces = () if found is None else found
        ordered = points if _area(points) > 0 else points[::-1]
    else:
        xs, ys = (sorted({p[k] for p in points}, key=float) for k in (0, 1))
        if len(xs) != 2 or len(ys) != 2 or len(set(points)) != 4 or "triangle" in shape or "三角形" in shape:
            return None
        return box((xs[0], xs[1]), (ys[0], ys[1]), shape, turn)
    if not pieces:
        return None
    return _around(ordered, pieces, turn)


def box(xs: tuple[sp.Expr, sp.Expr], ys: tuple[sp.Expr, sp.Expr], shape: str, turn: int) -> Curve | None:
    """The boundary of a rectangle."""
    if not ((xs[1] - xs[0]).is_positive and (ys[1] - ys[0]).is_positive):
        return None
    if ("square" in shape or "正方形" in shape) and xs[1] - xs[0] != ys[1] - ys[0]:
        return None
    piece = Piece(Bounds(Y, ys[0], ys[1]), Bounds(X, xs[0], xs[1]))
    around = ((xs[0], ys[0]), (xs[1], ys[0]), (xs[1], ys[1]), (xs[0], ys[1]))
    return _around(around, (piece,), turn)


def _around(points: tuple[Point, ...], pieces: tuple[Piece, ...], turn: int) -> Curve | None:
    path = broken((*points, points[0]))
    if path is None:
        return None
    curve = Curve(path.legs, turn != 0, pieces=pieces)
    return curve.turned() if turn < 0 else curve


def _area(points: tuple[Point, ...]) -> sp.Expr:
    return sum((p[0] * q[1] - p[1] * q[0] for p, q in zip(points, (*points[1:], points[0]), strict=True)), sp.S.Zero) / 2  # fmt: skip


def turned_around(points: tuple[Point, ...]) -> int:
    """1 where a closed triangle or rectangle is gone around counterclockwise, -1 clockwise."""
    return 1 if _area(points) > 0 else -1


def between(chains: tuple[Chain, ...], turn: int) -> Curve | None:
    """The boundary of the region between two or three curves."""
    sides = [(c.sides[0], c.sides[1]) for c in chains if c.signs == ("=",)]
    if len(sides) != len(chains):
        return None
    pieces = enclosed(sides)
    if pieces is None or len(pieces) != 1:
        return None
    (piece,) = pieces
    u, (a, b) = piece.outer.letter, (piece.outer.low, piece.outer.high)
    low, high = piece.inner.low, piece.inner.high

    def place(f: sp.Expr) -> Point:
        return (u, f) if u == X else (f, u)

    def across(at: sp.Expr, first: sp.Expr, last: sp.Expr) -> Leg | None:
        p, q = (tuple(sp.simplify(c.subs(u, at)) for c in place(f)) for f in (first, last))
        return None if _same(p, q) else segment(p, q)

    legs = [Leg(u, place(low), a, b), across(b, low, high), Leg(u, place(high), b, a), across(a, high, low)]
    if any(e.has(R) for e in (low, high)):
        return None
    curve = Curve(tuple(leg for leg in legs if leg is not None), turn != 0, pieces=pieces)
    if u == Y:  # with x to the right the lower curve is the left one: this way round is clockwise
        curve = Curve(curve.turned().legs, turn != 0, pieces=pieces)
    return curve.turned() if turn < 0 else curve
