"""Distances of a point from a line, and of parallel lines, in both languages."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.geometry.point_line import read
from tests.topics.solved import is_declined, solve, solves, verdict

CASES = [
    pytest.param("Distance from (1,2) to 3x+4y-1=0", "2", "10", id="terse"),
    pytest.param("Find the distance from the point P(2,-1) to the line y = 2x + 5.", r"2\sqrt5", r"\sqrt5", id="slope form"),
    pytest.param("Find the distance between the parallel lines 3x+4y=1 and 6x+8y=22.", "2", "1", id="parallel"),
    pytest.param("How far is the point (1, 1) from x + y = 2?", "0", "1", id="on it"),
    pytest.param("点(3,5)到直线x+y=2的距离", r"3\sqrt2", r"6", id="zh"),
    pytest.param("求原点到直线3x-4y+20=0的距离", "4", "20", id="zh origin"),
    pytest.param("点A(1,1)到直线l:x=6的距离", "5", "6", id="zh upright"),
    pytest.param("求两平行线 x-2y+3=0 与 2x-4y-5=0 间的距离", r"\frac{11\sqrt5}{10}", r"\frac{8\sqrt5}{5}", id="zh parallel"),
]  # fmt: skip


@pytest.mark.parametrize(("problem", "right", "wrong"), CASES)
def test_distances_are_measured(problem: str, right: str, wrong: str) -> None:
    solves(read, problem, right, wrong)


@pytest.mark.parametrize("problem", [
    "Distance between (1,2) and (4,6)", "Find the distance between x+y=1 and x-y=1", "点(a,1)到直线x+y=1的距离为2，求a", "Find the distance from (1,2,3) to x+y+z=1",
    "Find the distance from (1,2) to y = x^2", "The distance from (1,2) to a line is 3. Find the line.", "Find the equation of the line through (1,2) parallel to x+y=1",
])  # fmt: skip
def test_other_questions_are_left(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=20, deadline=None)
@given(st.integers(-6, 6), st.integers(-6, 6), st.integers(-9, 9), st.integers(-6, 6), st.integers(-6, 6))
def test_the_distance_is_that_of_geometry(a: int, b: int, c: int, p: int, q: int) -> None:
    if a == b == 0:
        return
    task, answer, value = solve(read, f"Find the distance from ({p},{q}) to the line ({a})x+({b})y+({c})=0")
    x, y = sp.symbols("x y")
    line = sp.Line(a * x + b * y + c, x="x", y="y")
    assert sp.simplify(value - line.distance(sp.Point(p, q))) == 0
    assert verdict(task, answer) is True
