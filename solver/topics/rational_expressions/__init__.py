"""Rational expressions: least common denominators, building up, missing numerators, excluded values."""

from solver.topics.rational_expressions.topic import read

__all__ = ["read"]
