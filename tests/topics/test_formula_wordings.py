"""Other wordings of formula questions, read by the topic that knows the question; what is near and different is left."""

from __future__ import annotations

import pytest

from solver.latex import value_of
from solver.ports import Problem
from solver.topics import read
from solver.topics.base import Unread
from tests.topics.run_cell import run_cell

CASES = [
    ("若 x:y:z=2:3:5,且 3x-y+2z=52,求x、y、z。", r"x=8,\ y=12,\ z=20"),
    ("If $a:b:c=3:4:5$ and $a+b+c=36$, find $abc$.", "1620"),
    ("In triangle ABC, AB = 5, AC = 8 and angle A is 60°. How long is BC?", "7"),
    ("Compute 2 1/3 + 1 3/4 - 5/6. Give a fraction or mixed number.", r"\frac{13}{4}"),
    ("Work out 2 1/3 + 1 3/4 - 5/6, giving your answer as a mixed number or improper fraction.", r"\frac{13}{4}"),
    ("已知|a|=2,|b|=3,a·b=3,求(a+2b)·(a-b)", "-11"),
    ("The statement (3x + p)(x - 2) = 3x^2 + qx - 10 is true for every value of x. Work out p - q.", "6"),
    (r"Find the numbers A and B such that $\frac{7x-1}{(x-1)(x+1)} = \frac{A}{x-1} + \frac{B}{x+1}$ for every $x$ where both sides are defined. Give A first, then B.", r"A=3,\ B=4"),
    ("A triangle has angles of 30°, 60° and 90°. If β is the largest of them, what is sin(β - 60°) exactly?", r"\frac{1}{2}"),
    ("The sides of triangle $ABC$ are $a = 3$, $b = 5$ and $c = 7$, where each side is opposite the angle with the same letter. Find $\\cos C$.", r"- \frac{1}{2}"),
    ("How far from the origin is the point that represents 3 - 4i on an Argand diagram?", "5"),
    ("Write (1 + 3x)^4 in ascending powers of x. What is the third term?", "54 x^{2}"),
    ("Once $(x - 2y)^5$ has been multiplied out, what number stands in front of $x^3y^2$?", "40"),
    ("Find the area of the region bounded by the curve y = ln x, the x-axis and the line x = e.", "1"),
    ("The numbers $\\sqrt{x-4}$ and $|x-y-1|$ add up to $0$. Find $x$ and $y$.", r"x=4,\ y=3"),
    ("A parabola has its vertex at (2, 1) and passes through the point (3, 4). If its equation is written as y = ax^2 + bx + c, find a, b and c.", r"a=3,\ b=-12,\ c=13"),
    ("用配方法把 $y=x^2+6x+1$ 化成 $y=a(x-h)^2+k$ 的形式，它的图象的顶点坐标是什么？", "(-3, -8)"),
    ("已知 $a$ 为实数，复数 $z=a+(a+1)i$ 的模等于5，且 $z$ 在复平面内对应的点位于第三象限，求 $a$ 的值。", "-4"),
    ("z = a + 3i has modulus 5 and z lies in the second quadrant. Find the real number a.", "-4"),
    (r"已知关于 $x,y$ 的线性方程组的增广矩阵为 $\begin{pmatrix}1&1&5\\2&-1&1\end{pmatrix}$，求该方程组的解。", r"x=2,\ y=3"),
    (r"The augmented matrix of a system is $\begin{bmatrix}1&1&5\\2&-1&1\end{bmatrix}$. Solve the system.", r"x=2,\ y=3"),
    ("若关于x、y的方程组 ax+2y=6，3x+6y=b 有无穷多组解，求a和b的值。", r"a=1,\ b=18"),
    ("If the system ax+2y=6, 3x+6y=b has infinitely many solutions, find a and b.", r"a=1,\ b=18"),
    ("求定积分：∫ x² dx，积分下限为0，上限为3。", "9"),
    ("求定积分：∫ x² dx，其中上限为3，下限为0。", "9"),
]  # fmt: skip

LEFT = [
    "What is the third term of (3x+1)^4 in ascending powers of x?",
    "Find the third term of (1+3x)^4 in descending powers of x.",
    "A triangle has angles of 30°, 60° and 100°. If α is the smallest of them, what is tan(45° - α)?",
    "z = a - 3i has modulus 5 and z lies in the second quadrant. Find the real number a.",
    "If the system ax+by=6, 3x+6y=18 has no solution, find a and b.",
    r"The augmented matrix of a system is $\begin{bmatrix}1&1&5&2&7\\2&-1&1&1&1\end{bmatrix}$. Solve the system.",
    "Find the area of the region bounded by y = x^2 - 4, the x-axis and the line x = 3.",
]


@pytest.mark.parametrize(("problem", "expected"), CASES)
def test_another_wording_is_solved_and_proved(problem: str, expected: str) -> None:
    task = read(Problem(problem, "zh" if any("\u3400" <= c <= "\u9fff" for c in problem) else "en"))
    assert not isinstance(task, Unread), task.fragments
    conclusion = task.conclude(value_of(str(run_cell(task.solution().cell))))
    assert conclusion is not None and conclusion.answer == expected
    plan, refused = task.check(conclusion.answer), task.check("17, 19" if "," in expected else "17")
    assert plan is not None and run_cell(plan.source) is True
    assert refused is None or run_cell(refused.source) is False


@pytest.mark.parametrize("problem", LEFT)
def test_what_is_near_and_different_is_left(problem: str) -> None:
    assert isinstance(read(Problem(problem, "en")), Unread)
