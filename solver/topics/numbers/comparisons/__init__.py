"""Numbers compared, put in order, picked by size or by distance."""

from solver.topics.numbers.comparisons.topic import read

__all__ = ["read"]
