"""English stories by roles and not by wordings: each number is what stands around it, one question, and other words are open.

`casting` says what a kind is and when a text is of it; the other files are kinds by their field. `solvers` is the whole interface. Asked beside the
tables of clauses (`solver/topics/stories/everyday`), with which it has to agree.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

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
from solver.topics.stories.everyday.worked import Solver

__all__ = ["solvers"]


def solvers(plain: str) -> Iterator[Solver]:
    """Who may solve the text; `plain`: small letters, numbers in digits."""
    parts = divided(usual(plain))
    for kind, cast in casts(*parts) if parts is not None else ():
        yield partial(kind.solve, cast)
