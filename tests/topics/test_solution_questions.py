"""Questions about the solutions of an equation; declined where equal or complex solutions would make a difference."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from solver.topics.equations.solution_questions import read
from tests.topics.solved import is_declined, solve, verdict

CASES = [
    ("What is the sum of all values of $x$ such that $|x-4| = 9$?", "8", "13"),
    ("What is the product of the solutions of x^2 - 6x + 7 = 0?", "7", "6"),
    ("What is the positive difference between the solutions of $x^2-4x+1=0$?", r"2 \sqrt{3}", r"\sqrt{3}"),
    ("Find the smallest value of $x$ such that $|3x + 1| = |x - 5|$.", "-3", "1"),
    ("What is the largest solution of x^3 - 9x = 0?", "3", "0"),
    ("What is the positive solution of x^2 = 3x + 10?", "5", "-2"),
    ("How many real solutions does the equation x^3 - 4x = 0 have?", "3", "2"),
    ("How many real solutions does x^2 + 1 = 0 have?", "0", "2"),
    ("方程x^2-7x+10=0的较大的根是多少?", "5", "2"),
    ("求方程x^2-4x-21=0的正根", "7", "-3"),
]
DECLINED = [
    "What is the sum of the solutions of x^2 - 4x + 4 = 0?",  # 2 or 4?
    "What is the sum of the solutions of x^3 - 1 = 0?",  # with the complex ones or without?
    "What is the positive solution of x^2 - 3x + 2 = 0?",
    "What is the sum of x and y if x + y = 3?",
    "What is the smallest value of x^2 - 4x?",
    "How many apples satisfy x = 3?",
    "What is the largest integer solution of 3x < 10?",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), [case for case in CASES if case[1] != "0"])
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    task, answer, _ = solve(read, problem)
    assert answer == expected
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is False


def test_there_may_be_none() -> None:
    assert solve(read, "How many real solutions does x^2 + 1 = 0 have?")[1] == "0"


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=30, deadline=None)
@given(st.integers(-12, 12), st.integers(-12, 12))
def test_sum_and_product_are_those_of_the_roots(p: int, q: int) -> None:
    assume(p != q)
    equation = f"x^2 {-(p + q):+d}x {p * q:+d} = 0"
    for word, expected in (("sum", p + q), ("product", p * q), ("smallest", min(p, q))):
        question = (
            f"What is the {word} solution of {equation}?"
            if word == "smallest"
            else f"What is the {word} of the solutions of {equation}?"
        )
        task, answer, _ = solve(read, question)
        assert answer == str(expected)
        assert verdict(task, answer) is True
        assert verdict(task, str(expected + 1)) is False
