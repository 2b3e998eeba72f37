"""Work seen as one whole: alone and together, cattle on a growing meadow, hands added, work done before time."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.frames import MANY, Found, frame
from solver.topics.stories.school.chinese.marks import FRACTION, NUMBER
from solver.topics.stories.school.working import Term, Unfit, Working, num

_N: Final = f"[^，{NUMBER[1:-1]}{FRACTION[1:-1]}]"
_T: Final = "个?(?P<{0}>小时|天|分钟|日|时)(?:时间)?"
_CAN: Final = "(?:可以|可|能|才能|就能)?(?:独立)?(?:完成|做完|注满|修完|折完|浇完|挖完|抽干|抽完|加工完|打完|运完)?(?:浇水|这项|全部)?(?:任务|工程|水池|空水池|空池)?"
_ALONE: Final = "(?:同学|队|管|师傅|进水管)?(?:单独|独自|独做|单独地)(?:做|折叠|修|打开|完成|加工|浇水|干|开|注水|工作|修建|打)*(?:进水管)?(?:需要|需|要|用)?"
_TOGETHER: Final = "(?:合作|合做|共同|一起|同时)(?:做|折叠|修|完成|打开|加工|开|干|浇水)*(?:浇水)?(?:任务)?(?:需要|需|要|用)?"


def _time(name: str) -> str:
    return _T.format(name)


def _hours(f: Found, number: str, unit: str) -> Term:
    if f.word(unit) not in ("小时", "天", "分钟", "日", "时"):
        raise Unfit
    return f[number]


@frame(
    f"(?:{_N}{{1,20}}，)?(?P<x>{_N}{{1,3}}?){_ALONE}<a>{_time('p')}{_CAN},(?P<y>{_N}{{1,3}}?){_ALONE}<b>{_time('q')}{_CAN},(?:现)?(?:由)?(?:甲[、和]?乙|{_N}{{1,4}})?(?:@|两)?(?:人|名同学|队|管)?(?:{_TOGETHER}|(?:合作|合做|一起做)，?完成{_N}{{0,6}}(?:需要|需|要))(?:{MANY}(?:个)?(?P<r>小时|天|分钟|日)?|多长时间|多少时间)(?:可以|能|才能)?(?:完成|做完|注满|修完)?",
)
def _two_together(f: Found, work: Working) -> None:
    """Alone in 4 and in 6 hours: together 1 ÷ (1/4 + 1/6)."""
    if f.word("p") != f.word("q") or f.has("r") and f.word("r") != f.word("p") or f.word("x") == f.word("y"):
        raise Unfit
    if re.search("轮流|先|休息|交替|打开出水|排", f.text):
        raise Unfit
    rate = work.step("两者合起来每份时间完成几分之几（全部看作 1）", num(1) / f["a"] + num(1) / f["b"])
    work.give(work.step("合作要用的时间", num(1) / rate, f.word("p")), f.word("p"), "合作的时间")


@frame(
    f"(?:{_N}{{1,20}}，)?甲{_ALONE}<a>{_time('p')}{_CAN},甲[、和]?乙(?:@人|两人|两队)?{_TOGETHER}<b>{_time('q')}{_CAN},(?:如果)?乙{_ALONE}(?:{MANY}(?:个)?(?P<r>小时|天|分钟|日)?|多长时间|多少时间)(?:可以|能|才能)?(?:完成|做完)?",
)
def _other_alone(f: Found, work: Working) -> None:
    if (
        f.word("p") != f.word("q")
        or f.has("r")
        and f.word("r") != f.word("p")
        or f.value("a") <= f.value("b")
    ):
        raise Unfit
    rate = work.step("乙每份时间完成几分之几（全部看作 1）", num(1) / f["b"] - num(1) / f["a"])
    work.give(work.step("乙单独做要用的时间", num(1) / rate, f.word("p")), f.word("p"), "乙单独做的时间")


_PAIR: Final = "(?P<{0}>[甲乙丙])[、和]?(?P<{1}>[甲乙丙])(?:@人|两人|两队|@队)?(?:合做|合作|一起做)(?:要|需要?)?<{2}>天(?:可以|可|能)?(?:完成)?"


@frame(
    "(?:{n}{{1,10}}，)?{a},{b},{c},(?:求)?(?:(?:三|@)个?(?:队|人)|甲[、和]?乙[、和]?丙(?:(?:三|@)(?:队|人))?)(?:合做|合作|一起做)(?:要|需要?)?{many}天(?:可以|可|能)?(?:完成)?".format(
        n=_N,
        a=_PAIR.format("a", "b", "p"),
        b=_PAIR.format("c", "d", "q"),
        c=_PAIR.format("e", "g", "r"),
        many=MANY,
    )
)
def _three_pairs(f: Found, work: Working) -> None:
    pairs = [f.word("a") + f.word("b"), f.word("c") + f.word("d"), f.word("e") + f.word("g")]
    if {frozenset(p) for p in pairs} != {frozenset("甲乙"), frozenset("乙丙"), frozenset("甲丙")}:
        raise Unfit
    twice = work.step(
        "三个式子相加，每一队都算了两次（全部看作 1）", num(1) / f["p"] + num(1) / f["q"] + num(1) / f["r"]
    )
    rate = work.step("三队每天完成几分之几", twice / num(2))
    work.give(work.step("三队合做的天数", num(1) / rate, "天"), "天", "合做的天数")


@frame(
    f"(?:{_N}{{1,16}}，)?<a>(?P<p>小时|天)(?:加工|完成|修|做|看|打)了?{_N}{{0,6}}?的?<%k>,(?:照这样(?:计算|的速度)?)?,?(?:加工完?|完成|修完|做完|看完)?(?:全部|剩下的|余下的)?(?:加工完|完成|修完|做完|看完)?(?P<more>还)?(?:需要|要|需){MANY}(?P<r>小时|天)",
)
def _part_in_time(f: Found, work: Working) -> None:
    """3/8 in half an hour: how long for all, how long for the rest?"""
    if f.word("p") != f.word("r") or not 0 < f.value("k") < 1:
        raise Unfit
    whole = work.step("完成全部要用的时间", f["a"] / f["k"], f.word("p"))
    if f.has("more"):
        whole = work.step("还需要的时间", whole - f["a"], f.word("p"))
    elif re.search("剩下|余下", f.text):
        raise Unfit
    work.give(whole, f.word("p"), "要用的时间")


@frame(
    f"<a>(?:台|部|辆|个|名|头)(?:同样的?|这样的?|相同的?)?{_N}{{1,6}}?(?:同时|一起)?{_N}{{0,6}},?{_N}{{0,6}}?(?:需|需要|要|用|需用)+<t:u>,<b>(?:台|部|辆|个|名|头)(?:同样的?|这样的?|相同的?){_N}{{1,16}}?(?:需|需要|要|用|需用)+{MANY}(?P<z>$U)",
)
def _machines_same(f: Found, work: Working) -> None:
    f.whole("a", "b")
    if f.word("z") != f.unit("t") or f.unit("t") not in ("小时", "天", "分钟"):
        raise Unfit
    total = work.step("如果只有一台，要用的时间", f["a"] * f["t"], f.unit("t"))
    work.give(work.step("现在要用的时间", total / f["b"], f.unit("t")), f.unit("t"), "要用的时间")


# -- meadows ---------------------------------------------------------------------------------------------

_GRAZE: Final = (
    "(?:可以?|能)?供<{0}>(?P<{1}>头牛|只羊|亿人|人|匹马)(?:吃|生活|用)?<{2}>(?P<{3}>天|周|年|星期)"
)


@frame(
    "(?:{n}{{1,24}}，)?(?:{n}{{1,24}}，)?{n}{{0,12}}?{a},(?:或者?|也)?{b},(?:{n}{{1,30}}，)?(?:照此计算，)?(?:那么)?(?P<ask>{n}{{0,26}}?(?:可以?|能)?供(?:{many}(?P<z>头牛|只羊|匹马)吃<c>(?P<r>天|周|星期)|<d>(?P<y>头牛|只羊|匹马)吃{many}(?P<s>天|周|星期)))".format(
        n=_N, a=_GRAZE.format("a", "u", "t", "p"), b=_GRAZE.format("b", "v", "k", "q"), many=MANY
    )
)
def _meadow(f: Found, work: Working) -> None:
    """What the cattle eat is what stood there and what grew (or dried up) meanwhile."""
    if f.word("u") != f.word("v") or f.word("p") != f.word("q"):
        raise Unfit
    if (f.word("z") or f.word("y")) != f.word("u") or (f.word("r") or f.word("s")) != f.word("p"):
        raise Unfit
    per = f.word("p")
    first = work.step(f"设每头每{per}吃 1 份：第一种情况一共吃了几份", f["a"] * f["t"], "份")
    second = work.step("第二种情况一共吃了几份", f["b"] * f["k"], "份")
    long, short = ((first, f["t"]), (second, f["k"])) if f.value("t") > f.value("k") else ((second, f["k"]), (first, f["t"]))  # fmt: skip
    dries = long[0].value < short[0].value
    if dries != bool(re.search("减少|枯萎|不仅不长|不但不长|枯", f.text)) or long[1].value == short[1].value:
        raise Unfit
    change = short[0] - long[0] if dries else long[0] - short[0]
    change = work.step(f"每{per}{'减少' if dries else '新长'}几份", change / (long[1] - short[1]), "份")
    grown = change * short[1]
    stock = work.step("原来有几份", short[0] + grown if dries else short[0] - grown, "份")
    if f.has("c"):
        left = stock - change * f["c"] if dries else stock + change * f["c"]
        eaten = work.step("这段时间里能吃的份数", left, "份")
        work.give(work.step("可以供几头吃", eaten / f["c"]), "", "头数")
        return
    each = f["d"] + change if dries else f["d"] - change
    each = work.step(f"每{per}原有的草实际减少几份", each, "份")
    work.give(work.step("可以吃多久", stock / each, per), per, "时间")


@frame(
    "(?:{n}{{1,12}}，)?{n}{{0,10}}?{a},(?:或者?|也)?{b},(?:{n}{{1,30}}，)?(?:{n}{{1,30}}，)?{n}{{0,14}}?(?:最多)?(?:能|可以)?(?:养活|供){many}(?P<z>亿人|人)(?:生活)?".format(
        n=_N, a=_GRAZE.format("a", "u", "t", "p"), b=_GRAZE.format("b", "v", "k", "q"), many=MANY
    )
)
def _sustained(f: Found, work: Working) -> None:
    """As many as live on what grows."""
    if f.word("u") != f.word("v") or f.word("p") != f.word("q") or f.word("z") != f.word("u") or not re.search("不断|一直|永远|持续", f.text):  # fmt: skip
        raise Unfit
    first = work.step("设每份人口每年用 1 份：第一种情况一共用了几份", f["a"] * f["t"], "份")
    second = work.step("第二种情况一共用了几份", f["b"] * f["k"], "份")
    gap, years = (
        (second - first, f["k"] - f["t"])
        if f.value("k") > f.value("t")
        else (first - second, f["t"] - f["k"])
    )
    work.give(work.step("每年新生几份，就最多养活多少", gap / years, f.word("z")), f.word("z"), "最多的人数")


# -- plans -----------------------------------------------------------------------------------------------


@frame(
    f"(?:原计划)?{_N}{{0,4}}安排若干人{_N}{{0,10}},(?:如果)?增加<p>人,?<a>天(?:可以|可|能)完成,(?:如果)?增加<q>人,?<b>天(?:可以|可|能)完成,(?:原计划)?{_N}{{0,4}}?{MANY}天(?:可以|可|能)?完成(?:，?[(（]?每(?:个)?人?的?工作效率(?:都)?(?:相同|一样)[)）]?)?",
)
def _hands_added(f: Found, work: Working) -> None:
    """With 10 more in 6 days, with 15 more in 5: (n + 10)·6 = (n + 15)·5."""
    if not (f.value("p") < f.value("q") and f.value("a") > f.value("b")):
        raise Unfit
    first = work.step("增加的人在第一种情况下完成的工作（一人一天为 1 份）", f["p"] * f["a"], "份")
    second = work.step("增加的人在第二种情况下完成的工作", f["q"] * f["b"], "份")
    people = work.step(
        "原有的人多做的天数补上相差的份数，原有人数", (second - first) / (f["a"] - f["b"]), "人"
    )
    total = work.step("全部工作有几份", (people + f["p"]) * f["a"], "份")
    work.give(work.step("原计划要几天", total / people, "天"), "天", "原计划的天数")


@frame(
    f"(?:做|加工|生产){_N}{{1,6}},(?:原?计划)(?:每)(?P<p>天|小时)(?:生产|做|加工)<a:u>,实际(?:上)?每(?P<q>天|小时)(?:比原?计划)?多(?:生产|做|加工)<b:u>,(?:结果)?提前<t>(?P<r>天|小时)完成(?:了)?(?:任务)?,(?:这批{_N}{{1,4}}|{_N}{{0,6}}?)(?:的)?(?:个数|总数)?(?:一共)?(?:是|有){MANY}(?P<u>$U)",
)
def _before_time(f: Found, work: Working) -> None:
    if len({f.word(k) for k in "pqr"}) != 1 or len({f.unit("a"), f.unit("b"), f.word("u")}) != 1:
        raise Unfit
    unit = f.unit("a")
    now = work.step("实际每份时间做多少", f["a"] + f["b"], unit)
    more = work.step("如果按原计划的时间做，能多做多少", now * f["t"], unit)
    time = work.step("原计划用的时间", more / f["b"], f.word("p"))
    work.give(work.step("这批一共多少", f["a"] * time, unit), unit, "总数")
