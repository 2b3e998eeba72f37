"""Figures in stories beside rectangles: a path around a circle, a trapezium by relations, metal that is recast, the largest pen of a fence.

Circles are the topic `figures`', the largest area is the topic `parabolas`'.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.english.methods.families import Bag, Fact, family
from solver.topics.stories.school.english.methods.measures import into, named, unit_named
from solver.topics.stories.school.working import Term, Unfit, Working, num
from solver.topics.stories.word_problems.expressions import decimal

_PATH: Final = "(path|walkway|track|border|strip|ring|road|pavement|flower bed|bed|margin|walk)"
_AROUND: Final = "(around|round|surrounding|surrounds|along)"
_ROUND: Final = "(circular|round)"


@family(
    r"\b(?:circular|round|circle)\b",
    facts={
        "radius": (f"~3 {_ROUND}? ~6 (radius|radii) ~3 (is|of)? <r:length> ~3", f"~3 {_ROUND}? ~6 <r:length> (in)? radius ~2", f"~4 {_ROUND} ~4 (with|of) ~2 radius (of)? <r:length> ~3"),
        "diameter": (f"~3 {_ROUND}? ~6 diameter ~3 (is|of)? <d:length> ~3", f"~3 {_ROUND}? ~6 <d:length> (in diameter|across|wide) ~2", f"~4 {_ROUND} ~4 <d:length> (in diameter|across|wide) ~3"),
        "path": (f"~6 {_PATH} ~3 <w:length> (wide|in width|broad)? ~3 ({_AROUND} ~5)?", f"~6 <w:length> (wide)? {_PATH} ~3 ({_AROUND} ~5)?", f"{_AROUND} (it|the ~3) ~3 (a)? {_PATH} ~3 <w:length> (wide)? ~3", f"~4 (is|was) ~2 (surrounded|bordered|enclosed) by a {_PATH} ~3 <w:length> (wide)? ~2", f"~4 (is|was) ~2 (surrounded|bordered|enclosed) by a <w:length> (wide)? {_PATH} ~2"),
        "both": (f"~6 (radius|diameter) (of)? <r:length> (is|has)? ~2 (surrounded by|with|has) (a)? ~2 {_PATH} ~3 <w:length> (wide)? ~4".replace("radius|diameter", "radius"), f"~6 diameter (of)? <d:length> (is|has)? ~2 (surrounded by|with|has) (a)? ~2 {_PATH} ~3 <w:length> (wide)? ~4",
                 f"~6 radius (of)? <r:length> (is|has)? ~2 (surrounded by|with|has) (a)? ~2 <w:length> (wide)? {_PATH} ~4", f"~6 diameter (of)? <d:length> (is|has)? ~2 (surrounded by|with|has) (a)? ~2 <w:length> (wide)? {_PATH} ~4"),
        "round": (f"~3 {_ROUND} ~3 of radius <r:length> (has|with|is surrounded by) a ~2 {_PATH} ~1 <w:length> (wide)? (all)? ~4", f"~3 {_ROUND} ~3 of diameter <d:length> (has|with|is surrounded by) a ~2 {_PATH} ~1 <w:length> (wide)? (all)? ~4"),
        "wide": (f"~3 {_ROUND}? ~4 <d:length> (in diameter|across) (has|with|is surrounded by) a ~2 {_PATH} ~1 <w:length> (wide)? (all)? ~3", f"~3 {_ROUND}? ~4 <d:length> (in diameter|across) (has|with|is surrounded by) a <w:length> (wide)? {_PATH} ~3"),
        "around": (f"~6 {_PATH} ~2 {_AROUND} ~4",),
    },
    asks={
        "ring": (f"(what is|find|calculate|work out) the area of (the|this|that) {_PATH} ~4", f"how (large|big|many square <u=metres|meters|m|centimetres|feet>) (is|are)? ~2 {_PATH} ~3", f"what area (is|does) ~2 {_PATH} ~3"),
    },
)  # fmt: skip
def _ring(bag: Bag, work: Working) -> None:
    """The path is a ring: the outer circle is wider by its width on every side."""
    told = {n: f for f in bag.facts for n in "rdw" if f.has(n)}
    if set(told) not in ({"r", "w"}, {"d", "w"}) or sum(f.has(n) for f in bag.facts for n in "rdw") != 2:
        raise Unfit
    if not re.search(r"\b(?:around|round|surround\w*|bordered|enclosed)\b", bag.sheet.text) or re.search(r"\b(?:inside|within|half|semi\w*|costs?|per)\b", bag.sheet.text):  # fmt: skip
        raise Unfit
    inner = told["r"] if "r" in told else told["d"]
    unit = inner.unit("r" if "r" in told else "d")
    radius = inner["r"] if "r" in told else work.step("the radius: half of the diameter", inner["d"] / num(2), unit)  # fmt: skip
    outer = work.step("the radius with the path", radius + into(work, told["w"]["w"], told["w"].unit("w"), unit), unit)  # fmt: skip
    pi = f" Use π = {bag.sheet.pi}." if bag.sheet.pi else ""
    question = f"A ring has inner radius {decimal(radius.value)} {unit} and outer radius {decimal(outer.value)} {unit}. Find its area.{pi}"
    work.hand("figures", question, "The path is the ring between two circles with the same centre.", f"{unit}²", "the area of the path")  # fmt: skip


_UPPER: Final = "(upper base|top base|upper side|top side|top|shorter base|shorter parallel side|shorter side|one parallel side|upper parallel side|first base|one base)"
_LOWER: Final = "(lower base|bottom base|lower side|bottom side|bottom|longer base|longer parallel side|longer side|other parallel side|lower parallel side|second base|other base)"
_HEIGHT: Final = "(height|altitude|distance between them)"


def _related(subject: str, key: str) -> tuple[str, ...]:
    """How a measure may hang on another one: longer, shorter, so many times, half of it."""
    be = f"~4 (the|its|and)? {subject} ~2 (is|measures)?"
    others = f"(the|its|that of the)? (<{key}x=upper base|top base|top side|upper side|shorter base|shorter parallel side|shorter side|one base|lower base|bottom base|longer base|longer parallel side|bottom side|lower side|height|altitude>|)"
    return (
        f"{be} <{key}> (cm)? ~1".replace(f"<{key}>", f"<{key}:length>"),
        f"{be} <{key}d:length> (longer|more|larger|greater) than {others} ~2",
        f"{be} <{key}e:length> (shorter|less|smaller) than {others} ~2",
        f"{be} <{key}k> times {others} ~2",
        f"{be} <{key}f:part> (of)? {others} ~2",
    )


@family(
    r"trapez",
    facts={
        "upper": _related(_UPPER, "a"),
        "lower": _related(_LOWER, "b"),
        "height": _related(_HEIGHT, "h"),
    },
    asks={"area": ("(what is|find|calculate|work out) (the|its) area ~5", "how large is (the|its) area ~4")},
)  # fmt: skip
def _trapezium(bag: Bag, work: Working) -> None:
    """Each measure from the one that it hangs on, then the area."""
    bag.need("upper", "lower", "height")
    facts = {"a": bag.one("upper"), "b": bag.one("lower"), "h": bag.one("height")}
    names = {"a": "the upper base", "b": "the lower base", "h": "the height"}
    unit = next((f.unit(k) for k, f in facts.items() if f.has(k)), "")
    known = {k: into(work, f[k], f.unit(k), unit) for k, f in facts.items() if f.has(k)}
    waiting = [k for k in facts if k not in known]
    for _ in range(3):
        for k in [w for w in waiting if w not in known]:
            fact = facts[k]
            on = _side(fact.word(f"{k}x"), k)
            if on in known:
                known[k] = work.step(names[k], _from(work, fact, k, known[on], unit), unit)
    if set(known) != set("abh"):
        raise Unfit
    a, b, h = known["a"], known["b"], known["h"]
    if a.value == b.value or re.search("shorter", bag.one("upper").word("ax")) and a.value > b.value:
        raise Unfit
    work.give(work.step("the area: half of the sum of the bases times the height", (a + b) * h / num(2), f"{unit}²"), f"{unit}²", "the area")  # fmt: skip


def _side(said: str, own: str) -> str:
    """Which measure is meant; "it" is none."""
    if re.search("height|altitude", said):
        return "h"
    found = (
        "a" if re.search("upper|top|short|one", said) else "b" if re.search("lower|bottom|long", said) else ""
    )
    if not found or found == own:
        raise Unfit
    return found


def _from(work: Working, fact: Fact, k: str, base: Term, unit: str) -> Term:
    if fact.has(f"{k}d"):
        return base + into(work, fact[f"{k}d"], fact.unit(f"{k}d"), unit)
    if fact.has(f"{k}e"):
        return base - into(work, fact[f"{k}e"], fact.unit(f"{k}e"), unit)
    return base * fact[f"{k}k" if fact.has(f"{k}k") else f"{k}f"]


_MELT: Final = "(melted|melted down|recast|cast|reshaped|remoulded|remolded|moulded|molded|formed|beaten|forged|is melted|was melted)"
_CUBOID: Final = "(cuboid|box|block|bar|prism|slab|rectangular prism|rectangular block|rectangular bar)"


@family(
    r"\b(?:melted|recast|cast|reshaped|remoulded|remolded|forged)\b",
    facts={
        "cube": ("~6 cube ~4 (with|of)? ~3 (edge|side|edges|sides|edge length|side length) ~3 <s:length> (long)? ~2", f"~6 cube ~4 <s:length> ~3 (is|was)? ~2 {_MELT}? ~3"),
        "block": (f"~6 {_CUBOID} ~4 <x:length> by <y:length> by <z:length> ~4", f"~4 <x:length> by <y:length> by <z:length> {_CUBOID} ~3"),
        "base": (f"~6 {_MELT}? ~3 (into|to) (a|an)? ~2 {_CUBOID} ~3 (whose|with|that has|having) ~2 (base|bottom) ~2 (has)? (an)? (area)? (of)? <A:area> ~2", f"~6 {_MELT}? ~3 (into|to) (a|an)? ~2 {_CUBOID} ~3 (base area|area of the base|bottom area) ~2 (is|of)? <A:area> ~2", "(the|its)? (base|bottom) (area|has an area of|area of|area is)? <A:area>"),
        "sides": (f"~6 {_MELT}? ~3 (into|to) (a|an)? ~2 {_CUBOID} ~3 <a:length> long and <b:length> wide ~2", f"~6 {_MELT}? ~3 (into|to) (a|an)? ~2 {_CUBOID} ~3 <a:length> long", "<b:length> wide", f"~6 {_MELT}? ~3 (into|to) (a|an)? ~2 {_CUBOID} ~4 length (of)? <a:length>", "(a)? width (of)? <b:length>"),
        "melted": (f"~6 {_MELT} ~3", f"~3 {_MELT} (and)? ~2 {_MELT}? ~2"),
    },
    asks={"high": ("how (high|tall|thick|deep) ~6", "(what is|find|calculate|work out) (the|its) (height|thickness) ~5")},
)  # fmt: skip
def _recast(bag: Bag, work: Working) -> None:
    """Metal keeps its volume."""
    if re.search(r"\b(?:lost|loss|waste|wasted|percent|\w+ cubes|cubes|hollow|left)\b", bag.sheet.text):
        raise Unfit
    told = {n: f for f in bag.facts for n in "sxyzAab" if f.has(n)}
    if sum(f.has(n) for f in bag.facts for n in "sxyzAab") != len(told):
        raise Unfit
    unit = next(f.unit(n) for n, f in told.items() if n in "sx")
    length = {n: into(work, f[n], f.unit(n), unit) for n, f in told.items() if n != "A"}
    rest = set(told)
    if "s" in told:
        volume = work.step("the volume of the cube, which stays the same", length["s"] * length["s"] * length["s"], f"{unit}³")  # fmt: skip
        rest -= {"s"}
    else:
        volume = work.step("the volume, which stays the same", length["x"] * length["y"] * length["z"], f"{unit}³")  # fmt: skip
        rest -= set("xyz")
    if rest == {"A"}:
        base = into(work, told["A"]["A"], told["A"].unit("A"), f"{unit}²")
    elif rest == {"a", "b"}:
        base = work.step("the area of the base", length["a"] * length["b"], f"{unit}²")
    else:
        raise Unfit
    term = work.step("the height: the volume divided by the area of the base", volume / base, unit)
    wanted = unit_named(bag.asked.word("u")) if bag.asked.word("u") else unit
    work.give(into(work, term, unit, wanted), named(wanted), "the height")


_FENCE: Final = "(fence|fencing|wire|rope|netting|hedge|fence material|wire netting|wire fence|wire fencing)"
_WALL: Final = (
    "(river|river bank|riverbank|wall|barn|house|stream|lake|canal|cliff|building|shed|existing fence|bank)"
)


@family(
    r"\b(?:fenc\w*|wire|rope|netting)\b",
    facts={
        "length": (f"~6 <p:length> (of)? ~3 {_FENCE} ~8", f"~6 <p:length> (of)? ~3 {_FENCE} ~6 (along|against|beside|next to) ~4 {_WALL} ~3"),
        "open": (f"~6 (along|against|beside|next to|on) ~4 {_WALL} ~4", f"~4 {_WALL} ~2 (side)? ~2 (needs|need|requires) no {_FENCE}? ~2", f"no {_FENCE} (is)? (needed|required)? ~3 {_WALL} ~3", f"~4 side ~4 {_WALL} ~2 (needs|need|requires|is) (no|not) ~3", f"~4 {_WALL} (forms|is|serves as|makes) (the|one|a) ~1 side ~3", f"~2 (one) side ~4 {_WALL} ~3",
                 "~6 <three> sides ~4".replace("<three>", "<k>")),
        "rectangle": ("~8 (rectangle|rectangular) ~6", f"~6 (rectangle|rectangular) ~4 (along|against|beside|next to) ~4 {_WALL} ~4", f"~6 (enclose|fence|fence off|make|build|enclosing) ~3 (rectangle|rectangular) ~6 one side ~4 {_WALL} ~3"),
        "all": (f"~2 (rectangle|rectangular) ~6 (against|along|beside) ~3 {_WALL} (with|using|from) <p:length> (of)? ~3 {_FENCE} (for the (other)? (<k>)? sides)? ~1", f"~4 (rectangle|rectangular) ~4 (along|against|beside|next to) ~4 {_WALL} (with|using|from) <p:length> (of)? ~3 {_FENCE} ~2", f"~6 <p:length> (of)? ~3 {_FENCE} ~6 (rectangle|rectangular) ~4 ((along|against|beside|next to) ~4 {_WALL} ~2)?",),
    },
    asks={
        "area": ("(what is|find|calculate|work out|what would be) (the|its) (largest|greatest|maximum|biggest|maximal) (possible)? area ~8", "how (large|big) ~3 area ~6 at most ~2", "what (is|are)? (the)? (largest|greatest|maximum|biggest) area ~8"),
    },
)  # fmt: skip
def _pen(bag: Bag, work: Working) -> None:
    """The area of the pen as a function of its width; its greatest value."""
    lengths = [f for f in bag.facts if f.has("p")]
    if len(lengths) != 1 or "rectang" not in bag.sheet.text or any(f.has("k") and f.values["k"] != 3 for f in bag.facts):  # fmt: skip
        raise Unfit
    if re.search(r"\b(?:gate|gap|opening|divided|partition|halves|two pens|equal|corner|both|square|circular|costs?|per|each|at least|perpendicular)\b", bag.sheet.text):  # fmt: skip
        raise Unfit
    open_side = any(re.search(rf"\b{word}\b", bag.sheet.text) for word in ("river", "riverbank", "wall", "barn", "house", "stream", "lake", "canal", "cliff", "building", "shed", "bank"))  # fmt: skip
    if open_side != bool(bag.all("open") or re.search("along|against|beside|next to", bag.sheet.text)):
        raise Unfit
    length, unit = lengths[0]["p"], lengths[0].unit("p")
    if open_side:
        says = f"Let \\(x\\) be the width. Two widths and one length are fenced, so the length is \\({length.tex}-2x\\), and the area is \\(x({length.tex}-2x)\\)."
        area = f"x({length.tex}-2x)"
    else:
        half = work.step("length and width together: half of the fence", length / num(2), unit)
        says = f"Let \\(x\\) be the width. The length is \\({half.tex}-x\\), and the area is \\(x({half.tex}-x)\\)."
        area = f"x({half.tex}-x)"
    work.hand("parabolas", f"Find the maximum of f(x)={area}", says, f"{unit}²", "the largest area")
