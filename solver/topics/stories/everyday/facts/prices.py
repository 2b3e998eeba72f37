"""Prices that change twice, a profit on what was bought, one given free with so many, a tax on what is over."""

from __future__ import annotations

from typing import Final

from solver.topics.stories.everyday.facts.finding import Found, number, story
from solver.topics.stories.school.working import Term, Unfit, Working, num

_HUNDRED: Final = num(100)
_OFF: Final = (
    "打(?:了)?<k>%折(?:销售|出售|促销|优惠)?",
    "按(?:原价|定价|标价)?(?:的)?<k>%折?(?:销售|出售)",
    "按(?:原价|定价|标价)的?<k>%折?(?:销售|出售)",
)
_LESS: Final = ("(?:降价|降低|便宜|下调|下降|降)了?<k>%",)
_MORE: Final = ("(?:涨价|提价|提高|上涨|上调|涨)了?<k>%",)


def _times(f: Found, work: Working, price: Term, unit: str) -> Term:
    """The price after all that is told; factors may stand in any order."""
    for name, says in (("off", "打折后"), ("less", "降价后"), ("more", "涨价后")):
        for told in f.all(name):
            rate = number(told["k"])
            if not 0 < rate.value < 1000 or name != "more" and rate.value >= 100:
                raise Unfit
            part = rate if name == "off" else _HUNDRED - rate if name == "less" else _HUNDRED + rate
            price = work.step(f"{says}的价钱", price * part / _HUNDRED, unit)
    return price


@story(
    "折|%",
    {
        "base": ("(?:原价|原来的?(?:价格|售价)|定价|标价|原售价)(?:是|为|卖)?(?:每[\u4e00-\u9fff])?<p>(?P<u>万元|元)",),
        "off*": _OFF,
        "less*": _LESS,
        "more*": _MORE,
        "ask": ("(?:现在|最后|最终|这时|这件|实际)~(?:价格?|卖|售价|买|付|花|售|需要?|要)~(?:多少|几)(?P<u2>万元|元)", "(?:现价|售价)(?:是|为)?(?:多少|几)(?P<u2>万元|元)"),
    },
    idle="(?:^|(?<=。))每[张件台辆双套](?=[\u4e00-\u9fff]{1,6}\\|)|先|又|再|后|在此基础上?|在(?:这个|打折|第一次降价)(?:价格)?(?:的)?基础上|第[一二]次|过了?[一1]?(?:周|个?月|段时间)",
    never="原价的(?!<)|进价|成本|利润|买.送|满",
)  # fmt: skip
def _twice(f: Found, work: Working) -> None:
    if sum(len(f.all(name)) for name in ("off", "less", "more")) < 2:
        raise Unfit
    unit = f.same("u", "u2")
    work.give(_times(f, work, f["p"], unit), unit, "现在的价钱")


_COST: Final = (
    "(?:进价|成本价?|进货价|购进价)(?:都|均)?(?:是|为)?(?:每[\u4e00-\u9fff])?<c>元",
    "(?:以|按|用)?每[\u4e00-\u9fff]<c>元(?:的价格|的进价)?(?:购进|买进|进货|买入)",
)
_MARKED: Final = (
    "(?:按|加|以)~?<m>%的?(?:利润|利润率)(?:来)?(?:加价|定价|标价|定出价)?",
    "(?:加价|提价|提高|加上)<m>%的?(?:利润)?(?:后|作为|来|进行)?(?:作为)?(?:售价|定价|标价|出售)?",
    "(?:期望|希望|想|预计)~<m>%的利润",
)


@story(
    "利|赚|成本|进价",
    {
        "cost": _COST,
        "marked": _MARKED,
        "off": _OFF,
        "ask": ("(?P<x>获利|赚|利润|盈利)(?:是|为|了)?(?:多少|几)元", "(?P<x>售价|卖价|卖|售)(?:是|为|了|到)?(?:多少|几)元"),
    },
    idle="定价|标价|后来|再|又|后|每[\u4e00-\u9fff]|出售|卖出",
    never="亏|件[^,]{0,4}全|剩|卖出\\d",
)  # fmt: skip
def _profit(f: Found, work: Working) -> None:
    marked = work.step("定价：成本×（1＋利润率）", f["c"] * (_HUNDRED + f["m"]) / _HUNDRED, "元")
    sold = work.step("打折后的售价", marked * f["k"] / _HUNDRED, "元")
    if f.word("x") in ("售价", "卖价", "卖", "售"):
        work.give(sold, "元", "售价")
        return
    work.give(work.step("获利：售价－成本", sold - f["c"], "元"), "元", "获利")


_UNIT: Final = "盒|瓶|包|袋|支|本|个|件|箱|听|罐|块|双|条|张|杯|桶|千克"


@story(
    "买.{1,3}送",
    {
        "offer": (f"买<a:cn>(?:{_UNIT})?(?:就)?(?:赠送|送|赠)<b:cn>(?:{_UNIT})?",),
        "price": (f"(?:每|一|1)(?P<u>{_UNIT})(?:[\u4e00-\u9fff]{{0,6}})?<p>元", f"(?:单价|售价|定价|标价)(?:是|为|都是)?(?:每(?P<u>{_UNIT}))?<p>元(?:[一1每/](?:{_UNIT}))?"),
        "count": (f"(?:需要?|准备|买|要买?|购买|购进|订)~<n>(?P<u2>{_UNIT})",),
        "ask": ("(?:最少|至少|只要|只需|需要?|要|应)~(?:付|花|用)?~(?:多少|几)元",),
    },
    idle="[一1每]律|同一?种|每|搞促销|促销",
    never="比|甲|乙|打|另|如果不|两家",
)  # fmt: skip
def _some_free(f: Found, work: Working) -> None:
    """Each lot of those paid for and those given; what is over is paid, if it is not more than a lot's paid ones."""
    a, b, n = f["a"], f["b"], f["n"]
    if any(t.value.denominator != 1 for t in (a, b, n)):
        raise Unfit
    lot = work.step("每买一次优惠一共得到", a + b)
    lots, rest = divmod(n.value, lot.value)
    paid = num(int(lots)) * a
    if lots:
        work.step(f"可以享受 {lots} 次优惠，得到", num(int(lots)) * lot)
    if rest:
        over = num(int(rest)) if rest <= a.value else a
        paid = paid + over
    pay = work.step("要付钱的数量", paid)
    work.give(work.step("要付的钱", pay * f["p"], "元"), "元", "要付的钱")


@story(
    "超过|超出|高于",
    {
        "rule": ("(?:超过|超出|高于)<a>元(?:的)?(?:的?部分)?,?~(?:按|要?按照?|缴纳?|征收)?~?<k>%(?:的税率)?~?(?:缴纳|缴|交纳?|征收|纳税)?(?:个人所得税)?",),
        "income": ("(?:收入|工资|月薪|奖金|薪金)(?:是|为|有|共)?<b>元",),
        "ask": ("(?:缴纳?|交纳?|纳税|缴税|交税)~(?:多少|几)元",),
    },
    idle="按规定|月收入|[每个]月",
    never="不超过|至|年终",
)  # fmt: skip
def _tax_over(f: Found, work: Working) -> None:
    over = work.step("超过的部分", f["b"] - f["a"], "元")
    work.give(work.step("要缴的税：超过的部分×税率", over * f["k"] / _HUNDRED, "元"), "元", "应缴的税")
