"""Chinese stories that are read clause by clause: solved right and checked; neighbours that are near and different are declined."""

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
from tests.topics.run_cell import run_cell
from tests.topics.solved import is_declined, verdict

CHAINS = {
    "一桶花生油用去4.5千克后还剩7.5千克，这桶花生油原来有多少千克？": 12,
    "粮店有面粉480千克，卖出了其中的3/8，卖出多少千克？": 180,
    "一批布，第一天卖出一半，第二天卖出剩下的1/4，还剩45米，这批布原来有多少米？": 120,
    "一条绳子，第一次剪去全长的1/3，第二次剪去4米，还剩6米，这条绳子原来长多少米？": 15,
    "一辆客车从起点站开出，第一站上来6人，没有人下车；第二站先下去了一半乘客，又上来5人，这时车上有乘客19人。从起点站开出时车上有乘客多少人？": 22,
}
JOURNEYS = {
    "小刚每分钟走65米，从家走到书店用了14分钟。他家离书店有多少米？": 910,
    "爸爸开车去县城，每小时行60千米，用了2小时。原路返回时用了1.5小时，返回时平均每小时行多少千米？": 80,
    "环形跑道一圈长300米，小张每秒跑7米，小王每秒跑5米，两人从同一地点同时出发，朝同一方向跑。多少秒后小张第一次追上小王？": 150,
    "圆形操场周长360米，甲每秒跑5米，乙每秒跑4米，两人同时从同一地点反向出发，多少秒后第一次相遇？": 40,
    "哥哥和弟弟同时从家出发去体育馆，哥哥每分钟走80米，弟弟每分钟走64米，结果哥哥比弟弟早到4分钟。他们家离体育馆有多少米？": 1280,
    "一列动车长220米，以每秒60米的速度通过一座长1580米的大桥，一共需要多少秒？": 30,
}
PACKING = {
    "做一个中国结要用40厘米红绳，一根5米长的红绳最多可以做多少个中国结？": 12,
    "一壶酸梅汤有3.2升，倒在容量是300毫升的杯子里，最多可以倒满几杯？": 10,
    "同学们排队做操，每排15人，排了6排后还多7人。一共有多少人做操？": 97,
    "四年级师生共170人去春游，租了3辆大客车，每辆坐满48人，其余的人坐面包车，每辆面包车最多坐8人。至少要租几辆面包车？": 4,
    "一个没有拧紧的水龙头平均每分钟漏水25毫升，照这样计算，一天会漏掉多少升水？": 36,
    "小芳想买一辆260元的滑板车，她每个星期存35元，至少要存多少个星期才够？": 8,
    "小亮有40元，从这个月起每月存30元；小强有120元，从这个月起每月存20元。几个月后两人的钱一样多？": 8,
}
MEANS = {
    "小丽四次跳绳的成绩分别是110下、118下、120下和132下，她平均每次跳多少下？": 120,
    "小文前3次英语测验的平均成绩是88分，第4次考了96分。他4次测验的平均成绩是多少分？": 90,
    "小华语文得了86分，数学得了94分，语文、数学、英语三科的平均分是91分。她英语得了多少分？": 93,
    "一批树苗共600棵，成活率是96%，没有成活的树苗有多少棵？": 24,
    "一种花生的出油率是40%，要榨出200千克花生油，需要多少千克花生？": 500,
}
SHOPPING = {
    "文具店一个订书机18元，一个计算器比订书机贵27元，王老师买了2个订书机和1个计算器，一共要付多少元？": 81,
    "妈妈带了300元去商场，买一件衬衫用去128元，又买了一双比衬衫便宜39元的凉鞋，妈妈还剩多少元？": 83,
    "李老师带400元去买奖品。他先买了16本字典，每本18元，剩下的钱全部用来买单价5元的圆珠笔，最多还能买几支圆珠笔？": 22,
    "2名老师带36名学生去动物园。门票成人每张30元，学生半价。他们买门票一共要花多少元？": 600,
    "一种果汁每瓶6元，超市“买四送一”，王老师需要23瓶这种果汁，最少要花多少元？": 114,
}
PROJECTS = {
    "某工厂计划15天生产1800个零件，实际每天比计划多生产30个。实际用多少天就完成了任务？": 12,
    "一项工程，甲队单独做要10天完成，乙队单独做要20天完成。两队合做4天后，剩下的由乙队单独做，还要多少天才能完成？": 8,
    "一台冰柜原价2000元，先涨价10%，后来又降价10%，现在这台冰柜卖多少元？": 1980,
}
SHARES = {
    "老师给小朋友分饼干，每人分4块，还多10块；每人分6块，又少8块。老师一共有多少块饼干？": 46,
    "一个圆形水池的周长是120米，沿水池边每隔5米种一棵柳树，每相邻两棵柳树之间再种3棵月季。一共要种多少棵月季？": 72,
    "一条大道长1.5千米，要在大道两侧安装路灯，每隔50米装一盏，两端都要装。一共需要安装多少盏路灯？": 62,
    "学校下午有3节课，每节课40分钟，每两节课之间休息15分钟。从第一节课上课到第三节课下课，一共经过多少分钟？": 150,
    "把一根9米长的钢管平均截成12段，每段长多少米？": Fraction(3, 4),
    "工地上有三堆石子共130吨，甲堆的质量是乙堆的2倍，丙堆比乙堆多10吨。甲堆有石子多少吨？": 60,
}
MEASURES = {
    "学校操场原来长70米，宽40米。扩建后，长增加了10米，宽增加了5米。操场的面积增加了多少平方米？": 800,
    "一块长方形菜地长30米，宽是长的2/5，它的一条长边靠墙，其余三边围上篱笆，篱笆长多少米？": 54,
    "一个长方体水箱从里面量长50厘米，宽20厘米，高40厘米。往空水箱里倒入15升水，水深多少厘米？": 15,
    "一张长方形纸长84厘米，宽56厘米，要把它剪成若干个同样大小的正方形，没有剩余，而且正方形的边长要尽可能大。一共可以剪成多少个正方形？": 6,
    "实验室里有含盐率20%的盐水300克，要把它稀释成含盐率15%的盐水，需要加水多少克？": 100,
    "某市出租车3千米以内（含3千米）收费9元，超过3千米的部分每千米收2元，不足1千米按1千米计算。张阿姨乘车行了7.4千米，应付车费多少元？": 19,
}
ALL = {**CHAINS, **JOURNEYS, **PACKING, **MEANS, **SHOPPING, **PROJECTS, **SHARES, **MEASURES}


@pytest.mark.parametrize("problem", list(ALL))
def test_solved_and_checked(problem: str) -> None:
    task, expected = read(Text(clean(problem), "zh")), ALL[problem]
    assert isinstance(task, Exercise), problem
    value = value_of(str(run_cell(task.solution().cell)))
    assert Fraction(str(value)) == task.value == expected
    conclusion = task.conclude(value)
    assert conclusion is not None and conclusion.answer in conclusion.sentence
    assert verdict(task, conclusion.answer) is True
    for wrong in (str(Fraction(expected) + 1), str(Fraction(expected) * 2 + 3)):
        assert verdict(task, wrong) is False


@pytest.mark.parametrize(
    "problem",
    [
        "一桶油用去4.5千克后还剩7.5升，这桶油原来有多少千克？",  # two measures
        "小明有48元，小红用去12元，还剩多少本书？",
        "环形跑道一圈长300米，小张每秒跑7米，小王每秒跑5米，两人从同一地点同时出发。多少秒后小张第一次追上小王？",  # which way?
        "一列动车长220米，以每秒60米的速度前进，一共需要多少秒？",
        "工地上有三堆石子共130吨，甲堆的质量是乙堆的2倍，甲堆有石子多少吨？",  # and the third?
        "一项工程，甲队单独做要10天完成，乙队单独做要20天完成。两队合做4天后，甲队休息，还要多少天才能完成？",
        "四年级师生共170人去春游，租了3辆大客车，其余的人坐面包车，每辆面包车最多坐8人。至少要租几辆面包车？",
        "一种果汁每瓶6元，甲店“买四送一”，乙店打八折，买23瓶最少要花多少元？",
        "妈妈带了200元，买鱼用去46元，买菜花的钱比买鱼少，还剩多少元？",
        "一块长方形菜地长30米，宽12米，一条边靠墙，其余三边围上篱笆，篱笆长多少米？",  # which side?
        "一个长方体水箱从里面量长50厘米，宽20厘米，高10厘米。往空水箱里倒入15升水，水深多少厘米？",  # it runs over
        "一张长方形纸长84厘米，宽56厘米，要把它剪成若干个同样大小的正方形，一共可以剪成多少个正方形？",
    ],
)
def test_near_and_different(problem: str) -> None:
    assert is_declined(read, problem)


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        ("五年级有学生137人，比四年级多15人，两个年级一共有学生多少人？", 259),
        ("妈妈带了180元去超市，买鱼花了45元，买肉花的钱比买鱼少12元，还剩多少元？", 102),
        ("爸爸带了260元，买了一件外套145元，还买了一双鞋，鞋子比外套便宜55元，爸爸还剩多少元？", 25),
    ],
)
def test_what_was_misread_before(problem: str, answer: int) -> None:
    """All topics together: right, or declined."""
    task = read_by_all(Problem(problem, "zh"))
    if not isinstance(task, Unread):
        assert Fraction(str(value_of(str(run_cell(task.solution().cell))))) == answer


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 60), st.integers(2, 60), st.integers(1, 30), st.integers(1, 30))
def test_handing_out_gives_back_what_there_was(people: int, each: int, over: int, more: int) -> None:
    total = people * each + over
    lack = people * (each + more) - total
    problem = (
        f"老师分糖，每人分{each}颗，还多{over}颗；每人分{each + more}颗，又少{lack}颗。老师一共有多少颗糖？"
    )
    task = read(Text(problem, "zh"))
    if lack <= 0:
        return
    assert isinstance(task, Exercise) and task.value == total
    assert run_cell(task.solution().cell) == total


@settings(max_examples=25, deadline=None)
@given(st.integers(3, 40), st.integers(1, 39), st.integers(1, 20), st.integers(1, 20))
def test_backwards_undoes_forwards(seats: int, first: int, second: int, third: int) -> None:
    start = 2 * seats - first
    if start < 1:
        return
    left = seats + second - third
    problem = f"车上原来有一些乘客，第一站上来{first}人，第二站下去了一半乘客，第三站上来{second}人，第四站下去{third}人，这时车上有{left}人，车上原来有多少人？"
    task = read(Text(problem, "zh"))
    if left > 0 and isinstance(task, Exercise):
        assert (
            task.value == start
            and verdict(task, str(start)) is True
            and verdict(task, str(start + 1)) is False
        )


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 200), st.integers(2, 9), st.integers(1, 50))
def test_parts_make_the_sum(base: int, times: int, more: int) -> None:
    total = base + base * times + base + more
    problem = f"三个组共做纸花{total}朵，甲组做的是乙组的{times}倍，丙组比乙组多{more}朵，甲组做多少朵？"
    task = read_by_all(Problem(problem, "zh"))
    if not isinstance(task, Unread):
        assert Fraction(str(value_of(str(run_cell(task.solution().cell))))) == base * times
