"""What the topics about equations share: real roots of a function and how to write down a solution."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from solver.formula import symbol_latex
from solver.latex import exact_latex
from solver.topics.base import Words

NO_SOLUTION: Final = Words(r"\text{{no real solution}}", r"\text{{无实数解}}")
ALL_REALS: Final = r"\mathbb{R}"


def assignments(values: Mapping[str, Any]) -> str:
    """`x=1,\\ y=2` as LaTeX.

    >>> assignments({"x": 1, "y_1": sp.Rational(1, 2)})
    'x=1,\\\\ y_{1}=\\\\frac{1}{2}'
    """
    return r",\ ".join(f"{symbol_latex(name)}={exact_latex(value)}" for name, value in values.items())


def alternatives(name: str, values: Sequence[Any]) -> str:
    """`x=1,\\ x=2` as LaTeX."""
    return r",\ ".join(f"{symbol_latex(name)}={exact_latex(value)}" for value in values)


def is_no_solution(answer: str) -> bool:
    """Whether an answer says, in either language, that there is no real solution."""
    return answer.strip() in (NO_SOLUTION.say("en"), NO_SOLUTION.say("zh"), r"\varnothing", r"\emptyset")
