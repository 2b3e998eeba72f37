"""One on the way by the clock: from the times of leaving and of arriving to the distance or the speed, and from these to a time. In English and Chinese.

Not read: two on the way (`travel.py`), ways back, speeds that change, time zones.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.numbers.clock.moments import DAY, Moment, moment, pattern
from solver.topics.numbers.clock.reading import span
from solver.topics.stories.everyday.kinds import Story, en, kind, zh
from solver.topics.stories.school.working import Term, Unfit, Working, num


def _t(name: str) -> str:
    return f"(?P<{name}>{pattern('en')})"


_V: Final = r"(?:an? |the )?(?:steady |constant |average |uniform |mean )*(?:(?:speed|rate|pace) of )?<v> (?P<vu>(?:km|miles|m|feet)/(?:h|min|s))"
_WHO: Final = rf"(?:(?:if|when) )?(?:it|he|she|they|we|i|{en(4)})"
_ON: Final = "(?:travell?(?:s|ed|ing)?|dr(?:ives|ove|iving)|r(?:ides|ode|iding)|walk(?:s|ed|ing)|cycl(?:es|ed|ing)|r(?:uns|an|unning)|go(?:es|ing)?|went|mov(?:es|ed|ing)|fl(?:ies|ew|ying)|sail(?:s|ed|ing)|jog(?:s|ged|ging)|averag(?:es|ed|ing)|journeys)"
_SET_OFF: Final = (
    "(?:leaves?|left|departs?|departed|sets? (?:off|out)|starts?|started|begins?|began|pulls out|pulled out)"
)
_THERE: Final = "(?:reach(?:es|ed)?|arriv(?:es|ed|ing)|gets|got|comes? in|came in|pulls in|pulled in|and reaching|reaching|finish(?:es|ed)|ends?|ended)"
_DAY: Final = r"(?: ?,?(?: on)?(?: the)? same (?:day|morning|afternoon|evening)| that (?:day|same day|afternoon|morning|evening)| today|(?P<next> ?,?(?: on)? the (?:next|following) (?:day|morning)))?"
_STOP: Final = r"(?:stop(?:s|ped)?|rest(?:s|ed)?|break|breaks|pause[sd]?|wait(?:s|ed)?|halt(?:s|ed)?)"
_WITHOUT: Final = r"(?: ?,? ?(?:without (?:stopping|a stop|stops|any stops|a break)|non-?stop|all the way|the whole way|throughout(?: the journey)?|(?:while|when)(?: it is)? (?:moving|in motion)))?"
_PLACE: Final = rf"(?: (?:(?:from|to|for|at|in|on|towards|along|by|of|between|and) (?:the )?(?:2 )?{en(3)}|{en(2)})){{0,3}}"


@kind(
    r"\d ?: ?\d\d|\d ?[ap]\.?m\b|o'clock|noon|midnight",
    "en",
    {
        "leave": (rf"{_WHO} ?{_SET_OFF}{_PLACE} ?(?:at )?{_t('a')}(?:{_PLACE})?", rf"at {_t('a')},? {_WHO} ?{_SET_OFF}{_PLACE}"),
        "leave_fast": (rf"{_WHO} ?{_SET_OFF}{_PLACE} ?(?:at )?{_t('a')}(?:{_PLACE}) ?,? ?(?:and )?{_ON} (?:at )?{_V}{_WITHOUT}",),
        "arrive": (rf"(?:{_WHO} ?)?{_THERE}(?: (?:at|in|to))?{_PLACE} ?(?:at )?{_t('b')}{_DAY}",),
        "due": (rf"{_WHO} ?(?:is|was|are) (?:due|supposed|expected|scheduled) to (?:be|arrive|reach|get)(?: (?:at|in|to))?{_PLACE} ?(?:at|by|before) {_t('b')}{_DAY}", rf"{_WHO} ?(?:has to|have to|must|needs to|wants to|is due to|should)(?: be|{en(1)}) ?(?:{_PLACE}) ?(?:at|by|before) {_t('b')}{_DAY}",),
        "whole": (rf"(?:a |the )?(?:journey|trip|drive|flight|ride|walk|race|run) (?:lasts?|lasted|takes place|is) from {_t('a')} (?:to|until|till) {_t('b')}{_DAY}", rf"{_WHO} ?{_ON}{_PLACE} ?from {_t('a')} (?:to|until|till) {_t('b')}{_DAY}(?: ?,? ?at {_V})?", rf"(?:from|between) {_t('a')} (?:to|until|till|and) {_t('b')}{_DAY},? {_WHO} ?{_ON}{_PLACE}(?: ?at {_V})?{_WITHOUT}"),
        "speed": (rf"(?:{_WHO} ?)?{_ON}{_PLACE}(?: ?at)? {_V}{_WITHOUT}(?:{_PLACE})?", rf"(?:its|his|her|their|the|{en(2)}) ?(?:average |mean |constant |steady )*speed (?:is|was) {_V}{_WITHOUT}", rf"at {_V}{_WITHOUT}"),
        "far": (rf"(?:it is )?(?:{en(4)})?(?:is|are) <d> (?P<du>km|miles|m)(?: (?:apart|away(?: from {en(3)})?|from {en(3)}|long|far))?", rf"(?:the |a )?(?:{en(1)})?(?:distance|journey|trip|road|route|way){_PLACE} ?(?:is|was) <d> (?P<du>km|miles|m)(?: long)?", rf"(?:{_WHO} ?){_ON} (?:a distance of )?<d> (?P<du>km|miles|m){_PLACE}", rf"(?:{_WHO} ?)?{_ON}(?: a distance of)? <d> (?P<du>km|miles|m){_PLACE}(?: ?at {_V}{_WITHOUT})?", rf"(?:the|a) (?:journey|trip|distance|drive) of <d> (?P<du>km|miles|m) (?:is|was) (?:made|covered|driven|travelled) at {_V}"),
        "idle": (r"(?:it does not stop|without (?:stopping|a stop)|non-?stop)",),
        "stop": (rf"(?:{_WHO} ?)?(?:(?:has|had|takes?|took|makes?|made|with|including|which includes?|this includes?) )?(?:an? )?{_STOP}(?: (?:for|of))? <s> (?P<su>minutes?|min|hours?){_PLACE}", rf"(?:{_WHO} ?)?(?:has|had|takes?|took|makes?|made|with|including|which includes?|this includes?) an? <s>[ -]?(?P<su>minutes?|min|hours?) {_STOP}{_PLACE}"),
        "ask_far": (rf"how far (?:is it|is|did|does|was|has)(?: it| {en(4)})?(?:{_PLACE}| and {en(2)})*(?: (?:travel|go|drive|ride|walk|travelled|gone)(?:{_PLACE})?)?", rf"how (?:many (?P<fu>km|miles|m)|long) (?:is|are|did|does|was) (?:it|the|{en(3)})(?:{_PLACE}| and {en(2)})*(?: (?:travel|go|drive|ride|walk|cycle))?", rf"(?:what is|what was|find|calculate|work out) the (?:total )?(?:distance|length){_PLACE}(?: in (?P<fu>km|miles|m))?"),
        "ask_arrive": (rf"(?:at what time|what time|when) (?:does|did|will|do|would|should) (?:it|he|she|they|we|{en(4)}) ?(?:arrive|reach|get|be|finish|come)(?: (?:there|back))?{_PLACE}", rf"(?:find|what is|calculate|work out) (?:the|its|his|her) (?:time of arrival|arrival time)(?:{_PLACE})?"),
        "ask_leave": (rf"(?:at what time|what time|when) (?:does|did|will|do|must|should) (?:it|he|she|they|we|{en(4)}) ?(?:leave|set off|set out|start|depart|have left|have started)(?:{_PLACE})?(?: (?:in order )?to (?:arrive|be there|get|reach|be)(?:{_PLACE}) ?(?:at|by) {_t('b')})?",),
        "ask_speed": (rf"(?:what is|what was|find|calculate|work out) (?:its|the|his|her|their|{en(3)}) ?(?:average |mean )*speed(?: of {en(3)}| for {en(3)}| on {en(3)})?(?: ?,? ?in (?P<au>(?:km|miles|m)/(?:h|min|s)))?", rf"how fast (?:did|does|was|is) (?:it|he|she|they|{en(3)}) ?(?:travel|go|drive|travelling|going|driving)?(?: on average)?(?: ?,? ?in (?P<au>(?:km|miles|m)/(?:h|min|s)))?"),
    },
)  # fmt: skip
def _in_english(s: Story, work: Working) -> None:
    if re.search(
        r"\b(?:return\w*|back|halfway|each other|other|second|another|speeds up|slows|then)\b", s.text
    ):
        raise Unfit
    _trip(s, work)


def _zt(name: str) -> str:
    return f"(?P<{name}>{pattern('zh')})"


_ZV: Final = r"(?:平均)?(?:(?:速度|时速)(?:是|为)?)?(?:每(?P<per>小时|分钟?)(?:行驶|行走|飞行|行|走|骑|跑|开)?|以每(?P<per2>小时|分钟?))<v>(?P<vl>千米|公里|米)(?:的速度)?(?:行驶|行走|前进|飞行|步行|骑行)?"
_ZGO: Final = f"(?:出发|开出|出门|离家|动身|起程|启程|开车|发车|起飞|上路|离开{zh(4)}|(?:从|由){zh(6, 1)}(?:出发|开出|开往|驶往|去往|前往|步行去|骑车去|走到|去|骑自行车去|飞往|乘车去){zh(6)}|(?:从|由)?{zh(4)}(?:出发|出门),?(?:骑自行车|骑车|开车|步行|乘车|坐车)?(?:去|到|往|前往){zh(5)})"
_ZTHERE: Final = f"(?:到达|抵达|到|抵|走到|开到){zh(6)}"


@kind(
    r"\d ?: ?\d\d|\d[点时]",
    "zh",
    {
        "leave": (rf"{zh(8)}{_zt('a')},?{zh(6)}{_ZGO}", rf"{_zt('a')},?{zh(8)}{_ZGO}", rf"{zh(8)}(?:从|由){zh(6, 1)}(?:出发|开出|开往{zh(4)})(?:的)?(?:时间|时刻)(?:是|为){_zt('a')}"),
        "arrive": (rf"(?:于|在)?{_zt('b')}(?:就|才|正好|准时|刚好)?{_ZTHERE}", rf"{zh(6)}(?:到达{zh(4)}|到校|到家)(?:的)?(?:时间|时刻)?(?:是|为){_zt('b')}"),
        "whole": (rf"{zh(8)}(?:从|由)?{_zt('a')}(?:一直)?(?:开始)?(?:行驶|走|骑|飞|开)?(?:到|至){_zt('b')}",),
        "speed": (rf"{zh(8)}{_ZV}", rf"{zh(6)}的?(?:平均)?(?:速度|时速)(?:是|为)每(?P<per>小时|分钟?)<v>(?P<vl>千米|公里|米)", rf"{zh(6)}的?(?:平均)?(?:速度|时速)(?:是|为)<v>(?P<vl>千米|公里|米)/(?:每)?(?P<per>时|小时|分钟?|分)"),
        "far": (rf"{zh(8)}(?:和{zh(4)})?(?:之间)?(?:的)?(?:相距|距离|相隔|路程|距|离{zh(5)})(?:是|为|有)?<d>(?P<du>千米|公里|米)", rf"{zh(8)}(?:全长|全程|路程)(?:是|为|共)?<d>(?P<du>千米|公里|米)"),
        "stop": (rf"(?:途中|中途|路上)(?:{zh(4)})?(?:休息|停留|停车|停|停靠|耽误|用餐)(?:了)?<s>(?P<su>分钟?|小时)",),
        "ask_far": (rf"{zh(8)}(?:到|离|距离?){zh(6)}(?:一共|共)?(?:是|有)?(?:(?:多少|几)(?P<fu>千米|公里|米)|多远)", rf"{zh(8)}(?:和{zh(4)})?(?:之间)?(?:的)?(?:相距|距离|路程|离{zh(5)}|距{zh(5)}|全程|全长)(?:是|为|有|大约有)?(?:(?:多少|几)(?P<fu>千米|公里|米)|多远|多长)", rf"{zh(6)}(?:一共|共)?(?:行|走|行驶|骑|飞行|开)了?(?:多少|几)(?P<fu>千米|公里|米)"),
        "ask_arrive": (rf"{zh(6)}(?:将|会|应该|可以|能|在)*(?:几时几分|几点几分|几点|几时|什么时候|什么时间|什么时刻|何时)(?:能|可以|可)?(?:到达|到|抵达){zh(5)}", rf"{zh(6)}(?:到达|到|抵达){zh(5)}(?:的)?(?:时间|时刻|时)?是(?:几时几分|几点几分|几点|几时|什么时候|什么时间|什么时刻)"),
        "ask_leave": (rf"{zh(6)}(?:应该?|必须|最晚|最迟|是|要|在)*(?:几时几分|几点几分|几点|几时|什么时候|什么时间|何时)(?:从{zh(4)})?(?:出发|出门|开出|离家|动身)(?:的)?",),
        "ask_speed": (rf"{zh(8)}(?:平均)?每(?P<pa>小时|分钟?)(?:行驶|行走|行|走|骑|跑|飞行)?(?:多少|几)(?P<fu>千米|公里|米)", rf"{zh(6)}的?(?:平均)?速度是(?:每(?P<pa>小时|分钟?))?(?:多少)(?P<fu>千米|公里|米)?(?:每(?P<pb>小时|分钟?)|/(?P<pc>时|小时|分))?"),
    },
)  # fmt: skip
def _in_chinese(s: Story, work: Working) -> None:
    if re.search("返回|原路|往返|同时|另一|追|相遇|改|加速|提速|减速|又", s.text):
        raise Unfit
    _trip(s, work)


_SAYS: Final = {
    "minutes": ("the time from leaving to arriving, in minutes", "从出发到到达的时间（分钟）"),
    "moving": ("the time on the way without the stop", "除去停留，行驶的时间"),
    "hours": ("this in hours", "换算成小时"),
    "way": ("the distance: speed times time", "路程：速度×时间"),
    "time": ("the time: distance divided by speed", "时间：路程÷速度"),
    "in_minutes": ("this in minutes", "换算成分钟"),
    "all": ("with the stop", "加上停留的时间"),
    "speed": ("the average speed: distance divided by time", "速度：路程÷时间"),
    "stop": ("the stop in minutes", "停留的分钟数"),
}  # fmt: skip
_LABELS: Final = {
    "way": ("the distance", "路程"),
    "speed": ("the average speed", "平均速度"),
    "arrive": ("the time of arrival", "到达的时刻"),
    "leave": ("the time of leaving", "出发的时刻"),
}  # fmt: skip
_LENGTHS: Final = {"千米": "km", "公里": "km", "米": "m"}


def _trip(s: Story, work: Working) -> None:
    chinese = work.language == "zh"

    def step(key: str, term: Term, unit: str = "") -> Term:
        return work.step(_SAYS[key][chinese], term, unit)

    length, per = _rate(s)
    first, second = _moment(s, work, "a"), _moment(s, work, "b")
    stop = _stop(s, work)
    hour = {"h": ("小时" if chinese else "hours"), "min": ("分钟" if chinese else "minutes")}
    minute = hour["min"]
    if s.question == "speed" and stop is not None:
        raise Unfit  # with the stop, or while moving?
    if s.question in ("far", "speed"):
        if (
            first is None
            or second is None
            or s.has("d") == (s.question == "far")
            or s.has("v") == (s.question == "speed")
        ):
            raise Unfit
        found = span(first, second, None, work.language)
        if found is None:
            raise Unfit
        start = first.minutes
        end = start + found.minutes
        time = step(
            "minutes",
            num(end // 60) * num(60) + num(end % 60) - (num(start // 60) * num(60) + num(start % 60)),
            minute,
        )
        if stop is not None:
            time = step("moving", time - stop, minute)
        if per == "h":
            time = step("hours", time / num(60), hour["h"])
        if s.question == "far":
            if any(w not in (length, "") for w in map(_length, s.words("fu"))):
                raise Unfit
            work.give(
                step("way", s.told("v") * time, _shown(length, s)), _shown(length, s), _LABELS["way"][chinese]
            )
        else:
            unit = _shown(length, s) + (
                "/" + ("时" if chinese else "h") if per == "h" else "/" + ("分" if chinese else "min")
            )
            work.give(step("speed", s.told("d") / time, unit), unit, _LABELS["speed"][chinese])
        return
    known = first if s.question == "arrive" else second
    other = second if s.question == "arrive" else first
    if known is None or other is not None or not s.has("d") or not s.has("v"):
        raise Unfit
    time = step("time", s.told("d") / s.told("v"), hour[per])
    if per == "h":
        time = step("in_minutes", time * num(60), minute)
    if stop is not None:
        time = step("all", time + stop, minute)
    if time.value.denominator != 1 or not 0 < time.value < DAY:
        raise Unfit
    _hand(work, s.question, known, int(time.value), _LABELS[s.question][chinese])


def _hand(work: Working, question: str, known: Moment, minutes: int, label: str) -> None:
    """The time so many minutes after the one that is told, or before it."""
    shown, later = known.shown(known.minutes, work.language), question == "arrive"
    if known.half == "open" and not 0 < known.minutes + (minutes if later else -minutes) < 13 * 60:
        raise Unfit
    if work.language == "zh":
        asked = f"{shown}{'再过' if later else '的'}{minutes}分钟{'是' if later else '前是'}几时几分"
        work.hand(
            "clock", asked, "到达的时刻比出发晚这么久。" if later else "出发的时刻比到达早这么久。", "", label
        )
    else:
        asked = f"What time is {minutes} minutes {'after' if later else 'before'} {shown}"
        work.hand("clock", asked, "Now count on the clock.", "", label)


def _moment(s: Story, work: Working, name: str) -> Moment | None:
    """The time of leaving (a) or arriving (b)."""
    told = s.words(name)
    if not told:
        return None
    found = moment(told[0], work.language) if len(told) == 1 else None
    if found is None:
        raise Unfit
    if name == "b" and s.has("next"):
        return Moment(found.minutes, found.half, found.style, next_day=True)
    return found


def _stop(s: Story, work: Working) -> Term | None:
    """The stop in minutes."""
    if not s.has("s"):
        return None
    stop, unit = s.told("s"), s.place("s").values["su"]
    if unit.startswith(("h", "小")):
        stop = work.step(_SAYS["stop"][work.language == "zh"], stop * num(60))
    return stop


def _length(unit: str) -> str:
    return _LENGTHS.get(unit, unit)


def _shown(length: str, s: Story) -> str:
    """The unit as the problem writes it."""
    return next((w for name in ("vl", "du", "fu") for w in s.words(name) if _length(w) == length), length)


def _rate(s: Story) -> tuple[str, str]:
    """The units of length and time in which speeds are told or asked for; the distance has the same one."""
    rates = set(s.words("vu")) | set(s.words("au"))
    lengths = {_length(w) for n in ("vl", "du") for w in s.words(n)}
    pers = {
        "h" if w in ("时", "小时") else "min" for n in ("per", "per2", "pa", "pb", "pc") for w in s.words(n)
    }
    for rate in rates:
        length, per = rate.split("/")
        lengths.add(length)
        pers.add(per)
    if s.question == "speed" and not pers and lengths <= {"km", "miles"}:
        pers = {"h"}
    lengths |= {_length(w) for w in s.words("fu")}
    if len(lengths) != 1 or len(pers) != 1 or pers == {"s"}:
        raise Unfit
    return lengths.pop(), pers.pop()
