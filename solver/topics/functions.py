"""Values of functions that the problem defines: f(3), f(g(2)), f(1) + g(0), f(a + 1).

Read: definitions `f(x) = …` with numbers, one expression in such values. Not: equations for f, derivatives,
inverses, domains.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import Node, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Apply, Relation, Symbol, symbols, walk, with_children
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, exact_source

VOCABULARY: Final = {
    "function": "functions?|defined by|defined as|define|be defined by|evaluate|value of the function|函数|函数值|定义|定义为|的函数值",
}
WORDS: Final = {
    "known": Words("We know \\[{definition}\\]", "已知 \\[{definition}\\]"),
    "put_in": Words("Put the argument in place of \\({x}\\): \\[{before}={after}\\]", "把自变量代入 \\({x}\\) 的位置：\\[{before}={after}\\]"),
    "answer": Words("So \\({asked}={answer}\\).", "所以 \\({asked}={answer}\\)。"),
    "method": Words("computed again with plain Python functions and exact fractions", "用普通的 Python 函数和精确分数重新计算"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Definition:
    """`name(variable) = body`."""

    name: str
    variable: str
    body: Node


def read(text: Text) -> Reading:
    """An expression in values of defined functions."""
    found = account(text.source, VOCABULARY)
    definitions = {}
    for relation in found.relations:
        match relation:
            case Relation(("=",), (Apply(name, Symbol(variable)), body)) if "'" not in name:
                if (
                    name in definitions
                    or symbols(body) - {variable, "e"}
                    or any(isinstance(n, Apply) for n in walk(body))
                ):
                    return None
                definitions[name] = Definition(name, variable, body)
            case _:
                return None
    applied = [n for n in found.asked if any(isinstance(a, Apply) for a in walk(n))]
    if not definitions or len(applied) != 1 or len(found.asked) != 1:
        return None
    if any(isinstance(n, Apply) and n.name not in definitions for n in walk(applied[0])):
        return None
    if symbols(applied[0]) & set(definitions):
        return None  # f^{-1}(2): the inverse, and no power
    if found.unread:
        return Unread(found.unread)
    return Value(tuple(definitions.values()), applied[0], text.language)


def inserted(node: Node, definitions: Mapping[str, Definition]) -> Node:
    """The tree with every application replaced by the function's body, arguments put in."""
    if isinstance(node, Apply) and node.name in definitions:
        definition, argument = definitions[node.name], inserted(node.argument, definitions)
        return _replaced(definition.body, Symbol(definition.variable), argument)
    return with_children(node, lambda child: inserted(child, definitions))


def _replaced(body: Node, variable: Symbol, argument: Node) -> Node:
    """The body with `argument` for the variable."""
    return (
        argument
        if body == variable
        else with_children(body, lambda child: _replaced(child, variable, argument))
    )


@dataclass(frozen=True, slots=True)
class Value:
    """The value of `asked`, in which the functions of `definitions` occur."""

    definitions: tuple[Definition, ...]
    asked: Node
    language: Language

    def _inserted(self) -> Node:
        return inserted(self.asked, {d.name: d for d in self.definitions})

    def solution(self) -> Solution:
        """What is known, what is put in, and the cell with the functions as Python functions."""
        say = self.language
        steps = [
            WORDS["known"].say(say, definition=f"{d.name}\\left({d.variable}\\right)={to_latex(d.body)}")
            for d in self.definitions
        ]
        x = self.definitions[0].variable
        steps.append(
            WORDS["put_in"].say(say, x=x, before=to_latex(self.asked), after=to_latex(self._inserted()))
        )
        to_sympy(self._inserted())  # a division by zero is a FormulaError, which the reader is told
        value = to_python(self._inserted())
        letters = symbols(self._inserted()) - {"e", "i"}
        return Solution(
            tuple(steps), cell(f"expand({value})" if letters else f"simplify({value})", variables=letters)
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """The value, exact."""
        if not isinstance(value, sp.Expr) or value.has(sp.nan, sp.zoo, sp.Float):
            return None
        answer = exact_latex(value)
        return Conclusion(
            WORDS["answer"].say(self.language, asked=to_latex(self.asked), answer=answer), answer
        )

    def check(self, answer: str) -> CheckPlan | None:
        """Python functions called the way the problem writes it."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
            return None
        lines = [
            f"def {d.name}({python_name(d.variable)}):\n    return {to_python(d.body)}\n"
            for d in self.definitions
        ]
        call = to_python_call(self.asked)
        lines.append(f"simplify(sympify({call}) - ({exact_source(values[0])})) == 0")
        letters = symbols(self.asked) - {"e", "i"}
        claim = WORDS["answer"].say(self.language, asked=to_latex(self.asked), answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines, variables=letters))


def to_python_call(node: Node) -> str:
    """Source in which applications stay calls: arguments as sympy numbers, so that 1/x is exact.

    >>> from solver.formula import parse
    >>> to_python_call(parse("f(3)+1"))
    'f(S(3)) + 1'
    """
    calls: dict[str, str] = {}

    def hidden(inner: Node) -> Node:
        if not isinstance(inner, Apply):
            return with_children(inner, hidden)
        name = f"call_{len(calls)}"
        calls[name] = f"{inner.name}(S({to_python_call(inner.argument)}))"
        return Symbol(name)

    source = to_python(hidden(node))
    for name, call in calls.items():
        source = source.replace(name, call)
    return source
