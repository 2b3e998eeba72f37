"""A price that is reduced, and another thing whose price is compared with what it now costs: "打折后还比一条裤子贵35元"."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.scenes.scene import Scene, kind
from solver.topics.stories.school.working import Unfit

_SOLD: Final = "(?:出售|销售|促销|优惠|处理|卖出|卖)*"
_AFTER: Final = "(?:(?:打折|折|降价)(?:以|之)?后)"
_PRICE: Final = "(?:的?(?:价格|价钱|售价|价))?"
_FOREIGN: Final = re.compile("会员|送|满|运费|税|利润|成本|进价|折上|再打|又打|先|原价.*原价|平均")


@kind(
    {
        "offer": ("~原价(?:是|为)?<p>元的(?P<x>~)(?:现在|现|正在|正|按|都)*打?<%r>折{sold}(?:后)?",),
        "first": ("(?P<x>~)(?:的)?原价(?:是|为)?<p>元",),
        "off": ("(?:现在|现|活动|期间|促销|节日|店庆|正在|按)*打?<%r>折{sold}(?:后)?",),
        "after": ("{after}",),
        "off_compared": ("(?:现在|现|活动|期间|促销|节日|店庆|正在|按)*打<%r>折{sold}后(?:的)?{price}(?:还|仍然|仍|却)?比(?P<y>~){price}(?:还|仍|要)?(?P<s>贵|便宜|多|少|高|低)(?:了|出)?<d>元",),
        "off_times": ("(?:现在|现|正在|按)*打<%r>折{sold}后(?:的)?{price}(?:正好|恰好|刚好)?(?:是|相当于|等于)(?P<y>~){price}的<k>倍",),
        "compared": ("(?:{after}|现在|现价|这时)?{price}(?:还|仍然|仍|却)?比(?P<y>~){price}(?:还|仍|要)?(?P<s>贵|便宜|多|少|高|低)(?:了|出)?<d>元",),
        "times": ("(?:{after}|现在|现价|这时)?{price}(?:正好|恰好|刚好)?(?:是|相当于|等于)(?P<y>~){price}的<k>倍",),
    },
    {"other": ("(?:这|那|每|一)?(?:$U)?(?P<z>~){price}(?:是|卖|要|需要|需|为|值|售)*<?>(?:钱)?",)},
    sold=_SOLD, after=_AFTER, price=_PRICE,
)  # fmt: skip
def _reduced(s: Scene) -> None:
    if _FOREIGN.search(s.text) or s.asked.unit("?") not in ("元", "钱", "块钱"):
        raise Unfit
    offer = s.maybe("offer") or s.one("first")
    relation = s.all("compared", "times", "off_compared", "off_times")
    if len(relation) != 1 or s.told[-1][1] is not relation[0]:
        raise Unfit
    (other,) = relation
    reductions = [f for f in (*s.all("offer", "off"), other) if f.has("r")]
    if len(reductions) != 1 or len(s.all("offer", "first")) != 1:
        raise Unfit
    thing = other.word("y").removeprefix("一")
    if not thing or s.asked.word("z").removeprefix("一") != thing or thing == offer.word("x"):
        raise Unfit
    now = s.step("打折后的价钱（打几折就是原价的十分之几）", offer["p"] * reductions[0]["r"], "元")
    if other.has("k"):
        term = now / other["k"]
    elif other.word("s") in "贵多高":
        term = now - other["d"]
    else:
        term = now + other["d"]
    if term.value <= 0:
        raise Unfit
    s.give(s.step(f"{thing}的价钱", term, "元"), "元", f"{thing}的价钱")
