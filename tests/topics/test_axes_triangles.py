"""The triangle that a line makes with the axes: by its equation, by two of its points, by the names of the corners."""

from __future__ import annotations

import pytest

from tests.topics.solved import is_declined, solve, solves, whole_table

SOLVED = [
    ("已知一次函数的图象经过点(1,3)和(-2,-3).求该函数图象与坐标轴围成的三角形的面积.", r"\frac{1}{4}", r"\frac{1}{2}"),
    ("已知一次函数y=kx+b的图象经过A(0,4)、B(2,0)两点，求该一次函数的图象与两坐标轴围成的三角形的面积", "4", "8"),
    ("已知直线y=2x-4与x轴交于点A，与y轴交于点B，求△AOB的面积。", "4", "8"),
    ("直线y=-x+3与坐标轴围成的三角形的面积是多少", r"\frac{9}{2}", "9"),
    ("A line passes through (1, 3) and (-2, -3). Find the area of the triangle formed by the line and the coordinate axes.", r"\frac{1}{4}", r"\frac{1}{2}"),
]  # fmt: skip
DECLINED = (
    "直线y=2x-4与x轴交于点A，与y轴交于点B，求△AOC的面积。",
    "已知一次函数的图象经过点(1,3)和(1,-3).求该函数图象与坐标轴围成的三角形的面积.",
    "已知一次函数的图象经过点(1,3)和(2,6).求该函数图象与坐标轴围成的三角形的面积.",  # through the origin
)


@pytest.mark.parametrize(("question", "right", "wrong"), SOLVED)
def test_the_area_is_found_and_proved(question: str, right: str, wrong: str) -> None:
    solves(whole_table, question, right, wrong)


@pytest.mark.parametrize("question", DECLINED)
def test_what_makes_no_triangle_is_left(question: str) -> None:
    assert is_declined(whole_table, question)


def test_the_line_and_its_triangle_are_two_parts_of_one_question() -> None:
    question = "已知一次函数的图象经过点(1,3)和(-2,-3).(1)求这个一次函数的解析式;(2)求该函数图象与两坐标轴围成的三角形的面积."
    assert solve(whole_table, question)[1] == r"y=2 x + 1;\ \frac{1}{4}"
