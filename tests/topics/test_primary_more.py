"""Questions of primary school as teachers and children put them: options that are tried, best buys, and kinds of everyday stories; near ones are declined.

Read by these topics alone; that no other topic stands in the way, the whole table's tests see.
"""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from evaluation.grader.options import judge
from solver.intake import language_of
from solver.latex import value_of
from solver.reader import clean
from solver.topics import tried_options
from solver.topics.base import Reading, Task, Text, Unread
from solver.topics.stories import best_buys, everyday, school
from solver.topics.stories.school.task import Exercise
from tests.topics.run_cell import run_cell

ROWS = [json.loads(line) for line in (Path(__file__).parent / "questions" / "primary_more.jsonl").read_text("utf-8").splitlines()]  # fmt: skip


def read(question: str) -> Task | None:
    text = Text(clean(question), language_of(question))
    for topic in (tried_options, best_buys, everyday):
        found: Reading = topic.read(text)
        if found is not None and not isinstance(found, Unread):
            return found
    return None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["question"][:40])
def test_read_whole_or_not_at_all(row: dict[str, str]) -> None:
    task = read(row["question"])
    if row["answer"] == "none":
        assert task is None
        return
    assert task is not None
    found = task.conclude(value_of(str(run_cell(task.solution().cell))))
    assert found is not None
    assert judge(found.answer, row["answer"]) == "equal"
    plan = task.check(found.answer)
    assert plan is not None
    assert run_cell(plan.source) == True  # noqa: E712  # sympy's truth, too


def test_what_was_answered_wrongly() -> None:
    """Towns 35 km apart are not 35 km apart on the map; a temperature at noon is not the one at night."""
    far = "A map has a scale of 1 cm to 5 km. Two towns are 35 km apart. How far apart are they on the map?"
    noon = "In a room the temperature was 18°C. It rose by 3 degrees by noon, and then fell 5 degrees by night. What was the temperature at noon?"
    found = school.read(Text(far, "en"))
    assert isinstance(found, Exercise)
    assert found.values == (Fraction(7),)
    assert school.read(Text(noon, "en")) is None
