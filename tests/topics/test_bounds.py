"""Largest and smallest values under conditions: by weighted means and by Lagrange's multipliers."""

from __future__ import annotations

import pytest

from solver.topics.calculus.bounds import read
from tests.topics.solved import assert_solved, is_declined

SOLVED = (
    # weighted means
    (r"Let $p$ and $q$ be positive real numbers. Find the minimum value of \[\frac{p}{q} + \frac{7q}{p}.\]", r"2 \sqrt{7}", "5"),
    (r"Let $x,$ $y,$ $z$ be positive real numbers. Find the minimum value of \[\frac{x^3 + y^3 + 8z^3}{xyz}.\]", "6", "5"),
    (r"Let $a$ and $b$ be positive real numbers such that $a + 3b = 2.$ Find the minimum value of \[\frac{3}{a} + \frac{1}{b}.\]", "6", "8"),
    (r"Let $x$ and $y$ be positive real numbers such that $x + \frac{1}{y} = 6.$ Find the minimum value of $\frac{1}{x} + y.$", r"\frac{2}{3}", "1"),
    (r"Let $x$ and $y$ be positive real numbers such that $x + 2y = 6.$ Find the maximum value of $x^2 y.$", "16", "8"),
    # inside and on the border
    (r"For real numbers $x$ and $y,$ find the minimum value of \[x^2 + 2xy + 3y^2 - 6x - 2y.\]", "-11", "-9"),
    (r"Let $u$ and $v$ be nonnegative real numbers such that $u + v = 4.$ Find the maximum value of $u^2 + v^2.$", "16", "8"),
    (r"Let $x,$ $y,$ $z$ be real numbers such that $x^2 + y^2 + z^2 = 4.$ Find the maximum value of \[2x + 3y + 6z.\]", "14", "7"),
    (r"Let $x$ and $y$ be real numbers such that $0 \le x \le 2$ and $0 \le y \le 1.$ Find the largest possible value of \[x y - x^2.\]", r"\frac{1}{4}", "0"),
)  # fmt: skip
DECLINED = (
    r"Let $p$ and $q$ be positive real numbers. Find the maximum value of \[\frac{p}{q} + \frac{7q}{p}.\]",  # there is none
    r"Let $p$ and $q$ be positive integers. Find the minimum value of \[\frac{p}{q} + \frac{7q}{p}.\]",
    r"Let $p$ and $q$ be real numbers. Find the minimum value of \[\frac{p}{q} + \frac{7q}{p}.\]",
    r"Let $a$ and $b$ be positive real numbers such that $a + 3b = 2.$ Find the maximum value of \[\frac{3}{a} + \frac{1}{b}.\]",
    r"Let $u$ and $v$ be positive real numbers such that $u + v = 4.$ Find the maximum value of $u^2 + v^2.$",  # not attained
    r"Let $u$ and $v$ be real numbers such that $u + v = 4.$ Find the maximum value of $u^2 + v^2.$",
    r"Let $x$ and $y$ be real numbers such that $x^2 + y^2 = 4.$ Find the number of maximum values of $2x + 3y.$",
    r"Let $x$ and $y$ be distinct real numbers such that $x + y = 4$ and not both positive. Find the minimum value of $x^2 + y^2.$",
    r"For real numbers $x$ and $y,$ find the minimum value of $x^2 - y^2.$",
    r"For real numbers $x$ and $y,$ find the values of $x$ and $y$ that minimize $x^2 + y^2 - 2x.$",
)  # fmt: skip


@pytest.mark.parametrize(("problem", "answer", "wrong"), SOLVED)
def test_solved(problem: str, answer: str, wrong: str) -> None:
    """The value, proved by the check, which refutes another one."""
    assert_solved(read, problem, answer, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    """Other numbers, no such value, or another question."""
    assert is_declined(read, problem)
