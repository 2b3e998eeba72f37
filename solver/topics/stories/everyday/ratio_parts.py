"""A whole that falls into parts in a ratio, in plain words: a ribbon cut in the ratio 3 : 5, 56 red and blue beads, flour and sugar, 把180按2:3:4分成三份.

Asked: all parts in the order of the ratio, or one of them by its name or its size. Not read: ratios that change, parts of parts, differences.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.kinds import CN, Story, counted, en, kind, value, zh
from solver.topics.stories.school.working import Unfit, Working, num

_R: Final = r"(?P<r>\d{1,3}(?: ?: ?\d{1,3}){1,3})"
_LONG: Final = "(?:cm|m|mm|km|inches|feet|yards)"
_MASS: Final = "(?:kg|g|l|ml)"
_LINE: Final = r"(?:ribbon|rope|string|piece of (?:string|wood|wire|ribbon|rope)|plank|wire|rod|stick|line|cord|pole|board)"
_CUT: Final = rf"is (?:cut|divided|broken|split|sawn) (?:up )?(?:into (?:(?P<k>\d) )?(?:pieces|parts|lengths|sections) )?in the ratio (?:of )?{_R}"
_BIG: Final = r"(?P<size>longer|shorter|longest|shortest|larger|smaller|largest|smallest)"
_TO: Final = r"(?:is |are |do (?:you|we|i) |will (?:she|he|they) )?(?:needed|need|required|used|there)?(?: in the mixture)?"


@kind(
    r"\bratio\b",
    "en",
    {
        "whole": (
            rf"(?:a|an|the) {_LINE} (?:(?:that|which) is |is |of length |of )?<n> (?P<u>{_LONG})(?: long| in length)? {_CUT}", rf"(?:a|an|the) <n> (?P<u>{_LONG})(?: long)? {_LINE} {_CUT}",
            rf"(?:divide|split|share|cut) (?:up )?<n>(?: (?P<u>{_LONG}|{_MASS}))? (?:into (?P<k>\d) parts )?in the ratio (?:of )?{_R}",
            rf"(?:divide|share|split) <n> (?P<t>{en(2)}) (?:among|between) (?P<a>{en(1)}) ?, (?P<b>{en(1)}) ?,? ?and (?P<h>{en(1)}) in the ratio (?:of )?{_R}",
            rf"(?P<a>{en(1)}) and (?P<b>{en(1)}) (?:share|divide|split|shared|are given|get)(?: a total of)? <n> (?P<t>{en(2)}) (?:between them )?in the ratio (?:of )?{_R}(?: respectively)?",
            rf"(?P<a>{en(1)}) ?, (?P<b>{en(1)}) ?,? ?and (?P<h>{en(1)}) (?:share|divide|split|shared|are given|get)(?: a total of)? <n> (?P<t>{en(2)}) (?:between them )?in the ratio (?:of )?{_R}(?: respectively)?",
            rf"(?P<a>{en(2)}) and (?P<b>{en(2)}) are mixed (?:together )?in the ratio (?:of )?{_R}",
            rf"(?P<a>{en(1)}) and (?P<b>{en(1)}) are mixed in the ratio (?:of )?{_R} to (?:make|give|form|get) <n> (?P<u>{_MASS}) of (?:a |the )?{en(2)}",
            rf"(?:a|the|an) {en(2)}(?:has|holds|contains) <n> (?P<a>{en(1)}) and (?P<b>{en(1)}) (?P<t>{en(1)}) in the ratio (?:of )?{_R}", rf"there are <n> (?P<a>{en(1)}) and (?P<b>{en(1)}) (?P<t>{en(1)}) in (?:a|the) {en(1)} in the ratio (?:of )?{_R}",
        ),
        "ask_all": (
            rf"how many(?: {en(2)})? (?:does|do|will) (?:each|they each|each of them|each one|each person|each child|each of the {en(1)}) (?:get|receive|have)",
            r"how (?:long|large|big) (?:is each|are the) (?:piece|part|pieces|parts)", rf"(?:find|what is|give|work out|calculate) the (?:length|size) of each (?:piece|part)(?: in {_LONG})?", r"(?:find|what are|give|work out|calculate) the (?:lengths of the (?:\d )?pieces|(?:\d )?parts)",
            r"how many of each (?:colou?r|kind|sort|type)?(?: are there)?", rf"how (?:much|many) (?P<c>{en(1)}) and how (?:much|many) (?P<d>{en(1)}) {_TO}", rf"how (?:much|many)(?: {_MASS} of)? (?P<c>{en(1)}) and (?P<d>{en(1)}) {_TO}",
        ),
        "ask_one": (rf"how (?:much|many)(?: {_MASS} of)? (?P<c>{en(2)}) (?:is|are) needed (?:to make|for) <n> (?P<u>{_MASS}) of {en(3)}", rf"how long is the {_BIG} (?:piece|part)", rf"(?:find|what is|work out|calculate) the (?:length|size) of the {_BIG} (?:piece|part)", rf"how (?:much|many)(?: {_MASS} of)? (?P<c>{en(2)}) {_TO}"),
    },
)  # fmt: skip
def _parts(s: Story, work: Working) -> None:
    s.only("whole")
    told = {**s.one("whole").values, **{k: v for k, v in s.asked.values.items() if k in "nu"}}
    if "n" not in told or len(s.placed("n", "")) != 1:
        raise Unfit
    names = [told[k].strip() for k in "abh" if k in told]
    asked = [s.asked.values[k].strip() for k in "cd" if k in s.asked.values]
    if "t" not in told:  # of "orange squash and water" the squash
        names, asked = ([w.split()[-1] for w in words] for words in (names, asked))
    asked = [w.removesuffix(f" {told['t'].strip()}") if "t" in told else w for w in asked]
    if not set(asked) <= set(names) or len(set(asked)) != len(asked):
        raise Unfit
    _shares(s, work, told, names, [names.index(a) for a in asked])


_SAYS: Final = {
    "all": ("how many parts there are", "总份数"),
    "one": ("one part", "每份"),
    "part": ("{many} of the parts", "其中的{many}份"),
}  # fmt: skip


def _shares(s: Story, work: Working, told: dict[str, str], names: list[str], asked: list[int]) -> None:
    """One part, then what is asked for; `asked`: which places of the ratio, none for all."""
    ratio = [int(r) for r in re.split(" ?[:：] ?", told["r"])]
    chinese, unit = work.language == "zh", told.get("u", "")
    if (
        not all(ratio)
        or "k" in told
        and counted(told["k"]).value != len(ratio)
        or names
        and len(names) != len(ratio)
    ):
        raise Unfit
    size = s.asked.values.get("size", "")
    if size:
        if size[-2:] == "er" and len(ratio) != 2 or len(set(ratio)) != len(ratio):
            raise Unfit
        asked = [ratio.index(max(ratio) if size[0] in "l大长多" or size[-1] in "大长多" else min(ratio))]
    elif s.question == "one" and len(asked) != 1:
        raise Unfit
    total = num(ratio[0])
    for r in ratio[1:]:
        total = total + num(r)
    whole = value(told["n"])
    part = work.step(_SAYS["one"][chinese], whole / work.step(_SAYS["all"][chinese], total), unit)
    if not unit and part.value.denominator != 1 and told.get("t"):
        raise Unfit
    for i, place in enumerate(asked or range(len(ratio))):
        says = _SAYS["part"][chinese].format(many=ratio[place])
        name = names[place] if names else says
        give = work.give if not i else work.give_also
        give(work.step(says if not names else name, part * num(ratio[place]), unit), unit, name)


_RZ: Final = r"(?P<r>\d{1,3}(?:[:：比]\d{1,3}){1,3})"
_U: Final = "(?:厘米|分米|千米|米|千克|克|吨|升|毫升|公顷|平方米|颗|个|本|张|支|元|块|棵|粒|人|枚|朵)"
_BY: Final = rf"按(?:照)?{_RZ}(?:的比例?)?"
_PART: Final = "(?:份|部分|段|块|堆|组)"


@kind(
    r"\d[:：比]\d",
    "zh",
    {
        "whole": (
            rf"(?:把|将)<n>(?P<u>{_U})?(?:{zh(3)})?{_BY}(?:分成|分|剪成|截成|分为)(?P<k>{CN})(?:个)?{_PART}", rf"(?:把|将)?(?:一|1)[根条](?:长)?<n>(?P<u>{_U})(?:长)?的?{zh(3)}{_BY}(?:分成|剪成|截成|锯成)(?P<k>{CN}){_PART}",
            rf"(?:把|将)?(?:一|1)[根条]{zh(3)}长<n>(?P<u>{_U})[,，]?{_BY}(?:分成|剪成|截成|锯成)(?P<k>{CN}){_PART}",
            rf"(?P<a>{zh(3, 1)})和(?P<b>{zh(3, 1)}){_BY}(?:分配|分)(?:了)?<n>(?P<u>{_U})(?P<t>{zh(3)})",
            rf"(?P<a>{zh(3, 1)})和(?P<b>{zh(3, 1)})一共有<n>(?P<u>{_U}){zh(3)}[,，](?:数量|个数|颗数|本数|它们)?的?比是{_RZ}",
        ),
        "ask_all": (rf"(?:两|2|三|3)?(?:每{_PART}|人|{_PART}|各{_PART})?(?:的)?(?:长)?(?:各|分别|是|为|长|有|分?得到?|分到|应)*(?:多少|几)(?P<w>{_U})?{zh(3)}", rf"(?P<c>{zh(3, 1)})和(?P<d>{zh(3, 1)})各(?:分?得到?|分到|有|是)?(?:多少|几)(?P<w>{_U})?{zh(3)}"),
        "ask_one": (rf"(?:其中)?最(?P<size>[大小长短多少])的?(?:一|1)?{_PART}(?:长)?(?:是|有|为)?(?:多少|几)(?P<w>{_U})?", rf"(?P<c>{zh(3, 1)})(?:应)?(?:分?得到?|分到)(?:多少|几)(?P<w>{_U})?{zh(3)}"),
    },
)  # fmt: skip
def _parts_in_chinese(s: Story, work: Working) -> None:
    s.only("whole")
    told = dict(s.one("whole").values)
    told["r"] = told["r"].replace("比", ":")
    names = [told[k] for k in "ab" if k in told]
    asked = [s.asked.values[k] for k in "cd" if k in s.asked.values]
    if not set(asked) <= set(names) or len({w for w in (told.get("u"), s.asked.values.get("w")) if w}) > 1:
        raise Unfit
    several = re.search("两|2|三|3|每|各|分别", s.text[s.text.rfind(told["r"]) + len(told["r"]) :])
    if not names and s.question == "all" and not several:
        raise Unfit
    _shares(s, work, told, names, [names.index(a) for a in asked])
