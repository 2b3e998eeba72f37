"""Options that are functions with a property; and Chinese wordings of several topics that stand in sentences."""

from __future__ import annotations

import pytest

from solver.ports import Problem
from solver.topics import choices, reading_of
from solver.topics.base import Reader, Unread
from solver.topics.calculus import implicit_derivatives
from solver.topics.discrete import statistics
from solver.topics.expressions import complex_numbers
from solver.topics.geometry import triangles
from solver.topics.numbers import scientific_notation
from tests.topics.solved import is_declined, solves

CASES = [
    (choices.read, "下列函数中，是奇函数的是（　　）A．y=x²　B．y=x³　C．y=x+1　D．y=cos x", "B", "A"),
    (choices.read, "下列函数中，最小正周期为π的是( ) A. y=sin x B. y=cos(x/2) C. y=sin 4x D. y=tan x", "D", "A"),
    (choices.read, "下列函数中，在区间(0,+∞)上为减函数的是 A.y=-2x+1 B.y=x^2 C.y=√x D.y=log_2 x", "A", "B"),
    (choices.read, "下列函数中既是偶函数又在(0,+∞)上单调递增的是（ ） A.y=x^3 B.y=-x^2+1 C.y=|x|+1 D.y=2^{-|x|}", "C", "B"),
    (choices.read, r"下列函数中，既是奇函数又在R上单调递增的是 A. $y=\frac{1}{x}$ B. $y=x^3$ C. $y=\sin x$ D. $y=2^x$", "B", "C"),
    (choices.read, r"下列函数中，在$(0,\frac{\pi}{2})$上单调递减的是 A. y=cos x B. y=sin x C. y=tan x D. y=x", "A", "C"),
    (complex_numbers.read, "在复数范围内，求8-6i的平方根", "3-i, -3+i", "3+i, -3-i"),
    (scientific_notation.read, "地球到太阳的距离约为149600000千米，把这个数用科学记数法表示", r"1.496\times 10^{8}", r"1.496\times 10^{7}"),
    (scientific_notation.read, "人体内某种细胞的直径约为0.000015米，数据0.000015用科学记数法表示为____", r"1.5\times 10^{-5}", r"1.5\times 10^{-4}"),
    (statistics.read, "求数据2，4，4，6，8的方差（除以n）", "4.16", "5.2"),
    (statistics.read, "求数据2，4，4，6，8的方差（除以n-1）", "5.2", "4.16"),
    (implicit_derivatives.read, "设函数 $y=y(x)$ 由 $xy+e^y=x+1$ 确定，则 $y'(0)=$", "1", "-1"),
    (triangles.read, "在△ABC中，a=7，b=8，c=5，求△ABC的面积", r"10\sqrt{3}", "10"),
]  # fmt: skip
DECLINED = [
    (choices.read, "下列函数中，不是奇函数的是（　　）A．y=x　B．y=x³　C．y=x+1　D．y=sin x"),
    (choices.read, "下列函数中，是奇函数的是（　　）A．y=x²　B．y=x³　C．y=x　D．y=cos x"),  # two of them
    (choices.read, "下列函数中，在其定义域上单调递增的是 A. y=1/x B. y=x^2 C. y=x^3 D. y=cos x"),
    (scientific_notation.read, "某市常住人口约为647万人，用科学记数法表示这个数"),
    (scientific_notation.read, "某种病毒的直径约为0.00000012m，将0.0000012用科学记数法表示为"),
    (complex_numbers.read, "在复数范围内求5的平方根"),
]


@pytest.mark.parametrize(("reader", "problem", "right", "wrong"), CASES)
def test_it_is_solved(reader: Reader, problem: str, right: str, wrong: str) -> None:
    solves(reader, problem, right, wrong)


@pytest.mark.parametrize(("reader", "problem"), DECLINED)
def test_what_is_told_otherwise_is_left(reader: Reader, problem: str) -> None:
    assert is_declined(reader, problem)


def test_an_angle_and_the_area_are_both_answered() -> None:
    found = reading_of(Problem("△ABC三边长分别为a=3，b=5，c=7，求角C和三角形面积", "zh"))
    assert not isinstance(found, Unread) and found.topic in ("triangles", "two_questions")
