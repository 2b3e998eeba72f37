"""Letters whose values a problem has settled, put into a formula."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import sympy as sp

from solver.formula import Node, plain_name
from solver.formula.nodes import Binary, Negative, Number, Symbol, with_children
from solver.topics.rationals import terminating_decimal


def with_values(
    node: Node, values: Mapping[str, Any], *, but: frozenset[str] = frozenset(), decimal: bool = False
) -> Node:
    """The formula with rational values for their letters; letters in `but` mean something else here.

    >>> from solver.formula import parse, to_latex
    >>> to_latex(with_values(parse("a*x - b"), {"a": sp.Integer(-2), "b": sp.Rational(1, 3)}))
    '-2 \\\\cdot x-\\\\frac{1}{3}'
    """
    if not values:
        return node
    if isinstance(node, Symbol):
        value = None if node.name in but else values.get(plain_name(node.name))
        return number(value, decimal=decimal) if isinstance(value, sp.Rational) else node
    return with_children(node, lambda child: with_values(child, values, but=but, decimal=decimal))


def replaced(node: Node, old: Node, new: Node) -> Node:
    """The tree with `new` wherever `old` stands."""
    return new if node == old else with_children(node, lambda child: replaced(child, old, new))


def number(value: sp.Rational, *, decimal: bool = False) -> Node:
    """A number as a tree: a decimal where it ends and `decimal` is wanted, else a fraction."""
    written = terminating_decimal(abs(value)) if decimal else None
    positive: Node
    if written is not None:
        positive = Number(Fraction(written), written)
    else:
        top = Number(Fraction(abs(int(value.p))), str(abs(value.p)))
        positive = top if value.q == 1 else Binary("/", top, Number(Fraction(int(value.q)), str(value.q)))
    return Negative(positive) if value < 0 else positive
