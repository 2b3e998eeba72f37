"""Average rates of change between two places, in both languages."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.calculus.average_rates import read
from tests.topics.solved import is_declined, reading, solve, solves

CASES = [
    pytest.param("Find the average rate of change of f(x) = 2x^2 - 3 from x = 1 to x = 4.", "10", "9", id="from to"),
    pytest.param("What is the average rate of change of the function $g(t) = t^3$ on the interval $[-1, 2]$?", "3", "1", id="interval"),
    pytest.param("Find the average rate of change of y = sqrt(x) between x = 1 and x = 16.", r"\frac{1}{5}", r"\frac{1}{3}", id="root"),
    pytest.param("Find the average rate of change of f(x) = sin x over [0, π/2].", r"\frac{2}{\pi}", "1", id="sine"),
    pytest.param("求函数f(x)=x^2-x在区间[2,5]上的平均变化率。", "6", "18", id="zh interval"),
    pytest.param("函数y=3/x从x=1到x=3的平均变化率是", "-1", "1", id="zh from to"),
]  # fmt: skip


@pytest.mark.parametrize(("problem", "right", "wrong"), CASES)
def test_rates_are_found(problem: str, right: str, wrong: str) -> None:
    solves(read, problem, right, wrong)


@pytest.mark.parametrize("problem", [
    "Find the average rate of change of f from x = 1 to x = 3.", "Find the average rate of change of f(x) = x^2 at x = 1.", "求f(x)=x^2在[1,a]上的平均变化率",
    "Find the average rate of change of f(x) = 1/x from x = 0 to x = 2.", "Find the average value of f(x) = x^2 on [1, 3].", "Find the rate of change of f(x) = x^2 at x = 3.",
    "Find the average rate of change of f(x) = x^2 from x = 2 to x = 2.", "Find the average rate of change of f(x) = x^2 from x = 1 to x = 3 dollars.",
])  # fmt: skip
def test_other_questions_are_left(problem: str) -> None:
    assert is_declined(read, problem)


def test_both_values_are_told() -> None:
    steps = (
        reading(read, "Find the average rate of change of f(x) = x^2 from x = -1 to x = 3.").solution().steps
    )  # type: ignore[union-attr]
    assert r"f(-1)=1,\qquad f(3)=9" in steps[0]
    assert r"{3-\left(-1\right)}=2" in steps[1]


@settings(max_examples=15, deadline=None)
@given(st.integers(-6, 6), st.integers(-6, 6), st.integers(-8, 8), st.integers(1, 8))
def test_of_a_parabola_it_is_the_slope_in_the_middle(a: int, b: int, start: int, width: int) -> None:
    *_, value = solve(
        read,
        f"Find the average rate of change of f(x) = {a or 1}x^2 + ({b})x from x = {start} to x = {start + width}.",
    )
    assert value == sp.Integer((a or 1) * (2 * start + width) + b)
