"""Times of day in stories: a start, several spans one after another, an end; late, early, a time elsewhere. The arithmetic is that of the clock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from solver.ports import CheckPlan
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.clauses import Said
from solver.topics.numbers.clock.moments import DAY, Moment, moment
from solver.topics.numbers.clock.task import Later
from solver.topics.stories.contests.kinds import Solved, Unclear, every, made

_T: Final = r"(?P<t>\d{1,2}(?: ?: ?\d\d)?(?: ?[ap]\.?m\.?)?)"
_LENGTH: Final = r"(?:half an hour|an hour and a half|(?:an|1|\d+(?:\.\d+)?) (?:and (?:a )?half )?(?:hours?|h|hrs?)(?: (?:and )?\d+ (?:minutes?|mins?|min))?|\d+ (?:minutes?|mins?|min))"
_W: Final = r"(?:[a-z][a-z'-]* ?){1,6}?"
_OPEN: Final = r"(?:(?!(?:not|no|never|except|only|before|after|than|later|earlier|late|early|if|when|at|for|but)\b)[a-z][a-z'-]* ?)"
TOGETHER: Final = Words("Together that is \\[{sum}={all}\\] minutes.", "合起来是 \\[{sum}={all}\\] 分钟。")


@dataclass(frozen=True, slots=True)
class Stages:
    """Several spans one after another, and then as `later`."""

    spans: tuple[int, ...]
    later: Later

    def solution(self) -> Solution:
        """The spans together, then on the clock."""
        inner = self.later.solution()
        signed = "".join(f"{s:+d}" for s in self.spans).removeprefix("+")
        step = TOGETHER.say(self.later.language, sum=signed, all=sum(self.spans))
        return Solution((step, *inner.steps), inner.cell)

    def conclude(self, value: Any) -> Conclusion | None:
        """As the clock does."""
        return self.later.conclude(value)

    def check(self, answer: str) -> CheckPlan | None:
        """As the clock does."""
        return self.later.check(answer)


@made(
    r"\d ?: ?\d\d|\d ?[ap]\.?m\b",
    "en",
    {
        "start": (
            rf"(?:a |the |his |her |[a-z]+'s )?{_OPEN}{{1,5}}(?:was |were |is )?(?:supposed|meant|scheduled|due|expected) to (?P<plan>arrive|begin|start|leave|depart|open)(?: at {_OPEN}{{1,4}})? at {_T}",
            rf"(?:(?P<who>[a-z]+)|the {_OPEN}{{1,2}}) (?P<did>arrived at|went to|reached|left for|left|departed|started|starts|begins|began|leaves|departs) ?(?:(?:the |for )?{_OPEN}{{0,3}})?at {_T}",
            rf"in (?P<here>{_OPEN}{{1,3}})it is now {_T}",
            rf"(?:if )?the (?:correct )?time (?:now )?is {_T}",
            rf"(?:if )?the correct time now is {_T}",
        ),
        "end": (rf"(?:and )?(?:it )?(?:finishes|ends|ended|finished) at {_T}",),
        "spans": (
            rf"(?:he|she|it|they) (?:then )?(?:spent|stayed|took|needed) (?P<d>{_LENGTH})(?: (?:at|in|to|for|on) {_OPEN}{{1,6}})?",
            rf"(?:it|that) (?:then )?took (?:him|her|them|it) (?P<d>{_LENGTH}) to {_OPEN}{{1,5}}",
            rf"(?:he|she|they) took (?P<d>{_LENGTH}) to {_OPEN}{{1,5}}",
            rf"it takes (?:the [a-z]+|him|her|them|[a-z]+) (?P<list>{_LENGTH} to [a-z]+(?: ,(?: and)? {_LENGTH} to [a-z]+)+)",
            rf"(?:he|she|it|they|[a-z]+) took a (?P<d>{_LENGTH}) [a-z]+ ride from {_W}",
            rf"(?:but )?(?:it )?(?P<off>started|began|arrived|left) (?P<d>{_LENGTH}) late(?:r)?",
            rf"(?:but )?(?:it )?stopped for (?P<d>{_LENGTH}) (?:due to|because of) {_OPEN}{{1,5}}",
            rf"(?:and )?(?P<late>[a-z]+) reached {_OPEN}{{1,3}}(?P<d>{_LENGTH}) later than (?P<than>[a-z]+)",
        ),
        "lasts": (rf"(?:a|the) {_OPEN}{{1,4}}lasts (?P<d>{_LENGTH})",),
        "early": (
            rf"(?:but )?(?:it |the [a-z]+ )?(?P<off>arrived|started|began|left) (?P<d>{_LENGTH}) (?:earlier|early)(?: (?:by|because of|due to|thanks to) {_OPEN}{{1,5}})*",
            rf"the time in (?P<there>{_OPEN}{{1,3}})is (?P<d>{_LENGTH}) behind (?:the )?(?P<than>[a-z]+)",
            rf"(?:if )?my [a-z]+ stopped running (?P<d>{_LENGTH}) ago",
        ),
        "idle": (rf"{_OPEN}{{1,4}}(?:is|are) (?:hosting|holding|having) an? {_OPEN}{{1,3}}(?: ?\([a-z, ]+\))?", rf"at {_OPEN}{{1,3}}", rf"(?:because of|due to) {_OPEN}{{1,5}}"),
        "ask": (
            rf"(?:when|at what time|what time) (?:did|does|will|do) (?:it|he|she|they|(?P<asked>[a-z]+)|the {_OPEN}{{1,2}}) (?P<verb>arrive|reach|begin|start|complete|finish|get)(?P<tail> {_OPEN}{{1,5}})?",
            r"when did it (?P<verb>stop running|begin|start|arrive)",
            rf"what time do the clocks now show in (?P<show>{_OPEN}{{1,3}})",
        ),
    },
)  # fmt: skip
def _stages(found: list[Said]) -> Solved:
    """From the start on by all spans, or back."""
    asked, starts, ends = every(found, "ask"), every(found, "start"), every(found, "end")
    later, early, lasts = every(found, "spans"), every(found, "early"), every(found, "lasts")
    if len(asked) != 1 or found[-1] is not asked[0] or len(starts) + len(ends) != 1:
        raise Unclear
    if ends:
        if later or early or len(lasts) != 1:
            raise Unclear
        spans = [-_minutes(lasts[0].values["d"])]
    else:
        if lasts or bool(later) == bool(early) or len(early) > 1:
            raise Unclear
        spans = [-_minutes(s.values["d"]) for s in early]
        for said in later:
            lengths = (
                re.findall(_LENGTH, said.values["list"]) if "list" in said.values else [said.values["d"]]
            )
            spans += map(_minutes, lengths)
    _same_person(starts, later, asked[0])
    _same_place(starts, early, asked[0])
    _same_moment(starts, [*later, *early], asked[0])
    first = _moment((starts or ends)[0].values["t"])
    change = sum(spans)
    if not change or first.next_day or first.half == "open" and not 0 < first.minutes + change < 13 * 60:
        raise Unclear
    task = Later(first, change, "en")
    answer = (first.minutes + change) % DAY
    return (("time", answer), task) if len(spans) == 1 else (("time", answer), Stages(tuple(spans), task))


def _same_person(starts: list[Said], later: list[Said], asked: Said) -> None:
    """The one who is asked for is the one who starts, or who comes so much later than that one.

    Raises:
        Unclear: it is somebody else.
    """
    name = starts[0].values.get("who") if starts else None
    for said in later:
        if "late" in said.values:
            if name is not None and said.values["than"] != name:
                raise Unclear
            name = said.values["late"]
    if name is not None and asked.values.get("asked", name) != name:
        raise Unclear


def _same_place(starts: list[Said], early: list[Said], asked: Said) -> None:
    """The clocks that are asked for are those behind the ones that are told.

    Raises:
        Unclear: they are others.
    """
    here = starts[0].values.get("here", "").split() if starts else []
    there = [s for s in early if "there" in s.values]
    show = asked.values.get("show")
    if bool(here) != bool(there) or bool(here) != (show is not None):
        raise Unclear
    if show and (there[0].values["there"].split() != show.split() or there[0].values["than"] != here[-1]):
        raise Unclear


def _same_moment(starts: list[Said], changes: list[Said], asked: Said) -> None:
    """What was planned is what came late or early and is asked for; the end is asked for of what began, and the beginning of what ended.

    Raises:
        Unclear: one is the beginning, the other the arrival or the end.
    """
    verb = asked.values.get("verb", "")
    begins = verb in ("begin", "start")
    if not starts:
        if not begins:
            raise Unclear
        return
    off = {_begins(s.values["off"]) for s in changes if "off" in s.values}
    plan = starts[0].values.get("plan")
    if plan is None:
        if off or begins and starts[0].values.get("did") and not asked.values.get("tail"):
            raise Unclear
    elif verb in ("complete", "finish") or {_begins(plan), *off} != {begins}:
        raise Unclear


def _begins(verb: str) -> bool:
    return not verb.startswith("arrive")


def _moment(text: str) -> Moment:
    plain = re.sub(r"([ap])\.m\.?", r"\1m", re.sub(r"\s*:\s*", ":", text)).strip()
    found = moment(plain, "en") or moment(f"{plain} o'clock", "en")
    if found is None:
        raise Unclear
    return found


def _minutes(text: str) -> int:
    """The length of a span in whole minutes."""
    if text == "half an hour":
        return 30
    if text == "an hour and a half":
        return 90
    hours = re.search(r"(an|\d+(?:\.\d+)?) (and (?:a )?half )?(?:hours?|h|hrs?)\b", text)
    minutes = re.search(r"(\d+) (?:minutes?|mins?|min)\b", text)
    value = Fraction(0)
    if hours:
        value += 60 * Fraction(1 if hours[1] == "an" else hours[1]) + (30 if hours[2] else 0)
    if minutes:
        value += int(minutes[1])
    if value.denominator != 1 or value <= 0:
        raise Unclear
    return int(value)
