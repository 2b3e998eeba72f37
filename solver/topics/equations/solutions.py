"""What the topics about equations share: real roots of a function and how to write down a solution."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from typing import Any, Final

import sympy as sp

from solver.formula import Node, symbol_latex, to_latex
from solver.formula.nodes import Binary, Negative, Symbol
from solver.latex import exact_latex
from solver.ports import Language
from solver.reader import Account
from solver.topics.base import Conclusion, Words

NO_SOLUTION: Final = Words(r"\text{{no real solution}}", r"\text{{无实数解}}")
ALL_REALS: Final = r"\mathbb{R}"
HIGH: Final = 6
"""Of a power with a higher exponent sympy tries all roots."""


def without_nested_logs(value: sp.Expr) -> sp.Expr:
    """ln(5^(1/ln 2)) as ln 5/ln 2; of real values.

    >>> without_nested_logs(sp.log(5 ** (1 / sp.log(2))))
    log(5)/log(2)
    """
    nested = any(a.has(sp.log) for logarithm in value.atoms(sp.log) for a in logarithm.args)
    return sp.expand_log(value, force=True) if nested else value


def in_logarithms(left: sp.Expr, right: sp.Expr, x: sp.Symbol) -> sp.Expr | None:
    """The difference of the logarithms of two powers with `x` in the exponent, one of them at least; None where there are no such."""
    powers = all(
        isinstance(s, sp.Pow | sp.exp) and s.exp.has(x) and s.base.is_positive and not s.base.has(x)
        for s in (left, right)
        if not (s.is_positive and s.is_number and any(_is_high(t.exp, x) for t in (left, right) if t.is_Pow))
    )
    return sp.expand_log(sp.log(left) - sp.log(right), force=True) if powers else None


def _is_high(exponent: sp.Expr, x: sp.Symbol) -> bool:
    return bool(abs(sp.expand(exponent).coeff(x)) > HIGH)


def assignments(values: Mapping[str, Any]) -> str:
    """`x=1,\\ y=2` as LaTeX.

    >>> import sympy as sp
    >>> assignments({"x": 1, "y_1": sp.Rational(1, 2)})
    'x=1,\\\\ y_{1}=\\\\frac{1}{2}'
    """
    return r",\ ".join(f"{symbol_latex(name)}={exact_latex(value)}" for name, value in values.items())


def alternatives(name: str, values: Sequence[Any]) -> str:
    """`x=1,\\ x=2` as LaTeX."""
    return r",\ ".join(f"{symbol_latex(name)}={exact_latex(value)}" for value in values)


COMBINATIONS: Final = {
    "product": "product|product of|乘积|的积|之积|的乘积",
    "sum": "sum|sum of|的和|之和",
    "difference": "difference|difference of|difference between|的差|之差",
}
"""Words for a combination of unknowns that is asked for: the product of a and b."""
_OPERATORS: Final = {"product": "*", "sum": "+", "difference": "-"}


def asked_of(found: Account) -> tuple[Node, ...] | None:
    """What a problem asks for, with "the product of a and b" as one expression; None when words and formulas disagree."""
    asked, named = found.questions, [c for c in found.concepts if c in COMBINATIONS]
    if not named:
        return asked
    op = _OPERATORS[named[0]]
    if len(named) > 1:
        return None
    if len(asked) >= 2 and all(isinstance(n, Symbol) for n in asked) and (op != "-" or len(asked) == 2):
        return (reduce(lambda a, b: Binary(op, a, b), asked),)
    same = len(asked) == 1 and isinstance(asked[0], Binary) and asked[0].op == op
    return asked if same else None


def concluded(asked: Sequence[Node], values: Any, sentence: Words, language: Language) -> Conclusion | None:
    """The list of values that a cell printed for what is asked: one alone, several with their names."""
    if not isinstance(values, list) or len(values) != len(asked):
        return None
    stated = r",\ ".join(f"{to_latex(a)}={exact_latex(v)}" for a, v in zip(asked, values, strict=True))
    answer = exact_latex(values[0]) if len(values) == 1 else stated
    if tuple(asked[1:]) == (Negative(asked[0]),):  # both square roots
        answer = r",\ ".join(map(exact_latex, values))
    return Conclusion(sentence.say(language, answer=stated), answer)


def is_no_solution(answer: str) -> bool:
    """Whether an answer says, in either language, that there is no real solution."""
    return answer.strip() in (NO_SOLUTION.say("en"), NO_SOLUTION.say("zh"), r"\varnothing", r"\emptyset")
