"""Mixtures and percentages: salt in water, fruit that dries, prices that fall and rise, what remains of a part."""

from __future__ import annotations

from typing import Final

from solver.topics.stories.school.chinese.frames import MANY, Found, frame
from solver.topics.stories.school.chinese.marks import FRACTION, NUMBER
from solver.topics.stories.school.working import Term, Unfit, Working, num

_N: Final = f"[^，{NUMBER[1:-1]}{FRACTION[1:-1]}]"
_PART: Final = "(?:几分之几|百分之几|百分之多少|多少%?)"


@frame(
    f"(?:把|将)?<a:u>的?(?P<x>盐|糖|药|石灰|酒精)(?:全部|完全)?(?:放入|溶解在|溶于|倒入|加入|溶解于|放进|溶入)(?:到)?<b:u>的?水(?:中|里),(?P<y>盐|糖|药|石灰|酒精)(?:的(?:质量|重量))?(?:占|是)(?P=x)水(?:的(?:质量|重量))?的?(?:{_PART})?",
    f"(?:把|将)?<a:u>的?(?P<x>盐|糖|药|石灰|酒精)(?:全部|完全)?(?:放入|溶解在|溶于|倒入|加入|溶解于|放进|溶入)(?:到)?<b:u>的?水(?:中|里),(?P<y>盐|糖|药|石灰|酒精)与(?P=x)水的(?:质量|重量)?(?:之)?比是{MANY}",
)
def _salt_in_water(f: Found, work: Working) -> None:
    """10 g in 100 g of water: a 1/11 of the brine."""
    if f.word("x") != f.word("y"):
        raise Unfit
    a, b = f["a"], f["b"]
    if f.unit("a") != f.unit("b"):
        if {f.unit("a"), f.unit("b")} != {"千克", "吨"}:
            raise Unfit
        if f.unit("a") == "吨":
            a = work.step("换成千克", a * num(1000), "千克")
        else:
            b = work.step("换成千克", b * num(1000), "千克")
    whole = work.step("溶液的总重", a + b)
    work.give(work.step("占溶液的几分之几", a / whole), "", "占的部分")


@frame(
    f"{_N}{{1,12}}?(?:含水量|含水率)(?:为|是)<%p>的?(?:{_N}{{1,6}}?)<w:u>,(?:{_N}{{0,3}}[\ue000-\ue7ff]?{_N}{{0,3}}?)(?:后|以后)?{_N}{{0,4}}?(?:发现|测得)?(?:含水量|含水率)?(?:降低|下降|降|变|减少)?(?:为|到|成)<%q>,(?:那么)?(?:现在)?{_N}{{0,4}}?(?:的)?(?:重量|质量|总重量|总重)?(?:还)?(?:是|有|剩|为){MANY}(?P<z>$U)",
    f"<w:u>(?:的)?{_N}{{1,4}}在{_N}{{1,5}}(?:含水量|含水率)(?:为|是)<%p>,(?:{_N}{{2,6}}?)(?:后)?(?:测得)?(?:含水量|含水率)(?:为|是)<%q>,(?:{_N}{{2,6}}?后，?)?{_N}{{1,4}}还?(?:剩|有){MANY}(?P<z>$U)",
)
def _dried(f: Found, work: Working) -> None:
    """The dry part stays the same."""
    if f.word("z") != f.unit("w") or not 0 < f.value("q") < f.value("p") < 1:
        raise Unfit
    unit = f.unit("w")
    dry = work.step("不含水的部分有多重（它不变）", f["w"] * (num(1) - f["p"]), unit)
    work.give(
        work.step("它现在占总重的另一部分，现在的总重", dry / (num(1) - f["q"]), unit), unit, "现在的重量"
    )


@frame(
    f"(?:有)?(?:含[糖盐](?:量|率)|浓度)(?:为|是)<%p>的?(?P<x>[糖盐])水<w:u>,(?:如果)?(?:要|想)?(?:使|把|将)?(?:其|它|它的)?(?:含[糖盐](?:量|率)|浓度)?(?:的)?(?:含[糖盐](?:量|率)|浓度)?(?:加大|提高|增加|变|达)?(?:到|为|成)<%q>,(?:那么)?(?:需要|要|需|应)*(?:再)?(?:加入?){MANY}(?P<z>$U)(?P<y>[糖盐])",
)
def _sweeter(f: Found, work: Working) -> None:
    if f.word("z") != f.unit("w") or f.word("x") != f.word("y") or not 0 < f.value("p") < f.value("q") < 1:
        raise Unfit
    unit = f.unit("w")
    water = work.step("水有多重（它不变）", f["w"] * (num(1) - f["p"]), unit)
    total = work.step("现在的总重", water / (num(1) - f["q"]), unit)
    work.give(work.step("要加多少", total - f["w"], unit), unit, "要加的重量")


@frame(
    f"(?:一杯|@杯|有)?<w:u>的?(?P<x>[糖盐])水,(?P=x)(?:和|与)水的?(?:质量|重量)?比是<a>比<b>,(?:{_N}{{1,12}}，)?(?:{_N}{{0,6}})?加了?水,(?:现在|这时)(?P=x)(?:和|与)(?P<y>(?P=x)?水)的?(?:质量|重量)?比(?:是|为)<c>比<d>,加了?{MANY}(?P<z>$U)的?水",
)
def _watered(f: Found, work: Working) -> None:
    if f.word("z") != f.unit("w"):
        raise Unfit
    unit = f.unit("w")
    salt = work.step("盐（糖）有多重（它不变）", f["w"] * f["a"] / (f["a"] + f["b"]), unit)
    if f.word("y") == "水":
        total = work.step("现在的总重", salt * (f["c"] + f["d"]) / f["c"], unit)
    else:
        total = work.step("现在的总重", salt * f["d"] / f["c"], unit)
    work.give(work.step("加了多少水", total - f["w"], unit), unit, "加的水")


@frame(
    f"{_N}{{1,24}}?，?{_N}{{0,12}}?(?:下跌|下降|跌|降价|亏损|贬值)了?<%p>,(?:{_N}{{0,6}}?)(?:应|应该|要|需要)?(?:上涨|上升|涨|提价|增长)(?:百分之多少|百分之几|几分之几|多少%?)才?(?:能|可以)?(?:保持|恢复|回到)(?:到)?原(?:值|价|来的?价格)",
)
def _back_to_value(f: Found, work: Working) -> None:
    """Fallen by 20 %: to rise by 25 % again."""
    if not 0 < f.value("p") < 1:
        raise Unfit
    left = work.step("把原来看作 1，跌后是多少", num(1) - f["p"])
    rise = work.step("要涨回的部分占跌后的几分之几", f["p"] / left)
    work.percent = True
    _percent(work, rise, f.text)


def _percent(work: Working, term: Term, text: str) -> None:
    """The part; a gap before % asks for the number of per cents."""
    if "多少%" in text:
        work.percent = False
        work.give(work.step("化成百分数，百分号前的数", term * num(100)), "", "百分号前的数")
    else:
        work.give(term, "", "要求的部分")


@frame(
    f"(?:一件|@件|某|一种|@种)?{_N}{{1,6}},(?:如果)?(?:将|把)?(?:它的)?(?:价格|单价)?先?(?P<s>降低|降价|下降|提高|提价|涨价|上涨)(?:了)?<%p>,(?:再|又|然后)(?P<t>降低|降价|下降|提升|提高|提价|涨价|上涨)(?:了)?<%q>,(?:现在|这时)?(?:的)?(?:价格|现价)(?:是|相当于|为)(?:原来|原价)(?:的)?(?:价格)?的?{_PART}",
    f"(?:一件|@件|某|一种|@种)?{_N}{{1,6}},(?:如果)?(?:将|把)?(?:它的)?(?:价格|单价)?先?(?P<s>降低|降价|下降|提高|提价|涨价|上涨)(?:了)?<%p>,(?:再|又|然后)(?P<t>降低|降价|下降|提升|提高|提价|涨价|上涨)(?:了)?<%q>,(?:现在|这时)?(?:的)?(?:价格|现价)比(?:原来|原价)(?:的)?(?:价格)?(?P<c>提升|提高|降低|上涨|贵|便宜|多|少)了?{_PART}",
)
def _twice_changed(f: Found, work: Working) -> None:
    """First 20 % less, then 30 % more."""
    if f.value("p") >= 1 and f.word("s")[0] in "降下":
        raise Unfit
    first = num(1) - f["p"] if f.word("s")[0] in "降下" else num(1) + f["p"]
    first = work.step("把原价看作 1，第一次以后是多少", first)
    second = num(1) - f["q"] if f.word("t")[0] in "降下" else num(1) + f["q"]
    now = work.step("现在是原价的几分之几", first * second)
    work.percent = True
    if not f.has("c"):
        _percent(work, now, f.text)
        return
    up = f.word("c")[0] in "提上贵多"
    _percent(work, work.step("与原价相差几分之几", now - num(1) if up else num(1) - now), f.text)


@frame(
    f"(?:一个|@个)?(?:圆|正方形)的?(?:周长|半径|直径|边长)(?:增加|扩大|增大|增长)了?<%p>,(?:这个|它的|那么)?(?:圆|正方形)?的?面积(?:就|会)?(?:增加|扩大|增大)了?{_PART}",
)
def _area_grows(f: Found, work: Working) -> None:
    now = work.step("长度变成原来的几倍", num(1) + f["p"])
    area = work.step("面积变成原来的几倍（长度倍数的平方）", now * now)
    work.percent = True
    _percent(work, work.step("面积增加几分之几", area - num(1)), f.text)


@frame(
    f"一?@?容器(?:内|里|中)?(?:装有?|盛有?)<w:u>纯酒精,(?:先)?倒出<a:u>后?,(?:再)?用水加满,再倒出<b:u>后?,再用水加满,(?:这时|此时)?{_N}{{0,8}}?(?:溶液)?的?浓度是{_PART}",
)
def _refilled(f: Found, work: Working) -> None:
    if len({f.unit(k) for k in "wab"}) != 1:
        raise Unfit
    unit = f.unit("w")
    left = work.step("第一次倒出后剩下的酒精", f["w"] - f["a"], unit)
    part = work.step("第二次倒出后剩下几分之几", num(1) - f["b"] / f["w"])
    last = work.step("第二次倒出后剩下的酒精", left * part, unit)
    work.percent = True
    _percent(work, work.step("浓度", last / f["w"]), f.text)


@frame(
    f"(?:一堆|@堆|一批|@批)?{_N}{{1,4}}?<w:u>,每(?P<p>天|次)(?:用去|用掉|运走|烧去|吃掉|用|运)(?:它|总数|这堆{_N}{{1,2}})的<%k>,<t>(?P<q>天|次)后?,?还?(?:剩|剩下|余下){MANY}(?P<z>$U)",
)
def _each_day_a_part(f: Found, work: Working) -> None:
    """A 25th of the whole each day."""
    if f.word("p") != f.word("q") or f.word("z") != f.unit("w") or f.value("k") * f.value("t") > 1:
        raise Unfit
    gone = work.step("一共用去几分之几", f["k"] * f["t"])
    work.give(work.step("还剩多少", f["w"] * (num(1) - gone), f.unit("w")), f.unit("w"), "剩下的数量")


@frame(
    f"(?:一根|@根|一条|@条)?(?:绳子|铁丝|电线|彩带){_N}{{0,2}}?(?:剪去|用去|截去|剪掉)(?:全长|它|总长)的?<%p>(?:后)?,又?接上<a:u>,接上后的长度是(?:接上前|原来|原长)的?<%q>,(?:那么)?(?:原来)?的?绳子(?:原来)?(?:长|的长度是){MANY}(?P<z>$U)",
)
def _cut_and_joined(f: Found, work: Working) -> None:
    if f.word("z") != f.unit("a") or not 0 < f.value("p") < 1 or f.value("q") <= 1 or "接上前" not in f.text:
        raise Unfit
    more = work.step("接上的占接上前的几分之几", f["q"] - num(1))
    before = work.step("接上前的长度", f["a"] / more, f.unit("a"))
    work.give(work.step("原来的长度", before / (num(1) - f["p"]), f.unit("a")), f.unit("a"), "原来的长度")
