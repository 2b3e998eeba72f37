"""The check: every angle that satisfies the condition, numerically, by the half-angle substitution u = tan(x/2)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from solver.formula import Node, to_python
from solver.formula.nodes import Relation
from solver.topics.cells import exact_source

RANGES: Final = {1: "0 < r < 1", 2: "r > 1", 3: "r < -1", 4: "-1 < r < 0"}
"""The quadrants by r = tan(x/2)."""


def numeric_lines(
    condition: Relation, asked: Node, x: str, quadrants: Iterable[int], given: list[Any]
) -> list[str]:
    """Lines of a cell whose last one says whether `given` are just the values of `asked`; `x` is the letter in Python."""
    left, right = (to_python(side) for side in condition.sides)
    where = " or ".join(RANGES[k] for k in sorted(quadrants))
    return [
        f"u = symbols('u')  # tan({x}/2)",
        f"half = {{sin({x}): 2*u/(1 + u**2), cos({x}): (1 - u**2)/(1 + u**2), tan({x}): 2*u/(1 - u**2),",
        f"        cot({x}): (1 - u**2)/(2*u), sec({x}): (1 + u**2)/(1 - u**2), csc({x}): (1 + u**2)/(2*u)}}",
        f"condition = cancel(together(expand_trig(S({left}) - S({right})).subs(half)))",
        f"asked = cancel(together(expand_trig({to_python(asked)}).subs(half)))",
        "roots = [re(r) for r in Poly(numer(condition), u).sqf_part().nroots(n=40, maxsteps=200) if abs(im(r)) < 1e-15]",
        *(
            [f"values = [asked.subs(u, r) for r in roots if {where}]"]
            if where
            else [
                "values = [asked.subs(u, r) for r in roots]",
                "at_half_turn = limit(condition, u, oo)",
                "values += [limit(asked, u, oo)] if at_half_turn == 0 else []",
            ]
        ),
        f"given = {exact_source(given)}",
        "near = lambda a, b: abs(N(a - b, 30)) < 1e-12",
        "every_given = all(any(near(g, v) for v in values) for g in given)",
        "nothing_missing = all(any(near(g, v) for g in given) for v in values)",
        "bool(every_given and nothing_missing and bool(given) == bool(values))",
    ]
