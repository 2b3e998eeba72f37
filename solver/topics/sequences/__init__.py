"""Arithmetic and geometric sequences: a term, a sum, first term, difference or ratio, general term, position of a term."""

from solver.topics.sequences.topic import read

__all__ = ["read"]
