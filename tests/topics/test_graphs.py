"""Problems of solver.topics.functions.graphs: read whole, solved exactly, checked in another way; the rest declined."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.functions.graphs import read
from tests.topics.solved import assert_solved, is_declined, reading, solve, verdict

x = sp.Symbol("x")

CASES = [
    ("Plot y = x^2 - 4x + 3", r"(1, 0),\ (2, -1),\ (3, 0)", r"(1, 0),\ (2, -1)"),
    ("画出函数 y=x^3-3x 的图像", r"(- \sqrt{3}, 0),\ (-1, 2),\ (0, 0),\ (1, -2),\ (\sqrt{3}, 0)", "(0,0)"),
    ("plot y = sin x and y = cos x", r"y=\sin x,\ y=\cos x", r"y=\cos x, y=\sin x"),
    (r"Sketch the graph of f(x) = \frac{1}{x-1}", r"y=\frac{1}{x-1}", r"y=\frac{1}{x}"),
    ("Graph y = 2x+1", r"(- \frac{1}{2}, 0)", "(0, 1)"),
    (r"画出 $y=\ln x$ 的图象", "(1, 0)", "(1, 1)"),
    ("Draw the graph of y = x^2 and y = x+2", r"(-1, 1),\ (2, 4)", "(2, 4)"),
    ("Draw y = e^x", "y=e^{x}", "y=2^x"),
    ("在同一坐标系中画出y=x和y=x^2的图像", r"(0, 0),\ (1, 1)", "(1, 1)"),
    ("plot y = |x|", r"y=\left|x\right|", "y=x"),
    ("Plot the function f(x) = x^2", "(0, 0)", "(1, 1)"),
    ("作出一次函数y=2x-10的图象", "(5, 0)", "(0, 5)"),
    ("作出y=-x^2+1的图像", r"(-1, 0),\ (0, 1),\ (1, 0)", "(0, 1)"),
    ("Graph y = tan x", r"y=\tan x", "y=x"),
    ("Sketch the curve $y=x^2+1$", "(0, 1)", "(0, 0)"),
    ("画出抛物线y=(x-2)^2", "(2, 0)", "(0, 4)"),
    ("Plot y = 3", "y=3", "y=4"),
]

DECLINED = [
    "Plot y = a x",
    "Plot x^2+y^2=1",
    "Plot the temperature y = x",
    "Draw a triangle with sides 3, 4 and 5",
    "画出y=x和y=2x和y=3x的图像",
]


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


def test_an_answer_that_is_no_mathematics_cannot_be_checked() -> None:
    task, _, _ = solve(read, CASES[0][0])
    assert task.check("I do not know") is None


@settings(max_examples=10, deadline=None)
@given(st.integers(-5, 5), st.integers(1, 5))
def test_the_points_of_a_parabola(a: int, gap: int) -> None:
    f = sp.expand((x - a) * (x - a - 2 * gap))
    task, answer, value = solve(read, f"Plot $y={sp.latex(f)}$")
    assert value == [(a, 0), (a + gap, -(gap**2)), (a + 2 * gap, 0)]
    assert verdict(task, answer) is True
    assert reading(read, f"Plot $y={sp.latex(f)}$") == task
