"""A line and a circle."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from solver.topics.geometry.circle_lines import read
from tests.topics.solved import assert_solved, is_declined, solve

CASES = [
    ("直线x-y+1=0被圆(x-2)²+(y-1)²=9截得的弦长是多少?", r"2 \sqrt{7}", r"\sqrt{7}"),
    ("直线 l: 3x+4y-5=0 与圆 C: x²+y²=4 相交于A,B两点,求|AB|", r"2 \sqrt{3}", "2"),
    ("Find the length of the chord that the line y = x + 1 cuts from the circle x^2 + y^2 = 5.", r"3 \sqrt{2}", r"\frac{3 \sqrt{2}}{2}"),
    ("The line x + y = 3 intersects the circle x^2 + y^2 = 9 at A and B. Find AB.", r"3 \sqrt{2}", "3"),
    ("判断直线3x+4y-10=0与圆x²+y²=4的位置关系", r"\text{相切}", r"\text{相交}"),
    ("求直线2x-y+3=0与圆x^2+y^2+2x-4y+1=0的位置关系", r"\text{相交}", r"\text{相离}"),
    ("What is the relative position of the line x + y = 5 and the circle x^2 + y^2 = 4?", r"\text{they do not meet}", r"\text{they are tangent}"),
    ("直线y=x+b与圆x²+y²=2相切,求b的值", r"b=-2,\ b=2", "b=2"),
    ("For what value of k is the line y = kx + 5 tangent to the circle x^2+y^2=9?", r"k=- \frac{4}{3},\ k=\frac{4}{3}", r"k=\frac{4}{3}"),
]  # fmt: skip
DECLINED = [
    "直线x-y+9=0被圆(x-2)²+(y-1)²=9截得的弦长是多少?",  # they do not meet
    "直线y=kx+1与圆x²+y²=4相交所得弦长为2,求k",
    "求过点(3,1)与圆x²+y²=4相切的直线",
    "直线y=kx+m与圆x²+y²=4相切,求k",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=15, deadline=None)
@given(
    st.integers(-3, 3),
    st.integers(-3, 3),
    st.integers(1, 4),
    st.integers(1, 3),
    st.integers(1, 3),
    st.integers(-5, 5),
)
def test_a_chord_joins_the_common_points(h: int, k: int, r: int, a: int, b: int, c: int) -> None:
    x, y = sp.symbols("x y")
    assume(abs(a * h + b * k + c) ** 2 < r**2 * (a**2 + b**2))
    _, _, length = solve(
        read,
        f"Find the length of the chord that the line {a}x+{b}y+({c})=0 cuts from the circle (x-({h}))^2+(y-({k}))^2={r**2}",
    )
    one, other = (
        sp.Matrix(p) for p in sp.solve([a * x + b * y + c, (x - h) ** 2 + (y - k) ** 2 - r**2], [x, y])
    )
    assert sp.simplify((one - other).norm() - length) == 0
