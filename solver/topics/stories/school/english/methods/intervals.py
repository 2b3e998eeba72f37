"""Intervals: what stands at equal distances along a line or around a place, cuts and pieces, floors, strokes of a clock.

Not read: two kinds that take turns, a line where it is not said whether the ends have one.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.english.methods.families import Bag, Fact, family
from solver.topics.stories.school.english.methods.measures import into, named, unit_named
from solver.topics.stories.school.english.methods.patterns import MACROS, verbs
from solver.topics.stories.school.working import Term, Unfit, Working, num

_STAND: Final = verbs(
    "plant/plants/planted/planting stand/stands/stood/standing put/puts place/places/placed set/sets install/installs/installed hang/hangs/hung erect/erects/erected grow/grows space/spaced "
    "line/lines/lined be/is/are build/builds/built stick/sticks/stuck dig/digs/dug position/positioned arrange/arranges/arranged fix/fixed"
)
MACROS["stand"] = _STAND
_BOTH_ENDS: Final = (
    "(a|one)? ~4 (at|on) (both|the two|each|either) (ends|end) ~6", "~6 at (both|the two|each|either) (ends|end) ~4", "including (one at)? (both|the two) ends ~3", "~5 at the (start|beginning) and (one|~3)? at the end ~4",
    "~3 (begins|starts|start|begin) and (ends|end|finishes) with (a|an|one) ~4", "~8 (including the|both) ends ~3", "~6 from (one)? end to (the other)? end ~2",
)  # fmt: skip
_NO_ENDS: Final = ("~8 (not|but not|none|no ~2) at (the|both|either|any of the) ~3", "~8 (not|except) at (the|both) ends ~3", "(not|none) at (the|either|both) ~3", "no ~3 (is|are) ~2 at (the|either|both) ~3", "there (is|are) (no|none) ~3 at (the|either|both) ~3", "excluding (both|the) ends")  # fmt: skip


@family(
    r"apart|every|between|intervals?|distance|gap|spaced",
    facts={
        "length": ("~8 <d:length> (long)? ~6", "~8 <d:length> (long)? ~3 (with|has) ~3", "~8 (length|perimeter|circumference) of <d:length> ~3", "~ (is|are) <d:length> (long|apart|away|around)? ~3", "~ perimeter ~4 is <d:length>", "<d:length> ~3", "between (<two>)? ~4 <d:length> apart",
                   "(between|along) ~8 <d:length> (apart|long|away) ~2", "between <two> ~3 that are <d:length> apart", "~ distance between (the)? <two>? ~3 (houses|buildings|towns|gates) is <d:length>"),
        "step": ("~8 (every|each) <k:length> ~6", "~8 (at)? (intervals|distances) of <k:length> ~6", "~3 (with|leaving)? (a)? (gap|distance|space|interval) of <k:length> ~8", "~5 <k:length> (apart|from each other) ~6", "~ distance between (<two>|each|any <two>|one|neighbouring|adjacent|~2)? ~5 (and the next)? is <k:length> ~2",
                 "~6 @is_? (always)? <k:length> (between|from) (each|every|any|neighbouring|adjacent|<two>|them|one)? ~4 (and|to)? (the next)? ~2", "~ (every|each) ~3 <k:length> (apart|from the next|from the next one)", "(at)? <k:length> (intervals|apart|from each other) ~3", "~6 (every|each) ~2 (is)? <k:length> from the next (one)?"),
        "count": ("~ (there are|@stand) ~2 <c> ~8", "<c> ~3 @stand ~8", "~6 <c> ~6", "~3 <c> ~2 (in a row|in a line|along ~3) ~3"),
        "ends": _BOTH_ENDS, "none": _NO_ENDS,
        "sides": ("~6 (on|along) both sides ~6", "~6 (on|along) (either|each) side ~6"),
        "side": ("~6 (on|along) one side ~6", "~6 on one side only ~3"),
        "around": ("~6 (around|round) ~6", "~6 circular ~5", "~6 (square|round) ~4"),
    },
    asks={
        "many": ("how many ~3 @do ~4 @stand? ~2 (along|beside) ~3 <d:length> ~4", "how many ~4 (are there|@stand|@do) ~8 (altogether|in total|in all|needed|both sides ~4)? ~3", "how many ~3 @do ~3 @stand? ~6", "how many ~6 (needed|planted) ~8", "how many ~3"),
        "long": ("how long is ~4 (from)? ~4 (the first)? ~3 (to)? ~3 (the last)? ~3", "(how far|what distance) is (it|there)? (from|between) the first ~3 (to|and) the last ~3", "what is the (distance|length) (from|between) the first ~3 (to|and) the last ~3", "what is the (length|perimeter|circumference) of ~5", "how (far|long) ~5 (from the first to the last|between the first and the last) ~3"),
        "apart": ("how far apart (are|must|should|is) ~8", "what is the (distance|gap|space) between (<two>|each|neighbouring|adjacent|any <two>)? ~5", "how (far|many metres) is it from one ~2 to the next"),
    },
)  # fmt: skip
def _posts(bag: Bag, work: Working) -> None:
    """Things in a row or around a place: how many, how far apart, how long the row is."""
    if any(f.has("two") and f.values["two"] != 2 for f in (*bag.facts, bag.asked)):
        raise Unfit
    if bag.asked.has("d"):
        length = Fact("length", bag.asked.values, bag.asked.units, {})
        bag = Bag((*bag.facts, length), bag.asked, bag.sheet)
    if not _STANDING.search(bag.sheet.text):
        raise Unfit
    more, both = _arrangement(bag)
    lengths, steps, counts = bag.all("length"), bag.all("step"), bag.all("count")
    if len(lengths) + len(steps) + len(counts) != 2 or len({len(lengths), len(steps), len(counts)} - {0, 1}):
        raise Unfit
    if bag.asked.kind == "many":
        if counts:
            raise Unfit
        _how_many(work, lengths[0], steps[0], more, both=both)
        return
    gaps = _intervals_of(work, counts[0], more, both=both)
    if bag.asked.kind == "long" and steps:
        unit = steps[0].unit("k")
        term = work.step("the whole length: so many intervals", gaps * steps[0]["k"], unit)
        if unit == "cm" and term.value >= 100:
            term, unit = into(work, term, unit, "m"), "m"
        work.give(term, named(unit), "the length")
    elif bag.asked.kind == "apart" and lengths:
        unit = lengths[0].unit("d")
        one = work.step("the length of one interval", lengths[0]["d"] / gaps, unit)
        work.give(one, named(unit), "the distance")
    else:
        raise Unfit


_STANDING: Final = re.compile(
    "plant|tree|post|lamp|light|flag|pole|bush|rose|willow|bench|flower|chair|pillar|stake|cone|lantern|shrub|seedling|column|sign|bin|hedge|statue|balloon|pot|marker|peg"
)


def _arrangement(bag: Bag) -> tuple[int, bool]:
    """How many more there are than intervals (1: at both ends too, -1: at neither, 0: around a place); whether on both sides.

    Raises:
        Unfit: it is not said, or said in two ways.
    """
    text, long = bag.sheet.text, bag.asked.kind == "long"
    kinds = {f.kind for f in bag.facts}
    around = "around" in kinds or bool(
        re.search(r"\b(?:around|round|circular|circumference|perimeter)\b", text)
    )
    first_to_last = re.search(r"\bfirst\b.*\blast\b", text) is not None
    in_a_row = not around and re.search(r"in a (?:straight )?(?:row|line)", text) is not None
    ends = "ends" in kinds or long and (first_to_last or in_a_row)
    if around and re.search(r"\bsquare\b|rectang|\bsides? of|triang", text) and "perimeter" not in text:
        raise Unfit
    none = "none" in kinds
    both = "sides" in kinds or re.search(r"\b(?:both|either|each) sides?\b", text) is not None
    if around + ends + none != 1 or both and ("side" in kinds or around):
        raise Unfit
    return 1 if ends else -1 if none else 0, both


def _how_many(work: Working, length: Fact, step: Fact, more: int, *, both: bool) -> None:
    """ "Trees are planted every 5 m along a road of 100 m"."""
    says = {1: "one more than the intervals, because both ends have one", -1: "one less than the intervals, because the ends have none", 0: "around a place there are as many as intervals"}[more]  # fmt: skip
    far = into(work, length["d"], length.unit("d"), step.unit("k"))
    gaps = work.step("how many intervals there are" + ("" if more else f": {says}"), far / step["k"])
    row = gaps
    if more:
        row = work.step(f"how many there are: {says}", gaps + num(1) if more > 0 else gaps - num(1))
    if both:
        row = work.step("how many on both sides", row * num(2))
    if row.value.denominator != 1 or gaps.value.denominator != 1:
        raise Unfit
    work.give(row, "", "the number")


def _intervals_of(work: Working, count: Fact, more: int, *, both: bool) -> Term:
    """How many intervals there are between so many."""
    count.whole("c")
    side = work.step("how many on one side", count["c"] / num(2)) if both else count["c"]
    if not more:
        return side
    if more > 0:
        return work.step("how many intervals there are: one less than what stands there", side - num(1))
    return work.step("how many intervals there are: one more than what stands there", side + num(1))


_CUT: Final = verbs("cut/cuts/cutting saw/saws/sawed/sawn/sawing divide split/splits chop/chops/chopped")


@family(
    r"piece|\bcuts?\b|parts",
    facts={
        "pieces": (f"~ {_CUT} ~6 (into|in) <n> (equal)? (pieces|parts|logs|sections) ~3", "<n> (equal)? (pieces|parts|sections) ~3", "~ wants ~3 <n> (equal)? pieces"),
        "cut": ("(each|every|one) (cut|sawing) @take <t:time> ~2", "it @take <t:time> (to|for) ~2 (each|one|every|a) cut", "it @take <t:time> to make (one|each|a|every) cut", "~ @take <t:time> (for|per) (each|every|one)? cut", f"{_CUT} once takes <t:time>", "~ <t:time> for each cut"),
        "job": (f"it @take ~4 <t:time> to {_CUT} ~6 (into|in) <n> (equal)? (pieces|parts|sections|logs)", f"~ @take <t:time> to {_CUT} ~6 (into|in) <n> (equal)? (pieces|parts|sections|logs)", f"~ {_CUT} ~6 (into|in) <n> (equal)? (pieces|parts|sections) in <t:time>",
                f"{_CUT} ~6 (into|in) <n> (equal)? (pieces|parts|sections) @take ~2 <t:time>"),
        "cuts": (f"~ {_CUT} ~5 <c> times ~2", "~ (makes|make|made|with) <c> (straight|equal)? cuts ~4"),
    },
    asks={
        "time": (f"how long @do (it|~3) @take ~3 to {_CUT} ~6 (into|in) <k> (equal|such)? (pieces|parts|sections|logs)", "how long @do ~4 @take ~4", "how many <u=minutes|seconds|hours> @do ~4 @take? ~5", f"how many <u=minutes|seconds|hours> @do ~4 @take? ~2 to {_CUT} ~6 into <k> (equal)? (pieces|parts)"),
        "pieces_asked": ("how many pieces ~6",), "cuts_asked": ("how many (cuts|times) ~8", "how many (cuts) ~8 <k> pieces"),
    },
)  # fmt: skip
def _pieces(bag: Bag, work: Working) -> None:
    """One piece more than cuts."""
    if re.search(r"\b(?:stack|fold|folded|ring|circle|loop|cake|pizza|rests?|bracelet)\b", bag.sheet.text):
        raise Unfit
    asked = bag.asked
    if asked.kind == "pieces_asked":
        bag.need("cuts")
        bag.one("cuts").whole("c")
        work.give(
            work.step("the pieces: one more than the cuts", bag.one("cuts")["c"] + num(1)),
            "pieces",
            "the number",
        )
        return
    if asked.kind == "cuts_asked":
        bag.need("pieces")
        work.give(
            work.step("the cuts: one less than the pieces", bag.one("pieces")["n"] - num(1)),
            "cuts",
            "the number",
        )
        return
    if bag.kinds == "cut pieces":
        if asked.has("k"):
            raise Unfit
        cut, pieces = bag.one("cut"), bag.one("pieces")
        pieces.whole("n")
        each, unit, wanted = cut["t"], cut.unit("t"), pieces["n"]
    elif bag.kinds in ("job", "job pieces"):
        job = bag.one("job")
        job.whole("n")
        wanted = asked["k"] if bag.kinds == "job" else bag.one("pieces")["n"]
        cuts = work.step("how many cuts that was: one less than the pieces", job["n"] - num(1), "cuts")
        each, unit = work.step("the time for one cut", job["t"] / cuts, named(job.unit("t"))), job.unit("t")
    elif bag.kinds == "cut" and asked.has("k"):
        each, unit, wanted = bag.one("cut")["t"], bag.one("cut").unit("t"), asked["k"]
    else:
        raise Unfit
    cuts = work.step("how many cuts are needed: one less than the pieces", wanted - num(1), "cuts")
    term = work.step("the time for all cuts", each * cuts, named(unit))
    goal = unit_named(asked.word("u")) if asked.word("u") else unit
    work.give(into(work, term, unit, goal), named(goal), "the time")


_UP: Final = verbs("walk climb go/goes/went run/runs/ran ride/rides/rode travel take/takes/took get/gets")


def _flight(a: str, b: str) -> str:
    return f"from (the)? level <{a}> (floor|storey|story)? to (the)? level <{b}> (floor|storey|story)?"


@family(
    r"level",
    facts={
        "walk": (f"~ {_UP}? ~4 {_flight('a', 'b')} (in|takes|took|@take) ~4 <t:time> ~2", f"it @take ~4 <t:time> to {_UP} ~3 {_flight('a', 'b')}", f"~ @take ~2 <t:time> to {_UP} ~3 {_flight('a', 'b')}", f"there are <t> (steps|stairs) {_flight('a', 'b')}", f"~ climbs <t> (steps|stairs) {_flight('a', 'b')}"),
        "each": ("(between|there are between) (each|every|any|<two>|two) ~6 (there are|are)? <n> (steps|stairs)", "there are <n> (steps|stairs) (between|from) (each|every|one|any|<two>)? ~4 (floor|floors)? (and|to)? (the next)? ~2", "(each|every|one) (floor|storey|flight|story) ~3 (has|is) <n> (steps|stairs)", "there are <n> (steps|stairs) (per|in each|on each|in every) (floor|flight|storey)"),
    },
    asks={
        "time": (f"how long @do ~5 @take ~4 to {_UP} ~3 {_flight('c', 'd')}", f"how (many) <u=seconds|minutes|steps|stairs> @do ~6 @take? ~2 {_UP}? ~2 {_flight('c', 'd')}", f"how long @do ~5 {_flight('c', 'd')}", f"how many <u=steps|stairs> ~4 {_flight('c', 'd')}"),
    },
)  # fmt: skip
def _floors(bag: Bag, work: Working) -> None:
    """Flights of stairs lie between the floors."""
    asked = bag.asked
    if any(f.has("two") and f.values["two"] != 2 for f in bag.facts):
        raise Unfit
    later = work.step("how many flights of stairs lie between these floors", _up(asked.values["c"], asked.values["d"], asked["d"], asked["c"]))  # fmt: skip
    if bag.kinds == "each":
        if asked.word("u") not in ("steps", "stairs"):
            raise Unfit
        work.give(
            work.step("the steps of all flights", bag.one("each")["n"] * later, "steps"),
            "steps",
            "the number of steps",
        )
        return
    bag.need("walk")
    walk = bag.one("walk")
    unit = walk.unit("t")
    first = work.step("how many flights of stairs that were", _up(walk.values["a"], walk.values["b"], walk["b"], walk["a"]))  # fmt: skip
    each = work.step("how much goes with one flight", walk["t"] / first, named(unit) if unit else "steps")
    term = work.step(
        "how much goes with all of these flights", each * later, named(unit) if unit else "steps"
    )
    said = asked.word("u")
    if bool(unit) != (said not in ("steps", "stairs")):
        raise Unfit
    goal = unit_named(said) if said and unit else unit
    work.give(into(work, term, unit, goal) if unit else term, named(goal) if goal else "steps", "the answer")


def _up(low: object, high: object, b: Term, a: Term) -> Term:
    if b.value <= a.value or low == high:
        raise Unfit
    return b - a


@family(
    r"clock|bell|strike|stroke|chime",
    facts={
        "struck": ("~ (clock|bell|tower) ~3 (strikes|struck|chimes|rings) <o:clock>? ~2 <n> (times|strokes|chimes)? ~2 in <t:time>", "~ (takes|needs|took) <t:time> to (strike|chime|ring) <n> (times|strokes)?", "~ (strikes|chimes|rings|struck) <o:clock> (with <n> strokes|with <n> chimes|<n> times)? ~3 (in|it takes|takes) <t:time>", "~ @take <t:time> to strike <o:clock>", "~ (takes|needs) <t:time> for <n> (strokes|chimes)",
                   "~ (strikes|chimes|rings) <n> times in <t:time>"),
    },
    asks={"time": ("how long @do ~5 @take ~3 to (strike|chime|ring) (<k> (times|strokes|chimes)?|<p:clock>)", "how (many) <u=seconds|minutes> @do ~5 @take? ~3 (strike|chime|ring|for) (<k> (times|strokes|chimes)?|<p:clock>)", "how long @do ~3 @take ~2 for <k> (strokes|chimes)")},
)  # fmt: skip
def _strokes(bag: Bag, work: Working) -> None:
    """Between the strokes of a clock lies one interval less."""
    bag.need("struck")
    struck, asked = bag.one("struck"), bag.asked
    n = _strokes_told(struck.word("o"), struck.values.get("n"))
    k = _strokes_told(asked.word("p"), asked.values.get("k"))
    gaps = work.step("how many intervals lie between the strokes: one less", n - num(1))
    each = work.step("how long one interval lasts", struck["t"] / gaps, named(struck.unit("t")))
    more = work.step("how many intervals it is then: again one less", k - num(1))
    term = work.step("the whole time", each * more, named(struck.unit("t")))
    work.give(term, named(struck.unit("t")), "the time")


def _strokes_told(clock: str, told: object) -> Term:
    hour = re.fullmatch(r"(\d+)(?: o'?clock)?|(\w+) o'?clock", clock)
    names = "one two three four five six seven eight nine ten eleven twelve".split()
    value = None
    if hour:
        value = (
            int(hour[1])
            if hour[1]
            else names.index(hour[2].lower()) + 1
            if hour[2].lower() in names
            else None
        )
    if value is None and told is None or value is not None and told is not None and value != told or clock and value is None:  # fmt: skip
        raise Unfit
    term = num(int(str(told)) if told is not None else value or 0)
    if term.value < 2:
        raise Unfit
    return term
