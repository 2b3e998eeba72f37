"""A price through mark-ups, discounts, tax and tips; what is earned on it; lots bought and sold. Not read: coupons, offers, several articles on one bill."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.clauses import Said
from solver.topics.stories.everyday.kinds import MONEY, Story, en, kind, share, value, zh
from solver.topics.stories.school.task import PERCENT_UNIT
from solver.topics.stories.school.working import Term, Unfit, Working, num

_PRICED: Final = rf"(?:(?:that |which )?(?:is |was )?(?:normally |usually |regularly |originally )?(?:costs?|priced at|sells for|sold for|is sold for|has a (?:list |regular |retail |marked )?price(?: tag)? of|has a price tag of|with a (?:list |regular |marked )?price(?: tag)? of|marked at|comes? to|came to|is|was)) {MONEY}"
_OFF: Final = r"(?:(?:is|are|was) )?(?:now )?(?:(?P<by>(?:marked(?: down)?|on sale|reduced|discounted)(?: by| for| at)?) )?(?:a |an )?<p>%(?(by)(?: off| discount)?|(?: off| discount))"
_IN: Final = (
    rf"(?:(?:in|during|at|for) (?:an? |the |its )?(?:(?:first|second|last|final|next) )?{en(2)} ?,? ?)?"
)
_TAX: Final = r"(?:sales tax|tax|vat|gst)"
_ON: Final = (
    rf"(?: (?:on|to|off) (?:the |it|this)?(?:sale |discounted |reduced |final |marked |list )?{en(2, 0)})?"
)
_IN_ALL: Final = r"(?: (?:altogether|in total|in all|with tax|including (?:the )?tax|after tax|now|for it|for (?:the|a) [a-z]+))?"


@kind(
    r"%",
    "en",
    {
        "price": (rf"(?:an? |the )?{en(5)} ?{_PRICED}", rf"the (?:regular |original |list |normal |usual |marked |retail )?price of {en(3)} (?:is|was) {MONEY}", rf"(?:an? )?{MONEY} {en(2)}", rf"{en(2)} {MONEY}", rf"{en(3)} (?:buys?|bought|orders?|ordered|picks?|chooses) {en(3)} {_PRICED}"),
        "price_down": (rf"(?:an? |the )?{en(4)} ?{_PRICED} {_OFF}", rf"(?:an? )?{MONEY} {en(2)} {_OFF}",),
        "price_tax": (rf"(?:an? |the )?{en(4)} ?{_PRICED} (?:plus|with) (?P<t>\d+(?:\.\d+)?)% {_TAX}",),
        "cost": (rf"{en(4)} (?:buys?|bought) {en(3)} (?:for|at) {MONEY}", rf"{en(3)} costs (?:the |a )?(?:store|shop|dealer|shopkeeper|merchant|retailer) {MONEY}", rf"the cost(?: price)? of {en(3)} (?:is|was) {MONEY}"),
        "down": (rf"(?:it|they|the {en(2)}|{en(4)}) {_OFF}", rf"(?:then )?(?:by )?(?:a |an )?(?:further|another|additional|extra) <p>%(?: off| discount| reduction)?{_ON}", rf"<p>% off{_ON}", rf"(?:{en(4)} )?(?:gets?|got|receives?|offers?|gives?|takes|has|had|is having|is offering|allows?|is given) (?:him |her |you |them )?(?:a |an )?<p>%(?: off| discount)?(?: sale)?{_ON}", r"(?:allows|gives|offers) a discount of <p>%", r"(?:with|after) (?:a|an) <p>% (?:discount|reduction)", rf"(?:{en(4)} )?sells? (?:it|them|{en(3)}) at (?:a )?<p>% (?:off|discount)", r"(?:a )?<p>% discount", rf"{_IN}(?:it|(?:the|its)(?: sale)? price) (?:is|was) (?:then |further )?(?:reduced|lowered|cut|decreased|marked down)(?: again| further)? by (?:a further |another )?<p>%", rf"{_IN}(?:a |an )?(?:further|another|additional|extra)? ?<p>%(?: discount| reduction)? (?:is|was) (?:then )?(?:taken off|given on|knocked off)(?: the (?:sale |reduced |new |discounted |marked )?price)?(?: again)?", r"(?:was )?(?:reduced|lowered|decreased) by <p>%"),
        "up": (rf"(?:{en(3)} )?(?:marks?|marked) (?:it|them|the price|{en(3)}) up by <p>%", rf"(?:{en(3)} )?(?:marks?|marked) up (?:the price|it|{en(2)}) (?:by )?<p>%", rf"(?:{en(3)} )?(?:marks?|marked) (?:it|the price|his goods|her goods|{en(3)}) (?:at )?<p>% above (?:the |its )?cost(?: price)?", r"(?:it|the price) (?:is|was) (?:raised|increased|marked up) by <p>%", r"(?:was )?(?:raised|increased) by <p>%"),
        "tax": (rf"(?:the )?{_TAX}(?: rate)? (?:is|of|at) <p>%", rf"(?:(?:an? )?(?:additional )?<p>% {_TAX}(?: is| was)? ?(?:then )?(?:added|charged|applied|due)?{_ON})", rf"with (?:an? )?<p>% {_TAX}", rf"(?:{en(3)} )?(?:pays?|adds?|charges?|paid) (?:a |an )?<p>% (?:in )?{_TAX}{_ON}", rf"plus <p>% {_TAX}"),
        "tip": (rf"(?:{en(3)}|they|he|she) (?:leaves?|left|adds?|added|gives?|gave|pays?) (?:a |an )?<p>% tip",),
        "ask_total": (rf"(?:what is|find|calculate) the (?:total|final)(?: price| cost| bill| amount)?(?: of)?(?: {en(2)})?{_IN_ALL}", rf"how much (?:does|do|did|will|must|should|would) (?:you|he|she|they|the|{en(3)})(?: {en(2)})? ?(?:pay|cost|spend|have to pay){_IN_ALL}", rf"what does (?:the )?{en(2)} pay{_IN_ALL}", rf"how much is paid{_IN_ALL}", rf"what (?:was|is) the total (?:bill|cost|price){_IN_ALL}", r"what is the (?:price|cost) now"),
        "ask_whole": (rf"what is the (?:total|final) (?:cost|price) of (?:a |an |the )?{MONEY} {en(2)} (?:with|including|plus|after) (?P<t>\d+(?:\.\d+)?)% {_TAX}",),
        "ask_price": (r"(?:(?:what is|find|calculate|what's) the )?(?:new |final |sale )?price", r"how much is it(?: now)?", rf"(?:what is|what was|find|calculate|work out) the (?:final |new |sale |reduced )?price(?: of the {en(2)})?(?: (?:now|at the end|in (?:the|its) (?:last|final) {en(1)}|after (?:both|the two|these 2|the 2) (?:reductions|discounts|cuts)))?", rf"how much (?:does|did) the {en(2)} ?cost (?:now|at the end|in the (?:last|final) {en(1)}|after (?:both|the 2) (?:reductions|discounts))", r"(?:what is|find|calculate|what was) the (?:sale|selling|discounted|reduced|final selling) price(?: of the [a-z]+)?", rf"(?:what is|find) the sale price of (?:a |an |the )?{en(2)} ?{_PRICED}", r"for how much (?:is it|does he|does she) sold?"),
        "ask_saved": (r"how much (?:is|was|money is) saved", rf"how much (?:money )?(?:does|do|did|will) (?:you|he|she|{en(3)}) save", r"(?:what is|how much is) the (?:discount|saving)(?: in dollars)?"),
        "ask_profit": (rf"how much profit (?:does|did|will) (?:he|she|it|they|{en(3)}) make", r"what (?:is|was) (?:the|his|her|its|their) profit", rf"what profit (?:does|did) (?:he|she|it|they|{en(3)}) make", r"find (?:the|his|her) profit"),
        "ask_profit_percent": (r"what (?:is|was) (?:the|his|her|its) (?:profit %|% profit|profit percentage|percentage profit)", r"find (?:the|his|her) (?:profit %|% profit|profit percentage|percentage profit)"),
    },
)  # fmt: skip
def _price_in_english(s: Story, work: Working) -> None:
    changes = [(said.kind, value(said.values["p"])) for said in s.said if "p" in said.values]
    changes = [("down" if k in ("price_down",) else k, p) for k, p in changes]
    if s.has("t"):
        changes.append(("tax", s.told("t")))
    costs, prices = s.all("cost"), [said for said in s.said if "m" in said.values and said.kind != "cost"]
    if len(costs) > 1 or len(prices) > 1 or costs and prices or len(changes) > 3 or not changes:
        raise Unfit
    if (
        re.search(r"\b(?:each|per|apiece|coupon|members?)\b|\$?\d+ off\b", s.text)
        or not costs
        and s.all("up")
        and not prices
        and s.question != "profit_percent"
    ):
        raise Unfit
    money = "dollars" if "$" in s.text else ""
    taxed = any(k in ("tax", "tip") for k, _ in changes)
    if s.question == "price" and taxed or s.question == "saved" and (len(changes) != 1 or not prices):
        raise Unfit
    if s.question == "profit_percent":
        if prices or costs or [k for k, _ in changes] != ["up", "down"]:
            raise Unfit
        part = _factor(work, changes)
        gain = work.step("how much more than the cost that is", part - num(1))
        work.give(work.step("this in percent", gain * num(100)), PERCENT_UNIT, "the profit")
        return
    if (
        s.question == "profit"
        and (not costs or taxed or not any(k == "up" for k, _ in changes))
        or s.question in ("total", "whole")
        and costs
    ):
        raise Unfit
    told = (costs or prices)[0]
    start = value(told.values["m"])
    if s.question == "saved":
        if changes[0][0] != "down":
            raise Unfit
        work.give(
            work.step("this part of the price", start * share(changes[0][1]), money), money, "what is saved"
        )
        return
    now = start
    says = {
        "down": "the price after the discount",
        "up": "the price after the increase",
        "tax": "the price with the tax",
        "tip": "the amount with the tip",
    }
    for k, p in changes:
        part = num(1) - share(p) if k == "down" else num(1) + share(p)
        now = work.step(
            says[k], now * work.step("100% is 1: what part of the amount before it is", part), money
        )
    if s.question == "profit":
        now = work.step("the profit: what it is sold for, less what it cost", now - start, money)
    work.give(now, money, "the profit" if s.question == "profit" else "the amount")


def _factor(
    work: Working,
    changes: list[tuple[str, Term]],
    says: str = "what part of the first amount that is",
    one: str = "100% is 1: what part of the amount before it is",
) -> Term:
    part: Term | None = None
    for k, p in changes:
        change = share(p) if k == "fold" else num(1) - share(p) if k == "down" else num(1) + share(p)
        if k != "fold":
            change = work.step(one, change)
        part = change if part is None else work.step(says, part * change)
    assert part is not None
    return part


_COST: Final = "(?:进价|成本价?|进货价|买价)"
_GAIN: Final = "(?:(?:一共|共)?得利润|赚了?|获利|盈利|可以赚|能赚|可赚|可获利|赚到|获得利润|仍获利|仍可获利|仍能获利|仍赚|还赚)"
_SELL: Final = "(?:出售|卖出|销售|售出|卖|优惠卖出|优惠出售|优惠销售|优惠)?"


@kind(
    "%",
    "zh",
    {
        "cost": (rf"{zh(10)}{_COST}(?:为|是)?(?:每[件个台双]?)?<c>元(?:的{zh(6)})?",),
        "cost_up": (rf"{zh(8)}(?:将|把)?{_COST}(?:为|是)?<c>元的{zh(4)}(?:提高|加价)<p>%后?[,，]?(?:再|又)?(?:按|以)?打?<pf>%折{_SELL}", rf"{zh(8)}(?:将|把)?{_COST}(?:为|是)?<c>元的{zh(4)}(?:提高|加价)<p>%后?(?:标价|定价)?",),
        "up": (rf"{zh(6)}(?:先)?(?:按照?|以)(?:期望)?(?:获得)?<p>%的(?:期望)?利润率?(?:来)?(?:定价|标价|加价)", r"(?:先)?(?:提价|涨价)(?:了)?<p>%(?:后|之后)?[,，]?(?:又|再|后来)(?:降价|下调)(?:了)?<pd>%", rf"{zh(5)}先?(?:按|在)?(?:{_COST})?(?:的基础上)?(?:提高|加价|提价|加)(?:了)?<p>%(?:后)?(?:标价|定价|作为标价|作为定价)?", rf"{zh(8)}(?:按|在)?{_COST}(?:的基础上)?(?:提高|加价|提价|加)(?:了)?<p>%(?:后)?(?:标价|定价)?"),
        "fold": (rf"{zh(4)}(?:再|又|然后|后来|再按|并|为了促销|现)?(?:按|以)?(?:标价|定价|售价)?(?:的)?(?:打)?(?:<p>%折){_SELL}", rf"(?:再|又|然后|后来)?(?:按|以)?(?:标价|定价)的<p>%{_SELL}"),
        "down": (rf"(?:再|又|然后|后来)?{zh(2)}(?:降价|下降|优惠|便宜)(?:了)?<p>%{_SELL}",),
        "price": (rf"{zh(10)}(?:原价|标价|定价)(?:为|是)?<m>元(?:的{zh(4)})?",),
        "sold": (rf"{zh(4)}(?:售价|卖价|卖出价|现价)(?:为|是)?<s>元", r"(?:以)?(?:卖了?|卖)?<s>元(?:的价格)?(?:卖出|卖了|出售|售出|卖掉)?"),
        "loss": (r"(?:结果|这样)?(?:每[件个台])?(?:要)?(?:亏损?|赔)了?<g>元",),
        "gain": (rf"(?:结果|这样)?(?:每[件个台])?{zh(2)}{_GAIN}<g>元",),
        "wants": (r"(?:仍然|仍|还|依然|结果)?(?:可以?|能)?(?:获利|盈利|赚了?|获得)<q>%(?:的利润)?", rf"{zh(5)}(?:想|要)(?:使利润率为|获利|盈利|赚|获得)<q>%(?:的利润)?",),
        "saves": (r"(?:后)?便宜了<e>元",),
        "fold_saves": (rf"{zh(6)}打<p>%折(?:后|出售)?便宜了<e>元",),
        "fold_now": (rf"{zh(8)}(?:打)?<p>%折(?:后|出售)(?:后)?(?:售价|卖|只要|现价|价格)?(?:是|为)?<s>元",),
        "down_now": (rf"{zh(8)}(?P<k>降价|涨价|提价)<p>%(?:后|以后|之后)(?:的)?(?:售价|卖|只要|现价|价格)?(?:是|为)?<s>元",),
        "ask_gain": (rf"(?:卖出|售出|卖)?这[件个台双套]{zh(3)}(?:实际|最后|最终|可以|能|共)*(?:赚|获利|盈利)(?:了)?(?:多少|几)元(?:钱)?", r"(?:商店|商家|老板)?(?:实际|最后|最终)(?:每[件个台双套])?(?:赚|获利|盈利)(?:了)?(?:多少|几)元(?:钱)?", rf"(?:这样)?(?:每?(?:卖出|售出|出售|卖)(?:了)?)?(?:[每这一][件个台双套]{zh(3)})?(?:可以|能|可|会|一共)?(?:赚|获利|盈利)(?:了)?(?:多少元?|几元)(?:钱)?", rf"{zh(6)}(?:的)?利润(?:是|为)(?:多少|几)元?"),
        "ask_loss": (r"(?:这样)?(?:每[件个台])?(?:要|会)?(?:亏损?|赔)了?(?:多少|几)元(?:钱)?",),
        "ask_rate": (rf"{zh(4)}(?:的)?利润率(?:是|为)(?:多少|百分之几)", r"(?:赚|获利|盈利)了?百分之几"),
        "ask_sold": (rf"{zh(4)}(?:实际)?(?:售价|现价|卖价)(?:是|为|卖)?(?:多少|几)元", r"(?:应|应该)?(?:定价|卖|售价)(?:是|为)?(?:多少|几)元", r"现在?的?(?:价格|售价|卖)?(?:是|为)?(?:多少|几)元"),
        "ask_cost": (rf"{zh(6)}(?:的)?{_COST}(?:是|为)?(?:多少|几)元",),
        "ask_price": (rf"{zh(6)}(?:的)?(?:原价|标价|定价)(?:是|为)?(?:多少|几)(?:元|钱)?", rf"{zh(6)}原来?(?:的)?(?:价格|售价)?(?:是|为|卖)?(?:多少|几)(?:元|钱)?"),
    },
)  # fmt: skip
def _price_in_chinese(s: Story, work: Working) -> None:
    if re.search("会员|税|满|送|另|第二[件个]|两[件台个]|共[有卖]", s.text):
        raise Unfit
    changes = [change for f in s.said for change in _changes(f)]
    if len(changes) > 3:
        raise Unfit
    bases = [n for n in "cm" if s.has(n)]
    match s.question:
        case "gain" | "loss" | "rate" | "sold" if not s.has("s"):
            _sold_in_chinese(s, work, changes, bases)
        case "rate" if s.has("c") and not changes:
            gain = work.step("利润＝售价－进价", s.told("s") - s.told("c"), "元")
            _rate_in_chinese(work, gain / s.told("c"))
        case "cost" | "price" if s.has("g") and not bases and len(changes) > 1 and changes[0][0] == "up":
            _cost_in_chinese(s, work, changes)
        case "cost" if (
            bases == ["m"]
            and s.has("q")
            and changes
            and not (s.has("g") or s.has("s") or s.has("e"))
            and "up" not in dict(changes)
        ):
            now = work.step("售价", s.told("m") * _factor(work, changes, *_SAYS_ZH), "元")
            part = work.step("售价占进价的几分之几", num(1) + share(s.told("q")))
            work.give(work.step("进价＝售价÷所占的分率", now / part, "元"), "元", "进价")
        case "price" if (
            not bases
            and s.has("s") != s.has("e")
            and (
                len(changes) == 1
                or s.has("s")
                and len(changes) == 2
                and re.search("原价|原来", s.text)
                and not s.has("g")
            )
        ):
            _before_in_chinese(s, work, changes)
        case _:
            raise Unfit


def _changes(said: Said) -> list[tuple[str, Term]]:
    """What a clause changes of the price, by so many percent."""
    found: list[tuple[str, Term]] = []
    if "p" in said.values:
        up = "up" in said.kind or said.values.get("k") in ("涨价", "提价")
        found.append(("up" if up else "fold" if "fold" in said.kind else "down", value(said.values["p"])))
    found += [
        (kind, value(said.values[n])) for n, kind in (("pf", "fold"), ("pd", "down")) if n in said.values
    ]
    return found


def _cost_in_chinese(s: Story, work: Working, changes: list[tuple[str, Term]]) -> None:
    """The cost, or the marked price made of it, from the profit or the loss."""
    if s.has("q") or s.has("e") or s.has("s"):
        raise Unfit
    part = _factor(work, changes, *_SAYS_ZH)
    if s.all("loss"):
        gained = work.step("亏损占进价的几分之几", num(1) - part)
        cost = work.step("进价＝亏损÷亏损所占的分率", s.told("g") / gained, "元")
    else:
        gained = work.step("利润占进价的几分之几", part - num(1))
        cost = work.step("进价＝利润÷利润所占的分率", s.told("g") / gained, "元")
    if s.question == "cost":
        work.give(cost, "元", "进价")
    elif re.search("原价|原来", s.text):
        raise Unfit
    else:
        marked = work.step(_SAYS_ZH[1], num(1) + share(changes[0][1]))
        work.give(work.step("定价＝进价×（1＋提高的百分率）", cost * marked, "元"), "元", "定价")


_SAYS_ZH: Final = ("现在是原来的几分之几", "把变化前的价钱看作单位 1")


def _sold_in_chinese(s: Story, work: Working, changes: list[tuple[str, Term]], bases: list[str]) -> None:
    """What it is sold for, and the profit or its rate, where that is not told."""
    ask, marked = s.question, s.has("c") and changes and changes[0][0] == "up"
    if s.has("q") and ask == "sold" and not changes and bases == ["c"]:
        part = work.step(_SAYS_ZH[1], num(1) + share(s.told("q")))
        work.give(work.step("定价＝进价×（1＋利润率）", s.told("c") * part), "元", "定价")
        return
    told_otherwise = s.has("g") or s.has("q") or s.has("e")
    if not changes or told_otherwise or len(bases) != 1 or ((ask != "sold" or bases == ["c"]) and not marked):
        raise Unfit
    part = _factor(work, changes, *_SAYS_ZH)
    if ask == "rate":
        _rate_in_chinese(work, part - num(1))
        return
    now = work.step("售价", s.told(bases[0]) * part, "元")
    if ask == "sold":
        work.give(now, "元", "售价")
    elif ask == "loss":
        work.give(work.step("亏损＝进价－售价", s.told("c") - now, "元"), "元", "亏损")
    else:
        work.give(work.step("利润＝售价－进价", now - s.told("c"), "元"), "元", "利润")


def _rate_in_chinese(work: Working, part: Term) -> None:
    """The profit as a part of the cost, in percent."""
    rate = work.step("利润占进价的几分之几", part) * num(100)
    work.give(work.step("化成百分数", rate), PERCENT_UNIT, "利润率")


def _before_in_chinese(s: Story, work: Working, changes: list[tuple[str, Term]]) -> None:
    """The price before a change, from the one after it or from what is saved."""
    part = _factor(work, changes, *_SAYS_ZH)
    if not s.has("e"):
        work.give(work.step("原价＝现价÷所占的分率", s.told("s") / part, "元"), "元", "原价")
        return
    if changes[0][0] != "fold":
        raise Unfit
    lost = work.step("便宜的占原价的几分之几", num(1) - part)
    work.give(work.step("原价＝便宜的钱数÷所占的分率", s.told("e") / lost, "元"), "元", "原价")


_EACH: Final = r"(?: (?:each|apiece|per [a-z]+|a piece|an? [a-z]+))"
_OF_THEM: Final = rf"(?: (?:of (?:them|the {en(2)}|these)|{en(1)}))?"


@kind(
    r"profit|earn|make",
    "en",
    {
        "buys": (rf"{en(4)} (?:buys?|bought|purchases|purchased) <n> {en(2)} (?:for|at)(?: a cost of)? (?:[$£€])?<c>(?: dollars)?{_EACH}", rf"{en(4)} (?:buys?|bought) <n> {en(2)} for (?:a total of )?(?:[$£€])?<w>(?: dollars)?"),
        "sells": (rf"(?:he|she|it|they|{en(3)})? ?(?:then )?(?:sells?|sold) <a>{_OF_THEM} (?:for|at) (?:[$£€])?<p>(?: dollars)?{_EACH}",),
        "both": (rf"(?:he|she|it|they|{en(3)})? ?(?:sells?|sold) <a>{_OF_THEM} (?:for|at) (?:[$£€])?<p>(?: dollars)?{_EACH} and (?:then )?(?:sells )?the (?:rest|(?:remaining|other)(?: <b>)?(?: {en(1)})?)(?: (?:for|at) (?:[$£€])?<q>(?: dollars)?{_EACH})",),
        "rest": (rf"(?:and )?(?:then )?(?:sells |sold )?(?:the (?:rest|others|(?:remaining|other)(?: <b>)?(?: {en(1)})?))(?: (?:for|at) (?:[$£€])?<q>(?: dollars)?{_EACH})",),
        "sells_all": (rf"(?:he|she|it|they)? ?(?:sells?|sold) (?:them|them all|all of them|all the {en(1)}|every 1|all)(?: all)? (?:for|at) (?:[$£€])?<p>(?: dollars)?{_EACH}",),
        "waste": (rf"(?:but )?<x>(?: of (?:them|the {en(1)})| {en(1)})? (?:are|were|was) (?:rotten|broken|bad|spoiled|damaged)(?: and (?:are )?thrown away)?", r"the rest (?:cannot|can't|could not) be sold"),
        "sells_rest": (rf"(?:and )?(?:he|she|it)? ?(?:sells|sold) the (?:rest|others)(?: {en(1)})? (?:for|at) (?:[$£€])?<p>(?: dollars)?{_EACH}",),
        "ask": (r"what (?:is|was) (?:his|her|its|the|their) (?:total )?profit", rf"how much profit (?:does|did|will) (?:he|she|it|they|{en(3)}) make", r"what profit (?:does|did) (?:he|she|it|they) make(?: altogether| in all| in total)?", r"how much does (?:he|she|it) (?:make in profit|earn|make)", r"(?:find|calculate) (?:his|her|the) (?:total )?profit"),
    },
)  # fmt: skip
def _lots(s: Story, work: Working) -> None:
    """What all lots are sold for, less what all cost."""
    money = "dollars" if "$" in s.text else ""
    many = s.told("n")
    cost = s.told("w") if s.has("w") else work.step("what all of them cost", many * s.told("c"), money)
    waste = s.maybe("waste")
    if waste is not None and waste.values.get("x") is None:
        waste_count = work.step("how many are not sold", many - s.told("a"))
        taken = work.step("what the others bring", s.told("a") * s.told("p"), money)
        s.only("buys", "sells", "waste")
        if waste_count.value <= 0:
            raise Unfit
    elif waste is not None:
        s.only("buys", "waste", "sells_rest")
        left = work.step("how many are sold", many - s.told("x"))
        taken = work.step("what they bring", left * s.told("p"), money)
    elif s.all("sells_all"):
        s.only("buys", "sells_all")
        taken = work.step("what they are sold for", many * s.told("p"), money)
    else:
        s.only("buys", "sells", "both", "rest", "sells_rest")
        if s.all("both") and (s.all("sells") or s.all("rest")) or s.all("sells_rest"):
            raise Unfit
        first = work.step("what the first ones bring", s.told("a") * s.told("p"), money)
        rest = work.step("how many are left", many - s.told("a"))
        if rest.value <= 0 or s.has("b") and s.told("b").value != rest.value:
            raise Unfit
        taken = work.step(
            "what all bring", first + work.step("what the rest brings", rest * s.told("q"), money), money
        )
    work.give(
        work.step("the profit: what they bring, less what they cost", taken - cost, money),
        money,
        "the profit",
    )


@kind(
    "[赚利]",
    "zh",
    {
        "buys": (rf"{zh(8)}(?:以|用)?每(?P<u>[\u4e00-\u9fff]{{1,2}}?)<c>元的?(?:价格|单价)?(?:购进|进|买进|买来|买|批发)了?<n>(?:[\u4e00-\u9fff]{{1,2}}?){zh(5)}", rf"{zh(6)}(?:以|用)?<c>元(?:一|1)(?P<u>[\u4e00-\u9fff])的?(?:价格|单价)?(?:购进|买进|买来|买|批发)了?<n>[\u4e00-\u9fff]{zh(5)}"),
        "buys_many": (rf"{zh(6)}(?:购进|买进|买来|买|批发)了?<n>(?P<u>个|千克|本|支|件|只|箱|盒|双|台){zh(5)}",),
        "each": (r"每(?:个|千克|本|支|件|只|箱|盒|双|台)(?:进价)?<c>元",),
        "sells": (r"(?:其中)?(?:先)?<a>[\u4e00-\u9fff]{1,2}?(?:以|按)每[\u4e00-\u9fff]{1,2}?<p>元的?(?:价格)?(?:卖出|售出|卖掉)", r"(?:先)?(?:以|按)每[\u4e00-\u9fff]{1,2}?<p>元的?(?:价格)?(?:卖出|售出|卖掉|卖)了?<a>[\u4e00-\u9fff]{1,2}?后?", r"(?:先)?(?:以|按)<p>元(?:一|1)[\u4e00-\u9fff](?:的价格)?(?:卖出|售出|卖掉)了?<a>[\u4e00-\u9fff]后?"),
        "rest": (r"(?:剩下|其余|余下)(?:的)?(?:<b>[\u4e00-\u9fff]{1,2}?)?(?:以|按)?(?:每[\u4e00-\u9fff]{1,2}?)?<q>元(?:[一1][\u4e00-\u9fff])?的?(?:价格)?(?:全部)?(?:卖出|售出|卖掉|处理完|卖完|处理|全部卖出)",),
        "all": (r"(?:以|按|全部以)每[\u4e00-\u9fff]{1,2}?<p>元的?(?:价格)?(?:全部)?(?:卖出|售出|卖完|卖掉)",),
        "ask": (rf"{zh(4)}(?:一共|共|可以|能|总共)*(?:赚|获利|盈利)(?:了)?(?:多少|几)元(?:钱)?",),
    },
)  # fmt: skip
def _lots_in_chinese(s: Story, work: Working) -> None:
    many = s.told("n")
    cost = work.step("进货一共花的钱", many * s.told("c"), "元")
    if s.all("all"):
        s.only("buys", "buys_many", "each", "all")
        taken = work.step("卖出一共得的钱", many * s.told("p"), "元")
    else:
        s.only("buys", "buys_many", "each", "sells", "rest")
        first = work.step("先卖出的钱数", s.told("a") * s.told("p"), "元")
        rest = work.step("剩下的数量", many - s.told("a"))
        if rest.value <= 0 or s.has("b") and s.told("b").value != rest.value:
            raise Unfit
        taken = work.step("一共卖得的钱", first + work.step("剩下的卖得的钱", rest * s.told("q"), "元"), "元")
    work.give(work.step("利润＝卖得的钱－进货的钱", taken - cost, "元"), "元", "赚的钱")
