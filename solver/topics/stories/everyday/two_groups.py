"""Two groups that overlap, in Chinese: of the whole, both groups, those in both and those in none, three tell the fourth. English: `discrete/set_counts`."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.kinds import Story, kind, value, zh
from solver.topics.stories.school.working import Unfit, Working

_P: Final = "(?:名|个|位)?(?:人|同学|学生|家|户)?"
_DO: Final = "(?:参加|喜欢|会|订|做对|答对|懂|去过|爱|学|选|报|买|有|能|订阅|养|看过|读过|获)(?:了|过)?"
_WHAT: Final = "(?:(?![不没未无也都又既和与])[\u4e00-\u9fffA-Za-z《》]){1,9}?"
_TWO: Final = (
    "(?:两|2|这两|这2)(?:项|样|种|题|个|科|门|者|道题|种都|个小组|项活动|种报纸|种球类|本|样东西|项运动)?"
)
_BOTH_DO: Final = rf"(?:{_TWO}(?:活动|运动|报纸|杂志|小组|题|兴趣小组|比赛)?(?:全)?都{_DO}?(?:的)?|既{_DO}{_WHAT}又{_DO}{_WHAT}(?:的)?|{_DO}{_WHAT}又{_DO}{_WHAT}的|(?:同时){_DO}(?:这)?(?:两|2)(?:项|种|个){zh(4)}的?|{_WHAT}和{_WHAT}都{_DO}(?:的)?|两题全对的|两题都对的)"
_NONE_DO: Final = rf"(?:{_TWO}(?:活动|运动|报纸|杂志|小组|题|兴趣小组|比赛)?(?:都)(?:不|没有?|未){_DO}?(?:的)?|既(?:不|没有?|没){_DO}{_WHAT}(?:又|也)(?:不|没有?|没){_DO}{_WHAT}(?:的)?|{_WHAT}和{_WHAT}都(?:不|没有?|没){_DO}(?:的)?|两题都错的|两题都不对的)"


@kind(
    "都|既|又|同时",
    "zh",
    {
        "whole": (rf"(?:(?![的都不没会订爱])[\u4e00-\u9fff]){{0,10}}?(?:一共|共|全班)?(?:有)?<n>{_P}(?:{zh(4)})?",),
        "one": (rf"(?:其中)?(?:有)?{_DO}(?P<what>{_WHAT})的(?:同学|人|学生)?(?:有)?<a>{_P}", rf"(?:其中)?(?:有)?<a>{_P}{_DO}(?P<what>{_WHAT})"),
        "both": (rf"(?:其中|还有|且|并且)?{_BOTH_DO}(?:同学|人|学生)?(?:有)?<b>{_P}", rf"(?:其中|还有|且|并且)?(?:有)?<b>{_P}{_BOTH_DO}"),
        "none": (rf"(?:其中|还有|另有|另外)?{_NONE_DO}(?:同学|人|学生)?(?:有)?<z>{_P}", rf"(?:其中|还有|另有|另外)?(?:有)?<z>{_P}{_NONE_DO}"),
        "any": (rf"(?:每人|每个人|每个同学|每名学生|所有人|全班同学)(?:都)?(?:至少)(?:{_DO})(?:了)?(?:其中)?(?:的)?(?:一|1)(?:项|样|种|个|科|门){zh(4)}",),
        "ask_both": (rf"(?:那么|问)?{_BOTH_DO}(?:同学|人|学生)?(?:一共|共)?(?:有|是)?(?:多少|几){_P}",),
        "ask_none": (rf"(?:那么|问)?{_NONE_DO}(?:同学|人|学生)?(?:一共|共)?(?:有|是)?(?:多少|几){_P}",),
        "ask_only": (rf"(?:那么|问)?(?:只|仅)(?:有)?{_DO}(?P<only>{_WHAT})(?:的)?(?:同学|人|学生)?(?:有|是)?(?:多少|几){_P}",),
        "ask_whole": (rf"(?:那么|问)?(?:全班|这个班|{zh(4)}班)(?:一共|共)?(?:有)?(?:多少|几){_P}",),
    },
)  # fmt: skip
def _in_chinese(s: Story, work: Working) -> None:
    groups = s.all("one")
    names = [said.values["what"] for said in groups]
    if (
        len(groups) != 2
        or names[0] == names[1]
        or re.search("三[项种个样门]|只[参会喜][^,，。?？]*\\d", s.text)
    ):
        raise Unfit
    a, b = (said.number("a") for said in groups)
    first, second = (value(said.values["a"]) for said in groups)
    told = {"n": s.has("n"), "b": s.has("b"), "z": s.has("z") or bool(s.all("any"))}
    wanted = {"both": "b", "none": "z", "whole": "n"}.get(s.question)
    if wanted is not None and told != {k: k != wanted for k in told} or a < 1 or b < 1:
        raise Unfit
    if s.question == "only":
        _only(s, work, names)
        return
    both = first + second
    if s.question == "both":
        some = (
            s.told("n")
            if not s.has("z")
            else work.step("至少有一项的人数：总人数减去两项都没有的", s.told("n") - s.told("z"), "人")
        )
        work.give(
            work.step("两项相加多出来的就是两项都有的", work.step("两项人数的和", both, "人") - some, "人"),
            "人",
            "两项都有的人数",
        )
        return
    some = work.step("至少有一项的人数：两项都有的数了两次", both - s.told("b"), "人")
    if s.told("b").value > min(first.value, second.value):
        raise Unfit
    if s.question == "none":
        work.give(work.step("总人数减去至少有一项的", s.told("n") - some, "人"), "人", "两项都没有的人数")
    else:
        whole = work.step("加上两项都没有的", some + s.told("z"), "人") if s.has("z") else some
        work.give(whole, "人", "总人数")


def _only(s: Story, work: Working, names: list[str]) -> None:
    """Those in one group alone."""
    name = s.words("only")[0]
    if name not in names:
        raise Unfit
    group = value(s.all("one")[names.index(name)].values["a"])
    if s.has("b"):
        both = s.told("b")
    else:
        if not s.has("n") or not (s.has("z") or s.all("any")):
            raise Unfit
        first, second = (value(said.values["a"]) for said in s.all("one"))
        some = s.told("n") - s.told("z") if s.has("z") else s.told("n")
        both = work.step("两项都有的人数：两项的和减去至少有一项的", first + second - some, "人")
    work.give(work.step("只有这一项的：减去两项都有的", group - both, "人"), "人", "只有这一项的人数")
