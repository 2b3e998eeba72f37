"""Amounts in another unit, by the table of units (`solver/topics/numbers/units/table.py`)."""

from __future__ import annotations

from typing import Final

from solver.topics.numbers.units.table import units_of
from solver.topics.stories.school.working import Term, Unfit, Working, num

_UNITS: Final = {name: units_of(name)[0] for name in "kg g km m dm cm mm l ml".split()}


def into(work: Working, term: Term, one: str, other: str) -> Term:
    """The amount in the other unit.

    Raises:
        Unfit: these are no two units of one kind.
    """
    if one == other:
        return term
    here, there = _UNITS.get(one), _UNITS.get(other)
    if here is None or there is None or here.dimension != there.dimension:
        raise Unfit
    factor = here.size / there.size
    return work.step(f"in {other}", term * num(factor) if factor > 1 else term / num(1 / factor), other)
