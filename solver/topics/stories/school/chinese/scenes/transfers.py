"""Stories of two amounts of which one gives to the other: both have the same then, or so many more, or so many times as many.

Told before: the sum of both, both of them, one and how it compares, or their ratio (then the other one's amount afterwards). Not read: three owners, two gifts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from solver.topics.stories.school.chinese.scenes.scene import Found, Scene, kind
from solver.topics.stories.school.working import Term, Unfit, num

_THING: Final = "(?:的?~)"
_MEASURE: Final = "(?:的)?(?:质量|重量|数量|棵数|本数|人数|存粮|存粮的质量|存粮的吨数|图书|书|油|水|钱数|钱)?(?:数|的质量|的数量)?"
_MOVE: Final = "取出|拿出|倒出|运出|调出|搬出|借出|拿|取|调|运|搬|倒|抽调|抽出|抽|给|送给|送|借给|借"
_INTO: Final = "放入|放到|放进|倒入|倒进|运到|运入|运往|调到|调入|调往|搬到|搬入|给|到|去|装入|装到|借给"
_EVEN: Final = "一样多|同样多|相等|一样重|同样重|相同|正好相等|就相等"


@dataclass(slots=True)
class _Pair:
    first: str
    second: str

    def which(self, text: str) -> int:
        """0 or 1: which of the two is meant."""
        text = _bare(text)
        near = [
            i
            for i, n in enumerate((self.first, self.second))
            if text == n or text and n and (n in text or text in n)
        ]
        if len(near) != 1:
            raise Unfit
        return near[0]


def _bare(text: str) -> str:
    return re.sub(
        "^(?:如果|若|从|把|将|原来|这时|那么|其中)+|(?:原来|原|现在|中|里|的|有|就|则|还|各|存|图书|书|这时|共)+$",
        "",
        text,
    )


@kind(
    {
        "sum": ("<a~>[和与、]<b~>(?:两(?:人|个~|堆~|筐~|桶~|队~|班~|车~|书架~|仓~|组~|箱~|袋~|层~)?|(?P<two>[\ue000-\ue7ff])(?:个|堆|筐|桶|箱|袋|人|层|组|队|班)~)?(?:一共|共|总共)(?:有|重|存放|存|装|放)*{thing}?<sum:u>~", "(?:两|(?P<two>[\ue000-\ue7ff]))(?:个|堆|筐|桶|箱|袋|人|层|组|队|班)~(?:一共|共|总共)(?:有|重|存放|存|装|放)*{thing}?<sum:u>~"),
        "has": ("<x~>(?:原来|原)?(?:有|重|存|装)(?:了|着)?{thing}?<n:u>~",),
        "compared": ("<x~>(?:的~)?比<y~>(?:的~)?(?P<s>多|少)(?:了)?<d:u>~", "<x~>(?:的~|有{thing}?)?{m}是<y~>(?:的~)?{m}的?<k>倍"),
        "ratio": ("<a~>[、和与]<b~>(?:两(?:人|个~|堆~|筐~|桶~|队~|班~|车~|仓~)?|(?P<two>[\ue000-\ue7ff])(?:个|堆|筐|桶|箱|袋|人|层|组|队|班)~)?{thing}?{m}(?:的|之)?比是<p>比<q>",),
        "moved": ("(?:从)?<v~>(?:中|里)?(?:{move})(?:了|走|出)*<g:u>(?:{thing})?(?:{into})<w~>(?:中|里|去)?(?:后|以后|之后)?", "<v~>(?:给|送给|借给)(?:了)?<w~><g:u>{thing}?(?:后|以后|之后)?", "(?:从)?<v~>(?:中|里)?(?:{move})(?:了|走|出)*(?:自己|它|其)?{thing}?的<%f>(?:{into})<w~>(?:中|里|去)?(?:后|以后|之后)?"),
        "even": ("(?:(?:这时|则|那么)?(?P<k3>[\ue000-\ue7ff]|两)(?:$U)?)?~(?:就|正好|恰好|则|刚好)*(?:{even})(?:了)?~",),
        "apart": ("<x~>(?:就|还|则|仍)*比<y~>(?:还)?(?P<s>多|少)<d2:u>~",),
        "times": ("<x~>(?:的~)?{m}(?:就|正好|恰好|则)*是<y~>(?:的~)?{m}的?<k2>倍",),
        "after": ("<x~>(?:就|这时|则|现在)*(?:有|重|存有|存)(?:了)?{thing}?<c:u>~",),
    },
    {
        "each": ("~<x~>[和与、]<y~>(?:(?P<k4>[\ue000-\ue7ff]|两)(?:$U|仓库)?)?(?:~)?(?:原来|原|原先)(?:各|分别)(?:有|重|存|装)*(?P<t>~)<?>~", "~<x~>[和与、]<y~>(?:~)?(?:各|分别)?(?:原来|原|原先)(?:各|分别)?(?:有|重|存|装)*(?P<t>~)<?>~"),
        "one": ("~<x~>(?:原来|原|原先)(?:有|重|存|装)*(?P<t>~)<?>~", "原来<x~>(?:有|重|存|装)*(?P<t>~)<?>~"),
        "give": ("<v~>(?:给|送给|借给)(?:了)?<w~><?>~", "(?:从)?<v~>(?:中|里)?(?:{move})<?>~(?:{into})<w~>(?:中|里)?"),
    },
    thing=_THING, m=_MEASURE, move=_MOVE, into=_INTO, even=_EVEN,
)  # fmt: skip
def _transfers(s: Scene) -> None:
    unit = s.asked.unit("?")
    for _, f in s.told:
        if any(f.has(k) and f.unit(k) != unit for k in ("sum", "n", "d", "g", "d2", "c")):
            raise Unfit
    if s.question == "give":
        _needed(s, unit)
        return
    moved = s.one("moved")
    if not s.all("ratio", "sum"):
        _by_times(s, moved, unit)
        return
    start = s.one("ratio") if s.all("ratio") else s.one("sum")
    if start.has("two") and start.value("two") != 2:
        raise Unfit
    names = (start.word("a"), start.word("b")) if start.has("a") else (moved.word("v"), moved.word("w"))
    pair = _Pair(*(_bare(n) for n in names))
    if not pair.first or not pair.second or pair.first == pair.second:
        raise Unfit
    giver, getter = pair.which(moved.word("v")), pair.which(moved.word("w"))
    if giver == getter:
        raise Unfit
    found = _by_ratio(s, pair, giver, unit) if s.all("ratio") else _by_sum(s, pair, giver, unit)
    asked = [pair.which(s.asked.word(key)) for key in "xy" if s.asked.has(key)]
    if len(set(asked)) != len(asked):
        raise Unfit
    called = [(pair.first, pair.second)[i] for i in asked]
    s.give(found[asked[0]], unit, f"{called[0]}原来的数量")
    for i, name in zip(asked[1:], called[1:], strict=True):
        if found[i].value.denominator != 1 and found[asked[0]].value.denominator == 1:
            raise Unfit
        s.work.give_also(found[i], unit, f"{name}原来的数量")


def _by_times(s: Scene, moved: Found, unit: str) -> None:
    """Three times as much; a gift of 20 makes both the same: two times the other one is twice the gift."""
    told = s.one("compared")
    if (
        not told.has("k")
        or not moved.has("g")
        or len(s.all("even")) != 1
        or s.all("has", "apart", "times", "after")
    ):
        raise Unfit
    pair = _Pair(_bare(told.word("x")), _bare(told.word("y")))
    if not pair.first or not pair.second or pair.first == pair.second or told.value("k") <= 1:
        raise Unfit
    if pair.which(moved.word("v")) != 0 or pair.which(moved.word("w")) != 1:
        raise Unfit
    gap = s.step("原来相差多少（给出的要算两次）", moved["g"] * num(2), unit)
    more = s.step(f"{pair.first}比{pair.second}多几倍", told["k"] - num(1), "倍")
    small = s.step(f"{pair.second}原来有多少", gap / more, unit)
    found = [s.step(f"{pair.first}原来有多少", small * told["k"], unit), small]
    asked = [pair.which(s.asked.word(key)) for key in "xy" if s.asked.has(key)]
    if len(set(asked)) != len(asked):
        raise Unfit
    names = (pair.first, pair.second)
    s.give(found[asked[0]], unit, f"{names[asked[0]]}原来的数量")
    for i in asked[1:]:
        s.work.give_also(found[i], unit, f"{names[i]}原来的数量")


def _by_sum(s: Scene, pair: _Pair, giver: int, unit: str) -> list[Term]:
    moved, total = s.one("moved"), s.one("sum")["sum"]
    if not moved.has("g") or s.all("has", "compared", "after"):
        raise Unfit
    gift = moved["g"]
    ends = s.all("even", "apart", "times")
    if len(ends) != 1:
        raise Unfit
    end = ends[0]
    if s.all("even"):
        half = s.step("后来两边同样多，每边有多少", total / num(2), unit)
        left, right = half, half
    elif s.all("apart"):
        more = pair.which(end.word("x" if end.word("s") == "多" else "y"))
        if pair.which(end.word("x")) == pair.which(end.word("y")):
            raise Unfit
        small = s.step("后来较少的一边：（和－差）÷2", (total - end["d2"]) / num(2), unit)
        big = s.step("后来较多的一边", small + end["d2"], unit)
        left, right = (big, small) if more == giver else (small, big)
    else:
        more = pair.which(end.word("x"))
        if more == pair.which(end.word("y")) or end.value("k2") <= 1:
            raise Unfit
        shares = s.step("后来一共是较少的一边的几倍", end["k2"] + num(1), "倍")
        small = s.step("后来较少的一边", total / shares, unit)
        big = s.step("后来较多的一边", total - small, unit)
        left, right = (big, small) if more == giver else (small, big)
    return _before(s, pair, giver, (left, right), gift, unit)


def _before(s: Scene, pair: _Pair, giver: int, after: tuple[Term, Term], gift: Term, unit: str) -> list[Term]:
    names = (pair.first, pair.second)
    gave = s.step(f"{names[giver]}给出以前（加上给出的）", after[0] + gift, unit)
    got = s.step(f"{names[1 - giver]}得到以前（减去得到的）", after[1] - gift, unit)
    return [gave, got] if giver == 0 else [got, gave]


def _by_ratio(s: Scene, pair: _Pair, giver: int, unit: str) -> list[Term]:
    """5 : 3, a fifth of the first goes over: the second then has 4 of such parts, that is 96."""
    moved, ratio, after = s.one("moved"), s.one("ratio"), s.one("after")
    if not moved.has("f") or s.all("sum", "has", "compared", "even", "apart", "times"):
        raise Unfit
    parts = [ratio["p"], ratio["q"]]
    names = (pair.first, pair.second)
    which = pair.which(after.word("x"))
    out = s.step(f"{names[giver]}给出的相当于几份", parts[giver] * moved["f"], "份")
    now = parts[which] - out if which == giver else parts[which] + out
    now = s.step(f"{names[which]}后来相当于几份", now, "份")
    one = s.step("每份是多少", after["c"] / now, unit)
    return [s.step(f"{names[i]}原来有多少", one * parts[i], unit) for i in (0, 1)]


def _needed(s: Scene, unit: str) -> None:
    """Half of the difference has to go over."""
    if len(s.all("even")) != 1 or s.all("moved", "sum", "ratio", "apart", "times", "after"):
        raise Unfit
    held, compared = s.all("has"), s.maybe("compared")
    if len(held) + (compared is not None) != 2 or not held:
        raise Unfit
    amounts = {_bare(f.word("x")): f["n"] for f in held}
    if compared:
        x, y = _bare(compared.word("x")), _bare(compared.word("y"))
        base, new = (y, x) if y in amounts else (x, y)
        if base not in amounts or new in amounts:
            raise Unfit
        if compared.has("k"):
            if base != y:
                raise Unfit
            term = amounts[base] * compared["k"]
        else:
            up = (compared.word("s") == "多") == (base == y)
            term = amounts[base] + compared["d"] if up else amounts[base] - compared["d"]
        amounts[new] = s.step(f"{new}有多少", term, unit)
    giver, getter = _bare(s.asked.word("v")), _bare(s.asked.word("w"))
    if {giver, getter} != set(amounts) or giver == getter:
        raise Unfit
    gap = s.step("相差多少", amounts[giver] - amounts[getter], unit)
    s.give(s.step("给出相差的一半，两边就同样多", gap / num(2), unit), unit, "要给的数量")
