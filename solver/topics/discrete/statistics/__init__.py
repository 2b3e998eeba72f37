"""Lists of numbers and what sums them up."""

from solver.topics.discrete.statistics.topic import read

__all__ = ["read"]
