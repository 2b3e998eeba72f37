"""Stories of buying: prices, some told by another one, what is bought, what all costs, what is given back, what the rest buys.

Not read: two shops that are compared, offers like 买三送一.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from solver.topics.stories.school.chinese.marks import NUMBER, UNIT, Marks, same, unit_of
from solver.topics.stories.school.chinese.scenes.scene import NAME, Found, Scene, kind
from solver.topics.stories.school.working import Term, Unfit, num

_ITEM: Final = f"(?:{NUMBER}|一){UNIT}(?:{NAME})"
_ITEMS: Final = f"(?P<items>{_ITEM}(?:[、和与]{_ITEM}){{0,3}})"
_ALSO: Final = "又|再|还|先|也|只|各|另外"


@dataclass(frozen=True, slots=True)
class Line:
    """So many of a thing."""

    count: Term
    unit: str
    name: str


def _lines(f: Found) -> list[Line]:
    marks: Marks = f._marks
    lines = []
    for number, unit, name in re.findall(f"({NUMBER}|一)({UNIT})({NAME})(?=[、和与]|$)", f.word("items")):
        lines.append(Line(num(marks.values[number]) if number in marks.values else num(1), unit, name))
    if not lines:
        raise Unfit
    return lines


@kind(
    {
        "price": (
            "(?P<x>~)每(?P<u>$U)(?P<y>~)(?:的)?(?:价格|价钱|售价|单价|卖|要|是|定价|票价|进价|需要|需|为|收费)*<p>元", "(?P<x>~)(?:的)?(?:单价|价格|售价|票价)(?:每(?P<u>$U)|都)?(?:是|为|要)<p>元(?:每$U)?",
            "(?:$U)?(?P<x>~)(?:的)?(?:价格|价钱|售价|单价|卖|要|是|定价|票价|需要|需|为)+<p>元", "(?P<x>~)<p>元(?:一|每)(?P<u>$U)", "(?P<one>[\ue000-\ue7ff])(?P<u>$U)(?P<x>~)<p>元", "(?P<x>~)<p>元",
        ),
        "compared": ("(?P<x>~)(?:每$U)?(?:的)?(?:价格|价钱|单价)?比(?P<y>~)(?:的)?(?:每$U)?(?:价格|单价)?(?P<s>贵|多|便宜|少)(?:了)?<d>元",
                     "(?P<x>~)(?:的)?(?:价格|价钱|单价)是(?P<y>~)(?:的)?(?:价格|价钱|单价)?的?(?:<k>倍|<%f>)"),
        "half": ("(?P<x>~)半价", "(?P<x>~)(?:票)?(?:享受)?半价(?:优惠)?"),
        "bought": ("~(?:要)?(?:{also})*(?:买|购买|购|买来|买回|购进|订)(?:了)?{items}", "~(?:给~)?(?:{also})*(?:买|购买|购|买来|买回|购进|订)(?:了)?{items}", "~(?:有)?{items}(?:去|到|来|参观|一起去|一起).*", "(?P<p1>[\ue000-\ue7ff])(?:名|位|个)(?P<n1>~)(?:带|带领|带着|和)(?:了)?(?P<p2>[\ue000-\ue7ff])(?:名|位|个)(?P<n2>~)(?:去|到|参观|看|游).*"),
        "count": ("~(?:{also})*(?:买|购买|购|买来|订)(?:了)?<n:u>",),
        "bought_for": ("~(?:{also})*(?:买|购买)(?:了)?(?P<one>[\ue000-\ue7ff])?(?:$U)?(?P<x>~)(?:用去|花了|花去|用了|用掉|花|，)?<s>元",),
        "bought_compared": ("~(?:{also})*(?:买|购买)(?:了)?(?:$U)?比(?P<y>~)(?P<s>贵|多|便宜|少)<d>元的(?P<x>~)",),
        "spent_compared": ("买(?P<x>~)(?:花|用)(?:去|了)?的钱比买?(?P<y>~)(?:花|用)?(?:去|了)?(?:的钱)?(?P<s>多|少)(?:花|用)?(?:了)?<d>元",),
        "has": ("~(?:带|有|带了|带着|拿|给|付给|付|攒了|给了~|付给~|付了|拿出|交给~)+(?:了)?<m>元(?:钱|的钞票|钞票)?(?:去.*|到.*|来.*|买.*)?", "~(?:给)(?:了)?~(?:张)?<m>元的?(?:钞票|钱|人民币)?(?:去.*)?"),
        "rest": ("(?:用)?(?:剩下|余下|剩余)的钱(?:全部|都|全)?(?:用来|用于|准备|想|打算)?(?:去)?买(?:每(?P<u>$U)|单价(?:是|为)?)?<r>元的(?P<x>~)", "(?:用)?(?:剩下|余下|剩余)的钱(?:全部|都|全)?(?:用来|用于)?买(?:$U)?(?P<z>~)"),
    },
    {
        "total": ("~(?:买~)?(?:一共|总共|共|应)?(?:要|需要|应|应该|得|需)?(?:一共|共)?(?:付|花|用|花费|用去|花去|付给~)(?:了|去|掉)?<?>~", "~一共(?:要|需要|是)?<?>", "买(?P<all>~)(?:一共|总共|共)?(?:要|需要|用|花)*(?:了)?<?>"),
        "change": ("~(?:应该|应|要|可以|还)*(?:找回|找给~|找)(?:~)?<?>",),
        "left": ("~(?:买完后|买完以后|最后|现在)?(?:还)?(?:剩下?|剩余|余下?)(?:了)?<?>~",),
        "rest_buys": ("~(?:最多)?(?:还)?(?:可以|能|够)?(?:再)?买<?>(?P<x>~)",),
        "price": ("(?:每|一|这)?(?:$U)?(?P<x>~)(?:的)?(?:价格|价钱|售价|单价)?(?:要|是|卖)*<?>", "每(?P<u>$U)(?P<x>~)(?:要|是)*<?>"),
    },
    items=_ITEMS, also=_ALSO,
)  # fmt: skip
def _shopping(s: Scene) -> None:
    basket = _Basket(s)
    basket.read()
    basket.answer()


class _Basket:
    """Prices by name, what is bought, and the money."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.prices: list[tuple[str, str, Term]] = []  # name, unit, price
        self.lines: list[Line] = []
        self.paid: list[Term] = []
        self.used: set[int] = set()
        self.bases: set[int] = set()
        self.money: Term | None = None
        self.rest: Found | None = None

    def read(self) -> None:
        s = self.scene
        if re.search("送一|总价|打.?折|优惠|降价|减价|直降|立减|每满|甲店|乙店|运费|另", s.text):
            raise Unfit
        later: list[tuple[str, Found]] = []
        for name, f in s.told:
            match name:
                case "bought":
                    self._buy(f)
                case "count":
                    self._count(f)
                case "price":
                    self._price(f)
                case "compared" | "half":
                    later.append((name, f))
                case "bought_for":
                    self.paid.append(f["s"])
                    self.prices.append((f.word("x"), "", f["s"]))
                    self.used.add(len(self.prices) - 1)
                case "bought_compared" | "spent_compared":
                    later.append((name, f))
                case "has":
                    if self.money is not None:
                        raise Unfit
                    self.money = f["m"]
                case "rest":
                    self.rest = f
        for name, f in later:
            self._compare(name, f)

    def _buy(self, f: Found) -> None:
        if f.has("items"):
            self.lines += _lines(f)
        else:
            self.lines += [Line(f["p1"], "人", f.word("n1")), Line(f["p2"], "人", f.word("n2"))]

    def _count(self, f: Found) -> None:
        """ "笔记本每本4元，买了3本"."""
        unit = f.word("n_u")
        found = [p for p in self.prices if p[1] == unit]
        if len(found) != 1:
            raise Unfit
        self.lines.append(Line(f["n"], unit, found[0][0]))

    def _price(self, f: Found) -> None:
        name, unit = f.word("x") or f.word("y"), f.word("u")
        if f.has("one") and f.value("one") != 1:
            raise Unfit
        name = re.sub("的$|^(?:已知|商店里|超市里|其中)", "", name)
        if re.search("[买购花用付给带有挣存]|找回", name):
            raise Unfit
        if not name:
            named = [one for one in self.lines if one.unit == unit] or self.lines[-1:]
            if len(named) != 1 or not unit or named[0].unit != unit:
                raise Unfit
            name = named[0].name
        self.prices.append((name, unit, f["p"]))

    def _known(self, name: str) -> int:
        found = [i for i, p in enumerate(self.prices) if _fits(p[0], name)]
        if len(found) != 1:
            exact = [i for i in found if self.prices[i][0] == name]
            if len(exact) != 1:
                raise Unfit
            return exact[0]
        return found[0]

    def _compare(self, name: str, f: Found) -> None:
        s = self.scene
        if name == "half":
            if len(self.prices) != 1:
                raise Unfit
            base = self.prices[0][2]
            self.bases.add(0)
            self.prices.append((f.word("x"), "", s.step(f"{f.word('x')}的价钱（半价）", base / num(2), "元")))
            return
        first, second = f.word("x"), f.word("y")
        up = f.word("s") in ("贵", "多")
        try:
            at, new, back = self._known(second), first, False
        except Unfit:
            at, new, back = self._known(first), second, True
        base = self.prices[at][2]
        self.bases.add(at)
        if f.has("d"):
            price = base + f["d"] if up != back else base - f["d"]
        else:
            k = f["k"] if f.has("k") else f["f"]
            price = base / k if back else base * k
        price = s.step(f"{new}的价钱", price, "元")
        self.prices.append((new, "", price))
        if name in ("bought_compared", "spent_compared"):
            self.paid.append(price)
            self.used.add(len(self.prices) - 1)

    def _cost(self, lines: list[Line]) -> Term:
        s = self.scene
        parts = []
        for line in lines:
            at = self._for(line)
            self.used.add(at)
            price = self.prices[at]
            if price[1] and unit_of(price[1], "") != unit_of(line.unit, "") and not {price[1], line.unit} <= {"人", "张", "名", "位"}:  # fmt: skip
                raise Unfit
            one = line.count.value == 1
            parts.append(
                price[2]
                if one
                else s.step(f"{line.name}一共多少元（单价×数量）", price[2] * line.count, "元")
            )
        parts += self.paid
        total = parts[0]
        for one_part in parts[1:]:
            total = total + one_part
        return s.step("一共要付多少元", total, "元") if len(parts) > 1 else total

    def _for(self, line: Line) -> int:
        adult = re.search("老师|家长|大人|成人|教师", line.name)
        child = re.search("学生|同学|儿童|小朋友|孩子", line.name)
        if adult or child:
            mine = "成人|大人|老师|教师|家长" if adult else "学生|儿童|小朋友|孩子|同学"
            found = [i for i, p in enumerate(self.prices) if re.search(mine, p[0])]
            if len(found) != 1:
                raise Unfit
            return found[0]
        return self._known(line.name)

    def answer(self) -> None:
        s = self.scene
        question = s.question
        if question == "price":
            self._price_asked()
            return
        if not self.lines and not self.paid:
            raise Unfit
        lines = self.lines
        named = s.asked.word("all")
        if named:
            lines = [one for one in lines if _fits(one.name, named)] or lines
            if len(lines) not in (1, len(self.lines)):
                raise Unfit
        if len(lines) < len(self.lines) and self.paid:
            raise Unfit
        asked_for = [one for one in self.lines if one.name in s.asked.text]
        if question == "total" and lines is self.lines and 0 < len(asked_for) < len(lines):
            raise Unfit  # it is asked for one of several things
        cost = self._cost(lines)
        if self.used | self.bases != set(range(len(self.prices))) and lines is self.lines:
            raise Unfit
        if question == "total":
            if self.money is not None or self.rest is not None:
                raise Unfit
            s.give(cost, "元", "一共的钱数")
            return
        if self.money is None:
            raise Unfit
        left = s.step("剩下（找回）多少元", self.money - cost, "元")
        if question == "rest_buys":
            if self.rest is None or not self.rest.has("r") or s.asked.word("x") and not _fits(self.rest.word("x"), s.asked.word("x")):  # fmt: skip
                raise Unfit
            unit = s.asked.unit("?")
            s.give(
                s.work.whole("剩下的钱最多可以买多少", left, self.rest["r"], unit, up=False),
                unit,
                "可以买的数量",
            )
        elif self.rest is None:
            s.give(left, "元", "剩下的钱数")
        else:
            raise Unfit

    def _price_asked(self) -> None:
        if self.lines or self.paid or self.money is not None:
            raise Unfit
        at = self._known(self.scene.asked.word("x"))
        if at != len(self.prices) - 1 or self.prices[at][2].made is None:
            raise Unfit
        self.scene.give(self.prices[at][2], "元", "价钱")


def _fits(one: str, other: str) -> bool:
    return bool(one) and bool(other) and same(one, other)
