"""Journeys: speed, distance and time of one traveller over one or several legs; two who meet, part, or catch up.

Not read: streams and winds, lengths of trains, stops on the way.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.english.methods.families import Bag, Fact, family
from solver.topics.stories.school.english.methods.measures import into, named, unit_named
from solver.topics.stories.school.english.methods.patterns import MACROS
from solver.topics.stories.school.working import Term, Unfit, Working, num

MACROS["len"] = "(km|kilometres|kilometers|metres|meters|miles|m)"
MACROS["trip"] = "(journey|trip|drive|ride|walk|flight|race|way|distance|run|hike|tour|route|trail|voyage)"
MACROS["tempo"] = (
    "((a|an|the|his|her|its|their)? (average|constant|steady|uniform|same)? (speed|pace|rate|velocity) of)"
)
_SPEED: Final = (
    "~ @tempo? <v:speed> ~4",
    "~ (speed|pace) ~4 @is_ <v:speed>",
    "~ (average|constant|steady) (speed|pace) ~4 @is_ <v:speed>",
    "~ @go ~4 at (an average|average|a constant) <v:speed> ~3",
)
_DISTANCE: Final = (
    "~ @go ~5 <d:length> ~5",
    "~ @go ~5 (distance|length|total|total distance) of <d:length> ~4",
    "~ (distance|length|route|road|track|trail|course|journey|trip|race|path) ~6 (is|was|of|measures) <d:length> ~3",
    "<d:length> ~4",
    "~ (is|are|lives|live) <d:length> (away|long|apart|away from ~|from ~|apart from ~) ~2",
    "~ (to|of|for) ~2 <d:length> ~3",
    "(it is|there are) <d:length> (from|between) ~",
    "a <d:length> @trip",
)
_TIME: Final = (
    "~ @go ~6 (for|in) (exactly|about)? <t:span> ~2",
    "~ @go ~6 <t:span> ~2",
    "(for|in|within) (the)? (next)? <t:span> ~2",
    "~ @take ~5 <t:span> ~4",
    "~ @trip ~5 (lasts|lasted|takes|took) <t:span> ~4",
    "~ (reaches|reached|arrives|arrived|finishes|finished|completes|completed) ~4 (in|after) <t:span> ~2",
    "(after|during) <t:span> ~3",
)
_FAR: Final = (
    "how far ~2 @do ~6 (@go|get|apart)? ~6",
    "how far @do ~6 @go (altogether|in total|in all)",
    "what (total)? distance @do ~6 @go ~4",
    "(what is|find|calculate|work out) (the|his|her|their|its)? (total)? (distance|length) ~8",
    "how many <u=km|kilometres|kilometers|metres|meters|miles|m> ~2 (@do|away) ~6 @go? ~5",
    "how many <u=km|kilometres|kilometers|metres|meters|miles|m> @do ~6 @go (altogether|in total|in all) ~2",
    "how (long|far) is (the|this|that|it) (whole|entire|total)? ~5",
    "how far (apart)? (is|are) ~8",
    "how far (is it)? ~6",
)
_LONG: Final = (
    "how long @do ~6 @take ~10",
    "how long @do (it|the whole @trip) @take ~8 @go? ~6",
    "how many <u=hours|minutes|seconds> ~2 @do ~6 @take? ~8",
    "(what|how much) time @do ~6 @take? ~8",
    "(find|calculate|work out) (the)? time ~8",
    "how long (is|was) (the|his|her|their) @trip",
    "how long @do ~6 @go ~4",
)
_FAST: Final = (
    "how fast @do ~5 (@go|be)? ~5 (in)? <u=km/h|m/s|km/min|kilometres per hour|kilometers per hour|km per hour|miles per hour|metres per second|meters per second|metres per minute|m per minute|>",
    "how fast @do ~5 (@go|be)? ~5",
    "(what is|what was|find|calculate|work out) (the|his|her|its|their)? ~3 (average)? (speed|pace) ~6 (in)? <u=km/h|m/s|km/min|kilometres per hour|kilometers per hour|km per hour|miles per hour|metres per second|meters per second|metres per minute|m per minute|>",
    "(what is|what was|find|calculate|work out) (the|his|her|its|their|~3)? (average)? (speed|pace) (for|of|over)? (the whole|the entire|the)? ~6",
    "(at)? what (average)? speed @do ~5 @go ~5",
    "how many <u=kilometres per hour|km per hour|miles per hour|metres per second|metres per minute|kilometers per hour> @do ~8",
    "how many <u=km|kilometres|kilometers|miles|metres|meters> (per|an|each|a|every) <p=hour|minute|second> @do ~8",
    "what speed @is_ ~6",
)  # fmt: skip
PLAIN: Final = {"speed": _SPEED, "distance": _DISTANCE, "time": _TIME}
_ASKS: Final = {"far": _FAR, "long": _LONG, "fast": _FAST}


def per(unit: str) -> tuple[str, str]:
    """The two units of a speed."""
    length, _, time = unit.partition(" per ")
    return length, time


def speed_unit(asked: Fact) -> str:
    """The unit in which a speed is asked for; empty where none is named."""
    said = asked.word("u")
    if asked.word("p"):
        return f"{unit_named(said)} per {asked.word('p')}"
    if not said:
        return ""
    length, _, time = said.replace("/", " per ").partition(" per ")
    return f"{unit_named(length)} per {unit_named(time)}"


_AUX: Final = "(?:does|do|did|will|can|could|would|must|should)"
_MOVES: Final = "|".join(w for w in MACROS["go"][1:-1].split("|") if re.search("(?:s|ed|ing)$", w) or w in ("drove", "rode", "ran", "flew", "swam", "went", "hid"))  # fmt: skip
_NOBODY: Final = frozenset("he she it they who that and then to i we you is was are were be by of at on first next last also always often usually has had will would one other always normally".split())  # fmt: skip


def one_traveller(bag: Bag) -> None:
    """Who goes in one clause is who goes in all: one name or noun stands before the verbs."""
    found = set[str]()
    for sentence in bag.sheet.sentences:
        found |= set(re.findall(rf"([a-z'-]+) (?:{_MOVES}) ", sentence.text))
        found |= {m[1] for m in re.finditer(rf"\b{_AUX} (?:the |a |an |his |her |their )?([a-z'-]+) {MACROS['go']} ", sentence.text)}  # fmt: skip
    found = {w for w in found if w not in _NOBODY and not w.endswith("ly")}
    if len(found) > 1:
        raise Unfit


def _distance(work: Working, v: Fact, t: Fact, who: str = "") -> tuple[Term, str]:
    length, time = per(v.unit("v"))
    long = into(work, t["t"], t.unit("t"), time)
    return work.step(f"the distance{who}: speed times time", v["v"] * long, length), length


def _time(work: Working, v: Fact, d: Fact, who: str = "") -> tuple[Term, str]:
    length, time = per(v.unit("v"))
    far = into(work, d["d"], d.unit("d"), length)
    return work.step(f"the time{who}: distance divided by speed", far / v["v"], named(time)), time


def _answer(work: Working, term: Term, unit: str, wanted: str, label: str) -> None:
    if unit == "hour" and not wanted and term.value < 1:
        wanted = "minute"
    if wanted and wanted != unit:
        term = into(work, term, unit, wanted)
    work.give(term, named(wanted or unit), label)


@family(r"\b(?:how|what|find|calculate|work out)\b", facts=PLAIN, asks=_ASKS)
def _one_leg(bag: Bag, work: Working) -> None:
    one_traveller(bag)
    wanted = unit_named(bag.asked.word("u"))
    match bag.asked.kind, bag.kinds:
        case "far", "speed time":
            term, unit = _distance(work, bag.one("speed"), bag.one("time"))
            _answer(work, term, unit, wanted, "the distance")
        case "long", "distance speed":
            term, unit = _time(work, bag.one("speed"), bag.one("distance"))
            _answer(work, term, unit, wanted, "the time")
        case "fast", "distance time":
            d, t = bag.one("distance"), bag.one("time")
            unit = speed_unit(bag.asked) or f"{d.unit('d')} per {t.unit('t')}"
            length, time = per(unit)
            far = into(work, d["d"], d.unit("d"), length)
            long = into(work, t["t"], t.unit("t"), time)
            work.give(work.step("the speed: distance divided by time", far / long, unit), unit, "the speed")
        case _:
            raise Unfit


@family(
    r"altogether|in total|in all|total|whole|entire|average",
    facts={
        **PLAIN,
        "speed": (*_SPEED, "~ (first|next|last|remaining|rest|second) ~3 @tempo? <v:speed> ~4"),
        "time": (*_TIME, "(for|in) (the|a|another)? (first|next|last|further|another)? <t:span> ~2", "(another|the next|the first) <t:span> ~3"),
        "distance": (*_DISTANCE, "~ (the)? (first|next|last|another|further|remaining) <d:length> ~3"),
    },
    asks={
        "far": ("how far @do ~6 @go ~2 (altogether|in total|in all)", "(what is|find|calculate|work out) (the total|the whole|his total|her total) distance ~6",
                "how many <u=km|kilometres|kilometers|metres|meters|miles|m> @do ~6 @go (altogether|in total|in all)", "what total distance @do ~6 @go ~3", "how long is the (whole|entire) ~3"),
        "long": ("how long @do (the)? (whole|entire) @trip @take ~2", "(what is|find) the total time ~6", "how long @do ~6 @take (altogether|in total|in all)",),
        "fast": ("(what is|what was|find|calculate|work out) (the|his|her|its|their)? average speed (for|of|over|on|during) (the|his|her|their) (whole|entire|complete|total) ~3", "(what is|what was|find|calculate|work out) (his|her|its|their|the) (overall average|average|overall) speed ~6"),
    },
)  # fmt: skip
def _legs(bag: Bag, work: Working) -> None:
    """Several legs, each told by two of speed, time and distance that stand next to each other."""
    one_traveller(bag)
    if len(bag.facts) not in (4, 6):
        raise Unfit
    legs = list(zip(bag.facts[::2], bag.facts[1::2], strict=True))
    fars, longs = list[tuple[Term, str]](), list[tuple[Term, str]]()
    length = next((f.unit("d") or per(f.unit("v"))[0] for f in bag.facts if f.kind != "time"), "")
    for i, leg in enumerate(legs, 1):
        facts = {f.kind: f for f in leg}
        if len(facts) != 2:
            raise Unfit
        who = f" of part {i}"
        if "distance" in facts:
            d = facts["distance"]
            fars.append((into(work, d["d"], d.unit("d"), length), length))
        elif bag.asked.kind != "long":
            far, one = _distance(work, facts["speed"], facts["time"], who)
            fars.append((into(work, far, one, length), length))
        if "time" in facts:
            longs.append((facts["time"]["t"], facts["time"].unit("t")))
        elif bag.asked.kind != "far":
            longs.append(_time(work, facts["speed"], facts["distance"], who))
    if bag.asked.kind != "far":
        units = {u for _, u in longs}
        time = "hour" if "hour" in units and bag.asked.kind == "fast" else next(u for u in ("second", "minute", "hour") if u in units)  # fmt: skip
        long = _sum(work, [into(work, t, u, time) for t, u in longs], "the whole time", named(time))
        if bag.asked.kind == "long":
            _answer(work, long, time, "", "the whole time")
            return
    if len(fars) != len(legs):
        raise Unfit
    far = _sum(work, [t for t, _ in fars], "the whole distance", length)
    if bag.asked.kind == "far":
        _answer(work, far, length, unit_named(bag.asked.word("u")), "the whole distance")
        return
    unit = f"{length} per {time}"
    work.give(work.step("the average speed: whole distance divided by whole time", far / long, unit), unit, "the average speed")  # fmt: skip


def _sum(work: Working, terms: list[Term], says: str, unit: str) -> Term:
    total = terms[0]
    for term in terms[1:]:
        total = total + term
    return work.step(says, total, unit)


_BACK: Final = "(back|home|the return journey|the return trip|the journey back|the way back|the trip back|returns|returned|return|the same @trip|the same distance|the same way|the same route|the same road)"


@family(
    r"back|return|same|home",
    facts={
        **PLAIN,
        "back_speed": (f"~ {_BACK} ~3 @tempo? <v:speed> ~3",),
        "back_time": (f"~ {_BACK} ~4 (in|takes|took|for) ~3 <t:span> ~2", f"~ @take ~2 <t:span> ~4 {_BACK} ~2"),
        "back": (f"(~ @go)? ~3 {_BACK} ~3",),
    },
    asks={
        "long": (f"how long @do ~6 {_BACK} @take? ~3", f"how long @do ~6 @take ~6 {_BACK} ~4", f"how many <u=hours|minutes> @do ~6 {_BACK} ~3"),
        "fast": (f"(what is|what was|find) (the|his|her|its|their) (average)? speed ~4 {_BACK} ~3", f"how fast @do ~6 {_BACK} ~3", "what speed @do ~6 (need|needed)? ~6"),
        "average": ("(what is|what was|find|calculate) (the|his|her|its|their) average speed (for|over|of) the (whole|entire|round) @trip ~3", "(what is|what was|find) (the|his|her|its|their) average speed (for|over|of) the whole (there and back|@trip there and back)"),
    },
)  # fmt: skip
def _there_and_back(bag: Bag, work: Working) -> None:
    """The same way back, faster or slower."""
    one_traveller(bag)
    facts = [f for f in bag.facts if f.kind != "back"]
    if (
        len(facts) == 3
        and facts[2].kind in PLAIN
        and (len(facts) < len(bag.facts) or bag.asked.kind != "average")
    ):
        last = facts.pop()
        facts.append(Fact(f"back_{last.kind}", last.values, last.units, last.words))
    out = {f.kind: f for f in facts if not f.kind.startswith("back")}
    back = {f.kind: f for f in facts if f.kind.startswith("back")}
    if len(out) != 2 or len(out) + len(back) != len(facts) or len(back) != 1:
        raise Unfit
    if "distance" in out:
        d = out["distance"]
        far, length = d["d"], d.unit("d")
    else:
        far, length = _distance(work, out["speed"], out["time"], " one way")
    (other,) = back.values()
    if bag.asked.kind == "average":
        if other.kind != "back_speed":
            raise Unfit
        one, time = per(other.unit("v"))
        there, t0 = (out["time"]["t"], out["time"].unit("t")) if "time" in out else _time(work, out["speed"], out["distance"], " there")  # fmt: skip
        home = work.step("the time back", into(work, far, length, one) / other["v"], named(time))
        whole = work.step("the whole time", into(work, there, t0, time) + home, named(time))
        both = work.step("the whole distance, there and back", into(work, far, length, one) * num(2), one)
        unit = f"{one} per {time}"
        work.give(work.step("the average speed: whole distance divided by whole time", both / whole, unit), unit, "the average speed")  # fmt: skip
        return
    if bag.asked.kind == "long" and other.kind == "back_speed":
        one, time = per(other.unit("v"))
        term = work.step("the time back: distance divided by speed", into(work, far, length, one) / other["v"], named(time))  # fmt: skip
        _answer(work, term, time, unit_named(bag.asked.word("u")), "the time back")
    elif bag.asked.kind == "fast" and other.kind == "back_time":
        speed = out.get("speed")
        unit = speed.unit("v") if speed else f"{length} per {other.unit('t')}"
        one, time = per(unit)
        far, long = into(work, far, length, one), into(work, other["t"], other.unit("t"), time)
        work.give(work.step("the speed back: distance divided by time", far / long, unit), unit, "the speed")
    else:
        raise Unfit


_TOWARDS: Final = "(towards|toward) (each other|one another)"
_MODE: Final = "<mode=towards each other|toward each other|towards one another|in opposite directions|in the same direction>"
_EACH: Final = (
    "~ (one|other|first|second) ~4 (at)? @tempo? <v:speed> ~3",
    "~ (speed|pace) ~4 @is_ <v:speed>",
    "~ @tempo? <v:speed> ~3 (respectively)?",
)


@family(
    r"each other|one another|opposite|same direction|meet|apart|catch|overtake",
    facts={
        "speed": _EACH,
        "gap": ("~ (<two>)? ~4 <d:length> (apart|away from each other|from each other|ahead ~|in front ~|away) ~4",
                f"~ (<two>)? ~4 <d:length> (apart|away from each other|from each other) ~6 {_MODE} ~3",
                "~ distance (between)? ~6 (and)? ~3 (is|was|of) <d:length> ~2", "~ (has|with) (a)? <d:length> (start|head start|lead) ~3", "~ (has a) (head start|lead|start) of <d:length>"),
        "mode": (f"~ (<two>)? ~8 {_MODE} ~4", "~ (chases|follows|chase|run after|runs after|pursues) ~4"),
        "place": ("~ (<two>)? ~6 (same|opposite) (time|place|point|station|spot|moment|town|ends|sides|harbour|harbor|port|house|camp|junction|village|city|crossroads|airport) ~6", "~ (<two>)? ~6 same (time|place|point|station|town) (at|from) the same (time|place|point|station|town) ~4", "~ (<two>) ~8"),
        "time": ("(after)? <t:span> (later)? ~4", "(they|~) (meet|met) ~2 (after|in) <t:span> ~4", "~ @take <t:span> to (meet|catch up) ~4"),
    },
    asks={
        "long": ("(when|after what time|how soon|after how long) @do ~4 (meet|catch up|overtake|catch) ~4", "(after|in)? how many <u=hours|minutes|seconds> ~3 @do ~6 (meet|catch up|catch|overtake) ~4", "how long @do ~6 @take ~6 (meet|catch|catch up|overtake) ~4",
                 "how long (is it)? (until|before) ~4 (meet|catch up|catch|overtake) ~4", "how many <u=hours|minutes|seconds> (@do it @take)? ~3 (until|before|to) ~4 (meet|catch|catch up) ~4",
                 "(after|in)? how (many|long) <u=hours|minutes|seconds|> @do ~4 <d:length> apart", "how long @do ~6 @take ~4 be <d:length> apart"),
        "far": ("how far apart @do ~6 (be|after)? ~4", "(what is|find) the distance between ~8", "how many <u=km|kilometres|kilometers|metres|meters|miles> apart @do ~6", "how far apart @do ~6 at the (start|beginning)"),
        "fast": ("(what is|find|how fast is|how fast does) (the)? (speed of)? (the)? (other|second) ~6", "(what is|find|how fast is) (the)? ~3 speed ~3"),
    },
)  # fmt: skip
def _two(bag: Bag, work: Working) -> None:
    """Two travellers who start at once: towards each other, apart, or one behind the other."""
    for fact in bag.facts:
        if fact.has("two") and fact.values["two"] != 2:
            raise Unfit
    modes = [f.word("mode") for f in bag.facts if f.word("mode")]
    chase = [f for f in bag.facts if f.kind == "mode" and not f.word("mode")]
    meets = "meet" in bag.sheet.text
    if len(modes) > 1:
        raise Unfit
    towards = bool(modes) and modes[0].startswith("toward") or not modes and meets
    apart = bool(modes) and "opposite" in modes[0] and not meets
    same = (
        bool(modes)
        and "same" in modes[0]
        or bool(chase)
        or not modes
        and bool(re.search("catch|overtake", bag.sheet.text))
    )
    if towards + apart + same != 1:
        raise Unfit
    speeds, gaps, times = bag.all("speed"), bag.all("gap"), bag.all("time")
    if len({s.unit("v") for s in speeds}) != 1:
        raise Unfit
    unit = speeds[0].unit("v")
    length, time = per(unit)
    if bag.asked.kind == "fast":
        if same or len(speeds) != 1 or len(gaps) != 1 or len(times) != 1:
            raise Unfit
        far = into(work, gaps[0]["d"], gaps[0].unit("d"), length)
        both = work.step("how much nearer they come to each other" if towards else "the two speeds together", far / into(work, times[0]["t"], times[0].unit("t"), time), unit)  # fmt: skip
        work.give(work.step("the speed of the other", both - speeds[0]["v"], unit), unit, "the speed")
        return
    if len(speeds) != 2:
        raise Unfit
    a, b = speeds[0]["v"], speeds[1]["v"]
    if same and a.value < b.value:
        a, b = b, a
    rate = work.step("how much closer the faster one comes" if same else "the two speeds together", a - b if same else a + b, unit)  # fmt: skip
    if bag.asked.kind == "long":
        told = [*gaps, *([bag.asked] if bag.asked.has("d") else [])]
        if len(told) != 1 or times or bag.asked.has("d") != apart:
            raise Unfit
        far = into(work, told[0]["d"], told[0].unit("d"), length)
        term = work.step("the time: the distance divided by this speed", far / rate, named(time))
        _answer(work, term, time, unit_named(bag.asked.word("u")), "the time")
        return
    if len(times) != 1 or gaps:
        raise Unfit
    far = rate * into(work, times[0]["t"], times[0].unit("t"), time)
    work.give(work.step("the distance between them: this speed times the time", far, length), length, "the distance between them")  # fmt: skip
