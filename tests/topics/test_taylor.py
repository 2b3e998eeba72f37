"""Taylor polynomials: to a degree, up to a power, so many terms; in both languages."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from solver.topics.calculus.taylor import read
from tests.topics.solved import is_declined, solve, solves, verdict

CASES = [
    pytest.param("Find the Taylor polynomial of degree 2 for ln x at x = 2", r"\ln 2+\frac{x-2}{2}-\frac{(x-2)^2}{8}", r"\ln 2+\frac{x-2}{2}+\frac{(x-2)^2}{8}", id="degree"),
    pytest.param("Find the 3rd-degree Maclaurin polynomial of $e^{-3x}$.", r"1-3x+\frac92x^2-\frac92x^3", r"1-3x+9x^2-27x^3", id="ordinal"),
    pytest.param("Write down the first three non-zero terms of the Maclaurin series of sin 2x.", r"2x-\frac43x^3+\frac{4}{15}x^5+\dots", r"2x-\frac43x^3+\frac{2}{15}x^5", id="terms"),
    pytest.param(r"Expand $\frac{1}{1+2x}$ in powers of x up to x^3", "1-2x+4x^2-8x^3+O(x^4)", "1-2x+4x^2", id="powers"),
    pytest.param("Find the cubic Taylor polynomial of f(x) = x^4 centered at a = 1", "1+4(x-1)+6(x-1)^2+4(x-1)^3", "x^4", id="no more than the degree"),
    pytest.param("Find the Taylor polynomial of order 7 about x = 0 for sin x", r"x-\frac{x^3}{6}+\frac{x^5}{120}-\frac{x^7}{5040}", r"x-\frac{x^3}{6}+\frac{x^5}{120}", id="small coefficients"),
    pytest.param("求函数 $f(x)=\\sqrt{x}$ 在 $x=9$ 处的二阶泰勒多项式", r"3+\frac{x-9}{6}-\frac{(x-9)^2}{216}", r"3+\frac{x-9}{6}-\frac{(x-9)^2}{108}", id="zh degree"),
    pytest.param("写出 $\\cos 3x$ 的4阶麦克劳林公式", r"1-\frac92x^2+\frac{27}{8}x^4+o(x^4)", r"1-\frac92x^2+\frac{81}{8}x^4", id="zh maclaurin"),
    pytest.param("将 f(x)=x^3+x 按 (x-2) 的幂展开到三次", "10+13(x-2)+6(x-2)^2+(x-2)^3", "10+13(x-2)+6(x-2)^2", id="zh powers"),
    pytest.param("将 $f(x)=x e^x$ 展开成麦克劳林级数，写出前三项", r"x+x^2+\frac12x^3", r"x+x^2+x^3", id="zh terms"),
    pytest.param("将 $\\ln(1-x)$ 在 $x=0$ 处展开到 $x^3$ 项，求泰勒公式", r"-x-\frac{x^2}{2}-\frac{x^3}{3}", r"-x+\frac{x^2}{2}-\frac{x^3}{3}", id="zh power"),
]  # fmt: skip


@pytest.mark.parametrize(("problem", "right", "wrong"), CASES)
def test_polynomials_are_found_and_answers_judged(problem: str, right: str, wrong: str) -> None:
    solves(read, problem, right, wrong)


@pytest.mark.parametrize("problem", [
    "Expand (1+x)^5", "Find the Maclaurin series of e^x", "Find the Taylor polynomial of degree 3 for e^x",
    "Find the Taylor polynomial of degree 2 for 1/x at x = 0", "Find the Taylor polynomial of degree 3 of sin x at x = 0 and its remainder",
    "Estimate e^{0.1} with the Taylor polynomial of degree 2 at x = 0", "Find the Taylor polynomial of degree 2 of e^{xy} at x = 0",
    "将多项式 3x^2+x^3-1 按 x 的升幂排列", "求 e^x 的2阶麦克劳林公式的余项", "Find the coefficient of x^3 in the Maclaurin series of e^{2x}",
])  # fmt: skip
def test_other_questions_are_left(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(["e^{KxM}", r"\sin(KxM)", r"\cos(KxM)", r"\ln(7+x^2)", r"\frac{1}{x^2+K}", r"x\cos xM"]),
    st.integers(1, 4),
    st.integers(-2, 2),
    st.integers(1, 5),
)
def test_any_function_is_approximated(form: str, k: int, at: int, degree: int) -> None:
    function = form.replace("K", str(k)).replace("M", "")
    task, answer, _ = solve(
        read, f"Find the Taylor polynomial of degree {degree} of ${function}$ at $x = {at}$."
    )
    assert verdict(task, answer) is True
    assert verdict(task, f"{answer}+\\frac{{1}}{{1000}}x^{degree}") is False
