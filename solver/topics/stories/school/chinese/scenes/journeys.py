"""Ways: speed and time, there and back, catching up on a round, two who start together, trains over bridges."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.scenes.scene import Found, Scene, kind
from solver.topics.stories.school.working import Term, Unfit

_GO: Final = "行驶|行|走|跑|骑|骑行|飞行|航行|前进|开|游|爬"
_SPEED: Final = (
    "~(?:平均)?每(?P<p>小时|分钟|分|秒|时)(?:能|可以|要|只)?(?:{go})(?:了)?<v:u>",
    "~以?(?:平均)?每(?P<p>小时|分钟|分|秒|时)(?:{go})?<v:u>的速度~",
    "~速度(?:是|为)(?:平均)?每(?P<p>小时|分钟|分|秒|时)(?:{go})?<v:u>",
)


def _per(f: Found, unit: str) -> str:
    """The unit of time of a speed."""
    return {"分": "分钟", "时": "小时"}.get(f.word("p"), f.word("p"))


def _time(s: Scene, f: Found, name: str, wanted: str) -> Term:
    unit = {"分": "分钟", "时": "小时"}.get(f.unit(name), f.unit(name))
    return s.to(f[name], unit, wanted)


@kind(
    {
        "speed": _SPEED,
        "time": ("~(?:{go}|用|花|需要|需|要|飞|坐车)(?:了)?<t:u>(?:后?)(?:到达?|到达~|到了)?~", "<t:u>(?:后)?(?:就)?(?:到达?|到了)~", "~<t:u>(?:可以|就|能|正好)?(?:到达?)~"),
        "goes": ("~从~到~(?:{go})?",),
    },
    {
        "way": ("~(?:有|相距|相隔|距离|全长|全程|长|行|走|跑|路程|是|~离~|一共|共|总共|大约|约)+(?:是|有)?<?>~",),
    },
    go=_GO,
)  # fmt: skip
def _way(s: Scene) -> None:
    """Speed by time."""
    f, t = s.one("speed"), s.one("time")
    if s.order() not in (
        ["speed", "time"],
        ["time", "speed"],
        ["goes", "speed", "time"],
        ["speed", "goes", "time"],
    ) or re.search(
        "返|回|往|又|再|还|剩|同时|相|提前|早|晚|慢|先", s.text.replace("相距", "").replace("往返", "往返")
    ):
        raise Unfit
    unit = s.asked.unit("?")
    hours = _time(s, t, "t", _per(f, "p"))
    way = s.step("路程＝速度×时间", f["v"] * hours, f.unit("v"))
    s.give(s.to(way, f.unit("v"), unit), unit, "路程")


@kind(
    {
        "speed": _SPEED,
        "time": ("~(?:{go}|用|花|需要|需|要)?(?:了)?<t:u>(?:到达?|到达~|到了)?~",),
        "back": ("~(?:原路)?(?:返回|回来|回家|回去|返程)(?:时)?(?:只|一共|共)?(?:用|花|需要|要)?(?:了)?<r:u>~",),
        "fast": ("~(?:原路)?(?:返回|回来|回去|返程)(?:时)?(?:平均)?每(?P<p>小时|分钟|分|秒|时)(?:{go})?<w:u>",),
        "return": ("~(?:原路)?(?:返回|回来|回去)(?:时)?", "从原路返回"),
    },
    {
        "rate": ("~(?:返回|回来|回去|返程)?时?(?:平均)?每(?P<p>小时|分钟|分|秒|时)(?:要|需要|应)?(?:{go})?<?>~", "~(?:返回|回来|回去|返程)时?的?速度是(?:平均)?每(?P<p>小时|分钟|分|秒|时)(?:{go})?<?>~"),
        "long": ("~(?:返回|回来|回去|返程)?时?~(?:要|需要|用|需|花)+(?:了)?<?>~(?:到|能|可以)?~",),
    },
    go=_GO,
)  # fmt: skip
def _there_and_back(s: Scene) -> None:
    """The way is the same there and back."""
    f, t = s.one("speed"), s.one("time")
    back, fast = s.maybe("back"), s.maybe("fast")
    if not re.search("返|回", s.text) or re.search("平均速度|先|提前|休息|往返共|一共", s.text) or s.order()[0] == "back":  # fmt: skip
        raise Unfit
    way = s.step("单程的路程＝速度×时间", f["v"] * _time(s, t, "t", _per(f, "p")), f.unit("v"))
    if s.question == "rate" and back and not fast:
        hours = _time(s, back, "r", _per(s.asked, "p"))
        unit = s.asked.unit("?")
        s.give(s.step("返回的速度＝路程÷时间", way / hours, unit), unit, "返回的速度")
    elif s.question == "long" and fast and not back and fast.unit("w") == f.unit("v"):
        unit = _per(fast, "p")
        if s.asked.unit("?") not in (unit, unit[0]):
            raise Unfit
        s.give(s.step("返回的时间＝路程÷速度", way / fast["w"], unit), unit, "返回的时间")
    else:
        raise Unfit


@kind(
    {
        "round": ("~(?:环形跑道|跑道|操场|圆形~|湖|公园|池塘|水库|人工湖)~(?:一圈|周长|一周|全长|长)*(?:的长)?(?:是|为|长)?<n:u>(?:长)?~", "(?:在)?<n:u>的(?:环形|圆形)~"),
        "speed": _SPEED,
        "same": ("~(?:从|在)?同一?(?:地点|起点|地|处)?(?:同时)?(?:出发|起跑|同向)?~(?:同向|同方向|朝同一?(?:个)?方向|沿同一?(?:个)?方向|向同一方向)~", "~(?:同向|朝同一?(?:个)?方向|沿同一?(?:个)?方向)(?:而行|出发|跑|跑步|行走|走)~"),
        "towards": ("~(?:从|在)?同一?(?:地点|起点|地|处)?(?:同时)?~(?:反向|背向|相背|相反|反方向|相反方向|背对背|朝相反的?方向)~", "~(?:反向|背向|相背|朝相反的?方向|沿相反的?方向)(?:而行|出发|跑|跑步|行走|走)~"),
        "at": ("~(?:两人|甲乙两人|他们|甲乙)?(?:同时)?(?:从|在)(?:同一?(?:地点|起点|地|处)|起点|同一地点)(?:同时)?(?:出发|起跑|跑)?~",),
    },
    {
        "catch": ("~(?:经过|过)?<?>(?:后|以后)?~(?:第一次)?追上~", "~第一次追上~(?:要|需要)?(?:经过)?<?>~"),
        "meet": ("~(?:经过|过)?<?>(?:后|以后)?~(?:第一次)?相遇~", "~第一次相遇~(?:要|需要)?(?:经过)?<?>~"),
    },
    go=_GO,
)  # fmt: skip
def _rounds(s: Scene) -> None:
    """On a closed way: the faster one gains a round; opposite ones share a round."""
    around, speeds = s.one("round"), s.all("speed")
    if len(speeds) != 2 or len({_per(f, "p") for f in speeds}) != 1 or len({f.unit("v") for f in speeds}) != 1 or re.search("先|前面|第二次", s.text):  # fmt: skip
        raise Unfit
    per = _per(speeds[0], "p")
    if s.asked.unit("?") not in (per, per[0]) or around.unit("n") != speeds[0].unit("v"):
        raise Unfit
    fast, slow = sorted((f["v"] for f in speeds), key=lambda t: -t.value)
    if s.question == "catch" and s.all("same") and not s.all("towards"):
        more = s.step("每份时间快的比慢的多跑多少（速度差）", fast - slow, around.unit("n"))
        says = "追上时正好多跑一圈，追及时间＝一圈的长÷速度差"
    elif s.question == "meet" and s.all("towards") and not s.all("same"):
        more = s.step("每份时间两人一共跑多少（速度和）", fast + slow, around.unit("n"))
        says = "相遇时一共跑一圈，相遇时间＝一圈的长÷速度和"
    else:
        raise Unfit
    s.give(s.step(says, around["n"] / more, per), per, "经过的时间")


@kind(
    {
        "speed": _SPEED,
        "early": ("~比~(?:早|先|提前)到(?:了)?<t:u>", "~比~(?:晚|迟|后)到(?:了)?<t:u>", "~早到<t:u>"),
        "start": ("~(?:两人)?同时(?:从|出发|离).*", "~从同一?地(?:点)?同时出发~", "~同时从~(?:出发|走|去|到|骑|跑)~"),
    },
    {"way": ("~(?:有|相距|相隔|距离|全程|全长|路程|是|~离~|~到~)+(?:是|有|的?距离是)?<?>~",)},
    go=_GO,
)  # fmt: skip
def _early(s: Scene) -> None:
    """Two on the same way, one so much earlier: when the first is there, the other lacks what he goes in that time."""
    speeds, early = s.all("speed"), s.one("early")
    if len(speeds) != 2 or len({_per(f, "p") for f in speeds}) != 1 or len({f.unit("v") for f in speeds}) != 1 or not s.all("start"):  # fmt: skip
        raise Unfit
    per, unit = _per(speeds[0], "p"), speeds[0].unit("v")
    fast, slow = sorted((f["v"] for f in speeds), key=lambda t: -t.value)
    lack = s.step("快的到达时，慢的还差的路程", slow * _time(s, early, "t", per), unit)
    time = s.step("速度差是每份时间拉开的路程，快的走完全程的时间", lack / (fast - slow), per)
    s.give(
        s.to(s.step("全程＝快的速度×时间", fast * time, unit), unit, s.asked.unit("?")),
        s.asked.unit("?"),
        "路程",
    )


@kind(
    {
        "speed": _SPEED,
        "time": ("~(?:{go}|用|花|需要|需|要)?(?:了)?<t:u>(?:后)?(?:到达?|到校|到家|到站|到了|到~|正好到~)", "~(?:{go}|用|花|需要|需|要)(?:了)?<t:u>", "(?:需要|要)?<t:u>(?:可以|能|就能)?到达?"),
        "new_time": ("(?:如果|要)?(?:想)?(?:要)?(?:在)?<r:u>(?:内|就|要|时)*(?:到达?|到校|到家|到站|到)",),
        "goes": ("~从~到~(?:{go})?",),
    },
    {
        "long": ("~(?:需要|要|用|需)+<?>(?:可以|才能|就能|能)?(?:到达?|到校)?~", "~<?>(?:可以|才能|就能|能)(?:到达?|到校)"),
        "rate": ("~(?:平均)?每(?P<p>小时|分钟|分|秒|时)(?:要|需要|应|应该|得)*(?:{go})?<?>~",),
    },
    go=_GO,
)  # fmt: skip
def _same_way(s: Scene) -> None:
    """The same way at another speed, or in another time."""
    speeds, times = s.all("speed"), s.all("time")
    order = [name for name in s.order() if name != "goes"]
    if re.search("返|回|往|又|再|剩|相|提前|早|晚|慢|先|休息|两[人车]|甲.*乙.*每.*每", s.text):
        raise Unfit
    if s.question == "long" and order == ["speed", "time", "speed"] and "如果" in s.text:
        first, last = speeds
        if _per(first, "p") != _per(last, "p") or first.unit("v") != last.unit("v"):
            raise Unfit
        unit = _per(last, "p")
        if s.asked.unit("?") not in (unit, unit[0]):
            raise Unfit
        way = s.step("路程＝速度×时间", first["v"] * _time(s, times[0], "t", unit), first.unit("v"))
        s.give(s.step("时间＝路程÷速度", way / last["v"], unit), unit, "需要的时间")
    elif s.question == "rate" and order == ["speed", "time", "new_time"]:
        first, again = speeds[0], s.one("new_time")
        way = s.step(
            "路程＝速度×时间", first["v"] * _time(s, times[0], "t", _per(first, "p")), first.unit("v")
        )
        unit = s.asked.unit("?")
        if unit != first.unit("v"):
            raise Unfit
        s.give(s.step("速度＝路程÷时间", way / _time(s, again, "r", _per(s.asked, "p")), unit), unit, "速度")
    else:
        raise Unfit


_LONG: Final = "桥|大桥|隧道|铁桥|山洞|涵洞|大桥上"


@kind(
    {
        "train": ("~(?:火车|列车|动车|高铁|货车|客车|车)~(?:车身|全长|长|的长度)+(?:是|为)?<n:u>", "~(?:列)?(?:长|全长|车身长)<n:u>的~(?:火车|列车|动车|货车|客车)"),
        "speed": _SPEED,
        "bridge": ("~(?:通过|经过|穿过|过|要通过|完全通过)?(?:$U)?(?:长|全长)(?:是|为)?<b:u>的?~(?:{long})", "~(?:{long})~(?:全长|长)(?:是|为)?<b:u>", "~(?:通过|经过|穿过|过)<b:u>长的~(?:{long})"),
        "through": ("~以?(?:平均)?每(?P<p>秒|分钟|分|小时)(?:行驶?|前进|走)?<v:u>的速度(?:通过|经过|穿过|行驶通过|过)(?:$U)?(?:长|全长)?<b:u>长?的?~(?:{long})",),
        "long_train": ("~(?:长|全长)<n:u>的~(?:火车|列车|动车)以?(?:平均)?每(?P<p>秒|分钟|分|小时)(?:行驶?)?<v:u>的速度(?:通过|经过|穿过|过)(?:$U)?(?:长|全长)?<b:u>长?的?~(?:{long})",),
        "ends": ("从车头(?:上桥|进入~|进~|上~)到车尾(?:离开|完全离开|离|下|出).{0,4}", "~完全通过~"),
    },
    {"time": ("~(?:通过|经过|穿过|离开|用|需要|要|从车头.*?|过)+~<?>~", "~<?>~(?:通过|能通过)~")},
    long=_LONG, go=_GO,
)  # fmt: skip
def _train(s: Scene) -> None:
    """From head on to tail off: the bridge and the train."""
    both = s.maybe("long_train")
    through = s.maybe("through") or both
    train, speed, bridge = both or s.one("train"), through or s.one("speed"), through or s.one("bridge")
    if len({train.unit("n"), bridge.unit("b"), speed.unit("v")}) != 1:
        raise Unfit
    per = _per(speed, "p")
    if s.asked.unit("?") not in (per, per[0]):
        raise Unfit
    way = s.step("车头上桥到车尾离桥所行的路程（桥长加车长）", bridge["b"] + train["n"], train.unit("n"))
    s.give(s.step("时间＝路程÷速度", way / speed["v"], per), per, "需要的时间")
