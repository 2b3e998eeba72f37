"""Computations with numbers, in signs or in words."""

from solver.topics.numbers.arithmetic.topic import read

__all__ = ["read"]
