"""What college lectures ask in their own notation: each class in both languages where both have it, and the near questions that are left alone."""

from __future__ import annotations

import pytest

from solver.topics.discrete import normal
from solver.topics.lectures import read
from tests.topics.solved import is_declined, solves

CASES = [
    # the fourth corner
    ("The points A(1, 2), B(6, 2) and C(6, 5) are three corners of a rectangle. What are the coordinates of the fourth corner?", "(1, 5)", "(1, 4)"),
    ("Three vertices of a rectangle are (2,1), (2,6) and (9,6). Find the fourth vertex.", "(9, 1)", "(9, 6)"),
    ("ABCD is a square with A(1,1), B(4,2), C(3,5). Find D.", "(0, 4)", "(4, 0)"),
    ("长方形ABCD的三个顶点是A(1,2)，B(6,2)，C(6,5)，第四个顶点D的坐标是多少？", "(1, 5)", "(5, 1)"),
    ("长方形ABCD中，A(1,2)、B(6,2)、C(6,5)，用数对表示D点的位置。", "(1, 5)", "(1, 6)"),
    ("平行四边形ABCD中，A(1,1)，B(5,1)，C(7,4)，求D点坐标。", "(3, 4)", "(11, 4)"),
    ("ABCD is a rectangle. A is (1,2), B is (6,2) and C is (6,5). What are the coordinates of D?", "(1, 5)", "(6, 6)"),
    ("在方格纸上，长方形三个顶点用数对表示分别是(1,1)、(5,1)、(5,4)，第四个顶点用数对表示是什么？", "(1, 4)", "(4, 1)"),
    # Roman numerals
    ("What is 94 as a Roman numeral?", r"\text{XCIV}", r"\text{XCVI}"),
    ("Write 49 in Roman numerals.", r"\text{XLIX}", r"\text{LI}"),
    ("How do you write 2024 in Roman numerals?", r"\text{MMXXIV}", r"\text{MMXXVI}"),
    ("What number is MCMXCIV?", "1994", "2216"),
    ("Write the Roman numeral CDXLIV as an ordinary number.", "444", "666"),
    ("罗马数字XLIX表示多少？", "49", "51"),
    ("把1994写成罗马数字。", r"\text{MCMXCIV}", r"\text{MCMXCVI}"),
    # moments by their rules
    ("If E(X)=2 and Var(X)=3, find E(X^2).", "7", "5"),
    ("设X~B(10,0.4)，求E(X^2)。", "18.4", "16"),
    ("设随机变量X与Y相互独立，D(X)=4，D(Y)=2，求D(3X-2Y)。", "44", "28"),
    ("If X and Y are independent with Var(X)=4, Var(Y)=2, find Var(3X-2Y).", "44", "8"),
    ("设随机变量X的数学期望E(X)=2，E(X^2)=5，求D(2X-1)。", "4", "3"),
    ("The correlation coefficient of X and Y is 0.5, Var(X)=4, Var(Y)=9. Find Var(X+Y).", "19", "13"),
    ("设X~N(1,4), Y~N(2,9), 且X与Y相互独立, 求E(2X-Y), D(2X-Y)。", r"0,\ 25", r"0,\ 7"),
    ("Let X be a geometric random variable with p = 1/4. Find E(X) and Var(X).", r"4,\ 12", r"4,\ 3"),
    ("Suppose E(X)=3, E(Y)=-1, Cov(X,Y)=2. Find E(XY).", "-1", "-3"),
    # probabilities of usual laws
    ("设随机变量X服从泊松分布，且P{X=1}=P{X=2}，求P{X=4}。", r"\frac{2}{3e^2}", r"\frac{1}{e^2}"),
    ("X has a Poisson distribution with P(X=1)=P(X=2). Find P(X=0).", "e^{-2}", "e^{-1}"),
    ("Let X be exponential with mean 5. Find P(X>10).", "e^{-2}", "e^{-50}"),
    ("X is uniform on (0,10). Find P(X>3 | X<7).", r"\frac{4}{7}", r"\frac{2}{5}"),
    ("设随机变量X在[2,5]上服从均匀分布，求P(X>3)。", r"\frac{2}{3}", r"\frac{1}{3}"),
    ("设随机变量X~P(λ)，且P{X=1}=P{X=2}，求λ。", "2", "1"),
    # joint densities
    ("The joint density of X and Y is f(x,y)=x+y for 0<x<1, 0<y<1. Find P(X+Y<1).", r"\frac13", r"\frac12"),
    ("设(X,Y)的概率密度为f(x,y)=6x, 0≤x≤y≤1; 0, 其他. 求P{X+Y≤1}。", r"\frac14", r"\frac34"),
    ("设二维随机变量(X,Y)的概率密度为f(x,y)=ke^{-(2x+y)}, x>0,y>0, 求常数k。", "2", "1"),
    ("Let X and Y have joint density f(x,y) = 2 for 0<x<y<1. Find Cov(X,Y).", r"\frac{1}{36}", "0"),
    ("Let f(x,y)=6x, 0<x<y<1 be the joint density of X and Y. Find the marginal density of X.", "6x(1-x)", "6x"),
    ("设二维随机变量(X,Y)的概率密度为f(x,y)=\\begin{cases}4xy, & 0<x<1,0<y<1\\\\0, & 其他\\end{cases}，求P(X<Y)。", r"\frac12", r"\frac13"),
    # a matrix as P D P^-1
    ("Find the characteristic polynomial of [[2,1],[1,2]].", "x^2-4x+3", "x^2-4x+5"),
    ("求矩阵\\begin{pmatrix}2&1\\\\1&2\\end{pmatrix}的特征多项式。", r"\lambda^2-4\lambda+3", r"\lambda^2+4\lambda+3"),
    ("Is the matrix [[1,1],[0,1]] diagonalizable?", r"\text{no}", r"\text{yes}"),
    ("设矩阵A=\\begin{pmatrix}2&0&0\\\\0&3&1\\\\0&1&3\\end{pmatrix}，判断A能否对角化。", r"\text{可以}", r"\text{不能}"),
    ("Diagonalize the matrix A = \\begin{pmatrix} 4 & 1 \\\\ 2 & 3 \\end{pmatrix}.", "P=\\begin{pmatrix} 1 & 1 \\\\ 1 & -2 \\end{pmatrix},\\ D=\\begin{pmatrix} 5 & 0 \\\\ 0 & 2 \\end{pmatrix}", "P=\\begin{pmatrix} 1 & 1 \\\\ 1 & -2 \\end{pmatrix},\\ D=\\begin{pmatrix} 2 & 0 \\\\ 0 & 5 \\end{pmatrix}"),
    ("Find the singular values of [[3,0],[4,5]].", r"3\sqrt{5},\ \sqrt{5}", r"3,\ 5"),
    # told eigenvalues and equations
    ("The eigenvalues of a 3x3 matrix A are 1, 2, 3. Find det(A^2 + A).", "144", "36"),
    ("已知三阶矩阵A的特征值为1,2,-3，求|A^*+3A+2E|。", "25", "-25"),
    ("已知3阶矩阵A的特征值为1,2,3，求A^{-1}的特征值。", r"1,\ \frac12,\ \frac13", r"1,\ 2,\ 3"),
    ("设方阵A满足A^2-A-2E=O，求(A+2E)^{-1}。", r"\frac{1}{4}\left(3E-A\right)", r"\frac{1}{4}\left(A-3E\right)"),
    ("If A^2 - 3A + 2I = 0, find A^{-1}.", r"\frac{1}{2}\left(3I-A\right)", r"\frac{1}{2}\left(A-3I\right)"),
    # quadratic forms
    ("用正交变换将二次型f=2x_1^2+2x_2^2+2x_1x_2化为标准形。", "y_1^2+3y_2^2", "2y_1^2+2y_2^2"),
    ("Is the quadratic form Q(x,y)=2x^2+2xy+3y^2 positive definite?", r"\text{yes}", r"\text{no}"),
    ("当t取何值时，二次型f=x_1^2+x_2^2+5x_3^2+2tx_1x_2-2x_1x_3+4x_2x_3为正定二次型?", r"-\frac{4}{5}<t<0", "-1<t<1"),
    ("Find the matrix of the quadratic form 3x^2 - 4xy + y^2.", "\\begin{pmatrix}3&-2\\\\-2&1\\end{pmatrix}", "\\begin{pmatrix}3&-4\\\\-4&1\\end{pmatrix}"),
    # bases of vectors
    ("Apply the Gram-Schmidt process to the vectors (1,1,0), (1,0,1).", r"(1,1,0),\ (1,-1,2)", r"(1,1,0),\ (1,0,1)"),
    ("用施密特正交化方法将向量组 α1=(1,1,1), α2=(1,2,3), α3=(1,4,9) 正交化。", r"(1,1,1),\ (-1,0,1),\ (1,-2,1)", r"(1,1,1),\ (-1,0,1),\ (1,2,1)"),
    ("求向量组 α1=(1,2,3,4), α2=(2,3,4,5), α3=(3,4,5,6) 的一个极大无关组。", r"(1,2,3,4),\ (3,4,5,6)", "(1,2,3,4)"),
    ("Find the transition matrix from the basis B={(1,0),(0,1)} to C={(1,1),(1,-1)}.", "\\begin{pmatrix}1&1\\\\1&-1\\end{pmatrix}", "\\begin{pmatrix}1&0\\\\1&-1\\end{pmatrix}"),
    ("求向量β=(3,1)在基α1=(1,1),α2=(1,-1)下的坐标。", "(2,1)", "(1,2)"),
    ("Find the orthogonal projection of (1,2,3) onto the span of (1,1,1).", "(2,2,2)", "(1,1,1)"),
    ("Find the least squares solution of Ax=b where A=[[1,0],[1,1],[1,2]] and b=(6,0,0).", "(5,-3)", "(6,-3)"),
    # residues
    ("Find the residue of f(z) = 1/(z^2+1) at z = i.", r"-\frac{i}{2}", r"\frac{i}{2}"),
    ("求f(z)=\\frac{e^z}{z^2}在z=0处的留数。", "1", "0"),
    ("Evaluate \\oint_C \\frac{e^{z}}{z^2} dz, where C is the circle |z|=1.", r"2\pi i", r"\pi i"),
    ("利用留数定理计算积分\\oint_{|z|=2}\\frac{z}{(z-1)(z-3)}dz。", r"-\pi i", r"2\pi i"),
    ("Evaluate \\oint_{|z|=1} z^2 e^{1/z} dz.", r"\frac{\pi i}{3}", "0"),
    # Laplace transforms
    ("Find the Laplace transform of f(t) = t^2 e^{3t}.", r"\frac{2}{(s-3)^3}", r"\frac{1}{(s-3)^3}"),
    ("求F(s)=\\frac{1}{s(s+1)}的拉普拉斯逆变换。", "1-e^{-t}", "1+e^{-t}"),
    ("Use Laplace transforms to solve y'' + y = 0, y(0)=1, y'(0)=0.", r"y=\cos t", r"y=\sin t"),
    ("用拉普拉斯变换解微分方程 y''+4y=0, y(0)=0, y'(0)=2。", r"y=\sin 2t", r"y=2\sin 2t"),
    # what derivatives say
    ("Let f(x,y) = x^3y + e^{xy}. Find f_x, f_y and f_xy.", r"3x^2y+y e^{xy},\ x^3+x e^{xy},\ 3x^2+e^{xy}+x y e^{xy}", r"3x^2y+y e^{xy},\ x^3+x e^{xy},\ 3x^2"),
    ("求函数u=xyz在点(1,2,3)处的梯度。", "(6,3,2)", "(1,2,3)"),
    ("Find the curvature of y = ln x at x = 1.", r"\frac{\sqrt2}{4}", "1"),
    ("求曲线y=x^2在点(1,1)处的曲率。", r"\frac{2}{5\sqrt5}", "2"),
    ("当x→0时，1-cos x 与 ax^2 是等价无穷小，求a。", r"\frac12", "1"),
    ("当x→0时，tan x - sin x 是x的几阶无穷小?", "3", "2"),
    ("Use Euler's method with step size h=0.1 to approximate y(0.2) if y' = x + y, y(0) = 1.", "1.22", "1.2"),
    # numbers, propositions, recurrences
    ("Compute φ(100).", "40", "50"),
    ("求2模11的阶。", "10", "5"),
    ("Find all generators of Z_8.", r"1,\ 3,\ 5,\ 7", r"1,\ 3,\ 5"),
    ("Is p → (q → p) a tautology?", r"\text{yes}", r"\text{no}"),
    ("判断公式 p→(p∧q) 是否为重言式。", r"\text{否}", r"\text{是}"),
    ("Is p → q a tautology, a contradiction, or a contingency?", r"\text{contingency}", r"\text{tautology}"),
    ("Solve the recurrence a_n = 5a_{n-1} - 6a_{n-2}, a_0 = 1, a_1 = 4.", r"2\cdot 3^n-2^n", "3^n"),
    ("解递推关系 $a_n=a_{n-1}+2a_{n-2}$ ($n\\ge 2$), $a_0=2, a_1=7$。", r"3\cdot 2^n-(-1)^n", "2^n"),
    ("Solve the recurrence relation a_n = 2a_{n-1} + 1 with a_0 = 0.", "2^n-1", "2^n"),
]  # fmt: skip
INTERVALS = [
    ("A sample of 36 has mean 50 and the population standard deviation is σ = 6. Find a 95% confidence interval for μ.", "(48.04, 51.96)", "(48, 52)"),
    ("从正态总体N(μ,4)中抽取容量为16的样本,样本均值为10,求μ的置信水平为0.95的置信区间。", "(9.02, 10.98)", "(8.04, 11.96)"),
]  # fmt: skip
DECLINED = [
    "Three vertices of a parallelogram are (2,1), (2,6) and (9,6). Find the fourth vertex.",
    "Three vertices of a rectangle are (2,1), (3,6) and (9,6). Find the fourth vertex.",
    "长方形ABCD的三个顶点是A(1,2)，B(6,2)，C(7,5)，第四个顶点D的坐标是多少？",
    "What is the Roman numeral IL as a number?",
    "What is XIV + VI in Roman numerals?",
    "把4000写成罗马数字。",
    "Var(X)=4 and Var(Y)=9. Find Var(X+Y).",  # are they independent?
    "X and Y are not independent, Var(X)=4, Var(Y)=9. Find Var(X+Y).",
    "If X ~ N(10, 4), find Var(2X).",  # a variance, or a deviation?
    "E(X)=2, E(X^2)=3. Find Var(X).",  # it would be negative
    "设D(X)=4，求E(X^2)。",
    "X has a Poisson distribution with P(X=1)=P(Y=2). Find P(X=0).",
    "X and Y have joint density f(x,y)=3 for 0<x<1, 0<y<1. Find P(X<Y).",  # its integral is 3
    "设三阶矩阵A的特征值为1,2,3, 求|A+2|。",  # a number is no matrix
    "设三阶矩阵A的特征值为1,2, 求|A+2E|。",  # the third?
    "The eigenvalues of A are 1, 2, 3. Find det(A+B).",
    "Diagonalize the matrix [[1,1],[0,1]].",
    "Diagonalize the matrix [[0,-1],[1,0]].",
    "设方阵A满足A^2-A-2E=O，求(A-2E)^{-1}。",  # 2 may be an eigenvalue
    "Is the quadratic form x^2+xy+y positive definite?",
    "Apply the Gram-Schmidt process to the vectors (1,1), (2,2).",  # they are dependent
    "Find the coordinates of (1,2) relative to the basis {(1,1),(2,2)}.",
    "Evaluate \\oint_{|z|=1} \\bar{z} dz.",
    "Evaluate \\oint_{|z|=1} \\frac{1}{z-1} dz.",  # the pole lies on the circle
    "Evaluate \\oint_{|z|=2} \\frac{1}{\\sqrt{z}} dz.",
    "Find the Laplace transform of 1/t.",
    "Use Laplace transforms to solve y'' + y = 0, y(0)=1.",  # y'(0)?
    "Find the curvature of y = x^2 at (1,2).",  # which does not lie on it
    "Find the order of 2 modulo 6.",
    "Find a primitive root modulo 8.",  # there is none
    "Is p → q?",
    "Solve the recurrence a_n = a_{n-1} a_{n-2}, a_0 = 1, a_1 = 2.",
    "Solve the recurrence a_n = 5a_{n-1} - 6a_{n-2}, a_0 = 1.",  # a_1?
    "设函数 $f(x)=\\begin{cases}x^2,&x\\le1\\\\ax+b,&x>1\\end{cases}$ 在 $x=1$ 处连续，求 $a,b$。",  # only a + b is settled
    "设函数 $f(x)=\\begin{cases}x^2,&x<1\\\\a,&x>1\\end{cases}$ 在 $x=1$ 处连续，求 $a$。",  # its value at 1?
    "Find the value of k that makes $f(x)=\\begin{cases}\\frac{1}{x}&x\\ne0\\\\k&x=0\\end{cases}$ continuous at x=0.",  # none does
    "Find the value of k that makes $f(x)=\\begin{cases}kx&x\\le 1\\\\x^2&x>1\\end{cases}$ differentiable at x=1.",  # k = 1 and k = 2
    "求幂级数 $\\sum_{n=1}^\\infty a_nx^n$ 的和函数。",
    "Find the sum function of $\\sum_{n=1}^\\infty \\frac{x^{n}}{n^2}$.",  # no elementary one
    "求幂级数 $\\sum_{n=1}^\\infty nx^n$ 的和函数，并求 $\\sum_{n=1}^\\infty n(-1)^n$ 的和。",  # which diverges
    "Find the volume of the solid bounded by the paraboloid z = x^2 + y^2.",  # it is open
    "Find the volume of the solid bounded by the sphere x^2+y^2+z^2=4 and the plane z = 1.",  # the smaller part?
    "Find the volume of the solid bounded by the paraboloid z = x^2 + 2y^2 and the plane z = 4.",  # not round
    "Find the outward flux of F = (x, y, z) through the hemisphere x^2 + y^2 + z^2 = 4, z > 0.",
    "利用高斯公式计算 $\\oiint_\\Sigma x\\,dydz+y\\,dzdx+z\\,dxdy$，其中Σ为球面 $x^2+y^2+z^2=1$ 的内侧。",
    "Find the flux of F = <1/x, y, z> across the sphere x^2+y^2+z^2=1.",  # not defined inside
    "Compute the integral of e^z/(z-1)^2 around the circle |z| = 2, traversed once clockwise.",
    "Evaluate $\\oint_{|z|=2} \\frac{e^z}{(z-1)^2}\\,dz$, where the circle is traversed twice counterclockwise.",
    "Solve a_n = 5a_{n-1} - 6b_{n-2}, with a_0 = 1 and a_1 = 4.",
    "Solve a_n = 5a_{n-1} - 6a_{n-3}, with a_0 = 1, a_1 = 4.",
    "二次型 $f=x_1^2+x_2^2+2tx_1x_2+2sx_1x_3+x_3^2$ 正定，求 $t$ 的取值范围。",
    "Is the quadratic form $x^2+2xy+y^2$ positive definite, negative definite or indefinite?",  # semidefinite
    "二次型 $f=x_1^2+x_2^2+x_3^2+2ax_1x_2$ 的秩为1，则a=___",
]  # fmt: skip


@pytest.mark.parametrize(("question", "right", "wrong"), CASES)
def test_questions_of_lectures_are_solved(question: str, right: str, wrong: str) -> None:
    solves(read, question, right, wrong)


@pytest.mark.parametrize(("question", "right", "wrong"), INTERVALS)
def test_confidence_intervals_with_a_known_deviation(question: str, right: str, wrong: str) -> None:
    solves(normal.read, question, right, wrong)


@pytest.mark.parametrize("question", DECLINED)
def test_near_questions_are_declined(question: str) -> None:
    assert is_declined(read, question)
