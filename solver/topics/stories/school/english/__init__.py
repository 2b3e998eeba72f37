"""English problems of primary school."""

from __future__ import annotations

from solver.topics.base import Reading, Text
from solver.topics.stories.school.english.families import solved

__all__ = ["read"]


def read(text: Text) -> Reading:
    """The problem, when one of the families reads it whole."""
    return solved(text.source)
