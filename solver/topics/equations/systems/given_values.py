"""The value of an expression for given values of its letters: put in, then worked out as arithmetic.

Not: letters whose values must be found first (`topic`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import sympy as sp

from solver.formula import Node, letter, python_name, symbol_latex, to_latex, to_python, to_sympy
from solver.formula.nodes import Symbol, symbols, with_children
from solver.latex import exact_latex
from solver.ports import Language
from solver.topics.base import Solution, Words
from solver.topics.cells import cell, comment
from solver.topics.numbers.arithmetic.exact import finish
from solver.topics.numbers.arithmetic.working import is_value, layers
from solver.topics.settled import with_values

WORDS: Final = {
    "put_in": Words("Put {values} into the expression: \\[{before}={after}\\]", "把 {values} 代入：\\[{before}={after}\\]"),
    "found": Words("Put the values in: \\[{asked}={after}\\]", "代入求值：\\[{asked}={after}\\]"),
    "note": Words("the given values", "已知的值"),
    "value": Words("the expression for these values", "代入求值"),
}  # fmt: skip


def inserted(node: Node, values: Mapping[str, Node]) -> Node:
    """The expression with the values for their letters."""
    if isinstance(node, Symbol) and node.name in values:
        return values[node.name]
    return with_children(node, lambda child: inserted(child, values))


def solution_for(expression: Node, values: Mapping[str, Node], language: Language) -> Solution:
    """What is put in, and how it is worked out."""
    used = {name: value for name, value in values.items() if name in symbols(expression)} or values
    comma = "、" if language == "zh" else ", "
    shown = comma.join(f"\\({symbol_latex(n)}={to_latex(v)}\\)" for n, v in used.items())
    full = inserted(expression, values)
    steps = [WORDS["put_in"].say(language, values=shown, before=to_latex(expression), after=to_latex(full))]
    told, rest = layers(full, language)
    steps += told
    if not is_value(rest):
        steps += finish(rest, language)
    return Solution(tuple(steps), _cell(expression, values, language))


def put_in(expression: Node, unknowns: tuple[str, ...], matrix: sp.Matrix, language: Language) -> str:
    """The expression for the solution of a linear system, and its value; `matrix` is augmented."""
    symbols_ = [letter(n) for n in unknowns]
    [found] = sp.linsolve(matrix, *symbols_)
    after = to_latex(with_values(expression, dict(zip(unknowns, found, strict=True))))
    value = exact_latex(
        sp.simplify(to_sympy(expression).subs(dict(zip(symbols_, found, strict=True)), simultaneous=True))
    )
    shown = after if after == value else f"{after}={value}"
    return WORDS["found"].say(language, asked=to_latex(expression), after=shown)


def _cell(expression: Node, values: Mapping[str, Node], language: Language) -> str:
    source = to_python(expression)
    exact = "/" in source or "**" in source  # a negative exponent of Python's own numbers is a decimal
    lines = [comment(WORDS["note"].say(language))]
    for name, value in values.items():
        text = to_python(value)
        whole = exact and text.lstrip("-").isdigit()
        lines.append(f"{python_name(name)} = {f'Integer({text})' if whole else text}")
    rational = to_sympy(inserted(expression, values)).is_Rational and all(
        to_sympy(v).is_Rational for v in values.values()
    )
    return cell(*lines, comment(WORDS["value"].say(language)), source if rational else f"simplify({source})")
