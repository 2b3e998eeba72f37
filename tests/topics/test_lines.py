"""Problems of solver.topics.geometry.lines: read whole, solved exactly, checked by the points; the rest declined."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from solver.topics.geometry.lines import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("Find the slope of the line through (2, 3) and (6, 11).", "2", r"\frac{1}{2}"),
    (r"What is the slope of the line passing through the points $(-1, 4)$ and $(2, 4)$?", "0", "1"),
    ("Find the slope of the line through (3, 1) and (3, 7).", r"\text{undefined}", "0"),
    ("Find the slope of the line 2x + 5y = 10.", r"- \frac{2}{5}", r"\frac{2}{5}"),
    ("Find the slope of a line parallel to the given line: y = 4x - 9", "4", r"-\frac{1}{4}"),
    ("What is the slope of a line perpendicular to 3x - 6y = 1?", "-2", r"\frac{1}{2}"),
    ("Find the equation of the line through (1, 5) and (4, -1).", "y=- 2 x + 7", "y=2x+3"),
    ("Write the equation of the line through (0, -3) with slope 1/2.", r"y=\frac{x}{2} - 3", "y=2x-3"),
    (
        "Find an equation of the line that passes through (2, 7) and is perpendicular to y = -x + 1.",
        "y=x + 5",
        "y=9-x",
    ),
    ("Given the points (1, 2) and (k, 10) and a slope of 4, find the value of k.", "3", "4"),
    ("What is the distance between (-2, 1) and (3, 13)?", "13", "17"),
    ("Find the distance between the points (0, 0) and (1, 1).", r"\sqrt{2}", "2"),
    (
        "What is the midpoint of the segment with endpoints (1, -4) and (6, 2)?",
        r"(\frac{7}{2}, -1)",
        "(3, -1)",
    ),
    ("求过点(1,2)和(3,8)的直线的斜率", "3", r"\frac{1}{3}"),
    ("直线2x-y+7=0的斜率是多少?", "2", "-2"),
    ("求过点A(1,2)和B(3,5)的直线方程,写成一般式", "3 x - 2 y + 1=0", "3x-2y-1=0"),
    ("求过点(2,-1)且与直线y=3x+4平行的直线方程", "y=3 x - 7", "y=3x+4"),
    ("求经过点(0,1)且与直线x+2y=6垂直的直线的方程", "y=2 x + 1", "y=-2x+1"),
    ("已知点A(-1,2),B(2,6),求线段AB的长", "5", "7"),
    ("求以(1,-6)和(9,2)为端点的线段的中点坐标", "(5, -2)", "(10, -4)"),
    ("求点(3,-5)和(7,1)的中点坐标", "(5, -2)", "(10, -4)"),
]
DECLINED = [
    "Find the slope of the line through (2, 3).",
    "Find the slope of the line through (2, 3) and (2, 3).",
    "Find the slope of the curve y = x^2 at (1, 1).",
    "Find the slope of the line x^2 + y = 3.",
    "What is the distance from (1, 2) to the line x + y = 5?",
    "Find the midpoint of (1, 2), (3, 4) and (5, 6).",
    "Find the equation of the line.",
    "Find the equation of the circle through (1, 2) and (3, 4).",
    "Find the area between the points (1, 2) and (3, 4).",
    "直线的斜率是什么?",
    "求点(1,2)到直线x+y=1的距离",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@pytest.mark.parametrize("other", ["2y=6x-14", "6x - 2y = 14", "x=(y+7)/3"])
def test_any_form_of_the_equation_is_accepted(other: str) -> None:
    task, _, _ = solve(read, "求过点(2,-1)且与直线y=3x+4平行的直线方程")
    assert verdict(task, other) is True


coordinate = st.integers(-30, 30)


@settings(max_examples=40, deadline=None)
@given(coordinate, coordinate, coordinate, coordinate, st.sampled_from(["en", "zh"]))
def test_a_line_goes_through_its_points(a: int, b: int, c: int, d: int, language: str) -> None:
    assume(a != c)
    problem = (
        f"求过点({a},{b})和({c},{d})的直线方程"
        if language == "zh"
        else f"Find the equation of the line through ({a}, {b}) and ({c}, {d})."
    )
    task, answer, found = solve(read, problem)
    m = Fraction(d - b, c - a)
    for x, y in ((a, b), (c, d), (a + 5, b + 5 * m)):
        assert found.subs("x", x) == y
    assert verdict(task, answer) is True
    assert verdict(task, f"{answer}+1") is False


@settings(max_examples=30, deadline=None)
@given(coordinate, coordinate, coordinate, coordinate)
def test_slopes_of_parallels_are_equal_and_of_perpendiculars_multiply_to_minus_one(
    a: int, b: int, x: int, y: int
) -> None:
    assume(a and b and (x, y) != (0, 0))
    line = f"{a}x + {b}y = 5"
    _, _, m = solve(read, f"Find the slope of the line {line}.")
    _, _, parallel = solve(read, f"Find the slope of a line parallel to {line}.")
    _, _, perpendicular = solve(read, f"Find the slope of a line perpendicular to {line}.")
    assert m == parallel and m * perpendicular == -1
