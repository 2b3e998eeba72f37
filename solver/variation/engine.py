"""New problems of the kind of a given one: draw other numbers, read and plan them like any problem, keep what is equally hard.

Pure: reads and finds steps, computes nothing. Whoever drives it runs the cells and hands back what they printed
(`Model.draft`, then `Model.exercise`). Draw number n of a seed is always the same, whatever was drawn before.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError
from solver.latex import value_of, values_in
from solver.ports import Draft, Exercise, Problem
from solver.topics import could_read, read_as, topic_of
from solver.topics.base import Task, Unread
from solver.topics.forms import check_of
from solver.variation.literals import Numeral, numerals, written
from solver.variation.moves import changes
from solver.variation.natural import natural, out_of_marks, simply_written, with_articles
from solver.variation.people import renamed
from solver.variation.sets import sets_in_order
from solver.variation.shapes import alike
from solver.variation.signs import knows_negatives

STEPS_FOR_ONE: Final = 4
"""A solution of so many steps may become one longer or shorter: dividing out primes takes as many as there are."""
_log: Final = logging.getLogger(__name__)
_EXTREME: Final = re.compile(
    r"(?i)\b(?:no (?=[a-z])|none|not exist|undefined|diverge|all\b|every|infinite)|无|没有|不存在|发散|所有|任意|全体"
)
_OPENING: Final = re.compile(r"[^\\\d.,:：，。]{0,12}")
OLDEST: Final = 100
_AGE: Final = re.compile(r"\byears? old(?:er)?\b|\bage\b|岁|年龄")
_TOO_HARD: Final = (FormulaError, RecursionError, OverflowError, MemoryError, ValueError, ArithmeticError)


@dataclass(frozen=True, slots=True)
class Model:
    """A problem that was read whole, as the model of new ones."""

    problem: Problem
    topic: str
    task: Task
    steps: int
    opening: str
    """How the solution begins, where it has one step only: with other words it is another method."""
    cell: str
    numerals: tuple[Numeral, ...]

    def draft(self, seed: int, n: int) -> Draft | None:
        """What draw `n` gives: a problem of the same topic and kind with as many steps, or None.

        Whether an earlier topic would read it too is asked in the end (`exercise`): that takes the longest.
        """
        question = self._drawn(Random(f"{seed} {n}"))
        if question is None or question == self.problem.text:
            return None
        found = _planned(Problem(question, self.problem.language), self.topic)
        if found is None or type(found.task) is not type(self.task) or found.opening != self.opening:
            return None
        apart = abs(found.steps - self.steps)
        return Draft(question, found.cell) if apart <= self.steps // STEPS_FOR_ONE else None

    def exercise(self, printed: str, draft: Draft, drafted: str) -> Exercise | None:
        """The draft with its answer, where its cell printed a value that makes an answer of the same shape.

        The answer as it is written decides: behind it a value may be a list of digits. Where it is no formula, the value does.
        """
        found = _planned(Problem(draft.question, self.problem.language), self.topic)
        try:
            old, new = value_of(printed.strip()), value_of(drafted.strip())
            conclusion = found.task.conclude(new) if found is not None else None
            model = self.task.conclude(old)
            if found is None or conclusion is None or model is None:
                return None
            if _words(conclusion.answer) != _words(model.answer):
                return None
            before, after = values_in(model.answer), values_in(conclusion.answer)
            pair = (old, new) if before is None or after is None else (before, after)
            freely = knows_negatives(f"{self.problem.text} {model.answer}")
            said = _is_said(model.answer) and model.answer == conclusion.answer
            if not said and not alike(*pair, freely=freely):
                return None
            if not simply_written(model.answer, conclusion.answer) or not _believable(draft.question, after):
                return None
            if read_as(self.topic, Problem(draft.question, self.problem.language)) is None:
                return None
            check = check_of(found.task, conclusion.answer, (new,))
        except _TOO_HARD:
            return None
        return Exercise(draft.question, conclusion.answer, check) if check is not None else None

    def _drawn(self, rng: Random) -> str | None:
        text = self.problem.text
        drawn = changes(text, self.numerals, rng)
        if all(n.text == new for n, new in drawn.items()):
            return None
        new = sets_in_order(text, renamed(written(text, drawn), self.problem.language, rng))
        if not natural(text, self.numerals, new):
            return None
        return with_articles(new) if self.problem.language == "en" else new


def model_of(problem: Problem) -> Model | Unread:
    """The problem as a model; or what could not be read of it.

    Raises:
        FormulaError: a formula in it is too large.
    """
    found = topic_of(problem)
    return found if isinstance(found, Unread) else _plan(problem, *found)


def _plan(problem: Problem, topic: str, task: Task) -> Model:
    solution = task.solution()
    steps = solution.steps
    opening = _OPENING.match(steps[0]) if len(steps) == 1 else None
    words = opening[0] if opening else ""
    return Model(problem, topic, task, len(steps), words, solution.cell, numerals(problem.text))


@lru_cache(maxsize=256)
def _planned(problem: Problem, topic: str) -> Model | None:
    """As `model_of`, by this topic alone; None for anything that it does not read, or that cannot be solved."""
    try:
        task = could_read(topic, problem)
        return None if task is None else _plan(problem, topic, task)
    except _TOO_HARD:
        return None
    except Exception:  # noqa: BLE001  # a bug of one topic costs one draw
        _log.exception("the topic %s failed", topic)
        return None


def _believable(question: str, values: tuple[Any, ...] | None) -> bool:
    """Nobody is older than `OLDEST`, and there are no more marks than the full ones."""
    if values is None or not all(isinstance(v, sp.Rational) for v in values):
        return True
    ages = _AGE.search(question) is not None
    return not (ages and any(v > OLDEST for v in values)) and not out_of_marks(question, values)


def _is_said(answer: str) -> bool:
    """Whether it is a text and no value ("No"): then nothing but the text is compared, what the cell printed was a reason."""
    return re.fullmatch(r"\\text\{[^{}]*\}", answer) is not None


def _words(answer: str) -> list[bool]:
    """For each text in an answer whether it says that there is nothing, or everything: then it has another shape."""
    texts = re.findall(r"\\text\{([^{}]*)\}", answer)
    return [_EXTREME.search(t) is not None for t in texts if re.search("[A-Za-z\u3400-\u9fff]", t)]
