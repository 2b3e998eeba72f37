r"""Expressions of matrices and vectors: `2\mathbf{a} - 3\mathbf{b}`, `A^2 B^T`, `(\mathbf{a} \times \mathbf{b}) \cdot \mathbf{c}`.

A grammar of its own: the letters stand for matrices, and literals stand as tokens `§k§`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.topics.cells import exact_source
from solver.topics.equations.matrices.literals import entry, latex

MAX_POWER: Final = 3000
_NAME: Final = r"\\(?:mathbf|boldsymbol|bold|bf|vec|overrightarrow|mathrm|pmb|bm)(?![a-z])\s*(?:\{\s*(?:\\mathbf\s*)?\{?[A-Za-z]{1,2}\}?\s*\}|[A-Za-z])|\\det(?![A-Za-z])|\\operatorname\{(?:tr|det)\}|\\tr(?![A-Za-z])|\\lambda(?![A-Za-z])|\\mu(?![A-Za-z])|det(?![a-z])|[A-Za-zλμ]"
_SCALAR: Final = r"\\[dt]?frac\s*(?:\{[^{}]*\}\s*\{[^{}]*\}|\d\s*\d)|\\sqrt\s*(?:\{[^{}]*\}|\d)|\d+(?:\.\d+)?(?:\s*/\s*\d+)?"
_TOKEN: Final = re.compile(
    rf"\s+|\\[,;! ]|\\q?quad|\\(?:left|right|bigl|bigr|Bigl|Bigr)(?![a-z])|(?P<literal>§\d+§)|(?P<scalar>{_SCALAR})|(?P<transpose>\^\s*\{{?\s*(?:T|\\top|\\mathrm\{{T\}}|\\mathsf\{{T\}}|t)\s*\}}?(?![A-Za-z])|')"
    rf"|(?P<power>\^\s*(?:\{{\s*-?\d+\s*\}}|\d))|(?P<name>{_NAME})|(?P<norm>\\\||\\lVert|\\rVert|\\Vert|\\lvert|\\rvert|\\mid|\||‖)"
    r"|(?P<op>[-+*·×()\[\]]|\\cdot(?![a-z])|\\times(?![a-z])|−)"
)


_SCALARS: Final = ("k", "t", "m", "x", "λ", "μ", r"\lambda", r"\mu")
"""Letters that stand for numbers where no vector has that name."""


class NotAnExpression(ValueError):
    """The text is no expression of the known matrices."""


@dataclass(frozen=True, slots=True)
class Expression:
    """An operation on parts, or a value (`op` is "value" or "name")."""

    op: str
    parts: tuple[Expression, ...] = ()
    value: Any = None
    name: str = ""

    def letters(self) -> set[str]:
        """The letters in the matrices that stand in it."""
        own = {s.name for s in self.value.free_symbols} if self.op == "value" else set()
        return own.union(*(p.letters() for p in self.parts))

    def names(self) -> set[str]:
        """The named matrices in it."""
        return {self.name} if self.op == "name" else set().union(*(p.names() for p in self.parts))


def plain(name: str) -> str:
    r"""The letters of a name: `\mathbf{a}` is a."""
    return re.sub(r"\\[a-z]+|[{}\s]", "", name)


def is_column(value: Any) -> bool:
    """Whether it is a vector."""
    return isinstance(value, sp.MatrixBase) and value.cols == 1


def apply(op: str, *values: Any) -> Any:
    """One operation, as mathematics defines it.

    Raises:
        NotAnExpression: it is not defined for these sizes.
    """
    shaped = [v for v in values if isinstance(v, sp.MatrixBase)]
    match op, len(shaped), values:
        case "+" | "-", 0 | 2, (a, b) if not shaped or a.shape == b.shape:
            return a + b if op == "+" else a - b
        case "neg", _, (a,):
            return -a
        case "dot", 2, (a, b) if is_column(a) and a.shape == b.shape:
            return sp.expand(a.dot(b))
        case "cross", 2, (a, b) if a.shape == b.shape == (3, 1):
            return a.cross(b).applyfunc(sp.expand)
        case "*", 2, (a, b) if a.cols == b.rows:
            return (a * b).applyfunc(sp.expand)
        case "*", 0 | 1, (a, b):
            product = a * b
            return product.applyfunc(sp.expand) if shaped else sp.expand(product)
        case "^", 1, (a, n) if a.rows == a.cols and _small(a, n) and (n >= 0 or a.det() != 0):
            return (
                a.pow(n, method="multiply")
                if n >= 0
                else a.inv().pow(-n, method="multiply").applyfunc(sp.simplify)
            )
        case "^", 0, (a, n) if abs(n) <= 20 and (n > 0 or a != 0):
            return a**n
        case "T", 1, (a,):
            return a.T
        case "det", 1, (a,) if a.rows == a.cols:
            return sp.factor(a.det()) if a.free_symbols else sp.simplify(a.det())
        case "tr", 1, (a,) if a.rows == a.cols:
            return a.trace()
        case "norm", 1, (a,) if is_column(a) and not a.free_symbols:
            return sp.sqrt(sp.expand(a.dot(a)))
    raise NotAnExpression(op)


def _small(a: sp.Matrix, n: int) -> bool:
    return abs(n) <= 8 or (abs(n) <= MAX_POWER and a.rows == 2 and all(e.is_Integer for e in a))


def value_of(e: Expression, known: Mapping[str, Any]) -> Any:
    """What the expression is."""
    if e.op == "name":
        return known[e.name]
    if e.op == "value":
        return e.value
    return apply(e.op, *(value_of(p, known) for p in e.parts))


def source(e: Expression, known: Mapping[str, Any]) -> str:
    """Python source, where the names are matrices of the cell."""
    if e.op == "name":
        return e.name
    if e.op == "value":
        return matrix_source(e.value) if isinstance(e.value, sp.MatrixBase) else exact_source(e.value)
    inner = [source(p, known) for p in e.parts]
    wrapped = [
        f"({s})" if p.op in ("+", "-", "neg", "*", "^") or "/" in s or s.startswith("-") else s
        for p, s in zip(e.parts, inner, strict=True)
    ]
    match e.op:
        case "+":
            return f"{inner[0]} + {inner[1]}"
        case "-":
            return f"{inner[0]} - {wrapped[1]}"
        case "neg":
            return f"-{wrapped[0]}"
        case "*":
            return f"{wrapped[0]}*{wrapped[1]}"
        case "^":
            return f"{wrapped[0]}**{inner[1]}"
        case "T":
            return f"{wrapped[0]}.T"
    method = {"det": "det", "tr": "trace", "norm": "norm", "dot": "dot", "cross": "cross"}[e.op]
    return f"{wrapped[0]}.{method}({', '.join(inner[1:])})"


def matrix_source(value: sp.MatrixBase) -> str:
    """Python source of a matrix; a column as a flat list."""
    data = list(value) if value.cols == 1 else value.tolist()
    return f"Matrix({exact_source(data)})"


_SIGNS: Final = {"+": "{}+{}", "-": "{}-{}", "neg": "-{}", "*": r"{}\,{}", "dot": r"{}\cdot {}", "cross": r"{}\times {}",
                 "^": "{}^{{{}}}", "T": "{}^T", "det": r"\det {}", "tr": r"\operatorname{{tr}}{}", "norm": r"\left|{}\right|"}  # fmt: skip


def shown(op: str, values: tuple[Any, ...], *, point: bool) -> str:
    """One operation with its numbers, as LaTeX."""
    texts = []
    for i, v in enumerate(values):
        text = latex(v, point=point)
        bare = (
            isinstance(v, sp.MatrixBase)
            or op == "norm"
            or (op == "^" and i)
            or v.is_Atom
            and not v.is_negative
        )
        texts.append(text if bare else rf"\left({text}\right)")
    return _SIGNS[op].format(*texts)


def parts_in_order(e: Expression) -> list[Expression]:
    """Operations, innermost first; what is worked out is not repeated."""
    found: list[Expression] = []
    for part in e.parts:
        found += [p for p in parts_in_order(part) if p not in found]
    return [*found, e] if e.parts else found


class Parser:
    """Recursive descent over one formula."""

    def __init__(self, text: str, literals: list[Any], known: Mapping[str, Any]) -> None:
        self.known, self.literals, self.at = known, literals, 0
        self.tokens: list[tuple[str, str]] = []
        i = 0
        while i < len(text):
            match = _TOKEN.match(text, i)
            if match is None:
                raise NotAnExpression(text[i:])
            if match.lastgroup:
                self.tokens.append((match.lastgroup, match[match.lastgroup]))
            i = match.end()

    def whole(self) -> Expression:
        """The formula, read to its end."""
        found = self._sum()
        if self.at != len(self.tokens):
            raise NotAnExpression("more than one expression")
        return found

    def _peek(self) -> tuple[str, str]:
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", "")

    def _sum(self) -> Expression:
        sign = self._peek()[1]
        if sign in ("-", "−", "+"):
            self.at += 1
        found = self._product()
        if sign in ("-", "−"):
            found = Expression("neg", (found,))
        while self._peek()[1] in ("+", "-", "−"):
            op = "+" if self._peek()[1] == "+" else "-"
            self.at += 1
            found = Expression(op, (found, self._product()))
        return found

    def _product(self) -> Expression:
        found = self._power()
        while True:
            kind, text = self._peek()
            op = "*"
            if text in (r"\cdot", "·", r"\times", "×", "*"):
                self.at += 1
                right = self._product_operand()
                pair = [value_of(p, self.known) for p in (found, right)]
                if all(map(is_column, pair)):
                    if text == "*" and pair[0].rows != 2:  # cleaned text has one sign for both products
                        raise NotAnExpression("dot or cross")
                    op = "cross" if text in (r"\times", "×") else "dot"
            elif kind in ("literal", "scalar", "name") or text in ("(", "["):
                right = self._power()
            else:
                return found
            found = Expression(op, (found, right))

    def _product_operand(self) -> Expression:
        """What stands behind a sign: `a · 2b` multiplies 2 and b first."""
        found = self._power()
        while self._peek()[0] in ("literal", "scalar", "name") and not isinstance(
            value_of(found, self.known), sp.MatrixBase
        ):
            found = Expression("*", (found, self._power()))
        return found

    def _power(self) -> Expression:
        found = self._atom()
        while self._peek()[0] in ("power", "transpose"):
            kind, text = self._peek()
            self.at += 1
            if kind == "transpose":
                found = Expression("T", (found,))
            elif is_column(value_of(found, self.known)):
                if int(re.sub(r"[\^{}\s]", "", text)) != 2:
                    raise NotAnExpression("power of a vector")
                found = Expression("dot", (found, found))
            else:
                number = sp.Integer(int(re.sub(r"[\^{}\s]", "", text)))
                found = Expression("^", (found, Expression("value", value=number)))
        return found

    def _atom(self) -> Expression:
        kind, text = self._peek()
        self.at += 1
        if kind == "literal":
            value = self.literals[int(text.strip("§"))]
            return (
                Expression("det", (Expression("value", value=value.matrix),))
                if value.bars
                else Expression("value", value=value.matrix)
            )
        if kind == "scalar":
            value = entry(text)
            if value is None:
                raise NotAnExpression(text)
            return Expression("value", value=value)
        if text in ("(", "["):
            found = self._sum()
            self._expect(")" if text == "(" else "]")
            return found
        if kind == "norm":
            found = self._sum()
            if self._peek()[0] != "norm":
                raise NotAnExpression("no closing bar")
            self.at += 1
            inner = value_of(found, self.known)
            if not isinstance(inner, sp.MatrixBase):
                raise NotAnExpression("bars around a number")
            return Expression("norm" if is_column(inner) else "det", (found,))
        if kind == "name":
            word = re.sub(r"\\operatorname|[\\{}]", "", text)
            if word in ("det", "tr"):
                return Expression(word, (self._power(),))
            if plain(text) in self.known:
                return Expression("name", name=plain(text))
            if text.strip() in _SCALARS:
                return Expression("value", value=entry(text))
        raise NotAnExpression(text)

    def _expect(self, closing: str) -> None:
        if self._peek()[1] != closing:
            raise NotAnExpression("brackets")
        self.at += 1
