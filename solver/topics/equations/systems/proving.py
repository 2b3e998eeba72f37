"""How answers of a system are checked: values put back into every equation, the value of an expression found again with determinants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sympy as sp

from solver.formula import python_name, to_latex, to_python
from solver.formula.nodes import Symbol
from solver.latex import values_in
from solver.ports import CheckPlan
from solver.topics.cells import cell, difference, exact_source
from solver.topics.equations.solutions import is_no_solution
from solver.topics.equations.systems.counting import counted_pairs
from solver.topics.equations.systems.words import WORDS

if TYPE_CHECKING:
    from solver.topics.equations.systems.system import System


def proof(system: System, answer: str) -> CheckPlan | None:
    """Put the values back into every equation; for the value of an expression solve again with determinants."""
    say, matrix, names = system.language, system.augmented(), [python_name(n) for n in system.unknowns]
    functions = (
        f"[{', '.join(difference(to_python(e.sides[0]), to_python(e.sides[1])) for e in system.equations)}]"
    )
    if is_no_solution(answer):
        if matrix is None:
            return None
        lines = [
            f"matrix, constants = linear_eq_to_matrix({functions}, [{', '.join(names)}])",
            "matrix.rank() < matrix.row_join(constants).rank()",
        ]
        return CheckPlan(
            WORDS["claim_none"].say(say),
            WORDS["method_rank"].say(say),
            cell(*lines, variables=system.unknowns),
        )
    values = values_in(answer, system.unknowns)
    if values is None:
        return None
    if system.expression is not None or (system.named and set(system.named) != set(system.unknowns)):
        return _of_value(system, answer, values, matrix, functions)
    order = system.named or system.unknowns
    rows = (
        [values]
        if len(values) == len(order) and all(isinstance(v, sp.Expr) for v in values)
        else [tuple(v) for v in values if isinstance(v, sp.Tuple)]
    )
    if not rows or any(len(r) != len(order) for r in rows):
        return None
    points = [dict(zip(map(python_name, order), row, strict=True)) for row in rows]
    given = ", ".join("{" + ", ".join(f"{k}: {exact_source(v)}" for k, v in p.items()) + "}" for p in points)
    lines = [
        f"differences = {functions}",
        f"gaps = [difference.subs(pair) for pair in [{given}] for difference in differences]",
        "exact = all(simplify(gap) == 0 or abs(N(gap, 60)) < Float(10)**-40 for gap in gaps)",
    ]
    if matrix is None:
        counted = counted_pairs(system.equations, order, len({tuple(map(sp.simplify, row)) for row in rows}))
        # without a count: every pair is right; that none is missing is not shown
        return CheckPlan(
            WORDS["claim"].say(say, answer=answer),
            WORDS["method_counted" if counted else "method_nonlinear"].say(say),
            cell(*lines, *(counted or ("None if exact else False",)), variables=system.unknowns),
        )
    lines += [
        f"matrix, constants = linear_eq_to_matrix(differences, [{', '.join(names)}])",
        f"exact and matrix.rank() == {len(names)}",
    ]
    return CheckPlan(
        WORDS["claim"].say(say, answer=answer),
        WORDS["method"].say(say),
        cell(*lines, variables=system.unknowns),
    )


def _of_value(
    system: System, answer: str, values: tuple[Any, ...], matrix: sp.Matrix | None, functions: str
) -> CheckPlan | None:
    n = len(system.unknowns)
    asked = [system.expression] if system.expression is not None else [Symbol(name) for name in system.named]
    if matrix is None or matrix.rows != n or len(values) != len(asked):
        return None
    names = [python_name(name) for name in system.unknowns]
    expressions = "[" + ", ".join(to_python(a) for a in asked) + "]"
    lines = [
        f"matrix, constants = linear_eq_to_matrix({functions}, [{', '.join(names)}])",
        "determinants = []",
        f"for index in range({n}):",
        "    column = matrix.copy()",
        "    column[:, index] = constants",
        "    determinants.append(column.det())",
        f"point = {{name: part / matrix.det() for name, part in zip([{', '.join(names)}], determinants)}}",
        f"[simplify(e.subs(point)) for e in {expressions}] == {exact_source(list(values))}",
    ]
    claim = WORDS["claim_value"].say(system.language, asked=",".join(map(to_latex, asked)), answer=answer)
    return CheckPlan(
        claim, WORDS["method_value"].say(system.language), cell(*lines, variables=system.unknowns)
    )
