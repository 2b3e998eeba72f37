"""What the value of an expression in the number is: `n^2` divides 1200, `(n+1)/(13-n)` is an integer, `n/30` is a terminating decimal.

Each with its test, its source in a cell, words, and the bounds that it gives: a divisor is no larger than what it divides.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.formula import Node, to_latex, to_python, to_sympy
from solver.formula.nodes import Binary, Call, symbols, walk
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.numbers.exact_signs import TooLarge, exact

MAX_BOUND: Final = 100_000
WORDS: Final = {
    "integer": Words("\\({f}\\) is an integer", "\\({f}\\) 是整数"),
    "prime": Words("\\({f}\\) is prime", "\\({f}\\) 是质数"),
    "square": Words("\\({f}\\) is a perfect square", "\\({f}\\) 是完全平方数"),
    "cube": Words("\\({f}\\) is a perfect cube", "\\({f}\\) 是完全立方数"),
    "terminating": Words("\\({f}\\) is a decimal that ends", "\\({f}\\) 是有限小数"),
    "lowest": Words("\\({f}\\) is in lowest terms", "\\({f}\\) 是最简分数"),
    "divides": Words("\\({f}\\) divides \\({of}\\)", "\\({f}\\) 整除 \\({of}\\)"),
    "multiple": Words("\\({f}\\) is divisible by \\({of}\\)", "\\({f}\\) 能被 \\({of}\\) 整除"),
    "not": Words("it is not so that {what}", "并非{what}"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Value:
    """The value of `node`, in which `letter` is the number, is of a `kind`; "divides" and "multiple": it divides `of`, is divided by it."""

    node: Node
    letter: str
    kind: str
    of: Node | None = None
    negated: bool = False

    def holds(self, n: int) -> bool:
        """Whether it is true of n; no where the value is not defined or too large."""
        return self.is_decided(n) is True

    def is_decided(self, n: int) -> bool | None:
        """As `holds`; None where the value is not defined or too large."""
        try:
            value = exact(self.node, {self.letter: Fraction(n)})
            other = Fraction(1) if self.of is None else exact(self.of, {self.letter: Fraction(n)})
        except TooLarge:
            return None
        if value is None or other is None:
            return None
        return self._is(value, other, n) is not self.negated

    def _is(self, value: Fraction, other: Fraction, n: int) -> bool:
        whole = value.denominator == 1
        match self.kind:
            case "integer":
                return whole
            case "prime":
                return whole and bool(sp.isprime(int(value)))
            case "square":
                return whole and value >= 0 and math.isqrt(int(value)) ** 2 == value
            case "cube":
                return whole and bool(sp.integer_nthroot(abs(int(value)), 3)[1])
            case "terminating":
                return 10**80 % value.denominator == 0
            case "lowest":
                top, bottom = self._sides(n)
                return math.gcd(top, bottom) == 1
            case "divides":
                return whole and value != 0 and (other / value).denominator == 1
        return whole and other != 0 and (value / other).denominator == 1

    def _sides(self, n: int) -> tuple[int, int]:
        assert isinstance(self.node, Binary)
        top, bottom = (exact(side, {self.letter: Fraction(n)}) for side in (self.node.left, self.node.right))
        return int(top or 0), int(bottom or 0)

    def source(self, n: str) -> str:
        """The same in Python."""
        plain = self._source()
        if not self.negated:
            return plain
        bottom = "1" if self.kind in ("lowest", "divides", "multiple") else self._fraction(self.node)[1]
        return f"not ({plain})" if bottom == "1" else f"({bottom}) != 0 and not ({plain})"

    def _source(self) -> str:
        if self.kind == "lowest":
            assert isinstance(self.node, Binary)
            return f"igcd({to_python(self.node.left)}, {to_python(self.node.right)}) == 1"
        top, bottom = self._fraction(self.node)
        if self.kind in ("divides", "multiple"):
            assert self.of is not None
            other = to_python(self.of)
            return (
                f"({top}) != 0 and ({other}) % ({top}) == 0"
                if self.kind == "divides"
                else f"({top}) % ({other}) == 0"
            )
        is_whole = "" if bottom == "1" else f"({bottom}) != 0 and ({top}) % ({bottom}) == 0"
        value = top if bottom == "1" else f"({top})//({bottom})"
        test = {
            "integer": "",
            "prime": f"isprime({value})",
            "square": f"({value}) >= 0 and integer_nthroot({value}, 2)[1]",
            "cube": f"integer_nthroot(abs({value}), 3)[1]",
            "terminating": f"({bottom}) != 0 and 10**80*({top}) % ({bottom}) == 0",
        }[self.kind]
        if self.kind == "terminating":
            return test
        return " and ".join(filter(None, (is_whole, test))) or "True"

    def _fraction(self, node: Node) -> tuple[str, str]:
        letter = sp.Symbol(self.letter, integer=True)
        top, bottom = sp.fraction(sp.together(to_sympy(node, {self.letter: letter})))
        return (to_python(node), "1") if bottom == 1 else (str(top), str(bottom))

    def say(self, language: Language) -> str:
        """In words and signs."""
        of = "" if self.of is None else to_latex(self.of)
        plain = WORDS[self.kind].say(language, f=to_latex(self.node), of=of)
        return WORDS["not"].say(language, what=plain) if self.negated else plain

    @property
    def is_of_naturals(self) -> bool:
        """Whether it speaks of n! or of powers with n in the exponent, which are whole for natural n alone."""
        for node in (self.node, self.of):
            for part in walk(node) if node is not None else ():
                match part:
                    case Binary("^", _, exponent) if symbols(exponent):
                        return True
                    case Call("factorial" | "binomial", _):
                        return True
        return False

    def bound(self) -> int | None:
        """No number that fits is farther from zero than this; None where that is not known."""
        if self.negated:
            return None
        try:
            if self.kind == "divides":
                return self._divisor_bound()
            if self.kind in ("integer", "prime", "square", "cube"):
                return self._quotient_bound()
        except (sp.PolynomialError, TypeError, ValueError):
            return None
        return None

    def _poly(self, expression: Any) -> Any:
        return sp.Poly(expression, sp.Symbol(self.letter, integer=True), domain="QQ")

    def _divisor_bound(self) -> int | None:
        assert self.of is not None
        of = exact(self.of, {})
        if of is None or of.denominator != 1 or of == 0:
            return None
        match self.node:
            case Binary("^", base, _) if (b := exact(base, {})) is not None and b.denominator == 1 and b > 1:
                return _first(lambda n: int(b) ** n > abs(int(of)), 0)
        found = self._poly(to_sympy(self.node, {self.letter: sp.Symbol(self.letter, integer=True)}))
        lead, lower = abs(found.LC()), sum(abs(c) for c in found.all_coeffs()[1:])
        degree = found.degree()
        if degree < 1 or lead < 1:
            return None
        return _first(lambda n: n ** (degree - 1) * (n - int(lower)) > abs(int(of)), int(lower) + 1)

    def _quotient_bound(self) -> int | None:
        letter = sp.Symbol(self.letter, integer=True)
        top, bottom = sp.fraction(sp.together(to_sympy(self.node, {self.letter: letter})))
        p, q = self._poly(top), self._poly(bottom)
        if q.degree() < 1:
            return None
        rest = p.rem(q)
        if rest.is_zero:
            return None
        scale = sp.ilcm(1, *(c.q for c in (*rest.all_coeffs(), *p.div(q)[0].all_coeffs())))
        reach = sum(abs(c) * scale for c in rest.all_coeffs()) + sum(abs(c) for c in q.all_coeffs()[1:])
        found = int(sp.ceiling(reach / abs(q.LC()))) + 1
        return found if found <= MAX_BOUND else None


def _first(beyond: Any, start: int) -> int | None:
    """The first number from `start` on for which it is beyond."""
    n = max(1, start)
    while not beyond(n):
        n = n + 1 + n // 64
        if n > MAX_BOUND:
            return None
    return n
