"""A scale without weights: how many weighings are sure to find the one that is lighter, or heavier, than all the others.

Not read: one of which nobody knows whether it is lighter or heavier, two wrong ones, scales with weights.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.kinds import MANY, Story, en, kind, value, zh
from solver.topics.stories.school.working import Unfit, Working, num

_ONE: Final = r"(?:one|1)"
_ALIKE: Final = r"(?:(?:identical|identical-looking|identical looking|similar|seemingly identical|look-?alike|equal looking) )?"
_BALANCE: Final = r"(?:(?:using|with|by using|you have|use|on) )?(?:only )?(?:a |an )?(?:2-pan |2 pan |two-pan |two pan |pan |simple |equal-arm )*(?:balance|balance scales?|scales?|pair of scales)(?: needed)?(?: (?:without|with no|and no) weights)?"
_ODD: Final = r"(?P<way>lighter|heavier|underweight|overweight)"
_C: Final = "(?:个|袋|盒|瓶|枚|颗|粒|块|包|听|件|筒|箱|只|桶)"


@kind(
    r"\bbalance\b|\bscales?\b",
    "en",
    {
        "all": (rf"(?:there are|you have|he has|she has|suppose you have|we have) <n> {_ALIKE}{en(3)}(?:that |which )?(?:all )?(?:look (?:the same|identical|alike)|are identical in appearance)?", rf"(?:among|of|in a set of) <n> {_ALIKE}{en(3)}"),
        "odd": (rf"(?:but |exactly )?{_ONE} ?(?:of (?:them|the {en(2)}|these|which) ?|{en(2)})?(?:is|weighs) (?:slightly |a (?:little|bit) )?{_ODD}(?: than (?:the )?(?:others|rest|other {en(2)}|all the others))?", r"(?:all )?the (?:others|rest|other <m>) (?:all )?(?:weigh|have) (?:exactly )?the same(?: weight| mass)?"),
        "both": (rf"{_ONE} of <n> {_ALIKE}{en(3)}(?:is|weighs) (?:slightly |a (?:little|bit) )?{_ODD}(?: than the (?:others|rest))?",),
        "idle": (_BALANCE,),
        "ask": (
            rf"(?:{_BALANCE} ?,? )?what is the (?:least|smallest|minimum|fewest) number of (?:weighings|times)(?: (?:on|with|using) a (?:balance|scale|pair of scales))? ?(?:that (?:is|are) )?(?:needed |required |sure |certain |guaranteed |necessary |you must use it |to be |for )*(?:to find|to identify|of finding|to guarantee finding)(?: out)? (?:it|the {en(3)}|which(?: one)? (?:it )?is{en(2, 0)})(?: for (?:certain|sure))?",
            rf"(?:{_BALANCE} ?,? )?(?:at least )?how many weighings (?:are|do you|will be|would be) ?(?:needed|need|required|enough|necessary)? ?(?:to (?:be (?:sure|certain) (?:to find|of finding)|find|identify|guarantee finding)) (?:it|the {en(3)})(?: for (?:certain|sure))?",
        ),
    },
)  # fmt: skip
def _weighed(s: Story, work: Working) -> None:
    s.only("all", "odd", "both")
    told = s.one("all", "both")
    odd = [said for said in s.all("odd", "both") if "way" in said.values]
    if (
        len(odd) != 1
        or re.search(r"\bweights\b", s.text)
        and not re.search(r"(?:without|no) weights", s.text)
    ):
        raise Unfit
    _by_threes(work, int(value(told.values["n"]).value))


@kind(
    "天平",
    "zh",
    {
        "all": (rf"(?:有|在)?<n>{_C}{zh(10)}(?:中|里)?",),
        "wrong_of": (rf"(?:有|在)?<n>{_C}{zh(10)}(?:中|里)(?:只)?有(?:一|1){_C}(?:是)?(?:次品|不合格品|不合格的)",),
        "same": (rf"(?:其中)?(?:有)?<m>{_C}(?:的)?(?:质量|重量|外形|一样|完全)?(?:都)?(?:是|为)?(?:相等|相同|一样|一样重|合格|正品|合格品|质量相同|质量相等|正品零件|同样重)",),
        "odd": (
            rf"(?:其中|里面|另)?(?:只)?(?:有)?(?:外)?(?:有)?(?:一|1){_C}(?:是|为)?(?:较|稍|略)(?P<way>轻|重)(?:一些|一点|些)?(?:的)?(?:次品|不合格品)?",
            rf"(?:其中|里面|另)?(?:只)?(?:有)?(?:外)?(?:有)?(?:一|1){_C}(?:较|稍|略)?(?:是|为)?(?:次品|不合格品|不合格的|不合格|质量不足)?(?:,|，)?(?:(?:它|次品)?(?:比|较|稍|略)?(?:其他|其它|正品|合格品|别)?的?(?:零件|球|产品)?(?:稍|略|要)?(?P<way>轻|重)(?:一些|一点|些)|(?:比(?:其他|其它)的)?少了?(?P<few>[几\d]){{1,2}}?[\u4e00-\u9fff]{{1,2}}|质量(?P<less>不足))",
        ),
        "wrong": (rf"(?:其中|里面|另)?(?:只)?(?:有)?(?:外)?(?:有)?(?:一|1){_C}(?:是|为)?(?:次品|不合格品|不合格的|不合格)",),
        "way": (r"(?:这个|它|次品|不合格品)?(?:比|较|稍|略)?(?:其他|其它|正品|合格品|别)?的?(?:零件|球|产品)?(?:稍|略|要)?(?:稍)?(?P<way>轻|重)(?:一些|一点|些)",),
        "ask": (rf"(?:如果|若)?(?:用)?(?:一|1)?(?:架|台)?(?:没有砝码的)?(?:天平)?(?:称)?(?:,|，)?(?:至少|最少)(?:需要|要)?称?(?:\(\)|，，|{MANY})次?(?:,|，)?(?:就|才)?(?:一定)?(?:能|可以)?(?:一定|保证|确保)?(?:能)?(?:找|称)(?:出|到)(?:这|那)?{zh(6)}",),
        "idle": ("用(?:一|1)?(?:架|台)?(?:没有砝码的)?天平(?:来)?称?",),
    },
)  # fmt: skip
def _weighed_in_chinese(s: Story, work: Working) -> None:
    s.only("all", "same", "odd", "wrong", "way", "wrong_of")
    many = int(value(s.one("all", "wrong_of").values["n"]).value)
    same = s.maybe("same")
    odd = s.all("odd", "way")
    if same is not None and int(value(same.values["m"]).value) != many - 1 or len(odd) != 1:
        raise Unfit
    if (odd[0].kind == "way") != bool(s.all("wrong", "wrong_of")) or len(s.all("wrong", "wrong_of")) > 1:
        raise Unfit
    _by_threes(work, many)


def _by_threes(work: Working, many: int) -> None:
    """Each weighing leaves the largest of three parts that are as equal as can be."""
    if not 2 <= many <= 10**6:
        raise Unfit
    times, reached = 0, 1
    while reached < many:
        times, reached = times + 1, reached * 3
    chinese = work.language == "zh"
    work.search(
        "每次把待测物品尽量平均分成三份，称其中两份，就知道次品在哪一份；\\(n\\) 次最多能从 \\(3^n\\) 个里找出来"
        if chinese
        else "split them into three parts that are as equal as possible and weigh two of the parts: this shows in which part it is, so \\(n\\) weighings find one of at most \\(3^n\\)",
        num(many),
        3,
        times,
        "次" if chinese else "weighings",
    )
