"""Intervals: trees along a road, sawing, stairs, a striking clock."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.frames import ASK, Found, frame, one_unit
from solver.topics.stories.school.chinese.marks import NUMBER
from solver.topics.stories.school.working import Term, Unfit, Working, num

# -- intervals -----------------------------------------------------------------------------------------

_ROAD: Final = "~(?:(?:长|全长|相距)(?:是|为|约)?)?<n:u>长?(?:的~)?,~(?:从头到尾)?(?:每隔|隔|每)<k:u>~(?:种|栽|植|插|安装|装|放|立|竖|挂|摆)~(?:@$U)?~(?:@$U)?"
_ENDS: Final = "(?:两端|两头|首尾|起点和终点)(?:都|各)?(?:要|也)?(?:种|栽|植|插|装|安装|放|挂)?"


@frame(
    f"{_ROAD},[(（]?{_ENDS}(?:@$U)?[)）]?,~{ASK}$U~",
    f"{_ROAD},~{ASK}$U~[(（]{_ENDS}[)）]",
)
def _trees_both_ends(f: Found, work: Working) -> None:
    _trees(f, work, 1)


@frame(
    f"~(?:每隔|隔|每)<k:u>~(?:种|栽|植|插|安装|装|放|立|竖|挂|摆)~(?:@$U)?~,(?:~)?(?:长|全长|路长)(?:是|为|约)?<n:u>,~{_ENDS},~{ASK}$U~",
)
def _trees_all(f: Found, work: Working) -> None:
    _trees(f, work, 1)


@frame(f"{_ROAD},(?:两端|两头)(?:都)?不(?:种|栽|植|插|装|安装|放),~{ASK}$U~")
def _trees_no_end(f: Found, work: Working) -> None:
    _trees(f, work, -1)


@frame(
    f"(?:在)?(?:两|@)(?:座|栋|幢)?(?:楼房?|大楼|教学楼|房子)(?:之)?间(?:相距|的距离是|距离)<n:u>,~(?:每隔|隔|每)<k:u>~(?:种|栽|植)~(?:@$U)?,~{ASK}$U~"
)
def _trees_between(f: Found, work: Working) -> None:
    _trees(f, work, -1)


def _trees(f: Found, work: Working, more: int) -> None:
    if re.search("四周|圆|周围|环", f.text):
        raise Unfit
    both = re.search("两[侧边旁]", f.text)
    if both and "不" in f.text:
        raise Unfit
    (n, k), _ = one_unit(work, f, "n", "k")
    if (n.value / k.value).denominator != 1:
        raise Unfit
    gaps = work.step("有多少个间隔", n / k, "个")
    if more > 0:
        row = work.step("一边有多少：两端都有，比间隔数多 1", gaps + num(1))
        work.give(work.step("两边一共有多少", row * num(2)) if both else row, "", "总数")
    else:
        work.give(work.step("两端都没有，比间隔数少 1", gaps - num(1)), "", "总数")


@frame(
    f"~(?:锯|剪|截|切|砍)(?:成|了)?<n>(?:段|截|断|根),?(?:需要|需|要|用|用了|花了|花)?(?:共)?<t:u>,(?:~(?:锯|剪|截|切)成)<k>(?:段|截|断|根),?~{ASK}$U~",
    f"~(?:锯|剪|截|切|砍)(?:成|了)?<n>(?:段|截|断|根)(?:需要|需|要|用|用了|花了|花)<t:u>,(?:~(?:锯|剪|截|切)成)<k>(?:段|截|断|根),?~{ASK}$U~",
)
def _sawing(f: Found, work: Working) -> None:
    f.whole("n", "k")
    if re.search("每段|再|又|另", f.text):
        raise Unfit
    if f.value("n") < 2 or f.value("k") < 2:
        raise Unfit
    cuts = work.step("要锯几次（次数比段数少 1）", f["n"] - num(1), "次")
    each = work.step("锯一次要多长时间", f["t"] / cuts, f.unit("t"))
    more = work.step("后来要锯几次", f["k"] - num(1), "次")
    work.give(work.step("一共要多长时间", each * more, f.unit("t")), f.unit("t"), "一共要的时间")


@frame(
    f"~(?:锯|截|切|剪)(?:成)<k>(?:段|截|断|根),(?:每|锯|截|切|剪)+(?:下|开|断)?(?:@次|一处|一段|一次|一下|@段)?,?(?:需要|需|要|用)<t:u>,~{ASK}$U~"
)
def _sawing_each(f: Found, work: Working) -> None:
    f.whole("k")
    cuts = work.step("要锯几次（次数比段数少 1）", f["k"] - num(1), "次")
    work.give(work.step("一共要多长时间", cuts * f["t"], f.unit("t")), f.unit("t"), "一共要的时间")


_FLOORS: Final = "一二三四五六七八九"
_FLOOR: Final = f"(?:{NUMBER}|[一二三四五六七八九])(?:楼|层)"


def _floor(f: Found, name: str) -> Term:
    char = f.word(name)
    value = f._marks.values.get(char)
    number = num(value if value is not None else _FLOORS.index(char) + 1)
    if number.value.denominator != 1:
        raise Unfit
    return number


def _at(name: str) -> str:
    return f"(?P<{name}>{NUMBER}|[一二三四五六七八九])(?:楼|层)"


@frame(
    f"~从{_at('a')}(?:走|跑|爬|上|乘电梯)?到{_at('b')},?(?:用|需要|要|需|有|共有|共用|一共有|花|走)+了?<t:u>(?:台阶)?,~从{_at('c')}(?:走|跑|爬|上)?到{_at('d')},?~(?:{ASK}$U~|多长时间)",
)
def _stairs(f: Found, work: Working) -> None:
    a, b, c, d = (_floor(f, name) for name in "abcd")
    if not (a.value < b.value and c.value < d.value):
        raise Unfit
    flights = work.step("先走的有几层楼梯", b - a, "层")
    each = work.step("每层楼梯是多少", f["t"] / flights, f.unit("t"))
    more = work.step("后走的有几层楼梯", d - c, "层")
    work.give(work.step("一共是多少", each * more, f.unit("t")), f.unit("t"), "要求的数")


@frame(f"~<a>点钟?敲<b>下,<t:u>(?:敲完)?,~<c>点钟?敲<d>下,?~{ASK}$U~")
def _clock(f: Found, work: Working) -> None:
    if f.value("a") != f.value("b") or f.value("c") != f.value("d") or f.value("b") < 2:
        raise Unfit
    gaps = work.step("先敲的有几个间隔", f["b"] - num(1), "个")
    each = work.step("每个间隔多长", f["t"] / gaps, f.unit("t"))
    more = work.step("后敲的有几个间隔", f["d"] - num(1), "个")
    work.give(work.step("一共多长时间", each * more, f.unit("t")), f.unit("t"), "一共要的时间")
