"""Rewrite an expression: expand, factor over the rationals, simplify, put numbers in after simplifying."""

from solver.topics.expressions.polynomials.topic import read

__all__ = ["read"]
