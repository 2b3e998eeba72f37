"""School and college topics: double integrals, related rates, several variables, moved graphs, complex solutions."""

from __future__ import annotations

import pytest

from solver.topics import two_questions
from solver.topics.base import Reader
from solver.topics.calculus import derivatives, double_integrals, related_rates, several_variables
from solver.topics.discrete import arrangements, random_variables
from solver.topics.equations import complex_roots, eigenvectors, matrices, systems
from solver.topics.expressions import polynomials
from solver.topics.functions import function_features, moved_graphs, values
from tests.topics.solved import is_declined, solves

CASES = [
    (double_integrals.read, "Reverse the order of integration and evaluate ∫_0^1 ∫_y^1 e^{x^2} dx dy", r"\frac{e-1}{2}", "e-1"),
    (double_integrals.read, "∬_D x dA, D bounded by y = x, y = 2x, x+y = 6", "5", "7"),
    (double_integrals.read, "计算∬_D √(x²+y²)dxdy，其中D={(x,y)|1≤x²+y²≤4}", r"\frac{14\pi}{3}", r"\frac{16\pi}{3}"),
    (double_integrals.read, "Evaluate ∬_D y dA where D is the upper half of the disk x^2+y^2<=4.", r"\frac{16}{3}", "0"),
    (double_integrals.read, "计算二重积分∬_D x dσ，其中D是右半圆域x^2+y^2≤1。", r"\frac{2}{3}", "0"),
    (double_integrals.read, "Evaluate ∬_D y dA where D is the region below the line y = x bounded by y = x and y = x^2.", r"\frac{1}{15}", r"\frac{1}{10}"),
    (double_integrals.read, "Evaluate ∬_D x dA where D is the region inside x^2+y^2=2x and above the x-axis.", r"\frac{\pi}{2}", r"\pi"),
    (double_integrals.read, "Evaluate ∬_D x dA where D is bounded by y=x^2, y=0, x=1, x=2", r"\frac{15}{4}", "4"),
    (several_variables.read, "Find the unit vector in the direction of the gradient of f(x,y)=x^2+y^2 at (3,4).", r"(\frac{3}{5}, \frac{4}{5})", "(6, 8)"),
    (several_variables.read, "求函数f(x,y)=x^3-y^3+3x^2+3y^2-9x的极大值", r"\text{极大值: }f(-3, 2)=31", "30"),
    (several_variables.read, "Find the local maximum of f(x,y) = x^3 + y^3 - 3xy.", r"\text{no local maximum}", r"\text{local maximum: }f(1, 1)=-1"),
    (related_rates.read, "If x^2 + y^2 = 25, dx/dt = 3, find dy/dt at x = 3 where y is positive.", r"-\frac{9}{4}", r"\frac{9}{4}"),
    (related_rates.read, "A 13 ft ladder leans against a wall. The bottom slides away from the wall at 2 ft/s. How fast is the top sliding down when the top is 5 ft above the ground?", r"\frac{24}{5}", r"\frac{5}{6}"),
    (related_rates.read, "Two cars start from the same point. One travels south at 60 mph and the other travels west at 25 mph. At what rate is the distance between the cars increasing two hours later?", "65", "85"),
    (complex_roots.read, "Find the real cube roots of 27.", "3", "-3"),
    (complex_roots.read, "Find all cube roots of -8.", r"-2,\ 1-\sqrt{3}i,\ 1+\sqrt{3}i", "-2,\\ 2i"),
    (eigenvectors.read, "Find the eigenvalues of [[4, 1], [2, 3]] and an eigenvector for each of them.", r"\lambda=2:\ (1, -2);\ \lambda=5:\ (1, 1)", r"\lambda=2:\ (1, 2);\ \lambda=5:\ (1, 1)"),
    (random_variables.read, "A random variable X takes the values 0, 1, 2, 3 with probabilities 0.1, 0.3, 0.4, 0.2. Find E(X) and Var(X).", r"1.7;\ 0.81", r"1.7;\ 0.9"),
    (random_variables.read, "已知P(X=1)=1/2，P(X=2)=1/4，P(X=4)=1/4，求X的数学期望和方差。", r"2;\ \frac{3}{2}", r"2;\ \frac{1}{2}"),
    (complex_roots.read, "求满足z^2=-5-12i的所有复数z", "z=2-3i,\\ z=-2+3i", "z=2+3i,\\ z=-2-3i"),
    (derivatives.read, "Let f(x, y) = x^2 y^3. Find f_x and f_y.", "2xy^3;\\ 3x^2y^2", "2xy^3;\\ 3xy^2"),
    (matrices.read, "已知向量a=(2,-1),b=(m,3),若a⊥b,则m=____.", r"\frac{3}{2}", "6"),
    (two_questions.read, "设参数方程x=t-sin t,y=1-cos t,求dy/dx和d²y/dx².", r"\frac{\sin t}{1-\cos t};\ -\frac{1}{(1-\cos t)^2}", r"\frac{\sin t}{1-\cos t};\ \frac{1}{(1-\cos t)^2}"),
    (arrangements.read, "从5名男生和4名女生中选出3人,要求男生、女生都要有,共有多少种不同的选法?", "70", "84"),
    (two_questions.read, "Find x if 2x+1=7 and find 3x", r"3;\ 9", r"3;\ 6"),
    (two_questions.read, "Find the modulus of z and z^2 if z = 1+i.", r"\sqrt{2};\ 2", r"\sqrt{2};\ 2i"),
    (two_questions.read, "If z = 1+i, find the modulus and argument of z and z^2.", r"\sqrt{2};\ \frac{\pi}{4};\ 2;\ \frac{\pi}{2}", r"\sqrt{2};\ \frac{\pi}{4};\ 2;\ \frac{\pi}{4}"),
    (two_questions.read, "Let f(x) = x^2-4x+3. (a) Find the derivative. (b) Find its zeros.", r"2x-4;\ 1,\ 3", r"2x-4;\ 2"),
    (related_rates.read, "以每秒3立方厘米的速度向一个圆锥形漏斗注水，漏斗的半径6厘米，高12厘米，求水深为4厘米时水面高度的变化率。", r"\frac{3}{4\pi}", r"-\frac{3}{4\pi}"),
    (several_variables.read, "Find the directional derivative of f(x,y)=x^2 y in the direction of (3,4) at the point (1,2).", r"\frac{16}{5}", r"\frac{42\sqrt{5}}{5}"),
    (systems.read, "x+y=10 x-y=2 求x y", r"x=6,\ y=4", r"x=1,\ y=9"),
    (systems.read, "y=2x+1 x+y=4", r"x=1,\ y=3", r"x=0,\ y=4"),
    (systems.read, "If $2 x=3 y=12$, find $x+y$.", "10", r"\frac{27}{2}"),
    (two_questions.read, "解下列方程组:(1) x+y=3, x-y=1 (2) 2x+y=4, x-y=-1", r"x=2,\ y=1;\ x=1,\ y=2", r"x=2,\ y=1;\ x=2,\ y=1"),
    (related_rates.read, "Gas is escaping from a spherical balloon at the rate of 2 ft³/min. How fast is the radius shrinking when the radius is 12 ft?", r"\frac{1}{288\pi}", r"\frac{1}{144\pi}"),
    (related_rates.read, "Let z = x^2 + y^2, dx/dt = 2, dy/dt = 3. Find dz/dt when x = 1, y = 2.", "16", "13"),
    (several_variables.read, "求函数f(x,y)=x^3+y^3-3xy的极值", r"\text{极小值: }f(1, 1)=-1", r"\text{极大值: }f(1, 1)=-1"),
    (several_variables.read, "Find the gradient of f(x, y, z) = xyz + z^2.", "(yz, xz, xy+2z)", "(yz, xz, xy+z)"),
    (moved_graphs.read, "将函数y=sin x的图象向左平移π/6个单位,求所得图象的解析式", r"y=\sin\left(x+\frac{\pi}{6}\right)", r"y=\sin\left(x-\frac{\pi}{6}\right)"),
    (function_features.read, "求函数y=3-2cos(2x-π/3)的最小值", "1", "5"),
    (values.read, "已知f(x+1)=x^2+2x,求f(2x)", "4x^2-1", "4x^2+4x"),
    (several_variables.read, "In the direction of v = (3,4), find the directional derivative of f(x,y)=x^2 y at (1,2).", r"\frac{16}{5}", r"\frac{42\sqrt{5}}{5}"),
    (complex_roots.read, "Find the fourth roots of -16.", r"\sqrt{2}+\sqrt{2}i,\ \sqrt{2}-\sqrt{2}i,\ -\sqrt{2}+\sqrt{2}i,\ -\sqrt{2}-\sqrt{2}i", r"2,\ -2,\ 2i,\ -2i"),
]  # fmt: skip
DECLINED = [
    (double_integrals.read, "Evaluate ∬_D xy dA with D: y>=0, y<=x, x>=1"),  # without end
    (double_integrals.read, "Evaluate ∬_D xy dA where D is bounded by y = x^2 and x = 1."),  # no region
    (double_integrals.read, "Find the double integral of 1 over the quarter of the disk x^2+y^2<=4."),  # which one?
    (double_integrals.read, "Find the volume of the solid under z = x over the disk x^2+y^2<=1."),  # half of it lies below
    (double_integrals.read, "Evaluate ∬_D y dA where D is the region above the line y = x bounded by y = x and y = x^2."),  # it lies below
    (double_integrals.read, "Evaluate ∬_D x dA where D is the first region bounded by y = x^2 and y = x+2."),
    (double_integrals.read, "Evaluate ∬_D x dA where D lies within the circle x^2+y^2=4 and within the circle x^2+y^2=1."),
    (related_rates.read, "Let x be decreasing with dx/dt = 3 and y = x^2. Find dy/dt when x = 3."),  # decreasing, and 3
    (derivatives.read, "求z=x^3y^2的二阶偏导数"),  # there are three
    (moved_graphs.read, "The graph of y = x^2 is shifted 3 units up after it is reflected in the x-axis. Find the equation."),  # the reflection comes first
    (complex_roots.read, "Find the real fourth roots of -16."),
    (complex_roots.read, "Find the cube roots of 2."),
    (eigenvectors.read, "Find the unit eigenvectors of [[4, 1], [2, 3]]."),
    (random_variables.read, "A random variable X takes the values 0, 1, 2 with probabilities 0.1, 0.3, 0.4. Find E(X)."),  # together 0.8
    (random_variables.read, "A random variable X takes the values 0, 1, 2 with probabilities 0.1, 0.5, 0.4. Find E(2X+1)."),
    (polynomials.read, "product of 12 n 5"),  # n: and
    (systems.read, "Find x if 2x+1=7 and find 3x"),  # two questions
    (related_rates.read, "If x^2 + y^2 = 25 and dx/dt = 3, find dy/dt when x = 3."),  # y may be 4 or -4
    (related_rates.read, "A conical tank of radius 4 m and height is 12 m. Water flows in at 2 cubic meters per minute. How fast is the water level rising when the depth is 6 m?"),
    (related_rates.read, "A 10 ft ladder leans against a wall. The top slides down the wall at 2 ft/s. How fast is the foot moving when the top is 6 ft?"),
    (several_variables.read, "Find the directional derivative of f(x,y)=x^2 y at (1,2) away from the point (4,6)."),  # that is along (-3, -4)
    (related_rates.read, "Air is pumped into a spherical balloon at 100 cm^3/s. How fast is the radius increasing?"),
    (several_variables.read, "Find the tangent plane to z = x^2 + y^2 at (1,1,5)."),  # not on the surface
    (several_variables.read, "求f(x,y)=x^4+y^4的极值"),  # the second derivatives do not decide
    (moved_graphs.read, "The graph of y = x^2 is rotated 90° about the origin and shifted 2 units up. Find its equation."),
    (moved_graphs.read, "把函数f(x)的图象向右平移2个单位后得到y=x^2的图象，求f(x)的解析式。"),  # back to where it came from
    (moved_graphs.read, "The graph of f(x) is shifted 3 units up and the result is y = 2x+1. Find f(x)."),
    (complex_roots.read, "Solve z^3 = -8"),
    (complex_roots.read, "求方程 $x^3-1=0$ 的虚根。"),  # 1 is none of them
    (complex_roots.read, "求16的四次方根。"),  # 2 and -2
    (two_questions.read, "Solve x^2-4=0 and x>0"),
    (two_questions.read, "解不等式组 (1) 2x-1>0 (2) x-5<0"),  # both at once
    (systems.read, "If x^2 + y^2 = 25 and dx/dt = 3, find dy/dt when x = 3 and y = 4."),  # no product of letters
]  # fmt: skip


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("reader", "problem", "right", "wrong"), CASES)
def test_solved_and_proved(reader: Reader, problem: str, right: str, wrong: str) -> None:
    solves(reader, problem, right, wrong)


@pytest.mark.parametrize(("reader", "problem"), DECLINED)
def test_what_is_near_and_different_is_declined(reader: Reader, problem: str) -> None:
    assert is_declined(reader, problem)
