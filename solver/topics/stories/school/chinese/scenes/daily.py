"""Stories of the day: from one time of the clock to another one, degrees below zero and above, giving until both have the same.

Not read: times on different days, an answer below zero.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.scenes.scene import Found, Scene, kind
from solver.topics.stories.school.working import Term, Unfit, num

_PART: Final = "上午|早上|早晨|清晨|凌晨|中午|下午|傍晚|晚上"
_BEGIN: Final = "出发|开出|开始|起飞|上课|上班|发车|放映|开门|营业|到校|开车|动身|开工"
_END: Final = "到达|结束|下课|放学|下班|关门|离校|放完|演完|抵达|返回|到站|完工|停止|回来"


def _clock(n: int) -> str:
    return f"(?P<d{n}>{_PART})?<h{n}>(?:时|点|比)(?:整|<m{n}>分?)?"


@kind(
    {
        "from": (f"~(?:从|在|于)?{_clock(1)}(?:从~)?(?:{_BEGIN})~",),
        "to": (f"~(?:到|于|在|当天)?{_clock(2)}(?:{_END}|到~)~",),
        "span": (f"~(?:从)?{_clock(1)}(?:{_BEGIN})?(?:到|至|上到|一直到){_clock(2)}(?:{_END})?", f"~每天从?{_clock(1)}(?:{_BEGIN})?(?:到|至){_clock(2)}(?:{_END})?"),
        "speed": ("~(?:平均)?每(?:个)?(?P<p>小时|分钟|时)(?:大约|约)?~<v:u>~",),
    },
    {
        "time": ("(?:这)?~(?:每天)?(?:一共|总共|共|经过|上|放映|用|需要|要|行驶|营业|工作|休息|演|开|在校)*(?:了)?~<?>~",),
        "long": ("(?:这)?~(?:每天)?(?:一共|总共|共|经过|上|放映|用|需要|要|行驶|营业|工作|休息|演|开|在校)*(?:了)?(?:多长|多久)(?:的)?(?:时间)?",),
        "way": ("~(?:一共|总共|共|行|行驶|飞行|飞|走|加工|生产|织|骑|做)*(?:了)?<?>~",),
    },
)  # fmt: skip
def _by_the_clock(s: Scene) -> None:
    """The time that has passed; with a speed, the way."""
    if re.search("第二天|次日|隔天|昨|迟|早到|晚点|慢|快|休息了|停留|途中|吃饭", s.text):
        raise Unfit
    span = s.maybe("span")
    first, second = (span, span) if span else (s.one("from"), s.one("to"))
    if span and s.all("from", "to"):
        raise Unfit
    assert first is not None
    assert second is not None
    start, end = _hour(first, 1), _hour(second, 2)
    if s.question == "long":
        _how_long(s, (start, first, "m1"), (end, second, "m2"))
        return
    minutes = first.has("m1") or second.has("m2")
    hours = (
        s.step("从开始到结束经过几小时（下午、晚上的钟点加上 12）", end - start, "小时")
        if not minutes
        else None
    )
    speed = s.maybe("speed")
    asked = s.asked.unit("?")
    if hours is None:
        m1 = first["m1"] if first.has("m1") else num(0)
        m2 = second["m2"] if second.has("m2") else num(0)
        if max(m1.value, m2.value) > 59:
            raise Unfit
        early = s.step("开始的时刻离 0 时有多少分钟", start * num(60) + m1, "分钟")
        late = s.step("结束的时刻离 0 时有多少分钟", end * num(60) + m2, "分钟")
        passed = s.step("经过多少分钟", late - early, "分钟")
        if s.question == "time" and asked in ("分钟", "分") and speed is None:
            s.give(passed, "分钟", "经过的时间")
            return
        hours = s.step("合多少小时", passed / num(60), "小时")
    if hours.value <= 0:
        raise Unfit
    if s.question == "time":
        if speed is not None or asked not in ("小时", "分钟"):
            raise Unfit
        term = hours if asked == "小时" else s.step("合多少分钟", hours * num(60), "分钟")
        s.work.give(term, asked, "经过的时间")
        return
    if speed is None or speed.unit("v") != asked or "往返" in s.text or "返回" in s.text:
        raise Unfit
    time = hours if speed.word("p") != "分钟" else s.step("合多少分钟", hours * num(60), "分钟")
    s.give(s.step("每一份时间的数量×时间", speed["v"] * time, asked), asked, "一共的数量")


def _how_long(s: Scene, *moments: tuple[Term, Found, str]) -> None:
    """In hours and minutes, by the topic of the clock."""
    if s.all("speed"):
        raise Unfit
    times = [(int(hour.value), int(f.value(m)) if f.has(m) else 0) for hour, f, m in moments]
    if times[0] >= times[1] or any(minute > 59 for _, minute in times):
        raise Unfit
    start, end = (f"{hour}:{minute:02d}" for hour, minute in times)
    s.work.hand("clock", f"从{start}到{end}经过了多长时间?", "", "", "")


def _hour(f: Found, n: int) -> Term:
    hour, part = f[f"h{n}"], f.word(f"d{n}")
    value = hour.value
    if value.denominator != 1 or value > 24 or part and value > 12:
        raise Unfit
    if part in ("下午", "傍晚", "晚上") and value != 12:
        return num(value + 12)
    if part == "中午" and value not in (11, 12, 1, 2) or part == "晚上":
        raise Unfit
    return num(value + 12) if part == "中午" and value < 3 else hour


_DEGREES: Final = "(?P<{0}>零下|-|负)?(?:零上)?<{1}>摄氏度"


@kind(
    {
        "first": (f"~(?:最高气温|最高温度|温度|气温)?(?:是|为|达到?|只有)?{_DEGREES.format('s', 'a')}",),
        "second": (f"~(?:最低气温|最低温度|温度|气温)?(?:是|为|达到?|只有)?{_DEGREES.format('t', 'b')}",),
        "up": ("~(?:比~)?(?:升高|上升|升|回升)(?:了)?<c>摄氏度", "~比~高(?:了|出)?<c>摄氏度"),
        "down": ("~(?:比~)?(?:降低|下降|降)(?:了)?<c>摄氏度", "~比~低(?:了)?<c>摄氏度"),
    },
    {
        "apart": ("~(?:温差|相差|差|比~(?:高|低|上升了?|升高了?|下降了?))(?:是|有|了)?<?>",),
        "now": ("~(?:气温|温度)(?:是|为)?<?>",),
    },
)  # fmt: skip
def _degrees(s: Scene) -> None:
    """Between a degree above zero and one below there are both."""
    if s.asked.unit("?") not in ("摄氏度", "度"):
        raise Unfit
    first = s.one("first")
    if s.question == "now":
        s.only("first", "up", "down")
        if len(s.told) != 2 or s.order()[0] != "first":
            raise Unfit
        up = s.maybe("up")
        change = up or s.one("down")
        if first.has("s"):
            if up is None:
                raise Unfit
            s.give(
                s.step("先升到 0 摄氏度，再升高余下的度数", change["c"] - first["a"], "摄氏度"),
                "摄氏度",
                "气温",
            )
        else:
            s.give(
                s.step("现在的气温", first["a"] + change["c"] if up else first["a"] - change["c"], "摄氏度"),
                "摄氏度",
                "气温",
            )
        return
    second = s.one("second")
    s.only("first", "second")
    if first.has("s") and not second.has("t"):
        gap = second["b"] + first["a"]
    elif second.has("t") and not first.has("s"):
        gap = first["a"] + second["b"]
    else:
        larger, smaller = sorted((first["a"], second["b"]), key=lambda t: -t.value)
        gap = larger - smaller
    s.give(s.step("相差多少摄氏度（零上和零下的度数相加）" if first.has("s") != second.has("t") else "相差多少摄氏度", gap, "摄氏度"), "摄氏度", "温差")  # fmt: skip


@kind(
    {
        "has": ("(?P<x>~)(?:原来)?(?:有|养了|收集了|存了)<a:u>~",),
        "gave": ("(?P<v>~)(?:送给|借给|分给|拿给|给)(?:了)?(?P<y>~)<b:u>~(?:后|以后|之后)?",),
        "even": ("(?:两人|他们|她们|两[个只]~|~)(?:的)?~(?:就|正好|刚好|恰好)*(?:一样多|同样多|相等)(?:了)?",),
        "still": ("(?P<x2>~)(?:还|仍)?比(?P<y2>~)(?:还)?多<c:u>~", "(?:还|仍)比(?P<y2>~)(?:还)?多<c:u>~"),
    },
    {"first": ("(?:~的)?(?P<q>~)(?:原来)?(?:有|养了|收集了|存了)<?>~",)},
)  # fmt: skip
def _until_even(s: Scene) -> None:
    """Who gives has twice as much more at first as he gives."""
    has, gave = s.one("has"), s.one("gave")
    even, still = s.maybe("even"), s.maybe("still")
    x, y = has.word("x"), gave.word("y")
    if (
        (even is None) == (still is None)
        or s.order()[:2] != ["has", "gave"]
        or gave.word("v") not in ("", x, "他", "她")
        or x == y
    ):
        raise Unfit
    units = {has.unit("a"), gave.unit("b"), s.asked.unit("?")} | ({still.unit("c")} if still else set())
    if (
        len(units) != 1
        or not y
        or not x
        or s.asked.word("q").removesuffix("原来") != y
        or still
        and (still.word("y2") != y or still.word("x2") not in ("", x))
    ):
        raise Unfit
    unit = units.pop()
    after = s.step(f"给了以后{x}还有多少", has["a"] - gave["b"], unit)
    other = s.step(f"这时{y}有多少", after - still["c"], unit) if still else after
    s.give(s.step(f"{y}原来有多少（减去得到的）", other - gave["b"], unit), unit, f"{y}原来的数量")


@kind(
    {
        "far": ("(?:从)?~(?:有|长|相距|相隔|距离是?|路程是|全长|大约|约)+<d:u>~", "~离~(?:有|大约|约|是)*<d:u>~"),
        "speed": ("~(?:平均)?每(?P<p>小时|分钟|分|秒|时)(?:可以|能|大约|约)?(?:走|行驶|行|骑|跑|飞行|飞|游|开)?<v:u>~",),
    },
    {"time": ("~(?:走|行驶|行|骑|跑|飞|游|开|步行|到达|到|完|全程|~)*(?:要|需要|需|用|花)+(?:走|行|跑)?<?>~",)},
)  # fmt: skip
def _time_needed(s: Scene) -> None:
    """Way by speed."""
    far, speed = s.one("far"), s.one("speed")
    unit = {"分": "分钟", "时": "小时"}.get(speed.word("p"), speed.word("p"))
    if re.search(
        "返|回|往|又|再|还|剩|同时|提前|早|晚|慢|快|先|已|休息|车长|桥|隧道|迎|追|相遇|两车|两人", s.text
    ):
        raise Unfit
    way = s.to(far["d"], far.unit("d"), speed.unit("v"))
    time = s.step("时间＝路程÷速度", way / speed["v"], unit)
    asked = {"分": "分钟"}.get(s.asked.unit("?"), s.asked.unit("?"))
    s.give(s.to(time, unit, asked), asked, "需要的时间")
