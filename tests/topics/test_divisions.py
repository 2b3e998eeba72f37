"""Problems of solver.topics.numbers.divisions: quotient and remainder of numbers, expressions and settled letters."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.base import Text, Unread
from solver.topics.numbers.divisions import read
from tests.topics.run_cell import run_cell
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("What is the remainder when 143 is divided by 12?", "11", "23"),
    ("Calculate the remainder when 88 is divided by (21 - 14)*10/2.", "18", "53"),
    ("Find the remainder when 2^100 is divided by 7.", "2", "1"),
    ("求143除以12的商和余数", r"11,\ 11", r"10,\ 23"),
    ("用12除(150 - 7)，余数是多少？", "11", "1"),
    (r"$143 \div 12$ 的余数是多少", "11", "1"),
    ("Find the remainder of 143 when divided by 12.", "11", "1"),
    ("Divide 143 by 12 and give the remainder", "11", "1"),
    ("143÷12，商和余数各是多少？", r"11,\ 11", r"12,\ -1"),
    ("What is 143 mod 12?", "11", "1"),
    ("5^300 mod 11 = ?", "1", "5"),
    ("Find the remainder when 7^100 is divided by 13.", "9", "7"),
    ("Find the remainder when $3^{2024}$ is divided by 1000.", "481", "81"),
    ("求12^500除以18的余数", "0", "12"),
    ("What is the remainder when 0 is divided by 9?", "0", "9"),
]
DECLINED = [
    "Find a number that leaves a remainder of 3 when divided by 8.",
    "What number leaves remainder 3 when divided by 8?",
    "一个数除以8余3，这个数是多少？",
    "100除以一个数余4，这个数是多少",
    "When 100 is divided by a number, the remainder is 4. Find the number.",
    "What is the remainder when x^2 is divided by 3?",
    "What is the remainder when -7 is divided by 3?",
    "What is the quotient and remainder when 7^100 is divided by 13?",
    "What is the remainder when 7^100 + 1 is divided by 13?",
    "What is the remainder when 7^100 is divided by 12345678?",
    "What is the remainder when 7/2 is divided by 3?",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


def test_letters_that_are_settled() -> None:
    values = {"p": sp.Integer(75), "q": sp.Integer(11)}
    task = read(Text("Calculate the remainder when p is divided by q.", "en", values))
    assert task is not None
    assert not isinstance(task, Unread)
    assert "p=75" in task.solution().steps[0]
    assert run_cell(task.solution().cell) == 9


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 999), st.integers(1, 9))
def test_the_remainder_of_an_expression(a: int, b: int, c: int) -> None:
    task, answer, value = solve(read, f"What is the remainder when {a} + {c} is divided by {b}*{c}?")
    assert value == (a + c) % (b * c)
    assert verdict(task, answer) is True


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 500), st.integers(100, 10**9), st.integers(2, 3000))
def test_the_remainder_of_a_high_power(base: int, exponent: int, modulus: int) -> None:
    task, answer, value = solve(
        read, f"What is the remainder when {base}^{exponent} is divided by {modulus}?"
    )
    assert value == pow(base, exponent, modulus)
    assert verdict(task, answer) is True
    assert verdict(task, str(value + 1)) is False
