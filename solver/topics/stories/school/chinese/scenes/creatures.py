"""Stories of heads and legs, of cars and their wheels, of matches won and lost: how many there are of each of two kinds.

What one of a kind has is common knowledge, or told (a win gives two points). Not read: three kinds, draws whose number is not told.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.marks import unit_of
from solver.topics.stories.school.chinese.scenes.scene import Found, Scene, kind
from solver.topics.stories.school.working import Term, Unfit, num
from solver.topics.stories.word_problems.chinese.lexicon import common

_COUNTED: Final = "(?:数(?P<o>[\ue000-\ue7ff]|一|了)?数|数了数|数起来|从上面数|从下面数|从上往下数|从下往上数|它们|这些~|地上|地面上|他|她|小.|发现)?"
_ALL: Final = "(?:一共|总共|共|合计|正好|恰好)?(?:有|是|为|数出|数到)?"
_LEG: Final = "腿|脚|轮子|车轮|轮胎|轮|足"


@kind(
    {
        "named": ("~(?:有|养了?着?|停着?|停放着?|停了|关着?)?(?:若干|一些|几)?(?:$U)?<a~>[和与、]<b~>(?:若干|一些)?(?:$U)?(?:两种~|同笼|关在~|若干~|在~笼子?[里中]?)?", "(?P<cage>鸡兔)(?:同笼|关在.*|若干~|同在.*)", "~(?:有|养了?|停着?|停放着?|停了|关着?)(?:若干|一些|几)?(?:$U)?<a~>[和与、]<b~>{all}<n:u>~"),
        "heads": ("~{counted}~{all}<n>(?:个|只)?头", "~{counted}(?:头|头数|头的数量)(?:数)?{all}<n>(?:个|只)", "~{counted}{all}<n:u>~"),
        "has": ("(?:已知|每|其中|一|<o>)?(?:$U)?<x~>(?:都)?(?:有|是)?(?P<n>[\ue000-\ue7ff]|两)(?:条|只|个)(?P<part>{leg})",),
        "legs": ("~{counted}~{all}<m>(?:条|只|个)?(?P<part>{leg})", "~{counted}~(?P<part>{leg})(?:数|的数量)?{all}<m>(?:条|只|个)"),
    },
    {
        "each": ("~<x~>[和与、]<y~>(?:各|分别)(?:有|停|停了|养了|养)*<?>~",),
        "each_both": ("(?P<x>鸡)(?P<y>兔)(?:各|分别)(?:有)?<?>~",),
        "one": ("~(?:有|其中)?<x~>(?:有|停了|停着)*<?>~", "~(?:有|养了)<?><x~>"),
    },
    counted=_COUNTED, all=_ALL, leg=_LEG,
)  # fmt: skip
def _creatures(s: Scene) -> None:
    legs, named = s.one("legs"), s.maybe("named")
    if re.search("[少多]|比|倍|剩|飞走|开走|又来", s.text.replace("多少", "")):
        raise Unfit
    heads = s.maybe("heads")
    if (
        heads is None
        and (named is None or not named.has("n"))
        or heads is not None
        and named is not None
        and named.has("n")
    ):
        raise Unfit
    for f in (heads, legs):
        if f is not None and f.has("o") and f.word("o") not in "一了" and f.value("o") != 1:
            raise Unfit
    counted = heads if heads is not None else named
    assert counted is not None
    asked = [_name(s.asked.word(key)) for key in "xy" if s.asked.has(key)]
    kinds = _kinds(named, asked)
    if not set(asked) <= set(kinds) or s.question != "one" and len(asked) != 2:
        raise Unfit
    part = legs.word("part")
    each = {
        name: common(name, "腿" if part in ("足", "脚") else "轮子" if "轮" in part else part)
        for name in kinds
    }
    for f in s.all("has"):
        name = _name(f.word("x"))
        if name not in each or f.word("part")[0] != part[0] or f.has("o") and f.value("o") != 1:
            raise Unfit
        told = 2 if f.word("n") == "两" else int(f.value("n"))
        if each[name] not in (None, told):
            raise Unfit
        each[name] = told
    if None in each.values() or len(set(each.values())) != 2:
        raise Unfit
    unit = unit_of(s.asked.word("_u"), "")
    if counted.has("n_u") and counted.unit("n") != unit or not unit:
        raise Unfit
    (a, p), (b, q) = sorted(
        ((name, num(value or 0)) for name, value in each.items()), key=lambda one: -one[1].value
    )
    found = _two(s, counted["n"], legs["m"], (a, p), (b, q), unit, part)
    _give(s, found, asked, unit)


def _name(text: str) -> str:
    text = re.sub("^.*?(?:有|养了?着?|停放?着?了?|关着?)(?:若干|一些|几|些)?[只辆头匹]?(?=.)", "", text)
    return re.sub("^(?:一些|若干|这些|其中|那么|有)|(?:有|各|一些|若干)$", "", text)


def _kinds(named: Found | None, asked: list[str]) -> tuple[str, str]:
    if named is None:
        if len(asked) != 2:
            raise Unfit
        return asked[0], asked[1]
    if named.has("cage"):
        return "鸡", "兔"
    first, second = (_name(named.word(key)) for key in "ab")
    for word in asked:
        if first != word and first.endswith(word):
            first = word
    if first == second:
        raise Unfit
    return first, second


def _two(
    s: Scene, count: Term, total: Term, more: tuple[str, Term], less: tuple[str, Term], unit: str, what: str
) -> dict[str, Term]:
    """If all were of the kind with fewer, so many would be missing; each of the other kind makes up for some."""
    (a, p), (b, q) = more, less
    least = s.step(f"假设全部是{b}，一共有多少{what}", q * count)
    gap = s.step("实际比这多多少", total - least)
    each = s.step(f"每把一个{b}换成{a}，多出多少", p - q)
    many = s.step(f"{a}的数量", gap / each, unit)
    few = s.step(f"{b}的数量", count - many, unit)
    if any(t.value.denominator != 1 or t.value < 0 for t in (many, few)):
        raise Unfit
    return {a: many, b: few}


def _give(s: Scene, found: dict[str, Term], asked: list[str], unit: str) -> None:
    s.work.give(found[asked[0]], unit, f"{asked[0]}的数量")
    for name in asked[1:]:
        s.work.give_also(found[name], unit, f"{name}的数量")


_WIN: Final = "胜|赢"
_LOSE: Final = "负|输|败"


@kind(
    {
        "win": ("~(?:每)?(?:{win})(?:一|<o>)?场(?:得|积|记|可得|计)<p>分",),
        "lose": ("~(?:每)?(?:{lose})(?:一|<o>)?场(?:得|积|记|可得|计)<q>分",),
        "decided": ("~每场~(?:都要|必须|都|要)?(?:分出|决出)?(?:胜负)~", "~没有平局~", "(?:没有|无)平局"),
        "played": ("~(?:一共|共|总共)?(?:打|赛|进行|比赛|参加|踢)?(?:了)?<n>场(?:比赛)?(?:中|后|里)?", "~<n>场(?:比赛)?~(?:一共|共|总共)?(?:得|积|获得|得到)(?:了|到)?<s>分"),
        "points": ("~(?:一共|总共|共|最后|最终|总积分)?(?:得|积|获得|得到)(?:了|到)?<s>分",),
    },
    {
        "each": ("~(?:{win})(?:场)?[和与、]?(?:{lose})(?:场)?(?:各|分别)(?:是|有)?<?>场?~",),
        "won": ("~(?:{win})(?:了)?<?>场?~",), "lost": ("~(?:{lose})(?:了)?<?>场?~",),
    },
    win=_WIN, lose=_LOSE,
)  # fmt: skip
def _matches(s: Scene) -> None:
    win, lose, played = s.one("win"), s.one("lose"), s.one("played")
    if (
        "平" in s.text
        and not re.search("(?:没有|无)平局", s.text)
        or any(f.has("o") and f.value("o") != 1 for f in (win, lose))
    ):
        raise Unfit
    points = s.maybe("points")
    if (points is None) == (not played.has("s")):
        raise Unfit
    total = points["s"] if points else played["s"]
    if win.value("p") <= lose.value("q"):
        raise Unfit
    found = _two(s, played["n"], total, ("胜场", win["p"]), ("负场", lose["q"]), "场", "分")
    asked = {"each": ["胜场", "负场"], "won": ["胜场"], "lost": ["负场"]}[s.question]
    _give(s, found, asked, "场")
