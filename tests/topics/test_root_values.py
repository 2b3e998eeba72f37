"""Expressions in the roots of an equation."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.equations.root_values import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ('Let $r$ and $s$ be the roots of $x^2 - 7x + 4 = 0$. Find $r^2 + s^2$.', '41', '49'),
    ('If $a$ and $b$ are the solutions of the equation $2x^2 - 5x + 1 = 0,$ what is the value of $\\frac{1}{a} + \\frac{1}{b}$?', '5', '-5'),
    ('Let $p,$ $q,$ and $r$ be the roots of $x^3 - 2x^2 + 3x - 5 = 0$. Compute $p^2 + q^2 + r^2$.', '-2', '4'),
    ('The equation $x^2 - x - 20 = 0$ has two solutions, $m$ and $n$, with $m > n$. What is $3m + n$?', '11', '-7'),
    ('Find $(d+2)(e+2)$, where $d$ and $e$ are the roots of $x^2 + 6x - 3 = 0$.', '-11', '11'),
    ('What is the sum of the squares of the roots of $x^2 - 6x + 2 = 0$?', '32', '36'),
    ('What is the sum of the reciprocals of the solutions of $3x^2 - 8x + 2 = 0$?', '4', '8'),
    ('Let $\\alpha$ and $\\beta$ be the roots of $x^2 - 3x - 2 = 0$. Find $|\\alpha - \\beta|$.', '\\sqrt{17}', '17'),
    ('设x1,x2是方程x^2-5x+2=0的两根,求x1^2+x2^2.', '21', '25'),
    ('已知m、n是方程x²-4x-1=0的两个实数根，求1/m+1/n的值。', '-4', '4'),
    ('若一元二次方程2x^2-6x+1=0的两根分别为a,b,则(a+1)(b+1)的值为多少?', '\\frac{9}{2}', '4'),
    ('方程x^2-3x-2=0的两根的平方和是多少?', '13', '9'),
]  # fmt: skip
DECLINED = [
    "Let $r$ and $s$ be the roots of $x^2 - 7x + 4 = 0$. Find $r - s$.",
    "Let $r$ be a root of $x^2 - 7x + 4 = 0$. Find $r^2$.",
    "Let $r$ and $s$ be the real roots of $x^2 + x + 4 = 0$. Find $r + s$.",
    "Let $r$ and $s$ be the roots of $x^2 + kx + 4 = 0$. Find $r + s$.",
    "Let $r$ and $s$ be the roots of $x^3 - 7x + 4 = 0$. Find $r + s$.",
    "设x1,x2是方程x^2-5x+2=0的两根,求x1-x2.",
    "What is the sum of the squares of the roots of $x^2 - 2x + 1 = 0$?",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=25, deadline=None)
@given(st.integers(-9, 9), st.integers(-9, 9), st.integers(1, 4))
def test_of_an_equation_made_from_its_roots(r: int, s: int, a: int) -> None:
    b, c = -a * (r + s), a * r * s
    problem = f"Let $p$ and $q$ be the roots of ${a}x^2 + ({b})x + ({c}) = 0$. Find $p^2 + q^2 - 3pq$."
    task, _, value = solve(read, problem)
    assert value == r * r + s * s - 3 * r * s
    assert verdict(task, str(value)) is True
    assert verdict(task, str(value + 1)) is False
