"""Problems of solver.topics.expressions.rational_expressions: read whole, solved exactly, checked in another way; the rest declined."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.expressions.rational_expressions import read
from tests.topics.solved import is_declined, solve, solves, verdict

CASES = [
    ("Find the Least Common Denominator: $y, y+4, y-2$", r"y(y-2)(y+4)", "y(y+4)"),
    (r"求 $\frac{1}{x^2-25}$ 与 $\frac{2}{3x-15}$ 的最简公分母", r"3(x-5)(x+5)", r"3(x-5)^2(x+5)"),
    ("Find the LCD of $6a^2b$ and $9ab^3$.", r"18a^2b^3", "54a^3b^4"),
    (r"Build up each fraction by finding the LCD: $\frac{2}{t}, \frac{5}{t-3}$", r"\frac{2t-6}{t(t-3)},\ \frac{5t}{t(t-3)}", r"\frac{2}{t(t-3)},\ \frac{5t}{t(t-3)}"),
    (r"通分:$\frac{1}{4x^2y},\frac{5}{6xy^2}$", r"\frac{3y}{12x^2y^2},\ \frac{10x}{12x^2y^2}", r"\frac{6y}{24x^2y^2},\ \frac{20x}{24x^2y^2}"),
    (r"Find the missing numerator: $\frac{x+1}{x-3}=\frac{?}{x^2-9}$", "x^2+4x+3", "x+3"),
    (r"State the excluded values for $\frac{4w}{w^2-5w}$", r"0,\ 5", "5"),
    (r"State the excluded values for $\frac{k+2}{k^2+4}$", r"\varnothing", "2"),
    (r"For what values of x is $\frac{x-1}{3x+2}$ undefined?", r"-\frac{2}{3}", "1"),
    (r"当x为何值时,分式 $\frac{x}{x^2-16}$ 无意义?", r"-4,\ 4", "4"),
]  # fmt: skip

DECLINED = [
    r"State the excluded values for $\frac{x}{y-1}$",
    r"Find the LCD of $\frac{1}{4}$ and $\frac{1}{6}$",
    r"For what values of x is $\frac{x-1}{x+2}$ zero?",
    r"For what values of x is $\frac{x-1}{x+2}=3$ undefined?",
    r"Find the missing numerator: $\frac{x+1}{x-3}=\frac{?}{x^2-8}$",
    r"Build up the bridge: $\frac{1}{x}, \frac{1}{y}$",
    r"当x为何值时,分式 $\frac{x}{x^2-16}$ 的值为零?",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    solves(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=20, deadline=None)
@given(st.integers(-9, 9), st.integers(-9, 9), st.integers(1, 6))
def test_excluded_values_are_the_zeros(a: int, b: int, k: int) -> None:
    x = sp.Symbol("x")
    below = sp.latex(sp.expand(k * (x - a) * (x - b)))
    task, answer, value = solve(read, rf"State the excluded values for $\frac{{x+11}}{{{below}}}$")
    assert set(value) == {a, b}
    assert verdict(task, answer) is True
    assert verdict(task, "10") is False


@settings(max_examples=20, deadline=None)
@given(st.integers(-9, 9), st.integers(-9, 9), st.integers(-9, 9), st.integers(1, 4))
def test_built_up_fractions_keep_their_value(a: int, b: int, c: int, k: int) -> None:
    x = sp.Symbol("x")
    one, two = sp.latex(sp.expand((x - a) * (x - b))), sp.latex(sp.expand(k * (x - b)))
    task, answer, value = solve(
        read,
        rf"Build up each fraction by finding the LCD: $\frac{{x+{abs(c)}}}{{{one}}}, \frac{{5}}{{{two}}}$",
    )
    assert verdict(task, answer) is True
    assert sp.cancel(value[0][0] / value[0][1] - (x + abs(c)) / ((x - a) * (x - b))) == 0
    assert sp.cancel(value[1][0] / value[1][1] - sp.Integer(5) / (k * (x - b))) == 0
