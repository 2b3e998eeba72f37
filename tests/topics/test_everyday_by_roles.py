"""English stories whose numbers are read by what stands around them: right, or left to others.

`questions/everyday_by_roles.jsonl`: rows with the answer "none" are near others and must be declined here.
"""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.reader import clean
from solver.topics.base import Text
from solver.topics.stories import everyday
from solver.topics.stories.everyday.roles.numbers import amount, divided, usual
from solver.topics.stories.school.task import Exercise
from tests.topics.solved import verdict

ROWS = [json.loads(line) for line in (Path(__file__).parent / "questions" / "everyday_by_roles.jsonl").read_text("utf-8").splitlines()]  # fmt: skip


def values(question: str) -> tuple[Fraction, ...] | None:
    found = everyday.read(Text(clean(question), "en"))
    return found.values if isinstance(found, Exercise) else None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["question"][:40])
def test_right_or_declined(row: dict[str, str]) -> None:
    expected = None if row["answer"] == "none" else (Fraction(row["answer"]),)
    assert values(row["question"]) == expected


@given(st.integers(1, 400), st.integers(1, 95), st.integers(1, 95))
def test_changes_are_of_what_there_is_then(price: int, first: int, second: int) -> None:
    question = f"The rent of a shed was ${price}. It rose by {first}% and then fell by {second}%. What is the rent now?"
    expected = Fraction(price) * (100 + first) * (100 - second) / 10_000
    found = everyday.read(Text(question, "en"))
    assert isinstance(found, Exercise) and found.values == (expected,)
    assert verdict(found, f"{expected.numerator}/{expected.denominator}") is True


@given(st.permutations(["Zoe has 4 times as many shells as Yan.", "Yan has 3 fewer shells than Xia.", "Xia has 12 shells."]))  # fmt: skip
def test_comparisons_in_any_order(told: list[str]) -> None:
    assert values(f"{' '.join(told)} How many shells do they have altogether?") == (Fraction(57),)
    assert values(f"{' '.join(told)} How many shells does Zoe have?") == (Fraction(36),)
    assert values(f"{' '.join(told)} How many shells does Wim have?") is None


@pytest.mark.parametrize("word", "another half each left not then except 7 13%".split())
def test_a_word_or_number_that_has_no_role_is_not_passed_over(word: str) -> None:
    story = "A bag holds 4 red beads and 5 blue beads. One bead is taken at random. What is the probability that it is blue?"
    assert values(story) == (Fraction(5, 9),)
    assert values(story.replace("at random", f"at random {word}")) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 2/3", Fraction(5, 3)),
        ("$2.50", Fraction(5, 2)),
        ("7/4", Fraction(7, 4)),
        ("12.5%", Fraction(25, 2)),
    ],
)
def test_numbers(text: str, value: Fraction) -> None:
    assert amount(text) == value


def test_only_one_question_is_read() -> None:
    assert divided("it costs $5. how much is it? how many are there?") is None
    assert usual(r"5 kg of \frac{3}{4} of 12,500 and 30p and £2") == "5 kg of 3/4 of 12500 and £0.3 and £2"
