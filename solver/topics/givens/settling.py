"""What the givens settle, one after the other: numbers for letters, bodies for functions.

A given that leaves something open (an equation with two roots, a letter nothing is said about) settles nothing: with it the
question begins. No words here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, to_sympy
from solver.formula.nodes import Apply, Relation, Symbol, symbols, walk, with_children
from solver.topics.functions.values import Definition
from solver.topics.givens.sentences import Equations, Function, Given, Named, tidy
from solver.topics.settled import with_values

MAX_BITS: Final = 400
MAX_DEGREE: Final = 60
NO_NUMBERS: Final = frozenset(("e", "i"))
"""Letters that elsewhere are Euler's number and the imaginary unit; where a problem settles them they are letters."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What one given has settled.

    `before` and `after` are its formulas with what was known put in, and what follows from them: numbers for `letters`, or
    the body of the function `name`.
    """

    given: Given
    before: tuple[Node, ...]
    letters: Mapping[str, sp.Rational] = field(default_factory=dict)
    function: Definition | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """All that is settled. `decimal`: whether the problem writes decimals, so that numbers are shown as such."""

    values: Mapping[str, sp.Rational] = field(default_factory=dict)
    functions: Mapping[str, Definition] = field(default_factory=dict)
    decimal: bool = False

    def put_into(self, node: Node) -> Node:
        """`node` with values for letters, and bodies for functions.

        Raises:
            FormulaError: a function that is not known.
        """
        found = inserted(with_values(node, self.values, decimal=self.decimal), self.functions)
        if any(isinstance(n, Apply) for n in walk(found)):
            raise FormulaError("it is not said what a function is")
        return tidy(found)

    def value(self, node: Node) -> sp.Expr:
        """Of a tree with all put in; letters stay letters, also e and i.

        Raises:
            FormulaError: as `to_sympy`.
        """
        letters = {name: sp.Symbol(name) for name in symbols(node) & NO_NUMBERS}
        return to_sympy(node, letters)

    def settle(self, given: Given) -> Settled | None:
        """What `given` settles; None where it leaves something open.

        Raises:
            FormulaError: a formula that has no value, or one that is too large.
        """
        match given:
            case Named(letter, expression):
                before = self.put_into(expression)
                value = self.value(before)
                is_new = letter not in self.values and letter not in self.functions
                if not (is_new and isinstance(value, sp.Rational) and _is_moderate(value)):
                    return None
                return Settled(given, (before,), {letter: value})
            case Function():
                return self._settle_function(given)
            case Equations(relations):
                return self._solve(given, tuple(self.put_into(r) for r in relations))

    def _settle_function(self, given: Function) -> Settled | None:
        if given.variable in self.values or given.name in self.functions or given.name in self.values:
            return None
        body = self.put_into(given.expression)
        if symbols(body) - {given.variable} or (given.variable.isupper() and not symbols(body)):
            return None  # E(X) = 2 is one number, not a function
        after = body
        if given.order:
            x = sp.Symbol(given.variable)
            value = self.value(body)
            if not value.is_polynomial(x) or sp.degree(value, x) > MAX_DEGREE:
                return None
            after = tree(sp.diff(value, x, given.order))
        return Settled(given, (body,), function=Definition(given.name, given.variable, after))

    def _solve(self, given: Equations, relations: tuple[Node, ...]) -> Settled | None:
        """Linear equations with one solution; any others are questions."""
        letters = sorted(set[str]().union(*map(symbols, relations)))
        if not letters or len(relations) < len(letters) or set(letters) & set(self.functions):
            return None
        sides = [tuple(map(self.value, r.sides)) for r in relations if isinstance(r, Relation)]
        if not all(isinstance(side, sp.Expr) for pair in sides for side in pair):
            return None  # a set, say
        unknowns = [sp.Symbol(name) for name in letters]
        differences = [sp.expand(left - right) for left, right in sides]
        if not all(
            d.is_polynomial(*unknowns) and sp.Poly(d, *unknowns).total_degree() <= 1 for d in differences
        ):
            return None
        found = list(sp.linsolve(differences, unknowns))
        if len(found) != 1 or not all(isinstance(v, sp.Rational) and _is_moderate(v) for v in found[0]):
            return None
        return Settled(given, relations, dict(zip(letters, found[0], strict=True)))

    def with_settled(self, settled: Settled) -> Known:
        """This, and that."""
        functions = {settled.function.name: settled.function} if settled.function else {}
        return replace(
            self, values={**self.values, **settled.letters}, functions={**self.functions, **functions}
        )


def _is_moderate(value: sp.Rational) -> bool:
    return bool(max(abs(value.p), value.q).bit_length() <= MAX_BITS)


def inserted(node: Node, functions: Mapping[str, Definition]) -> Node:
    """The tree with every application replaced by the function's body, arguments put in."""
    if isinstance(node, Apply) and node.name in functions:
        function, argument = functions[node.name], inserted(node.argument, functions)
        return _replaced(function.body, Symbol(function.variable), argument)
    return with_children(node, lambda child: inserted(child, functions))


def _replaced(body: Node, variable: Symbol, argument: Node) -> Node:
    if body == variable:
        return argument
    return with_children(body, lambda child: _replaced(child, variable, argument))


def tree(value: sp.Expr) -> Node:
    """What sympy has computed, as a tree. Letters keep their names."""
    return parse(sp.latex(value))
