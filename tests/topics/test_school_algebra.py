"""School algebra as examinations word it: sums of sequences, laws, percentiles, lines of regression, tangents, options that are sets."""

from __future__ import annotations

import pytest

from solver.latex import value_of
from solver.topics.base import Unread
from tests.topics.run_cell import run_cell
from tests.topics.solved import is_declined, reading, solve, verdict, whole_table


@pytest.mark.parametrize(
    ("problem", "answer", "wrong"),
    [
        # options that are sets, named roots, arguments
        ("若函数f(x)=x²-alnx在[1,+∞)上单调递增,则实数a的取值范围是( ) A.a<2 B.a≤2 C.a<1 D.a≤1", "B", "A"),
        ("The solution of $2x-3<7$ is (A) x>5 (B) x<5 (C) x<2 (D) x≤5", "B", "D"),
        (r"If $f(x)=x^2\ln x$, then $f'(e)=$ (A) $2e$ (B) $3e$ (C) $e^2$ (D) $2e+1$", "B", "A"),
        ("If f(x)=x ln x, find f'(e).", "2", "1"),
        (r"已知关于 $x$ 的一元二次方程 $x^2-(2k+1)x+k^2+1=0$ 有两个不相等的实数根 $x_1,x_2$.(1)求 $k$ 的取值范围;(2)若 $x_1^2+x_2^2=15$,求 $k$ 的值.", r"(\frac{3}{4}, \infty);\ 2", r"(\frac{3}{4}, \infty);\ 3"),
        (r"Given z = 1 - i, write down |z| and arg z.", r"\sqrt{2};\ - \frac{\pi}{4}", r"\sqrt{2};\ \frac{\pi}{4}"),
        ("Find arg(z) where z = -2i and -π < arg z ≤ π.", r"- \frac{\pi}{2}", r"\frac{\pi}{2}"),
        ("不等式x²-5x+6>0的解集是( ) A.{x|2<x<3} B.{x|x<2或x>3} C.(1,6) D.(-∞,2)", "B", "A"),
        ("从某校随机抽取8名学生,测得身高(单位:cm)为160,165,158,170,172,168,175,163,求第50百分位数.", "166.5", "165"),
        # sums
        (r"等差数列 $\{a_n\}$ 的前 $n$ 项和为 $S_n$,$a_3=5$,$S_9=81$.(1)求通项公式 $a_n$;(2)求数列 $\left\{\dfrac{1}{a_na_{n+1}}\right\}$ 的前10项和.", r"2 n - 1;\ \frac{10}{21}", r"2 n - 1;\ \frac{10}{19}"),
        ("数列{a_n}的前n项和S_n=2a_n-3(n∈N*),求S_5.", "93", "45"),
        ("已知S_n是数列{a_n}的前n项和,2S_n=3a_n-1,求a_n", "a_n=3^{n - 1}", "3^n"),
        ("Let S_n be the sum of the first n terms of a sequence {a_n} and S_n = 2a_n - 1. Find a_n.", "a_n=2^{n - 1}", "2^n"),
        (r"求和:$S_n=1\cdot2+2\cdot2^2+3\cdot2^3+\cdots+n\cdot2^n$.", r"S_n=2 \cdot 2^{n} n - 2 \cdot 2^{n} + 2", r"n \cdot 2^n"),
        (r"已知数列 $\{a_n\}$ 满足 $a_n=\dfrac{1}{\sqrt{n+1}+\sqrt{n}}$,求其前99项和.", "9", "10"),
        ("The nth term of a sequence is 1/(n(n+1)). Find the sum of the first 20 terms.", r"\frac{20}{21}", r"\frac{19}{20}"),
        ("An arithmetic sequence {a_n} has a_1 = 3 and a_4 = 9. Find the sum of the first 10 terms of the sequence {1/(a_n a_{n+1})}.", r"\frac{10}{69}", r"\frac{9}{69}"),
        # people in a row
        ("甲、乙等5人站成一排照相.(1)甲、乙两人相邻的站法有多少种?(2)甲不站在两端的站法有多少种?", r"48;\ 72", r"48;\ 48"),
        ("甲、乙等5名同学站成一排照相，要求甲、乙相邻，且甲不站在两端，共有多少种不同的站法？", "36", "48"),
        ("5人排成一排,甲在排头且甲乙相邻的排法有多少种?", "6", "12"),
        # statistics
        ("样本数据:12,15,17,18,20,22,25,27,30,35,则这组数据的第75百分位数是______.", "27", "26"),
        ("某班10名同学的数学成绩(单位:分)如下:72,85,90,66,78,95,88,81,70,93,求这组数据的第40百分位数.", "79.5", "78"),
        (r"For a set of bivariate data $\bar x=6$, $\bar y=20.4$, $S_{xx}=40$ and $S_{xy}=68$. Find the equation of the least squares regression line of $y$ on $x$.", "y=1.7x+10.2", "y=1.7x+20.4"),
        ("某店开业后第x天与当天销量y(件)的数据如下:x=1,2,3,4,5时,y依次为3,4,6,7,10.(1)用最小二乘法求y关于x的经验回归方程;(2)预测第7天的销量.", r"y=1.7x+0.9;\ 12.8", r"y=1.7x+0.9;\ 12"),
        ("Given the data (1,2), (2,3), (3,5), (4,6). (a) Find the equation of the regression line of y on x. (b) Use your line to estimate y when x = 5.", r"y=1.4x+0.5;\ 7.5", r"y=1.4x+0.5;\ 7"),
        (r"A discrete random variable $X$ has $P(X=x)=kx$ for $x=1,2,3,4$ and zero otherwise. Find (1) $E(X)$; (2) $\mathrm{Var}(X)$.", r"3;\ 1", r"3;\ 2"),
        ("The random variable X has probability function P(X=x)=kx, x=1,2,3,4. (a) Find k. (b) Find E(X). (c) Find P(X>2).", r"\frac{1}{10};\ 3;\ \frac{7}{10}", r"\frac{1}{10};\ 3;\ \frac{9}{10}"),
        ("设随机变量X的分布列为P(X=i)=i/(2a)(i=1,2,3),则P(X=2)=____.", r"\frac{1}{3}", r"\frac{1}{2}"),
        (r"某次考试成绩 $X\sim N(80,25)$,则 $P(75<X\le90)\approx$______.(参考数据:$P(\mu-\sigma<X\le\mu+\sigma)\approx0.6827$,$P(\mu-2\sigma<X\le\mu+2\sigma)\approx0.9545$)", "0.8186", "0.9545"),
        # lines that touch, and told extreme values
        ("The line $y=x+c$ is a tangent to the curve $y=x^2-3x+7$. Find $c$.", "3", "4"),
        ("直线y=3x+b是曲线y=x^3的切线,求b.", r"2,\ -2", "2"),
        ("过原点作曲线y=e^x的切线,求切线方程", "y=e x", "y=x"),
        ("曲线y=x^3过点(1,1)的切线方程", r"y=\frac{3 x}{4} + \frac{1}{4},\ y=3 x - 2", "y=3x-2"),
        ("已知函数 $f(x)=x^3-3x^2-9x+a$ 在区间 $[-2,2]$ 上的最大值为12,求它在该区间上的最小值.", "-15", "-20"),
        ("The function f(x)=x^3-3x^2+k has a maximum value of 5 on the interval [-1,3]. Find k.", "5", "4"),
    ],
)  # fmt: skip
def test_answer(problem: str, answer: str, wrong: str) -> None:
    task, found, _ = solve(whole_table, problem)
    assert found == answer
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is not True


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        ("Write $2x^2-12x+7$ in the form $a(x-h)^2+k$ and hence state the minimum value.", r"2\left(x - 3\right)^{2}-11,\ -11"),
        ("Write $5-4x-x^2$ in the form $p-(x+q)^2$ and hence state the maximum value.", r"-\left(x + 2\right)^{2}+9,\ 9"),
        ("将y=2x²-12x+7化为y=a(x-h)²+k的形式,并求最小值.", r"y=2\left(x - 3\right)^{2}-11,\ -11"),
        ("用配方法将y=2x²-12x+7化为y=a(x-h)²+k的形式,则顶点坐标为____.", "(3, -11)"),  # the form is the way
    ],
)  # fmt: skip
def test_form_and_extreme(problem: str, answer: str) -> None:
    task = reading(whole_table, problem)
    assert task is not None and not isinstance(task, Unread)
    conclusion = task.conclude(value_of(str(run_cell(task.solution().cell))))
    assert conclusion is not None and conclusion.answer == answer


@pytest.mark.parametrize(
    "problem",
    [
        "数列{a_n}的前n项和S_n=2a_n-3n,求S_5.",  # no geometric sequence
        "数列{a_n}的前n项和S_n=2a_{n-1}-3,求S_5.",
        "求和:$1\\cdot2+3\\cdot2^2+3\\cdot2^3+\\cdots+n\\cdot2^n$.",  # the last term is no pattern of the first ones
        "Find the sum of the first 20 terms that are even of the sequence with nth term 1/(n(n+1)).",
        "从某校随机抽取9名学生,测得身高(单位:cm)为160,165,158,170,172,168,175,163,求第50百分位数.",  # eight data
        "样本数据:12,15,17,18,20,22,去掉最大的一个数后,求第75百分位数.",
        "某店统计了广告费x(万元)与销售额y(万元)的数据:(2,3),(4,4),(5,6).(1)求y关于x的线性回归方程;(2)预测广告费为10元时的销售额.",  # another unit
        "The random variable X has probability function P(X=x)=kx+m, x=1,2,3,4. Find k.",
        "5人排成一排,甲在排头且甲、乙、丙相邻,有多少种排法?",
        "已知函数f(x)=x^3-ax在区间[-2,2]上的最大值为12,求a的值以及最大值点.",
        "The line $y=mx+c$ is a tangent to the curve $y=x^2-3x+7$. Find $c$.",
    ],
)
def test_declined(problem: str) -> None:
    assert is_declined(whole_table, problem)
