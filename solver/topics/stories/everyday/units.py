"""A measure in another unit, with the factor that the problem tells: 1 inch = 2.54 cm, 1美元=7.2元. Not read: rates that change, fees."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.kinds import Story, en, kind, value, zh
from solver.topics.stories.school.working import Unfit, Working, num

_UNITS: Final = r"(?:inch(?:es)?|feet|foot|yards?|miles?|cm|km|m|kg|g|pounds?|lbs?|ounces?|l|ml|gallons?|dollars?|euros?|pounds sterling|yen|yuan|rupees|pesos)"
_ONE: Final = rf"(?:that )?(?:1|one) (?P<a>{_UNITS}) ?(?:=|is|equals|is equal to|is about|is approximately|≈|is worth|costs) ?<f> (?P<b>{_UNITS})"
_LONG: Final = rf"<n> (?P<u>{_UNITS})(?: <k> (?P<w>{_UNITS}))?"
_HOW: Final = r"(?:how (?:tall|long|high|wide|deep|far|heavy|much)|what)"
_SINGULAR: Final = {"inches": "inch", "feet": "foot", "lbs": "pound", "lb": "pound"}
_SMALLER: Final = {
    ("foot", "inch"): 12,
    ("yard", "foot"): 3,
    ("m", "cm"): 100,
    ("km", "m"): 1000,
    ("pound", "ounce"): 16,
    ("kg", "g"): 1000,
}


@kind(
    r"1 [a-z]+ ?(?:=|≈|is|equals)|one [a-z]+ (?:=|is|equals)",
    "en",
    {
        "one": (_ONE, rf"(?:using|use|given|take|the exchange rate is|the rate is|assume) {_ONE}"),
        "told": (rf"{en(4)} (?:is|are|weighs?|measures|has|have|costs?|gets|exchanges|changes) (?:about )?{_LONG}(?: (?:tall|long|high|wide|deep|in length|away|in height))?",),
        "ask": (
            rf"{_HOW} (?:is|was|are) (?:it|he|she|{en(4)})(?:'s)?(?: {en(3)})? in (?P<c>{_UNITS})", rf"how many (?P<c>{_UNITS}) (?:are in|is|are|are there in|equals?|make) {_LONG}", rf"convert {_LONG} (?:to|into) (?P<c>{_UNITS})(?: (?:using|given)? {_ONE})?",
            rf"how many (?P<c>{_UNITS}) (?:is|does|do|will|can) (?:it|he|she|you|{en(3)})(?: (?:get|have|weigh|receive|long|tall|measure|exchange))?(?: for (?:it|them|{_LONG}))?", rf"(?:find|what is) the (?:length|height|weight|width|mass|value|distance) of (?:a|an|the) {_LONG} {en(2)} in (?P<c>{_UNITS})", rf"(?:find|what is) (?:its|his|her|the) {en(3)} in (?P<c>{_UNITS})",
        ),
    },
)  # fmt: skip
def _factor_told(s: Story, work: Working) -> None:
    units = [_name(s.words(n)[0]) if len(s.words(n)) == 1 else "" for n in "abcu"]
    one, other, wanted, unit = units
    term = s.told("n")
    if s.has("k"):
        small = _name(s.words("w")[0])
        if (unit, small) not in _SMALLER:
            raise Unfit
        inside = work.step(
            f"{term.tex} {unit} in {small}es" if small == "inch" else f"{term.tex} {unit} in {small}",
            term * num(_SMALLER[unit, small]),
            "",
        )
        term, unit = work.step("with the rest", inside + s.told("k"), ""), small
    if unit != one and (unit, one) in _SMALLER:
        term, unit = work.step(f"the same in {one}", term * num(_SMALLER[unit, one])), one
    factor = s.told("f")
    if not one or not other or factor.value <= 0:
        raise Unfit
    if (unit, wanted) == (one, other):
        work.give(
            work.step("so many times what one of them is", term * factor, wanted), wanted, "the measure"
        )
    elif (unit, wanted) == (other, one):
        work.give(
            work.step("how many times what one of them is goes into it", term / factor, wanted),
            wanted,
            "the measure",
        )
    else:
        raise Unfit


def _name(word: str) -> str:
    return _SINGULAR.get(word, word if word in ("yen", "rupees") else word.removesuffix("s"))


_ZU: Final = (
    "(?:英寸|英尺|英里|磅|千米|公里|千克|公斤|厘米|米|美元|欧元|日元|元人民币|元|人民币|英镑|港币|港元|斤|克)"
)


@kind(
    "1[\u4e00-\u9fff]{1,2}(?:=|＝|≈|约|等于|可以?兑换|可兑)",
    "zh",
    {
        "one": (rf"(?:已知|按|如果|当时)?1(?P<a>{_ZU})(?:=|＝|≈|约等于|等于|约合|合|约为|是|可以兑换|可兑换|兑换|可换){zh(2)}<f>(?P<b>{_ZU})",),
        "told": (rf"{zh(8)}(?:高|长|重|有|相距|身高|体重|全长)(?:是|为)?<n>(?P<u>{_ZU})", rf"{zh(6)}<n>(?P<u>{_ZU})"),
        "ask": (rf"{zh(8)}(?:是|合|有|可以兑换|可兑换|能兑换|能换|兑换|换|身高|高|长|重|相当于|约)+(?:多少|几)(?P<c>{_ZU})", rf"<n>(?P<u>{_ZU})(?:是|合|可以兑换|可兑换|能兑换|能换|兑换|约|相当于)+(?:多少|几)(?P<c>{_ZU})"),
    },
)  # fmt: skip
def _factor_told_in_chinese(s: Story, work: Working) -> None:
    one, other, wanted, unit = (
        re.sub("^元人民币$|^人民币$", "元", s.words(n)[0]).replace("公斤", "千克").replace("公里", "千米")
        if len(s.words(n)) == 1
        else ""
        for n in "abcu"
    )
    term, factor = s.told("n"), value(s.words("f")[0])
    if not all((one, other, wanted, unit)) or factor.value <= 0:
        raise Unfit
    if (unit, wanted) == (one, other):
        work.give(work.step("每个单位折合多少，乘以单位的个数", term * factor, wanted), wanted, "结果")
    elif (unit, wanted) == (other, one):
        work.give(work.step("里面有几个这样的单位，用除法", term / factor, wanted), wanted, "结果")
    else:
        raise Unfit
