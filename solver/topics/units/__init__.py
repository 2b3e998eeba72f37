"""Conversion of units of measurement."""

from solver.topics.units.quantities import read_quantity
from solver.topics.units.reading import read

__all__ = ["read", "read_quantity"]
