"""Infinite series: sums and verdicts with the test's name, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from solver.topics.calculus.infinite_series import read
from tests.topics.solved import is_declined, reading, solve, verdict

CASES = [
    pytest.param("Does sum 1/n^3 converge?", r"\text{converges}", r"\text{diverges}", id="without limits"),
    pytest.param("Does the series sum 1/sqrt(n) converge?", r"\text{diverges}", r"\text{converges}", id="without limits, p-series"),
    pytest.param(r"Does $\sum \frac{3^n}{n!}$ converge or diverge?", r"\text{converges}", r"\text{diverges}", id="without limits, LaTeX"),
    pytest.param("Does the series 1/(n-1)^2 converge?", r"\text{converges}", r"\text{diverges}", id="no term at 1"),
    pytest.param("判断级数∑n/(n+2)的敛散性", r"\text{发散}", r"\text{收敛}", id="no limits told in Chinese"),
    pytest.param(r"Find the sum of the series $\sum_{n=1}^{\infty} \frac{4}{n(n+1)}$.", "4", "3", id="telescoping"),
    pytest.param(r"Evaluate $\sum_{n=0}^{\infty} 5\left(\frac{2}{7}\right)^n$", "7", "5", id="geometric"),
    pytest.param(r"Find the sum of $\sum_{n=1}^{\infty} \frac{3^n - 2^n}{5^n}$", r"\frac{5}{6}", r"\frac{1}{6}", id="two geometric ones"),
    pytest.param("Find the sum from n=1 to infinity of 6/n^2", r"\pi^2", "6", id="said"),
    pytest.param("Find the sum of sum_{k=1}^{infinity} k/3^k", r"\frac34", r"\frac12", id="ascii"),
    pytest.param(r"Does the series $\sum_{n=1}^{\infty} \frac{n^2}{3^n}$ converge or diverge?", r"\text{converges}", r"\text{diverges}", id="ratio"),
    pytest.param(r"Determine whether $\sum_{n=1}^{\infty} \frac{2n}{5n+1}$ converges or diverges.", "diverges", "convergent", id="terms"),
    pytest.param(r"Is the series $\sum_{n=1}^{\infty} \frac{5}{n\sqrt{n}}$ convergent?", "convergent", "divergent", id="p-series"),
    pytest.param(r"Does $\sum_{n=1}^{\infty} \frac{(-1)^n}{\sqrt[3]{n}}$ converge absolutely, converge conditionally, or diverge?", "converges conditionally", "converges absolutely", id="conditional"),
    pytest.param(r"求级数 $\sum_{n=1}^{\infty}\frac{1}{(3n-2)(3n+1)}$ 的和", r"\frac13", r"\frac14", id="zh telescoping"),
    pytest.param(r"判断级数 $\sum_{n=1}^{\infty}\frac{3n+2}{n^3+n}$ 的敛散性", "收敛", "发散", id="zh comparison"),
    pytest.param(r"判断级数 $\sum_{n=1}^{\infty}\frac{3^n}{n^3}$ 的敛散性", r"\text{发散}", r"\text{收敛}", id="zh divergent"),
    pytest.param(r"判断级数 $\sum_{n=1}^{\infty}(-1)^{n}\frac{n}{n^3+1}$ 是绝对收敛、条件收敛还是发散", "绝对收敛", "条件收敛", id="zh absolute"),
    pytest.param(r"讨论级数 $\sum\limits_{n=1}^{\infty}\frac{1}{2n+3}$ 的收敛性", "发散", "收敛", id="zh harmonic"),
    pytest.param(r"求 $\sum_{n=0}^{\infty} 3^n$ 的和", "发散", r"-\frac12", id="zh no sum"),
]  # fmt: skip


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("problem", "right", "wrong"), CASES)
def test_series_are_judged(problem: str, right: str, wrong: str) -> None:
    task, answer, _ = solve(read, problem)
    assert verdict(task, answer) is True
    assert verdict(task, right) is True
    plan = task.check(wrong)
    assert plan is None or verdict(task, wrong) is False


@pytest.mark.parametrize(("problem", "name"), [
    (r"Does $\sum_{n=1}^{\infty} \frac{n}{4^n}$ converge?", "Ratio test"),
    (r"Does $\sum_{n=1}^{\infty} \frac{1}{n^2+n}$ converge?", "comparison"),
    (r"判断级数 $\sum_{n=1}^{\infty} \frac{(-1)^n}{n}$ 是否收敛", "莱布尼茨"),
    (r"用比值审敛法判断级数 $\sum_{n=1}^{\infty} \frac{n!}{5^n}$ 的敛散性", "比值审敛法"),
])  # fmt: skip
def test_the_test_is_named(problem: str, name: str) -> None:
    task = reading(read, problem)
    assert name in " ".join(task.solution().steps)  # type: ignore[union-attr]


@pytest.mark.parametrize("problem", [
    "Find the sum of 1/n^2",
    "Does the sum of n numbers converge?",
    "Does sum 1/x^2 converge?",
    r"Evaluate $\sum_{n=1}^{\infty} \frac{1}{n^3}$", r"Evaluate $\sum_{n=1}^{10} \frac{1}{n(n+1)}$", r"求 $\sum_{n=0}^{\infty} a^n$",
    r"Find the fourth partial sum of $\sum_{n=1}^{\infty} \frac{1}{n}$", r"Is $\sum_{n=1}^{\infty} \frac{\sin n}{n}$ convergent?",
    r"Use the ratio test to determine whether $\sum_{n=1}^{\infty} \frac{1}{n^2+1}$ converges.",
    r"Evaluate $\prod_{n=1}^{\infty} 2$", r"For which p does $\sum_{n=1}^{\infty} \frac{1}{n^p}$ converge?", r"求 $\sum_{n=1}^{\infty} \frac{1}{n^2}$ 的前10项和",
])  # fmt: skip
def test_other_questions_are_left(problem: str) -> None:
    assert is_declined(read, problem)


FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


@FEW
@given(st.integers(-9, 9).filter(bool), st.integers(1, 8), st.integers(2, 9), st.integers(0, 3))
def test_geometric_series(first: int, top: int, bottom: int, low: int) -> None:
    assume(top != bottom)  # else there is no n in the term
    problem = f"Evaluate $\\sum_{{n={low}}}^{{\\infty}} ({first})\\cdot\\left(\\frac{{{top}}}{{{bottom}}}\\right)^n$"
    task, answer, _ = solve(read, problem)
    assert ("diverges" in answer) == (top >= bottom)
    assert verdict(task, answer) is True


@FEW
@given(st.integers(1, 5), st.integers(0, 4), st.integers(1, 3))
def test_telescoping_series(gap: int, start: int, factor: int) -> None:
    problem = f"求级数 $\\sum_{{n=1}}^{{\\infty}} \\frac{{{factor}}}{{(n+{start})(n+{start + gap})}}$ 的和"
    task, answer, _ = solve(read, problem)
    assert verdict(task, answer) is True
    assert verdict(task, f"{answer}+\\frac{{1}}{{100}}") is False


@FEW
@given(st.integers(0, 3), st.integers(1, 5), st.integers(1, 4), st.booleans())
def test_verdicts_are_right(above: int, below: int, c: int, alternating: bool) -> None:
    assume(above != below)
    sign = "(-1)^n" if alternating else ""
    problem = f"Does $\\sum_{{n=1}}^{{\\infty}} {sign}\\frac{{n^{above}+{c}}}{{n^{below}+{c}}}$ converge?"
    task, answer, _ = solve(read, problem)
    assert ("diverges" not in answer) == (below - above > (0 if alternating else 1))
    assert verdict(task, answer) is True
