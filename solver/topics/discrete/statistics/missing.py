"""A number of a list from the mean of all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sympy as sp

from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution
from solver.topics.cells import cell, comment, exact_source
from solver.topics.discrete.statistics.numbers import fraction, fractions, in_a_sum, shown_as
from solver.topics.discrete.statistics.words import WORDS


@dataclass(frozen=True, slots=True)
class Missing:
    """The value of a letter in a list whose mean is known."""

    values: tuple[sp.Rational, ...]
    name: str
    mean: sp.Rational
    language: Language

    def value(self) -> sp.Rational:
        """The missing number."""
        return (len(self.values) + 1) * self.mean - sp.Rational(sum(self.values))

    def solution(self) -> Solution:
        """The total of all, without the known ones."""
        say, n = self.language, len(self.values) + 1
        known, total = sp.Rational(sum(self.values)), n * self.mean
        steps = (
            WORDS["total"].say(say, n=n, mean=in_a_sum(self.mean), total=shown_as(total)),
            WORDS["missing"].say(
                say, known=shown_as(known), shown=in_a_sum(known), name=self.name, total=shown_as(total), value=shown_as(total - known)
            ),
        )  # fmt: skip
        source = cell(
            comment(WORDS["code_missing"].say(say)),
            f"{n}*({exact_source(self.mean)}) - sum({exact_source(list(self.values))})",
        )
        return Solution(steps, source)

    def conclude(self, value: Any) -> Conclusion | None:
        """The missing number."""
        if not isinstance(value, sp.Rational):
            return None
        shown = shown_as(value)
        answer = f"{self.name}={shown}"
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Put it into the list."""
        values = values_in(answer, (self.name,))
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Rational):
            return None
        data = [*self.values, values[0]]
        body = "\n".join(
            [
                "from fractions import Fraction",
                "from statistics import mean",
                "",
                f"data = {fractions(data)}",
                f"mean(data) == {fraction(self.mean)}",
            ]
        )
        shown = shown_as(values[0])
        return CheckPlan(f"\\({self.name}={shown}\\)", WORDS["method_missing"].say(self.language), body)
