"""Problems of solver.topics.numbers.integer_search: read whole, found by search, checked by sets; what has no end or no clear ends is declined."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.numbers.integer_search import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("How many positive integers less than 200 are divisible by 9?", "22", "21"),
    ("How many two-digit numbers are multiples of 4?", "22", "24"),
    ("How many integers from 1 to 50, inclusive, are not divisible by 3?", "34", "33"),
    ("How many multiples of 8 are greater than -30, but less than 30?", "7", "6"),
    ("What is the largest multiple of 17 less than 500?", "493", "499"),
    ("What is the smallest multiple of 12 greater than 100?", "108", "96"),
    ("What is the smallest positive integer that is divisible by 4 and 6?", "12", "24"),
    (r"What is the smallest integer $n$ such that $4n + 7 > -20$?", "-6", "-7"),
    ("What is the greatest integer that satisfies $3x - 5 < 16$?", "6", "7"),
    ("What is the greatest prime factor of 1001?", "13", "11"),
    ("What is the sum of the prime numbers between 20 and 40?", "120", "100"),
    ("Find the sum of all positive odd integers less than 20.", "100", "90"),
    ("How many perfect squares are between 10 and 90?", "6", "5"),
    ("List all factors of 18 that are odd.", r"1,\ 3,\ 9", r"1,\ 3"),
    ("What is the largest perfect square less than 300 that is a multiple of 4?", "256", "289"),
    (r"How many of the integers from $-20$ to $20$ are congruent to $3 \pmod{7}?$", "6", "5"),
    (
        "What is the least positive integer that leaves a remainder of 2 when divided by 5 and leaves a remainder of 3 when divided by 7?",
        "17",
        "37",
    ),
    (
        "What is the smallest positive integer that leaves a remainder of 1 when divided by 3 and a remainder of 4 when divided by 5?",
        "4",
        "19",
    ),
    ("How many positive integers satisfy $n^2 < 70$?", "8", "17"),
    ("50以内(含50)7的倍数有多少个?", "7", "8"),
    ("100以内既是4的倍数又是6的倍数的数有多少个?", "8", "9"),
    ("最小的能被9整除的三位数是多少?", "108", "117"),
    ("最大的两位质数是多少", "97", "99"),
    ("10到30的质数有哪些?", r"11,\ 13,\ 17,\ 19,\ 23,\ 29", r"11,\ 13"),
    ("24和36的公因数有哪些", r"1,\ 2,\ 3,\ 4,\ 6,\ 12", r"1,\ 2"),
    ("1到20的所有偶数的和是多少", "110", "100"),
    ("除以5余3的最小的两位数是多少?", "13", "18"),
]
DECLINED = [
    "How many integers are divisible by 7?",
    "How many integers are between 7 and 21 that are divisible by 7?",  # do 7 and 21 belong to it?
    "What is the largest multiple of 7?",
    "How many purple integers less than 100 are divisible by 7?",
    "How many apples are less than 10?",
    "What is the smallest number of coins in 37 cents?",
    "What is the largest value of x such that x^2 = 4?",
    "Find all numbers.",
    "Find the number of positive divisors of 9!.",
    "Find the number of positive divisors of 2^9.",
    "How many positive integers less than 3.5 are odd?",
    "最小的数是多少",
    "100以内4的倍数有多少个?",  # does 100 belong to it?
    "学校有多少个班级?",
    "3的倍数有多少个?",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 300), st.integers(1, 300), st.integers(2, 20), st.sampled_from(["en", "zh"]))
def test_multiples_are_counted(low: int, span: int, k: int, language: str) -> None:
    high = low + span
    problem = (
        f"{low}到{high}中能被{k}整除的整数有多少个?"
        if language == "zh"
        else f"How many integers from {low} to {high}, inclusive, are divisible by {k}?"
    )
    task, answer, _ = solve(read, problem)
    assert int(answer) == high // k - (low - 1) // k
    assert verdict(task, answer) is True
    assert verdict(task, str(int(answer) + 1)) is False


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 12), st.integers(2, 12), st.integers(1, 500))
def test_the_smallest_fits_and_none_before_it(a: int, b: int, start: int) -> None:
    _, answer, _ = solve(
        read, f"What is the smallest integer greater than {start} that is divisible by {a} and {b}?"
    )
    found = int(answer)
    assert found % a == found % b == 0 and found > start
    assert not any(n % a == n % b == 0 for n in range(start + 1, found))
