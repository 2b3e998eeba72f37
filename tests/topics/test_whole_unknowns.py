"""Problems of solver.topics.equations.whole_unknowns: all whole numbers are tried; several values are declined."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.equations.whole_unknowns import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("If $a$, $b$ are prime numbers, and $5a+3b=49$, then $a+b=?$", "15", "12"),
    (r"There are three whole numbers $X$, $Y$ and $Z$ ($Y\neq 1$). $X\times Y=39$, $Y\times Z=65$. $X+Y+Z=?$", "21", "105"),
    ("The sum of two prime numbers is 45. What is the product of these two numbers?", "86", "45"),
    ("The sum of two prime numbers is 25. What is the difference between the two prime numbers?", "21", "25"),
    ("The product of two prime numbers is 77. What is their difference?", "4", "18"),
    ("p and q are different positive whole numbers and pq = 25. What is p + q?", "26", "10"),
    ("两个质数的和是33,这两个质数的差是多少?", "29", "31"),
    ("a、b都是质数,且5a+3b=49,则a+b=?", "15", "12"),
]  # fmt: skip
DECLINED = [
    "The sum of two prime numbers is 24. What is the product of these two numbers?",
    "The sum of two prime numbers is 27. What is the product of these two numbers?",
    r"There are three whole numbers $X$, $Y$ and $Z$. $X\times Y=39$, $Y\times Z=65$. $X+Y+Z=?$",
    "If $a$, $b$ are prime numbers, and $5a-3b=1$, then $a+b=?$",
    "If $a$, $b$ are real numbers, and $5a+3b=49$, then $a+b=?$",
    "If $a$, $b$ are prime numbers, and $5a+3b=49$, then $a+c=?$",
    "The sum of two prime numbers is 45. What is the larger one's age?",
    "两个质数的和是24,这两个质数的积是多少?",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(list(sp.primerange(60))), st.sampled_from(list(sp.primerange(60))), st.integers(1, 9), st.integers(1, 9))  # fmt: skip
def test_what_is_answered_is_the_only_value(a: int, b: int, m: int, n: int) -> None:
    total = m * a + n * b
    values = {p + q for p in sp.primerange(total) for q in sp.primerange(total) if m * p + n * q == total}
    problem = f"If $a$, $b$ are prime numbers, and ${m}a+{n}b={total}$, then $a+b=?$"
    if len(values) > 1:
        assert is_declined(read, problem)
    else:
        task, answer, _ = solve(read, problem)
        assert int(answer) == a + b
        assert verdict(task, answer) in (True, None)
