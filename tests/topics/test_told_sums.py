"""Coefficients, sums with dots, remainders from remainders, equal angles: read clause by clause or by their build."""

from __future__ import annotations

import pytest

from solver.topics.base import Reader
from solver.topics.discrete.series.patterned import read as patterned
from solver.topics.expressions.coefficient_questions import read as coefficients
from solver.topics.expressions.remainders_told import read as remainders
from solver.topics.numbers.equal_angles import read as angles
from tests.topics.solved import assert_solved, is_declined

SOLVED: tuple[tuple[Reader, str, str, str], ...] = (
    (coefficients, r"Find the coefficient of $x$ when $2(1+3x)-4(x^2+5x)$ is simplified.", "-14", "14"),
    (coefficients, r"What is the coefficient of $x^2$ when $x^2 + 3x - 1$ is multiplied by $2x^2 - x + 4$ and the like terms are combined?", "-1", "7"),
    (coefficients, r"Find the sum of the coefficients in the polynomial $2(x^4 - 3x) + 5(x^2 + 1)$ when it is simplified.", "6", "11"),
    (coefficients, r"If $f(x) = x^2 - x + 3$, $g(x) = x^3 + 2$, then find the constant term of $f(g(x))$.", "5", "6"),
    (patterned, r"Compute $$2\cdot 3^2+3\cdot 4^2+4\cdot5^2+\cdots+9\cdot 10^2.$$", "2636", "2700"),
    (patterned, r"What is the value of the following expression: $50 - 49 + 48 - 47 + \cdots + 2 - 1$ ?", "25", "50"),
    (patterned, r"Evaluate the sum $$1 + \frac{3}{2} + \frac{5}{4} + \frac{7}{8} + \frac{9}{16} + \dotsb$$", "6", "4"),
    (patterned, r"What is the value of $\frac{3}{4} \times \frac{4}{5} \times \frac{5}{6} \times \dotsm \times \frac{11}{12}$?", r"\frac{1}{4}", r"\frac{1}{3}"),
    (remainders, r"When the polynomial $p(x)$ is divided by $x - 2,$ the remainder is 7. When the polynomial $p(x)$ is divided by $x + 1,$ the remainder is 1. What is the remainder when the polynomial $p(x)$ is divided by $(x - 2)(x + 1)$?", "2 x + 3", "x + 3"),
    (angles, r"Find the integer $n,$ $-90 \le n \le 90,$ such that $\sin n^\circ = \sin 500^\circ.$", "40", "140"),
    (angles, r"Find the integer $n,$ $-90 < n < 90,$ such that $\tan n^\circ = \tan 300^\circ.$", "-60", "60"),
)  # fmt: skip
DECLINED: tuple[tuple[Reader, str], ...] = (
    (coefficients, r"Find the coefficient of $xy$ when $2(1+3xy)-4(x^2+5xy)$ is simplified."),
    (coefficients, r"Find the largest coefficient of $x$ when $2(1+3x)-4(x^2+5x)$ is simplified."),
    (coefficients, r"If $f(x) = x^2 - x + 3$, then find the constant term of $f(g(x))$."),
    (patterned, r"Compute $1 + 3 + 6 + \cdots + 55.$"),  # of no one build
    (patterned, r"Compute $1 + 2 + 4 + \cdots + 63.$"),  # 63 is none of the terms
    (patterned, r"Evaluate the sum $$1 + \frac{3}{2} + \frac{5}{4} + \dotsb$$"),  # too few to see how it goes on
    (patterned, r"Compute $1 + 2 + 3 + \cdots$"),
    (remainders, r"When $p(x)$ is divided by $x - 2,$ the remainder is 7. What is the remainder when $p(x)$ is divided by $(x - 2)(x + 1)$?"),
    (remainders, r"When $p(x)$ is divided by $x - 2,$ the remainder is 7. When $q(x)$ is divided by $x + 1,$ the remainder is 1. What is the remainder when $p(x)$ is divided by $(x - 2)(x + 1)$?"),
    (angles, r"Find the integer $n,$ $0 \le n \le 360,$ such that $\sin n^\circ = \sin 500^\circ.$"),  # two of them
    (angles, r"Find the integer $n,$ $0 \le n \le 90,$ such that $\sin n^\circ = \cos 500^\circ.$"),
)  # fmt: skip


@pytest.mark.parametrize(("reader", "problem", "answer", "wrong"), SOLVED)
def test_solved(reader: Reader, problem: str, answer: str, wrong: str) -> None:
    """The answer, proved by the check, which refutes another one."""
    assert_solved(reader, problem, answer, wrong)


@pytest.mark.parametrize(("reader", "problem"), DECLINED)
def test_declined(reader: Reader, problem: str) -> None:
    """Near, and another question."""
    assert is_declined(reader, problem)
