"""The symbols for combinations and permutations, in every notation."""

from __future__ import annotations

from math import comb, perm

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.discrete.counting_symbols import read
from tests.topics.solved import is_declined, reading, solve, verdict

CASES = [
    pytest.param("C(9,3)", "84", "504", id="C"),
    pytest.param("9 choose 3", "84", "27", id="choose"),
    pytest.param("What is P(7,2)?", "42", "21", id="P"),
    pytest.param("7P2", "42", "14", id="calculator"),
    pytest.param(r"Evaluate ${}_{9}C_{6}$.", "84", "85", id="before and behind"),
    pytest.param("nCr(6,0)", "1", "0", id="none"),
    pytest.param("C(4,2)*C(5,1)/C(9,3)", r"\frac{5}{14}", r"\frac{5}{13}", id="quotient"),
    pytest.param("A_7^3", "210", "35", id="A alone"),
    pytest.param("计算 C_7^3", "35", "C_{7}^{3}", id="zh C"),
    pytest.param(r"计算 $\mathrm{C}_{9}^{7}+\mathrm{A}_5^2$", "56", "41", id="zh sum"),
    pytest.param("求 C_6^2 × C_4^1 的值", "60", "61", id="zh product"),
]  # fmt: skip


@pytest.mark.parametrize(("problem", "right", "wrong"), CASES)
def test_symbols_are_worked_out(problem: str, right: str, wrong: str) -> None:
    task, answer, _ = solve(read, problem)
    assert verdict(task, answer) is True
    assert verdict(task, right) is True
    plan = task.check(wrong)
    assert plan is None or verdict(task, wrong) is False


@pytest.mark.parametrize("problem", [
    "P(3,5)", "Find the distance from P(8,2) to the origin", "C_n^2 = 10", "Plot the point A(3,1)", "A(3,1), B(2,2)", "x_8^2", "12 cm", "C(x,2)", "5 choose x",
    "How many ways are there to choose 3 of 8?", "(C(5,2) - 10)^0", "1/(C(5,2) - 10)",
])  # fmt: skip
def test_other_things_are_left(problem: str) -> None:
    assert is_declined(read, problem)


def test_chinese_books_write_their_own_symbols() -> None:
    steps = reading(read, "计算 C_8^6").solution().steps  # type: ignore[union-attr]
    assert r"\mathrm{C}_{8}^{6}=\mathrm{C}_{8}^{2}=\frac{8 \times 7}{2 \times 1}=28" in steps[0]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 30), st.integers(0, 30))
def test_values_are_those_of_the_library(n: int, k: int) -> None:
    if k > n:
        assert is_declined(read, f"C({n},{k})")
        return
    for problem, value in ((f"C({n},{k})", comb(n, k)), (f"计算 A_{{{n}}}^{{{k}}}", perm(n, k))):
        task, answer, _ = solve(read, problem)
        assert answer == str(value)
        assert verdict(task, answer) is True
        assert verdict(task, str(value + 1)) is False
