"""Problems of primary contests that are known by what they ask, read clause by clause: `read` is the whole interface.

Each file is a kind: a table of clauses in each language (`solver/topics/clauses.py`) and what is computed from them. Chances by listing
(`experiments`), statements of which so many are true (`truth_tellers`) and questions of algebra (`algebra_contests`) have readers of their own.
"""

from __future__ import annotations

from solver.topics import algebra_contests
from solver.topics.base import Reading, Task, Text
from solver.topics.discrete import experiments, truth_tellers
from solver.topics.stories.contests import (  # noqa: F401  # they add their kinds
    choosing,
    cycles,
    days,
    decimal_digits,
    digit_counts,
    drawn_numbers,
    equivalents,
    expected,
    hands,
    line_ups,
    listed_rows,
    means,
    menus,
    overlaps,
    places,
    polygon_angles,
    rates,
    remainders,
    scores,
    stages,
    third_sides,
    tournaments,
    unknown_digits,
    walks,
    weekdays,
)
from solver.topics.stories.contests.kinds import KINDS, Unclear
from solver.topics.stories.contests.plain import in_usual_form

__all__ = ["read"]


def read(text: Text) -> Reading:
    """The problem, where all kinds that read it agree."""
    if len(text.source) > 800:
        return None
    for other in (experiments.read, truth_tellers.read, *algebra_contests.READERS):
        special: Reading = other(text)
        if special is not None:
            return special
    plain = in_usual_form(text.source, text.language)
    tasks: list[tuple[object, Task]] = []
    for solve, found in KINDS.that_read(plain, text.language):
        try:
            made = solve(found)
        except Unclear:
            continue
        if made is not None:
            tasks.append(made)
    return tasks[0][1] if len({str(answer) for answer, _ in tasks}) == 1 else None
