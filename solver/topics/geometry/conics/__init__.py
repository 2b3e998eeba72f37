"""Ellipses and hyperbolas in the coordinate plane."""

from solver.topics.geometry.conics.topic import read

__all__ = ["read"]
