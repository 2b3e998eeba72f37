"""Problems of solver.topics.sequences.topic: read whole, solved exactly, checked in another way; the rest declined."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.latex import exact_latex, values_in
from solver.topics.sequences.topic import read
from tests.topics.solved import is_declined, verdict
from tests.topics.solved import solve as solve_with


def solve(problem: str) -> tuple[Any, str]:
    """The task and its answer as LaTeX."""
    return solve_with(read, problem)[:2]


def same(answer: str, expected: Any) -> bool:
    expected = expected if isinstance(expected, list) else [expected]
    values = values_in(answer)
    assert values is not None
    return len(values) == len(expected) and all(
        any(sp.simplify(v - sp.sympify(e)) == 0 for v in values) for e in expected
    )


n = sp.Symbol("n")
CASES = [
    (
        "各项均为正数的等比数列$\\{a_{n}\\}$的前n项和为$S_{n}$，已知$S_{3}=10$， $S_{6}=30$，则$S_{12}$等于多少？",
        150,
    ),
    ("A geometric sequence has first term 3 and common ratio 2. Find the 8th term.", 384),
    ("A geometric sequence has first term 3 and common ratio 2. Find the sum of the first 8 terms.", 765),
    ("In the arithmetic sequence 2, 5, 8, …, find the 20th term.", 59),
    ("等差数列{an}中,a3+a7=20,求a5", 10),
    ("已知等差数列$\\{b_n\\}$的首项为3，公差d=2，求前10项和", 120),
    ("等比数列{a_n}的公比q=2，前4项和为30，求首项", 2),
    ("求等差数列3,7,11,...的通项公式", 4 * n - 1),
    ("Which term of the arithmetic sequence 3, 8, 13, … is 78?", 16),
    ("Which term of the geometric sequence 3, 6, 12, … is 768?", 9),
    ("Find the sum to infinity of a geometric series with first term 8 and common ratio 1/2.", 16),
    (
        "The sum of the first 5 terms of an arithmetic sequence is 40 and its first term is 2. What is the common difference?",
        3,
    ),
    ("数列{a_n}的通项公式为a_n=2n+1,求前10项和", 120),
    ("An arithmetic sequence has a_1 = 5, d = 3. Find S_10.", 185),
    ("等比数列{a_n}中，a_2=6，a_5=-48，求a_n", -3 * (-2) ** (n - 1)),
    ("等比数列{a_n}的前n项和为S_n,若S_2=3,S_4=15,求S_6", 63),
    ("等比数列{a_n}中，a_3=4，a_7=64，求a_5", 16),
    ("等比数列{a_n}中，a_1=2，a_3=18，求a_2", [-6, 6]),
    ("设等比数列{a_n}的前n项和为S_n,若S_6/S_3=3,则S_9/S_6等于多少", sp.Rational(7, 3)),
    (
        "In a geometric sequence with positive terms, a_2 a_4 = 36 and a_1 = 2. Find the common ratio.",
        sp.sqrt(3),
    ),
    ("已知等差数列{a_n}的前n项和为S_n，S_3=9，S_6=36，则a_7+a_8+a_9=", 45),
    ("递增的等比数列{a_n}中a_1+a_4=9,a_2*a_3=8,求S_5", 31),
    ("等差数列{a_n}的前n项和为T_n,a_1=1,T_3=9,求T_6", 36),
    ("A geometric sequence has S_3 = 7 and a_1 = 1. Find r.", [-3, 2]),
    ("等差数列{a_n}中,a_1=1,d=2,S_n=100,求n", 10),
    ("The 4th term of an arithmetic progression is 11 and the 9th term is 26. Find the first term.", 2),
    (
        "The third term of a geometric progression is 12 and the sixth term is 96. Find the first term and the common ratio.",
        [3, 2],
    ),
    ("已知正项等比数列{a_n}，a_1=1，a_5=16，求公比", 2),
    ("等差数列的第3项是7，第7项是19，求第10项", 28),
    ("Find the sum of the first 6 terms of the geometric sequence 81, 27, 9, ...", sp.Rational(364, 3)),
    ("已知等比数列{a_n}的公比q>0，a_1=3，a_3=12，求前五项和", 93),
    ("The nth term of a sequence is 3n+2. Find the 10th term.", 32),
    ("等比数列{a_n}中a_n>0,a_1=1,a_3=4,求a_4", 8),
    (
        "Find the 5th term and the sum of the first 5 terms of the geometric sequence with first term 2 and common ratio -3.",
        [162, 122],
    ),
    ("等差数列{a_n}的公差为2，a_1=1，求前n项和S_n", n**2),
    ("等差数列{a_n}的前10项和为100，前100项和为10，求前110项和", -110),
    ("An arithmetic sequence has common difference -4 and S_10 = 20. Find the first term.", 20),
]
DECLINED = [
    "Find the 20th term of the sequence 2, 5, 8, …",  # the kind is not said
    "等比数列{a_n}中，a_2=6，求a_5",  # data missing
    "arithmetic sequence: a_1 = 1, a_2 = 4, a_3 = 9. Find a_5.",  # contradiction
    "等差数列{a_n}的公差为2，a_1=3，a_5=100，求a_6",  # contradiction
    "An arithmetic sequence has first term 3 and common difference 2 and its even terms are deleted. Find the 8th term.",
    "等差数列{a_n}与等比数列{b_n}满足a_1=b_1=1，a_2=b_2=3，求a_5",
    "等差数列{a_n}满足a_2=3,a_4=7,求公差和通项公式",  # a part of the question would stay unanswered
    "等差数列{a_n}满足a_2=3,a_4=7,求a_n和S_n",
    "数列{a_n}满足a_{n+1}=2a_n+1，a_1=1，求a_5",
    "A geometric sequence has first term 2 and common ratio 3. Find the sum to infinity.",
]


@pytest.mark.parametrize(("problem", "expected"), CASES)
def test_answer(problem: str, expected: Any) -> None:
    task, answer = solve(problem)
    assert same(answer, expected), answer
    assert verdict(task, answer)
    wrong = ",".join(exact_latex(v + 1) for v in values_in(answer) or ())
    assert not verdict(task, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=15, deadline=None)
@given(st.integers(-9, 9), st.integers(-6, 6).filter(bool), st.integers(2, 12), st.integers(13, 30))
def test_two_terms_fix_an_arithmetic_sequence(first: int, difference: int, i: int, k: int) -> None:
    problem = f"In an arithmetic sequence, $a_{{{i}}}={first + (i - 1) * difference}$ and $a_{{{k}}}={first + (k - 1) * difference}$. Find $S_{{7}}$."
    task, answer = solve(problem)
    assert same(answer, sum(first + j * difference for j in range(7)))
    assert verdict(task, answer)


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 9), st.integers(2, 4), st.integers(2, 4))
def test_block_sums_of_a_positive_geometric_sequence(first: int, ratio: int, m: int) -> None:
    sums = [first * sum(ratio**j for j in range(m * b)) for b in (1, 2, 3)]
    task, answer = solve(f"正项等比数列的前{m}项和为{sums[0]}，前{2 * m}项和为{sums[1]}，求前{3 * m}项和")
    assert same(answer, sums[2])
    assert verdict(task, answer)
