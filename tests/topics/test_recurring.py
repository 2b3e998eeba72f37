"""Recurring decimals in larger questions."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.numbers.recurring import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ('What is $0.\\overline{6} \\div 0.1\\overline{6}$?', '4', '3'),
    ('Calculate $(.\\overline{3})(6)$.', '2', '\\frac{9}{5}'),
    ('Find $0.\\overline{27} + 0.\\overline{3}$.', '\\frac{20}{33}', '\\frac{3}{5}'),
    ('What is $0.\\overline{1} \\cdot 4$?', '\\frac{4}{9}', '\\frac{2}{5}'),
    ('计算$0.\\dot{6}+0.8\\dot{3}$', '\\frac{3}{2}', '\\frac{149}{100}'),
    ('计算$0.\\dot{3}\\dot{6}\\times 11$', '4', '3.96'),
]  # fmt: skip
DECLINED = [
    "What is $0.\\overline{6}$ of an hour in cats?",
    "Compute $\\overline{6}$.",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 98), st.integers(2, 9))
def test_the_sum_is_that_of_the_fractions(p: int, n: int) -> None:
    task, answer, value = solve(read, rf"Find $0.\overline{{{p:02d}}} + {n}$.")
    assert value == sp.Rational(p, 99) + n
    assert verdict(task, answer) is True
