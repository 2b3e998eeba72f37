"""The numbers of a question: written out, as an expression to work out first, or as a letter that is settled.

Exact rational arithmetic on trees of our own; roots only where they come out, no unknown letters, no huge numbers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import factorial, isqrt
from typing import Any, Final

import sympy as sp

from solver.formula import Node, Unworkable, to_latex, to_python
from solver.formula.nodes import Binary, Blank, Call, Negative, Number, Relation, Symbol, walk, with_children
from solver.ports import Language
from solver.topics.base import Text, Words
from solver.topics.rationals import as_number, number_node

MAX_SIZE: Final = 10**400
"""Larger numbers are of no use to a reader; every result on the way stays below."""
_SHOWN_LAYERS: Final = 6
WORK_OUT: Final = Words("Work out the number first: \\[{chain}\\]", "先算出这个数：\\[{chain}\\]")


@dataclass(frozen=True, slots=True)
class Argument:
    """One number of a question.

    Attributes:
        written: as the question has it, letters included.
        known: the same with the values of its letters.
        value: what it is.
        layers: LaTeX of `written` after each layer of operations; empty where it was written out as a number.
    """

    written: Node
    known: Node
    value: Fraction
    layers: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether the value is an integer."""
        return self.value.denominator == 1

    @property
    def source(self) -> str:
        """Python source of the value, as the question writes it."""
        return to_python(self.known)

    def step(self, language: Language) -> str | None:
        """How the number is worked out; None where there is nothing to do."""
        if not self.layers:
            return None
        return WORK_OUT.say(language, chain="=".join((to_latex(self.written), *self.layers)))


def argument(node: Node, values: Mapping[str, Any], *, decimal: bool = False) -> Argument | None:
    """The number that `node` says, letters having `values`; None where it is not a rational number of decent size.

    With `decimal`, and wherever the question has decimals, what is worked out is a decimal where that ends.

    Raises:
        Unworkable: it divides by zero.

    >>> from solver.formula import parse
    >>> found = argument(parse("(19 - 12)*10/2"), {})
    >>> found.value, len(found.layers)
    (Fraction(35, 1), 3)
    """
    decimal = decimal or any(isinstance(n, Number) and "." in n.text for n in walk(node))
    known = _with_values(node, values, decimal)
    if known is None:
        return None
    layers = [] if known == node else [to_latex(known)]
    current = known
    while (value := as_number(current)) is None:
        following = _layer(current, decimal)
        if following == current:
            return None
        current = following
        layers.append(to_latex(current))
    if layers and layers[-1] == to_latex(node):
        layers = []  # a fraction in lowest terms is written out already
    if len(layers) > _SHOWN_LAYERS:
        layers = [layers[-1]]
    return Argument(node, known, value, tuple(layers)) if _is_decent(value) else None


def arguments(nodes: tuple[Node, ...], values: Mapping[str, Any]) -> tuple[Argument, ...] | None:
    """All of them, or None where one is not a number."""
    found = tuple(argument(node, values) for node in nodes)
    return tuple(a for a in found if a is not None) if all(found) else None


_SUBJECT: Final = re.compile(
    r"(?i:\b(is|does|whether|if|can|round))(\s+)a(?=\s+(?:an?|rounded|prime|composite|even|odd|divisible|divide|go|be|to)\b)"
)


def with_letters(text: Text) -> Text:
    """The text with `a` as a formula where it is a settled letter and the subject: "Is a prime?", "What is a rounded to …".

    >>> with_letters(Text("Is a a factor of 12?", "en", {"a": 4})).source
    'Is $a$ a factor of 12?'
    """
    return replace(text, source=_SUBJECT.sub(r"\1\2$a$", text.source)) if "a" in text.values else text


def asked_side(node: Node) -> Node:
    """`gcd(4, 6) = ?` asks for its known side."""
    match node:
        case Relation(("=",), (left, Blank())):
            return left
    return node


def _is_decent(value: Fraction) -> bool:
    return abs(value.numerator) < MAX_SIZE and value.denominator < MAX_SIZE


def _with_values(node: Node, values: Mapping[str, Any], decimal: bool) -> Node | None:
    """The tree with letters replaced; None where a letter has no rational value."""
    for inner in walk(node):
        if isinstance(inner, Symbol) and not isinstance(values.get(inner.name), sp.Rational | int | Fraction):
            return None

    def replaced(inner: Node) -> Node:
        if isinstance(inner, Symbol):
            value = sp.Rational(values[inner.name])
            return number_node(Fraction(int(value.p), int(value.q)), decimal=decimal)
        return with_children(inner, replaced)

    return replaced(node)


def _layer(node: Node, decimal: bool) -> Node:
    """Every operation whose operands are numbers is worked out; those above stay."""
    result: Fraction | None = None
    match node:
        case Binary(op, left, right):
            a, b = as_number(left), as_number(right)
            if a is None or b is None:
                return Binary(op, _layer(left, decimal), _layer(right, decimal), node.tight)
            result = _operate(op, a, b)
        case Negative(operand):
            inner = as_number(operand)
            if inner is None:
                return Negative(_layer(operand, decimal))
            result = -inner
        case Call(name, (operand,)):
            inner = as_number(operand)
            if inner is None:
                return Call(name, (_layer(operand, decimal),))
            result = _apply(name, inner)
    return node if result is None or not _is_decent(result) else number_node(result, decimal=decimal)


def _operate(op: str, a: Fraction, b: Fraction) -> Fraction | None:
    match op:
        case "+":
            return a + b
        case "-":
            return a - b
        case "*":
            return a * b
        case "/":
            if b == 0:
                raise Unworkable("division by zero")
            return a / b
        case "^" if b.denominator == 1 and _power_is_decent(a, int(b)):
            if a == 0 and b < 0:
                raise Unworkable("division by zero")
            return Fraction(a ** int(b)) if a or b > 0 else None
    return None


def _power_is_decent(base: Fraction, exponent: int) -> bool:
    bits = max(abs(base.numerator), base.denominator).bit_length()
    return abs(base) in (0, 1) or bits * abs(exponent) <= 2 * MAX_SIZE.bit_length()


def _apply(name: str, value: Fraction) -> Fraction | None:
    match name:
        case "Abs":
            return abs(value)
        case "factorial" if value.denominator == 1 and 0 <= value <= 150:
            return Fraction(factorial(int(value)))
        case "sqrt" if value >= 0:
            p, q = isqrt(value.numerator), isqrt(value.denominator)
            return Fraction(p, q) if (p * p, q * q) == (value.numerator, value.denominator) else None
    return None
