"""English stories by roles and not by wordings: each number is what stands around it, one question, and other words are open.

`casting` says what a kind is and when a text is of it; the other files are kinds by their field. `solve` is the whole interface. Asked beside the
tables of clauses (`solver/topics/stories/everyday`), with which it has to agree.
"""

from __future__ import annotations

from solver.topics.stories.everyday.roles import (  # noqa: F401  # they add their kinds
    chances,
    comparisons,
    containers,
    money,
    percentages,
    processes,
    ratios,
)
from solver.topics.stories.everyday.roles.casting import casts
from solver.topics.stories.everyday.roles.numbers import divided, usual
from solver.topics.stories.school.task import Exercise

__all__ = ["solve"]


def solve(plain: str) -> list[Exercise]:
    """What each kind that the text may be of comes to; `plain`: small letters, numbers in digits."""
    parts = divided(usual(plain))
    if parts is None:
        return []
    found = []
    for one, cast in casts(*parts):
        exercise = Exercise.worked("en", lambda work, one=one, cast=cast: one.solve(cast, work))  # type: ignore[misc]
        if exercise is not None:
            found.append(exercise)
    return found
