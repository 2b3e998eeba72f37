"""Stories of a purse: what things cost (told, by another price, after a reduction), what is bought, what money there was, came, went and is left.

Not read: two shops, offers like 买三送一, money of several people who are compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from solver.topics.stories.school.chinese.marks import NUMBER, UNIT, Marks, unit_of
from solver.topics.stories.school.chinese.scenes.scene import NAME, Found, Scene, kind
from solver.topics.stories.school.working import Term, Unfit, num

_BUY: Final = "买来|买回|买好|买下|买完|买|购买|购进|购置|购|选购|挑选|选|订购|订"
_HOLD: Final = "看中|看上|相中|选中|想买|挑中|想要"
_AS: Final = f"(?:{NUMBER}元一?{UNIT}?的|每{UNIT}{NUMBER}元的|单价(?:是|为)?{NUMBER}元的|(?:价格|价钱)?比{NAME}(?:贵|便宜|多|少){NUMBER}元的)"
_ITEM: Final = f"(?:(?:{NUMBER}|一|两){UNIT}{_AS}?{NAME}|{_AS}{NAME}|一些{NAME}|几{UNIT}{NAME})"
_ITEMS: Final = f"(?P<items>{_ITEM}(?:[、和与及]{_ITEM}){{0,3}})"
_PRICE: Final = "(?:的)?(?:价格|价钱|单价|售价|标价|定价|原价|票价)?"
_IS: Final = "(?:原来|原|现在|只|都|单价|价格|售价|原价|标价|定价)*(?:是|为|要|卖|需要|需|售|标价|值|价格是)?"
_WHO: Final = re.compile(
    "^(?:已知|其中|商店里?|超市里?|书店里?|文具店里?|体育用品店里?|店里|同样的?|这种|现在|一套?|的|购物|老板说|周末|昨天|今天)+|(?:的|现在|原来|每|都|也|只|单价|每件)+$"
)
_FOREIGN: Final = re.compile(
    "送一|送[一二两三]|每满|满|运费|邮费|甲店|乙店|甲商店|乙商店|平均|利润|利息|税|会员|半价|进价|成本|涨"
)


def _bare(name: str) -> str:
    before = ""
    while name != before:
        before, name = name, _WHO.sub("", name) or name
    return name


@dataclass(slots=True)
class _Line:
    """So many of a thing; None: it is not told how many."""

    count: Term | None
    unit: str
    name: str


@dataclass(slots=True)
class _Purse:
    """Prices by name, what is bought, what is spent besides; the money."""

    scene: Scene
    prices: dict[str, Term] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    lines: list[_Line] = field(default_factory=list)
    spent: dict[str, Term] = field(default_factory=dict)
    money: Term | None = None
    people: list[tuple[str, Term]] = field(default_factory=list)  # who has how much
    left: Term | None = None
    paid: Term | None = None
    used: set[str] = field(default_factory=set)

    def known(self, name: str) -> str:
        """The thing with a price that is meant."""
        name = _bare(name)
        if name in self.prices:
            return name
        near = [n for n in self.prices if name and (n.endswith(name) or name.endswith(n))]
        if len(near) != 1:
            raise Unfit
        return near[0]

    def price(self, name: str, unit: str, term: Term) -> None:
        """A price, told once."""
        name = _bare(name)
        if not name and unit:
            named = [one for one in self.lines if one.unit == unit and one.name not in self.prices]
            named = (
                named
                if len(named) == 1
                else self.lines[-1:]
                if self.lines and self.lines[-1].unit == unit
                else []
            )
            if len(named) != 1:
                raise Unfit
            name = named[0].name
        if not name or name in self.prices or re.search("[买购花用付给找带挣存]|剩", name):
            raise Unfit
        self.prices[name] = term
        if unit:
            self.units[name] = unit

    def compare(self, first: str, second: str, f: Found) -> None:
        """A price by another one, whichever of the two is known."""
        try:
            base, new, back = self.known(second), _bare(first), False
        except Unfit:
            base, new, back = self.known(first), _bare(second), True
        self.used.add(base)
        known = self.prices[base]
        if f.has("d"):
            up = (f.word("s") in ("贵", "多", "高")) != back
            term = known + f["d"] if up else known - f["d"]
        elif f.has("half"):
            term = known * num(2) if back else known / num(2)
        else:
            k = f["k"] if f.has("k") else f["f"]
            if f.has("e"):
                if back:
                    raise Unfit
                term = known * k + f["e"] if f.word("t") == "多" else known * k - f["e"]
            else:
                term = known / k if back else known * k
        if new in self.prices:
            raise Unfit
        self.prices[new] = self.scene.step(f"{new}的价钱", term, "元")

    def read_items(self, f: Found) -> list[_Line]:
        """The lines of a purchase; prices that stand in them are noted."""
        marks: Marks = f._marks
        found = []
        for text in re.split(f"[、和与及](?={_ITEM})", f.word("items")):
            match = re.fullmatch(f"(?:({NUMBER}|一|两)({UNIT}))?(?P<as>{_AS})?(?P<name>{NAME})", text)
            some = re.fullmatch(f"(?:一些|几({UNIT}))(?P<name>{NAME})", text)
            if some is not None:
                found.append(_Line(None, some[1] or "", _bare(some["name"])))
                continue
            if match is None:
                raise Unfit
            count = (
                num(marks.values[match[1]])
                if match[1] in marks.values
                else num(2)
                if match[1] == "两"
                else num(1)
            )
            line = _Line(count, match[2] or "", _bare(match["name"]))
            if match["as"]:
                self._adjective(match["as"], line, marks)
            found.append(line)
        if len({line.name for line in found}) != len(found):
            raise Unfit
        return found

    def _adjective(self, text: str, line: _Line, marks: Marks) -> None:
        number = next(c for c in text if c in marks.values)
        compared = re.match(f"(?:价格|价钱)?比({NAME})(贵|便宜|多|少){NUMBER}", text)
        if compared is None:
            self.price(line.name, line.unit, num(marks.values[number]))
            return
        base = self.known(compared[1])
        self.used.add(base)
        more = num(marks.values[number])
        term = self.prices[base] + more if compared[2] in "贵多" else self.prices[base] - more
        self.prices[line.name] = self.scene.step(f"{line.name}的价钱", term, "元")

    def cost(self, line: _Line) -> Term:
        """What a line costs."""
        name = self.known(line.name)
        unit = self.units.get(name, "")
        if line.count is None or unit and line.unit and unit_of(unit, "") != unit_of(line.unit, ""):
            raise Unfit
        self.used.add(name)
        if line.count.value == 1:
            return self.prices[name]
        return self.scene.step(f"{line.name}一共要多少元（单价×数量）", self.prices[name] * line.count, "元")

    def total(self) -> Term:
        """What all that was bought costs."""
        parts = [*(self.cost(line) for line in self.lines), *self.spent.values()]
        if not parts:
            raise Unfit
        whole = parts[0]
        for one in parts[1:]:
            whole = whole + one
        return self.scene.step("一共花了多少元", whole, "元") if len(parts) > 1 else whole

    def all_used(self) -> None:
        """Every price that was told is one of what was bought, or gave another one."""
        if set(self.prices) - self.used:
            raise Unfit


@kind(
    {
        "price": ("(?P<x>~)每(?P<u>$U)(?P<y>~){is}<p>元", "(?P<x>~){price}{is}(?:每(?P<u>$U))?<p>元", "(?P<x>~)<p>元(?:一|每)(?P<u>$U)", "(?:(?P<one>[\ue000-\ue7ff])(?P<v>$U))?(?P<x>~){price}{is}<p>元"),
        "wanted": ("~(?:{hold})(?:了)?{items}",),
        "cut": ("(?:现在|促销|店庆|搞?活动|节日|打折|现|商店|超市|期间|时|做|每$U|都|又|再|~)*(?:减|降价|便宜|优惠|减价|直降|降|少)(?:了)?<d>元(?:出售|销售)?",),
        "pool": ("~(?:把|将)?(?:~)?(?:钱|零花钱|压岁钱)(?:合在一起|合起来|凑在一起|放在一起)", "~(?:合买|合起来买|一起买|凑钱买)(?:了)?{items}"),
        "has_compared": ("(?P<x>~)(?:存|有|带|攒)?(?:了)?(?:的)?(?:钱)?比(?P<y>~)(?:存|有|带|攒)?(?:的)?(?:钱)?(?P<s>多|少)(?:存|有|带|攒)?(?:了)?<d>元",),
        "off": ("(?:现在|促销|店庆|搞?活动|节日|现|商店|超市|期间|时|做|一律|全部|都|再|~)*打<%r>折(?:出售|销售|优惠)?(?:后)?",),
        "compared": ("(?:每$U)?(?P<x>~)(?:每$U)?{price}比(?:每$U)?(?P<y>~)(?:每$U)?{price}(?P<s>贵|多|便宜|少|高|低)(?:了)?<d>元", "(?:每$U)?(?P<x>~){price}(?:是|等于|相当于)(?:每$U)?(?P<y>~){price}的?(?:<k>倍|<%f>|(?P<half>一半))(?:还)?(?:(?P<t>多|少)<e>元)?",
                     "(?:每$U)?(?P<x>~){price}比(?P<y>~){price}的?<k>倍(?:还)?(?P<t>多|少)<e>元", "比(?P<y>~){price}(?P<s>贵|多|便宜|少|高|低)(?:了)?<d>元"),
        "bought": ("~(?:想|要|又|再|还|先|也|只|各|准备|打算|后来)*(?:{buy})(?:了)?{items}(?:后|以后|之后|完)?", "~(?:{buy})(?:了)?{items}(?:后|以后|之后|完)?"),
        "count": ("~(?:想|要|准备|打算|先|也|又)*(?:{buy})(?:了)?<n:u>",),
        "each": ("~(?:各)(?:{buy})(?:了)?(?P<n>[\ue000-\ue7ff])$U~", "(?:这)?(?:(?P<k>[\ue000-\ue7ff])|两|三)(?:样|种|件|个|本|双)~(?:都|全)(?:想|要)?(?:{buy}|要)(?:了|下来|下)*", "~(?:都|全)(?:{buy})(?:了|下来)?"),
        "for": ("~(?:{buy}|吃|坐|交|充|看)(?:了)?(?:$U)?(?P<x>~)(?:一共|共)?(?:用|花|付|支付|交)(?:去|了|掉)?<s>元", "~(?:花|用|付)(?:去|了|掉)?<s>元(?:钱)?(?:{buy}|吃|坐|交|充)(?:了)?(?:$U)?(?P<x>~)"),
        "paid": ("~(?:一共|总共|共)(?:花|用|付)(?:去|了|掉)?<s>元(?:钱)?",),
        "has": ("(?P<w>~)(?:带|有|拿|存|攒|带着|装着|准备)(?:了|着|有|出)?<m>元(?:钱|的钞票|现金|零花钱|压岁钱)?(?:(?:去|到|来).*)?", "~给(?:了)?~(?:一|(?P<one>[\ue000-\ue7ff]))?张?<m>元的?(?:钞票|钱|人民币|纸币)?(?:(?:去|到|来|买).*)?", "~(?:付|付给|付了|交给|递给|给|付出|拿出)(?:了)?~(?:一|(?P<one>[\ue000-\ue7ff]))?张?<m>元(?:的?(?:钞票|钱|人民币|纸币))?"),
        "got": ("~(?:又|再)(?:给|奖励|奖|送|寄)(?:了)?(?:他|她|我|~)<g>元(?:钱|零花钱|压岁钱)?",),
        "left": ("~(?:还|就)?(?:剩下|剩余|剩|余下|有|还有)(?:了)?<l>元(?:钱)?",),
        "asked_some": ("~些(?P<x>~)",),
    },
    {
        "first": ("~(?:原来|原先|原|开始|本来|出门时|买之前)(?:一共|共)?(?:有|带|带了|存有)*~<?>~", "~(?:带)(?:了|来)?<?>~"),
        "left": ("~(?:买完后|最后|现在|这时)?(?:还)?(?:剩下|剩余|剩|余下|还有)(?:了)?<?>~", "~(?:应|要|该|应该|可以|需|需要)*(?:找回|找给~|找)(?:~)?<?>~", "~(?:现在)(?:还)?有<?>~", "~(?:应)?(?:还给)~<?>"),
        "short": ("~(?:还)?(?:差|缺)<?>~",),
        "apart": ("(?:{buy})?(?P<x>~)比(?:{buy})?(?P<y>~)(?P<s>多|少|便宜|贵)(?:花|用|付|了)*<?>~",),
        "how_many": ("~(?:{buy})(?:了)?<?>(?P<x>~)",),
        "rest_buys": ("~(?:剩下|余下|剩余|剩)的钱~(?:最多)?(?:还)?(?:可以|能|够)?(?:再)?(?:{buy})<?>(?:每$U)?(?:<r>元)(?:一$U)?的?(?P<x>~)", "~(?:剩下|余下|剩余|剩)的钱~(?:最多)?(?:还)?(?:可以|能|够)?(?:再)?(?:{buy})<?>(?P<x>~)"),
        "cost_of": ("(?:现在|实际|打折后|~)*(?:{buy})?(?:这$U?)?(?P<x>~)(?:现在|实际)?(?:一共|总共|共)?(?:要|需|需要|应|该)*(?:花|用|付|是|卖|值)*(?:费)?(?:了|去|掉)?<?>~",),
        "total": ("~(?:一共|总共|共|应|要|需|需要|得)*(?:付|花|用|花费|支付)(?:给~)?(?:了|去|掉|费)?<?>~", "~(?:一共|总共|共)(?:要|需要|是|应)*<?>~", "(?:{buy})(?:这些|这|它们)~<?>~"),
    },
    items=_ITEMS, buy=_BUY, price=_PRICE, hold=_HOLD, **{"is": _IS},
)  # fmt: skip
def _purse(s: Scene) -> None:
    if _FOREIGN.search(s.text):
        raise Unfit
    p = _Purse(s)
    last = ""
    for name, f in s.told:
        last = _tell(p, name, f, last)
    if len(p.people) > 1 and not s.all("pool"):
        raise Unfit
    if (
        not p.lines
        and not p.spent
        and len(p.prices) == 1
        and "买" in s.text
        and s.question in ("left", "short")
    ):
        p.lines = [_Line(num(1), "", name) for name in p.prices]
    _answer(p)


def _tell(p: _Purse, name: str, f: Found, last: str) -> str:
    """Note what a clause says; the name of the thing that was priced last."""
    match name:
        case "price":
            if f.has("one") and f.value("one") != 1:
                raise Unfit
            before = set(p.prices)
            p.price(f.word("x") or f.word("y"), f.word("u"), f["p"])
            if f.word("x") and f.word("y"):
                raise Unfit
            return next(iter(set(p.prices) - before))
        case "cut" | "off":
            if not last or last in p.used:
                raise Unfit
            term = p.prices[last] - f["d"] if name == "cut" else p.prices[last] * f["r"]
            p.prices[last] = p.scene.step(f"{last}现在的价钱", term, "元")
        case "compared":
            p.compare(f.word("x") or last, f.word("y"), f)
            return list(p.prices)[-1]
        case "wanted" | "bought":
            if name == "bought" and p.scene.order().count("each"):
                raise Unfit
            p.lines += p.read_items(f)
        case "each":
            if len(p.prices) < 2 or p.lines and not all(line.name in p.prices for line in p.lines):
                raise Unfit
            count = f.value("k") if f.has("k") else {"两": 2, "三": 3}.get(f.text[0], len(p.prices))
            if count != len(p.prices):
                raise Unfit
            p.lines = [_Line(f["n"] if f.has("n") else num(1), "", one) for one in p.prices]
        case "count":
            if len(p.prices) != 1 or p.lines:
                raise Unfit
            p.lines = [_Line(f["n"], f.unit("n"), next(iter(p.prices)))]
        case "for":
            p.spent[_bare(f.word("x")) or str(len(p.spent))] = f["s"]
        case "paid":
            if p.paid is not None:
                raise Unfit
            p.paid = f["s"]
        case "has":
            if f.has("one") and f.value("one") != 1:
                raise Unfit
            p.people.append((_bare(f.word("w")), f["m"]))
            if p.money is not None and not p.scene.all("pool"):
                raise Unfit
            p.money = f["m"]
        case "has_compared":
            base = [term for who, term in p.people if who and f.word("y") and who.startswith(f.word("y"))]
            if len(base) != 1 or not f.word("x"):
                raise Unfit
            who = f.word("x")
            other = base[0] + f["d"] if f.word("s") == "多" else base[0] - f["d"]
            p.people.append((who, p.scene.step(f"{who}有多少元", other, "元")))
        case "pool":
            if len(p.people) < 2 or len({who for who, _ in p.people}) != len(p.people):
                raise Unfit
            whole = p.people[0][1]
            for _, term in p.people[1:]:
                whole = whole + term
            p.money = p.scene.step("合在一起有多少元", whole, "元")
            if f.has("items"):
                p.lines += p.read_items(f)
        case "got":
            if p.money is None:
                raise Unfit
            p.money = p.scene.step("一共有多少元", p.money + f["g"], "元")
        case "left":
            if p.left is not None:
                raise Unfit
            p.left = f["l"]
        case _:
            raise Unfit
    return last


def _answer(p: _Purse) -> None:
    s = p.scene
    if s.question == "how_many":
        _how_many(p)
        return
    if p.paid is not None:
        raise Unfit
    if s.question in ("apart", "cost_of"):
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


def _rest_buys(p: _Purse, total: Term) -> None:
    s = p.scene
    if p.money is None or p.left is not None or not s.asked.has("r"):
        raise Unfit
    rest = s.step("剩下多少元", p.money - total, "元")
    unit = s.asked.unit("?")
    s.give(s.work.whole("剩下的钱最多可以买多少", rest, s.asked["r"], unit, up=False), unit, "可以买的数量")


def _line_of(p: _Purse, word: str) -> _Line:
    word = _bare(word)
    near = [one for one in p.lines if one.name == word] or [one for one in p.lines if word and (one.name.endswith(word) or word.endswith(one.name))]  # fmt: skip
    if len(near) != 1:
        raise Unfit
    return near[0]


def _apart(p: _Purse) -> None:
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


def _cost_of(p: _Purse) -> None:
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
    if name != _bare(s.asked.word("x")) or p.prices[name].made is None or set(p.prices) - p.used - {name}:
        raise Unfit
    s.give(p.prices[name], "元", f"{name}的价钱")


def _how_many(p: _Purse) -> None:
    """How many of the kind whose number was not told."""
    s = p.scene
    some = [line for line in p.lines if line.count is None]
    if len(some) != 1 or p.left is not None or p.money is not None or (p.paid is None):
        raise Unfit
    line = some[0]
    if s.asked.word("x") and _bare(s.asked.word("x")) != line.name:
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
