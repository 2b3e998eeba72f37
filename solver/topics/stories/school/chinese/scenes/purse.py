"""Stories of a purse: what things cost (told, by another price, after a reduction), what is bought, what money there was, came, went and is left.

Not read: two shops, offers like 买三送一, money of several people who are compared.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.scenes.purchase import ITEM, Line, Purse, bare
from solver.topics.stories.school.chinese.scenes.scene import Found, Scene, kind
from solver.topics.stories.school.working import Term, Unfit, num

_BUY: Final = "买来|买回|买好|买下|买完|买|购买|购进|购置|购|选购|挑选|选|订购|订"
_HOLD: Final = "看中|看上|相中|选中|想买|挑中|想要"
_ITEMS: Final = f"(?P<items>{ITEM}(?:[、和与及]{ITEM}){{0,3}})"
_PRICE: Final = "(?:的)?(?:价格|价钱|单价|售价|标价|定价|原价|票价)?"
_IS: Final = "(?:原来|原|现在|只|都|单价|价格|售价|原价|标价|定价)*(?:是|为|要|卖|需要|需|售|标价|值|价格是)?"
_FOREIGN: Final = re.compile(
    "送一|送[一二两三]|每满|满|运费|邮费|甲店|乙店|甲商店|乙商店|平均|利润|利息|税|会员|半价|进价|成本|涨"
)


_SECOND_HALF: Final = re.compile("第二[^，]{1,4}半价")


@kind(
    {
        "price": ("(?P<x>~)每(?P<u>$U)(?P<y>~){is}<p>元", "(?P<x>~){price}{is}(?:每(?P<u>$U))?<p>元", "(?P<x>~)<p>元(?:一|每)(?P<u>$U)", "(?:(?P<one>[\ue000-\ue7ff])(?P<v>$U))?(?P<x>~){price}{is}<p>元"),
        "wanted": ("~(?:还|又|也)?(?:{hold})(?:了)?{items}",),
        "cut": ("(?:现在|促销|店庆|搞?活动|节日|打折|现|商店|超市|期间|时|做|每$U|都|又|再|~)*(?:减|降价|便宜|优惠|减价|直降|降|少)(?:了)?<d>元(?:出售|销售)?",),
        "pool": ("~(?:把|将)?(?:~)?(?:钱|零花钱|压岁钱)(?:合在一起|合起来|凑在一起|放在一起)", "~(?:合买|合起来买|一起买|凑钱买)(?:了)?{items}"),
        "has_compared": ("(?P<x>~)(?:存|有|带|攒)?(?:了)?(?:的)?(?:钱)?比(?P<y>~)(?:存|有|带|攒)?(?:的)?(?:钱)?(?P<s>多|少)(?:存|有|带|攒)?(?:了)?<d>元",),
        "off": ("(?:现在|促销|店庆|搞?活动|节日|现|商店|超市|期间|时|做|一律|全部|都|再|~)*打?<%r>折(?:出售|销售|优惠)?(?:后)?",),
        "compared": ("(?:每$U)?(?P<x>~)(?:每$U)?{price}比(?:每$U)?(?P<y>~)(?:每$U)?{price}(?P<s>贵|多|便宜|少|高|低)(?:了)?<d>元", "(?:每$U)?(?P<x>~){price}(?:是|等于|相当于)(?:每$U)?(?P<y>~){price}的?(?:<k>倍|<%f>|(?P<half>一半))(?:还)?(?:(?P<t>多|少)<e>元)?",
                     "(?:每$U)?(?P<x>~){price}比(?P<y>~){price}的?<k>倍(?:还)?(?P<t>多|少)<e>元", "比(?P<y>~){price}(?P<s>贵|多|便宜|少|高|低)(?:了)?<d>元", "(?:每$U)?(?P<x>~){price}比(?P<y>~){price}(?P<s>贵|便宜|高|低)(?:了)?<%f>"),
        "second_half": ("~第二$U~半价~",),
        "bought": ("~(?:(?:又|再|还|接着)?用(?:剩下|余下|其余|剩余)的钱)(?:又|再|还)?(?:{buy})(?:了)?{items}(?:后|以后|之后|完)?", "~(?:想|要|又|再|还|先|也|只|各|准备|打算|后来)*(?:{buy})(?:了)?{items}(?:后|以后|之后|完)?", "~(?:{buy})(?:了)?{items}(?:后|以后|之后|完)?"),
        "count": ("~(?:想|要|准备|打算|先|也|又)*(?:{buy})(?:了)?<n:u>",),
        "each": ("~(?:各)(?:{buy})(?:了)?(?P<n>[\ue000-\ue7ff])$U~", "(?:这)?(?:(?P<k>[\ue000-\ue7ff])|两|三)(?:样|种|双|$U)~(?:都|全)(?:想|要)?(?:{buy}|要)(?:了|下来|下)*", "~(?:都|全)(?:{buy})(?:了|下来)?", "(?:这)?(?:(?P<k>[\ue000-\ue7ff])|两|三)(?:样|种)~各(?:{buy})(?:了)?(?P<n>[\ue000-\ue7ff])$U"),
        "for": ("~(?:{buy}|吃|坐|交|充|看)(?:了)?(?:$U)?(?P<x>~)(?:一共|共)?(?:用|花|付|支付|交)(?:去|了|掉)?<s>元", "~(?:花|用|付)(?:去|了|掉)?<s>元(?:钱)?(?:{buy}|吃|坐|交|充)(?:了)?(?:$U)?(?P<x>~)"),
        "paid": ("~(?:一共|总共|共)(?:花|用|付)(?:去|了|掉)?<s>元(?:钱)?",),
        "has": ("(?P<w>~)(?:带|有|拿|存|攒|带着|装着|准备)(?:了|着|有|出)?(?:零花钱|压岁钱|现金)?<m>元(?:钱|的钞票|现金|零花钱|压岁钱)?(?:(?:去|到|来).*|买[^一两几些\ue000-\ue7ff]{1,6})?", "~给(?:了)?~(?:一|(?P<one>[\ue000-\ue7ff]))?张?<m>元的?(?:钞票|钱|人民币|纸币)?(?:(?:去|到|来|买).*)?", "~(?:付|付给|付了|交给|递给|给|付出|拿出)(?:了)?~(?:一|(?P<one>[\ue000-\ue7ff]))?张?<m>元(?:的?(?:钞票|钱|人民币|纸币))?"),
        "enough": ("(?:{buy}~)?(?P<w>~)(?:带|有|拿|用|的)?(?:了)?<m>元(?:钱)?够(?:不够|吗)?(?:买(?:下)?(?:这(?:(?P<k2>[\ue000-\ue7ff]|两)(?:样|种|件|个|本))?)?~)?",),
        "got": ("~(?:又|再)(?:给|奖励|奖|送|寄)(?:了)?(?:他|她|我|~)<g>元(?:钱|零花钱|压岁钱)?",),
        "left": ("~(?:还|就)?(?:剩下|剩余|剩|余下|有|还有)(?:了)?<l>元(?:钱)?",),
        "asked_some": ("~些(?P<x>~)",),
    },
    {
        "first": ("~(?:原来|原先|原|开始|本来|出门时|买之前)(?:一共|共)?(?:有|带|带了|存有)*~<?>~", "~(?:带)(?:了|来)?<?>~"),
        "left": ("~(?:买完后|最后|现在|这时)?(?:还)?(?:剩下|剩余|剩|余下|还有)(?:了)?<?>~", "~(?:应|要|该|应该|可以|需|需要)*(?:找回|找给~|找)(?:~)?<?>~", "~(?:现在)(?:还)?有<?>~", "~(?:应)?(?:还给)~<?>"),
        "short": ("~(?:不够)?(?:的话)?(?:还)?(?:差|缺)<?>~",),
        "saved": ("~(?:比原价|比原来|可以|可|能|一共|共)*(?:便宜|节省|省下|省|优惠|少花|少付)(?:了)?<?>~",),
        "apart": ("(?:{buy})?(?P<x>~)比(?:{buy})?(?P<y>~)(?P<s>多|少|便宜|贵)(?:花|用|付|了)*<?>~",),
        "swap": ("(?:用)?(?:{buy})<n:u>(?P<x>~)的钱(?:正好|恰好|刚好)?(?:可以|能|够)?(?:{buy})<?>(?P<y>~)",),
        "how_many": ("~(?:{buy})(?:了)?<?>(?P<x>~)",),
        "rest_buys": ("~(?:剩下|余下|剩余|剩)的钱~(?:最多)?(?:还)?(?:可以|能|够)?(?:再)?(?:{buy})<?>(?:每$U)?(?:<r>元)(?:一$U)?的?(?P<x>~)", "~(?:剩下|余下|剩余|剩)的钱~(?:最多)?(?:还)?(?:可以|能|够)?(?:再)?(?:{buy})<?>(?P<x>~)"),
        "cost_of": ("(?:现在|实际|打折后|~)*(?:{buy})?(?:这$U?)?(?P<x>~)(?:现在|实际)?(?:一共|总共|共)?(?:要|需|需要|应|该)*(?:花|用|付|是|卖|值)*(?:费)?(?:了|去|掉)?<?>~",),
        "total": ("~(?:一共|总共|共|应|要|需|需要|得)*(?:付|花|用|花费|支付)(?:给~)?(?:了|去|掉|费)?<?>~", "~(?:一共|总共|共)(?:要|需要|是|应)*<?>~", "(?:{buy})(?:这些|这|它们)~<?>~"),
    },
    items=_ITEMS, buy=_BUY, price=_PRICE, hold=_HOLD, **{"is": _IS},
)  # fmt: skip
def _purse(s: Scene) -> None:
    if _FOREIGN.search(_SECOND_HALF.sub("", s.text)):
        raise Unfit
    p = Purse(s, second_half=bool(s.all("second_half")))
    last = ""
    for p.at, (name, f) in enumerate(s.told):
        lines = len(p.lines)
        last = _tell(p, name, f, last)
        p.before = lines
    if len(p.people) > 1 and not s.all("pool"):
        raise Unfit
    if (
        not p.lines
        and not p.spent
        and len(p.prices) == 1
        and "买" in s.text
        and s.question in ("left", "short")
    ):
        p.lines = [Line(num(1), "", name) for name in p.prices]
    _answer(p)


def _tell(p: Purse, name: str, f: Found, last: str) -> str:
    """Note what a clause says; the name of the thing that was priced last."""
    match name:
        case "price":
            return _price(p, f)
        case "cut" | "off":
            _reduce(p, last, f)
        case "compared":
            p.compare(f.word("x") or last, f.word("y"), f)
            return list(p.prices)[-1]
        case "wanted" | "bought":
            if name == "bought" and p.scene.order().count("each"):
                raise Unfit
            p.lines += p.read_items(f)
        case "each":
            _want_each(p, f)
        case "count":
            if len(p.prices) != 1 or p.lines:
                raise Unfit
            p.lines = [Line(f["n"], f.unit("n"), next(iter(p.prices)))]
        case "for":
            p.spent[bare(f.word("x")) or str(len(p.spent))] = f["s"]
        case "paid":
            _pay(p, f)
        case "has" | "enough":
            _have(p, f)
        case "has_compared":
            _have_compared(p, f)
        case "pool":
            _pool(p, f)
        case "got":
            if p.money is None:
                raise Unfit
            p.money = p.scene.step("一共有多少元", p.money + f["g"], "元")
        case "second_half":
            pass
        case "left":
            if p.left is not None:
                raise Unfit
            p.left = f["l"]
        case _:
            raise Unfit
    return last


def _price(p: Purse, f: Found) -> str:
    """ "一个足球80元": the name under which it is known."""
    if f.has("one") and f.value("one") != 1:
        raise Unfit
    before = set(p.prices)
    p.price(f.word("x") or f.word("y"), f.word("u"), f["p"])
    if f.word("x") and f.word("y"):
        raise Unfit
    return next(iter(set(p.prices) - before))


def _reduce(p: Purse, last: str, f: Found) -> None:
    """ "现在降价5元", "打八折": of what was priced last, before it was used, and once."""
    if not last or last in p.used or p.reduced:
        raise Unfit
    p.reduced = (last, p.prices[last])
    term = p.prices[last] - f["d"] if f.has("d") else p.prices[last] * f["r"]
    p.prices[last] = p.scene.step(f"{last}现在的价钱", term, "元")


def _want_each(p: Purse, f: Found) -> None:
    """ "两种各买3个"."""
    if len(p.prices) < 2 or p.lines and not all(line.name in p.prices for line in p.lines):
        raise Unfit
    count = f.value("k") if f.has("k") else {"两": 2, "三": 3}.get(f.text[0], len(p.prices))
    if count != len(p.prices):
        raise Unfit
    p.lines = [Line(f["n"] if f.has("n") else num(1), "", one) for one in p.prices]


def _pay(p: Purse, f: Found) -> None:
    """ "共用去1200元": behind a purchase without a price it is the price of the lot, else all that was paid."""
    bought = len(p.lines) == p.before + 1 and p.scene.told[p.at - 1][0] == "bought"
    if bought and p.lines[-1].name not in p.prices:
        _price_of_lot(p, f["s"])
        return
    if p.paid is not None:
        raise Unfit
    p.paid = f["s"]


def _have(p: Purse, f: Found) -> None:
    """ "小明有50元", "妈妈带的钱正好够买这两种"."""
    if f.has("one") and f.value("one") != 1:
        raise Unfit
    if f.has("k2"):
        if p.lines or len(p.prices) != (2 if f.word("k2") == "两" else f.value("k2")):
            raise Unfit
        p.lines = [Line(num(1), "", one) for one in p.prices]
    p.people.append((bare(f.word("w")), f["m"]))
    if p.money is not None and not p.scene.all("pool"):
        raise Unfit
    p.money = f["m"]


def _have_compared(p: Purse, f: Found) -> None:
    """ "小红比小明多5元"."""
    base = [term for who, term in p.people if who and f.word("y") and who.startswith(f.word("y"))]
    if len(base) != 1 or not f.word("x"):
        raise Unfit
    who = f.word("x")
    other = base[0] + f["d"] if f.word("s") == "多" else base[0] - f["d"]
    p.people.append((who, p.scene.step(f"{who}有多少元", other, "元")))


def _pool(p: Purse, f: Found) -> None:
    """ "他们把钱合在一起": the money of all."""
    if len(p.people) < 2 or len({who for who, _ in p.people}) != len(p.people):
        raise Unfit
    whole = p.people[0][1]
    for _, term in p.people[1:]:
        whole = whole + term
    p.money = p.scene.step("合在一起有多少元", whole, "元")
    if f.has("items"):
        p.lines += p.read_items(f)


def _answer(p: Purse) -> None:
    s = p.scene
    if s.question == "how_many":
        _how_many(p)
        return
    if p.paid is not None:
        raise Unfit
    if s.question == "swap":
        _swap(p)
        return
    if s.question == "saved":
        _saved(p)
        return
    if s.question in ("apart", "cost_of"):
        if p.left is not None and s.question == "cost_of":
            _price_of_bought(p)
            return
        if p.left is not None:
            raise Unfit
        (_apart if s.question == "apart" else _cost_of)(p)
        return
    named = [line for line in p.lines if line.name in s.asked.text and s.question == "total"]
    if 0 < len(named) < len(p.lines) or named and p.spent:
        raise Unfit  # it is asked for one of several things
    total = p.total()
    p.all_used()
    if s.question == "rest_buys":
        _rest_buys(p, total)
        return
    if s.question == "total":
        if p.money is not None or p.left is not None:
            raise Unfit
        s.give(total, "元", "一共的钱数")
    elif s.question == "first":
        if p.left is None or p.money is not None:
            raise Unfit
        s.give(s.step("原来有多少元（花掉的加上剩下的）", total + p.left, "元"), "元", "原来的钱数")
    elif p.money is None or p.left is not None:
        raise Unfit
    elif s.question == "left":
        s.give(s.step("剩下（找回）多少元", p.money - total, "元"), "元", "剩下的钱数")
    else:
        s.give(s.step("还差多少元", total - p.money, "元"), "元", "还差的钱数")


def _rest_buys(p: Purse, total: Term) -> None:
    s = p.scene
    if p.money is None or p.left is not None or not s.asked.has("r"):
        raise Unfit
    rest = s.step("剩下多少元", p.money - total, "元")
    unit = s.asked.unit("?")
    s.give(s.work.whole("剩下的钱最多可以买多少", rest, s.asked["r"], unit, up=False), unit, "可以买的数量")


def _line_of(p: Purse, word: str) -> Line:
    word = bare(word)
    near = [one for one in p.lines if one.name == word] or [one for one in p.lines if word and (one.name.endswith(word) or word.endswith(one.name))]  # fmt: skip
    if len(near) != 1:
        raise Unfit
    return near[0]


def _apart(p: Purse) -> None:
    """What is spent on one kind more than on the other one."""
    s = p.scene
    if len(p.lines) != 2 or p.spent or p.money is not None:
        raise Unfit
    first, second = _line_of(p, s.asked.word("x")), _line_of(p, s.asked.word("y"))
    if first is second or first.count is None or second.count is None:
        raise Unfit
    if max(first.count.value, second.count.value) > 1 and not re.search("买.*买|花|用|付", s.asked.text):
        raise Unfit  # prices, or what all of them cost?
    a, b = p.cost(first), p.cost(second)
    p.all_used()
    if s.asked.word("s") in "少便宜":
        a, b = b, a
    s.give(s.step("相差多少元", a - b, "元"), "元", "相差的钱数")


def _cost_of(p: Purse) -> None:
    """What one of the things costs; what was told of the others is not needed."""
    s = p.scene
    if p.spent or p.money is not None:
        raise Unfit
    if p.lines:
        line = _line_of(p, s.asked.word("x"))
        if (
            line.count is None
            or len(p.lines) == 1
            and len(p.prices) > 1
            and set(p.prices) - p.used - {p.known(line.name)}
        ):
            raise Unfit
        if line.count.value != 1 and not re.search("买|一共|共|花|付|用", s.asked.text):
            raise Unfit
        s.give(p.cost(line), "元", f"{line.name}的钱数")
        return
    name = p.known(s.asked.word("x"))
    if name != bare(s.asked.word("x")) or p.prices[name].made is None or set(p.prices) - p.used - {name}:
        raise Unfit
    s.give(p.prices[name], "元", f"{name}的价钱")


def _price_of_lot(p: Purse, paid: Term) -> None:
    """ "买了15个足球，共用去1200元": what one of them costs."""
    line = p.lines[-1]
    if line.count is None or line.count.value <= 1:
        raise Unfit
    p.prices[line.name] = p.scene.step(f"每{line.unit}{line.name}多少元", paid / line.count, "元")
    p.units[line.name] = line.unit


def _swap(p: Purse) -> None:
    """How many of one kind for the money of so many of the other."""
    s = p.scene
    if p.lines or p.spent or p.money is not None or p.left is not None or len(p.prices) != 2:
        raise Unfit
    first, second = p.known(s.asked.word("x")), p.known(s.asked.word("y"))
    if first == second:
        raise Unfit
    cost = p.cost(Line(s.asked["n"], s.asked.word("n_u"), first))
    p.used.add(second)
    number = s.step("这些钱可以买多少", cost / p.prices[second], s.asked.unit("?"))
    s.give(number, s.asked.unit("?"), f"{second}的数量")


def _saved(p: Purse) -> None:
    """How much less than before a reduction."""
    s = p.scene
    if p.reduced is None or p.money is not None or p.left is not None or p.spent or len(p.prices) > 1:
        raise Unfit
    name, before = p.reduced
    if len(p.lines) > 1 or p.lines and (p.lines[0].count is None or p.known(p.lines[0].name) != name):
        raise Unfit
    less = s.step(f"一件{name}便宜多少元", before - p.prices[name], "元")
    count = p.lines[0].count if p.lines else None
    if count is not None and count.value != 1:
        less = s.step("一共便宜多少元", less * count, "元")
    s.give(less, "元", "便宜的钱数")


def _price_of_bought(p: Purse) -> None:
    """The price of what was bought for the money that is gone."""
    s = p.scene
    if p.money is None or p.left is None or p.prices or p.spent or len(p.lines) != 1 or len(p.people) != 1:
        raise Unfit
    line = p.lines[0]
    if line.count is None or bare(s.asked.word("x")) != line.name:
        raise Unfit
    cost = s.step("买东西用去多少元", p.money - p.left, "元")
    if line.count.value != 1:
        if not re.search("每|一(?!共)|单价", s.asked.text):
            raise Unfit
        cost = s.step(f"一{line.unit}{line.name}多少元", cost / line.count, "元")
    s.give(cost, "元", f"{line.name}的价钱")


def _how_many(p: Purse) -> None:
    """How many of the kind whose number was not told."""
    s = p.scene
    some = [line for line in p.lines if line.count is None]
    if len(some) != 1 or p.left is not None or p.money is not None or (p.paid is None):
        raise Unfit
    line = some[0]
    if s.asked.word("x") and bare(s.asked.word("x")) != line.name:
        raise Unfit
    rest = p.paid
    for other in p.lines:
        if other is not line:
            rest = rest - p.cost(other)
    rest = s.step(f"买{line.name}用了多少元", rest, "元")
    name = p.known(line.name)
    p.used.add(name)
    p.all_used()
    unit = s.asked.unit("?")
    number = s.step(f"买了多少{unit}{line.name}", rest / p.prices[name], unit)
    if number.value.denominator != 1 or unit == "元":
        raise Unfit
    s.give(number, unit, f"{line.name}的数量")
