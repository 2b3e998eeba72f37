"""Problems of solver.topics.geometry.circles: read whole, solved exactly, checked by symmetry and extent; the rest declined."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy as sp
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from solver.topics.geometry.circles import read
from tests.topics.solved import is_declined, solve, verdict

CASES = [
    ("Find the center of the circle with equation x^2 + y^2 - 4x + 10y + 20 = 0.", "(2, -5)", "(-2, 5)"),
    (r"Find the radius of the circle $x^2+y^2+2x-8y=8$.", "5", "25"),
    ("Find the center and radius of the circle (x+1)^2 + (y-2)^2 = 12.", r"(-1, 2),\ 2 \sqrt{3}", r"(-1, 2),\ 12"),
    ("Find the center and radius of x^2 + y^2 - 4x + 6y - 3 = 0.", r"(2, -3),\ 4", r"(2, -3),\ 16"),
    (r"What is the diameter of the circle $3x^2 + 3y^2 = 27$?", "6", "3"),
    (r"What is the area enclosed by the circle $x^2 + y^2 + 6x - 2y = 6$? Express your answer in terms of $\pi$.", r"16 \pi", r"8 \pi"),
    (r"What is the circumference of the circle defined by $x^2 - 10x + y^2 + 9 = 0$?", r"8 \pi", r"16 \pi"),
    ("Consider the circle defined by the equation $x^2+y^2-12x+4y=0$. Find the sum of the coordinates of the center of the circle.", "4", "-4"),
    ("Write the equation of the circle with center (3, -2) and radius 4.", r"\left(x - 3\right)^2+\left(y + 2\right)^2=16", "(x-3)^2+(y+2)^2=4"),
    ("Find the equation of the circle centered at (1, 1) that passes through (4, 5).", r"\left(x - 1\right)^2+\left(y - 1\right)^2=25", "(x-1)^2+(y-1)^2=5"),
    ("The points A(-2, 1) and B(4, 9) are the endpoints of a diameter of a circle. Find the radius of the circle.", "5", "10"),
    (r"Points $A(3, 1)$ and $B(7, 1)$ are the endpoints of a diameter of a circle graphed in a coordinate plane. How many square units are in the area of the circle?", r"4 \pi", r"16 \pi"),
    ("Find the center of the circle with diameter endpoints (1, 2) and (4, 8).", r"(\frac{5}{2}, 5)", "(5, 10)"),
    ("Is the point (3, 4) inside, on, or outside the circle x^2 + y^2 = 20?", r"\text{outside the circle}", r"\text{inside the circle}"),
    ("What is the distance between the center of the circle with equation $x^2+y^2-2x=3$ and the point $(4,4)$?", "5", "4"),
    ("Find the equation of the circle through (0, 0), (6, 0) and (0, 8).", r"\left(x - 3\right)^2+\left(y - 4\right)^2=25", "(x-3)^2+(y-4)^2=5"),
    ("求圆x^2+y^2-6x+4y-3=0的圆心坐标和半径", r"(3, -2),\ 4", r"(3, -2),\ 16"),
    ("圆(x-1)^2+(y+5)^2=7的半径是多少?", r"\sqrt{7}", "7"),
    ("求圆心为(2,-3),半径为5的圆的标准方程", r"\left(x - 2\right)^2+\left(y + 3\right)^2=25", "(x+2)^2+(y-3)^2=25"),
    ("求以点C(1,0)为圆心,且经过点P(4,4)的圆的方程", r"\left(x - 1\right)^2+y^2=25", "(x-1)^2+y^2=5"),
    ("已知A(1,2),B(5,4),求以线段AB为直径的圆的方程", r"\left(x - 3\right)^2+\left(y - 3\right)^2=5", "(x-3)^2+(y-3)^2=20"),
    ("求圆心在(1,2),半径为3的圆的一般方程", "x^{2} - 2 x + y^{2} - 4 y - 4=0", "x^2+y^2-2x-4y+4=0"),
    ("判断点P(1,3)与圆x^2+y^2=10的位置关系", r"\text{在圆上}", r"\text{在圆外}"),
    ("已知圆C:x^2+y^2-2x-8=0,求圆C的面积", r"9 \pi", r"8 \pi"),
    ("把圆的方程x^2+y^2+4x-2y+1=0化为标准方程", r"\left(x + 2\right)^2+\left(y - 1\right)^2=4", "(x-2)^2+(y-1)^2=4"),
    ("求圆x^2+y^2-4x=5的标准方程和圆心坐标", r"\left(x - 2\right)^2+y^2=9,\ (2, 0)", r"\left(x - 2\right)^2+y^2=3,\ (2, 0)"),
]  # fmt: skip
DECLINED = [
    "Find the radius of the circle x^2 + y^2 + 2x + 5 = 0.",
    "Find the center of the ellipse x^2 + 2y^2 = 4.",
    "Find the radius of the circle x^2 + 2y^2 = 4.",
    "Find the equation of the circle with center (1, 2).",
    "Find the equation of the diameter of the circle x^2+y^2=4.",
    "Find the equation of the circle through (1, 2) and (3, 4).",
    "Find the equation of the circle through (0, 0), (1, 1) and (2, 2).",
    "Find the equation of the circle with center (1, 2) tangent to the x-axis.",
    "Find the area of the circle with radius 4 and the square with side 3.",
    "Find the distance between the circle x^2+y^2=4 and the point (5, 0).",
    "Find the shortest distance from the circle x^2+y^2=4 to the point (5, 0).",
    "Find the radius of the circle x^2+y^2=9 and the red line.",
    "The point (3, 4) lies on the circle with center (0, 0) and radius 5. Is the red point blue?",
    "求圆x^2+y^2=4与直线x+y=1的交点",
    "求圆x^2+y^2=4的弦长",
    "求圆的半径",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    task, answer, _ = solve(read, problem)
    assert answer == expected
    assert verdict(task, wrong) is False
    assert verdict(task, answer) is True


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


number = st.integers(-12, 12)


@settings(max_examples=25, deadline=None)
@given(number, number, st.integers(1, 90), st.sampled_from([1, 2, -3]), st.booleans())
def test_an_expanded_equation_gives_its_center_and_radius_back(
    h: int, k: int, square: int, a: int, zh: bool
) -> None:
    x, y = sp.symbols("x y")
    source = sp.sstr(sp.expand(a * ((x - h) ** 2 + (y - k) ** 2 - square))).replace("**", "^")
    problem = (
        f"求圆{source}=0的圆心和半径" if zh else f"Find the center and the radius of the circle {source} = 0."
    )
    task, answer, found = solve(read, problem)
    assert found == [(h, k), sp.sqrt(square)]
    assert verdict(task, answer) is True
    assert verdict(task, rf"({h + 1}, {k}),\ \sqrt{{{square}}}") is False


@settings(max_examples=25, deadline=None)
@given(number, number, number, number)
def test_both_ends_of_a_diameter_lie_on_the_circle(a: int, b: int, c: int, d: int) -> None:
    assume((a, b) != (c, d))
    task, answer, found = solve(
        read,
        f"The endpoints of a diameter of a circle are ({a}, {b}) and ({c}, {d}). Find the equation of the circle.",
    )
    for p, q in ((a, b), (c, d)):
        assert found.lhs.subs({"x": p, "y": q}) == found.rhs
    assert found.rhs == sp.Rational(Fraction((a - c) ** 2 + (b - d) ** 2, 4))
    assert verdict(task, answer) is True
