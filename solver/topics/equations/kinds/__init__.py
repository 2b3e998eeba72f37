"""School steps for equations that are no polynomials: rational, radical, absolute, exponential, logarithmic.

`school_steps` is the whole interface. Each kind turns the equation into polynomial ones, by steps that keep every
solution, and puts what comes out back into the original equation.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import sympy as sp

from solver.ports import Language
from solver.topics.equations.kinds import absolute, exponential, logarithmic, radical, rational
from solver.topics.equations.kinds.candidates import Told, judged

_KINDS: Final[tuple[Callable[[sp.Expr, sp.Expr, sp.Symbol, Language], Told | None], ...]] = (
    rational.steps,
    absolute.steps,
    radical.steps,
    logarithmic.steps,
    exponential.steps,
)


def school_steps(
    left: sp.Expr, right: sp.Expr, x: sp.Symbol, solutions: list[sp.Expr], say: Language
) -> tuple[str, ...] | None:
    """The steps from `left = right` to its real `solutions`, which are known; None where no kind leads to just these."""
    for kind in _KINDS:
        told = kind(left, right, x, say)
        if told is None:
            continue
        found = judged(told.candidates, left, right, x, say)
        if found is None:
            continue
        checks, kept = found
        if len(kept) == len(solutions) and all(
            any(abs(sp.N(k - s, 30)) < 1e-20 for s in solutions) for k in kept
        ):
            return (*told.steps, *checks)
    return None
