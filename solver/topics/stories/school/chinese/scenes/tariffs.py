"""Stories of prices in steps: taxis, water, electricity; of solutions made thinner or stronger; of interest at a bank; of 买三送一.

Not read: three steps, monthly cards, mixtures of two solutions.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.scenes.scene import Scene, kind
from solver.topics.stories.school.working import Term, Unfit, num

_U: Final = "千米|公里|吨|立方米|度|千瓦时|方|分钟|小时"
_WITHIN: Final = "(?:以内|以下|及以内|及以下|内|之内)(?:的|部分)*"


@kind(
    {
        "base": ("~(?:起步价)?<n>(?P<u>{u})(?:{within})(?:是|为)?(?:收费|收|起步价|一律收|付|都是|均为|按)?(?:费)?<a>元~", "~起步价(?:是|为)?<a>元", "~起步价(?:是|为)?<a>元[（(]<n>(?P<u>{u})(?:{within})[）)]"),
        "limit": ("~<n>(?P<u>{u})(?:{within})", "~(?:用水|用电|用水量|用电量|每月用水|每户每月用水)?不超过<n>(?P<u>{u})(?:的)?(?:部分)?"),
        "flat": ("(?:收费|收|按|一律收|起步价)(?:是|为)?<a>元(?:计费|收费)?",),
        "unit": ("(?:按)?每(?P<v>{u})(?:收费|收|按|是|为|水费|电费)*<c>元(?:收费|计费)?",),
        "base_unit": ("~<n>(?P<u>{u})(?:{within})(?:按)?每(?P<v>{u})(?:收费|收|按|是|为)?<c>元~", "~不超过<n>(?P<u>{u})(?:的部分)?(?:按)?每(?P<v>{u})(?:收费|收|按)?<c>元~"),
        "incl": ("(?:包括|包含|含)<n2>(?P<u>{u})",),
        "over": ("(?:超过|超出)(?:<m>(?P<u>{u})(?:后|以上|以外|的|以后)*(?:部分)?|的?部分)(?:的)?(?:按)?每(?:超过|增加)?(?P<one>[\ue000-\ue7ff])?(?P<v>{u})(?:加收|收费|收|加|按|另收|要|是|为)*<b>元(?:收费|计算|计费)?",),
        "up": ("不足<i>(?P<u>{u})(?:的)?(?:部分)?(?:也)?按<j>(?:{u})(?:计算|算|收费|计费)?",),
        "used": ("~(?:乘车|坐车|打车|乘坐~|坐~|行驶|行了|坐了|行|乘|用水|用电|用气|用了|用|是|通话|从~到~有|全长|打了|全程|停车|路程)+(?:了|量是)?<k>(?P<u>{u})(?:的?~)?",),
    },
    {"pay": ("~(?:应该|应|要|需要|需|该)*(?:付|交|缴|缴纳|花|支付|付给~|交纳)?(?:水费|电费|车费|煤气费|费|话费)*<?>~", "~(?:车费|水费|电费|费用)(?:是|要)?<?>")},
    u=_U, within=_WITHIN,
)  # fmt: skip
def _steps_of_price(s: Scene) -> None:
    """Up to a limit one price, above it another."""
    limit = s.maybe("base_unit") or s.maybe("limit") or s.one("base")
    fee = next((f for f in s.all("base") if not f.has("n")), None)  # 起步价10元(3千米以内)
    if not limit.has("n") or len(s.all("base", "limit", "base_unit")) != 1 + (fee is not None):
        raise Unfit
    over, used = s.one("over"), s.one("used")
    incl, rounding = s.maybe("incl"), s.maybe("up")
    unit = limit.word("u")
    n, k = limit["n"], used["k"]
    if over.has("m") and over.value("m") != n.value or incl and incl.value("n2") != n.value or over.has("one") and over.value("one") != 1:  # fmt: skip
        raise Unfit
    if {used.word("u"), over.word("v")} != {unit} or s.asked.unit("?") != "元" or re.search("空驶|等候|另加|附加|返回", s.text):  # fmt: skip
        raise Unfit
    flats, units = s.all("flat"), s.all("unit")
    base: Term | None = (
        limit["a"]
        if limit.has("a")
        else fee["a"]
        if fee is not None
        else flats[0]["a"]
        if len(flats) == 1
        else None
    )
    each: Term | None = limit["c"] if limit.has("c") else units[0]["c"] if len(units) == 1 else None
    if (base is None) == (each is None) or len(flats) + len(units) > 1:
        raise Unfit
    if k.value <= n.value:
        if each is None:
            raise Unfit
        s.give(s.step("没有超过，全部按第一种单价", k * each, "元"), "元", "费用")
        return
    more = s.step(f"超过的部分有多少{unit}", k - n, unit)
    if rounding:
        if rounding.value("i") != 1 or rounding.value("j") != 1:
            raise Unfit
        more = s.work.whole(f"不足 1 {unit}按 1 {unit}算，超过的部分算几{unit}", more, num(1), unit, up=True) if more.value.denominator != 1 else more  # fmt: skip
    elif base is not None and more.value.denominator != 1:
        raise Unfit
    extra = s.step("超过部分的费用", more * over["b"], "元")
    first = base if base is not None else s.step("第一段的费用", n * each, "元")  # type: ignore[operator]
    s.give(s.step("一共的费用", first + extra, "元"), "元", "费用")


_SOLUTION: Final = "盐水|糖水|酒精溶液|溶液|药水|酒精|农药|消毒液|食盐水"


@kind(
    {
        "now": ("~(?:浓度|含盐率|含糖率|含药率|含盐|含糖)(?:是|为)?<%r>的(?P<x>{sol})<n:u>", "~<n:u>(?:浓度|含盐率|含糖率|含盐|含糖)(?:是|为)?<%r>的(?P<x>{sol})", "~(?:浓度|含盐率|含糖率)(?:是|为)?<%r>的(?P<x>{sol})~<n:u>"),
        "wanted": ("~(?:把|将)?(?:它|其|这些~)?(?:稀释|配制|变|配|加浓|调|改配|制)?(?:成|为)(?:浓度|含盐率|含糖率|含药率|含盐|含糖)?(?:是|为)?<%q>的~", "~(?:使|使其|让|使它|要使|要使它)(?:的)?~(?:浓度|含盐率|含糖率)~(?:变为|变成|降低到|降到|降为|达到|提高到|为|变)<%q>", "~(?:浓度|含盐率|含糖率)(?:变为|变成|降低到|降到|降为|达到|提高到)<%q>"),
    },
    {
        "water": ("~(?:加|加入|再加|加进|倒入|兑|添加)+(?:清)?水<?>", "~(?:加|加入|再加|加进|倒入|应加|兑)+<?>(?:清)?水"),
        "salt": ("~(?:加|加入|再加|加进|放)+(?P<y>盐|糖|食盐|药)<?>", "~(?:加|加入|再加|加进|放)+<?>(?P<y>盐|糖|食盐|药)"),
        "boil": ("~(?:蒸发|蒸发掉|去掉)(?:了)?(?:水)?<?>(?:的)?(?:水)?",),
    },
    sol=_SOLUTION,
)  # fmt: skip
def _thinner(s: Scene) -> None:
    """What is in it stays when water comes or goes; the water stays when salt comes."""
    now, wanted, unit = s.one("now"), s.one("wanted"), s.asked.unit("?")
    if now.unit("n") != unit or not 0 < wanted.value("q") < 1 or "再倒" in s.text:
        raise Unfit
    if s.question == "salt":
        water = s.step("水的质量（不变）", now["n"] * (num(1) - now["r"]), unit)
        total = s.step("加入以后溶液的总质量", water / (num(1) - wanted["q"]), unit)
        s.work.give(s.step("加入的质量", total - now["n"], unit), unit, "加入的质量")
        return
    salt = s.step("原来所含的溶质（不变）", now["n"] * now["r"], unit)
    total = s.step("变化以后溶液的总质量", salt / wanted["q"], unit)
    thinner = wanted.value("q") < now.value("r")
    if thinner != (s.question == "water"):
        raise Unfit
    s.work.give(
        s.step("水的变化", total - now["n"] if thinner else now["n"] - total, unit), unit, "要求的质量"
    )


@kind(
    {
        "put": ("~(?:把|将)?<p>元(?:钱|压岁钱|零花钱|人民币|存款)?(?:定期)?存(?:入|进|到|在)?(?:了)?(?:银行|信用社)?(?:(?:定期)?(?:<n>年|(?P<han>[一二两三四五])年(?:期|定期)?))?", "~(?:在银行|到银行|去银行)?存(?:入|了)?(?:银行)?<p>元"),
        "term": ("(?:存期|定期|存|存了|期限|存入)?(?:是|为)?(?:<n>|(?P<han>[一二两三四五]))年(?:期|定期)?",),
        "rate": ("~年利率(?:是|为|按)?<%r>(?:计算)?",),
        "how": ("利息(?:按|＝|=|是|等于)?本金×?(?:年)?利率×?(?:年数|时间|存期)(?:计算)?", "~不计利息税", "~免税"),
    },
    {"all": ("~(?:到期|年后|期满)?~(?:取回|取出|得到|获得|拿到|取得|取|可得|得|应得|领取)+(?P<what>~)<?>(?P<what2>~)", "~(?:本金和利息|本息|利息)(?P<what>~)<?>")},
)  # fmt: skip
def _interest(s: Scene) -> None:
    """Principal by rate by years."""
    put, rate, term = s.one("put"), s.one("rate"), s.maybe("term")
    holders = [f for f in (put, term) if f is not None and (f.has("n") or f.has("han"))]
    if len(holders) != 1 or re.search("税", s.text.replace("不计利息税", "").replace("免税", "")):
        raise Unfit
    years = (
        holders[0]["n"]
        if holders[0].has("n")
        else num("零一二三四五".index(holders[0].word("han").replace("两", "二")))
    )
    interest = s.step("利息＝本金×年利率×年数", put["p"] * rate["r"] * years, "元")
    last = s.asked.text
    if "利息" in last and not re.search("本金|本息|一共|共", last):
        s.give(interest, "元", "利息")
    elif re.search("取回|取出|本息|本金|一共|共|取", last):
        s.give(s.step("本金与利息的和", put["p"] + interest, "元"), "元", "取回的钱数")
    else:
        raise Unfit


_HAN: Final = "零一二三四五六七八九十"


@kind(
    {
        "price": ("~每(?P<u>$U)~?(?:卖|售价|要|是)?<p>元", "~(?:单价|售价|价格|原价)(?:都)?(?:是|为)?(?:每(?P<u>$U))?<p>元"),
        "offer": ("~买(?P<a>[一二三四五六七八九十])送(?P<b>[一二三])~", "~每?买<c>(?P<u1>$U)(?:就)?(?:免费)?送<d>(?P<u2>$U)~"),
        "wants": ("~(?:需要|要买|要|想买|买|准备买|打算买|购买|需)+(?:了)?<n:u>~",),
    },
    {"pay": ("~(?:至少|最少|一共|实际)*(?:要|需要|应|应该|需|只要|只需)?(?:付|花|用|花费)?<?>~",)},
)  # fmt: skip
def _buy_and_get(s: Scene) -> None:
    """Of each full group some are free; what is over is paid."""
    price, offer, wants = s.one("price"), s.one("offer"), s.one("wants")
    if re.search("折|店", s.text.replace("商店", "").replace("书店", "").replace("文具店", "")):
        raise Unfit
    paid, free = (offer["c"], offer["d"]) if offer.has("c") else (num(_HAN.index(offer.word("a"))), num(_HAN.index(offer.word("b"))))  # fmt: skip
    if (
        paid.value < 1
        or paid.value.denominator != 1
        or free.value.denominator != 1
        or wants.value("n").denominator != 1
    ):
        raise Unfit
    n = wants["n"]
    group = s.step("付钱的和送的合起来一组", paid + free)
    rest = n.value % group.value
    if rest > paid.value:
        raise Unfit
    if rest:
        groups = s.work.whole("可以凑成几组", n, group, "组", up=False)
    else:
        groups = s.step("可以凑成几组", n / group, "组")
    if groups.value < 1:
        raise Unfit
    unit = wants.unit("n")
    got = s.step("送的一共有多少", groups * free, unit)
    buy = s.step("要付钱的有多少", n - got, unit)
    s.give(s.step("一共要付多少元", price["p"] * buy, "元"), "元", "要付的钱数")
