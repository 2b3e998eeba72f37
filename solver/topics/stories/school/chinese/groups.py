"""Kinds with a method of their own about numbers and groups: means, queues, two groups, excess and shortage, at least so many."""

from __future__ import annotations

import re
from math import gcd
from typing import Final

from solver.topics.stories.school.chinese.frames import ASK, MANY, Found, frame
from solver.topics.stories.school.working import Term, Unfit, Working, num

# -- numbers -------------------------------------------------------------------------------------------


@frame(
    "~(?:把|将)?<a>(?:先)?(?:(?P<up>扩大)到(?:原来|原数|它)的<k>倍|(?P<down>缩小)到(?:原来|原数|它)的<%r>),?(?:后)?(?:得|得到|结果)?(?:是|得)(?:多少)?"
)
def _scaled(f: Found, work: Working) -> None:
    work.give(work.step("结果", f["a"] * (f["k"] if f.has("k") else f["r"])), "", "结果")


@frame(
    f"~(?:<c>(?:次|个|人|名|天|周|位))?~(?:分别|依次)?(?:是|为|有|跳了|考了|得了|捐了)*(?P<list>(?:[\ue000-\ue7ff](?P<u>$U)[、，和])+[\ue000-\ue7ff]$U),~平均(?!每)~{ASK}(?P<z>$U)~",
    "~(?:<c>(?:次|个|人|名|天|周|位))?~(?:分别|依次)?(?:是|为|有|跳了|考了|得了|捐了)*(?P<list>(?:[\ue000-\ue7ff](?P<u>$U)[、，和])+[\ue000-\ue7ff]$U),~平均~是多少(?P<z>$U)",
)
def _mean(f: Found, work: Working) -> None:
    numbers = [num(f.marked(char)) for char in re.findall("[\ue000-\ue7ff]", f.word("list"))]
    units = set(re.findall("[\ue000-\ue7ff]([^\ue000-\ue7ff、，和]+)", f.word("list")))
    if units != {f.word("z")} or not 2 <= len(numbers) <= 12:
        raise Unfit
    _average(work, numbers, f.word("z"))


@frame(
    "(?P<list>(?:[\ue000-\ue7ff][、，和]*){2,14})(?:这)?<n>个数的平均数是(?:多少)?",
    "求?(?P<list>(?:[\ue000-\ue7ff][、，和]*){2,14})的平均数(?:是多少)?",
)
def _mean_of_numbers(f: Found, work: Working) -> None:
    numbers = [num(f.marked(char)) for char in re.findall("[\ue000-\ue7ff]", f.word("list"))]
    if f.has("n") and f.value("n") != len(numbers):
        raise Unfit
    _average(work, numbers, "")


def _average(work: Working, numbers: list[Term], unit: str) -> None:
    term = numbers[0]
    for one in numbers[1:]:
        term = term + one
    total = work.step("总和", term, unit)
    work.give(work.step("平均数（总和÷个数）", total / num(len(numbers)), unit), unit, "平均数")


# -- queues and groups -----------------------------------------------------------------------------------


@frame(
    f"~从(?:前面?|左边?|前往后|左往右)(?:往后|往右|面)?(?:数|起),~(?:排|是|站)?(?:在)?第?(?P<a>[\ue000-\ue7ff]|[零一二三四五六七八九]+)(?:个|名|位)?,(?:他|她|小?~)?从(?:后面?|右边?|后往前|右往左)(?:往前|往左|面)?(?:数|起),?(?:他|她|~)?(?:排|是|站)?(?:在)?第?(?P<b>[\ue000-\ue7ff]|[零一二三四五六七八九]+)(?:个|名|位)?,~(?:(?:队|排|行|队伍)~)?(?:一共|共)?(?:有)?{MANY}(?:个|名|位)?(?:人|小朋友|同学|学生)",
)
def _queue(f: Found, work: Working) -> None:
    a, b = (f.ordinal(name) for name in "ab")
    both = work.step("两次数的人数相加", a + b, "人")
    work.give(work.step("他自己数了两次，减去 1", both - num(1), "人"), "人", "一共的人数")


_OF_GROUP: Final = "(?:名|个|位)?(?:人|同学|学生)?"


@frame(
    f"~<n>(?:名|个|位)?(?:人|同学|学生),?(?:其中)?(?:有)?<a>{_OF_GROUP}(?P<v>参加|喜欢|会|订|做对|答对|懂|去过|爱)(?P<x>[^，\ue000-\ue7ff]{{1,10}}),(?:有)?<b>{_OF_GROUP}(?P<w>参加|喜欢|会|订|做对|答对|懂|去过|爱)(?P<y>[^，\ue000-\ue7ff]{{1,10}}),(?:其中|而且|并且|还|且)*(?:有)?<c>{_OF_GROUP}(?P<both>[^，]{{4,30}}?),(?P<q>[^，]*{MANY}[^，]*)",
)
def _two_groups(f: Found, work: Working) -> None:
    """48 in a class, 21 in one contest, 13 in another, 7 in both."""
    x, y, both, q = f.word("x"), f.word("y"), f.word("both"), f.word("q")
    if (
        f.word("v") != f.word("w")
        or not (x[-2:] in both and y[-2:] in both or re.search("都|两", both))
        or not re.search("既|又|都|两", both)
    ):
        raise Unfit
    for name in "abc":
        if f.value(name) > f.value("n") or f.value("c") > min(f.value("a"), f.value("b")):
            raise Unfit
    either = (f["a"] + f["b"]) - f["c"]
    if re.search("(?:都没有?|都不|都未|也不|也没)", q) and not re.search("至少|只", q):
        some = work.step("至少有一项的人数（两项都有的数了两次）", either, "人")
        work.give(work.step("两项都没有的人数", f["n"] - some, "人"), "人", "两项都没有的人数")
    elif "只" in q and not re.search("至少|不|没", q):
        first, second = x[:2] in q or x in q, y[:2] in q or y in q
        if first == second:
            raise Unfit
        work.give(
            work.step("只有这一项的人数", f["a" if first else "b"] - f["c"], "人"), "人", "只有这一项的人数"
        )
    else:
        raise Unfit


@frame(
    f"~(?:每|一)人(?:出|付|交)<a>元,?(?:就|则|还)*(?P<s>多|多出|余|剩|少|差|还差|不够)(?:了)?<p>元,(?:每|一)人(?:出|付|交)<b>元,?(?:就|则|还)*(?P<t>多|多出|余|剩|少|差|还差|不够)(?:了)?<q>元,~(?:有)?{MANY}(?:个|名|位)?(?:人|同学|学生|小朋友)~",
)
def _collecting(f: Found, work: Working) -> None:
    """Each gives 8 and there are 8 too many; each gives 7 and there are 4 too many."""
    _two_rounds(f, work, given=True)


@frame(
    f"~(?:每|一)(?:人|个小朋友|个同学|只)(?:分|吃|发|栽|种|得)(?:给)?<a:u>,?(?:就|则|还)*(?P<s>多|多出|余|剩|剩下|少|差|还差|缺|不够)(?:了)?<p:u>,~(?:每|一)(?:人|个小朋友|个同学|只)(?:分|吃|发|栽|种|得)(?:给)?<b:u>,?(?:就|则|还)*(?P<t>多|多出|余|剩|剩下|少|差|还差|缺|不够)(?:了)?<q:u>,~(?:有)?{MANY}(?:个|名|位|只)?(?:人|同学|学生|小朋友|猴子|小猴)~",
)
def _handing_out(f: Found, work: Working) -> None:
    if len({f.unit(k) for k in "apbq"}) != 1:
        raise Unfit
    _two_rounds(f, work, given=False)


def _two_rounds(f: Found, work: Working, *, given: bool) -> None:
    over = [f.word(name) in ("多", "多出", "余", "剩", "剩下") for name in "st"]
    small, big = (f["a"], f["b"]) if f.value("a") < f.value("b") else (f["b"], f["a"])
    # the rest of the round with more for each, given or handed out
    more, less = (f["q"], f["p"]) if big.value == f.value("b") else (f["p"], f["q"])
    plus_more, plus_less = (over[1], over[0]) if big.value == f.value("b") else (over[0], over[1])
    if not given:
        plus_more, plus_less = not plus_more, not plus_less
    if plus_more and plus_less:
        gap = more - less
    elif plus_more:
        gap = more + less
    elif not plus_less:
        gap = less - more
    else:
        raise Unfit
    apart = work.step("两次相差的总数", gap)
    each = work.step("每人相差多少", big - small)
    people = work.step("人数", apart / each, "人")
    if people.value.denominator != 1 or people.value < 1:
        raise Unfit
    work.give(people, "人", "人数")


# -- at least ------------------------------------------------------------------------------------------


@frame(
    f"~(?P<names>[^，\ue000-\ue7ff、有]{{1,4}}(?:[、和][^，\ue000-\ue7ff、]{{1,3}})+?)(?:这)?<k>种[^，\ue000-\ue7ff]*?(?:(?:各|共)<n>(?P<u>$U))?(?:[^，\ue000-\ue7ff]*),(?:一次)?(?:至少|最少)(?:要|需要|应|必须)?[^，\ue000-\ue7ff]*?{MANY}(?P<v>$U)[^，\ue000-\ue7ff]*?,?才?(?:能|可以)?(?:保证|一定)+(?:一定)?(?:能)?(?:有|摸出|拿到|取出)<two>(?P<w>$U)(?:的)?[^，\ue000-\ue7ff]*?(?:颜色)?(?:一样|相同|同色|同样|同一种)[^，\ue000-\ue7ff]*",
)
def _same_kind(f: Found, work: Working) -> None:
    """The least number that is sure to have two of one kind: one more than there are kinds."""
    if f.value("two") != 2 or len(re.split("[、和]", f.word("names"))) != f.value("k"):
        raise Unfit
    if f.has("n") and f.value("n") < f.value("k") + 1:
        raise Unfit
    work.give(
        work.step("每种先拿 1 个，再多拿 1 个", f["k"] + num(1), f.word("v")), f.word("v"), "至少要拿的个数"
    )


@frame(
    f"~<n>(?:个|名|位)?(?:人|队员|同学|学生)~,~(?:打?电话)?~,?~每(?:<one>)?分钟(?:能|可以|可)?(?:通知|打给)(?:<k>|一)?(?:个)?(?:人|队员|同学),~(?:至少|最少)~{MANY}分钟~",
    f"~<n>(?:个|名|位)?(?:人|队员|同学|学生)~,~打电话~,每人通话<one>分钟,~通知到每个?人~{MANY}分钟~",
)
def _telephone(f: Found, work: Working) -> None:
    """Everyone who knows tells one more each minute: 2ⁿ know after n minutes, the teacher among them."""
    f.whole("n")
    if f.has("one") and f.value("one") != 1 or f.has("k") and f.value("k") != 1 or f.value("n") > 10**6:
        raise Unfit
    minutes = 0
    while 2**minutes - 1 < f.value("n"):
        minutes += 1
    knows = f["n"] + num(1)
    work.search("知道消息的人每分钟增加一倍：要几分钟，连老师在内才有这么多人知道", knows, 2, minutes, "分钟")


@frame(
    f"~<n>(?:个|袋|盒|瓶|枚|颗|粒|块|包|听|件|筒)[^，\ue000-\ue7ff]*,其中<m>(?:个|袋|盒|瓶|枚|颗|粒|块|包|听|件|筒)(?:是正品|合格|质量相同|一样重)?,(?:另外|另|有|只有)*<one>(?:个|袋|盒|瓶|枚|颗|粒|块|包|听|件|筒)(?:是|为)?(?:次品|不合格)?,?~(?:轻|重)一?(?:些|点)?,~天平称,(?:至少|最少)(?:要|需要)?称{MANY}次~",
    f"~<n>(?:个|袋|盒|瓶|枚|颗|粒|块|包|听|件|筒)[^，\ue000-\ue7ff]*,其中有?<one>(?:个|袋|盒|瓶|枚|颗|粒|块|包|听|件|筒)(?:是|为)?(?:次品|不合格)?[^，\ue000-\ue7ff]*,?[^，\ue000-\ue7ff]*(?:轻|重)一?(?:些|点)?,[^，\ue000-\ue7ff]*天平称?,(?:至少|最少)(?:要|需要)?称{MANY}次~",
)
def _balance(f: Found, work: Working) -> None:
    f.whole("n")
    if (
        f.value("one") != 1
        or f.has("m")
        and f.value("m") + 1 != f.value("n")
        or not 2 <= f.value("n") <= 10**6
    ):
        raise Unfit
    times = 0
    while 3**times < f.value("n"):
        times += 1
    work.search("每称一次最多能从 3 份里找出 1 份：称几次，份数才够", f["n"], 3, times, "次")


@frame(
    f"~(?:若|如果)?(?:每)?<a>(?:人|个|名|位)(?:站|排|分|坐)?(?:成)?(?:一|<i>)(?:排|组|行|队|列|桌),(?:还|就|则)*(?:余|剩|多)(?:下|出)?<p>(?:人|个|名|位),(?:若|如果)?(?:每)?<b>(?:人|个|名|位)(?:站|排|分|坐)?(?:成)?(?:一|<j>)(?:排|组|行|队|列|桌),?(?:也|还|还是|就|则)*(?:余|剩|多)(?:下|出)?<q>(?:人|个|名|位),~(?:至少|最少)有{MANY}(?:人|个|名|位)~",
)
def _same_rest(f: Found, work: Working) -> None:
    f.whole("a", "b")
    if (
        f.value("p") != f.value("q")
        or f.value("p") >= min(f.value("a"), f.value("b"))
        or any(f.has(k) and f.value(k) != 1 for k in "ij")
    ):
        raise Unfit
    a, b = int(f.value("a")), int(f.value("b"))
    divisor = num(gcd(a, b))
    least = work.step("两个数的最小公倍数（乘积除以最大公因数）", f["a"] * f["b"] / divisor)
    work.give(work.step("再加上余下的", least + f["p"], "人"), "人", "至少的人数")
