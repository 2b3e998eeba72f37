"""One rectangle, square, box, cube or circle of everyday life in English, and one question of it: how long around, how large, how much paper, what it holds, what it costs.

Lengths in one unit. Not read: gates, doors and windows, borders inside, boxes that are full to a height (`measures`).
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.kinds import MONEY, Story, en, kind, value
from solver.topics.stories.school.working import Term, Unfit, Working, num

_U: Final = "(?:mm|cm|m|km|inches|feet|yards)"
_FLAT: Final = r"(?:garden|field|room|floor|park|wall|lawn|playground|carpet|poster|yard|classroom|hall|kitchen|bedroom|plot|playing field|pool|rug|mat|picture|ceiling|plot of land|piece of land|vegetable patch|patio|tablecloth|court|board|card)"
_SOLID: Final = r"(?:box|carton|present|gift|gift box|parcel|tank|fish tank|water tank|container|brick|cuboid|block|chest|wooden block|case|package|rectangular prism|swimming pool|pool|aquarium)"
_HAS: Final = r"(?:(?:that |which )?(?:is|measures|has dimensions(?: of)?|with dimensions(?: of)?|has (?:a )?length(?: of)?|with (?:a )?length(?: of)?|measuring|of))"
_BY: Final = r"(?: ?(?:,|and|by|x|×|,? and (?:a )?width (?:of )?)+)"
_A: Final = rf"<a> ?(?P<u1>{_U})?(?: (?:long|in length))?"
_B: Final = rf"<b> ?(?P<u2>{_U})(?: (?:wide|in width|broad|high|tall))?"
_C: Final = rf"<c> ?(?P<u3>{_U})(?: (?:high|tall|deep|in height|thick))?"
_SIDE: Final = rf"(?:with |has |of |has a |with a |whose )?(?:sides?|edges?|side length|edge length|edges? of length)(?: is| are| of|,)? ?(?:length )?<a> ?(?P<u1>{_U})(?: long| each)?"
_IT: Final = r"(?:it|this|(?:the|this) (?:whole )?[a-z]+(?: [a-z]+)?)"
_OF_IT: Final = rf"(?: (?:of|for|around|round) {_IT})?"
_NEED: Final = r"(?:is|are|will be|would be|do (?:i|we|you|they) need|does (?:he|she|it|[a-z]+) need) ?(?:needed|required)?"
_FENCE: Final = r"(?:fenc(?:e|ing)|wire|ribbon|rope|string|lace|edging|border|hedge|skirting(?: board)?)"
_COVER: Final = r"(?:carpet|turf|grass|lino|flooring|wallpaper|material|cloth|glass|paint|tiling|tiles)"
_SHEET: Final = r"(?:(?:wrapping |gift |coloured |colored )?paper|card|cardboard|wood|glass|metal|tin|sheet metal|material)"
_PER: Final = rf"(?:a|an|per|each|every|for each|for every)(?: (?P<sq>square|sq))? (?P<pu>{_U}|foot|yard)"


@kind(
    r"\d",
    "en",
    {
        "rectangle": (rf"(?:a |an |the |my |his |her |our )?(?:rectangular )?(?P<what>{_FLAT}) {_HAS} {_A}{_BY} ?{_B}", rf"(?:a |the )?rectangular (?P<what>{en(2)}) {_HAS} {_A}{_BY} ?{_B}", rf"(?:a|the) rectangle {_HAS} {_A}{_BY} ?{_B}"),
        "square": (rf"(?:a |the )?square(?: (?P<what>{en(2)}))? {_SIDE}", rf"(?:the )?sides? of a square (?:{en(2)})?(?:is|are) <a> ?(?P<u1>{_U})(?: long| each)?"),
        "box": (rf"(?:a |an |the )?(?:rectangular )?(?P<what>{_SOLID}) {_HAS} {_A}{_BY} ?<b> ?(?P<u2>{_U})?(?: (?:wide|in width|broad))?{_BY} ?{_C}",),
        "cube": (rf"(?:a |the )?(?:cube|cubic (?P<what>{_SOLID}))(?:-shaped {en(1)})? {_SIDE}",),
        "circle": (rf"(?:a |the )?(?:circular|round) (?P<what>{en(2)}) (?:has|with|of) (?:a )?(?P<r>radius|diameter) (?:of )?<a> ?(?P<u1>{_U})", rf"(?:the )?(?P<r>radius|diameter) of a (?:circular|round) (?P<what>{en(2)}) is <a> ?(?P<u1>{_U})"),
        "laps": (rf"{en(2)} (?:runs?|walks?|jogs?|cycles?|swims?|ran|walked) (?:around|round) (?:it|a|the)(?: [a-z]+)? <l> times", rf"{en(2)} (?:runs?|walks?|jogs?|cycles?|ran|walked) <l> times (?:around|round) (?:it|the [a-z]+)"),
        "laps_square": (rf"{en(2)} (?:runs?|walks?|jogs?|ran|walked) <l> times (?:around|round) (?:a|the) square {en(2)}(?:of|with) (?:side|sides)(?: of)? <a> ?(?P<u1>{_U})",),
        "laps_rectangle": (rf"{en(2)} (?:runs?|walks?|jogs?|ran|walked) <l> times (?:around|round) (?:a|the) (?:rectangular )?{en(2)}(?:that is |which is |of |measuring )?{_A}{_BY} ?{_B}",),
        "price": (rf"(?:the )?(?:{_FENCE}|{_COVER}|fencing|tiles|carpet(?:ing)?|turf) (?:costs?|is|are|is sold at) {MONEY} {_PER}", rf"(?:if )?1(?: (?P<sq>square|sq))? (?P<pu>{_U}) of (?:{_FENCE}|{_COVER}) costs {MONEY}"),
        "covers": (rf"(?:1|one|each|a) (?:l|tin|can|litre|pot) (?:of paint )?(?:covers|paints|is enough for) <k> (?P<sq>square) (?P<pu>{_U})",),
        "ask_around": (rf"how (?:much|long a|many (?P<w>{_U})(?: of)?) ?{_FENCE} {_NEED}(?: to (?:go )?(?:around|round|enclose|surround|fence)(?: {_IT}| around it)?)?(?: for it)?", rf"(?:what|how much) (?:length of )?{_FENCE} {_NEED} to (?:enclose|surround|fence|go around|go round|put around|put round) ?{_IT}", rf"how far is it (?:once )?(?:(?:all the way )?(?:around|round) {_IT})", rf"(?:what is |find )?(?:the|its) (?:perimeter|distance around){_OF_IT}(?: {_IT})?", rf"how long is the (?:path|fence|edge|border|rope|hedge|track)(?: around| round)?(?: {_IT})?"),
        "ask_area": (rf"(?:what is |find )?(?:the|its) (?:area|size){_OF_IT}", rf"how (?:much|many square (?P<w>{_U})(?: of)?) ?{_COVER} {_NEED}(?: to cover {_IT}| for {_IT})?", rf"how large is {_IT}"),
        "ask_surface": (rf"(?:what is |find )?(?:the|its) (?:total )?surface area{_OF_IT}", rf"how (?:much|many square (?P<w>{_U})(?: of)?) ?{_SHEET} {_NEED}(?: to (?:cover|wrap|make) {_IT}(?: completely)?)?"),
        "ask_volume": (rf"(?:what is |find )?(?:the|its) (?:volume|capacity){_OF_IT}", rf"how much (?:water |sand |space )?(?:can|does|will) {_IT} (?:hold|take up|contain)", rf"how many cubic (?P<w>{_U}) (?:of [a-z]+ )?(?:can|does|will) {_IT} (?:hold|contain)"),
        "ask_cost": (rf"(?:what is |find )?the (?:total )?cost of (?:fencing|tiling|carpeting|turfing|covering|painting|the fence|the fencing|the carpet|the tiles)(?: {_IT})?", rf"(?:how much|what) (?:does|will|would) (?:it|the fence|the fencing|the carpet|the tiles) cost(?: to (?:fence|tile|carpet|cover|turf|paint) {_IT})?"),
        "ask_paint": (rf"how many (?:l|litres|tins|cans)(?: of paint)? (?:are|is) (?:needed|required)(?: (?:to paint|for) {_IT})?",),
        "ask_laps": (r"how far (?:does|did|do|will) [a-z]+ (?:run|walk|jog|cycle|swim|go)(?: altogether| in all| in total)?",),
    },
)  # fmt: skip
def _shapes(s: Story, work: Working) -> None:
    shape = s.one("rectangle", "square", "box", "cube", "circle", "laps_square", "laps_rectangle")
    s.only(shape.kind, "price", "covers", "laps")
    units = {shape.values[u] for u in ("u1", "u2", "u3") if shape.values.get(u)}
    if len(units) != 1 or re.search(r"\b(?:gate|door|window|path of width|overlap|lid|open|half)\b", s.text):
        raise Unfit
    unit, kind_of = units.pop(), shape.kind.removeprefix("laps_")
    if s.asked.values.get("w", unit) != unit:
        raise Unfit
    sides = [value(shape.values[k]) for k in "abc" if k in shape.values]
    if s.all("laps") and s.question != "laps" or s.all("price") and s.question != "cost":
        raise Unfit
    if kind_of == "circle":
        _circle(s, work, shape.values["r"], sides[0], unit)
        return
    match s.question:
        case "around" if kind_of in ("rectangle", "square"):
            work.give(_around(work, sides, unit), unit, "the length around it")
        case "area" if kind_of in ("rectangle", "square"):
            work.give(_area(work, sides, unit), f"{unit}²", "the area")
        case "surface" if kind_of in ("box", "cube"):
            work.give(_surface(work, sides, unit), f"{unit}²", "the surface area")
        case "volume" if kind_of in ("box", "cube"):
            a, b, c = sides if kind_of == "box" else sides * 3
            work.give(work.step("length times width times height", a * b * c, f"{unit}³"), f"{unit}³", "the volume")  # fmt: skip
        case "laps" if kind_of in ("rectangle", "square"):
            way = _around(work, sides, unit) * s.told("l")
            work.give(work.step("so many times around", way, unit), unit, "the whole way")
        case "cost" if kind_of in ("rectangle", "square"):
            _cost(s, work, sides, unit)
        case "paint" if kind_of in ("rectangle", "square"):
            covers = s.one("covers")
            if covers.values["pu"] != unit:
                raise Unfit
            paint = _area(work, sides, unit) / s.told("k")
            work.give(work.step("the area, divided by what one covers", paint), "", "how many")
        case _:
            raise Unfit


def _cost(s: Story, work: Working, sides: list[Term], unit: str) -> None:
    """So much for each unit of length, around; or of area."""
    price = s.one("price").values
    each = {"foot": "feet", "yard": "yards"}.get(price["pu"], price["pu"])
    if each != unit:
        raise Unfit
    whole = _area(work, sides, unit) if price.get("sq") else _around(work, sides, unit)
    around = re.search(r"\bfenc|\bedging|\bhedge|\bwire", s.text) is not None
    if around == bool(price.get("sq")):
        raise Unfit
    money = "dollars" if "$" in s.text else "pounds" if "£" in s.text else "euros" if "€" in s.text else ""
    cost = work.step("the cost: so much for each", whole * value(price["m"]), money)
    work.give(cost, money, "the cost")


def _circle(s: Story, work: Working, told: str, length: Term, unit: str) -> None:
    name = {"around": "circumference", "area": "area"}.get(s.question)
    if name is None:
        raise Unfit
    says = f"What is asked for is the {name} of a circle."
    question = f"Find the {name} of a circle of {told} {length.tex} {unit}."
    work.hand("figures", question, says, unit if s.question == "around" else f"{unit}²", f"the {name}")


def _around(work: Working, sides: list[Term], unit: str) -> Term:
    if len(sides) == 1:
        return work.step("the way around a square: four sides", sides[0] * num(4), unit)
    return work.step("length and width, twice", (sides[0] + sides[1]) * num(2), unit)


def _area(work: Working, sides: list[Term], unit: str) -> Term:
    a, b = sides if len(sides) == 2 else sides * 2
    return work.step("the area: length times width", a * b, f"{unit}²")


def _surface(work: Working, sides: list[Term], unit: str) -> Term:
    if len(sides) == 1:
        face = work.step("one face", sides[0] * sides[0], f"{unit}²")
        return work.step("six equal faces", face * num(6), f"{unit}²")
    a, b, c = sides
    three = work.step("three faces that meet", a * b + a * c + b * c, f"{unit}²")
    return work.step("each of them twice", three * num(2), f"{unit}²")
