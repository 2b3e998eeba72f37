"""Vectors known by their lengths, angle and products, without coordinates."""

from solver.topics.geometry.vector_lengths.reading import read

__all__ = ["read"]
