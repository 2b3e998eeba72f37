"""Power series: where they converge, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from solver.topics.calculus.power_series import read
from tests.topics.solved import is_declined, solve, solves, verdict

CASES = [
    pytest.param(r"Find the radius of convergence of $\sum_{n=1}^{\infty} \frac{x^n}{n 7^n}$", "7", r"\frac17", id="radius"),
    pytest.param(r"Find the interval of convergence of $\sum_{n=0}^{\infty} \frac{(x-1)^n}{2^n}$.", "(-1, 3)", "[-1, 3)", id="geometric"),
    pytest.param(r"Find the interval of convergence of $\sum_{n=1}^\infty \frac{(-1)^{n+1}(x+2)^n}{n 3^n}$", "(-5, 1]", "(-5, 1)", id="one end"),
    pytest.param(r"Find the radius and interval of convergence of $\sum_{n=1}^{\infty} \frac{x^n}{n^2}$", "R=1, [-1, 1]", r"1,\ (-1, 1)", id="both"),
    pytest.param("Radius of convergence of sum x^n/n! from n=0 to infinity", r"\infty", "1", id="everywhere"),
    pytest.param(r"sum_{n=1}^{\infty} n x^n radius of convergence", "1", "2", id="terse"),
    pytest.param(r"For what values of x does $\sum_{n=1}^{\infty} \frac{(2x-1)^n}{n^2}$ converge?", r"0\le x\le 1", r"0<x<1", id="values"),
    pytest.param(r"Find the radius of convergence of $\sum_{n=1}^\infty \frac{n!}{n^n} x^n$", "e", "3", id="e"),
    pytest.param(r"求幂级数 $\sum_{n=0}^\infty n! x^n$ 的收敛域", r"\{0\}", r"(-\infty,\infty)", id="zh one point"),
    pytest.param(r"求幂级数 $\sum_{n=1}^{\infty}\frac{(x-3)^n}{n\cdot 2^n}$的收敛区间", "(1,5)", "[1,5)", id="zh open"),
    pytest.param(r"求幂级数 $\sum_{n=1}^{\infty}\frac{x^{2n}}{n 4^n}$的收敛半径和收敛域", r"2,\ (-2, 2)", r"4,\ (-4, 4)", id="zh squares"),
    pytest.param(r"求幂级数 $\sum_{n=0}^{\infty} (-1)^n \frac{x^{2n+1}}{2n+1}$ 的收敛域", "[-1,1]", "(-1,1)", id="zh arctan"),
]  # fmt: skip


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("problem", "right", "wrong"), CASES)
def test_power_series_are_decided(problem: str, right: str, wrong: str) -> None:
    solves(read, problem, right, wrong)


@pytest.mark.parametrize("problem", [
    r"Find the sum of $\sum_{n=0}^{\infty} x^n$", r"Does $\sum_{n=1}^{\infty} \frac{1}{n}$ converge?", r"求幂级数 $\sum_{n=1}^{\infty} \frac{x^n}{n}$ 的和函数",
    r"Find the radius of convergence of $\sum_{n=1}^{\infty} \frac{x^n}{a^n}$", r"Find the radius of convergence of $\sum_{n=1}^{\infty} (x^n + x^{2n})$",
    r"Find the interval of convergence of $\sum_{n=1}^{\infty} x^{n^2}$", r"Find the radius of convergence of $\sum_{n=1}^{\infty} \sin(n) x^n$",
])  # fmt: skip
def test_other_questions_are_left(problem: str) -> None:
    assert is_declined(read, problem)


FEW = settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))


@FEW
@given(st.integers(-4, 4), st.integers(1, 6), st.integers(0, 2), st.booleans())
def test_the_ends_are_those_of_the_p_series(centre: int, r: int, p: int, alternating: bool) -> None:
    sign = "(-1)^n" if alternating else ""
    problem = f"Find the interval of convergence of $\\sum_{{n=1}}^{{\\infty}} \\frac{{{sign}(x-({centre}))^n}}{{n^{p}\\cdot {r}^n}}$"
    task, answer, _ = solve(read, problem)
    near, far = ("(", "]") if alternating else ("[", ")")
    opening, closing = ("[", "]") if p == 2 else ("(", ")") if p == 0 else (near, far)
    assert answer == f"{opening}{centre - r}, {centre + r}{closing}"
    assert verdict(task, answer) is True
    assert verdict(task, f"({centre - r - 1}, {centre + r + 1})") is False
