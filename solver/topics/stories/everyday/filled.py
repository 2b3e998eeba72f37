"""How many cups, bottles or pieces of one measure another measure gives, in units of their own, in English and Chinese; what is left over where it is asked.

What does not fill one more is cut off; where all of it must be carried or held, one more is needed.
"""

from __future__ import annotations

from typing import Final

from solver.topics.stories.everyday.kinds import MANY, Story, en, kind, zh
from solver.topics.stories.school.working import Term, Unfit, Working, num

_SCALE: Final = {
    "ml": ("ml", 1), "cl": ("ml", 10), "l": ("ml", 1000), "g": ("g", 1), "kg": ("g", 1000), "mm": ("mm", 1), "cm": ("mm", 10), "m": ("mm", 1000), "km": ("mm", 1_000_000),
    "毫升": ("毫升", 1), "升": ("毫升", 1000), "克": ("克", 1), "千克": ("克", 1000), "吨": ("克", 1_000_000), "厘米": ("厘米", 1), "分米": ("厘米", 10), "米": ("厘米", 100),
}  # fmt: skip
"""A unit in the smallest one of its kind that is used here."""
_U: Final = "(?:ml|cl|l|g|kg|mm|cm|m)"
_WHOLE: Final = rf"<n> (?P<u>{_U})"
_PART: Final = rf"<k> (?P<v>{_U})"


@kind(
    r"\b(?:ml|cl|l|g|kg|mm|cm|m)\b",
    "en",
    {
        "whole": (rf"(?:a |an |the |my |there (?:is|are) |{en(2)}has )?(?P<w>{en(3)}) ?(?:holds|contains|is|has|of) {_WHOLE}(?: long)?(?: of (?P<s>{en(2)}))?", rf"(?:there (?:is|are) |i have |{en(2)}has )?{_WHOLE} (?:of )?(?P<s>{en(2)})"),
        "part": (rf"(?:each|every|a|an|1|one) (?P<c>{en(2)}) (?:holds|contains|is|takes) {_PART}(?: long| of {en(2)})?", rf"it is (?:cut|poured|packed|put|divided) into (?P<c>{en(2)}) of {_PART}(?: each)?", rf"it is (?:cut|poured|packed|put|divided) into {_PART} (?P<c>{en(2)})"),
        "ask_full": (
            rf"how many {_PART} (?P<c>{en(2)}) can (?:be |i |you |he |she |we |they )?(?:filled?|made?|cut|packed?|poured?)(?: (?:from|with|out of) (?:it|{_WHOLE}(?: of (?P<s>{en(2)}))?))?", rf"how many (?P<c>{en(2)}) of {_PART} can (?:be |i |you |he |she |we |they )?(?:filled?|made?|cut|packed?|poured?)(?: (?:from|with|out of) (?:it|{_WHOLE}(?: of (?P<s>{en(2)}))?))?",
            rf"how many (?P<c>{en(2)}) can (?:be |i |you |he |she |we |they )?(?:filled?|made?|cut|packed?|poured?)(?: from it)?", rf"how many {_PART} (?P<c>{en(2)}) (?:are there |are )?in {_WHOLE}(?: of {en(2)})?",
        ),
        "ask_left": (rf"how many {_PART} (?P<c>{en(2)}) can (?:be |i |you |he |she |we |they )?(?:filled?|made?|cut|packed?),? and how much(?: {en(1)})? (?:is|will be) left(?: over)?",),
    },
)  # fmt: skip
def _filled(s: Story, work: Working) -> None:
    s.only("whole", "part")
    if len(s.words("u")) != 1 or len(s.words("v")) != 1 or len(s.words("s")) > 1:
        raise Unfit
    _fill(
        s, work, s.words("c")[0], ("in the smaller unit", "how many full ones: divide", "what is left over")
    )


_U_ZH: Final = "(?:毫升|升|千克|克|吨|厘米|分米|米)"


@kind(
    _U_ZH,
    "zh",
    {
        "whole": (rf"(?:有|把)?(?:一[根条瓶桶袋壶卷])?{zh(5)}(?:长|有|重|装有|共)?(?:是)?<n>(?P<u>{_U_ZH})(?:的?{zh(4)})?",),
        "part": (rf"(?:如果)?(?:每|一)<k>(?P<v>{_U_ZH})(?:{zh(2)})(?:剪|截|锯|装|倒)(?:成)?(?:一|1)?(?P<c>[段杯瓶袋根块])", rf"(?:剪|截|锯|分装|装|倒)(?:成|进|入|到|在)*(?:每[段杯瓶袋根])?(?:长|容量)?(?:为|是)?<k>(?P<v>{_U_ZH})(?:长)?的{zh(4)}", rf"每(?P<c>[段杯瓶袋根])(?:长|装|倒|重)?<k>(?P<v>{_U_ZH})"),
        "ask_full": (rf"(?:最多|一共)?(?:可以|能|可|够)?(?:剪|截|锯|装满?|倒满?)(?:成)?(?:这样的)?(?:{MANY})(?P<d>[段杯瓶袋根块个])",),
        "ask_left": (rf"(?:最多|一共)?(?:可以|能|可|够)?(?:剪|截|锯|装满?|倒满?)(?:成)?(?:{MANY})(?P<d>[段杯瓶袋根块个])[,，]?(?:还)?剩(?:下)?(?:{MANY})(?P<x>{_U_ZH})",),
    },
)  # fmt: skip
def _filled_zh(s: Story, work: Working) -> None:
    s.only("whole", "part")
    s.one("whole"), s.one("part")
    if s.has("c") and s.words("c")[0] != s.asked.values["d"]:
        raise Unfit
    _fill(s, work, s.asked.values["d"], ("化成较小的单位", "可以有几份：用除法", "剩下的"))


def _fill(s: Story, work: Working, what: str, says: tuple[str, str, str]) -> None:
    big, small = s.words("u")[0], s.words("v")[0]
    if (
        _SCALE[big][0] != _SCALE[small][0]
        or _SCALE[big][1] < _SCALE[small][1]
        or not (s.has("n") and s.has("k"))
    ):
        raise Unfit
    factor = _SCALE[big][1] // _SCALE[small][1]
    whole: Term = s.told("n")
    if factor > 1:
        whole = work.step(says[0], whole * num(factor), small)
    each = s.told("k")
    full = work.whole(says[1], whole, each, what, up=False)
    work.give(full, what, says[1].split("：")[0].split(":")[0])
    if s.question == "left":
        rest = work.step(says[2], whole - each * full, small)
        if s.asked.values.get("x", small) != small:
            raise Unfit
        work.give_also(rest, small, says[2])
