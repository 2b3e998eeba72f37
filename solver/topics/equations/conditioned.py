"""The solutions of one equation that keep a condition on the unknown: x² = 9 with x > 0, 解方程x²=2x+8且x>0.

The equation is solved as in `equations`; the solutions that the condition lets through are the answer. Conditions compare the unknown itself with numbers, or say
that it is positive or negative. Not: conditions for all numbers, one thing or the other, questions about the solutions (`solution_questions`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import symbol_latex, to_latex, to_python, to_sympy
from solver.formula.nodes import Relation, Symbol, symbols
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account, notation_of
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, exact_source, joined, kept_as
from solver.topics.equations.equation_words import VOCABULARY as EQUATION
from solver.topics.equations.equation_words import is_open
from solver.topics.equations.single import Equation, equation_of
from solver.topics.equations.solutions import NO_SOLUTION, alternatives, is_no_solution

VOCABULARY: Final = {
    **EQUATION,
    "asked": "the unknown|given|with|where|such that|given that|provided that|under the condition|subject to|condition|for|但|条件是|其中|这里",
}
_NOT_SO: Final = re.compile(
    r"(?i)\b(?:or|all|any|every|each|unless|not|no|if and only if|implies|then\s+(?!find|what|solve|determine|give|compute)|how many|number of)\b"
    r"|或|任意|所有|任何|一切|每|恒|都|不|没|充分|必要|则(?!\s*\$?[a-z]\$?\s*(?:$|[=?的是为]))|个数|几个"
)
WORDS: Final = {
    "kept": Words(
        "The equation alone has the solutions {values}. Of these, \\({condition}\\) holds for \\({kept}\\).",
        "方程本身的解是 {values}，其中满足 \\({condition}\\) 的是 \\({kept}\\)。",
    ),
    "none_kept": Words(
        "The equation alone has the solutions {values}. None of them satisfies \\({condition}\\).",
        "方程本身的解是 {values}，它们都不满足 \\({condition}\\)。",
    ),
    "none": Words("The equation has no real solution, so none with \\({condition}\\).", "方程没有实数解，所以也没有满足 \\({condition}\\) 的解。"),
    "answer": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
    "claim": Words(
        "\\({answer}\\) is what solves \\({equation}\\) with \\({condition}\\)",
        "\\({answer}\\) 是方程 \\({equation}\\) 满足 \\({condition}\\) 的解",
    ),
}  # fmt: skip
MAX_CONDITIONS: Final = 2
_TOLD: Final = re.compile(r"(?i)\s*(?:若|如果|已知|设|if\b|given\b|suppose\b)")


def conditioned(text: Text) -> Reading:
    """One equation, and what the unknown is to keep."""
    if _NOT_SO.search(text.source):
        return None
    found = account(text.source, VOCABULARY, notation_of(text.source))
    equations = [r for r in found.relations if r.signs == ("=",)]
    conditions = tuple(r for r in found.relations if r.signs != ("=",))
    if len(equations) != 1 or not 0 < len(conditions) <= MAX_CONDITIONS:
        return None
    (equation,) = equations
    names = symbols(equation)
    if len(names) != 1 or names & {"e", "i"} or any(is_open(node) for node in found.nodes):
        return None
    (unknown,) = names
    if isinstance(equation.sides[0], Symbol) and not symbols(equation.sides[1]):
        return None  # x = 3 is a fact
    if not all(_is_about(condition, unknown) for condition in conditions):
        return None
    if any(node != Symbol(unknown) for node in found.asked):
        return None
    if found.unread:
        return Unread(found.unread)
    inner = equation_of(equation, text.language, real=True)
    if inner is None or inner.is_identity() or inner.in_high_degree() is not None:
        return None
    try:
        solutions = inner.real_solutions()
    except NotImplementedError:
        return None
    if solutions is None:
        return None
    task = Conditioned(
        inner, conditions, tuple(sorted(solutions, key=float)), bool(found.asked), text.language
    )
    if _TOLD.match(text.source) and not task.kept():
        return None  # what is told of a number contradicts itself: `contradictions` names it
    return task


def _is_about(condition: Relation, unknown: str) -> bool:
    """Whether it compares the unknown alone with numbers."""
    return sum(side == Symbol(unknown) for side in condition.sides) == 1 and all(
        side == Symbol(unknown) or not symbols(side) for side in condition.sides
    )


@dataclass(frozen=True, slots=True)
class Conditioned:
    """Those of the real `solutions` of `equation` for which `conditions` hold; `plain` when just the value was asked for."""

    equation: Equation
    conditions: tuple[Relation, ...]
    solutions: tuple[sp.Expr, ...]
    plain: bool
    language: Language

    def kept(self) -> list[sp.Expr]:
        return [s for s in self.solutions if all(self._holds(c, s) for c in self.conditions)]

    def _holds(self, condition: Relation, value: sp.Expr) -> bool:
        x = self.equation.unknown
        sides = [value if side == Symbol(x) else to_sympy(side) for side in condition.sides]
        compare = {"<": sp.Lt, ">": sp.Gt, "<=": sp.Le, ">=": sp.Ge, "!=": sp.Ne}
        return all(
            compare[sign](a, b) == True  # noqa: E712  # of sympy
            for sign, a, b in zip(condition.signs, sides, sides[1:], strict=False)
        )

    def _condition(self) -> str:
        return r",\ ".join(map(to_latex, self.conditions))

    def _source(self, name: str) -> str:
        """The conditions in Python, of a number called `name`."""
        parts = []
        for condition in self.conditions:
            sides = [name if s == Symbol(self.equation.unknown) else to_python(s) for s in condition.sides]
            parts.append(
                sides[0]
                + "".join(f" {sign} {side}" for sign, side in zip(condition.signs, sides[1:], strict=True))
            )
        return " and ".join(parts)

    def solution(self) -> Solution:
        """The equation's steps, and then which solutions the condition keeps."""
        say, inner, x = self.language, self.equation.solution(), symbol_latex(self.equation.unknown)
        values = ", ".join(f"\\({x}={exact_latex(s)}\\)" for s in self.solutions)
        kept = self.kept()
        key = "kept" if kept else "none_kept" if self.solutions else "none"
        step = WORDS[key].say(
            say, values=values, condition=self._condition(), kept=alternatives(self.equation.unknown, kept)
        )
        source = joined(
            kept_as(inner.cell, "solutions"), cell(f"[s for s in solutions if {self._source('s')}]")
        )
        return Solution((*inner.steps, step), source, inner.plot)

    def conclude(self, value: Any) -> Conclusion | None:
        """The solutions that are left, smallest first."""
        if not isinstance(value, list) or not all(
            isinstance(v, sp.Expr) and v.is_real and not v.has(sp.Float, sp.CRootOf) for v in value
        ):
            return None
        ordered = sorted(value, key=float)
        shown = alternatives(self.equation.unknown, ordered)
        if not ordered:
            shown = answer = NO_SOLUTION.say(self.language)
        else:
            answer = exact_latex(ordered) if self.plain else shown
        return Conclusion(WORDS["answer"].say(self.language, answer=shown), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Each value put back and compared with the condition; others looked for where it holds."""
        values = () if is_no_solution(answer) else values_in(answer, (self.equation.unknown,))
        if values is None or not all(isinstance(v, sp.Expr) for v in values):
            return None
        claim = WORDS["claim"].say(
            self.language,
            answer=answer,
            equation=to_latex(self.equation.relation),
            condition=self._condition(),
        )
        plan = self.equation.check(
            alternatives(self.equation.unknown, self.solutions)
            if self.solutions
            else NO_SOLUTION.say(self.language)
        )
        if plan is None:
            return None
        rest = cell(
            f"solutions, given = {exact_source(list(self.solutions))}, {exact_source(list(values))}",
            f"kept = [s for s in solutions if {self._source('s')}]",
            "same = len(kept) == len(given) and all(any(abs(N(a - b, 30)) < 1e-20 for b in kept) for a in given)",
            "bool(same) and verdict",
        )
        return CheckPlan(claim, plan.method, joined(kept_as(plan.source, "verdict"), rest))
