"""Values of functions that the problem defines: f(3), f(g(2)), f(1) + g(0), f(a + 1).

Read: definitions `f(x) = …` with numbers, by any letter (`n(j) = …`), also by one another (`t(b) = 2*j(b) - n(b)`); one
expression in such values. Not: equations for f, derivatives,
inverses, domains.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.formula import Node, python_name, symbol_latex, to_latex, to_python, to_sympy
from solver.formula.nodes import Apply, Binary, Relation, Symbol, symbols, walk, with_children
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import Account, account, notation_of
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, exact_source
from solver.topics.functions import composed_equations, shifted_arguments
from solver.topics.numbers.undefined import Undefined, undefined_part
from solver.topics.rationals import number_node
from solver.topics.settled import replaced, with_values

VOCABULARY: Final = {
    "function": "expanded|in expanded form|expanded form|simplified|in simplest form|functions?|two functions|the two functions|defined by|defined as|define|be defined by|evaluate|value of the function|函数|函数值|定义|定义为|的函数值",
}
WORDS: Final = {
    "known": Words("We know \\[{definition}\\]", "已知 \\[{definition}\\]"),
    "put_in": Words("Put the argument in place of \\({x}\\): \\[{before}={after}\\]", "把自变量代入 \\({x}\\) 的位置：\\[{before}={after}\\]"),
    "together": Words("Put these together: \\[{before}={after}\\]", "合在一起：\\[{before}={after}\\]"),
    "expanded": Words("Multiply out and collect like terms: \\[{before}={after}\\]", "展开并合并同类项：\\[{before}={after}\\]"),
    "answer": Words("So \\({asked}={answer}\\).", "所以 \\({asked}={answer}\\)。"),
    "method": Words("computed again with plain Python functions and exact fractions", "用普通的 Python 函数和精确分数重新计算"),
}  # fmt: skip


MAX_SHOWN: Final = 10**15
MAX_NODES: Final = 600
"""A longer expression is no reading for a pupil."""


@dataclass(frozen=True, slots=True)
class Definition:
    """`name(variable) = body`."""

    name: str
    variable: str
    body: Node


def read(text: Text) -> Reading:
    """An expression in values of defined functions."""
    if (shifted := shifted_arguments.read(text)) is not None and not isinstance(shifted, Unread):
        return shifted
    if (equation := composed_equations.read(text)) is not None and not isinstance(equation, Unread):
        return equation
    notation = notation_of(text.source)
    found = account(text.source, VOCABULARY, notation)
    definitions = _definitions(found)
    if definitions and any(_is_nested(n) for n in found.asked) and _is_letter(text.source, definitions):
        found = account(text.source, VOCABULARY, notation_of(text.source, letters=frozenset("i")))
        definitions = _definitions(found)
    if definitions is None:
        return None
    values = text.values
    definitions = {
        name: Definition(name, d.variable, with_values(d.body, values, but=frozenset((d.variable,))))
        for name, d in definitions.items()
    }
    if any(
        symbols(d.body) - {d.variable, "e"} or not _called(d.body) <= set(definitions)
        for d in definitions.values()
    ):
        return None
    applied = [with_values(n, values) for n in found.asked if _called(n)]
    if not definitions or len(applied) != 1 or len(found.asked) != 1:
        return None
    if not _called(applied[0]) <= set(definitions) or _is_circular(definitions):
        return None
    powers = [n.left for n in walk(applied[0]) if isinstance(n, Binary) and n.op == "^"]
    if any(isinstance(base, Symbol) and base.name in definitions for base in powers):
        return None  # f^{-1}(2): the inverse, and no power
    if found.unread:
        return Unread(found.unread)
    value = Value(tuple(definitions.values()), applied[0], text.language)
    return value if value.is_short() else None


def _definitions(found: Account) -> dict[str, Definition] | None:
    """The functions that the relations define; None when a relation does something else."""
    definitions: dict[str, Definition] = {}
    for relation in found.relations:
        match relation:
            case Relation(("=",), (Apply(name, Symbol(variable)), body)) if (
                "'" not in name
                and name not in definitions
                and not (variable.isupper() and not symbols(body))  # E(X) = 2 is one number, not a function
            ):
                definitions[name] = Definition(name, variable, body)
            case _:
                return None
    return definitions


def _called(node: Node) -> set[str]:
    return {n.name for n in walk(node) if isinstance(n, Apply)}


def _is_nested(node: Node) -> bool:
    """Whether it has a value of a function at i that another function is applied to: `f(g(i))`."""
    return any(
        isinstance(outer, Apply)
        and any(isinstance(n, Apply) and n.argument == Symbol("i") for n in walk(outer.argument))
        for outer in walk(node)
    )


def _is_letter(source: str, definitions: Mapping[str, Definition]) -> bool:
    """Whether nothing suggests complex numbers."""
    return "z" not in {d.variable for d in definitions.values()} and not re.search(
        r"(?i)complex|imaginary|复数|虚", source
    )


def _is_circular(definitions: Mapping[str, Definition]) -> bool:
    """Whether a function is defined by itself, directly or through others."""
    known, rest = set[str](), dict(definitions)
    while rest:
        ready = [name for name, d in rest.items() if _called(d.body) <= known]
        if not ready:
            return True
        known.update(ready)
        rest = {name: d for name, d in rest.items() if name not in known}
    return False


def _worked(node: Node) -> Node | None:
    """The number that an expression without letters is, where it is rational and not very long."""
    if symbols(node) - {"e"} or _called(node):
        return None
    value = sp.simplify(to_sympy(node))
    return number_node(Fraction(int(value.p), int(value.q))) if value.is_Rational and max(abs(value.p), value.q) < MAX_SHOWN else None  # fmt: skip


def _with_worked(node: Node, parts: list[Node]) -> Node:
    """The tree with the parts that were worked out as numbers."""
    if node in parts and (value := _worked(node)) is not None:
        return value
    return with_children(node, lambda child: _with_worked(child, parts))


@dataclass(frozen=True, slots=True)
class Value:
    """The value of `asked`, in which the functions of `definitions` occur."""

    definitions: tuple[Definition, ...]
    asked: Node
    language: Language

    def _put_in(self, node: Node) -> tuple[Node, list[tuple[Apply, Definition, Node]]]:
        """The tree with every innermost value of a function written out, and what was put in where."""
        by_name, done = {d.name: d for d in self.definitions}, list[tuple[Apply, Definition, Node]]()

        def change(part: Node) -> Node:
            if isinstance(part, Apply) and not _called(part.argument):
                definition = by_name[part.name]
                after = replaced(definition.body, Symbol(definition.variable), part.argument)
                if all(part != before for before, _, _ in done):
                    done.append((part, definition, after))
                return after
            return with_children(part, change)

        return change(node), done

    def _inserted(self) -> Node:
        node = self.asked
        while _called(node):
            node, _ = self._put_in(node)
        return node

    def _undefined(self) -> Undefined | None:
        """The number that is asked for, where it does not exist: f(2) of f(x) = 1/(x - 2)."""
        node = self._inserted()
        part = None if symbols(node) - {"e"} else undefined_part(node)
        return None if part is None else Undefined(node, part, self.language)

    def is_short(self) -> bool:
        """Whether it can be written out on a page."""
        node = self.asked
        while _called(node):
            node, _ = self._put_in(node)
            if sum(1 for _ in walk(node)) > MAX_NODES:
                return False
        return True

    def _names(self) -> dict[str, str]:
        """Names of the functions in a cell, where letters may have the same."""
        taken = {python_name(n) for n in symbols(self.asked)} | {"S", "E", "I", "N", "O", "Q"}
        return {d.name: f"{d.name}_of" if d.name in taken else d.name for d in self.definitions}

    def solution(self) -> Solution:
        """What is known, what is put in, from the inside out; and the cell."""
        say = self.language
        steps = [
            WORDS["known"].say(
                say, definition=f"{d.name}\\left({symbol_latex(d.variable)}\\right)={to_latex(d.body)}"
            )
            for d in self.definitions
        ]
        lacking = self._undefined()
        worked = self.asked
        while _called(worked):
            worked, done = self._put_in(worked)
            for before, definition, after in done:
                x = symbol_latex(definition.variable)
                number = None if lacking else _worked(after)
                shown = (
                    to_latex(after) if number in (None, after) else f"{to_latex(after)}={to_latex(number)}"
                )
                steps.append(WORDS["put_in"].say(say, x=x, before=to_latex(before), after=shown))
            if not lacking:
                worked = _with_worked(worked, [after for _, _, after in done])
        if not isinstance(self.asked, Apply):
            number = None if lacking else _worked(worked)
            shown = to_latex(worked) if number in (None, worked) else f"{to_latex(worked)}={to_latex(number)}"
            steps.append(WORDS["together"].say(say, before=to_latex(self.asked), after=shown))
        node = self._inserted()
        if lacking is None and symbols(node) - {"e", "i"}:
            expanded = exact_latex(sp.expand(to_sympy(node)))
            if expanded != to_latex(node):
                steps.append(WORDS["expanded"].say(say, before=to_latex(node), after=expanded))
        if lacking is not None:
            told = lacking.solution()
            return Solution((*steps, *told.steps[1:]), told.cell)
        to_sympy(node)  # a number that is too large is a FormulaError, which the reader is told
        value, letters = to_python(node), symbols(node) - {"e", "i"}
        return Solution(
            tuple(steps), cell(f"expand({value})" if letters else f"simplify({value})", variables=letters)
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """The value, exact; or that there is none."""
        if (lacking := self._undefined()) is not None:
            return lacking.conclude(value)
        if not isinstance(value, sp.Expr) or value.has(sp.nan, sp.zoo, sp.Float):
            return None
        answer = exact_latex(value)
        return Conclusion(
            WORDS["answer"].say(self.language, asked=to_latex(self.asked), answer=answer), answer
        )

    def check(self, answer: str) -> CheckPlan | None:
        """Python functions called the way the problem writes it."""
        if (lacking := self._undefined()) is not None:
            return lacking.check(answer)
        values = values_in(answer, symbols(self.asked))
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
            return None
        names = self._names()
        lines = [
            f"def {names[d.name]}({python_name(d.variable)}):\n    return {to_python_call(d.body, names)}\n"
            for d in self.definitions
        ]
        call = to_python_call(self.asked, names)
        lines.append(f"simplify(sympify({call}) - ({exact_source(values[0])})) == 0")
        letters = symbols(self.asked) - {"e", "i"}
        claim = WORDS["answer"].say(self.language, asked=to_latex(self.asked), answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines, variables=letters))


def to_python_call(node: Node, names: Mapping[str, str]) -> str:
    """Source in which applications stay calls: arguments as sympy numbers, so that 1/x is exact.

    >>> from solver.formula import parse
    >>> to_python_call(parse("f(3)+1"), {"f": "f"})
    'f(S(3)) + 1'
    """
    calls: dict[str, str] = {}

    def hidden(inner: Node) -> Node:
        if not isinstance(inner, Apply):
            return with_children(inner, hidden)
        name = f"call_{len(calls)}"
        calls[name] = f"{names[inner.name]}(S({to_python_call(inner.argument, names)}))"
        return Symbol(name)

    source = to_python(hidden(node))
    for name, call in calls.items():
        source = source.replace(name, call)
    return source
