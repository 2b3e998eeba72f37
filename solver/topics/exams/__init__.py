"""Questions of school examinations that are known by what they ask, read clause by clause: `read` is the whole interface.

Each file is a kind: a table of clauses in each language (`solver/topics/clauses.py`) and the tasks that it poses.
"""

from __future__ import annotations

from typing import Final

from solver.topics.base import Reading, Task, Text
from solver.topics.calculus import told_extremes, touching_lines  # noqa: F401  # they add theirs
from solver.topics.declining import UNDOABLE
from solver.topics.discrete import (  # noqa: F401  # they add theirs
    first_of_a_kind,
    fitted_by_sums,
    formula_laws,
    general_terms,
    percentiles,
    stratified_samples,
    sums_of_made_terms,
)
from solver.topics.exams import (  # noqa: F401  # they add their kinds
    always_between,
    circle_angles,
    component_vectors,
    cone_sectors,
    densities,
    expected_counts,
    inverse_points,
    match_scores,
    perpendicular_bisectors,
    profits,
    result_bounds,
    similar_solids,
)
from solver.topics.exams.kinds import KINDS, Exam, Unfit, plain, posed
from solver.topics.geometry import (  # noqa: F401  # they add theirs
    bearings,
    focal_triangles,
    tangent_lengths,
    vector_combinations,
)
from solver.topics.stories.everyday import hired_buses, joint_work_gaps  # noqa: F401

__all__ = ["read"]

MAX_CHARACTERS: Final = 600


def read(text: Text) -> Reading:
    """The question, where every clause of it is of one kind, and all kinds that read it agree."""
    if len(text.source) > MAX_CHARACTERS:
        return None
    tasks: dict[str, Task] = {}
    for solve, said in KINDS.that_read(plain(text.source, text.language), text.language):
        try:
            made = posed(solve(Exam(said, text.language)), text.language)
        except (Unfit, *UNDOABLE):
            continue
        if made is not None:
            tasks.setdefault(made.solution().cell, made)
    return next(iter(tasks.values())) if len(tasks) == 1 else None
