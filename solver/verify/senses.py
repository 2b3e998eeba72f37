"""What "the same" means in calculus: equal derivatives of antiderivatives, equal limits, equal numbers of definite integrals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from solver.formula import Node
from solver.formula.nodes import Integral, Limit, Symbol, symbols, walk, with_children
from solver.verify.equality import Difference, difference
from solver.verify.forms import fault_of_form
from solver.verify.lines import Line
from solver.verify.meaning import Names, has_operator
from solver.verify.posed import Posed
from solver.verify.sense import Plain
from solver.verify.slips import calculus


class OfDerivatives(Plain):
    """Values; the slips are those of the rules of differentiation."""

    def slips(self, posed: Posed) -> Iterator[tuple[str, Any, str]]:
        """Wrong derivatives of the problem's function."""
        x = sp.Symbol(posed.variable)
        body = posed.names.value(posed.node) if posed.node is not None else None
        if isinstance(body, sp.Expr) and posed.value == sp.diff(body, x):
            for slip, wrong in calculus.derivatives(body, x):
                yield slip, wrong, ""

    def fault(self, node: Node, value: Any, posed: Posed) -> str:
        """A derivative may be left as it comes out, but it must be worked out."""
        if has_operator(node):
            return "not-finished"
        return fault_of_form(node, value, "value") if not symbols(node) - {"e", "i"} else ""


class UpToConstant(Plain):
    """Antiderivatives: the same where their derivatives are. Their value here is the derivative."""

    code = "slopes-differ"

    def __init__(self, posed: Posed) -> None:
        super().__init__(posed)
        self.x = sp.Symbol(posed.variable)

    def value(self, node: Node, names: Names, line: Line) -> Any:
        """The derivative of a line with integrals in it; ∫ h(u) du stands for h(u)·u′."""
        rates: dict[str, Any] = {}

        def change(part: Node) -> Node:
            if isinstance(part, Integral) and part.lower is None:
                body = names.value(part.body, line.values)
                if body is None:
                    return part
                inner = names.letters.get(part.variable.name, sp.Symbol(part.variable.name))
                slope = sp.diff(inner, self.x) if isinstance(inner, sp.Expr) else None
                if slope is None:
                    return part
                name = f"J_{len(rates)}"
                rates[name] = body * slope
                return Symbol(name)
            return with_children(part, change)

        tree = change(node)
        held = {**line.values}
        found = names.value(tree, held)
        if not isinstance(found, sp.Expr):
            return None
        found = found.replace(_is_log_of_absolute, lambda e: sp.log(e.args[0].args[0]))  # (ln|u|)′ = u′/u
        total = sp.diff(found, self.x)
        for name, rate in rates.items():
            total += sp.diff(found, sp.Symbol(name)) * rate
        return total.doit() if total.has(sp.Derivative) else total

    def slips(self, posed: Posed) -> Iterator[tuple[str, Any, str]]:
        """Derivatives of wrong antiderivatives."""
        for slip, wrong in calculus.integrals(posed.value, self.x):
            yield slip, sp.diff(wrong, self.x), ""

    def fault(self, node: Node, value: Any, posed: Posed) -> str:
        """Worked out, and with a constant."""
        if has_operator(node):
            return "not-finished"
        own = symbols(posed.node) if posed.node is not None else frozenset[str]()
        return "" if symbols(node) - {posed.variable, "e", "i"} - own else "missing-constant"


def _is_log_of_absolute(part: Any) -> bool:
    return isinstance(part, sp.log) and isinstance(part.args[0], sp.Abs)


class OfNumbers(Plain):
    """Definite integrals: numbers; an antiderivative beside them is true up to a constant."""

    code = "numbers-differ"

    def __init__(self, posed: Posed) -> None:
        super().__init__(posed)
        self.x = sp.Symbol(posed.variable)

    def value(self, node: Node, names: Names, line: Line) -> Any:
        """The number, with integrals between bounds worked out where that is quick."""
        letters = {
            k: v
            for k, v in names.letters.items()
            if not any(isinstance(n, Integral) and n.variable.name == k for n in walk(node))
        }
        found = Names(letters, names.functions).value(node, line.values)
        if isinstance(found, sp.Expr) and found.has(sp.Integral):
            found = found.replace(lambda e: isinstance(e, sp.Integral), _integrated)
        return found

    def differs(self, before: Any, after: Any) -> Difference | bool | None:
        """An integral without a finite value is not one that has it."""
        infinite = [isinstance(v, sp.Expr) and bool(v.is_infinite) for v in (before, after)]
        return True if infinite[0] != infinite[1] else super().differs(before, after)

    def slips(self, posed: Posed) -> Iterator[tuple[str, Any, str]]:
        """Wrong values of the integral."""
        node = posed.node
        assert isinstance(node, Integral) and node.lower is not None and node.upper is not None
        body, low, high = (posed.names.value(n) for n in (node.body, node.lower, node.upper))
        if body is not None and low is not None and high is not None and low.is_finite and high.is_finite:
            for slip, wrong in calculus.definite(body, self.x, low, high):
                yield slip, wrong, ""


def _integrated(integral: Any) -> Any:
    """The value of one integral; with polynomials at once, else by numbers."""
    x, *bounds = integral.limits[0]
    if len(bounds) != 2:
        return integral
    body = integral.function
    if body.is_polynomial(x) or len(body.args) <= 2 and body.count_ops() <= 6:
        found = integral.doit()
        if not found.has(sp.Integral):
            return found
    return sp.Integral(body, integral.limits[0]).evalf(25)


class OfLimits(Plain):
    """Limits; a function without `lim` in front stands for its limit, as many write it."""

    def __init__(self, posed: Posed) -> None:
        super().__init__(posed)
        limit = next(n for n in walk(posed.node) if isinstance(n, Limit)) if posed.node is not None else None
        assert limit is not None
        self.node = limit
        self.x, self.side = sp.Symbol(posed.variable), limit.side
        self.target = posed.names.value(limit.target)

    def value(self, node: Node, names: Names, line: Line) -> Any:
        """The number that it tends to."""
        found = names.value(node, line.values)
        if not isinstance(found, sp.Expr):
            return None
        if found.has(sp.Limit):
            found = found.replace(lambda e: isinstance(e, sp.Limit), lambda e: e.doit())
        if found.has(self.x):
            try:
                found = sp.limit(found, self.x, self.target, self.side or "+-")
            except ValueError:  # the two sides differ: there is no limit
                return sp.zoo
            except (NotImplementedError, TypeError, sp.PoleError):
                return None
        return None if found.has(sp.Limit, sp.AccumBounds) or found is sp.nan else found

    def differs(self, before: Any, after: Any) -> Difference | bool | None:
        """Infinite values are compared as they are."""
        if before is None or after is None:
            return None
        if sp.zoo in (before, after):
            return bool(before != after)
        if before in (sp.oo, -sp.oo) or after in (sp.oo, -sp.oo):
            return False if before == after else Difference((), before, after)
        return difference(before, after)

    def slips(self, posed: Posed) -> Iterator[tuple[str, Any, str]]:
        """Wrong values of the limit."""
        body = posed.names.value(self.node.body)
        if isinstance(body, sp.Expr):
            for slip, wrong in calculus.limits(body, self.x, self.target):
                yield slip, wrong, ""

    def fault(self, node: Node, value: Any, posed: Posed) -> str:
        """A number at the end."""
        if has_operator(node) or posed.variable in symbols(node):
            return "not-finished"
        return fault_of_form(node, value, "value")


def sense_of(posed: Posed) -> Plain:
    """What "the same" means for a problem."""
    if posed.sort == "derivative":
        return OfDerivatives(posed)
    if posed.sort == "integral":
        return OfNumbers(posed) if posed.definite else UpToConstant(posed)
    if posed.sort == "limit":
        return OfLimits(posed)
    return Plain(posed)
