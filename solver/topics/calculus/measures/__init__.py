"""What a definite integral measures beside areas: volumes of revolution, lengths of curves, average values."""

from solver.topics.calculus.measures.topic import read

__all__ = ["read"]
