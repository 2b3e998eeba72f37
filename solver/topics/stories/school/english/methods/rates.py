"""Proportion: the same rule for another amount, the same job with more hands, two who work together, filling, maps.

Not read: three quantities that change at once; things that do not share a job ("5 shirts dry in 3 hours").
"""

from __future__ import annotations

import re
from itertools import product
from typing import Final

from solver.topics.stories.school.english.marks import SCALES
from solver.topics.stories.school.english.methods.families import Bag, Fact, family
from solver.topics.stories.school.english.methods.measures import into, named, unit_named
from solver.topics.stories.school.english.methods.patterns import MACROS, verbs
from solver.topics.stories.school.working import Term, Unfit, Working, num
from solver.topics.stories.word_problems.wording import singular

_LINK: Final = verbs(
    "cost/costs/cost/costing weigh need use/uses/used/using make/makes/made/making produce hold/holds/held contain yield give/gives/gave/giving burn/burns/burned/burnt "
    "eat/eats/ate/eating earn drink/drinks/drank/drinking print pump consume fill type read/reads pick/picks/picked pack pay/pays/paid require lay/lays/laid knit/knits/knitted "
    "deliver bottle cut/cuts buy/buys/bought/buying get/gets/got wash bake/bakes/baked/baking assemble sort paint travel/travels/travelled drive/drives/drove charge plough/ploughs/ploughed plow mow/mows/mowed cover last sew/sews/sewed"
)
_BY: Final = "(in|for|for every|with|from|on|per|out of|to make)"
_FORMS: Final = {"n": "<#> <#w=~3>", "m": "<#:money>", "u": "<#:unit> (of <#w=~3>)?"}


def _quantity(form: str, name: str) -> str:
    return _FORMS[form].replace("#", name)


def _pairs() -> list[str]:
    found = []
    for a, b in product("nmu", repeat=2):
        if a == b == "m":
            continue
        one, other = _quantity(a, "a"), _quantity(b, "b")
        found += [f"~5 (for)? {one} ~4 {_LINK} (up)? {other} ~6", f"it ~1 @take {one} {other} ~6", f"~4 {one} ~3 (will last|would last|last|lasts|lasted) (for)? {other} ~3", f"~5 {_LINK} (up)? {one} ~3 {_BY} {other} ~2", f"{one} ~3 (are|is) (enough|needed|sufficient) for {other} ~2"]  # fmt: skip
    return [*found, "~3 <a> <aw=~2> ~5 in <b:time> ~2"]


def _wanted() -> list[str]:
    found = []
    for form in "nmu":
        given = _quantity(form, "k")
        found += [
            f"how (much|many|far|long) ~0 <y=~3> @do ~5 {_LINK}? ~3 {_BY} {given} ~2", f"how <q=much|long|far> @do ~5 {_LINK}? ~3 {_BY}? {given} ~3", f"how (much|many) <y=~3> @do {given} ~2 {_LINK} ~2",
            f"how <q=much|long> @do {given} ~3 {_LINK} ~3", f"how (much|many) <y=~3> (is|are|would be|will be) (needed|required|used|necessary) ~2 {_BY} {given} ~2",
            f"(what is|what would be|find|what will be) the <q=cost|price|mass|weight> of {given} ~1", f"what @do {given} {_LINK} ~1", f"how (much|many) <y=~3> @do ~4 (get|buy|make|travel|drive) ~2 {_BY} {given} ~2",
            f"how <q=long> @do it @take {given} ~5", f"how <q=long> @do ~3 @take ~1 to ~3 {given} ~3", f"how <q=long> @do ~6 last (for)? {given} ~2", f"how (many) <y=~2> @do ~6 last (for)? {given} ~2", f"how (many) <y=~2> @do (it)? @take {given} ~4", f"how (many) <y=~3> @do {given} ~5 (the same ~3)?", f"how <q=long> @do {given} ~5 the same ~3",
            f"how <q=long|far> @do ~5 (last)? ~2 {_BY} {given} ~2", f"how (many|much) <y=~3> @do ~5 {_LINK} ~2 {given} ~2",
        ]  # fmt: skip
    return found


_HANDS: Final = frozenset(
    "worker man men woman women people person painter machine pump tap pipe cow horse gardener builder friend student child children printer tractor robot cleaner "
    "digger harvester bricklayer farmer carpenter tailor truck lorry excavator labourer laborer volunteer boy girl sheep hen goat rabbit soldier sailor camper decorator plumber mason hose".split()
)  # fmt: skip
_KINDS_OF_TIME: Final = ("time", "calendar")


def head(phrase: str) -> str:
    """The noun that a phrase is about, in the singular.

    >>> head("such bottles of juice"), head("large boxes"), head("men")
    ('bottle', 'box', 'men')
    """
    words = re.split(r" (?:of|for|like|from|in|with|to) ", phrase)[0].split()
    last = words[-1] if words else ""
    if last.endswith("ies"):
        return f"{last[:-3]}y"
    if re.search("(?:x|ch|sh|ss)es$", last):
        return last[:-2]
    return last[:-1] if last.endswith("s") and not last.endswith("ss") else last


def _dimension(unit: str) -> str:
    return SCALES[unit][0] if unit in SCALES else "calendar" if unit in ("month", "year") else unit


def _named_quantity(fact: Fact, name: str) -> tuple[str, str]:
    """Its unit, and the noun it counts or that it is an amount of."""
    return fact.unit(name), head(fact.word(f"{name}w"))


def _fits(unit: str, noun: str, other: str, thing: str) -> bool:
    if unit or other:
        return (
            bool(unit and other)
            and _dimension(unit) == _dimension(other)
            and (not noun or not thing or noun == thing)
        )
    return noun == thing


@family(
    r"\bhow\b|\bwhat\b|find",
    facts={
        "pair": _pairs(),
        "idle": (
            "~ recipe ~4",
            "all ~ work at the same (rate|speed)",
            "they all work at the same (rate|speed)",
        ),
    },
    asks={"more": _wanted()},
)
def _proportion(bag: Bag, work: Working) -> None:
    pair, asked = bag.one("pair"), bag.asked
    if set(bag.kinds.split()) - {"pair", "idle"}:
        raise Unfit
    sides = {name: _named_quantity(pair, name) for name in "ab"}
    known = _named_quantity(asked, "k")
    matching = [name for name in "ab" if _fits(*sides[name], *known)]
    if len(matching) != 1:
        raise Unfit
    base, goal = matching[0], "ab".replace(matching[0], "")
    unit, thing = sides[goal]
    if "first" in thing or not (unit or thing):
        raise Unfit
    wanted = _asked_unit(asked, unit, thing)
    of = re.search(r" of (?:the )?([a-z]+)$", asked.word("y"))
    if unit and of and head(of[1]) != thing:
        raise Unfit  # grams of sugar, where the flour is told
    times = {name: _dimension(sides[name][0]) in _KINDS_OF_TIME for name in "ab"}
    inverse = any(times.values()) and any(not sides[n][0] and sides[n][1] in _HANDS for n in "ab")
    if times["a"] and times["b"] or any(times.values()) and not inverse and not _produces(bag, sides, times):
        raise Unfit
    given = into(work, asked["k"], known[0], sides[base][0]) if sides[base][0] and known[0] != sides[base][0] else asked["k"]  # fmt: skip
    shown = named(unit) if unit else pair.word(f"{goal}w") or asked.word("y")
    one = named(sides[base][0]) if sides[base][0] else pair.word(f"{base}w")
    if pair.values[base] == given.value:
        raise Unfit
    if inverse:
        if any(v.denominator != 1 for v in (given.value, pair.values["a"])) or _NO_JOB.search(bag.sheet.text):
            raise Unfit
        whole = work.step("what one alone would need: the same job, so the product stays the same", pair["a"] * pair["b"])  # fmt: skip
        term = work.step("the answer: this shared out again", whole / given, shown)
    else:
        ratio = given.value / pair.values[base]
        if ratio.denominator == 1:
            times_ = work.step(f"how many times as many {one} it is", given / pair[base])
            term = work.step("the same multiple of the other amount", pair[goal] * times_, shown)
        elif times[goal] and not times[base]:  # 60 km in an hour, not 1/60 of an hour for a kilometre
            each = work.step(f"how many {one} go with one {singular(shown)}", pair[base] / pair[goal], one)
            term = work.step("how often this goes into all of them", given / each, shown)
        else:
            each = work.step(f"how much goes with 1 of the {one}", pair[goal] / pair[base], shown)
            term = work.step("the amount for all of them", each * given, shown)
    if not unit and term.value.denominator != 1 and not re.search("flour|sugar", thing):
        raise Unfit
    if wanted and wanted != unit:
        term = into(work, term, unit, wanted)
        shown = named(wanted)
    work.give(term, shown, "the answer")


def _produces(bag: Bag, sides: dict[str, tuple[str, str]], times: dict[str, bool]) -> bool:
    """Whether something is done one after the other: "prints 45 pages in 3 minutes", not "5 shirts dry in 3 hours"."""
    other = next(name for name in "ab" if not times[name])
    text = bag.sheet.text
    return (
        bool(re.search(rf"\b(?:{_ONE_AFTER_OTHER})\b", text))
        and (other == "a" or bool(sides[other][0]))
        and not re.search(r"\b(?:dry|boil|grow|together|machines|workers|men|people|pumps)\b", text)
    )


_NO_JOB: Final = re.compile(
    r"\b(?:sing|sings|play|plays|watch|dry|walk|walks|run|runs|swim|reach|travel|sleep|listen|dance|perform|climb|see|visit|race|wear|ride|journey|trip|song|concert|film|movie|flight|bus|boil|grow|cross|drive|drives|earn|each)\b"
)
_ONE_AFTER_OTHER: Final = verbs("make/makes/made/making produce print pump type read/reads/reading earn use consume burn/burns fill pack pick drive/drives/drove travel/travels give/gives wash pay/pays/paid knit/knits bottle bake mow/mows paint deliver cut/cuts eat/eats/ate drink lay/lays/laid sort assemble")[1:-1]  # fmt: skip


def _asked_unit(asked: Fact, unit: str, thing: str) -> str:
    """The unit in which the answer is wanted; what is asked for must be what the rule tells of."""
    said, way = head(asked.word("y")), asked.word("q")
    phrase = asked.word("y").split()
    if phrase:
        first = unit_named(phrase[0])
        if unit and unit_named(said) != said or unit and first in SCALES:
            named_unit = first if first in SCALES else unit_named(said)
            if _dimension(named_unit) != _dimension(unit):
                raise Unfit
            return named_unit
        if (
            said not in (thing, "money")
            or said == "money"
            and unit not in ("dollars", "pounds", "euros", "yuan")
        ):
            raise Unfit
    if (
        way == "long"
        and _dimension(unit) not in _KINDS_OF_TIME
        or way == "far"
        and "length" not in _dimension(unit)
    ):
        raise Unfit
    if way in ("cost", "price") and unit not in ("dollars", "pounds", "euros", "yuan", "cents", "pence"):
        raise Unfit
    if way in ("mass", "weight") and "mass" not in _dimension(unit):
        raise Unfit
    return ""


MACROS["alone"] = (
    "(alone|by himself|by herself|by itself|on his own|on her own|on its own|working alone|on their own)"
)


@family(
    r"together|both|empties|drain",
    facts={
        "rate": ("~ @alone? (can|could|would|will|@take|fills)? ~6 (in|@take|within) <t:time> @alone? ~2", "~6 @take ~3 <t:time> @alone? ~6 @alone?", "~6 <t:time> @alone? to ~5 @alone?",
                 "~ (one|first|second|other|another) ~6 (can|could|would|will|fills|does)? ~5 (in|takes|needs) <t:time> @alone? ~3", "the (first|second|other) ~3 <t:time>", "~ (one|first|second|other|another) ~3 @take <t:time> for the same ~2", "~ @take <t:time> for ~3"),
        "drain": ("~ (empties|drains|can empty|can drain|empty) ~5 in <t:time> ~2",),
        "both": ("(if)? (they|both|the two|all) ~4 together ~2", "~ both ~4 (open|opened|on|running|used|work|turned on) ~4", "working together", "if ~6 both ~4"),
    },
    asks={
        "long": ("how long @do ~6 @take ~6 (together|both)? ~5 (together)? ~4", "how long @do (they|both ~3|it take them) ~5 (together|both)? ~6", "how long @do both ~6 @take? ~6", "(in)? how many <u=hours|days|minutes> @do ~8 (together|both)? ~8",
                 "(in)? how many <u=hours|days|minutes> @do both ~8", "how long @do (it)? @take? (if)? (they|the two|both) ~5 together ~5"),
    },
)  # fmt: skip
def _together(bag: Bag, work: Working) -> None:
    """Two rates of the same job added up."""
    rates, drains = bag.all("rate"), bag.all("drain")
    if len(rates) + len(drains) != 2 or not rates or len(bag.facts) - len(bag.all("both")) != 2:
        raise Unfit
    if not re.search("together|both", bag.sheet.text) or re.search(
        r"\b(?:walk|cycle|drive|apart|km|metres)\b", bag.sheet.text
    ):
        raise Unfit
    unit = rates[0].unit("t")
    times = [into(work, f["t"], f.unit("t"), unit) for f in (*rates, *drains)]
    parts = [num(1) / t for t in times]
    rate = parts[0] + parts[1] if not drains else parts[0] - parts[1]
    if rate.value <= 0:
        raise Unfit
    rate = work.step(f"the part of the job done in 1 {unit}", rate)
    term = work.step("the time for the whole job", num(1) / rate, named(unit))
    wanted = unit_named(bag.asked.word("u")) if bag.asked.word("u") else unit
    work.give(into(work, term, unit, wanted), named(wanted), "the time")


@family(
    r"litre|ml|gallon|tank|pool|bath",
    facts={
        "in": ("~ (fills|flows|pours|pumps|runs|gives|delivers|supplies|comes|enters|filled) ~6 <r:rate> ~4", "~ (at)? (a|the)? rate of <r:rate> ~3", "~ (in|into it) at <r:rate> ~3", "at <r:rate>"),
        "out": ("~ (loses|leaks|drains|empties|flows out|leak|leaking|pumped out|uses|lost) ~4 (at|of)? <r:rate> ~4", "~ (leaks|drains|flows out|leaking) ~4 rate of <r:rate> ~3", "~ <r:rate> ~1 (leak|leaks|flow|flows|run|runs) (out|away) ~4"),
        "whole": ("~ (holds|hold|contains|has|with) ~4 <d:unit> ~4", "~ <d:unit> (tank|pool|bath|bathtub|container|bucket|barrel|pond) ~4", "~ capacity ~2 (is|of) <d:unit> ~2", "~ tank ~2 of <d:unit> ~3"),
    },
    asks={
        "fill": ("how long @do ~6 @take ~6 (fill|full|be filled) ~5", "(in|after)? how many <u=minutes|hours|seconds|days> ~2 @do ~6 (fill|full|filled) ~4", "(after|in) how many <u=minutes|hours|seconds|days> is ~5 full", "how long until ~5 full"),
        "empty": ("how long @do ~6 @take ~6 (empty|drain|be empty|last) ~5", "how long @do ~6 last ~3", "(in|after)? how many <u=minutes|hours|seconds|days> ~2 @do ~6 (empty|drain|last) ~4"),
    },
)  # fmt: skip
def _filling(bag: Bag, work: Working) -> None:
    whole, ins, outs = bag.one("whole"), bag.all("in"), bag.all("out")
    if len(ins) + len(outs) + 1 != len(bag.facts) or len(ins) > 2 or len(outs) > 1:
        raise Unfit
    gain, loss = (ins, outs) if bag.asked.kind == "fill" else (outs, ins)
    if not gain and bag.asked.kind == "empty" and len(ins) == 1 and re.search("pump|empty", bag.sheet.text):
        gain, loss = ins, []
    if not gain:
        raise Unfit
    units = {f.unit("r") for f in (*gain, *loss)}
    if len(units) != 1:
        raise Unfit
    unit, _, time = units.pop().partition(" per ")
    rate: Term = gain[0]["r"]
    for fact in gain[1:]:
        rate = rate + fact["r"]
    for fact in loss:
        rate = rate - fact["r"]
    if rate.value <= 0:
        raise Unfit
    rate = work.step(f"how much it changes in 1 {time}", rate, named(unit))
    amount = into(work, whole["d"], whole.unit("d"), unit)
    term = work.step(
        "the time: the whole amount divided by the amount of each " + time, amount / rate, named(time)
    )
    wanted = unit_named(bag.asked.word("u")) if bag.asked.word("u") else time
    work.give(into(work, term, time, wanted), named(wanted), "the time")


@family(
    r"\bmap\b|\bscale\b|\bplan\b|\bmodel\b",
    facts={
        "scale": ("~ scale ~3 (is|of|to)? <a> : <b> ~3", "<a> : <b> ~2", "~ scale ~2 (of|is)? <a> : <b> (<two>)? ~6 (are|lie|is|measures) <d:length> (apart|away|long)? ~2", "~ scale ~3 of <a:length> (to|for|per|represents|=) <b:length> ~3", "~ <a:length> ~6 (represents|stands for|is|corresponds to|shows|equals|means) <b:length> ~6", "~ scale ~2 is <a:length> ~3 (to|for|per) <b:length> ~2"),
        "drawn": ("~ (<two>)? ~3 <d:length> (long|apart)? ~3 (on the map|on this map|on the plan|on a map) ~3", "~ (distance between)? ~2 (<two>)? ~3 (on the map|on this map|on the plan) ~8 <d:length> (apart|long)? ~2", "~ (<two>)? ~3 <d:length> (apart|long)? ~1"),
        "real": ("~ <d:length> (apart|long|away)? ~3 (in reality|in real life|actually|on the ground)", "~ (real|actual|true) (distance|length|height|width) ~6 (is|of) <d:length> ~2"),
    },
    asks={
        "ground": ("(what is|find|work out|calculate) (the|their)? (real|actual|true) (distance|length|height|width) ~6 (in <u=km|kilometres|kilometers|metres|m|meters|miles>)?", "how far (apart)? (is|are) ~6 (in reality|really|in real life|actually|apart)? ~2", "how many <u=km|kilometres|kilometers|metres|m|meters|miles> (apart)? (is|are) ~8",
                 "how <q=long|far> (is|are) ~5 (in reality|really|in real life|actually|apart) ~2 (in <u=km|kilometres|metres>)?", "what distance ~6 represent ~3"),
        "paper": ("how (long|far) (apart)? (is|are|will|would) ~8 (on the map|on this map|on the plan) ~3", "how many <u=cm|centimetres|centimeters|mm|millimetres> (apart|long)? ~8 (on the map|on this map|on the plan) ~3", "what is ~6 (distance|length) on the (map|plan) ~2", "how (long|far) ~6 be on the (map|plan)"),
    },
)  # fmt: skip
def _map(bag: Bag, work: Working) -> None:
    scale = bag.one("scale")
    if any(f.has("two") and f.values["two"] != 2 for f in bag.facts):
        raise Unfit
    if scale.has("d"):
        bag = Bag((scale, Fact("drawn", scale.values, scale.units, {}), *bag.facts[1:]), bag.asked, bag.sheet)
    if len(bag.facts) != 2:
        raise Unfit
    told = bag.one("drawn") if bag.asked.kind == "ground" else (bag.all("real") or bag.all("drawn"))[0]
    wanted = unit_named(bag.asked.word("u")) if bag.asked.word("u") else ""
    small, large = scale.unit("a"), scale.unit("b")
    if bool(small) != bool(large) or not small and scale.values["a"] != 1:
        raise Unfit
    if bag.asked.kind == "ground":
        if SCALES[told.unit("d")][1] > SCALES["m"][1]:
            raise Unfit  # no map is kilometres wide: that length is the real one
        size = into(work, told["d"], told.unit("d"), small or told.unit("d"))
        if not small:
            term, unit = work.step("the real length: so many times the length on the map", size * scale["b"], named(told.unit("d"))), told.unit("d")  # fmt: skip
            wanted = wanted or next((u for u in ("km", "m") if unit in ("cm", "mm", "m") and term.value * SCALES[unit][1] / SCALES[u][1] >= 1), unit)  # fmt: skip
        else:
            times = work.step(f"how many times {scale['a'].tex} {small} it is", size / scale["a"])
            term, unit = work.step("the real length", times * scale["b"], named(large)), large
    else:
        wanted = wanted or small or "cm"
        size = told["d"]
        if not small:
            term, unit = work.step("the length on the map: so many times smaller", into(work, size, told.unit("d"), wanted) / scale["b"], named(wanted)), wanted  # fmt: skip
        else:
            times = work.step(f"how many times {scale['b'].tex} {large} it is", into(work, size, told.unit("d"), large) / scale["b"])  # fmt: skip
            term, unit = work.step("the length on the map", times * scale["a"], named(small)), small
    work.give(into(work, term, unit, wanted) if wanted else term, named(wanted or unit), "the length")
