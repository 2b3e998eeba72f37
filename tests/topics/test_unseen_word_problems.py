"""Questions in files, most of them written without sight of the program: none is answered wrongly, and no fewer are answered than before.

The files hold questions and answers in the form of `tests.bench.problems`. What is declined today may be read tomorrow:
then raise the floor.
"""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from solver.reader import clean
from solver.topics.base import Text
from solver.topics.word_problems import read
from solver.topics.word_problems.task import WordProblem

FOLDER = Path(__file__).parent / "questions"
FLOORS = {"en": 293, "zh": 307, "everyday_en": 43, "everyday_zh": 42}


def rows(name: str) -> list[dict[str, str]]:
    lines = (FOLDER / f"word_problems_{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("name", FLOORS)
def test_answers_are_right_or_not_given(name: str) -> None:
    wrong, right = [], 0
    for row in rows(name):
        reading = read(Text(clean(row["question"]), name[-2:]))  # type: ignore[arg-type]
        if not isinstance(reading, WordProblem):
            continue
        values = [reading.plan.values[key] for key in reading.asked]
        if values == [Fraction(part) for part in row["answer"].split(";")]:
            right += 1
        else:
            wrong.append((row["id"], [str(v) for v in values]))
    assert not wrong
    assert right >= FLOORS[name]
