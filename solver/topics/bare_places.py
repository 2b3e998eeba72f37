"""The value of a formula that stands bare among words: no word is taken for a product of letters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.formula.nodes import Relation

_WORD: Final = re.compile(r"(?<![A-Za-z\\])[A-Za-z]{3,}")
_KNOWN: Final = frozenset(
    "sin cos tan cot sec csc arcsin arccos arctan log exp sqrt frac sinh cosh tanh".split()
)


def formula_in(text: str, letters: Mapping[str, sp.Expr] | None = None) -> sp.Expr:
    """The expression that a text is.

    Raises:
        FormulaError: it is none, or a word stands in it.

    >>> formula_in("1 + cos(t)")
    cos(t) + 1
    """
    if any(word not in _KNOWN for word in _WORD.findall(text)):
        raise FormulaError("a word stands in the formula")
    node = parse(text.strip())
    value = None if isinstance(node, Relation) else to_sympy(node, dict(letters or {}))
    if not isinstance(value, sp.Expr) or value.has(sp.nan, sp.zoo):
        raise FormulaError("an expression was expected")
    return value
