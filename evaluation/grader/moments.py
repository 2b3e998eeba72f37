"""Times of day, dates, weekdays and months in both languages, and whether two texts name the same.

A time without its half of the day is met by the same time with it (as a unit may be left out); 10:30 is not 22:30.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from evaluation.grader.values import Equality
from solver.reader.numerals import chinese_value

_MONTHS: Final = (
    "january february march april may june july august september october november december".split()
)
_WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
_HAN_DAYS: Final = "一二三四五六日"
_LATE: Final = r"p\.?\s*m\.?|in\s+the\s+(?:afternoon|evening)|at\s+night|下午|晚上|傍晚"
_NIGHT: Final = re.compile(r"at\s+night|晚上")
_EARLY: Final = r"a\.?\s*m\.?|in\s+the\s+morning|上午|早上|凌晨|早晨|清晨"
_HALF: Final = re.compile(rf"\s*(?:(?P<late>{_LATE})|(?P<early>{_EARLY}))\s*")
_CLOCK: Final = re.compile(r"(\d{1,2})(?::([0-5]\d)(?::[0-5]\d)?|[点时](?:(\d{1,2})分?|(半)|(一刻))?|)")


@dataclass(frozen=True, slots=True)
class Moment:
    """`value` in its kind: minutes, (month, day), a number; `certain` where the text can be nothing else."""

    kind: str
    value: tuple[int, ...]
    certain: bool = True
    halved: bool = True
    """Of a time: whether it is known which half of the day is meant."""


def same_moment(answer: str, reference: str) -> Equality | None:
    """Whether both name one moment; None where they are not both moments, or both may be something else.

    >>> same_moment("3:45 PM", "15:45"), same_moment("July 4th", "7月4日"), same_moment("Wed", "星期三"), same_moment("3:45", "6:90")
    ('equal', 'equal', 'equal', None)
    """
    found, expected = (
        moment(t) or moment(re.sub(r"^[A-Za-z' ]{6,}\s(?:at|on|in)\s+(?=\S)", "", t))
        for t in (answer, reference)
    )
    if found is None or expected is None or not (found.certain or expected.certain):
        return None
    if found.kind != expected.kind:
        return "different"
    if found.kind == "date" and 0 in (found.value[0], expected.value[0]):
        return "equal" if found.value[1:] == expected.value[1:] else "different"
    if found.kind == "time" and found.halved != expected.halved:
        alike = found.value[0] % 720 == expected.value[0] % 720
        return "equal" if alike and _short(found, expected) else "different"
    return "equal" if found.value == expected.value else "different"


def _short(*moments: Moment) -> bool:
    """The one whose half is not told is read on a clock of twelve hours."""
    return all(m.halved or m.value[0] < 13 * 60 for m in moments)


def moment(text: str) -> Moment | None:
    """The moment that a whole text names.

    >>> moment("half past 3").value, moment("noon").value, moment("下午3点半").value, moment("12"), moment("ten to six").value
    ((210,), (720,), (930,), None, (350,))
    """
    plain = re.sub(r"\\text\s*\{([^{}]*)\}", r"\1", text)
    plain = (
        re.sub(r"\s+", " ", plain).strip(" .").casefold().replace("o'clock", "点").replace("o’clock", "点")
    )
    plain = re.sub(
        r"[零一二三四五六七八九十]+(?=[点时月日号分])", lambda m: str(chinese_value(m[0]) or m[0]), plain
    )
    return _date(plain) or _named(plain) or _time(plain)


def _named(plain: str) -> Moment | None:
    for names, kind in ((_WEEKDAYS, "weekday"), (_MONTHS, "month")):
        for number, name in enumerate(names, 1):
            if plain == name or (len(plain.strip(".")) >= 3 and name.startswith(plain.strip("."))):
                return Moment(kind, (number,))
    if day := re.fullmatch(rf"(?:星期|周|礼拜)([{_HAN_DAYS}天])", plain):
        return Moment("weekday", (_HAN_DAYS.index(day[1].replace("天", "日")) + 1,))
    if month := re.fullmatch(r"(\d{1,2})月份?", plain):
        return Moment("month", (int(month[1]),), certain=False)
    return None


def _date(plain: str) -> Moment | None:
    year = month = day = None
    names = "|".join(rf"{m[:3]}(?:{m[3:]})?" for m in _MONTHS)
    if found := re.fullmatch(rf"({names})\.? (?:the )?(\d{{1,2}})(?:st|nd|rd|th)?(?:,? (\d{{4}}))?", plain):
        month, day, year = _month(found[1]), int(found[2]), found[3]
    elif found := re.fullmatch(
        rf"(?:the )?(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({names})(?:,? (\d{{4}}))?", plain
    ):
        month, day, year = _month(found[2]), int(found[1]), found[3]
    elif (found := re.fullmatch(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]?", plain)) or (
        found := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", plain)
    ):
        month, day, year = int(found[2]), int(found[3]), found[1]
    elif found := re.fullmatch(
        r"(\d{1,2})/(\d{1,2})/(\d{4})", plain
    ):  # as the data sets write it: the month first
        month, day, year = int(found[1]), int(found[2]), found[3]
        if month > 12:
            month, day = day, month
    if month is None or day is None or not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Moment("date", (int(year or 0), month, day))


def _month(name: str) -> int:
    return next(n for n, m in enumerate(_MONTHS, 1) if m.startswith(name[:3]))


_HOURS: Final = "one two three four five six seven eight nine ten eleven twelve".split()
_MINUTES: Final = {
    "five": 5,
    "ten": 10,
    "a quarter": 15,
    "quarter": 15,
    "twenty": 20,
    "twenty five": 25,
    "half": 30,
}
_SPOKEN: Final = re.compile(
    rf"^({'|'.join(_MINUTES)}|twenty-five|[1-5]?\d)(?: minutes)? (past|after|to|before) ({'|'.join(_HOURS)}|1[0-2]|[1-9])(?![\w:])"
)
"""`half past seven`, `10 to 6`."""


def _on_the_clock(match: re.Match[str]) -> str:
    minute = _MINUTES.get(match[1].replace("-", " "), 0) or int(match[1])
    hour = _HOURS.index(match[3]) + 1 if match[3] in _HOURS else int(match[3])
    if match[2] in ("to", "before"):
        hour, minute = (hour - 2) % 12 + 1, 60 - minute
    return f"{hour}:{minute:02}"


def _time(plain: str) -> Moment | None:
    if plain in ("noon", "midday", "正午", "中午12点", "12 noon", "12:00 noon"):
        return Moment("time", (720,))
    if plain in ("midnight", "午夜", "12 midnight", "12:00 midnight"):
        return Moment("time", (0,))
    said = _SPOKEN.match(plain)
    plain = _SPOKEN.sub(_on_the_clock, plain)
    half = _HALF.search(plain)
    bare = _HALF.sub("", plain, count=1).strip() if half else plain
    found = _CLOCK.fullmatch(bare.replace(" ", ""))
    if found is None or not (half or any(found.groups()[1:]) or bare.endswith("点")):
        return None
    hour = int(found[1])
    minute = int(found[2] or found[3] or (30 if found[4] else 15 if found[5] else 0))
    if hour > 24 or minute > 59 or (half and hour > 12 and half["early"]):
        return None
    night = half is not None and _NIGHT.fullmatch(half["late"] or "") is not None
    if night and (hour == 12 or hour < 5):
        hour %= 12  # 12 at night is midnight, and 2 at night comes after it
    elif half and half["late"] and hour < 12:
        hour += 12
    if half and half["early"] and hour == 12:
        hour = 0
    certain = bool(half or said) or found[2] is None
    return Moment("time", (hour * 60 + minute,), certain, halved=bool(half) or hour > 12 or hour == 0)
