"""Two amounts from their sum and difference or a multiple; giving until both have the same; excess and shortage; right and wrong answers."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.frames import MANY, Found, frame
from solver.topics.stories.school.chinese.marks import NUMBER
from solver.topics.stories.school.working import Term, Unfit, Working, num

_N: Final = f"[^，{NUMBER[1:-1]}]"
_A: Final = f"[^，{NUMBER[1:-1]}比给的]{{1,5}}?"
_TWO: Final = "(?:@人|@个人|两人|他们|她们|他们@人|她们@人|他们@个|两个人|他们两个)?"
_THING: Final = f"{_N}{{0,6}}?"


@frame(
    f"(?P<x>{_A})(?:和|与|、)?(?P<y>{_A})?{_TWO}(?:在{_N}{{1,4}})?(?:一共|共|总共)(?:有|得|得到|得了)?(?:{_N}{{1,4}})?<s:u>{_THING},(?:如果)?(?P<v>{_A})(?:借|送|拿)?给(?P<w>{_A})<a:u>{_THING},(?:后)?,?(?:就|则|还)*(?P<cmp>比(?P<z>{_A})(?:还)?(?P<d>多|少)<b:u>)?(?P<same>(?:那么)?(?:{_N}{{1,8}}?)?(?:就|则)?(?:一样多|同样多|相等))?{_THING},{_N}{{0,3}}?(?P<q>{_A})(?:原来|原先)?(?:有|得|得了|得到){_N}{{0,2}}?{MANY}(?P<t>$U){_N}{{0,6}}",
)
def _given_of_sum(f: Found, work: Working) -> None:
    """210 together; one gives 40 and still has 10 more."""
    q, v, w = re.sub("原来|原先", "", f.word("q")), f.word("v"), f.word("w")
    if f.has("cmp") == f.has("same") or v == w or q not in (v, w):
        raise Unfit
    units = {f.unit("s"), f.unit("a"), f.word("t")} | ({f.unit("b")} if f.has("cmp") else set())
    if len(units) != 1 or f.has("cmp") and f.word("z") != w:
        raise Unfit
    x, y = f.word("x"), f.word("y")
    if x + y in ("两人", "他们", "她们"):
        x, y = "两", ""
    if y and {x, y} != {v, w} or not y and x not in ("两", v + w, w + v):
        raise Unfit
    unit = f.unit("s")
    gap = work.step("给出的数要算两次：给的人少了，得的人多了", f["a"] * num(2), unit)
    if f.has("cmp"):
        if f.word("d") == "少":
            gap = work.step("原来相差多少", gap - f["b"], unit)
        else:
            gap = work.step("原来相差多少", gap + f["b"], unit)
    _larger_or_smaller(work, f["s"], gap, unit, larger=q == v)


def _larger_or_smaller(work: Working, total: Term, gap: Term, unit: str, *, larger: bool) -> None:
    if larger:
        work.give(work.step("（和＋差）÷2 是大数", (total + gap) / num(2), unit), unit, "大数")
    else:
        work.give(work.step("（和－差）÷2 是小数", (total - gap) / num(2), unit), unit, "小数")


@frame(
    f"@个{_N}{{1,3}}(?:里|中)?(?:一共|共){_N}{{0,3}}<s:u>{_THING},(?:若)?(?:把)?第一个{_N}{{1,3}}(?:里|中)?的?{_N}{{0,2}}(?:倒|拿|取)(?:出)?<a:u>(?:{_N}{{0,3}})?到第二个{_N}{{1,4}}?,@个{_N}{{1,3}}(?:里|中)的?{_N}{{0,3}}就?(?:一样多|同样多|相等),(?:则|原来)*第(?P<q>一|二)个?{_N}{{1,3}}(?:里|中)?(?:原来)?(?:有|装有){_N}{{0,2}}?{MANY}(?P<t>$U){_N}{{0,3}}",
)
def _poured(f: Found, work: Working) -> None:
    if len({f.unit("s"), f.unit("a"), f.word("t")}) != 1:
        raise Unfit
    gap = work.step("原来相差多少（倒出的要算两次）", f["a"] * num(2), f.unit("s"))
    _larger_or_smaller(work, f["s"], gap, f.unit("s"), larger=f.word("q") == "一")


@frame(
    f"(?P<x>{_A})(?:的{_N}{{1,3}}?)?比(?P<y>{_A})(?:的{_N}{{1,3}}?)?(?P<d>多|少|大|小|重|轻|贵|便宜|长|短)<a:u>{_THING},(?:他们|她们|它们)?(?:两个?人?|@人|@个|@者)?(?:一共|总共|共|合起来)(?:有|是|重|长)?<s:u>{_THING},(?:请问|问)?(?P<q>{_A})有{MANY}(?P<t>$U){_THING}",
    f"(?P<x>{_A})(?:的{_N}{{1,3}}?)?比(?P<y>{_A})(?:的{_N}{{1,3}}?)?(?P<d>多|少|大|小|重|轻|贵|便宜|长|短)<a:u>{_THING},(?:他们|她们|它们)?(?:两个?人?|@人|@个|@者)?(?:一共|总共|共|合起来)(?:有|是|重|长)?<s:u>{_THING},(?:请问|问)?(?P<q>{_A})有(?P<t>元|美元|个|本)",
    f"(?P<x>{_A})比(?P<y>{_A})的?(?:年龄)(?P<d>大|小)<a:u>,当@人的?(?:年龄|岁数)(?:之)?和(?:是|为)<s:u>时,(?:请问|问)?(?P<q>{_A})(?:是|为){MANY}(?P<t>$U)",
)
def _sum_and_gap(f: Found, work: Working) -> None:
    x, y, q = f.word("x"), f.word("y"), f.word("q")
    if len({f.unit("a"), f.unit("s"), f.word("t")}) != 1 or q not in (x, y) or x == y:
        raise Unfit
    more = f.word("d") in ("多", "大", "重", "贵", "长")
    _larger_or_smaller(work, f["s"], f["a"], f.unit("s"), larger=(q == x) == more)


@frame(
    f"(?:把)?(?:一根|一条|@根|@条)?长<s:u>的{_N}{{1,4}}(?:剪|截|锯|分)成@(?:段|根),(?:要求)?较长的(?:一段)?比较短的(?:一段)?长<a:u>,较(?P<q>长|短)的(?:一段)?(?:长|是){MANY}(?P<t>$U)",
    f"(?:把)?(?:一根|一条|@根|@条)?长<s:u>的{_N}{{1,4}}(?:剪|截|锯|分)成@(?:段|根),(?:要求)?较长的(?:一段)?比较短的(?:一段)?长<a:u>,较(?P<q>长|短)的(?:一段)?长?(?P<t>米|厘米|分米)",
)
def _two_pieces(f: Found, work: Working) -> None:
    if len({f.unit("a"), f.unit("s"), f.word("t")}) != 1:
        raise Unfit
    _larger_or_smaller(work, f["s"], f["a"], f.unit("s"), larger=f.word("q") == "长")


@frame(
    f"(?:{_N}{{1,20}}，)?{_TWO}(?:一共|总共|共){_N}{{1,3}}?<s:u>{_THING},(?P<x>{_A})(?:{_N}的)?比(?P<y>{_A})(?:{_N}的)?的<k>倍(?P<d>多|少)<a:u>{_THING},(?P<q>{_A}){_N}{{1,2}}?{MANY}(?P<t>$U){_THING}",
)
def _sum_and_times(f: Found, work: Working) -> None:
    """68 together; the one 2 less than four times the other."""
    x, y, q = f.word("x"), f.word("y"), f.word("q")
    q = q if q in (x, y) else q[:-1] if q[:-1] in (x, y) else q
    if len({f.unit("a"), f.unit("s"), f.word("t")}) != 1 or q not in (x, y) or x == y or f.value("k") <= 1:
        raise Unfit
    unit = f.unit("s")
    even = f["s"] - f["a"] if f.word("d") == "多" else f["s"] + f["a"]
    even = work.step("如果大数正好是小数的整倍数，和是多少", even, unit)
    parts = work.step("这时的和是小数的几倍", f["k"] + num(1), "倍")
    small = work.step("小数", even / parts, unit)
    if small.value.denominator != 1 and unit not in ("元", "米", "千克", "厘米", "克", "吨"):
        raise Unfit
    if q == y:
        work.give(small, unit, "小数")
        return
    work.give(work.step("大数", f["s"] - small, unit), unit, "大数")


@frame(
    f"(?P<x>{_A})(?:做了|有|原来有|折了|摘了|得了){_N}{{0,2}}?<a:u>{_THING},(?P<y>{_A})(?:借|送)?给(?:了)?(?:它|他|她|(?P<w>{_A}))<b:u>{_THING}(?:后|以后|之后)?,(?:它俩|他俩|她俩|两人|@人|他们|它们)的?{_N}{{1,3}}?就?(?:一样多|同样多|相等)了?,(?P<q>{_A})(?:原来)?有{MANY}(?P<t>$U){_THING}",
)
def _got_until_even(f: Found, work: Working) -> None:
    """15 here, gets 5, then both have the same."""
    q = f.word("q").removesuffix("原来")
    if (
        len({f.unit("a"), f.unit("b"), f.word("t")}) != 1
        or q != f.word("y")
        or f.has("w")
        and f.word("w") != f.word("x")
    ):
        raise Unfit
    after = work.step("得到以后有多少，也就是一样多时的数", f["a"] + f["b"], f.unit("a"))
    work.give(work.step("给出的人原来有多少", after + f["b"], f.unit("a")), f.unit("a"), "原来的数")


@frame(
    f"(?P<x>{_A})(?:原来)?有<a:u>{_THING},(?:如果)?(?P<y>{_A})给(?P<w>{_A})<b:u>{_THING},(?P<z>{_A})(?:就|还|则)?比(?P<v>{_A})(?P<d>少|多)<c:u>{_THING},(?P<q>{_A})(?:原来)?有{MANY}(?P<t>$U){_THING}",
)
def _got_until_apart(f: Found, work: Working) -> None:
    q = f.word("q").removesuffix("原来")
    if (
        len({f.unit("a"), f.unit("b"), f.unit("c"), f.word("t")}) != 1
        or q != f.word("y")
        or f.word("w") != f.word("x")
    ):
        raise Unfit
    if {f.word("z"), f.word("v")} != {f.word("x"), f.word("y")}:
        raise Unfit
    unit = f.unit("a")
    after = work.step("得到以后有多少", f["a"] + f["b"], unit)
    fewer = (f.word("z") == f.word("y")) == (f.word("d") == "少")
    other = work.step("那时给出的人有多少", after - f["c"] if fewer else after + f["c"], unit)
    work.give(work.step("给出的人原来有多少", other + f["b"], unit), unit, "原来的数")


@frame(
    f"(?P<x>{_A})(?:做了|有|折了|摘了|得了)<a:u>{_THING},(?P<y>{_A})(?:做了|有|折了|摘了|得了)<b:u>{_THING},(?P<v>{_A})给(?P<w>{_A})(?:{MANY})?(?P<t>$U){_THING},(?:@人|两人|他们|她们)的?{_N}{{0,3}}就?(?:一样多|同样多|相等)了?",
)
def _how_many_to_give(f: Found, work: Working) -> None:
    if len({f.unit("a"), f.unit("b"), f.word("t")}) != 1 or (f.word("v"), f.word("w")) != (
        f.word("x"),
        f.word("y"),
    ):
        raise Unfit
    gap = work.step("相差多少", f["a"] - f["b"], f.unit("a"))
    work.give(work.step("给出相差的一半", gap / num(2), f.unit("a")), f.unit("a"), "要给的数")


@frame(
    f"(?:{_N}{{0,8}}?)(?:用)?(?:一根|@根)?(?:长)?<s:u>(?:长)?的?(?:铁丝|绳子|绳|篱笆|线|木条|铁丝网)?,?(?:{_N}{{0,6}}?)(?:正好|恰好|刚好)?围成(?:一个|@个)?长方形{_N}{{0,6}}?,(?:长方形的|这个长方形的)?(?P<x>长|宽)比(?P<y>长|宽)(?P<d>多|长|少|短)<a:u>,(?:这个)?(?:长方形)?{_N}{{0,4}}?的?(?P<q>长和宽各|宽和长各|长|宽)(?:是|有|为)?{MANY}(?P<t>$U)",
)
def _rectangle(f: Found, work: Working) -> None:
    """Half of the wire is length and width together."""
    if len({f.unit("a"), f.unit("s"), f.word("t")}) != 1 or f.word("x") == f.word("y"):
        raise Unfit
    if (f.word("x") == "长") != (f.word("d") in "多长"):
        raise Unfit
    unit = f.unit("s")
    half = work.step("长与宽的和（周长的一半）", f["s"] / num(2), unit)
    long = work.step("长：（和＋差）÷2", (half + f["a"]) / num(2), unit)
    wide = work.step("宽：和减去长", half - long, unit)
    if wide.value <= 0:
        raise Unfit
    asked = f.word("q")
    first, second = (wide, long) if asked[0] == "宽" else (long, wide)
    work.give(first, unit, asked[0])
    if "和" in asked:
        work.give_also(second, unit, asked[2])


# -- excess and shortage ---------------------------------------------------------------------------------


def _each(one: str, group: str, number: str) -> str:
    return f"(?:如果|若)?(?:每|一)(?:<{one}>)?(?P<{group}>个小朋友|个同学|名同学|位同学|人|只猴子?|船|条船|辆车|间房|间宿舍|间|桌|袋|盒)(?:分|发|吃|坐|住|装|放|拿|得)(?:给)?<{number}:u>{_N}{{0,5}}?"


def _over(sign: str, number: str) -> str:
    return f"(?:就|则|会|还|还会)*(?P<{sign}>多出|多|余下|余|剩余|剩下|剩|少|差|还差|缺|不够)(?:了)?<{number}:u>{_N}{{0,6}}?"


@frame(
    f"(?:{_N}{{1,24}}，)?(?:但{_N}{{1,12}}，)?{_each('i', 'g', 'a')},{_over('s', 'p')},{_each('j', 'h', 'b')},{_over('t', 'q')},{_N}{{0,6}}?(?:一共|共|总共|原来)*(?:有){_N}{{0,3}}?{MANY}(?P<u>$U)(?P<what>{_N}{{0,6}})",
)
def _rounds(f: Found, work: Working) -> None:
    """Five each leave 24, seven each lack 16: how many sweets, or how many children?"""
    if f.word("g") != f.word("h") or len({f.unit(k) for k in "apbq"}) != 1 or f.has("i") and f.value("i") != 1 or f.has("j") and f.value("j") != 1:  # fmt: skip
        raise Unfit
    sign = {"多": 1, "余": 1, "剩": 1, "少": -1, "差": -1, "还": -1, "缺": -1, "不": -1}
    p, q = sign[f.word("s")[0]], sign[f.word("t")[0]]
    unit = f.unit("a")
    holds = f.unit("a") in ("人", "名", "位")  # people in boats: too many people is a rest as well
    first, second = (f["a"], f["p"]), (f["b"], f["q"])
    if first[0].value > second[0].value:
        first, second, p, q = second, first, q, p
    # first: fewer each, rest p·n₁; second: more each, rest q·n₂
    if p > 0 and q < 0:
        gap = first[1] + second[1]
    elif p > 0:
        gap = first[1] - second[1]
    elif q < 0:
        gap = second[1] - first[1]
    else:
        raise Unfit
    gap = work.step("两次分配相差的总数", gap, unit)
    each = work.step("每份相差多少", second[0] - first[0], unit)
    groups = work.step("份数", gap / each)
    if groups.value.denominator != 1 or groups.value < 1:
        raise Unfit
    asked = f.word("u") + f.word("what")
    group = re.sub("^[个名位条辆间]", "", f.word("g"))
    people = f.word("u") in ("人", "名", "位")
    is_group = not (holds and people) and (
        bool(group) and group in asked or group == "人" and people or group == "只猴子" and "猴" in asked
    )
    if is_group:
        work.give(groups, f.word("u"), "份数")
    elif f.word("u") == unit or holds and f.word("u") in ("人", "名", "位", "个") and re.search("人|同学|学生|小朋友", asked):  # fmt: skip
        total = first[0] * groups
        total = total + first[1] if p > 0 else total - first[1]
        work.give(work.step("总数", total, unit), unit, "总数")
    else:
        raise Unfit


@frame(
    f"(?:{_N}{{1,16}}，)?{_N}{{0,12}}把(?:一堆|@堆|一些|一批|一筐|一袋)(?P<thing>{_N}{{1,4}}?)分给(?:若干|一些|一群)(?:只|个|名|位)?(?P<who>{_N}{{1,4}}),每(?:只|个|名|位)?{_N}{{1,4}}?分<a:u>,(?:剩|多|余)(?:下|出)?<p:u>{_N}{{0,4}},每(?:只|个|名|位)?{_N}{{1,4}}?分<b:u>,(?:就|则)?有<m>(?:只|个|名|位){_N}{{1,4}}?(?:一个|@个)也?(?:分不到|没分到|得不到),(?:还)?有(?:一|<one>)(?:只|个|名|位){_N}{{1,4}}?(?:只)(?:能)?(?:分|得)到?<c:u>,(?:一共|共)*有{MANY}(?P<u>$U)(?P<what>{_N}{{0,4}})",
)
def _some_get_none(f: Found, work: Working) -> None:
    """Nine each: five monkeys get none, and one gets three."""
    f.whole("m")
    if (
        len({f.unit(k) for k in "apbc"}) != 1
        or f.has("one")
        and f.value("one") != 1
        or f.value("b") <= f.value("c")
    ):
        raise Unfit
    unit = f.unit("a")
    none = work.step("一个也没分到的还缺多少", f["m"] * f["b"], unit)
    lack = work.step("一共还缺多少（只分到几个的那一只也缺）", none + (f["b"] - f["c"]), unit)
    gap = work.step("两次分配相差的总数", f["p"] + lack, unit)
    each = work.step("每份相差多少", f["b"] - f["a"], unit)
    groups = work.step("份数", gap / each)
    if groups.value.denominator != 1 or groups.value <= f.value("m"):
        raise Unfit
    if f.word("what") == f.word("who"):
        work.give(groups, f.word("u"), "份数")
    elif f.word("what") == f.word("thing") and f.word("u") == unit:
        work.give(work.step("总数", f["a"] * groups + f["p"], unit), unit, "总数")
    else:
        raise Unfit


# -- right and wrong -------------------------------------------------------------------------------------

_RIGHT: Final = "(?:每)?(?:做|答|打|投|射|套)?(?:对|中)(?:一|@)?(?:道|题|枪|个|次|发|环)?题?(?:能)?(?:给|得|获得|加|可得|记)<a>分"
_WRONG: Final = "(?:每)?(?:做|答|打|投|射|套)?(?:错|不中|不对|未中)(?:一|@)?(?:道|题|枪|个|次|发)?题?(?:或者?(?:不答|不做|未答|未作答|不作答)题?)?(?:会|要|则)?(?:倒)?(?:扣|减|倒扣)(?:去|掉)?<b>分"


@frame(
    f"(?:{_N}{{1,20}}，)?{_N}{{0,14}}?(?:有|共|一共|总共|共有|打了|投了)+<n>(?:道|题|枪|次|个)+{_N}{{0,4}},{_N}{{0,4}}?{_RIGHT},{_N}{{0,3}}?(?:不答或)?{_WRONG},(?:如果)?{_N}{{0,6}}?(?:最终|最后|共|一共|总共|在{_N}{{2,3}}中)?(?:的)?(?:得了?|获得|得到|得分|分数是|考了)(?:了)?(?:是)?<s>分,{_N}{{0,5}}?(?P<k>答对|做对|打中|投中|射中|答错|做错)(?:了)?{MANY}(?:道|题|枪|次|个)*(?:试题|题|题目)?",
    f"(?:{_N}{{1,20}}，)?{_N}{{0,14}}?,{_RIGHT},{_N}{{0,3}}?(?:不答或)?{_WRONG},{_N}{{0,3}}(?:打了|投了|射了|答了|做了|共打了|回答了)<n>(?:道|题|枪|次|个)+题?,(?:一共|共|总共|最后)*(?:得了?|获得)(?:了)?<s>分,{_N}{{0,5}}?(?P<k>答对|做对|打中|投中|射中|答错|做错)(?:了)?{MANY}(?:道|题|枪|次|个)*(?:试题|题|题目)?",
)
def _right_and_wrong(f: Found, work: Working) -> None:
    """20 questions, +5 or −1, 76 points."""
    f.whole("n")
    if re.search("基础分|底分|先给|每人先|不答(?:的题)?得|不答[^或]{0,3}零分", f.text):
        raise Unfit
    full = work.step("假设全部答对，应得多少分", f["n"] * f["a"], "分")
    lost = work.step("实际少得多少分", full - f["s"], "分")
    each = work.step("错一题比对一题少得多少分", f["a"] + f["b"], "分")
    wrong = work.step("错的题数", lost / each)
    if wrong.value.denominator != 1 or wrong.value > f.value("n"):
        raise Unfit
    if f.word("k")[-1] == "错":
        work.give(wrong, "", "错的题数")
    else:
        work.give(work.step("对的题数", f["n"] - wrong), "", "对的题数")


@frame(
    f"(?:{_N}{{1,10}})?(?:搬运|运送|运)<n>(?P<u>只|个|件|箱){_N}{{1,6}},(?:规定)?(?:完整|安全|完好)?(?:运送|运到|运)(?:完好)?(?:一|@)(?:只|个|件|箱){_N}{{0,4}}?(?:得|给|可得)(?:运费)?<a>元?,(?:如果)?(?:打破|打碎|损坏|打坏)(?:一|@)(?:只|个|件|箱){_N}{{0,3}}?(?:要|不但不给运费还要|还要)?(?:倒)?(?:赔偿|赔|扣){_N}{{0,3}}?<b>元?,{_N}{{0,12}}?(?:一共|共|最后){_N}{{0,2}}?(?:得|得到|得了|拿到)(?:运费)?<s>元?,{_N}{{0,8}}?(?P<k>打破|打碎|损坏|完整运送|完好)(?:了)?{MANY}(?:只|个|件|箱){_N}{{0,3}}",
)
def _carried(f: Found, work: Working) -> None:
    f.whole("n")
    full = work.step("假设全部完好，应得多少", f["n"] * f["a"], "元")
    lost = work.step("实际少得多少", full - f["s"], "元")
    each = work.step("损坏一件少得多少（得不到运费，还要赔）", f["a"] + f["b"], "元")
    broken = work.step("损坏的件数", lost / each)
    if broken.value.denominator != 1 or broken.value > f.value("n"):
        raise Unfit
    if "完" in f.word("k"):
        work.give(work.step("完好的件数", f["n"] - broken), f.word("u"), "完好的件数")
    else:
        work.give(broken, f.word("u"), "损坏的件数")
