"""Infinite series: their sums, and whether they converge."""

from solver.topics.calculus.infinite_series.topic import read

__all__ = ["read"]
