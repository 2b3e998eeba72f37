"""An expression made shorter by named identities."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import sympy as sp

from solver.formula import (
    python_name,
    to_latex,
    to_python,
)
from solver.formula.nodes import Node, symbols
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution
from solver.topics.cells import cell, comment, exact_source
from solver.topics.expressions.trigonometric_identities.agreeing import (
    agrees,
    as_value,
    is_reduced,
    is_workable,
    points_test,
)
from solver.topics.expressions.trigonometric_identities.levels import single_angles
from solver.topics.expressions.trigonometric_identities.proving import (
    by_single_angles,
    chain,
    shortest,
    worded,
)
from solver.topics.expressions.trigonometric_identities.words import WORDS

MAX_OPERATIONS: Final = 40
"""Of an expression that sympy is asked to simplify: longer ones may take minutes."""


@dataclass(frozen=True, slots=True)
class Shortening:
    """`node` by named identities in a shorter form."""

    node: Node
    language: Language

    def is_sound(self) -> bool:
        """Whether a shorter form is found, with a chain to it."""
        value = as_value(self.node)
        if not is_workable(value) or sp.count_ops(value) > MAX_OPERATIONS:
            return False
        best = _shortest(self.node)
        return best is not None and bool(agrees(value, best)) and bool(self._steps())

    def is_single(self) -> bool:
        """Whether the shorter form is one function of an angle, or a multiple of one."""
        best = _shortest(self.node)
        return best is not None and len(best.atoms(sp.Function)) == 1 and sp.count_ops(best) <= 3

    def _steps(self) -> list[str]:
        value, best, say = as_value(self.node), _shortest(self.node), self.language
        said = []
        if is_reduced(self.node, value):
            said.append(WORDS["reduction"].say(say, before=to_latex(self.node), after=exact_latex(value)))
        steps = chain(value, best) if best is not None else None
        return [] if steps is None else said + worded(steps, say)

    def solution(self) -> Solution:
        """The chain of forms."""
        first = WORDS["expression"].say(self.language, expression=to_latex(self.node))
        best = _shortest(self.node)
        lines = [
            comment(WORDS["cell_simplify"].say(self.language)),
            f"result = {_cell_source(self.node, best)}",
            "result",
        ]
        return Solution(
            (first, *self._steps()), cell(*lines, variables=symbols(self.node), assumptions="real=True")
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """The shorter form."""
        if not isinstance(value, sp.Expr):
            return None
        answer = exact_latex(value)
        return Conclusion(WORDS["simplified"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Both at several angles."""
        values = values_in(answer, symbols(self.node))
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
            return None
        if {str(s) for s in values[0].free_symbols} - {str(s) for s in as_value(self.node).free_symbols}:
            return None
        test = points_test(
            [(to_python(self.node), exact_source(values[0]))], symbols(self.node), expected=True
        )
        return CheckPlan(
            WORDS["simplified"].say(self.language, answer=answer), WORDS["method"].say(self.language), test
        )


@lru_cache(maxsize=32)
def _shortest(node: Node) -> sp.Expr | None:
    value = as_value(node)
    return shortest(value) or (value if is_reduced(node, value) else None)


@lru_cache(maxsize=32)
def _cell_source(node: Node, best: sp.Expr | None) -> str:
    """The function of sympy that comes to the same form, the fastest first; the form itself where none does."""
    value, source = as_value(node), to_python(node)
    if sp.trigsimp(value) == best:
        return f"trigsimp({source})"
    steps = single_angles(value)
    if steps is not None and len(steps) == 1 and by_single_angles(value, steps) == best:
        ((angle, step),) = steps.items()
        x = python_name(angle.name)
        there, back = (exact_source(e) for e in (angle / step, angle * step))
        return f"trigsimp(({source}).subs({x}, {there})).subs({x}, {back})"
    if sp.simplify(value) == best:
        return f"simplify({source})"
    return exact_source(best)
