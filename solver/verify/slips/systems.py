"""Slips of solving systems: a slip in one equation, two of them added with a wrong sign, one put into another badly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import sympy as sp

from solver.formula import Node
from solver.formula.nodes import symbols, with_children
from solver.latex import latex
from solver.verify.conditions import Condition, Rel
from solver.verify.equality import near, number
from solver.verify.lines import Claim, is_solved
from solver.verify.slips import shown
from solver.verify.slips.rules import variants


def slip_of_system(before: Sequence[Claim], condition: Condition, course: Any) -> tuple[str, str]:
    """Slip by which a single equation of a system, or a line made of it, becomes the line."""
    if len(condition) != 1 or len(condition[0]) != 1:
        return "arithmetic", ""
    rel = condition[0][0]
    letters = sorted(rel.gap.free_symbols, key=str)
    places = [
        {s: p + sp.Rational(k, 3) for k, s in enumerate(letters)}
        for p in map(sp.Rational, ("7/3", "-5/2", "9/4"))
    ]
    wanted = [number(rel.gap, p) for p in places]
    for claim in reversed(before[-6:]):
        for k, side in enumerate(claim.sides):
            for variant in islice(variants(side), 80):
                changed = [*claim.sides[:k], variant.node, *claim.sides[k + 1 :]]
                values = [course.names.value(s) for s in changed]
                if len(values) != 2 or any(not isinstance(v, sp.Expr) for v in values):
                    continue
                gap = values[0] - values[1]
                if gap.free_symbols == rel.gap.free_symbols and _same_ratio(
                    [number(gap, p) for p in places], wanted
                ):
                    return variant.slip, shown(variant.place)
    for row in course.rows:
        for term in sp.Add.make_args(sp.expand(row.gap)):
            flipped = sp.expand(row.gap) - 2 * term
            if flipped.free_symbols == rel.gap.free_symbols and _same_ratio(
                [number(flipped, p) for p in places], wanted
            ):
                return "sign", latex(term)
        for k in (2, 3, 4, 5, 6, 7, 8, 9, -2, -3):
            for left, right in ((k * row.left, row.right), (row.left, k * row.right)):
                if _is_multiple(sp.expand(left - right), sp.expand(rel.gap)):
                    return "one-side-only", ""
    for changed in _put_together(before):
        for k, side in enumerate(changed):
            for variant in islice(variants(side), 60):
                values = [course.names.value(variant.node if i == k else s) for i, s in enumerate(changed)]
                if (
                    len(values) == 2
                    and all(isinstance(v, sp.Expr) for v in values)
                    and _is_multiple(sp.expand(values[0] - values[1]), sp.expand(rel.gap))
                ):
                    return variant.slip, shown(variant.place)
    if (found := _combined(before, rel, course)) is not None:
        return found
    return ("arithmetic" if rel.sign == "=" else ""), ""


def _put_together(before: Sequence[Claim]) -> Iterator[list[Node]]:
    """The sides of each equation with another one's `y = …` put in."""
    recent = list(before[-6:])
    solved = [c for c in recent if is_solved(c) and symbols(c.sides[1])]
    for given in solved:
        for claim in recent:
            if claim is not given and claim.signs == ("=",):
                yield [_replaced(side, given.sides[0], given.sides[1]) for side in claim.sides]


def _replaced(node: Node, old: Node, new: Node) -> Node:
    return new if node == old else with_children(node, lambda child: _replaced(child, old, new))


def _same_ratio(one: Sequence[Any], other: Sequence[Any]) -> bool:
    if any(v is None or v == 0 for v in (*one, *other)):
        return False
    first = one[0] / other[0]
    return all(near(a / b, first) for a, b in zip(one, other, strict=True))


def _combined(before: Sequence[Claim], rel: Rel, course: Any) -> tuple[str, str] | None:
    """Two equations added or subtracted, with the sign of one term wrong."""
    rows = [r for r in course.rows if r.sign == "="]
    gap = sp.expand(rel.gap)
    for i, one in enumerate(rows):
        for two in rows[i + 1 :]:
            for a in (1, -1, 2, 3, -2, -3):
                for b in (1, -1, 2, 3, -2, -3):
                    total = [
                        *sp.Add.make_args(sp.expand(a * one.gap)),
                        *sp.Add.make_args(sp.expand(b * two.gap)),
                    ]
                    for term in total:
                        if sp.expand(sp.Add(*total) - 2 * term - gap) == 0:
                            return "sign", latex(term)
    for row in rows:  # one equation put into another: a value or an expression for a letter
        for claim in before[-6:]:
            values = [course.names.value(s) for s in claim.sides]
            if len(values) == 2 and isinstance(values[0], sp.Symbol) and isinstance(values[1], sp.Expr):
                right = values[1]
                whole = sp.expand(row.gap.subs(values[0], right))
                for term in sp.Add.make_args(whole):
                    if sp.expand(whole - 2 * term - gap) == 0 or sp.expand(whole - 2 * term + gap) == 0:
                        return "sign", latex(term)
                coefficient = sp.expand(row.gap).coeff(values[0])
                for part in sp.Add.make_args(right):
                    wrong = sp.expand(row.gap.subs(values[0], 0) + coefficient * (right - part) + part)
                    if _is_multiple(wrong, gap):
                        return "distribution", latex(right)
    return None


def _is_multiple(one: Any, other: Any) -> bool:
    return bool(sp.expand(one - other) == 0 or sp.expand(one + other) == 0)
