"""A rectangle out of whose corner a smaller one is cut: the area and the perimeter of what is left, an L-shape.

Not read: pieces cut out of the middle or of a side, where the perimeter grows; L-shapes of which the six sides are told.
"""

from __future__ import annotations

from typing import Final

from solver.topics.stories.everyday.kinds import Story, en, kind, value
from solver.topics.stories.school.working import Term, Unfit, Working, num

_LONG: Final = "(?:cm|m|mm|km|inches|inch|in|feet|ft|yards)"
_THING_EN: Final = r"(?:(?:sheet|piece) of (?:paper|card|cardboard|metal|wood)|garden|lawn|room|field|plot|sheet|paper|card|pond|patio|piece|shed|bed|flower bed|floor|playground|tile|hole|notch)"
_SIZES: Final = "(?:smaller |small |larger |large |bigger |big |little |rectangular piece of )*"


def _rectangle(a: str, b: str, u: str) -> str:
    """A rectangle or square in English words with its sides at places `a1`, `b1`, `a2`, …"""
    n = r"\d+(?:\.\d+)?"
    by = rf"(?P<{a}%d>{n}) ?(?P<{u}%d>{_LONG})? ?(?:by|x|\*) ?(?P<{b}%d>{n}) (?P<{u}%db>{_LONG})"
    long = rf"(?P<{a}%d>{n}) (?P<{u}%d>{_LONG}) (?:long|in length) ?(?:,|and|by)+ ?(?P<{b}%d>{n}) (?P<{u}%db>{_LONG}) (?:wide|in width|broad|high|tall)"
    of = rf"length (?:of )?(?P<{a}%d>{n}) (?P<{u}%d>{_LONG}) ?(?:,|and)+ ?(?:a )?(?:width|breadth) (?:of )?(?P<{b}%d>{n}) (?P<{u}%db>{_LONG})"
    sides = "|".join(form.replace("%d", str(k)) for k, form in enumerate((by, long, of), 1))
    oblong = rf"(?:rectangle|rectangular {_THING_EN})"
    square = rf"(?:square|square {_THING_EN})"
    return (
        rf"(?:an? |the |1 )?{_SIZES}(?:{oblong} ?,? ?(?:of |that is |which is |measuring |that measures |which measures |is |measures |with |has (?:a )?|with sides (?:of )?|with a )?(?:{sides}) ?,?"
        rf"|(?P<{a}4>{n}) ?(?P<{u}4>{_LONG})? ?(?:by|x|\*) ?(?P<{b}4>{n}) (?P<{u}4b>{_LONG}) {_SIZES}(?:{oblong}|piece|corner|{_THING_EN})"
        rf"|{square} ?,? ?(?:of |with |has |is )?(?:a )?(?:sides?|side length) ?(?:lengths? )?(?:of )?(?P<{a}5>{n}) (?P<{u}5>{_LONG}) ?,?"
        rf"|(?P<{a}6>{n}) (?P<{u}6>{_LONG}) (?:by \d+(?:\.\d+)? {_LONG} )?{square})"
    )


_CUT: Final = r"(?:cut (?:off|out|away)?|removed|taken (?:away|off|out)?|snipped off|dug|built|planted|missing|torn off)"
_CORNER: Final = r"(?:from|at|off|out of|in|of) (?:out of |off )?(?:one of (?:the |its )?|one |1 of (?:the |its )?|1 |a |the |its )corners?(?: of (?:it|this|the (?:rectangle|square|larger rectangle|large rectangle|big rectangle|paper|card|garden|lawn|room|field|sheet)))?"
_LEAVE: Final = r" ?,? ?(?:(?:to (?:leave|make|form|give|create)|leaving|making|forming|so that) (?:an |the )?(?:l-?shape|l shape|l-shaped (?:\w+))(?: (?:is|remains|is left))?)?"
_SHAPE: Final = rf"(?: of (?:the |this )?(?:l-?shape|l shape|l-shaped \w+|resulting (?:shape|figure)|(?:remaining |new |final )?(?:shape|figure|piece|paper|card|part|region|sheet|{_THING_EN})))?(?: (?:that is |which is |that |which )?(?:left|remaining|remains|is left)(?: over)?)?"
_IN: Final = rf"(?: ?,? ?in (?:square )?{_LONG}| ?,? ?in {_LONG}\^\{{?2\}}?)?"
_FIND: Final = r"(?:what (?:is|are)|find|work out|calculate)"


@kind(
    r"\bcorners?\b|\bl-?shape",
    "en",
    {
        "outer": (rf"(?:there is |{en(2)}has |{en(2)}draws )?{_rectangle('a', 'b', 'u')}",),
        "cut": (rf"(?:then )?{_rectangle('c', 'd', 'v')} (?:is|was|has been|gets) {_CUT} ?{_CORNER}{_LEAVE}", rf"(?:{en(2)}cuts? |{en(2)}removes? ){_rectangle('c', 'd', 'v')} {_CORNER}{_LEAVE}"),
        "both": (
            rf"{_rectangle('a', 'b', 'u')} has {_rectangle('c', 'd', 'v')} {_CUT} ?{_CORNER}{_LEAVE}",
            rf"{_rectangle('c', 'd', 'v')} (?:is|was) {_CUT} ?(?:from|out of|off|at) (?:a |one |1 |the )corner of {_rectangle('a', 'b', 'u')}{_LEAVE}",
            rf"an l-?shape (?:is|was) made by (?:cutting|removing|taking) {_rectangle('c', 'd', 'v')} ?(?:out |away |off )?(?:from|out of|off) (?:a |one |1 |the )corner of {_rectangle('a', 'b', 'u')}",
            rf"from (?:one corner of |a corner of |1 corner of )?{_rectangle('a', 'b', 'u')} ?,? {_rectangle('c', 'd', 'v')} (?:is|was) {_CUT} ?(?:{_CORNER})?{_LEAVE}",
        ),
        "ask_area": (rf"{_FIND} the area{_SHAPE}{_IN}", rf"what area(?: of (?:the |it|this )?(?:{_THING_EN})?)? (?:is left|remains){_IN}", rf"how (?:large|big) is the area{_SHAPE}{_IN}"),
        "ask_perimeter": (rf"{_FIND} the perimeter{_SHAPE}{_IN}",),
        "ask_both": (rf"{_FIND} ?(?:: )?(?:\(a\) |, a , )?(?:the |its )area{_SHAPE}{_IN} ?[,.;]? ?(?:and )?(?:\(b\) |, b , )?(?:{_FIND} )?(?:the|its) perimeter{_SHAPE}{_IN}", rf"{_FIND} the area and (?:the )?perimeter{_SHAPE}"),
    },
)  # fmt: skip
def _cut_in_english(s: Story, work: Working) -> None:
    s.only("outer", "cut", "both")
    _cut_corner(s, work, ("area", "perimeter") if s.question == "both" else (s.question,))


_U: Final = "(?:毫米|厘米|分米|米)"


def _oblong(a: str, b: str, u: str) -> str:
    """A rectangle or square in Chinese words with its sides at places `a1`, `b1`, `a2`, …"""
    n = r"\d+(?:\.\d+)?"
    sides = (
        rf"长(?:是|为)?(?P<{a}%d>{n})(?P<{u}%d>{_U})?(?:和|,|，)?宽(?:是|为)?(?P<{b}%d>{n})(?P<{u}%db>{_U})"
    )
    tail = "(?:形)?(?:的)?(?:纸|铁皮|纸片|纸板|木板|草地|菜地|卡纸)?"
    return (
        rf"(?:一|1)?(?:个|张|块)?(?:{sides.replace('%d', '1')}的?(?:大|小)?长方{tail}|(?:大|小)?长方{tail}(?:,|，)?{sides.replace('%d', '2')}"
        rf"|边长(?:是|为)?(?P<{a}3>{n})(?P<{u}3>{_U})的?(?:大|小)?正方{tail}|(?:大|小)?正方{tail}(?:的)?边长(?:是|为)?(?P<{a}4>{n})(?P<{u}4>{_U}))"
    )


_AWAY: Final = "(?:剪|截|切|锯|挖|割)(?:去|掉|下)了?"
_AT: Final = "(?:它|长方形|正方形|纸|这张纸|这块铁皮)?的?(?:其中)?(?:一|1)个?角上?"
_LEFT: Final = "(?:剩下|剩余|余下)的?(?:部分|图形|纸|铁皮|纸片)?的?"


@kind(
    "角",
    "zh",
    {
        "outer": (rf"(?:有|把|将)?{_oblong('a', 'b', 'u')}",),
        "cut": (rf"(?:如果|现在)?(?:从|在|沿)?{_AT}{_AWAY}{_oblong('c', 'd', 'v')}",),
        "both": (rf"(?:从|在){_oblong('a', 'b', 'u')}的?{_AT}{_AWAY}{_oblong('c', 'd', 'v')}",),
        "ask_area": (rf"(?:求)?{_LEFT}面积(?:是|有|为)?(?:多少(?:平方{_U})?)?",),
        "ask_perimeter": (rf"(?:求)?{_LEFT}周长(?:是|有|为)?(?:多少{_U}?)?",),
        "ask_both": (rf"(?:求)?{_LEFT}(?P<x>面积|周长)(?:和|与)(?P<y>面积|周长)(?:各|分别)?(?:是|为)?(?:多少)?",),
    },
)  # fmt: skip
def _cut_in_chinese(s: Story, work: Working) -> None:
    s.only("outer", "cut", "both")
    names = {"面积": "area", "周长": "perimeter"}
    if s.question != "both":
        _cut_corner(s, work, (s.question,))
        return
    wanted = tuple(names[s.asked.values[k]] for k in "xy")
    if len(set(wanted)) != 2:
        raise Unfit
    _cut_corner(s, work, wanted)


def _sides(s: Story, a: str, b: str) -> tuple[Term, Term]:
    """Length and width of one of the rectangles."""
    longs, wides = s.placed(a), s.placed(b)
    if len(longs) != 1 or len(wides) > 1:
        raise Unfit
    return value(longs[0]), value((wides or longs)[0])


def _cut_corner(s: Story, work: Working, wanted: tuple[str, ...]) -> None:
    (a, b), (c, d) = _sides(s, "a", "b"), _sides(s, "c", "d")
    units = {*s.placed("u"), *s.placed("v")}
    inside = c.value < a.value and d.value < b.value or d.value < a.value and c.value < b.value
    if len(units) != 1 or not inside:
        raise Unfit
    unit, chinese = units.pop(), work.language == "zh"
    for name in wanted:
        give = work.give if name == wanted[0] else work.give_also
        if name == "area":
            square = f"平方{unit}" if chinese else f"square {unit}"
            whole = work.step("原图形的面积" if chinese else "the area of the whole", a * b, square)
            piece = work.step(
                "剪去的面积" if chinese else "the area of the piece that is cut off", c * d, square
            )
            says = "剩下的面积" if chinese else "the area that is left"
            give(work.step(says, whole - piece, square), square, says)
            continue
        says = (
            "周长不变（剪去的两条边平移后正好补上），仍是原图形的周长"
            if chinese
            else "the perimeter: the two new sides are as long as the two that were cut off, so it is that of the whole"
        )
        give(work.step(says, (a + b) * num(2), unit), unit, "剩下图形的周长" if chinese else "the perimeter")
