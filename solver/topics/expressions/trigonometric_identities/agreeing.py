"""Trigonometric expressions as values: whether they can be worked with, whether two agree at several angles."""

from __future__ import annotations

import sympy as sp

from solver.formula import (
    letter,
    python_name,
    to_sympy,
)
from solver.formula.emit import TRIGONOMETRIC
from solver.formula.nodes import Call, Node, symbols, walk
from solver.topics.cells import cell
from solver.topics.expressions.trigonometric_identities.levels import (
    FUNCTIONS,
    MAX_OPERATIONS,
    single_angles,
)


def as_value(node: Node) -> sp.Expr:
    return to_sympy(node, {name: letter(name, real=True) for name in symbols(node)})


def is_workable(*sides: sp.Expr) -> bool:
    """Angles are sums of multiples, letters stand in angles only, and nothing is too long."""
    for side in sides:
        if not isinstance(side, sp.Expr) or sp.count_ops(side) > MAX_OPERATIONS or side.has(sp.zoo, sp.nan):
            return False
        atoms = side.atoms(*FUNCTIONS)
        if side.xreplace({a: sp.Dummy() for a in atoms if a.free_symbols}).free_symbols & side.free_symbols:
            return False
        if single_angles(side) is None:
            return False
        if any(not p.exp.is_Integer or abs(p.exp) > 8 for p in side.atoms(sp.Pow) if p.free_symbols):
            return False
    return True


def agrees(left: sp.Expr, right: sp.Expr) -> bool | None:
    """At several angles, to 40 digits; None where nothing has a value."""
    letters = sorted((left - right).free_symbols | left.free_symbols, key=str)
    seen = 0
    for top in (-23, -9, -4, 3, 10, 25):
        point = {name: sp.Rational(top, 7) + sp.Rational(k, 11) for k, name in enumerate(letters)}
        one, other = (side.subs(point).evalf(40) for side in (left, right))
        if not (one.is_finite and other.is_finite):
            continue
        if abs(one - other) > sp.Float("1e-25") * (1 + abs(one)):
            return False
        seen += 1
    return True if seen >= 3 else None


def is_reduced(node: Node, value: sp.Expr) -> bool:
    """Whether an angle with π or a minus has become another."""
    written = set()
    for inner in walk(node):
        if isinstance(inner, Call) and inner.name in TRIGONOMETRIC:
            written.add((inner.name, as_value(inner.arguments[0])))
    return any((a.func.__name__, a.args[0]) not in written for a in value.atoms(*FUNCTIONS)) or any(
        argument.has(sp.pi) and not any(a.args[0] == argument for a in value.atoms(*FUNCTIONS))
        for _, argument in written
    )


def points_test(pairs: list[tuple[str, str]], names: frozenset[str], *, expected: bool) -> str:
    left, right = pairs[0]
    point = ", ".join(f"{python_name(n)}: v + Rational({k}, 11)" for k, n in enumerate(sorted(names)))
    lines = [
        f"left, right = S({left}), S({right})",
        "gaps = []",
        "for v in [Rational(top, 7) for top in (-23, -9, -4, 3, 10, 25)]:",
        f"    one, other = (side.subs({{{point}}}).evalf(40) for side in (left, right))",
        "    if one.is_finite and other.is_finite:",
        "        gaps.append(abs(one - other)/(1 + abs(one)))",
        "all(gap < 1e-25 for gap in gaps) if gaps else None"
        if expected
        else "any(gap > 1e-25 for gap in gaps) if gaps else None",
    ]
    return cell(*lines, variables=names)
