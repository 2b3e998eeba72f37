"""Segments between points with coordinates."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.geometry.segments import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ('The two endpoints of a segment are at $(2,5)$ and $(6,11)$. What is the sum of the coordinates of the midpoint of the segment?', '12', '24'),
    ('A line segment has one endpoint at $(3,8)$ and midpoint at $(5,2)$. What is the sum of the coordinates of the other endpoint?', '3', '4'),
    ('The midpoint of a line segment is located at $(4, -1)$. If one of the endpoints is $(7, 3)$, what is the other endpoint?', '(1, -5)', '(11, 7)'),
    ('Given that $M(2,-3)$ is the midpoint of $\\overline{AB}$ and $A(-1,4)$ is one endpoint, what is the product of the coordinates of point $B$?', '-50', '50'),
    ('How many units long is a segment whose endpoints are $(2,3)$ and $(10,-3)$?', '10', '14'),
    ('Find the midpoint of the line segment with endpoints $(2,-4,6)$ and $(8,0,1).$', '(5, -2, \\frac{7}{2})', '(10, -4, 7)'),
    ('The midpoint of the line segment between $(x,y)$ and $(3,-7)$ is $(0,2)$. Find $(x,y)$.', '(-3, 11)', '(3, -3)'),
    ('已知线段AB的中点是M(2,-3),点A的坐标为(5,1),求点B的坐标。', '(-1, -7)', '(7, -2)'),
    ('线段的一个端点是(1,4),中点是(3,3),求另一个端点的坐标', '(5, 2)', '(2, 5)'),
    ('求点(2,7)和(4,1)的中点的横坐标与纵坐标之和', '7', '14'),
]  # fmt: skip
DECLINED = [
    "A line segment has one endpoint at $(3,8)$. What is the other endpoint?",
    "The two endpoints of a segment are at $(a,5)$ and $(6,11)$. What is the sum of the coordinates of the midpoint of the segment?",
    "The two endpoints of a segment are at $(2,5)$ and $(6,11)$. What is the sum of the coordinates of the point a third of the way along the segment?",
    "线段AB的中点是M(2,-3),求点B的坐标",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=20, deadline=None)
@given(*[st.integers(-20, 20)] * 4)
def test_the_other_endpoint_has_the_midpoint(a: int, b: int, m: int, n: int) -> None:
    problem = f"A line segment has one endpoint at $({a},{b})$ and midpoint at $({m},{n})$. What is the other endpoint?"
    task, answer, value = solve(read, problem)
    assert tuple(value) == (2 * m - a, 2 * n - b)
    assert verdict(task, answer) is True
    assert verdict(task, f"({2 * m - a + 1}, {2 * n - b})") is False
