"""Tanks that fill, floors with tiles, gardens with paths: lengths that are told, and what they enclose."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.roles.casting import WORK_OUT, Cast, kind
from solver.topics.stories.everyday.roles.units import into
from solver.topics.stories.school.working import Unfit, Working, num

_L: Final = r"(?:cm|m|mm|dm)"
_BOX: Final = (
    rf"<a> (?P<u>{_L})(?: long)? ?(?:by|x|×|,) ?<b> (?P<v>{_L})(?: wide)? ?(?:by|x|×|,|, and|and) ?<c> (?P<w>{_L})(?: (?:high|deep|tall))?",
    rf"<a> (?P<u>{_L}) long,? <b> (?P<v>{_L}) wide,? and <c> (?P<w>{_L}) (?:high|deep|tall)",
)


@kind(
    r"\b(?:tank|box|container|pool|aquarium|trough|bath|cuboid)\b",
    {
        "box": _BOX,
        "part": (r"(?:to|until it is|is) <f> (?:of (?:its|the) (?:height|depth|capacity|volume)|full)", r"<f> full", r"<f> of (?:its|the) (?:height|depth|capacity)"),
        "same": (r"\b1 (?:litre|liter|l) (?:=|is|is equal to|equals) 1000 cubic cm", r"\b1000 cubic cm (?:=|is|are|make) 1 (?:litre|liter|l)", r"\b1 ml = 1 cubic cm"),
        "flow": (r"<r> (?:litres|liters|litre|l) (?:per|a|an|each|every|/) ?(?P<t>minute|second|hour|min)",),
    },
    {
        "litres": (r"how many (?:litres|liters|l) (?:of (?:water|milk|oil|juice|liquid))? ?(?:is|are|does|will|can) [a-z ]+",r"how much water,? (?:in (?:litres|liters|l)),? (?:is|does|will) [a-z ]+", rf"{WORK_OUT} the (?:volume|amount) of (?:the )?water(?: in the tank)?,? in (?:litres|liters|l)"),
        "time": (r"how many (?P<t>minute|second|hour)s (?:does|will|would|are|is|do) [a-z ]*?(?:fill|full|needed|take)[a-z ]*", r"how long (?:does|will|would) [a-z ]*?(?:fill|be full|take)[a-z ]*", r"how long [a-z ]*?to fill [a-z ]*"),
    },
    allowed="each every half third quarter",
)  # fmt: skip
def _tank(cast: Cast, work: Working) -> None:
    """A box with its sides: how much it holds, or how long it takes to fill."""
    box, part, flow = cast.one("box"), cast.maybe("part"), cast.maybe("flow")
    if (flow is None) is (cast.asked.role == "time") or re.search(r"\b(?:already|stone|ball|out|leaks?|added|surface|glass needed|cover)\b", cast.plain):  # fmt: skip
        raise Unfit
    sides = [into(work, box[n], box.words[u], "cm") for n, u in (("a", "u"), ("b", "v"), ("c", "w"))]
    volume = work.step("the volume of the whole", sides[0] * sides[1] * sides[2], "cubic cm")
    if part is not None:
        if flow is not None or not 0 < part["f"].value < 1:
            raise Unfit
        volume = work.step("the part that is filled", volume * part["f"], "cubic cm")
    litres = work.step("in litres: 1 litre is 1000 cubic cm", volume / num(1000), "litres")
    if flow is None:
        work.give(litres, "litres", "the water")
        return
    per = flow.words["t"].replace("minute", "min")
    if cast.asked.words.get("t", "minute" if per == "min" else per).replace("minute", "min") != per:
        raise Unfit
    work.give(work.step("how long it takes", litres / flow["r"]), f"{flow.words['t']}s", "the time")


@kind(
    r"\b(?:tiles?|carpet|fenc\w+|turf|paint\w*)\b",
    {
        "floor": (rf"<a> (?P<u>{_L})(?: long)?(?:,? and| by| x|×|,) <b> (?P<v>{_L})(?: wide)?", rf"<a> (?P<u>{_L}) by <b> (?P<v>{_L})"),
        "tile": (rf"(?:square )?tiles?,? (?:of|with|whose|each of|each with|which have|that are)? ?(?:sides?|edges?|side length) (?:of |is |are |measuring )?<s> (?P<w>{_L})(?: long)?", rf"<s> (?P<w>{_L}) square tiles"),
    },
    {"tiles": (r"how many (?P<told>(?:[a-z]+ )?tiles(?: [a-z]+){0,4} \d[\d.]* (?:cm|m)(?: long)?) (?:are|is|will be|does|do|would)(?: [a-z]+)*? ?(?:needed|required|need|there)(?: [a-z ]+)?", r"how many (?:[a-z]+ )?tiles (?:are|is|will be|does|do|would)(?: [a-z]+)*? ?(?:needed|required|need|there)(?: [a-z ]+)?",)},
    allowed="all each",
)  # fmt: skip
def _tiles(cast: Cast, work: Working) -> None:
    """Square tiles on a rectangle that they cover exactly."""
    floor, tile = cast.one("floor"), cast.one("tile")
    if len(cast.parts) != 2 or re.search(r"\b(?:border|around|box(?:es)?|packs?|spare|broken|triang\w+)\b", cast.plain):  # fmt: skip
        raise Unfit
    sides = [into(work, floor[n], floor.words[u], "cm") for n, u in (("a", "u"), ("b", "v"))]
    side = into(work, tile["s"], tile.words["w"], "cm")
    along = [work.step(f"how many along the {name}", x / side) for name, x in zip(("length", "width"), sides, strict=True)]  # fmt: skip
    if any(count.value.denominator != 1 for count in along):
        raise Unfit
    work.give(work.step("how many tiles", along[0] * along[1]), "tiles", "the number of tiles")


@kind(
    r"\b(?:path|walkway|border|pavement|footpath|track|frame|margin|lane|road)\b",
    {
        "around": (r"\b(?:path|walkway|border|pavement|footpath|track|frame|margin|lane|road)(?: which is| that is| of(?: uniform)? width)? <w> (?P<v>cm|m|mm|feet)(?: wide)?(?: [a-z ]{0,30}?)? ?(?:outside|around|round|surrounds|surrounded|surrounding)", r"(?:surrounded (?:on all sides )?by|with) an? (?:[a-z]+ )?(?:path|walkway|border|pavement|footpath|track|frame|margin|lane)(?: which is| that is| of(?: uniform)? width)? <w> (?P<v>cm|m|mm|feet)(?: wide)?(?: (?:all )?(?:around|round) (?:it|the outside))?", r"\b<w> (?P<v>cm|m|mm|feet) wide (?:path|walkway|border|pavement|footpath|frame|margin) [a-z ]{0,30}?(?:outside|around|round|surrounds)"),
        "inner": (rf"<a> (?P<u>{_L}|feet)(?: long)?(?:,? and| by| x|×|,) <b> (?P<t>{_L}|feet)(?: wide)?", rf"<a> by <b> (?P<u>{_L}|feet)", rf"<a> (?P<u>{_L}|feet) by <b> (?P<t>{_L}|feet)", r"(?:length|long) (?:of |is )?<a> (?P<u>m|cm|feet),? and (?:width|wide|breadth)(?: of| is)? <b> (?P<t>m|cm|feet)"),
    },
    {"path": (rf"{WORK_OUT} the area of the (?:path|walkway|border|pavement|footpath|track|frame|margin|lane|road)(?: alone| only)?",)},
    allowed="all",
)  # fmt: skip
def _path(cast: Cast, work: Working) -> None:
    """A path round a rectangle, outside of it: the large rectangle without the small one."""
    around, inner = cast.one("around"), cast.one("inner")
    unit = inner.words["u"]
    if len(cast.parts) != 2 or {unit, inner.words.get("t", unit), around.words["v"]} != {unit}:
        raise Unfit
    if not re.search(r"\b(?:outside|around|round|surround\w*)\b", cast.plain) or re.search(r"\b(?:inside|within|edge inside|middle)\b", cast.plain):  # fmt: skip
        raise Unfit
    both = work.step("the width of the path on both sides", around["w"] * num(2), unit)
    long = work.step("the length with the path", inner["a"] + both, unit)
    wide = work.step("the width with the path", inner["b"] + both, unit)
    whole = work.step("the area with the path", long * wide, f"square {unit}")
    small = work.step("the area without it", inner["a"] * inner["b"], f"square {unit}")
    work.give(work.step("the area of the path", whole - small, f"square {unit}"), f"square {unit}", "the area of the path")  # fmt: skip
