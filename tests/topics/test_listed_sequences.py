"""Problems of solver.topics.discrete.listed_sequences: a rule only where the terms leave no choice; checked in another way."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.base import Text, Unread
from solver.topics.discrete.listed_sequences import read
from solver.topics.discrete.listed_sequences.rules import rule_of
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("What is next in 7, 11, 19, 31?", "47", "45"),
    ("What comes next: -4, -9, -14?", "-19", "-20"),
    ("What is the next term in the sequence 1, 8, 27, 64, 125, ...?", "216", "200"),
    ("Find the next two terms of 80, 40, 20, 10", r"5,\ \frac{5}{2}", r"5,\ 2"),
    ("What is the missing number in the sequence 4, 9, __, 19, 24?", "14", "15"),
    ("What number comes next in the pattern 2, 5, 7, 12, 19, 31?", "50", "49"),
    ("What is the m'th term of 6, 11, 16, 21?", "5 m + 1", "5 m"),
    ("What is the k'th term of 3, 10, 21, 36, 55?", "2 k^{2} + k", "2k^2"),
    ("Find a formula for the nth term of 5, 15, 45, 135.", r"5 \cdot 3^{n-1}", r"3 \cdot 5^{n-1}"),
    ("What is the 30th term of 3, 10, 21, 36, 55?", "1830", "1800"),
    ("What is the next term of the arithmetic sequence 8, 5, 2?", "-1", "1"),
    ("找规律填数：3、8、15、24、（  ）", "35", "34"),
    ("找规律填数：3, 8, 15, ( ), 35, 48", "24", "25"),
    ("按规律填数：1/3, 1/9, 1/27, ____", r"\frac{1}{81}", r"\frac{1}{54}"),
    ("观察下列一列数：4, 9, 14, 19, …，第20个数是多少？", "99", "100"),
    (r"找规律填数：$6$，$13$，$20$，~\uline{~~~~~~~}~，$34$", "27", "28"),
    (r"观察一列数：$2$，$5$，$8$，$11$，$\cdots \cdots$，从左往右第$40$个数是____", "119", "120"),
    ("按规律排列的一列数：2, 6, 12, 20, …，写出第n个数", "n^{2} + n", "n^2"),
]
DECLINED = [
    "What is next in 2, 3, 5, 8?",  # second differences, or sums of two
    "What comes next: 1, 4?",
    "What is next in 4, 6, 9?",
    "What is next in 3, 1, 2, 3, 1, 2?",
    "What is next in 1, 2, 2, 3, 3, 3?",
    "What is next in 3, 1, 4, 1, 5, 9?",
    "What is the next prime number after 2, 3, 5, 7?",
    "What is next in 1,000, 2,000, 3,000?",
    "Find the sum of 2, 5, 8, 11",
    "Find the median of 2, 4, 6, 8",
    "What is the n'th term of 1, 1, 2, 3, 5, 8?",
    "What is the next term of the geometric sequence 3, 5, 7?",
    "What is next in a, 5, 7, 9?",
    "2, 5, 8, 11",
    "找规律填数：2, 3, 5, 8, （）",
    "求2, 5, 8, 11的平均数",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


def test_letters_with_settled_values_are_terms() -> None:
    task = read(Text("What is next in a, 6, 13, b?", "en", {"a": sp.Integer(-1), "b": sp.Integer(20)}))
    assert task is not None and not isinstance(task, Unread)
    assert verdict(task, "27") is True


@pytest.mark.parametrize("letter", list("abcdefghijklmnopqrstuvwxyz"))
def test_any_letter_may_be_the_number_of_the_term(letter: str) -> None:
    task, answer, value = solve(read, f"What is the {letter}'th term of 2, 9, 22, 41, 66?")
    assert value == 3 * sp.Symbol(letter) ** 2 - 2 * sp.Symbol(letter) + 1
    assert verdict(task, answer) is True


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(-40, 40), min_size=2, max_size=4).filter(lambda c: c[-1] != 0), st.integers(1, 2))
def test_a_polynomial_is_found_again(coefficients: list[int], spare: int) -> None:
    terms = [
        sum(c * n**k for k, c in enumerate(coefficients)) for n in range(1, len(coefficients) + 1 + spare)
    ]
    wanted = sum(c * (len(terms) + 1) ** k for k, c in enumerate(coefficients))
    rule = rule_of(tuple((n, Fraction(t)) for n, t in enumerate(terms, 1)))
    if rule is None:  # another rule fits as well
        return
    problem = f"What is next in {', '.join(map(str, terms))}?"
    task, answer, _ = solve(read, problem)
    assert answer == str(wanted)
    assert verdict(task, answer) is True
    assert verdict(task, str(wanted + 1)) is False


@settings(max_examples=30, deadline=None)
@given(st.integers(-9, 9).filter(bool), st.integers(-6, 6).filter(lambda r: abs(r) > 1), st.integers(4, 6))
def test_a_ratio_is_found_again(first: int, ratio: int, count: int) -> None:
    terms = [first * ratio**k for k in range(count)]
    task, answer, _ = solve(read, f"按规律填数：{'，'.join(map(str, terms))}，（  ）")
    assert answer == str(first * ratio**count)
    assert verdict(task, answer) is True
    assert verdict(task, str(first * ratio**count + ratio)) is False
