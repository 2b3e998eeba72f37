"""Ordinary wordings of textbooks and papers, in both languages: several facts, several questions of one object; and near ones that are declined."""

from __future__ import annotations

import pytest

from solver.ports import Problem
from solver.topics import topic_of
from solver.topics.base import Reading, Text, Unread
from tests.topics.solved import is_declined, solve, verdict

TRIANGLES = [
    ("在△ABC中，内角A，B，C所对的边分别为a，b，c，已知b=2，c=3，cosA=1/3，求边a的长和△ABC的面积。", r"3;\ 2 \sqrt{2}", r"3;\ \sqrt{2}"),
    ("Rt△ABC中，∠C＝90°，AC＝6，BC＝8，求斜边AB上的高以及△ABC内切圆的半径。", r"\frac{24}{5};\ 2", r"\frac{24}{5};\ 4"),
    ("在△ABC中，AB=5，AC=8，∠A=60°，求BC的长和△ABC的外接圆半径。", r"7;\ \frac{7 \sqrt{3}}{3}", r"7;\ 7"),
    ("已知△ABC中，a=7，b=8，c=5，求角A的大小和△ABC的面积。", r"60^\circ;\ 10 \sqrt{3}", r"120^\circ;\ 10\sqrt{3}"),
    ("在三角形ABC中，A=45°，B=60°，a=2，求b和c。", r"\sqrt{6};\ 1 + \sqrt{3}", r"\sqrt{6};\ \sqrt{3}"),
    ("△ABC的三边长分别为a=5,b=6,c=7，求它的内切圆半径和外接圆半径。", r"\frac{2 \sqrt{6}}{3};\ \frac{35 \sqrt{6}}{24}", r"\frac{2\sqrt{6}}{3};\ 4"),
    ("在△ABC中，∠C＝90°，AB=13，AC=5，求BC和斜边上的中线长。", r"12;\ \frac{13}{2}", r"12;\ 6"),
    ("In triangle ABC, AB = 5, BC = 7 and angle B = 60°. Find AC and the area of the triangle.", r"\sqrt{39};\ \frac{35 \sqrt{3}}{4}", r"\sqrt{39};\ 35"),
    ("In triangle ABC, a=3, b=5, and C=120°. Find c and sin A.", r"7;\ \frac{3 \sqrt{3}}{14}", r"7;\ \frac{3}{14}"),
    ("In right triangle ABC with angle C = 90°, AC = 5 and BC = 12. Find the altitude to the hypotenuse and the inradius.", r"\frac{60}{13};\ 2", r"\frac{60}{13};\ 3"),
    ("Triangle ABC has a right angle at C, AC = 5 and BC = 12. Find the altitude to the hypotenuse.", r"\frac{60}{13}", r"\frac{30}{13}"),
]  # fmt: skip
FUNCTIONS = [
    ("已知f(x)是定义在R上的奇函数，当x>0时，f(x)=x²-2x，则f(-3)=____；当x<0时，f(x)=____。", r"-3;\ f(x)=- x^{2} - 2 x", r"-3;\ f(x)=x^2-2x"),
    ("若f(x)是R上的偶函数，当x>0时f(x)=2x-1，则f(-2)=____，当x<0时，f(x)=____。", r"3;\ f(x)=- 2 x - 1", r"3;\ f(x)=2x-1"),
    ("The function f is given by f(x) = (2x + 1)/(x − 3), x ≠ 3. Find f⁻¹(x).", r"f^{-1}(x)=\frac{3 x + 1}{x - 2}", r"\frac{3x-1}{x-2}"),
    ("Find the inverse of f(x) = (x-2)/(3x+1), where x ≠ -1/3.", r"f^{-1}(x)=\frac{- x - 2}{3 x - 1}", r"\frac{x-2}{3x-1}"),
    ("求函数y=(2x-1)/(x+3) (x≠-3)的反函数。", r"f^{-1}(x)=\frac{- 3 x - 1}{x - 2}", r"\frac{3x-1}{x-2}"),
]  # fmt: skip
SEQUENCES = [
    ("数列{aₙ}满足a₁=1，aₙ₊₁=2aₙ+3。（1）求数列{aₙ}的通项公式；（2）求前n项和Sₙ。", r"2^{n + 1} - 3;\ 2^{n + 2} - 3 n - 4", r"2^{n+1}-3;\ 2^{n+2}-3n"),
    ("数列{a_n}满足a_1=1，a_{n+1}=3a_n-1，求数列{a_n}的前n项和S_n。", r"\frac{3^{n}}{4} + \frac{n}{2} - \frac{1}{4}", r"\frac{3^n}{4}"),
    ("A sequence has a_1 = 1 and a_{n+1} = 2a_n + 3. (a) Find a_n. (b) Find the sum S_n of the first n terms.", r"2^{n + 1} - 3;\ 2^{n + 2} - 3 n - 4", r"2^n;\ 2^{n+2}-3n-4"),
    ("在等比数列$\\{a_n\\}$中，$a_n\\in\\mathbf{R}$，$a_2=6$，$a_5=48$，求公比$q$和前6项和$S_6$。", r"q=2,\ S_{6}=189", r"q=2,\ S_6=93"),
    ("在等比数列{a_n}中，各项均为实数，a_1=2，a_4=-16，求q。", "-2", "2"),
]  # fmt: skip
CONICS = [
    ("过抛物线 y²=8x 的焦点作斜率为1的直线，与抛物线交于A、B两点，求线段AB的长。", "16", "8"),
    ("直线y=x-1与椭圆x²/4+y²/3=1交于A、B两点，求线段AB的长度。", r"\frac{24}{7}", r"\frac{12}{7}"),
    ("The line through the focus of y^2=8x with slope 1 meets the parabola at A and B. Find the length of the chord AB.", "16", "8"),
]  # fmt: skip
PROGRAMMES = [
    ("若x，y满足约束条件 x≥0，y≥0，x+y≤4，x+2y≤6，则z=2x+3y的最大值为多少，此时x，y取何值？", r"10;\ (2, 2)", r"10;\ (4, 0)"),
    ("Maximize z=2x+3y subject to x>=0, y>=0, x+y<=4, x+2y<=6. At what point does it occur?", r"10;\ (2, 2)", r"9;\ (2, 2)"),
    ("Find the minimum of x+2y subject to x+y>=3, x>=0, y>=0. What values of x and y give this minimum?", r"3;\ (3, 0)", r"3;\ (0, 3)"),
]  # fmt: skip
COUNTS = [
    ("Using the digits 1 to 7 without repeating any digit, how many four-digit even numbers can be formed?", "360", "720"),
    ("用数字1到7可以组成多少个没有重复数字的四位偶数？", "360", "840"),
    ("由数字1、2、3、4、5可以组成多少个没有重复数字的三位偶数？", "24", "60"),
]  # fmt: skip
CASES = [*TRIANGLES, *FUNCTIONS, *SEQUENCES, *CONICS, *PROGRAMMES, *COUNTS]
DECLINED = [
    "在△ABC中，A=30°，a=1，b=√3，求c。",  # two triangles fit
    "在△ABC中，sinA=3/5，b=5，c=6，求a。",  # acute or obtuse
    "在△ABC中，a=2，b=3，求c。",
    "在△ABC中，a=2，b=3，C=60°，D是AB的中点，求CD的长。",
    "In triangle ABC, a = 2b, c = 3 and A=60°. Find b and the area.",
    "In right triangle ABC, AC = 5 and BC = 12. Find the altitude to the hypotenuse and the inradius.",  # which angle?
    "过抛物线 y²=8x 的焦点作斜率为1的直线，与抛物线交于A、B两点，求线段AF的长。",
    "The function f is defined by f(x) = (2x + 1)/(x − 3), x ≠ 2. Find f⁻¹(x).",
    "The function f is given by f(x) = x^2. Find f⁻¹(x).",
    "Using the digits 1 to 7, how many four-digit even numbers can be formed?",  # may one be used again?
    "数列{a_n}满足a_1=1，a_{n+1}=a_n+n，求前n项和S_n。",
]


def _read(text: Text) -> Reading:
    found = topic_of(Problem(text.source, text.language))
    return found if isinstance(found, Unread) else found[1]


@pytest.mark.parametrize(("problem", "answer", "wrong"), CASES)
def test_solved(problem: str, answer: str, wrong: str) -> None:
    task, found, _ = solve(_read, problem)
    assert found == answer
    assert verdict(task, found) is True
    assert verdict(task, wrong) is not True


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(_read, problem)
