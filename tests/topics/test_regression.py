"""The regression line of listed data, and a value that it predicts."""

from __future__ import annotations

import pytest

from solver.topics.discrete import regression
from tests.topics.solved import is_declined, solve, verdict


@pytest.mark.parametrize(
    ("problem", "answer", "wrong"),
    [
        ("Find the regression line of y on x for the data (1,2), (2,3), (3,5), (4,6).", "y=1.4x+0.5", "y=1.4x+0.6"),
        ("The table shows x: 1, 2, 3, 4, 5 and y: 2, 4, 5, 4, 5. Find the equation of the least squares regression line.", "y=0.6x+2.2", "y=0.6x+2"),
        ("Find the equation of the least-squares regression line for the points (1, 1), (2, 3), (3, 2).", "y=0.5x+1", "y=x"),
        ("Given the data (1,2), (2,3), (3,5), (4,6). Use the regression line to predict y when x = 6.", "8.9", "9"),
        ("已知x与y之间的一组数据: x: 0,1,2,3; y: 1,3,5,7. 求y关于x的线性回归方程.", "y=2x+1", "y=2x"),
        ("某公司广告费x与销售额y的数据如下: x=2,4,5,6,8; y=30,40,60,50,70. 求线性回归方程.", "y=6.5x+17.5", "y=6.5x+17"),
        ("已知变量x与y的一组数据为(1,2),(2,3),(3,5),(4,6),求回归直线方程.", "y=1.4x+0.5", "y=1.5x+0.5"),
    ],
)  # fmt: skip
def test_line(problem: str, answer: str, wrong: str) -> None:
    task, found, _ = solve(regression.read, problem)
    assert found == answer
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is False


@pytest.mark.parametrize(
    "problem",
    [
        "Find the regression line of x on y for the data (1,2), (2,3), (3,5), (4,6).",
        "Find the regression line of y on x for the data (1,2), (1,3), (1,5).",
        "The data are (1,2), (2,3), (3,5). Find the correlation coefficient of the regression line.",
        "The table shows x: 1, 2, 3, 4 and y: 2, 4, 5. Find the equation of the least squares regression line.",
        "Find the residuals of the regression line for (1,2), (2,3), (3,5).",
        "已知x与y之间的一组数据: x: 0,1,2,3; y: 1,3,5,7. 求相关系数和线性回归方程.",
    ],
)
def test_left(problem: str) -> None:
    assert is_declined(regression.read, problem)
