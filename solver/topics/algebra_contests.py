"""Competition questions of algebra and geometry that are read clause by clause with their formulas (`told`): each kind a reader of its own.

`stories/contests` asks them: they take what all other topics leave. Each reads its own words alone, so no two of them read the same problem.
"""

from __future__ import annotations

from typing import Final

from solver.topics.base import Reader
from solver.topics.calculus.bounds import read as bounds
from solver.topics.discrete.series.patterned import read as patterned_series
from solver.topics.equations.common_roots import read as common_roots
from solver.topics.equations.floor_equations import read as floor_equations
from solver.topics.equations.implied_values import read as implied_values
from solver.topics.equations.rational_roots import read as rational_roots
from solver.topics.expressions.coefficient_questions import read as coefficient_questions
from solver.topics.expressions.degrees import read as degrees
from solver.topics.expressions.endless import read as endless
from solver.topics.expressions.matched_forms import read as matched_forms
from solver.topics.expressions.moduli import read as moduli
from solver.topics.expressions.remainders_told import read as remainders_told
from solver.topics.functions.parity_rules import read as parity_rules
from solver.topics.geometry.curve_kinds import read as curve_kinds
from solver.topics.geometry.space import read as space
from solver.topics.numbers.equal_angles import read as equal_angles

READERS: Final[tuple[Reader, ...]] = (
    bounds,
    space,
    moduli,
    matched_forms,
    implied_values,
    floor_equations,
    rational_roots,
    common_roots,
    endless,
    degrees,
    parity_rules,
    curve_kinds,
    coefficient_questions,
    patterned_series,
    equal_angles,
    remainders_told,
)
