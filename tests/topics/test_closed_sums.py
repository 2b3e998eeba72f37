"""Sums whose last index is a letter, and short sums written out, in both languages."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from solver.topics.discrete.series.closed import read
from tests.topics.solved import is_declined, reading, solve, solves, verdict

CASES = [
    pytest.param(r"Find \sum_{k=1}^{n} (6k+1)", "3n^2+4n", "3n^2+n", id="linear"),
    pytest.param("What is the sum of 2k+5 from k=1 to n?", "n(n+6)", "n(n+5)", id="said"),
    pytest.param("Find 3 + 7 + 11 + ... + (4n-1) in terms of n.", "n(2n+1)", "n(2n-1)", id="listed"),
    pytest.param(r"Simplify $\sum_{i=0}^{n-1} 5^i$", r"\frac{5^n-1}{4}", r"\frac{5^n}{4}", id="geometric"),
    pytest.param(r"Evaluate $\sum_{j=1}^{n} \frac{1}{j(j+1)}$", r"1-\frac{1}{n+1}", r"\frac{1}{n+1}", id="telescoping"),
    pytest.param("the sum of the first n squares", r"\frac{n(n+1)(2n+1)}{6}", r"\frac{n(n+1)}{2}", id="first n squares"),
    pytest.param(r"Expand \sum_{k=2}^{5} k^2", "4+9+16+25", "4+9+16", id="written out"),
    pytest.param(r"Write out the terms of $\sum_{k=1}^{3} (k+4)$ and find the sum.", "18", "17", id="written out and added"),
    pytest.param(r"求 $\sum_{k=1}^{n}k(2k+1)$", r"\frac{n(n+1)(4n+5)}{6}", r"\frac{n(n+1)(4n+1)}{6}", id="zh"),
    pytest.param(r"求和 $\sum_{k=4}^{n}(2k+1)$", "n^2+2n-15", "n^2+2n", id="zh from four on"),
    pytest.param("求 1^3+2^3+…+n^3", r"\frac{n^2(n+1)^2}{4}", r"\frac{n(n+1)}{2}", id="zh listed"),
    pytest.param("求前n个正偶数的和", "n(n+1)", "n^2", id="zh first n"),
    pytest.param(r"写出 $\sum_{k=0}^{2} x^k$ 的展开式", "1+x+x^2", "1+x", id="zh with a letter"),
]  # fmt: skip


@pytest.mark.parametrize(("problem", "right", "wrong"), CASES)
def test_sums_are_found(problem: str, right: str, wrong: str) -> None:
    solves(read, problem, right, wrong)


@pytest.mark.parametrize("problem", [
    r"Find \sum_{k=1}^{n} a_k", r"Find \sum_{k=1}^{\infty} 2^{-k}", "1+2+...+n^2", "Find n if 1+2+...+n=210",
    r"Find \sum_{k=1}^{n} \frac{1}{k}", r"求 $\prod_{k=1}^{n} k$", r"Is \sum_{k=1}^{n} k even?", r"Expand \sum_{k=1}^{40} k",
    r"求 $\sum_{k=1}^{n} \sin k$", r"\sum_{k=0}^{n} \frac{1}{k(k+1)}",
])  # fmt: skip
def test_other_questions_are_left(problem: str) -> None:
    assert is_declined(read, problem)


def test_the_known_sums_are_told() -> None:
    steps = " ".join(reading(read, r"Find \sum_{k=1}^{n} (k^2+k)").solution().steps)  # type: ignore[union-attr]
    assert r"\sum_{k=1}^{n}k^{2}=\frac{n \left(n + 1\right) \left(2 n + 1\right)}{6}" in steps


FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


@FEW
@given(st.integers(1, 5), st.integers(-5, 5), st.integers(-6, 6), st.integers(0, 3), st.integers(0, 2))
def test_the_formula_gives_what_adding_gives(a: int, b: int, c: int, low: int, gap: int) -> None:
    problem = f"Find $\\sum_{{k={low}}}^{{n}} ({a}k^2+({b})k+({c}))$"
    task, answer, value = solve(read, problem)
    n = low + gap + 3
    assert value.subs(sp.Symbol("n"), n) == sum(a * k * k + b * k + c for k in range(low, n + 1))
    assert verdict(task, answer) is True
    assert verdict(task, f"{answer}+1") is False


@FEW
@given(st.integers(1, 6), st.sampled_from([-3, -2, 2, 3, 5]), st.integers(0, 2))
def test_geometric_sums(first: int, q: int, low: int) -> None:
    task, answer, value = solve(read, f"求 $\\sum_{{k={low}}}^{{n}} {first}\\cdot ({q})^k$")
    assert value.subs(sp.Symbol("n"), low + 3) == sum(first * q**k for k in range(low, low + 4))
    assert verdict(task, answer) is True
