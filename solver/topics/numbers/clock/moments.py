"""Times of day as they are said: `2:19 PM`, `14:19`, half past three, 上午8时40分, 晚上9点半, 第二天早上6:30.

A time that could be morning or evening is kept open (`half`): only the question as a whole can settle it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from solver.ports import Language
from solver.reader.numerals import chinese_value, english_value

DAY: Final = 24 * 60
_PERIODS: Final = {
    "凌晨": "night", "半夜": "night", "清晨": "am", "早晨": "am", "早上": "am", "早": "am", "上午": "am", "中午": "noon",
    "下午": "pm", "午后": "pm", "傍晚": "pm", "晚上": "evening", "夜晚": "evening", "夜里": "evening", "夜间": "evening", "晚": "evening",
}  # fmt: skip
_ZH_NUMBER: Final = "[零〇一二两三四五六七八九十]{1,4}"
_HOURS: Final = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_AM_PM: Final = r"(?:a\.m\.?|p\.m\.?|am\b|pm\b)"
_ENGLISH: Final = rf"""
    (?P<h>\d{{1,2}})(?::(?P<m>\d{{2}})(?::00)?)(?!\d|:)(?:\s*(?P<ap>{_AM_PM}))?
  | (?P<h2>\d{{1,2}}|{_HOURS})\s*(?:o'?\s*clock)?\s*(?P<ap2>{_AM_PM})
  | (?P<h3>\d{{1,2}}|{_HOURS})\s*o'?\s*clock
  | (?P<noon>12(?::00)?\s+noon|noon|midday) | (?P<midnight>12(?::00)?\s+midnight|midnight)
  | (?P<part>half|a\s+quarter|quarter|\d{{1,2}}(?:\s+minutes)?)\s+(?P<way>past|to)\s+(?P<h4>\d{{1,2}}|{_HOURS})(?!:)(?:\s*(?P<ap4>{_AM_PM}))?
"""
_CHINESE: Final = rf"""
    (?P<day>第二天|次日|隔天|当天|当日|同一天|同日)?(?:的)?(?P<period>{"|".join(sorted(_PERIODS, key=lambda word: (-len(word), word)))})?(?:的)?\s*
    (?:(?P<zc>\d{{1,2}}):(?P<zcm>\d{{2}})(?::00)?(?!\d|:)
     | (?P<zh>\d{{1,2}}|{_ZH_NUMBER})\s*(?:点钟|点|时)(?!间)\s*(?:整|(?P<zhalf>半)|(?P<zquarter>[一三])刻|(?P<zm>\d{{1,2}}|{_ZH_NUMBER})\s*分(?!钟|之))?)
"""


@dataclass(frozen=True, slots=True)
class Moment:
    """Minutes since midnight. `half` says how that is known, `style` how it is written.

    half: `am` or `pm` said in words, `24` by the hour itself, `open` where it may be either.
    style: `ampm`, `colon`, or the Chinese `periods` (下午2:15), `hours` (14时15分).
    """

    minutes: int
    half: str
    style: str
    next_day: bool = False

    def shown(self, minutes: int, language: Language) -> str:
        """Another time of day in the same way of writing, as plain text."""
        hour, minute = divmod(minutes % DAY, 60)
        if self.style == "ampm":
            return f"{(hour - 1) % 12 + 1}:{minute:02d} {'AM' if hour < 12 else 'PM'}"
        if self.style == "periods":
            return f"{_zh_period(hour)}{hour if hour < 13 else hour - 12}:{minute:02d}"
        if self.style == "hours":
            return f"{hour}时{minute}分" if minute else f"{hour}时"
        return (
            f"{hour:02d}:{minute:02d}" if self.half == "24" and language == "en" else f"{hour}:{minute:02d}"
        )


def _zh_period(hour: int) -> str:
    if hour < 6:
        return "凌晨"
    if hour < 12:
        return "上午"
    if hour < 13:
        return "中午"
    return "下午" if hour < 18 else "晚上"


def pattern(language: Language) -> str:
    """A regular expression for one time of day, without groups."""
    source = _CHINESE if language == "zh" else _ENGLISH
    return "(?:" + re.sub(r"\(\?P<\w+>", "(?:", _flat(source)) + ")"


def _flat(source: str) -> str:
    return re.sub(r"\s*\|\s+", "|", re.sub(r"\s*\n\s*", "", source)).strip()


_WHOLE: Final = {"en": re.compile(_flat(_ENGLISH)), "zh": re.compile(_flat(_CHINESE))}


def moment(text: str, language: Language) -> Moment | None:
    """The whole text (lower case) as a time of day; None where it is none or cannot be.

    >>> moment("2:19 pm", "en"), moment("晚上9点半", "zh").minutes
    (Moment(minutes=859, half='pm', style='ampm', next_day=False), 1290)
    """
    match = _WHOLE[language].fullmatch(text.strip())
    if match is None:
        return None
    return _chinese(match) if language == "zh" else _english(match)


def _english(match: re.Match[str]) -> Moment | None:
    if match["noon"]:
        return Moment(12 * 60, "pm", "ampm")
    if match["midnight"]:
        return Moment(0, "am", "ampm")
    spoken = match["h"] or match["h2"] or match["h3"] or match["h4"]
    hour = int(spoken) if spoken.isdecimal() else english_value(spoken) or 0
    minute = int(match["m"] or 0)
    if match["part"]:
        part = match["part"]
        minute = 30 if part == "half" else 15 if "quarter" in part else int(re.findall(r"\d+", part)[0])
        if match["way"] == "to":
            if part == "half":
                return None
            hour, minute = (hour - 2) % 12 + 1, 60 - minute
    if minute > 59:
        return None
    said = match["ap"] or match["ap2"] or match["ap4"]
    if said:
        if not 1 <= hour <= 12:
            return None
        return Moment((hour % 12 + (12 if said[0] == "p" else 0)) * 60 + minute, f"{said[0]}m", "ampm")
    if hour > 24 or hour == 24 and minute:
        return None
    settled = hour > 12 or hour == 0 or len(spoken) == 2 and spoken[0] == "0"
    return Moment(hour * 60 + minute, "24" if settled else "open", "colon")


def _chinese(match: re.Match[str]) -> Moment | None:
    spoken = match["zc"] or match["zh"]
    hour = _count(spoken)
    minute: int | None = int(match["zcm"] or 0)
    if match["zhalf"]:
        minute = 30
    elif match["zquarter"]:
        minute = {"一": 15, "三": 45}[match["zquarter"]]
    elif match["zm"]:
        minute = _count(match["zm"].lstrip("零〇") or "零")
    if hour is None or minute is None or minute > 59 or hour > 24 or hour == 24 and minute:
        return None
    next_day = match["day"] in ("第二天", "次日", "隔天")
    period = _PERIODS.get(match["period"] or "")
    if period is None:
        half = "24" if hour > 12 or hour == 0 else "open"
        return Moment(hour * 60 + minute, half, "colon" if match["zc"] else "hours", next_day)
    on_24 = _hour_of(period, hour)
    if on_24 is None:
        return None
    return Moment(on_24 * 60 + minute, "am" if on_24 < 12 else "pm", "periods", next_day)


def _hour_of(period: str, hour: int) -> int | None:
    """The hour on the 24-hour clock that a part of the day makes of an hour."""
    match period:
        case "night":
            return hour % 12 if hour <= 6 or hour == 12 else None
        case "am":
            return hour if hour <= 12 else None
        case "noon":
            return {11: 11, 12: 12, 1: 13, 2: 14, 13: 13, 14: 14}.get(hour)
        case "pm":
            return hour + 12 if 1 <= hour < 12 else hour if 12 <= hour < 20 else None
    return hour + 12 if 5 <= hour <= 12 else hour if 17 <= hour <= 24 else None


def _count(text: str) -> int | None:
    return int(text) if text.isdecimal() else chinese_value(text)
