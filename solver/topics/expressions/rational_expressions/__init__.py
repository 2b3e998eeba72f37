"""Rational expressions: least common denominators, building up, missing numerators, excluded values."""

from solver.topics.expressions.rational_expressions.topic import read

__all__ = ["read"]
