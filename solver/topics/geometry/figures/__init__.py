"""Plane figures and solids by their measures: lengths, areas, volumes and angles, any of them from others."""

from solver.topics.first_whole import first_whole
from solver.topics.geometry import (
    angle_pairs,
    chords,
    shape_facts,
    similar_figures,
    spheres_and_pyramids,
    triangle_cases,
)
from solver.topics.geometry.figures import topic

read = first_whole(
    triangle_cases.read,
    chords.read,
    angle_pairs.read,
    shape_facts.read,
    topic.read,
    spheres_and_pyramids.read,
    similar_figures.read,
)

__all__ = ["read"]
