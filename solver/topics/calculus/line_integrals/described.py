"""The curve that a text tells of: by a parameter, as a graph between points, a circle or a part of one, segments, corners, the edge of a region.

None where what is said leaves the curve open, or says something of it that is not used.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import sympy as sp

from solver.topics.calculus.line_integrals import curves
from solver.topics.calculus.line_integrals.curves import Curve, Leg, Oval, Point
from solver.topics.calculus.line_integrals.formulas import SPACE, T, X, Y
from solver.topics.calculus.line_integrals.marks import Chain
from solver.topics.calculus.line_integrals.wordings import Said

_ASIDE: Final = frozenset({"integral", "field", "scalar", "expression", "line integral", "work", "circulation", "arc length", "green", "boundary", "counterclockwise", "clockwise"})  # fmt: skip
"""What says nothing of where the curve goes."""
_PART: Final = re.compile(
    r"(?i)\b(?:arc|part|quarter|semi|piece|portion|half)|弧(?!长)|部分|段|四分之一|半(?!径)"
)
_QUARTER: Final = re.compile(r"(?i)quarter|四分之一")
_SQUARE: Final = re.compile(r"(?i)square|正方形")
_HALVES: Final = {"上": "upper", "下": "lower", "左": "left", "右": "right"}


@dataclass(frozen=True, slots=True)
class Told:
    """The phrases by kind."""

    said: tuple[Said, ...]
    source: str

    @property
    def kinds(self) -> Counter[str]:
        """How many phrases there are of each kind."""
        return Counter(s.kind for s in self.said)

    def has(self, *kinds: str) -> bool:
        return any(s.kind in kinds for s in self.said)

    def one(self, kind: str) -> Said | None:
        found = [s for s in self.said if s.kind == kind]
        return found[0] if len(found) == 1 else None

    def only(self, *kinds: str) -> bool:
        """Whether nothing else is said of the curve."""
        return set(self.kinds) <= _ASIDE | set(kinds)

    @property
    def chains(self) -> tuple[Chain, ...]:
        return tuple(v for s in self.said if s.kind == "relation" for v in s.values)


def curve_of(told: Told, turn: int, *, first: bool, is_round: bool) -> Curve | None:
    """The curve, by whichever way of telling one it is told."""
    if told.has("corners"):
        said = told.one("corners")
        return curves.corners(said.values, said.word, turn) if said and told.only("corners") else None
    if told.has("region"):
        said = told.one("region")
        if said is None or not told.only("region") or not (told.has("boundary") or is_round):
            return None
        return curves.between(said.values, turn)
    if (parametric := _parametric(told)) is not None:
        return parametric
    if (bounds := _box(told)) is not None:
        if not (told.has("boundary") or is_round) or not told.only("relation"):
            return None
        return curves.box(*bounds, "square" if _SQUARE.search(told.source) else "", turn)
    if (found := _oval(told)) is not None:
        return _part_of_oval(told, *found, turn=turn, first=first)
    return _open(told, turn, first=first)


def _parametric(told: Told) -> Curve | None:
    said = told.one("curve")
    chains = told.chains
    places = {c.sides[0]: c.sides[1] for c in chains if c.signs == ("=",) and c.sides[0] in SPACE and c.sides[1].has(T)}  # fmt: skip
    constants = {c.sides[0]: c.sides[1] for c in chains if c.signs == ("=",) and c.sides[0] in SPACE and not c.sides[1].free_symbols}  # fmt: skip
    rest = [c for c in chains if c.signs != ("=",) or c.sides[0] not in {**places, **constants}]
    if said is not None:
        if places or constants:
            return None
        place: Point = said.values[0]
    elif places:
        both = {**constants, **places}
        if list(both) and set(both) not in ({X, Y}, set(SPACE)):
            return None
        place = tuple(both[v] for v in SPACE if v in both)
    else:
        return None
    if any(not e.free_symbols <= {T} for e in place) or not told.only("curve", "relation", "range", "range in", "from to"):  # fmt: skip
        return None
    limits = _limits(told, T, rest)
    if limits is None or told.has("counterclockwise", "clockwise"):
        return None
    leg = Leg(T, place, *limits)
    return Curve((leg,), True)


def _limits(told: Told, letter: sp.Symbol, rest: list[Chain]) -> tuple[sp.Expr, sp.Expr] | None:
    """From where to where a letter goes; increasing where that is told by inequalities."""
    found = list[tuple[sp.Expr, sp.Expr]]()
    for kind in ("range", "range in"):
        if (said := told.one(kind)) is not None:
            if said.values[0] != letter:
                return None
            found.append((said.values[1], said.values[2]))
    if (said := told.one("from to")) is not None:
        first, last = said.values
        if any(c.signs != ("=",) or c.sides[0] != letter or c.sides[1].free_symbols for c in (first, last)):
            return None
        found.append((first.sides[1], last.sides[1]))
    for chain in rest:
        if (
            chain.signs not in (("<=", "<="), ("<", "<"), ("<=", "<"), ("<", "<="))
            or chain.sides[1] != letter
        ):
            return None
        low, _, high = chain.sides
        if low.free_symbols or high.free_symbols or not (high - low).is_positive:
            return None
        found.append((low, high))
    return found[0] if len(found) == 1 and found[0][0] != found[0][1] else None


def _box(told: Told) -> tuple[tuple[sp.Expr, sp.Expr], tuple[sp.Expr, sp.Expr]] | None:
    chains = told.chains
    if len(chains) != 2 or any(c.signs not in (("<=", "<="), ("<", "<")) for c in chains):
        return None
    found = {c.sides[1]: (c.sides[0], c.sides[2]) for c in chains}
    if set(found) != {X, Y} or any(e.free_symbols for pair in found.values() for e in pair):
        return None
    return found[X], found[Y]


def _oval(told: Told) -> tuple[Oval, str, Chain | None] | None:
    """A circle or an ellipse, the half of it that its equation is, and the relation that is left."""
    if (said := told.one("unit circle")) is not None:
        center = said.values[0] if said.values else (sp.S.Zero, sp.S.Zero)
        unit = Oval(center, sp.S.One, sp.S.One)
        known = [curves.oval(chain) for chain in told.chains]
        return (unit, "", None) if len(center) == 2 and all(k == (unit, "") for k in known) else None
    for kind in ("circle", "circle at", "circle zh"):
        if (said := told.one(kind)) is not None:
            center = next(v for k, v in zip(said.marks, said.values, strict=True) if k == "p")
            radius = next(v for k, v in zip(said.marks, said.values, strict=True) if k == "n")
            if len(center) != 2 or not radius.is_positive or told.chains:
                return None
            return Oval(center, radius, radius), "", None
    chains = [v for s in told.said for k, v in zip(s.marks, s.values, strict=True) if k == "q" and s.kind in ("relation", "way along", "way by half", "way by turn")]  # fmt: skip
    for chain in chains:
        if (found := curves.oval(chain)) is not None:
            rest = [c for c in chains if c is not chain]
            return (*found, rest[0] if rest else None) if len(rest) <= 1 else None
    return None


def _part_of_oval(
    told: Told, found: Oval, half: str, rest: Chain | None, *, turn: int, first: bool
) -> Curve | None:
    """The whole, a half, the first quarter or an arc between two points."""
    if not told.only("relation", "unit circle", "circle", "circle at", "circle zh", "half", "half where", "quadrant", "way", "starts", "way along", "way by half", "way by turn", "way turned", "between", "joining to"):  # fmt: skip
        return None
    halves = {half} - {""}
    for kind in ("half", "way by half"):
        if (said := told.one(kind)) is not None:
            halves.add(_HALVES.get(said.word, said.word))
    where = told.one("half where")
    for chain in [c for c in (rest, where.values[0] if where else None) if c is not None]:
        told_half = _half_plane(chain, found)
        if told_half is None:
            return None
        halves.add(told_half)
    if told.has("quadrant"):
        halves.add("quarter")
    for kind in ("way by turn", "way turned"):
        if (said := told.one(kind)) is not None:
            turn = 1 if said.word == "逆" else -1
    if len(halves) > 1:
        return None
    half = halves.pop() if halves else ""
    points = _ends(told, first=first)
    if points is None:
        return None
    if points:
        return curves.arc(found, *points, turn=turn, half=half)
    if half:
        if half != "quarter" and _QUARTER.search(told.source):
            return None
        curve = curves.half_of(found, half)
        if curve is None or turn == 0:
            return curve
        return Curve(curve.legs, True) if turn > 0 else curve.turned()
    return None if _PART.search(told.source) else curves.whole(found, turn)


def _half_plane(chain: Chain, found: Oval) -> str | None:
    """y ≥ 0 as the upper half of an oval around the origin."""
    if len(chain.signs) != 1 or chain.sides[1] != 0 or found.center != (0, 0):
        return None
    up = chain.signs[0] in (">", ">=")
    if chain.signs[0] == "=":
        return None
    return {X: "right" if up else "left", Y: "upper" if up else "lower"}.get(chain.sides[0])


def _ends(told: Told, *, first: bool) -> tuple[Point, Point] | tuple[()] | None:
    """The points where the curve starts and ends; empty where none are told, None where it is not clear which is which."""
    found = list[tuple[Point, ...]]()
    for said in told.said:
        points = tuple(v for k, v in zip(said.marks, said.values, strict=True) if k == "p")
        if said.kind in (
            "way",
            "starts",
            "way along",
            "way by half",
            "way by turn",
            "way turned",
            "joining to",
            "way by segment",
            "way by axis",
        ):
            found.append(points)
        elif said.kind == "between":
            if not first:
                return None
            found.append(points)
    if not found:
        return ()
    return (found[0][0], found[0][1]) if len(found) == 1 and len(found[0]) == 2 else None


def _open(told: Told, turn: int, *, first: bool) -> Curve | None:
    """A graph between two points, or segments."""
    if turn and not told.has("way"):
        return None
    along = told.one("way along")
    chains = [*told.chains, *([along.values[1]] if along else [])]
    if chains:
        return _graph(told, chains, first=first) if not turn else None
    if (said := told.one("two ways")) is not None:
        a, b, c, d = said.values
        return curves.broken((a, b, d)) if b == c and told.only("two ways", "segment") and not turn else None
    if told.has("broken", "segment", "way by segment", "by way of", "way by axis"):
        if not told.only(
            "broken",
            "segment",
            "way",
            "starts",
            "joining to",
            "between",
            "way by segment",
            "by way of",
            "way by axis",
        ):
            return None
        said = told.one("by way of")
        way = told.one("way")
        if said is not None or (way is not None and len(way.values) > 2):
            if told.has("between", "joining to", "starts", "way by segment") or (
                said is not None and way is not None
            ):
                return None
            points = _padded(said.values if said is not None else way.values)  # type: ignore[union-attr]
            return _closed_or_broken(points, turn)
        if told.has("broken"):
            return None
        ends = _ends(told, first=first)
        if (
            ends
            and told.has("way by axis")
            and len({p[1] for p in ends}) > 1
            and len({p[0] for p in ends}) > 1
        ):
            return None
        return curves.broken(_padded(ends)) if ends and not turn else None
    return None


def _padded(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The origin has as many coordinates as the other points."""
    size = max(map(len, points))
    return tuple((sp.S.Zero,) * size if not any(p) else p for p in points)


def _closed_or_broken(points: tuple[Point, ...], turn: int) -> Curve | None:
    if points[0] != points[-1]:
        return curves.broken(points) if not turn else None
    if len(points) not in (4, 5) or any(len(p) != 2 for p in points):
        return None
    if len(points) == 5 and any((p[0] == q[0]) == (p[1] == q[1]) for p, q in pairwise(points)):
        return None
    around = curves.turned_around(points[:-1])
    if turn not in (0, around):
        return None
    return curves.corners(points[:-1], "", around)


def _graph(told: Told, chains: list[Chain], *, first: bool) -> Curve | None:
    if not told.only("relation", "way", "starts", "way along", "joining to", "between", "range", "from to", "range in", "segment"):  # fmt: skip
        return None
    equations = [c for c in chains if c.signs == ("=",)]
    others = [c for c in chains if c.signs != ("=",)]
    if len(equations) != 1:
        return None
    (equation,) = equations
    points = _ends(told, first=first)
    if points is None or (told.has("segment") and sp.Poly(equation.sides[0] - equation.sides[1], X, Y).total_degree() != 1):  # fmt: skip
        return None
    if points:
        if others or told.has("range", "from to", "range in"):
            return None
        return curves.graph(equation, *points)
    for letter, other in ((X, Y), (Y, X)):
        f = equation.sides[1] if equation.sides[0] == other else None
        limits = _limits(told, letter, others) if f is not None and f.free_symbols == {letter} else None
        if f is not None and limits is not None:
            if others and not first:
                return None  # inequalities have no direction
            start, end = (tuple(at if v == letter else f.subs(letter, at) for v in (X, Y)) for at in limits)
            return curves.graph(equation, start, end)
    return None
