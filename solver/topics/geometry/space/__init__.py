"""Lines, planes, spheres and points with coordinates: where they meet, angles, distances, feet, reflections, letters that make them so."""

from solver.topics.geometry.space.topic import read

__all__ = ["read"]
