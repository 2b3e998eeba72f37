"""Rows and patterns that grow by the same number: squares of matchsticks, tables pushed together, dots. How many the n-th has, and which one has so many.

    the n-th has a + (n − 1) · d

Read for shapes that join on to the last one (squares, tables) and for numbered patterns. Not read: how many several patterns have together; rows of seats, where each row stands for itself.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from solver.topics.clauses import Said
from solver.topics.stories.everyday.kinds import CN, Story, counted, en, kind
from solver.topics.stories.school.working import Term, Unfit, Working, num

_JOINED: Final = r"(?:(?:matchstick|small|little|dining|square|school) )?(?:squares?|triangles?|hexagons?|pentagons?|octagons?|rhombus(?:es)?|tables?|houses?|fence panels?|panels?)"
_FIGURE: Final = r"(?:patterns?|figures?|designs?|diagrams?|pictures?|shapes?)"
_WHAT: Final = r"(?:(?:match)?sticks?|matches|match|straws?|toothpicks?|rods?|lollipop sticks|people|persons?|guests?|children|tiles?|dots?|counters?|squares?|circles?|cubes?|stars?|posts?|chairs?|seats?|buttons?|beads?)"
_S: Final = rf"(?:(?:grey|white|black|red|blue|square|small) )?(?P<s{{}}>{_WHAT})"
_NEEDS: Final = r"(?:needs|uses|requires|takes|seats|is made (?:with|from|of|out of|using)|is made up of|is built (?:with|from)|has|contains|can seat|consists of)"
_FURTHER: Final = r"(?P<further>further|extra|additional|new|other|next|following|added|more)"
_MORE: Final = (
    r"(?:(?P<more2>another|an extra|an additional) )?<d>(?: (?P<more>more|extra|additional|further))?"
)
_OF: Final = rf"(?: ?{_S.format(2)})?(?: than (?:the (?:(?:one|1) before(?: it)?|previous (?:one|1|{_FIGURE})|{_FIGURE} before(?: it)?|last(?: one| 1)?)))?"
_FROM: Final = rf"(?:made |built |formed |made up )?(?:from|with|out of|of|using) {_WHAT}"
_EACH: Final = rf"(?:when [a-z ]{{1,40}} in a row ?,? ?)?(?:each|every) (?:{_FURTHER} )?(?:(?P<t2>{_JOINED}|{_FIGURE})|one|1)(?: (?:that is |which is )?(?:added|joined(?: on)?|put on|after that)(?: to (?:the|a) row)?)? (?:{_NEEDS}|adds|can seat|is) (?:only )?(?:room for )?{_MORE}{_OF}"


@kind(
    r"\b(?:each|every|patterns?|shapes?|figures?|designs?)\b",
    "en",
    {
        "row": (
            r"look at the pattern|(?:a|the) (?:(?:match)?sticks?|tiles?|dots?|growing) pattern(?: (?:is made|grows))?", r"the pattern (?:continues|goes on)(?: in the same way| like this)?",
            rf"(?:a|the) (?:row|line|chain|pattern) of {_JOINED} (?:is|are) {_FROM}(?: in a row)?",
            rf"in (?:a|the) (?:row|line|chain) of {_JOINED} {_FROM}",
            rf"(?:{_WHAT} )?{_JOINED} are (?:made|built|formed|laid|placed|put)(?: side by side| together)? (?:in a row|side by side)(?: {_FROM})?",
            rf"{en(3)}(?:makes|builds|lays) (?:a row of {_JOINED}|{_JOINED} in a row)(?: {_FROM})?", rf"{_JOINED} are pushed together in a row",
        ),
        "first": (
            rf"(?:the )?(?:first|1st|1|one) (?P<t>{_JOINED}|{_FIGURE}) {_NEEDS} <a> {_S.format(1)}", rf"(?P<t>{_FIGURE}) (?:no\. ?|number )?1 {_NEEDS} <a> {_S.format(1)}", rf"a (?:single )?(?P<t>tables?) (?:seats|can seat|has room for) <a> {_S.format(1)}",
            rf"<a> {_S.format(1)} (?:are needed|are used|are required) (?:to make|for) (?:the )?(?:first|1st|1) (?P<t>{_JOINED}|{_FIGURE})", rf"it takes <a> {_S.format(1)} to make (?:the )?(?:first|1st|1) (?P<t>{_JOINED}|{_FIGURE})",
        ),
        "listed": (rf"(?P<t>{_FIGURE}) 1 {_NEEDS} (?P<v1>\d+) {_S.format(1)} ?,? ?(?:and )?(?P<t2>{_FIGURE}) 2 (?:{_NEEDS} )?(?P<v2>\d+)(?: {_S.format(2)})? ?,? ?(?:and )?{_FIGURE} 3 (?:{_NEEDS} )?(?P<v3>\d+)(?: {_WHAT})?",),
        "each": (_EACH,),
        "ask_many": (
            rf"how many {_S.format(3)} (?:do|will|would) (?:a row of )?<n> (?P<t3>{_JOINED}) (?:take|need|use|require|seat)",
            rf"how many {_S.format(3)} (?:are (?:needed|used|required)|does it take|do you need|will (?:she|he|you|they) need) (?:for|to make|to build) (?:a row of )?<n> (?P<t3>{_JOINED})(?: in (?:this|the|a) row)?", rf"how many {_S.format(3)} can (?:sit|be seated) (?:at|around) (?:a row of )?<n> (?P<t3>tables)(?: (?:pushed together )?in a row)?",
            rf"how many {_S.format(3)} (?:does|will) a row of <n> (?P<t3>{_JOINED}) (?:use|need|have|take|contain|seat)", rf"how many {_S.format(3)} (?:does|will) (?:the )?(?P<t3b>{_FIGURE}) (?:no\. ?|number )?<n> (?:use|need|have|take|contain)", rf"how many {_S.format(3)} (?:are|will be) (?:there |needed |used )?(?:in|for) (?:the )?(?P<t3b>{_FIGURE}) (?:no\. ?|number )?<n>",
            rf"how many {_S.format(3)} (?:does|will) the <n>(?:st|nd|rd|th) (?P<t3b>{_FIGURE}) (?:use|need|have|take|contain)", rf"how many {_S.format(3)} (?:are|will be) (?:there |needed |used )?(?:in|for) the <n>(?:st|nd|rd|th) (?P<t3b>{_FIGURE})",
        ),
        "ask_which": (
            rf"(?:which|what)(?: number)? (?P<t3b>{_FIGURE}) (?:uses|has|needs|contains|is made (?:with|from|of)|can be made with)(?: exactly)? <m> {_S.format(3)}", rf"how many (?P<t3>{_JOINED}) (?:are|is)(?: there)? in (?:the|a) row (?:that|which) (?:uses|needs|has)(?: exactly)? <m> {_S.format(3)}",
            rf"how many (?P<t3>{_JOINED}) can (?:be |you |she |he |they )?(?:made|make|built|build)(?: in (?:this|a|the) row)? (?:with|from|using|out of) (?P<whole>exactly )?<m> {_S.format(3)}", rf"how many (?P<t3>tables) (?:are|will be) (?:needed|required) (?:for|to seat) <m> {_S.format(3)}",
        ),
    },
)  # fmt: skip
def _rows(s: Story, work: Working) -> None:
    things = {_one(w) for name in ("t", "t2", "t3", "t3b") for w in s.words(name)}
    counted_in = {_one(w) for name in ("s1", "s2", "s3") for w in s.words(name)}
    figures = bool(re.fullmatch(_FIGURE, next(iter(things), "")))
    if (
        len(things) != 1
        or "seat" in counted_in - {"seat", "person", "guest"}
        or len(counted_in - {"seat"}) != 1
    ):
        raise Unfit
    what, thing = s.words("s3")[0], s.words("t3")[0] if s.has("t3") else ""
    if (listed := s.maybe("listed")) is not None:
        s.only("row", "listed")
        first, more = _listed(work, listed, what)
        _grow(s, work, first, more, (what, thing, ""))
        return
    s.only("row", "first", "each")
    if not (s.has("more") or s.has("more2") or s.has("further") and not figures or "adds" in s.text):
        raise Unfit  # each pattern uses 4 tiles: all the same
    if not figures and not (s.has("further") or "adds" in s.text):
        raise Unfit
    _grow(s, work, s.told("a"), s.told("d"), (what, thing, ""))


def _listed(work: Working, listed: Said, unit: str) -> tuple[Term, Term]:
    """The first of a pattern, and what each further one has more, from the first three; of tables two are enough."""
    sizes = [num(int(listed.values[f"v{i}"])) for i in (1, 2, 3) if f"v{i}" in listed.values]
    rise = sizes[1] - sizes[0]
    if rise.value < 1 or any(b.value - a.value != rise.value for a, b in pairwise(sizes)):
        raise Unfit
    return sizes[0], work.step(_SAYS["rise"][work.language == "zh"], rise, unit)


_ONES: Final = {"people": "person", "matches": "match", "matchstick": "match", "stick": "match", "children": "child"}  # fmt: skip


def _one(word: str) -> str:
    """A thing in the singular, and matchsticks by one name."""
    last = word.strip().split()[-1]
    single = _ONES.get(last, re.sub(r"(?<=[a-z])s$", "", last))
    return _ONES.get(single, single)


_SAYS: Final = {
    "rise": ("how many each further one has more", "每多一个增加的数量"),
    "further": ("how many join the first one", "除第1个外还有几个"),
    "added": ("what these add", "增加的数量"),
    "many": ("how many there are in all", "一共的数量"),
    "over": ("what is there beyond the first one", "除第1个外的数量"),
    "steps": ("how many join the first one", "还可以有几个"),
    "which": ("with the first one", "加上第1个"),
}  # fmt: skip


def _grow(s: Story, work: Working, first: Term, more: Term, units: tuple[str, str, str]) -> None:
    """The n-th from the first, or n from how many it has: people need one table more, sticks that are left make no square."""
    what, thing, _ = units
    chinese = work.language == "zh"

    def says(key: str) -> str:
        return _SAYS[key][chinese]

    if any(t.value.denominator != 1 or t.value < 1 for t in (first, more)):
        raise Unfit
    if s.question == "many":
        count = s.told("n")
        if count.value.denominator != 1 or count.value < 2:
            raise Unfit
        added = work.step(says("added"), work.step(says("further"), count - num(1), thing) * more, what)
        work.give(work.step(says("many"), first + added, what), what, says("many"))
        return
    total = s.told("m")
    if total.value <= first.value:
        raise Unfit
    over = work.step(says("over"), total - first, what)
    if over.value % more.value and (s.has("t3b") or s.has("whole")):
        raise Unfit
    steps = work.whole(
        says("steps"), over, more, thing, up=bool(re.search("人|people|guests|children", what))
    )
    work.give(work.step(says("which"), steps + num(1), thing), thing, says("which"))


_SHAPE: Final = (
    "(?:正方形|三角形|六边形|五边形|八边形|等边三角形|正三角形|正六边形|小房子|房子|图形|桌子|餐桌|方桌|图案)"
)
_U: Final = "(?:根|支|个|人|张|块|枚|颗)"
_THING: Final = (
    "(?:三角形|小三角形|小棒|火柴棒|火柴|木棒|牙签|棋子|圆点|点|小正方形|小圆|黑子|瓷砖|学生|客人)?"
)
_ONE: Final = f"(?:摆|拼|搭|做|围)?(?:第)?(?:1|一)(?:个|张){_SHAPE}?"
_NEED: Final = "(?:就)?(?:需要?用?|要用?|用了?|有|可以坐|能坐|可坐|坐|由)"
_GO_ON: Final = "(?:像这样|照这样|按照?这样的?(?:规律|方法|方式)|按此规律|照此规律|依此类推)(?:继续)?(?:摆下去|拼下去|搭下去|摆放|下去|摆|拼)?"
_TABLES: Final = "(?:张(?:桌子|餐桌|方桌)?(?:拼在一起|拼成一[行排]|拼起来|并起来)?)"


@kind(
    "[多少几]",
    "zh",
    {
        "row": (f"(?:小[\u4e00-\u9fff]|同学们)?用?(?:小棒|火柴棒|火柴|木棒|牙签|棋子)?(?:像这样|如图)?(?:摆|拼|搭)(?:成)?(?:一排)?{_SHAPE}(?:图案)?", _GO_ON),
        "first": (f"{_ONE}{_NEED}<a>(?P<u1>{_U}){_THING}(?:组成)?", f"(?:1|一)张{_SHAPE}{_NEED}<a>(?P<u1>{_U})"),
        "listed": (rf"(?:摆|拼|搭|做|第)?(?P<k1>{CN})(?:个|{_TABLES}){_SHAPE}?{_NEED}(?P<v1>\d+)(?P<u1>{_U}){_THING}(?:[,，](?:把)?(?:摆|拼|搭|做|第)?(?P<k2>{CN})(?:个|{_TABLES}){_SHAPE}?{_NEED}(?P<v2>\d+){_U}{_THING})(?:[,，](?:摆|拼|搭|做|第)?(?P<k3>{CN})(?:个|{_TABLES}){_SHAPE}?{_NEED}(?P<v3>\d+){_U}{_THING})?(?:……|…|\.{{3,6}})?",),
        "each": (
            f"(?:以后|此后|之后|往后)每(?:再)?(?:多)?(?:摆|拼|搭)(?:1|一)个{_SHAPE}?只?(?:要|需要?|用)<d>(?P<u2>{_U}){_THING}",
            f"(?:以后|此后|之后|往后)?每(?:再)?(?:多|增加)?(?:摆|拼|搭|加)?(?:1|一)(?:个|张){_SHAPE}?(?:就|只?要|需要?|可以?)*(?:增加|多用|多|再用|添)(?:坐|用|需要)?<d>(?P<u2>{_U}){_THING}",
            f"(?:以后|此后|之后|从第2个图形起)?(?:每个图形|后[1一]个图形|每[1一]个(?:图形|图案)?)(?:都)?比(?:它)?前(?:面)?(?:1|一)个(?:图形|图案)?多<d>(?P<u2>{_U}){_THING}",
        ),
        "ask_many": (f"(?:那么)?(?:摆|拼|搭|做)?(?:第)?<n>(?:个{_SHAPE}?|{_TABLES})(?:一共|共)?(?:{_NEED})(?:多少|几)(?P<u3>{_U}){_THING}",),
        "ask_which": (f"(?:用)?<m>(?P<u3>{_U}){_THING}(?:一共|最多)?(?:可以|能|需要?)(?:摆|拼|搭|做)(?:成)?(?:多少|几)(?P<w>个|张)(?:这样的)?{_SHAPE}?(?:拼在一起)?", f"(?:如果)?(?:有)?<m>(?P<u3>人)(?:吃饭|就餐|就坐)?[,，]?需要?(?:拼)?(?:多少|几)(?P<w>张){_SHAPE}?(?:拼在一起)?"),
    },
)  # fmt: skip
def _rows_in_chinese(s: Story, work: Working) -> None:
    if len({u for name in ("u1", "u2", "u3") for u in s.words(name)}) != 1:
        raise Unfit
    shapes = {re.sub("^[正等小餐方]+边?(?=三|六|子|桌)", "", w) for w in re.findall(_SHAPE, s.text)} - {
        "图形",
        "图案",
    }
    if len({w for w in shapes if w}) > 1:
        raise Unfit
    listed = s.maybe("listed")
    if listed is not None:
        s.only("row", "listed")
        places = [counted(listed.values[k]).value for k in ("k1", "k2", "k3") if k in listed.values]
        if places != [1, 2, 3][: len(places)] or len(places) < 3 and "桌" not in s.text:
            raise Unfit
        first, more = _listed(work, listed, s.words("u1")[0])
    else:
        s.only("row", "first", "each")
        first, more = s.told("a"), s.told("d")
    _grow(s, work, first, more, (s.words("u3")[0], s.words("w")[0] if s.has("w") else "个", ""))
