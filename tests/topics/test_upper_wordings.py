"""Kinds of school and college problems that an examination found unread, in several wordings, with near ones that must be declined."""

from __future__ import annotations

from importlib import import_module

import pytest

from solver.ports import Problem
from solver.topics import read
from solver.topics.base import Unread
from tests.topics.solved import is_declined, solve, verdict

CASES = [
    ("equations.root_conditions", "若对任意实数x,不等式x²+2kx+k+6>0恒成立,求实数k的取值范围。", "(-2, 3)", "[-2, 3]"),
    ("equations.root_conditions", "不等式ax²+ax+1>0的解集为R,求a的取值范围", "[0, 4)", "(0, 4)"),
    ("equations.root_conditions", "For what values of m is mx^2-2mx-1<0 for all real numbers x?", "(-1, 0]", "(-1, 0)"),
    ("equations.root_conditions", "若关于x的不等式x²-ax+1<0的解集为空集,求a的取值范围", "[-2, 2]", "(-2, 2)"),
    ("equations.root_conditions", "The inequality x^2+kx+9 ≥ 0 holds for all real x. Find the range of k.", "[-6, 6]", "(-6, 6)"),
    ("equations.whole_unknowns", "求不定方程5x+8y=100的所有正整数解(x,y)。", r"(4, 10),\ (12, 5)", "(4, 10)"),
    ("equations.whole_unknowns", "Find all pairs of positive integers (x,y) with 5x+8y=100.", r"(4, 10),\ (12, 5)", r"(12, 5),\ (20, 0)"),
    ("equations.whole_unknowns", "Find all non-negative integer solutions to 3x+4y=24.", r"(0, 6),\ (4, 3),\ (8, 0)", "(4, 3)"),
    ("equations.whole_unknowns", "方程2x+3y=12有几组正整数解?", "1", "3"),
    ("equations.whole_unknowns", "How many positive integer solutions does 5x+8y=100 have?", "2", "3"),
    ("equations.whole_unknowns", "求不定方程3x+5y=1的整数解", r"x=5 t + 2,\ y=- 3 t - 1\ (t\in\mathbb{Z})", r"x=10 t + 2,\ y=- 6 t - 1\ (t\in\mathbb{Z})"),
    ("equations.whole_unknowns", "求方程4x+6y=7的整数解", r"\text{无整数解}", "(1, 1)"),
    ("calculus.optimisation", "Let a and b be positive real numbers with a + b = 12. What is the greatest possible value of ab^2?", "256", "216"),
    ("calculus.optimisation", "a and b are positive numbers whose sum is 12. Find the maximum of ab^2.", "256", "12"),
    ("calculus.optimisation", "已知x>0,y>0,xy=9,求x+4y的最小值", "12", "6"),
    ("calculus.optimisation", "已知正实数x,y满足1/x+2/y=1,求x+y的最小值", r"2 \sqrt{2} + 3", "6"),
    ("discrete.draws", "一箱产品共10件,其中3件次品,从中任取2件,记取到的次品数为X,求X的数学期望。", r"\frac{3}{5}", r"\frac{6}{5}"),
    ("discrete.draws", "从10件产品(其中有3件次品)中任取2件,求取到的次品数X的方差", r"\frac{28}{75}", r"\frac{21}{50}"),
    ("discrete.draws", "An urn contains 4 red and 6 blue balls. 3 balls are drawn without replacement. Find the expected number of red balls.", r"\frac{6}{5}", r"\frac{9}{5}"),
    ("discrete.draws", "A box has 10 items of which 3 are defective. Two are drawn at random. Let X be the number of defective items. Find E(X).", r"\frac{3}{5}", "1"),
    ("discrete.arrangements", "甲、乙等5个人站成一排照相,甲和乙不能挨着站,有几种站法?", "72", "48"),
    ("discrete.arrangements", "甲、乙等5个人站成一排照相,甲和乙要挨着站,有几种站法?", "48", "72"),
    ("discrete.arrangements", "Five people including Ann and Bob line up for a photo. Ann and Bob refuse to stand next to each other. How many ways?", "72", "48"),
    ("discrete.arrangements", "Six people stand in a row. In how many ways if two particular people must be next to each other?", "240", "480"),
    ("equations.systems", "λ取何值时,齐次线性方程组 λx+y+z=0,x+λy+z=0,x+y+λz=0 有非零解?", r"\lambda=-2,\ \lambda=1", r"\lambda=1"),
    ("equations.systems", "For what values of k does the system kx+2y=0, 3x+(k+1)y=0 have nonzero solutions?", r"k=-3,\ k=2", r"k=3,\ k=-2"),
    ("equations.systems", "问k为何值时,方程组kx+2y=0,3x+(k+1)y=0只有零解?", r"(-\infty, -3)\cup (-3, 2)\cup (2, \infty)", r"(-\infty, 2)\cup (2, \infty)"),
    ("equations.inequalities", r"解不等式:$\log_{\frac12}(2x-1)>-2$", r"(\frac{1}{2}, \frac{5}{2})", r"(-\infty, \frac{5}{2})"),
    ("equations.inequalities", r"Solve $\log_{1/3}(x+2) \ge -1$.", "(-2, 1]", "[1, 2)"),
    ("equations.inequalities", r"解不等式 \log_{1/2}(x+1) > \log_{1/2}(3-x)", "(-1, 1)", "(1, 3)"),
    ("expressions.polynomials", "用十字相乘法分解因式:6x²-7x-20", r"\left(2 x - 5\right) \left(3 x + 4\right)", r"\left(2 x + 5\right) \left(3 x - 4\right)"),
    ("expressions.polynomials", "Factor 6x^2-7x-20 by grouping.", r"\left(2 x - 5\right) \left(3 x + 4\right)", "6 x^2-7 x-20"),
    ("equations.solution_questions", "方程 x⁴-13x²+36=0 的四个实数根分别是多少?", r"x=-3,\ x=-2,\ x=2,\ x=3", r"x=2,\ x=3"),
    ("equations.solution_questions", "What are the three real roots of x^3-6x^2+11x-6=0?", r"x=1,\ x=2,\ x=3", "x=1"),
    ("numbers.product_ends", "What are the last two digits of $7^{2026}$?", "49", "07"),
    ("numbers.product_ends", "求3^{100}的末尾两位数字", "01", "81"),
    ("numbers.product_ends", "125!(125的阶乘)的末尾有几个连续的0?", "31", "25"),
    ("numbers.product_ends", "Find the number of zeros at the end of 200!.", "49", "40"),
    ("calculus.related_rates", "Air is pumped into a spherical balloon at 36π cubic centimeters per second. How fast is the radius growing when the radius is 3 cm?", "1", "4"),
    ("calculus.related_rates", "以36π立方厘米每秒的速度向球形气球充气,当半径为3厘米时,半径增大的速度是多少?", "1", "3"),
    ("equations.matrices", "What is the rank of the 3×3 matrix with rows (1, 2, 3), (2, 4, 6), (1, 0, 1)?", "2", "3"),
    ("equations.matrices", "求以(1,2,3),(2,4,6),(1,0,1)为行的矩阵的秩", "2", "1"),
    ("functions.linear_programming", "Maximize P = 5x + 4y subject to x + y ≤ 8, 2x + y ≤ 10, x ≥ 0, y ≥ 0. Give the maximum value and the point where it occurs.", r"34;\ (2, 6)", r"34;\ (6, 2)"),
    ("functions.linear_programming", "已知x+y≤8,2x+y≤10,x≥0,y≥0,求z=5x+4y的最大值及取得最大值时的x,y", r"34;\ (2, 6)", r"32;\ (0, 8)"),
]  # fmt: skip
DECLINED = [
    ("equations.root_conditions", "若对任意x∈[1,2],不等式x²-ax+4≥0恒成立,求a的取值范围"),
    ("equations.root_conditions", "若对任意x>0,不等式x²+kx+1>0恒成立,求k的取值范围"),
    ("equations.root_conditions", "若存在实数x,使x²+2kx+k+6<0成立,求k的取值范围"),
    ("equations.root_conditions", "The inequality x^2+kx+9 < 0 holds for some real x. Find the range of k."),
    ("equations.root_conditions", "对任意正实数x,不等式x²+kx+1>0恒成立,求k的取值范围"),
    ("equations.root_conditions", "不等式x²+2kx+k+6>0不恒成立,求k的取值范围"),
    ("equations.whole_unknowns", "Find all positive integer solutions of 5x+8y=100 with x>10."),
    ("equations.whole_unknowns", "求方程x²+y²=25的正整数解"),
    ("equations.whole_unknowns", "How many positive integer solutions does 5x-8y=100 have?"),
    ("calculus.optimisation", "Let a and b be real numbers with a + b = 12. What is the greatest possible value of ab^2?"),
    ("calculus.optimisation", "Let a and b be positive integers with a + b = 10. What is the greatest possible value of ab^2?"),
    ("calculus.optimisation", "已知正数a,b满足a+b=12,求ab的最小值"),
    ("discrete.draws", "An urn contains 4 red and 6 blue balls. 3 balls are drawn with replacement. Find the expected number of red balls."),
    ("discrete.draws", "一箱产品共10件,其中3件次品,从中有放回地取2件,记取到的次品数为X,求X的数学期望。"),
    ("discrete.draws", "一箱产品共10件,其中3件次品,从中任取2件,记取到的正品数为X,求X的数学期望。"),
    ("equations.systems", "λ取何值时,线性方程组 λx+y+z=1,x+λy+z=0,x+y+λz=0 有非零解?"),
    ("equations.inequalities", r"解不等式 \log_2 x + \log_2(x-2) < 3"),
    ("expressions.polynomials", "用十字相乘法分解因式:x²+x+1"),
    ("equations.solution_questions", "求方程x²-5x+6=0的三个根"),
    ("numbers.product_ends", "What are the last two digits of 7^{2026}+3?"),
    ("functions.linear_programming", "Maximize P = x + y subject to x + y ≤ 8, x ≥ 0, y ≥ 0. Give the maximum value and the point where it occurs."),
]  # fmt: skip
BOTH = [
    ("设f(x)=2x-1,g(x)=x²+1,分别写出f(g(x))和g(f(x))的表达式。", r"2 x^{2} + 1;\ 4 x^{2} - 4 x + 2"),
    ("已知f(x)=x+1,g(x)=x^2,求f[g(x)]与g[f(x)]", r"x^{2} + 1;\ x^{2} + 2 x + 1"),
    ("展开(x+1)^2和(x-2)^2", r"x^{2} + 2 x + 1;\ x^{2} - 4 x + 4"),
    ("Expand (x+1)^2 and (x-2)^2 respectively.", r"x^{2} + 2 x + 1;\ x^{2} - 4 x + 4"),
    ("What is 25% of 80 and 30% of 60?", r"20;\ 18"),
    ("360一共有多少个正因数?这些正因数的和是多少?", r"24;\ 1170"),
    ("求8i的三个立方根", r"z=- \sqrt{3} + i,\ z=- 2 i,\ z=\sqrt{3} + i"),
    ("求x^2和x^3的导数", r"2 x;\ 3 x^{2}"),
    ("y = x^3 - 2x. Find dy/dx and the second derivative at x=2.", r"3 x^{2} - 2;\ 12"),
    ("求y=x^4在x=1处的一阶导数和二阶导数", r"4;\ 12"),
    ("Find ∫ x/(x^2+4)^3 dx by substitution.", r"- \frac{1}{4 \left(x^{2} + 4\right)^{2}} + C"),
    ("求多项式2x+3与3x-1的和", "5 x + 2"),
    ("Find the sum of 2x+3 and 3x-1.", "5 x + 2"),
]  # fmt: skip


@pytest.mark.parametrize(("topic", "problem", "expected", "wrong"), CASES)
def test_solved_and_checked(topic: str, problem: str, expected: str, wrong: str) -> None:
    task, answer, _ = solve(import_module(f"solver.topics.{topic}").read, problem)
    assert answer == expected
    assert verdict(task, answer) is True
    plan = task.check(wrong)
    assert plan is None or verdict(task, wrong) is not True


@pytest.mark.parametrize(("topic", "problem"), DECLINED)
def test_near_ones_are_declined(topic: str, problem: str) -> None:
    assert is_declined(import_module(f"solver.topics.{topic}").read, problem)


@pytest.mark.parametrize(("problem", "expected"), BOTH)
def test_read_among_all_topics(problem: str, expected: str) -> None:
    language = "zh" if any("\u3400" <= c <= "\u9fff" for c in problem) else "en"
    task = read(Problem(problem, language))
    assert not isinstance(task, Unread)
    _, answer, _ = solve(lambda text: task, problem)
    assert answer == expected
