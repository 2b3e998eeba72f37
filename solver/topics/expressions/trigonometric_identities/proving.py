"""A chain of equal forms from one side of an identity to the other, or why the cross products of both sides are equal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise, product

import sympy as sp

from solver.latex import exact_latex
from solver.ports import Language
from solver.topics.expressions.trigonometric_identities.levels import (
    COSINES,
    FUNCTIONS,
    Level,
    combined,
    difference_of_products,
    levels,
    same,
    single_angles,
    variables,
)
from solver.topics.expressions.trigonometric_identities.words import WORDS

Formulas = tuple[tuple[sp.Expr, sp.Expr], ...]
Step = tuple[str, Formulas, sp.Expr, sp.Expr]
"""Rule, formulas used, before, after."""


def chain(left: sp.Expr, right: sp.Expr) -> list[Step] | None:
    """The shortest chain from left to right that the levels of both give; None where they do not meet."""
    best: list[Step] | None = None
    for one, other in _variants(left, right):
        for i, j in sorted(product(range(len(one)), range(len(other))), key=sum):
            if best is not None and i + j >= len(best):
                break
            if same(one[i].expression, other[j].expression):
                found = _joined(one[: i + 1], other[: j + 1])
                if best is None or len(found) < len(best):
                    best = found
                break
    return best


def _variants(left: sp.Expr, right: sp.Expr) -> Iterator[tuple[list[Level], list[Level]]]:
    steps = single_angles(left + right if left != -right else left)
    if steps is None:
        return
    for cosine_left, kept, cosine_right in product(COSINES, ("cos", "sin"), COSINES):
        yield levels(left, cosine_left, kept, steps), levels(right, cosine_right, kept, steps)


def _joined(one: list[Level], other: list[Level]) -> list[Step]:
    steps: list[Step] = []
    for before, after in pairwise(one):
        steps.append((after.rule, after.formulas, before.expression, after.expression))
    end, start = one[-1].expression, other[-1].expression
    if end != start:
        if steps and steps[-1][0] in ("pythagoras",):
            rule, formulas, before, _ = steps[-1]
            steps[-1] = (rule, formulas, before, start)  # the same value, as the other side has it
        else:
            steps.append(("algebra", (), end, start))
    for after, before in zip(reversed(other[:-1]), reversed(other), strict=False):
        steps.append((before.rule, before.formulas, before.expression, after.expression))
    return steps


def by_cross_products(left: sp.Expr, right: sp.Expr) -> tuple[list[Step], sp.Expr, sp.Expr] | None:
    """Steps to the functions of single angles on both sides, and the difference of the cross products."""
    angles = single_angles(left + right)
    if angles is None:
        return None
    steps, ends = list[Step](), list[sp.Expr]()
    for side in (left, right):
        found = [level for level in levels(side, "cos", "cos", angles) if level.rule != "pythagoras"]
        steps += _joined(found, found[-1:])
        ends.append(found[-1].expression)
    difference = difference_of_products(ends[0], ends[1])
    return None if difference is None else (steps, *difference)


def worded(steps: list[Step], say: Language) -> list[str]:
    """The steps as sentences."""
    out = []
    for rule, formulas, before, after in steps:
        shown = r",\ ".join(f"{exact_latex(a)}={exact_latex(b)}" for a, b in formulas[:4])
        x = next((exact_latex(v) for v in variables(before + after)), "x")
        between = _between(rule, formulas, before, after)
        out.append(WORDS[rule].say(say, formulas=shown, x=x, before=between, after=exact_latex(after)))
    return out


def _between(rule: str, formulas: Formulas, before: sp.Expr, after: sp.Expr) -> str:
    """The form in front, and what it is before parts of it cancel."""
    shown, parts = exact_latex(before), sp.fraction(sp.together(before))
    if rule == "algebra":
        return shown
    if rule != "pythagoras":
        if any(b in before.atoms(*FUNCTIONS) for _, b in formulas) or not all(
            before.has(a) for a, _ in formulas
        ):
            return shown  # towards the other side: functions are named again
        parts = tuple(part.xreplace(dict(formulas)) for part in sp.fraction(before))
    top, bottom = map(exact_latex, parts)
    middle = top if bottom == "1" else rf"\frac{{{top}}}{{{bottom}}}"
    return shown if middle in (shown, exact_latex(after)) else f"{shown}={middle}"


def shortest(expression: sp.Expr) -> sp.Expr | None:
    """The shortest of the forms that identities give; None where none is shorter than what is written."""
    steps = single_angles(expression)
    if steps is None:
        return None
    halves: Mapping[sp.Symbol, sp.Rational] = {name: step / 2 for name, step in steps.items()}
    found = [by_single_angles(expression, steps)]
    for some in (steps, halves):
        for cosine, kept in product(COSINES, ("cos", "sin")):
            found += [combined(level.expression) for level in levels(expression, cosine, kept, some)]
    found += [_folded(f) for f in found]
    best = min(found, key=_length)
    return best if _length(best) < _length(expression) else None


def by_single_angles(expression: sp.Expr, steps: Mapping[sp.Symbol, sp.Rational]) -> sp.Expr:
    """As sympy shortens it for the angle x where only multiples of one angle occur: for 4x it misses some forms."""
    there = {name: name / step for name, step in steps.items()}
    back = {name: name * step for name, step in steps.items()}
    short = sp.trigsimp(expression.subs(there, simultaneous=True))
    return short.subs(back, simultaneous=True)


def _folded(expression: sp.Expr) -> sp.Expr:
    """A sine over the cosine of the same angle is a tangent."""
    out = expression
    for atom in expression.atoms(sp.sin):
        angle = atom.args[0]
        ratio = sp.Wild("r", exclude=[atom, sp.cos(angle)])
        match = out.match(ratio * atom / sp.cos(angle))
        if match:
            out = match[ratio] * sp.tan(angle)
    return out


def _length(expression: sp.Expr) -> tuple[int, int]:
    functions = sum(1 for node in sp.preorder_traversal(expression) if isinstance(node, sp.Function))
    return functions * 2 + int(sp.count_ops(expression)), len(str(expression))
