"""Problems of solver.topics.equations.from_roots: an equation with given solutions; the rest declined."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.equations.from_roots import read
from tests.topics.solved import is_declined, solve, verdict

CASES = [
    ("Find a quadratic equation with the solutions 3 and -8.", "x^{2} + 5 x - 24=0", "x^2-5x-24=0"),
    (
        r"Write a quadratic equation whose roots are $\frac{1}{2}$ and $-\frac{2}{3}$.",
        "6 x^{2} + x - 2=0",
        "x^2+x-2=0",
    ),
    (r"Find a quadratic equation with the solutions $1 \pm \sqrt{7}$.", "x^{2} - 2 x - 6=0", "x^2-2x+6=0"),
    (r"Find a quadratic equation with the solutions $\pm 5i$.", "x^{2} + 25=0", "x^2-25=0"),
    (
        r"Find a quadratic equation with solutions $\frac{3 \pm 2 i}{5}$.",
        "25 x^{2} - 30 x + 13=0",
        "25x^2+30x+13=0",
    ),
    ("Find a cubic equation with roots 0, 1 and -2.", "x^{3} + x^{2} - 2 x=0", "x^2+x-2=0"),
    ("求以4和-1/3为根的一元二次方程", "3 x^{2} - 11 x - 4=0", "3x^2-11x+4=0"),
    ("写出一个以2,5为两根的一元二次方程", "x^{2} - 7 x + 10=0", "x^2-7x=0"),
]
DECLINED = [
    "Find a quadratic equation with the solution 3.",
    "Find a quadratic equation with the solutions 1, 2 and 3.",
    "Find a quadratic equation with the solutions 1 and i.",  # no real coefficients
    "Find a quadratic equation with the solutions a and b.",
    "Find the solutions of the quadratic equation x^2 = 4.",
    "一元二次方程的两根是什么?",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    task, answer, _ = solve(read, problem)
    assert answer == expected
    assert verdict(task, answer) is True
    assert verdict(task, f"{answer.removesuffix('=0')}=0\\cdot 5") is True
    assert verdict(task, wrong) is False


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=30, deadline=None)
@given(st.fractions(-9, 9, max_denominator=6), st.fractions(-9, 9, max_denominator=6))
def test_the_solutions_solve_it_and_its_coefficients_are_whole(one: object, two: object) -> None:
    _, _, left = solve(read, f"Find a quadratic equation with the solutions {one} and {two}.")
    x = sp.Symbol("x")
    assert all(left.subs(x, sp.Rational(str(root))) == 0 for root in (one, two))
    assert all(c.is_Integer for c in sp.Poly(left, x).all_coeffs())
