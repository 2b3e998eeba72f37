"""Calculations with amounts of one unit: the unit goes and comes back; where the whole is no such amount they are not read."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.latex import value_of
from solver.reader import clean
from solver.topics.base import Text, Unread
from solver.topics.numbers.amounts import Measured, read
from tests.topics.run_cell import run_cell
from tests.topics.solved import verdict

CASES = [
    ("What is 15% of $80?", "en", "12", r"\$12"),
    ("Find 15% of £80.", "en", "12", "£12"),
    ("Calculate 20% of $45.50", "en", "9.1", r"\$9.1"),
    ("Work out $12.50 + $7.80", "en", "20.3", r"\$20.3"),
    ("$20 - $13.45 = ?", "en", "6.55", r"\$6.55"),
    ("3 × $4.25", "en", "12.75", r"\$12.75"),
    ("What is 2/5 of $35?", "en", "14", r"\$14"),
    ("Find 3/4 of 60 kg.", "en", "45", "kg"),
    ("What is 3/5 of 2 hours", "en", r"\frac{6}{5}", "hours"),
    ("What is $50 - 3 × $7.25?", "en", "28.25", r"\$28.25"),
    ("£100 - 15% of £80", "en", "88", "£88"),
    ("($3.50 + $2.25) × 4", "en", "23", r"\$23"),
    ("20% of 1,250 g = ____", "en", "250", "g"),
    (r"Find 12.5% of \$64.", "en", "8", r"\$8"),
    (r"\frac{3}{4} of 60 minutes", "en", "45", "minutes"),
    ("Round $47.856 to the nearest cent.", "en", "47.86", r"\$47.86"),
    ("80元的15%是多少元？", "zh", "12", "元"),
    ("求60千克的3/4", "zh", "45", "千克"),
    ("12.5元+7.8元=", "zh", "20.3", "元"),
]


@pytest.mark.parametrize(("question", "language", "answer", "unit"), CASES)
def test_the_answer_has_the_unit(question: str, language: str, answer: str, unit: str) -> None:
    task = read(Text(clean(question), language))  # type: ignore[arg-type]
    assert isinstance(task, Measured)
    conclusion = task.conclude(value_of(str(run_cell(task.solution().cell))))
    assert conclusion is not None
    assert conclusion.answer == answer and unit in conclusion.sentence
    assert verdict(task, answer) is True
    assert verdict(task, f"{answer}+1") is not True


@pytest.mark.parametrize(
    "question",
    ["3 m * 4 m", "$5 + 3", "15% of 80 students", "$x + 3", "What is 30% of $x?", "3m + 4m", "$5 × $6", "$12 ÷ $4", "5 kg + 300 g", "12% of 5", "£5 + $6"],
)  # fmt: skip
def test_what_is_no_amount_of_one_unit_is_left_to_others(question: str) -> None:
    found = read(Text(clean(question), "en"))
    assert found is None or isinstance(found, Unread)


@given(st.integers(1, 99), st.integers(1, 400), st.sampled_from(["$", "£", "€"]))
def test_a_share_is_the_share_of_the_bare_number(percent: int, whole: int, sign: str) -> None:
    task = read(Text(f"What is {percent}% of {sign}{whole}?", "en"))
    assert isinstance(task, Measured)
    value = Fraction(percent * whole, 100)
    assert verdict(task, f"{value.numerator}/{value.denominator}") is True
