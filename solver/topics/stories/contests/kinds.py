"""What a kind of contest problem is: a sign in the text, a table of clauses, and what is made of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from solver.ports import Language
from solver.topics.base import Task, Words
from solver.topics.clauses import Said, Table, table
from solver.topics.computed import Computed
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Working


class Unclear(Exception):
    """The clauses are known, but together they are no problem of the kind."""


Solved = tuple[object, Task] | None
"""The answer, for comparing it with that of another kind, and the task."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`solve` is asked where every clause of the text is one of `table`."""

    sign: re.Pattern[str]
    language: Language
    table: Table
    solve: Callable[[list[Said]], Solved]


KINDS: Final[list[Kind]] = []


Sums = Callable[[list[Said], Working], None]
Making = Callable[[list[Said]], Solved]


def made(
    sign: str, language: Language, wordings: Mapping[str, tuple[str, ...]]
) -> Callable[[Making], Making]:
    """A decorator: the decorated function makes the task of a problem of these clauses."""

    def register(method: Making) -> Making:
        KINDS.append(Kind(re.compile(sign), language, table(wordings), method))
        return method

    return register


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


__all__ = ["KINDS", "Kind", "Solved", "Unclear", "answered", "every", "made", "worked"]
