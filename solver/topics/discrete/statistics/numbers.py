"""How the numbers of a list are written, in a sentence and in a cell."""

from __future__ import annotations

from typing import Any

import sympy as sp

from solver.latex import exact_latex
from solver.topics.rationals import terminating_decimal


def shown_as(value: sp.Expr) -> str:
    """As a school book writes it: a short decimal where there is one."""
    decimal = terminating_decimal(value)
    return decimal if decimal is not None and len(decimal) < 9 else exact_latex(value)


def in_a_sum(value: sp.Rational) -> str:
    """A number behind an operation: negative ones in brackets."""
    return f"({shown_as(value)})" if value < 0 else shown_as(value)


def fraction(value: Any) -> str:
    """Python source of an exact fraction; `None` of what is none."""
    return f"Fraction({value.p}, {value.q})" if isinstance(value, sp.Rational) else "None"


def fractions(values: Any) -> str:
    """Python source of a list of exact fractions."""
    return f"[{', '.join(map(fraction, values))}]"
