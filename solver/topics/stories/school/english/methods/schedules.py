"""Journeys and lessons by the clock: when something starts, how long it takes, when it ends; the arithmetic is the topic `clock`'s.

Not read: several stages one after another, days of the week, time zones.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.english.methods.families import Bag, Fact, family
from solver.topics.stories.school.english.methods.measures import named
from solver.topics.stories.school.english.methods.patterns import verbs
from solver.topics.stories.school.working import Unfit, Working, num
from solver.topics.stories.word_problems.expressions import decimal

_BEGIN: Final = verbs(
    "leave/leaves/left/leaving depart start begin/begins/began/begun/beginning set/sets/setting go/goes/went open wake/wakes/woke take/takes"
)
_END: Final = verbs(
    "arrive end finish reach/reaches/reached/reaching close get/gets/got/getting land come/comes/came stop/stops/stopped/stopping"
)
_WHAT: Final = "(at what time|what time|when|by what time)"
_BY: Final = "(at|by|until|till|before)"


@family(
    "clocktime-",
    facts={
        "start": (f"~ {_BEGIN} ~6 (off|out)? (at)? <t:clock> ~5", "(it|the time) is <t:clock> (now)?", "~ (gets|get|got) up at <t:clock> ~3", "~ (puts|put) ~5 at <t:clock>"),
        "end": (f"~ {_END} ~6 {_BY}? <t:clock> ~5", f"~ {_END} ~6 (at)? <t:clock> (on)? (the)? <next=next day|next morning|following day|following morning>", f"~ (must|has to|wants to|should|needs to|need to|have to) ~6 {_BY} <t:clock> ~3", "until <t:clock>"),
        "both": ("~ from <a:clock> (to|until|till) <b:clock> ~5", "~ between <a:clock> and <b:clock> ~5", "~ at <a:clock> and ~6 at <b:clock> ~4",
                 f"~ {_BEGIN} ~6 (at)? <a:clock> and ~ {_END} ~4 (at)? <b:clock> ~4",
                 f"~ {_BEGIN} ~6 (at)? <a:clock> and ~ {_END} ~4 (at)? <b:clock> (on|later)? (the|that)? <same=same day|very same day|day>"),
        "span": ("~ (@take|lasts|lasted|last|runs for|is|was) ~6 <d:span> ~4 (long)?", "~ (for|after|in) <d:span> ~3", "~ <d:span> (long|later)", "<d:span> (later)? ~2", "a <d:span> ~3"),
    },
    asks={
        "long": ("how long ~2 @do ~8 (@take|last|open|asleep|away)? ~6", "how long (is|was) (the|his|her|their|its|it|each)? ~8", "how many <u=hours|minutes> ~2 @do ~8", "how many <u=hours|minutes> long (is|was) ~5",
                 "(find|calculate|what is|what was|work out) the (length|duration|time) (of|taken) ~6", "how much time @do ~8"),
        "starts": (f"{_WHAT} @do ~6 {_BEGIN} ~5", f"{_WHAT} @do ~6 leave home ~4", f"(find|what is|what was) the (time|starting time|start time) ~5 {_BEGIN}? ~3"),
        "ends": (f"{_WHAT} @do ~8 (be|ready|over|finished|back) ~4", f"{_WHAT} @do ~6 {_END} ~5", "(find|what is|what was) the (arrival time|finishing time|end time|time of arrival) ~5", "what time is it then"),
    },
)  # fmt: skip
def _times(bag: Bag, work: Working) -> None:
    """Start, end and length: two told, one asked."""
    work.hand("clock", _question(bag), "", "", "")


def _question(bag: Bag) -> str:
    if bag.asked.kind == "long":
        bag.need("both") if bag.all("both") else bag.need("start", "end")
        if bag.all("both"):
            both = bag.one("both")
            start, end = both.word("a"), both.word("b")
            if both.word("same") and not _is_later(start, end):
                raise Unfit
        else:
            start, end = bag.one("start").word("t"), bag.one("end").word("t")
            end = f"{end} the next day" if bag.one("end").word("next") else end
        unit = bag.asked.word("u")
        return (
            f"How many {unit} are there from {start} to {end}?"
            if unit
            else f"How long is it from {start} to {end}?"
        )
    if bag.asked.kind == "ends":
        bag.need("start", "span")
        return f"What time is it {_length(bag.one('span'))} after {bag.one('start').word('t')}?"
    bag.need("end", "span")
    return f"What time is it {_length(bag.one('span'))} before {bag.one('end').word('t')}?"


_CLOCK: Final = re.compile(r"(\d{1,2})(?::(\d\d))?\s*([ap])?\.?\s*m?\.?", re.IGNORECASE)


def _is_later(start: str, end: str) -> bool:
    """Whether one time of a day is behind another one; of both it is said which half of the day, or of none."""
    first, second = (_CLOCK.fullmatch(told.strip()) for told in (start, end))
    if first is None or second is None or (first[3] is None) != (second[3] is None):
        return False
    one, other = (
        (int(m[1]) % 12 + 12 * (m[3].lower() == "p") if m[3] else int(m[1])) * 60 + int(m[2] or 0)
        for m in (first, second)
    )
    return one < other


def _length(span: Fact) -> str:
    value, unit = span.values["d"], span.unit("d")
    if value.denominator != 1 and unit == "hour":
        value, unit = value * 60, "minute"
    if value.denominator != 1 or num(value).value < 1:
        raise Unfit
    return f"{decimal(value)} {named(unit) if value != 1 else unit}"
