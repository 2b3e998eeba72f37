"""Triangles whose shape is fixed by functions of angles: cos A and tan B, or two equal sides and one function."""

from __future__ import annotations

from collections.abc import Sequence

import sympy as sp

from solver.formula import to_sympy
from solver.formula.nodes import Call, Relation, Symbol, symbols
from solver.topics.geometry.triangles.angles import Triangle

Point = tuple[sp.Expr, sp.Expr]  # cosine and sine of an angle


def sides_of(triangle: Triangle, given: Sequence[Relation]) -> dict[str, sp.Expr] | None:
    """The sides up to their scale, by the vertex opposite; None where the shape is not fixed."""
    if triangle.sides:
        return None
    equal = _equal_angles(triangle)
    if len(given) == 1 and equal and len(triangle.equations) == 2:
        return _isosceles(given[0], equal, triangle.letters)
    if len(given) == 2 and len(triangle.equations) == 1:
        return _from_two(given, triangle.letters)
    return None


def _equal_angles(triangle: Triangle) -> tuple[str, str] | None:
    pairs = [
        (p, q)
        for p in triangle.letters
        for q in triangle.letters
        if p < q and triangle.angles[p] == triangle.angles[q]
    ]
    return pairs[0] if len(pairs) == 1 else None


def _point(relation: Relation, *, acute: bool) -> tuple[str, Point] | None:
    """The vertex that a relation such as `cos A = 3/5` is about, and that angle; a sine leaves it open unless it is acute."""
    match relation:
        case Relation(("=",), (Call(name, (Symbol(vertex),)), right)) if not symbols(right):
            value = to_sympy(right)
        case _:
            return None
    if not value.is_real or (name == "cos" and not bool(abs(value) < 1)):
        return None
    match name:
        case "cos":
            return vertex, (value, sp.sqrt(1 - value**2))
        case "sin" if acute and bool(value > 0) and bool(value < 1):
            return vertex, (sp.sqrt(1 - value**2), value)
        case "tan" if value != 0:
            cosine = sp.sign(value) / sp.sqrt(1 + value**2)
            return vertex, (cosine, value * cosine)
    return None


def _isosceles(given: Relation, equal: tuple[str, str], letters: str) -> dict[str, sp.Expr] | None:
    match given:
        case Relation(_, (Call(_, (Symbol(vertex),)), _)):
            at_base = vertex in equal
        case _:
            return None
    found = _point(given, acute=at_base)
    apex = next(v for v in letters if v not in equal)
    if found is None or at_base and not bool(found[1][0] > 0):
        return None
    cosine = found[1][0]
    base = 2 * cosine if at_base else sp.sqrt(2 - 2 * cosine)
    return {**dict.fromkeys(equal, sp.Integer(1)), apex: sp.sqrtdenest(sp.radsimp(base))}


def _from_two(given: Sequence[Relation], letters: str) -> dict[str, sp.Expr] | None:
    """By the law of sines sides are as the sines; the third angle is what the two leave of 180°."""
    points = [_point(relation, acute=False) for relation in given]
    if None in points:
        return None
    (one, (cos_p, sin_p)), (other, (cos_q, sin_q)) = (p for p in points if p is not None)
    if one == other or not {one, other} <= set(letters):
        return None
    third = next(v for v in letters if v not in (one, other))
    sine = sp.radsimp(sp.expand(sin_p * cos_q + cos_p * sin_q))
    if not bool(sine > 0):
        return None
    return {one: sp.radsimp(sin_p), other: sp.radsimp(sin_q), third: sine}
