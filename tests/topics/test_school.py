"""Problems of Chinese primary school: solved right and checked; neighbours that are near and different are declined."""

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
from solver.topics.stories.school import read
from solver.topics.stories.school.task import Exercise
from tests.topics.run_cell import run_cell
from tests.topics.solved import is_declined, verdict

STORIES = {
    "盒子里有45支粉笔，用去了17支，还剩多少支粉笔？": 28,
    "小林有18张画片，送给弟弟6张，又买了9张，现在有多少张画片？": 21,
    "篮子里有26个鸡蛋，吃了一些，还剩9个，吃了多少个鸡蛋？": 17,
    "同学们要栽50棵树苗，第一小组栽了14棵，第二小组栽了19棵，还要栽多少棵？": 17,
    "小东已经写了12个大字，还差7个字没写，小东一共要写多少个字？": 19,
    "娟娟钓了6条鱼，爸爸钓的是娟娟的4倍，他们一共钓了多少条鱼？": 30,
    "合唱队有42人，其中男生有17人，女生有多少人？": 25,
    "仓库上午运来粮食3.4吨，下午又运来一些，一天共运来粮食8.1吨，下午运来多少吨？": Fraction(47, 10),
    "学校买来80本练习本，分给甲班24本，分给乙班28本，这两个班一共分得多少本练习本？": 52,
    "甲队有18人，比乙队多5人，乙队有多少人？": 13,
    "玩具熊的价格是45元，玩具狗的价格是28元，一个玩具熊比一个玩具狗贵多少钱？": 17,
    "一个足球要65元，小亮有48元，还差多少元才能买一个足球？": 17,
    "小海和小冬去拔萝卜，小海拔了17个萝卜，小冬拔的比小海多8个，小冬拔了多少个？": 25,
}
PRODUCTS = {
    "一束花有6枝，老师买了9束花，一共有多少枝？": 54,
    "每个盘子里放了4个桃子，一共放了7盘，小猴一共摘了多少个桃子？": 28,
    "把63块饼干平均分给9个小朋友，每个小朋友分到多少块饼干？": 7,
    "有75个乒乓球，每8个装一盒，最多可以装满多少盒？": 9,
    "有38人去划船，每条船坐5人，至少需要多少条船？": 8,
    "老师买来29朵花，每4朵扎成一束，还剩多少朵？": 1,
    "食堂运来60袋大米，吃了8天后，还剩4袋，平均每天吃多少袋？": 7,
    "有14个班参加表演，每班站5行，每行8人，参加表演的一共有多少人？": 560,
    "图书馆有图书960本，平均放在6个书架上，每个书架有4层，每层放多少本图书？": 40,
    "小刚看一本书，4天看了52页，照这样计算，全书169页，多少天可以看完？": 13,
    "20千克花生可榨油7千克，1吨花生可榨油多少千克？": 350,
    "李老师带了300元，买篮球用去180元，剩下的钱又买了6根跳绳，平均每根跳绳多少元？": 20,
    "一种布每米18元，妈妈买了7米，要付多少元？": 126,
    "小丽借给5个同学各3本书，她一共借出多少本书？": 15,
    "食堂有4箱鸡蛋，每箱30个，用去了45个，还剩多少个？": 75,
    "校门口两侧一共要放花，园丁买了96盆花，分别放在校门口两侧，平均每侧放多少盆？": None,
}
RATIOS = {
    "爷爷今年72岁，小文今年8岁，爷爷的年龄是小文的多少倍？": 9,
    "书法组女生有7人，男生有4人，男生占书法组人数的几分之几？": Fraction(4, 11),
    "第一天看了全书的2/9，第二天看了全书的4/9，还剩全书的几分之几没看？": Fraction(1, 3),
    "某厂上半年生产机床560台，比计划多生产60台，超产百分之几？": Fraction(12, 100),
    "小宁有54张卡片，小江有38张，小宁给小江多少张后两人的卡片一样多？": 8,
    "书法组女生有7人，男生有4人，男生占女生的几分之几？": Fraction(4, 7),
    "电影院有观众96人，其中大人是小孩的3倍，小孩有多少人？": 24,
    "乙数的5倍少8是72，乙数是多少？": None,
}
FIGURES = {
    "一块长方形的草地，长24米，宽15米，这块草地的面积是多少平方米？": 360,
    "一张正方形的纸，边长是12厘米，它的周长是多少厘米？": 48,
    "一条长方形的公路，长30千米，宽40米，这条公路占地多少公顷？": 120,
    "一个长方形的周长是46厘米，宽是9厘米，面积是多少平方厘米？": 126,
    "一个正方体木块的棱长是6分米，它的表面积是多少平方分米？": 216,
    "做一个无盖的长方体玻璃鱼缸，长6分米，宽4分米，高5分米，需要玻璃多少平方分米？": 124,
    "一个圆形花坛的半径是5米，它的面积是多少平方米？": Fraction(785, 10),
    "一个圆锥形沙堆，底面半径是3米，高2米，每立方米沙重1.5吨，这堆沙重多少吨？": Fraction(2826, 100),
    "一个三角形的底是14厘米，高是9厘米，面积是多少平方厘米？": 63,
    "一块长方形菜地，长300米，宽200米，每公顷收白菜40吨，这块菜地能收白菜多少吨？": 240,
}
KINDS = {
    "一条小路长80米，每隔5米栽一棵树，两端都栽，一共要栽多少棵树？": 17,
    "两座楼房之间相距90米，每隔6米种一棵树，一共要种多少棵？": 14,
    "把一根木头锯成5段用了20分钟，锯成8段要用多少分钟？": 35,
    "小明从一楼走到四楼用了36秒，他从一楼到八楼需要多长时间？": 84,
    "时钟4点钟敲4下，6秒敲完，9点钟敲9下，几秒敲完？": 16,
    "一项工程，6个人工作14天可以完成，如果21个人工作，多少天可以完成？": 4,
    "甲、乙两车同时从相距560千米的两地相向而行，甲车每小时行75千米，乙车每小时行65千米，几小时后两车相遇？": 4,
    "王阿姨把2000元存入银行，存期三年，年利率是2.5%，到期后利息是多少元？": 150,
    "赵叔叔把8000元存入银行，存期两年，年利率是2.25%，到期后利息是多少元？": 360,
    "一件大衣原价800元，现降价200元出售，这件大衣打了几折？": Fraction(15, 2),
    "一件毛衣打七折后卖210元，如果打九折出售，可以卖多少元？": 270,
    "从前面数，小军排第7，从后面数他排第10，这一队一共有多少人？": 16,
    "某班有44人，其中20人参加绘画组，18人参加舞蹈组，5人既参加绘画组又参加舞蹈组，两个组都没参加的有多少人？": 11,
    "把红、黄、蓝、绿四种颜色的球各5个放在盒子里，至少摸出几个球，才能保证有2个颜色相同的球？": 5,
    "合唱队有20人，老师要通知队员排练，若每分钟通知1人，至少需要多少分钟？": 5,
    "小组同学买礼物，每人出9元，多6元，每人出8元，少3元，有多少个同学？": 9,
    "把36.5扩大到原来的100倍是多少？": 3650,
    "用水量在10吨以内的每吨3元，超过10吨的部分，每吨4.5元，张叔叔家上个月的用水量是16吨，应缴水费多少元？": 57,
    "甲堆和乙堆共有煤84吨，甲堆与乙堆的比是3：4，乙堆有多少吨？": 48,
}
ALL = {**STORIES, **PRODUCTS, **RATIOS, **FIGURES, **KINDS}


def solved(problem: str) -> Exercise:
    task = read(Text(clean(problem), "zh"))
    assert isinstance(task, Exercise), problem
    return task


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize("problem", [p for p, a in ALL.items() if a is not None])
def test_solved_and_checked(problem: str) -> None:
    task, expected = solved(problem), ALL[problem]
    value = value_of(str(run_cell(task.solution().cell)))
    assert Fraction(str(value)) == task.value == expected
    conclusion = task.conclude(value)
    assert conclusion is not None and conclusion.answer in conclusion.sentence
    assert verdict(task, conclusion.answer) is True
    for wrong in (str(Fraction(expected) + 1), str(Fraction(expected) * 2 + 3)):
        assert verdict(task, wrong) is False
    assert all(step.startswith(("先求", "再求", "求")) for step in task.solution().steps)


@pytest.mark.parametrize("problem", [p for p, a in ALL.items() if a is None])
def test_not_read(problem: str) -> None:
    assert is_declined(read, problem)


@pytest.mark.parametrize(
    "problem",
    [
        "小红做了15朵花，送给小明3朵，送给小丽4朵，一共有多少朵花？",  # of whom?
        "妈妈买了5千克苹果，付了50元，找回15元，每千克苹果多少元？",
        "队伍里小明前面有5人，后面有8人，除了他这队一共有多少人？",
        "一辆汽车每小时行60千米，往返甲乙两地共用6小时，两地相距多少千米？",
        "一盒饼干8元，买3盒送1盒，买4盒要多少元？",
        "一个长方形花坛长10米，宽6米，在它四周铺1米宽的小路，小路的面积是多少平方米？",
        "把两个棱长2厘米的正方体拼成一个长方体，表面积是多少平方厘米？",
        "一个水箱长5分米，宽4分米，高3分米，做这个鱼缸需要玻璃多少平方分米？",
        "一条圆形的小路长80米，每隔5米栽一棵树，两端都栽，一共要栽多少棵树？",
        "小明有10个苹果，小红有8个梨，小明给了小红一些，还剩多少个？",
        "4个同学合影，每两个人握一次手，一共握手几次？",
        "小明有12颗糖。",
        "有12颗糖，一共有多少颗糖？",
        "有30人，每辆车坐0人，需要几辆车？",
    ],
)
def test_near_and_different(problem: str) -> None:
    assert is_declined(read, problem)


NUMBERS = st.integers(2, 400)


@settings(max_examples=40, deadline=None)
@given(NUMBERS, NUMBERS)
def test_boats_are_counted_up_and_boxes_down(total: int, each: int) -> None:
    down = read(Text(f"有{total}个鸡蛋，每{each}个装一盒，最多可以装满多少盒？", "zh"))
    up = read(Text(f"有{total}人去划船，每条船坐{each}人，至少需要多少条船？", "zh"))
    assert isinstance(down, Exercise) and down.value == total // each
    assert isinstance(up, Exercise) and up.value == -(-total // each)
    for task in (down, up):
        assert verdict(task, str(task.value)) is True and verdict(task, str(task.value + 1)) is False


@settings(max_examples=40, deadline=None)
@given(NUMBERS, NUMBERS, NUMBERS)
def test_what_is_left_is_never_more_than_there_was(start: int, first: int, second: int) -> None:
    task = read(Text(f"车间有{start}个零件，上午用去{first}个，下午用去{second}个，还剩多少个零件？", "zh"))
    left = start - first - second
    if left < 0:
        assert not isinstance(task, Exercise)
    else:
        assert isinstance(task, Exercise) and task.value == left
        assert run_cell(task.solution().cell) == left


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 60), st.integers(2, 60), st.integers(2, 60))
def test_rows_of_classes(classes: int, rows: int, each: int) -> None:
    task = read(Text(f"有{classes}个班参加，每班站{rows}行，每行{each}人，一共有多少人？", "zh"))
    assert isinstance(task, Exercise) and task.value == classes * rows * each
    assert verdict(task, str(task.value)) is True


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        ("一根彩带长12米，用去3/4米，还剩多少米？", Fraction(45, 4)),
        ("爸爸买来18个桃子，第一天吃了5个，第二天吃了6个，两天一共吃了多少个？", 11),
        ("小亮身高1米35厘米，哥哥比小亮高20厘米，哥哥身高多少厘米？", None),
        ("小强从家到学校来回一共走了1400米，每分钟走70米，走到学校要多少分钟？", None),
        ("操场长90米，宽60米，小力绕操场跑了3圈，一共跑了多少米？", 900),
        ("用一根长36厘米的铁丝围成一个正方形，正方形的面积是多少平方厘米？", 81),
        ("水果店有苹果70千克，梨50千克，卖出苹果30千克，苹果还剩多少千克？", 40),
    ],
)
def test_what_was_misread_before(problem: str, answer: Fraction | None) -> None:
    """All topics together: right, or declined."""
    task = read_by_all(Problem(problem, "zh"))
    if not isinstance(task, Unread):
        assert Fraction(str(value_of(str(run_cell(task.solution().cell))))) == answer
