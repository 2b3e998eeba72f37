"""Vectors and matrices with given entries."""

from solver.topics.equations.matrices.topic import read

__all__ = ["read"]
