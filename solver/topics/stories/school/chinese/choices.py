"""Counting choices and shares: one of each kind, equal things among different people, piles that all differ, rectangles of whole sides."""

from __future__ import annotations

import re
from math import comb
from typing import Final

from solver.topics.stories.school.chinese.frames import MANY, Found, frame
from solver.topics.stories.school.chinese.marks import NUMBER
from solver.topics.stories.school.working import Term, Unfit, Working, num

_N: Final = f"[^，{NUMBER[1:-1]}]"


@frame(
    f"(?:{_N}{{1,20}}，)?(?:{_N}{{1,20}}，)?{_N}{{0,8}}?有(?P<list>(?:{NUMBER}(?:件|条|双|顶|种|本|款|道|个|支|把|套|幅)(?:不同的?)?{_N}{{1,6}}?[、，和]){{1,6}}{NUMBER}(?:件|条|双|顶|种|本|款|道|个|支|把|套|幅)(?:不同的?)?{_N}{{1,6}}?),(?:{_N}{{0,8}}?(?:每类{_N}{{0,3}}|每种{_N}{{0,3}}|从中|每样)?(?:中)?各?(?:任)?选?(?:一|@)(?:件|种|类|样|个|本)?(?:进行)?(?:搭配|穿戴?)?，)?(?:{_N}{{0,8}}?)(?:一共|共|可以)?有?{MANY}种(?:不同的?)?(?:搭配|穿|配|选|组合)(?:方法|法|方式)?",
)
def _one_of_each(f: Found, work: Working) -> None:
    """2 hats, 3 necklaces, 5 flowers: 2·3·5 ways."""
    numbers = [num(f.marked(c)) for c in re.findall(NUMBER, f.word("list"))]
    if len(numbers) > 7 or any(n.value.denominator != 1 or n.value < 1 for n in numbers):
        raise Unfit
    if not re.search("各|搭配|穿", f.text) or re.search("任选一本|取一本|可以不", f.text):
        raise Unfit
    total: Term = numbers[0]
    for one in numbers[1:]:
        total = total * one
    work.give(work.step("每一类各选一种，把各类的种数相乘", total, "种"), "种", "搭配的种数")


@frame(
    f"(?:把|将|有)?<n>(?:个|本|块|颗|粒|支|只)(?:完全)?(?:相同|同样|一样)的{_N}{{1,5}}?,?(?:全部)?(?:分给|放入|放进|发给)<k>(?:个|名|位)(?:不同的)?{_N}{{1,4}},?(?:中，)?每(?:个|名|位)?{_N}{{0,3}}?(?:中)?(?:至少|最少)(?:分到|分|有|放|得)?(?:一|@)(?:个|本|块|颗|粒|支|只)?{_N}{{0,4}},{_N}{{0,4}}?(?:一共|共)?有?{MANY}种(?:不同的?)?(?:分|放|分配)(?:法|方法|方案|放法)",
    f"(?:把|将)<n>(?:个|本|块|颗|粒|支|只){_N}{{1,5}}?(?:分给|放入|放进)<k>(?:个|名|位)(?:小朋友|人|同学),每(?:个|名|位)?{_N}{{0,3}}?(?:至少|最少)(?:分到|分|有|得)?(?:一|@)(?:个|本|块|颗|粒|支|只)?{_N}{{0,4}},{_N}{{0,4}}?(?:一共|共)?有?{MANY}种(?:不同的?)?(?:分|放|分配)(?:法|方法|方案)",
)
def _bars(f: Found, work: Working) -> None:
    """Ten equal books, three people: two of nine gaps."""
    f.whole("n", "k")
    n, k = int(f.value("n")), int(f.value("k"))
    if (
        not 2 <= k <= min(n, 6)
        or n > 200
        or any(f.marked(c) != 1 for c in re.findall(NUMBER, f.text) if f.marked(c) not in (n, k))
    ):
        raise Unfit
    gaps = work.step("排成一行，中间有几个空", f["n"] - num(1), "个")
    ways, factorial = gaps, 1
    for i in range(1, k - 1):
        ways = ways * (gaps - num(i))
        factorial *= i + 1
    total = ways / num(factorial) if factorial > 1 else ways * num(1)
    if total.value != comb(n - 1, k - 1):
        raise Unfit
    work.give(work.step(f"从这些空里选 {k - 1} 个插入隔板", total, "种"), "种", "分法")


@frame(
    f"(?:把|将)<n>(?:个|本|块|颗|粒){_N}{{1,5}}?分成(?:数量|个数)?(?:各不相同|互不相同|都不相同|均不相同)的(?P<k>{NUMBER}|[二三四五六七八九])(?:堆|份|组),(?:其中)?(?:数量)?最多的?(?:一|@)?(?:堆|份|组)(?:最多)有{MANY}(?:个|本|块|颗|粒)",
)
def _largest_pile(f: Found, work: Working) -> None:
    f.whole("n")
    k = "零一二三四五六七八九".find(f.word("k"))
    k = k if k > 0 else int(f.marked(f.word("k")))
    others = num(1)
    for i in range(2, k):
        others = others + num(i)
    if k < 2 or k > 12:
        raise Unfit
    rest = work.step("其他几堆尽量少而且各不相同，至少一共有", others if k > 2 else num(1) * num(1))
    most = work.step("最多的一堆", f["n"] - rest)
    if most.value < k:
        raise Unfit
    work.give(most, "个", "最多的个数")


@frame(
    f"(?:现在)?(?:有|把|将)<n>(?:个|本|块|颗|粒){_N}{{1,5}}?分给<k>(?:个|名|位)(?:人|小朋友|同学){_N}{{0,3}},(?:如果|要求)?每(?:个|名|位)?(?:人|小朋友|同学)(?:得到|分到|分得)的?(?:数量|个数|本数)(?:均|都|各|互)不?相?(?:不相同|不同|同),{_N}{{0,3}}?(?:得到)?{_N}{{0,4}}?最多的(?:人|小朋友|同学)(?:至少)(?:可|能|可以)?(?:得到|分到|分得){MANY}(?:个|本|块|颗|粒)",
)
def _least_of_most(f: Found, work: Working) -> None:
    f.whole("n", "k")
    k = int(f.value("k"))
    if not 2 <= k <= 12 or "不" not in f.text:
        raise Unfit
    gaps = num(k * (k - 1) // 2)
    full = work.step("如果每人比最多的依次少 1、2、…，补上这些差以后总数是", f["n"] + gaps)
    most = work.whole("平均分给每人，最多的人至少", full, f["k"], "", up=True)
    if most.value < k:
        raise Unfit
    work.give(most, "", "最多的人至少得到的数")


@frame(
    f"用(?:一根)?<n>厘米长的(?:铁丝|绳子|铁条)围成?(?:一个)?长方形,(?:要求)?长(?:和|与|、)宽(?:的长度)?都是整(?:厘米)?数?(?:厘米)?,(?:一共)?(?:可以)?有{MANY}种(?:不同的?)?(?:围法|长方形|方法)",
)
def _rectangles(f: Found, work: Working) -> None:
    f.whole("n")
    if f.value("n") % 2 or f.value("n") < 4:
        raise Unfit
    half = work.step("长与宽的和", f["n"] / num(2), "厘米")
    ways = work.whole("宽从 1 开始，不超过长：宽最多是和的一半", half, num(2), "种", up=False)
    work.give(ways, "种", "围法")


@frame(
    "(?:一个|@个)?长方形的?长(?:和|与|、)宽(?:的?长度)?(?:都)?是整数,(?:如果)?(?:它的)?周长是<n>(?:厘米|米)?,(?:那么)?,?(?:这个?|这)?长方形(?:的)?面积的?最大(?:值)?是(?:多少)?",
)
def _largest_rectangle(f: Found, work: Working) -> None:
    f.whole("n")
    if f.value("n") % 2:
        raise Unfit
    half = work.step("长与宽的和", f["n"] / num(2))
    width = num(half.value // 2)
    work.give(work.step(f"长和宽越接近面积越大：宽取 {width.tex}", width * (half - width)), "", "最大的面积")


@frame(
    f"(?:一个|@个)?电子钟,?每(?:隔)?<a>分钟(?:亮|响|闪)(?:一次)?{_N}{{0,2}},(?:每到)?整点(?:时)?(?:响|亮)(?:一次)?{_N}{{0,2}},(?:中午|上午|下午|早上)?<h>(?:点|时)(?:整|时)?,?(?:电子钟)?(?:恰好|正好)?(?:又|既|同时)亮灯(?:又|也|和)?响铃,(?:问|请问)?下(?:一)?次既?(?:亮灯又响铃|同时亮灯和?响铃)是(?:下午)?(?:几点|{MANY}点?钟?)",
)
def _lamp_and_bell(f: Found, work: Working) -> None:
    f.whole("a", "h")
    from math import gcd

    a = int(f.value("a"))
    if f.value("h") != 12:
        raise Unfit
    common = work.step(
        "每几分钟同时亮灯和响铃（与 60 的最小公倍数）", f["a"] * num(60) / num(gcd(a, 60)), "分钟"
    )
    hours = work.step("是几小时", common / num(60), "小时")
    if hours.value.denominator != 1 or hours.value >= 12:
        raise Unfit
    work.give(hours, "点", "时刻（下午）")
