"""What all who may solve a story come to: exercises by their answers, and other topics' tasks by the question that they hand on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import TypeAlias

from solver.ports import Language
from solver.topics.base import Task
from solver.topics.stories.school.modelled import finished
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Unfit, Working

Solver: TypeAlias = Callable[[Working], None]
Exercises: TypeAlias = dict[tuple[Fraction, ...], Exercise]


def worked(solvers: Iterable[Solver], language: Language) -> tuple[Exercises, dict[str, Task]]:
    """Each answer once, and each question that is another topic's; of those whom the story does not fit, nothing."""
    found: Exercises = {}
    handed: dict[str, Task] = {}
    for solve in solvers:
        work = Working(language)
        try:
            solve(work)
            if work.model is not None:
                handed.setdefault(work.model.question, finished(work))
        except Unfit:
            continue
        if work.answer is not None and work.answer.made is not None and min(work.answers) >= 0:
            exercise = Exercise.of(work)
            found.setdefault(exercise.values, exercise)
    return found, handed
