"""The same rate for other amounts: 5本用了8.5元, 买8本要多少元; 3台4小时织96米, 5台6小时织多少米.

Only where it is said that the rate stays the same (照这样, 同样的…). Not read: what is still to be done, jobs that more hands end sooner.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.marks import SCALES, unit_of
from solver.topics.stories.school.chinese.scenes.scene import Found, Scene, kind
from solver.topics.stories.school.working import Term, Unfit

_SAME: Final = re.compile(
    "照这样|按这样|(?:同样|这样|相同|不变)的?(?:速度|价[钱格]|单价|效率)|(?:速度|效率|单价|价格)不变"
)
_TIMES: Final = frozenset("小时 天 分钟 秒 周 月 年 次 趟".split())
_HANDS: Final = frozenset("人 台 辆 头 匹 只 名 组 条 架".split())
_PIECES: Final = frozenset("支 本 个 块 张 件 瓶 袋 箱 盒 套 双 棵".split())
_NO_NOUN: Final = "要可需能共用一买卖同这平每正就都才会合总花付得完生加织耕运修种磨做"
_FOREIGN: Final = re.compile(
    "再|还|又|提前|增加|减少|剩|余|倍|先|后来|共同|合作|比|各|平均|每|其中|往返|来回|去时"
)
_QUANTITY: Final = "~<a:u>~"


@kind(
    {
        "three": ("~<a:u>~<b:u>~<c:u>~",),
        "two": ("~<a:u>~<b:u>~",),
        "one": (_QUANTITY,),
    },
    {
        "three": ("~<a:u>~<b:u>~<?>~", "~<a:u>~<?>~<b:u>~", "~<?>~<a:u>~<b:u>~"),
        "two": ("~<a:u>~<?>~", "~<?>~<a:u>~"),
    },
)  # fmt: skip
def _same_rate(s: Scene) -> None:
    if not _SAME.search(s.text) or _FOREIGN.search(_SAME.sub("", s.text)):
        raise Unfit
    told = [pair for _, f in s.told for pair in _quantities(f)]
    asked = _quantities(s.asked)
    wanted = unit_of(s.asked.word("_u"), "")
    if wanted in ("钱", "块钱"):
        wanted = "元"
    units = [unit for _, unit in told]
    if len(set(units)) != len(units) or not wanted or wanted not in units:
        raise Unfit
    if sorted([wanted, *(unit for _, unit in asked)]) != sorted(units):
        raise Unfit
    if any(_counts_others(s.text, unit) for unit in _HANDS | _PIECES if unit in units):
        raise Unfit
    before, now = {u: t for t, u in told}, {u: t for t, u in asked}
    if len(units) == 2:
        _simple(s, before, now, wanted)
    elif len(units) == 3:
        _double(s, before, now, wanted, units[0])
    else:
        raise Unfit


def _counts_others(text: str, unit: str) -> bool:
    """Whether the same word counts two different things: 4台机器 and 5台车床."""
    nouns = re.findall(
        rf"(?:[\d\ue000-\uf8ff]|[一二两三四五六七八九十几]|多少){unit}(?:同样的|这样的|相同的)?(?![{_NO_NOUN}])([\u4e00-\u9fff]{{2}})",
        text,
    )
    return len(set(nouns)) > 1 and not any(a[0] == b[0] for a in nouns[:1] for b in nouns[1:])


def _quantities(f: Found) -> list[tuple[Term, str]]:
    return [(f[n], unit_of(f.word(f"{n}_u"), "")) for n in "abc" if f.has(n)]


def _simple(s: Scene, before: dict[str, Term], now: dict[str, Term], wanted: str) -> None:
    (other,) = now
    if {other, wanted} <= _TIMES | _HANDS:
        raise Unfit  # more hands end a job sooner
    if other in _TIMES or wanted not in _TIMES:
        each = s.step(f"每{other}是多少{wanted}", before[wanted] / before[other], wanted)
        s.give(s.step("照这样一共多少", each * now[other], wanted), wanted, "要求的数量")
        return
    each = s.step(f"每{wanted}是多少{other}", before[other] / before[wanted], other)
    s.give(s.step("照这样需要多少", now[other] / each, wanted), wanted, "要求的数量")


def _double(s: Scene, before: dict[str, Term], now: dict[str, Term], wanted: str, first: str) -> None:
    """Hands, time, what they make: what one makes in one unit of time stays the same."""
    times = [u for u in before if u in _TIMES]
    makers = [u for u in before if u in _HANDS and (u == first or u not in SCALES)]
    if len(times) != 1 or not makers or makers[0] != first and len(makers) != 1:
        raise Unfit
    time, hand = times[0], first if first in makers else makers[0]
    (product,) = set(before) - {time, hand}
    one = s.step(f"每{hand}每{time}是多少{product}", before[product] / before[hand] / before[time], product)
    if wanted == product:
        term = one * now[hand] * now[time]
    else:
        known = time if wanted == hand else hand
        part = s.step(f"一{wanted}是多少{product}", one * now[known], product)
        term = now[product] / part
    s.give(s.step("照这样是多少", term, wanted), wanted, "要求的数量")
