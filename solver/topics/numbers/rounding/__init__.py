"""Rounding: to a place, to decimal places, to significant figures, to the nearest multiple; of numbers and of roots."""

from solver.topics.numbers.rounding.topic import read

__all__ = ["read"]
