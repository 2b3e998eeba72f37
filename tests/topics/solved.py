"""Solve a problem with one topic's reader as the app would, without a kernel."""

from __future__ import annotations

from typing import Any

import sympy as sp

from solver.intake import language_of
from solver.latex import value_of
from solver.ports import Problem
from solver.reader import clean
from solver.topics import read
from solver.topics.base import Reader, Reading, Text, Unread
from tests.topics.run_cell import run_cell

NO_VALUE = ("不存在", "发散", "无意义", "diverge", "not exist", "undefined")
"""Sentences that say in words that there is no value."""


def reading(reader: Reader, problem: str) -> Reading:
    """What the reader makes of a problem in the language of its words."""
    return reader(Text(clean(problem), language_of(problem)))


def whole_table(text: Text) -> Reading:
    """A reader as the product is one: all topics are asked, in their order."""
    return read(Problem(text.source, text.language))


def solve(reader: Reader, problem: str) -> tuple[Any, str, Any]:
    """The task, its answer as LaTeX and the value of the cell."""
    task = reading(reader, problem)
    assert task is not None and not isinstance(task, Unread), task
    solution = task.solution()
    assert solution.steps and all("None" not in step for step in solution.steps)
    value = value_of(str(run_cell(solution.cell)))
    conclusion = task.conclude(value)
    assert conclusion is not None
    assert conclusion.answer in conclusion.sentence or any(word in conclusion.sentence for word in NO_VALUE)
    return task, conclusion.answer, value


def verdict(task: Any, answer: str) -> bool | None:
    """What the check says of an answer."""
    plan = task.check(answer)
    assert plan is not None
    value = run_cell(plan.source)
    return None if value is None else bool(value) if value in (True, False, sp.true, sp.false) else None


def is_declined(reader: Reader, problem: str) -> bool:
    """Whether the reader leaves the problem alone or says that it could not read it whole."""
    found = reading(reader, problem)
    return found is None or isinstance(found, Unread)


def solves(reader: Reader, problem: str, right: str, wrong: str) -> None:
    """Assert that the topic answers, and that its check proves that and the right answer and refutes the wrong one."""
    task, answer, _ = solve(reader, problem)
    assert verdict(task, answer) is True
    assert verdict(task, right) is True
    assert verdict(task, wrong) is False


def assert_solved(reader: Reader, problem: str, expected: str, wrong: str) -> Any:
    """Assert that the topic answers exactly so, and that its check proves that and refutes the wrong answer; the task."""
    task, answer, _ = solve(reader, problem)
    assert answer == expected, answer
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is False
    return task
