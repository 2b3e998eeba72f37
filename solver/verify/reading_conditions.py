"""Claims of a line as a condition on the unknowns: or, and, chains, sets, x₁ and x₂."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import sympy as sp

from solver.formula.nodes import Group, Symbol, symbols
from solver.verify.conditions import Case, Condition, Rel
from solver.verify.lines import Claim, is_solved
from solver.verify.meaning import Names


def condition_of(
    claims: Sequence[Claim], names: Names, held: Mapping[str, Any], unknowns: Sequence[str]
) -> Condition | None:
    """What the claims say together; None where a part of it has no value.

    Solutions between commas (`x = 2, x = 3`; `x_1 = 2, x_2 = 3`; `x_1 = 1, y_1 = 2, x_2 = 3, y_2 = 4`) are alternatives; other relations between commas hold together.
    """
    if (ranged := _ranges(claims, names, unknowns)) is not None:
        return ranged
    numbered = _numbered(claims, names, unknowns)
    if (points := _points(claims, unknowns)) is not None:
        conditions = [condition_of(point, numbered, held, unknowns) for point in points]
        return (
            None
            if any(c is None for c in conditions)
            else tuple(case for c in conditions if c is not None for case in c)
        )
    cases: list[Case] = [()]
    done: list[Case] = []
    previous: Claim | None = None
    for claim in claims:
        rels = _rels(claim, numbered, held)
        if rels is None:
            return None
        if previous is not None and _is_alternative(claim, previous, unknowns):
            done += cases
            cases = [()]
        cases = [(*case, *rels) for case in cases]
        previous = claim
    return tuple(dict.fromkeys((*done, *cases)))


def _points(claims: Sequence[Claim], unknowns: Sequence[str]) -> list[list[Claim]] | None:
    """`x_1 = 1, y_1 = 2, x_2 = 3, y_2 = 4` by the numbers; None where it is no list of several unknowns' values."""
    if len(unknowns) < 2 or not claims or not all(map(is_solved, claims)):
        return None
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        left = claim.sides[0]
        assert isinstance(left, Symbol)
        head, _, index = left.name.partition("_")
        if not index or head not in unknowns:
            return None
        found.setdefault(index, []).append(replace(claim, joint="and"))
    return (
        list(found.values())
        if len(found) > 1 or len(claims) > 1 and len({c.sides[0] for c in claims}) == 1
        else None
    )


def as_union(claims: Sequence[Claim], unknowns: Sequence[str]) -> tuple[Claim, ...] | None:
    """`x < −2, x > 2` with an or for its comma; None where it is no list of bounds of one unknown."""
    bounds = [
        c
        for c in claims
        if c.signs and set(c.signs) <= {"<", ">", "<=", ">="} and Symbol(unknowns[0]) in c.sides
    ]
    if len(bounds) < 2 or len(bounds) < len(claims) or all(c.joint != "," for c in claims[1:]):
        return None
    return tuple(replace(c, joint="or") if c.joint == "," else c for c in claims)


def _is_alternative(claim: Claim, previous: Claim, unknowns: Sequence[str]) -> bool:
    if claim.joint == "or":
        return True
    if claim.joint not in (",", "and"):
        return False
    if not (is_solved(claim) and is_solved(previous)):
        return False
    return _stem(claim, unknowns) == _stem(previous, unknowns)


def _stem(claim: Claim, unknowns: Sequence[str]) -> str:
    left = claim.sides[0]
    assert isinstance(left, Symbol)
    head = left.name.split("_")[0]
    return head if head in unknowns else left.name


def _numbered(claims: Sequence[Claim], names: Names, unknowns: Sequence[str]) -> Names:
    """With x_1 and x_2 as x, where the problem has an x and no x_1."""
    written = {n for claim in claims for side in claim.sides for n in symbols(side)}
    heads = {n: n.split("_")[0] for n in written if "_" in n and n not in unknowns}
    extra = {n: sp.Symbol(head) for n, head in heads.items() if head in unknowns}
    return Names({**names.letters, **extra}, names.functions) if extra else names


def _rels(claim: Claim, names: Names, held: Mapping[str, Any]) -> tuple[Rel, ...] | None:
    if not claim.signs or claim.continues:
        return None
    values = [names.value(side, held) for side in claim.sides]
    if any(not isinstance(v, sp.Expr) for v in values):
        return None
    rels = [Rel(sign, a, b) for sign, (a, b) in zip(claim.signs, pairwise(values), strict=True)]
    told = [
        r for r in rels if (r.left != r.right or r.sign != "=") and (r.gap.free_symbols or not r.holds({}))
    ]
    return tuple(told or rels)  # x = 6/2 = 3 says no more than x = 6/2


def _ranges(claims: Sequence[Claim], names: Names, unknowns: Sequence[str]) -> Condition | None:
    """`x ∈ (1, 4) ∪ [5, 6]`, `(−∞, 2)`, `x ∈ {1, 2}`."""
    groups = [c for c in claims if not c.signs and isinstance(c.sides[0], Group)]
    others = [c for c in claims if c not in groups]
    if not groups or len(unknowns) != 1 or any(c.signs or not isinstance(c.sides[0], Symbol) for c in others):
        return None
    x = sp.Symbol(unknowns[0])
    cases: list[Case] = []
    for claim in groups:
        group = claim.sides[0]
        assert isinstance(group, Group)
        values = [names.value(item) for item in group.items]
        if any(v is None for v in values):
            return None
        if group.brackets == "{}":
            cases += [(Rel("=", x, v),) for v in values]
            continue
        if len(values) != 2:
            return None
        low, high = values
        rels = []
        if low != -sp.oo:
            rels.append(Rel(">" if group.brackets[0] == "(" else ">=", x, low))
        if high != sp.oo:
            rels.append(Rel("<" if group.brackets[1] == ")" else "<=", x, high))
        cases.append(tuple(rels))
    return tuple(cases)


def is_solution_form(condition: Condition, unknowns: Sequence[str]) -> bool:
    """Whether every part says directly what an unknown is, or where it lies."""
    letters = {sp.Symbol(u) for u in unknowns}
    return all(
        all(
            (r.left in letters and not r.right.free_symbols & letters) or (r.right in letters and not r.left.free_symbols & letters)
            for r in case
        )
        for case in condition
    )  # fmt: skip
