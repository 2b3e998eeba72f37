"""Solve a formula for one of its letters: F = k(R - L) for k, 由V=πr²h/3用其他字母表示h.

Read: one equation in several letters that is linear in the letter asked for once denominators are cleared. What is divided
by is said not to be 0. A letter in a power or under a root is the business of `undone_operations`. Not: inequalities, several equations.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import Node, python_name, symbol_latex, to_latex, to_python, to_sympy
from solver.formula.nodes import Apply, Binary, Call, Relation, Symbol, symbols, walk, with_children
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, difference, exact_source
from solver.topics.equations.undone_operations import plus_first, undone
from solver.topics.expressions import logs_in_letters

VOCABULARY: Final = {
    "solve": "solve|solve for|solving|isolate|make|make the subject|rearrange|express|in terms of the other letters|in terms of the others|用|表示|用其他字母表示|变形",
    "equation": "在公式|由公式|根据公式|把公式|将公式|已知公式|中|的公式中|equation|the equation|formula|the formula|literal equation|subject|the subject of|公式|方程|等式|的方程|的公式",
    "terms": "in terms of|的代数式|含|的代数式表示|的式子表示|的式子|的代数式来表示",
}
WORDS: Final = {
    "given": Words("All letters but \\({x}\\) are treated as known numbers: \\[{equation}\\]", "把 \\({x}\\) 以外的字母都看作已知数：\\[{equation}\\]"),
    "clear": Words("Multiply both sides by the denominators: \\[{cleared}\\]", "去分母：\\[{cleared}\\]"),
    "collect": Words("Terms with \\({x}\\) to one side, the others to the other: \\[{collected}\\]", "含 \\({x}\\) 的项移到一边，其余移到另一边：\\[{collected}\\]"),
    "divide": Words("Divide by \\({a}\\) (where it is not 0): \\[{x}={value}\\]", "两边同除以 \\({a}\\)（\\({a}\\neq 0\\)）：\\[{x}={value}\\]"),
    "answer": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
    "claim": Words("\\({answer}\\) solves \\({equation}\\)", "\\({answer}\\) 满足 \\({equation}\\)"),
    "method": Words("put it back into the formula, and simplified", "代回原公式并化简"),
}  # fmt: skip


_L: Final = r"\$?[A-Za-z]\$?(?:\s*(?:,|and|和|与|、)+\s*\$?[A-Za-z]\$?)*"
_SIZES: Final = re.compile(
    rf"(?i)\s*[,(]?\s*(?:and\s+)?(?:where|with|given\s+that|assum(?:e|ing)(?:\s+that)?|if|for|其中|且|已知)\s*(?P<letters>{_L})\s*(?:>\s*\$?0\$?|(?:is|are)\s+(?:all\s+|both\s+)?positive(?:\s+numbers?)?|(?:都|均)?(?:是|为)正数|(?P<unequal>≠|\\neq?(?![a-z])|!=)\s*\$?0\$?)\s*\)?(?=\s*(?:[.,;。]|$))"
)
"""What is said of the signs of letters: "where r > 0"."""


def read(text: Text) -> Reading:
    """An equation in several letters, and the letter it is to be solved for; or letters for logarithms."""
    if (logs := logs_in_letters.read(text)) is not None and not isinstance(logs, Unread):
        return logs
    sizes = _SIZES.search(text.source)
    source = text.source if sizes is None else text.source[: sizes.start()] + text.source[sizes.end() :]
    found = account(source, VOCABULARY)
    if len(found.relations) != 1 or found.relations[0].signs != ("=",):
        return None
    equation = _as_products(found.relations[0])
    assert isinstance(equation, Relation)
    letters = symbols(equation)
    named = [n for n in found.asked if isinstance(n, Symbol)]
    if (
        len(letters) < 2
        or not named
        or len(named) != len(found.asked)
        or not (found.has("solve") or text.language == "zh" and found.has("equation"))
    ):
        return None
    wanted = _wanted(text, found.has("terms"), [n.name for n in named])
    if (
        wanted not in letters
        or letters & {"e", "i"}
        or any(isinstance(n, Call) and n.name != "sqrt" for n in walk(equation))
    ):
        return None
    if found.unread:
        return Unread(found.unread)
    task = Formula(equation, wanted, text.language)
    if task.coefficients() is not None:
        return task
    positive = (
        re.findall(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])", sizes["letters"])
        if sizes and not sizes["unequal"]
        else []
    )
    return undone(equation, wanted, text.language, said_positive=wanted in positive)


def _wanted(text: Text, has_terms: bool, names: list[str]) -> str:
    """Of one letter it is that; of "express h in terms of V and r" the first, of 用V和r表示h the last."""
    if len(names) == 1:
        return names[0]
    if not has_terms and text.language == "en":
        return ""
    return names[-1] if text.language == "zh" else names[0]


@dataclass(frozen=True, slots=True)
class Formula:
    """`equation`, solved for `letter`."""

    equation: Relation
    letter: str
    language: Language

    @property
    def _sides(self) -> tuple[Node, Node]:
        left, right = self.equation.sides
        return left, right

    def _cleared(self) -> sp.Expr:
        """Left minus right, times the denominators."""
        left, right = map(to_sympy, self._sides)
        return sp.expand(sp.fraction(sp.together(left - right))[0])

    def coefficients(self) -> tuple[sp.Expr, sp.Expr] | None:
        """a and b of a·letter = b; None where the equation is not linear in the letter."""
        x, cleared = sp.Symbol(self.letter), self._cleared()
        if not cleared.is_polynomial(x) or sp.degree(cleared, x) != 1:
            return None
        a, b = cleared.coeff(x), -cleared.coeff(x, 0)
        turned = str(a).startswith("-") or (a.is_Add and str(b).startswith("-"))
        return (sp.expand(-a), sp.expand(-b)) if turned else (a, b)

    def solution(self) -> Solution:
        """Clear denominators, collect, divide."""
        say, x = self.language, symbol_latex(self.letter)
        found = self.coefficients()
        assert found is not None
        a, b = found
        letter = sp.Symbol(self.letter)
        steps = [WORDS["given"].say(say, x=x, equation=to_latex(self.equation))]
        left, right = map(to_sympy, self._sides)
        if (
            sp.fraction(sp.together(left - right))[1].free_symbols
            or sp.fraction(sp.together(left - right))[1] != 1
        ):
            steps.append(
                WORDS["clear"].say(say, cleared=f"{exact_latex(sp.factor_terms(self._cleared()))}=0")
            )
        steps.append(
            WORDS["collect"].say(say, x=x, collected=f"{exact_latex(sp.factor(a) * letter)}={exact_latex(b)}")
        )
        if a != 1:
            steps.append(
                WORDS["divide"].say(say, a=exact_latex(sp.factor(a)), x=x, value=_quotient(sp.factor(b / a)))
            )
        shown = _renamed(self.equation)
        assert isinstance(shown, Relation)
        left_source, right_source = map(to_python, shown.sides)
        name = python_name(_RENAMED.get(self.letter, self.letter))
        line = f"factor(solve(Eq({left_source}, {right_source}), {name})[0])"
        source = cell(line, variables=symbols(shown))
        return Solution(tuple(steps), source)

    def conclude(self, value: Any) -> Conclusion | None:
        """Letter = expression in the other letters."""
        if not isinstance(value, sp.Expr):
            return None
        printed = {sp.Symbol(_RENAMED.get(n, n)): sp.Symbol(n) for n in symbols(self.equation)}
        named = value.subs(printed)
        if sp.Symbol(self.letter) in named.free_symbols:
            return None
        answer = f"{symbol_latex(self.letter)}={_quotient(named)}"
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The expression is put back for the letter."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
            return None
        if not {s.name for s in values[0].free_symbols} <= symbols(self.equation) - {self.letter}:
            return None
        left, right = map(to_python, self._sides)
        name = python_name(self.letter)
        gap = f"simplify(({difference(left, right)}).subs({name}, {exact_source(values[0])})) == 0"
        claim = WORDS["claim"].say(self.language, answer=answer, equation=to_latex(self.equation))
        return CheckPlan(
            claim, WORDS["method"].say(self.language), cell(gap, variables=symbols(self.equation))
        )


def _quotient(value: sp.Expr) -> str:
    """A fraction with as few minus signs as possible: F/(R − L), not −F/(L − R)."""
    top, bottom = sp.fraction(value)
    if bottom.is_Add and str(top).startswith("-"):
        top, bottom = sp.expand(-top), sp.expand(-bottom)
    return plus_first(top) if bottom == 1 else rf"\frac{{{plus_first(top)}}}{{{plus_first(bottom)}}}"


_RENAMED: Final = {"E": "E_1", "I": "I_1"}
"""Letters that, printed by a cell, would be Euler's number and the imaginary unit."""


def _renamed(node: Node) -> Node:
    if isinstance(node, Symbol):
        return Symbol(_RENAMED.get(node.name, node.name))
    return with_children(node, _renamed)


def _as_products(node: Node) -> Node:
    """`h(a+b)` is a product in a formula."""
    node = with_children(node, _as_products)
    return Binary("*", Symbol(node.name), node.argument, tight=True) if isinstance(node, Apply) else node
