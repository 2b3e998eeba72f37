"""What it means that two forms of an expression are the same: the protocol, and plain values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

import sympy as sp

from solver.formula import Node
from solver.verify.conditions import Rel
from solver.verify.equality import Difference, difference
from solver.verify.forms import fault_of_form
from solver.verify.lines import Line
from solver.verify.meaning import Names
from solver.verify.posed import Posed


class Sense(Protocol):
    """How the forms that a work goes through are compared."""

    code: str
    """The sentence that shows a difference."""

    def value(self, node: Node, names: Names, line: Line) -> Any:
        """The value of a tree in this sense; None where it has none."""
        ...

    def differs(self, before: Any, after: Any) -> Difference | bool | None:
        """False: the same; True or a `Difference`: not; None: not decided."""
        ...

    def slips(self, posed: Posed) -> Iterator[tuple[str, Any, str]]:
        """Values that the slips of this kind of problem give: slip, value, place."""
        ...

    def fault(self, node: Node, value: Any, posed: Posed) -> str:
        """What is still to be done with a last line, as the code of a sentence; empty where nothing is."""
        ...


class Plain:
    """Values, at the places that the problem admits."""

    code = "values-differ"

    def __init__(self, posed: Posed) -> None:
        self._rels = list(_relations(posed))
        self._given = {sp.Symbol(name): value for name, value in posed.given.items()}
        self._positive = any(word in posed.text for word in ("positive", "正数", "正实数"))

    def value(self, node: Node, names: Names, line: Line) -> Any:
        """The value, derivatives worked out."""
        found = names.value(node, line.values)
        return found.doit() if isinstance(found, sp.Basic) and found.has(sp.Derivative) else found

    def differs(self, before: Any, after: Any) -> Difference | bool | None:
        """By numbers at many places, then by algebra."""
        if before == after:
            return False
        if not (isinstance(before, sp.Expr) and isinstance(after, sp.Expr)):
            return None
        if self._given and bool(before.free_symbols) != bool(after.free_symbols):
            before, after = before.subs(self._given), after.subs(self._given)
        allowed = (lambda point: all(r.holds(point) for r in self._rels)) if self._rels else None
        return difference(before, after, positive=self._positive, allowed=allowed)

    def slips(self, posed: Posed) -> Iterator[tuple[str, Any, str]]:
        """None but those of algebra."""
        return iter(())

    def fault(self, node: Node, value: Any, posed: Posed) -> str:
        """By the form that the problem asks for."""
        if self._given and isinstance(value, sp.Expr) and value.free_symbols & self._given.keys():
            return "not-finished"
        return fault_of_form(node, value, posed.form)


def _relations(posed: Posed) -> Iterator[Rel]:
    """What the problem assumes of its letters: `for x > 0`."""
    for claim in posed.claims:
        values = [posed.names.value(s) for s in claim.sides]
        for sign, a, b in zip(claim.signs, values, values[1:], strict=False):
            if a is not None and b is not None:
                yield Rel(sign, a, b)
