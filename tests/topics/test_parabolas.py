"""Problems of solver.topics.functions.parabolas: features, letters that features fix, focus and directrix; the rest declined."""

from __future__ import annotations

import pytest

from solver.latex import value_of
from solver.topics.base import Unread
from solver.topics.functions.parabolas import read
from tests.topics.run_cell import run_cell
from tests.topics.solved import is_declined, reading, verdict

CASES = [
    ("The curve y = x^2 - 3x - 10 meets the x-axis at two points A and B. How long is the segment AB?", "7"),
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
    # heights, profits: letters that only name a quantity
    (
        "A rocket's height in feet after t seconds is h(t) = -16t^2 + 64t + 5. What is its maximum height?",
        "69",
    ),
    (
        "A ball is thrown upward with an initial velocity of 48 feet per second from a height of 6 feet. Its height after t seconds is h = -16t^2 + 48t + 6. What is the maximum height?",
        "42",
    ),
    (
        "The height, in meters, of a ball t seconds after it is thrown is given by h(t) = -5t^2 + 20t + 25. When does the ball hit the ground?",
        "5",
    ),
    (
        "The number of tickets sold is x and the revenue is R(x) = -5x^2 + 300x. How many tickets must be sold to maximize the revenue?",
        "x=30",
    ),
    ("小球竖直向上抛出，高度h(米)与时间t(秒)满足h=20t-5t²，小球能达到的最大高度是多少米？", "20"),
    (
        "从地面竖直向上抛出一小球，小球的高度h(m)与时间t(s)的关系式是h=30t-5t²，那么小球从抛出到落地需要的时间是多少秒？",
        "6",
    ),
    (
        "一小球从地面竖直向上抛出，小球的高度h(单位：m)与小球的运动时间t(单位：s)之间的关系式是h=30t-5t²(0≤t≤6)。小球运动多少秒时最高？最大高度是多少？",
        r"t=3,\ 45",
    ),
    (
        "某商品利润y(元)与售价x(元)满足y=-x²+60x-500，售价定为多少元时利润最大？最大利润是多少？",
        r"x=30,\ 400",
    ),
    # moved curves
    (
        "The graph of y = 2x^2 - 4x + 1 is translated 3 units to the left and 2 units down. Find the vertex of the new parabola.",
        "(-2, -3)",
    ),
    (
        "The parabola y = x^2 is shifted 2 units right and 3 units up. What is the equation of the new parabola?",
        r"y=\left(x - 2\right)^{2}+3",
    ),
    ("将抛物线y=x²向右平移2个单位，再向上平移3个单位，求所得抛物线的顶点坐标。", "(2, 3)"),
    (
        "将抛物线y=x²-2x+3向上平移2个单位长度，再向右平移3个单位长度后，得到的抛物线的解析式为",
        r"y=\left(x - 4\right)^{2}+4",
    ),
    # points on both axes, distances of the vertex, triangles
    ("Find where the parabola y = x^2 - 5x + 4 crosses the coordinate axes.", r"(1, 0),\ (4, 0),\ (0, 4)"),
    ("抛物线y=x²-2x+1与坐标轴的交点个数为", "2"),
    ("抛物线y=x²-4x+3的顶点到x轴的距离", "1"),
    ("Find the distance from the vertex of y = x^2 - 6x + 13 to the origin.", "5"),
    (
        "The parabola y = x^2 - 6x + 5 meets the x-axis at A and B, and its vertex is V. What is the area of triangle ABV?",
        "8",
    ),
    ("抛物线y=2x²-5x-3与x轴交于A、B两点，与y轴交于点C，求△ABC的面积。", r"\frac{21}{4}"),
    ("若二次函数y=x²-2kx+k²-k+1的顶点在直线y=2上，求k。", "-1"),
    ("The vertex of the parabola y = x^2 - 4x + c lies on the line y = x. Find c.", "6"),
    (
        r"用配方法把 $y=\frac{1}{2}x^{2}+3x-1$ 化成 $y=a(x-h)^2+k$ 的形式后，可知这条抛物线的顶点是____(写坐标)",
        r"(-3, - \frac{11}{2})",
    ),
    ("已知抛物线y=x²+2x-3与x轴的两个交点为A、B，求AB的长", "4"),
    ("某商品利润y(元)与售价x(元)满足y=-x²+60x-500，求最大利润及此时的售价", r"400,\ x=30"),
    (
        "铅球运动员投出铅球，铅球行进高度y(m)与水平距离x(m)之间的关系为y=-1/12x²+2/3x+5/3，则铅球推出的距离是多少米？",
        "10",
    ),
]
DECLINED = [
    "某商品利润y(元)与售价x(元)满足y=-x²+60x-500，求最大利润和售价",  # a second quantity
    "The profit from selling x items is P = -x^2 + 60x - 500. Find the maximum profit and the price.",
    # what is told beside the function contradicts it; a number of things that is no whole number; nothing comes down
    "A ball is thrown upward with an initial velocity of 40 feet per second. Its height after t seconds is h = -16t^2 + 48t + 6. What is the maximum height?",
    "The revenue from selling x items is R(x) = -2x^2 + 7x. How many items should be sold to maximize the revenue?",
    "The height of a ball is h = 5t^2 + 20t + 1 after t seconds. When does the ball hit the ground?",
    "The height of a ball after t seconds is h = -5t^2 + 20t. What is its height after 2 seconds?",
    "将抛物线向右平移2个单位得到y=(x-1)²+2，求原抛物线的解析式",
    "将抛物线y=x²向右平移m个单位后经过点(3,4)，求m",
    "The graph of y = x^2 is reflected in the x-axis and shifted 2 units up. What is the equation of the new parabola?",
    "The parabola is shifted 2 units right and becomes y = x^2. What is the equation of the parabola?",
    "已知抛物线y=x²-4x+3与x轴交于A，B两点，与y轴交于点C，顶点为P，求△PAC的面积",
    "抛物线y=x²-2x+5与x轴交于A、B两点，与y轴交于点C，求△ABC的面积。",
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
    "抛物线y²=2px的焦点坐标",
    "When is f(x) = x^2 - 4x increasing?",
]


@pytest.mark.wide(rows=4)
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


@pytest.mark.parametrize(
    ("problem", "answer", "expected"),
    [
        ("Find the zeros of f(x) = x^2 - 9x + 14.", "x=7, x=2", True),
        ("Find the zeros of f(x) = x^2 - 9x + 14.", "2, 6", False),
        ("Find the x-intercepts of y = x^2 + x - 20.", "(-5, 0), (4, 0)", True),
        ("Find the x-intercepts of y = x^2 + x - 20.", "(5, 0), (4, 0)", False),
        ("求函数y=x²+6的值域", r"[6, \infty)", True),
        ("求函数y=x²+6的值域", r"y\ge 6", True),
    ],
)
def test_answers_in_other_forms_are_judged(problem: str, answer: str, expected: bool) -> None:
    assert verdict(reading(read, problem), answer) is expected
