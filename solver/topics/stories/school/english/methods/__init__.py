"""Kinds of English problems with a method of their own, each in the file of its field; importing this registers them.

Here belongs what is known by its words: patterns of a `family`, and readers that fill a form of one kind of problem (two totals, a
bill, parts in a ratio). What is read by what each number does, with all names open, is in `roles`, which this asks last and which knows
nothing of this package; what both need (sentences of tokens, words, how two totals are solved) stands beside them, in `english`.
"""

from __future__ import annotations

from functools import lru_cache

from solver.topics.base import Reading, Task, Text
from solver.topics.stories.school.english import roles
from solver.topics.stories.school.english.methods import (
    ages,
    allowances,
    areas,
    bargains,
    bills,
    interest,
    intervals,
    journeys,
    means,
    multiples,
    numbers_told,
    pairs,
    percents,
    rates,
    ratio_difference,
    ratio_parts,
    rectangles,
    rests,
    right_angles,
    rivers,
    schedules,
    shapes_told,
    shopping,
    sums,
    travels,
    two_kinds,
    two_sorts,
    two_totals,
)
from solver.topics.stories.school.english.methods.families import solved

__all__ = ["FIELDS", "read"]

FIELDS = (
    ages,
    areas,
    bargains,
    bills,
    interest,
    intervals,
    journeys,
    means,
    multiples,
    numbers_told,
    percents,
    rates,
    ratio_difference,
    rectangles,
    right_angles,
    rivers,
    schedules,
    shapes_told,
    sums,
    travels,
    two_kinds,
)


def read(text: Text) -> Reading:
    """The problem, when one of the families reads it whole, as two totals of two kinds of things, as shopping, as parts in a ratio, as parts and their rest, as so many of two sorts, or by the roles of its numbers."""
    return _read(text.source)


@lru_cache(maxsize=8)  # the readers ask each other, so that a text comes twice
def _read(source: str) -> Task | None:
    text = Text(source, "en")
    return (
        solved(source)
        or allowances.read(text)
        or two_totals.read(text)
        or shopping.read(text)
        or ratio_parts.read(text)
        or rests.read(text)
        or pairs.read(text)
        or two_sorts.read(text)
        or roles.read(text)
    )
