"""A rectangle of which the perimeter is told and how its sides compare: its sides, its area.

Not read: squares, anything cut off or put on, sides told as numbers (`areas`).
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.english.methods.families import Bag, Fact, family
from solver.topics.stories.school.working import Term, Unfit, Working, num

_LONG: Final = "(length|longer side|longer sides|long side)"
_WIDE: Final = "(width|breadth|shorter side|shorter sides|short side)"
_THE: Final = "(the|its|a|his|her|their)"
_OF: Final = "(of ~4)?"
_MORE: Final = "(more|longer|greater|larger|bigger)"
_LESS: Final = "(less|shorter|smaller|fewer)"
_AROUND: Final = "(perimeter|fence|fencing|frame|border|edge|rope|wire)"
_FACTS: Final = {
    "around": ("~6 perimeter ~8 (is|of|was|measures) <p:length> ~4", "~6 <p:length> of (fence|fencing|wire|rope|ribbon|string|edging|hedge) ~8", "~6 perimeter ~6 <p:length> ~2"),
    "shape": ("~8 (rectangle|rectangular) ~8",),
    "longer": (f"~6 {_LONG} {_OF} (is|was|measures) <d:length> {_MORE} than {_THE}? {_WIDE} ~3", f"~6 is <d:length> {_MORE} than (it is)? (wide|broad) ~2", f"<d:length> {_MORE} than (it is)? (wide|broad) ~2",
               f"~6 {_WIDE} {_OF} (is|was|measures) <d:length> {_LESS} than {_THE}? {_LONG} ~3", f"~6 {_LONG} {_OF} exceeds {_THE}? {_WIDE} by <d:length> ~1", "~6 is <d:length> (narrower|shorter) than (it is)? long ~2"),
    "times": (f"~6 {_LONG} {_OF} (is|was|measures) <k> times (as (long|big|large|much|great) as)? (that of)? {_THE}? {_WIDE} ~3", "~6 is <k> times as long as (it is)? (wide|broad) ~2", "<k> times as long as (it is)? (wide|broad) ~2",
              f"~6 {_WIDE} {_OF} (is|was) <f:part> (of|as (long|big|large) as)? (that of)? {_THE}? {_LONG} ~2", "~6 is <f:part> as wide as (it is)? long ~1"),
    "both": (f"~6 {_LONG} {_OF} (is|was|measures) <d:length> {_MORE} than <k> times {_THE}? {_WIDE} ~2", f"~6 {_LONG} {_OF} (is|was|measures) <d:length> <less=less|shorter> than <k> times {_THE}? {_WIDE} ~2"),
    "ratio": (),
}  # fmt: skip
_ASKS: Final = {
    "area": ("(what is|find|calculate|work out|what was|determine) ~2 (total)? area ~6", "how (big|large) is ~5", "how many square <u=metres|meters|centimetres|centimeters|feet> ~8", "what area ~8"),
    "length": (f"(what is|find|calculate|work out|determine) ~2 {_LONG} ~5", "how long is ~6"),
    "width": (f"(what is|find|calculate|work out|determine) ~2 {_WIDE} ~5", "how wide is ~6"),
    "sides": (f"(what are|find|calculate|work out|determine|what is) {_THE}? (lengths of)? {_THE}? (dimensions|sides|side lengths|measurements|length and width|length and the width|width and length|length and breadth) ~6", "how long (is|are) (each|its|the) (side|sides) ~4", "how long and how wide is ~4", "what (dimensions|measurements) ~5"),
}  # fmt: skip


@family(
    r"perimeter|fenc|wire|rope",
    facts={k: v for k, v in _FACTS.items() if v},
    asks=_ASKS,
)
def _rectangle(bag: Bag, work: Working) -> None:
    text = bag.sheet.text
    if not re.search(r"\brectang", text) or re.search(r"\bsquare\b(?! (?:met|cent|feet|m\b))|triang|circ|trapez|parallel|\bwall\b|\briver\b|gate|three sides|halves|cut|increase|decrease|doubled|diagonal", text):  # fmt: skip
        raise Unfit
    around = bag.one("around")
    compared = [f for f in bag.facts if f.kind in ("longer", "times", "both")]
    if len(compared) != 1 or {f.kind for f in bag.facts} - {"around", "shape", compared[0].kind}:
        raise Unfit
    unit = around.unit("p")
    if compared[0].has("d") and compared[0].unit("d") != unit:
        raise Unfit
    length, width = _sides(work, around, compared[0], unit)
    asked = bag.asked
    said = {"metres": "m", "meters": "m", "centimetres": "cm", "centimeters": "cm", "feet": "foot"}.get(asked.word("u"), unit)  # fmt: skip
    if said != unit:
        raise Unfit
    match asked.kind:
        case "area":
            work.give(
                work.step("the area: length times width", length * width, f"{unit}²"), f"{unit}²", "the area"
            )
        case "length":
            work.give(length, unit, "the length")
        case "width":
            work.give(width, unit, "the width")
        case _:
            first, second = ((length, "the length"), (width, "the width"))
            if re.search(r"\b(?:width|breadth) and\b", bag.sheet.sentences[-1].text):
                first, second = second, first
            work.give(first[0], unit, first[1])
            work.give_also(second[0], unit, second[1])


def _sides(work: Working, around: Fact, compared: Fact, unit: str) -> tuple[Term, Term]:
    """Length and width from half of the perimeter."""
    half = work.step("length and width together: half of the perimeter", around["p"] / num(2), unit)
    d = compared["d"] if compared.has("d") else None
    k = compared["k"] if compared.has("k") else num(1 / compared.values["f"]) if compared.has("f") else None
    if k is not None and k.value <= 1:
        raise Unfit
    if d is not None and compared.word("less"):
        half_ = work.step("together, if the length were that many times the width", half + d, unit)
    elif d is not None:
        half_ = work.step("without what the length has more", half - d, unit)
    else:
        half_ = half
    shares = work.step("how many widths this is", (k if k is not None else num(1)) + num(1))
    width = work.step("the width", half_ / shares, unit)
    length = work.step("the length: the rest of the half", half - width, unit)
    if width.value <= 0:
        raise Unfit
    return length, width
