"""An inequality with one logarithm on a side, or the same logarithm on both: put as inequalities without it.

Read: log_b(u) < c and log_b(u) < log_b(v), for u and v that `inequalities` reads, any fixed base. Not: sums of logarithms, logarithms of several bases.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, symbol_latex, to_latex, to_sympy
from solver.formula.nodes import Call, Number, symbols
from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.equations.inequalities import FLIP, SIGN_LATEX, Inequalities
from solver.topics.prepared import Opened

WORDS: Final = {
    "domain": Words("A logarithm is defined for positive numbers only: {conditions}.", "真数必须为正：{conditions}。"),
    "rising": Words("The base \\({b}\\) is larger than 1, so the logarithm rises with its argument, and the sign stays: \\[{left} {sign} {right}\\]", "底数 \\({b}>1\\)，对数函数单调递增，不等号方向不变：\\[{left} {sign} {right}\\]"),
    "falling": Words("The base \\({b}\\) is smaller than 1, so the logarithm falls as its argument grows, and the sign turns around: \\[{left} {sign} {right}\\]", "底数 \\(0<{b}<1\\)，对数函数单调递减，不等号方向改变：\\[{left} {sign} {right}\\]"),
    "both": Words("All of these must hold for \\({x}\\).", "这些条件要同时成立，求 \\({x}\\) 的范围。"),
}  # fmt: skip


def without_logarithms(
    parts: tuple[tuple[Node, str, Node], ...], variable: str, say: Language
) -> Opened | None:
    """The conditions that are as good as one inequality of logarithms; None where it is none."""
    if len(parts) != 1:
        return None
    ((left, sign, right),) = parts
    if not isinstance(left, Call) or left.name != "log":
        left, sign, right = right, FLIP[sign], left
    if not isinstance(left, Call) or left.name != "log" or variable not in symbols(left):
        return None
    try:
        base, argument = _base(left), left.arguments[0]
        if base is None:
            return None
        positive, other = [argument], _unlogged(right, base, variable)
        if isinstance(right, Call) and other is None and right.name == "log" and _base(right) == base:
            other = right.arguments[0]
            positive.append(other)
        if other is None or any(isinstance(n, Call) and n.name == "log" for n in (argument, other)):
            return None
        signed = sign if base > 1 else FLIP[sign]
        zero = Number(Fraction(0), "0")
        conditions = tuple((p, ">", zero) for p in positive if variable in symbols(p))
        task = Inequalities((*conditions, (argument, signed, other)), variable, say)
        if task.critical_points() is None:
            return None
    except (FormulaError, TypeError, NotImplementedError):
        return None
    key = "rising" if base > 1 else "falling"
    shown = ", ".join(rf"\({to_latex(p)}>0\)" for p, _, _ in conditions)
    told = WORDS[key].say(say, b=latex(base), left=to_latex(argument), sign=SIGN_LATEX[signed], right=to_latex(other))  # fmt: skip
    return Opened((WORDS["domain"].say(say, conditions=shown), told, WORDS["both"].say(say, x=symbol_latex(variable))), task)  # fmt: skip


def _base(node: Call) -> Any:
    """A fixed base that is positive and not 1; e where none is written."""
    if len(node.arguments) == 1:
        return sp.E
    base = to_sympy(node.arguments[1])
    return base if base.is_number and base.is_positive and base != 1 else None


def _unlogged(node: Node, base: Any, variable: str) -> Node | None:
    """The number whose logarithm a fixed side is."""
    if variable in symbols(node):
        return None
    value = to_sympy(node)
    if not value.is_Rational:
        return None
    return parse(sp.latex(base**value))
