"""Chances by listing what can happen: two owners who each show a thing, dice with other faces, numbers chosen from a list, numbers made of drawn digits."""

from __future__ import annotations

from solver.topics.base import Reading, Text
from solver.topics.discrete.experiments.listing import task
from solver.topics.discrete.experiments.reading import experiment_of

__all__ = ["read"]


def read(text: Text) -> Reading:
    """One experiment and one event."""
    found = experiment_of(text.source, text.language)
    return None if found is None else task(found, text.language)
