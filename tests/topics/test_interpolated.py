"""Polynomials from their values."""

from __future__ import annotations

import pytest

from solver.topics.functions.interpolated import read
from tests.topics.solved import assert_solved, is_declined

CASES = [
    ('Let $p(x)$ be a cubic polynomial such that $p(0) = 1,$ $p(1) = 3,$ $p(2) = 11,$ and $p(3) = 31.$ Find $p(4).$', '69', '67'),
    ('Let $f(x)$ be a quadratic polynomial such that $f(0) = 3,$ $f(1) = 6,$ and $f(2) = 13.$ Find $f(x).$', '2 x^{2} + x + 3', '2 x^{2} + 3'),
    ('If f is a linear function with f(1) = 4 and f(3) = 10, find f(7).', '22', '21'),
    ('二次函数f(x)满足f(0)=2,f(1)=4,f(2)=10,求f(3)。', '20', '18'),
    ('已知一次函数f(x)满足f(1)=4,f(2)=9,求f(x)的解析式。', '5 x - 1', '5 x + 1'),
]  # fmt: skip
DECLINED = [
    "Let $p(x)$ be a cubic polynomial such that $p(0) = 1,$ $p(1) = 3,$ and $p(2) = 11.$ Find $p(4).$",
    "Let $f(x)$ be a quadratic polynomial such that $f(0) = 0,$ $f(1) = 1,$ and $f(2) = 2.$ Find $f(3).$",
    "Let $f(x)$ be a polynomial such that $f(0) = 3,$ $f(1) = 6,$ and $f(2) = 13.$ Find $f(3).$",
    "二次函数f(x)满足f(0)=2,f(1)=4,求f(3)",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)
