"""Kinds with a method of their own about money and percentages: interest, tax, discounts, what was before a change."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.frames import ASK, MANY, Found, frame
from solver.topics.stories.school.working import Term, Unfit, Working, num

_PUT: Final = "~(?:把|将)?<p>元(?:人民币|压岁钱|零花钱|钱)?存(?:入|进|到|在)?(?:了)?(?:银行|信用社)?,(?:存期|定期|存|存了|期限)?(?:是|为)?(?:<n>|(?P<han>[一二两三四五]))年(?:期)?,"
_RATE: Final = "(?:如果|若)?~年利率(?:是|为|按)?<%r>(?:计算)?,"


@frame(
    f"{_PUT}{_RATE}(?P<what>到期(?:后|时)?|.{{0,4}}年后).{{0,12}}?(?P<q>取回|取出|得到|获得|利息|拿到).{{0,12}}?{MANY}元~",
    f"~{_RATE}{_PUT}(?P<what>到期(?:后|时)?).{{0,12}}?(?P<q>取回|取出|得到|获得|利息|拿到).{{0,12}}?{MANY}元~",
)
def _interest(f: Found, work: Working) -> None:
    years = f["n"] if f.has("n") else num("一二三四五".index(f.word("han").replace("两", "二")) + 1)
    if re.search("税", f.text) or years.value.denominator != 1:
        raise Unfit
    interest = work.step("利息（本金×利率×年数）", f["p"] * f["r"] * years, "元")
    last = f.text.rstrip("，").rsplit("，", 1)[-1]
    only = "利息" in last and not re.search("本金和利息|本息|本金与利息|连本带息|本利", last)
    if not only and not re.search("取回|取出|一共|本息|本金|拿到", last):
        raise Unfit
    give_money(work, interest if only else work.step("本金与利息的和", f["p"] + interest, "元"))


@frame(
    f"~存(?:入|款)?<p>元,~年利率(?:是|为)<%r>,(?:扣除|缴纳|要缴纳|并按)(?:的)?<%t>的?利息税,(?:<n>年|一年)后(?:可|可以)?(?:实际)?(?:取回|得到|可得)?(?P<what>本息|税后利息)(?:共|一共)?{MANY}元",
)
def _taxed_interest(f: Found, work: Working) -> None:
    years = f["n"] if f.has("n") else num(1)
    interest = work.step("利息（本金×利率×年数）", f["p"] * f["r"] * years, "元")
    kept = work.step("扣税后的利息", interest * (num(1) - f["t"]), "元")
    give_money(
        work, kept if f.word("what") == "税后利息" else work.step("本金与税后利息的和", f["p"] + kept, "元")
    )


def give_money(work: Working, term: Term) -> None:
    """An amount of money as the answer."""
    work.give(term, "元", "要求的钱数")


@frame(
    f"~(?:营业额|销售额|收入|利润)(?:是|为|有|达)?<p:u>元?,~按(?:照)?~<%r>(?:的税率)?(?:缴纳|交纳|上缴|纳税|缴)~,~(?:应|要|需要|应该)?(?:缴纳|交纳|上缴|缴|纳)~{MANY}(?P<w>万)?元",
    f"~(?:营业额|销售额|收入|利润)(?:是|为|有|达)?<p:u>元?,~按(?:照)?~<%r>(?:的税率)?(?:缴纳|交纳|上缴|纳税|缴)~,~(?:应|要|需要|应该)?(?:缴纳|交纳|上缴|缴|纳)~税款?{MANY}(?P<w>万)?元",
)
def _tax(f: Found, work: Working) -> None:
    if f.unit("p") != "元":
        raise Unfit
    tax = work.step("税款（应纳税的钱数×税率）", f["p"] * f["r"], "元")
    if f.has("w"):
        tax = work.step("换成万元", tax / num(10000), "万元")
        work.give(tax, "万元", "应缴的税款")
        return
    give_money(work, tax)


@frame(
    f"~(?:工资|收入)(?:是|为)<p>元,(?:扣除|超过|减去)<q>元(?:~)?(?:后)?的部分~按?<%r>的?(?:税率)?(?:缴纳|交纳|缴)~,~(?P<what>税后|缴税后|实际|应缴|应交|要交|需要?缴|缴纳)~{MANY}元"
)
def _income_tax(f: Found, work: Working) -> None:
    over = work.step("超过部分的钱数", f["p"] - f["q"], "元")
    tax = work.step("应缴的税", over * f["r"], "元")
    last = f.text.rstrip("，").rsplit("，", 1)[-1]
    give_money(work, work.step("缴税后的钱数", f["p"] - tax, "元") if re.search("税后|实际得", last) else tax)


@frame(
    f"~<a>元(?:的~)?,(?:~)?(?:首付|先付)(?:了)?<b>元,(?:剩下|余下|其余|剩余)的?(?:钱|部分)?(?:平均)?分<k>个?(?P<u>月|年|期|次|周)(?:付清|还清|付完|还完),(?:平均)?每个?(?P<v>月|年|期|次|周)(?:还)?(?:要|应|需要|需|应该)?(?:付|还){MANY}元"
)
def _instalments(f: Found, work: Working) -> None:
    f.whole("k")
    if f.word("u") != f.word("v"):
        raise Unfit
    rest = work.step("先付以后还要付多少元", f["a"] - f["b"], "元")
    give_money(work, work.step(f"每{f.word('u')}付多少元", rest / f["k"], "元"))


@frame(
    f"(?:一|@)?(?P<box>$U)?{{_X}}(?:一共|共|装有?|里有|有)?<n:u>,(?:整箱|整套|整盒|整包|一箱|一整箱|一整套)?(?:的)?(?:售价|卖|价格|价钱|标价|要)+(?:是|为)?<a>元,(?:如果)?(?:单买|零买|单卖|单独买|零售)(?:时)?(?:一|每|@)?(?P<u>$U)(?:{{_X}})?(?:要|是)?<b>元,(?:买)?(?:一|@)?整?(?:箱|套|盒|包)?{{_X}}比(?:单买|零买|单独买){{_X}}(?:<m>$U)?(?:一共|共|可以)?(?:便宜|节省|省)(?:了)?{MANY}元".replace(
        "{_X}", "(?:[^，\ue000-\uebff]{0,8}?)"
    ),
    f"(?:一|@)?(?P<box>$U)?{{_X}}(?:一共|共|装有?|里有|有)<n:u>,(?:单买)?每(?P<u>$U)(?:{{_X}})?(?:要|是|卖)?<b>元,(?:现在)?(?:整箱|整套|整盒|整包|成套)(?:购买|买|出售|卖|售价)?(?:只要|只需|只卖|要|是|为|卖)?<a>元,(?:买)?(?:一|@)?整?(?:箱|套|盒|包)?{{_X}}比(?:单买|零买|单独买|一{{_X}}一{{_X}}买){{_X}}(?:<m>$U)?(?:一共|共|可以)?(?:便宜|节省|省)(?:了)?{MANY}元".replace(
        "{_X}", "(?:[^，\ue000-\uebff]{0,8}?)"
    ),
)
def _whole_box(f: Found, work: Working) -> None:
    """A box of 24 for 60, one alone for 3."""
    f.whole("n")
    if f.unit("n") != f.word("u") or f.has("m") and f.value("m") != f.value("n"):
        raise Unfit
    alone = work.step(f"单买 {f['n'].tex} {f.unit('n')}要多少元", f["b"] * f["n"], "元")
    give_money(work, work.step("整份买便宜多少元", alone - f["a"], "元"))


# -- discounts and percentages -------------------------------------------------------------------------

_GOODS: Final = "(?:[^，0-9]{0,14}?)"


@frame(
    f"{_GOODS}打<%a>折(?:后|出售)?(?:后)?,?(?:只)?(?:卖|售价|售|价格|现价|是|要|为|需)+<p>元,~打<%b>折(?:出售|销售)?,(?:可以|要|能|应)?(?:卖|售|售价|是|付)*{MANY}元"
)
def _other_discount(f: Found, work: Working) -> None:
    full = work.step("原价", f["p"] / f["a"], "元")
    give_money(work, work.step("打另一个折后的价钱", full * f["b"], "元"))


@frame(
    f"{_GOODS}原价(?:是|为)?<p>元,(?:现|现在)?降价<q>元(?:出售)?,~打(?:了)?{MANY}折~",
    f"{_GOODS}降价<q>元后?出售,~原价(?:是|为)?<p>元,~打(?:了)?{MANY}折~",
)
def _which_discount(f: Found, work: Working) -> None:
    now = work.step("现价", f["p"] - f["q"], "元")
    work.give(work.step("现价是原价的十分之几", now / f["p"] * num(10)), "折", "折扣")


@frame(
    f"{_GOODS}原价(?:是|为)?<p>元,(?:现价|现在|现在只卖|现在卖|现售价)(?:是|为|卖)?<q>元,~打(?:了)?{MANY}折~"
)
def _which_discount_now(f: Found, work: Working) -> None:
    work.give(work.step("现价是原价的十分之几", f["q"] / f["p"] * num(10)), "折", "折扣")


_UP: Final = "涨价|提价|增产|增加|提高|上涨|增长|上升|多|涨了|提高了|增加了"
_DOWN: Final = "降价|减产|减少|降低|下降|下调|节约|降低了|减少了|少"


@frame(
    f"(?:~，)?~(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了)?<%r>(?:后|以后|之后),~(?:是|为|卖|有|达到)<p:u>~,~(?:原来|原价|前|去年|上月|以前|春运前)~{ASK}(?P<z>元|千克|吨|人|台|辆|棵|本)~",
)
def _before_change(f: Found, work: Working) -> None:
    if f.word("z") != f.unit("p"):
        raise Unfit
    part = work.step("现在是原来的几分之几", num(1) + f["r"] if f.has("up") else num(1) - f["r"])
    work.give(work.step("原来是多少", f["p"] / part, f.unit("p")), f.unit("p"), "原来的数量")


@frame(
    f"~(?:去年|上月|上个月|原来|原价|计划|原计划|去年全年)~(?:是|为|有|产|生产|达|收|种|卖|修|养|用)?<p:u>~,~(?:今年|本月|这个月|现在|实际|现价)~比~(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|{_UP}|生产)?<%r>,~(?:今年|本月|这个月|现在|实际|现价)~{ASK}(?P<z>$U)~",
)
def _after_change(f: Found, work: Working) -> None:
    if f.word("z") != f.unit("p"):
        raise Unfit
    part = work.step("后来是原来的几分之几", num(1) + f["r"] if f.has("up") else num(1) - f["r"])
    work.give(work.step("后来是多少", f["p"] * part, f.unit("p")), f.unit("p"), "后来的数量")
