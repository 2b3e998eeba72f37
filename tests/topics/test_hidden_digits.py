"""Problems of solver.topics.numbers.hidden_digits: every choice of digits is tried; what stays open is declined."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.numbers.hidden_digits import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("If the four-digit number $47X2$ is divisible by $3$, how many possible values are there for $X$?", "3", "4"),
    (r"The five-digit number $\overline{7136B}$ is divisible by $9$. What is the remainder when this number is divided by $7$?", "3", "1"),
    ("If the number 6A3A is divisible by 10, what is the digit that A represents?", "0", "5"),
    (r"If $\overline{4a5b}$ is a perfect square, find $a+b$.", "9", "6"),
    (r"The number $\overline{8\square2}$ is divisible by $4$. How many different digits can we fill in the box?", "5", "4"),
    ("The three-digit number 4B7 is divisible by 9. What digit does B stand for?", "7", "8"),
    (r"四位数$\overline{4a72}$能被3整除,a可以是几个数字?", "3", "4"),
    (r"五位数$\overline{7136b}$是9的倍数,这个数除以7余几?", "3", "1"),
    (r"三位数$\overline{2a5}$能被9整除,a是多少?", "2", "5"),
]  # fmt: skip
DECLINED = [
    "If the number 6A3A is divisible by 5, what is the digit that A represents?",
    "If the number 47X2 is divisible by 3, what is X?",
    "If the number 47X2 is divisible by 3 and prime, how many possible values are there for X?",
    "If the number 47X2 is divisible by 3, what is Y?",
    "If the number 47X2 is divisible by 3, what is the largest value of X?",
    r"四位数$\overline{4a72}$能被3整除,a是几?",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 9), st.integers(0, 9), st.sampled_from([2, 3, 4, 9, 11]))
def test_as_many_digits_as_multiples(first: int, last: int, k: int) -> None:
    task, answer, _ = solve(read, f"If the three-digit number {first}X{last} is divisible by {k}, how many possible values are there for X?")  # fmt: skip
    assert int(answer) == sum((100 * first + 10 * d + last) % k == 0 for d in range(10))
    assert verdict(task, answer) is True
