"""The solutions of a system of equations: by its rows where it is linear, else all real ones that sympy finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import sympy as sp
from sympy.solvers.solveset import NonlinearError

from solver.verify.conditions import Condition, Rel, holds
from solver.verify.equality import is_real, number

MAX_SOLUTIONS: Final = 12


def holds_in(condition: Condition, world: Sequence[Mapping[sp.Symbol, Any]]) -> bool:
    """Whether a condition is true at all of several points, of which there is one at least."""
    return bool(world) and all(holds(condition, p) for p in world)


def augmented(rows: Sequence[Rel], unknowns: Sequence[sp.Symbol]) -> Any:
    """The augmented matrix; None where an equation is not linear."""
    try:
        a, b = sp.linear_eq_to_matrix([r.gap for r in rows], list(unknowns))
    except (NonlinearError, ValueError):
        return None
    return a.row_join(b)


def rank_of(rows: Sequence[Rel], unknowns: Sequence[sp.Symbol]) -> int | None:
    """The rank; None where the equations contradict one another."""
    matrix = augmented(rows, unknowns)
    if matrix is None or matrix[:, :-1].rank() < matrix.rank():
        return None
    return int(matrix.rank())


def real_solutions(rows: Sequence[Rel], unknowns: Sequence[sp.Symbol]) -> list[dict[sp.Symbol, Any]] | None:
    """All real solutions; None where there are infinitely many, or where they cannot be found."""
    if any(r.sign != "=" for r in rows):
        return None
    matrix = augmented(rows, unknowns)
    if matrix is not None:
        if matrix[:, :-1].rank() < matrix.rank():
            return []
        if matrix.rank() < len(unknowns):
            return None
        reduced = matrix.rref()[0]
        return [{u: reduced[i, len(unknowns)] for i, u in enumerate(unknowns)}]
    try:
        found = sp.solve([r.gap for r in rows], list(unknowns), dict=True)
    except (NotImplementedError, ValueError, TypeError):
        return None
    if len(found) > MAX_SOLUTIONS or any(
        len(p) < len(unknowns) or any(v.free_symbols for v in p.values()) for p in found
    ):
        return None
    return [p for p in found if all(is_real(number(v)) for v in p.values())]


def one_letter(rel: Rel, unknowns: Sequence[sp.Symbol]) -> list[list[dict[sp.Symbol, Any]]]:
    """Where the wrong line has one unknown only: its solutions, for lines that go on with it."""
    letters = rel.gap.free_symbols & set(unknowns)
    if len(letters) != 1:
        return []
    x = next(iter(letters))
    try:
        return [[{x: v} for v in sp.solve(rel.gap, x) if is_real(number(v))]]
    except (NotImplementedError, ValueError):
        return []
