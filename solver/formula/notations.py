"""Notations with a shape of their own: fractions, roots, derivatives, integrals, limits, sums.

The grammar around them (sums, products, powers) is `solver.formula.parse`'s.
"""

from __future__ import annotations

from abc import abstractmethod

from solver.formula.cursor import Cursor
from solver.formula.lexer import FormulaError, Token
from solver.formula.nodes import (
    Binary,
    Call,
    Derivative,
    Integral,
    Limit,
    Node,
    Number,
    Series,
    Symbol,
)


class Notations(Cursor):
    """Reads what follows a command such as `\\frac` or `\\int`; the cursor stands behind the command."""

    @abstractmethod
    def sum(self) -> Node:
        """Terms between + and −."""

    @abstractmethod
    def product(self) -> Node:
        """Factors."""

    @abstractmethod
    def power(self) -> Node:
        """A base with its exponent."""

    @abstractmethod
    def atom(self) -> Node:
        """The smallest whole: a number, a name, something in brackets."""

    @abstractmethod
    def signed_atom(self) -> Node:
        """An atom with its sign."""

    @abstractmethod
    def braced(self) -> Node:
        """`{…}`, or a single token as TeX reads `\\frac12`."""

    def structure(self, name: str) -> Node:
        handler = {
            "frac": self.fraction,
            "sqrt": self.root,
            "surd": self.surd,
            "int": self.integral,
            "lim": self.limit,
        }
        if name in handler:
            return handler[name]()
        if name in ("sum", "prod"):
            return self.series("Sum" if name == "sum" else "Product")
        if name in ("binom", "dbinom", "tbinom"):
            return Call("binomial", (self.braced(), self.braced()))
        if name in ("overline", "bar"):
            return Call("conjugate", (self.braced(),))
        raise FormulaError(f"{name} is not understood")

    def fraction(self) -> Node:
        start = self.at
        if (derivative := self.leibniz()) is not None:
            return derivative
        self.at = start
        return Binary("/", self.braced(), self.braced())

    def leibniz(self) -> Node | None:
        r"""`\frac{d}{dx} f` and `\frac{d^2 f}{dx^2}`; None when it is an ordinary fraction."""
        if not (self.accept("{") and self.take().text == "d"):
            return None
        order = 1
        if self.accept("^"):
            power = self.braced()
            order = int(power.value) if isinstance(power, Number) else 0
        body = None if self.is_op("}") else self.product()
        if not (
            self.accept("}") and self.accept("{") and self.take().text == "d" and self.peek().kind == "name"
        ):
            return None
        variable = Symbol(self.take().text)
        if self.accept("^"):
            self.braced()
        if not self.accept("}") or order < 1:
            return None
        return Derivative(self.product() if body is None else body, variable, order)

    def root(self) -> Node:
        if self.accept("["):
            degree = self.sum()
            self.expect("]")
            return Call("root", (self.braced(), degree))
        if self.is_op("("):
            return Call("sqrt", (self.atom(),))
        return Call("sqrt", (self.braced(),))

    def surd(self) -> Node:
        return Call("sqrt", (self.atom() if self.is_op("(", "{") else self.power(),))

    def bounds(self) -> tuple[Node | None, Node | None]:
        lower = upper = None
        for _ in range(2):
            if self.accept("_"):
                lower = self.bound()
            elif self.accept("^"):
                upper = self.bound()
        return lower, upper

    def bound(self) -> Node:
        return self.braced() if self.is_op("{") else self.signed_atom()

    def integral(self) -> Node:
        lower, upper = self.bounds()
        body, variable = self.integrand()
        return Integral(body, variable, lower, upper)

    def integrand(self) -> tuple[Node, Symbol]:
        """The text up to `dx` is cut out and read on its own: `d` is a variable everywhere else."""
        depth = 0
        for i in range(self.at, len(self.tokens) - 1):
            here, after = self.tokens[i], self.tokens[i + 1]
            depth += (here.text in ("(", "[", "{")) - (here.text in (")", "]", "}"))
            behind = self.tokens[min(i + 2, len(self.tokens) - 1)]
            if (
                depth in (0, 1)
                and here.text == "d"
                and after.kind == "name"
                and behind.text not in ("^", "_")
            ):
                in_numerator = depth == 1
                if in_numerator and not any(t.text == "frac" for t in self.tokens[self.at : i]):
                    continue
                cut = self.tokens[self.at : i] + (
                    [Token("number", "1", here.start)] if self._needs_one(i) else []
                )
                rest = self.tokens[i + 2 :] if in_numerator else []
                if in_numerator:
                    inner = type(self)([*cut, *rest])
                    body = inner.sum()
                    self.at = i + 2 + (inner.at - len(cut))
                    return body, Symbol(after.text)
                inner = type(self)([*cut, Token("end", "", here.start)])
                body = inner.sum()
                inner.expect_end()
                self.at = i + 2
                return body, Symbol(after.text)
        raise FormulaError("the integral has no dx")

    def _needs_one(self, at: int) -> bool:
        """`\\int dx` and `\\int \\frac{dx}{x}` have an invisible 1 before the d."""
        return at == self.at or self.tokens[at - 1].text in ("{", "(")

    def limit(self) -> Node:
        self.expect("_")
        braced = self.accept("{")
        token = self.take()
        if token.kind != "name":
            raise FormulaError("the limit has no variable")
        self.expect("->")
        target, side = self.signed_atom(), ""
        for _ in range(2):
            if self.accept("^"):
                opened = self.accept("{")
                side = self.take().text
                if opened:
                    self.expect("}")
            elif self.is_op("+", "-") and self.peek(1).text == "}":
                side = self.take().text
        if braced:
            self.expect("}")
        return Limit(self.product(), Symbol(token.text), target, side)

    def series(self, kind: str) -> Node:
        self.expect("_")
        self.expect("{")
        index = self.take().text
        self.expect("=")
        lower = self.sum()
        self.expect("}")
        self.expect("^")
        upper = self.bound()
        return Series(kind, self.product(), Symbol(index), lower, upper)
