"""Letters that values of functions fix."""

from __future__ import annotations

import pytest

from solver.topics.functions.unknown_letters import read
from tests.topics.solved import assert_solved, is_declined

CASES = [
    ('If $f(x) = x + 3$ and $g(x) = x^2$, for what value of $x$ does $f(g(x)) = g(f(x))$?', '-1', '1'),
    ('Let $f(x) = x^3 - bx + 2$. For what value of $b$ is $f(2) = 4$?', '3', '2'),
    ('If $f(x) = 5x - 4$ and $f(a) = 21$, what is the value of $a$?', '5', '101'),
    ('已知函数f(x)=ax-5,f(3)=7,求a。', 'a=4', 'a=3'),
    ('已知函数f(x)=x^2+m,若f(2)=9,则m的值为多少?', 'm=5', 'm=9'),
]  # fmt: skip
DECLINED = [
    "If $f(x) = x + 3$, for what value of $x$ does $f(g(x)) = 5$?",
    "If $f(x) = ax + b$ and $f(2) = 4$, find $a$.",
    "If $f(x) = x + 3$, find $f(2)$.",
    "已知函数f(x)=ax+b,f(3)=7,求a",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)
