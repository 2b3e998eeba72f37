"""Percentages of prices and amounts: first up, then a discount; by how many percent something fell or rose.

Not read: shares of the rest, profit, tax.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.scenes.scene import Scene, kind
from solver.topics.stories.school.working import Term, Unfit, num

_SELL: Final = "(?:出售|销售|卖出|卖|促销|优惠|处理)*"
_UP: Final = "涨价|提价|加价|上涨|涨|提高|上调|升价"
_DOWN: Final = "降价|降低|下降|下调|减价|降|优惠|便宜"


@kind(
    {
        "up": ("~(?:先|再|又|后来|然后|接着|第[一二]次)*(?:按原价|按进价|把原价|价格)?(?:{up})(?:了)?<%r>(?:后)?",),
        "down": ("~(?:先|再|又|后来|然后|接着|第[一二]次)*(?:按原价|价格)?(?:{down})(?:了)?<%r>(?:后)?{sell}",),
        "off": ("~(?:先|再|又|后来|然后|接着|按|现在|节日)*打<%r>折{sell}(?:后)?",),
        "now": ("~(?:价|价格|售价|卖|卖价|现在售价|售价|实际售价|现在卖|现在的价格|这时的售价|最后售价|结果卖)+(?:是|为|了)?<n>元", "(?:现在)?(?:只|仅)?(?:卖|售|要|是|付|花)+(?:了)?<n>元"),
        "was": ("~(?:原价|原来(?:的)?(?:售价|价格|卖))(?:是|为)?<m>元(?:的~)?",),
    },
    {
        "before": ("~(?:原价|原来的?价格|原来的?售价|原来|最初的价格)(?:是|为|卖|售价)*<?>~",),
        "after": ("~(?:现价|现在的?价格|现在的?售价|现在|最后|这时)(?:的)?(?:价格|售价)?(?:是|为|卖|售价|要)*<?>~",),
    },
    up=_UP, down=_DOWN, sell=_SELL,
)  # fmt: skip
def _chain(s: Scene) -> None:
    """Each change is one of the price that it finds."""
    changes = [(name, f) for name, f in s.told if name in ("up", "down", "off")]
    if not 2 <= len(changes) <= 3 or s.asked.unit("?") not in ("元", "钱", "块钱") or re.search("成本|利润|进价|税|满|送|会员|在原价|按原价|原价的基础", s.text):  # fmt: skip
        raise Unfit
    if s.question == "before":
        end = s.one("now")["n"]
        s.only("up", "down", "off", "now")
    else:
        end = s.one("was")["m"]
        s.only("up", "down", "off", "was")
    part: Term | None = None
    for i, (name, f) in enumerate(changes):
        after = f["r"] if name == "off" else num(1) + f["r"] if name == "up" else num(1) - f["r"]
        if not 0 < f.value("r") < 1:
            raise Unfit
        if name != "off":
            after = s.step("把变化前的价钱看作单位 1，变化后是它的几分之几", after)
        part = after if part is None else s.step(f"第 {i + 1} 次变化后是原价的几分之几", part * after)
    assert part is not None
    term = end / part if s.question == "before" else end * part
    s.give(s.step("原价：已知它的几分之几是多少，用除法" if s.question == "before" else "现价", term, "元"), "元", "原价" if s.question == "before" else "现价")  # fmt: skip


_BEFORE: Final = "上个?月|上个?星期|上周|去年|前年|原来|原计划|计划|昨天|第一季度|上半年|以前|过去|一月份?|上学期|上次|改进前|改造前"
_AFTER: Final = "本月|这个月|这月|这个?星期|本周|这周|今年|现在|实际|今天|第二季度|下半年|二月份?|这学期|本学期|这次|改进后|改造后|去年"
_LESS: Final = "节约|节省|降低|减少|下降|降价|便宜|少用|少|减产|缩短|省"
_MORE: Final = "增加|增长|提高|涨价|增产|多用|多|超产|上升|上涨|超额"


@kind(
    {
        "old": ("~(?P<x>{before})~<a:u>~", "~原价(?:是|为)?<a>元(?:的~)?", "~从(?:原来的)?<a:u>(?:下降|降低|降|减少|增加|提高|上涨|涨|增长)到(?:了)?<b:u>~", "~(?:由|从)<a>元(?:降|下降|降低|涨|上涨|提高)(?:到|为|至)(?:了)?<b>元~"),
        "new": ("(?:现在)?(?:降价|涨价|降|涨|提价|降低)(?:到|为|至)(?:了)?<b>元","~(?P<y>{after})~<b:u>~", "(?:售|现)?(?:价|价格|卖)(?:是|为)?<b>元", "(?:现在)(?:只|仅)?(?:卖|售|售价|要|的?价格)(?:是|为)?<b>元", "(?:改进|改造|技术革新)后~<b:u>~"),
    },
    {
        "less": ("~(?:比~)?(?:{less})(?:了)?~(?:百分之几|百分之多少)~",),
        "more": ("~(?:比~)?(?:{more})(?:了)?~(?:百分之几|百分之多少)~",),
    },
    before=_BEFORE, after=_AFTER, less=_LESS, more=_MORE,
)  # fmt: skip
def _by_percent(s: Scene) -> None:
    """The change as a part of what was before."""
    old = s.one("old")
    new = old if old.has("b") else s.one("new")
    s.only(*(("old",) if old.has("b") else ("old", "new")))
    unit = old.unit("a")
    if unit != new.unit("b") or old.has("x") and new.has("y") and old.word("x") == new.word("y"):
        raise Unfit
    asked = s.asked.text
    base = re.search("比(.*?)(?:节约|节省|降|减|下|便宜|少|增|提|涨|多|超|上[升涨]|缩|省)", asked)
    if base and base[1] and not (old.has("x") and re.sub("份|的", "", base[1]) in (old.word("x"), f"{old.word('x')}同期") or base[1] in ("原来", "原价", "以前", "计划", "原计划") and (not old.has("x") or base[1] in old.word("x"))):  # fmt: skip
        raise Unfit
    change = new["b"] - old["a"] if s.question == "more" else old["a"] - new["b"]
    if change.value <= 0:
        raise Unfit
    apart = s.step("相差多少", change, unit)
    s.work.give(s.step("相差的占原来的几分之几", apart / old["a"]), "", "所占的分率")
    s.work.percent = True


@kind(
    {
        "now": ("(?:现价|售价|现在的?(?:售价|价格|价钱)|现在(?:卖|售|只要|只卖)?|卖|只要|只需|只卖|只花|实际(?:付|花)?)(?:了|是|为)?<p>元(?:出售)?", "~(?:现价|售价)(?:是|为)?<p>元"),
        "off": ("~(?:打|按|以)(?:原价的?)?<%r>折(?:后)?(?:出售|销售|优惠|卖出)?~?", "~(?:打|按)<%r>折(?:后)?(?:出售|销售)?(?:后)?(?:现价|售价|卖|只要|只需|只卖|花了|用了|是)+<p>元"),
        "down": ("~(?:现价|售价|价格|现在)?(?:比原价|比原来)(?:降低|便宜|降|下降|减少|低|优惠|降价)(?:了)?<%r>~", "~(?:降价|降低|优惠|下调|打折降价)(?:了)?<%r>(?:后)?(?:出售|销售)?", "~(?:降价|降低|优惠)(?:了)?<%r>(?:后)?(?:出售|销售)?(?:后)?(?:现价|售价|卖|只要|只需|只卖|是)+<p>元"),
        "up": ("~(?:现价|售价|价格|现在)?(?:比原价|比原来)(?:提高|涨价|上涨|涨|高|贵|增加)(?:了)?<%r>~", "~(?:涨价|提价|上涨|提高)(?:了)?<%r>(?:后)?(?:出售|销售)?(?:后)?(?:(?:现价|售价|卖|是)+<p>元)?"),
        "thing": ("(?:一|这|某)?(?:$U)?~",),
    },
    {
        "before": ("~(?:的)?(?:原价|原来的?(?:价格|售价|价钱)|原来(?:卖)?|原售价)(?:是|为)?<?>",),
        "cheaper": ("~(?:比)?(?:原价|原来)?(?:便宜|降低|少|降价)(?:了)?<?>",),
    },
)  # fmt: skip
def _price_before(s: Scene) -> None:
    """The price after one change is a known part of the price before."""
    change = s.all("off", "down", "up")
    prices = [f for _, f in s.told if f.has("p")]
    if len(change) != 1 or len(prices) != 1 or s.asked.unit("?") not in ("元", "") or re.search("又|再|先|进价|成本|利润|每|各|买", s.text):  # fmt: skip
        raise Unfit
    name = next(n for n, f in s.told if f is change[0])
    rate, now = change[0]["r"], prices[0]["p"]
    if not 0 < rate.value < (1 if name != "up" else 10):
        raise Unfit
    if name == "off":
        part = rate
    elif name == "down":
        part = s.step("现价是原价的几分之几（原价看作 1）", num(1) - rate)
    else:
        part = s.step("现价是原价的几分之几（原价看作 1）", num(1) + rate)
    before = s.step("原价＝现价÷现价占原价的几分之几", now / part, "元")
    if s.question == "cheaper":
        before = s.step("便宜了多少", before - now, "元")
        s.work.give(before, "元", "便宜的钱数")
    else:
        s.work.give(before, "元", "原价")
