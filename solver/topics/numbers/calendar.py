"""Days of the week and months: which it is some days or months away, or on another date of the same year.

Read: one known day (today, tomorrow, a date) and one wanted; the days of January to December, leap years where the year is
said. Not: dates on both sides of February's end without a year, working days, several known days.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.ports import CheckPlan, Language
from solver.reader.numerals import in_digits
from solver.topics.base import Conclusion, Reading, Solution, Text, Words
from solver.topics.cells import cell, comment

MAX_COUNT: Final = 10**12
DAYS: Final = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

WORDS: Final = {
    "far": Words("From the known day to the wanted one it is \\({n}\\) days {way}.", "从已知的那天到要求的那天，往{way}数 \\({n}\\) 天。"),
    "dates": Words("Count the days from one date to the other: \\[{sum}={n}\\]", "数一数两个日期相隔的天数：\\[{sum}={n}\\]"),
    "week": Words("Every \\(7\\) days the same day of the week comes again: \\({n}={q}\\times 7+{r}\\), so only \\({r}\\) days count.",
                  "每 \\(7\\) 天星期几重复一次：\\({n}={q}\\times 7+{r}\\)，所以只看余下的 \\({r}\\) 天。"),
    "year": Words("Every \\(12\\) months the same month comes again: \\({n}={q}\\times 12+{r}\\), so only \\({r}\\) months count.",
                  "每 \\(12\\) 个月月份重复一次：\\({n}={q}\\times 12+{r}\\)，所以只看余下的 \\({r}\\) 个月。"),
    "count": Words("Counting \\({r}\\) {way} from {known}, we come to {answer}.", "从{known}往{way}数 \\({r}\\)，是{answer}。"),
    "code_week": Words("Sunday is 0, Monday 1, …, Saturday 6", "星期日记作 0，星期一记作 1，……，星期六记作 6"),
    "code_year": Words("January is 1, …, December 12", "1 月记作 1，……，12 月记作 12"),
    "answer_week": Words("It is {answer}.", "是{answer}。"),
    "method_week": Words("went through a real calendar, from a day with that name", "在真实的日历上从同名的一天数过去"),
    "method_year": Words("went on month by month", "一个月一个月地数过去"),
}  # fmt: skip
FORWARD: Final = Words("forward", "后")
BACK: Final = Words("back", "前")

_DAY: Final = r"(?P<day>sunday|monday|tuesday|wednesday|thursday|friday|saturday)"
_SHIFTS: Final = {
    "the day before yesterday": -2, "yesterday": -1, "today": 0, "now": 0, "it": 0, "this day": 0, "tomorrow": 1, "the day after tomorrow": 2,
    "前天": -2, "昨天": -1, "今天": 0, "明天": 1, "后天": 2,
}  # fmt: skip
_REL: Final = "the day before yesterday|yesterday|today|tomorrow|the day after tomorrow"
_WHICH: Final = r"(?:on )?(?:what|which) (?:day(?: of the week)?|weekday)"
_SPAN: Final = r"(?:in (?P<in>\d+) days?(?:'? time)?|after (?P<after>\d+) days?|(?P<later>\d+) days? (?:later|from (?:today|now)|after today|hence|after that)|(?P<ago>\d+) days? (?:ago|before(?: today)?|earlier))"
_IF: Final = r"(?:if |suppose (?:that )?|given that |assume (?:that )?)?"
_MONTH: Final = "|".join(m.lower() for m in MONTHS)
_SHORT: Final = re.compile(
    rf"\b({'|'.join(m[:3].lower() for m in MONTHS)}|sept)\b\.?(?= ?\d)|(?<=\d )({'|'.join(m[:3].lower() for m in MONTHS)}|sept)\b\.?"
)
_ORD: Final = r"(?:st|nd|rd|th)?"


def _date(k: str) -> str:
    return (
        rf"(?:(?P<m{k}>{_MONTH}) (?:the )?(?P<d{k}>\d{{1,2}}){_ORD}|(?:the )?(?P<e{k}>\d{{1,2}}){_ORD} (?:of )?(?P<n{k}>{_MONTH}))"
        rf"(?:,? (?:of |in )?(?P<y{k}>\d{{4}}))?"
    )


_ENGLISH: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_IF}(?P<known>{_REL}|it)(?: is| was|'s| will be) (?:an? )?{_DAY}[.,;]? (?:then )?{_WHICH} (?:will it be|is it|was it|will be|is|was|would it be|it will be|it is) {_SPAN}",
        rf"{_IF}(?P<known>{_REL}|it)(?: is| was|'s| will be) (?:an? )?{_DAY}[.,;]? (?:then )?{_SPAN},? (?:{_WHICH} (?:will it be|is it|was it|will be|would it be)|it (?:will be|was|is) ____)",
        rf"{_IF}(?P<known>{_REL})(?: is| was|'s| will be) (?:an? )?{_DAY}[.,;]? (?:then )?{_WHICH} (?:of the week )?(?:will be|is|was|is it|will it be) (?P<rel>{_REL})",
        rf"{_WHICH} (?:will it be|is it|was it|will be|is|was) {_SPAN}(?:,)? if (?P<known>{_REL}|it) (?:is|was) (?:an? )?{_DAY}(?: today| now)?",
        rf"{_IF}{_date('1')} (?:is|was|falls on|fell on) (?:an? )?{_DAY}[.,;]? (?:then )?{_WHICH} (?:will it be|is it|was it|will|is|was|does|did)(?: on)? {_date('2')}(?: (?:fall on|fall|be))?(?: (?P<same>(?:of|in) (?:the same|that|this) year))?",
        rf"{_IF}{_date('1')} (?:is|was|falls on|fell on) (?:an? )?{_DAY}[.,;]? (?:then )?what is {_date('2')}(?: (?P<same>(?:of|in) (?:the same|that) year))?",
    )
)
_MONTHS_EN: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_IF}it is now (?:the month of )?(?P<month>{_MONTH})[.,;]? what month will it be (?P<n>\d+) (?:calendar )?months (?:from now|later)",
        rf"{_IF}it is (?:the month of )?(?P<month>{_MONTH}) now[.,;]? what month will it be (?:in (?P<in>\d+) (?:calendar )?months|(?P<n>\d+) (?:calendar )?months (?:from now|later)|after (?P<after>\d+) months)",
    )
)
_DAY_ZH: Final = r"(?:星期|周|礼拜)(?P<day>[日天一二三四五六])"
_REL_ZH: Final = "前天|昨天|今天|明天|后天"
_WHICH_ZH: Final = r"(?:是)?(?:星期|周|礼拜)几"
_CHINESE: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:如果|若)?(?P<known>{_REL_ZH})是?{_DAY_ZH},?(?:那么)?(?:从今天起|从今天开始)?,?(?:再过|过|经过)(?P<after>\d+)天(?:后|以后|之后)?,?{_WHICH_ZH}",
        rf"(?:如果|若)?(?P<known>{_REL_ZH})是?{_DAY_ZH},?(?:那么)?(?P<later>\d+)天(?:后|以后|之后),?(?:的那一天)?{_WHICH_ZH}",
        rf"(?:如果|若)?(?P<known>{_REL_ZH})是?{_DAY_ZH},?(?:那么)?(?P<ago>\d+)天(?:前|以前|之前),?(?:的那一天)?{_WHICH_ZH}",
        rf"(?:如果|若)?(?P<known>{_REL_ZH})是?{_DAY_ZH},?(?:那么)?(?P<rel>{_REL_ZH}){_WHICH_ZH}",
        rf"(?:如果|若|已知)?(?:(?P<y1>\d{{4}})年)?(?P<m1>\d{{1,2}})月(?P<d1>\d{{1,2}})[日号]是{_DAY_ZH},?(?:那么)?(?P<same>同年|这一年|这年|当年)?(?:的)?(?:(?P<y2>\d{{4}})年)?(?P<m2>\d{{1,2}})月(?P<d2>\d{{1,2}})[日号]{_WHICH_ZH}",
    )
)
_MONTHS_ZH: Final = re.compile(
    r"(?:如果)?现在是(?P<month>\d{1,2})月(?:份)?,?(?:再过|过)(?P<n>\d+)个月(?:后)?,?(?:是)?几月(?:份)?"
)


def read(text: Text) -> Reading:
    """One question for a day of the week or a month."""
    source = re.sub(
        r"\$|\\\(|\\\)|\^\{\}", "", in_digits(text.source) if text.language == "en" else text.source
    )
    if text.language == "zh":
        return _chinese(_HOLIDAY.sub("", re.sub(r"\s+", "", source)).rstrip("?。."))
    plain = re.sub(r"\s+", " ", source).strip().rstrip("?. ").lower()
    plain = _SHORT.sub(lambda m: next(n.lower() for n in MONTHS if n.lower().startswith(m[0][:3])), plain)
    for form in _ENGLISH:
        if (found := form.fullmatch(plain)) is not None:
            return _from_day({k: v for k, v in found.groupdict().items() if v}, "en")
    for form in _MONTHS_EN:
        if (found := form.fullmatch(plain)) is not None:
            return _from_month({k: v for k, v in found.groupdict().items() if v}, "en")
    return None


_HOLIDAY: Final = re.compile("(?<=[日号])[(](?:[\u4e00-\u9fff]{1,6}节|元旦)[)]")
"""What a date is called: 6月1日(儿童节)."""


def _chinese(plain: str) -> Reading:
    for form in _CHINESE:
        if (found := form.fullmatch(plain)) is not None:
            return _from_day({k: v for k, v in found.groupdict().items() if v}, "zh")
    if (found := _MONTHS_ZH.fullmatch(plain)) is not None:
        return _from_month({k: v for k, v in found.groupdict().items() if v}, "zh")
    return None


def _from_month(parts: dict[str, str], language: Language) -> Reading:
    name = parts["month"]
    month = int(name) - 1 if name.isdigit() else [m.lower() for m in MONTHS].index(name)
    count = int(parts.get("n") or parts.get("in") or parts["after"])
    return Cycle(12, month, count, (), language) if 0 <= month < 12 and count < MAX_COUNT else None


def _from_day(parts: dict[str, str], language: Language) -> Reading:
    name = parts["day"]
    day = (
        "日一二三四五六".index(name.replace("天", "日"))
        if language == "zh"
        else [d.lower() for d in DAYS].index(name)
    )
    if "known" in parts:
        known = _SHIFTS[parts["known"]]
        if "rel" in parts:
            return Cycle(7, day, _SHIFTS[parts["rel"]] - known, (), language)
        if known:
            return None  # "tomorrow is Friday; what day is it in 3 days?": 3 days from today or from then
        count = next((int(parts[k]) for k in ("in", "after", "later") if k in parts), None)
        count = -int(parts["ago"]) if count is None else count
        return Cycle(7, day, count, (), language) if abs(count) < MAX_COUNT else None
    first, second = _day_of(parts, "1"), _day_of(parts, "2")
    if first is None or second is None:
        return None
    years = {y for y in (parts.get("y1"), parts.get("y2")) if y}
    if len(years) > 1:
        return None
    year = int(next(iter(years))) if years else None
    if year is not None and not 1800 <= year <= 2200:
        return None
    if year is None and (first[0] < 2) != (second[0] < 2) or year is None and (1, 28) in (first, second):
        return None  # is there a 29 February between them?
    gap, terms = _between(first, second, year)
    dates = tuple((year or 2023, month + 1, number) for month, number in (first, second))
    return Cycle(7, day, gap, terms, language, dates)


def _day_of(parts: dict[str, str], k: str) -> tuple[int, int] | None:
    """Month (from 0) and day, where there is such a date."""
    name, day = (
        parts.get(f"m{k}") or parts.get(f"n{k}") or "",
        int(parts.get(f"d{k}") or parts.get(f"e{k}") or 0),
    )
    month = int(name) - 1 if name.isdigit() else [m.lower() for m in MONTHS].index(name)
    return (month, day) if 0 <= month < 12 and 1 <= day <= _LENGTHS[month] else None


def _between(
    first: tuple[int, int], second: tuple[int, int], year: int | None
) -> tuple[int, tuple[int, ...]]:
    """How many days later the second date is, and the parts of that number, a month each."""
    if second < first:
        gap, terms = _between(second, first, year)
        return -gap, terms
    leap = year is not None and (year % 4 == 0 and year % 100 != 0 or year % 400 == 0)
    lengths = [n + (leap and k == 1) for k, n in enumerate(_LENGTHS)]
    if first[0] == second[0]:
        return second[1] - first[1], ()
    terms = (lengths[first[0]] - first[1], *lengths[first[0] + 1 : second[0]], second[1])
    return sum(terms), terms


@dataclass(frozen=True, slots=True)
class Cycle:
    """`count` steps on from `start` in a cycle of 7 days or 12 months; `terms` add up to the size of `count`."""

    length: int
    start: int
    count: int
    terms: tuple[int, ...]
    language: Language
    dates: tuple[tuple[int, int, int], ...] = ()
    """The known and the wanted date, in the year that was said or in any common year."""

    def _name(self, k: int) -> str:
        k %= self.length
        if self.language == "zh":
            return f"星期{'日一二三四五六'[k]}" if self.length == 7 else f"{k + 1} 月"
        return (DAYS if self.length == 7 else MONTHS)[k]

    def solution(self) -> Solution:
        """The distance, what is left of it after whole weeks or years, and the count."""
        say, far = self.language, abs(self.count)
        week = self.length == 7
        way = (FORWARD if self.count >= 0 else BACK).say(say)
        steps = []
        if self.terms:
            steps.append(WORDS["dates"].say(say, sum="+".join(map(str, self.terms)), n=far))
        elif week:
            steps.append(WORDS["far"].say(say, n=far, way=way))
        q, r = divmod(far, self.length)
        if q:
            steps.append(WORDS["week" if week else "year"].say(say, n=far, q=q, r=r))
        known, answer = self._name(self.start), self._name(self.start + self.count)
        steps.append(WORDS["count"].say(say, r=r, way=way, known=known, answer=answer))
        sign = f"+ {far}" if self.count >= 0 else f"- {far}"
        if week:
            return Solution(
                tuple(steps),
                cell(comment(WORDS["code_week"].say(say)), f"({self.start} {sign}) % 7"),
            )
        return Solution(
            tuple(steps),
            cell(comment(WORDS["code_year"].say(say)), f"({self.start + 1} {sign} - 1) % 12 + 1"),
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """The name of the day or the month."""
        if not isinstance(value, sp.Integer):
            return None
        k = int(value) - (self.length == 12)
        if not 0 <= k < self.length:
            return None
        answer = f"\\text{{{self._name(k)}}}"
        return Conclusion(WORDS["answer_week"].say(self.language, answer=f"\\({answer}\\)"), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """On a calendar, or month by month."""
        k = self._named(answer)
        if k is None:
            return None
        say = self.language
        claim = WORDS["answer_week"].say(say, answer=self._name(k))
        if self.length == 12:
            lines = f"month = {self.start + 1}\nfor _ in range({self.count % 1200}):\n    month = month + 1 if month < 12 else 1\nmonth == {k + 1}"
            return CheckPlan(claim, WORDS["method_year"].say(say), lines)
        # 1 January 2023 was a Sunday; whole cycles of 7000 days change no day's name
        distance = f"{self.count % 7000}"
        if self.dates:
            distance = f"(date{self.dates[1]} - date{self.dates[0]}).days"
        lines = (
            "from datetime import date, timedelta\n\n"
            f"known = date(2023, 1, {self.start + 1})\nwanted = known + timedelta(days={distance})\n"
            f"wanted.isoweekday() % 7 == {k}"
        )
        return CheckPlan(claim, WORDS["method_week"].say(say), lines)

    def _named(self, answer: str) -> int | None:
        plain = re.sub(r"\\text|[{}$\\()\s.。]", "", answer).lower()
        if self.length == 7:
            for k, day in enumerate(DAYS):
                if plain == day.lower():
                    return k
            chinese = re.fullmatch(r"(?:星期|周|礼拜)([日天一二三四五六])", plain)
            return "日一二三四五六".index(chinese[1].replace("天", "日")) if chinese else None
        for k, month in enumerate(MONTHS):
            if plain == month.lower():
                return k
        number = re.fullmatch(r"(\d{1,2})月份?", plain)
        return int(number[1]) - 1 if number and 1 <= int(number[1]) <= 12 else None
