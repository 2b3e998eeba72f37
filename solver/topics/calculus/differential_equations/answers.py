"""Judge somebody's solution of a differential equation: put it back, count its free constants, look at the conditions."""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import FormulaError, parse_list, python_name, to_sympy
from solver.formula.nodes import Apply, Node, Relation, Symbol, symbols, walk, with_children
from solver.topics.calculus.differential_equations.equation import Condition, Equation
from solver.topics.cells import cell, exact_source

MAX_ANSWER: Final = 1500
_TRAILING: Final = re.compile(
    r"[,，(（]?\s*(?:\\quad\s*)*\(?\s*(?:where\s+)?[CcAK](?:_?\{?[12]\}?)?(?:\s*,\s*[CcAK]_?\{?[12]\}?)*\s*(?:\\in|∈|\\text\{\s*(?:is|are|为|是)|为任意|是任意|is an|are arb).*$"
)
_UNITS: Final = re.compile(
    r"\\(?:text|mathrm|mbox)\s*\{[^{}]*\}|[\u3400-\u9fff]+|\\q?quad|\\[,;:! ]|\\(?:left|right)(?=\|)"
)


def claimed(answer: str, equation: Equation) -> list[sp.Expr]:
    """Every branch as left − right in the symbols of variable and function; empty where it is unreadable."""
    if len(answer) > MAX_ANSWER:
        return []
    text = re.sub(r"\\mathrm\{(e|d)\}", r"\1", answer)
    text = _UNITS.sub(" ", _TRAILING.sub("", text)).strip().strip("$").rstrip(".。,， ")
    text = re.sub(r"(?<![A-Za-z\\])([CcAK])(\d)(?!\d)", r"\1_\2", text)
    text = re.sub(r"(?<![A-Za-z\\])(?:or|and)(?![A-Za-z])", ",", text)
    try:
        nodes = parse_list(text, functions=frozenset({equation.name}))
        return [branch for node in nodes for branch in _branch(node, equation)]
    except (FormulaError, TypeError, ValueError, AttributeError, KeyError):
        return []


def _branch(node: Node, equation: Equation) -> list[sp.Expr]:
    name = equation.name

    def plain(n: Node) -> Node:
        if isinstance(n, Apply):
            if n.name == name and isinstance(n.argument, Symbol):
                return Symbol(name)
            raise FormulaError("another function")
        return with_children(n, plain)

    if not isinstance(node, Relation):
        if name in symbols(node):
            raise FormulaError("no equation")
        return [equation.y - _value(plain(node))]
    if node.signs != ("=",):
        raise FormulaError("a chain")
    left, right = map(plain, node.sides)
    if isinstance(left, Symbol) and left.name.startswith(f"{name}_"):
        left = Symbol(name)  # y_p
    if name not in symbols(left) | symbols(right):
        raise FormulaError("the function does not occur")
    return [_value(left) - _value(right)]


def _value(node: Node) -> sp.Expr:
    if any(isinstance(p, Relation) for p in walk(node)):
        raise FormulaError("a relation inside")
    value = to_sympy(node)
    if not isinstance(value, sp.Expr):
        raise FormulaError("no expression")
    return value.replace(sp.Abs, lambda u: u)


def plan(
    branches: list[sp.Expr], equation: Equation, conditions: tuple[Condition, ...], constants: int
) -> str | None:
    """Source of a cell that is True for a right solution; None where it cannot be judged."""
    explicit: list[sp.Expr] = []
    for branch in branches:
        rest = sp.expand(branch - equation.y) if sp.diff(branch, equation.y) == 1 else None
        if rest is None:
            solved = None
            if len(branches) == 1 and sp.diff(branch, equation.y) == -1:
                solved = branch + equation.y
            if solved is None:
                return _implicit(branches, equation, conditions, constants)
            explicit.append(solved)
        else:
            explicit.append(equation.y - branch)
    return _explicit(explicit, equation, conditions, constants)


def _letters(value: sp.Expr, equation: Equation) -> list[sp.Symbol]:
    return sorted(value.free_symbols - {equation.x, equation.y}, key=str)


_HELPERS: Final = (
    "def is_zero(expression):",
    "    sizes = []",
    "    for k in range(6):",
    "        point = {s: Rational(3 + 2*i + 4*k, 7 + 3*i) for i, s in enumerate(sorted(expression.free_symbols, key=str))}",
    "        size = N(expression.subs(point), 30)",
    "        if size.is_finite:",
    "            sizes.append(abs(size) < 1e-15 * (1 + max([abs(N(part.subs(point))) for part in Add.make_args(expression)])))",
    "    return all(sizes) if sizes else None",
    "",
)


def _explicit(
    values: list[sp.Expr], equation: Equation, conditions: tuple[Condition, ...], constants: int
) -> str:
    e = equation
    f, v = python_name(e.name), python_name(e.variable)
    if any(e.y in v.free_symbols for v in values):
        return "False"
    best = max(values, key=lambda v: len(_letters(v, e)))
    letters = _letters(best, e)
    if len(letters) != constants or conditions and len(values) > 1:
        return "False"
    lines = [*_HELPERS]
    tests = []
    for value in values:
        lines.append(f"{f} = {exact_source(value)}")
        if e.order == 1:
            lines.append(f"rate = {exact_source(e.rate)}")
            tests.append(f"is_zero(diff({f}, {v}) - rate)")
        else:
            parts = [f"diff({f}, {v}, 2)"]
            parts += [f"({exact_source(e.b)})*diff({f}, {v})"] if e.b else []
            parts += [f"({exact_source(e.c)})*{f}"] if e.c else []
            tests.append(f"is_zero({' + '.join(parts)} - ({exact_source(e.rate)}))")
        lines.append(f"tests = [{tests[-1]}]" if len(tests) == 1 else f"tests.append({tests[-1]})")
    if letters:
        lines.append(f"best = {exact_source(best)}")
        if constants == 1:
            lines.append(f"tests.append(is_zero(diff(best, {letters[0]})) is False)")
        else:
            rows = ", ".join(f"diff(best, {c})" for c in letters)
            lines.append(f"u, v = {rows}")
            lines.append(f"tests.append(is_zero(u*diff(v, {v}) - v*diff(u, {v})) is False)")
    for k in conditions:
        lines.append(
            f"tests.append(is_zero(diff({f}, {v}, {k.order}).subs({v}, {exact_source(k.at)}) - ({exact_source(k.value)})))"
            if k.order
            else f"tests.append(is_zero(sympify({f}).subs({v}, {exact_source(k.at)}) - ({exact_source(k.value)})))"
        )
    lines.append("False if False in tests else None if None in tests else True")
    return cell(*lines, variables=(v, *map(str, letters)))


def _implicit(
    branches: list[sp.Expr], equation: Equation, conditions: tuple[Condition, ...], constants: int
) -> str | None:
    """F(x, y) = C: F does not change along y′ = rate."""
    e = equation
    f, v = python_name(e.name), python_name(e.variable)
    if e.order != 1 or len(branches) != 1:
        return None
    branch = branches[0]
    letters = _letters(branch, e)
    if len(letters) != constants:
        return "False"
    level = branch
    if letters:
        if sp.diff(branch, letters[0], 2) != 0 or sp.diff(branch, letters[0]).has(e.y):
            found = sp.solve(branch, letters[0])
            if len(found) != 1:
                return None
            level = found[0]
        else:
            slope = sp.diff(branch, letters[0])
            level = sp.expand(-(branch - slope * letters[0]) / slope)
    lines = [
        *_HELPERS,
        f"level = {exact_source(level)}",
        f"rate = {exact_source(e.rate)}",
        f"kept = is_zero(diff(level, {v}) + diff(level, {f})*rate)",
    ]
    if conditions:
        k = conditions[0]
        lines.append(
            f"starts = is_zero(level.subs({{{v}: {exact_source(k.at)}, {f}: {exact_source(k.value)}}}))"
        )
        lines.append("False if starts is False else True if kept and starts else None")
    else:
        lines.append(f"kept and is_zero(diff(level, {f})) is False")
    return cell(*lines, variables=(v, f))
