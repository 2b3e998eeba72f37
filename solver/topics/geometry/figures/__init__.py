"""Plane figures and solids by their measures: lengths, areas, volumes and angles, any of them from others."""

from solver.topics.geometry.figures.topic import read

__all__ = ["read"]
