"""The range and the extreme values of quadratics of one sine or cosine, in both languages."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.topics.functions.function_features.waves import read
from tests.topics.run_cell import run_cell
from tests.topics.solved import is_declined, reading, solves

CASES = [
    pytest.param("求y=cos²x-sinx的值域", r"[-1, \frac{5}{4}]", r"[0, \frac{5}{4}]", id="zh vertex inside"),
    pytest.param("求函数y=2sin²x+3sinx-1的最大值", "4", "5", id="zh at an end"),
    pytest.param("求函数y=cos2x+4cosx的最小值", "-3", "-5", id="zh double angle"),
    pytest.param("求函数f(x)=cos2x+2sinx的最大值和最小值", r"\frac{3}{2};\ -3", r"3;\ -3", id="zh both"),
    pytest.param("Find the range of f(x) = sin^2 x + cos x", r"[-1, \frac{5}{4}]", "[-1, 1]", id="range"),
    pytest.param("Find the maximum value of 3 - 2sin^2(x) - sin(x)", r"\frac{25}{8}", "3", id="maximum"),
]


@pytest.mark.parametrize(("question", "answer", "wrong"), CASES)
def test_the_values_are_found(question: str, answer: str, wrong: str) -> None:
    solves(read, question, answer, wrong)


@pytest.mark.parametrize(
    "question",
    ["求函数y=sinx+sin2x的最大值", "求函数y=cos²x-sinx在[0,π/4]上的值域", "求函数y=sin³x+cosx的最大值", "求函数y=asin²x+sinx的最大值", "求函数y=cos²x-sin(3x)的值域"],
)  # fmt: skip
def test_what_is_no_quadratic_of_one_wave_is_declined(question: str) -> None:
    assert is_declined(read, question)


@given(
    st.integers(-3, 3).filter(bool), st.integers(-6, 6), st.integers(-5, 5), st.sampled_from(["sin", "cos"])
)
def test_no_value_lies_outside_and_the_ends_are_reached(a: int, b: int, c: int, name: str) -> None:
    task = reading(read, f"Find the range of f(x) = {a}{name}^2(x) + ({b}){name}(x) + ({c})")
    low, high = map(float, run_cell(task.solution().cell))
    wave = math.sin if name == "sin" else math.cos
    values = [a * wave(x) ** 2 + b * wave(x) + c for x in (math.tau * i / 4000 for i in range(4000))]
    assert min(values) == pytest.approx(low, abs=1e-4) and max(values) == pytest.approx(high, abs=1e-4)
