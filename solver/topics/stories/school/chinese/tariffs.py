"""More kinds with a method of their own: tariffs, shares by a ratio, ways there and back, going on at the same pace."""

from __future__ import annotations

import re

from solver.topics.stories.school.chinese.frames import ASK, MANY, Found, frame
from solver.topics.stories.school.chinese.money import give_money
from solver.topics.stories.school.working import Unfit, Working, num

# -- steps of a price, ratios, and others ---------------------------------------------------------------


@frame(
    "~<n>(?P<u>吨|立方米|度|千瓦时|方)(?:以内|及以下|以下|和<n2>吨以内)(?:的|（含<n3>吨）的?)?(?:部分)?,?每(?:吨|立方米|度|千瓦时|方)(?:收费|收|按)?<a>元~,~(?:超过|超出)<m>(?:吨|立方米|度|千瓦时|方)的?部分,?(?:按)?每(?:吨|立方米|度|千瓦时|方)(?:收费|收|按)?<b>元~,~(?:用水|用电|用气|用|是)~<k>(?P<w>吨|立方米|度|千瓦时|方)~,~(?:缴|交|付|收)~"
    + MANY
    + "元",
)
def _two_tariffs(f: Found, work: Working) -> None:
    if f.value("n") != f.value("m") or f.word("u") != f.word("w"):
        raise Unfit
    if f.value("k") <= f.value("n"):
        give_money(work, work.step("没有超过，全部按第一种单价", f["k"] * f["a"], "元"))
        return
    first = work.step("第一段的费用", f["n"] * f["a"], "元")
    over = work.step("超过的部分", f["k"] - f["n"], f.word("u"))
    second = work.step("超过部分的费用", over * f["b"], "元")
    give_money(work, work.step("一共的费用", first + second, "元"))


@frame(
    f"~起步价[（(]?<n>(?:千米|公里)(?:以内|及以内)(?:[，包括含和]*<n2>(?:千米|公里))?[）)]?(?:是|为)?<a>元,(?:以后|超过<m>(?:千米|公里)(?:后|的部分)?|之后),?每(?:增加|超过)?(?:<one>)?(?:千米|公里)(?:[（(]不足<i>(?:千米|公里)的?按<j>(?:千米|公里)(?:计算|算)[）)])?(?:另|再|要)?(?:加价|加收|收费|收|加)?<b>元~,~(?:乘|坐|行)~<k>(?:千米|公里)~{MANY}(?:元|钱)",
)
def _taxi(f: Found, work: Working) -> None:
    if f.has("one") and f.value("one") != 1 or f.value("k").denominator != 1 or f.value("n").denominator != 1:
        raise Unfit
    if f.value("k") <= f.value("n") or f.has("m") and f.value("m") != f.value("n"):
        raise Unfit
    over = work.step("超过起步路程多少千米", f["k"] - f["n"], "千米")
    more = work.step("超过部分的车费", over * f["b"], "元")
    give_money(work, work.step("一共的车费", f["a"] + more, "元"))


@frame(
    f"~(?:一共|共|总共|和是)~<n:u>~,(?P<x>[^，\ue000-\ue7ff和与]{{1,8}})(?:和|与)(?P<y>[^，\ue000-\ue7ff]{{1,8}}?)(?:的~)?比(?:是|为)<a>比<b>,~{MANY}(?P<w>$U)?(?P<z>[^，\ue000-\ue7ff]{{0,8}})",
)
def _by_ratio(f: Found, work: Working) -> None:
    last = f.text.strip("，").rsplit("，", 1)[-1]
    x, y = f.word("x"), f.word("y")
    if (x in last) == (y in last) or f.word("w") != f.unit("n"):
        raise Unfit
    parts = work.step("一共分成几份", f["a"] + f["b"], "份")
    one = work.step("一份是多少", f["n"] / parts, f.unit("n"))
    name = "a" if x in last else "b"
    work.give(
        work.step(f"{x if name == 'a' else y}是多少", one * f[name], f.unit("n")),
        f.unit("n"),
        x if name == "a" else y,
    )


@frame(
    f"~每上(?:<one>)?(?:一)?层(?:楼)?(?:要|需|需要)?(?:走|上|爬)<k>(?:级|个|步)(?:台阶|楼梯)?,~<n>(?:级|个|步)(?:台阶|楼梯)?,~{MANY}(?:楼|层)",
    f"~(?:每|两)~层~有<k>(?:级|个)(?:台阶|楼梯),~<n>(?:级|个)(?:台阶|楼梯),~住在?(?:第)?{MANY}(?:楼|层)",
)
def _which_floor(f: Found, work: Working) -> None:
    if f.has("one") and f.value("one") != 1 or (f.value("n") / f.value("k")).denominator != 1:
        raise Unfit
    flights = work.step("上了几层楼梯", f["n"] / f["k"], "层")
    work.give(work.step("从一楼起，上一层到二楼", flights + num(1), "楼"), "楼", "住的楼层")


@frame(
    "~<n>(?P<u>天|小时|周|个月)(?:可以|能)?(?:修完|完成|做完|看完|读完|挖完|打完|吃完|耕完),(?:平均)?每(?P<v>天|小时|周|月)~几分之几"
)
def _share_a_day(f: Found, work: Working) -> None:
    if f.word("u").removeprefix("个") != f.word("v") or re.search("[剩两又]", f.text):
        raise Unfit
    work.give(work.step("把全部看作 1，平均分成这么多份", num(1) / f["n"]), "", "每份占的分率")


@frame(
    f"~<t:u>(?:后)?(?:行驶?|走|跑|飞行?)了?<n:u>,~再(?:行驶?|走|跑|飞)<s:u>(?:就|才)?(?:能|可以)?(?:到达?)~,~{ASK}(?P<z>$U)~",
)
def _and_further(f: Found, work: Working) -> None:
    if f.unit("t") != f.unit("s") or f.word("z") != f.unit("n"):
        raise Unfit
    each = work.step(f"每{f.unit('t')}行多少", f["n"] / f["t"], f.unit("n"))
    more = work.step("再行的路程", each * f["s"], f.unit("n"))
    work.give(work.step("全程", f["n"] + more, f.unit("n")), f.unit("n"), "全程")


@frame(
    f"~(?:速度是|每小时行驶?|每分钟(?:走|行))<v:u>(?:/小时|/时|每小时)?,(?:用了?)?<t:u>(?:到达)?,~(?:返回|回来|原路返回)(?:时)?(?:只)?(?:用了?)?<s:u>,~(?:平均)?每(?P<p>小时|分钟)(?:行驶?|走){MANY}(?P<z>$U)",
)
def _and_back(f: Found, work: Working) -> None:
    if f.unit("t") != f.unit("s") or f.unit("t") != f.word("p") or f.word("z") != f.unit("v"):
        raise Unfit
    way = work.step("单程有多远", f["v"] * f["t"], f.unit("v"))
    work.give(work.step("返回的速度", way / f["s"], f.unit("v")), f.unit("v"), "返回的速度")


@frame(
    f"~铁丝~(?:围成?|做成?|折成?)~边长(?:是|为)?<a:u>的正方形,~(?:围成?|改围成?|做成?|折成?)~长方形,~(?P<k>长|宽)(?:是|为)<b:u>,~(?P<q>长|宽)(?:是|为|应是)?{MANY}(?P<z>$U)",
)
def _wire(f: Found, work: Working) -> None:
    if f.word("k") == f.word("q") or len({f.unit("a"), f.unit("b"), f.word("z")}) != 1:
        raise Unfit
    unit = f.unit("a")
    around = work.step("正方形的周长，就是铁丝的长", f["a"] * num(4), unit)
    half = work.step("长方形的长与宽的和", around / num(2), unit)
    work.give(work.step(f"长方形的{f.word('q')}", half - f["b"], unit), unit, f"长方形的{f.word('q')}")


@frame(f"~(?:羊|牛|马|狗)~(?:拴|栓|系)~,~(?:绳|绳子)~<r:u>,~{MANY}(?P<z>平方米)(?:的草|草地)?")
def _tethered(f: Found, work: Working) -> None:
    if f.unit("r") != "米" or re.search("墙|角|屋", f.text):
        raise Unfit
    area = num(314) / num(100) * f["r"] * f["r"]
    work.give(work.step("以绳长为半径的圆的面积（π 取 3.14）", area, "平方米"), "平方米", "最大的面积")


@frame(
    "<a>(?P<u>$U)(?P<x>[^，\ue000-\ue7ff和]{1,6})和<b>(?P<v>$U)(?P<y>[^，\ue000-\ue7ff]{1,6}?)(?:一共|共)(?:重|要|卖|需|是)?<n:u>,<c>(?:$U)(?P<x2>[^，\ue000-\ue7ff和]{1,6})和<d>(?:$U)(?P<y2>[^，\ue000-\ue7ff]{1,6}?)(?:一共|共)(?:重|要|卖|需|是)?<m:u>,~<one>(?:$U)(?P<z>[^，\ue000-\ue7ff]{1,6}?)(?:的(?:体重|质量|重量|价格))?(?:重|要|是|有|多少.*)*",
)
def _two_weighings(f: Found, work: Working) -> None:
    """3只大象和1只河马重16吨，2只大象和1只河马重11吨."""
    if (
        f.word("x") != f.word("x2")
        or f.word("y") != f.word("y2")
        or f.unit("n") != f.unit("m")
        or f.value("one") != 1
    ):
        raise Unfit
    if (
        f.value("b") != f.value("d")
        or f.value("a") <= f.value("c")
        or f.word("z") not in (f.word("x"), f.word("y"))
    ):
        raise Unfit
    unit = f.unit("n")
    more = work.step("两次相差的数量", f["n"] - f["m"], unit)
    count = work.step(f"两次相差几{f.word('u')}{f.word('x')}", f["a"] - f["c"], f.word("u"))
    first = work.step(f"一{f.word('u')}{f.word('x')}是多少", more / count, unit)
    if f.word("z") == f.word("x"):
        work.give(first, unit, f"一{f.word('u')}{f.word('x')}")
        return
    rest = work.step(f"{f.word('y')}一共是多少", f["m"] - f["c"] * first, unit)
    work.give(
        work.step(f"一{f.word('v')}{f.word('y')}是多少", rest / f["d"], unit),
        unit,
        f"一{f.word('v')}{f.word('y')}",
    )


@frame(
    f"~连(?P<k>箱子?|筐|桶|瓶|盒子?|缸|壶)一?共?重<n:u>,(?:其中|空)?(?:的)?(?P<x>[^，\ue000-\ue7ff一半]{{1,4}}?)(?:的?(?:质量|重量))?(?:重|是)+<m:u>,[^，\ue000-\ue7ff]{{1,8}}?(?:净)?重?{ASK}(?P<z>$U)",
)
def _net_weight(f: Found, work: Working) -> None:
    if (
        not f.word("x").removesuffix("子").endswith(f.word("k").removesuffix("子"))
        or len({f.unit("n"), f.unit("m"), f.word("z")}) != 1
    ):
        raise Unfit
    work.give(work.step("减去容器的质量", f["n"] - f["m"], f.unit("n")), f.unit("n"), "净重")


@frame(
    f"<a>(?:个|名|位|台|头|只|匹|辆)(?P<x>[^，\ue000-\ue7ff]{{0,6}}?)<b>(?P<p>天|小时|分钟|周)(?P<y>[^，\ue000-\ue7ff]{{0,8}}?)<n:u>[^，\ue000-\ue7ff]*,(?:平均)?每[^，\ue000-\ue7ff]{{1,8}}?每(?P<q>天|小时|分钟|周)[^，\ue000-\ue7ff]{{0,6}}?{MANY}(?P<z>$U)[^，\ue000-\ue7ff]*",
)
def _each_a_day(f: Found, work: Working) -> None:
    if f.word("p") != f.word("q") or f.word("z") != f.unit("n") or re.search("[比剩还多共]", f.word("x")):
        raise Unfit
    one = work.step("每一个一共多少", f["n"] / f["a"], f.unit("n"))
    work.give(work.step(f"每一个每{f.word('p')}多少", one / f["b"], f.unit("n")), f.unit("n"), "平均数")


@frame(
    f"~<t:u>(?P<v>[^，\ue000-\ue7ff]{{1,6}}?)了?<n:u>(?P<x>[^，\ue000-\ue7ff]{{0,6}}),~再[^，\ue000-\ue7ff]{{1,6}}?<s:u>,~一共[^，\ue000-\ue7ff]{{1,6}}?{MANY}(?P<z>$U)~",
)
def _goes_on(f: Found, work: Working) -> None:
    if (
        f.unit("t") != f.unit("s")
        or f.word("z") != f.unit("n")
        or f.unit("t") not in ("小时", "分钟", "天")
        or re.search("[比剩还]", f.text)
    ):
        raise Unfit
    each = work.step(f"每{f.unit('t')}多少", f["n"] / f["t"], f.unit("n"))
    more = work.step("再做的数量", each * f["s"], f.unit("n"))
    work.give(work.step("一共多少", f["n"] + more, f.unit("n")), f.unit("n"), "一共的数量")


@frame(
    f"~<n:u>[^，\ue000-\ue7ff]{{0,6}},(?:已经)?(?:吃|用|烧|看|修|读|喝)了<t:u>后?,?还剩<m:u>[^，\ue000-\ue7ff]{{0,4}},~(?:还|剩下的)(?:可以|能|要|可)*(?:吃|用|烧|看|修|读|喝){MANY}(?P<z>天|小时|周)~",
)
def _lasts(f: Found, work: Working) -> None:
    if f.unit("n") != f.unit("m") or f.unit("t") != f.word("z"):
        raise Unfit
    gone = work.step("已经用去多少", f["n"] - f["m"], f.unit("n"))
    each = work.step(f"每{f.unit('t')}用多少", gone / f["t"], f.unit("n"))
    days = work.step("剩下的还可以用多久", f["m"] / each, f.unit("t"))
    if days.value.denominator != 1:
        raise Unfit
    work.give(days, f.unit("t"), "还可以用的时间")
