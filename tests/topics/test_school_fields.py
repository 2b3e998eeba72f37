"""Kinds of school examinations that stand in the folders of their fields; `exams` asks them. Near ones are no kind, or answered otherwise."""

from __future__ import annotations

import pytest

from solver.topics import exams
from solver.topics.calculus import extrema
from solver.topics.equations import inequalities
from solver.topics.functions import mirrored_halves
from tests.topics.solved import is_declined, solve, solves, verdict, whole_table

KINDS = (
    # a letter in a combination of two vectors
    ("Vectors a = (2, -1) and b = (1, 3). For what value of k is a + kb perpendicular to a - b?", "6/11", "5/11"),
    ("Given a = (1, 2) and b = (-3, 2), find k if ka + b is perpendicular to a - 3b.", "19", "-19"),
    ("已知向量a=(2,-1)，b=(1,3)，若(a+kb)⊥(a-b)，求k的值。", "6/11", "11/6"),
    ("已知a=(1,2)，b=(-3,2)，若ka+b与a-3b平行，则k=____。", "-1/3", "1/3"),
    ("设向量a=(1,0)，b=(-1,m)，若a⊥(ma-b)，则m=", "-1", "1"),
    # a point and both foci
    (r"Let $F_1,F_2$ be the foci of the ellipse $\dfrac{x^2}{25}+\dfrac{y^2}{9}=1$ and let $P$ be a point of the ellipse with $\angle F_1PF_2=60^\circ$. Find the area of triangle $F_1PF_2$.", r"3\sqrt{3}", r"9\sqrt{3}"),
    ("The hyperbola x^2/4 - y^2/5 = 1 has foci F1 and F2. P is a point on the hyperbola such that angle F1PF2 = 60°. Find the area of triangle PF1F2.", r"5\sqrt{3}", r"\frac{5\sqrt{3}}{3}"),
    ("An ellipse has equation x²/16 + y²/12 = 1 with foci F1 and F2. The point P lies on the ellipse. Find the perimeter of triangle PF1F2.", "12", "16"),
    ("椭圆x²/4+y²=1的左、右焦点分别为F_1,F_2，P为椭圆上一点，∠F_1PF_2=90°，则|PF_1|·|PF_2|=", "2", "1"),
    (r"设 $F_1$、$F_2$ 分别为双曲线 $\frac{x^2}{9}-\frac{y^2}{16}=1$ 的左、右焦点，点 $P$ 在双曲线上，若 $PF_1\perp PF_2$，则 $\triangle PF_1F_2$ 的面积为____。", "16", "9"),
    # how long a tangent is
    ("A tangent is drawn from the point $P(7,4)$ to the circle $x^2+y^2-2x+4y-4=0$. What is the length of the tangent from $P$ to the point of contact?", r"3\sqrt{7}", "8"),
    ("A circle has equation x^2+y^2=10. Two tangents are drawn from the point T(6,2) to the circle, touching it at A and B. Find the length of TA.", r"\sqrt{30}", r"\sqrt{40}"),
    ("过点P(7,4)作圆x²+y²-2x+4y-4=0的切线，求切线长。", r"3\sqrt{7}", "8"),
    ("由点P(2,3)向圆x²+y²-2x-2y+1=0引切线，则切线长为____。", "2", "3"),
    # journeys
    ("A boat leaves harbour H and sails 12 km on a bearing of 040° to a buoy, then 9 km on a bearing of 130° to an island. How far, in a straight line, is the island from H?", "15", "21"),
    ("A ship sails 10 km from port A on a bearing of 050° to B, then sails 6 km on a bearing of 110° to C. Find the distance of C from A.", "14", r"2\sqrt{19}"),
    ("一艘轮船从A港出发，沿北偏东40°方向航行12海里到达B处，再沿南偏东50°方向航行9海里到达C处，求A、C两地之间的距离。", "15", "21"),
    ("某船从A处向正东方向航行10海里到达B处，再沿北偏东30°方向航行10海里到达C处，求AC的长。", r"10\sqrt{3}", "10"),
    # stratified samples
    ("某校高一、高二、高三分别有学生600人、500人、400人，用分层随机抽样的方法从全校抽取75人做视力调查，高三应抽多少人？", "20", "25"),
    ("某工厂生产A、B、C三种不同型号的产品，产品数量之比为2:3:5，现用分层抽样方法抽取一个容量为n的样本，样本中A型号产品有16件，则n=____。", "80", "160"),
    ("A company has 120 managers, 300 engineers and 180 clerks. A stratified sample of size 40 is to be taken. How many engineers should be chosen?", "20", "8"),
    # draws until the first of a kind
    ("口袋里有大小相同的3个白球和2个黑球，每次随机取一个，不放回，直到取到白球为止。记取球次数为 X，求 E(X)。", "3/2", "5/3"),
    ("A bag contains 3 white and 2 black balls. Balls are drawn one at a time without replacement until a white ball is drawn. Let X be the number of draws. Find E(X).", "3/2", "2"),
    # buses; two at one job
    ("七年级师生外出春游，如果租用45座的客车若干辆，那么有15人没有座位；如果租用60座的客车，则可少租1辆，且恰好坐满。参加春游的师生共有多少人？", "240", "225"),
    ("学校组织春游，若单独租用45座客车若干辆，则刚好坐满；若单独租用60座客车，则可少租1辆，且余15个座位。求参加春游的人数。", "225", "240"),
    ("一项工程，甲队单独完成比乙队单独完成少用5天；两队合作6天恰好完成。问甲、乙两队单独完成各需多少天？", r"10;\ 15", r"15;\ 10"),
    ("Pipe A takes 5 hours less than pipe B to fill the tank. Together they fill the tank in 6 hours. How long does each take alone?", r"10;\ 15", r"12;\ 17"),
    # a sequence, and another that is made of it
    (r"已知等差数列 $\{a_n\}$ 的前 $n$ 项和为 $S_n$，$a_2=3$，$S_5=25$。(1) 求 $\{a_n\}$ 的通项公式；(2) 设 $b_n=\dfrac{1}{a_na_{n+1}}$，求数列 $\{b_n\}$ 的前 $n$ 项和 $T_n$。", r"a_n=2n-1;\ T_n=\frac{n}{2n+1}", r"a_n=2n-1;\ T_n=\frac{2n}{2n+1}"),
    ("已知等比数列{a_n}的公比q=2，a_3=8。（1）求数列{a_n}的通项公式；（2）设b_n=n a_n，求数列{b_n}的前n项和T_n。", r"a_n=2^{n};\ T_n=2+2\cdot 2^n (n-1)", r"a_n=2^{n};\ T_n=2\cdot 2^n (n-1)"),
    ("The arithmetic sequence {a_n} has a_2=3 and S_5=25. (a) Find a_n. (b) Let b_n=1/(a_n a_{n+1}). Find the sum of the first n terms of {b_n}.", r"a_n=2n-1;\ T_n=\frac{n}{2n+1}", r"a_n=2n+1;\ T_n=\frac{n}{2n+1}"),
    # more wordings of kinds that there were
    ("A sector of a circle has radius 10 cm and angle 216°. Its two straight edges are joined to make a cone. Calculate the volume of the cone, leaving π in your answer.", r"96\pi", r"288\pi"),
    ("Find, in the form ax + by + c = 0 with integer coefficients, the equation of the perpendicular bisector of the segment joining A(-2, 5) to B(4, 1).", "3x-2y+3=0", "3x-2y-3=0"),
    ("某商品进价为每件40元，按每件60元出售时每月可卖300件；售价每上涨1元，每月少卖10件。设只涨价不降价，问定价多少元时月利润最大？最大月利润是多少？", r"65;\ 6250", r"65;\ 6000"),
)  # fmt: skip
NEAR = (
    "已知向量a=(1,2)，b=(-3,2)，若ka+b与a-3b不平行，求k。",
    "已知向量a=(1,2)，b=(3,4)，c=(1,k)，若(a+b)⊥c，求a+kb。",
    "设F1，F2是椭圆x²/100+y²/64=1的两个焦点，P是椭圆上一点，且∠F1PF2=150°，求△F1PF2的面积。",  # no point sees them so
    "A tangent is drawn from the point P(1,1) to the circle x^2+y^2=9. Find the length of the tangent.",  # inside
    "A boat leaves harbour H and sails 12 km on a bearing of 040° to a buoy, then 9 km on a bearing of 130° to an island. How far is the buoy from H?",
    "A boat leaves harbour H and sails 12 km on a bearing of 040° to a buoy, then 9 miles on a bearing of 130° to an island. How far is the island from H?",
    "A school has 600 students in Year 10 and 500 in Year 11. A stratified sample of 75 students is taken. How many Year 11 students should be in the sample?",  # 34.09
    "某校高一、高二、高三分别有学生600人、500人、400人，用分层抽样的方法从全校抽取75人，高四应抽多少人？",
    "口袋里有3个白球和2个黑球，每次随机取一个，取后放回，直到取到白球为止。记取球次数为 X，求 E(X)。",
    "口袋里有3个白球和2个黑球，每次随机取一个，不放回，直到取到红球为止。记取球次数为 X，求 E(X)。",
    "如果租用45座的客车若干辆，那么有16人没有座位；如果租用60座的客车，则可少租1辆，且恰好坐满。共有多少人？",  # no whole buses
    "甲队单独完成比乙队单独完成少用5天；两队合作6小时完成。问甲、乙两队单独完成各需多少天？",
    r"已知等差数列 $\{a_n\}$ 满足 $a_2=3$。(1) 求 $\{a_n\}$ 的通项公式；(2) 设 $b_n=2^{a_n}$，求数列 $\{b_n\}$ 的前 $n$ 项和 $T_n$。",
)  # fmt: skip


@pytest.mark.parametrize(("problem", "answer", "wrong"), KINDS)
def test_a_kind_is_solved_and_proved(problem: str, answer: str, wrong: str) -> None:
    solves(exams.read, problem, answer, wrong)


@pytest.mark.parametrize("problem", NEAR)
def test_near_ones_are_no_kind(problem: str) -> None:
    assert is_declined(exams.read, problem)


@pytest.mark.parametrize(
    ("read", "problem", "answer", "wrong"),
    [
        (extrema.read, "求函数 f(x)=sin x - cos x, x∈[0,π] 的值域。", r"[-1, \sqrt{2}]", "[-1, 1]"),
        (extrema.read, "Find the range of f(x) = sin(2x) + cos(2x) on the interval [0, π/4].", r"[1, \sqrt{2}]", r"[0, \sqrt{2}]"),
        (inequalities.read, r"求不等式组 $\begin{cases}5x-2>3(x-1)\\ \dfrac{1+2x}{3}\ge x-1\end{cases}$ 的所有整数解的和。", "10", "15"),
        (inequalities.read, "How many integer solutions does the inequality -3 < 2x + 1 <= 7 have?", "5", "6"),
        (mirrored_halves.read, "已知 f(x) 是定义在 R 上的奇函数，当 x>0 时，f(x)=x²-2x，求不等式 f(x)>0 的解集。", r"(-2,0)\cup(2,\infty)", r"(2,\infty)"),
        (mirrored_halves.read, "The function f is even and f(x) = x - 1 for x >= 0. Solve f(x) < 0.", "(-1,1)", "(0,1)"),
    ],
)  # fmt: skip
def test_a_topic_reads_one_thing_more(read, problem: str, answer: str, wrong: str) -> None:  # type: ignore[no-untyped-def]
    solves(read, problem, answer, wrong)


@pytest.mark.parametrize(
    ("problem", "answer", "wrong"),
    [
        ("复数 z 满足 z(1+2i)=3-4i（i 为虚数单位），则 z 的共轭复数在复平面内对应的点位于（　　） A. 第一象限　B. 第二象限　C. 第三象限　D. 第四象限", "B", "C"),
        ("In which quadrant does the point representing (3-4i)/(1+2i) lie? (A) First quadrant (B) Second quadrant (C) Third quadrant (D) Fourth quadrant", "C", "B"),
        (r"The random variable $X$ has the binomial distribution $B\left(6,\frac13\right)$. Find $P(X\ge 2)$.", r"\frac{473}{729}", r"\frac{233}{729}"),
        (r"The equation $3x^2-5x+1=0$ has roots $\alpha$ and $\beta$. Without solving it, find (a) $\alpha^2+\beta^2$ and (b) $\alpha^3+\beta^3$.", r"\frac{19}{9};\ \frac{80}{27}", r"\frac{19}{9};\ \frac{80}{9}"),
    ],
)  # fmt: skip
def test_the_whole_product_reads_it(problem: str, answer: str, wrong: str) -> None:
    task, found, _ = solve(whole_table, problem)
    assert found == answer
    assert verdict(task, found) is True
    if len(wrong) > 1:
        assert verdict(task, wrong) is False


@pytest.mark.parametrize(
    "problem",
    [
        "已知 f(x) 是定义在 R 上的偶函数，当 x>0 时，f(x)=x²-2x，求不等式 f(x)>0 的解集。",  # f(0) is not told
        "已知 f(x) 是奇函数，当 x≥0 时，f(x)=x²-2x+1，求不等式 f(x)>0 的解集。",  # f(0) would be 1
    ],
)
def test_functions_that_say_too_little(problem: str) -> None:
    assert is_declined(mirrored_halves.read, problem)
