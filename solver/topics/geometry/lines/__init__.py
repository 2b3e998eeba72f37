"""Straight lines in the plane: slope, equation, distance, midpoint. `reading` reads, `topic` solves and checks."""

from solver.topics.geometry.lines.topic import read

__all__ = ["read"]
