"""Conversion of units of measurement."""

from solver.topics.units.reading import read

__all__ = ["read"]
