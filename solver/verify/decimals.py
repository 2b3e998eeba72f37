"""Decimals of a line that are roundings, as the values that they stand for: `x = √2 ≈ 1.41`, `10/3 = 3.33`.

What a decimal may be a rounding of is the side in front of it, else what the course has found. All else then compares exact values.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.formula import Node
from solver.formula.nodes import Negative, Number, with_children
from solver.verify.equality import is_real, number
from solver.verify.lines import Claim, Line
from solver.verify.meaning import Names
from solver.verify.rounding import DIGITS, is_half_a_unit, rounds_to

LEAST_DIGITS: Final = 2
"""Of a decimal behind the value itself: 2/3 = 0.67."""


class Roundings:
    """What the decimals of one work stand for; those that were roundings are remembered by how they are written."""

    def __init__(self, names: Names, candidates: Callable[[], Sequence[Any]], places: int | None) -> None:
        """`candidates` are values that a decimal may be a rounding of; `places` is what the problem asks for."""
        self._names, self._candidates, self._places = names, candidates, places
        self._meant: dict[str, Number] = {}

    def exactly(self, line: Line) -> Line:
        """The line with the value in place of each decimal that is a rounding of it; the decimal's text stays."""
        if not any(written(s) for c in line.claims for s in c.sides) and not self._meant:
            return line
        return replace(line, claims=tuple(self._claim(c, line) for c in line.claims))

    def _claim(self, claim: Claim, line: Line) -> Claim:
        sides: list[Node] = []
        for k, side in enumerate(claim.sides):
            text = written(side)
            if not text:
                sides.append(self._remembered(side))
                continue
            value = self._value(k, text, claim, sides, line)
            sides.append(side if value is None else self._as_number(value, side))
        return claim if tuple(sides) == claim.sides else replace(claim, sides=tuple(sides))

    def _value(self, k: int, text: str, claim: Claim, sides: Sequence[Node], line: Line) -> Any:
        """What a decimal stands for; None where it stands for itself."""
        about = k in claim.about
        if k and not written(claim.sides[k - 1]):
            before, literal = (self._names.value(s, line.values) for s in (sides[-1], claim.sides[k - 1]))
            if isinstance(before, sp.Expr) and before.is_number:
                carried = literal == sp.Rational(text) and before != literal  # 33.33·2 = 66.66
                meant = carried or _is_meant(before, text, LEAST_DIGITS, about, self._places)
                return before if meant else None
        if (known := self._meant.get(text.removeprefix("-"))) is not None:
            value = sp.Rational(known.value.numerator, known.value.denominator)
            return -value if text[0] == "-" else value
        fitting = [
            v
            for v in self._candidates()
            if isinstance(v, sp.Expr) and is_real(number(v)) and _is_meant(v, text, 3, about, self._places)
        ]
        return min(fitting, key=lambda v: abs(number(v) - sp.Rational(text)), default=None)

    def _remembered(self, node: Node) -> Node:
        if isinstance(node, Number):
            return self._meant.get(node.text, node)
        return with_children(node, self._remembered) if self._meant else node

    def _as_number(self, exact: Any, side: Node) -> Node:
        """The value to fifty digits: nothing compares more closely."""
        value = exact if exact.is_Rational else sp.Rational(str(exact.evalf(DIGITS)))
        fraction, text = Fraction(int(value.p), int(value.q)), written(side).removeprefix("-")
        own = Number(abs(fraction), text)
        if abs(fraction) != Fraction(text) and len(text.partition(".")[2]) >= LEAST_DIGITS:
            self._meant[text] = own
        return Negative(own) if fraction < 0 else own


def _is_meant(exact: Any, text: str, digits: int, about: bool, places: int | None) -> bool:
    if about:
        return is_half_a_unit(exact, text)
    if places is not None and len(text.partition(".")[2]) <= places and is_half_a_unit(exact, text, places):
        return True
    return rounds_to(exact, text, digits=digits)


def written(node: Node | None) -> str:
    """A decimal or a whole number as it is written; empty where it is something else."""
    match node:
        case Number(text=text) if "." in text or text.isdigit():
            return text
        case Negative(Number(text=text)) if "." in text or text.isdigit():
            return f"-{text}"
        case _:
            return ""
