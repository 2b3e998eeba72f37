"""Questions as courses at college ask them, told in a clause or two: `read` is the whole interface.

Each file is a field: tables of clauses in both languages (`solver/topics/clauses.py`) and the task that is made of them.
"""

from __future__ import annotations

from solver.topics.base import Reading, Text
from solver.topics.coursework import (  # noqa: F401  # they add their kinds
    equal_entries,
    exponential_lifetimes,
    finite_functions,
    fitted_lines,
    graphs,
    interpolating,
    markov_chains,
    matrix_polynomials,
    mean_value_points,
    named_counts,
    parameter_systems,
    permutations,
    polar_curves,
    series_coefficients,
    surfaces,
)
from solver.topics.coursework.kinds import KINDS, in_plain_text
from solver.topics.declining import declining

__all__ = ["read"]
_LONGEST = 500


@declining
def read(text: Text) -> Reading:
    """The first kind that reads it whole."""
    if len(text.source) > _LONGEST:
        return None
    for make, found in KINDS.that_read(in_plain_text(text.source), text.language):
        task = make(found, text.language)
        if task is not None:
            return task
    return None
