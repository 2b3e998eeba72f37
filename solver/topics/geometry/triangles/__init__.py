"""Exact trigonometric values, of plain angles or of angles that a triangle fixes; third side and area from two sides."""

from solver.topics.geometry.triangles.topic import read

__all__ = ["read"]
