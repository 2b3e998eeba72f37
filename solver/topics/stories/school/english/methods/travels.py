"""Journeys that are told by what two of them have in common: the same way, the same speed, the time of both; trains on bridges; ways past the middle.

Not read: stops, streams, more than two speeds.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from solver.topics.stories.school.english.methods.families import Bag, Fact, family
from solver.topics.stories.school.english.methods.journeys import PLAIN, one_traveller, per, speed_unit
from solver.topics.stories.school.english.methods.measures import into, named, unit_named
from solver.topics.stories.school.working import Unfit, Working, num

_BACK: Final = "(back|home|returns|return|returned|returning)"
_WHOLE: Final = "(in all|in total|altogether|there and back|both ways)"
_UNIT: Final = "<u=km|kilometres|kilometers|metres|meters|m|miles>"


@family(
    r"\b(?:back|home|returns?|returned|returning|there and back|round trip|the same (?:path|way|road|route|track|trail|hill))\b",
    facts={
        "out": ("~ (@go|@take|climbs|climbed|drives) ~5 @tempo? <v:speed> ~3", "~ @tempo? <v:speed> (there|up|out|going) ~1"),
        "back": (f"~ (@go|comes|came|gets|@take)? ~3 {_BACK} ~4 ((along|by|on|over)? the same (way|path|road|route|track|trail))? ~2 @tempo? <w:speed> ~4", "~ (down|back) ~2 @tempo? <w:speed> ~2", "~ (down|up|downhill|uphill)? ~1 the same (way|path|road|route|track|trail|hill) ~2 @tempo? <w:speed> ~2"),
        "whole": (f"~8 <t:span> {_WHOLE} ~2", "~ (whole|entire|total|complete|round) ~4 @take ~2 <t:span> ~3", f"~ (being|is|was) (away|gone|out) (for)? ~2 <t:span> ({_WHOLE})? ~1", f"~ (there and back|return trip|round trip|total time|the trip there and back) ~3 (takes|took|is|was|lasts|lasted) ~2 <t:span> ({_WHOLE})? ~2", f"~ takes ~3 <t:span> (for)? {_WHOLE} ~2", f"~4 (is|was) ~4 (for)? <t:span> {_WHOLE}", f"{_WHOLE} ~2 (is|was|@take|@go|spends|spent) ~5 <t:span> ~2", f"~2 {_WHOLE} ~3 <t:span> ~2", "the (whole|total|entire) ~3 <t:span> ~2"),
    },
    asks={
        "far": ("how far (away|from home)? (does|do) ~3 live ~3", "how long is the (path|way|road|route|track|trail|climb) ~4", "how far ~3 (is|was|are) ~6", "how far ~3 (does|did) ~4 (live|@go) ~5", "how far (away)? (is|was) ~6", f"how many {_UNIT} (is|are|was|away|from) ~8", "(what is|find|calculate|work out) the distance ~8", f"how many {_UNIT} (is it)? (from|to) ~6"),
    },
)  # fmt: skip
def _there_and_back_in_all(bag: Bag, work: Working) -> None:
    """For each unit of the way the time there and the time back; the time of both tells how many units."""
    one_traveller(bag)
    bag.need("out", "back", "whole")
    text = bag.sheet.text
    if re.search(r"\b(?:rest|rests|rested|stays?|stayed|stops?|stopped|break|waits?|waited|pause|pauses|halfway|half|spends?|spent|late|early)\b|round trip distance|total distance|altogether \?", text) or re.search(r"\b(?:altogether|in all|in total|there and back|round trip)\b", bag.sheet.sentences[-1].text):  # fmt: skip
        raise Unfit
    out, back, whole = bag.one("out"), bag.one("back"), bag.one("whole")
    if out.unit("v") != back.unit("w") or bag.facts.index(out) > bag.facts.index(back):
        raise Unfit
    length, time = per(out.unit("v"))
    there = work.step(f"the time for one {length} there", num(1) / out["v"], named(time))
    home = work.step(f"the time for one {length} back", num(1) / back["w"], named(time))
    both = work.step(f"the time for one {length} of the way, there and back", there + home, named(time))
    long = into(work, whole["t"], whole.unit("t"), time)
    far = work.step("the length of the way: the whole time divided by this", long / both, named(length))
    wanted = unit_named(bag.asked.word("u")) if bag.asked.word("u") else length
    work.give(into(work, far, length, wanted), named(wanted), "the distance one way")


@family(
    r"\bat (?:that|this|the same) (?:speed|rate|pace)\b|\bsame speed\b",
    facts={
        "distance": ("~ (@go|covers|covered) ~3 <d:length> ~4", "~ <d:length> ~2"),
        "time": ("~ (@go|@take) ~5 <t:span> ~3", "(in|for) <t:span> ~2", "~ <t:span> ~2"),
        "both": ("~ (@go|covers|covered|cover) ~3 <d:length> ~3 (in|within) <t:span> ~2", "~ @take ~2 <t:span> (to|for) ~2 (@go|cover)? ~1 <d:length> ~2"),
        "same": ("~ at (that|this|the same) (speed|rate|pace) ~4", "the (speed|pace) (stays|remains|is) the same"),
    },
    asks={
        "long": ("(at (that|this|the same) (speed|pace|rate))? how long @do ~4 (@take|need)? ~4 (to @go|@go|to cover|cover|for)? ~2 <x:length> ~4 (at (that|this|the same) (speed|pace|rate))?", "(at (that|this|the same) (speed|pace|rate))? how many <u=hours|minutes|seconds> @do ~6 (to @go|@go|to cover|cover|for)? ~2 <x:length> ~4 (at (that|this|the same) (speed|pace|rate))?"),
        "far": ("(at (that|this|the same) (speed|pace|rate))? how far @do ~5 @go? ~2 (in|after) <y:span> ~2 (at (that|this|the same) (speed|pace|rate))?", f"(at (that|this|the same) (speed|pace|rate))? how many {_UNIT} @do ~5 @go? ~2 (in|after) <y:span> ~2 (at (that|this|the same) (speed|pace|rate))?"),
    },
)  # fmt: skip
def _same_speed(bag: Bag, work: Working) -> None:
    """The speed of what was told is the speed of what is asked."""
    one_traveller(bag)
    told = [f for f in bag.facts if f.kind != "same"]
    merged = {name: f for f in told for name in "dt" if f.has(name)}
    if set(merged) != {"d", "t"} or sum(len(f.values) for f in told) != 2:
        raise Unfit
    d, t = merged["d"], merged["t"]
    if bag.asked.kind == "long":
        length, time = d.unit("d"), t.unit("t")
        speed = work.step("the speed: distance divided by time", d["d"] / t["t"], f"{length} per {time}")
        far = into(work, bag.asked["x"], bag.asked.unit("x"), length)
        long = work.step("the time: distance divided by speed", far / speed, named(time))
        wanted = unit_named(bag.asked.word("u")) if bag.asked.word("u") else time
        work.give(into(work, long, time, wanted), named(wanted), "the time")
        return
    length, time = d.unit("d"), t.unit("t")
    speed = work.step("the speed: distance divided by time", d["d"] / t["t"], f"{length} per {time}")
    far = work.step("the distance: speed times time", speed * into(work, bag.asked["y"], bag.asked.unit("y"), time), named(length))  # fmt: skip
    wanted = unit_named(bag.asked.word("u")) if bag.asked.word("u") else length
    work.give(into(work, far, length, wanted), named(wanted), "the distance")


_EARLY: Final = "(earlier|sooner|less|quicker|saved|early)"


@family(
    r"\b(?:earlier|sooner|save|saves|saved|saving|less time|faster|quicker)\b",
    facts={
        **PLAIN,
        "swap": ("(by)? ~2 @go ~3 (at)? <w:speed> instead of <v:speed> ~2", "~ @go ~3 (at)? <w:speed> instead of (at)? <v:speed> ~2"),
        "again": ("~ @go ~3 (instead)? (at)? ~2 @tempo? <w:speed> (instead)? ~3", "~ @tempo? <w:speed> instead ~2", "(at)? @tempo? <w:speed> (instead)? ~2", "instead ~3 @go ~3 <w:speed> ~3"),
    },
    asks={
        "saved": ("how (much|many <u=minutes|hours|seconds>) (time)? @do ~4 (save|saves|gain|gains) (on|over|for) ~3 <d:length> ~3", f"how (much|many <u=minutes|hours|seconds>) ~2 (time)? {_EARLY}? @do ~6 {_EARLY}? ~6 ((by|if|when) ~3 @go? ~3 (at)? @tempo? <w:speed> ~2)?", "how (much|many <u=minutes|hours|seconds>) (time)? @do ~3 (save|saves|be saved) ~4 ((by|if|when)? ~3 @go? ~3 (at)? @tempo? <w:speed> ~2)?", f"how much {_EARLY} @do ~4 (arrive|get there|be there|reach ~3) ~4 ((by|if|when)? ~3 @go? ~3 (at)? @tempo? <w:speed> ~2)?"),
    },
)  # fmt: skip
def _time_saved(bag: Bag, work: Working) -> None:
    """The same way at another speed: the two times and their difference."""
    one_traveller(bag)
    told = {f.kind: f for f in bag.facts}
    if "swap" in told and len(bag.facts) + bag.asked.has("d") == 2:
        swap = told.pop("swap")
        told["speed"] = swap
        told["again"] = swap
        if bag.asked.has("d"):
            told["distance"] = bag.asked
        bag = Bag((*told.values(),), Fact("saved", {}, {}, bag.asked.words), bag.sheet)
    again = told.pop("again", None) or (bag.asked if bag.asked.has("w") else None)
    speeds = bag.all("speed")
    if again is None and len(speeds) == 2:
        again = Fact("again", {"w": speeds[1].values["v"]}, {"w": speeds[1].unit("v")}, {})
        told["speed"] = speeds[0]
        extra = 0
    else:
        extra = 1 if again is bag.asked else 0
    if again is None or len(told) != 2 or len(bag.facts) + extra != 3 or re.search(r"\b(?:back|return|returns|rest|stops?|late|later|than the other)\b", bag.sheet.text):  # fmt: skip
        raise Unfit
    if "speed" in told and "time" in told:
        v, t = told["speed"], told["time"]
        length, time = per(v.unit("v"))
        long = into(work, t["t"], t.unit("t"), time)
        far = work.step("the length of the way: speed times time", v["v"] * long, named(length))
    elif "speed" in told and "distance" in told:
        v, d = told["speed"], told["distance"]
        length, time = per(v.unit("v"))
        far = into(work, d["d"], d.unit("d"), length)
        long = work.step("the time at the first speed", far / v["v"], named(time))
    elif "time" in told and "distance" in told:
        d, t = told["distance"], told["time"]
        length, time = per(again.unit("w"))
        far, long = into(work, d["d"], d.unit("d"), length), into(work, t["t"], t.unit("t"), time)
    else:
        raise Unfit
    if again.unit("w") != f"{length} per {time}":
        raise Unfit
    new = work.step("the time at the other speed: distance divided by speed", far / again["w"], named(time))
    if new.value >= long.value:
        raise Unfit
    saved = work.step("the difference of the times", long - new, named(time))
    wanted = unit_named(bag.asked.word("u")) if bag.asked.word("u") else "minute" if time == "hour" and saved.value < 1 else time  # fmt: skip
    work.give(into(work, saved, time, wanted), named(wanted), "the time that is saved")


_THING: Final = "(bridge|tunnel|viaduct|platform)"
_TRAIN: Final = "(train|express|tram)"
_PASS: Final = "(cross|crosses|crossed|crossing|pass|passes|passed|passing|clear|clears|cleared|go through|goes through|went through|pass through|passes through|passed through|travel through|travels through|leave|leaves|completely crosses|completely cross)"


@family(
    r"\b(?:train|express|tram)\b.*\b(?:bridge|tunnel|viaduct|platform)\b",
    facts={
        "train": (f"~3 {_TRAIN} ~3 <n:length> (long|in length)? ~2", f"~3 <n:length> (long)? ~1 {_TRAIN} ~2", f"(the|its)? length of (the|this) {_TRAIN} is <n:length>"),
        "bridge": (f"~4 {_THING} ~3 <b:length> (long|in length)? ~2", f"~6 <b:length> (long)? ~1 {_THING} ~2"),
        "speed": ("~ @tempo? <v:speed> ~4", "~ (speed|pace) ~4 @is_ <v:speed>", f"~ <v:speed> ~2 {_PASS} ~3 {_THING} ~2"),
        "time": (f"~ {_PASS}? ~6 (in|for|takes|took|needs) ~2 <t:span> (to {_PASS} ~4 {_THING}? ~3)? ~3", "~ @take ~2 <t:span> ~8"),
        "all": (f"~3 {_TRAIN} ~2 <n:length> (long)? ~2 (@go|{_PASS}) ~3 @tempo? <v:speed> ~2", f"~3 <n:length> (long)? {_TRAIN} ~2 (@go|{_PASS}) ~3 @tempo? <v:speed> ~2", f"~3 <n:length> (long)? {_TRAIN} ~3 {_PASS} ~3 {_THING} ~3 @tempo? <v:speed> ~2", f"~3 {_TRAIN} ~2 <n:length> (long)? ~3 {_PASS} ~2 <b:length> (long)? {_THING} ~2 @tempo? <v:speed> ~2",
                f"~3 <n:length> (long)? {_TRAIN} ~3 {_PASS} ~2 <b:length> (long)? {_THING} ~3 (in <t:span>|@tempo? <v:speed>)? ~2", f"~3 {_PASS} ~2 <b:length> (long)? {_THING} ~3 (in <t:span>|@tempo? <v:speed>) ~2", f"~3 {_TRAIN} ~3 <n:length> (long)? ~2 {_PASS} ~3 {_THING} ~3 (in|for) <t:span> ~2", f"~3 @tempo? <v:speed> ~3 (takes|needs|took) <t:span> to ~1 {_PASS} ~2 (<b:length>)? (long)? {_THING} ~2", f"~3 {_TRAIN} ~2 <n:length> (long)? ~1 (takes|needs|took|needed) <t:span> to ~1 {_PASS} ~2 (over)? ~2 {_THING} ~1 <b:length> (long)? ~1", f"~3 {_TRAIN} ~2 <n:length> (long)? ~1 (takes|needs|took|needed) <t:span> to ~1 {_PASS} ~2 (over)? ~1 <b:length> (long)? {_THING} ~1", f"~3 {_TRAIN} ~2 <n:length> (long)? ~2 {_PASS} ~2 (over)? ~1 {_THING} ~1 <b:length> (long)? ~1 @tempo? <v:speed> ~1", f"~3 {_TRAIN} ~2 <n:length> (long)? ~1 (takes|needs|took|needed) <t:span> to ~1 {_PASS} ~3 {_THING} ~2 @tempo? <v:speed> ~1", f"~3 <n:length> (long)? {_TRAIN} ~1 (takes|needs|took|needed) <t:span> to ~1 {_PASS} ~3 {_THING} ~2 (@tempo? <v:speed>)? ~1", f"~3 {_TRAIN} ~2 <n:length> (long)? ~1 (takes|needs|took|needed) <t:span> to ~1 {_PASS} ~3 {_THING} ~2", f"~3 {_TRAIN} ~2 <n:length> (long)? ~2 {_PASS} ~2 {_THING} ~1 <b:length> (long)? ~2 (in|for) <t:span> ~2"),
        "whole": ("~8 from (the)? ~6 to (the)? ~8",),
    },
    asks={
        "long": (f"how (long|many <u=seconds|minutes>) @do ~6 (@take)? ~4 {_PASS}? ~3 (<b:length>)? (long)? {_THING}? ~5", "how (long|many <u=seconds|minutes>) (until|before|after) ~8"),
        "bridge_long": (f"how (long|many {_UNIT}) (long)? (is|was) (the|this) {_THING} ~3", f"(what is|find|calculate) the length of the {_THING} ~2"),
        "train_long": (f"how (long|many {_UNIT}) (long)? (is|was) (the|this) {_TRAIN} ~3", f"(what is|find|calculate) the length of the {_TRAIN} ~2"),
        "fast": ("(what is|find|calculate|what was) (the|its) ~1 speed ~3 (in)? <u=km/h|m/s|kilometres per hour|kilometers per hour|km per hour|metres per second|meters per second|metres per minute|>", "(what is|find|calculate|what was) (the|its) speed ~5", "how fast @do ~6"),
    },
)  # fmt: skip
def _train(bag: Bag, work: Working) -> None:
    """From the first wheel on to the last wheel off a train goes the length of the bridge and its own."""
    if re.search(r"\b(?:another|second train|other|towards|opposite|overtak\w*|two trains|entirely on|inside|man|person|pole|tree)\b", bag.sheet.text):  # fmt: skip
        raise Unfit
    told: dict[str, Fact] = {}
    for fact in (*bag.facts, bag.asked):
        for name in "nbvt":
            if fact.has(name):
                if name in told:
                    raise Unfit
                told[name] = fact
    wanted = {"long": "t", "bridge_long": "b", "train_long": "n", "fast": "v"}[bag.asked.kind]
    if set(told) != set("nbvt") - {wanted}:
        raise Unfit
    if wanted == "v":
        length, time = told["b"].unit("b"), told["t"].unit("t")
    else:
        length, time = per(told["v"].unit("v"))
    goal = speed_unit(bag.asked) if wanted == "v" else ""
    if goal:
        length, time = per(goal)
        both = [into(work, told[n][n], told[n].unit(n), length) for n in "bn"]
        way = work.step("the way of the train: the length of the bridge and its own", both[0] + both[1], named(length))  # fmt: skip
        term = work.step("the speed: distance divided by time", way / into(work, told["t"]["t"], told["t"].unit("t"), time), goal)  # fmt: skip
        work.give(term, goal, "the speed")
        return
    long = {n: into(work, told[n][n], told[n].unit(n), told["b" if "b" in told else "n"].unit("b" if "b" in told else "n")) for n in "bn" if n in told}  # fmt: skip
    unit = told["b" if "b" in told else "n"].unit("b" if "b" in told else "n")
    if wanted in "tv":
        way = work.step("the way of the train: the length of the bridge and its own", long["b"] + long["n"], named(unit))  # fmt: skip
        if wanted == "v":
            work.give(work.step("the speed: distance divided by time", way / told["t"]["t"], f"{unit} per {time}"), f"{unit} per {time}", "the speed")  # fmt: skip
            return
        far = into(work, way, unit, length)
        term = work.step("the time: distance divided by speed", far / told["v"]["v"], named(time))
        goal = (
            unit_named(bag.asked.word("u")) if bag.asked.word("u") else "second" if term.value < 1 else time
        )
        work.give(into(work, term, time, goal), named(goal), "the time")
        return
    way = work.step("the way of the train: speed times time", told["v"]["v"] * into(work, told["t"]["t"], told["t"].unit("t"), time), named(length))  # fmt: skip
    way = into(work, way, length, unit)
    other = "n" if wanted == "b" else "b"
    term = work.step("without the other length: the way is the length of the bridge and of the train", way - long[other], named(unit))  # fmt: skip
    work.give(term, named(unit), f"the length of the {'bridge' if wanted == 'b' else 'train'}")


_MIDDLE: Final = "(the)? (<h:part>|middle|halfway point|half way point|midpoint|halfway mark|half|halfway)"
_DONE: Final = (
    "(@go|covered|read|paved|built|done|finished|completed|painted|repaired|has|have|mown|laid|reads|typed)"
)


@family(
    r"\b(?:middle|halfway|half way|midpoint|half)\b|short of",
    facts={
        "part": (f"~ (has|have|had)? ~1 {_DONE} ~3 <f:part> (of ~4)? ~2",),
        "short": (f"~ (still)? <d:any> ~1 (short of|before|away from|from) {_MIDDLE} (of ~3)? ~2", f"~ <d:any> (to go|left|more)? ~3 (to|until|before) ~3 {_MIDDLE} (of ~3)? ~2", f"~ (still|another)? ~3 <d:any> (still|more)? (to|until) ~3 {_MIDDLE} ~2"),
        "past": (f"~ <d:any> ~1 (past|beyond|after|over|behind|more than) {_MIDDLE} (of ~3)? ~2",),
    },
    asks={
        "whole": ("how (long|far) (is|was|are) ~2 (the|this|his|her|their)? (whole|entire|total)? ~6 (altogether|in total|in all)?", "how many ~3 (are there|@do|is|are) ~6 (altogether|in total|in all)? ~2", "(what is|find|calculate) (the|its) ~2 (whole|total|entire)? (length|distance) ~6"),
    },
)  # fmt: skip
def _middle(bag: Bag, work: Working) -> None:
    """The part that is done and the half differ by what is told."""
    part = bag.one("part")
    told = bag.facts[1] if bag.facts[0] is part else bag.facts[0]
    if len(bag.facts) != 2 or told.kind == "part":
        raise Unfit
    f, half = part.values["f"], Fraction(1, 2)
    if told.has("h") and told.values["h"] != half:
        raise Unfit
    exact = re.search(r"\b(?:short of|before|past|beyond|after|over|behind|more than|to go|until|to the)\b", bag.sheet.text)  # fmt: skip
    if exact and (f < half) != (told.kind == "short") or f == half or f >= 1:
        raise Unfit
    one, other = (num(half), part["f"]) if f < half else (part["f"], num(half))
    gap = work.step("what part of the whole lies between there and the middle", one - other)
    unit = named(told.unit("d")) if told.unit("d") else ""
    work.give(work.step("the whole: this divided by its part", told["d"] / gap, unit), unit, "the whole")
