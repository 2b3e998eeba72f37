"""Integers by their digits, and questions in unusual orders (solver.topics.numbers.integer_search)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.reader import as_question, clean
from solver.topics.base import Text
from solver.topics.numbers.integer_search import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("How many two-digit numbers have digits whose sum is 9?", "9", "10"),
    ("Find the number of three-digit integers whose digits multiply to 12.", "15", "12"),
    ("How many two-digit numbers are there where the tens digit is 3 more than the ones digit?", "7", "6"),
    ("How many two-digit numbers are there where the tens digit is twice the units digit?", "4", "5"),
    ("How many numbers from 1 to 100 contain the digit 7?", "19", "20"),
    ("How many three-digit numbers do not contain the digit 5?", "648", "729"),
    ("What is the largest three-digit number with a digit sum of 20?", "992", "991"),
    ("Among the whole numbers from 1 to 60, how many are divisible by 4 and 6?", "5", "10"),
    ("Of the integers from 10 to 40, how many are prime?", "8", "7"),
    ("A two-digit number is a multiple of 7. It is also an odd number. How many such numbers are there?", "6", "13"),
    ("I think of a number. When I divide it by 4, the remainder is 3. When I divide it by 5, the remainder is 2. What is the smallest possible value of the number?", "7", "27"),
    ("Which number between 50 and 60 is a multiple of 8?", "56", "48"),
    ("数字和为12的两位数有几个?", "7", "8"),
    ("十位数字比个位数字大4的两位数有多少个?", "6", "5"),
    ("百位数字等于十位数字与个位数字之和的三位数有多少个?", "54", "45"),
    ("各位数字之积为12的三位数有多少个?", "15", "12"),
]  # fmt: skip
DECLINED = [
    "How many numbers have digits whose sum is 9?",
    "How many two-digit numbers are there where the hundreds digit is larger than the ones digit?",
    "How many three-digit numbers have two different digits?",
    "How many two-digit numbers have lucky digits?",
    "Which number between 50 and 60 is a multiple of 3?",
    "A two-digit number is a multiple of 7. It is also lucky. How many such numbers are there?",
    "数字和为12的数有几个?",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 27))
def test_every_digit_sum(total: int) -> None:
    task, answer, _ = solve(read, f"How many three-digit numbers have digits that add up to {total}?")
    assert int(answer) == sum(sum(map(int, str(n))) == total for n in range(100, 1000))
    assert verdict(task, answer) is True


@pytest.mark.parametrize(
    ("written", "question"),
    [
        (r"The sum of $5$ and $6$ is~\uline{~~~~~~~~~~}~.", "what is the sum of $5$ and $6$?"),
        ("When 50 is divided by 8, the remainder is ．", "When 50 is divided by 8, what is the remainder?"),
        ("There are ____ even numbers from 3 to 9.", "how many even numbers are there from 3 to 9?"),
        (r"How many are odd? (2017 Some Cup Problem, Question \#3)", "How many are odd?"),
        (r"Is Ann\textquotesingle s \emph{first} number prime? ．", "Is Ann's first number prime?"),
        ("The sum is always ____.", "The sum is always ____."),
    ],
)
def test_sheets_as_questions(written: str, question: str) -> None:
    assert as_question(clean(written)) == question


def test_a_gap_at_the_end_is_asked_for() -> None:
    task = read(Text(as_question(clean("The largest multiple of 9 less than 100 is ____.")), "en"))
    assert task is not None
