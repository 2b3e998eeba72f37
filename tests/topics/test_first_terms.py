"""The first terms of a sequence by formula, rule, or first term and step."""

from __future__ import annotations

import pytest

from solver.topics.discrete import first_terms
from tests.topics.solved import is_declined, solve, verdict


@pytest.mark.parametrize(
    ("problem", "answer", "wrong"),
    [
        ("The nth term of a sequence is n^2+3. Write down the first three terms.", r"4,\ 7,\ 12", "4, 7, 13"),
        ("The nth term of a sequence is 2n^2 - n. Find the 7th term.", "91", "90"),
        ("Find the first three terms of the sequence a_n = 4n-1.", r"3,\ 7,\ 11", "3, 7, 12"),
        ("Write down the first four terms of the arithmetic sequence with first term 5 and common difference 3.", r"5,\ 8,\ 11,\ 14", "5, 8, 11"),
        ("An arithmetic sequence has first term 5 and common difference 3. Write down the first four terms.", r"5,\ 8,\ 11,\ 14", "5, 8, 11, 15"),
        ("A geometric sequence has first term 3 and common ratio -2. Write down the first five terms.", r"3,\ -6,\ 12,\ -24,\ 48", "3, -6, 12, -24, -48"),
        ("A sequence is defined by u_1 = 3, u_{n+1} = 2u_n - 1. Find the first four terms.", r"3,\ 5,\ 9,\ 17", "3, 5, 9, 18"),
        ("A sequence is defined by u_1 = 3, u_{n+1} = 2u_n - 1. Find the 4th term.", "17", "9"),
        ("求数列a_n=2n+1的前三项", r"3,\ 5,\ 7", "3, 5, 8"),
        ("已知数列{a_n}的通项公式为a_n=n^2-1,写出前4项.", r"0,\ 3,\ 8,\ 15", "0, 3, 8, 16"),
        ("已知数列{a_n}满足a_1=1,a_{n+1}=2a_n+1,写出前4项.", r"1,\ 3,\ 7,\ 15", "1, 3, 7, 14"),
        ("已知等差数列的首项为5,公差为3,写出前四项.", r"5,\ 8,\ 11,\ 14", "5, 8, 11, 15"),
    ],
)  # fmt: skip
def test_terms(problem: str, answer: str, wrong: str) -> None:
    task, found, _ = solve(first_terms.read, problem)
    assert found == answer
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is False


@pytest.mark.parametrize(
    "problem",
    [
        "已知数列a_n=2n+1,求前5项的和.",
        "求数列a_n=2n+1的前3项和.",
        "An arithmetic sequence has first term 5 and common ratio 3. Write down the first four terms.",
        "The nth term of a sequence is kn + 3. Write down the first three terms.",
        "The nth term of an arithmetic sequence is n^2. Write down the first three terms.",
        "The nth term of a sequence is 2n + 1. Find the sum of the first three terms.",
    ],
)
def test_left(problem: str) -> None:
    assert is_declined(first_terms.read, problem)
