"""Units of quantities: one name for each, how it is said of several, and conversion as a step."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.school.english.marks import SCALES, UNITS
from solver.topics.stories.school.working import Term, Unfit, Working, num


def unit_named(word: str) -> str:
    """The one name of a unit that is asked for.

    >>> unit_named("kilometres"), unit_named("minutes")
    ('km', 'minute')
    """
    return UNITS.get(word, word)


def named(unit: str) -> str:
    """A unit as it is said of several.

    >>> named("hour"), named("km"), named("km per hour")
    ('hours', 'km', 'km per hour')
    """
    head, _, rest = unit.partition(" per ")
    plain = {"foot": "feet", "inch": "inches"}.get(head)
    plain = plain or (f"{head}s" if len(head) > 2 and not head.endswith("s") and head[-1].isalpha() else head)
    return f"{plain} per {rest}" if rest else plain


def into(work: Working, term: Term, unit: str, wanted: str) -> Term:
    """A quantity in another unit of its kind."""
    if unit == wanted:
        return term
    scales = {**SCALES, "month": ("calendar", Fraction(1)), "year": ("calendar", Fraction(12))}
    if unit not in scales or wanted not in scales or scales[unit][0] != scales[wanted][0]:
        raise Unfit
    factor = scales[unit][1] / scales[wanted][1]
    made = term * num(factor) if factor > 1 else term / num(1 / factor)
    return work.step(f"{term.tex} {named(unit)} in {named(wanted)}", made, named(wanted))
