"""Values that conditions settle although they leave the letters open."""

from __future__ import annotations

import pytest

from solver.topics.equations.implied_values import read
from tests.topics.solved import assert_solved, is_declined

SOLVED = (
    (r"Let $a,$ $b,$ and $c$ be real numbers such that $a + b + c = 0$ and $a^2 + b^2 + c^2 = 6.$ Find $a^4 + b^4 + c^4.$", "18", "36"),
    (r"If $p^2 + q^2 = 5$ and $r^2 + s^2 = 2$, find the value of $$(pr+qs)^2 + (qr - ps)^2.$$", "10", "7"),
    (r"Let $x$ be a positive real number such that $x - \frac{1}{x} = 4.$ Find $x + \frac{1}{x}.$", r"2 \sqrt{5}", "4"),
    (r"Positive real numbers $x,y$ satisfy the equations $x^2 + y^2 = 2$ and $x^4 + y^4 = \frac{7}{2}$. Find $xy$.", r"\frac{1}{2}", r"\frac{1}{4}"),
    (r"Two reals $x$ and $y$ are such that $x - y = 2$ and $x^3 - y^3 = 14$. Compute $xy$.", "1", "3"),
)  # fmt: skip
DECLINED = (
    r"Let $x$ be a real number such that $x - \frac{1}{x} = 4.$ Find $x + \frac{1}{x}.$",  # of either sign
    r"Let $a,$ $b,$ and $c$ be real numbers such that $a + b + c = 0.$ Find $a^4 + b^4 + c^4.$",  # not settled
    r"Let $a$ and $b$ be real numbers such that $a + b = 3$ and $ab = 1.$ Find $a - b.$",
    r"Let $a$ and $b$ be real numbers such that $a + b = 3$ and $ab = 1.$ Find the number of values of $a^2 + b^2.$",
    r"Let $f(x) = x^3 + ax$. If $f(2) = 5$, find $f(-2)$.",
    r"Let $x$ be a positive real number. Let $y$ be a real number such that $x^2 + y^2 = 2$ and $x^4 + y^4 = \frac{7}{2}$. Find $xy$.",  # of either sign
    r"Let $a$ and $b$ be real numbers such that $a^2 + b^2 > 3$ and $ab = 1.$ Find $a^2b^2.$",
)  # fmt: skip


@pytest.mark.parametrize(("problem", "answer", "wrong"), SOLVED)
def test_solved(problem: str, answer: str, wrong: str) -> None:
    """The value, proved by the check, which refutes another one."""
    assert_solved(read, problem, answer, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    """Not settled, or another question."""
    assert is_declined(read, problem)
