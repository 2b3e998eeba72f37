"""Python source of expressions in which functions are applied whose formulas are not told: f(g(x)) + 2f(x)."""

from __future__ import annotations

from collections.abc import Callable

from solver.formula import FormulaError, Node
from solver.formula.nodes import Apply, Binary, Negative, Number, Symbol


def _has_no_source(node: Node) -> str:
    raise FormulaError("not one of these")


def applied_source(
    node: Node, call: Callable[[str, str], str], otherwise: Callable[[Node], str] = _has_no_source
) -> str:
    """The source of a tree; `call` makes that of a function's name and its argument, `otherwise` that of trees of other kinds.

    Raises:
        FormulaError: there is a tree of another kind, and `otherwise` is not told.
    """
    match node:
        case Number(value, _):
            return f"Rational({value.numerator}, {value.denominator})"
        case Symbol(name):
            return name
        case Negative(inner):
            return f"(-{applied_source(inner, call, otherwise)})"
        case Binary(op, left, right):
            sides = [applied_source(side, call, otherwise) for side in (left, right)]
            return f"({('**' if op == '^' else op).join(sides)})"
        case Apply(name, argument):
            return call(name, applied_source(argument, call, otherwise))
    return otherwise(node)
