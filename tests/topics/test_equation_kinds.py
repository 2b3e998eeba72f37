"""Equations whose solutions are easily missed: odd roots of negative numbers, gaps of identities, complex solutions."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.equations.single import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("Solve log x + log(x - 9) = 1", "x=10", "x=-1"),
    (r"Solve $\sqrt[3]{x} + \sqrt{x+2} = 0$ for $x$.", "-1", "1"),
    (r"Solve: $(3x-1)^{\frac{2}{3}}=4$", r"x=- \frac{7}{3},\ x=3", "x=5"),
    (r"Solve $\sqrt[3]{2x-5} = -3$.", "x=-11", "x=16"),
    ("Solve the absolute value equation: $|2x-1|=7$", r"x=-3,\ x=4", "x=5"),
    (r"Solve the proportion: $\frac{x}{6}=\frac{x-2}{4}$", "x=6", "x=2"),
    (r"Solve 1/(2 - 1/(x-2)) = 3", r"x=\frac{13}{5}", r"x=\frac{12}{5}"),
    (r"Solve: $x^{2}+2x+10=0$", r"x=-1 - 3 i,\ x=-1 + 3 i", r"x=1-3i,\ x=1+3i"),
    ("Find all real solutions of x^2 + 2x + 10 = 0", r"\text{no real solution}", "x=-1"),
    ("解方程x^2+2x+10=0", r"\text{无实数解}", "x=-1"),
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


def test_that_there_is_no_real_solution_is_true_too() -> None:
    task, _, _ = solve(read, "Solve: $x^{2}+2x+10=0$")
    assert verdict(task, r"\text{no real solution}") is True


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (r"Solve $\frac{x^2-9}{x-3} = x+3$.", r"(-\infty, 3)\cup (3, \infty)"),
        ("Solve 2(x+1) = 2x + 2.", r"\mathbb{R}"),
    ],
)
def test_an_identity_holds_where_it_has_a_value(problem: str, expected: str) -> None:
    assert solve(read, problem)[1] == expected


def test_an_identity_of_unknown_domain_is_declined() -> None:
    assert is_declined(read, r"Solve $\sqrt{x}\cdot\sqrt{x} = x$.")
    assert is_declined(read, r"Solve $\sqrt[3]{x} + \sqrt[3]{x^2+1} = 1$.")


@settings(max_examples=30, deadline=None)
@given(st.integers(-6, 6), st.integers(1, 5), st.integers(-9, 9), st.sampled_from([3, 5]))
def test_every_number_has_one_odd_root(root: int, a: int, b: int, n: int) -> None:
    task, answer, found = solve(read, rf"Solve $\sqrt[{n}]{{{a}x{b:+d}}} = {root}$.")
    assert len(found) == 1 and a * found[0] + b == root**n
    assert verdict(task, answer) is True


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        ("Solve 5(x+1) = 5x + 8", "not true whatever"),
        ("解方程：4(x-2)=4x+9", "原方程都不成立"),
        ("Solve 5(x+1) = 5x + 5", "is true whatever"),
        ("解方程：4(x-2)=4x-8", "恒成立"),
    ],
)
def test_an_unknown_that_cancels_is_spoken_of(problem: str, said: str) -> None:
    task, _, _ = solve(read, problem)
    assert said in task.solution().steps[-1]


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        ("Solve 2x + 1 = 2x + 1", r"\mathbb{R}"),
        ("解方程 3(x-2) = 3x-6", r"\mathbb{R}"),
        ("Solve (x^2-4)/(x-2) = x + 2", r"(-\infty, 2)\cup (2, \infty)"),
    ],
)
def test_what_holds_for_all_numbers_is_checked(problem: str, expected: str) -> None:
    task, answer, _ = solve(read, problem)
    assert answer == expected
    assert verdict(task, answer) is True
    assert verdict(task, "x=1") is False
