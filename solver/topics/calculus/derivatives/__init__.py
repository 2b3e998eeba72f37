"""Derivatives: of any order, at a point, and the tangent or normal line there."""

from solver.topics.calculus.derivatives.partials import read

__all__ = ["read"]
