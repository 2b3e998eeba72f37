"""A problem as its lines of work are judged by it: values only; `problem` reads it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from solver.formula import Node
from solver.formula.nodes import Integral
from solver.ports import Language
from solver.verify.lines import Claim
from solver.verify.meaning import Names
from solver.verify.rewriting import Notes

Sort: TypeAlias = Literal[
    "condition", "system", "expression", "derivative", "integral", "limit", "matrix", "story"
]
Form: TypeAlias = Literal["", "simplify", "expand", "factor", "value", "reduce"]


@dataclass(frozen=True, slots=True)
class Posed:
    """A problem as lines are judged by it.

    Attributes:
        claims: its relations (`condition`, `system`), joined by and; the assumptions on letters of an expression.
        node: the expression, the function to differentiate, the integral, the limit.
        value: its value; of a derivative the derivative, of an indefinite integral the integrand.
        unknowns: the letters to be found.
        names: what the problem says that names stand for.
        variable: the one of the calculus.
        given: values of letters at which an expression is to be computed in the end.
        asks_else: something else is asked for than what the formulas say (the sum of the roots): only the tutor's answer tells the end.
    """

    sort: Sort
    text: str
    language: Language
    claims: tuple[Claim, ...] = ()
    node: Node | None = None
    value: Any = None
    unknowns: tuple[str, ...] = ()
    names: Names = field(default_factory=Names)
    variable: str = "x"
    form: Form = ""
    notes: Notes = field(default_factory=Notes)
    held: dict[str, Any] = field(default_factory=dict)
    given: dict[str, Any] = field(default_factory=dict)
    asks_else: bool = False

    @property
    def definite(self) -> bool:
        """Whether it is an integral between bounds."""
        return isinstance(self.node, Integral) and self.node.lower is not None
