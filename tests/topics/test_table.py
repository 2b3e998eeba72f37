"""What holds for every topic: the table loads, the seed problems are solved exactly, steps and checks are sound."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import sympy as sp

from solver.intake import language_of
from solver.latex import value_of, values_in
from solver.ports import Problem
from solver.topics import read, readers
from solver.topics.base import Unread
from solver.topics.table import TOPICS
from tests.topics.run_cell import run_cell

SEED = Path(__file__).parents[3] / "shared" / "data" / "seed_examples.jsonl"
ROWS = [json.loads(line) for line in SEED.read_text(encoding="utf-8").splitlines()] if SEED.exists() else []


def test_every_topic_loads() -> None:
    assert [name for name, reader in readers() if callable(reader)] == list(TOPICS)


@pytest.mark.skipif(not ROWS, reason="the development data lies beside the repository and is absent here")
@pytest.mark.parametrize("row", [pytest.param(r, id=r["id"]) for r in ROWS])
def test_the_seed_problems_are_solved_exactly(row: dict[str, str]) -> None:
    task = read(Problem(row["question"], "zh" if row["language"] == "zh" else "en"))
    assert not isinstance(task, Unread), task
    conclusion = task.conclude(value_of(str(run_cell(task.solution().cell))))
    assert conclusion is not None
    found, expected = values_in(conclusion.answer), values_in(row["answer"])
    assert found is not None and expected is not None
    assert len(found) == len(expected)
    assert all(
        sp.simplify(sp.Matrix([a]) - sp.Matrix([b])).is_zero_matrix
        for a, b in zip(found, expected, strict=True)
    )
    plan = task.check(conclusion.answer)
    assert plan is not None
    assert run_cell(plan.source) is True or run_cell(plan.source) == sp.true


@pytest.mark.parametrize(
    "question", ["x^2-5x+6=0", "Find the vertex of y=2x^2-3x", "123456 * 654321", "x+y=3, x-y=1"]
)
def test_a_wrong_answer_is_not_proved(question: str) -> None:
    task = read(Problem(question, language_of(question)))
    assert not isinstance(task, Unread)
    conclusion = task.conclude(value_of(str(run_cell(task.solution().cell))))
    assert conclusion is not None
    for wrong in ("7", "(7, 8)", "x=7", "x=7,\\ y=8"):
        plan = task.check(wrong)
        assert plan is None or not run_cell(plan.source)
