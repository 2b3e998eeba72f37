"""Problems of solver.topics.expressions.polynomial_division; the rest declined."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from solver.topics.expressions.polynomial_division import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    (r"Divide: $\frac{x^2+7x+15}{x+4}$", r"x + 3+\frac{3}{x + 4}", "x+3"),
    (r"Divide: $\frac{6k^3-4k^2}{2k}$", r"3 k^{2} - 2 k", "3k^2-2"),
    (r"Divide: $\frac{x^{2}-5x+4}{x-1}$", "x - 4", "x+4"),
    ("Divide 2x^3 - 3x + 1 by x - 2.", r"2 x^{2} + 4 x + 5+\frac{11}{x - 2}", "2x^2+4x+5"),
    ("Find the remainder when x^4 - 1 is divided by x^2 + x.", "- x - 1", "x+1"),
    ("What is the quotient when 4x^2 + 8x + 1 is divided by 2x + 1?", "2 x + 3", "2x"),
    ("求多项式x^3+2x+5除以x-1的商式和余式", r"x^{2} + x + 3,\ 8", r"x^2+x+3,\ 7"),
]
DECLINED = [
    "Divide 100 by 7.",
    "Divide x by y.",
    "Divide x + 1 by x^2 + 1.",
    "What is the remainder when x^3 + ax + 1 is divided by x - 1?",
    "Divide x^2 + 1 by 0*x.",
    "Divide the cake by 3.",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


def test_a_leading_term_is_divided_as_a_whole() -> None:
    r"""`6k^3:2k` would be three times k to the fourth."""
    task, _, _ = solve(read, r"Divide: $\frac{6k^3-4k^2}{2k}$")
    assert r"\frac{6 k^{3}}{2 k}=3 k^{2}" in task.solution().steps[1]


coefficients = st.lists(st.integers(-6, 6), min_size=2, max_size=5)


@settings(max_examples=30, deadline=None)
@given(coefficients, coefficients)
def test_quotient_times_divisor_and_remainder_is_the_dividend(top: list[int], bottom: list[int]) -> None:
    x = sp.Symbol("x")
    p, q = sp.Poly(top, x), sp.Poly(bottom, x)
    assume(p.degree() >= q.degree() >= 1)
    task, answer, _ = solve(
        read, f"Find the quotient and the remainder when {p.as_expr()} is divided by {q.as_expr()}."
    )
    assert verdict(task, answer) is True
    _, total, found = solve(read, f"Divide {p.as_expr()} by {q.as_expr()}.")
    assert sp.simplify(found * q.as_expr() - p.as_expr()) == 0 and total
