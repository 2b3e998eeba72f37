"""Which way finds the bound: weighted means where they do, Lagrange's multipliers else."""

from __future__ import annotations

import sympy as sp

from solver.topics.base import Reading, Text
from solver.topics.calculus.bounds.critical import by_candidates
from solver.topics.calculus.bounds.forms import by_forms
from solver.topics.calculus.bounds.means import by_means
from solver.topics.calculus.bounds.reading import question


def read(text: Text) -> Reading:
    """A largest or smallest value of an expression in several letters."""
    asked = question(text)
    if asked is None:
        return None
    try:
        return (
            by_forms(asked, text.language)
            or by_means(asked, text.language)
            or by_candidates(asked, text.language)
        )
    except (sp.PolynomialError, NotImplementedError, ZeroDivisionError, RecursionError):
        return None
