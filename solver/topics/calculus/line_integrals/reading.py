"""Put together what a text says of a curve and a field: the field, the curve with its direction, and what is asked.

Not: a curve whose direction is not told where it matters, or one that what is said leaves open; surfaces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.topics.base import Text, Unread
from solver.topics.calculus.line_integrals.curves import Curve, Point
from solver.topics.calculus.line_integrals.described import Told, curve_of
from solver.topics.calculus.line_integrals.formulas import SPACE
from solver.topics.calculus.line_integrals.marks import Integral, marked
from solver.topics.calculus.line_integrals.wordings import phrases

_ABOUT: Final = re.compile(
    r"(?i)∫|∮|\\oint|\\int(?![a-z])|line\s+integral|path\s+integral|curvilinear|\bwork\b|conservative|potential|divergence|(?<![a-z])(?:div|curl|rot)[A-G]?(?![a-z])|circulation|∇|\\nabla|曲线积分|所做的?功|所作的?功|做的?功|作的?功|保守|势函数|散度|旋度|环流量|位函数"
)
_REPEATED: Final = frozenset({"relation", "line integral", "work", "boundary", "segment", "counterclockwise", "path", "potential", "conservative", "arc length", "divergence", "curl", "whether"})  # fmt: skip
_IS: Final = re.compile(r"(?:^|[.;?:,。，]\s*)\s*(?:Is|is|Are|are)\b")


@dataclass(frozen=True, slots=True)
class Posed:
    """What is asked, of which field (of a scalar function: one component), along which curve or between which points."""

    asked: str
    field: tuple[sp.Expr, ...]
    curve: Curve | None = None
    ends: tuple[Point, ...] = ()
    at: Point = ()
    is_work: bool = False
    is_green: bool = False


def posed(text: Text) -> Posed | Unread | None:
    """The question of a text."""
    if not _ABOUT.search(text.source):
        return None
    found = marked(text.source)
    if found is None:
        return None
    said, unread = phrases(found)
    told = Told(said, found.source)
    if not told.has("integral", "line integral", "work", "circulation", "conservative", "potential", "divergence", "curl"):  # fmt: skip
        return None
    if not told.has("integral", "field", "scalar", "expression"):
        return None
    if unread:
        return Unread(unread)
    if any(n > 1 for kind, n in told.kinds.items() if kind not in _REPEATED):
        return None
    asks_whether = told.has("whether") or _IS.search(found.source) is not None
    if told.has("integral", "line integral", "work", "circulation"):
        return _integral(told, asks_whether=asks_whether)
    return _of_field(told, asks_whether=asks_whether)


def _of_field(told: Told, *, asks_whether: bool) -> Posed | None:
    """Divergence, curl, potential, or whether there is one."""
    said = told.one("field")
    if said is None:
        return None
    f = said.values[0]
    place = told.one("at")
    if told.has("divergence") != told.has("curl"):
        if set(told.kinds) - {"field", "divergence", "curl", "at"}:
            return None
        at = place.values[0] if place else ()
        if at and len(at) != len(f):
            return None
        return Posed("divergence" if told.has("divergence") else "curl", f, at=at)
    if told.has("divergence", "at"):
        return None
    if told.has("potential"):
        allowed = {"field", "potential", "conservative", "prove", "whether", "if so", "path"}
        if set(told.kinds) - allowed or (told.has("path") and asks_whether):
            return None
        return Posed("potential or no" if asks_whether or told.has("if so") else "potential", f)
    if (
        told.has("conservative")
        and asks_whether
        and not set(told.kinds) - {"field", "conservative", "whether"}
    ):
        return Posed("conservative", f)
    return None


def _integral(told: Told, *, asks_whether: bool) -> Posed | None:
    f = _integrand(told)
    if f is None or told.has("if so", "potential", "divergence", "curl", "length", "at"):
        return None
    integral = told.one("integral")
    written: Integral | None = integral.values[0] if integral else None
    first = len(f) == 1
    if (first or written is None) and told.has("arc length") != first and told.has("arc length"):
        return None
    ends = _between_points(told, written)
    if asks_whether:
        is_whole = told.has("path") and not ends and not first and told.only("path", "whether")
        return Posed("conservative", f) if is_whole else None
    if told.has("path", "any", "conservative") or (written is not None and written.ends):
        if first or not ends or not told.only("path", "any", "conservative", "prove", "way", "starts"):
            return None
        if (
            told.has("green", "boundary", "counterclockwise", "clockwise")
            or written is not None
            and written.is_round
        ):
            return None
        return Posed("between", f, ends=ends, is_work=told.has("work"))
    if told.has("prove"):
        return None
    turn = told.has("counterclockwise") - told.has("clockwise")
    if told.has("counterclockwise") and told.has("clockwise"):
        return None
    if written is not None and written.is_positive is not None:
        sign = 1 if written.is_positive else -1
        if turn not in (0, sign):
            return None
        turn = sign
    curve = curve_of(told, turn, first=first, is_round=written is not None and written.is_round)
    if curve is None or not (first or curve.is_directed) or len(curve.legs[0].place) < len(f):
        return None
    must_close = told.has("green", "boundary", "circulation") or (written is not None and written.is_round)
    if must_close and not curve.is_closed:
        return None
    if any(v in e.free_symbols for e in f for v in SPACE[len(curve.legs[0].place) :]):
        return None
    return Posed(
        "first" if first else "second", f, curve, is_work=told.has("work"), is_green=told.has("green")
    )


def _integrand(told: Told) -> tuple[sp.Expr, ...] | None:
    """P, Q (and R); or the one function of an integral over the arc length."""
    integral, said, scalar, plain = (told.one(kind) for kind in ("integral", "field", "scalar", "expression"))
    if integral is not None:
        written: Integral = integral.values[0]
        if scalar is not None or plain is not None:
            return None
        if written.parts:
            return None if said is not None or (written.along_arc and told.has("work", "circulation")) else written.parts  # fmt: skip
        return said.values[0] if said is not None and told.kinds["field"] == 1 else None
    if said is not None:
        return said.values[0] if scalar is None and plain is None and not told.has("arc length") else None
    if told.has("work", "circulation"):
        return None
    if scalar is not None:
        return scalar.values if plain is None else None
    return plain.values if plain is not None and told.has("arc length") else None


def _between_points(told: Told, written: Integral | None) -> tuple[Point, ...]:
    if written is not None and written.ends:
        return written.ends if not told.has("way", "starts") else ()
    said = told.one("way") or told.one("starts")
    return said.values if said is not None and len(said.values) == 2 else ()
