"""The average speed there and back: the whole way divided by the whole time, and not the mean of the two speeds.

    2d ÷ (d/v + d/w); where no distance is told, any one will do

Read: two speeds, or the distance and two times. Not read: rests, other ways back.
"""

from __future__ import annotations

import re
from fractions import Fraction
from math import gcd, lcm
from typing import Final

from solver.topics.stories.everyday.kinds import Story, en, kind, value, zh
from solver.topics.stories.school.working import Term, Unfit, Working, num

_V: Final = r"(?P<v{0}>\d+(?:\.\d+)?) (?P<u{0}>km/h|miles/h|m/min|m/s|cm/s)"
_WAY_BACK: Final = r"(?: (?:home|downstream|upstream|(?:by|along|on) the same (?:road|route|way|path)|the same way|along it|again|to (?:the start|[a-z]|the (?:bottom|top))|from (?:there|[a-z])|(?:on|for) the (?:way back|return(?: journey| trip)?)))*"
_BACK: Final = rf"(?:on the way back(?: (?:he|she|it) (?:drives|rides|goes|travels|walks))?|(?:he |she |it |they )?(?:then )?(?:(?:drives|rides|goes|travels|walks|cycles|runs|comes|flies|sails|came|went|drove|rode|walked) )?(?:returns?|returned|back|down|up)){_WAY_BACK} at (?:an average speed of |a speed of )?{_V.format(2)}{_WAY_BACK}"
_GO: Final = r"(?:drives|rides|goes|travels|walks|cycles|runs|flies|sails|drove|rode|travelled|traveled|went|walked|cycled|ran)"
_OUT: Final = rf"{en(3)}{_GO} (?:<d> (?P<x>km|miles|m) )?(?:{en(7)})?at (?:an average speed of |a speed of )?{_V.format(1)}(?: on the way there)?"
_WHOLE: Final = r"(?: (?:for|of|on|over|during) (?:the|his|her|its|this) (?:(?:whole|entire|total|complete|round|return)(?: and \w+)? )?(?:journey|trip|round trip|ride|way|drive)(?: there and back)?| there and back| both ways| there and back again)?"


@kind(
    r"\baverage speed\b",
    "en",
    {
        "both": (rf"{_OUT} ?,? ?(?:and |then |but )*{_BACK}",),
        "out": (_OUT,),
        "back": (_BACK,),
        "ask": (rf"(?:what (?:is|was)|find|calculate|work out) (?:the|his|her|its|their) average speed{_WHOLE}(?: ?,? ?in (?:km/h|miles/h|m/min|m/s))?",),
    },
)  # fmt: skip
def _in_english(s: Story, work: Working) -> None:
    if re.search(r"average speed (?:for|of|on) (?:the|his|her|its) return (?:journey|trip)", s.text):
        raise Unfit  # the way back alone, or there and back
    distance = s.told("d") if s.has("d") else None
    units = {"km": "km/h", "miles": "miles/h", "m": s.words("u1")[0]}
    if s.words("u1") != s.words("u2") or s.has("x") and units[s.words("x")[0]] != s.words("u1")[0]:
        raise Unfit
    _average(
        work, distance, [s.told("v1"), s.told("v2")], s.words("u1")[0], s.words("x")[0] if s.has("x") else ""
    )


_SAYS: Final = {
    "there": ("the time there", "去时用的时间"),
    "any": ("the time there; how long the way is does not matter, take {way}", "去时用的时间（路程的长短不影响平均速度，设单程为{way}）"),
    "back": ("the time back", "返回用的时间"),
    "time": ("the whole time", "往返的总时间"),
    "way": ("the whole way, there and back", "往返的总路程"),
    "speed": ("the average speed: the whole way divided by the whole time", "平均速度：总路程÷总时间"),
}  # fmt: skip


def _average(work: Working, distance: Term | None, speeds: list[Term], unit: str, long: str) -> None:
    chinese = work.language == "zh"
    if any(v.value <= 0 for v in speeds):
        raise Unfit
    way, says = distance, _SAYS["there"][chinese]
    if way is None:  # any length gives the same speed: one that both speeds divide
        a, b = (v.value for v in speeds)
        way = num(Fraction(lcm(a.numerator, b.numerator), gcd(a.denominator, b.denominator)))
        long = unit.split("/")[0]
        says = _SAYS["any"][chinese].format(way=f"{way.tex} {long}")
    there = work.step(says, way / speeds[0])
    back = work.step(_SAYS["back"][chinese], way / speeds[1])
    _speed(work, way, work.step(_SAYS["time"][chinese], there + back), unit)


def _speed(work: Working, way: Term, time: Term, unit: str) -> None:
    chinese = work.language == "zh"
    whole = work.step(_SAYS["way"][chinese], way * num(2))
    says = _SAYS["speed"][chinese]
    work.give(work.step(says, whole / time, unit), unit, re.split("[:：]", says)[0])


_VZ: Final = r"(?:(?:的)?(?:平均)?速度(?:是|为)?(?P<v{0}>\d+(?:\.\d+)?)(?P<l{0}>千米|公里|米)/(?P<t{0}>小时|时|分钟?|秒)|每(?P<t{0}b>小时|分钟?|秒)?(?:行驶?|走|跑|骑|飞行)(?P<v{0}b>\d+(?:\.\d+)?)(?P<l{0}b>千米|公里|米))"
_BACK_ZH: Final = "(?:沿?(?:原路)?(?:返回|回来|回家|下山|回去)|沿原路(?:返回|下山|上山)|按原路返回|原路返回)(?:时|途中)?(?:的)?"
_OUT_ZH: Final = f"(?![沿原返回按再])(?:{zh(10)}(?:去时|去|上山|下山|从{zh(2, 1)}地?[到去]{zh(3, 1)}地?|{zh(5)}开往{zh(3, 1)}地?)(?:[,，]?去时)?(?:时)?{zh(4)})"


@kind(
    "平均速度",
    "zh",
    {
        "back": (rf"{_BACK_ZH}{_VZ.format(2)}", rf"{_BACK_ZH}用了?<h2>(?P<q>小时|分钟?)"),
        "way": (rf"{zh(8)}(?:去|到)<d>(?P<x>千米|公里|米)(?:以)?外的{zh(5, 1)}", rf"(?:[甲乙AB两2]+(?:两|2)?[地城]|{zh(6)}到{zh(6)}|单程|[\u4e00-\u9fff]{{1,3}}(?:两|2)地)(?:之间)?(?:的)?(?:相距|路程|距离)?(?:是|为|长|有)?<d>(?P<x>千米|公里|米)",),
        "out": (rf"{_OUT_ZH}[,，]?{_VZ.format(1)}", rf"{zh(8)}从{zh(3, 1)}(?:到|开往){zh(3, 1)}用了?<h1>(?P<p>小时|分钟?)", rf"{zh(8)}去时用了?<h1>(?P<p>小时|分钟?)", rf"{zh(8)}从{zh(3, 1)}[到开往去]+{zh(4, 1)}[,，]?(?:去时)?{_VZ.format(1)}"),
        "idle": ("爬山时|登山时", rf"{zh(8)}从{zh(3, 1)}(?:到|开往|去){zh(4, 1)}",),
        "ask": (rf"(?:求)?{zh(6)}(?:这辆(?:汽)?车)?(?:往返|上山下山|上下山|来回|全程|往返全程|上、下山|上山和下山)(?:途中)?(?:的)?平均速度(?:是|为)?(?:每(?:小时|分钟?))?(?:(?:多少|几)(?P<w>千米|公里|米)?(?:/(?:小时|时|分钟?|秒))?)?",),
    },
)  # fmt: skip
def _in_chinese(s: Story, work: Working) -> None:
    s.only("way", "out", "back")
    distance = s.told("d") if s.has("d") else None
    s.one("out"), s.one("back")
    if s.has("h1") or s.has("h2"):
        if distance is None or not (s.has("h1") and s.has("h2")) or s.words("p") != s.words("q"):
            raise Unfit
        time = work.step(_SAYS["time"][1], s.told("h1") + s.told("h2"))
        unit = f"{s.words('x')[0]}/{s.words('p')[0]}"
        _speed(work, distance, time, unit)
        return
    told = [{k: (s.placed(f"{k}{i}", "") or [""])[0] for k in "vlt"} for i in (1, 2)]
    times = {t["t"].removesuffix("钟").replace("小时", "时") or "时" for t in told}
    lengths = {t["l"].replace("公里", "千米") for t in told}
    if len(times) != 1 or len(lengths) != 1 or s.has("w") and not set(s.words("w")) <= lengths | {"公里"}:
        raise Unfit
    if distance is not None and s.words("x")[0].replace("公里", "千米") not in lengths:
        raise Unfit
    unit = f"{lengths.pop()}/{times.pop()}"
    _average(work, distance, [value(t["v"]) for t in told], unit, s.words("x")[0] if s.has("x") else "")
