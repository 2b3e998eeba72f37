"""Equations in one unknown with sine, cosine and tangent."""

from solver.topics.equations.trigonometric.topic import read

__all__ = ["read"]
