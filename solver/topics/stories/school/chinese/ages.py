"""Ages: when one is so many times as old as another, when sums agree, how old each is; the difference of two ages stays."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.frames import MANY, Found, frame
from solver.topics.stories.school.chinese.marks import NUMBER
from solver.topics.stories.school.working import Term, Unfit, Working, num

_N: Final = f"[^{NUMBER[1:-1]}，。今现再过的比]{{1,5}}?"
"""Somebody: no number, and no word of a sentence."""
_NOW: Final = "(?:今年|现在)?"
_YEARS: Final = "(?:年龄|岁数|年纪)"
_WHO: Final = re.compile("今年|现在|爸爸的?|他的?|她的?")


def _same(a: str, b: str) -> bool:
    a, b = (w.removeprefix("他的").removeprefix("她的").removeprefix("他").removeprefix("她") for w in (a, b))
    return bool(a and b) and (a == b or a.endswith(b) or b.endswith(a))


@frame(
    f"{_NOW},(?P<x>{_N}){_NOW}(?:是|有)?<a>岁,(?P<y>{_N}){_NOW}(?:是|才|有)?<b>岁,(?:再过|经过|过)?{MANY}年(?:之?后|以后)?,(?P<v>{_N})的?{_YEARS}(?:正好|恰好|刚好)?是(?P<w>{_N})的?{_YEARS}?的?<k>倍",
)
def _later_times(f: Found, work: Working) -> None:
    """31 and 5: in how many years is the one three times as old as the other?"""
    old, young = _pair(f)
    gap, then = _older(f, work, old, young)
    work.give(work.step("再过几年", then - young, "年"), "年", "要过的年数")
    del gap


@frame(
    f"(?P<x>{_N}){_NOW}(?:是|有)?<a>岁,(?:正好|恰好|刚好|年龄)?(?:是|等于)(?P<y>{_N})(?:今年|现在)?的?{_YEARS}?的?<m>倍,(?:再过|经过|过)?{MANY}年(?:之?后|以后)?,?(?P<v>{_N})的?{_YEARS}?(?:就)?(?:正好|恰好|刚好)?(?:是|等于)(?P<w>{_N})的?{_YEARS}?的?<k>倍",
)
def _times_now_and_then(f: Found, work: Working) -> None:
    """63 is seven times as old: in how many years will it be four times?"""
    if not (_same(f.word("x"), f.word("v")) and _same(f.word("y"), f.word("w"))) or f.value("k") >= f.value(
        "m"
    ):
        raise Unfit
    young = work.step("现在小的年龄", f["a"] / f["m"], "岁")
    _, then = _older(f, work, f["a"], young)
    work.give(work.step("再过几年", then - young, "年"), "年", "要过的年数")


@frame(
    f"{_NOW},(?P<x>{_N}){_NOW}(?:是|有)?<a>岁,(?P<y>{_N}){_NOW}(?:是|才|有)?<b>岁,{MANY}年(?:之?前|以前),(?P<v>{_N})的?{_YEARS}(?:正好|恰好|刚好)?是(?P<w>{_N})的?{_YEARS}?的?<k>倍",
    f"{_NOW},(?P<x>{_N}){_NOW}(?:是|有)?<a>岁,(?P<y>{_N}){_NOW}(?:是|才|有)?<b>岁,年前,(?P<v>{_N})的?{_YEARS}(?:正好|恰好|刚好)?是(?P<w>{_N})的?{_YEARS}?的?<k>倍",
)
def _earlier_times(f: Found, work: Working) -> None:
    old, young = _pair(f)
    _, then = _older(f, work, old, young)
    work.give(work.step("是几年前", young - then, "年"), "年", "过去的年数")


def _pair(f: Found) -> tuple[Term, Term]:
    """The ages of the one who is k times as old, and of the other."""
    x, y, v, w = (f.word(name) for name in "xyvw")
    if _same(x, v) and _same(y, w):
        return f["a"], f["b"]
    if _same(y, v) and _same(x, w):
        return f["b"], f["a"]
    raise Unfit


def _older(f: Found, work: Working, old: Term, young: Term) -> tuple[Term, Term]:
    if f.value("k") <= 1:
        raise Unfit
    gap = work.step("年龄差（年龄差始终不变）", old - young, "岁")
    parts = work.step("年龄差是小的年龄的几倍", f["k"] - num(1), "倍")
    return gap, work.step("那时小的年龄", gap / parts, "岁")


@frame(
    f"{_NOW},(?P<x>{_N}){_NOW}(?:是|有)?<a>岁,(?P<y>{_N}){_NOW}(?:是|才|有)?<b>岁,当[^，{NUMBER[1:-1]}]{{1,6}}{_YEARS}(?:之)?和(?:是|为|等于)<s>岁时,(?:应该|应)?(?:是|要过|需要过)?{MANY}年(?:之?后|以后)?(?:的事)?",
    f"{_NOW},(?P<x>{_N}){_NOW}(?:是|有)?<a>岁,(?P<y>{_N}){_NOW}(?:是|才|有)?<b>岁,(?:再过|过){MANY}年(?:后)?,?[^，{NUMBER[1:-1]}]{{1,6}}{_YEARS}(?:之)?和(?:是|为|等于)<s>岁",
)
def _sum_of_two(f: Found, work: Working) -> None:
    together = work.step("今年两人的年龄和", f["a"] + f["b"], "岁")
    more = work.step("年龄和还要增加多少", f["s"] - together, "岁")
    work.give(work.step("每过一年，两人的年龄和增加 2 岁：要过几年", more / num(2), "年"), "年", "要过的年数")


@frame(
    f"(?P<x>{_N}){_NOW}(?:的)?{_YEARS}?(?:是|有)?<a>岁,<n>个(?P<y>[^，{NUMBER[1:-1]}]{{1,4}}?)(?:的)?{_YEARS}?(?:分别)?(?:是|为)(?P<list>(?:{NUMBER}岁[，、和]+)+{NUMBER}岁),(?:再过)?{MANY}年(?:之?后|以后)?,?(?:@个)?(?P<z>[^，{NUMBER[1:-1]}]{{1,4}}?)的?{_YEARS}(?:之)?和(?:就|正好|刚好|恰好)?(?:等于|和|与|是)(?P<w>{_N})的?{_YEARS}(?:相等)?",
)
def _several_and_one(f: Found, work: Working) -> None:
    """67; 15, 13, 9: when is the sum of the three as much as the one?"""
    ages = [num(f.marked(c)) for c in re.findall(NUMBER, f.word("list"))]
    if len(ages) != f.value("n") or len(ages) < 2 or f.word("y") != f.word("z") or not _same(f.word("x"), f.word("w")):  # fmt: skip
        raise Unfit
    total = ages[0]
    for age in ages[1:]:
        total = total + age
    total = work.step("今年这几个人的年龄和", total, "岁")
    gap = work.step("现在相差多少", f["a"] - total, "岁")
    each = work.step("每过一年，年龄和比另一个人多增加多少", num(len(ages)) - num(1), "岁")
    work.give(work.step("要过几年", gap / each, "年"), "年", "要过的年数")


_GROUP: Final = (
    f"(?:个|位|名)(?P<{{0}}>[^，{NUMBER[1:-1]}]{{{{1,5}}}}?)的?(?:{_YEARS}|岁数)(?:之?和|总和)(?:是|为)"
)


@frame(
    f"<n>{_GROUP.format('x')}<a>岁,<m>{_GROUP.format('y')}<b>岁,(?:若)?(?:要|到|当)?(?:这)?@(?:个|位|名)(?P<v>[^，{NUMBER[1:-1]}]{{1,5}}?)的?{_YEARS}(?:之?和|总和)(?:与|和|同)(?:这)?@(?:个|位|名)(?P<w>[^，{NUMBER[1:-1]}]{{1,5}}?)的?{_YEARS}(?:之?和|总和)相等(?:时)?,(?:还)?(?:需要?|要)?(?:再)?(?:经过|过){MANY}年",
    f"<n>{_GROUP.format('x')}<a>岁,<m>{_GROUP.format('y')}<b>岁,(?:再)?(?:经过|过)?{MANY}年(?:之?后|以后)?,(?:这)?@(?:个|位|名)(?P<v>[^，{NUMBER[1:-1]}]{{1,5}}?)的?{_YEARS}(?:之?和|总和)(?:与|和|同|等于)(?:这)?@(?:个|位|名)(?P<w>[^，{NUMBER[1:-1]}]{{1,5}}?)的?{_YEARS}(?:之?和|总和)(?:相等)?",
)
def _two_groups(f: Found, work: Working) -> None:
    """Five are 54 together, three are 72 together: when are the sums the same?"""
    f.whole("n", "m")
    if f.word("x") != f.word("v") or f.word("y") != f.word("w"):
        raise Unfit
    few, many = (("m", "b"), ("n", "a")) if f.value("n") > f.value("m") else (("n", "a"), ("m", "b"))
    gap = work.step("两个年龄和现在相差多少", f[few[1]] - f[many[1]], "岁")
    each = work.step("每过一年，相差的数减少多少", f[many[0]] - f[few[0]], "岁")
    work.give(work.step("要过几年", gap / each, "年"), "年", "要过的年数")


@frame(
    f"(?P<x>{_N})(?:的)?{_YEARS}?比(?P<y>[^，{NUMBER[1:-1]}大小少多]{{1,6}}?)的?{_YEARS}?(?P<d>大|小|少|多)<a>岁,(?:已知)?<t>年(?P<when>之?后|以后|之?前|以前),?(?P<v>[^，{NUMBER[1:-1]}]{{1,6}}?)的?{_YEARS}(?:正好|恰好)?是(?P<w>[^，{NUMBER[1:-1]}]{{1,5}}?)的?{_YEARS}?的?<k>倍,(?P<q>[^，{NUMBER[1:-1]}]{{1,24}})",
)
def _difference_later(f: Found, work: Working) -> None:
    """One is 24 older; two years ago she was four times as old: how old is the other now?"""
    x, y = f.word("x"), f.word("y")
    if x in ("我", "他", "她") or f.value("k") <= 1:
        raise Unfit
    old, young = (x, y) if f.word("d") in "大多" else (y, x)
    if not (_refers(f.word("v"), old, young) and _refers(f.word("w"), young, old)):
        raise Unfit
    parts = work.step("年龄差是小的年龄的几倍", f["k"] - num(1), "倍")
    then = work.step("那时小的年龄", f["a"] / parts, "岁")
    now = work.step("小的今年的年龄", then + f["t"] if "前" in f.word("when") else then - f["t"], "岁")
    q = f.word("q")
    asked = re.fullmatch(
        f"(?:则|问)?(?:今年|现在)(.+?)(?:今年|现在)?(?:的)?{_YEARS}?(?P<sum>(?:之?和|总和))?(?:是|有)?{MANY}岁?|(.{{1,5}}?)(?:今年|现在)(?:的?{_YEARS})?(?:是|有)?{MANY}岁?",
        q.replace("的和是", "和是").replace("的和", "和"),
    )
    if asked is None:
        raise Unfit
    if "和" in q and ("和是" in q or "之和" in q or "的和" in q):
        both = work.step("大的今年的年龄", now + f["a"], "岁")
        work.give(work.step("年龄和", both + now, "岁"), "岁", "今年的年龄和")
        return
    who = re.sub(f"今年|现在|{_YEARS}|的|是|有|{MANY}|岁|则|问", "", q)
    if _same(who, young) or _refers(who, young, old) and not _refers(who, old, young):
        work.give(now, "岁", "今年的年龄")
    elif _same(who, old) or _refers(who, old, young):
        work.give(work.step("大的今年的年龄", now + f["a"], "岁"), "岁", "今年的年龄")
    else:
        raise Unfit


def _refers(word: str, name: str, other: str) -> bool:
    """Whether a word means `name`; 她 and 他 mean whoever the other name does not mean here: 她爸爸 is the father."""
    word = word.removesuffix("的")
    if word in ("他", "她"):
        return "爸" not in name and "妈" not in name and "父" not in name and "母" not in name and "爷" not in name and "奶" not in name  # fmt: skip
    return _same(word, name) and not _same(word, other)


@frame(
    f"(?P<x>{_N})今年(?:是|有)?<a>岁,(?P<y>{_N})(?:今年)?(?:是|有)?<b>岁,<t>年(?:之?后|以后|之?前|以前),?(?P<v>{_N})比(?P<w>{_N})(?P<d>大|小){MANY}岁",
)
def _gap_stays(f: Found, work: Working) -> None:
    x, y, v, w = (f.word(name) for name in "xyvw")
    if (x, y) == (v, w):
        first, second = f["a"], f["b"]
    elif (x, y) == (w, v):
        first, second = f["b"], f["a"]
    else:
        raise Unfit
    gap = first - second if f.word("d") == "大" else second - first
    work.give(work.step("两人的年龄差（过多少年都不变）", gap, "岁"), "岁", "年龄差")


@frame(
    f"(?:~，)?(?:老师说，?)?当我(?:像|是|和)你(?:现在)?(?:这么大|一样大|这样大)(?:的)?时候?,?你(?:才|刚|只有|刚刚)?<a>岁,当你(?:像|是|和|到)我(?:现在)?(?:这么大|一样大|这样大)(?:的)?时候?,?我(?:已经|就|都|将)?(?:是|有)?<b>岁了?,(?P<q>[^，{NUMBER[1:-1]}]{{1,12}}){MANY}岁了?",
)
def _when_i_was_you(f: Found, work: Working) -> None:
    """From a to the younger one's age, to the older one's, to b: three times the difference."""
    span = work.step("从小的岁数到大的岁数，中间正好是三个年龄差", f["b"] - f["a"], "岁")
    gap = work.step("一个年龄差", span / num(3), "岁")
    q = f.word("q")
    if re.search("老师|爸|妈|爷|奶|叔|姐|哥", q) and not re.search("学生|同学|弟|妹|和", q):
        work.give(work.step("大的今年的年龄", f["b"] - gap, "岁"), "岁", "今年的年龄")
    elif re.search("学生|同学|弟|妹", q) and not re.search("老师|哥|姐|和", q):
        work.give(work.step("小的今年的年龄", f["a"] + gap, "岁"), "岁", "今年的年龄")
    else:
        raise Unfit


@frame(
    f"<s>年(?:之?前|以前)(?P<x>{_N})的?{_YEARS}是(?P<y>{_N})的?{_YEARS}?的?<k>倍,(?:再过)?<t>年(?:之?后|以后)(?P<v>{_N})的?{_YEARS}是(?P<w>{_N})的?{_YEARS}?的?<m>倍,(?:今年|现在)(?P<p>{_N})的?{_YEARS}?是(?P<r>{_N})的?{_YEARS}?的?{MANY}倍",
)
def _two_times(f: Found, work: Working) -> None:
    """Seven times ten years ago, twice in fifteen years: how many times now?"""
    if len({f.word(n) for n in "xvp"}) != 1 or len({f.word(n) for n in "ywr"}) != 1:
        raise Unfit
    if not f.value("k") > f.value("m") > 1:
        raise Unfit
    span = work.step("从那时到以后一共过了几年", f["s"] + f["t"], "年")
    # (k − 1)·y = (m − 1)·(y + span), as the difference stays
    right = work.step("年龄差不变：以后小的那一位多出的岁数对应的差", span * (f["m"] - num(1)), "岁")
    young = work.step("那时小的年龄", right / (f["k"] - f["m"]), "岁")
    old = work.step("那时大的年龄", young * f["k"], "岁")
    now = work.step("大的今年的年龄", old + f["s"], "岁")
    own = work.step("小的今年的年龄", young + f["s"], "岁")
    work.give(work.step("今年是几倍", now / own, "倍"), "倍", "今年的倍数")
