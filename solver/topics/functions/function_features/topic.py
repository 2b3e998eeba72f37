"""The questions about one function, asked in order; each has a module of its own."""

from __future__ import annotations

from solver.topics.base import Reading, Text, Unread
from solver.topics.functions.function_features import (
    asymptotes,
    domains,
    intercepts,
    inverse_values,
    pieces,
    ranges,
    waves,
)

READERS = (
    domains.read,
    asymptotes.read,
    waves.read,
    ranges.read,
    intercepts.read,
    inverse_values.read,
    pieces.read,
)


def read(text: Text) -> Reading:
    """The first that reads the whole question; else what the last of them left unread."""
    left: Reading = None
    for reader in READERS:
        found = reader(text)
        if found is not None and not isinstance(found, Unread):
            return found
        left = found or left
    return left
