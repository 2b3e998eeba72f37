"""The one discount that several together are, in English; in Chinese a discount and then so much off for so much: 打八折后满100减20.

Not read: coupons of a fixed sum for one article of several, offers on the second article.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.kinds import Story, kind, share, zh
from solver.topics.stories.school.task import PERCENT_UNIT
from solver.topics.stories.school.working import Unfit, Working, num

_OFF: Final = r"(?:off|discount|reduction)"
_TWO: Final = rf"(?:successive |consecutive )?(?:discounts? of )?<p>%(?: {_OFF})?,? (?:followed by|and then|then|and) (?:another |a further |an additional |an extra )?<q>%(?: {_OFF})?"
_SINGLE: Final = r"(?:single|one|overall|total|equivalent)(?: single)? (?:percentage )?(?:discount|% off|reduction|discount %)"


@kind(
    r"%",
    "en",
    {
        "two": (rf"(?:a (?:shop|store) (?:gives|offers) |find for )?{_TWO}", rf"(?:the |a )?[a-z]+ (?:is|are) {_TWO}"),
        "ask_single": (rf"(?:what is |what |find |calculate )?(?:the |a )?{_SINGLE} (?:is |that is |which is )?(?:equivalent|equal|the same as|as good as)(?: to| as)? {_TWO}", rf"(?:what is |what |find |calculate )?(?:the |a )?{_SINGLE}(?: (?:is (?:this|that)|is equivalent|is the same|is it))?"),
    },
)  # fmt: skip
def _single_discount(s: Story, work: Working) -> None:
    s.only("two")
    first = work.step("what part is left after the first: 100% is 1", num(1) - share(s.told("p")))
    both = first * work.step("what part of that is left after the second", num(1) - share(s.told("q")))
    left = work.step("what part of the price is left after both", both)
    off = work.step("what part is taken off", num(1) - left)
    work.give(work.step("this in percent", off * num(100)), PERCENT_UNIT, "the single discount")


_FOR: Final = r"(?:再|又|还|可以?|每)*满<f>元?(?:减|立减|返现|少付)<g>元?"


@kind(
    "满",
    "zh",
    {
        "price": (rf"(?:某{zh(4)})?(?:一[件台双套个条]|某[件种])?{zh(5)}(?:原价|标价|定价)(?:为|是)?<m>元(?:的{zh(4)})?", rf"(?:买|购买)?(?:一[件台双套个条])(?:原价|标价|定价)?<m>元的{zh(4)}"),
        "fold": (rf"(?:{zh(6)})?(?:先)?(?:打)?<p>%折(?:后|出售|优惠)?", rf"(?:{zh(6)})?(?:先)?(?:打)?<p>%折(?:后|出售|优惠)?{_FOR}"),
        "for": (rf"(?:{zh(6)})?(?:折后|之后|在此基础上)?{_FOR}(?:元)?",),
        "ask": (rf"(?:这[件台双套个条]{zh(4)})?(?:实际|最后|最终|现在)?(?:要|需要?|应)?(?:付|花|卖|售价|现价)(?:了|是)?(?:多少|几)元?(?:钱)?", rf"(?:买)?(?:这[件台双套个条]{zh(4)})?(?:实际|最后|最终)(?:要|需要?|应)?(?:付|花)(?:了)?(?:多少|几)元?(?:钱)?", rf"(?:买|购买)?(?:一[件台双套个条])(?:原价|标价|定价)?<m>元的{zh(4)}(?:实际|最后|最终)?(?:要|需要?|应)?(?:付|花)(?:了)?(?:多少|几)元(?:钱)?"),
    },
)  # fmt: skip
def _discount_then_less(s: Story, work: Working) -> None:
    """The discount first, then what is taken off for every full sum, or once."""
    s.only("price", "fold", "for")
    if not s.has("f") or len(s.all("fold")) > 1 or re.search("会员|另|第二[件个]|两家|或", s.text):
        raise Unfit
    if re.search("满.*折", s.text):
        raise Unfit  # the other way round, it may come below the sum
    price, limit, less = s.told("m"), s.told("f"), s.told("g")
    if s.has("p"):
        part = work.step("几折就是原价的百分之几十", s.told("p") / num(100))
        price = work.step("打折后的价钱", price * part, "元")
    if price.value < limit.value:
        raise Unfit
    if "每满" in s.text:
        times = work.whole("有几个满减的钱数", price, limit, "个", up=False)
        less = work.step("一共减去", less * times, "元")
    elif price.value >= 2 * limit.value:
        raise Unfit  # whether it is taken off once or twice is not said
    work.give(work.step("再减去满减的钱", price - less, "元"), "元", "实际付的钱")
