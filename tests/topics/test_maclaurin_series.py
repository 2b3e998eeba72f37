"""Problems of solver.topics.calculus.maclaurin_series: series with their general term; polynomials, other centres and products declined."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.calculus.maclaurin_series import read
from tests.topics.solved import is_declined, solve, solves, verdict

CASES = [
    ("Find the Maclaurin series of e^(5x).", r"\sum_{n=0}^{\infty}\frac{(5x)^n}{n!}", r"\sum_{n=0}^{\infty}\frac{5x^n}{n!}"),
    ("Maclaurin series of x cos x", r"\sum_{n=0}^{\infty}\frac{(-1)^n x^{2n+1}}{(2n)!}", r"\sum_{n=0}^{\infty}\frac{(-1)^n x^{2n+1}}{(2n+1)!}"),
    (r"Find the power series representation of $\frac{3}{5-x}$.", r"\sum_{n=0}^{\infty}\frac{3x^n}{5^{n+1}}", r"\sum_{n=0}^{\infty}\frac{3x^n}{5^n}"),
    ("Taylor series of sin(4x) at x = 0", r"\sum_{k=0}^{\infty}\frac{(-1)^k (4x)^{2k+1}}{(2k+1)!}", r"\sum_{k=1}^{\infty}\frac{(-1)^k (4x)^{2k+1}}{(2k+1)!}"),
    ("Find the Maclaurin series of ln(1-4x).", r"-\sum_{n=1}^{\infty}\frac{4^n x^n}{n}", r"\sum_{n=1}^{\infty}\frac{4^n x^n}{n}"),
    ("Find the Maclaurin series for f(x) = 1/(1+2x)^2.", r"\sum_{n=0}^{\infty}(-2)^n(n+1)x^n", r"\sum_{n=0}^{\infty}2^n(n+1)x^n"),
    ("求e^{x^2}的麦克劳林级数", r"\sum_{n=0}^{\infty}\frac{x^{2n}}{n!}", r"\sum_{n=0}^{\infty}\frac{x^{2n}}{(2n)!}"),
    ("将1/(1+4x^2)展开成x的幂级数", r"\sum_{n=0}^{\infty}(-4)^n x^{2n}", r"\sum_{n=0}^{\infty}4^n x^{2n}"),
    ("将f(x)=arctan(2x)展开成麦克劳林级数", r"\sum_{n=0}^{\infty}\frac{(-1)^n(2x)^{2n+1}}{2n+1}", r"\sum_{n=0}^{\infty}\frac{(2x)^{2n+1}}{2n+1}"),
]  # fmt: skip
CENTRED = [
    ("Find the Taylor series of e^x about x = 1", r"e\sum_{n=0}^{\infty}\frac{(x-1)^n}{n!}", r"\sum_{n=0}^{\infty}\frac{(x-1)^n}{n!}"),
    ("Find the Taylor series of ln(x) centered at x = 2", r"\ln 2+\sum_{n=1}^{\infty}\frac{(-1)^{n+1}(x-2)^n}{n2^n}", r"\sum_{n=1}^{\infty}\frac{(-1)^{n+1}(x-2)^n}{n2^n}"),
    ("Find the Taylor series of cos x about x = π", r"\sum_{n=0}^{\infty}\frac{(-1)^{n+1}(x-\pi)^{2n}}{(2n)!}", r"\sum_{n=0}^{\infty}\frac{(-1)^n(x-\pi)^{2n}}{(2n)!}"),
    ("Find the Taylor series of e^(2x) about x = -1", r"e^{-2}\sum_{n=0}^{\infty}\frac{2^n(x+1)^n}{n!}", r"\sum_{n=0}^{\infty}\frac{2^n(x+1)^n}{n!}"),
    ("将1/x展开成(x-2)的幂级数", r"\sum_{n=0}^{\infty}\frac{(-1)^n(x-2)^n}{2^{n+1}}", r"\sum_{n=0}^{\infty}\frac{(x-2)^n}{2^{n+1}}"),
    ("将ln x展开成x-1的幂级数", r"\sum_{n=1}^{\infty}\frac{(-1)^{n-1}(x-1)^n}{n}", r"\sum_{n=1}^{\infty}\frac{(x-1)^n}{n}"),
]  # fmt: skip
DECLINED = [
    "Find the first three terms of the Maclaurin series of e^x",
    "Find the Maclaurin polynomial of degree 4 of cos x",
    "Find the Taylor series of ln x about x = -1",
    "Find the Taylor series of tan x about x = 1",
    "Find the first four terms of the Taylor series of e^x about x = 1",
    "Find the Maclaurin series of e^x sin x",
    "Find the Maclaurin series of tan x",
    "Find the Maclaurin series of e^x and its remainder",
    "Find the radius of convergence of the power series of 1/(1-x)",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), [*CASES, *CENTRED])
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    solves(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=10, deadline=None)
@given(
    st.sampled_from(["e^({u})", "sin({u})", "cos({u})", "ln(1+({u}))", "1/(1-({u}))", "arctan({u})"]),
    st.integers(-5, 5).filter(bool),
    st.integers(1, 3),
    st.integers(0, 2),
)
def test_the_series_is_that_of_the_function(form: str, c: int, k: int, m: int) -> None:
    function = form.format(u=f"{c}*x^{k}")
    task, answer, value = solve(read, f"Find the Maclaurin series of {f'x^{m}*' if m else ''}{function}.")
    assert verdict(task, answer) is True
    assert isinstance(value, sp.Expr)
