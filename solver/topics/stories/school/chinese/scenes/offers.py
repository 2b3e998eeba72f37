"""Stories of an offer like 买五送一: what so many cost at least, what is saved, how many one gets for so much money.

Not read: whether it is told how many were paid or how many were got, gifts of another thing, two offers.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.marks import unit_of
from solver.topics.stories.school.chinese.scenes.scene import Scene, kind
from solver.topics.stories.school.working import Term, Unfit, num

_HAN: Final = "零一二三四五六七八九十"
_N: Final = "[\ue000-\ue7ff]|[一二两三四五六七八九十]"
_OFFER: Final = f"(?:每)?买(?P<a>{_N})(?:$U)?(?:就|可|再)?(?:赠送|免费送|赠|送)(?P<b>{_N})(?:$U)?"


@kind(
    {
        "price": ("(?P<x>~)每(?P<u>$U)(?P<y>~)(?:原价|售价|单价|卖|要|是|为|价格|定价|标价)*<p>元", "(?:一|<one>)(?P<u>$U)(?P<x>~)(?:的)?(?:原价|售价|单价|卖|要|是|为|价格|定价|标价)*<p>元", "(?P<x>~)(?:原价|单价|售价|标价|定价)?<p>元(?:一|每)(?P<u>$U)"),
        "offer": ("(?:现在|现)?~{offer}(?:的|了)?(?:促销|优惠|活动|方式|销售|办法|政策|酬宾|大?)*",),
        "again": ("{offer}",),
        "needs": ("~(?:需要|想要|要买|想买|准备买|打算买|想拿到|要拿到|要得到|想得到|需|要|拿到)<n:u>(?P<z>~)", "~给~<n>(?:名|位|个)~每人(?:发|买|准备|分)?(?P<one_each>一|[\ue000-\ue7ff])(?P<u2>$U)~", "~<n>(?:名|位|个)~(?:每人|人手)(?:发|买|准备|分|要)?(?P<one_each>一|[\ue000-\ue7ff])(?P<u2>$U)~"),
        "money": ("~(?:带|有|用|花|拿)(?:了|着)?<m>元(?:钱)?(?:去)?~",),
    },
    {
        "cost": ("~(?:至少|最少|一共|总共|共|只|实际|应|要|需要|需|得)*(?:要|需要|得)?(?:花|付|用|支付|花费)(?:了|掉)?<?>~", "~(?:至少|最少|一共|总共|共)(?:要|需要)?<?>"),
        "saved": ("~(?:可以|能|可|一共)*(?:节省|省|便宜|少花|少付)(?:了)?<?>~",),
        "got": ("~(?:最多)?(?:可以|能|可)?(?:买到|得到|拿到|买回|买)<?>~",),
    },
    offer=_OFFER,
)  # fmt: skip
def _offers(s: Scene) -> None:
    price, offer = s.one("price"), s.one("offer")
    if re.search("折|减|满|两家|另一家|甲|乙|半价|第二", s.text):
        raise Unfit
    size, free = (_count(offer, key) for key in "ab")
    for again in s.all("again"):
        if (_count(again, "a").value, _count(again, "b").value) != (size.value, free.value):
            raise Unfit
    if price.has("one") and price.value("one") != 1 or size.value < 1 or free.value < 1:
        raise Unfit
    unit, each = unit_of(price.word("u"), ""), price["p"]
    money = s.maybe("money")
    if s.question == "got":
        if money is None or s.all("needs") or s.asked.unit("?") != unit:
            raise Unfit
        paid = s.work.whole(f"这些钱可以付几{unit}", money["m"], each, unit, up=False)
        times = s.work.whole("可以享受几次赠送", paid, size, "次", up=False)
        s.give(s.step("一共可以得到多少", paid + times * free, unit), unit, "可以得到的数量")
        return
    if money is not None:
        raise Unfit
    needs = s.one("needs")
    if needs.has("one_each"):
        word = needs.word("one_each")
        if word != "一" and needs.value("one_each") != 1 or unit_of(needs.word("u2"), "") != unit:
            raise Unfit
    elif needs.unit("n") != unit:
        raise Unfit
    wanted = needs["n"]
    if wanted.value.denominator != 1 or wanted.value < 1:
        raise Unfit
    group = s.step(f"每付 {size.tex} {unit}的钱，一共得到多少{unit}", size + free, unit)
    full = int(wanted.value // group.value)
    rest = int(wanted.value) - full * int(group.value)
    paid = num(full) * size
    if not rest:
        times = s.step("正好是几组", wanted / group, "组")
        paid = s.step(f"要付几{unit}的钱", times * size, unit)
    else:
        times = s.work.whole("够几整组", wanted, group, "组", up=False) if full else num(0)
        more = num(min(rest, int(size.value)))
        says = f"整组要付 {size.tex} {unit}一组，另外 {rest} {unit}还要付 {more.tex} {unit}的钱，一共付几{unit}的钱"
        paid = s.step(says, times * size + more, unit) if full else more
    cost = s.step("要付多少元", each * paid, "元")
    if s.question == "cost":
        s.give(cost, "元", "要付的钱数")
        return
    plain = s.step("没有优惠时要付多少元", each * wanted, "元")
    s.give(s.step("节省多少元", plain - cost, "元"), "元", "节省的钱数")


@kind(
    {
        "price": ("(?P<x>~)(?:原价|售价|单价|标价|定价)?每(?P<u>$U)(?P<y>~)(?:原价|售价|单价|卖|要|是|为|价格|定价|标价)*<p>元", "(?:一|<one>)(?P<u>$U)(?P<x>~)(?:的)?(?:原价|售价|单价|卖|要|是|为|价格|定价|标价)*<p>元", "(?P<x>~)(?:原价|单价|售价|标价|定价)?<p>元(?:一|每)(?P<u>$U)"),
        "deal": ("(?:现在|现)?~满<a>元?(?:就|可|立)?减<b>元?(?:的)?(?:促销|优惠|活动|~)",),
        "needs": ("~(?:需要|想要|要买|想买|准备买|打算买|买了|买)<n:u>(?P<z>~)",),
    },
    {"cost": ("~(?:至少|最少|一共|总共|共|只|实际|应|要|需要|需|得)*(?:花|付|用|支付|花费)(?:了|掉)?<?>~", "~(?:买|需要|想要)<n:u>(?P<z>~)(?:一共|共|要|需要|需|应|实际)*(?:花|付|支付)(?:了)?<?>~")},
)  # fmt: skip
def _reduced(s: Scene) -> None:
    """满300减50, once: all of it costs at least 300 and less than 600."""
    price, deal = s.one("price"), s.one("deal")
    needs = s.maybe("needs") or s.asked
    if (
        re.search("折|送|两家|另一家|甲|乙|半价|第二|每满|上不封顶", s.text)
        or s.asked.has("n")
        and s.all("needs")
    ):
        raise Unfit
    unit = unit_of(price.word("u"), "")
    if not needs.has("n") or needs.unit("n") != unit or price.has("one") and price.value("one") != 1:
        raise Unfit
    total = s.step("按原价一共多少元", price["p"] * needs["n"], "元")
    if not deal.value("a") <= total.value < 2 * deal.value("a") or deal.value("b") >= deal.value("a"):
        raise Unfit
    cost = s.step(f"满 {deal['a'].tex} 元，减去 {deal['b'].tex} 元，要付多少元", total - deal["b"], "元")
    s.give(cost, "元", "要付的钱数")


def _count(f: object, key: str) -> Term:
    word = f.word(key)  # type: ignore[attr-defined]
    if word in _HAN or word == "两":
        return num(2 if word == "两" else _HAN.index(word))
    return num(f.value(key))  # type: ignore[attr-defined]
