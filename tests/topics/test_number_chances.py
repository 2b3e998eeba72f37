"""Problems of solver.topics.discrete.number_chances: counted, and checked by what does not fit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.discrete.number_chances import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("Ann chooses a whole number from 1 to 25 at random. What is the probability that the number she chooses is a prime number?", r"\frac{9}{25}", "9"),
    ("There are 15 cards numbered from 1 to 15. What is the probability of taking out a card with a prime number?", r"\frac{2}{5}", r"\frac{7}{15}"),
    ("There are 12 balls numbered from 1 to 12. A ball is drawn at random. What is the probability that the number on the ball is a multiple of 5?", r"\frac{1}{6}", r"\frac{1}{5}"),
    ("The numbers from 1 to 20 are written on 20 pieces of paper, respectively, and put into a box. A piece of paper is chosen at random. Find the probability of choosing a number greater than 15.", r"\frac{1}{4}", r"\frac{3}{10}"),
    ("A fair 6-sided die is rolled twice. What is the probability that the first number that comes up is less than the second number?", r"\frac{5}{12}", r"\frac{1}{2}"),
    ("Two dice are thrown. What is the probability that the product of the two numbers is a multiple of 3?", r"\frac{5}{9}", r"\frac{4}{9}"),
    ("Kim rolls two standard six-sided dice at the same time. What is the probability that the sum of both rolls is a prime number less than 6?", r"\frac{7}{36}", r"\frac{1}{6}"),
    ("Two fair dice are rolled. What is the probability that their sum is a perfect square?", r"\frac{7}{36}", r"\frac{1}{6}"),
    ("There are 10 cards numbered from 1 to 10. One card is drawn at random. What is the probability of drawing an odd number?", r"\frac{1}{2}", r"\frac{2}{5}"),
    ("有12张卡片,分别写着1到12,任意抽一张,抽到3的倍数的概率是多少?", r"\frac{1}{3}", r"\frac{1}{4}"),
    ("从1到20的整数中任取一个数,这个数不小于17的概率是多少?", r"\frac{1}{5}", r"\frac{3}{20}"),
    ("掷两枚骰子,点数之积是偶数的概率是多少?", r"\frac{3}{4}", r"\frac{1}{4}"),
    ("从1到20这20个数中任意取一个数,取到质数的概率是多少?", r"\frac{2}{5}", r"\frac{9}{20}"),
]  # fmt: skip
DECLINED = [
    "Ann chooses two whole numbers from 1 to 25 at random. What is the probability that the number she chooses is a prime number?",
    "There are 15 cards numbered from 1 to 16. What is the probability of taking out a card with a prime number?",
    "Two dice are thrown. What is the probability that the product of the two numbers is lucky?",
    "Three dice are thrown. What is the probability that their sum is even?",
    "A fair 8-sided die is rolled twice. What is the probability that the first number that comes up is less than the second number?",
    "有12张卡片,分别写着1到15,任意抽一张,抽到3的倍数的概率是多少?",
    "掷三枚骰子,点数之积是偶数的概率是多少?",
    "从1到20这20个数中任意取两个数,都是质数的概率是多少?",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=20, deadline=None)
@given(st.integers(2, 200), st.integers(2, 20))
def test_multiples_among_the_first_numbers(n: int, k: int) -> None:
    problem = f"Ben picks a whole number from 1 to {n} at random. What is the probability that the number is a multiple of {k}?"
    task, answer, value = solve(read, problem)
    assert value * n == n // k
    assert verdict(task, answer) is True
