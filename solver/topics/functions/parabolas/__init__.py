"""Quadratic functions and parabolas: their features, and letters in them that a feature fixes."""

from solver.topics.functions.parabolas.topic import read

__all__ = ["read"]
