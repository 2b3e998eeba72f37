"""Chinese stories of amounts by name, offers, families of parts, gifts, heads and legs, letters: solved right and checked; neighbours are declined."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.latex import value_of
from solver.ports import Problem
from solver.reader import clean
from solver.topics import read as read_by_all
from solver.topics.base import Task, Unread
from solver.topics.stories.letters import without_letters
from solver.topics.stories.word_problems.answers import exact
from tests.topics.run_cell import run_cell
from tests.topics.solved import verdict

ACCOUNTS = {
    "小杰和表姐合买一个168元的篮球架，小杰有75元，表姐的钱比小杰多28元，买完篮球架后他们还剩多少元？": (10,),
    "小雪和哥哥一起攒钱给妈妈买礼物。小雪攒了64元，比哥哥多攒17元，礼物的标价是98元。两人把钱合在一起买下礼物后，还剩多少元？": (
        13,
    ),
    "小宁攒了84元，小瑞攒的钱是小宁的一半，她们想合买一个160元的滑板，还差多少元？": (34,),
    "粮店运来大米360千克，运来的面粉是大米的一半，卖出200千克后，大米和面粉一共还剩多少千克？": (340,),
    "苗圃里有松树74棵，柏树比松树少16棵，柳树的棵数等于松树和柏树的总和，三种树共有多少棵？": (264,),
    "爸爸的月工资是7600元，妈妈的月工资比爸爸少900元，家里每月支出8800元，每月能结余多少元？": (5500,),
}
OFFERS = {
    "一盒酸奶5元，超市“买四送一”，小芸家需要15盒，一共要付多少元？": (60,),
    "某店的矿泉水每瓶3元，现在搞“买五送一”的促销活动。李老师想拿到29瓶矿泉水，他最少要付多少元？": (75,),
    "果冻每杯4元，商场开展买二送一活动，王老师要给班里36名同学每人发一杯，至少要花多少元？": (96,),
}
PURSES = {
    "一辆玩具火车126元，一个魔方比玩具火车便宜88元。小宇的150元够买这两样玩具吗？如果不够还差多少元？": (14,),
    "一件风衣480元，现在七五折出售，买这件风衣可以便宜多少元？": (120,),
    "小菲有零花钱72元，妈妈又给了她50元，她用这些钱买了一个书包，还剩27元，这个书包多少元？": (95,),
}
PORTIONS = {
    "山坡上松树和杉树的棵数比是5:3，另外还种了一些柏树，柏树占树木总数的20%。如果这三种树一共有600棵，杉树有多少棵？": (
        180,
    ),
    "小敏三周刚好读完一本420页的小说。第一周读了全书的40%，第二周与第三周读的页数之比是5:2，第二周比第三周多读多少页？": (
        108,
    ),
    "五年级同学参加社团，每人只参加一个。书法社有54人，占总人数的30%，其余的人在棋社和鼓社，棋社与鼓社的人数比是4:3，鼓社有多少人？": (
        54,
    ),
    "一个书架分上、中、下三层，共放书480本，上层的书占总数的1/3，中层与下层书的本数比是3:5，下层放了多少本书？": (
        200,
    ),
    "一笔奖金共8000元，一等奖得总数的45%，二等奖和三等奖的奖金之比是7:4，三等奖的奖金是多少元？": (1600,),
    "六(2)班共有44名学生，男生占总人数的6/11，女生中戴眼镜和不戴眼镜的人数比是2:3，戴眼镜的女生有多少人？": (
        8,
    ),
    "一根电线长120米，先剪去它的1/4，剩下的分成两段，两段长度的比是7:8，较长的一段是多少米？": (48,),
    "一个三角形花坛的周长是60米，其中一条边的长占周长的1/4，另外两条边的比是4:5，最长的边是多少米？": (25,),
    "一次会议共有300名代表出席，其中工人代表占44%，农民代表与教师代表的人数比是5:3，农民代表有多少名？": (
        105,
    ),
    "五(3)班男生和女生的人数比是5:3，全班共有48人，其中男生的20%参加了足球队，参加足球队的男生有多少人？": (
        6,
    ),
    "运来桃子和李子共540千克，桃子和李子的质量比是5:4，卖出桃子的30%后，还剩桃子多少千克？": (210,),
    "一项工程投资800万元，第一年用去总投资的40%，第二年与第三年的投资之比是7:5，三年正好用完，第三年投资多少万元？": (
        200,
    ),
}
PAIRS = {
    "农场里养了一些鸭和牛，数一数共有36个头，104条腿，牛有多少头？": (16,),
    "排球队参加比赛，每场都要分出胜负，胜一场得3分，负一场得1分，该队14场比赛共得30分，这个队胜了几场？": (8,),
    "甲、乙两人共有邮票85张，如果甲给乙12张，甲就比乙少7张，甲、乙原来各有多少张邮票？": (51, 34),
    "甲、乙两个仓库存煤的质量比是7:4，从甲仓调出自己存煤的20%放入乙仓后，乙仓有煤108吨。甲仓原来存煤多少吨？": (140,),
    "两桶油共重64千克，从第一桶取出7千克倒入第二桶后，两桶油同样重，第一桶油原来重多少千克？": (39,),
    "一个两位数，十位上的数字与个位上的数字之和是10，把这两个数字交换位置，得到的新数比原数大36，求原来的两位数。": (37,),
}  # fmt: skip
MORE = {
    "杨爷爷卖西瓜，第一天卖了96元，第二天比第一天少卖18元，第三天卖的钱是前两天的总和，三天一共卖了多少元？": (
        348,
    ),
    "一条水管长8千米，第一周铺了全长的25%，剩下的第二周和第三周按1:2铺完，第三周铺了多少千米？": (4,),
    "一箱汽水24瓶，售价65元，单买一瓶3元，买一整箱比单买24瓶便宜多少元？": (7,),
    "毛笔每支15元，铅笔每支比毛笔便宜12元。买4支毛笔的钱可以买几支铅笔？": (20,),
    "一套课桌椅225元，一张课桌的价钱是一把椅子的2倍，课桌和椅子的单价各是多少元？": (150, 75),
    "赵叔叔买了一台4500元的冰箱，先付了1500元，剩下的分5个月付清，平均每个月要付多少元？": (600,),
    "一种茶叶原价每盒170元，现在商场举行“满300减40”活动，孙阿姨买2盒需要付多少元？": (300,),
    "用一根长72厘米的铁丝围成一个长方形，长比宽多4厘米，长方形的长和宽各是多少厘米？": (20, 16),
    "孙老师买了12个排球，共用去900元，又买了6个篮球，每个篮球比排球贵20元，买篮球用了多少元？": (570,),
    "甲仓库的粮食是乙仓库的3倍，如果从甲仓库运出15吨到乙仓库，两仓库的粮食就相等，甲、乙两仓库原来各有粮食多少吨？": (
        45,
        15,
    ),
}
LETTERS = {
    "3辆大货车与4辆小货车一次可以运货27吨，5辆大货车与2辆小货车一次可以运货31吨。设每辆大货车一次运 $x$ 吨，每辆小货车一次运 $y$ 吨，求 $x$ 和 $y$。": (
        5,
        3,
    ),
    "设一杯豆浆x元，一根油条y元。2杯豆浆和3根油条共花13元，4杯豆浆和1根油条共花11元。求x、y的值。": (2, 3),
    "鸡兔同笼，共有28个头，86只脚，设鸡有x只，兔有y只，求x，y。": (13, 15),
}
ALL = ACCOUNTS | OFFERS | PURSES | PORTIONS | PAIRS | MORE | LETTERS


def _task(problem: str) -> Task | None:
    found = read_by_all(Problem(clean(problem), "zh"))
    return None if found is None or isinstance(found, Unread) else found


def _solved(problem: str) -> list[Fraction] | None:
    task = _task(problem)
    return None if task is None else list(exact(value_of(str(run_cell(task.solution().cell)))) or ())


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize("problem", list(ALL))
def test_solved_and_checked(problem: str) -> None:
    """Right, and the check tells the right answer from a wrong one."""
    answers = [Fraction(answer) for answer in ALL[problem]]
    assert _solved(problem) == answers
    task = _task(problem)
    assert task is not None
    said = ", ".join(map(str, answers))
    assert verdict(task, said) is True
    assert verdict(task, ", ".join(str(answer + 1) for answer in answers)) is False


@pytest.mark.parametrize(
    "problem",
    [
        "小明有20个苹果，小红吃了5个，小明还剩多少个苹果？",
        "小刚有50元，小芳比小刚多5元，小芳买书花了18元，小刚还剩多少元？",
        "小文有58元，哥哥比小文多35元，他们买了一本40元的书，小文还剩多少元？",
        "一瓶果汁8元，买三送一，小明买了12瓶，他实际拿到多少瓶？",
        "学校合唱队共100人，男生占40%，低年级与高年级的人数比是2:3，高年级有多少人？",
        "一箱球有100个，红球占40%，大球与小球的个数比是2:3，大球有多少个？",
        "书架上有120本书，第一层占40%，故事书与科技书的本数比是2:3，故事书有多少本？",
        "小明有邮票100张，其中动物邮票占40%，风景邮票和人物邮票的比是2:1，还有一些花卉邮票，风景邮票有多少张？",
        "甲、乙两人共有图书95本，甲给乙10本后又还给甲3本，甲就比乙少5本，甲原来有多少本？",
        "停车场有三轮车和小汽车共24辆，开走了2辆后有86个轮子，三轮车有多少辆？",
        "足球队胜一场得3分，平一场得1分，负一场得0分，该队12场比赛共得20分，胜了几场？",
        "果园里有桃树86棵，梨树比桃树少19棵，杏树是梨树的2倍，桃树和梨树共有多少棵？",
        "水果店有苹果240千克，梨比苹果少40千克，卖出100千克苹果，还剩多少千克？",
        "设足球单价x元，篮球单价y元，3个足球和2个篮球共310元，列出方程。",
    ],
)
def test_near_and_different(problem: str) -> None:
    """What is another one's, what is not all told, ratios of another kind than the share, equations that are only to be written."""
    assert _task(problem) is None


@pytest.mark.parametrize(
    ("problem", "plain", "letters"),
    [
        ("买2支笔和1块橡皮要7元，设笔每支x元，橡皮每块y元，求x和y的值。", "买2支笔和1块橡皮要7元。笔每支多少元，橡皮每块多少元？", ("x", "y")),
        ("设足球的单价为x元，篮球的单价为y元，列出方程组。", None, ()),
        ("设函数y=x+1，求y的值。", None, ()),
        ("小明有3元，小红有5元，一共多少元？", None, ()),
    ],
)  # fmt: skip
def test_letters(problem: str, plain: str | None, letters: tuple[str, ...]) -> None:
    """A letter for an amount is a question for it; the text is left alone where it is not asked for so."""
    assert without_letters(problem) == (plain or problem, letters)


def test_answers_are_called_by_their_letters() -> None:
    problem = next(iter(LETTERS))
    task = _task(problem)
    assert task is not None
    conclusion = task.conclude(value_of(str(run_cell(task.solution().cell))))
    assert conclusion is not None
    assert "x" in conclusion.sentence and "y" in conclusion.sentence


@settings(max_examples=15, deadline=None)
@given(st.integers(2, 9), st.integers(1, 4), st.integers(1, 60), st.integers(2, 20))
def test_an_offer_is_never_beaten(size: int, free: int, wanted: int, price: int) -> None:
    """As few are paid for as give what is wanted."""
    told = f"一瓶汽水{price}元，商店“买{size}送{free}”，小丽家需要{wanted}瓶，至少要付多少元？"
    least = next(paid for paid in range(wanted + 1) if paid + paid // size * free >= wanted)
    assert _solved(told) in (None, [Fraction(least * price)])


@settings(max_examples=15, deadline=None)
@given(st.integers(40, 200), st.integers(1, 39), st.integers(1, 300))
def test_what_two_share(first: int, more: int, cost: int) -> None:
    """What is left of both after a purchase, or what is lacking; nothing where the purchase can not be made."""
    told = f"小林和姐姐合买一个{cost}元的书柜，小林有{first}元，姐姐的钱比小林多{more}元，"
    both = 2 * first + more
    assert _solved(f"{told}买完书柜后他们还剩多少元？") == ([both - cost] if both >= cost else None)


@settings(max_examples=15, deadline=None)
@given(st.integers(11, 90), st.integers(1, 10), st.integers(0, 30))
def test_a_gift_changes_both(second: int, gift: int, gap: int) -> None:
    """From the sum, the gift and what is then between both follows what each had."""
    first = second + 2 * gift - gap
    if first <= gift or gap < 1 or first < 1:
        return
    told = f"甲、乙两人共有卡片{first + second}张，如果甲给乙{gift}张，甲就比乙少{gap}张，甲、乙原来各有多少张卡片？"
    assert _solved(told) == [first, second]
