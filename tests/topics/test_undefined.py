"""Computations that have no value."""

from __future__ import annotations

import pytest

from solver.topics.numbers.undefined import read
from tests.topics.solved import is_declined, solve, verdict


@pytest.mark.parametrize(
    "problem",
    [
        "1/0",
        "What is 5 divided by 0?",
        "Evaluate 7/(2 - 2).",
        "Compute (3-3)/(4-4).",
        "0^0",
        r"$\ln(-3)$",
        r"Evaluate $\log_2 0$.",
        r"\log_1 5",
        "arcsin 2",
        r"\arccos\left(-\frac{3}{2}\right)",
        "6 ÷ (3-3) + 1",
    ],
)
def test_it_has_no_value(problem: str) -> None:
    task, answer, _ = solve(read, problem)
    assert answer == r"\text{undefined}"
    assert verdict(task, answer) is True
    for wrong in ("0", "1", r"\infty"):
        assert verdict(task, wrong) is False


@pytest.mark.parametrize("problem", ["5除以0等于多少？", "计算：8÷(5-5)", "求 $\\log_3(-9)$ 的值"])
def test_in_chinese(problem: str) -> None:
    task, answer, _ = solve(read, problem)
    assert answer == r"\text{无意义}"
    assert verdict(task, answer) is True


@pytest.mark.parametrize(
    "problem", ["0/5", "2^0", "ln 3", "arcsin 1", "log_2 8", "sqrt(-4)", "Solve x/0 = 1"]
)
def test_what_has_a_value_is_left_to_others(problem: str) -> None:
    assert is_declined(read, problem)
