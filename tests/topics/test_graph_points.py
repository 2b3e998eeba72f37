"""A point of one graph, and where it goes on another."""

from __future__ import annotations

import pytest

from solver.topics.functions.graph_points import read
from tests.topics.solved import assert_solved, is_declined

CASES = [
    ('Given that the point $(6,10)$ is on the graph of $y=2f(3x)+4$, there is one point that must be on the graph of $y=f(x)$. What is the sum of coordinates of that point?', '21', '16'),
    ("If the point $(4,3)$ is on the graph of $y=f(x)$, then there is one point which must be on the graph of $y=f(-x)$. What is the sum of that point's coordinates?", '-1', '7'),
    ('If $(4,3)$ is on the graph of $y=f(x)$, what point must be on the graph of $y = 5f(2x)-1$?', '(2, 14)', '(8, 14)'),
    ('已知点(1,6)在函数y=f(x)的图象上,则函数y=f(x-2)+3的图象必过点', '(3, 9)', '(-1, 9)'),
    ('已知函数y=f(x)的图象经过点(2,5),则函数y=3f(x+1)的图象必经过点', '(1, 15)', '(3, 15)'),
]  # fmt: skip
DECLINED = [
    "If $(4,3)$ is on the graph of $y=f(x)$, what point must be on the graph of $y = f(x^2)$?",
    "If $(4,3)$ is on the graph of $y=f(x)$, what point must be on the graph of $y = f(x) + x$?",
    "If $(4,3)$ is on the graph of $y=f(x)$, what point must be on the graph of $y = g(x)$?",
    "已知点(1,6)在函数y=f(x)的图象上,求f(x)",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)
