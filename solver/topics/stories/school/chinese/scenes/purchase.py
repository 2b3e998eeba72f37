"""What a purchase is made of: prices by name, lines of so many of a thing, the money there was and is left."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from solver.topics.stories.school.chinese.marks import FRACTION, NUMBER, UNIT, Marks, unit_of
from solver.topics.stories.school.chinese.scenes.scene import NAME, Found, Scene
from solver.topics.stories.school.working import Term, Unfit, num

_AS: Final = f"(?:{NUMBER}元一?{UNIT}?的|每{UNIT}{NUMBER}元的|(?:单价|标价|定价|售价)(?:都|同)?(?:是|为)?{NUMBER}元的|比{NAME}(?:标价|原价|价格)?(?:贵|便宜){FRACTION}的|(?:价格|价钱)?比{NAME}(?:贵|便宜|多|少){NUMBER}元的)"
ITEM: Final = f"(?:(?:{NUMBER}|一|两){UNIT}{_AS}?{NAME}|{_AS}{NAME}|一些{NAME}|几{UNIT}{NAME})"
_WHO: Final = re.compile(
    "^(?:已知|其中|商店里?|超市里?|书店里?|文具店里?|体育用品店里?|店里|同样的?|这种|现在|一套?|的|购物|老板说|周末|昨天|今天)+|(?:的|现在|原来|每|都|也|只|单价|每件)+$"
)


def bare(name: str) -> str:
    """A name without what stands around it in the telling: 商店里, 每, 单价."""
    before = ""
    while name != before:
        before, name = name, _WHO.sub("", name) or name
    return name


@dataclass(slots=True)
class Line:
    """So many of a thing; None: it is not told how many."""

    count: Term | None
    unit: str
    name: str


@dataclass(slots=True)
class Purse:
    """Prices by name, what is bought, what is spent besides; the money."""

    scene: Scene
    prices: dict[str, Term] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    spent: dict[str, Term] = field(default_factory=dict)
    money: Term | None = None
    people: list[tuple[str, Term]] = field(default_factory=list)  # who has how much
    left: Term | None = None
    paid: Term | None = None
    reduced: tuple[str, Term] | None = None  # whose price was lowered, and what it was before
    at: int = 0  # which clause is told
    before: int = 0  # how many lines there were before the clause that was told last
    used: set[str] = field(default_factory=set)
    second_half: bool = False  # of two, the second one costs half of its price

    def known(self, name: str) -> str:
        """The thing with a price that is meant."""
        name = bare(name)
        if name in self.prices:
            return name
        near = [n for n in self.prices if name and (n.endswith(name) or name.endswith(n))]
        if len(near) != 1:
            raise Unfit
        return near[0]

    def price(self, name: str, unit: str, term: Term) -> None:
        """A price, told once."""
        name = bare(name)
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
        if (
            not name
            or name in self.prices
            or re.search(
                "[买购付给找挣]|(?<![皮领腰背磁胶鞋纽绷彩丝飘安全])带|存(?!钱罐|储)|(?<![公实通])用|剩|花(?=去|了|费)",
                name,
            )
        ):
            raise Unfit
        self.prices[name] = term
        if unit:
            self.units[name] = unit

    def compare(self, first: str, second: str, f: Found) -> None:
        """A price by another one, whichever of the two is known."""
        try:
            base, new, back = self.known(second), bare(first), False
        except Unfit:
            base, new, back = self.known(first), bare(second), True
        self.used.add(base)
        known = self.prices[base]
        if f.has("f") and f.has("s"):
            if back:
                raise Unfit
            part = num(1) + f["f"] if f.word("s") in ("贵", "高") else num(1) - f["f"]
            term = known * part
        elif f.has("d"):
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

    def read_items(self, f: Found) -> list[Line]:
        """The lines of a purchase; prices that stand in them are noted."""
        marks: Marks = f._marks
        found = []
        for text in re.split(f"[、和与及](?={ITEM})", f.word("items")):
            match = re.fullmatch(f"(?:({NUMBER}|一|两)({UNIT}))?(?P<as>{_AS})?(?P<name>{NAME})", text)
            some = re.fullmatch(f"(?:一些|几({UNIT}))(?P<name>{NAME})", text)
            if some is not None:
                found.append(Line(None, some[1] or "", bare(some["name"])))
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
            line = Line(count, match[2] or "", bare(match["name"]))
            if match["as"]:
                self._adjective(match["as"], line, marks)
            found.append(line)
        if len({line.name for line in found}) != len(found):
            raise Unfit
        return found

    def _adjective(self, text: str, line: Line, marks: Marks) -> None:
        number = next(c for c in text if c in marks.values)
        part = re.match(f"比({NAME})(?:标价|原价|价格)?(贵|便宜)({FRACTION})的", text)
        if part is not None:
            base = self.known(part[1])
            self.used.add(base)
            f = num(marks.values[part[3]])
            term = self.prices[base] * (num(1) + f if part[2] == "贵" else num(1) - f)
            self.prices[line.name] = self.scene.step(f"{line.name}的价钱", term, "元")
            return
        compared = re.match(f"(?:价格|价钱)?比({NAME})(贵|便宜|多|少){NUMBER}", text)
        if compared is None:
            self.price(line.name, line.unit, num(marks.values[number]))
            return
        base = self.known(compared[1])
        self.used.add(base)
        more = num(marks.values[number])
        term = self.prices[base] + more if compared[2] in "贵多" else self.prices[base] - more
        self.prices[line.name] = self.scene.step(f"{line.name}的价钱", term, "元")

    def cost(self, line: Line) -> Term:
        """What a line costs."""
        name = self.known(line.name)
        unit = self.units.get(name, "")
        if line.count is None or unit and line.unit and unit_of(unit, "") != unit_of(line.unit, ""):
            raise Unfit
        self.used.add(name)
        if line.count.value == 1:
            return self.prices[name]
        if self.second_half:
            if line.count.value != 2:
                raise Unfit
            two = self.prices[name] + self.prices[name] / num(2)
            return self.scene.step(f"两{line.unit}{name}的价钱（第二{line.unit}半价）", two, "元")
        return self.scene.step(f"{line.name}一共要多少元（单价×数量）", self.prices[name] * line.count, "元")

    def total(self) -> Term:
        """What all that was bought costs."""
        parts = [*(self.cost(line) for line in self.lines), *self.spent.values()]
        if (
            not parts
            or self.second_half
            and [n.count.value for n in self.lines if n.count].count(Fraction(2)) != 1
        ):
            raise Unfit
        whole = parts[0]
        for one in parts[1:]:
            whole = whole + one
        return self.scene.step("一共花了多少元", whole, "元") if len(parts) > 1 else whole

    def all_used(self) -> None:
        """Every price that was told is one of what was bought, or gave another one."""
        if set(self.prices) - self.used:
            raise Unfit
