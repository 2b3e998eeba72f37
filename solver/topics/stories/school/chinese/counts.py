"""Counting by a rule: pages and their digits, rows that grow evenly, how many are surely enough, keys for locks."""

from __future__ import annotations

import re
from math import gcd
from typing import Final

from solver.topics.stories.school.chinese.frames import MANY, Found, frame
from solver.topics.stories.school.chinese.marks import NUMBER
from solver.topics.stories.school.working import Term, Unfit, Working, num

_N: Final = f"[^，{NUMBER[1:-1]}]"
_LEAST: Final = "(?:至少|最少)"

# -- pages -------------------------------------------------------------------------------------------


@frame(
    f"(?:{_N}{{1,20}}[\ue000-\ue7ff]?{_N}{{0,6}}，)?(?:这本书|一本书|@本书|这本{_N}{{1,4}}|一本{_N}{{1,6}})(?:的)?(?:正文)?(?:一共|共|总共)?有?<n>页,(?:给它编页码，)?(?:{_N}{{0,8}})?(?:页码|编页码|编上页码|编号)(?:一共|共|总共)?(?:要)?(?:用|需要?|用了)(?:了)?{MANY}个(?:数字|数码)",
)
def _digits_of_pages(f: Found, work: Working) -> None:
    f.whole("n")
    work.give(_digits(work, int(f.value("n")), f["n"]), "个", "数字的个数")


def _digits(work: Working, n: int, last: Term) -> Term:
    if n > 99999:
        raise Unfit
    if n < 10:
        return work.step("每页一个数字", last * num(1), "个")
    total = num(9)
    for length in range(2, len(str(n)) + 1):
        low, high = 10 ** (length - 1), 10**length - 1
        pages = num(9 * low) if n > high else last - num(low - 1)
        part = work.step(f"{length} 位数的页码用的数字", pages * num(length), "个")
        total = total + part
    return work.step("1 位数的页码用 9 个数字，一共", total, "个")


@frame(
    f"(?:{_N}{{1,24}}，)?(?:{_N}{{1,14}}，)?(?:{_N}{{1,16}}，)?(?:这本书|一本书|@本书|{_N}{{0,6}}?)(?:的)?(?:页码|编页码)(?:一共|共|总共)*(?:有|用了|用)<s>个(?:数字|数码),(?:这本书|这本{_N}{{1,4}})(?:一共|共)?有{MANY}页",
)
def _pages_of_digits(f: Found, work: Working) -> None:
    f.whole("s")
    s, length, pages, used = int(f.value("s")), 1, 0, 0
    while s > used + 9 * 10 ** (length - 1) * length:
        used += 9 * 10 ** (length - 1) * length
        pages += 9 * 10 ** (length - 1)
        length += 1
        if length > 6:
            raise Unfit
    if (s - used) % length or length == 1:
        raise Unfit
    rest = work.step(f"去掉少于 {length} 位的页码用的 {used} 个数字", f["s"] - num(used), "个")
    more = work.step(f"{length} 位数的页码有几页", rest / num(length), "页")
    work.give(work.step(f"加上前面的 {pages} 页", more + num(pages), "页"), "页", "页数")


# -- even rows ---------------------------------------------------------------------------------------


@frame(
    f"(?:一堆|@堆)?{_N}{{1,8}}?,?最上(?:面)?(?:一)?层有<a>(?P<u>$U){_N}{{0,4}},最下(?:面)?(?:一)?层有<b>(?P<v>$U){_N}{{0,4}},(?:每|相邻)(?:@)?层(?:都)?相?差<d>(?:$U){_N}{{0,4}},(?:一共|共)有?<n>层,(?:这堆|这批)?{_N}{{0,5}}(?:一共|共|总共)*有{MANY}(?P<w>$U){_N}{{0,4}}",
    f"(?:一堆|@堆)?{_N}{{1,8}}?,?最上(?:面)?(?:一)?层有<a>(?P<u>$U){_N}{{0,4}},最下(?:面)?(?:一)?层有<b>(?P<v>$U){_N}{{0,4}},(?:每|相邻)(?:@)?层(?:都)?相?差<d>(?:$U){_N}{{0,4}},(?:这堆|这批)?{_N}{{0,5}}(?:一共|共|总共)*有{MANY}(?P<w>$U){_N}{{0,4}}",
)
def _pile(f: Found, work: Working) -> None:
    if len({f.word(k) for k in "uvw"}) != 1 or f.value("d") <= 0:
        raise Unfit
    big, small = (f["b"], f["a"]) if f.value("b") > f.value("a") else (f["a"], f["b"])
    layers = (big.value - small.value) / f.value("d") + 1
    if layers.denominator != 1 or f.has("n") and f.value("n") != layers:
        raise Unfit
    count = f["n"] if f.has("n") else work.step("层数", (big - small) / f["d"] + num(1), "层")
    work.give(
        work.step("（首层＋末层）×层数÷2", (f["a"] + f["b"]) * count / num(2), f.word("u")),
        f.word("u"),
        "总数",
    )


_DAYS: Final = "(?:每一天|每天|每一排|每排|每日)"


@frame(
    f"(?P<who>{_N}{{0,6}}?)第一(?P<p>天|排|周)(?:有|写|看|做|跳|跑|织|读|卖出?|练)了?<a>(?P<u>$U){_N}{{0,5}},(?:以后|往后|之后|从第二(?:天|排)起，?)?{_DAYS}?(?:都)?(?:每天|每排)?(?:都)?比前一(?:天|排)多(?:写|看|做|跳|跑|织|读|卖|练|有)?<d>(?P<v>$U){_N}{{0,5}},(?:(?P<q>{_N}{{0,4}})?<n>(?:天|排)(?:后|以后)?|<m>(?:天|排)(?:里|内)?),?{_N}{{0,5}}?(?:一共|共|总共){_N}{{1,3}}?{MANY}(?P<w>$U){_N}{{0,5}}",
)
def _growing_days(f: Found, work: Working) -> None:
    """5 on the first day, 2 more each day, 6 days."""
    if len({f.word(k) for k in "uvw"}) != 1:
        raise Unfit
    name = "n" if f.has("n") else "m"
    f.whole(name)
    last = work.step("最后一天的数", f["a"] + (f[name] - num(1)) * f["d"], f.word("u"))
    work.give(
        work.step("（首项＋末项）×项数÷2", (f["a"] + last) * f[name] / num(2), f.word("u")),
        f.word("u"),
        "总数",
    )


@frame(
    f"有<n>个(?:连续的?)(?P<k>自然数|整数|偶数|奇数),(?:如果)?前<a>个数的和是<s>,后<b>个数的和是{MANY}",
)
def _halves_of_row(f: Found, work: Working) -> None:
    f.whole("n", "a", "b")
    if f.value("a") != f.value("b") or f.value("a") + f.value("b") != f.value("n"):
        raise Unfit
    step = num(2 if f.word("k") in ("偶数", "奇数") else 1)
    each = work.step("后一半的每个数比前一半对应的数大多少", f["a"] * step)
    more = work.step("一共大多少", each * f["a"])
    work.give(work.step("后一半的和", f["s"] + more), "", "后一半的和")


# -- surely enough -------------------------------------------------------------------------------------


@frame(
    f"(?:在)?从?<a>[至到—-]+<n>(?:这)?(?:<m>个)?(?:连续)?(?:自然数|整数|数|正整数)(?:中|里)?,?(?:任意)?{_LEAST}(?:要)?(?:取|选|选出|取出|拿出|挑出?)+{MANY}个?(?:不同的)?数?,?才(?:能|可以)?(?:保证|确保|使)(?:其中)?(?:一定|必定|必)?有(?:<two>个|两)?个?数的?和(?:等于|是|为)<s>",
)
def _pair_with_sum(f: Found, work: Working) -> None:
    """Of 1 to 10, so many that two of them make 10: one from each pair, all that have no partner, one more."""
    f.whole("a", "n", "s")
    a, n, s = (int(f.value(k)) for k in "ans")
    if a != 1 or f.has("m") and f.value("m") != n or f.has("two") and f.value("two") != 2 or n > 10**6:
        raise Unfit
    low, high = max(1, s - n), min(n, s - 1)
    pairs = max(0, (high - low + 1) // 2)
    if not pairs:
        raise Unfit
    first = num(low)
    shown = f"和是 {s} 的数对：{low} 与 {s - low}" + ("，…，共有几对" if pairs > 1 else "，共有几对")
    half = num((s - 1) // 2) - first + num(1)
    if half.value != pairs:
        raise Unfit
    count = work.step(shown, half, "对")
    single = work.step("不在数对里的数有几个", f["n"] - count * num(2), "个")
    most = work.step("每对取一个，再取所有不在数对里的数，还没有两个数的和是它", count + single, "个")
    work.give(work.step("再多取一个就一定有了", most + num(1), "个"), "个", "至少取的个数")


_COLOURS: Final = "(?P<names>[^，\ue000-\ue7ff、有]{1,6}?(?:[、和][^，\ue000-\ue7ff、]{1,3}?)+?)"
_SURE: Final = "(?:才)?(?:能)?(?:够)?(?:保证|确保)(?:能)?"


def _colours(f: Found) -> int:
    return len([w for w in re.split("[、和]", f.word("names")) if w])


@frame(
    f"(?:{_N}{{0,8}}?)(?:盒|袋|口袋|箱|布袋|盒子|袋子|箱子)(?:子)?(?:里|中)?(?:装|放|有|装有|放有|装着|放着)+(?:形状、?大小、?(?:质料|质量|材料)?(?:都)?(?:相同|一样)的?|大小相同的?)?{_COLOURS}(?:<k>种)?(?:不同)?(?:颜色)?的?(?P<t>小?球|珠子|玻璃球|袜子|手套|筷子|棋子)各<n>(?P<u>个|只|颗|枚|根),(?:现)?(?:一次)?(?:从中)?(?:摸|取|拿)(?:出)?若干(?:个|只|颗)?,(?:如果)?要?(?:保证|确保)(?:摸出的(?:球|珠子)中)?(?:至少)?有<m>(?:个|只|颗)(?:小?球|珠子)?(?:的)?(?:颜色)?(?:相同|同色|一样|颜色相同)(?:的小?球)?,(?:摸出(?:小?球|珠子)?的?个数)?{_LEAST}(?:要|应)?(?:摸出?|取出?|拿出?|为|是)?{MANY}(?:个|只|颗)?(?:球|珠子)?",
    f"(?:{_N}{{0,8}}?)(?:盒|袋|口袋|箱|布袋|盒子|袋子|箱子)(?:子)?(?:里|中)?(?:装|放|有|装有|放有|装着|放着)+(?:形状、?大小、?(?:质料|质量|材料)?(?:都)?(?:相同|一样)的?|大小相同的?)?{_COLOURS}(?:<k>种)?(?:不同)?(?:颜色)?的?(?P<t>小?球|珠子|玻璃球|袜子|手套|筷子|棋子)各<n>(?P<u>个|只|颗|枚|根),(?:一次(?:只)?摸@?一?个(?:且不放回)?，)?(?:如果)?要(?:保证|确保)(?:能)?摸出<m>(?:个|只|颗)(?:相同颜色|颜色相同|同色|同一种颜色)的?小?(?:球|珠子),{_LEAST}要?(?:摸出?|取出?|拿出?){MANY}(?:个|只|颗)(?:球|珠子)?",
)
def _same_colour(f: Found, work: Working) -> None:
    """m of one colour: m − 1 of each, and one more."""
    f.whole("n", "m")
    k = _colours(f)
    if k < 2 or f.has("k") and f.value("k") != k or f.value("m") > f.value("n") or f.value("m") < 2:
        raise Unfit
    worst = work.step("最不利的情况：每种颜色都只有比要求少 1 个", (f["m"] - num(1)) * num(k), f.word("u"))
    work.give(work.step("再多拿 1 个", worst + num(1), f.word("u")), f.word("u"), "至少要拿的个数")


@frame(
    f"{_N}{{0,6}}?(?:盒|袋|口袋|箱|布袋|盒子|袋子|箱子)(?:子)?(?:里|中)?(?:装|放|有|装有|放有|装着|放着)+{_COLOURS}(?:<k>种)?(?:不同)?(?:颜色)?的?(?P<t>小?球|珠子|玻璃球),(?:它们的)?个数(?:分别)?(?:为|是)(?P<list>(?:{NUMBER}[、，和])+{NUMBER})(?P<u>个|只|颗),(?:{_N}{{0,8}}外形和重量都一样，)?{_LEAST}(?:要)?(?:摸|取|拿)出{MANY}(?:个|只|颗)(?:小?球|珠子)?,?{_SURE}有<m>(?:个|只|颗)(?:颜色相同|相同颜色|同色|同一颜色)的?小?(?:球|珠子)?",
)
def _same_colour_of_different(f: Found, work: Working) -> None:
    f.whole("m")
    counts = [f.marked(c) for c in re.findall(NUMBER, f.word("list"))]
    m = f.value("m")
    if len(counts) != _colours(f) or f.has("k") and f.value("k") != len(counts) or max(counts) < m:
        raise Unfit
    total: Term | None = None
    for count in counts:
        worst = f["m"] - num(1) if count >= m else num(count)
        worst = work.step(f"有 {count} 个的那种，最多拿多少还没有达到", worst, "个") if count >= m else worst
        total = worst if total is None else total + worst
    assert total is not None
    most = work.step("最不利时一共拿了", total, "个")
    work.give(work.step("再多拿 1 个", most + num(1), "个"), "个", "至少要拿的个数")


@frame(
    f"(?:{_N}{{0,4}}?)(?:一|@)?(?:个|只)?(?:盒子|袋子|口袋|箱子)(?:里|中)有(?:一些)?(?:大小相同的)?(?:小)?球,其中(?P<x>[红黄蓝绿白黑])(?:色)?(?:的)?球?有<a>个,(?P<y>[红黄蓝绿白黑])(?:色)?(?:的)?球?有<b>个,(?:不许看球，)?(?:不看球，)?(?:每次(?:拿|摸|取)(?:出)?@?一?个(?:不放回)?，)?{_LEAST}(?:要)?(?:拿|摸|取)(?:出)?{MANY}(?:次|个)?,?{_SURE}(?:拿|摸|取)到(?P<z>[红黄蓝绿白黑])(?:色)?(?:的)?球",
)
def _this_colour(f: Found, work: Working) -> None:
    f.whole("a", "b")
    if (
        f.word("x") == f.word("y")
        or f.word("z") not in (f.word("x"), f.word("y"))
        or "每次" in f.text
        and f.text.count("球") < 3
    ):
        raise Unfit
    other = f["a"] if f.word("z") == f.word("y") else f["b"]
    work.give(
        work.step("最不利时把另一种颜色全部拿完，再拿 1 个", other + num(1), "个"), "", "至少要拿的次数"
    )


@frame(
    f"(?:一副)?扑克牌(?:有|共有)<k>种花色,每种花色(?:有)?<n>张,(?:此外|另外)(?:还)?有<j>张(?:王牌|大小王|王),从中任意抽牌,(?:那么)?(?:最少|至少)要抽{MANY}?张?(?:牌)?,?{_SURE}有<m>张牌?是?同一(?:种)?花色(?:的)?",
)
def _cards(f: Found, work: Working) -> None:
    f.whole("k", "n", "j", "m")
    if not 2 <= f.value("m") <= f.value("n"):
        raise Unfit
    worst = work.step("最不利时：王牌全抽到，每种花色都只差 1 张", f["j"] + (f["m"] - num(1)) * f["k"], "张")
    work.give(work.step("再抽 1 张", worst + num(1), "张"), "张", "至少要抽的张数")


@frame(
    f"(?:一|@)把钥匙只能开(?:一|@)把锁,(?:现有|现在有|有)?<n>把钥匙(?:和|与)?<m>把锁(?:搞乱了)?,(?:但)?(?:不知道?{_N}{{4,14}}，)?(?:问)?(?:最多|至多|最少|至少)(?:要)?试(?:开)?(?:{MANY})?次(?:就|才)?(?:能|保证能?)(?P<q>{_N}{{4,24}})",
    f"(?:一|@)把钥匙只能开(?:一|@)把锁,(?:现有|现在有|有)?<n>把钥匙(?:和|与)?<m>把锁(?:搞乱了)?,(?:但)?(?:不知道?{_N}{{4,14}}，)?(?:问)?(?:最多|至多|最少|至少)(?:要)?试(?:开)?(?:{MANY})?次才能保证(?P<q>{_N}{{4,24}})",
)
def _keys(f: Found, work: Working) -> None:
    """The first key at most n − 1 times: what is left must fit."""
    f.whole("n", "m")
    if (
        f.value("n") != f.value("m")
        or not 2 <= f.value("n") <= 12
        or re.search("打开所有|全部打开|都打开", f.word("q"))
    ):
        raise Unfit
    if re.search("最少|至少", f.text) and "保证" not in f.text:
        raise Unfit
    n = int(f.value("n"))
    total = f["n"] - num(1)
    total = work.step("第一把钥匙最多试几次（其余的锁都试过，剩下的一定是）", total, "次")
    work.give(
        work.step(f"以后每把少试一次，从 {n - 1} 加到 1", f["n"] * total / num(2), "次"), "次", "最多试的次数"
    )


@frame(
    f"{_N}{{1,8}}?每<a>天{_N}{{1,5}}一次,{_N}{{1,4}}?每<b>天{_N}{{1,5}}一次,(?:{_N}{{1,4}}?每<c>天{_N}{{1,5}}一次，)?{_N}{{0,16}}?,?(?:至少|最少)?(?:再)?(?:过|经过|要过)?{MANY}天(?:后)?,?(?:他们|@人|两人|三人)?{_N}{{0,8}}?(?:再次|又|再)?{_N}{{0,4}}?(?:同时|相遇|一起|见面|碰面){_N}{{0,4}}",
)
def _every_days(f: Found, work: Working) -> None:
    _common(f, work, [k for k in "abc" if f.has(k)], "天")


@frame(
    f"{_N}{{1,16}}?,?{_N}{{0,10}}每(?:隔)?<a>分钟发(?:一|@)(?:辆|班|趟|次)?车?,{_N}{{0,10}}每(?:隔)?<b>分钟发(?:一|@)(?:辆|班|趟|次)?车?,(?:而)?(?:{_N}{{0,10}}每(?:隔)?<c>分钟发(?:一|@)(?:辆|班|趟|次)?车?，)?(?:当|现在)?{_N}{{0,8}}同时发车后?,(?:至少|最少)?(?:再)?(?:要)?(?:过|经过){MANY}分钟(?:后)?,?(?:又|这|再)*{_N}{{0,10}}?同时发车",
)
def _every_minutes(f: Found, work: Working) -> None:
    _common(f, work, [k for k in "abc" if f.has(k)], "分钟")


def _common(f: Found, work: Working, names: list[str], unit: str) -> None:
    f.whole(*names)
    if len(names) < 2:
        raise Unfit
    least = f[names[0]]
    for name in names[1:]:
        divisor = gcd(int(least.value), int(f.value(name)))
        least = work.step("最小公倍数（两数的积除以最大公因数）", least * f[name] / num(divisor), unit)
    work.give(least, unit, "再次相遇的时间")


@frame(
    f"{_N}{{1,14}}?，?(?:中途|途中)(?:只)?(?:停|停靠)<n>(?:个)?(?:车站|站),(?:那么)?(?:应该|应|需要|要|铁路部门要|铁路局要)*(?:印刷|准备|印制|设计){MANY}种(?:不同的)?(?:车票|火车票)(?P<p>)",
)
def _tickets(f: Found, work: Working) -> None:
    f.whole("n")
    stations = work.step("连同起点和终点，一共几个站", f["n"] + num(2), "个")
    others = work.step("从每个站到其他各站", stations - num(1), "种")
    work.give(work.step("往返的车票不同，一共", stations * others, "种"), "种", "车票的种数")


@frame(
    f"从{_N}{{1,8}}到{_N}{{1,8}}有<a>条(?:不同的)?(?:路|道路|路线)(?:可走|可以走)?,从{_N}{{1,8}}到{_N}{{1,8}}有<b>条(?:不同的)?(?:路|道路|路线)(?:可走|可以走)?,(?:那么)?从{_N}{{1,8}}(?:经过|经){_N}{{1,8}}到{_N}{{1,8}},?(?:一共|共)?(?:有){MANY}(?:种|条)(?:不同的)?(?:走法|路线|路)(?:可走|可以走)?",
)
def _ways_through(f: Found, work: Working) -> None:
    f.whole("a", "b")
    work.give(work.step("第一段的每条路都可以接第二段的每条路", f["a"] * f["b"], "种"), "种", "走法")
