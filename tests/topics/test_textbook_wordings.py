"""Ordinary wordings of textbooks and papers, in both languages: several facts, several questions of one object; and near ones that are declined."""

from __future__ import annotations

import pytest

from tests.topics.solved import is_declined, solve, verdict, whole_table

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
LOGARITHMS = [
    ("设lg2=a，lg3=b，用a，b表示log₅12。", r"\frac{2 a + b}{1 - a}", r"\frac{2a+b}{1+a}"),
    ("If log 2 = a and log 3 = b, express log_5 12 in terms of a and b.", r"\frac{2 a + b}{1 - a}", r"\frac{a+b}{1-a}"),
    ("已知log_2 3=a，log_3 7=b，试用a，b表示log_{42}56。", r"\frac{a b + 3}{a b + a + 1}", r"\frac{ab+3}{ab+1}"),
    ("已知10^a=2，10^b=3，则log_5 12=____（用a，b表示）。", r"\frac{2 a + b}{1 - a}", r"\frac{2a+b}{a-1}"),
    ("Let log_2 5 = x. Express log_{20} 50 in terms of x.", r"\frac{2 x + 1}{x + 2}", r"\frac{2x+1}{x+1}"),
    ("已知lg2=a，用a表示lg25。", "2 - 2 a", "1-2a"),
]  # fmt: skip
SETS = [
    ("已知集合 $A=\\{x\\mid x^2-5x+6=0\\}$，$B=\\{x\\mid ax-6=0\\}$，若 $B\\subseteq A$，求实数 $a$ 的所有可能取值。", r"0,\ 2,\ 3", r"2,\ 3"),
    ("设集合A={x|x²-2x-3=0}，B={x|mx-1=0}，且A∪B=A，求m的值。", r"-1,\ 0,\ \frac{1}{3}", r"-1,\ \frac{1}{3}"),
    ("已知A={1,2}，B={x|ax=2}，若A∩B=B，求实数a的值。", r"0,\ 1,\ 2", r"1,\ 2"),
    ("已知集合A={x|-2≤x≤5}，B={x|m+1≤x≤2m-1}，若B⊆A，求实数m的取值范围。", r"(-\infty, 3]", "[2, 3]"),
    ("Let A = {x | 1 < x < 6} and B = {x | a <= x <= a+2}. If B is a subset of A, find the range of a.", "(1, 4)", "[1, 4]"),
    ("Let A = {x | x^2 - 9 = 0} and B = {x | ax = 1}. If B ⊆ A, find all possible values of a.", r"- \frac{1}{3},\ 0,\ \frac{1}{3}", r"-\frac{1}{3},\ \frac{1}{3}"),
]  # fmt: skip
ROOTS = [
    ("已知关于x的一元二次方程x²－2(m＋1)x＋m²＋5＝0有两个实数根x₁，x₂，且(x₁－1)(x₂－1)＝28，求m的值。", "6", r"-4,\ 6"),
    ("若α，β是方程x²+3x-k=0的两根，且α²+β²=13，求k的值。", "2", "-2"),
    ("关于x的方程x²-(k+2)x+2k=0的两根为x_1,x_2，且1/x_1+1/x_2=1，求k。", "2", "4"),
    ("已知x_1，x_2是关于x的方程x²-4x+k=0的两个实数根，且x_1=3x_2，求k的值。", "3", "4"),
    ("已知x_1，x_2是关于x的方程x²-4x+k=0的两个实数根，且|x_1-x_2|=2，求k的值。", "3", "2"),
    ("The equation x^2 - 2(m+1)x + m^2 + 5 = 0 has two real roots x_1 and x_2 such that (x_1 - 1)(x_2 - 1) = 28. Find m.", "6", r"-4,\ 6"),
    ("The roots α and β of x^2 + px + 8 = 0 satisfy α = 2β. Find p.", r"-6,\ 6", "6"),
]  # fmt: skip
SOLIDS = [
    ("正四棱锥的底面边长为6，侧棱长为5，求它的体积。", r"12 \sqrt{7}", r"36 \sqrt{7}"),
    ("已知正三棱锥的底面边长为2，高为3，求它的侧棱长和体积。", r"\frac{\sqrt{93}}{3};\ \sqrt{3}", r"3;\ \sqrt{3}"),
    ("正六棱锥的底面边长为2，侧棱长为4，求它的高和侧面积。", r"2 \sqrt{3};\ 6 \sqrt{15}", r"2 \sqrt{3};\ 12"),
    ("A regular square pyramid has base edge 6 and lateral edge 5. Find its volume.", r"12 \sqrt{7}", "36"),
    ("正方体的棱长为2，求它的外接球的表面积和体积。", r"12 \pi;\ 4 \sqrt{3} \pi", r"4 \pi;\ 4\sqrt{3}\pi"),
    ("长方体的长、宽、高分别为1，2，2，求它的外接球的表面积。", r"9 \pi", r"36 \pi"),
    ("已知正四面体的棱长为2，求其外接球的体积和内切球的半径。", r"\sqrt{6} \pi;\ \frac{\sqrt{6}}{6}", r"\sqrt{6} \pi;\ \frac{\sqrt{6}}{2}"),
    ("A cube has edge length 6. Find the volume of the inscribed sphere.", r"36 \pi", r"288 \pi"),
    ("两个相似三角形的面积分别为4和9，较小三角形的周长为10，求较大三角形的周长。", "15", r"\frac{45}{2}"),
    ("Two similar triangles have areas 50 cm² and 98 cm². One side of the smaller triangle is 10 cm long. How long is the corresponding side of the larger one?", r"14\ \text{cm}", "19.6"),
    ("两个相似三角形的相似比为2:3，较大三角形的面积为27，求较小三角形的面积。", "12", "18"),
]  # fmt: skip
ROWS = [
    ("甲、乙、丙等6名同学站成一排照相，要求甲、乙两人相邻，且丙不站在两端，共有多少种不同的站法？", "144", "240"),
    ("7名同学站成一排，甲、乙相邻，丙、丁不相邻，有多少种不同的排法？", "960", "1440"),
    ("5名学生排成一排，甲必须站在两端，乙、丙相邻，共有多少种排法？", "24", "48"),
    ("甲、乙、丙、丁、戊五人站成一排，甲不在排头，乙、丙相邻，共有多少种不同的排法？", "36", "48"),
    ("In how many ways can 6 people stand in a row if A and B must stand next to each other and C is not at either end?", "144", "240"),
    ("7 students stand in a row. A and B must not stand together, C must stand at one end. How many ways are there?", "960", "1440"),
]  # fmt: skip
STORIES = [
    ("Let f(x) = x² − 1 and g(x) = 2x + 3. Find f(g(x)) in expanded form, and solve f(g(x)) = 8.", r"4 x^{2} + 12 x + 8;\ -3,\ 0", r"4 x^{2} + 12 x + 8;\ 0"),
    ("已知f(x)=x²+1，g(x)=2x，解方程f(g(x))=5。", r"x=-1,\ x=1", "1"),
    ("射击选手五次的成绩分别为7、9、8、6、10环，这组数据的中位数和方差各是多少？", r"8,\ 2", r"8,\ 2.5"),
    ("某网店销售一种水杯，每个进价30元。当售价定为50元时，每天能卖出200个；售价每上涨1元，每天就少卖5个。售价定为多少元时每天的利润最大？最大利润是多少元？", r"60;\ 4500", r"70;\ 4500"),
    ("Dana puts $2000 in an account that pays 5% interest a year, compounded annually, and makes no withdrawals. How much is in the account after 3 years, to the nearest cent?", "2315.25", "2300"),
    ("A bag holds 5 red counters and 7 blue counters. Two are taken out at random, without putting the first one back. What is the probability that the two counters are different colours? Give a fraction in lowest terms.", r"\frac{35}{66}", r"\frac{35}{72}"),
]  # fmt: skip
CASES = [*TRIANGLES, *FUNCTIONS, *SEQUENCES, *CONICS, *PROGRAMMES, *COUNTS, *LOGARITHMS, *SETS, *ROOTS, *SOLIDS, *ROWS, *STORIES]  # fmt: skip
DECLINED = [
    "在△ABC中，A=30°，a=1，b=√3，C为钝角，求c。",  # a condition that picks one of two triangles
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
    "已知lg2=a，用a表示lg7。",
    "已知lg2=a，lg3=b，用a表示lg6。",
    "已知集合A={x|x²-5x+6=0}，B={x|ax-6=0}，若A⊆B，求a。",
    "已知集合A={x|x²-5x+6=0}，B={x|ax-6=0}，若B⊊A，求a。",
    "已知集合A={x|x²-5x+6=0}，B={x|x^2-ax+1=0}，若B⊆A，求a。",
    "已知关于x的方程x²-2(m+1)x+m²+5=0有两个实数根x_1,x_2，且x_1<x_2，x_1+2x_2=9，求m。",
    "已知关于x的方程x²-2mx+m²+5=0的两根x_1,x_2，且x_1^2+x_2^2=20，求m的值。",  # no real roots
    "正四棱锥的底面边长为6，侧棱长为4，求它的体积。",  # no such pyramid
    "正四棱锥的底面边长为6，求它的体积。",
    "正四棱锥的底面边长为6厘米，侧棱长为5米，求它的体积。",
    "In triangle ABC, AB = 5 cm, BC = 7 m and angle B = 60°. Find AC and the area of the triangle.",
    "四棱锥的底面边长为6，侧棱长为5，求它的体积。",
    "长方体的长、宽、高分别为1，2，2，求它的内切球的表面积。",
    "两个相似三角形的面积分别为4和9，其中一个三角形的周长为10，求另一个三角形的周长。",
    "Two similar triangles have areas 50 and 98. Find the side of the larger one.",
    "6名同学站成一排，甲、乙相邻，甲不站在两端，共有多少种站法？",
    "6名同学围成一圈，甲、乙相邻，丙、丁不相邻，共有多少种站法？",
    "6名同学站成一排，甲在乙的左边，丙不站两端，共有多少种站法？",
    "甲、乙两人的成绩分别为7、9、8、6、10环，求方差。",
    "Dana puts $2000 in an account that pays 5% interest a year, compounded annually, and withdraws $100 a year. How much is in the account after 3 years?",
]


@pytest.mark.parametrize(("problem", "answer", "wrong"), CASES)
def test_solved(problem: str, answer: str, wrong: str) -> None:
    task, found, _ = solve(whole_table, problem)
    assert found == answer
    assert verdict(task, found) is True
    assert verdict(task, wrong) is not True


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(whole_table, problem)
