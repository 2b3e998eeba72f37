"""Problems of solver.topics.expressions.partial_fractions; irrational factors, letters and integrals declined."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.expressions.partial_fractions import read
from tests.topics.solved import is_declined, solve, solves, verdict

CASES = [
    ("Decompose (x+7)/((x-1)(x+3)) into partial fractions.", r"\frac{2}{x-1}-\frac{1}{x+3}", r"\frac{x+7}{(x-1)(x+3)}"),
    (r"Find the partial fraction decomposition of $\frac{1}{x^2-9}$.", r"\frac{1}{6(x-3)}-\frac{1}{6(x+3)}", r"\frac{1}{6(x-3)}+\frac{1}{6(x+3)}"),
    ("Write (4x+1)/(x(x+1)^2) as a sum of partial fractions.", r"\frac{1}{x}-\frac{1}{x+1}+\frac{3}{(x+1)^2}", r"\frac{1}{x}+\frac{2-x}{(x+1)^2}"),
    ("Express x^3/(x^2-1) in partial fractions.", r"x+\frac{1}{2(x-1)}+\frac{1}{2(x+1)}", r"x+\frac{x}{x^2-1}"),
    ("Resolve (t+4)/(t(t^2+4)) into partial fractions.", r"\frac{1}{t}+\frac{1-t}{t^2+4}", r"\frac{1}{t}+\frac{1}{t^2+4}"),
    ("Find the partial fraction decomposition of f(x) = 2/(x^2+2x)", r"\frac{1}{x}-\frac{1}{x+2}", r"\frac{1}{x}+\frac{1}{x+2}"),
    (r"将$\frac{5x-4}{x^2-x-2}$分解为部分分式", r"\frac{2}{x-2}+\frac{3}{x+1}", r"\frac{3}{x-2}+\frac{2}{x+1}"),
    ("把1/(x^3+x)分解成部分分式", r"\frac{1}{x}-\frac{x}{x^2+1}", r"\frac{1}{x}+\frac{x}{x^2+1}"),
    ("将(3x-2)/(x-2)^2写成部分分式之和", r"\frac{3}{x-2}+\frac{4}{(x-2)^2}", r"\frac{3x-2}{(x-2)^2}"),
]  # fmt: skip
DECLINED = [
    "Decompose 5/(x+1)^3 into partial fractions",
    "Find the partial fraction decomposition of 1/(x^2-2)",
    "Find the partial fraction decomposition of 1/(x^3-2)",
    "Decompose 1/(x+1) into partial fractions",
    "Decompose 1/(x^2-a^2) into partial fractions",
    "Use partial fractions to integrate 1/(x^2-1)",
    "Decompose the vector (3x+5)/((x-1)(x+2)) into partial fractions",
    "Decompose 1/(x^2-1) and 1/(x^2-4) into partial fractions",
    "将1/(x^2-1)分解为部分分式并求积分",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    solves(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.integers(-6, 6), min_size=2, max_size=3, unique=True),
    st.integers(-9, 9).filter(bool),
    st.integers(-9, 9),
)
def test_the_fractions_add_up(roots: list[int], slope: int, constant: int) -> None:
    x = sp.Symbol("x")
    top = slope * x + constant
    if any(top.subs(x, r) == 0 for r in roots):
        return
    f = top / sp.prod(x - r for r in roots)
    factors = "".join(f"(x{-r:+d})" for r in roots)
    task, answer, value = solve(
        read, f"Decompose ({slope}*x{constant:+d})/({factors}) into partial fractions."
    )
    assert sp.cancel(value - f) == 0
    assert verdict(task, answer) is True
