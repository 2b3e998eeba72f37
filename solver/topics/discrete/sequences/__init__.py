"""Arithmetic and geometric sequences: a term, a sum, first term, difference or ratio, general term, position of a term."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Reading, Text
from solver.topics.discrete.sequences.blocks import read_blocks
from solver.topics.discrete.sequences.consecutive import read_consecutive
from solver.topics.discrete.sequences.extreme import read_extreme
from solver.topics.discrete.sequences.inserted import read_inserted
from solver.topics.discrete.sequences.lettered import read_lettered
from solver.topics.discrete.sequences.rows import read_rows
from solver.topics.discrete.sequences.three_numbers import read_three_numbers
from solver.topics.discrete.sequences.topic import read_sequence

__all__ = ["read"]

MAX_CHARACTERS: Final = (
    800  # no question about a sequence is longer, and the patterns take time with the square of it
)


def read(text: Text) -> Reading:
    """A question about one arithmetic or geometric sequence; None for a longer text."""
    if len(text.source) > MAX_CHARACTERS:
        return None
    return (
        read_blocks(text, read_sequence)
        or read_consecutive(text)
        or read_three_numbers(text)
        or read_inserted(text)
        or read_rows(text)
        or read_lettered(text)
        or read_extreme(text)
        or read_sequence(text)
    )
