"""Line integrals of both kinds, Green's theorem, work, conservative fields and their potentials, divergence and curl.

A curve is put in by its parameter; around a closed one Green's theorem is used where the field is smooth, and a conservative field goes by its potential where
putting in gives no elementary integral. Not: surfaces, curves whose direction is not told, singular fields inside a closed curve, curl in the plane.
"""

from __future__ import annotations

import sympy as sp

from solver.ports import Language
from solver.topics.base import Reading, Text, Unread
from solver.topics.calculus.line_integrals import gradients
from solver.topics.calculus.line_integrals.along import along
from solver.topics.calculus.line_integrals.closed import around
from solver.topics.calculus.line_integrals.curves import Curve
from solver.topics.calculus.line_integrals.formulas import SPACE
from solver.topics.calculus.line_integrals.reading import Posed, posed
from solver.topics.declining import declining


@declining
def read(text: Text) -> Reading:
    """One question about a field or an integral along a curve."""
    found = posed(text)
    if found is None or isinstance(found, Unread):
        return found
    return _task(found, text.language)


def _task(found: Posed, say: Language) -> Reading:
    f = found.field
    if any(not e.free_symbols <= set(SPACE) for e in f) or any(e.has(sp.Abs) for e in f):
        return None
    match found.asked:
        case "divergence":
            return gradients.divergence(f, found.at, say) if _fits(f) else None
        case "curl":
            return gradients.curl(f, found.at, say)
        case "conservative":
            return gradients.asked(f, say) if _fits(f) else None
        case "potential" | "potential or no":
            return gradients.potential(f, say, or_no=found.asked != "potential") if _fits(f) else None
        case "between":
            return gradients.between(f, found.ends, say, is_work=found.is_work) if _fits(f) else None
    return None if found.curve is None else _along(found, found.curve, say)


def _fits(f: tuple[sp.Expr, ...]) -> bool:
    return len(f) == 3 or not any(e.has(SPACE[2]) for e in f)


def _along(found: Posed, curve: Curve, say: Language) -> Reading:
    if found.asked == "first":
        return along(found.field, curve, say, is_work=False)
    if curve.is_closed:
        closed = around(found.field, curve, say, is_work=found.is_work)
        if closed is not None or found.is_green:
            return closed
    put_in = along(found.field, curve, say, is_work=found.is_work)
    if put_in is not None or curve.is_closed:
        return put_in
    return gradients.between(found.field, curve.ends, say, is_work=found.is_work)
