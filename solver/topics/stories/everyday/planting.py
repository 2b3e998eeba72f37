"""Trees, lamps and flags in a row or round a pond: how many, how far apart, how long. Not read: rows that change, walking past, numbers on one of several sides.

What a clause tells stands in phrases in any order: the tables say which phrases there are, the sums look for what they tell. Whether the ends have one has to be told, but round a pond.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.base import Words
from solver.topics.stories.everyday.kinds import Story, en, kind, value
from solver.topics.stories.school.working import Term, Unfit, Working, num

_N: Final = r"(?<![\d.])\d+(?:\.\d+)?(?![\d.]\d)"
_U: Final = r"(?:m|feet|foot|yards?)(?![a-z])"
_THING: Final = r"(?:(?:[a-z]+ )?(?:trees?|lights?|lamps?|posts?|poles?|flags?|saplings?|bushes|bush|benches|bench|stakes?|markers?|flowerpots?|flowers?))"
_WAY: Final = r"(?:(?:straight |city |country |garden )?(?:road|street|path|avenue|track|highway|driveway|trail|riverbank|lane|fence|sidewalk|runway))"
_ROUND: Final = (
    r"(?:(?:circular |round )(?:lake|pond|pool|track|garden|field|park|plaza|square|flower bed|fountain))"
)
_PIECES: Final = (
    rf"(?:(?:with )?(?:1|an?) (?:{_THING} )?)?(?:every|at every|at intervals of) {_N} {_U}(?: apart)?",
    rf"{_N} {_U} (?:apart|from each other)(?: from each other)?",
    rf"with {_N} {_U} between (?:them|(?:neighbou?ring|adjacent|each 2|every 2) {_THING})",
    r"(?:along|on|down) (?:both sides|1 side|the side|1 edge)(?: of)?",
    rf"(?:(?:along|beside|of|on) )?(?:an?|the|this) (?:straight )?(?:{_N} {_U}(?: long)? )?{_WAY}(?: (?:that is |which is )?{_N} {_U} (?:long|in length)| of length {_N} {_U})?",
    rf"(?:around|round|along the (?:edge|shore|bank) of|at the edge of) (?:an?|the) {_ROUND}(?: (?:with a (?:circumference|perimeter) of|whose (?:circumference|perimeter) is) {_N} {_U}| (?:that is )?{_N} {_U} in circumference)?",
    r"(?:including|also at|and at|counting)(?: at)? both ends",
    rf"at both ends(?: too| as well)?|(?:with|there is) (?:an?|1)(?: {_THING})? (?:at|on) (?:each|either|both) ends?(?: of (?:the|each) (?:{_WAY}|side|row))?(?: on (?:each|both|either) sides?)?",
    r"from (?:1|the 1) end to the other|from end to end",
    rf"starting and ending with (?:an?|1) {_THING}",
    rf"(?:with (?:an?|1) {_THING} )?(?:at only 1 end|only at 1 end|at 1 end only|at 1 end but not (?:at )?the other)",
    rf"(?:but )?(?:not at (?:the|either|both) ends?|excluding (?:the|both) ends|with no(?:ne| {_THING}) at (?:the|either|both) ends?)",
    r"(?:evenly spaced|evenly|equally spaced|at equal distances)",
)
_PIECE: Final = f"(?: ?(?:{'|'.join(_PIECES)}))"
_SET: Final = r"(?:(?:is|are|were|will be|must be|are to be|stand|have been) ?)?(?:planted|placed|put|set|set up|installed|put up|erected|standing)?"


@kind(
    r"apart|every|evenly|equal|between",
    "en",
    {
        "row": (rf"(?:there are |{en(3)}(?:plants?|puts?|places?|installs?|planted) )?(?:<m> )?(?P<o>{_THING}) ?{_SET}{_PIECE}{{1,6}}", rf"<m> (?P<o>{_THING}) {_SET}", rf"{_PIECE}{{1,3}}", rf"{_PIECE}{{1,3}} (?P<o>{_THING}) {_SET}{_PIECE}{{1,4}}", rf"{_PIECE} has (?P<o>{_THING}) {_SET}{_PIECE}{{1,4}}"),
        "long": (rf"(?:an?|the|this) {_WAY} is {_N} {_U} (?:long|in length)", rf"the (?:circumference|perimeter) of (?:an?|the) {_ROUND} is {_N} {_U}", rf"an? {_ROUND} (?:has a (?:circumference|perimeter) of {_N} {_U}|is {_N} {_U} (?:in circumference|around))"),
        "ask_count": (rf"how many (?P<o>{_THING}) (?:are|will be|were|must be|can be|should be|is)(?: there)?(?: (?:needed|planted|placed|installed|required))?(?: (?:in all|altogether|in total))?", rf"how many (?P<o>{_THING}) (?:does|do|will) (?:he|she|they|you|we) (?:need|plant|place|install)(?: (?:in all|altogether|in total))?", rf"(?:find|what is) the (?:total )?number of (?P<o>{_THING})(?: needed| planted)?"),
        "ask_gap": (rf"(?:what is|find) the (?:distance|gap|interval) between (?:each |every |any )?(?:2 )?(?:neighbou?ring|adjacent|consecutive|next)? ?(?:2 )?{_THING}", rf"how far apart are (?:the|neighbou?ring|adjacent) {_THING}", rf"how (?:far|many {_U}) (?:is it |are there )?between (?:2 )?(?:neighbou?ring|adjacent) {_THING}"),
        "ask_length": (rf"how long is (?:the|this) {_WAY}", rf"how long is (?:the|this) {_WAY} from the first {_THING} to the last(?: {_THING}| 1)?", rf"how many {_U} long is (?:the|this) {_WAY}", rf"(?:what is|find) the length of (?:the|this) {_WAY}", rf"(?:what is|how long is|find) the (?:circumference|perimeter) of the {_ROUND}", rf"how far is it from the first {_THING} to the last(?: {_THING}| 1)?"),
    },
)  # fmt: skip
def _in_english(s: Story, work: Working) -> None:
    text = s.text
    units = {{"foot": "feet", "yard": "yards"}.get(u, u) for u in re.findall(rf"\d ({_U})", text)}
    things = {re.sub("(es|s)$", "", thing.split()[-1]) for thing in s.words("o")}
    if (
        len(units) != 1
        or len(things) != 1
        or re.search(r"(?<!ends on )(?<!end on )(?<!road on )(?<!of )\beach side\b", text)
    ):
        raise Unfit
    gaps = re.findall(rf"(?:every|intervals of) ({_N}) {_U}|({_N}) {_U} (?:apart|from each|between)", text)
    lengths = re.findall(
        rf"({_N}) {_U} (?:long|in length|in circumference)\b|(?:length|circumference of|perimeter of|circumference is|perimeter is|length of) ({_N}) {_U}"
        rf"|(?:an?|the|this) (?:straight )?({_N}) {_U} {_WAY}|is ({_N}) {_U} around",
        text,
    )
    one = bool(re.search(r"\b1 end\b(?! to)", text))
    none = not one and bool(re.search(r"not at|excluding|no(?:ne)? (?:[a-z]+ )*at", text))
    both = (
        not one
        and not none
        and bool(re.search(r"both ends|each end|either end|end to|starting and ending|from the first", text))
    )
    closed = bool(re.search(rf"\b{_ROUND}", text))
    _solve(
        s,
        work,
        [list(map(_only, gaps)), list(map(_only, lengths))],
        _ends(both, none, one=one, closed=closed),
        2 if "both sides" in text else 1,
        units.pop(),
    )


def _only(found: tuple[str, ...]) -> str:
    return next(filter(None, found))


def _ends(both: bool, none: bool, *, one: bool, closed: bool) -> int:
    """How many more there are than gaps: one more in a row with both ends, one less without."""
    if both + none + one + closed != 1:
        raise Unfit
    return 1 if both else -1 if none else 0


_GAPS: Final = Words("the number of gaps: length divided by the distance", "间隔数：总长÷间距")
_PER_SIDE: Final = Words("how many stand on one side", "一边的数量")
_ROW: Final = {
    1: Words("with one at both ends there is one more than gaps", "两端都有：数量＝间隔数＋1"),
    -1: Words("without the ends there is one less than gaps", "两端都没有：数量＝间隔数－1"),
}
_BACK: Final = {
    1: Words("with one at both ends there is one gap less", "两端都有：间隔数＝数量－1"),
    -1: Words("without the ends there is one gap more", "两端都没有：间隔数＝数量＋1"),
}
_BOTH: Final = Words("on both sides", "两边一共")
_GAP: Final = Words("the distance: length divided by the number of gaps", "间距：总长÷间隔数")
_LENGTH: Final = Words("the length: distance times the number of gaps", "总长：间距×间隔数")
_COUNT: Final = Words("the number", "数量")
_DISTANCE: Final = Words("the distance", "间距")
_WHOLE: Final = Words("the length", "总长")


def _solve(s: Story, work: Working, told: list[list[str]], more: int, sides: int, unit: str) -> None:
    def step(words: Words, term: Term, said: str = "") -> Term:
        return work.step(words.say(work.language), term, said)

    gaps, lengths = told
    known = {"gap": len(gaps), "length": len(lengths), "count": int(s.has("m"))}
    closed = not more and re.search(f"{_ROUND}|{_ZROUND}", s.text)
    if known != {"gap": 1, "length": 1, "count": 1} | {s.question: 0} or closed and sides == 2:
        raise Unfit
    if s.question == "count":
        count = step(_GAPS, value(lengths[0]) / value(gaps[0]))
        if count.value.denominator != 1 or count.value < 2:
            raise Unfit
        if more:
            count = step(_ROW[more], count + num(1) if more > 0 else count - num(1))
        if sides == 2:
            count = step(_BOTH, count * num(2))
        work.give(count, "", _COUNT.say(work.language))
        return
    number = s.told("m")
    if sides == 2:
        number = step(_PER_SIDE, number / num(2))
    if number.value.denominator != 1 or number.value < 2:
        raise Unfit
    if more:
        number = step(_BACK[more], number - num(1) if more > 0 else number + num(1))
    if s.question == "gap":
        work.give(step(_GAP, value(lengths[0]) / number, unit), unit, _DISTANCE.say(work.language))
    else:
        work.give(step(_LENGTH, value(gaps[0]) * number, unit), unit, _WHOLE.say(work.language))


_ZU: Final = "(?:千米|米)"
_ZVERB: Final = "(?:栽种|栽|种植|种|植|安装|装|插|摆放|摆|立|竖|放|挂)"
_ZM: Final = "[棵盏面根盆个株座块]"
_ZTHING: Final = (
    "(?:[\u4e00-\u9fff]{0,2}树苗?|路灯|灯|彩旗|红旗|旗子|旗|花|电线杆|电杆|垃圾桶|广告牌|标志|长椅)"
)
_ZWAY: Final = "(?:公路|小路|马路|大路|道路|街道|林荫道|小道|跑道|走廊|河堤|河岸|大街|路|街|大桥|桥)"
_ZROUND: Final = "(?:圆形)(?:池塘|水池|湖|花坛|广场|操场|花园|鱼池|水库|溜冰场|场地)"
_ZLONG: Final = f"(?:全长|长)(?:是|为)?{_N}{_ZU}"
_ZPIECES: Final = (
    f"(?:在|沿着?|为)?(?:学校|校门|门前|城市|公园|村口|家门口|里|的|前|有|这){{0,4}}(?:一条|一段|这条|这段|条)?(?:{_ZLONG}的?|{_N}{_ZU}长的?)?(?:笔直的)?{_ZWAY}(?:{_ZLONG})?",
    "(?:在|沿)?(?:路|街|它)?的?(?:两旁|两边|两侧|一旁|一边|一侧)(?:都)?",
    f"(?:在|沿着?)?(?:一个|这个)?(?:周长(?:是|为)?{_N}{_ZU}的)?{_ZROUND}的?(?:周围|四周|一周|边上|边|岸边)?(?:的?周长(?:是|为)?{_N}{_ZU})?",
    "(?:在|沿着?|绕)(?:池塘|水池|湖|花坛|广场|操场|花园|鱼池|它)的?(?:周围|四周|一周|边上|边|岸边)",
    f"(?:每隔|每间隔|每){_N}{_ZU}",
    f"(?:相邻|每)(?:两|2){_ZM}(?:{_ZTHING})?(?:之间|间)?的?(?:相距|间隔|相隔|距离)(?:是|为|都是)?{_N}{_ZU}",
    f"(?:等距离|均匀)?地?{_ZVERB}(?:了|上)?(?:(?:一|1){_ZM})?(?:{_ZTHING})?",
    f"(?:两端|两头|首尾)(?:也|都|各|均|要){{0,2}}{_ZVERB}(?:一{_ZM})?",
    f"(?:两端|两头|首尾)(?:都|均)?不{_ZVERB}",
    f"(?:只有?一端{_ZVERB}|只在一端{_ZVERB}|一端{_ZVERB}(?:一端|另一端)不{_ZVERB})",
    "从头到尾|从起点到终点",
)
_ZPIECE: Final = f"(?:{'|'.join(_ZPIECES)})"


@kind(
    "每隔|间隔|相隔|相距|距离|每[0-9]",
    "zh",
    {
        "row": (rf"{_ZPIECE}{{1,6}}", rf"(?:{_ZPIECE}{{1,3}})?(?:一共|共|总共)(?:{_ZVERB})了?<m>{_ZM}(?:{_ZTHING})?", rf"{_ZPIECE}{{0,3}}{_ZVERB}了<m>{_ZM}(?:{_ZTHING})?"),
        "ask_count": (rf"(?:{_ZPIECE}{{1,2}})?(?:那么)?(?:一共|总共|共)?(?:需要|要|能|可以|可|应|需)?{_ZVERB}?了?(?:多少|几){_ZM}(?:{_ZTHING})?",),
        "ask_gap": (rf"(?:求)?(?:相邻|每)(?:两|2){_ZM}(?:{_ZTHING})?(?:之间|间)?的?(?:相距|间隔|相隔|距离)(?:是|为)?(?:多少|几){_ZU}", rf"(?:每隔|每)(?:多少|几){_ZU}{_ZVERB}一{_ZM}(?:{_ZTHING})?"),
        "ask_length": (rf"(?:求)?(?:这条|这段){_ZWAY}(?:的)?(?:全长|长|长度)(?:是|有)?(?:多少|几){_ZU}", rf"(?:求)?(?:这个)?(?:圆形)?(?:池塘|水池|湖|花坛|广场|操场)的?周长(?:是|为)?(?:多少|几){_ZU}"),
    },
)  # fmt: skip
def _in_chinese(s: Story, work: Working) -> None:
    text = s.text
    units = set(re.findall(rf"\d({_ZU})", text)) | set(re.findall(rf"(?:多少|几)({_ZU})", text))
    measures = set(re.findall(rf"(?:\d|一|多少|几)({_ZM})(?!圆形|池塘|花坛|广场|操场|周长)", text))
    if len(units) != 1 or len(measures) != 1 or len(re.findall("不", text)) > 1:
        raise Unfit
    lengths = re.findall(f"(?:全长|长|周长)(?:是|为)?({_N}){_ZU}|({_N}){_ZU}长", text)
    gaps = re.findall(
        f"(?:每隔|每间隔|每)({_N}){_ZU}|(?:相距|间隔|相隔|距离)(?:是|为|都是)?({_N}){_ZU}", text
    )
    one = bool(re.search("一端", text))
    none = not one and "不" in text
    both = not one and not none and bool(re.search("两端|两头|首尾|从头到尾|从起点", text))
    if re.search("两端|两头|首尾|从头到尾", text) and one:
        raise Unfit
    if len(set(re.findall("[\u4e00-\u9fff](?<![棵栽种植一])树", text))) > 1:
        raise Unfit  # of two kinds of trees
    sides = set(re.findall("两旁|两边|两侧|一旁|一边|一侧", text))
    if len({side[0] for side in sides}) > 1:
        raise Unfit
    closed = bool(re.search(_ZROUND, text))
    _solve(
        s,
        work,
        [list(map(_only, gaps)), list(map(_only, lengths))],
        _ends(both, none, one=one, closed=closed),
        2 if any(side[0] == "两" for side in sides) else 1,
        units.pop(),
    )
