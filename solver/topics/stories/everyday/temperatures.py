"""Temperatures that rise and fall past zero, and how far two of them lie apart. Not read: so many degrees every hour, other scales."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from solver.topics.stories.everyday.kinds import Story, en, kind
from solver.topics.stories.school.working import Unfit, Working

_DEGREES: Final = r"(?:° ?c\b|degrees? celsius|degrees? c\b|degrees?|°)"
_T: Final = rf"(?P<t>-? ?\d+(?:\.\d+)?) ?{_DEGREES}(?P<below> below (?:zero|0|freezing))?"
_TIME: Final = r"(?:\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\b\.?| ?o'clock)?|noon|midday|midnight|dawn|sunrise|sunset|night|nightfall|lunchtime|breakfast time|teatime|dusk|(?:the )?(?:early |late |next |following |same )*(?:morning|afternoon|evening|night|day)|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: morning| afternoon| evening| night)?)"
_WHEN: Final = rf"(?:(?:(?:at|by|in|on|during|before|after) )?{_TIME}|overnight|yesterday(?: morning)?|today|tonight|this morning|last night|(?:on )?(?:one|1|a) (?:cold |winter |winter's |frosty )*(?:morning|night|day|evening)|later|then|now)"
_SUBJECT: Final = rf"(?:the )?(?:air |outside |outdoor )?(?:temperature|thermometer|it)(?: (?:in|on|at) (?!the morning|the evening|noon|night){en(3)})?"
_UP: Final = r"(?P<up>rises?|rose|risen|rising|went up|goes up|gone up|increased|climbed|warmed up)"
_DOWN: Final = (
    r"(?P<down>falls?|fell|fallen|drops?|dropped|went down|goes down|gone down|decreased|sank|sunk)"
)
_BY: Final = rf"(?:by )?(?P<d>\d+(?:\.\d+)?) ?{_DEGREES}"


@kind(
    r"temperature|° ?c\b",
    "en",
    {
        "level": (
            rf"(?:(?P<w1>{_WHEN}) ?,? )?{_SUBJECT} ?(?:is|was|reads?|showed|shows|stood at|started at|has a temperature of) {_T}(?: ?,? (?P<w2>{_WHEN}))?",
        ),
        "change": (
            rf"(?:(?P<w1>{_WHEN}) ?,? )?(?:{_SUBJECT} )?(?:has |had )?(?:{_UP}|{_DOWN}) {_BY}(?: (?P<w2>{_WHEN}))?(?: (?:from|compared (?:to|with)) (?:its |the )?(?P<base>{_TIME}) (?:value|temperature|reading))?",
            rf"(?:(?P<w1>{_WHEN}) ?,? )?{_SUBJECT} (?:is|was) (?P<d>\d+(?:\.\d+)?) ?{_DEGREES} (?:(?P<up>warmer|higher|hotter)|(?P<down>colder|lower|cooler))(?: than (?:it was )?(?:at |in )?(?P<base>{_TIME}))?",
        ),
        "places": (rf"(?:(?:one|1) (?:day|morning|night) )?the temperature (?:in|at) (?P<x>{en(2)})(?:is|was) {_T} (?:and|while|but) (?:the temperature |it is |it was )?(?:in|at) (?P<y>{en(2)})(?:it )?(?:is|was) (?P<t2>-? ?\d+(?:\.\d+)?) ?{_DEGREES}",),
        "fell": (rf"the temperature (?:is|was) {_T} (?P<w1>{_WHEN}) (?:and|but) (?P<t2>-? ?\d+(?:\.\d+)?) ?{_DEGREES} (?P<w2>{_WHEN})",),
        "ask_fall": (r"by how (?:many degrees|much) did (?:the temperature|it) (?P<way>fall|drop|rise|increase|decrease|go down|go up)", r"how (?:many degrees|much) did (?:the temperature|it) (?P<way>fall|drop|rise|increase|decrease|go down|go up)(?: by)?"),
        "ask_level": (rf"what (?:is|was|will be|would be) (?:the )?(?:new |final )?temperature(?: be)?(?: (?P<w>{_WHEN}))?(?: ?,? in {_DEGREES})?", rf"what (?:is|was) the (?P<w>{_TIME}) temperature(?: ?,? in {_DEGREES})?", rf"(?:find|work out) the (?:new |final )?temperature(?: (?P<w>{_WHEN}))?"),
        "ask_apart": (rf"how (?:many degrees|much) (?P<way>warmer|colder|hotter|cooler) (?:is|was) (?:it in )?(?P<p>{en(2)})than (?:it (?:is|was) )?(?:in )?(?P<q>{en(2)})", r"what is the difference (?:between the (?:2|two) temperatures|in temperature|in the temperatures?)(?: between (?:the )?(?:2|two) (?:cities|towns|places))?"),
    },
)  # fmt: skip
def _temperature_in_english(s: Story, work: Working) -> None:
    if s.question == "apart":
        s.only("places")
        told = s.one("places").values
        _apart(
            work,
            _degrees(told),
            Fraction(told["t2"].replace(" ", "")),
            [told[k].strip() for k in "xy"],
            s.asked.values,
        )
        return
    if s.question == "fall":
        s.only("fell")
        told = s.one("fell").values
        first, second = _degrees(told), Fraction(told["t2"].replace(" ", ""))
        if (first > second) != (s.asked.values["way"] in ("fall", "drop", "decrease", "go down")):
            raise Unfit
        _apart(work, first, second, [], {})
        return
    s.only("level", "change")
    _followed(s, work)


_WHEN_ZH: Final = r"(?:(?:到了?|第二天|当天|这天|那天|当日|某天|今天|昨天|次日|一天|1天|这一天|北京|在)*(?:早晨|早上|清晨|凌晨|上午|中午|正午|下午|傍晚|晚上|夜间|夜里|夜晚|半夜|午夜|深夜|\d+[时点]|[今昨当那这某1一]天))"
_C: Final = "(?:°C|摄氏度|度)"
_PLACE: Final = r"(?:(?!最|气温)[\u4e00-\u9fff]{2,4}?(?:市|县|镇)?)"
_T_ZH: Final = rf"(?P<z>零下)?(?P<t>-?\d+(?:\.\d+)?){_C}"


@kind(
    "气温|温度|温差",
    "zh",
    {
        "level": (rf"(?:{_PLACE}|某地)?(?P<w1>{_WHEN_ZH})?的?(?:气温|温度)(?:是|为)?{_T_ZH}",),
        "change": (rf"(?P<w1>{_WHEN_ZH})?(?:气温)?(?:又)?(?:比(?P<base>{_WHEN_ZH}))?(?:又)?(?:(?P<up>上升|升高|升|回升|高)|(?P<down>下降|降低|降|低))了?(?P<d>\d+(?:\.\d+)?){_C}",),
        "high": (rf"(?:{_PLACE}|某地)?(?:{_WHEN_ZH})?的?最高(?:气温|温度)(?:是|为)?{_T_ZH}",),
        "low": (rf"(?:{_PLACE}|某地)?(?:{_WHEN_ZH})?的?最低(?:气温|温度)(?:是|为)?{_T_ZH}",),
        "at": (rf"(?P<x>{_PLACE})(?:某天|今天|今日)?的?(?:气温|温度)(?:是|为)?{_T_ZH}",),
        "ask_level": (rf"(?:这时|那么|求)?(?P<w>{_WHEN_ZH})?的?(?:气温|温度)(?:是|为)?(?:多少{_C}?|几{_C})?",),
        "ask_range": (rf"(?:{_PLACE})?(?:{_WHEN_ZH}|这天|这一天)?的?(?:温差|最高(?:气温|温度)比最低(?:气温|温度)高|最高(?:气温|温度)(?:和|与)最低(?:气温|温度)相差)(?:是|为)?(?:多少{_C}?|几{_C})",),
        "ask_apart": (rf"(?:这)?(?:两地|两个城市|两市|两城市)?的?(?:气温|温度|温差)?(?:相差|是)(?:多少{_C}?|几{_C})",),
    },
)  # fmt: skip
def _temperature_in_chinese(s: Story, work: Working) -> None:
    if s.question == "range":
        s.only("high", "low")
        _apart(work, _degrees(s.one("high").values), _degrees(s.one("low").values), ["high", "low"], {})
        return
    if s.question == "apart":
        s.only("at", "level")
        two = s.all("at", "level")
        if len(two) != 2:
            raise Unfit
        one, other = (_degrees(said.values) for said in two)
        _apart(work, one, other, ["one", "other"], {})
        return
    s.only("level", "change")
    _followed(s, work)


def _degrees(told: object) -> Fraction:
    values = dict(told)  # type: ignore[call-overload]
    size = Fraction(values["t"].replace(" ", ""))
    if values.get("z") or values.get("below"):
        if size < 0:
            raise Unfit
        return -size
    return size


def _signed(number: Fraction) -> str:
    shown = str(float(number)) if number.denominator != 1 else str(number)
    return f"({shown})" if number < 0 else shown


def _hand(work: Working, expression: str, label: str, says: str) -> None:
    question = f"计算 {expression}" if work.language == "zh" else f"Calculate {expression}"
    work.hand("arithmetic", question, says, "°C", label)


def _apart(work: Working, one: Fraction, other: Fraction, names: list[str], asked: object) -> None:
    """The higher one without the lower one."""
    values: dict[str, str] = dict(asked)  # type: ignore[call-overload]
    if "way" in values:
        p, q = values["p"].strip(), values["q"].strip()
        if sorted((p, q)) != sorted(names):
            raise Unfit
        first, second = (one, other) if p == names[0] else (other, one)
        if (first < second) != (values["way"] in ("colder", "cooler")):
            raise Unfit
    high, low = max(one, other), min(one, other)
    if high == low:
        raise Unfit
    chinese = work.language == "zh"
    _hand(work, f"{_signed(high)} - {_signed(low)}", "相差的度数" if chinese else "the difference", "较高的气温减去较低的气温。" if chinese else "Take the lower temperature from the higher one.")  # fmt: skip


_KEY: Final = re.compile(r"^(?:at|by|in|on|during|before|after|到了?|当天|这天|那天|当日)? ?(?:the )?")


def _key(told: str | None) -> str:
    """A time without what leads to it, each of its names as one."""
    if told is None:
        return ""
    plain = _KEY.sub("", told.strip().replace(".", ""))
    plain = re.sub(r"^(?:one|1|a) .*(morning|night|evening)$", r"\1", plain)
    same = {"midday": "noon", "overnight": "night", "tonight": "night", "this morning": "morning", "last night": "night", "夜间": "夜里", "夜晚": "夜里", "晚上": "晚上", "早上": "早晨", "清晨": "早晨", "正午": "中午", "午夜": "半夜", "深夜": "半夜"}  # fmt: skip
    return same.get(plain, plain)


def _followed(s: Story, work: Working) -> None:
    """From the first level through the changes to the time that is asked for."""
    order = [said for said in s.said if said is not s.asked]
    if not order or order[0].kind != "level" or len(s.all("level")) != 1 or s.said[-1] is not s.asked:
        raise Unfit
    now = _degrees(order[0].values)
    known = {_key(order[0].values.get("w1") or order[0].values.get("w2")): (now, _signed(now).strip("()"))}
    expression = _signed(now).strip("()")
    for said in order[1:]:
        told = said.values
        change = Fraction(told["d"]) * (1 if told.get("up") else -1)
        if "base" in told:
            if _key(told["base"]) not in known:
                raise Unfit
            now, expression = known[_key(told["base"])]
        now += change
        expression = f"{expression} {'+' if change > 0 else '-'} {_signed(abs(change))}"
        known[_key(told.get("w1") or told.get("w2"))] = (now, expression)
    wanted = _key(s.asked.values.get("w"))
    if wanted not in ("", "now", "then", "later") and wanted in known:
        expression = known[wanted][1]
    elif wanted not in ("", "now", "then", "later", "today"):
        raise Unfit
    if not re.search(r" [+-] ", expression):
        raise Unfit
    chinese = work.language == "zh"
    _hand(work, expression, "这时的气温" if chinese else "the temperature", "上升用加，下降用减。" if chinese else "A rise is added, a fall is subtracted.")  # fmt: skip
