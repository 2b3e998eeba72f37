"""Even, odd or neither, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.functions.parity import read
from tests.topics.solved import is_declined, reading, solve, solves, verdict

CASES = [
    pytest.param("Is f(x)=x^3-2x odd or even?", "odd", "even", id="odd"),
    pytest.param("Determine whether f(x) = x^4 - 5x^2 + 1 is even, odd, or neither.", "even", "neither", id="even"),
    pytest.param("Is f(x) = x^2 + 3x an even function?", "No", "Yes", id="claim"),
    pytest.param("Is f(x)=3/x odd?", "yes", "no", id="hyperbola"),
    pytest.param("Is tan x even or odd?", r"\text{odd}", r"\text{neither}", id="tangent"),
    pytest.param("判断函数 f(x)=x^2+2cos x 的奇偶性", "偶函数", "奇函数", id="zh even"),
    pytest.param(r"判断f(x)=\ln\frac{2+x}{2-x}的奇偶性", "奇函数", "非奇非偶函数", id="zh logarithm"),
    pytest.param("函数f(x)=x|x|+x是奇函数还是偶函数？", "奇函数", "偶函数", id="zh absolute value"),
    pytest.param(r"判断函数 f(x)=\sqrt{x+1} 的奇偶性", "非奇非偶函数", "偶函数", id="zh lopsided"),
    pytest.param("判断函数 f(x)=x^2, x∈[-1,3] 的奇偶性", "既不是奇函数也不是偶函数", "偶函数", id="zh on an interval"),
    pytest.param("f(x)=3^x+3^{-x} 是偶函数吗？", "是", "不是", id="zh claim"),
]  # fmt: skip


@pytest.mark.parametrize(("problem", "right", "wrong"), CASES)
def test_parity_is_decided(problem: str, right: str, wrong: str) -> None:
    solves(read, problem, right, wrong)


@pytest.mark.parametrize("problem", [
    "Is 7 odd or even?", "f(x)是奇函数，f(1)=2，求f(-1)", "How many even numbers are there below 50?",
    "Give an example of an odd function", "Is f(x)=x^3 odd and increasing?", "若 f(x)=x^3 是奇函数，求 f(-2)", "Find an even function f with f(0)=1",
])  # fmt: skip
def test_other_questions_are_left(problem: str) -> None:
    assert is_declined(read, problem)


def test_a_counterexample_is_told() -> None:
    steps = " ".join(reading(read, "Is f(x) = x^2 + x even, odd or neither?").solution().steps)  # type: ignore[union-attr]
    assert r"at \(1\) the function has the value \(2\), at \(-1\) the value \(0\)" in steps


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(-4, 4), min_size=2, max_size=5).filter(lambda c: any(c[:-1])))
def test_polynomials_are_judged_by_their_powers(coefficients: list[int]) -> None:
    degree = len(coefficients) - 1
    powers = {degree - i for i, c in enumerate(coefficients) if c}
    body = "+".join(f"({c})x^{degree - i}" for i, c in enumerate(coefficients) if c)
    expected = (
        "even" if all(p % 2 == 0 for p in powers) else "odd" if all(p % 2 for p in powers) else "neither"
    )
    task, answer, _ = solve(read, f"Is f(x) = {body.replace('x^0', '*1')} even, odd or neither?")
    assert answer == rf"\text{{{expected}}}"
    assert verdict(task, answer) is True
