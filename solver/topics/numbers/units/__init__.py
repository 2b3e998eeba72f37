"""Conversion of units of measurement."""

from solver.topics.numbers.units.quantities import read_quantity
from solver.topics.numbers.units.reading import read

__all__ = ["read", "read_quantity"]
