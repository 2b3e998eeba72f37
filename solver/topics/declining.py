"""Readers of open words meet formulas that are not of the kind they suppose; then the problem is not theirs."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Final, TypeVar

import sympy as sp

from solver.formula import FormulaError
from solver.topics.base import Text

T = TypeVar("T")
UNDOABLE: Final = (
    FormulaError, TypeError, ValueError, AttributeError, KeyError, NotImplementedError, ZeroDivisionError, sp.PolynomialError,
)  # fmt: skip
"""What sympy and our own formulas raise where a formula is another than the words let suppose."""


def declining(read: Callable[[Text], T]) -> Callable[[Text], T | None]:
    """A decorator of a reader: what it cannot work out, it does not read."""

    @wraps(read)
    def reader(text: Text) -> T | None:
        try:
            return read(text)
        except UNDOABLE:
            return None

    return reader
