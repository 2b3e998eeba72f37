"""What a story tells and no reading may pass over: changes without an amount, exceptions, conditions, other people."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.ports import Language, Problem
from solver.topics import read
from solver.topics.base import Unread
from solver.topics.stories.passed_over import passed_over
from solver.topics.stories.word_problems import values_of

ROWS: Final = [
    json.loads(line)
    for line in (Path(__file__).parent / "questions" / "passed_over.jsonl").read_text("utf-8").splitlines()
]


def answer(question: str, language: Language) -> tuple[Fraction, ...] | None:
    task = read(Problem(question, language=language))
    return None if isinstance(task, Unread) else values_of(task)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_nothing_that_is_told_is_passed_over(row: dict[str, str]) -> None:
    told = tuple(Fraction(part) for part in row["answer"].split(";")) if row["answer"] else None
    language: Language = "zh" if row["language"] == "zh" else "en"
    assert answer(row["question"], language) in (None, told)


SOLD: Final = st.sampled_from(["sells", "uses", "gives away", "eats"])


@settings(max_examples=30, deadline=None)
@given(st.integers(50, 200), st.integers(1, 20), SOLD, st.sampled_from(["some", "some more", "a few more"]))
def test_a_change_without_an_amount_leaves_no_answer(there: int, first: int, verb: str, some: str) -> None:
    story = f"Tom has {there} eggs. He {verb} {first}. Then he {verb} {some}."
    assert passed_over(f"{story} How many eggs does he have left?") is not None
    assert passed_over(f"{story} Now he has 7. How many are that?") is None


@settings(max_examples=30, deadline=None)
@given(st.integers(50, 200), st.integers(1, 20), st.sampled_from("卖出 运走 用去 送来".split()))
def test_a_change_without_an_amount_leaves_no_answer_in_chinese(there: int, first: int, verb: str) -> None:
    story = f"仓库里有{there}袋米，{verb}{first}袋，后来又{verb}一些"
    assert passed_over(f"{story}，现在有多少袋？") is not None
    assert passed_over(f"{story}，后来又{verb}多少袋？") is None
