"""The ellipses or hyperbolas that facts determine: foci, vertices, lengths, eccentricity, asymptotes, points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.topics.geometry.conics.shape import Conic, Point, X, Y

A2, B2 = sp.symbols("A B", positive=True)
LENGTHS: Final = {
    "major": (2, "a"),
    "minor": (2, "b"),
    "transverse": (2, "a"),
    "conjugate": (2, "b"),
    "semi_major": (1, "a"),
    "semi_minor": (1, "b"),
    "semi_transverse": (1, "a"),
    "semi_conjugate": (1, "b"),
    "focal": (2, "c"),
    "semi_focal": (1, "c"),
    "semi_a": (1, "a"),
    "semi_b": (1, "b"),
    "scale": (1, "a"),
    "distance_sum": (2, "a"),
    "distance_difference": (2, "a"),
}
"""Which multiple of a, b or c a length is; `scale` is chosen where only ratios are known and asked for."""
RATIOS: Final = frozenset(("asymptotes", "eccentricity", "ratio", "apex"))


@dataclass(frozen=True, slots=True)
class Fact:
    """A feature with what is said of it: points, one number, or lines as pairs of a letter and what it equals."""

    name: str
    values: tuple[Any, ...]


def half_sine(apex: Fact) -> sp.Expr:
    """c/a of an ellipse whose foci are seen from an end of the minor axis under this angle, in degrees."""
    return sp.sqrtdenest(sp.sin(sp.rad(apex.values[0] / 2)))


def center_of(facts: tuple[Fact, ...]) -> Point | None:
    """The centre, where it is told a pair of points lies around it, or the asymptotes meet."""
    for fact in facts:
        if fact.name == "center":
            return fact.values[0]  # type: ignore[no-any-return]
    for fact in facts:
        if fact.name in ("foci", "vertices", "covertices") and len(fact.values) == 2:
            (p, q), (r, s) = fact.values
            return ((p + r) / 2, (q + s) / 2)
        if fact.name == "asymptotes" and len(fact.values) == 2 and all(z == Y for z, _ in fact.values):
            (_, one), (_, other) = fact.values
            at = sp.solve(one - other, X)
            return (at[0], one.subs(X, at[0])) if len(at) == 1 else None
    return None


def determined(kind: str, facts: tuple[Fact, ...], center: Point, *, chinese: bool) -> tuple[Conic, ...]:
    """All that fit; empty where the facts leave infinitely many, or contradict one another."""
    found: list[Conic] = []
    for along in ("x", "y"):
        rows = equations(kind, facts, center, along, chinese=chinese)
        if rows is None:
            continue
        if len(rows) < 2:
            return ()
        solutions = sp.solve(rows, [A2, B2], dict=True)
        for solution in solutions:
            if set(solution) != {A2, B2} or any(v.free_symbols for v in solution.values()):
                return ()
            a2, b2 = (sp.radsimp(sp.simplify(solution[z])) for z in (A2, B2))
            if a2.is_positive and b2.is_positive and (kind == "hyperbola" or (a2 - b2).is_positive):
                found.append(Conic(kind, center, along, a2, b2))
    return tuple(found)


def equations(
    kind: str, facts: tuple[Fact, ...], center: Point, along: str, *, chinese: bool
) -> list[sp.Expr] | None:
    """What is zero of A = a² and B = b² when the foci lie in the direction `along`; None where that cannot be."""
    rows: list[sp.Expr] = []
    for fact in facts:
        found = _rows(kind, fact, center, along, chinese=chinese)
        if found is None:
            return None
        rows += found
    return list(dict.fromkeys(rows))


def focal_square(kind: str) -> sp.Expr:
    """c² by a² and b²."""
    return A2 - B2 if kind == "ellipse" else A2 + B2


def _rows(kind: str, fact: Fact, center: Point, along: str, *, chinese: bool) -> list[sp.Expr] | None:
    (h, k), c2 = center, focal_square(kind)
    match fact.name:
        case "center":
            return []
        case "along":
            return [] if fact.values[0] == along else None
        case "foci" | "vertices" | "covertices":
            return _at_points(kind, fact, center, along, chinese=chinese)
        case "eccentricity":
            return [c2 - fact.values[0] ** 2 * A2]
        case "apex":
            return None if kind == "hyperbola" else [c2 - half_sine(fact) ** 2 * A2]
        case "ratio":
            return [A2 - fact.values[0] ** 2 * B2]
        case "through":
            under = (A2, B2 if kind == "ellipse" else -B2)
            p, q = under if along == "x" else under[::-1]
            return [sp.expand((u - h) ** 2 * q + (v - k) ** 2 * p - p * q) for u, v in fact.values]
        case "asymptotes":
            rows = []
            for z, value in fact.values:
                if z != Y or sp.expand(value.subs(X, h) - k) != 0:
                    return None
                square = sp.diff(value, X) ** 2
                rows.append(B2 - square * A2 if along == "x" else A2 - square * B2)
            return rows
        case "directrices":
            z, middle = (X, h) if along == "x" else (Y, k)
            if any(letter != z for letter, _ in fact.values):
                return None
            return [A2**2 - (value - middle) ** 2 * c2 for _, value in fact.values]
    if fact.name not in LENGTHS:
        return None
    times, letter = LENGTHS[fact.name]
    return [{"a": A2, "b": B2, "c": c2}[letter] - (fact.values[0] / times) ** 2]


def _at_points(kind: str, fact: Fact, center: Point, along: str, *, chinese: bool) -> list[sp.Expr] | None:
    h, k = center
    rows = []
    for u, v in fact.values:
        on_main = (v == k) if along == "x" else (u == h)
        on_cross = (u == h) if along == "x" else (v == k)
        if on_main == on_cross:
            return None  # neither, or the centre itself
        square = (u - h) ** 2 + (v - k) ** 2
        if fact.name == "foci" and on_main:
            rows.append(focal_square(kind) - square)
        elif fact.name == "vertices" and on_main:
            rows.append(A2 - square)
        elif on_cross and (
            fact.name == "covertices" or fact.name == "vertices" and chinese and kind == "ellipse"
        ):
            rows.append(B2 - square)
        else:
            return None
    return [sp.expand(row) for row in rows]
