"""Vectors and matrices with given entries."""

from solver.topics.matrices.topic import read

__all__ = ["read"]
