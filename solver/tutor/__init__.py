"""Tutoring from a solution that was found and verified first: hints rung by rung, why a step is allowed, how practice goes on.

Pure: solving is the agent's business, and what takes sympy runs in a reading worker (`solver.models.reading`), so this stands on
the floor below both. `lines` takes the lines out of a stream of events; `formulas` finds the sides of formulas in a line,
`statements` says what a text gives away; `gaps` leaves a part out of a line; `asked` words the first rung and `ideas/` the second;
`ladder` puts them together. `explaining` and `rules/` say why a step is allowed; `difficulty`, `boxes` and `worksheets` are practice.
"""

from solver.tutor.ladder import Ladder, Rung, ladder_of
from solver.tutor.lines import Worked, worked

__all__ = ["Ladder", "Rung", "Worked", "ladder_of", "worked"]
