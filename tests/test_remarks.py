"""What goes without saying may be said: the answer is the same. What says something stays."""

from __future__ import annotations

import pytest

from solver.intake import language_of
from solver.latex import value_of
from solver.ports import Problem
from solver.reader import clean
from solver.reader.remarks import without_remarks
from solver.topics import read
from solver.topics.base import Unread
from tests.topics.run_cell import run_cell

SAID = [
    ("复数 $z$ 满足 $z(1+2i)=3-4i$（$i$ 为虚数单位），求 $z$。", "-1 - 2 i"),
    ("2024年3月1日是星期五，那么2024年6月1日（儿童节）是星期几？", r"\text{星期六}"),
    ("72一共有多少个因数？", "12"),
    ("一件商品成本200元，商店按40%的利润定价，后来打八五折卖出。卖出这件商品实际赚了多少元？", "38"),
    ("盒子里有大小相同的4个红球和6个白球，闭着眼睛从中任意摸出一个，摸到红球的概率是多少？", r"\frac{2}{5}"),
    ("一个长方体玻璃鱼缸，长50厘米，宽30厘米，高40厘米（玻璃厚度忽略不计），它的容积是多少升？", "60"),
    ("把x^2-4x+4分解成因式的积。", r"\left(x - 2\right)^{2}"),
    ("函数f(x)=x e^x（e为自然对数的底数）的最小值是多少？", r"- \frac{1}{e}"),
    ("一个数除以9商12余5，这个数是多少？（用算术方法解）", "113"),
    ("Let z = (1+i)/(1-i), where i is the imaginary unit. Find z.", "i"),
    ("Find the exact area of a circle with radius 3 cm.", r"9 \pi"),
    ("Without solving the equation, find the sum of the roots of 2x^2 - 7x + 3 = 0.", r"\frac{7}{2}"),
    ("A bag contains 4 red and 6 blue marbles, identical except for colour. One marble is drawn at random. What is the probability that it is red?", r"\frac{2}{5}"),
    ("A fish tank measures 50 cm by 30 cm by 40 cm (inside measurements). How many litres of water does it hold?", "60"),
]  # fmt: skip
STAYS = [
    "Two balls are drawn from 3 red and 2 blue ones (with replacement). Find the probability that both are red.",
    "What is the probability of exactly two heads?",
    "Find all solutions (including complex ones).",
    "How many numbers are there between 3 and 9 (inclusive)?",
    "A coach left Leeds at 9:47 p.m. and got to London at 1:15 a.m. the same day.",
    "从袋中取出两个球（不放回），求都是红球的概率。",
    "地图上量得两地相距3厘米，实际距离是多少千米？",
    "小明一共有12颗糖，给了小红5颗，还剩几颗？",
    "两个速度相同的小车",
]


@pytest.mark.parametrize(("question", "value"), SAID)
def test_a_remark_changes_nothing(question: str, value: str) -> None:
    task = read(Problem(question, language_of(question)))
    assert not isinstance(task, Unread)
    conclusion = task.conclude(value_of(str(run_cell(task.solution().cell))))
    assert conclusion is not None and conclusion.answer == value


@pytest.mark.parametrize("question", STAYS)
def test_what_says_something_stays(question: str) -> None:
    assert without_remarks(clean(question)) == clean(question)
