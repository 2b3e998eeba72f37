"""One or two unknown numbers that are told in words: "three times a number decreased by 5 is 16"."""

from __future__ import annotations

from solver.topics.base import Reading, Text
from solver.topics.stories.number_riddles import one, two


def read(text: Text) -> Reading:
    """The riddle, where every word of it was read."""
    return one.read(text) or two.read(text)


__all__ = ["read"]
