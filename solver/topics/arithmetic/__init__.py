"""Computations with numbers, in signs or in words."""

from solver.topics.arithmetic.topic import read, terminating_decimal

__all__ = ["read", "terminating_decimal"]
