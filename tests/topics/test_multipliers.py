"""Extreme values under one condition by Lagrange's multiplier: solved whoever reads the condition, checked by another way, near ones declined."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.base import Reader
from solver.topics.calculus.optimisation.fixed_sums import read as positive
from solver.topics.calculus.several_variables.constrained import read as constrained
from tests.topics.solved import assert_solved, is_declined, solve, verdict

SOLVED = (
    (constrained, "Find the maximum and minimum of x + 2y + 3z on the sphere x^2 + y^2 + z^2 = 14.", r"14;\ -14", r"14;\ 0"),
    (constrained, "Find the maximum and minimum of x^2 + y^2 + 2z^2 subject to x^2 + y^2 + z^2 = 1.", r"2;\ 1", r"2;\ 2"),  # a whole circle of points
    (constrained, "Find the minimum of x^2 + y^2 - 2x subject to x + y = 0.", r"- \frac{1}{2}", "0"),  # the line goes through the origin
    (constrained, "Find the extreme values of x + y subject to x^2 + y^2 - 2x = 1.", r"3;\ -1", r"2;\ -2"),  # its middle is (1, 0)
    (positive, "Maximize xyz subject to x+y+z=9, x,y,z>0", "27", "26"),
    (positive, "x, y and z are positive numbers with xyz = 64. Find the smallest value of x+y+z.", "12", "11"),
)  # fmt: skip
DECLINED = (
    (constrained, "Find the maximum of x^2 + y^2 subject to x + y = 2."),  # there is none
    (constrained, "Find the minimum of xy subject to x + y = 2."),
    (constrained, "Find the maximum and minimum of x + y subject to xy = 4."),
    (positive, "x, y and z are positive numbers with xyz = 64. Find the largest value of x+y+z."),
    (positive, "Minimize xyz subject to x+y+z=9, x,y,z>0"),
)


@pytest.mark.parametrize(("read", "problem", "answer", "wrong"), SOLVED)
def test_solved(read: Reader, problem: str, answer: str, wrong: str) -> None:
    assert_solved(read, problem, answer, wrong)


@pytest.mark.parametrize(("read", "problem"), DECLINED)
def test_declined(read: Reader, problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=3, deadline=None)
@given(st.integers(1, 6), st.integers(-6, -1), st.integers(1, 20))
def test_a_linear_expression_on_a_circle(a: int, b: int, square: int) -> None:
    """Its largest value is the length of its gradient times the radius."""
    task, answer, value = solve(
        constrained, f"Find the maximum of {a}x - {-b}y subject to x^2 + y^2 = {square}."
    )
    assert sp.simplify(value - sp.sqrt((a**2 + b**2) * square)) == 0
    assert verdict(task, answer) is True
