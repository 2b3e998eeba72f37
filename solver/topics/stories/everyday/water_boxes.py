"""Water in a box: how much there is at a depth or when it is full, and how deep so much of it stands.

Not read: stones and blocks in the water, boxes that lean or leak, walls with a thickness.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from solver.topics.stories.everyday.kinds import Story, counted, kind, value
from solver.topics.stories.school.working import Term, Unfit, Working, num

_CM: Final = {
    "mm": Fraction(1, 10),
    "cm": Fraction(1),
    "m": Fraction(100),
    "毫米": Fraction(1, 10),
    "厘米": Fraction(1),
    "分米": Fraction(10),
    "米": Fraction(100),
}
"""Lengths in centimetres."""
_CUBES: Final = {
    "l": 1000, "ml": 1, "cubic cm": 1, "cubic m": 10**6, "升": 1000, "毫升": 1, "立方厘米": 1, "立方分米": 1000, "立方米": 10**6,
}  # fmt: skip
"""Volumes in cubic centimetres."""
_SAYS: Final = {
    "change": ("in cm: {shown}", "换算成厘米：{shown}"),
    "volume": ("the volume: length times width times height", "体积：长×宽×高"),
    "converted": ("1 {unit} is {many} cubic cm", "1{unit}是{many}立方厘米"),
    "deep": ("the depth: the volume divided by the area of the base", "水深：水的体积÷底面积"),
    "high": ("how high the water stands", "水的高度"),
    "water": ("the water", "水的体积"),
}  # fmt: skip
_L: Final = "(?:mm|cm|m)"
_TANK: Final = r"(?:(?:rectangular|cuboid|glass|open|empty|fish|water|storage)[ -]?)*(?:fish ?tank|tank|aquarium|pool|swimming pool|container|box|trough|basin|cuboid|prism|vase)"
_SIDES: Final = tuple(
    form.replace("§", third)
    for form in (
        rf"<a> (?P<u>{_L})? ?(?:by|x|\*) <b> (?P<v>{_L})§",
        rf"<a> (?P<u>{_L}) (?:long|in length)(?: ,)?(?: and)? <b> (?P<v>{_L}) (?:wide|in width)§",
        rf"length (?:of )?<a> (?P<u>{_L}) ?,? (?:and )?(?:a )?width (?:of )?<b> (?P<v>{_L})§",
    )
    for third in (
        "",
        rf"(?: ?,? (?:and|by|x|\*) ?| ?, )(?:a )?(?:height (?:of )?)?<h> (?P<x>{_L})(?: (?:high|deep|tall|in height))?",
    )
)
_BASE: Final = "(?:rectangular )?(?:base|bottom|floor)"
_INSIDE: Final = r"(?: ?,? ?(?:\(?(?:inside|internal|interior) (?:measurements|dimensions|measures)\)?|on the inside|inside|internally|measured (?:on the )?inside))?"
_PART: Final = r"(?P<part>(?:half|\d{1,2}/\d{1,2}|(?:a|one|1|two|2|three|3|four|4)(?: |-)(?:quarters?|thirds?|fifths?)|\d{1,2}%))"
_FILLED: Final = rf"(?:filled (?:with water )?(?:up )?to {_PART} of (?:its|the) (?:height|depth|capacity)|{_PART.replace('<part>', '<part2>')} (?:full|filled)(?: (?:of|with) water)?)"


@kind(
    r"\btank|aquarium|pool|container|box|trough|basin|cuboid|vase",
    "en",
    {
        "base": tuple(
            wording
            for sides in _SIDES
            for wording in (
                rf"(?:a|an|the) {_TANK} (?:is (?:a|an|in the shape of a) (?:rectangular )?(?:box|cuboid|prism) (?:which is |that is |measuring |with |of )?|is |measures |measuring |has (?:a )?|with (?:a )?|with dimensions |has dimensions(?: of)? |of )?(?:{_BASE} (?:of |measuring |that measures |which measures |that is |is )?)?{sides}{_INSIDE}",
                rf"the {_BASE} of (?:a|an|the) {_TANK} (?:measures|is) {sides}",
                rf"(?:a|an) {_TANK} (?:is )?{sides}",
                rf"(?:a|an) {_TANK} (?:measuring |of |that is |with dimensions )?{sides} is {_FILLED}",
                rf"(?:a|an|the) {_TANK} with (?:a )?{_BASE} (?:of |measuring )?{sides} (?:is |was )?filled (?:with water )?(?:up )?to {_PART} of its (?:height|depth) of <h2> (?P<x2>{_L})",
            )
        ),
        "filled": tuple(rf"(?:a|an) {_TANK} (?:is |with (?:a )?{_BASE} )?{sides} (?:is filled (?:with water )?|contains water )to a (?:depth|height) of <d> (?P<y>{_L})" for sides in _SIDES),
        "both": tuple(rf"(?:a|an) {_TANK} (?:is |with (?:a )?{_BASE} (?:of |measuring )?)?{sides} contains <n> (?P<c>l|ml|cubic cm) of water" for sides in _SIDES),
        "water": (
            rf"(?:the )?water (?:is|was) poured (?:in|into (?:it|the {_TANK})) ?to a (?:depth|height) of <d> (?P<y>{_L})",
            rf"(?:the )?water (?:is|was) poured (?:in|into (?:it|the {_TANK})) ?(?:until|till) (?:it|the water) is <d> (?P<y>{_L}) (?:deep|high)",
            rf"(?:the )?water (?:in (?:it|the {_TANK}) )?(?:is|was) <d> (?P<y>{_L}) deep",
            rf"(?:it |the {_TANK} )?(?:is|was) filled (?:with water )?to a (?:depth|height) of <d> (?P<y>{_L})",
            rf"(?:it |the {_TANK} )?(?:contains|holds) water to a (?:depth|height) of <d> (?P<y>{_L})",
            rf"the (?:depth|height) of (?:the )?water (?:in (?:it|the {_TANK}) )?is <d> (?P<y>{_L})",
        ),
        "part": (rf"(?:it |the {_TANK} )?(?:is |was )?{_FILLED}",),
        "volume": (rf"(?:it |the {_TANK} )?contains <n> (?P<c>l|ml|cubic cm) of water", rf"<n> (?P<c>l|ml|cubic cm) of water (?:is|are|was|were) poured (?:in|into (?:it|the {_TANK}))"),
        "idle": (r"\(?1 l (?:=|is|equals) 1000 (?:cubic cm|ml)\)?", r"\(?1000 (?:cubic cm|ml) (?:=|is|equals) 1 l\)?", r"\(?1 ml (?:=|is|equals) 1 cubic cm\)?", r"\(?1 cubic cm (?:=|is|equals) 1 ml\)?", rf"the {_TANK} is (?:empty|full)"),
        "ask_water": (rf"how many (?P<o>l|ml|cubic cm|cubic m) (?:of water )?(?:are there in it|does (?:it|the {_TANK}) (?:hold|contain)) when (?:it|the {_TANK}) is {_FILLED}", rf"how many (?P<o>l|ml|cubic cm) (?:of water )?(?:are|is) (?:there )?in (?:it|the {_TANK})(?: now)?", rf"how much water is (?:there )?in (?:it|the {_TANK}) ?,? ?in (?P<o>l|ml|cubic cm)", rf"how many (?P<o>l|ml|cubic cm) of water (?:does (?:it|the {_TANK}) (?:hold|contain)|were poured in|is that|are there(?: in (?:it|the {_TANK}))?)", rf"(?:find|what is|calculate|work out) the volume of (?:the )?water(?: in (?:it|the {_TANK}))?(?: ?,? in (?P<o>l|ml|cubic cm|cubic m))", rf"how many (?P<o>cubic m) of water (?:are|is) (?:there )?in (?:it|the {_TANK})", r"how many (?P<o>l|ml|cubic cm|cubic m) of water is (?:this|that)", rf"how many (?P<o>l|cubic m) of water (?:does|did) (?:it|the {_TANK}) (?:hold|contain) now"),
        "ask_full": (rf"how many (?P<o>l|ml|cubic cm) of water (?:does|can|will) (?:it|the {_TANK}) hold(?: when (?:it is )?full)?", rf"how many (?P<o>l|ml) (?:of water )?(?:are|is) needed to fill (?:it|the {_TANK})(?: completely)?", rf"(?:find|what is|calculate) the capacity of the {_TANK} ?,? in (?P<o>l|ml)", rf"how many (?P<o>l|ml)(?: of water)? can (?:it|the {_TANK}) hold"),
        "ask_deep": (rf"how (?:deep|high) is the water(?: in the {_TANK})?(?: ?,? in (?P<o>{_L}))?", rf"(?:what is|find) the (?:depth|height) of (?:the )?water(?: in the {_TANK})?(?: ?,? in (?P<o>{_L}))?"),
    },
)  # fmt: skip
def _in_english(s: Story, work: Working) -> None:
    _boxed(s, work)


_LZ: Final = "(?:毫米|厘米|分米|米)"
_BOX: Final = "(?:鱼缸|水箱|水槽|水池|游泳池|容器|蓄水池|水缸|玻璃缸|玻璃箱|油箱|缸|箱|池)"
_VZ: Final = "毫升|升|立方厘米|立方分米|立方米"
_SIDES_ZH: Final = (
    rf"(?:从里面量)?(?:,|，)?(?:它的)?长(?:是|为)?<a>(?P<u>{_LZ})?(?:,|，|和)?宽(?:是|为)?<b>(?P<v>{_LZ})"
)
_PART_ZH: Final = r"(?P<part>\d{1,2}/\d{1,2}|\d{1,2}%|(?:一|1)?半|[三四五2-9]分之[一二两三四1-9])"
_HIGH_ZH: Final = rf"(?:(?:,|，|和)?(?:高|深)(?:是|为)?<h>(?P<x>{_LZ}))?"


@kind(
    "缸|水箱|水槽|池|容器",
    "zh",
    {
        "base": (rf"(?:有)?(?:一|1)?个?(?:无盖的?|玻璃)?长方体(?:的)?(?:玻璃|无盖|铁皮|形状的)*{_BOX}(?:,|，)?{_SIDES_ZH}{_HIGH_ZH}", rf"(?:有)?(?:一|1)?个?{_SIDES_ZH}{_HIGH_ZH}的(?:长方体)?(?:玻璃|无盖)*{_BOX}", rf"(?:有)?(?:一|1)个(?:长方体的?)?{_BOX}(?:,|，)?{_SIDES_ZH}{_HIGH_ZH}"),
        "part": (
            rf"(?:里面|{_BOX}里|现在)?(?:装满了?|装了|注满了?|盛了?|水装到|注水[到至]|放水到|水位到)?(?:的?水(?:是|为|占))?(?:它|{_BOX})?的?(?:容积|池深|高|高度|深度)?的?{_PART_ZH}(?:的水|缸水|箱水|池水)?", rf"(?:里面|{_BOX}里)?装了?(?P<part>半)[缸箱池][水油]", rf"(?:里面)?(?:的?水深|水面高度?|水位)(?:是|占|为)(?:{_BOX}|它)?(?:的)?(?:高|深)?(?:度)?的{_PART_ZH}",
        ),
        "water": (rf"(?:(?:{_BOX})?(?:里|中|内)?(?:的)?)?水深(?:是|为)?<d>(?P<y>{_LZ})", rf"(?:里面|{_BOX}里)?(?:装|倒入|注入|盛)了?<d>(?P<y>{_LZ})(?:深|高)的水"),
        "volume": (rf"(?:往{_BOX}(?:里|中))?(?:里面|往里|向里|在里面)?(?:倒入|注入|装|盛|倒|装有)了?<n>(?P<c>{_VZ})的?水",),
        "both": (rf"(?:往|向|在)(?:一|1)?个?{_SIDES_ZH}{_HIGH_ZH}的(?:长方体)?(?:玻璃|无盖)*{_BOX}(?:里|中)?(?:倒入|注入|装入)<n>(?P<c>{_VZ})的?水",),
        "ask_water": (rf"(?:{_BOX}里?)?(?:共)?有油(?:多少|几)(?P<o>{_VZ})", rf"(?:{_BOX}里?的?|里面的?)?水的体积(?:是|有|为)(?:多少|几)(?P<o>{_VZ})", rf"(?:这时|一共)?(?:需要|要)?(?:放水|注水|装水|有|装)(?:多少|几)(?P<o>{_VZ})(?:的?水)?", rf"(?:{_BOX}|里面)?(?:里|中)?(?:的)?(?:有|共有|现有)?水(?:有)?(?:多少|几)(?P<o>{_VZ})", rf"(?:{_BOX}|里面)?(?:里|中)?(?:一共|现在)?(?:有|装了)(?:多少|几)(?P<o>{_VZ})的?水"),
        "ask_full": (rf"(?:这个)?(?:{_BOX})?(?:最多)?(?:能|可以|可)(?:装|盛|容纳)(?:水)?(?:多少|几)(?P<o>{_VZ})(?:的?水)?", rf"(?:这个)?(?:{_BOX})的?容积是(?:多少|几)(?P<o>{_VZ})"),
        "ask_deep": (rf"(?:这时|{_BOX}里|此时)?(?:的)?水(?:面)?(?:的)?(?:深|高|高度|深度)(?:是|为)?(?:多少|几)(?P<o>{_LZ})", rf"水面(?:的)?高(?:度)?(?:是)?(?:多少|几)(?P<o>{_LZ})"),
    },
)  # fmt: skip
def _in_chinese(s: Story, work: Working) -> None:
    _boxed(s, work)


def _say(work: Working, key: str, **facts: object) -> str:
    return _SAYS[key][work.language == "zh"].format(**facts)


def _in_cm(work: Working, size: Term, unit: str) -> Term:
    factor = _CM[unit]
    if factor == 1:
        return size
    return work.step(_say(work, "change", shown=f"{size.tex} {unit}"), size * num(factor))


_WORDS: Final = {"half": 2, "quarter": 4, "third": 3, "fifth": 5}
_NUMBERS: Final = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}


def _share(told: str) -> Fraction:
    """So much of the height: 3/4, 75%, three quarters, 四分之三."""
    if told in ("half", "半", "一半", "1半"):
        return Fraction(1, 2)
    if "分之" in told:
        below, above = told.split("分之")
        part = counted(above).value / counted(below).value
    elif told.endswith("%"):
        part = Fraction(told[:-1]) / 100
    elif "/" in told:
        part = Fraction(told) if not told.endswith("/0") else Fraction(0)
    else:
        many, name = re.split("[ -]+", told)
        part = Fraction(_NUMBERS.get(many) or int(many), _WORDS[name.removesuffix("s")])
    if not 0 < part < 1:
        raise Unfit
    return part


def _boxed(s: Story, work: Working) -> None:
    if re.search(
        r"\b(?:stone|rock|leaks?|rises?|thick|cube|more|pebble|ball)\b|石|铁块|厚|上升|升高|溢",
        s.text,
    ):
        raise Unfit
    s.only("base", "water", "filled", "volume", "both", "part")
    told = s.one("base", "both", "filled").values
    second = told["v"]
    sides = [_in_cm(work, value(told["a"]), told.get("u") or second), _in_cm(work, value(told["b"]), second)]
    deep, cubic = s.maybe("water", "filled"), "立方厘米" if work.language == "zh" else "cubic cm"
    wanted = s.asked.values.get("o", "")
    if s.question == "deep":
        poured = s.one("volume", "both").values
        if deep is not None:
            raise Unfit
        many = _CUBES[poured["c"]]
        water = value(poured["n"])
        if many != 1:
            water = work.step(_say(work, "converted", unit=poured["c"], many=many), water * num(many), cubic)
        unit = wanted or ("cm" if work.language == "en" else "厘米")
        depth = work.step(
            _say(work, "deep"), water / (sides[0] * sides[1]), "厘米" if work.language == "zh" else "cm"
        )
        if "h" in told and depth.value > value(told["h"]).value * _CM[told["x"]]:
            raise Unfit
        if _CM[unit] != 1:
            depth = work.step(
                f"1 {unit} = {_CM[unit]} cm" if work.language == "en" else f"1{unit}={_CM[unit]}厘米",
                depth / num(_CM[unit]),
                unit,
            )
        work.give(depth, unit, "水深" if work.language == "zh" else "the depth")
        return
    part = s.maybe("part") or next((said for said in s.said if {"part", "part2"} & set(said.values)), None)
    if s.all("volume") or (s.question == "full") == (deep is not None or part is not None):
        raise Unfit
    if deep is not None and part is not None:
        raise Unfit
    if part is not None:
        high, measure = ("h", "x") if "h2" not in told else ("h2", "x2")
        if high not in told:
            raise Unfit
        height = _in_cm(work, value(told[high]), told[measure])
        share = part.values.get("part") or part.values["part2"]
        height = work.step(
            _say(work, "high"), height * num(_share(share)), "厘米" if work.language == "zh" else "cm"
        )
    elif s.question == "full":
        if "h" not in told:
            raise Unfit
        height = _in_cm(work, value(told["h"]), told["x"])
    else:
        assert deep is not None
        y = deep.values["y"]
        height = _in_cm(work, value(deep.values["d"]), y)
        if "h" in told and value(deep.values["d"]).value * _CM[y] > value(told["h"]).value * _CM[told["x"]]:
            raise Unfit
    volume = work.step(_say(work, "volume"), sides[0] * sides[1] * height, cubic)
    if _CUBES[wanted] != 1:
        volume = work.step(
            _say(work, "converted", unit=wanted, many=_CUBES[wanted]), volume / num(_CUBES[wanted]), wanted
        )
    work.give(volume, wanted, _say(work, "water"))
