"""Ways told by what two of them have in common: past the middle or short of it, the same way at another speed, trains and the length of a bridge.

Not read: stops, several bridges, trains that meet.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from solver.topics.stories.school.chinese.scenes.journeys import _GO, _LONG, _SPEED, _per, _time
from solver.topics.stories.school.chinese.scenes.scene import Found, Scene, kind
from solver.topics.stories.school.working import Unfit, num

_DO: Final = "行驶|行|走|跑|骑|修|铺|挖|看|读|耕|做|完成|加工|生产|织|打|抄|写|漆|刷|架设|架|游|飞行|开|运"
_OF: Final = "(?:全程|全长|这?(?:段|条)(?:路|公路|水渠|铁路)|这条路|全书|总数|总页数|这本书|这条公路|整个路程|路程|全部|任务)?的?"
_MIDDLE: Final = "(?:中点|中间点|正中间|中间|[\ue800-\uebff])(?:处|的地方|的位置)?"


@kind(
    {
        "done": ("~(?:{do})(?:了|到)?{of}<%f>(?:处|时|的时候)?~", "~(?:{do})(?:了|完)?(?:的)?(?:是|占){of}<%f>~"),
        "short": ("~(?:离|距离|距){of}(?P<mid>{mid})(?:正好|刚好|恰好)?(?:还有|还差|还剩|还要{do}|还|差|有|是)*<d:u>~",),
        "past": ("~(?:超过|已过|过了|过|越过|超出)(?:了)?{of}(?P<mid>{mid})(?:正好|刚好|恰好)?(?:有|又)?<d:u>~", "~比{of}(?P<mid>[\ue800-\uebff])(?:还)?多(?:了|{do}了?)?<d:u>~", "~(?:离|距离|距)?{of}(?P<mid>{mid})(?:有)?<d:u>~(?:过了|超过)"),
        "less": ("~比{of}(?P<mid>[\ue800-\uebff])(?:还)?少(?:了|{do}了?)?<d:u>~",),
        "scene": ("(?:$U)?~从~(?:开往|去|到|出发去|开到)~",),
    },
    {"whole": ("~(?:全长|全程|一共|共|相距|长|有|路程|是|距离|总共)+(?:有|是|长)?<?>~", "~到~(?:的)?(?:路程|距离)?(?:是|有)+<?>~")},
    knows="middle", do=_DO, of=_OF, mid=_MIDDLE,
)  # fmt: skip
def _middle(s: Scene) -> None:
    """The part that is done and the half differ by what is told."""
    done, told = s.one("done"), s.all("short", "past", "less")
    if len(told) != 1 or re.search("剩|返|又|再|平均|两[人车]|甲.*乙.*[行走]|同时|相遇", s.text.replace("甲地", "").replace("乙地", "")):  # fmt: skip
        raise Unfit
    middle, unit = told[0], s.asked.unit("?")
    half, f = Fraction(1, 2), done.value("f")
    mark = middle.word("mid")[0]
    if mark in middle._marks.values and middle._marks.values[mark] != half or middle.unit("d") != unit:
        raise Unfit
    if f == half or f >= 1 or (f < half) != (not s.all("past")):
        raise Unfit
    big, small = (num(half), done["f"]) if f < half else (done["f"], num(half))
    gap = s.step("这一段占全部的几分之几（与一半相差多少）", big - small)
    s.give(s.step("已知一个数的几分之几是多少，求这个数，用除法", middle["d"] / gap, unit), unit, "全部")


_EARLY: Final = "提前|早到|早|少用|少花|节省|省|缩短"


@kind(
    {
        "speed": _SPEED,
        "time": ("~(?:{go}|用|花|需要|需|要)+(?:了)?<t:u>(?:后?)(?:到达?|到校|到家|到~)?", "<t:u>(?:可以|能|就|正好)?(?:到达?|到校|到家)~"),
        "both": ("~(?:平均)?每(?P<p>小时|分钟|分|秒|时)(?:{go})?<v:u>(?:的速度)?(?:{go})?(?:需要|需|要|用)+(?:了)?<t:u>~",),
        "goes": ("~从~到~(?:{go})?",),
        "back": ("(?:$U)?~(?:原来)?",),
    },
    {"early": ("~(?:可以|能够|能|可|就|会|将)*(?:比原来|比平时|比以前)?(?:{early})<?>(?:的时间)?(?:到达?|到校|到家|到~)?", "~到~(?:可以|能|会)?(?:比原来)?(?:{early})(?:了)?<?>")},
    go=_GO, early=_EARLY,
)  # fmt: skip
def _earlier(s: Scene) -> None:
    """The same way at a higher speed: the two times and their difference."""
    speeds, times = s.all("speed", "both"), s.all("time", "both")
    if len(speeds) != 2 or len(times) != 1 or not re.search("如果|若|要是|改|提高|现在", s.text) and len(s.told) > 3:  # fmt: skip
        raise Unfit
    first, last = speeds
    if not last.has("v") or last.has("t") or re.search("返|回|休息|同时|相遇|两人|剩", s.text):
        raise Unfit
    unit = _per(first, "p")
    if unit != _per(last, "p") or first.unit("v") != last.unit("v"):
        raise Unfit
    before = _time(s, times[0], "t", unit)
    way = s.step("路程＝速度×时间", first["v"] * before, first.unit("v"))
    after = s.step("新的时间＝路程÷新的速度", way / last["v"], unit)
    saved = s.step("两个时间的差", before - after, unit)
    wanted = {"分": "分钟", "时": "小时"}.get(s.asked.unit("?"), s.asked.unit("?"))
    s.give(s.to(saved, unit, wanted), wanted, "提前的时间")


_TRAIN: Final = "火车|列车|动车|高铁|货车|客车|快车|慢车"


@kind(
    {
        "train": ("~(?:{train})(?:车身|全长|长|的长度|的车身|的)*(?:是|为)?<n:u>", "~(?:长|全长|车身长)<n:u>的~(?:{train})"),
        "speed": (*_SPEED, "~以?每(?P<p>秒|分钟|分|小时)(?:行驶?|前进)?<v:u>的速度(?:完全)?(?:通过|经过|穿过|驶过|过)(?:$U)?~(?:{long})", "~(?:速度|车速)(?:是|为)?每(?P<p>秒|分钟|分|小时)<v:u>"),
        "bridge": ("~(?:通过|经过|穿过|过|要通过|完全通过)?(?:$U)?(?:长|全长)(?:是|为)?<b:u>的?~(?:{long})", "~(?:{long})~(?:全长|长)(?:是|为)?<b:u>", "~(?:通过|经过|穿过|过)<b:u>长的~(?:{long})"),
        "time": ("从车头(?:上桥|进入?~|进~|上~|开上~|驶上~)到车尾(?:离开?|完全离开|全部离开|离|下|出|驶离)(?:桥|{long}|出~|~)?(?:一共|总共|共)?(?:用了|需要|需|用|要|经过|花了)+<t:u>", "~(?:完全)?(?:通过|穿过|过|经过)~(?:用了|需要|需|用|要|花了)+<t:u>", "~(?:一共|共|总共)?(?:用了|需要|用|要|花了|需)+<t:u>(?:完全)?(?:通过|穿过)?~"),
        "all": ("~(?:长|全长|车身长)<n:u>的~(?:{train})以?(?:平均)?每(?P<p>秒|分钟|分|小时)(?:行驶?)?<v:u>的速度(?:完全)?(?:通过|经过|穿过|驶过|过)(?:$U)?~(?:{long})(?:一共|共)?(?:(?:用了|需要|用|要|花了|需)+<t:u>)?", "~长<n:u>的~(?:{train})以?(?:平均)?每(?P<p>秒|分钟|分|小时)(?:行驶?)?<v:u>的速度(?:完全)?(?:通过|经过|穿过|驶过|过)(?:$U)?~(?:{long})(?:一共|共)?(?:用了|需要|用|要|花了|需)+<t:u>"),
        "over": ("~(?:{train})?(?:完全)?(?:通过|经过|穿过|驶过|过)(?:$U)?(?:长|全长)<b:u>的~(?:{long})(?:一共|共)?(?:用了|需要|用|要|花了|需)+<t:u>",),
        "speed_over": ("~(?:{train})?以?(?:平均)?每(?P<p>秒|分钟|分|小时)(?:行驶?)?<v:u>的速度(?:完全)?(?:通过|经过|穿过|驶过|过)(?:$U)?(?:长|全长)(?:为|是)?<b:u>的~(?:{long})",),
        "named": ("~(?:通过|经过|穿过|驶过|过)(?:$U)?~(?:{long})",),
    },
    {"rate": ("(?:这列|这辆|该|这$U)?~(?:{train}|车)~(?:平均)?每(?P<p>秒|分钟|分|小时)(?:行驶|行|前进|走)*<?>", "(?:这列|这辆|该|这$U)?~(?:{train}|车)~速度是(?:平均)?每(?P<p>秒|分钟|分|小时)<?>"), "bridge": ("(?:这座|这条|这$U|该)?~(?:{long})(?:全|的|总)?长(?:度)?(?:是|为|有)?<?>",), "train": ("(?:这列|这辆|该|这$U)?~(?:{train}|车身)(?:的)?(?:全|车身|车)?长(?:度)?(?:是|为|有)?<?>",)},
    long=_LONG, train=_TRAIN,
)  # fmt: skip
def _bridge(s: Scene) -> None:
    """From head on to tail off a train goes the bridge and its own length."""
    told = {name: f for _, f in s.told for name in "nbvt" if f.has(name)}
    if s.question == "rate":
        _train_speed(s, told)
        return
    wanted = "b" if s.question == "bridge" else "n"
    other = "n" if wanted == "b" else "b"
    count = sum(f.has(name) for _, f in s.told for name in "nbvt")
    if set(told) != {"v", "t", other} or count != 3 or re.search("两列|相向|追|超过|迎面|人|电线杆|完全在|全在", s.text):  # fmt: skip
        raise Unfit
    per, unit = _per(told["v"], "p"), told[other].unit(other)
    way = s.step("车头上桥到车尾离桥所行的路程＝速度×时间", told["v"]["v"] * _time(s, told["t"], "t", per), told["v"].unit("v"))  # fmt: skip
    way = s.to(way, told["v"].unit("v"), unit)
    term = s.step("路程是桥长与车长的和，减去已知的长", way - told[other][other], unit)
    goal = s.asked.unit("?") or unit
    s.give(s.to(term, unit, goal), goal, "桥长" if wanted == "b" else "车长")


def _train_speed(s: Scene, told: dict[str, Found]) -> None:
    """Bridge and train in the time that is told."""
    if set(told) != {"n", "b", "t"} or sum(f.has(k) for _, f in s.told for k in "nbvt") != 3 or re.search("两列|相向|追|超过|迎面|人|电线杆|完全在|全在", s.text):  # fmt: skip
        raise Unfit
    per, unit = _per(s.asked, "p"), s.asked.unit("?")
    long = [s.to(told[k][k], told[k].unit(k), unit) for k in "bn"]
    way = s.step("车头进到车尾出所行的路程（桥长加车长）", long[0] + long[1], unit)
    s.give(s.step("速度＝路程÷时间", way / _time(s, told["t"], "t", per), unit), unit, "速度")


@kind(
    {
        "speed": _SPEED,
        "back": ("~(?:原路|沿原路|从原路)?(?:返回|回来|回家|返程|回)(?:时)?(?:平均)?每(?P<p>小时|分钟|分|秒|时)(?:{go})?<w:u>", "~(?:返回|回来|回家|返程)(?:时)?(?:的)?速度(?:是|为)(?:平均)?每(?P<p>小时|分钟|分|秒|时)(?:{go})?<w:u>"),
        "whole": ("~(?:往返|来回|去和回|去回)(?:一共|总共|共)?(?:用了?|花了?|需要|用时|要)*<t:u>~", "~(?:一共|总共|共)(?:用了?|花了?)<t:u>~"),
        "scene": ("~(?:从~)?(?:去|到|骑车去|开车去|步行去)~",),
    },
    {"far": ("~(?:离|距|距离|到|相距|有|是|路程|之间的距离)+~(?:有|是|相距|的路程是|的距离是)*<?>~",)},
    go=_GO,
)  # fmt: skip
def _both_ways(s: Scene) -> None:
    """For each unit of the way the time there and the time back; the time of both tells how many units."""
    out, back, whole = s.one("speed"), s.one("back"), s.one("whole")
    if re.search("休息|停|平均速度|逗留|玩|办事|两人|相遇|同时|往返的路程|总路程", s.text) or not re.search("往返|来回|一共|总共|共", whole.text):  # fmt: skip
        raise Unfit
    per, unit = _per(out, "p"), out.unit("v")
    if per != _per(back, "p") or back.unit("w") != unit or s.order().index("speed") > s.order().index("back"):
        raise Unfit
    there = s.step(f"去时每行 1 {unit}用的时间", num(1) / out["v"], per)
    home = s.step(f"返回时每行 1 {unit}用的时间", num(1) / back["w"], per)
    both = s.step(f"每 1 {unit}往返共用的时间", there + home, per)
    far = s.step("单程的路程＝往返的总时间÷每单位路程往返的时间", _time(s, whole, "t", per) / both, unit)
    goal = s.asked.unit("?") or unit
    s.give(s.to(far, unit, goal), goal, "单程的路程")
