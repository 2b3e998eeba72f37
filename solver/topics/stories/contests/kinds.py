"""What a kind of contest problem is: a sign in the text, a table of clauses, and what is made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from solver.ports import Language
from solver.topics.base import Task, Words
from solver.topics.clause_kinds import Kinds
from solver.topics.clauses import Said
from solver.topics.computed import Computed
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Working


class Unclear(Exception):
    """The clauses are known, but together they are no problem of the kind."""


Solved = tuple[object, Task] | None
"""The answer, for comparing it with that of another kind, and the task."""


Sums = Callable[[list[Said], Working], None]
Making = Callable[[list[Said]], Solved]
KINDS: Final = Kinds[Making]()
made = KINDS.of


def worked(sign: str, language: Language, wordings: Mapping[str, tuple[str, ...]]) -> Callable[[Sums], Sums]:
    """A decorator: the decorated function does the sums of a problem of these clauses."""

    def register(method: Sums) -> Sums:
        def solve(found: list[Said]) -> Solved:
            exercise = Exercise.worked(language, lambda work: method(found, work))
            return None if exercise is None else (exercise.values, exercise)

        made(sign, language, wordings)(solve)
        return method

    return register


SENTENCE: Final = Words("The answer is {answer}.", "答案是{answer}。")


def answered(
    value: object, steps: tuple[str, ...], lines: tuple[str, ...], checked: tuple[str, ...], method: str
) -> Solved:
    """An English task of one number: its steps, its cell, its check, and what the check does."""
    return value, Computed(steps, lines, checked, SENTENCE, Words(method, method), "en")


def every(found: list[Said], kind: str) -> list[Said]:
    """All clauses of a kind."""
    return [s for s in found if s.kind == kind]


__all__ = ["KINDS", "Solved", "Unclear", "answered", "every", "made", "worked"]
