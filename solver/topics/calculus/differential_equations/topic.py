"""Differential equations of first order (integrable, separable, linear) and linear ones of second order with constant coefficients.

Read: one equation in y′, dy/dx, f′(x), x dx + y dy = 0, with or without values at single places; "general solution", 通解, 特解. Not: systems,
higher orders, letters as parameters, other kinds (Bernoulli, Euler, exact).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import sympy as sp

from solver.formula import APPLIED
from solver.latex import latex
from solver.ports import CheckPlan, Language
from solver.reader.account import Account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.calculus.differential_equations.answers import claimed, plan
from solver.topics.calculus.differential_equations.equation import (
    Beyond,
    Condition,
    Equation,
    Found,
)
from solver.topics.calculus.differential_equations.first_order import FirstOrder
from solver.topics.calculus.differential_equations.reading import Posed, posed
from solver.topics.calculus.differential_equations.second_order import SecondOrder

SENTENCES: Final = {
    "general": Words("The general solution is \\({answer}\\).", "通解为 \\({answer}\\)。"),
    "lost": Words("The general solution is \\({answer}\\), where \\({c}\\) solves the equation too.", "通解为 \\({answer}\\)，另有解 \\({c}\\)。"),
    "special": Words("The solution is \\({answer}\\).", "所求的解为 \\({answer}\\)。"),
    "particular": Words("A particular solution is \\({answer}\\).", "一个特解为 \\({answer}\\)。"),
    "method": Words("the function was put back into the equation and the conditions, at several places with 30 digits", "把函数代回方程和条件，在若干点用 30 位精度核对"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """One differential equation, solved for its function."""
    found = posed(text.source)
    if found is None:
        return None
    if isinstance(found, Account):
        return Unread(found.unread)
    return _task(found, text.language)


def _task(found: Posed, language: Language) -> Reading:
    words, equation, conditions = found.found, found.equation, found.conditions
    asks = any(map(words.has, ("solve", "ode", "general", "particular"))) or words.has("ask") and found.names
    asks = asks or all(c[:1] == "#" for c in words.concepts)  # nothing but the equation and its conditions
    if not asks or (words.has("general") and conditions):
        return None
    particular = words.has("particular") and not conditions
    first = equation.order == 1
    if particular and (first or equation.rate == 0):
        return None
    if words.has("through") and not conditions or words.has("conditions") and not conditions:
        return None
    if len(conditions) not in (0, equation.order) or any(c.order >= equation.order for c in conditions):
        return None
    if first and words.has("undetermined") or not first and (words.has("separable") or words.has("factor")):
        return None
    method = "separable" if words.has("separable") else "linear" if words.has("factor") else ""
    task = DifferentialEquation(equation, conditions, particular, method, language)
    try:
        return task if task.is_proved() else None
    except (Beyond, NotImplementedError, sp.PolynomialError, ValueError, TypeError):
        return None


@dataclass(frozen=True)
class DifferentialEquation:
    """The equation with its conditions; `method` where the problem names one."""

    equation: Equation
    conditions: tuple[Condition, ...]
    particular: bool
    method: str
    language: Language

    def solved(self) -> Found:
        """Steps and solution."""
        return self._found

    def is_proved(self) -> bool:
        """Whether the solution of the steps satisfies the equation and its conditions."""
        found, e = self.solved(), self.equation
        if found.left != e.y:
            level = found.left - found.right
            return self._vanishes(sp.diff(level, e.x) + sp.diff(level, e.y) * e.rate)
        met = (sp.diff(found.right, e.x, k.order).subs(e.x, k.at) - k.value for k in self.conditions)
        return self._vanishes(e.residual(found.right)) and all(map(self._vanishes, met))

    @cached_property
    def _found(self) -> Found:
        if self.equation.order == 1:
            condition = self.conditions[0] if self.conditions else None
            return FirstOrder(self.equation, condition, self.language).found(self.method)
        return SecondOrder(self.equation, self.conditions, self.particular, self.language).found()

    def solution(self) -> Solution:
        """By the method for its kind."""
        found = self.solved()
        return Solution(found.steps, found.cell)

    def conclude(self, value: Any) -> Conclusion | None:
        """The function in the form of the steps, where what was computed solves the equation too."""
        found = self.solved()
        values = value if isinstance(value, list | tuple) else [value]
        if not values or not all(isinstance(v, sp.Expr) for v in values):
            return None
        if not any(self._agrees(v, found) for v in values):
            return None
        e = self.equation
        left = f"{e.name}({e.variable})" if found.left == e.y and e.name in APPLIED else latex(found.left)
        answer = f"{left}={latex(found.right)}"
        if self.particular:
            return Conclusion(SENTENCES["particular"].say(self.language, answer=answer), answer)
        if self.conditions:
            return Conclusion(SENTENCES["special"].say(self.language, answer=answer), answer)
        if found.constant:
            constant = ",\\ ".join(f"{latex(e.y)}={latex(c)}" for c in found.constant)
            return Conclusion(SENTENCES["lost"].say(self.language, answer=answer, c=constant), answer)
        return Conclusion(SENTENCES["general"].say(self.language, answer=answer), answer)

    def _agrees(self, value: sp.Expr, found: Found) -> bool:
        """Whether the cell's function solves the equation; an implicit one is constant along the solutions."""
        e = self.equation
        if found.left != e.y or value.has(e.y):
            invariant = sp.diff(value, e.x) + sp.diff(value, e.y) * e.rate
            return self._vanishes(invariant)
        return self._vanishes(e.residual(value))

    @staticmethod
    def _vanishes(expression: sp.Expr) -> bool:
        names = sorted(expression.free_symbols, key=str)
        judged = []
        for k in range(4):
            point = {s: sp.Rational(7 + 5 * i + 3 * k, 11 + 2 * i) for i, s in enumerate(names)}
            size = sp.N(expression.subs(point), 25)
            if size.is_finite:
                judged.append(
                    bool(abs(size) < 1e-12 * (1 + abs(sp.N(point.get(names[0], 1) if names else 1))))
                )
        return bool(judged) and all(judged)

    def check(self, answer: str) -> CheckPlan | None:
        """Put back into the equation; as many free constants as the problem leaves."""
        branches = claimed(answer, self.equation)
        if not branches:
            return None
        constants = 0 if self.conditions or self.particular else self.equation.order
        source = plan(branches, self.equation, self.conditions, constants)
        if source is None:
            return None
        kind = "particular" if self.particular else "special" if self.conditions else "general"
        claim = SENTENCES[kind].say(self.language, answer=answer)
        return CheckPlan(claim, SENTENCES["method"].say(self.language), source)
