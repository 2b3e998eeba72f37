"""Puzzles of statements of which so many are true: who did it, who has it, which colour it is. `read` is the whole interface."""

from __future__ import annotations

from solver.topics.base import Reading, Text
from solver.topics.discrete.truth_tellers import chinese, english
from solver.topics.discrete.truth_tellers.puzzle import task

__all__ = ["read"]


def read(text: Text) -> Reading:
    """One hidden thing, what several people say of it, and how many of them are right."""
    found = chinese.read(text.source) if text.language == "zh" else english.read(text.source)
    return None if found is None else task(found, text.language)
