"""Stories told clause by clause into an account: each kind of clause in several wordings, and near ones that must be declined.

`questions/accounts.jsonl`: rows of a class are read and right; rows with the answer "none" are near questions, whose words would mean something else.
"""

from __future__ import annotations

import json
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.reader import clean
from solver.topics.base import Text
from solver.topics.stories import accounts, word_problems
from solver.topics.stories.accounts.phrases import A
from tests.topics.solved import solves

ROWS = [json.loads(line) for line in (Path(__file__).parent / "questions" / "accounts.jsonl").read_text("utf-8").splitlines()]  # fmt: skip


def answer(question: str) -> Fraction | None:
    working = accounts.alone(clean(question))
    return working.answer.value if working is not None and working.answer is not None else None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["question"][:40])
def test_read_whole_or_not_at_all(row: dict[str, str]) -> None:
    assert answer(row["question"]) == (None if row["answer"] == "none" else Fraction(row["answer"]))


def test_each_class_of_clauses_has_several_wordings() -> None:
    counted = Counter(row["class"] for row in ROWS if row["answer"] != "none")
    assert min(counted.values()) >= 5


def test_the_grammar_has_no_loose_ends() -> None:
    assert not A.undefined()
    assert not A.unreachable("sentence") - {"whos"}


@given(st.integers(2, 40), st.integers(2, 9), st.integers(1, 30), st.integers(2, 5))
@settings(max_examples=15, deadline=None)
def test_the_sum_is_that_of_the_numbers(a: int, k: int, less: int, boxes: int) -> None:
    """Whatever the numbers: the answer is what the sentences say, or there is none where it would be negative."""
    told = f"Mo has {a + less} beads. Kit has {k} times as many beads as Mo, and Liz has {less} fewer beads than Mo."
    assert answer(f"{told} How many beads do they have in total?") == (k + 1) * (a + less) + a
    bought = f"Mo bought {boxes} boxes of pens for ${k} each. Each box holds {a} pens."
    assert answer(f"{bought} How much did Mo spend? How many pens?") is None
    assert answer(f"Mo bought {boxes} boxes for ${k} each and a bag for ${less}. How much did Mo spend?") == boxes * k + less  # fmt: skip


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("Tara earns $16 an hour. She works 7 hours a day, 4 days a week. How much does she earn in 3 weeks?", "1344", "448"),
        ("Paul had 48 cards. He gave a quarter of his cards to his sister. Then he bought 15 cards. How many cards does Paul have now?", "51", "63"),
        ("Together, Otto and Vera have 72 stamps. Otto has 3 times as many stamps as Vera. How many stamps does Vera have?", "18", "24"),
    ],
)  # fmt: skip
def test_worked_back(question: str, right: str, wrong: str) -> None:
    solves(lambda text: accounts.read(Text(clean(text.source), "en")), question, right, wrong)


@pytest.mark.parametrize(
    "text", ["7 " * 1000, "a" * 2000, "a " * 1000, "Tom has 5 " + "red " * 400 + "pens. How many?"]
)
def test_long_texts_are_left_at_once(text: str) -> None:
    assert answer(text) is None


def test_one_chinese_question_has_one_answer() -> None:
    """The price that is told is not asked for as well."""
    task = word_problems.read(Text("一件衣服现价200元，比原价降低了20%，原价多少元？", "zh"))
    assert word_problems.values_of(task) == (250,)
