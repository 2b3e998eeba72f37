"""Kinds of Chinese stories read clause by clause. `scene_of` is the whole interface: an answer that all ways to read the problem agree on."""

from __future__ import annotations

from solver.topics.stories.school.chinese.marks import Marks
from solver.topics.stories.school.chinese.scenes import (  # noqa: F401  # they add their kinds
    accounts,
    averages,
    bills,
    chains,
    creatures,
    daily,
    distributing,
    figures,
    journeys,
    meetings,
    mixtures,
    multiples,
    offers,
    packing,
    parts,
    percents,
    portions,
    projects,
    proportions,
    purse,
    rectangles,
    reduced,
    remainders,
    rests,
    rivers,
    shapes,
    shopping,
    tariffs,
    transfers,
    ways,
)
from solver.topics.stories.school.chinese.scenes.scene import staged
from solver.topics.stories.school.working import Working

__all__ = ["scene_of"]


def scene_of(m: Marks) -> Working | None:
    """The working of a story of a known kind; None where there is none, or two that differ."""
    found = staged(m)
    answers = {(w.answers, w.model.question if w.model else w.unit) for w in found}
    return found[0] if len(answers) == 1 else None
