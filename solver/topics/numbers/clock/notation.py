"""A time of day written on the 24-hour clock, or with its part of the day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment
from solver.topics.numbers.clock.moments import DAY, Moment
from solver.topics.numbers.clock.task import claimed_moment, conclusion

WORDS: Final = {
    "later": Words("After the noon hour the 24-hour clock counts on: add 12 to the hour. \\[{hour}+12={result}\\]", "24 时计时法在中午 12 时以后继续往下数，所以时数加 12：\\[{hour}+12={result}\\]"),
    "same": Words("From one o'clock at night to the end of the noon hour both clocks show the same hour, {hour}.", "从凌晨 1 时到中午 12 时多，两种计时法的时数相同，都是 {hour}。"),
    "midnight": Words("The hour after midnight is hour 0 on the 24-hour clock, and 12 AM on the other.", "零时以后的那一小时，24 时计时法记作 0 时。"),
    "back": Words("After the noon hour the 12-hour clock begins again with 1: take 12 from the hour. \\[{hour}-12={result}\\]", "中午 12 时以后，普通计时法从 1 时重新数起，所以时数减 12：\\[{hour}-12={result}\\]"),
    "note": Words("hours and minutes on the 24-hour clock", "24 时计时法的时和分"),
    "time": Words("The time is \\({answer}\\).", "时间写作 \\({answer}\\)。"),
    "method": Words("compared both in minutes since midnight", "都化成从零时起的分钟数再比较"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Notation:
    """`first`, to be written as `wanted` writes times."""

    first: Moment
    wanted: Moment
    language: Language

    def solution(self) -> Solution:
        """Add 12 to the hour, or take 12 away."""
        hour, minute = divmod(self.first.minutes % DAY, 60)
        say, to_24 = self.language, self.wanted.style == "colon"
        if hour == 0:
            step, source = WORDS["midnight"].say(say), "0"
        elif hour <= 12:
            step, source = WORDS["same"].say(say, hour=hour), str(hour)
        elif to_24:
            step, source = WORDS["later"].say(say, hour=hour - 12, result=hour), f"{hour - 12} + 12"
        else:
            step, source = WORDS["back"].say(say, hour=hour, result=hour - 12), str(hour)
        return Solution((step,), cell(comment(WORDS["note"].say(say)), f"({source}, {minute})"))

    def conclude(self, value: Any) -> Conclusion | None:
        """The time in the other way of writing."""
        return conclusion(value, self.wanted, self.language)

    def check(self, answer: str) -> CheckPlan | None:
        """Minutes since midnight, and the way of writing."""
        given = claimed_moment(answer)
        if given is None:
            return None
        with_half = given.style in ("ampm", "periods")
        if (self.wanted.style == "colon") == with_half:
            source = "False"  # the other way of writing was asked for
        else:
            first, second = self.first.minutes % DAY, given.minutes % DAY
            sides = [f"{m // 60} * 60 + {m % 60}" for m in (first, second)]
            source = " == ".join(sides)
        claim = WORDS["time"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), source)
