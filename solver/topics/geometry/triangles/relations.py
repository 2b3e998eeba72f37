"""What is said of sides and angles in other forms: a second name for an angle, sides as ratios of each other."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, to_sympy
from solver.formula.nodes import Binary, Number, Relation, Symbol, with_children
from solver.topics.geometry.triangles.angles import opposite

ANGLE_NAMES: Final = ("theta", "alpha", "beta", "gamma", "phi", "x")


def with_one_name(nodes: Sequence[Node], letters: str) -> list[Node]:
    """`theta = A` only gives the angle A a second name: A is written everywhere, and the naming is left out."""
    names: dict[Node, Node] = {}
    kept: list[Node] = []
    for node in nodes:
        match node:
            case Relation(("=",), (Symbol(p) as one, Symbol(q) as other)) if (p in letters) != (q in letters):
                name, angle = (other, one) if p in letters else (one, other)
                if isinstance(name, Symbol) and name.name in ANGLE_NAMES:
                    names[name] = angle
                    continue
        kept.append(node)

    def renamed(node: Node) -> Node:
        return names.get(node) or with_children(node, renamed)

    return [renamed(n) for n in kept] if names else kept


def with_lengths(relations: Sequence[Relation], letters: str) -> list[Relation]:
    """`AB = 2BC`, `AC/3 = BC/4` fix a shape and no size: the sides get the smallest whole lengths in this ratio.

    Left as they are where a length is given too, or where the ratios do not reach all the sides that they name.
    """
    ratios = [(r, found) for r in relations if (found := _ratio(r, letters))]
    others = [r for r in relations if r not in [r for r, _ in ratios]]
    if not ratios or any(opposite(s, letters) for r in others for s in r.sides):
        return list(relations)
    first = next(iter(ratios[0][1]))
    lengths: dict[str, sp.Expr] = {first: sp.Integer(1)}
    for _ in ratios:
        for _, pair in ratios:
            (p, p_share), (q, q_share) = pair.items()
            if p in lengths:
                lengths.setdefault(q, lengths[p] * q_share / p_share)
            elif q in lengths:
                lengths[p] = lengths[q] * p_share / q_share
    if any(side not in lengths for _, pair in ratios for side in pair):
        return list(relations)
    if all(v.is_Rational for v in lengths.values()):
        scale = sp.ilcm(*(v.q for v in lengths.values()))
        lengths = {side: v * scale for side, v in lengths.items()}
    for vertex, length in lengths.items():
        one, other = (Symbol(v) for v in letters if v != vertex)
        others.append(Relation(("=",), (Binary("*", one, other), _number(length))))
    return others


def _ratio(relation: Relation, letters: str) -> dict[str, sp.Expr] | None:
    """Two sides as the vertices opposite them, with numbers that are in their ratio; None for anything else."""
    if relation.signs != ("=",):
        return None
    found: dict[str, sp.Expr] = {}
    names = {v: sp.Symbol(v) for v in letters}
    for side in relation.sides:
        try:
            value = to_sympy(side, names)
        except FormulaError:
            return None
        coefficient, rest = value.as_independent(*value.free_symbols, as_Add=False)
        vertices = {s.name for s in rest.free_symbols}
        if rest.is_Symbol and rest.name.upper() in letters and rest.name.islower():
            vertex = rest.name.upper()
        elif rest.is_Mul and len(vertices) == 2 and rest == sp.Mul(*(sp.Symbol(v) for v in vertices)):
            vertex = next((v for v in letters if v not in vertices), "")
        else:
            return None
        if not vertex or not bool(coefficient > 0):
            return None
        found[vertex] = 1 / coefficient
    plain = all(opposite(s, letters) for s in relation.sides)  # AB = AC is not about lengths
    return found if len(found) == 2 and not plain else None


def _number(value: sp.Expr) -> Node:
    return Number(Fraction(int(value)), str(value)) if value.is_Integer else parse(sp.sstr(value))
