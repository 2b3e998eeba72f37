"""Kinds of the model problems in constructions that were missing: each read whole by its topic, solved and proved; near ones are left."""

from __future__ import annotations

import pytest

from solver.latex import value_of
from solver.ports import Problem
from solver.reader.told_shares import plainly_shared
from solver.topics import could_read
from solver.topics.expressions.identity_told import as_equation
from tests.topics.run_cell import run_cell

ROWS = [
    # products, every digit of which is wanted
    ("arithmetic", "I need the exact product of 80000700013 and 20450061, every digit of it.", "1636019195308550793"),
    ("arithmetic", "I'd like to know what 987654 multiplied by 456789 is, down to the last digit.", "451149483006"),
    ("arithmetic", "My calculator can't show all the digits of 987654 × 456789. What is the exact value?", "451149483006"),
    ("arithmetic", "我想知道987654乘以456789到底等于多少，请给出每一位数字", "451149483006"),
    ("arithmetic", "请把987654×456789完整地算出来，一位数字都不要少", "451149483006"),
    ("arithmetic", "计算器显示不下987654×456789，请写出完整的积", "451149483006"),
    # numbers with names
    ("word_problems", "甲数是4000000001，它比乙数少958473625，求乙数", "4958473626"),
    ("word_problems", "一个数是700000000，它比另一个数多958473，另一个数是多少？", "699041527"),
    ("word_problems", "已知甲数是9876543210，乙数比甲数多1234567890，求两数的和。", "20987654310"),
    ("word_problems", "甲数是5000000，乙数是3999999，甲数比乙数多多少？", "1000001"),
    ("word_problems", "a比b大123456789，b是987654321，求a", "1111111110"),
    # polynomials that are rewritten
    ("identities", "把x^2+mx-15因式分解后得(x+3)(x+n)，求m+n的值", "-7"),
    ("identities", "(2x+a)(x-3)去括号合并后得到2x^2+bx-12，求a+b", "2"),
    ("identities", "小明把x^2+ax+b分解因式得到(x-5)(x+2)，求a+b的值。", "-13"),
    ("identities", "Factoring x^2 + mx - 15 gives (x+3)(x+n). Find m + n.", "-7"),
    ("identities", "After factorising, 2x^2 + ax - 6 becomes (2x-3)(x+b). What is ab?", "2"),
    ("identities", "A student factors x^2+ax+b and gets (x-5)(x+2). Find a+b.", "-13"),
    ("identities", "The factorised form of x^2 + kx - 20 is (x-4)(x+5). What is k?", "1"),
    ("identities", "x^3+ax+b is the product of x-1 and x^2+x-6. Find a and b.", r"a=-7,\ b=6"),
    # a parabola's vertex, asked for by its place
    ("parabolas", "二次函数的解析式是y=3(x-2)(x+4)，那么它的图象的顶点在哪个位置？", "(-1, -27)"),
    ("parabolas", "一条抛物线，解析式y=-3(x-2)(x+2)，求顶点在哪里，用坐标表示", "(0, 12)"),
    ("parabolas", "Given the parabola's equation in intercept form, y = 4(x+1)(x+2), find the axis of symmetry.", r"x=- \frac{3}{2}"),
    # angles in a ratio, equal sides
    ("triangles", "The angles of a triangle are in the ratio 1:2:3. If α is the smallest one, find tan(α - 75°).", "-1"),
    ("triangles", "A triangle's angles are as 1 to 1 to 2; θ denotes the largest of them. Find cos(θ - 60°).", r"\frac{\sqrt{3}}{2}"),
    ("triangles", "三角形的内角之比为3:4:5，最小角记作β，求cos(2β)的值", "0"),
    ("triangles", "In a triangle with all three angles equal, find tan(A + π/4) where A is any of its angles.", r"-2 - \sqrt{3}"),
    ("triangles", "Given an equilateral triangle ABC, evaluate tan(B + 45°), leaving surds in your answer.", r"-2 - \sqrt{3}"),
    ("triangles", "三角形ABC里，角B=30°，角C=90°，求tan(A+45°)", r"-2 - \sqrt{3}"),
    ("triangles", "Angle C of triangle ABC is a right angle and angle A = 30°. Give the exact value of tan(B - 45°).", r"2 - \sqrt{3}"),
    # sums whose letter is defined by the terms
    ("sequences", "Write S_n for the sum a_1 + ... + a_n of a geometric sequence with positive terms. If S_2 = 4 and S_4 = 40, what is S_6?", "364"),
    ("sequences", r"Let $S_n = \sum_{k=1}^{n} a_k$ for a geometric sequence with positive terms. Given $S_3=10$ and $S_6=30$, find $S_{12}$.", "150"),
    ("sequences", "数列{a_n}是等差数列，S_n是它的前n项之和，即S_n=a_1+a_2+…+a_n，如果S_5=20，S_10=90，那么S_15是多少？", "210"),
    # money with a colon behind it, prices of each
    ("word_problems", "学校拿出500元添置体育器材：买了6个足球，每个45元，又买了4根跳绳，每根跳绳比一个足球便宜33元。还剩多少元？", "182"),
    ("word_problems", "张老师让小红用100元为班里买奖品：笔记本买了8本，每本6元；钢笔买了2支，每支比一本笔记本贵9元。还剩下多少元？", "22"),
    ("word_problems", "陈老师用250元班费布置教室：买了4盆绿植，每盆28元；还买了1幅挂图，挂图比一盆绿植便宜9元。班费还剩下多少元？", "119"),
    ("word_problems", "With a $300 budget for the classroom, Mr. Brown bought 5 boxes of crayons at $24 a box; he also bought 2 basketballs, each costing $31 more than a box of crayons. How much of the budget is left?", "70"),
    # shares that say again what is left
    ("word_problems", "In a box of 500 beads, there are three times as many red beads as blue beads; the other 20% of the beads are green. How many red beads are in the box?", "300"),
    ("word_problems", "一盒珠子有500颗，红珠是蓝珠的3倍，另外20%是绿珠，红珠有多少颗？", "300"),
    ("word_problems", "Ana, Ben and Carla split a prize of $2,500. Ana takes 36% of it, then Ben and Carla share what is left in the ratio 3 : 5. How much less than Carla does Ben get?", "400"),
]  # fmt: skip

LEFT = [
    ("arithmetic", "Find the sum of all the digits of 987654 × 456789."),
    ("identities", "Factoring x^2 + 5x + 6 gives (x+1)(x+n). Find n."),
    ("identities", "分解因式后x^2+ax+b含有(x-2)，求a"),
    ("parabolas", "已知抛物线的解析式为y=-x^2+2x+3，那么顶点在哪条直线上？"),
    ("triangles", "The angles of a triangle are in the ratio 1:2:3 and one of them is θ. Find tan(θ + 45°)."),
    ("triangles", "三角形两个内角的比是1:2，最小角为β，求sin(β)"),
    ("sequences", "In an arithmetic sequence S_n = a_1 + a_3 + ... + a_{2n-1}. S_2 = 5, S_4 = 22. Find S_6."),
    ("word_problems", "甲数是400，比乙数多100，求丙数"),
    ("word_problems", "甲数比乙数多100，求甲数"),
]  # fmt: skip

SAME = [
    "60% are novels, and the other 30% are comics in the ratio 3:5.",
    "There are 500 pupils. 40% of the girls sing, and the other 60% dance.",
    "学校有500名学生,女生中40%戴眼镜,另外60%是近视的",
]


def _read(topic: str, question: str) -> object:
    return could_read(
        topic, Problem(question, "zh" if any("\u3400" <= c <= "\u9fff" for c in question) else "en")
    )


@pytest.mark.parametrize(("topic", "question", "expected"), ROWS)
def test_a_construction_is_read_and_proved(topic: str, question: str, expected: str) -> None:
    task = _read(topic, question)
    assert task is not None
    conclusion = task.conclude(value_of(str(run_cell(task.solution().cell))))  # type: ignore[attr-defined]
    assert conclusion is not None and conclusion.answer == expected
    plan = task.check(conclusion.answer)  # type: ignore[attr-defined]
    assert plan is not None and run_cell(plan.source) is True


@pytest.mark.parametrize(("topic", "question"), LEFT)
def test_what_is_near_and_different_is_left(topic: str, question: str) -> None:
    assert _read(topic, question) is None


@pytest.mark.parametrize("text", SAME)
def test_shares_of_parts_and_incomplete_ones_stay(text: str) -> None:
    assert plainly_shared(text) == text


def test_long_numbers_are_passed_over_at_once() -> None:
    """A pattern that can divide a number in many ways would never come to an end."""
    text = f"What is the product of {'1' * 60} and {'10' * 40} + {'2' * 50}?"
    assert as_equation(text) == text
