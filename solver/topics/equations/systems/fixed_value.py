"""Fewer equations than unknowns, and yet the expression that is asked for has one value: 2x = 5y and 7y = 10z fix z/x.

The equations are linear, or become so when multiplied by their denominators.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import sympy as sp

from solver.formula import Node, letter, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Relation
from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.cells import cell, comment
from solver.topics.prepared import Prepared

WORDS: Final = {
    "given": Words("These must hold at the same time: \\[{system}\\]", "下面的式子同时成立：\\[{system}\\]"),
    "fewer": Words("There are fewer equations than unknowns, so express the others by {free}: \\[{solution}\\]", "方程比未知数少，所以用 {free} 表示其余的未知数：\\[{solution}\\]"),
    "put": Words("Put these in; {free} drops out: \\[{asked}={value}\\]", "代入后 {free} 消去：\\[{asked}={value}\\]"),
    "code": Words("the others by what stays free", "用可以任取的未知数表示其余的"),
    "sentence": Words("So the value is \\({answer}\\).", "所以所求的值是 \\({answer}\\)。"),
    "method": Words("worked out with two choices of what is free", "给可以任取的未知数取两组值，分别计算"),
}  # fmt: skip
PLACES: Final = (sp.Integer(3), sp.Rational(7, 2))


def fixed_value(
    equations: Sequence[Relation], unknowns: Sequence[str], expression: Node, say: Language
) -> Prepared | None:
    """The task, where the equations leave unknowns open and fix the expression."""
    names = [letter(n) for n in unknowns]
    differences = [sp.together(to_sympy(e.sides[0]) - to_sympy(e.sides[1])) for e in equations]
    if len(equations) >= len(unknowns) or not all(isinstance(d, sp.Expr) for d in differences):
        return None
    tops = [sp.expand(sp.fraction(d)[0]) for d in differences]
    if not all(t.is_polynomial(*names) and sp.Poly(t, *names).total_degree() == 1 for t in tops):
        return None
    matrix, right = sp.linear_eq_to_matrix(tops, names)
    if not all(e.is_number and e.is_real for e in [*matrix, *right]):
        return None
    solved = sp.solve(tops, names, dict=True)
    asked = to_sympy(expression)
    if (
        len(solved) != 1
        or not isinstance(asked, sp.Expr)
        or any(sp.fraction(d)[1].subs(solved[0]) == 0 for d in differences)
    ):
        return None
    free = [n for n in names if n not in solved[0]]
    value = sp.simplify(asked.subs(solved[0]))
    if value.free_symbols or not value.is_finite or not free or not asked.free_symbols & set(solved[0]):
        return None
    value = sp.radsimp(value)
    shown = ",\\ ".join(f"{latex(k)}={latex(v)}" for k, v in solved[0].items())
    by = ", ".join(rf"\({latex(n)}\)" for n in free)
    steps = (
        WORDS["given"].say(
            say, system=r"\begin{cases}" + r"\\".join(map(to_latex, equations)) + r"\end{cases}"
        ),
        WORDS["fewer"].say(say, free=by, solution=shown),
        WORDS["put"].say(say, free=by, asked=to_latex(expression), value=latex(value)),
    )
    sources = [f"    Eq({to_python(e.sides[0])}, {to_python(e.sides[1])})," for e in equations]
    listed = ", ".join(python_name(k.name) for k in solved[0])
    head = ("equations = [", *sources, "]")
    source = cell(
        *head,
        comment(WORDS["code"].say(say)),
        f"solution = solve(equations, [{listed}], dict=True)[0]",
        f"radsimp(simplify(({to_python(expression)}).subs(solution)))",
        variables=unknowns,
    )
    choices = [
        "{" + ", ".join(f"{python_name(n.name)}: {place + k}" for k, n in enumerate(free)) + "}"
        for place in (3, 5)
    ]
    tests = (
        f"{', '.join(map(python_name, unknowns))} = symbols('{' '.join(unknowns)}')",
        *head,
        f"choices = [{', '.join(choices)}]",
        f"found = [solve([e.subs(c) for e in equations], [{listed}], dict=True)[0] | c for c in choices]",
        f"all(simplify(({to_python(expression)}).subs(values) - answer) == 0 for values in found)",
    )
    return Prepared(say, steps, source, tests, WORDS["method"], WORDS["sentence"])
