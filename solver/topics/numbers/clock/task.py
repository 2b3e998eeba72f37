"""Times of day solved as on a clock face: up to the full hour, whole hours, the rest; checked with Python's own calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment
from solver.topics.numbers.clock.moments import DAY, Moment, moment
from solver.topics.numbers.units import read_quantity
from solver.topics.rationals import terminating_decimal

WORDS: Final = {
    "whole": Words("From {a} to {b} it is exactly {hours} h, or {minutes} min.", "从{a}到{b}正好是 {hours} 小时，也就是 {minutes} 分钟。"),
    "same": Words("Both times are in the same hour: \\({to}-{start}={minutes}\\) min.", "两个时刻在同一小时内：\\({to}-{start}={minutes}\\) 分钟。"),
    "first": Words("From {a} to the next full hour, {b}: \\(60-{start}={minutes}\\) min.", "从{a}到下一个整点{b}：\\(60-{start}={minutes}\\) 分钟。"),
    "hours": Words("From {a} to {b}: {hours} h, \\({hours}\\times 60={minutes}\\) min.", "从{a}到{b}：{hours} 小时，\\({hours}\\times 60={minutes}\\) 分钟。"),
    "rest": Words("From {a} to {b}: {minutes} min.", "从{a}到{b}：{minutes} 分钟。"),
    "sum": Words("Together: \\[{sum}={minutes}\\] min.", "合起来：\\[{sum}={minutes}\\] 分钟。"),
    "midnight": Words("The second time is on the next day: midnight lies between.", "后一个时刻在第二天，中间经过了零时。"),
    "in_hours": Words("An hour has 60 minutes: \\[{minutes}\\div 60={hours}\\] hours.", "1 小时是 60 分钟：\\[{minutes}\\div 60={hours}\\]（小时）。"),
    "in_seconds": Words("A minute has 60 seconds: \\[{minutes}\\times 60={seconds}\\] seconds.", "1 分钟是 60 秒：\\[{minutes}\\times 60={seconds}\\]（秒）。"),
    "parts": Words("In hours and minutes: \\[{minutes}=60\\times {hours}+{rest}\\]", "换成小时和分钟：\\[{minutes}=60\\times {hours}+{rest}\\]"),
    "split": Words("{minutes} min are {hours} h and {rest} min: \\[{minutes}=60\\times {hours}+{rest}\\]", "{minutes} 分钟是 {hours} 小时 {rest} 分钟：\\[{minutes}=60\\times {hours}+{rest}\\]"),
    "hours_on": Words("{hours} h after {a} it is {b}.", "{a}再过 {hours} 小时是{b}。"),
    "minutes_on": Words("{minutes} min after {a} it is {b}.", "{a}再过 {minutes} 分钟是{b}。"),
    "hours_back": Words("{hours} h before {a} it is {b}.", "{a}往前 {hours} 小时是{b}。"),
    "minutes_back": Words("{minutes} min before {a} it is {b}.", "{a}往前 {minutes} 分钟是{b}。"),
    "next": Words("Midnight lies between, so this is on another day.", "中间经过了零时，所以已经不是同一天。"),
    "note": Words("minutes since midnight", "从零时起的分钟数"),
    "note_after": Words("hours and minutes", "小时和分钟"),
    "minutes": Words("It is \\({answer}\\) minutes.", "一共是 \\({answer}\\) 分钟。"),
    "hour_count": Words("It is \\({answer}\\) hours.", "一共是 \\({answer}\\) 小时。"),
    "seconds": Words("It is \\({answer}\\) seconds.", "一共是 \\({answer}\\) 秒。"),
    "both": Words("It takes \\({answer}\\).", "经过的时间是 \\({answer}\\)。"),
    "time": Words("The time is \\({answer}\\).", "时间是 \\({answer}\\)。"),
    "method": Words("let Python's calendar go on from the first time, and looked where it arrives", "用 Python 的日历从第一个时刻往后推，看是否到达"),
}  # fmt: skip
_SECONDS: Final = {"minutes": 60, "hours": 3600, "seconds": 1}


@dataclass(frozen=True, slots=True)
class Span:
    """How long from `first` to `second`: `minutes`, asked in `unit` (minutes, hours, seconds, or both hours and minutes)."""

    first: Moment
    second: Moment
    minutes: int
    unit: str
    language: Language

    def solution(self) -> Solution:
        """Up to the full hour, whole hours, the rest."""
        say = self.language
        steps = self._counted()
        hours, rest = divmod(self.minutes, 60)
        if self.unit == "hours":
            steps.append(
                WORDS["in_hours"].say(say, minutes=self.minutes, hours=_number(Fraction(self.minutes, 60)))
            )
        elif self.unit == "seconds":
            steps.append(WORDS["in_seconds"].say(say, minutes=self.minutes, seconds=self.minutes * 60))
        elif self.unit == "both" and hours:
            steps.append(WORDS["parts"].say(say, minutes=self.minutes, hours=hours, rest=rest))
        start = self.first.minutes
        end = start + self.minutes
        lines = [
            comment(WORDS["note"].say(say)),
            f"start = {start // 60} * 60 + {start % 60}",
            f"end = {end // 60} * 60 + {end % 60}",
        ]
        last = {
            "minutes": "end - start",
            "hours": "Rational(end - start, 60)",
            "seconds": "(end - start) * 60",
            "both": "divmod(end - start, 60)",
        }
        return Solution(tuple(steps), cell(*lines, last[self.unit]))

    def _counted(self) -> list[str]:
        say, start = self.language, self.first.minutes
        end = start + self.minutes
        steps = [WORDS["midnight"].say(say)] if end >= DAY and end != DAY else []
        a, b = self.first.shown(start, say), self.first.shown(end, say)
        if start % 60 == end % 60:
            return [*steps, WORDS["whole"].say(say, a=a, b=b, hours=self.minutes // 60, minutes=self.minutes)]
        if start // 60 == end // 60:
            return [*steps, WORDS["same"].say(say, to=end % 60, start=start % 60, minutes=self.minutes)]
        terms, place = list[int](), start
        if start % 60:
            terms.append(60 - start % 60)
            place = start + terms[-1]
            facts = {"a": a, "b": self.first.shown(place, say), "start": start % 60, "minutes": terms[-1]}
            steps.append(WORDS["first"].say(say, **facts))
        if hours := (end - place) // 60:
            shown = {"a": self.first.shown(place, say), "b": self.first.shown(place + hours * 60, say)}
            steps.append(WORDS["hours"].say(say, **shown, hours=hours, minutes=hours * 60))
            terms.append(hours * 60)
            place += hours * 60
        if rest := end - place:
            steps.append(WORDS["rest"].say(say, a=self.first.shown(place, say), b=b, minutes=rest))
            terms.append(rest)
        if len(terms) > 1:
            steps.append(WORDS["sum"].say(say, sum="+".join(map(str, terms)), minutes=self.minutes))
        return steps

    def conclude(self, value: Any) -> Conclusion | None:
        """The number, or hours and minutes."""
        say = self.language
        match self.unit, value:
            case "both", (sp.Integer() as hours, sp.Integer() as rest):
                answer = _lasting(int(hours), int(rest), say)
            case (("minutes" | "seconds" | "hours"), sp.Rational()):
                answer = _number(Fraction(int(value.p), int(value.q)))
            case _:
                return None
        return Conclusion(self._claim(answer), answer)

    def _claim(self, answer: str) -> str:
        name = "hour_count" if self.unit == "hours" else self.unit
        return WORDS[name].say(self.language, answer=answer)

    def check(self, answer: str) -> CheckPlan | None:
        """From the first time on by the claimed while."""
        seconds = self._seconds(answer)
        if seconds is None or abs(seconds) > 10**9:
            return None
        start, end = self.first.minutes, self.first.minutes + self.minutes
        lines = [
            "from datetime import datetime, timedelta",
            "",
            f"start = datetime(2024, 1, 1, {start // 60}, {start % 60})",
            f"end = datetime(2024, 1, {1 + end // DAY}, {end // 60 % 24}, {end % 60})",
        ]
        last = f"start + timedelta(seconds={seconds}) == end" if seconds.denominator == 1 else "False"
        return CheckPlan(self._claim(answer), WORDS["method"].say(self.language), "\n".join([*lines, last]))

    def _seconds(self, answer: str) -> Fraction | None:
        """The claimed while in seconds, with its unit or in the unit asked for."""
        text = spoken(answer)
        read = read_quantity(text, "time", {})
        if read is not None:
            return sum((v * u.size for v, u in read.parts), Fraction(0))
        if re.search(r"[A-Za-z\u3400-\u9fff]", re.sub(r"\\[A-Za-z]+", "", text)) or self.unit == "both":
            return None
        values = values_in(text)
        if not values or len(values) != 1 or not isinstance(values[0], sp.Rational):
            return None
        return Fraction(int(values[0].p), int(values[0].q)) * _SECONDS[self.unit]


@dataclass(frozen=True, slots=True)
class Later:
    """The time `change` minutes after `first` (before it where negative)."""

    first: Moment
    change: int
    language: Language

    def solution(self) -> Solution:
        """Whole hours first, then the minutes."""
        say, place = self.language, self.first.minutes
        sign, (hours, rest) = (1 if self.change > 0 else -1), divmod(abs(self.change), 60)
        suffix, steps = ("on" if sign > 0 else "back"), list[str]()
        if hours and rest:
            steps.append(WORDS["split"].say(say, minutes=abs(self.change), hours=hours, rest=rest))
        for name, count, size in (("hours", hours, 60), ("minutes", rest, 1)):
            if count:
                goal = place + sign * count * size
                shown = {"a": self.first.shown(place, say), "b": self.first.shown(goal, say), name: count}
                steps.append(WORDS[f"{name}_{suffix}"].say(say, **shown))
                place = goal
        if not 0 <= place < DAY:
            steps.append(WORDS["next"].say(say))
        start = self.first.minutes
        operation = f"+ {self.change}" if self.change > 0 else f"- {-self.change}"
        source = cell(
            comment(WORDS["note"].say(say)),
            f"start = {start // 60} * 60 + {start % 60}",
            f"time = (start {operation}) % (24 * 60)",
            comment(WORDS["note_after"].say(say)),
            "divmod(time, 60)",
        )
        return Solution(tuple(steps), source)

    def conclude(self, value: Any) -> Conclusion | None:
        """The time as the problem writes times."""
        return conclusion(value, self.first, self.language)

    def check(self, answer: str) -> CheckPlan | None:
        """With Python's own calendar."""
        given = claimed_moment(answer)
        if given is None:
            return None
        open_half = given.half == "open" and self.first.half != "open"
        if open_half and (given.minutes - self.first.minutes - self.change) % (12 * 60) == 0:
            return None  # 8:20, and the problem tells morning from evening
        hour, minute = divmod(given.minutes % DAY, 60)
        start = self.first.minutes % DAY
        lines = [
            "from datetime import datetime, timedelta",
            "",
            f"start = datetime(2024, 3, 1, {start // 60}, {start % 60})",
            f"time = start + timedelta(minutes={self.change})",
            f"(time.hour, time.minute) == ({hour}, {minute})",
        ]
        claim = WORDS["time"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), "\n".join(lines))


def conclusion(value: Any, style: Moment, language: Language) -> Conclusion | None:
    """A cell's (hour, minute) as a time of day, written as `style` is."""
    match value:
        case (sp.Integer() as hour, sp.Integer() as minute):
            answer = upright(style.shown(int(hour) * 60 + int(minute), language))
            return Conclusion(WORDS["time"].say(language, answer=answer), answer)
    return None


def claimed_moment(answer: str) -> Moment | None:
    """The time of day that anybody's answer names, in either language."""
    text = spoken(answer)
    return moment(text, "en") or moment(text.replace(" ", ""), "zh")


def upright(shown: str) -> str:
    """A time of day as LaTeX: its words are no product of letters.

    >>> upright("8:20 PM"), upright("上午9:05")
    ('\\\\text{8:20 PM}', '\\\\text{上午}9:05')
    """
    if shown.endswith("M"):
        return rf"\text{{{shown}}}"
    return re.sub(r"([\u3400-\u9fff]+)", r"\\text{\1}", shown)


def spoken(answer: str) -> str:
    """An answer in lower case, without LaTeX."""
    text = re.sub(r"\\(?:text|mathrm|mbox)\s*\{([^{}]*)\}", r" \1 ", answer)
    return re.sub(r"\s+", " ", re.sub(r"\\[,;:! ]|[$~]|\{:\}", " ", text)).strip().lower()


def _lasting(hours: int, rest: int, language: Language) -> str:
    parts = []
    if hours:
        parts.append(
            rf"{hours}\text{{小时}}" if language == "zh" else rf"{hours}\text{{ hour{'s' * (hours != 1)}}}"
        )
    if rest or not hours:
        parts.append(
            rf"{rest}\text{{分钟}}" if language == "zh" else rf"{rest}\text{{ minute{'s' * (rest != 1)}}}"
        )
    return ("" if language == "zh" else r"\ ").join(parts)


def _number(value: Fraction) -> str:
    exact = sp.Rational(value.numerator, value.denominator)
    return terminating_decimal(exact) or exact_latex(exact)
