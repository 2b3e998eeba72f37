"""Right triangles in stories: a ladder against a wall, two ways at a right angle; the triangle itself is the topic `figures`'.

Not read: a ladder that slips, trees that break, ways with more than two legs.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.english.methods.families import Bag, Fact, family
from solver.topics.stories.school.english.methods.measures import into, named, unit_named
from solver.topics.stories.school.english.methods.patterns import MACROS
from solver.topics.stories.school.working import Unfit, Working
from solver.topics.stories.word_problems.expressions import decimal

MACROS["ladder"] = "(ladder|plank|pole|beam|board|rod|stick|wire|rope|cable)"
_LEANS: Final = "(leans|leant|leaned|rests|rested|stands|leaning|resting|is leaning|is leant|is propped|is placed|is resting|is set|propped|placed|reaches)"
_FOOT: Final = "(foot|base|bottom|feet|lower end|bottom end)"
_TOP: Final = "(top|upper end|top end|end)"
_FROM: Final = "(away)? (out)? (from|away from)"
_UP: Final = "(up|high|above|from the ground|off the ground|above the ground|up the wall)"
_ASK_UNIT: Final = "<u=metres|meters|m|cm|centimetres|centimeters|feet|foot|inches|yards>"


@family(
    r"\b(?:ladder|plank|pole|beam|board|rod|stick|wire|rope|cable)\b.*\b(?:wall|house|building|tree|fence|barn|tower|ground|mast|post)\b",
    facts={
        "foot": (f"~4 (with)? (its|the)? ~2 {_FOOT} ~4 (is|stands|rests|are|being|placed)? ~2 <a:length> {_FROM} ~5",),
        "slant": (f"~4 @ladder (of length|that is|is|measures|has a length of)? <c:length> (long|in length)? ({_LEANS} ~6)?", f"~4 <c:length> (long)? @ladder ({_LEANS} ~6)?", "~2 @ladder ~2 (has a length of|is) <c:length> (long)?"),
        "leans": (f"~ @ladder ~2 {_LEANS} ~6",),
        "top": (f"~4 (its|the)? {_TOP} ~6 <b:length> {_UP} ~5", f"~4 (reaches|touches|reaching|touching) ~6 <b:length> {_UP} ~5", "~4 (reaches|touches|reaching|touching) ~3 <b:length> (wall|house|building|fence)? ~3"),
        "slant_foot": (f"~4 @ladder ~3 <c:length> (long|in length)? ~1 {_LEANS} ~6 with (its|the) ~2 {_FOOT} ~3 <a:length> {_FROM} ~5", f"~4 <c:length> (long)? @ladder ~1 {_LEANS} ~6 with (its|the) ~2 {_FOOT} ~3 <a:length> {_FROM} ~5"),
        "slant_top": (f"~4 @ladder ~3 <c:length> (long|in length)? ~3 (reaches|touches|reaching|touching) ~6 <b:length> {_UP} ~5", f"~4 <c:length> (long)? @ladder ~3 (reaches|touches|reaching|touching) ~6 <b:length> {_UP} ~5"),
        "tied": (f"~3 @ladder ~3 from the top of (a|an|the) <b:length> (high|tall)? (pole|mast|tower|tree|post) to (a|the) (point|peg|spot|place) ~3 <a:length> {_FROM} ~4", "~3 <c:length> (long)? @ladder ~3 from the top of (a|an|the) <b:length> (high|tall)? (pole|mast|tower|tree|post) to (a|the) ~5"),
        "place": (f"<b:length> {_UP} ~4",),
    },
    asks={
        "up": ("how (high|far) (up)? ~4 @do ~6 (reach|touch|be|lean|go|rest)? ~6", f"how many {_ASK_UNIT} {_UP} ~4 @do ~6 (reach|touch)? ~5", f"how high (is)? ~2 {_TOP}? ~6", "(what is|find|calculate|work out) the height ~8", "at what height ~8",
               "how far (up|above) ~8", "how high (up|above) ~8"),
        "out": (f"how far ~4 (from|away from) (the|this)? ~2 (is|are|must|should|does) (the|its) ~3 {_FOOT} ~4", f"how far (is|are|must|should) (the|its) ~3 {_FOOT} ~3 (from|away from) ~4", f"how many {_ASK_UNIT} (from|away from) ~3 (is|are) (the|its) ~2 {_FOOT} ~3", f"(what is|find) the distance (from|between) (the|its) {_FOOT} ~8", f"how many {_ASK_UNIT} (is|are) (the|its) ~2 {_FOOT} ~2 (from|away from) ~4"),
        "long": ("how long (is|must|should|was) (the|this|that) @ladder ~4", "(what is|find|calculate|work out) the length of (the|this) @ladder", "how long (a)? @ladder @do ~6"),
    },
)  # fmt: skip
def _ladder(bag: Bag, work: Working) -> None:
    """Ladder, wall and ground: the ladder is the side that lies opposite the right angle."""
    if re.search(
        r"\b(?:slip|slips|slides|slid|pulled|moved|second|another|angle|degrees|twice)\b", bag.sheet.text
    ):
        raise Unfit
    told = {name: fact for fact in bag.facts for name in "abc" if fact.has(name)}
    wanted = {"up": "b", "out": "a", "long": "c"}[bag.asked.kind]
    if set(told) != set("abc") - {wanted} or sum(f.has(n) for f in bag.facts for n in "abc") != 2:
        raise Unfit
    if not re.search(
        r"\bagainst\b|\breach|\btouch|\bfrom the top of\b|\b(?:lean|rest|prop)\w* (?:on|up on) (?:an?|the) ",
        bag.sheet.text,
    ):
        raise Unfit
    _hand(bag, work, {name: told[name] for name in sorted(told)}, "What stands upright and the ground make a right angle; what leans or is stretched lies opposite it.", {"a": "the distance from the wall", "b": "the height", "c": "the length"}[wanted])  # fmt: skip


def _hand(bag: Bag, work: Working, told: dict[str, Fact], says: str, label: str) -> None:
    """A right triangle of which two sides are told: c lies opposite the right angle."""
    said = bag.asked.word("u")
    unit = unit_named(said) if said else next(iter(told.values())).unit(next(iter(told)))
    lengths = {name: into(work, fact[name], fact.unit(name), unit) for name, fact in told.items()}
    shown = {name: f"{decimal(term.value)} {unit}" for name, term in lengths.items()}
    if "c" in lengths:
        leg = next(name for name in lengths if name != "c")
        if lengths[leg].value >= lengths["c"].value:
            raise Unfit
        question = f"A right triangle has a hypotenuse of {shown['c']} and a leg of {shown[leg]}. Find the other leg."
    else:
        question = f"The legs of a right triangle are {shown['a']} and {shown['b']}. Find the hypotenuse."
    work.hand("figures", question, says, named(unit), label)


_WAY: Final = "<dir=north|south|east|west>"


@family(
    r"\b(?:north|south|east|west)\b",
    facts={
        "leg": (f"~ @go ~3 <a:length> (to the|due|straight)? {_WAY} ~3", f"(due|to the)? {_WAY} (for)? <a:length> ~3", f"<a:length> (to the|due|straight)? {_WAY} ~3", f"~ @go ~2 (due|to the)? {_WAY} (for|a distance of)? <a:length> ~3", f"~ (turns|turned) (left|right|to the)? {_WAY}? (and)? ~3 @go <a:length> ~3"),
    },
    asks={
        "away": ("how far ~4 @is_ ~3 (now)? (from|away from) (the|his|her|its|their)? ~3 (now)?", "how many <u=km|kilometres|kilometers|metres|meters|m|miles> @is_ ~3 (now)? (from|away from) (the|his|her|its|their)? ~3 (now)?", "how far (from|away from) ~4 @is_ ~3 (now)?", "what is ~2 (straight line)? distance ~3 (from|between) ~6"),
    },
)  # fmt: skip
def _two_ways(bag: Bag, work: Working) -> None:
    """One way, then another at a right angle to it: how far it is straight back."""
    bag.need("leg", "leg")
    first, second = bag.facts
    ways = {first.word("dir"), second.word("dir")}
    if len(ways & {"north", "south"}) != 1 or len(ways & {"east", "west"}) != 1 or not re.search(r"\b(?:start|starting|home|house|school|camp|harbour|harbor|port|beginning|base|point)\b", bag.sheet.text.rstrip("?. ").rsplit(".", 1)[-1]):  # fmt: skip
        raise Unfit
    again = Fact("leg", {"b": second.values["a"]}, {"b": second.unit("a")}, {})
    _hand(bag, work, {"a": first, "b": again}, f"The ways {first.word('dir')} and {second.word('dir')} make a right angle; the straight way back is the side opposite it.", "the distance")  # fmt: skip
