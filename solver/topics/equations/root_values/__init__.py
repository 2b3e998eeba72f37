"""Expressions in the roots of a polynomial equation: by Vieta's formulas, or with the roots themselves."""

from solver.topics.equations.root_values.topic import read

__all__ = ["read"]
