"""Identities with sine, cosine and tangent, and expressions made shorter by them."""

from solver.topics.expressions.trigonometric_identities.topic import read

__all__ = ["read"]
