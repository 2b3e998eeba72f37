"""The largest and smallest value of an expression in several letters, under conditions: by weighted means, or by Lagrange's multipliers."""

from solver.topics.calculus.bounds.topic import read

__all__ = ["read"]
