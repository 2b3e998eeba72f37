"""Boats with and against the current, planes with and against the wind: speeds from times, times and ways from speeds.

Not read: what drifts, stops on the way, two boats.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.scenes.scene import Found, Scene, kind
from solver.topics.stories.school.working import Term, Unfit, num

_DOWN: Final = "顺流而下|顺水而下|顺流|顺水|顺风"
_UP: Final = "逆流而上|逆水而上|逆流|逆水|逆风"
_GO: Final = "(?:航行|飞行|行驶|而行|行走|返回|返航|回来|行|开|飞|回)"
_PLACES: Final = "(?:[甲a][、和与]?[乙b])?(?:两|<k>)?个?(?:码头|港口|港|地|城市|城|站|镇|村|机场)"
_PER: Final = "(?:小时|分钟|分|秒|时)"
_WATER: Final = "(?:水流|水|河水|江水|风)(?:流动)?的?(?:速度|流速|速)"
_STILL: Final = "(?:静水中?|无风)(?:时|航行时|飞行时)?(?:的)?(?:航行|飞行|行驶)?的?(?:速度)?"
_FIRST: Final = f"(?:是|为)?每(?P<p>{_PER})(?:能|可以|可)?{_GO}?<v:u>(?:的速度)?"
_SECOND: Final = f"(?:是|为)<v:u>(?:/|每)(?P<p>{_PER})"
_UNIT: Final = f"(?:每(?P<p>{_PER})(?:能|可以)?{_GO}?)?(?:<?>)(?:(?:/|每){_PER})?"
_STRANGE: Final = re.compile(
    "漂|停|丢|掉|木筏|竹排|同时|相遇|追|两船|两艘|提前|晚|早|先|比|又|再|倍|来回共|往返共|平均|剩"
)
"""What a method for one boat on one way has no place for."""


@kind(
    {
        "way": ("~(?:在|往返于|往返在|往返|来往于|来回于|航行于|从|于)+相距<n:u>的?{places}(?:之间|间)?(?:来回|往返)?{go}?", "{places}(?:之间|间)?的?(?:水路|航线|航程|路程|距离|航道)?(?:相距|相隔|全长|长|是|为)+<n:u>"),
        "leg": ("~(?P<d>{down}|{up})~{go}?(?:全程|<n:u>)?(?:一共|共|只|需要|需|要|用了|用|花了|花)*<t:u>(?:到达?~)?", "~(?P<d>{down}|{up})~{go}?<t:u>(?:共|一共|能|可以|可)?{go}(?:了)?<n:u>"),
        "speed": ("~(?P<d>{down}|{up}){go}?时?的?(?:速度)?{first}", "~(?P<d>{down}|{up}){go}?时?的?速度{second}"),
        "still": ("~在?{still}{first}", "~在?{still}{second}"),
        "current": ("~{water}{first}", "~{water}{second}"),
    },
    {
        "both": ("~在?{still}(?:和|与|以及|及){water}(?:各|分别)*(?:是|为)?{unit}",),
        "turned": ("~{water}(?:和|与|以及|及)~在?{still}(?:各|分别)*(?:是|为)?{unit}",),
        "still": ("~在?{still}(?:是|为)?{unit}",), "current": ("(?P<w>~){water}(?:是|为)?{unit}",),
        "speed": ("~(?P<d>{down}|{up}){go}?时?的?速度(?:是|为)?{unit}",),
        "time": ("~(?P<d>{down}|{up})~{go}?(?:全程|<n:u>)?(?:一共|共|需要|需|要|用|花)*<?>~",),
        "far": ("~(?P<d>{down}|{up}){go}?<t:u>(?:可以|能|可|共)*{go}<?>~",),
    },
    down=_DOWN, up=_UP, places=_PLACES, water=_WATER, still=_STILL, unit=_UNIT, first=_FIRST, second=_SECOND, go=_GO,
)  # fmt: skip
def _river(s: Scene) -> None:
    if _STRANGE.search(s.text) or s.question == "current" and re.search("静水|无风", s.asked.word("w")):
        raise Unfit
    way = s.maybe("way")
    asked_way = s.asked if s.question == "time" and s.asked.has("n") else None
    lengths = {f.unit("n") for f in (way, asked_way, *s.all("leg")) if f is not None and f.has("n")}
    lengths |= {f.unit("v") for f in s.all("speed", "still", "current")}
    times = {_hours(f.word("p")) for f in s.all("speed", "still", "current")}
    times |= {_hours(f.unit("t")) for f in (s.asked, *s.all("leg")) if f.has("t")}
    times |= {_hours(s.asked.word("p"))} if s.asked.has("p") else set()
    if len(lengths) != 1 or len(times) != 1 or any(f.has("k") and f.value("k") != 2 for f in s.all("way")):
        raise Unfit
    length, time = lengths.pop(), times.pop()
    if way is not None and (asked_way is not None or any(f.has("n") for f in s.all("leg"))):
        raise Unfit
    rate = f"{length}/{time}"
    down, up = (_moving(s, sense, way, rate) for sense in "顺逆")
    known = [
        down,
        up,
        *(None if told is None else told["v"] for told in (s.maybe("still"), s.maybe("current"))),
    ]
    if sum(term is not None for term in known) != 2:
        raise Unfit
    speeds = _Speeds(s, rate, *known)
    used = bool(s.all("leg"))
    if s.question in ("both", "turned", "still", "current"):
        if way is not None and not used or s.asked.has("_u") and s.asked.unit("?") != length:
            raise Unfit
        names = {"both": ("still", "current"), "turned": ("current", "still")}.get(s.question, (s.question,))
        terms = [(speeds.of(name), rate, _NAMES[name]) for name in names]
        if any(term.value <= 0 for term, _, _ in terms):
            raise Unfit
        s.work.give(*terms[0])
        for one in terms[1:]:
            s.work.give_also(*one)
        return
    speed = speeds.of("down" if s.asked.word("d")[0] == "顺" else "up")
    if speed.value <= 0:
        raise Unfit
    if s.question == "speed":
        if way is not None and not used or s.asked.has("_u") and s.asked.unit("?") != length:
            raise Unfit
        s.work.give(speed, rate, f"{s.asked.word('d')[:2]}速度")
    elif s.question == "far":
        if way is not None or s.asked.unit("?") != length:
            raise Unfit
        s.work.give(s.step("路程＝速度×时间", speed * s.asked["t"], length), length, "路程")
    else:
        told = asked_way or way
        if told is None or _hours(s.asked.unit("?")) != time:
            raise Unfit
        s.work.give(s.step("时间＝路程÷速度", told["n"] / speed, time), time, "时间")


_NAMES: Final = {"still": "静水（无风）中的速度", "current": "水流（风）的速度"}


def _hours(unit: str) -> str:
    found = {"时": "小时", "分": "分钟", "个小时": "小时"}.get(unit, unit)
    if found not in ("小时", "分钟", "秒"):
        raise Unfit
    return found


def _moving(s: Scene, sense: str, way: Found | None, rate: str) -> Term | None:
    """The speed with the current or against it, where it is told or follows from a way and its time."""
    legs = [f for f in s.all("leg", "speed") if f.word("d")[0] == sense]
    if len(legs) > 1:
        raise Unfit
    if not legs:
        return None
    leg = legs[0]
    if leg.has("v"):
        return leg["v"]
    told = leg if leg.has("n") else way
    if told is None and re.search("返|回", leg.text):
        told = next((f for f in s.all("leg") if f.has("n")), None)
    if told is None:
        raise Unfit
    return s.step(f"{leg.word('d')[:2]}速度＝路程÷时间", told["n"] / leg["t"], rate)


class _Speeds:
    """Any of the four speeds from two of them."""

    def __init__(
        self,
        s: Scene,
        rate: str,
        down: Term | None,
        up: Term | None,
        still: Term | None,
        current: Term | None,
    ) -> None:
        self._s, self._rate = s, rate
        self._known = {"down": down, "up": up, "still": still, "current": current}

    def of(self, name: str) -> Term:
        """The speed of this name."""
        down, up, still, current = self._known.values()
        known = self._known[name]
        if known is not None:
            return known
        if name == "still":
            if down is not None and up is not None:
                return self._step("静水速度＝（顺水速度＋逆水速度）÷2", (down + up) / num(2))
            if down is not None and current is not None:
                return self._step("静水速度＝顺水速度－水流速度", down - current)
            if up is not None and current is not None:
                return self._step("静水速度＝逆水速度＋水流速度", up + current)
        if name == "current":
            if down is not None and up is not None:
                return self._step("水流速度＝（顺水速度－逆水速度）÷2", (down - up) / num(2))
            if down is not None and still is not None:
                return self._step("水流速度＝顺水速度－静水速度", down - still)
            if up is not None and still is not None:
                return self._step("水流速度＝静水速度－逆水速度", still - up)
        still, current = self.of("still"), self.of("current")
        if name == "down":
            return self._step("顺水速度＝静水速度＋水流速度", still + current)
        return self._step("逆水速度＝静水速度－水流速度", still - current)

    def _step(self, says: str, term: Term) -> Term:
        if "风" in self._s.text:
            says = says.translate(_WIND).replace("静风", "无风").replace("风流", "风")
        return self._s.step(says, term, self._rate)


_WIND: Final = str.maketrans("水", "风")
