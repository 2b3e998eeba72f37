"""The value of a tree of a student's line: letters and functions that were given a value are put in.

Sympy evaluates here, so this runs in a process that can be stopped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, to_sympy
from solver.formula.nodes import (
    Apply,
    Binary,
    Call,
    Derivative,
    Integral,
    Limit,
    Symbol,
    symbols,
    walk,
    with_children,
)

FAULTS: Final = (sp.matrices.exceptions.MatrixError, FormulaError, TypeError, ValueError, AttributeError, KeyError, ZeroDivisionError, NotImplementedError, sp.SympifyError)  # fmt: skip
"""What sympy raises on formulas that have no value."""


@dataclass
class Names:
    """What letters and functions stand for, as the problem and the lines up to now have said.

    Attributes:
        letters: name → value (an expression in the other letters, a matrix).
        functions: name → (variable, expression).
    """

    letters: dict[str, Any] = field(default_factory=dict)
    functions: dict[str, tuple[sp.Symbol, Any]] = field(default_factory=dict)

    def value(self, node: Node, held: Mapping[str, Any] | None = None) -> Any:
        """The value of a tree; None where it has none. `held` are a line's placeholders.

        >>> from solver.formula import parse
        >>> Names(functions={"f": (sp.Symbol("x"), sp.Symbol("x")**2)}).value(parse("f'(3) + 1"))
        7
        """
        known = dict(self.letters)
        for name, value in (held or {}).items():
            known[name] = self._held(value)
        try:
            plain = self._without_functions(node, known)
            found = to_sympy(plain, known)
        except FAULTS:
            return None
        if isinstance(found, sp.MatrixBase):
            return sp.ImmutableMatrix(found)
        return found if isinstance(found, sp.Basic) and found is not sp.nan and found is not sp.zoo else None

    def _held(self, value: Any) -> Any:
        match value:
            case ("det", matrix):
                return matrix.det()
            case ("between", inner, lower, upper):
                return self._between(inner, lower, upper)
            case _:
                return value

    def _between(self, inner: str, lower: str, upper: str) -> Any:
        node = parse(inner)
        own = Names({k: v for k, v in self.letters.items() if k not in symbols(node)}, self.functions)
        body, low, high = own.value(node), self.value(parse(lower)), self.value(parse(upper))
        if body is None or low is None or high is None:
            raise FormulaError("this formula has no value")
        letters = sorted(body.free_symbols, key=str)
        x = next((s for s in letters if s.name in ("x", "t", "u")), letters[0] if letters else sp.Symbol("x"))
        return (
            sp.limit(body, x, high) - sp.limit(body, x, low)
            if sp.oo in (abs(low), abs(high))
            else body.subs(x, high) - body.subs(x, low)
        )

    def _without_functions(self, node: Node, known: dict[str, Any]) -> Node:
        """The tree with every application of a function as a letter that `known` gives a value to."""

        matrices = any(isinstance(v, sp.MatrixBase) for v in known.values())

        def change(part: Node) -> Node:
            if isinstance(part, Apply):
                return self._applied(part, known)
            if (
                matrices
                and isinstance(part, Binary)
                and (found := self._of_matrices(part, known)) is not None
            ):
                return _as_letter(found, known)
            if isinstance(part, Call) and part.name == "Abs" and len(part.arguments) == 1:
                inner = self.value(part.arguments[0], known)
                if isinstance(inner, sp.MatrixBase):
                    return _as_letter(inner.det(), known)
            if isinstance(part, Call) and part.name == "det":
                inner = self.value(part.arguments[0], known)
                if isinstance(inner, sp.MatrixBase):
                    return _as_letter(inner.det(), known)
            return with_children(part, change)

        return change(node)

    def _of_matrices(self, part: Binary, known: dict[str, Any]) -> Any:
        """A sum, product or power in which a matrix stands; None where none does."""
        left, right = (Names(known, self.functions).value(side) for side in (part.left, part.right))
        if isinstance(left, sp.MatrixBase) and part.op == "^":
            return (
                left.T
                if isinstance(part.right, Symbol) and part.right.name == "T"
                else left**right
                if isinstance(right, sp.Integer)
                else None
            )
        if left is None or right is None or not any(isinstance(v, sp.MatrixBase) for v in (left, right)):
            return None
        if part.op == "/":
            return left / right if isinstance(right, sp.Expr) and right != 0 else None
        return left + right if part.op == "+" else left - right if part.op == "-" else left * right

    def _applied(self, part: Apply, known: dict[str, Any]) -> Node:
        name, order = part.name.rstrip("'"), len(part.name) - len(part.name.rstrip("'"))
        if name in self.functions:
            x, body = self.functions[name]
            argument = self.value(part.argument, known)
            if argument is None:
                raise FormulaError("this formula has no value")
            return _as_letter(
                sp.diff(body, x, order).subs(x, argument) if order else body.subs(x, argument), known
            )
        if name in self.letters and order and isinstance(self.letters[name], sp.Expr):
            letters = sorted(self.letters[name].free_symbols, key=str)
            if len(letters) == 1:
                return _as_letter(sp.diff(self.letters[name], letters[0], order), known)
        raise FormulaError(f"it is not said what {name} is")


def _as_letter(value: Any, known: dict[str, Any]) -> Symbol:
    name = f"Z_{len(known)}"
    known[name] = value
    return Symbol(name)


def has_operator(node: Node) -> bool:
    """Whether a derivative, an integral or a limit is still to be worked out."""
    return any(isinstance(part, Derivative | Integral | Limit) for part in walk(node))


def done(value: Any) -> Any:
    """The value with derivatives worked out; integrals and limits stay."""
    if isinstance(value, sp.Basic) and value.has(sp.Derivative):
        return value.replace(lambda part: isinstance(part, sp.Derivative), lambda part: part.doit())
    return value
