"""Plane figures and solids by their measures: lengths, areas, volumes and angles, any of them from others."""

from __future__ import annotations

from solver.topics.base import Reading, Text
from solver.topics.geometry import angle_pairs, chords, shape_facts, triangle_cases
from solver.topics.geometry.figures import topic

__all__ = ["read"]


def read(text: Text) -> Reading:
    """One of the short questions that are read by whole forms, or one figure by its measures."""
    for forms in (triangle_cases, chords, angle_pairs, shape_facts):
        if (found := forms.read(text)) is not None:
            return found
    return topic.read(text)
