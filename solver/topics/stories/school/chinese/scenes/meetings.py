"""Two who go towards each other, one of them earlier: how long the other one goes until they meet, or how far apart they were.

Not read: who turns back, stops on the way, several meetings.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.scenes.scene import Found, Scene, kind
from solver.topics.stories.school.working import Term, Unfit

_GO: Final = "行驶|行|走|跑|骑|骑行|飞行|航行|前进|开"
_FOREIGN: Final = re.compile(
    "返|追|同向|同一方向|背向|背|休息|停|中点|第二次|倍|平均|慢|快(?!车|艇|递)|提前|晚"
)


@kind(
    {
        "apart": ("~(?:相距|相隔|距离(?:是|为)?|全长|长)<n:u>~",),
        "first": ("(?P<x>~)先(?:从~)?(?:出发|开出|{go})?(?:了)?<t:u>(?:后)?~", "(?P<x>~)先从~(?:出发|开出|{go})~"),
        "first_speed": ("(?P<x>~)先(?:以)?每(?P<p>小时|分钟|分)(?:{go})?<v:u>的速度(?:{go}|出发)(?:了)?<t:u>(?:后)?~",),
        "speed": ("(?P<x>~)(?:的速度是|的速度为|速度是|以)?每(?P<p>小时|分钟|分)(?:{go})?<v:u>(?:的速度)?~",),
        "then": ("<t:u>(?:以)?后(?P<y>~)(?:从~)?(?:出发|开出|开来|{go}|迎面)~", "(?:然后|接着|随后)?(?P<y>~)(?:才)?(?:从~|迎面)?(?:出发|开出|开来|相向而行|驶来)~", "~(?:相向|相对|面对面|迎面)(?:而行|行驶|开出|开来|{go})~"),
    },
    {
        "after": ("(?P<y>~)(?:出发|开出|{go})(?:后)?<?>(?:后)?~(?:能|可以|就|才|会)?(?:与~|和~)?相遇~", "(?:再|又)(?:经过|过|{go})?<?>(?:后)?~相遇~", "(?P<y>~)(?:{go}|开出|出发)(?:了)?<?>~(?:与~|和~)相遇~"),
        "way": ("~(?:相距|相隔|距离(?:是|为)?|长)<?>~",),
    },
    go=_GO,
)  # fmt: skip
def _head_start(s: Scene) -> None:
    if _FOREIGN.search(s.text) or not re.search("相遇", s.text) or s.question == "way":
        raise Unfit
    apart = s.one("apart")
    speeds = [*s.all("speed"), *s.all("first_speed")]
    if len(speeds) != 2 or len({f.word("p") for f in speeds}) != 1:
        raise Unfit
    if any(f.unit("v") != apart.unit("n") for f in speeds):
        raise Unfit
    early, late, lead = _order(s, speeds)
    unit = {"分": "分钟"}.get(speeds[0].word("p"), speeds[0].word("p"))
    if lead.unit("t") not in (unit, unit[0]) or s.asked.unit("?") not in (unit, unit[0]):
        raise Unfit
    length = apart.unit("n")
    alone = s.step("先走的路程＝速度×时间", early["v"] * lead["t"], length)
    rest = s.step("这时还相距多少", apart["n"] - alone, length)
    both = s.step("速度和", early["v"] + late["v"], length)
    term: Term = rest / both
    if term.value <= 0:
        raise Unfit
    s.give(s.step("相遇时间＝剩下的距离÷速度和", term, unit), unit, "相遇时间")


def _order(s: Scene, speeds: list[Found]) -> tuple[Found, Found, Found]:
    """The speed of the one that goes first, of the other one, and the clause that tells how long it goes alone."""
    first = [*s.all("first"), *s.all("first_speed")]
    if len(first) != 1:
        raise Unfit
    lead = first[0] if first[0].has("t") else next((f for f in s.all("then") if f.has("t")), None)
    if lead is None or sum(f.has("t") for f in (*first, *s.all("then"))) != 1:
        raise Unfit
    who = first[0].word("x")
    if first[0].has("v"):
        early = first[0]
    else:
        named = [f for f in speeds if who and f.word("x") and (who in f.word("x") or f.word("x") in who)]
        order = [f for _, f in s.told]
        behind = [f for f in speeds if order.index(f) > order.index(first[0])]
        if len(named) == 1:
            early = named[0]
        elif not named and len(behind) == 2 and not behind[0].word("x"):
            early = behind[0]
        else:
            raise Unfit
    late = next(f for f in speeds if f is not early)
    other = s.asked.word("y")
    if other and (who and (who in other or other in who)):
        raise Unfit
    return early, late, lead


@kind(
    {
        "apart": ("{two}~(?:相距|相隔|距离(?:是|为)?|全长|长)<n:u>~", "~相距<n:u>的~(?:相向|相对|面对面|迎面)(?:而行|行驶|开出|开来|{go})~"),
        "speed": ("(?P<x>~)(?:的速度是|的速度为|速度是|以)?每(?P<p>小时|分钟|分)(?:{go})?<v:u>(?:的速度)?~",),
        "towards": ("{two}~(?:从~)?(?:同时)?(?:从~)?(?:出发|开出|出门)?~(?:相向|相对|面对面|迎面)(?:而行|行驶|开出|开来|{go})~",),
        "set_off": ("{two}~<i>辆~(?:和|与)<k>辆~(?:分别)?(?:同时)?从~(?:同时)?(?:出发|开出)", "{two}~(?:分别)?(?:同时)?从~(?:同时)?(?:出发|开出)"),
        "at": ("~?相遇(?:时|的时候)",),
    },
    {
        "when": ("~(?:经过|过)?<?>(?:后|以后|之后)?~相遇~", "~相遇~(?:需要|要|用)<?>"),
        "far": ("(?:相遇(?:时|的时候))?(?P<y>~)(?:一共|共)?(?:{go})(?:了)?<?>",),
    },
    go=_GO, two="(?:[甲乙a-d][、和与]?[甲乙a-d])?",
)  # fmt: skip
def _at_once(s: Scene) -> None:
    """Both set out at the same time: when they meet, and how far one of them has come by then."""
    apart, speeds = s.one("apart"), s.all("speed")
    if (
        _FOREIGN.search(s.text)
        or "相遇" not in s.text
        or "先" in s.text
        or "同时" not in s.text
        or len(speeds) != 2
    ):
        raise Unfit
    if (
        len(s.all("at", "towards", "set_off")) != len(s.told) - 3
        or any(f.value(n) != 1 for f in s.all("set_off") for n in "ik")
        or not re.search("相向|相对|面对面|迎面", s.text)
    ):
        raise Unfit
    length, per = apart.unit("n"), speeds[0].word("p")
    unit = {"分": "分钟"}.get(per, per)
    if any(f.unit("v") != length or f.word("p") != per for f in speeds) or speeds[0].word("x") == speeds[
        1
    ].word("x"):
        raise Unfit
    both = s.step("速度和", speeds[0]["v"] + speeds[1]["v"], length)
    time = s.step("相遇时间＝路程÷速度和", apart["n"] / both, unit)
    if s.question == "when":
        if s.asked.unit("?") not in (unit, unit[0]):
            raise Unfit
        s.work.give(time, unit, "相遇时间")
        return
    named = s.asked.word("y")
    mine = [f for f in speeds if named and f.word("x") and (f.word("x") in named or named in f.word("x"))]
    if len(mine) != 1 or s.asked.unit("?") != length:
        raise Unfit
    name = mine[0].word("x")
    s.work.give(
        s.step(f"{name}行的路程＝速度×时间", mine[0]["v"] * time, length), length, f"相遇时{name}行的路程"
    )
