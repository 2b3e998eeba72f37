"""Circles in the coordinate plane."""

from solver.topics.circles.topic import read

__all__ = ["read"]
