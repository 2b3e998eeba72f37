"""One unknown found by working back: prices with two discounts, ropes in wells, ratios before and after, shifted points, factors that change."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.frames import MANY, Found, frame
from solver.topics.stories.school.chinese.marks import FRACTION, NUMBER
from solver.topics.stories.school.working import Unfit, Working, num

_N: Final = f"[^，{NUMBER[1:-1]}{FRACTION[1:-1]}]"


@frame(
    f"{_N}{{0,16}}?(?:如果)?按?(?:原价)?的?(?:打)?<%p>折(?:出售|卖出|销售)?,?(?:可以?|能)?(?:盈利|获利|赚)<a>元,(?:如果)?按?(?:原价)?的?(?:打)?<%q>折(?:出售|卖出|销售)?,?(?:可以?|能|还能)?(?P<sign>盈利|获利|赚|亏损|亏|赔)<b>元,(?:这|该|则)?{_N}{{0,14}}?的?(?P<what>成本|进价|原价|标价|定价)(?:价)?是{MANY}元?",
    f"{_N}{{0,16}}?(?:如果)?按?(?:原价)?的?(?:打)?<%p>折(?:出售|卖出|销售)?,?(?:可以?|能)?(?:盈利|获利|赚)<a>元,(?:如果)?按?(?:原价)?的?(?:打)?<%q>折(?:出售|卖出|销售)?,?(?:就|则|会|要)?(?P<sign>盈利|获利|赚|亏损|亏|赔)<b>元,(?:这|该|则)?{_N}{{0,14}}?的?(?P<what>成本|进价|原价|标价|定价)(?:价)?是{MANY}元?",
)
def _two_discounts(f: Found, work: Working) -> None:
    """At 90 % a gain of 60, at 80 % a gain of 46: the tenth of the price is 14."""
    p, q = f["p"], f["q"]
    high, low = p, q
    gain = f["a"] + f["b"] if f.word("sign")[0] in "亏赔" else f["a"] - f["b"]
    if high.value < low.value:
        gain, high, low = f["b"] - f["a"], q, p
        if f.word("sign")[0] in "亏赔":
            raise Unfit
    gain = work.step("两种卖法相差的钱", gain, "元")
    part = work.step("相差的是原价的几分之几", high - low)
    price = work.step("原价", gain / part, "元")
    if f.word("what") in ("原价", "标价", "定价"):
        work.give(price, "元", "原价")
        return
    sold = work.step("按第一种卖法卖多少钱", price * p, "元")
    work.give(work.step("成本", sold - f["a"], "元"), "元", "成本")


@frame(
    f"{_N}{{0,12}}?(?:将|把)?{_N}{{0,10}}?按(?:成本价?|进价)(?:提高|增加|加价)<%p>后?(?:标价|定价),(?:又|再)?以?(?:标价的)?<%q>折(?:[(（][^，]{{0,12}}[)）])?(?:优惠)?(?:卖出|出售|销售),(?:结果)?(?:每件)?{_N}{{0,4}}?(?:仍|还|可)*(?:可)?(?:获利|盈利|赚)<a>元,(?:则)?(?:这种|这件|该)?{_N}{{0,4}}?(?:每件)?的?(?:成本|进价)(?:价)?是{MANY}元?",
)
def _marked_up(f: Found, work: Working) -> None:
    sold = work.step("把成本看作 1，卖价是", (num(1) + f["p"]) * f["q"])
    gain = work.step("赚的占成本的几分之几", sold - num(1))
    work.give(work.step("成本", f["a"] / gain, "元"), "元", "成本")


@frame(
    f"{_N}{{1,14}}?(?:测量|量)(?:一口)?{_N}{{0,4}}?井的?深度?,(?:他)?把绳子放入井里,(?:当)?绳子到达?井底后?,井外还?(?:留有|剩|余|露出)<a>米,(?:他|{_N}{{1,3}})?(?:又)?把(?:这根)?绳子对折后(?:再)?放入井里,(?:当)?绳子到达?井底后?,井外还?(?:留有|剩|余|露出)<b>米,(?:这口|那么)?井深{MANY}米",
    f"{_N}{{1,14}}?(?:测量|量)(?:一口)?{_N}{{0,4}}?井的?深度?,(?:他)?把绳子放入井里,(?:当)?绳子到达?井底后?,井外还?(?:留有|剩|余|露出)<a>米,(?:他|{_N}{{1,3}})?(?:又)?把(?:这根)?绳子对折后(?:再)?放入井里,(?:当)?绳子到达?井底后?,井外还?(?:留有|剩|余|露出)<b>米,这口井深多少米",
)
def _rope_in_well(f: Found, work: Working) -> None:
    """One length and 12 m; folded, two lengths and twice 2 m."""
    two = work.step("对折后井外的绳子一共长多少", f["b"] * num(2), "米")
    work.give(work.step("对折后多用了一个井深，井深", f["a"] - two, "米"), "米", "井深")


@frame(
    f"(?:一桶|@桶)(?P<x>油|水|酒|牛奶|蜂蜜)(?:和桶共重|连桶共?重)<a:u>,(?:用去|倒出|吃掉|喝掉)(?:了)?<%h>(?:后|以后)?,(?:剩下的)?(?:和桶共重|连桶还?共?重)<b:u>,(?:原来)?(?:桶里?)?(?:原来)?(?:的|有)?(?P<y>油|水|酒|牛奶|蜂蜜|空?桶)(?:重|有){MANY}(?P<z>$U)",
)
def _half_poured(f: Found, work: Working) -> None:
    if len({f.unit("a"), f.unit("b"), f.word("z")}) != 1:
        raise Unfit
    if f.value("h") * 2 != 1:
        raise Unfit
    half = work.step("用去的一半有多重", f["a"] - f["b"], f.unit("a"))
    whole = work.step("全部有多重", half * num(2), f.unit("a"))
    if "桶" in f.word("y"):
        work.give(work.step("桶重", f["a"] - whole, f.unit("a")), f.unit("a"), "桶的重量")
    elif f.word("x") == f.word("y"):
        work.give(whole, f.unit("a"), "全部的重量")
    else:
        raise Unfit


@frame(
    f"有<n>(?P<u>盒|箱|筐|袋|桶)(?:同样重|一样重|重量相同|同样多)的(?P<x>{_N}{{1,4}}),(?:如果)?从每(?P=u)中?(?:都)?(?:取出|拿出|倒出)<a:u>,(?:那么)?(?:盒子?里|箱子?里|筐里|袋子?里|桶里|{_N}{{0,6}}?)(?:剩下|余下)的?(?:(?P=x))?的?(?:重量|总重量|质量|总数)?(?:正好|恰好|刚好)?(?:等于|是|与|和)原来的?<m>(?P=u){_N}{{0,6}}?(?:的)?(?:重量|质量)?(?:相等)?,原来每(?P=u){_N}{{0,4}}?(?:重|有){MANY}(?P<z>$U)",
    f"有<n>(?P<u>盒|箱|筐|袋|桶)(?:同样重|一样重|重量相同|同样多)的(?P<x>{_N}{{1,4}}),(?:如果)?从每(?P=u)中?(?:都)?(?:取出|拿出|倒出)<a:u>,(?:那么)?(?:盒子?里|箱子?里|筐里|袋子?里|桶里|{_N}{{0,6}}?)(?:剩下|余下)的?(?:(?P=x))?的?(?:重量|总重量|质量|总数)?(?:正好|恰好|刚好)?(?:等于|是|与|和)原来的?(?P=u){_N}{{0,6}}?(?:的)?(?:重量|质量)?(?:相等)?,原来每(?P=u){_N}{{0,4}}?(?:重|有){MANY}(?P<z>$U)",
)
def _taken_from_each(f: Found, work: Working) -> None:
    f.whole("n")
    if f.unit("a") != f.word("z"):
        raise Unfit
    out = work.step("一共取出多少", f["a"] * f["n"], f.unit("a"))
    boxes = work.step("取出的正好是原来的几份", f["n"] - (f["m"] if f.has("m") else num(1)))
    work.give(work.step("原来每份有多少", out / boxes, f.unit("a")), f.unit("a"), "原来每份的数")


@frame(
    f"(?:{_N}{{1,12}}，)?(?:数一?@?数)?(?P<p>{_N}{{1,3}})(?:与|和)(?P<q>{_N}{{1,3}}?)(?:一共|共)(?:有)?<a>(?P<u>$U),(?P<r>{_N}{{1,3}})(?:与|和)(?P<s>{_N}{{1,3}}?)(?:一共|共)(?:有)?<b>(?:$U),(?P<t>{_N}{{1,3}})(?:与|和)(?P<v>{_N}{{1,3}}?)(?:一共|共)(?:有)?<c>(?:$U),(?:{_N}{{0,5}}上)?@?三?种?(?:[^，]{{0,6}}?)(?:一共|共)有{MANY}(?P<w>$U)",
)
def _three_sums(f: Found, work: Working) -> None:
    pairs = [
        frozenset(f.word(a) + "|" + f.word(b) for a, b in (x,)) for x in (("p", "q"), ("r", "s"), ("t", "v"))
    ]
    names = [f.word(k) for k in "pqrstv"]
    if (
        len(set(names)) != 3
        or any(names.count(n) != 2 for n in names)
        or len(set(pairs)) != 3
        or f.word("u") != f.word("w")
    ):
        raise Unfit
    twice = work.step("三个和相加，每种都数了两次", f["a"] + f["b"] + f["c"], f.word("u"))
    work.give(work.step("三种一共", twice / num(2), f.word("u")), f.word("u"), "一共的数量")


@frame(
    "两个数相乘,(?:如果)?(?:一个|@个)?因数增加<a>,积就?增加<b>,(?:如果)?另(?:一个|@个)?因数减少<c>,积就?减少<d>,(?:那么)?原来(?:的)?两个(?:因)?数的(?:乘)?积是(?:多少)?",
    "@个数相乘,(?:如果)?(?:一个|@个)?因数增加<a>,积就?增加<b>,(?:如果)?另(?:一个|@个)?因数减少<c>,积就?减少<d>,(?:那么)?原来(?:的)?@个(?:因)?数的(?:乘)?积是(?:多少)?",
)
def _factors_change(f: Found, work: Working) -> None:
    second = work.step("一个因数增加，积增加的是另一个因数的几倍，另一个因数", f["b"] / f["a"])
    first = work.step("同样，第一个因数", f["d"] / f["c"])
    work.give(work.step("原来的积", first * second), "", "原来的积")


@frame(
    f"(?:把|将)?一?@?个?(?:小?数)(?:的|把|将)?小数点向(?P<d>左|右)移动(?P<k>一|两|二|三|{NUMBER})位后?,(?:就|得到的数|所得的数)?(?:就)?比(?:原数|原来的(?:小)?数|原小数|原来)(?P<m>大|小|少|多|增加|减少)(?:了)?<a>,(?:求)?(?:这个(?:小)?数|原(?:小)?数|原来的?(?:这个)?(?:小)?数|这个(?:小)?数原来)(?:原来)?是{MANY}",
)
def _point_moved(f: Found, work: Working) -> None:
    """One place to the right: ten times, that is nine times more."""
    word = f.word("k")
    places = {"一": 1, "两": 2, "二": 2, "三": 3}.get(word) or int(f.marked(word))
    if not 1 <= places <= 6 or (f.word("d") == "右") != (f.word("m") in ("大", "多", "增加")):
        raise Unfit
    times = num(10**places)
    if f.word("d") == "右":
        more = work.step(f"小数点右移，数扩大到 {10**places} 倍，增加了原数的几倍", times - num(1), "倍")
        work.give(work.step("原数", f["a"] / more), "", "原来的数")
        return
    less = work.step(f"把新数看作 1，原数是 {10**places}，相差几份", times - num(1), "份")
    small = work.step("新数", f["a"] / less)
    work.give(work.step("原数", small * times), "", "原来的数")


@frame(
    "(?:一个|@个|某)数被<a>除,(?:得到的|所得的)?商是<b>,余数是<c>,(?:则|那么)?(?:某数|这个数)(?:是|等于)(?:多少)?",
    "(?:一个|@个|某)数除以<a>,(?:得到的|所得的)?商是<b>,余数是<c>,(?:则|那么)?(?:某数|这个数)(?:是|等于)(?:多少)?",
)
def _dividend(f: Found, work: Working) -> None:
    f.whole("a", "b")
    if f.value("c") >= f.value("a"):
        raise Unfit
    work.give(work.step("被除数等于除数乘商再加余数", f["a"] * f["b"] + f["c"]), "", "这个数")


@frame(
    "(?:在一道|一道|在)?没有余数的除法(?:算式)?中?,被除数[、，]?除数(?:与|和|、)商(?:@个数|三个数|三者|三个数)?的和是<s>,商是<q>,(?P<w>被除数|除数)是(?:多少)?",
    "(?:在一道|一道|在)?没有余数的除法(?:算式)?中?,被除数[、，]?除数(?:与|和|、)商(?:@个数|三个数|三者)?的和是<s>,(?:已知)?商是<q>,(?P<w>被除数|除数)是(?:多少)?",
)
def _sum_of_division(f: Found, work: Working) -> None:
    both = work.step("被除数与除数的和", f["s"] - f["q"])
    divisor = work.step("被除数是除数的商倍，除数", both / (f["q"] + num(1)))
    if divisor.value.denominator != 1:
        raise Unfit
    if f.word("w") == "除数":
        work.give(divisor, "", "除数")
    else:
        work.give(work.step("被除数", divisor * f["q"]), "", "被除数")


@frame(
    f"(?:已知)?(?:某)?{_N}{{0,4}}?(?P<x>一班|甲班|甲队|合唱队|二班|{_N}{{1,3}})(?:和|与)(?P<y>二班|乙班|乙队|舞蹈队|{_N}{{1,3}}?)的?人数(?:之)?比(?:是|为)<a>比<b>,(?:如果)?(?:将|从|把)?(?P<v>{_N}{{1,4}}?)(?:的|队员)?(?:调)?(?:<n>名?(?:同学|学生|队员)?人?)(?:调)?到(?P<w>{_N}{{1,4}}?)(?:去)?,(?:则|那么|这时)?(?:(?P=x)(?:和|与)(?P=y)的?)?(?:的)?人数(?:之)?比(?:变为|变成|是|为)<c>比<d>,(?:那么)?(?P<q>{_N}{{2,10}}?)(?:有|是|为){MANY}人?",
)
def _moved_between(f: Found, work: Working) -> None:
    """8 : 7, then 8 go over, 4 : 5."""
    x, y = f.word("x"), f.word("y")
    v = re.sub("调|队员|的", "", f.word("v"))
    if not (v.startswith(x) and f.word("w").startswith(y)):
        raise Unfit
    before = work.step("原来前者占总人数的几分之几", f["a"] / (f["a"] + f["b"]))
    after = work.step("后来前者占总人数的几分之几", f["c"] / (f["c"] + f["d"]))
    part = work.step("调走的占总人数的几分之几", before - after)
    total = work.step("总人数（它不变）", f["n"] / part, "人")
    q = re.sub("原来|原有|原|的|人数", "", f.word("q"))
    first = work.step("前者原来的人数", total * before, "人")
    if first.value.denominator != 1 or total.value.denominator != 1:
        raise Unfit
    if q == x:
        work.give(first, "人", "原来的人数")
    elif q == y:
        work.give(work.step("后者原来的人数", total - first, "人"), "人", "原来的人数")
    else:
        raise Unfit


@frame(
    f"{_N}{{0,8}}?(?:有)?男生<a>人,(?:占|是)?比(?:全校|全班|全年级|总)(?:学生)?(?:的)?(?:总)?人数的<%k>(?P<d>少|多)<b>人,(?:这个?|这)?(?:学校|班|年级)?的?女生(?:的)?(?:人数)?(?:是|有){MANY}人?",
)
def _boys_of_school(f: Found, work: Working) -> None:
    part = f["a"] + f["b"] if f.word("d") == "少" else f["a"] - f["b"]
    part = work.step("总人数的这几分之几是多少人", part, "人")
    total = work.step("总人数", part / f["k"], "人")
    if total.value.denominator != 1:
        raise Unfit
    work.give(work.step("女生人数", total - f["a"], "人"), "人", "女生人数")


@frame(
    f"有(?:一个|@个)?(?:数)?(?:一筐|@筐|一堆)?{_N}{{0,3}}?,它的(?P<h>(?:{FRACTION}的)*{FRACTION})是<a>,(?:这个数|这筐{_N}{{1,3}}|这堆{_N}{{1,3}})(?:是|有){MANY}(?:个|千克)?",
)
def _half_of_half(f: Found, work: Working) -> None:
    term = f["a"]
    parts = re.findall(FRACTION, f.word("h"))
    if any(f.marked(part) * 2 != 1 for part in parts):
        raise Unfit
    for _ in parts:
        term = work.step("一半是它，全部是它的 2 倍", term * num(2))
    work.give(term, "", "原来的数")


_TWO: Final = "(?:两|@)"
_PLACE: Final = "(?:上)?(?:的)?数字"
_SWAP: Final = "(?:如果|若|把|将|现在|现|这|它的|它|个数字|数字|@位|个位|和|与|的|上|两|@|个数|位置|对换|交换|对调|互换|调换)+后?,?"


@frame(
    f"(?:有)?(?:一个|@个|一|@)?(?:两|<k>)位数,(?:它|这个数)?的?(?P<p>@位|个位){_PLACE}(?:与|和|跟)(?:它的)?(?P<q>@位|个位){_PLACE}(?:的|之)和(?:是|为|等于)<s>,{_SWAP}(?:那么|则)?(?:所)?得?到?的?(?:一个|@个)?新?的?(?:{_TWO}位)?数(?:就)?比原(?:来的?)?(?:{_TWO}位)?数(?P<w>大|小|多|少)(?:了)?<d>,(?:求)?(?:原来|这个|原)的?(?:{_TWO}位)?数(?:是|为)?(?:{MANY})?",
)
def _digits_swapped(f: Found, work: Working) -> None:
    """Ten times the one digit and the other: the difference is nine times that of the digits."""
    tens = [word for word in (f.word("p"), f.word("q")) if word != "个位"]
    if f.has("k") and f.value("k") != 2 or len(tens) != 1 or f.marked(tens[0][0]) != 10:
        raise Unfit
    gap = work.step("交换后相差的数是两个数字之差的 9 倍（\\(10-1=9\\)），两个数字之差", f["d"] / num(9))
    big = work.step("较大的数字：（和＋差）÷2", (f["s"] + gap) / num(2))
    small = work.step("较小的数字", f["s"] - big)
    if big.value.denominator != 1 or not 0 <= small.value <= big.value <= 9 or gap.value == 0:
        raise Unfit
    first, last = (small, big) if f.word("w") in "大多" else (big, small)
    if first.value == 0 or last.value == 0:
        raise Unfit
    work.give(work.step("原来的两位数", first * num(10) + last), "", "原来的两位数")


# -- running after -----------------------------------------------------------------------------------


@frame(
    f"(?P<x>{_N}{{1,4}}?)(?:步行)?{_N}{{0,4}}?,?每(?P<p>分钟?|小时)(?:行|走)<a:u>,(?:他)?(?:离家|出发|走了?)<t>(?P<q>分钟?|小时)后,(?:{_N}{{1,24}}，)?(?:{_N}{{1,14}}，)?{_N}{{0,10}}?(?:以)?每(?P<r>分钟?|小时)(?:行)?<b:u>(?:的速度)?(?:去)?(?:追赶|追){_N}{{1,4}},(?:那么)?{_N}{{1,4}}?(?:出发|要|需要)?(?:后)?{MANY}(?P<z>分钟?|小时)(?:后)?(?:可以|能|才能)?追上{_N}{{0,4}}",
)
def _run_after(f: Found, work: Working) -> None:
    if len({f.word(k)[0] for k in "pqrz"}) != 1 or f.unit("a") != f.unit("b") or f.value("b") <= f.value("a"):
        raise Unfit
    ahead = work.step("追的人出发时，前面的人已经走了多远", f["a"] * f["t"], f.unit("a"))
    gain = work.step("每份时间追近多少", f["b"] - f["a"], f.unit("a"))
    work.give(work.step("追上要用的时间", ahead / gain, f.word("z")), f.word("z"), "追上的时间")


@frame(
    f"(?P<x>{_N}{{1,3}})(?:、|和|与)(?P<y>{_N}{{1,3}}?)(?:@人|两人)?相距<n:u>,(?:他们)?(?:向相同的方向|同向|同方向|朝同一方向)(?:行走|行驶|而行)?,(?P<v>{_N}{{1,3}})在(?P<w>{_N}{{1,3}}?)的?后面,(?P<s>{_N}{{1,3}}?)以每(?P<p>秒|分钟?|小时)<a:u>的速度(?:追|追向|走向){_N}{{1,3}},(?P<r>{_N}{{1,3}}?)以每(?P<q>秒|分钟?|小时)<b:u>的速度向前(?:行|走|跑)?,(?:那么)?{_N}{{1,3}}?(?:会)?(?:在)?{MANY}(?P<z>秒|分钟?|小时)后追上{_N}{{1,3}}",
)
def _behind(f: Found, work: Working) -> None:
    if f.word("s") != f.word("v") or f.word("r") != f.word("w") or len({f.unit(k) for k in "nab"}) != 1:
        raise Unfit
    if len({f.word(k)[0] for k in "pqz"}) != 1 or f.value("a") <= f.value("b"):
        raise Unfit
    gain = work.step("每份时间追近多少", f["a"] - f["b"], f.unit("a"))
    work.give(work.step("追上要用的时间", f["n"] / gain, f.word("z")), f.word("z"), "追上的时间")
