"""From the value of one trigonometric expression to that of another."""

from solver.topics.expressions.trigonometric_relations.reading import read

__all__ = ["read"]
