"""Chords, tangents and distances of conics in standard position."""

from solver.topics.geometry.conic_chords.topic import read

__all__ = ["read"]
