"""Plane figures and solids by their measures: lengths, areas, volumes and angles, any of them from others."""

from solver.topics.first_whole import first_whole
from solver.topics.geometry import similar_figures, spheres_and_pyramids
from solver.topics.geometry.figures import topic

read = first_whole(topic.read, spheres_and_pyramids.read, similar_figures.read)

__all__ = ["read"]
