"""Kinds of English problems with a method of their own, each in the file of its field; importing this registers them."""

from __future__ import annotations

from solver.topics.base import Reading, Text
from solver.topics.stories.school.english.methods import (
    ages,
    areas,
    intervals,
    journeys,
    means,
    percents,
    rates,
    schedules,
    sums,
    two_kinds,
)
from solver.topics.stories.school.english.methods.families import solved

__all__ = ["FIELDS", "read"]

FIELDS = (ages, areas, intervals, journeys, means, percents, rates, schedules, sums, two_kinds)


def read(text: Text) -> Reading:
    """The problem, when one of the families reads it whole."""
    return solved(text.source)
