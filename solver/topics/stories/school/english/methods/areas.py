"""Rectangles, squares and boxes in stories: around, on, in them; what a fence, a carpet, paint costs; a path around; a part left out.

Not read: other shapes, shapes put together, walls of a room all at once.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.english.marks import SCALES
from solver.topics.stories.school.english.methods.families import Bag, Fact, family
from solver.topics.stories.school.english.methods.measures import into, named, unit_named
from solver.topics.stories.school.working import Term, Unfit, Working, num

_ODD: Final = re.compile(
    r"exceed|triang|circ|parallelogram|trapez|rhomb|l-shaped|slope|radius|diameter|pyramid|cylinder|cone|sphere|hexagon|pentagon|octagon|cut|removed|increase|surface|enlarge|doubled|each side is|scale|map|all four walls"
)
_UPRIGHT: Final = re.compile(
    r"\b(?:wall|picture|poster|door|window|flag|photo|board|screen|painting|mirror|banner)\b"
)
_PER: Final = "(per|a|for each|for every|for one|each|an)"
_LONG: Final = "(long|in length)"
_WIDE: Final = "(wide|broad|in width|across)"
_HIGH: Final = "(high|deep|tall|in height|in depth|thick)"
_WORDS_HIGH: Final = "(height|depth|thickness)"
_PATH: Final = "(path|border|frame|walkway|strip)"
_SIDES: Final = {
    "a": (f"~8 <a:length> {_LONG} ~3", "~8 (length|longer side) ~5 (is|of|was) <a:length> ~3", "~ (length|longer side) ~3 <a:length>", "(has)? a length of <a:length>"),
    "b": (f"~8 <b:length> {_WIDE} ~3", "~8 (width|shorter side|breadth) ~5 (is|of|was) <b:length> ~3", "~ (width|breadth) ~3 <b:length>"),
    "h": (f"~8 <h:length> {_HIGH} ~3", f"~8 {_WORDS_HIGH} ~5 (is|of|was) <h:length> ~3", "~8 (filled|full|poured) ~2 to a (height|depth) of <h:length>"),
    "ab": ("~8 <a:length> by <b:length> ~4", "~8 <a:length> (long)? by <b:length> (wide)? ~3", "~8 (measures|measuring) <a:length> by <b:length> ~3", "~8 <a> by <b:length> ~4"),
    "abh": ("~8 <a:length> by <b:length> by <h:length> ~4", "~8 <a> by <b> by <h:length> ~4"),
    "s": ("~8 (square|cube|cubical) ~4 (with)? (a)? (side|sides|edge|edges|side length|edge length|sides of length|edges of length) ~2 (is|of|are|measures)? <s:length> (long)? ~2", "~ (side|sides|edge|edges|side length|edge length) ~5 (is|are|measures|of|measure) <s:length> ~2",
          "(the|a|each|one|its) (side|edge) ~3 (is|measures) <s:length> ~2", "~ square ~4 <s:length> (long|wide|on each side)", "(each|its) side ~2 <s:length> ~2", "~ square ~4 (with|has) (a)? (side|sides) ~2 <s:length> ~2"),
    "P": ("~4 (square)? ~4 perimeter ~4 (is|of) <p:length> ~2", "~ <p:length> of (fence|fencing|wire|rope|ribbon|string) ~6"),
    "A": ("~4 (square)? ~4 area ~4 (is|of) <A:area> ~2", "~8 <A:area> (large|big|in area)? ~2", "~8 (covers|has) <A:area> ~2"),
    "V": ("~8 (volume|capacity) ~4 (is|of) <V:volume> ~2", "~8 (holds|contains) <V:volume> ~3"),
    "of": ("~ (width|breadth) ~6 is <f:part> (of)? (the|its|that|of the) (length)? ~1", "~ (length) ~6 is <n> times (as long as|as big as|the|its) (the)? (width|breadth) ~1", "~ is <n> times as long as (it is)? wide", "~ <n> times as long as it is wide", "its (width|breadth) is <f:part> (its|of its|the) length", "~ <f:part> as wide as (it is)? long", "~ length is <n> times its width"),
    "than": ("~ (length) ~6 is <d:length> (longer|more|greater) than (the|its) (width|breadth)", "~ (width|breadth) ~6 is <d:length> (shorter|less|smaller) than (the|its) length", "~ is <d:length> longer than (it is)? wide", "<d:length> longer than (it is)? wide"),
    "square": ("~8 square ~4",),
}  # fmt: skip
_COST: Final = {
    "cost": (f"~8 <m:money> {_PER} (square)? <u=metre|meter|m|m²|foot|yard|centimetre|cm|metre of|meter of> ~4", "(one|each|a) (square)? <u=metre|meter|m|m²|foot|yard> ~4 costs <m:money> ~1", "~ <m:money> for (each|every|one) (square)? <u=metre|meter|m|foot> ~3"),
    "tin": ("(one|a|each|every) <thing=tin|can|pot|bucket|litre|bag|packet|pack|box|roll|tub|kilogram> ~3 (covers|is enough for|paints|will cover|lasts for) (about)? <c:area> ~1", "~ <thing=tin|can|pot|bucket|litre|bag|packet|pack|box|roll|tub> ~3 (covers|is enough for|will cover|can cover) (about)? <c:area> ~1"),
    "price": ("(one|a|each|every) (tin|can|pot|bucket|litre|bag|packet|pack|box|roll|tub) ~2 costs <m:money> ~1",),
}  # fmt: skip
_HOLE: Final = {
    "hole": ("~ (window|door|pond|bed|rug|hole|opening|patio|shed|pool|house) ~3 <a:length> by <b:length> ~4 ((is|are) not ~3)?", "~ (window|door|pond|bed|rug|hole|opening|patio|shed|pool|house) ~4 (measures|measuring) <a:length> by <b:length> ~4", "~ (window|door|pond|bed|rug|hole|opening|patio|pool|shed) ~4 (with)? (an area|area)? (of)? <A:area> ~4 ((is|are) not ~3)?", "~ <A:area> (is|are) (not|taken up by) ~4", "~ <A:area> ~3 (windows|window|doors|door) ~3"),
    "left": ("~3 (walks|walk|runs|run|goes|go|jogs) ~2 (around|round) ~2 once", "~ (is|are) (not|n't) ~3", "(not|n't) (painted|covered)"),
}  # fmt: skip
_PATHS: Final = {"path": (f"~ {_PATH} ~3 (of width|that is)? <w:length> (wide)? ~2 (around|round|along|surrounds|goes|runs)? ~6 (around|round)? ~4", f"~ (surrounded|bordered) by a {_PATH} ~3 <w:length> (wide)? ~3", f"~ a <w:length> (wide)? {_PATH} ~3 (around|round|surrounds|along)? ~5", f"(around|round) ~6 {_PATH} ~3 <w:length> (wide)? ~2", f"~ {_PATH} ~3 <w:length> (wide)? ~3 (around|round|surrounds) ~4")}  # fmt: skip
_ASK: Final = {
    "area": ("(what is|find|calculate|work out|what was) (the|its) (total)? area ~6", "how (big|large) is ~5", "how much (carpet|grass|turf|fabric|paper|glass|land|space|material|floor|wall) ~8", "how many square <u=metres|meters|centimetres|centimeters|feet|kilometres|m> (of ~2)? ~10", "how many <u=m²|cm²> ~8", "what area ~8"),
    "around": ("(what is|find|calculate|work out) (the|its) perimeter ~6", "how (long|much) (is|fence|fencing|wire|ribbon|lace|rope|must|does|should|edging|trim|skirting) ~2 (the fence|the fencing|fence|fencing|it|~3)? ~10 (once)?", "how many <u=metres|meters|m|centimetres|feet> of (fence|fencing|wire|ribbon|lace|rope|edging|trim|skirting|wall|hedge) ~8 (once)?", "how far @do ~4 (walk|run|go|jog) ~3 (around|round)? ~3 once? ~3"),
    "volume": ("(what is|find|calculate|work out) (the|its)? (volume|capacity) ~6", "how many (cubic <u=metres|meters|centimetres|centimeters|m>|<u=litres|liters>) ~10", "how much water ~8"),
    "money": ("how much @do ~8 <a:length> by <b:length> ~4 cost ~2", "how much @do ~8 (cost|pay)? ~6", "(what is|find|calculate|work out) the (total)? (cost|price) ~8", "how much (is|money|will) ~8", "what @do ~6 cost ~4"),
    "tins": ("how many <thing=tins|cans|pots|buckets|litres|bags|packets|packs|boxes|rolls|tubs> ~8",),
    "length": ("(how long is|what is the length of|find the length of) ~6", "(what is|find) (its|the) length ~4"),
    "width": ("(how wide is|what is the width of|find the width of|what is the breadth of) ~6", "(what is|find) (its|the) (width|breadth) ~4"),
    "height": ("(how (high|deep|tall) is|what is the (height|depth) of) ~6", "(what is|find) (its|the) (height|depth) ~4", "how (high|deep) ~6"),
    "side": ("how long is (each|one|a|the) (side|edge) ~5", "(what is|find) (the)? (length of)? (each|one|a|the|its)? (side|edge|side length) ~6"),
    "rest": ("(what is|find) the area (left|of the rest|that is left|remaining) ~5", "how (much|many square <u=metres|meters>) ~3 (left|remain|remaining|remains|to be painted|for grass|for the lawn) ~4", "what area (is left|remains) ~4", "what is the (remaining area|area of the remaining ~3)"),
    "ring": (f"(what is|find|calculate|work out) the area of (the|this) {_PATH} ~2", f"how (big|large) is the {_PATH}"),
}  # fmt: skip


@family(
    r"long|wide|length|width|side|square|area|perimeter|edge|\bby\b|deep|high",
    facts={**_SIDES, **_COST, **_HOLE, **_PATHS},
    asks=_ASK,
)
def _rectangle(bag: Bag, work: Working) -> None:
    if _ODD.search(bag.sheet.text):
        raise Unfit
    if bag.asked.has("a"):
        bag = Bag((*bag.facts, Fact("ab", bag.asked.values, bag.asked.units, {})), bag.asked, bag.sheet)
    _Place(bag, work).solve()


class _Place:
    """A rectangle, square or box with its measures in one unit of length."""

    def __init__(self, bag: Bag, work: Working) -> None:
        self._bag, self._work = bag, work
        self._facts = {f.kind: f for f in bag.facts if f.kind not in ("square", "left")}
        told = [f for f in bag.facts if f.kind not in ("square", "left")]
        if len(told) != len(self._facts):
            raise Unfit
        self._left = set(self._facts)
        lengths = [f.unit(n) for f in told for n in ("a", "b", "h", "s", "p", "d") if f.unit(n)]
        areas = [f.unit(n) for f in told for n in ("A",) if f.unit(n)]
        lines = {"m²": "m", "cm²": "cm", "km²": "km"}
        self.unit = lengths[0] if lengths else lines.get(areas[0], "") if areas else ""
        if not self.unit:
            raise Unfit
        self._squared = "s" in self._facts or bool(re.search(r"\bsquare\b(?! (?:met|cent|m\b|feet|foot|km|kilo))", bag.sheet.text)) or "cube" in bag.sheet.text  # fmt: skip

    def _length(self, kind: str, name: str) -> Term:
        if kind not in self._facts:
            raise Unfit
        fact = self._facts[kind]
        self._left.discard(kind)
        return into(self._work, fact[name], fact.unit(name) or self.unit, self.unit)

    def _area_told(self, fact: Fact, name: str) -> Term:
        goal = f"{self.unit}²"
        if goal not in SCALES:
            raise Unfit
        return into(self._work, fact[name], fact.unit(name), goal)

    def _measure(self, name: str) -> Term | None:
        """Length or width or height as it is told; both sides of a square."""
        if name in "ab" and "s" in self._facts:
            return self._length("s", "s")
        if (
            "h" in self._facts
            and {"a", "b"} & set(self._facts) != {"a", "b"}
            and _UPRIGHT.search(self._bag.sheet.text)
        ):
            if name == "b":
                return self._length("h", "h")
            return self._length("b", "b") if "b" in self._facts else self._length("a", "a")
        for kind in ("abh", "ab", name):
            if kind in self._facts and self._facts[kind].has(name):
                return self._length(kind, name)
        return None

    def _sides(self) -> tuple[Term, Term]:
        a, b = self._measure("a"), self._measure("b")
        work = self._work
        if self._squared and (a is None or b is None):
            if a is not None or b is not None:
                a = b = a or b
            elif "P" in self._facts:
                a = b = work.step("the side of the square: a quarter of the perimeter", self._length("P", "p") / num(4), self.unit)  # fmt: skip
            elif "A" in self._facts:
                a = b = self._root()
        if a is not None and b is None and "of" in self._facts:
            b = work.step("the width", a * self._facts["of"]["f"] if self._facts["of"].has("f") else a / self._facts["of"]["n"], self.unit)  # fmt: skip
            self._left.discard("of")
        elif b is not None and a is None and "of" in self._facts:
            a = work.step("the length", b / self._facts["of"]["f"] if self._facts["of"].has("f") else b * self._facts["of"]["n"], self.unit)  # fmt: skip
            self._left.discard("of")
        elif a is not None and b is None and "than" in self._facts:
            b = work.step("the width", a - self._length("than", "d"), self.unit)
        elif b is not None and a is None and "than" in self._facts:
            a = work.step("the length", b + self._length("than", "d"), self.unit)
        elif a is None and b is None and "P" in self._facts and "of" in self._facts:
            k = (
                self._facts["of"]["n"]
                if self._facts["of"].has("n")
                else num(1 / self._facts["of"].values["f"])
            )
            half = work.step(
                "length and width together: half of the perimeter", self._length("P", "p") / num(2), self.unit
            )
            b = work.step(
                "the width: the length is so many times the width, so both are one more",
                half / (k + num(1)),
                self.unit,
            )
            a = work.step("the length", b * k, self.unit)
            self._left.discard("of")
        elif (a is None) != (b is None) and "P" in self._facts:
            half = work.step(
                "length and width together: half of the perimeter", self._length("P", "p") / num(2), self.unit
            )
            other = work.step("the other side", half - (a or b), self.unit)  # type: ignore[operator]
            a, b = a or other, b or other
        elif (a is None) != (b is None) and "A" in self._facts:
            area = self._area_told(self._facts["A"], "A")
            self._left.discard("A")
            other = work.step("the other side: the area divided by the side", area / (a or b), self.unit)  # type: ignore[operator]
            a, b = a or other, b or other
        if a is None or b is None:
            raise Unfit
        return a, b

    def _root(self) -> Term:
        area = self._facts["A"]
        value = self._area_told(area, "A")
        self._left.discard("A")
        root = int(value.value**0.5 + 0.5) if value.value < 10**12 else 0
        if root * root != value.value or not root:
            raise Unfit
        return self._work.step(
            "the side of the square: a number that times itself gives the area", value / num(root), self.unit
        )

    def _area(self) -> Term:
        square = f"{self.unit}²"
        if "A" in self._facts and not {"a", "b", "ab", "s"} & set(self._facts):
            self._left.discard("A")
            return self._area_told(self._facts["A"], "A")
        a, b = self._sides()
        return self._work.step("the area: length times width", a * b, square)

    def solve(self) -> None:
        """Answer the question."""
        asked, work, unit = self._bag.asked, self._work, self.unit
        kind = asked.kind
        if (
            "path" in self._facts
            and kind not in ("ring",)
            or "hole" in self._facts
            and kind not in ("area", "rest", "money", "tins")
        ):
            raise Unfit
        if (
            "hole" in self._facts
            and kind == "area"
            and not re.search(r"\bnot\b|n't|left", self._bag.sheet.text)
        ):
            raise Unfit
        has_h = "h" in self._facts or "abh" in self._facts
        if has_h and kind not in ("volume", "height") and not _UPRIGHT.search(self._bag.sheet.text):
            raise Unfit
        if kind in ("length", "width", "side"):
            a, b = self._sides()
            if kind == "side" and not self._squared or kind != "side" and self._squared:
                raise Unfit
            self._give(b if kind == "width" else a, unit, f"the {kind}")
        elif kind == "volume":
            self._volume()
        elif kind == "height":
            self._height()
        elif kind in ("area", "around", "rest"):
            if kind == "around":
                self._give(self._perimeter(), unit, "the length around")
            else:
                self._give(self._rest(self._area()), f"{unit}²", "the area")
        elif kind == "ring":
            if re.search(r"\b(?:inside|within|inner edge)\b", self._bag.sheet.text):
                raise Unfit  # then it makes the rest smaller, and nothing larger
            a, b = self._sides()
            twice = work.step("how much longer and wider it is with the path: it is on both sides", self._length("path", "w") * num(2), unit)  # fmt: skip
            outer = work.step("the area with the path", (a + twice) * (b + twice), f"{unit}²")
            inner = work.step("the area without the path", a * b, f"{unit}²")
            self._give(
                work.step("the area of the path", outer - inner, f"{unit}²"),
                f"{unit}²",
                "the area of the path",
            )
        elif kind == "tins":
            self._tins()
        else:
            self._money()

    def _perimeter(self) -> Term:
        a, b = self._sides()
        if self._squared:
            return self._work.step("the perimeter: four sides", a * num(4), self.unit)
        return self._work.step("the perimeter: twice length and width together", (a + b) * num(2), self.unit)

    def _rest(self, area: Term) -> Term:
        if "hole" not in self._facts:
            return area
        hole = self._facts["hole"]
        self._left.discard("hole")
        part = self._area_told(hole, "A") if hole.has("A") else self._work.step(
            "the area that does not count", into(self._work, hole["a"], hole.unit("a"), self.unit) * into(self._work, hole["b"], hole.unit("b"), self.unit), f"{self.unit}²",
        )  # fmt: skip
        return self._work.step("the area that is left", area - part, f"{self.unit}²")

    def _volume(self) -> None:
        if self._squared and "h" not in self._facts and "s" in self._facts and "cub" in self._bag.sheet.text:
            s = self._length("s", "s")
            term = self._work.step("the volume: edge times edge times edge", s * s * s, f"{self.unit}³")
        else:
            h = self._measure("h")
            if h is None:
                raise Unfit
            base = self._area() if "A" in self._facts else None
            if base is None:
                a, b = self._sides()
                base = a * b
            term = self._work.step("the volume: length times width times height", base * h, f"{self.unit}³")
        self._give(term, f"{self.unit}³", "the volume")

    def _height(self) -> None:
        if "V" not in self._facts:
            raise Unfit
        volume = into(self._work, self._facts["V"]["V"], self._facts["V"].unit("V"), f"{self.unit}³")
        self._left.discard("V")
        base = self._area()
        self._give(self._work.step("the height: the volume divided by the area of the bottom", volume / base, self.unit), self.unit, "the height")  # fmt: skip

    def _tins(self) -> None:
        tin, area = self._facts.get("tin"), self._rest(self._area())
        if tin is None or not self._bag.asked.word("thing").startswith(tin.word("thing")[:-1]):
            raise Unfit
        self._left.discard("tin")
        each = self._area_told(tin, "c")
        thing = self._bag.asked.word("thing")
        if tin.word("thing") in ("litre", "kilogram"):  # a measure, of which there are parts
            term = self._work.step("how much is needed", area / each, thing)
        else:
            term = self._work.whole("how many are needed", area, each, thing, up=True)
        self._give(term, thing, "the number")

    def _money(self) -> None:
        cost, work = self._facts.get("cost"), self._work
        currency = self._bag.sheet.currency
        if "tin" in self._facts and "price" in self._facts:
            tin = self._facts["tin"]
            area = self._rest(self._area())
            count = work.whole(
                "how many are needed", area, self._area_told(tin, "c"), f"{tin.word('thing')}s", up=True
            )
            self._left -= {"tin", "price"}
            self._give(
                work.step("the cost", count * self._facts["price"]["m"], currency), currency, "the cost"
            )
            return
        if cost is None or unit_named(cost.word("u").removesuffix(" of")).rstrip("²") != self.unit:
            raise Unfit
        self._left.discard("cost")
        square = "square" in self._square_before(cost) or "²" in cost.word("u")
        if square:
            amount = self._rest(self._area())
        elif re.search(
            "fence|fencing|around|edging|border|ribbon|lace|wire|skirting|trim|hedge|wall|rope",
            self._bag.sheet.text,
        ):
            amount = self._perimeter()
        else:
            raise Unfit
        self._give(work.step("the cost", amount * cost["m"], currency), currency, "the cost")

    def _square_before(self, cost: Fact) -> str:
        return "square" if re.search(rf"square {re.escape(cost.word('u'))}\b", self._bag.sheet.text) else ""

    def _give(self, term: Term, unit: str, label: str) -> None:
        if self._left:
            raise Unfit
        said = self._bag.asked.word("u")
        if said:
            goal = unit_named(said)
            goal = (
                goal
                if goal.endswith(("²", "³")) or goal == "litre"
                else goal + {"²": "²", "³": "³"}.get(unit[-1], "")
            )
            if goal != unit:
                term, unit = into(self._work, term, unit, goal), goal
        elif unit.endswith("³") and re.search(r"\blitres?\b", self._bag.sheet.text) and label == "the volume":
            raise Unfit
        self._work.give(
            term, named(unit) if unit in SCALES and "²" not in unit and "³" not in unit else unit, label
        )
