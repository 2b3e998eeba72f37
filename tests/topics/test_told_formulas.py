"""Formula questions as people type them: numbered equations, grouped digits, chat around the question; near ones are declined."""

from __future__ import annotations

import pytest

from solver.latex import value_of
from solver.ports import Problem
from solver.reader import as_question, clean
from solver.topics import read
from solver.topics.base import Unread
from tests.topics.run_cell import run_cell

CASES = [
    # numbers of equations
    ("解方程组：①3x＋2z＝10，②x＋4y－z＝7，③2x－6y＋5z＝0", r"x=4,\ y=\frac{1}{2},\ z=-1"),
    ("Solve: (1) x + y = 5, (2) x - y = 1", r"x=3,\ y=2"),
    ("Solve\nx+y+z=6 (i)\n2x-y+z=3 (ii)\nx+2y-z=2 (iii)", r"x=1,\ y=2,\ z=3"),
    ("Solve the system: equation 1: x + y = 5, equation 2: 3x - y = 7", r"x=3,\ y=2"),
    ("解方程组 x+y=5……（1），x-y=1……（2）", r"x=3,\ y=2"),
    ("解方程：②2x+3=7", "x=2"),
    ("计算：①123+456", "579"),
    # beside each other
    ("2x=8 x?", "4"),
    ("x=2 x^2+3x?", "10"),
    ("log2 x = 3", "x=8"),
    ("x+y=5 xy=6", r"(2, 3),\ (3, 2)"),
    ("x=1/2 y=1/3 x-y", r"\frac{1}{6}"),
    ("y=2x x+y=9", r"x=3,\ y=6"),
    ("y=2x / x+y=9", r"x=3,\ y=6"),
    ("x+2y=5 3x-y=1 x和y各是多少", r"x=1,\ y=2"),
    ("a+b=5, a-b=1 a/b?", r"\frac{3}{2}"),
    ("$2x = 3 y = 12$", r"x=6,\ y=4"),
    ("2 x = 8", "x=4"),
    # a letter and an expression
    ("Solve x+y=10 and x-y=2. Find x and also x^2+y^2.", r"6;\ 52"),
    ("Find x and 1/x if 2x=10", r"5;\ \frac{1}{5}"),
    ("从4名男生和3名女生中选出3人参加志愿活动,既有男生又有女生,有多少种方法?", "30"),
    # digits
    (r"Find $86\,753 \cdot 4\,207$.", "364969871"),
    ("Find the difference between 5 204 300 817 and 4 998 765 432.", "205535385"),
    ("求 12 345 678 与 87 654 321 的和", "99999999"),
    ("One factor is 345, the other is 678. What is the product?", "233910"),
    ("一个加数是 4567，另一个加数是 9876，和是多少？", "14443"),
    ("345678里面去掉123456还剩多少", "222222"),
    ("999,999 squared", "999998000001"),
    # around the question
    ("hey can u tell me what 99999 times 99999 is exactly?", "9999800001"),
    ("Hi, my calculator shows 1.5E11 for 387654 x 387654. Can you tell me every digit of the answer?", "150275623716"),
    ("老师，y=1/2x²-3x+2 的最低点坐标怎么求啊", r"(3, - \frac{5}{2})"),
    ("tan165°怎么算啊？结果要带根号的", r"-2 + \sqrt{3}"),
    ("#12: coefficient of x^3 in (1+2x)^6", "160"),
    ("y=x2-4x+3的顶点坐标", "(2, -1)"),
    ("I have three equations, x + y = 5, y + z = 3 and x + z = 4. How do I find all three unknowns, and what are they?", r"x=3,\ y=2,\ z=1"),
    # sequences
    ("The first ten terms of a real geometric sequence sum to 12; the first twenty sum to 48. Find the sum of the first thirty terms.", "156"),
    ("设Sₙ是等差数列{aₙ}的前n项和，若S₃∶S₆＝1∶3，则S₆∶S₁₂的值为", r"\frac{3}{10}"),
    ("For a geometric sequence S(2)=3, S(4)=15, what is S(6)?", "63"),
    ("等差数列{an}的前m项和为30，前2m项和为100，则它的前3m项和为", "210"),
    ("In a geometric sequence S_n = 48 and S_{2n} = 60. Find S_{3n}.", "63"),
    ("The sum of the first four terms of a GP is 80 and the sum of terms 5 to 8 is 6480. What is the sum of the first 12 terms?", "531440"),
    ("For a geometric progression with positive common ratio, the first 4 terms sum to 15 and the first 8 terms sum to 255. What is the first term?", "1"),
    # complex numbers
    ("Multiply the complex numbers 2 + 3i and 4 − 5i and write the product in the form a + bi.", "23 + 2 i"),
    ("If z = 6 - 8i and z* denotes its conjugate, what is z·z*?", "100"),
    ("Find Arg(1 - i), where the argument is taken in (-π, π].", r"- \frac{\pi}{4}"),
    ("z的共轭复数是3-2i，求z", "3 + 2 i"),
    ("Given that z̄ = 4 + 7i, write down z and |z|.", r"4 - 7 i;\ \sqrt{65}"),
    ("已知复数z=2+ai(a∈R)且|z|=√5，求a", r"-1,\ 1"),
    ("express 2(cos 60° + i sin 60°) in the form a+bi", r"1 + \sqrt{3} i"),
    # expansions
    ("coeff of x⁶ in (x + 2)⁹ ?", "672"),
    ("(2x-3)⁴的展开式里二项式系数最大的项是哪一项？写出来。", "216 x^{2}"),
    ("在(x-2)^6的展开式中，x^4的系数和二项式系数", r"60;\ 15"),
    ("Which term of (x+y)^8 has the largest binomial coefficient?", "70 x^{4} y^{4}"),
    ("若$(x+a)^7$的展开式中$x^4$的系数为280，则实数$a=$______", "2"),
    # systems
    ("Solve the system whose augmented matrix is [[1,1,1,6],[0,1,1,5],[0,0,1,3]]", r"x=1,\ y=2,\ z=3"),
    ("利用增广矩阵的初等行变换解方程组 x1+x2-x3=0, 2x1-x2+x3=3, x1+2x2+3x3=14", r"x_{1}=1,\ x_{2}=2,\ x_{3}=3"),
    # integrals
    ("What is the exact area given by $\\int_1^e x\\ln x\\,\\mathrm{d}x$?", r"\frac{1}{4} + \frac{e^{2}}{4}"),
    ("∫(0到1) e^√x dx怎么求，令t=√x之后结果应该是多少？", "2"),
    ("Let u = sqrt(x). Then evaluate the integral from 0 to 4 of e^sqrt(x) dx.", "2 + 2 e^{2}"),
    ("∫ from 0 to ln 3 of e^(2x) dx", "4"),
    # parabolas and identities
    ("What is the top of the parabola y = -x^2 + 2x + 3?", "(1, 4)"),
    ("Give the equation of the line about which the graph of y = x^2 + 3x - 10 is symmetric.", r"x=- \frac{3}{2}"),
    ("若二次函数y=ax²+bx+c的图象经过(-1,0),(3,0)两点,则其对称轴为直线", "x=1"),
    ("I have to put y = x^2 - 5x + 1 into the form y = (x - h)^2 + k. what are h and k?", r"h=\frac{5}{2},\ k=- \frac{21}{4}"),
    ("when you multiply out (3x-2)(x+t) there's no x term left. what's t?", r"\frac{2}{3}"),
    ("在直角三角形ABC中，∠A=90°，∠B比∠C大30°，求sin(B-C)", r"\frac{1}{2}"),
]  # fmt: skip

LEFT = [
    # a product, or two formulas?
    "log2 x=3 x",
    "Find x, y and xy if x+y=5 and x-y=1",
    "Find x and y if x+y=10 and x-y=2, and also xy.",
    # posts, places and order
    "从5名男生和4名女生中选出3人担任三种不同职务,既有男生又有女生,有多少种选法",
    "从5名男生和4名女生中选3人站成一排,既有男生又有女生,有多少种方法",
    "从5名男生和4名女生中选3人分别参加三项比赛,男女都要有,有多少种方法",
    "从5名男生和4名女生中选出3人去植树和扫地,既有男生又有女生,有多少种选法",
    "从5名男生和4名女生中选出3人担任三种不同职务,至少有1名女生,有多少种选法",
    "cos(60) in radians pls",
    "Find the mean of the squares of 1,2,3",
    "Find the mean of the reciprocals of 1,2,4",
    "Find the mean of the prime numbers among 1,2,3,4",
    "Two vectors a=(1,2), b=(3,k) are perpendicular. Find k and a.b",
    "Sam bought 6 pens for 12 dollars. How much does each pen cost in cents?",
    "z=3-4i,z的和是多少",
    "x=5,x的和是多少",
    "Find the sum and product of the roots of x^2-5x+6=0 and the roots",
    "sam has 60 dollars, spends half of that on a shirt, a third of that on socks, how much is left",
    "Solve: (1) 2x = 6, (2) 3x = 12",
    "解方程：①2x=6 ②3x=12",
    "计算：①12+5 ②13-4",
    "Add 100 200 300 and 400",
    "Find the mean of 100 200 300",
    "(2x-3)⁴的展开式里常数项是哪一项？",
    "当x=____时,y=x²-4x有最____值____",
    "若二次函数y=ax²+bx+c的图象经过(-1,0),(3,2)两点,则其对称轴为直线",
    "等差数列前n项和为n^2，求前2n项和",
    "In a geometric sequence S_n = 48 and S_{2n} = 60. Find a_{3n}.",
    "The augmented matrix of a system is [[1,2,3],[3,4,7]]. Find the inverse.",
]


def _problem(text: str) -> Problem:
    return Problem(text, "zh" if any("\u3400" <= c <= "\u9fff" for c in text) else "en")


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("problem", "expected"), CASES)
def test_it_is_solved_and_proved_and_another_answer_is_refused(problem: str, expected: str) -> None:
    task = read(_problem(problem))
    assert not isinstance(task, Unread), task.fragments
    conclusion = task.conclude(value_of(str(run_cell(task.solution().cell))))
    assert conclusion is not None and conclusion.answer == expected
    plan, refused = task.check(conclusion.answer), task.check("17, 19" if "," in expected else "17")
    assert plan is not None and run_cell(plan.source) is True
    assert refused is None or run_cell(refused.source) is False


@pytest.mark.parametrize("problem", LEFT)
def test_what_is_near_is_declined(problem: str) -> None:
    assert isinstance(read(_problem(problem)), Unread)


@pytest.mark.parametrize(
    "text",
    [
        "Find the sum of 2 and 3, then find their product.",
        "Solve x + y = 3 and (2)x - y = 0",
        "Compute (1)(2)+(3)(4)=?",
        "Find x1 when x2 is 3.",
        "Give 2.345 as a decimal.",
        "求差：7-5，并说明理由",
    ],
)
def test_what_says_something_stays(text: str) -> None:
    """Numbers, formulas and questions are never taken for chat."""
    kept = as_question(clean(text))
    assert sorted(c for c in kept if c.isdigit()) == sorted(c for c in text if c.isdigit())
