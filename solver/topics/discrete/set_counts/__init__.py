"""How many belong to two or three overlapping groups, to one of them, to none."""

from solver.topics.discrete.set_counts.reading import read

__all__ = ["read"]
