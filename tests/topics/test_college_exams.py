"""College questions as textbooks ask them: each class in both languages, and the near questions that are left alone."""

from __future__ import annotations

import pytest

from solver.intake import language_of
from solver.latex import value_of
from solver.ports import Problem
from solver.topics import reading_of
from solver.topics.base import Unread
from tests.topics.run_cell import run_cell
from tests.topics.solved import verdict

CASES = [
    ("Find the exact length of the curve $y=\\frac{x^2}{4}-\\frac{\\ln x}{2}$, $1\\le x\\le e$.", r"\frac{1}{4} + \frac{e^{2}}{4}", r"\frac{1}{4}"),
    ("Find the arc length of y = x^2/4 - ln(x)/2 for 1 ≤ x ≤ e.", r"\frac{1}{4} + \frac{e^{2}}{4}", r"\frac{e^2}{4}"),
    ("Find the interval of convergence, endpoints included where appropriate, of $\\displaystyle\\sum_{n=1}^{\\infty}\\frac{(x-2)^n}{n\\,3^n}$.", "[-1, 5)", "(-1, 5)"),
    ("求幂级数 $\\sum_{n=1}^{\\infty}\\frac{x^n}{n}$ 的收敛域，并讨论端点处的敛散性。", "[-1, 1)", "(-1, 1)"),
    ("Let $C$ be the circle $x^2+y^2=4$, traversed counterclockwise. Evaluate $\\oint_C\\bigl(2y-x^2\\bigr)dx+\\bigl(9x+y^2\\bigr)dy$.", "28 \\pi", "14 \\pi"),
    ("Evaluate the contour integral $\\oint_{|z|=2}\\frac{e^z}{z^2(z-1)}\\,dz$ (positive orientation).", "2 i \\pi \\left(-2 + e\\right)", "2 i \\pi e"),
    ("Use Lagrange multipliers: what is the maximum of f(x, y, z) = x + 2y + 2z on the sphere x² + y² + z² = 9, and at which point is it attained?", "9,\\ \\left(1, 2, 2\\right)", "9,\\ \\left(2, 1, 2\\right)"),
    ("Exactly one of these series is conditionally convergent. Which one? (A) $\\sum_{n\\ge1}\\frac{(-1)^n}{n^2}$ (B) $\\sum_{n\\ge1}\\frac{(-1)^n}{\\sqrt n}$ (C) $\\sum_{n\\ge1}\\frac{(-1)^n n}{n+1}$ (D) $\\sum_{n\\ge1}\\frac{1}{n^{3/2}}$", "B", "A"),
    ("For which value of k does the linear system\nx + 2y − z = 3\n2x + 5y + z = 8\nx + 3y + kz = 4\nhave no solution?", "k=2", "k=1"),
    ("设函数 $y=y(x)$ 由方程 $e^y+xy=e$ 确定，求 $y''(0)$。", "e^{-2}", "e^{-1}"),
    ("Given that $x^2+y^2=25$, find $\\frac{d^2y}{dx^2}$ at $(3,4)$.", "- \\frac{25}{64}", "- \\frac{3}{4}"),
    ("由曲线 y=x² 与 y=√x 围成一平面图形。（1）求其面积；（2）求该图形绕 x 轴旋转一周所得旋转体的体积。", "\\frac{1}{3};\\ \\frac{3 \\pi}{10}", "\\frac{1}{3};\\ \\frac{\\pi}{10}"),
    ("Let R be the region bounded by y = x^2 and y = x. (a) Find the area of R. (b) Find the volume of the solid obtained by rotating R about the x-axis.", "\\frac{1}{6};\\ \\frac{2 \\pi}{15}", "\\frac{1}{6};\\ \\frac{\\pi}{15}"),
    ("设3阶矩阵 A 的特征值为 1，-1，2，B=A³-5A²，求 |B|。", "-288", "288"),
    ("Let A be a 3×3 matrix with eigenvalues 1, 2, 3 and let B = A^2 - 2I. Find det(B).", "-14", "14"),
    ("某厂甲、乙、丙三个车间生产同一种产品，产量各占50%、30%、20%，次品率依次为2%、3%、5%。现从全部产品中任取一件，发现是次品，求它是丙车间生产的概率。", "\\frac{10}{29}", "\\frac{1}{5}"),
    ("设 $X\\sim N(3,2^2)$，已知 $\\Phi(1)=0.8413$，$\\Phi(0.5)=0.6915$，求 $P\\{2<X\\le5\\}$。", "0.5328", "0.1498"),
    ("随机变量 X 服从泊松分布，且 P{X=1}=P{X=2}，求 P{X=4}。", "\\frac{2}{3 e^{2}}", "\\frac{1}{3 e^{2}}"),
    ("X has a Poisson distribution and P(X=1) = P(X=2). Find P(X=0).", "e^{-2}", "e^{-1}"),
    ("The joint density of $(X,Y)$ is $f(x,y)=cxy$ for $0<x<y<1$ and $0$ elsewhere. (i) Find $c$. (ii) Find $E[X]$.", "8;\\ \\frac{8}{15}", "8;\\ \\frac{4}{5}"),
    ("A random sample of 36 items from a normal population with known standard deviation 12 has mean 50. Give the two-sided 95% confidence interval for the population mean (use z = 1.96).", "(46.08, 53.92)", "(46, 54)"),
    ("判断反常积分∫₀^{+∞} x·e^{－2x}dx的敛散性，若收敛求其值。", r"\text{收敛};\ \frac{1}{4}", r"\text{发散}"),
    ("Is the integral ∫_0^∞ 1/(1+x^2) dx convergent or divergent?", r"\text{converges}", r"\text{diverges}"),
    ("判别反常积分$\\int_1^{+\\infty}\\frac{1}{x}dx$的收敛性，如果收敛，计算其值。", r"\text{发散}", r"\text{收敛};\ 1"),
    ("Find the interval of convergence of Σ x^n/n^2 (n from 1 to infinity).", "[-1, 1]", "(-1, 1)"),
    ("求幂级数Σ (x−1)^n/(n·2^n)（n从1到∞）的收敛半径和收敛域。", r"2;\ [-1, 3)", r"2;\ [-1, 3]"),
    ("For what value of k are the vectors (1,2,3), (2,k,1), (0,1,1) linearly dependent?", "-1", "1"),
    ("当t取何值时，向量组(1,1,0),(1,0,1),(0,1,t)线性无关？", r"t\neq -1", r"t\neq 1"),
    ("Which of the following series converges? A. Σ 1/n B. Σ 1/√n C. Σ 1/n^2 D. Σ n/(n+1)", "C", "A"),
    ("下列级数中条件收敛的是（　　）\nA. Σ(-1)^n/n B. Σ(-1)^n/n^2 C. Σ1/n D. Σ(-1)^n", "A", "B"),
    ("级数 1/(1·3)+1/(2·4)+1/(3·5)+…+1/[n(n+2)]+… 的和为多少？", r"\frac{3}{4}", r"\frac{1}{2}"),
    ("Find the sum of 1 - 1/3 + 1/9 - 1/27 + ...", r"\frac{3}{4}", r"\frac{3}{2}"),
    ("设A为3阶方阵，|A|=2，则|2A⁻¹|=______，|A*|=______（A*为A的伴随矩阵）。", r"4;\ 4", r"4;\ 2"),
    ("设A是3阶矩阵，|A|=1/2，求|(2A)^{-1}-5A*|。", "-16", "16"),
    ("Suppose A is 3 by 3 with determinant 4. Find the determinant of 2A^2.", "128", "18"),
    ("设z=x²y+e^{xy}，求函数在点(1,1)处的全微分dz。", r"dz=\left(2 + e\right)\,dx+\left(1 + e\right)\,dy", r"dz=2\,dx+\,dy"),
    ("Equal squares are cut from the corners of an 18 cm by 18 cm sheet of cardboard and the sides are folded up to make an open box. What size squares give the largest volume, and what is that volume?", r"3,\ 432", r"3,\ 400"),
    ("设y=x^x (x>0)，求y'，并求x=2时的导数值。", r"x^{x} \left(\ln{\left(x \right)} + 1\right);\ 4 \ln{\left(2 \right)} + 4", r"x^{x};\ 4"),
    ("The region under y = √x from x = 0 to x = 4 (above the x-axis) is revolved about the y-axis. Find the volume of the solid.", r"\frac{128 \pi}{5}", r"8\pi"),
    ("曲线y=x²与直线x=1及x轴所围成的图形分别绕x轴和y轴旋转，求所得旋转体的体积。", r"\frac{\pi}{5};\ \frac{\pi}{2}", r"\frac{\pi}{2};\ \frac{\pi}{5}"),
    ("Find the eigenvalues of [[4,1],[2,3]], and an eigenvector corresponding to the largest eigenvalue.", r"2,\ 5;\ (1, 1)", r"2,\ 5;\ (1, -2)"),
    ("求矩阵 $A=\\begin{pmatrix}2&0&0\\\\0&3&1\\\\0&1&3\\end{pmatrix}$ 的全部特征值。", r"2,\ 2,\ 4", r"2,\ 3"),
    ("lim (1 + 2/n)^(3n) as n -> infinity", "e^{6}", "e^{2}"),
    ("$\\frac{d}{dx}\\int_0^{x^2}\\sqrt{1+t^2}\\,dt=$ ____", r"2 x \sqrt{x^{4} + 1}", r"\sqrt{x^{4} + 1}"),
    ("求不定积分∫arctanx dx", r"x \arctan{\left(x \right)} - \frac{\ln{\left(x^{2} + 1 \right)}}{2} + C", r"\frac{1}{1+x^2}"),
    ("sin x的三次方从0到π的定积分", r"\frac{4}{3}", "2"),
    ("利用极坐标计算二重积分$\\iint_D(x^2+y^2)\\,d\\sigma$，其中$D=\\{(x,y)\\mid x^2+y^2\\le4\\}$。", r"8 \pi", r"4\pi"),
    ("计算四阶行列式 $\\begin{vmatrix}2&1&1&1\\\\1&2&1&1\\\\1&1&2&1\\\\1&1&1&2\\end{vmatrix}$。", "5", "16"),
    ("某种疾病的患病率为1%，检测对患者的检出率为95%，对健康人的误报率为5%。某人检测呈阳性，求他确实患病的概率。", r"\frac{19}{118}", r"\frac{95}{100}"),
    ("One in 200 people has a rare disease. A test is positive for 99% of those with it and for 2% of those without it. What is the probability that someone who tests positive has the disease?", r"\frac{99}{497}", r"\frac{99}{100}"),
]  # fmt: skip
DECLINED = [
    "Find the directional derivative of f(x,y)=x^2y at (1,2) in the direction toward the point (1,2).",  # no direction
    "Find the directional derivative of f(x,y)=x^2y at (1,2) in the direction away from the point (4,6).",
    "求 $z=x^2-xy+y^2$ 在点(1,1)沿与y轴正向夹角为60°方向的方向导数",
    "1% of people have a disease. a test is positive for 90% of people with it and 5% of people with it. someone tests positive. whats the probability they have it?",
    "For which p does ∫_1^∞ 1/x^p dx converge?",
    "Determine whether ∫_1^∞ 1/x^3 dx converges absolutely uniformly.",
    "若向量组α₁=(1,2,1)，α₂=(2,3,t)线性相关且t>5，则t=？",
    "若向量组α₁=(1,2,1)，α₂=(2,s,t)，α₃=(3,5,4)线性相关，则t=？",
    "Which of the following series converges? A. Σ 1/n^2 B. Σ 1/√n C. Σ 1/n^3 D. Σ n/(n+1)",  # two of them
    "Find the sum of 1/2 + 1/3 + ...",
    "设A为3阶方阵，|A|=2，求|A+E|。",
    "Let A be a matrix with determinant 4. Find det(3A).",  # how large?
    "Find an eigenvector of [[2,1],[1,2]] for the eigenvalue 5.",  # which is none
    "Find a unit eigenvector of [[2,1],[1,2]] for the larger eigenvalue.",
    "The region bounded by y = x^2 - 4, above the x-axis, from x = -2 to x = 2 is revolved about the x-axis. Find the volume.",  # it lies below
    "X has density f(x) = 2x for 0 < x < 3 and 0 otherwise. Find E(X).",  # its integral is 9
    "X has density f(x) = kx for 0 < x < 3 and k elsewhere. Find k.",
    "Find the equation of the plane through (0,0,0), (1,1,1) and (2,2,2).",  # on one line
    "Find the maximum of x^2 + y^2 subject to x + y = 1.",  # there is none
    "求函数f(x,y)=xy在条件x+y=1下的最小值。",
    "Where is f(x) = |x| not differentiable?",
    "Is f(x) = |x| differentiable at x = 0 for a > 0?",
]  # fmt: skip


@pytest.mark.parametrize(("question", "right", "wrong"), CASES)
def test_questions_of_college_exams_are_solved(question: str, right: str, wrong: str) -> None:
    found = reading_of(Problem(question, language_of(question)))
    assert not isinstance(found, Unread), found
    conclusion = found.task.conclude(value_of(str(run_cell(found.task.solution().cell))))
    assert conclusion is not None and conclusion.answer == right
    assert verdict(found.task, right) is True
    plan = found.task.check(wrong)
    assert plan is None or run_cell(plan.source) is not True


@pytest.mark.parametrize("question", DECLINED)
def test_near_questions_are_declined(question: str) -> None:
    assert isinstance(reading_of(Problem(question, language_of(question))), Unread)
