"""The built-in tutor on a sample of each data set: no fewer right than before, and hardly any wrong. Cells run in this process.

The sets lie beside the repository; where they do not, the tests are skipped. `python -m evaluation run` measures whole sets.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.grading import Judge, asks_for_order
from solver.intake import language_of
from solver.latex import value_of
from solver.ports import Problem
from solver.topics import read
from solver.topics.base import Unread
from tests.breadth import spread, wide
from tests.topics.run_cell import run_cell

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
FLOORS = {
    # file: every which row, at least right (of how many it has), at most wrong
    "mathematics_dev": (11, 138, 0),
    "cmath_dev": (3, 66, 0),
    "college_math_dev": (4, 98, 6),
}


def answer_of(question: str) -> str | None:
    """The answer of the built-in tutor, or None where it declines."""
    task = read(Problem(question, language_of(question)))
    if isinstance(task, Unread):
        return None
    conclusion = task.conclude(value_of(str(run_cell(task.solution().cell))))
    return None if conclusion is None else conclusion.answer


@pytest.mark.wide
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", FLOORS)
async def test_a_sample_is_right_or_declined(name: str) -> None:
    path = DATA / f"{name}.jsonl"
    if not path.exists():
        pytest.skip(f"{path} is not there")
    step, floor, bound = FLOORS[name]
    lines = path.read_text(encoding="utf-8").splitlines()[::step]
    rows: list[dict[str, Any]] = [json.loads(line) for line in spread(lines)]
    right, wrong = 0, list[str]()
    judge = Judge()
    try:
        for row in rows:
            answer = answer_of(row["question"])
            if answer is None:
                continue
            equality = await judge.grade(answer, row["answer"], ordered=asks_for_order(row["question"]))
            if equality == "equal":
                right += 1
            else:
                wrong.append(f"{row['id']}: {answer} for {row['answer']}")
    finally:
        await judge.close()
    assert len(wrong) <= bound, wrong
    assert right >= (floor if wide() else 0.9 * floor * len(rows) / len(lines)), f"{right} of {len(rows)}"
