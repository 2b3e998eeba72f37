"""Chinese stories of parts, bills, purses and the clock: solved right and checked; neighbours that are near and different are declined."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.latex import value_of
from solver.ports import Problem
from solver.reader import clean
from solver.topics import read as read_by_all
from solver.topics.base import Text, Unread
from solver.topics.stories.school.chinese import read
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.word_problems.answers import exact
from tests.topics.run_cell import run_cell
from tests.topics.solved import verdict

PORTIONS = {
    "七年级210名同学都参加了社团，每人只参加一个。参加棋社的占40%，其余的人参加画社或鼓社，画社与鼓社的人数比是5:2。鼓社有多少人？": (
        36,
    ),
    "苗圃里松树和柏树的棵数比是3:5，剩下的全是杨树，杨树占总棵数的20%。已知三种树共600棵，柏树有多少棵？": (
        300,
    ),
    "甲、乙、丙三人合买一台电扇，丙出的钱占总价的2/5，甲、乙两人出的钱数比是1:2。已知丙比甲多出40元，这台电扇的总价是多少元？": (
        200,
    ),
    "小敏看一本童话书，第一天看了全书的20%，第二天看了36页，这时已看的页数与没看的页数之比是1:2。这本童话书共有多少页？": (
        270,
    ),
    "修一条长4200米的渠，第一周修了全长的1/3，第二周与第三周修的长度比是3:4，三周正好修完，第三周修了多少米？": (
        1600,
    ),
    "学校鼓号队有90人，其中男生占40%，女生中五年级和六年级的人数比是4:5，六年级女生有多少人？": (30,),
    "某中学全校师生共1040人，其中教师占总人数的5%，男生和女生的人数比是10:9，女生有多少人？": (468,),
    "养殖场养鸡、鸭、鹅共720只，其中鸡占4/9，鸭的只数是鸡的3/4。养殖场养了多少只鹅？": (160,),
}
BILLS = {
    "买6支毛笔和3个砚台要78元，买2支同样的毛笔和5个同样的砚台要82元。求一支毛笔的价格和一个砚台的价格（单位：元）。": (
        6,
        14,
    ),
    "体育室分两次添置器材：第一次买3个铅球和4副球拍，共用去310元；第二次又按同样的单价买5个铅球和2副球拍，共用去330元。铅球和球拍的单价各是多少元？": (
        50,
        40,
    ),
    "2辆大卡车与3辆小卡车一次可以运货19吨，3辆大卡车与4辆小卡车一次可以运货27吨。那么5辆大卡车与2辆小卡车一次可以运货多少吨？": (
        31,
    ),
    "大帐篷每顶住8人，小帐篷每顶住5人，71名队员租了10顶帐篷正好住满，大帐篷和小帐篷各租了几顶？": (7, 3),
    "某旅社有4人间和2人间共25间，总共可以住宿76人，4人间和2人间各有多少间？": (13, 12),
}
PURSES = {
    "一双布鞋原来要96元，现在降价18元；爸爸还看中了一条42元的皮带。两样都买，他一共要付多少元？": (120,),
    "买完一盏72元的台灯和一个比台灯便宜34元的闹钟后，周阿姨钱包里还有55元。周阿姨原来有多少元？": (165,),
    "一包盐4元，一袋糖7元。奶奶买了3包盐和一些糖，一共花了47元，她买了几袋糖？": (5,),
    "食堂买了14袋面粉和9桶油，每袋面粉82元，每桶油96元，买油比买面粉少花多少元？": (284,),
    "妈妈买了一件95元的毛衣和一条比毛衣便宜37元的围巾，围巾花了多少元？": (58,),
    "李教练买了7个篮球和6个排球，篮球每个85元，排球每个48元，买排球花了多少元？": (288,),
    "姐姐存了96元，妹妹存的钱比姐姐少28元。姐妹俩把钱合在一起，买了一个135元的蛋糕，买完以后还剩多少元？": (
        29,
    ),
    "一支铅笔6角，一把尺子1元8角。买4支铅笔和2把尺子一共要多少元？": (6,),
}
DAYS = {
    "一艘客轮上午7时30分从东港开出，下午1时到达西港，平均每小时行驶24千米，这艘客轮一共行了多少千米？": (
        132,
    ),
    "一场木偶戏13:45开始，15:20结束，演了多少分钟？": (95,),
    "某山顶早晨的气温是零下4℃，中午比早晨升高了11℃，中午的气温是多少摄氏度？": (7,),
    "某城白天的最高气温是9℃，夜里的最低气温是-5℃，这天的温差是多少摄氏度？": (14,),
    "哥哥有72枚邮票，给了弟弟13枚后，两人的邮票就一样多了。弟弟原来有多少枚邮票？": (46,),
    "从村口到学校有960米，小兰每分钟走80米，她几分钟能走到？": (12,),
}
ALL = PORTIONS | BILLS | PURSES | DAYS


def _solved(problem: str) -> list[Fraction] | None:
    """The values that the cell of the first topic gives; None where no topic reads it."""
    task = read_by_all(Problem(problem, "zh"))
    return None if isinstance(task, Unread) else exact(value_of(str(run_cell(task.solution().cell))))


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize("problem", list(ALL))
def test_solved_and_checked(problem: str) -> None:
    task = read_by_all(Problem(problem, "zh"))
    assert not isinstance(task, Unread), task
    assert _solved(problem) == list(ALL[problem])
    conclusion = task.conclude(value_of(str(run_cell(task.solution().cell))))
    assert conclusion is not None
    assert verdict(task, conclusion.answer) is True
    assert verdict(task, ", ".join(str(v + 1) for v in ALL[problem])) is False


@pytest.mark.parametrize("problem", list(DAYS | BILLS))
def test_steps_say_what_is_found(problem: str) -> None:
    task = read(Text(clean(problem), "zh"))
    assert isinstance(task, Exercise), problem
    assert task.values == ALL[problem]
    assert all(step.says and step.tex for step in task.steps)


@pytest.mark.parametrize(
    "problem",
    [
        "花圃有月季、牡丹、菊花和兰花，月季占总数的30%，牡丹和菊花的盆数比是2:3，牡丹有40盆，月季有多少盆？",  # and orchids?
        "小刚看一本书，第一天看了全书的1/4，第二天看了30页，已看的页数与没看的页数之比是2:3，又看了20页，这本书共有多少页？",
        "买3支铅笔和2块橡皮花了7元，买3支钢笔和5块橡皮花了40元，一块橡皮多少元？",  # pencils are no pens
        "小芳买了一支9元的钢笔和4本练习本，一共花了21元，一支圆珠笔多少元？",
        "一箱梨重18千克，卖出一半后连箱重10千克，箱子重多少千克？",  # with the box, at first, or without it?
        "商店上午8时开门，晚上9时关门，中午休息2小时，每天营业几小时？",
        "小林从上午9时开始画画，上午11时结束，一共画了多少幅画？",
        "姐姐有48张画片，给了妹妹6张后，还比妹妹少5张，妹妹原来有多少张画片？",
        "商店卖出橘子50千克和柚子30千克，橘子每千克6元，一共卖了多少元？",  # what do the others cost?
        "一篮鸡蛋连篮共重19千克，卖出一半鸡蛋后，连篮还重10千克，鸡蛋和篮子各重多少千克？",
    ],
)
def test_near_and_different(problem: str) -> None:
    assert _solved(problem) is None


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        ("一件外套180元，帽子40元，手套比帽子贵15元，买外套和手套一共多少元？", 235),
        ("李老师带了600元，买9个足球用去540元，每个足球多少元？", 60),
        ("学校舞蹈队女生占60%，全队有70人，女生有多少人？", 42),
    ],
)
def test_not_another_answer(problem: str, answer: int) -> None:
    """Once one of several was asked for and all of them were answered, or what was spent was added to what there was."""
    assert _solved(problem) in (None, [answer])


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 9), st.integers(1, 9), st.integers(1, 40), st.sampled_from([20, 25, 40, 50, 60, 75]))
def test_parts_make_the_whole(first: int, second: int, size: int, percent: int) -> None:
    """The whole is made of a share and of two parts in a ratio; from the whole each part is found, and the whole from a part."""
    rest = (first + second) * size * (100 - percent)
    whole = rest * 100 // (100 - percent)
    a, b = first * size * (100 - percent), second * size * (100 - percent)
    told = f"仓库里有稻谷、小麦和玉米共{whole}袋，其中稻谷占{percent}%，小麦和玉米的袋数比是{first}:{second}，玉米有多少袋？"
    assert _solved(told) == [b]
    back = f"仓库里有稻谷、小麦和玉米三种粮食，稻谷占总数的{percent}%，小麦和玉米的袋数比是{first}:{second}，小麦有{a}袋，三种粮食一共有多少袋？"
    assert _solved(back) == [whole]


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 9), st.integers(1, 9), st.integers(1, 9), st.integers(1, 9), st.integers(1, 60), st.integers(1, 60))  # fmt: skip
def test_bills_give_back_the_prices(a: int, b: int, c: int, d: int, x: int, y: int) -> None:
    """Two bills that are not alike have one pair of prices."""
    told = f"买{a}个排球和{b}个足球要{a * x + b * y}元，买{c}个同样的排球和{d}个同样的足球要{c * x + d * y}元，每个排球和每个足球各多少元？"
    found = _solved(told)
    if a * d == b * c or x == y or 1 in (a, b, c, d):
        assert found in (None, [x, y])
    else:
        assert found == [x, y]
