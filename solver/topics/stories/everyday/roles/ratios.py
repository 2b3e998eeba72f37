"""Numbers that keep their ratio: maps to a scale, and mixtures of two things."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.roles.casting import WORK_OUT, Cast, kind
from solver.topics.stories.everyday.roles.units import into
from solver.topics.stories.school.working import Unfit, Working

_KILOMETRE: Final = {"cm": 100_000, "mm": 1_000_000}
_NAMED: Final = {"kilometre": "km", "kilometer": "km", "metre": "m", "meter": "m", "centimetre": "cm", "centimeter": "cm"}  # fmt: skip
_UNIT: Final = r"(?P<v>km|m|cm|kilomet(?:re|er)s?|met(?:re|er)s?|centimet(?:re|er)s?)"
_IN: Final = rf"(?: in {_UNIT})?(?: [a-z ]+?)?"
_REAL: Final = r"(?:real|actual|true|ground|actual straight-line)"


@kind(
    r"\bscale\b",
    {
        "scale": (r"1 ?: ?<s>", r"1 to <s>"),
        "length": (r"<d> (?P<u>km|m|cm|mm)(?: [a-z]+)?",),
    },
    {
        "real": (
            rf"{WORK_OUT} the {_REAL} (?:distance|length)(?: between [a-z ]+?)?{_IN}",
            rf"how far apart are (?:they|the [a-z0-9 ]+?)(?: in reality| really| on the ground)?{_IN}",
            rf"{WORK_OUT} the {_REAL} distance,?{_IN} (?P<told>(?:between|of) [a-z0-9 ]+? \d[\d.]* (?:cm|mm)[a-z ]*)",
            rf"how (?:many|far|long)(?: {_UNIT})? (?:is|are|apart are) [a-z ]+? (?:apart )?(?:in reality|really|in real life|on the ground)",
        ),
        "map": (
            r"how (?:far apart|long) (?:are|is|will) [a-z0-9 ]*? (?:on|of) the (?:map|plan|drawing)(?:,? in (?P<v>cm|centimetres))?",
            rf"{WORK_OUT} the (?:distance|length)(?: between [a-z ]+?)? on the (?:map|plan|drawing)(?:,? in (?P<v>cm|centimetres))?",
        ),
    },
    allowed="each",
)  # fmt: skip
def _to_scale(cast: Cast, work: Working) -> None:
    """1 cm on the map is so many centimetres."""
    scale, length = cast.one("scale")["s"], cast.one("length")
    unit = _unit(cast.asked.words.get("v", ""))
    told = length.words["u"]
    if re.search(r"\b(?:area|another|second)\b", f"{cast.plain} {cast.asked.text}"):
        raise Unfit
    if cast.asked.role == "real":
        if told not in ("cm", "mm") or re.search(r"\b(?:real|actual)\b", cast.plain):
            raise Unfit
        real = work.step("the real length: each length of the map so many times", length["d"] * scale, told)
        unit = unit or ("km" if real.value >= _KILOMETRE[told] else "m")
        work.give(into(work, real, told, unit), unit, "the real length")
        return
    if told in ("cm", "mm"):
        raise Unfit
    small = into(work, length["d"], told, "cm")
    work.give(work.step("the length on the map", small / scale, "cm"), "cm", "the length on the map")


def _unit(word: str) -> str:
    return _NAMED.get(word.removesuffix("s"), word)


@kind(
    r"\bratio\b",
    {
        "ratio": (r"(?P<a>[a-z]+)(?: [a-z]+)? (?:and|to) (?P<b>[a-z]+)(?: [a-z]+)? (?:are |is |were )?(?:[a-z]+ )?(?:together )?(?:always )?in (?:the|a) ratio (?:of )?<x> ?(?::|to) ?<y>", r"ratio of (?:the )?(?P<a>[a-z]+)(?: [a-z]+)? to (?:the )?(?P<b>[a-z]+)(?: [a-z ]+?)? (?:is|was) <x> ?(?::|to) ?<y>", r"(?P<a>[a-z]+) and (?P<b>[a-z]+)(?: [a-z]+)? in the ratio <x> ?(?::|to) ?<y>"),
        "known": (r"<k> (?:[a-z]+ )?(?:of )?(?P<c>[a-z]+)(?: [a-z]+)?",),
    },
    {
        "part": (r"how (?:much|many) (?:[a-z]+ )?(?:of )?(?P<d>[a-z]+)(?: [a-z]+)? (?:is|are|does|do|did|will|must|should|was|were)(?: [a-z ]+)?",),
        "all": (r"how (?:much|many) [a-z ]+? (?:altogether|in total|in all)", rf"{WORK_OUT} the total [a-z ]+"),
    },
    allowed="ratio total altogether together",
)  # fmt: skip
def _mixed(cast: Cast, work: Working) -> None:
    """Two things in a ratio, so much of the one: the other, or both together."""
    ratio, known = cast.one("ratio"), cast.one("known")
    names = {ratio.words["a"]: ratio["x"], ratio.words["b"]: ratio["y"]}
    one = next((name for name in known.text.split() if name in names), None)
    if len(names) != 2 or one is None or re.search(r"\b(?:more|fewer|less|added|another|then)\b", cast.plain):
        raise Unfit
    words = cast.asked.text.split()
    asked = [name for name in names if name in words]
    part = work.step(f"one part: {one} is {names[one].tex} of them", known["k"] / names[one])
    if asked and len(asked) == 1 and asked[0] != one and cast.asked.role == "part":
        work.give(work.step(f"the {asked[0]}", part * names[asked[0]]), "", f"the {asked[0]}")
    elif not asked and (cast.asked.role == "all" or cast.asked.words["d"] in cast.plain.split() or re.search(r"in total|altogether", cast.asked.text)):  # fmt: skip
        parts = work.step("all parts", ratio["x"] + ratio["y"])
        work.give(work.step("both together", part * parts), "", "both together")
    else:
        raise Unfit
