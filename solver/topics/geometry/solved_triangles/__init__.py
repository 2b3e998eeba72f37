"""Triangles of which three parts are known, and whatever is asked of them: `reading.py` reads, `solving.py` finds the sides, `topic.py` answers."""

from solver.topics.geometry.solved_triangles.topic import read

__all__ = ["read"]
