"""The slope of a line given by its equation. No words."""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.formula import to_sympy
from solver.formula.nodes import Relation

AXES: Final = sp.symbols("x y")


def slope_of(line: Relation) -> sp.Expr | None:
    """The slope of a line given by its equation; None where it is vertical."""
    left, right = map(to_sympy, line.sides)
    a, b = (sp.expand(left - right).coeff(z) for z in AXES)
    return None if b == 0 else -a / b
