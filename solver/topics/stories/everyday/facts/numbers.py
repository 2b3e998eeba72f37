"""What a number is made of, its greatest and least before rounding, its multiples of so many places, parts of a fraction, colours in a bag."""

from __future__ import annotations

import re
from functools import reduce
from math import lcm
from typing import Final

from solver.topics.stories.everyday.facts.finding import Found, number, story
from solver.topics.stories.school.working import Term, Unfit, Working, num

_BLANK: Final = "(?:多少|几|\\(\\)|_+|\\?)"
_PLACES: Final = {"亿": 10**8, "千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 1000, "百": 100, "十": 10, "一": 1}  # fmt: skip
_NAMES: Final = "|".join(_PLACES)


@story(
    "组成",
    {
        "part+": (f"<n>个(?P<unit>{_NAMES}|0\\.1|0\\.01|0\\.001|1/10|1/100|1/1000)(?![\\u4e00-\\u9fff]{{0,1}}位)",),
        "ask": (f"(?:组成的数|这个数)?(?:写作|写成|是|读作)(?:是|为)?{_BLANK}",),
    },
    idle="一个?(?:小|整)?数|组成的?|和|由|这个数|的数",
    never="读作|省略|万位|至少|最小|最大",
)  # fmt: skip
def _made_of_places(f: Found, work: Working) -> None:
    parts = []
    for told in f.all("part"):
        many, unit = number(told["n"]), told["unit"]
        each = num(_PLACES[unit]) if unit in _PLACES else number(unit)
        parts.append(many * each)
    if len({told["unit"] for told in f.all("part")}) != len(parts):
        raise Unfit
    work.give(work.step("把各个计数单位合起来", reduce(Term.__add__, parts)), "", "这个数")


_SEVERAL: Final = r"\d+(?:[和、,与]\d+){1,3}"
_DIGITS: Final = {"两": 2, "二": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4}


@story(
    "位数",
    {
        "of": (f"(?:能)?(?:同时|既)?(?:能)?(?:是|被)(?P<l>{_SEVERAL})的?(?:公?倍数|整除)", f"(?P<l>{_SEVERAL})的公倍数"),
        "which": (f"(?P<w>最小|最大)的?(?P<d>[两二三四234])位数(?:是|为)?(?:{_BLANK})?", f"(?P<d>[两二三四234])位数(?:中)?,?(?P<w>最小|最大)的?(?:是|为){_BLANK}"),
    },
    idle="能|同时|的|有因数|中|是",
    never="余|不|奇|偶|个数|多少个",
)  # fmt: skip
def _multiple_of_all(f: Found, work: Working) -> None:
    of = [int(n) for n in re.findall(r"\d+", f.word("l"))]
    low = 10 ** (_DIGITS[f.word("d")] - 1)
    common, least = lcm(*of), f.word("w") == "最小"
    if common >= 10 * low or common < 2:
        raise Unfit
    all_of = "、".join(map(str, of))
    times = work.whole(
        f"{all_of} 的公倍数都是它们的最小公倍数 {common} 的倍数；{'最小' if least else '最大'}的是几倍",
        num(low if least else 10 * low - 1),
        num(common),
        "",
        up=least,
    )
    work.give(work.step("所求的数", times * num(common)), "", "所求的数")


@story(
    "[两二三四]位小数",
    {
        "digits": ("一?个?(?P<d>[两二三四])位小数",),
        "near": (r"(?:四舍五入|保留|精确|取近似|近似|省略)[^\d]{0,24}?(?:约?是|为|得|约等于|≈|得到)(?P<a>\d+\.\d+)(?!\d)",),
        "most?": (f"最大(?:可能)?(?:是|为)?{_BLANK}",),
        "least?": (f"最小(?:可能)?(?:是|为)?{_BLANK}",),
    },
    idle="(?:这个|原来的?|原)?(?:[两二三四]位)?小?数|用|后",
    never="相差|差",
)  # fmt: skip
def _before_rounding(f: Found, work: Working) -> None:
    """From half a unit of the last place below, up to the last one below half a unit above."""
    told = f.word("a")
    kept, places = len(told.partition(".")[2]), _DIGITS[f.word("d")]
    if places <= kept or not (f.has("most") or f.has("least")):
        raise Unfit
    near, half = number(told), num(5) / num(10 ** (kept + 1))
    wanted = [name for name in ("most", "least") if f.has(name)]
    if len(wanted) == 2 and f.text.index("最小") < f.text.index("最大"):
        wanted.reverse()
    for at, name in enumerate(wanted):
        if name == "least":
            found = work.step("最小的“五入”得来：比近似数少半个单位", near - half)
        else:
            found = work.step("最大的“四舍”得来：不到多半个单位", near + half - num(1) / num(10**places))
        label = "最小的数" if name == "least" else "最大的数"
        (work.give if at == 0 else work.give_also)(found, "", label)


@story(
    r"\.{6}|…",
    {
        "sum": (r"[□△○☆?]/(?P<b>\d+)=(?P<q>\d+)(?:\.{6}|…+)[□△○☆?]",),
        "most": ("余数[□△○☆]?(?:是)?最大(?:的?时(?:候)?)?",),
        "ask": (f"(?:被除数|[□△○☆])[□△○☆]?(?:应)?(?:最大)?(?:是|为){_BLANK}",),
    },
    idle="当|时|中|在|要使|,|里",
)  # fmt: skip
def _most_left_over(f: Found, work: Working) -> None:
    rest = work.step("余数比除数小，最大是除数减1", f["b"] - num(1))
    work.give(work.step("被除数＝商×除数＋余数", f["q"] * f["b"] + rest), "", "被除数")


_GOALS: Final = {"最小的质数": 2, "最小的合数": 4, "1": 1, "2": 2, "最小的奇数": 1, "最小的自然数1": 1}


@story(
    "分数单位",
    {
        "from": (r"(?<!\d)(?P<t>\d+)/(?P<b>\d+)(?!\d)",),
        "add": (f"再?(?:添上|加上|增加){_BLANK}个(?:它的|这样的)?分数单位",),
        "goal": ("(?:就|才)?(?:等于|是|得到|成为|变成)(?P<g>最小的质数|最小的合数|最小的奇数|1|2)(?!\\d)",),
    },
    idle="它的?|后|就",
)  # fmt: skip
def _parts_to_add(f: Found, work: Working) -> None:
    bottom = number(f.word("b"))
    whole = work.step(
        f"目标数 {_GOALS[f.word('g')]} 里有几个这样的分数单位", num(_GOALS[f.word("g")]) * bottom
    )
    work.give(work.step("还要添几个", whole - number(f.word("t"))), "个", "要添的个数")


_COLOUR: Final = "[红黄蓝白黑绿紫橙](?:色)?"
_BALL: Final = "(?:的)?(?:小?球|棋子?|珠子?|玻璃球|卡片)"


@story(
    "可能性|概率|机会",
    {
        "ball+": (f"<n>[个颗枚张](?P<c>{_COLOUR}){_BALL}",),
        "ask": (f"摸(?:到|出)(?:的?是)?(?P<x>{_COLOUR}){_BALL}的(?:可能性|概率)(?:大小)?(?:是|为)?(?:多少|几分之几|多大|{_BLANK})",),
    },
    idle="任意|随意|随机|从中|(?:摸|取|拿)(?:出|取)?(?:一|1)[个颗枚张](?:小?球|棋子?|珠子?)?|闭眼|这些|的?(?:小?球|棋子)|除(?:了)?颜色(?:不同)?(?:以)?外|其[他余]",
    never="放回|再|两[个次]|第二|[23][个次]球|不是",
)  # fmt: skip
def _one_ball(f: Found, work: Working) -> None:
    counts = {told["c"][0]: number(told["n"]) for told in f.all("ball")}
    if len(counts) != len(f.all("ball")) or f.word("x")[0] not in counts:
        raise Unfit
    whole = work.step("一共的个数", reduce(Term.__add__, counts.values()), "个")
    work.give(work.step("可能性：所求的个数÷总个数", counts[f.word("x")[0]] / whole), "", "可能性")


_SHAPE: Final = "平行四边形|三角形"


@story(
    "等底等高",
    {
        "area": (f"(?P<s>{_SHAPE})的?面积(?:是|为)<a>(?P<u>平方厘米|平方分米|平方米)",),
        "base?": ("(?:它的)?(?:底|高)(?:是|为)<b>(?:厘米|分米|米)",),
        "ask": (f"(?:和|与|跟)?(?:它|这个(?:{_SHAPE}))?等底等高的(?P<t>{_SHAPE})的?面积(?:是|为)?(?:多少|\\(\\))(?:平方厘米|平方分米|平方米)",),
    },
    idle="一个",
)  # fmt: skip
def _same_base_and_height(f: Found, work: Working) -> None:
    one, other, unit = f.word("s"), f.word("t"), f.word("u")
    if one == other:
        raise Unfit
    says = "等底等高的三角形的面积是平行四边形的一半"
    term = f["a"] / num(2) if other == "三角形" else f["a"] * num(2)
    work.give(work.step(says, term, unit), unit, f"{other}的面积")
