"""Coefficients and terms of the expansion of (a + b)^n, also with a polynomial factor in front."""

from solver.topics.expressions.binomials.topic import read

__all__ = ["read"]
