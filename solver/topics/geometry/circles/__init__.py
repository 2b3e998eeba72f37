"""Circles in the coordinate plane."""

from solver.topics.geometry.circles.topic import read

__all__ = ["read"]
