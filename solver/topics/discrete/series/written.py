"""A short sum with numbers for its limits, written out term by term."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import Node, parse, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Series, Symbol, symbols, with_children
from solver.latex import latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution
from solver.topics.cells import cell, comment, exact_source
from solver.topics.discrete.series.closed_words import WORDS

K: Final = sp.Symbol("k")


@dataclass(frozen=True, slots=True)
class Written:
    """A short sum with numbers for its limits, term by term; `added`: its value is asked for too."""

    node: Series
    low: int
    high: int
    added: bool
    language: Language

    def _terms(self) -> list[sp.Expr]:
        a = to_sympy(self.node.body)
        return [
            sp.simplify(a.subs(K, j)) if a.subs(K, j).is_number else a.subs(K, j)
            for j in range(self.low, self.high + 1)
        ]

    def solution(self) -> Solution:
        """The index put in, the terms worked out, added where they are numbers."""
        say, terms = self.language, self._terms()
        put = [to_latex(_put(self.node.body, j)) for j in range(self.low, self.high + 1)]
        values = _sum_of(terms)
        indices = r",\ ".join(f"k={j}" for j in range(self.low, self.high + 1))
        sigma = rf"\sum_{{k={self.low}}}^{{{self.high}}}{bracketed(to_latex(self.node.body))}"
        shown = "+".join(
            rf"\left({t}\right)" if t.startswith("-") or re.search(r"(?<!\^)[+-](?![^{]*\})", t) else t
            for t in put
        )
        steps = [WORDS["put"].say(say, indices=f"\\({indices}\\)", sum=sigma, terms=shown)]
        if values != shown:
            steps.append(WORDS["worked"].say(say, terms=shown, values=values))
        total = sum(terms, sp.S.Zero)
        if total.is_number:
            steps.append(WORDS["added"].say(say, values=values, value=latex(total)))
        k = python_name("k")
        names = sorted(symbols(self.node.body) - {"k", "e"})
        listed = f"terms = [{to_python(self.node.body)} for {k} in map(Integer, range({self.low}, {self.high + 1}))]"
        last = "sum(terms)" if self.added else "terms"
        return Solution(
            tuple(steps), cell(comment(WORDS["code_terms"].say(say)), listed, last, variables=names)
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """The terms with plus signs between them, or their sum."""
        terms = self._terms()
        total = sp.expand(sum(terms, sp.S.Zero))
        if self.added:
            if not isinstance(value, sp.Expr) or sp.expand(value - total) != 0:
                return None
            answer = latex(total)
            return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)
        if (
            not isinstance(value, list)
            or len(value) != len(terms)
            or any(sp.simplify(a - b) != 0 for a, b in zip(value, terms, strict=True))
        ):
            return None
        answer = _sum_of(terms)
        return Conclusion(WORDS["written"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The sum is the same."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
            return None
        names = sorted({*(symbols(self.node.body) - {"k", "e"}), *(s.name for s in values[0].free_symbols)})
        lines = [
            "total = 0",
            f"for {python_name('k')} in map(Integer, range({self.low}, {self.high + 1})):",
            f"    total += {to_python(self.node.body)}",
            f"simplify(total - ({exact_source(values[0])})) == 0",
        ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method_value"].say(self.language), cell(*lines, variables=names))


def _put(node: Node, number: int) -> Node:
    if node == Symbol("k"):
        return parse(str(number) if number >= 0 else f"({number})")
    return with_children(node, lambda child: _put(child, number))


def _sum_of(terms: list[sp.Expr]) -> str:
    return "+".join(map(latex, terms)).replace("+-", "-").replace("+ -", "-")


def bracketed(body: str) -> str:
    """A formula behind Σ, in brackets where it is a sum."""
    return (
        rf"\left({body}\right)"
        if re.search(r"(?<=.)[+\-]", re.sub(r"\{[^{}]*\}|\([^()]*\)", "", body))
        else body
    )
