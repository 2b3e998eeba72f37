"""Ordinary questions in plain words: draws and committees, subsets, conditions and negations, vectors, triangles. Near ones are declined."""

from __future__ import annotations

import pytest

from solver.topics.base import Reader
from solver.topics.discrete import (
    arrangements,
    draws,
    independent_tries,
    named_distributions,
    number_chances,
    set_operations,
)
from solver.topics.discrete.statistics import carriers
from solver.topics.geometry import lines, solved_triangles, triangles, vector_lengths
from solver.topics.numbers import arithmetic, ratios
from solver.topics.stories import contests
from tests.topics.solved import assert_solved, is_declined

CHANCES: list[tuple[Reader, str, str, str]] = [
    (draws.read, "袋中有3个红球2个白球,随机摸一个,摸到红球的概率是多少?", r"\frac{3}{5}", r"\frac{2}{5}"),
    (draws.read, "袋中有3个红球2个白球,任取两个球,求至少有一个红球的概率", r"\frac{9}{10}", r"\frac{3}{10}"),
    (draws.read, "A bag contains 5 red and 3 blue marbles. Two marbles are drawn without replacement. What is the probability of getting one of each color?", r"\frac{15}{28}", r"\frac{15}{56}"),
    (draws.read, "A class has 12 boys and 18 girls. A student is chosen at random. What is the probability that the student is a girl?", r"\frac{3}{5}", r"\frac{2}{5}"),
    (draws.read, "Two dice are rolled. What is the probability that at least one of them shows a 6?", r"\frac{11}{36}", r"\frac{1}{3}"),
    (draws.read, "A die is rolled twice. What is the probability that both rolls are sixes?", r"\frac{1}{36}", r"\frac{1}{6}"),
    (draws.read, "连续抛两次硬币,两次都是正面朝上的概率是多少?", r"\frac{1}{4}", r"\frac{1}{2}"),
    (number_chances.read, "从1~20的自然数中任取一个数,求它是质数的概率", r"\frac{2}{5}", r"\frac{9}{20}"),
    (number_chances.read, "A spinner has 8 equal sections numbered 1 to 8. What is the probability of landing on a multiple of 3?", r"\frac{1}{4}", r"\frac{3}{8}"),
    (contests.read, "从1,2,3,4,5中任取两个数,和为偶数的概率是多少?", r"\frac{2}{5}", r"\frac{3}{5}"),
    (independent_tries.read, "甲、乙、丙三人独立地向同一目标各射击一次,命中的概率分别为0.5、0.6、0.7,求目标被击中的概率", "0.94", "0.21"),
    (named_distributions.read, "10件产品中有3件次品,从中任取2件,至少有一件次品的概率", r"\frac{8}{15}", r"\frac{7}{15}"),
    (arrangements.read, "从甲、乙、丙、丁四人中任选两人参加比赛,求甲被选中的概率", r"\frac{1}{2}", r"\frac{1}{4}"),
    (arrangements.read, "从甲乙丙3名同学中任选2名,恰好选中甲和乙的概率是多少", r"\frac{1}{3}", r"\frac{2}{3}"),
]  # fmt: skip
WAYS: list[tuple[Reader, str, str, str]] = [
    (arrangements.read, "从5名男生4名女生中选3人,至少有1名女生的选法有多少种?", "74", "84"),
    (arrangements.read, "5人站成一排,甲、乙两人不相邻,有多少种排法?", "72", "48"),
    (arrangements.read, "从5名男生4名女生中选3人,至少一名女生,有多少种选法?", "74", "84"),
    (arrangements.read, "从4名男生3名女生中选3人,男女都有的选法有几种?", "30", "35"),
    (arrangements.read, "How many committees of 3 can be formed from 5 men and 4 women if at least one woman must be included?", "74", "84"),
    (arrangements.read, "从6名学生中选2名班长和副班长,有多少种选法", "30", "15"),
    (arrangements.read, "从6名学生中选2名参加数学竞赛,有多少种选法", "15", "30"),
    (arrangements.read, "有3本不同的语文书和2本不同的数学书排成一排,数学书相邻,有多少种排法?", "48", "24"),
    (arrangements.read, "4个男生3个女生站成一排,女生不相邻的排法", "1440", "720"),
    (arrangements.read, "In how many ways can 3 boys and 3 girls sit in a row if the girls must sit together?", "144", "36"),
    (arrangements.read, "How many ways can you choose a president and a vice president from 10 people?", "90", "45"),
    (contests.read, "6个点,每两个点连一条线段,一共可以连多少条线段?", "15", "3"),
    (contests.read, "10支球队进行单循环比赛,共比赛多少场?", "45", "90"),
    (set_operations.read, "How many subsets does {1,2,3,4} have?", "16", "15"),
    (set_operations.read, "How many proper subsets does a set with 5 elements have?", "31", "32"),
    (set_operations.read, "集合A={x∈N|x<4}的非空真子集的个数是多少?", "14", "15"),
]  # fmt: skip
LOGIC: list[tuple[Reader, str, str, str]] = [
    (set_operations.read, "已知集合A={x|x²-2x-8<0},B={x|x≥1},求A∩B,结果用区间表示", "[1, 4)", "(1, 4)"),
    (set_operations.read, "已知集合A={x|x>2},求∁_R A", r"(-\infty, 2]", r"(-\infty, 2)"),
    (set_operations.read, "Find the union of the intervals [1,4] and (3,7].", "[1, 7]", "(1, 7]"),
    (set_operations.read, "求[1,4]∩(2,6)", "(2, 4]", "[2, 4]"),
    (set_operations.read, "设x∈R,则“x>3”是“x²>9”的什么条件?", r"\text{充分不必要条件}", r"\text{充要条件}"),
    (set_operations.read, '"x²-3x+2=0"是"x=1"的什么条件', r"\text{必要不充分条件}", r"\text{充分不必要条件}"),
    (set_operations.read, '"x<-1或x>2"是"x²-x-2>0"的什么条件', r"\text{充要条件}", r"\text{必要不充分条件}"),
    (set_operations.read, "Is x > 2 a necessary or sufficient condition for x^2 > 4?", r"\text{sufficient but not necessary}", r"\text{necessary and sufficient}"),
    (set_operations.read, "命题“∃x∈R,x²-x+1<0”的否定是", r"\forall x\in \mathbb{R},\ x^{2}-x+1\ge 0", r"\forall x\in \mathbb{R},\ x^{2}-x+1> 0"),
    (set_operations.read, "命题“∀x>0,x²+x>0”的否定是", r"\exists x>0,\ x^{2}+x\le 0", r"\forall x>0,\ x^{2}+x\le 0"),
]  # fmt: skip
FIGURES: list[tuple[Reader, str, str, str]] = [
    (vector_lengths.read, "已知|a|=4,|b|=3,夹角60°,求a·b", "6", "12"),
    (vector_lengths.read, "Vectors a and b have magnitudes 3 and 5, and the angle between them is 60 degrees. Find the magnitude of a - b.", r"\sqrt{19}", "7"),
    (vector_lengths.read, "a and b are unit vectors with an angle of 60° between them. Find |a + 2b|.", r"\sqrt{7}", r"\sqrt{5}"),
    (vector_lengths.read, "求向量a=(2,3)在b=(4,1)方向上的投影", r"\frac{11 \sqrt{17}}{17}", r"\frac{11}{17}"),
    (vector_lengths.read, "已知|a|=5,|b|=4,a与b的夹角为120°,求a在b方向上的投影", r"- \frac{5}{2}", "-2"),
    (vector_lengths.read, "Find a unit vector in the direction of 2i - j + 2k.", r"(\frac{2}{3}, - \frac{1}{3}, \frac{2}{3})", "(2, -1, 2)"),
    (solved_triangles.read, "在△ABC中,a=√2,b=√3,A=45°,求B", r"B=60^\circ\ \text{ 或 }\ B=120^\circ", r"B=60^\circ"),
    (solved_triangles.read, "在△ABC中,a=1,b=√3,A=30°,求c", r"c=1\ \text{ 或 }\ c=2", "2"),
    (solved_triangles.read, "已知△ABC中,a=2,b=2√3,A=30°,解三角形", r"B=60^\circ,\ C=90^\circ,\ c=4\ \text{ 或 }\ B=120^\circ,\ C=30^\circ,\ c=2", r"B=60^\circ,\ C=90^\circ,\ c=4"),
    (solved_triangles.read, "在△ABC中,a=√3,b=1,C=30°,解三角形", r"A=120^\circ,\ B=30^\circ,\ c=1", r"A=30^\circ,\ B=120^\circ,\ c=1"),
    (triangles.read, "三角形三个内角的度数比是2:3:4,求最大的角", r"80^{\circ}", r"60^{\circ}"),
    (lines.read, "Find the area of the triangle formed by the line 3x + 4y = 12 and the coordinate axes.", "6", "12"),
    (lines.read, "求直线y=2x-4与坐标轴围成的三角形面积", "4", "8"),
    (lines.read, "In a triangle with sides 5, 6, 7 find the length of the median to the side of length 6.", r"2 \sqrt{7}", "5"),
    (ratios.read, "求比值 1.2千克:300克", "4", r"\frac{1}{250}"),
    (arithmetic.read, "1又2/5的倒数是多少", r"\frac{5}{7}", r"\frac{7}{5}"),
]  # fmt: skip
DECLINED: list[tuple[Reader, str]] = [
    (draws.read, "袋中有3个红球2个白球若干个黑球,随机摸一个,摸到红球的概率是多少?"),
    (draws.read, "袋中有10个球其中3个红球,任取一个,求是红球的概率"),
    (contests.read, "从1,2,3,4,5中任取两个数组成两位数,和为偶数的概率是多少?"),
    (contests.read, "从1,2,2,3中任取两个数,和为偶数的概率"),
    (contests.read, "6个点,每两个点连一条线段,其中3个点在一条直线上,一共可以连多少条直线?"),
    (arrangements.read, "从甲、乙、丙、丁四人中任选两人参加比赛,求甲、乙至少一人被选中的概率"),
    (arrangements.read, "从5名男生4名女生中选3人,至少有1名女生且甲必须入选的选法有多少种?"),
    (arrangements.read, "有3本语文书和2本数学书排成一排,数学书相邻,有多少种排法?"),
    (arrangements.read, "4个男生3个女生站成一排,女生不相邻且甲在排头的排法"),
    (arrangements.read, "从6名学生中选2名分别担任班长和学习委员,有多少种选法"),
    (set_operations.read, "How many subsets of {1,2,3,4,5} have exactly 2 elements?"),
    (set_operations.read, "集合{1,2,a}的子集有多少个?"),
    (set_operations.read, "集合{1,2,2,3}的子集有多少个?"),
    (set_operations.read, '"x>2"不是"x>1"的什么条件?'),
    (set_operations.read, "“a>b”是“a²>b²”的什么条件?"),
    (set_operations.read, "命题“∀x∈R,x²+1>0”的逆否命题"),
    (set_operations.read, "命题“若x>1,则x²>1”的否定是"),
    (vector_lengths.read, "已知|a|=2,|b|=3,夹角不为60°,求a·b"),
    (vector_lengths.read, "求向量a=(2,3)在b=(4,1)方向上的投影向量"),
    (solved_triangles.read, "在锐角△ABC中,a=√2,b=√3,A=45°,求B"),
    (solved_triangles.read, "在△ABC中,a=√2,b=√3,A=45°,且B为钝角,求B"),
    (solved_triangles.read, "在△ABC中,a=1,b=3,A=30°,求B"),
    (lines.read, "求直线y=kx-4与坐标轴围成的三角形面积"),
    (lines.read, "求直线y=2x与坐标轴围成的三角形面积"),
]  # fmt: skip


@pytest.mark.parametrize(("reader", "question", "answer", "wrong"), [*CHANCES, *WAYS, *LOGIC, *FIGURES])
def test_answered_and_checked(reader: Reader, question: str, answer: str, wrong: str) -> None:
    assert_solved(reader, question, answer, wrong)


@pytest.mark.parametrize(("reader", "question"), DECLINED)
def test_near_ones_are_declined(reader: Reader, question: str) -> None:
    assert is_declined(reader, question)


@pytest.mark.parametrize("text", ["1, " * 700, "a b " * 500, "平均" * 1000, "90分2人," * 400, "1" * 2_000])
def test_long_texts_are_no_sentences(text: str) -> None:
    assert carriers.bare(text, "en") is None
    assert carriers.bare(text, "zh") is None
