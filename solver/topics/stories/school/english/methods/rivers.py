"""One boat with and against a current, one plane with and against a wind: the speeds from ways and times, ways and times from speeds.

Not read: what drifts, stops on the way, two boats, two ways of different lengths whose times are told together.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.english.methods.families import Bag, Fact, family
from solver.topics.stories.school.english.methods.journeys import per
from solver.topics.stories.school.english.methods.measures import into, named, unit_named
from solver.topics.stories.school.english.methods.patterns import MACROS
from solver.topics.stories.school.working import Term, Unfit, Working, num

_DOWN: Final = "(downstream|downriver|with the current|with the wind|with the stream|with a tailwind|down the river|down a river)"
_UP: Final = "(upstream|upriver|against the current|against the wind|against the stream|against it|into the wind|into a headwind|up the river)"
_SAME: Final = "(the same distance|the same way|the return trip|the return journey|the journey back|the trip back|the way back|the return|that distance|the same trip|the same journey|back|returns|return|to return|to come back)"
_STILL: Final = "(in still water|in still air|without wind|in calm water|in calm air)"
_STREAM: Final = "(current|stream|river|wind|water)"
MACROS["flow"] = f"({_DOWN[1:-1]}|{_UP[1:-1]})"


def _leg(way: str) -> tuple[str, ...]:
    d, t = "<d:length>", "<t:span>"
    return (
        f"(but|and)? (only)? {t} ~1 to ~5 {d} ~2 {way} ~2", f"~6 @go? ~3 {d} ~2 {way} ~1 (in|for|takes|took|needs|within) ~2 {t} ~2", f"~6 @go? ~3 {way} ~2 {d} ~1 (in|takes|took|needs) ~2 {t} ~2", f"~6 @take ~2 {t} ~2 (to|for) ~3 {d} ~2 {way} ~2", f"~6 @go ~3 {d} ~2 in {t} ~1 {way} ~2", f"~6 {t} ~3 @go? ~3 {d} ~2 {way} ~2", f"{d} {way} in {t}", f"{way} ~4 {d} ~1 in {t} ~1",
    )  # fmt: skip


def _back(way: str) -> tuple[str, ...]:
    t = "<t:span>"
    return (
        f"~4 (@take|in|for) ~3 {t} ~3 {_SAME} ~2 {way} ~2", f"~4 {_SAME} ~2 {way} ~2 (in|for|takes|took|needs|takes it|took it|lasts) ~2 {t} ~2", f"~4 @take ~3 {t} ~2 (to|for) ~3 {way} ~3", f"~4 {way} ~3 (in|takes|took|needs|takes it|took it) ~2 {t} ~2", f"~4 {t} (to|for)? ~2 {_SAME}? ~2 {way} ~2", f"~4 {way} ~2 @take ~2 {t} ~2", f"~4 @take ~2 {t} {way} ~1", f"{way} ~2 {_SAME} ~2 (takes|took|needs|lasts|lasted) ~2 {t} ~1",
    )  # fmt: skip


_FACTS: Final = {
    "way": ("~6 (distance|river|towns|ports|villages|stations|places) ~6 (is|are|of) <d:length> (apart|long)? ~3", "~6 @go ~3 <d:length> ~3", "~3 <d:length> (apart|away) ~3"),
    "down": _leg(_DOWN), "up": _leg(_UP),
    "down_time": _back(_DOWN), "up_time": _back(_UP),
    "down_speed": (f"~6 {_DOWN} ~3 (at|is|of) ~3 <v:speed> ~2", f"~6 (at|of) <v:speed> ~2 {_DOWN} ~2"),
    "up_speed": (f"~6 {_UP} ~3 (at|is|of) ~3 <v:speed> ~2", f"~6 (at|of) <v:speed> ~2 {_UP} ~2"),
    "still": (f"~6 (speed|at|is) ~6 {_STILL} ~2 (is|of|at) <v:speed> ~1", f"~6 (speed|at|of|is) ~3 <v:speed> {_STILL} ~1", f"~4 @go ~3 <v:speed> {_STILL} ~1", f"{_STILL} ~4 <v:speed> ~2"),
    "stream": (f"~4 {_STREAM} ~2 (flows|is|runs|has|blows|moves|speed) ~4 <v:speed> ~1", f"~2 (speed|rate) ~2 {_STREAM} ~1 (is|was) <v:speed>", f"~2 with a {_STREAM} of <v:speed>"),
}  # fmt: skip
_UNIT: Final = "(in)? (<u=km/h|m/s|km/min|kilometres per hour|kilometers per hour|km per hour|miles per hour|metres per second>)?"
_ASKS: Final = {
    "current": (f"(what is|find|calculate|work out|determine) ~2 (speed|rate) ~2 {_STREAM} ~2 {_UNIT}", f"(what is|find|calculate|work out|determine) ~2 (speed|rate) ~2 {_STREAM} ~2 {_UNIT}", f"how fast ~2 {_STREAM} ~2 {_UNIT}", f"how fast @do ~2 {_STREAM} (flow|run|move|blow) ~2 {_UNIT}", f"(what is|find) {_STREAM} speed {_UNIT}"),
    "water": (f"(what is|find|calculate|work out|determine) ~6 (speed|rate) ~4 {_STILL} ~1 {_UNIT}", f"how fast ~6 {_STILL} ~1 {_UNIT}"),
    "both": (f"(what are|find|calculate|work out|determine|what is) ~2 (speed|speeds) ~3 (boat|ship|plane|motorboat|ferry|rower|canoe|kayak) ~1 {_STILL}? and ~2 (speed)? ~2 {_STREAM} ~2 {_UNIT}",),
    "long": (f"how long @do ~4 @take ~2 (to)? ~1 @go? ~2 <d:length> ~2 <w={_UP[1:-1]}|{_DOWN[1:-1]}> ~2", f"how long @do ~4 @take ~2 (to)? ~1 @go? ~2 <w={_UP[1:-1]}|{_DOWN[1:-1]}> ~2 <d:length> ~2", f"how long @do ~6 @take ~6 {_UP} ~3", f"how long @do ~6 @take ~6 {_DOWN} ~3", "how long @do ~6 <back=back|return|return trip|journey back> ~3"),
}  # fmt: skip


@family(r"stream|current|river|wind", facts=_FACTS, asks=_ASKS)
def _river(bag: Bag, work: Working) -> None:
    text = bag.sheet.text
    if re.search(
        r"\b(?:drift|float|raft|stop|rest|two boats|another|average|total|altogether|round trip)\w*", text
    ):
        raise Unfit
    facts = {f.kind: f for f in bag.facts}
    if len(facts) != len(bag.facts):
        raise Unfit
    lengths = [f for f in (*bag.facts, bag.asked) if f.has("d")]
    speeds = {
        "down": _speed(work, facts, lengths, "down"),
        "up": _speed(work, facts, lengths, "up"),
        "still": _told(facts, "still"),
        "current": _told(facts, "stream"),
    }
    known = {k: v for k, v in speeds.items() if v is not None}
    if len(known) != 2 or len({unit for _, unit in known.values()}) != 1:
        raise Unfit
    if "way" in facts and not {"down_time", "up_time"} & set(facts) and bag.asked.kind != "long":
        raise Unfit
    unit = next(unit for _, unit in known.values())
    if bag.asked.kind == "long":
        _long(bag, work, facts, {k: v[0] for k, v in known.items()}, unit, lengths)
        return
    said = bag.asked.word("u").replace("/", " per ")
    if said:
        length, _, time = said.partition(" per ")
        if f"{unit_named(length)} per {unit_named(time)}" != unit:
            raise Unfit
    names = {"current": ("current",), "water": ("still",), "both": ("still", "current")}[bag.asked.kind]
    for name in names:
        term = _of(work, {k: v[0] for k, v in known.items()}, name, unit)
        if term.made is None or term.value <= 0:
            raise Unfit
        label = "the speed in still water (air)" if name == "still" else "the speed of the current (wind)"
        if work.answer is None:
            work.give(term, unit, label)
        else:
            work.give_also(term, unit, label)


def _told(facts: dict[str, Fact], name: str) -> tuple[Term, str] | None:
    return (facts[name]["v"], facts[name].unit("v")) if name in facts else None


def _speed(work: Working, facts: dict[str, Fact], lengths: list[Fact], way: str) -> tuple[Term, str] | None:
    if f"{way}_speed" in facts:
        return _told(facts, f"{way}_speed")
    label = f"the speed {'with' if way == 'down' else 'against'} the current: distance divided by time"
    if way in facts:
        f = facts[way]
        d = f
    elif f"{way}_time" in facts:
        f = facts[f"{way}_time"]
        if len(lengths) != 1:
            raise Unfit
        d = lengths[0]
    else:
        return None
    unit = f"{d.unit('d')} per {f.unit('t')}"
    return work.step(label, d["d"] / f["t"], unit), unit


def _of(work: Working, known: dict[str, Term], name: str, unit: str) -> Term:
    """One of the four speeds from two of them."""
    if name in known:
        return known[name]
    if {"down", "up"} <= set(known):
        if name == "still":
            return work.step("in still water: half of both speeds together", (known["down"] + known["up"]) / num(2), unit)  # fmt: skip
        return work.step("the current: half of the difference of both speeds", (known["down"] - known["up"]) / num(2), unit)  # fmt: skip
    if "still" in known and name == "current":
        term = known["down"] - known["still"] if "down" in known else known["still"] - known["up"]
        return work.step("the current: the difference of the speeds", term, unit)
    if "current" in known and name == "still":
        term = known["down"] - known["current"] if "down" in known else known["up"] + known["current"]
        return work.step("in still water: without what the current does", term, unit)
    still, current = _of(work, known, "still", unit), _of(work, known, "current", unit)
    term = still + current if name == "down" else still - current
    return work.step(f"the speed {'with' if name == 'down' else 'against'} the current", term, unit)


def _long(bag: Bag, work: Working, facts: dict[str, Fact], known: dict[str, Term], unit: str, lengths: list[Fact]) -> None:  # fmt: skip
    """How long the way takes with or against the current."""
    question = bag.sheet.sentences[-1].text
    down, up = bool(re.search(_DOWN, question)), bool(re.search(_UP, question))
    if down == up or len(lengths) != 1:
        raise Unfit
    name = "down" if down else "up"
    if name in facts or f"{name}_time" in facts:
        raise Unfit
    speed = _of(work, known, name, unit)
    length, time = per(unit)
    if speed.value <= 0:
        raise Unfit
    far = into(work, lengths[0]["d"], lengths[0].unit("d"), length)
    work.give(
        work.step("the time: distance divided by speed", far / speed, named(time)), named(time), "the time"
    )
