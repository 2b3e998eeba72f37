"""A moment of changing quantities: what relates them, their values and rates, and the rate that is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import sympy as sp


@dataclass(frozen=True, slots=True)
class Moment:
    """`relation` = 0 holds at all times; at the moment the letters have `values` and, those of `rates`, change so fast.

    Attributes:
        shown: the two sides of the relation as they are told.
        names: what the letters mean, for a story; empty where the problem has the equation itself.
        speed: how fast is asked in the direction that the problem names, so the answer has no sign.
        unit: of the answer, as it is said behind the number.
    """

    relation: sp.Expr
    shown: tuple[sp.Expr, sp.Expr]
    values: Mapping[sp.Symbol, sp.Expr]
    rates: Mapping[sp.Symbol, sp.Expr]
    asked: sp.Symbol
    names: Mapping[sp.Symbol, str]
    opening: tuple[str, ...] = ()
    speed: bool = False
    unit: str = ""
    positive: bool = False
    """Whether all quantities are said to be so."""
    tests: tuple[str, ...] = ()
    """The check of a story, by geometry; empty: by the relation, which the problem has itself."""


def completed(moment: Moment) -> tuple[dict[sp.Symbol, sp.Expr], sp.Expr] | None:
    """The values with those that the relation gives, and the rate; None where these are not certain."""
    letters = sorted(moment.relation.free_symbols, key=str)
    known = dict(moment.values)
    missing = [v for v in letters if v not in known]
    if len(missing) == 1:
        found = [r for r in sp.solve(moment.relation.subs(known), missing[0]) if r.is_real is not False]
        if (moment.names or moment.positive) and len(found) > 1:
            found = [r for r in found if r.is_positive]
        if len(found) != 1 or found[0].free_symbols:
            return None
        known[missing[0]] = sp.simplify(found[0])
    elif not missing and sp.simplify(moment.relation.subs(known)) != 0:
        return None
    factor = moment.relation.diff(moment.asked)
    if factor == 0 or set(letters) - {moment.asked} != set(moment.rates):
        return None
    change = sum((moment.relation.diff(v) * r for v, r in moment.rates.items()), sp.S.Zero)
    below = sp.simplify(factor.subs(known))
    if below == 0:
        return None
    rate = sp.simplify(sp.radsimp(-change.subs(known) / below))
    if rate.free_symbols or not rate.is_real or not rate.is_finite:
        return None
    return known, rate
