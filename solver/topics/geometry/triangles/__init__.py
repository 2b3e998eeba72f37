"""Exact trigonometric values, of plain angles or of angles that a triangle fixes; third side and area from two sides."""

from solver.topics.first_whole import first_whole
from solver.topics.geometry import solved_triangles
from solver.topics.geometry.triangles import side_angle_identities, topic

read = first_whole(topic.read, solved_triangles.read, side_angle_identities.read)

__all__ = ["read"]
