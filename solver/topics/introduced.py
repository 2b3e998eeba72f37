"""A task with steps in front of it: what the wording of a problem means, before the method begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from solver.ports import CheckPlan
from solver.topics.base import Conclusion, Solution, Task


@dataclass(frozen=True, slots=True)
class Introduced:
    """`task`, told with `steps` first; cell, answer and check are those of the task."""

    task: Task
    steps: tuple[str, ...]

    def solution(self) -> Solution:
        """The steps in front, then the task's."""
        told = self.task.solution()
        return Solution((*self.steps, *told.steps), told.cell, told.plot)

    def conclude(self, value: Any) -> Conclusion | None:
        """The task's own answer."""
        return self.task.conclude(value)

    def check(self, answer: str) -> CheckPlan | None:
        """The task's own check."""
        return self.task.check(answer)
