"""Periods and amplitudes of sums and products of sines and cosines, in both languages."""

from __future__ import annotations

import math

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.functions.periods import read
from tests.topics.run_cell import run_cell
from tests.topics.solved import is_declined, reading, solve, solves

CASES = [
    pytest.param("What is the period of y = 2 cos(5x)?", r"\frac{2\pi}{5}", r"\frac{4\pi}{5}", id="one wave"),
    pytest.param("Find the amplitude and period of y = -3 sin(x/2 + 1) - 2.", r"3,\ 4\pi", r"3,\ 2\pi", id="both"),
    pytest.param("Find the period and the amplitude of $y = 7\\cos 4x$.", r"\frac{\pi}{2},\ 7", r"7,\ \frac{\pi}{2}", id="as asked"),
    pytest.param("What is the amplitude of f(t) = 5 sin t - 12 cos t?", "13", "17", id="joined"),
    pytest.param("State the period of $y = \\tan\\frac{x}{3}$.", r"3\pi", r"6\pi", id="tangent"),
    pytest.param("Find the least period of f(x) = sin^4 x + cos^4 x.", r"\frac{\pi}{2}", r"\pi", id="powers"),
    pytest.param("求函数y=3tan(2x-π/4)+1的最小正周期", r"\frac{\pi}{2}", r"\pi", id="zh tangent"),
    pytest.param("求y=sin4x+cos6x的周期", r"\pi", r"2\pi", id="zh several"),
    pytest.param("函数f(x)=√3sin2x+2cos²x的最小正周期是", r"\pi", r"2\pi", id="zh reduced"),
    pytest.param("函数y=5sin(πx/4)的振幅和周期分别是", r"5,\ 8", r"5,\ 4", id="zh both"),
    pytest.param("求函数f(x)=2sin(πx)+cos(πx/2)的最小正周期", "4", "2", id="zh multiples of π"),
]  # fmt: skip


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("problem", "right", "wrong"), CASES)
def test_periods_are_found(problem: str, right: str, wrong: str) -> None:
    solves(read, problem, right, wrong)


@pytest.mark.parametrize("problem", [
    "What is the period of y = x^2?", "求函数f(x)=sin x + sin(πx)的周期", "What is the amplitude of y = sin x + sin 2x?", "Find the period of y = tan x + sin x.",
    "f(x) has period 3 and f(1) = 2. Find f(7).", "求y=sin(ωx)的周期", "Find the period of y = 3 sin(2x) and its zeros.", "Find the period of 1/7.", "求函数y=|sin x|的最小正周期",
])  # fmt: skip
def test_other_questions_are_left(problem: str) -> None:
    assert is_declined(read, problem)


def test_products_are_written_as_sums_first() -> None:
    steps = reading(read, "Find the period of y = sin x cos x.").solution().steps  # type: ignore[union-attr]
    assert r"\sin{\left(2 x \right)}" in steps[0]
    assert r"\frac{2\pi}{2}=\pi" in steps[1]


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 9), st.integers(1, 9), st.integers(1, 5), st.integers(-9, 9).filter(bool))
def test_two_waves_repeat_after_the_greatest_common_divisor_of_their_rates(
    p: int, q: int, r: int, a: int
) -> None:
    *_, value = solve(read, f"Find the period of f(x) = {a} sin({p}x/{r}) + cos({q}x/{r}).")
    assert value == 2 * sp.pi * r / math.gcd(p, q)


# -- where waves rise and fall ---------------------------------------------------------------------------

RISING = [
    pytest.param("求函数y=2sin(2x-π/3)的单调递增区间", r"[k\pi-\frac{\pi}{12}, k\pi+\frac{5\pi}{12}](k∈Z)", r"[2k\pi-\frac{\pi}{12}, 2k\pi+\frac{5\pi}{12}]", id="zh"),
    pytest.param("求y=sin(2x+π/6)的单调递减区间", r"[k\pi-\frac{5\pi}{6}, k\pi-\frac{\pi}{3}]", r"[k\pi-\frac{\pi}{3}, k\pi+\frac{\pi}{6}]", id="zh falls, another start"),
    pytest.param("求函数y=sin(π/3-2x)的单调递增区间", r"[n\pi-\frac{7\pi}{12}, n\pi-\frac{\pi}{12}]", r"[n\pi-\frac{\pi}{12}, n\pi+\frac{5\pi}{12}]", id="zh turned, another letter"),
    pytest.param("求函数f(x)=√3sin2x+cos2x的单调递增区间", r"[k\pi-\frac{\pi}{3}, k\pi+\frac{\pi}{6}]", r"[k\pi, k\pi+\frac{\pi}{6}]", id="zh two joined, a part of it"),
    pytest.param("求函数y=tan(2x+π/3)的单调递增区间", r"(\frac{k\pi}{2}-\frac{5\pi}{12}, \frac{k\pi}{2}+\frac{\pi}{12})", r"(k\pi-\frac{5\pi}{12}, k\pi+\frac{\pi}{12})", id="zh tangent"),
    pytest.param("On which intervals is cos(x/2) decreasing?", r"[4k\pi, 4k\pi+2\pi]", r"[2k\pi, 2k\pi+2\pi]", id="cosine"),
    pytest.param("Find where y = 1 - 3 cos(2x) is decreasing.", r"[k\pi-\frac{\pi}{2}, k\pi]", r"[k\pi, k\pi+\frac{\pi}{2}]", id="negative factor"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "answer", "wrong"), RISING)
def test_where_a_wave_rises(question: str, answer: str, wrong: str) -> None:
    solves(read, question, answer, wrong)


@pytest.mark.parametrize(
    "question",
    ["求函数y=sin(2x+π/6)在[0,π]上的单调递增区间", "求函数y=|sin x|的单调递增区间", "求函数y=sinx+sin2x的单调递增区间", "函数f(x)=sin(2x+φ)的单调递增区间",
     "Is sin(2x) increasing at x = 1?", "求函数y=-tan x的单调递增区间", "函数y=sin(ωx)在[0,1]上单调递增，求ω的取值范围"],
)  # fmt: skip
def test_what_is_not_a_whole_wave_is_declined(question: str) -> None:
    assert is_declined(read, question)


@given(
    st.sampled_from(["sin", "cos"]),
    st.integers(1, 5),
    st.integers(-11, 11),
    st.integers(-4, 4).filter(bool),
    st.booleans(),
)
def test_a_wave_rises_for_half_of_its_period(
    name: str, rate: int, twelfths: int, factor: int, rises: bool
) -> None:
    wave = f"{factor}{name}({rate}x{'+' if twelfths >= 0 else '-'}{abs(twelfths)}π/12)"
    task = reading(read, f"求函数y={wave}的单调{'递增' if rises else '递减'}区间")
    low, high, period = run_cell(task.solution().cell)
    assert high - low == period / 2 == sp.pi / rate
    middle = float((low + high) / 2)
    slope = (
        factor
        * rate
        * (math.cos if name == "sin" else lambda u: -math.sin(u))(rate * middle + twelfths * math.pi / 12)
    )
    assert (slope > 0) == rises
