"""Numbers that are compared: as they are written, and what they are worth. Their order is exact or not said at all.

No words and no questions here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cmp_to_key
from itertools import pairwise
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, Unworkable, parse, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Binary, Call, Constant, Negative, Number, Symbol, symbols, walk
from solver.topics.cells import exact_source

MAX_NUMBER: Final = 10**120
"""Above every number, numerator and denominator; what is longer no reader compares."""
DIGITS_SHOWN: Final = 25
_SEPARATING: Final = sp.Rational(1, 10**DIGITS_SHOWN)
_FUNCTIONS: Final = frozenset("sqrt root Abs log factorial sin cos tan rad exp".split())
_PERCENT: Final = re.compile(r"(-?)\s*(\d+(?:\.\d+)?)\s*\\?%")
_SIDE_BY_SIDE: Final = re.compile(r"[\w)}|]\s+(?!\\(?:times|cdot))[\w(\\√]")
"""Two numbers of a list without a comma rather than a product."""
_DECIMAL: Final = re.compile(r"-?\d+(?:\.\d+)?")


class Unlike(ValueError):
    """Two numbers that are neither the same in form nor clearly apart."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A real number as the problem writes it.

    Attributes:
        latex: its written form: a fraction stays a fraction, a letter a letter, 50% a percentage.
        node: its tree.
        value: what it is worth.
        label: the letter of the option that it is, where the problem lists options.
    """

    latex: str
    node: Node
    value: Any
    label: str = ""

    @property
    def is_plain(self) -> bool:
        """An integer or a decimal in digits."""
        return _DECIMAL.fullmatch(self.latex) is not None

    @property
    def is_literal(self) -> bool:
        """A number in digits: an integer, a decimal, a fraction, a percentage."""
        return bool(self.value.is_Rational) and not any(
            isinstance(n, Call | Symbol) or isinstance(n, Binary) and n.op != "/" for n in walk(self.node)
        )

    @property
    def source(self) -> str:
        """Python source of the number."""
        if isinstance(self.node, Symbol):
            return "E" if self.value == sp.E else python_name(self.node.name)
        if symbols(self.node) & {"e", "i"}:  # letters of the problem here, constants in Python source
            return exact_source(self.value)
        return exact_source(self.value) if self.is_literal else to_python(self.node)


def quantity(text: str, values: Mapping[str, Any], label: str = "") -> Quantity | None:
    """The number that `text` writes; None where it is no single real number of moderate size.

    >>> quantity("6/8", {}).latex, quantity("u", {"u": sp.Integer(4)}).value, quantity("x", {})
    ('\\\\frac{6}{8}', 4, None)
    """
    text = re.sub(r"^(-?)\s*(\d+)\s+(\d+)\s*/\s*(\d+)$", _mixed, text.strip())
    text = re.sub(r"(\\[A-Za-z]+)\s+(?![A-Za-z])", r"\1", text)
    percent = _PERCENT.fullmatch(text)
    if "%" in text and percent is None or _SIDE_BY_SIDE.search(text):
        return None
    try:
        node = parse(text)
        if not _is_closed(node, values):
            return None
        value = to_sympy(node, values)
    except Unworkable:
        raise
    except (FormulaError, TypeError, ValueError, AttributeError):
        return None
    if not isinstance(value, sp.Expr) or value.free_symbols or value.is_real is not True:
        return None
    if (
        any(max(abs(n.p), n.q) >= MAX_NUMBER for n in value.atoms(sp.Rational))
        or not abs(value.evalf()) < MAX_NUMBER
    ):
        return None
    latex = f"{percent[1]}{percent[2]}\\%" if percent else to_latex(node)
    return Quantity(latex, node, value, label)


def _mixed(match: re.Match[str]) -> str:
    """`1 1/2` is one and a half; `3 5/2` is nothing that people write."""
    whole = f"{match[1]}{match[2]}\\frac{{{match[3]}}}{{{match[4]}}}"
    return whole if 0 < int(match[3]) < int(match[4]) else match[0]


def _is_closed(node: Node, values: Mapping[str, Any]) -> bool:
    """Only numbers, operations on them, and letters whose values are known."""
    if not symbols(node) <= {*values, "e"}:
        return False
    return all(
        isinstance(n, Number | Symbol | Negative | Binary)
        or isinstance(n, Constant)
        and n.name in ("pi", "E")
        or isinstance(n, Call)
        and n.name in _FUNCTIONS
        for n in walk(node)
    )


def compare(a: Any, b: Any) -> int:
    """−1, 0 or 1 as a is smaller than, equal to or greater than b.

    Raises:
        Unlike: they agree in all the digits that are looked at, and nothing shows that they are equal.

    >>> compare(sp.sqrt(2), sp.Rational(141, 100)), compare(sp.sqrt(8), 2*sp.sqrt(2))
    (1, 0)
    """
    if a == b:
        return 0
    difference = a - b
    if not difference.is_Rational:
        difference = difference.evalf(60)
        if not difference.is_Float or abs(difference) < _SEPARATING:
            raise Unlike
    return 1 if difference > 0 else -1


def ascending(numbers: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """From the smallest to the largest; equal ones in the order of the problem.

    Raises:
        Unlike: two of them are neither equal in form nor clearly apart.
    """

    def order(p: Quantity, q: Quantity) -> int:
        return compare(p.value, q.value)

    return tuple(sorted(numbers, key=cmp_to_key(order)))


def chain(numbers: Sequence[Quantity], *, sign: str = "<") -> str:
    """Numbers that are in order already, joined by `sign`, by = where they are equal."""
    found = numbers[0].latex
    for p, q in pairwise(numbers):
        found += f" {'=' if compare(p.value, q.value) == 0 else sign} {q.latex}"
    return found


def letters(numbers: Sequence[Quantity], values: Mapping[str, Any]) -> dict[str, Any]:
    """The letters that occur, and what they are worth."""
    used = frozenset().union(*(symbols(q.node) for q in numbers)) if numbers else frozenset()
    return {name: values[name] for name in sorted(used) if name in values}
