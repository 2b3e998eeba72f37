"""A task whose steps, cell and check are all known when it has been read: for questions that are one computation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex, latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Task, Words
from solver.topics.cells import cell, exact_source

ANSWER: Final = Words("So the answer is \\({answer}\\).", "所以答案是 \\({answer}\\)。")
CLAIM: Final = Words("the answer is \\({answer}\\)", "答案是 \\({answer}\\)")


def one_value(answer: str) -> Any:
    """The one number that somebody answered; None where it is none."""
    values = values_in(answer)
    return values[0] if values is not None and len(values) == 1 and isinstance(values[0], sp.Expr) else None


def shown_value(value: Any) -> str | None:
    """An exact number as LaTeX; None for anything else."""
    if not isinstance(value, sp.Expr) or value.has(sp.nan, sp.zoo, sp.oo, sp.Float) or value.free_symbols:
        return None
    return exact_latex(value)


def shown_point(value: Any) -> str | None:
    """A point of a cell as LaTeX."""
    return "(" + ", ".join(map(latex, value)) + ")" if isinstance(value, tuple | sp.Tuple) else None


def one_point(answer: str) -> Any:
    """The point that somebody answered; None for anything else."""
    values = values_in(answer)
    return (
        tuple(values[0])
        if values is not None and len(values) == 1 and isinstance(values[0], sp.Tuple)
        else None
    )


@dataclass(frozen=True, slots=True)
class Prepared:
    """A question whose answer is the value of `source`.

    Attributes:
        tests: the check: source lines in which `answer` is what somebody answered; the last one is the verdict.
        method: how the check proves it.
        shown: the cell's value as LaTeX; None where it is not what this kind of question gives.
        given: the value of an answer in LaTeX; None where it cannot be read.
    """

    language: Language
    steps: tuple[str, ...]
    source: str
    tests: tuple[str, ...]
    method: Words
    sentence: Words = ANSWER
    shown: Callable[[Any], str | None] = shown_value
    given: Callable[[str], Any] = one_value
    letters: tuple[str, ...] = ()
    """Variables that an answer may have in it."""
    plot: str | None = None

    def solution(self) -> Solution:
        """The steps, the cell and the figure."""
        return Solution(self.steps, self.source, self.plot)

    def conclude(self, value: Any) -> Conclusion | None:
        """The value as it is shown."""
        answer = self.shown(value)
        return None if answer is None else Conclusion(self.sentence.say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The tests with the answer put in."""
        value = self.given(answer)
        if value is None:
            return None
        source = cell(f"answer = {exact_source(value)}", *self.tests, variables=self.letters)
        return CheckPlan(CLAIM.say(self.language, answer=answer), self.method.say(self.language), source)


@dataclass(frozen=True, slots=True)
class Opened:
    """A task whose problem had to be put in other words first: `opening` are the steps that do so."""

    opening: tuple[str, ...]
    task: Task
    plot: str | None = None
    """A figure, where the task itself has none."""

    def solution(self) -> Solution:
        """The opening, then the task's own steps."""
        found = self.task.solution()
        return Solution((*self.opening, *found.steps), found.cell, found.plot or self.plot)

    def conclude(self, value: Any) -> Conclusion | None:
        """As the task."""
        return self.task.conclude(value)

    def check(self, answer: str) -> CheckPlan | None:
        """As the task."""
        return self.task.check(answer)
