"""The one function that a question is about, and the words that all such questions share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from solver.formula import FormulaError, to_latex, to_sympy
from solver.formula.nodes import (
    Apply,
    Binary,
    Blank,
    Call,
    Constant,
    Negative,
    Node,
    Number,
    Relation,
    Symbol,
    symbols,
    walk,
)
from solver.reader import Account, account, notation_of
from solver.topics.base import Text
from solver.topics.settled import with_values

MAX_NODES: Final = 80
CALLS: Final = frozenset({"sqrt", "root", "log", "Abs"})
COMMON: Final = {
    "function": "functions?|real valued function|rational function|curve|graph|graphs|graph of|graph of the function|the graph|defined by|given by|real numbers?|real values?|numbers|expression"
    "|real|rational|possible|possible values|any|choose|following function|given function|equation|equation of|real number values"
    "|函数|函数的|的图象|的图像|图象|图像|的函数|曲线|实数|所有|全部|一切|解析式|图象的|图像的|的曲线|这个函数|该函数",
    "form": "write your answer using interval notation|express your answer using interval notation|express your answer as an interval or as a union of intervals|as an interval or as a union of intervals"
    "|as an interval|express your answer as an interval|as a union of intervals|interval|union of intervals|using interval notation|write|express|set notation|give the endpoints in your answer as common fractions"
    "|give the endpoints|endpoints|common fractions|not mixed numbers or decimals|用区间表示|区间|enter your answer|enter|separated by commas|list|separate your answers with commas|simplify|fully|用集合表示|取|取何值|取什么值|为何值|取何实数|二次根式|根式|分式|代数式|在实数范围内|在实数范围内有|实数范围内",
}
_DEFINITION: Final = re.compile(r"(?:\\\[|\\\(|\$)\s*([a-zA-Z])\s*\(\s*[a-z]\s*\)\s*=")
_SIDES: Final = re.compile(r"~+\s*\?|\\quad|\\qquad|~")


@dataclass(frozen=True, slots=True)
class Function:
    """`name` = `body`, a formula in `variable`; `name` as it is written (`f(x)`, `y`, or nothing)."""

    body: Node
    variable: str
    name: str

    @property
    def shown(self) -> str:
        """The name, or the formula itself."""
        return self.name or to_latex(self.body)


def told(text: Text, vocabulary: Mapping[str, str], *, functions: frozenset[str] = frozenset()) -> Account:
    """The words and formulas of the question; `functions` are names that are applied to what follows in brackets."""
    source = _SIDES.sub(" ", text.source)
    notation = notation_of(source)
    named = frozenset(m[1] for m in _DEFINITION.finditer(source))
    notation = replace(notation, functions=notation.functions | functions | named)
    return account(source, {**COMMON, **vocabulary}, notation)


def function_of(
    found: Account, text: Text, *, calls: frozenset[str] = CALLS
) -> tuple[Function, list[Node]] | None:
    """The function (of `calls`), and the formulas that are neither it nor its name; None where it is not exactly one."""
    functions, others = list[Function](), list[Node]()
    for node in found.nodes:
        known = _named(node)
        if known is not None:
            functions.append(known)
        else:
            others.append(node)
    if not functions:
        bodies = [
            n for n in others if isinstance(n, Binary | Call | Negative) and len(symbols(n) - {"e"}) == 1
        ]
        if len(bodies) != 1:
            return None
        others.remove(bodies[0])
        functions = [Function(bodies[0], next(iter(symbols(bodies[0]) - {"e"})), "")]
    if len(functions) != 1:
        return None
    only = functions[0]
    body = with_values(only.body, text.values, but=frozenset({only.variable}))
    only = Function(body, only.variable, only.name)
    if not _is_plain(only, calls):
        return None
    return only, [n for n in others if not _mentions(n, only)]


def _named(node: Node) -> Function | None:
    match node:
        case Relation(("=",), (Apply(name, Symbol(variable)), body)) if not isinstance(body, Blank):
            return Function(body, variable, f"{name}({variable})")
        case Relation(("=",), (Symbol("y"), Symbol(letter))) if letter != "x":
            return None  # the line y = c
        case Relation(("=",), (Symbol("y"), body)) if len(symbols(body) - {"e"}) == 1 and "y" not in symbols(
            body
        ):
            return Function(body, next(iter(symbols(body) - {"e"})), "y")
        case Relation(("=",), (Symbol(variable), body)) if symbols(body) - {"e"} == {variable}:
            return Function(body, variable, "")  # "for what x is sqrt(x - 2) defined"
    return None


def _mentions(node: Node, function: Function) -> bool:
    """Its name or its variable alone."""
    match node:
        case Symbol(name):
            return name in (function.variable, function.name, function.name[:1])
        case Apply(name, Symbol(variable)):
            return f"{name}({variable})" == function.name
    return False


def _is_plain(function: Function, calls: frozenset[str]) -> bool:
    """Numbers, one variable, arithmetic, roots, logarithms, absolute values; of bounded size."""
    nodes = list(walk(function.body))
    if (
        len(nodes) > MAX_NODES
        or symbols(function.body) - {"e"} != {function.variable}
        or function.variable in "ei"
    ):
        return False
    for node in nodes:
        match node:
            case Number() | Symbol() | Negative() | Constant("pi" | "E"):
                continue
            case Binary("^", base, exponent) if not _is_small_power(base, exponent, function.variable):
                return False
            case Binary():
                continue
            case Call(name) if name in calls:
                continue
            case _:
                return False
    return True


def _is_small_power(base: Node, exponent: Node, variable: str) -> bool:
    if variable in symbols(exponent):
        if symbols(base) - {"e"}:
            return False
        value = to_sympy(base)
        return bool(value.is_positive and value != 1)
    try:
        power = to_sympy(exponent)
    except FormulaError:
        return False
    return bool(power.is_Integer and abs(power) <= 12)
