"""New problems of the kind of a given one: draw other numbers, read and plan them like any problem, keep what is equally hard.

Pure: reads and finds steps, computes nothing. Whoever drives it runs the cells and hands back what they printed
(`Model.draft`, then `Model.exercise`). Draw number n of a seed is always the same, whatever was drawn before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Final

from solver.formula import FormulaError
from solver.latex import value_of, values_in
from solver.ports import Draft, Exercise, Problem
from solver.topics import read_by, topic_of
from solver.topics.base import Task, Unread
from solver.variation.literals import Numeral, numerals, written
from solver.variation.people import renamed
from solver.variation.shapes import alike

STEPS_FOR_ONE: Final = 4
"""A solution of so many steps may become one longer or shorter: dividing out primes takes as many as there are."""
_LISTED: Final = re.compile(r"\s*(?:,|、|and|和|与|及|or|或|,\s*and)\s*-?\$?")
_EXTREME: Final = re.compile(
    r"(?i)\b(?:no (?=[a-z])|none|not exist|undefined|diverge|all\b|every|infinite)|无|没有|不存在|发散|所有|任意|全体"
)
_TOO_HARD: Final = (FormulaError, RecursionError, OverflowError, MemoryError, ValueError, ArithmeticError)


@dataclass(frozen=True, slots=True)
class Model:
    """A problem that was read whole, as the model of new ones."""

    problem: Problem
    topic: str
    task: Task
    steps: int
    cell: str
    numerals: tuple[Numeral, ...]

    def draft(self, seed: int, n: int) -> Draft | None:
        """What draw `n` gives: a problem of the same topic and kind with as many steps, or None."""
        question = self._drawn(Random(f"{seed} {n}"))
        if question is None or question == self.problem.text:
            return None
        problem = Problem(question, self.problem.language)
        found = (
            _planned(problem) if _read_alone(self.topic, problem) else None
        )  # most draws fail there, and sooner
        if found is None or found.topic != self.topic or type(found.task) is not type(self.task):
            return None
        return (
            Draft(question, found.cell)
            if abs(found.steps - self.steps) <= self.steps // STEPS_FOR_ONE
            else None
        )

    def exercise(self, printed: str, draft: Draft, drafted: str) -> Exercise | None:
        """The draft with its answer, where its cell printed a value that makes an answer of the same shape.

        The answer as it is written decides: behind it a value may be a list of digits. Where it is no formula, the value does.
        """
        found = _planned(Problem(draft.question, self.problem.language))
        try:
            old, new = value_of(printed.strip()), value_of(drafted.strip())
            conclusion = found.task.conclude(new) if found is not None else None
            model = self.task.conclude(old)
            if found is None or conclusion is None or model is None:
                return None
            if _words(conclusion.answer) != _words(model.answer):
                return None
            before, after = values_in(model.answer), values_in(conclusion.answer)
            if not (alike(old, new) if before is None or after is None else alike(before, after)):
                return None
            check = found.task.check(conclusion.answer)
        except _TOO_HARD:
            return None
        return Exercise(draft.question, conclusion.answer, check) if check is not None else None

    def _drawn(self, rng: Random) -> str | None:
        text, vary = self.problem.text, getattr(self.task, "vary", None)
        if vary is not None and rng.random() < 0.7:
            built: str | None = vary(rng)
            return built
        changes = _changes(text, self.numerals, rng)
        if all(n.text == new for n, new in changes.items()):
            return None
        return renamed(written(text, changes), self.problem.language, rng)


def model_of(problem: Problem) -> Model | Unread:
    """The problem as a model; or what could not be read of it.

    Raises:
        FormulaError: a formula in it is too large.
    """
    found = topic_of(problem)
    return found if isinstance(found, Unread) else _plan(problem, *found)


def _plan(problem: Problem, topic: str, task: Task) -> Model:
    solution = task.solution()
    return Model(problem, topic, task, len(solution.steps), solution.cell, numerals(problem.text))


@lru_cache(maxsize=256)
def _planned(problem: Problem) -> Model | None:
    """As `model_of`, None for anything that cannot be solved."""
    try:
        found = model_of(problem)
    except _TOO_HARD:
        return None
    return None if isinstance(found, Unread) else found


def _read_alone(topic: str, problem: Problem) -> bool:
    try:
        return read_by(topic, problem) is not None
    except _TOO_HARD:
        return False


def _words(answer: str) -> list[bool]:
    """For each text in an answer whether it says that there is nothing, or everything: then it has another shape."""
    texts = re.findall(r"\\text\{([^{}]*)\}", answer)
    return [_EXTREME.search(t) is not None for t in texts if re.search("[A-Za-z\u3400-\u9fff]", t)]


# -- moves --------------------------------------------------------------------------------------------


def _changes(text: str, found: tuple[Numeral, ...], rng: Random) -> dict[Numeral, str]:
    """New numbers for some numerals: all, one or two of them, or all by one factor."""
    groups = _groups(found)
    if not groups:
        return {}
    move = rng.random()
    if move < 0.15 and (scaled := _scaled(found, rng)):
        return scaled
    if move < 0.3 and (shifted := _shifted(text, found, rng)):
        return shifted
    chosen = groups if move < 0.65 else rng.sample(groups, rng.randint(1, min(2, len(groups))))
    changes: dict[Numeral, str] = {}
    for group in chosen:
        new = group[0].redrawn(rng)
        changes |= dict.fromkeys(group, new)
    return changes


def _groups(found: tuple[Numeral, ...]) -> list[list[Numeral]]:
    """Numerals that change together: in prose equal numbers are one quantity, in formulas each is its own."""
    groups: list[list[Numeral]] = []
    for numeral in found:
        if not numeral.free:
            continue
        same = next((g for g in groups if not numeral.formula and not g[0].formula and g[0].text == numeral.text
                     and g[0].role == numeral.role), None)  # fmt: skip
        if same is not None:
            same.append(numeral)
        else:
            groups.append([numeral])
    return groups


def _scaled(found: tuple[Numeral, ...], rng: Random) -> dict[Numeral, str]:
    """All plain whole numbers times one fraction, where they stay whole: ratios, right angles and roots stay as nice."""
    whole = [n for n in found if n.role == "number" and n.text.isdigit()]
    factor, divisor = rng.randint(1, 7), rng.choice((1, 1, 2, 3, 4, 5))
    if not whole or factor == divisor or any(int(n.text) * factor % divisor for n in whole):
        return {}
    new = {n: str(int(n.text) * factor // divisor) for n in whole}
    return new if all(abs(len(n.text) - len(t)) <= 1 and int(t) > 1 for n, t in new.items()) else {}


def _shifted(text: str, found: tuple[Numeral, ...], rng: Random) -> dict[Numeral, str]:
    """The numbers of a list all moved by one number or multiplied by one: its pattern stays."""
    runs: list[list[Numeral]] = [[]]
    for numeral in found:
        if runs[-1] and not _LISTED.fullmatch(text[runs[-1][-1].end : numeral.start]):
            runs.append([])
        runs[-1].append(numeral)
    whole = [
        r for r in runs if len(r) > 2 and all(n.text.isdigit() and n.role in ("number", "fixed") for n in r)
    ]
    if not whole:
        return {}
    run = rng.choice(whole)
    times, plus = rng.choice(((1, 0), (2, 0), (3, 0), (1, rng.randint(-9, 9)), (2, rng.randint(-5, 5))))
    new = {n: int(n.text) * times + plus for n in run}
    return {n: str(v) for n, v in new.items()} if all(v > 0 for v in new.values()) else {}
