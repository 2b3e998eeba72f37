"""Stories that begin at a time of day and ask for the time of an event: read with "after how many hours" in its place, and counted on from the beginning.

Not read: several times of day, somebody who begins later, events on another day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Task, Text, Unread, Words
from solver.topics.cells import comment, joined, kept_as
from solver.topics.numbers.clock.moments import DAY, Moment, moment, pattern
from solver.topics.numbers.clock.task import claimed_moment, conclusion
from solver.topics.stories.school.task import Exercise

_EN: Final = pattern("en")
_ZH: Final = pattern("zh")
_DURING: Final = r"(?:,? (?:on )?the same day|,? today|,? (?:on )?one (?:morning|day|afternoon))?"
_START_EN: Final = re.compile(
    rf"(?i)(?:,?\s*(?<![a-z])(?:at|from)\s+(?P<a>{_EN})(?![\d:]){_DURING}(?P<comma>,)?)"
)
_ASK_EN: Final = re.compile(
    r"(?i)(?<![a-z])(?:at what time|what time|at which time|when)(?: of (?:the )?day)? (?P<rest>(?:will|do|does|did|would|is|are|was|were)\b[^.?]*)[.?]?\s*$"
)
_START_ZH: Final = re.compile(rf"(?:于|在)?(?P<a>{_ZH})(?:整)?(?:,(?=[^,。]*同时))?")
_ASK_ZH: Final = re.compile(
    r"(?:(?:将|会|应该)?(?:在|到)?(?:几时几分|几点几分|几点钟?|几时|什么时候|什么时间|什么时刻|何时)(?P<after>[^,。?]*)|(?P<before>[^,。?]*?)(?:的)?(?:时间|时刻)(?:是|应该是)(?:几时几分|几点几分|几点钟?|几时|什么时候|什么时刻))[?。]?\s*$"
)
_LATER: Final = re.compile(
    r"(?i)\b(?:later|earlier|after|before|delay\w*|late|head start|return\w*|back|second time|again|next|first)\b|先|后出发|早|晚|再次|返回|往返|又|第二次|耽误|之前"
)
"""Of these nobody knows here from when on the event is counted."""
_UNITS: Final = {"hours": 60, "minutes": 1, "小时": 60, "分钟": 1}
COUNT_ON: Final = Words(
    "It begins at {start}; counting on from there gives the time of day.",
    "开始的时刻是{start}，从这时往后推算。",
)
NOTE: Final = Words("minutes since midnight", "从零时起的分钟数")
NAME: Final = "waiting"


@dataclass(frozen=True, slots=True)
class TimeOfEvent:
    """When something happens that `inner` finds so many units (of so many minutes) after `first`."""

    first: Moment
    inner: Task
    minutes: int
    language: Language

    def solution(self) -> Solution:
        """How long it takes, then on the clock."""
        inner, say = self.inner.solution(), self.language
        step = COUNT_ON.say(say, start=self.first.shown(self.first.minutes, say))
        start = self.first.minutes
        lines = [
            comment(NOTE.say(say)),
            f"time = {start // 60} * 60 + {start % 60} + {NAME} * {self.minutes}",
            "divmod(time, 60)",
        ]
        return Solution((*inner.steps, step), joined(kept_as(inner.cell, NAME), *lines), inner.plot)

    def conclude(self, value: Any) -> Conclusion | None:
        """The time as the problem writes times; None on another day."""
        try:
            hour, minute = value
        except (TypeError, ValueError):
            return None
        limit = 13 if self.first.half == "open" else 24
        return conclusion((hour, minute), self.first, self.language) if hour < limit else None

    def check(self, answer: str) -> CheckPlan | None:
        """The time that has passed then, by the check of what found it."""
        given = claimed_moment(answer)
        if given is None:
            return None
        passed = given.minutes - self.first.minutes
        if passed < 0 and given.half == "open":
            passed += DAY // 2
        return self.inner.check(str(Fraction(passed, self.minutes)))


def read(text: Text) -> Reading:
    """The story with the time taken out, where one topic reads it and finds a number of hours or minutes."""
    if len(text.source) > 500:
        return None
    found = _english(text.source) if text.language == "en" else _chinese(text.source)
    if found is None:
        return None
    first, story, asked = found
    for unit, minutes in _UNITS.items():
        if unit.isascii() == (text.language == "en"):
            task = _read_text(
                Text(
                    f"{story} {asked(unit)}" if unit.isascii() else story + asked(unit),
                    text.language,
                    text.values,
                )
            )
            if task is not None and _fits(task, unit, first, minutes):
                return TimeOfEvent(first, task, minutes, text.language)
    return None


def _read_text(text: Text) -> Task | None:
    from solver.topics import read_text

    task = read_text(text)
    return None if isinstance(task, Unread) else task


def _fits(task: Task, unit: str, first: Moment, minutes: int) -> bool:
    """Whether the answer is so many of the unit, whole minutes, on the same day."""
    if not isinstance(task, Exercise) or task.more or task.unit.rstrip("s") != unit.rstrip("s"):
        return False
    passed = task.value * minutes
    limit = 13 * 60 if first.half == "open" else DAY
    return passed.denominator == 1 and passed > 0 and first.minutes + passed < limit


def _english(source: str) -> tuple[Moment, str, Any] | None:
    ask = _ASK_EN.search(source)
    if ask is None:
        return None
    story = source[: ask.start()]
    told = [
        m
        for m in _START_EN.finditer(story)
        if re.search(r":|(?i:[ap]\.?m)|o'?\s*clock|noon|midnight", m["a"])
    ]
    if len(told) != 1 or _LATER.search(source.replace(told[0][0], " ")):
        return None
    first = moment(told[0]["a"].lower().strip(), "en")
    if first is None:
        return None
    stop = (
        "."
        if re.search(r"m\.$", told[0]["a"], re.I)
        and re.match(r"\s*(?:[A-Z]|$)", story[told[0].end() :])
        and told[0].start()
        else ""
    )
    left = (story[: told[0].start()] + stop + story[told[0].end() :]).strip()
    return first, left[:1].upper() + left[1:], lambda unit: f"After how many {unit} {ask['rest'].strip()}?"


def _chinese(source: str) -> tuple[Moment, str, Any] | None:
    ask = _ASK_ZH.search(source)
    if ask is None:
        return None
    story = source[: ask.start()]
    told = list(_START_ZH.finditer(story))
    if len(told) != 1 or _LATER.search(story.replace(told[0][0], "") + ask[0]):
        return None
    first = moment(told[0]["a"], "zh")
    if first is None:
        return None
    left = story[: told[0].start()] + story[told[0].end() :]
    what = ask["after"] if ask["before"] is None else ask["before"]
    if not what:
        return None
    return first, left, lambda unit: f"{'几' if unit == '小时' else '多少'}{unit}后{what}?"
