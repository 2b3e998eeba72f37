"""English problems of primary school."""

from __future__ import annotations

from solver.topics.base import Reading, Text

__all__ = ["read"]


def read(text: Text) -> Reading:
    """Nothing yet."""
    return None
