"""Problems of solver.topics.parabolas: features, letters that features fix, focus and directrix; the rest declined."""

from __future__ import annotations

import pytest

from solver.latex import value_of
from solver.topics.base import Unread
from solver.topics.parabolas import read
from tests.topics.run_cell import run_cell
from tests.topics.solved import is_declined, reading, verdict

CASES = [
    # where, not how much
    ("For what value of x is the function f(x) = -x^2 + 6x - 5 at its maximum?", "x=3"),
    ("Find the value of x that minimizes f(x) = x^2 - 7x + 2.", r"x=\frac{7}{2}"),
    ("Find the minimum value of f(x) = x^2 - 6x + 4 and the value of x at which it occurs.", r"-5,\ x=3"),
    ("当x为何值时，函数y=2x²-4x+5有最小值？最小值是多少？", r"x=1,\ 3"),
    ("求函数y=-x²+8x-3取得最大值时x的值", "x=4"),
    ("函数y=x²-8x+20的最小值是____，此时x=____", r"4,\ x=4"),
    ("二次函数y=x²-6x+5，当x=____时，y有最小值____．", r"x=3,\ -4"),
    # points on the axes
    (
        "The curve y = x^2 - 2x - 15 meets the x-axis at two points. State their x-coordinates, the smaller one first.",
        r"-3,\ 5",
    ),
    (r"已知抛物线 $y=x^2-6x+5$ 与 $x$ 轴交于 $A$、$B$ 两点，求线段 $AB$ 的长。", "4"),
    (r"The parabola $y=-x^2+8x-11$ opens downward. State the coordinates of its highest point.", "(4, 5)"),
    ("Where does the parabola y = x^2 - 4 intersect the x-axis?", r"(-2, 0),\ (2, 0)"),
    ("What is the y-intercept of the parabola y = 2x^2 - 3x + 7?", "7"),
    ("Find the distance between the x-intercepts of y = x^2 - 6x + 5.", "4"),
    ("How many times does the graph of y = x^2 - 4x + 5 cross the x-axis?", "0"),
    ("抛物线y=x²-5x+6与 $x$ 轴的交点坐标是什么", r"(2, 0),\ (3, 0)"),
    ("抛物线y=x²+2x-8与x轴交于A、B两点，求AB的长", "6"),
    ("函数y=x²-4x+3的图象与x轴、y轴的交点坐标分别是什么", r"(1, 0),\ (3, 0),\ (0, 3)"),
    ("抛物线y=x²-2x+1与x轴的交点个数是多少", "1"),
    # one coordinate, points by their height
    ("What is the x-coordinate of the vertex of the parabola y = 4x^2 + 8x - 3?", "-1"),
    ("Find the coordinates of the minimum point of the curve y = x² - 10x + 7.", "(5, -18)"),
    ("抛物线 y = -x^2 + 2x + 3 的最高点坐标是____", "(1, 4)"),
    # forms
    ("Express x^2 - 10x + 3 in the form (x - h)^2 + k.", r"\left(x - 5\right)^{2}-22"),
    ("Find the vertex of f(x)=2x^2+4x-3 by completing the square.", "(-1, -5)"),
    ("用配方法把y=2x²-4x+5写成y=a(x-h)²+k的形式", r"y=2\left(x - 1\right)^{2}+3"),
    ("What is the range of f(x) = x^2 - 2x + 5?", r"\left[4, \infty\right)"),
    ("已知函数f(x)=x²-2x-3，x∈[0,4]，求f(x)的最大值和最小值", r"5,\ -4"),
    # focus and directrix
    ("Find the focus and directrix of the parabola y^2 = 8x.", r"(2, 0),\ x=-2"),
    ("What is the directrix of y = x^2/4?", "y=-1"),
    ("Find the vertex of the parabola (y-1)^2 = 4(x+2).", "(-2, 1)"),
    ("抛物线x²=-12y的焦点坐标", "(0, -3)"),
    ("抛物线y²=6x的焦点到准线的距离为", "3"),
    ("若抛物线y²=2px(p>0)的焦点为(2,0)，则p=____", "4"),
    ("已知抛物线y²=2px(p>0)经过点(1,2)，求焦点坐标", "(1, 0)"),
    ("Find the equation of the parabola with focus (0, 3) and directrix y = -3.", "x^{2}=12 y"),
    # letters
    ("The vertex of y = 2x^2 - 8x + c lies on the x-axis. What is c?", "8"),
    ("若抛物线x²=2py(p>0)的焦点到准线的距离为3，则p=____", "3"),
    ("The parabola y = x^2 + bx + c has vertex (2, -3). Find b and c.", r"b=-4,\ c=1"),
    ("The axis of symmetry of y = 2x^2 + kx + 5 is x = 3. What is k?", "-12"),
    ("If the graph of y = x^2 - 6x + c touches the x-axis, find c.", "9"),
    ("若二次函数y=x²-4x+m的最小值为2，则m的值为多少", "6"),
    ("若抛物线y=x²-6x+m的顶点在x轴上，则m=____", "9"),
    ("抛物线y=x²+bx+c经过点(1,0)和(3,0)，求该抛物线的顶点坐标", "(2, -1)"),
    ("已知抛物线的顶点为(2,1)，且经过点(0,5)，求抛物线的解析式", "y=x^{2} - 4 x + 5"),
]
DECLINED = [
    "The parabola y = -x^2 + 8x - 11 opens upward. State the coordinates of its lowest point.",
    "Find the vertex of y = x^2 - 4x + m.",
    "若抛物线y=x²-2x+m与x轴有两个交点，求m的取值范围",
    "The parabola y = x^2 + bx + c has vertex (2,-3). Find b, c and the y-intercept.",
    "Find the minimum of y = x^2 - 4x + 1 for x > 5.",
    "Find the minimum value of y = x^2 - 4x + 1 when x = 5.",
    "The function f(x) = x^2 + bx + 5 has its minimum at x = 3. Find b and the minimum value.",
    "求抛物线y=x²-5x+6与x轴交点的横坐标之和",
    "抛物线y=x²-2x-3与直线y=x+1的交点坐标",
    "求抛物线y=x²-4x+3关于x轴对称的抛物线的解析式",
    "抛物线y=x²-4x+3的顶点到x轴的距离",
    "抛物线y²=2px的焦点坐标",
    "When is f(x) = x^2 - 4x increasing?",
]


@pytest.mark.parametrize(("problem", "expected"), CASES)
def test_solved_and_proved(problem: str, expected: str) -> None:
    task = reading(read, problem)
    assert task is not None and not isinstance(task, Unread), task
    conclusion = task.conclude(value_of(str(run_cell(task.solution().cell))))
    assert conclusion is not None and conclusion.answer == expected
    assert all(part in conclusion.sentence for part in expected.split(r",\ "))
    assert verdict(task, conclusion.answer) is True


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)
