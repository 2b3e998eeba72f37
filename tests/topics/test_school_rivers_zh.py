"""Chinese stories of boats and currents, of a rest shared by a ratio, of reduced prices compared, of wheels told in brackets; neighbours are declined."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.latex import value_of
from solver.ports import Problem
from solver.topics import read
from solver.topics.base import Unread
from solver.topics.stories.word_problems import values_of
from tests.topics.run_cell import run_cell

SOLVED = {
    "一艘游轮在相距96千米的甲、乙两港之间航行，顺水航行用4小时，逆水返回用6小时。求游轮在静水中的速度和水流速度（单位：千米/时）。": (20, 4),
    "一只小船顺流航行36千米用了3小时，逆流返回用了4小时，求小船在静水中的速度和水流的速度。": (Fraction(21, 2), Fraction(3, 2)),
    "一架飞机顺风飞行1200千米用2小时，逆风返回用3小时，求飞机在无风时的速度和风速。": (500, 100),
    "小船在静水中每小时行15千米，水流速度是每小时3千米，它逆流而上行60千米要几小时？": (5,),
    "甲、乙两个码头相距80千米，一艘轮船顺流而下用4小时，逆流而上用5小时，水流的速度是每小时多少千米？": (2,),
    "学校有320名学生参加运动会，25%的学生当了志愿者，其余的学生按7:5分到田赛组和径赛组，径赛组有多少人？": (100,),
    "叔叔得到7200元奖金，先把其中的三分之一还了债，剩下的钱按3:2:1用于装修、购物和旅游。用于购物的钱是多少元？": (1600,),
    "幼儿园有240个苹果，先把25%分给小班，余下的按4:5分给中班和大班，大班分到多少个苹果？": (100,),
    "一件原价400元的大衣打六五折出售，打折后比一件毛衣还贵90元。这件毛衣卖多少元？": (170,),
    "一辆原价900元的自行车打七折出售，打折后比一辆滑板车便宜50元，这辆滑板车多少元？": (680,),
    "一盏台灯原价160元，打七五折后的价钱是一支钢笔的4倍，这支钢笔多少元？": (30,),
    "停车棚里有自行车和三轮车共14辆，数一数共有35个轮子，自行车和三轮车各有多少辆？（自行车有2个轮子）": (7, 7),
}  # fmt: skip
DECLINED = (
    "有100个苹果，30%的苹果是坏的，剩下的按2:3分给小明和小红，小明和小红一共分到多少个苹果？",
    "学校有320名学生参加运动会，25%的女生当了志愿者，其余的学生按7:5分到田赛组和径赛组，径赛组有多少人？",
    "学校有320名学生，男生的25%当了志愿者，其余的学生按7:5分到田赛组和径赛组，径赛组有多少人？",
    "叔叔有7200元，先运来其中的三分之一，剩下的钱按3:2用于装修和旅游。用于吃饭的钱是多少元？",
    "叔叔有7200元，先花掉其中的三分之一，剩下的钱按3:2:1用于装修和旅游。用于旅游的钱是多少元？",
    "一艘轮船顺流航行用3小时，逆流返回用5小时，求轮船在静水中的速度和水流的速度。",
    "一艘轮船在相距90千米的两个码头之间航行，顺流而下用5小时，逆流返回用3小时，求轮船在静水中的速度和水流的速度。",
    "一件原价400元的大衣打六五折出售，打折后比一件毛衣贵90元。这件衬衫卖多少元？",
    "一件原价400元的大衣打六五折出售，打折后再减20元，比一件毛衣贵90元。这件毛衣卖多少元？",
    "停车棚里有自行车和三轮车共14辆，数一数共有35个轮子，自行车和三轮车各有多少辆？（自行车有5个轮子）",
)


def _answers(question: str) -> tuple[Fraction, ...] | None:
    return values_of(read(Problem(question, "zh")))


@pytest.mark.parametrize("question", SOLVED)
def test_solved(question: str) -> None:
    assert _answers(question) == tuple(Fraction(x) for x in SOLVED[question])
    task = read(Problem(question, "zh"))
    assert not isinstance(task, Unread)
    conclusion = task.conclude(value_of(str(run_cell(task.solution().cell))))
    assert conclusion is not None
    proof = task.check(conclusion.answer)
    assert proof is not None and proof.claim


@pytest.mark.parametrize("question", DECLINED)
def test_declined(question: str) -> None:
    assert isinstance(read(Problem(question, "zh")), Unread)


def test_a_question_for_one_of_two_prices_is_not_answered_by_their_sum() -> None:
    question = "商店一台电饭煲原价420元，打折后还比一台豆浆机便宜26元，这台豆浆机卖多少元？"
    assert _answers(question) != (866,)


@settings(max_examples=8, deadline=None)
@given(st.integers(4, 30), st.integers(1, 3), st.integers(1, 9))
def test_boat_there_and_back(still: int, current: int, hours: int) -> None:
    way = (still + current) * (still - current) * hours
    down, up = (still - current) * hours, (still + current) * hours
    question = f"甲、乙两港相距{way}千米，一艘船顺水航行要{down}小时，逆水航行要{up}小时，求船在静水中的速度和水流速度。"
    assert _answers(question) == (still, current)
