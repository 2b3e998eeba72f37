"""The price with the largest profit, where each step of the price changes what is sold by so many: 每涨1元少卖10件.

Read: cost and price (or the profit of one), what is sold at that price, one change of price and of sales; asked are the price or the change, and the largest
profit. Not: prices that must be whole, limits of the price, a profit that is to be reached.
"""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.topics.asking import FIND
from solver.topics.base import Task, Words
from solver.topics.cells import comment, exact_source
from solver.topics.exams.kinds import Exam, Unfit, kind, task

_UNIT: Final = "(?:件|箱|千克|公斤|个|台|盒|kg|套|双|本|支|瓶|袋|斤|只|条|盏|顶|把|包|张)"
_TIME: Final = "(?:每一?天|每一?周|每个?月|每星期|每日|一天|一周|一个月|日|月|周)"
_SHOP: Final = "(?:某)?(?:商店|超市|商场|网店|服装店|水果店|文具店|专卖店|店铺|书店|百货商店|批发商|商家|经销商|公司|店主|个体户)"
_THING: Final = "(?:某|一)?(?:种|批|款)?(?:进价|成本)?(?:[^,。;\\d每元进成售]{1,8}?)"
_ZH: Final = {
    "cost": (
        rf"(?:{_SHOP}(?:销售|经营|出售|经销|购进)(?:了)?(?:{_THING}),?)?(?:(?:已知)?(?:该|这种|此|某)?{_THING})?(?:的)?(?:每{_UNIT})?(?:的)?(?:进价|成本价?|进货价|进货单价)(?:为|是)?(?:每{_UNIT})?<c>元(?:/{_UNIT})?(?:的{_THING})?",
        rf"{_SHOP}(?:将|把|以)?(?:每{_UNIT})?(?:进价|成本)(?:为|是)?(?:每{_UNIT})?<c>元的{_THING}",
    ),
    "seller": (rf"{_SHOP}(?:销售|经营|出售|经销|购进)(?:了)?{_THING}",),
    "price": (
        rf"(?:现在|目前|当|若|如果|原来)?(?:的)?(?:它的)?(?:每{_UNIT})?(?:的)?(?:销?售单?价|售价|定价|标价)(?:为|是|定为)?(?:每{_UNIT})?<p>元(?:/{_UNIT})?(?:时|出售|销售|的价格)*(?:,?{_TIME}可?(?:售|卖|销售)(?:出)?<q>{_UNIT})?",
        rf"(?:现在|目前|若|如果|当)?(?:按|以)(?:每{_UNIT})?<p>元(?:/{_UNIT})?(?:的(?:价格|售价|单价))?(?:出售|销售|售出|卖出)(?:时)?(?:,?(?:平均)?{_TIME}可?(?:以|能)?(?:售|卖|销售)(?:出)?<q>{_UNIT})?",
    ),
    "sales": (
        rf"(?:那么|则)?(?:平均)?{_TIME}(?:就)?(?:可以?|能|的)?(?:销?售|卖|销)(?:出)?(?:量(?:为|是)?)?<q>{_UNIT}",
        rf"(?:平均)?{_TIME}(?:的)?销(?:售)?量(?:为|是)?<q>{_UNIT}",
        rf"(?:平均)?{_TIME}(?:可以?|能)?(?:销?售|卖)(?:出)?<q>{_UNIT}",
    ),
    "profit": (rf"(?:平均)?(?:每{_UNIT}|{_UNIT}均)(?:可)?(?:的)?(?:盈利|获利|利润|赢利)(?:为|是)?<m>元",),
    "idle": ("(?:经|据)?(?:过)?(?:市场)?调查(?:发现|反映|表明|显示)?", "为了?(?:扩大销售|尽快减少库存|增加利润|扩大销量|促销)(?:,?(?:增加盈利|增加利润|尽快减少库存))?", "(?:商场|商店|超市|店主|商家|该店)?(?:决定)?(?:采取|准备)?(?:适当|适当的)?(?:降价|涨价|提价)(?:措施|销售|促销)?", "(?:如|若)?调整(?:商品)?(?:的)?价格", "(?:在此基础上|在一定范围内)", "(?:设|假设|若|规定)?(?:该)?(?:商品|商店|店主|商家)?(?:只|仅)(?:能)?(?:涨价|提价),?(?:而)?不(?:能)?降价", "(?:设|假设|若|规定)?(?:该)?(?:商品|商店|店主|商家)?(?:只|仅)(?:能)?降价,?(?:而)?不(?:能)?(?:涨价|提价)"),
    "change": (
        rf"(?:如果|若|当)?(?:这种|该|此)?(?:商品|产品|饮料|衬衫|水果|玩具)?(?:的)?(?:每{_UNIT})?(?:{_THING})?(?:的)?(?:销?售单?价|售价|价格|单价|定价)?(?:每{_UNIT})?(?:每|在此基础上每)?(?:{_UNIT})?(?:{_THING})?(?:的)?(?:(?:销?售单?价|售价|价格|单价)?每?)?(?P<way>上涨|涨价|涨|提高|增加|提价|降低|降价|降|下降|下调|减少)<a>元,?(?:那么|则|其)?(?:平均)?(?:{_TIME})?(?:的)?(?:销售?量|销售数量)?(?:就|将|要|会|可|可以|能|便|相应)*(?P<more>多|少|增加|减少)(?:销?售|卖|销)?(?:出)?<b>{_UNIT}(?:的销量)?",
    ),
    "let": (rf"(?:设)?(?:每{_UNIT})?(?:商品)?(?:的)?(?:售价|价格)(?:上涨|提高|涨|降低|降)(?:了)?(?P<x>[a-z])元(?:\([a-z]为[^()]{{1,6}}\))?", r"(?:设)?(?:每天|每周|每月|每星期)?(?:的)?(?:销售)?(?:总)?利润(?:为|是)[a-zA-Z]元"),
    "ask_price": (
        rf"(?:问|求|则)?(?:当)?(?:每{_UNIT})?(?:商品)?(?:的)?(?:销?售单?价|售价|定价|价格)?(?:应)?(?:定为|为|定)(?:每{_UNIT})?多少(?:元)?(?:时)?,?(?:才)?(?:能)?(?:可)?使?(?:商场|商店|超市|商家)?(?:平均)?(?:{_TIME})?(?:的)?(?:销售)?(?:获得|所获|获|所得)?(?:的)?(?:总)?利润(?:达到)?最(?:大|多|高)",
        r"(?:问|求|则)?(?:商品|该商品)?(?:的)?(?:销售)?(?:单价|售价|价格|定价)?(?:应)?(?:定价|定为|定)(?:为)?多少元?(?:时)?,?(?:能|才能|可)?(?:使)?(?:商店|商场|店主|商家)?(?:的)?(?:每天|每月|每周|每星期|每日|月|日|周)?(?:的)?(?:销售|所获|获得)?(?:的)?(?:总)?利润(?:达到)?最(?:大|多|高)",
        rf"(?:问|求)?如何定价(?:才)?(?:能)?使?(?:{_TIME})?(?:的)?(?:所获)?利润(?:达到)?最(?:大|多)",
    ),
    "ask_change": (
        rf"(?:问|求|则)?(?:要使)?(?:{_TIME})?(?:获得)?(?:的)?(?:利润最大,)?(?:当)?(?:每{_UNIT})?(?:衬衫|商品)?(?:的)?(?:售价)?(?:应)?(?P<by>降价|降低|涨价|上涨|提高|降|涨)多少元?(?:时)?,?(?:才)?(?:能)?使?(?:商场|商店|超市|商家)?(?:平均)?(?:{_TIME})?(?:的)?(?:获得|所获|获|所得)?(?:的)?(?:总)?(?:利润|盈利|获利)(?:达到)?最(?:大|多|高)",
        rf"(?:问|求|则)?要使(?:{_TIME})?(?:获得|获|所获)?(?:的)?(?:销售)?(?:总)?利润(?:达到)?最(?:大|多),(?:每{_UNIT})?(?:商品)?(?:的)?(?:售价)?(?:应)?(?P<by>降价|降低|涨价|上涨|提高|降|涨)多少元",
        r"(?:求|则)?当?(?P<x>[a-z])(?:为|取)(?:多少|何值)(?:时)?,?(?:{_TIME})?(?:的)?利润(?:达到)?最(?:大|多)".replace("{_TIME}", _TIME),
    ),
    "ask_most": (rf"(?:并)?(?:求|问)?(?:出)?(?:此时)?(?:的)?(?:{_TIME})?(?:的)?(?:这个|其)?(?:最大(?:的)?(?:总|月|日|周)?(?:利润|盈利)|最多(?:盈利|获利|利润))(?:是|为)?(?:多少)?元?",),
}  # fmt: skip
_W: Final = r"(?:items?|units?|shirts?|mugs?|books?|bags?|toys?|tickets?|boxes|box|hats?|lamps?|pens?|cups?|t-shirts?|phones?|calculators?|posters?|candles?|products?|widgets?|chairs?|bracelets?|necklaces?|cakes?)"
_PER: Final = r"(?:(?:a|per|each|every) (?:week|day|month)|weekly|daily|monthly)"
_M: Final = r"(?:[£€])?"
_EN: Final = {
    "sales": (
        rf"(?:a|the) (?:shop|store|company|seller|manufacturer|bakery|boutique|retailer|stall|club) sells <q> {_W} {_PER} (?:at|for|when the price is)(?: a price of)? {_M}<p>(?: dollars| pounds)?(?: each| per {_W}| apiece)?",
        rf"(?:at|when the price is) {_M}<p>(?: each| per {_W})?,? (?:a|the) (?:shop|store|company|retailer) sells <q> {_W} {_PER}",
    ),
    "cost": (rf"(?:the |each |an? |every )?{_W} costs? (?:(?:the )?(?:shop|store|company|retailer|seller|it) )?{_M}<c>(?: dollars)?(?: each| to make| to produce| to buy)*", rf"the cost (?:of|to make|of making|price of) each {_W} is {_M}<c>"),
    "change": (
        rf"(?:for )?(?:every|each) {_M}<a>(?: dollar)? (?P<way>increase|rise|decrease|reduction|drop|fall|cut) in (?:the )?(?:selling )?price,? <b> (?P<more>fewer|more|less)(?: {_W})? (?:are|will be) sold(?: {_PER})?",
        rf"(?:for )?(?:every|each) {_M}<a>(?: dollar)? (?P<way>increase|rise|decrease|reduction|drop|fall|cut) in (?:the )?(?:selling )?price,? (?:the (?:shop|store|company)|it|they) (?:will )?sells? <b> (?P<more>fewer|more|less)(?: {_W})?(?: {_PER})?",
        rf"(?:for )?(?:every|each) {_M}<a>(?: dollar)? (?P<way>increase|rise|decrease|reduction|drop|fall|cut) in (?:the )?(?:selling )?price (?P<more>reduces|increases) (?:the )?(?:number sold|sales) by <b>(?: {_W})?(?: {_PER})?",
    ),
    "ask_price": (
        r"(?:what|which) (?:selling )?price (?:per item )?(?:gives|will give|maximi[sz]es|produces|yields|will maximi[sz]e)(?: the)?(?: (?:maximum|greatest|largest|most))?(?: (?:weekly|daily|monthly))? profit",
        r"(?:what|which) price should (?:the (?:shop|store|company)|it|they) charge to maximi[sz]e(?: the| its)?(?: (?:weekly|daily|monthly))? profit",
        r"(?:find|determine|calculate|work out) the (?:selling )?price (?:that|which) (?:maximi[sz]es|gives)(?: the)?(?: (?:maximum|greatest|largest))?(?: (?:weekly|daily|monthly))? profit",
    ),
    "ask_most": (rf"{FIND}(?:the |this )?(?:maximum|greatest|largest)(?: possible)?(?: (?:weekly|daily|monthly))? profit",),
}  # fmt: skip
_WORDS: Final = {
    "let": Words("Let the price change by \\(x\\) steps. One then brings \\({one}\\), and \\({many}\\) are sold.", "设{way} \\(x\\) 次（每次 \\({a}\\) 元），则每件利润为 \\({one}\\) 元，销量为 \\({many}\\)。"),
    "profit": Words("The profit is \\[y=\\left({one}\\right)\\left({many}\\right)={expanded}\\]", "利润为 \\[y=\\left({one}\\right)\\left({many}\\right)={expanded}\\]"),
    "square": Words("Completing the square: \\[y={square}\\] It is largest for \\(x={x}\\), where \\(y={most}\\).", "配方：\\[y={square}\\] 当 \\(x={x}\\) 时最大，最大值为 \\({most}\\)。"),
    "price": Words("The price is then \\({p}{sign}{change}={value}\\).", "此时售价为 \\({p}{sign}{change}={value}\\)（元）。"),
    "change": Words("The price changes by \\({change}\\).", "即价格变动 \\({change}\\) 元。"),
    "code": Words("the profit after x steps", "变动 x 次后的利润"),
    "method": Words("the profit was compared with that of prices a little higher and lower", "与略高、略低的价格所得的利润比较"),
}  # fmt: skip
_UP: Final = ("上涨", "涨价", "涨", "提高", "增加", "提价", "increase", "rise")
_MORE: Final = ("多", "增加", "more", "increases")


@kind(r"利润最|盈利最|获利最", "zh", _ZH)
@kind(r"(?i)profit", "en", _EN)
def profit(exam: Exam) -> list[Task]:
    """One change of the price."""
    change = exam.one("change")
    up, more = change.values["way"].lower() in _UP, change.values["more"].lower() in _MORE
    a, b, q = change.number("a"), change.number("b"), exam.number("q")
    if up == more or min(a, b, q) <= 0:
        raise Unfit
    if exam.has("m"):
        margin, price = exam.number("m"), None
        if exam.has("c") or exam.has("p"):
            raise Unfit
    else:
        price = exam.number("p")
        margin = price - exam.number("c")
    lets = {s.values["x"] for s in exam.said if "x" in s.values}
    if len(lets) > 1 or margin <= 0 or lets and a != 1:
        raise Unfit
    sign = 1 if up else -1
    x = sp.Symbol("x")
    one, many = margin + sign * a * x, q - sign * b * x
    y = sp.expand(one * many)
    at = sp.solve(sp.diff(y, x), x)[0]
    if at <= 0 or one.subs(x, at) <= 0 or many.subs(x, at) <= 0:
        raise Unfit
    say = exam.language
    steps = [
        _WORDS["let"].say(say, one=exact_latex(one), many=exact_latex(many), way="涨价" if up else "降价", a=exact_latex(a)),
        _WORDS["profit"].say(say, one=exact_latex(one), many=exact_latex(many), expanded=exact_latex(y)),
        _WORDS["square"].say(say, square=rf"{exact_latex(y.coeff(x, 2))}\left({exact_latex(x - at)}\right)^2+{exact_latex(y.subs(x, at))}", x=exact_latex(at), most=exact_latex(y.subs(x, at))),
    ]  # fmt: skip
    body = exact_source(one * many)
    lines = [f"y = {body}", comment(_WORDS["code"].say(say)), "x_0 = solve(diff(y, x), x)[0]"]
    tasks = list[Task]()
    for asked in exam.asked:
        if asked.kind == "ask_most":
            test = f"all(({exact_source(y)}).subs(x, {exact_source(at)} + Rational(k, 10)) <= answer for k in range(-30, 31)) and ({exact_source(y)}).subs(x, {exact_source(at)}) == answer"
            tasks.append(task(exam, steps, (*lines, "y.subs(x, x_0)"), (test,), _WORDS["method"], variables="x", letters=("x",)))  # fmt: skip
            continue
        if asked.kind == "ask_change":
            if "by" in asked.values and (asked.values["by"] in (*_UP, "涨")) != up:
                raise Unfit
            more_steps = [_WORDS["change"].say(say, change=exact_latex(a * at))]
            end, place = f"{exact_source(a)}*x_0", f"S(answer) / {exact_source(a)}"
        else:
            if price is None:
                raise Unfit
            more_steps = [_WORDS["price"].say(say, p=exact_latex(price), sign="+" if up else "-", change=exact_latex(a * at), value=exact_latex(price + sign * a * at))]  # fmt: skip
            end, place = (
                f"{exact_source(price)} {'+' if up else '-'} {exact_source(a)}*x_0",
                f"(S(answer) - {exact_source(price)}) / {exact_source(sign * a)}",
            )
        test = f"all(({exact_source(y)}).subs(x, {place} + Rational(k, 10)) < ({exact_source(y)}).subs(x, {place}) for k in range(-30, 31) if k)"
        tasks.append(task(exam, [*steps, *more_steps], (*lines, end), (test,), _WORDS["method"], variables="x", letters=("x",)))  # fmt: skip
    return tasks
