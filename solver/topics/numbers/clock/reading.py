"""Read a question about times of day.

Not read: dates, time zones, timetables, a clock that is slow; times that may be morning or evening where it matters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any, Final

from solver.ports import Language
from solver.topics.base import Reading, Text
from solver.topics.numbers.clock.moments import DAY, Moment, moment, pattern
from solver.topics.numbers.clock.notation import Notation
from solver.topics.numbers.clock.task import Later, Span
from solver.topics.numbers.units import read_quantity

_EN: Final = pattern("en")
_ZH: Final = pattern("zh")
_ASK_TIME: Final = (
    r"(?:what(?:'s| is| was| will be| would be)?(?: the)? time(?: is it| was it| will it be| would it be| it is| it will be| is| was| will be)?|what is|what's|what was|find(?: the time)?|give the time"
    r"|work out the time|calculate the time|determine the time|what will the time be|what would the time be|what was the time|what is the time|when is|tell me the time)(?: that is| which is)?"
)
_UNITS: Final = r"(?P<u>minutes|hours|seconds|hours and minutes)"
_PASSED: Final = r"(?: (?:are there|is it|are|pass|passes|elapse|elapses|have passed|is there|do we have|there are|lie|went by|go by))?"
_NEXT: Final = r"(?P<next> (?:tomorrow|(?:on )?the (?:next|following) (?:day|morning)))?"
_SHAPES: Final[Mapping[Language, tuple[str, ...]]] = {
    "en": (
        rf"(?:how many|(?:find |calculate |what is |work out )?the number of) {_UNITS}{_PASSED} (?:between|from) (?P<a>{_EN})(?: today)? (?:and|to|until|till) (?P<b>{_EN}){_NEXT}",
        rf"(?:between|from) (?P<a>{_EN})(?: today)? (?:and|to|until|till) (?P<b>{_EN}){_NEXT},? how many {_UNITS}{_PASSED}",
        rf"(?:how long is it|how long is the time|how long|how much time|what length of time|find how long it is|what is the time|how long is the time span|(?:what is|what's|find|calculate|determine) the (?:time difference|elapsed time|time elapsed|amount of time|length of time|difference))"
        rf"(?: is it| is there| passes| elapses| has passed| is| it is| that passes| elapsed)? (?:between|from) (?P<a>{_EN})(?: today)? (?:and|to|until|till) (?P<b>{_EN}){_NEXT}",
        rf"{_ASK_TIME} (?P<d>.+?) (?P<way>after|before|later than|earlier than|from|past) (?P<a>{_EN})",
        rf"(?P<way>add|subtract) (?P<d>.+?) (?:to|from) (?P<a>{_EN})",
        rf"(?:(?:it is|it's|the time is|the time now is|it is now|if it is|if it's|a clock shows|the clock shows)(?: now)? )(?P<a>{_EN})(?: now)?[.,]? (?:what time|what) (?:will|would|was|is) (?:it|the time)(?: be)? (?P<way>in|after)? ?(?P<d>.+?)(?P<way2> from now| later| ago| earlier| before| after)?",
        rf"(?:(?:convert|write|express|change|give|rewrite|what is|what's|what time is) )?(?P<a>{_EN}) (?:to|into|in|as|on|using) (?:the |a )?(?P<system>24|12|twenty-four|twelve)[- ]?h(?:ou)?rs?(?: (?:time|clock|format|notation|clock time|form|system))?",
    ),
    "zh": (
        rf"(?:从)?(?P<a>{_ZH})(?:到|至|-|—|~)(?P<b>{_ZH}),?(?:这段时间|之间)?(?:一共|共|总共)?(?:经过|有|是|为|经过了|过了|相隔|相差|间隔)?(?:了)?(?:的时间)?(?:是|为|有)?(?P<u>多少时间|多长时间|多久|多少分钟|多少分|几分钟|几小时|几个小时|多少小时|多少个小时|几小时几分钟|几小时几分|几时几分|几分|几时)?",
        rf"(?P<a>{_ZH})(?:和|与)(?P<b>{_ZH})(?:之间)?(?:相隔|相差|间隔|差)(?:了)?(?P<u>多少时间|多长时间|多久|多少分钟|多少分|几分钟|几小时|几个小时|多少小时|几小时几分钟|几小时几分|几分)",
        rf"(?:现在是|现在时间是|现在的时间是|现在|钟面上是|时钟显示)?(?P<a>{_ZH}),?(?P<way>再过|过|经过|之后|以后|后|再经过|再)(?:了)?(?P<d>.+?)(?:之?后|以后)?(?:是|为|就是|到|,)?(?:上午|下午|晚上|中午)?(?:什么时间|什么时候|几时几分|几点几分|几点|几时|几点钟|时间是)?",
        rf"(?:现在是|现在时间是|现在的时间是|现在|钟面上是|时钟显示)?(?P<a>{_ZH})(?:的|,)?(?P<d>.+?)(?:之|以)?(?P<way>后|前)(?:是|为|时间是)?(?:什么时间|什么时候|几时几分|几点几分|几点|几时|几点钟)",
        rf"(?:把|将)?(?P<a>{_ZH})(?:用|化成|化为|换成|改成|改写成|写成|转换成|按)?(?P<system>24|12|二十四|十二)(?:时|小时)(?:计时法|制)?(?:表示)?(?:的时间)?(?:是|为|写作|可以写成|就是)?(?:几时几分|几时|几点几分|几点)?",
        rf"(?:比)?(?P<a>{_ZH})(?P<way>早|晚)(?P<d>.+?)(?:是|为)?(?:什么时间|什么时候|几时几分|几点几分|几点|几时|几点钟)",
    ),
}  # fmt: skip
_ASKED: Final = {
    "minutes": "minutes", "多少分钟": "minutes", "多少分": "minutes", "几分钟": "minutes", "几分": "minutes",
    "hours": "hours", "几小时": "hours", "几个小时": "hours", "多少小时": "hours", "多少个小时": "hours", "几时": "hours", "seconds": "seconds",
}  # fmt: skip
_EARLIER: Final = frozenset("before,earlier than,earlier,ago,subtract,前,早".split(","))
MAX_LENGTH: Final = 160


def read(text: Text) -> Reading:
    """How long between two times, or what time some while before or after one."""
    if len(text.source) > MAX_LENGTH or not re.search(
        r"\d:\d\d|\d\s*[点时]|[零一二两三四五六七八九十][点时]|o'?\s*clock|[ap]\.?m\b|noon|midnight|past",
        text.source.lower(),
    ):
        return None
    source = _plain(text.source, text.language)
    for shape in _SHAPES[text.language]:
        match = re.fullmatch(shape, source)
        if match is not None and (task := _task(match.groupdict(), text.language, text.values)) is not None:
            return task
    return None


def _plain(source: str, language: Language) -> str:
    text = re.sub(r"\\(?:text|mathrm)\s*\{([^{}]*)\}", r"\1", source)
    text = re.sub(r"\\\(|\\\)|\\[,;:! ]|\$|~", " ", text).lower()
    text = re.sub(r"\s+", "" if language == "zh" else " ", text).strip()
    text = re.sub(r"(?:\?|_{2,}|\(\)|\(\s*\))+(时间|小时|分钟|[时分点])", r"几\1", text)
    text = re.sub(r"=几|几(?=几)", "几", text)
    text = re.sub(
        r"^(?:please|can you tell me|could you tell me|tell me|请问|求|计算|算一算)[,:]?\s*", "", text
    )
    while (cut := re.sub(r"\s*(?:[?。!]|(?<!\bm)\.|,|please|\(\)|_{2,}|=)$", "", text)) != text:
        text = cut
    return text


def _task(groups: Mapping[str, Any], language: Language, values: Mapping[str, Any]) -> Reading:
    first = moment(groups["a"], language)
    if first is None:
        return None
    if groups.get("b"):
        second = moment(groups["b"], language)
        if second is not None and groups.get("next"):
            second = replace(second, next_day=True)
        return span(first, second, groups.get("u"), language)
    if groups.get("system"):
        return _notation(first, groups["system"] in ("24", "twenty-four", "二十四"), language)
    said = (groups.get("way2") or groups.get("way") or "").strip()
    quantity = read_quantity(groups["d"].strip(), "time", values)
    if not said or quantity is None or first.next_day:
        return None
    minutes = sum((v * u.size for v, u in quantity.parts), Fraction(0)) / 60
    if minutes.denominator != 1 or not 0 < minutes <= 30 * DAY:
        return None
    change = -int(minutes) if said in _EARLIER else int(minutes)
    goal = first.minutes + change
    if first.half == "open" and (goal < 0 or goal >= (13 * 60 if language == "en" else DAY)):
        return None  # 11:30 and two hours: 1:30, or 13:30?
    return Later(first, change, language)


def span(first: Moment, second: Moment | None, asked: str | None, language: Language) -> Span | None:
    """How long from one time to the other; None where that is open."""
    if second is None:
        return None
    halves = {first.half, second.half}
    if "open" in halves and halves != {"open"}:
        settled = _settled(first, second)
        if settled is None:
            return None
        first, second = settled
    end = second.minutes
    if end == first.minutes and not second.next_day:
        return None
    if second.next_day:
        end += DAY
    elif end < first.minutes:
        if halves == {"open"} or first.minutes < DAY // 2 or end >= DAY // 2:
            return None  # 11:30 to 2:15: on which clock? 9 PM to 8 PM: on which day?
        end += DAY
    return Span(first, second, end - first.minutes, _ASKED.get(asked or "", "both"), language)


def _notation(first: Moment, on_24: bool, language: Language) -> Reading:
    """The other way of writing a time."""
    if first.next_day or first.half == "open" or (first.style in ("ampm", "periods")) != on_24:
        return None
    style = "colon" if on_24 else "periods" if language == "zh" else "ampm"
    return Notation(first, replace(first, style=style, half="24"), language)


def _settled(first: Moment, second: Moment) -> tuple[Moment, Moment] | None:
    """Both halves of the day where one is said: 上午8:30到11:15, and on the 24-hour clock."""
    if "24" in (first.half, second.half):
        return replace(first, half="24"), replace(second, half="24")
    if second.half == "open" and first.style == "periods" and not second.next_day:
        minutes = second.minutes + (12 * 60 if first.half == "pm" and second.minutes < 12 * 60 else 0)
        if minutes > first.minutes:
            return first, replace(second, minutes=minutes, half=first.half, style="periods")
    return None
