"""A story whose mathematics is another field's: a ladder is a right triangle, buses a least common multiple.

The story is read here, whole; what it comes to is a question in the words of the other field, whose topic solves, explains and
checks it. Which story is which question, the kinds of stories know.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from solver.named import named
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reader, Solution, Task, Text, Unread, Words
from solver.topics.stories.school.task import Exercise, prose
from solver.topics.stories.school.working import Model, Unfit, Working

TOPICS: Final = {
    "arithmetic": "solver.topics.numbers.arithmetic:read",
    "figures": "solver.topics.geometry.figures:read",
    "integers": "solver.topics.numbers.integers:read",
    "integer_search": "solver.topics.numbers.integer_search:read",
    "congruences": "solver.topics.numbers.congruences:read",
    "parabolas": "solver.topics.functions.parabolas:read",
    "clock": "solver.topics.numbers.clock:read",
    "ratios": "solver.topics.numbers.ratios:read",
}
"""The topics that stories come to."""
SAID: Final = Words("{label} is \\({answer}\\){unit}.", "{label}是 \\({answer}\\){unit}。")


@dataclass(frozen=True, slots=True)
class Modelled:
    """What was found before, the sentence that says what the story comes to, and the task that this is."""

    before: tuple[str, ...]
    model: Model
    inner: Task
    language: Language

    def solution(self) -> Solution:
        """The steps of the story, then those of the other topic."""
        inner = self.inner.solution()
        says = (self.model.says,) if self.model.says else ()
        return Solution((*self.before, *says, *inner.steps), inner.cell, inner.plot)

    def conclude(self, value: Any) -> Conclusion | None:
        """The other topic's answer, said of the story."""
        found = self.inner.conclude(value)
        if found is None or not self.model.label:
            return found
        unit = f" {self.model.unit}" if self.model.unit else ""
        said = SAID.say(self.language, label=self.model.label, answer=found.answer, unit=unit)
        return Conclusion(said[:1].upper() + said[1:], found.answer)

    def check(self, answer: str) -> CheckPlan | None:
        """As the other topic does."""
        return self.inner.check(answer)


def finished(working: Working) -> Task:
    """The task of a working: its own arithmetic, or the other topic's question that it comes to.

    Raises:
        Unfit: the other topic does not read that question.
    """
    model = working.model
    if model is None:
        return Exercise.of(working)
    reader: Reader = named(TOPICS, model.topic, "topic")
    inner = reader(Text(model.question, working.language))
    if inner is None or isinstance(inner, Unread):
        raise Unfit
    return Modelled(prose(working.steps, working.language), model, inner, working.language)
