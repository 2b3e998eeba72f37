"""Read the sentences that come before the question: definitions of letters and functions, and equations.

Forms only: what they settle is `settling`'s business. A sentence that is not one of these forms begins the question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from solver.formula import FormulaError, Node, parse, parse_list
from solver.formula.nodes import Apply, Binary, Blank, Negative, Number, Relation, Symbol, walk, with_children
from solver.ports import Language


@dataclass(frozen=True, slots=True)
class Named:
    """`letter` = expression."""

    letter: str
    expression: Node


@dataclass(frozen=True, slots=True)
class Function:
    """`name(variable)` is the derivative of `order` of expression; order 0 is the expression itself."""

    name: str
    variable: str
    expression: Node
    order: int = 0


@dataclass(frozen=True, slots=True)
class Equations:
    """Equations that hold together."""

    relations: tuple[Relation, ...]


Given: TypeAlias = Named | Function | Equations

_OPENING: Final[dict[Language, str]] = {
    "en": r"(?:let|suppose|assume|define|set|given|say)(?:\s+that)?\s+",
    "zh": r"(?:已知|假设|如果|设|令|若|记|且|又|再设)?\s*",
}
_SENTENCE: Final[dict[Language, re.Pattern[str]]] = {
    "en": re.compile(rf"\s*{_OPENING['en']}(?P<body>[^.;]*(?:\.\d[^.;]*)*)[.;]\s+", re.IGNORECASE),
    "zh": re.compile(rf"\s*{_OPENING['zh']}(?P<body>[^。;,]*?)\s*[。;,]\s*"),
}
_LETTER: Final = r"\$?(?:\\\()?\s*(?P<letter>[A-Za-z])\s*(?:\\\))?\$?"
_BE: Final = re.compile(rf"{_LETTER}\s+(?:be|is|equal)\s+(?P<expression>\S.*)", re.DOTALL)
_DERIVATIVE: Final[dict[Language, re.Pattern[str]]] = {
    "en": re.compile(
        r"(?P<name>[A-Za-z])\s*\(\s*(?P<variable>[A-Za-z])\s*\)\s*(?:be|is|=)\s*the\s+(?:(?P<order>first|second|third|fourth)\s+)?derivative"
        r"\s+of\s+(?P<expression>\S.*?)(?:\s+(?:wrt|with respect to)\s+(?P=variable))?",
        re.DOTALL,
    ),
    "zh": re.compile(
        r"(?P<name>[A-Za-z])\s*\(\s*(?P<variable>[A-Za-z])\s*\)\s*(?:是|为)\s*(?P<expression>\S.*?)\s*的\s*(?P<order>一阶|二阶|三阶|四阶)?\s*导(?:数|函数)",
        re.DOTALL,
    ),
}
_ORDERS: Final = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "一阶": 1,
    "二阶": 2,
    "三阶": 3,
    "四阶": 4,
}


def split(source: str, language: Language) -> tuple[tuple[Given, ...], tuple[str, ...]]:
    """The givens a text begins with, and what is left behind each of them: one text more than givens.

    >>> split("Let a = 3. Suppose 2*b = a. What is b?", "en")[1]
    ('Let a = 3. Suppose 2*b = a. What is b?', 'Suppose 2*b = a. What is b?', 'What is b?')
    """
    givens, rests, rest = list[Given](), [source], source
    functions = set[str]()
    while (sentence := _SENTENCE[language].match(rest)) is not None:
        given = _given(sentence["body"].strip(), language, frozenset(functions))
        if given is None:
            break
        if isinstance(given, Function):
            functions.add(given.name)
        rest = rest[sentence.end() :]
        givens.append(given)
        rests.append(rest)
    return tuple(givens), tuple(rests)


def _given(body: str, language: Language, functions: frozenset[str]) -> Given | None:
    try:
        if (found := _DERIVATIVE[language].fullmatch(body)) is not None:
            order = _ORDERS[found["order"]] if found["order"] else 1
            return Function(
                found["name"], found["variable"], applied(parse(found["expression"]), functions), order
            )
        if language == "en" and (found := _BE.fullmatch(body)) is not None:
            return Named(found["letter"], applied(parse(_bare(found["expression"])), functions))
        nodes = parse_list(_bare(body))
    except FormulaError:
        return None
    match nodes:
        case (Relation(("=",), (Symbol(letter), expression)),) if not isinstance(expression, Blank):
            return Named(letter, applied(expression, functions))
        case (Relation(("=",), (left, expression)),) if (head := _head(left)) is not None and head[
            0
        ] not in functions:
            return Function(*head, applied(expression, functions))
    relations = tuple(
        applied(n, functions) for n in nodes
        if isinstance(n, Relation) and n.signs == ("=",) and not any(isinstance(s, Blank) for s in n.sides)
    )  # fmt: skip
    if len(relations) < len(nodes):
        return None
    return Equations(tuple(r for r in relations if isinstance(r, Relation)))


def _bare(formula: str) -> str:
    """Without the delimiters around it."""
    for opening, closing in ((r"\(", r"\)"), (r"\[", r"\]"), ("$", "$")):
        if (
            formula.startswith(opening)
            and formula.endswith(closing)
            and opening not in formula[len(opening) : -len(closing)]
        ):
            return formula[len(opening) : -len(closing)]
    return re.sub(r"\s+and\s+|\s*且\s*", ", ", formula)


def _head(node: Node) -> tuple[str, str] | None:
    """`r(w)`: which the grammar takes for a product where r is no usual name of a function."""
    match node:
        case Binary("*", Symbol(name), Symbol(variable), True) if name != variable:
            return name, variable
        case Apply(name, Symbol(variable)) if "'" not in name:
            return name, variable
    return None


def applied(node: Node, functions: frozenset[str]) -> Node:
    """The tree in which `r(10)` is an application where r is one of `functions`, and a product elsewhere.

    Raises:
        FormulaError: a function without its argument, or with a power behind its bracket, which may belong to either.
    """
    found = _applied(node, functions)
    if any(isinstance(n, Symbol) and n.name in functions for n in walk(found)):
        raise FormulaError("a function stands without its argument")
    return tidy(found)


def tidy(node: Node) -> Node:
    """The same with `3*w` as 3w, and `1/3*w` as a fraction beside w."""
    node = with_children(node, tidy)
    match node:
        case Binary(
            "*", Number() | Binary("/", Number(), Number()), Symbol() | Apply() | Binary("^", Symbol())
        ):
            return replace(node, tight=True)
    return node


def _applied(node: Node, functions: frozenset[str]) -> Node:
    node = with_children(node, lambda child: _applied(child, functions))
    if not (isinstance(node, Binary) and node.op == "*" and node.tight):
        return node
    name = _last_factor(node.left)
    if name not in functions:
        return node
    if isinstance(node.right, Binary) and node.right.op == "^":
        raise FormulaError("brackets are needed around a function's value")
    return _with_last_factor(node.left, Apply(name, node.right))


def _last_factor(node: Node) -> str:
    match node:
        case Symbol(name):
            return name
        case Binary("*" | "/", _, right):
            return _last_factor(right)
        case Negative(operand):
            return _last_factor(operand)
    return ""


def _with_last_factor(node: Node, factor: Node) -> Node:
    match node:
        case Binary("*" | "/" as op, left, right, tight):
            return Binary(op, left, _with_last_factor(right, factor), tight)
        case Negative(operand):
            return Negative(_with_last_factor(operand, factor))
    return factor
