"""Work that proves an identity: a chain from one side to the other, or both sides worked on apart until they meet.

Since the identity holds, all forms of either side are equal everywhere: whatever differs from them is wrong. That two expressions are
equal shows nothing by itself, so a work is finished where its own lines lead from one side, as it is written, to the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

import sympy as sp

from solver.formula import Node
from solver.formula.nodes import Symbol, symbols
from solver.ports import Language
from solver.verify.course import Course, calculated, plain_name_of, statements
from solver.verify.equality import Difference, difference
from solver.verify.lines import Claim, Line, read_line
from solver.verify.meaning import Names
from solver.verify.posed import Posed
from solver.verify.rewriting import LEFT, RIGHT, Notes
from solver.verify.slips import copied_expression, slip_of_value
from solver.verify.verdicts import Finding

_PROVE: Final = re.compile(r"\b(?:prove|show that|verify|proof)\b|证明|求证", re.IGNORECASE)
_SIDES: Final = (plain_name_of(LEFT), plain_name_of(RIGHT))


def identity_of(text: str, language: Language) -> Posed | None:
    """The identity that a problem wants proved; None where it wants something else, or its equation is not true everywhere."""
    if not _PROVE.search(text):
        return None
    line = read_line(_PROVE.sub(" ", text), Notes())
    claims = [c for c in line.claims if c.signs]
    if line.unread or len(claims) != 1 or claims[0].signs != ("=",) or len(claims[0].sides) != 2:
        return None
    names = Names()
    left, right = (names.value(s, line.values) for s in claims[0].sides)
    if not (isinstance(left, sp.Expr) and isinstance(right, sp.Expr)) or not left.free_symbols:
        return None
    if difference(left, right) is not False:
        return None
    letters = {_SIDES[0]: left, _SIDES[1]: right}
    return Posed("expression", text, language, tuple(claims), value=left, names=Names(letters))


class IdentityCourse(Course):
    """Every line gives a form of a side again, or is a true equation beside it."""

    def __init__(self, posed: Posed) -> None:
        super().__init__(posed)
        self.sides = posed.claims[0].sides
        self.now, self.now_node = posed.value, self.sides[0]
        self.reached: list[Node] = []
        """The forms that a chain went through since it began with a side as it is written."""

    def judge(self, line: Line, ahead: Sequence[Line]) -> Finding:
        """The verdict: the first wrong claim, else whether the sides have met."""
        found: Finding | None = None
        for claim in (claim for group in statements(line) for claim in group):
            found = self._claim(claim, line) or found
            if found is not None and found.verdict == "wrong":
                break
        last = not any(a.claims for a in ahead)
        if found is not None and found.reason == "same" and last and not self.finished:
            found = Finding("unfinished", "not-finished")
        return self.concluded(found, line)

    def _claim(self, claim: Claim, line: Line) -> Finding | None:
        nodes, values = list(claim.sides), [self.names.value(s, line.values) for s in claim.sides]
        if set(claim.signs) - {"="}:
            return calculated(values, claim.signs)
        if claim.defining and (named := self.define(claim, values, frozenset())) is not None:
            return named
        if claim.continues:
            nodes.insert(0, self.now_node)
            values.insert(0, self.now)
        if any(not isinstance(v, sp.Expr) for v in values):
            return Finding("unknown", "undecided")
        for k, (a, b) in enumerate(pairwise(values)):
            if (wrong := self._differs(nodes[k], a, nodes[k + 1], b, line)) is not None:
                return wrong
        if len(values) == 1 and difference(self.posed.value, values[0]) is not False:
            return self._differs(self.now_node, self.now, nodes[0], values[0], line) or Finding(
                "unknown", "no-link"
            )
        self._note(nodes)
        self.now, self.now_node = values[-1], nodes[-1]
        if self._has_met():
            self.finished = True
            return Finding("correct", "solved")
        return Finding("correct", "same")

    def _differs(self, before: Node, was: Any, after: Node, value: Any, line: Line) -> Finding | None:
        """What is wrong between two forms; None where they are equal."""
        found = difference(was, value)
        if found is False:
            return None
        if not isinstance(found, Difference):
            return Finding("unknown", "undecided")
        slip, place = slip_of_value(self._written(before), was, value, self.names, line.values)
        if copied := copied_expression(self._written(before), after):
            slip, place = "copying", copied
        self.now, self.now_node = value, after
        code = "values-differ" if found.point else "numbers-differ"
        return Finding(
            "wrong", "not-equivalent", slip=slip, place=place, counterexample=(code, found.words())
        )

    def _written(self, node: Node) -> Node:
        """`LHS` as the side that it names."""
        name = node.name if isinstance(node, Symbol) else ""
        return self.sides[_SIDES.index(name)] if name in _SIDES else node

    def _note(self, nodes: Sequence[Node]) -> None:
        written = [self._written(n) for n in nodes]
        self.reached = [*self.reached, *written]

    def _has_met(self) -> bool:
        """Whether the forms on the way have both sides as they are written; one that is `LHS = RHS` alone has none."""
        if len(self.reached) == 2 and set(map(id, self.reached)) == set(map(id, self.sides)):
            return False
        forms = {_plain(n) for n in self.reached}
        return all(_plain(s) in forms for s in self.sides)


def _plain(node: Node) -> str:
    return repr(node) if symbols(node) else str(node)
