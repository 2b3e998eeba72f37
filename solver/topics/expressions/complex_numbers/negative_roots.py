"""Square roots of negative numbers: √(−45), (6+√(−32))/4, √(−2)·√(−8).

Read: one expression of numbers with such a root, to be evaluated or simplified. Not: "the square roots" (there are two), letters,
roots of complex numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, to_latex, to_sympy
from solver.formula.nodes import (
    Binary,
    Blank,
    Call,
    Negative,
    Number,
    Relation,
    Symbol,
    symbols,
    walk,
    with_children,
)
from solver.ports import CheckPlan
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.expressions.complex_numbers.number import ComplexNumber
from solver.topics.expressions.complex_numbers.words import VOCABULARY

ROOTS: Final = {
    "root": "square root|the square root|square root of|the square root of|principal square root of|the principal square root of|in terms of i|using i|with i",
    "number": "negative|number|numbers|complex form|用 i 表示|复数|进行运算",
}
STEP: Final = Words(
    "The square root of a negative number is imaginary, because \\(i^2=-1\\): \\[{before}={middle}\\,i={after}\\]",
    "负数的平方根是虚数，因为 \\(i^2=-1\\)：\\[{before}={middle}\\,i={after}\\]",
)


def read_negative_root(text: Text) -> Reading:
    """An expression of numbers in which a root of a negative number occurs."""
    found = account(text.source, {**VOCABULARY, **ROOTS})
    if len(found.nodes) != 1 or found.unread and not found.has("root"):
        return None
    node = found.nodes[0]
    if isinstance(node, Relation) and node.signs == ("=",) and isinstance(node.sides[1], Blank):
        node = node.sides[0]
    if found.has("root"):
        if not isinstance(node, Number | Negative) or not _is_negative(node):
            return None
        node = Call("sqrt", (node,))
    if symbols(node) - {"i"} or not any(map(_is_negative_root, walk(node))):
        return None
    if found.unread:
        return Unread(found.unread)
    others = {"modulus", "conjugate", "real", "imaginary", "argument"}
    if others & set(found.concepts) or re.search(r"(?i)\bsquare\s+roots\b|平方根", text.source):
        return None
    task = ComplexNumber((), None, _with_i(node), (), text.language)
    return NegativeRoots(node, task) if task.is_readable() else None


def _is_negative(node: Node) -> bool:
    try:
        value = to_sympy(node)
    except FormulaError:
        return False
    return bool(isinstance(value, sp.Expr) and value.is_Rational and value < 0)


def _is_negative_root(node: Node) -> bool:
    return isinstance(node, Call) and node.name == "sqrt" and _is_negative(node.arguments[0])


def _opposite(node: Node) -> Node:
    return node.operand if isinstance(node, Negative) else Negative(node)


def _with_i(node: Node) -> Node:
    """√(−a) as √a·i."""
    if _is_negative_root(node) and isinstance(node, Call):
        return Binary("*", Call("sqrt", (_opposite(node.arguments[0]),)), Symbol("i"))
    return with_children(node, _with_i)


@dataclass(frozen=True, slots=True)
class NegativeRoots:
    """`original` as the problem has it, and the number that it is once i is written."""

    original: Node
    task: ComplexNumber

    def solution(self) -> Solution:
        """First the roots, then as for any complex number."""
        inner, steps = self.task.solution(), list[str]()
        for root in dict.fromkeys(n for n in walk(self.original) if _is_negative_root(n)):
            assert isinstance(root, Call)
            middle = to_latex(Call("sqrt", (_opposite(root.arguments[0]),)))
            after = sp.latex(sp.sqrt(to_sympy(root.arguments[0])))
            steps.append(STEP.say(self.task.language, before=to_latex(root), middle=middle, after=after))
        alone = _is_negative_root(self.original)
        return Solution((*steps, *(() if alone else inner.steps)), inner.cell)

    def conclude(self, value: Any) -> Conclusion | None:
        """The number in exact form."""
        return self.task.conclude(value)

    def check(self, answer: str) -> CheckPlan | None:
        """With i as the matrix of a quarter turn."""
        return self.task.check(answer)
