"""Cubes joined in a row and solids cut into pieces: what the surface loses where two faces meet, and gains where a cut goes through.

Each joint hides two faces, each cut shows two. Read where it is clear how the pieces lie: cubes in a row (two, three or five can't make
another cuboid), cuts straight across a beam. Not read: cuts in several directions, blocks of cubes.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from solver.topics.stories.everyday.kinds import CN, Story, counted, kind, value
from solver.topics.stories.school.working import Term, Unfit, Working, num

_CM: Final = {
    "mm": Fraction(1, 10), "cm": Fraction(1), "dm": Fraction(10), "m": Fraction(100),
    "毫米": Fraction(1, 10), "厘米": Fraction(1), "分米": Fraction(10), "米": Fraction(100),
}  # fmt: skip
"""Lengths in centimetres."""
_SAYS: Final = {
    "faces": ("the faces of the cubes on their own", "拼之前一共有几个面"),
    "hidden": ("the faces that the joints hide: two at each joint", "拼在一起后减少的面：每个接口减少2个"),
    "seen": ("the faces that are seen", "拼成后露在外面的面"),
    "cuts": ("the cuts: one less than there are pieces", "锯的次数：段数－1"),
    "shown": ("the new faces: two at each cut", "增加的面：每锯一次增加2个"),
    "face": ("the area of one face", "一个面的面积"),
    "section": ("the area of one cut face", "横截面的面积"),
    "surface": ("the surface area", "表面积"),
    "less": ("how much less the surface area is", "减少的表面积"),
    "more": ("how much the surface area grows", "增加的表面积"),
    "length": ("the length in {unit}", "长度换算成{unit}"),
    "volume": ("the volume: the area of the cut face times the length", "体积：横截面积×长"),
    "whole": ("the surface area of a cube: six faces", "正方体的表面积：6个面"),
}  # fmt: skip


def _say(work: Working, key: str, **facts: object) -> str:
    return _SAYS[key][work.language == "zh"].format(**facts)


def _square(work: Working, unit: str) -> str:
    return f"平方{unit}" if work.language == "zh" else f"square {unit}"


_L: Final = "(?:mm|cm|dm|m)"
_SIDE: Final = rf"(?:(?:of|with|having) )?(?:(?:an? )?(?:edges?|sides?|edge length|side length)(?: lengths?)?(?: of)? )<a> (?P<u>{_L})"
_CUBES: Final = r"(?P<k>\d) (?:identical |equal |congruent |such |solid |wooden |unit )*cubes"
_ROW: Final = r"(?: (?P<row>in a (?:straight )?(?:row|line)|end to end|side by side in a row|in 1 row))?"
_MAKE: Final = r"(?: ?,? ?(?:so as )?(?:to (?:form|make|get)|forming|making) a (?:cuboid|rectangular (?:prism|block|box|solid)|(?:single )?solid|long block))?"
_JOIN: Final = rf"(?:are|is) (?:glued|joined|stuck|placed|put|fixed|attached|arranged)(?: together| face to face)?{_ROW}{_MAKE}"
_SOLID: Final = r"(?:(?:resulting|new|whole|large|final) )?(?:cuboid|solid|rectangular (?:prism|block|box|solid)|block|shape|figure|body)(?: formed| obtained| so formed)?"
_FIND: Final = "(?:what is|find|calculate|work out|determine)"
_IN: Final = rf"(?: ?,? ?in square {_L})?"


@kind(
    r"\bcubes\b",
    "en",
    {
        "cubes": (rf"{_CUBES} ?,? ?(?:each )?{_SIDE},? {_JOIN}", rf"{_CUBES} {_JOIN}"),
        "side": (rf"(?:each|every) (?:cube )?(?:has|with) (?:an? )?(?:edge|side)s?(?: length)?(?: of)? <a> (?P<u>{_L})", rf"(?:the )?(?:edge|side)s?(?: length)? of (?:each|every) cube is <a> (?P<u>{_L})"),
        "ask_surface": (rf"{_FIND} (?:the|its) (?:total )?surface area(?: of (?:the|this) {_SOLID})?{_IN}",),
        "ask_less": (rf"by how much (?:does|is|did) the (?:total )?surface area (?:decrease|get smaller|reduced?|become smaller){_IN}", rf"how much (?:smaller|less) is the (?:total )?surface area(?: of the {_SOLID})?(?: than (?:that|the surface area) of the \d (?:separate )?cubes)?{_IN}"),
    },
)  # fmt: skip
def _joined(s: Story, work: Working) -> None:
    _join(s, work, s.has("row"))


_LZ: Final = "(?:毫米|厘米|分米|米)"
_KZ: Final = f"(?P<k>{CN})个(?:完全相同的|一样的|同样的|相同的|同样大小的)?"
_JOIN_ZH: Final = "(?:(?P<row>(?:排|摆|粘|拼)成(?:一|1)[排行])[,，]?|(?=拼|粘|黏))(?:(?:拼|粘|黏|组)(?:成|合成|接成)(?:了)?(?:1|一)?个?(?:大|新的?)?长方体)?"


@kind(
    "正方体",
    "zh",
    {
        "cubes": (rf"(?:把|将|用)?{_KZ}棱长(?:都)?(?:是|为)?<a>(?P<u>{_LZ})的(?:小)?正方体(?:木块)?{_JOIN_ZH}", rf"(?:把|将|用)?{_KZ}(?:小)?正方体(?:木块)?{_JOIN_ZH}"),
        "side": (rf"(?:每个|小)?正方体的?棱长(?:是|为)?<a>(?P<u>{_LZ})",),
        "less": (rf"(?:这个长方体的?)?表面积(?:比原来)?(?:的?总和)?(?:一共)?减少了?<c>平方(?P<v>{_LZ})",),
        "ask_surface": (rf"(?:求)?(?:这个|拼成的?|拼成后的?|所得的?)?(?:新|大)?长方体的?表面积(?:是|为)?(?:多少(?:平方(?P<v>{_LZ}))?)?",),
        "ask_less": (rf"(?:这个|拼成的?)?(?:长方体的?)?表面积(?:比原来)?(?:{_KZ.replace('P<k>', 'P<k2>')}(?:小)?正方体的?)?(?:的?表面积)?(?:之和|的?总和)?(?:一共)?减少了?(?:多少|几)平方(?P<v>{_LZ})",),
        "ask_cube": (rf"(?:原来)?(?:每个|一个|1个)(?:小)?正方体的?表面积(?:是|为)?(?:多少)平方(?P<w>{_LZ})",),
    },
)  # fmt: skip
def _joined_in_chinese(s: Story, work: Working) -> None:
    if re.search("(?<!长方)体(?:积)", s.text) and "体积" in s.text:
        raise Unfit
    if s.has("u") and {*s.words("u"), *s.words("v")} != set(s.words("u")):
        raise Unfit
    _join(s, work, s.has("row"))


def _join(s: Story, work: Working, in_a_row: bool) -> None:
    count = counted(s.place("k").values["k"])
    many = int(count.value)
    if not 2 <= many <= 30 or not in_a_row and many not in (2, 3, 5, 7):
        raise Unfit
    if s.has("k2") and counted(s.place("k2").values["k2"]).value != many:
        raise Unfit
    hidden = work.step(_say(work, "hidden"), (count - num(1)) * num(2))
    if s.question == "cube":
        s.only("cubes", "less")
        unit = s.words("v")[0]
        if s.has("a") or s.words("w") != [unit]:
            raise Unfit
        face = work.step(_say(work, "face"), s.told("c") / hidden, _square(work, unit))
        work.give(
            work.step(_say(work, "whole"), face * num(6), _square(work, unit)),
            _square(work, unit),
            _say(work, "surface"),
        )
        return
    s.only("cubes", "side")
    side, unit = s.told("a"), _square(work, s.words("u")[0])
    faces = hidden
    if s.question == "surface":
        faces = work.step(_say(work, "seen"), work.step(_say(work, "faces"), count * num(6)) - hidden)
    face = work.step(_say(work, "face"), side * side, unit)
    says = _say(work, s.question)
    work.give(work.step(says, face * faces, unit), unit, says)


_BEAM: Final = r"(?:(?:wooden|rectangular|square|cylindrical|long|round|metal|straight) )*(?:beam|log|bar|rod|prism|cylinder|block|plank|post|piece of wood)"
_ACROSS: Final = r"(?: (?:by cuts )?(?:(?:straight )?across|parallel to (?:its|the) (?:base|ends?)|perpendicular to its length))?"
_GROWS: Final = r"(?:increases?|increased|grows|grew|(?:is|was) increased) by"


@kind(
    r"\bsurface\b",
    "en",
    {
        "cut": (
            rf"(?:a|the) {_BEAM} (?:(?:that|which) is |is |of length )?<n> (?P<u>{_L})(?: long| in length)? (?:and )?is (?:cut|sawn)(?: up)? into (?P<k>\d+) (?:equal |identical |shorter |smaller )*(?:pieces|parts|beams|logs|prisms|cylinders){_ACROSS}",
            rf"(?:a|the) {_BEAM} is (?:cut|sawn)(?: up)? into (?P<k>\d+) (?:equal |identical |shorter |smaller )*(?:pieces|parts|beams|logs|prisms|cylinders){_ACROSS}",
        ),
        "more": (rf"(?:as a result )?(?:the|its) (?:total )?surface area {_GROWS} <c> (?:square (?P<v>{_L})|(?P<v2>{_L})²)",),
        "ask_volume": (rf"{_FIND} (?:the|its) (?:original )?volume(?: of the (?:original )?{_BEAM})?(?: ?,? ?in (?:cubic (?P<w>{_L})|(?P<w2>{_L})³))?",),
        "ask_section": (rf"{_FIND} the (?:area of (?:the|its) cross[- ]section|cross[- ]sectional area)(?: of the {_BEAM})?",),
    },
)  # fmt: skip
def _cut_in_english(s: Story, work: Working) -> None:
    _cut(s, work)


_WOOD: Final = "(?:长方体|圆柱形?|圆柱体|正方体)?(?:的)?(?:形)?(?:状)?(?:的)?(?:木料|木头|木材|钢材|木棒|圆木|方木|木块|铁块|钢料|铁棒|木条)"


@kind(
    "表面积",
    "zh",
    {
        "cut": (
            rf"(?:把|将|有)?(?:一|1)(?:根|段)<n>(?P<u>{_LZ})长的{_WOOD}[,，]?(?:把它|如果|沿横截面|平均|横)*(?:锯|截|切)(?:成)(?P<k>{CN})(?:小)?段(?:后)?",
            rf"(?:把|将|有)?(?:一|1)?(?:根|个|段|块)?长(?:是|为)?<n>(?P<u>{_LZ})的{_WOOD}[,，]?(?:把它|如果|沿横截面|平均|横)*(?:锯|截|切)(?:成)(?P<k>{CN})(?:小)?段(?:后)?",
            rf"(?:把|将|有)?(?:一|1)?(?:根|个|段|块)?{_WOOD}(?:长<n>(?P<u>{_LZ}))?[,，]?(?:把它|如果|沿横截面|平均|横)*(?:锯|截|切)(?:成)(?P<k>{CN})(?:小)?段(?:后)?",
            rf"(?:把它|如果|沿横截面|平均|横)*(?:锯|截|切)成(?P<k>{CN})(?:小)?段(?:后)?",
        ),
        "section": (rf"(?:它的|木料的)?横截面(?:的)?面?积(?:是|为)?<f>平方(?P<x>{_LZ})",),
        "square": (rf"(?:它的|木料的)?横截面(?:是|为)(?:一|1)?个?边长(?:是|为)?<e>(?P<x>{_LZ})的正方形",),
        "more": (rf"(?:它的|这时|结果)?表面积(?:比原来)?(?:一共|就)?增加了?<c>平方(?P<v>{_LZ})",),
        "ask_volume": (rf"(?:求)?(?:原来)?(?:这根|这段|这个|原来)?(?:{_WOOD})?的?(?:原来)?的?体积(?:是|为)?(?:多少)?(?:立方(?P<w>{_LZ}))?",),
        "ask_more": (rf"(?:(?:把它)?(?:平均)?(?:锯|截|切)成(?P<k>{CN})(?:小)?段后?[,，]?)?(?:它的)?表面积(?:比原来)?(?:一共)?(?:会)?增加了?(?:多少|几)平方(?P<y>{_LZ})",),
        "wood": (rf"(?:有|把)?(?:一|1)根长(?:是|为)?<n>(?P<u>{_LZ})的{_WOOD}",),
        "ask_section": (rf"(?:这根|它的)?(?:{_WOOD})?的?横截面(?:的)?面?积是?多少(?:平方(?P<y>{_LZ}))?",),
    },
)  # fmt: skip
def _cut_in_chinese(s: Story, work: Working) -> None:
    _cut(s, work)


def _cut(s: Story, work: Working) -> None:
    """From the faces that the cuts show to the section, and to the volume; or the other way."""
    s.only("cut", "section", "more", "square", "wood")
    pieces = counted(s.place("k").values["k"])
    if pieces.value < 2:
        raise Unfit
    faces = work.step(_say(work, "shown"), work.step(_say(work, "cuts"), pieces - num(1)) * num(2))
    if s.question == "more":
        unit = s.words("x")[0]
        if s.has("c") or s.words("y") != [unit] or s.has("e") == s.has("f"):
            raise Unfit
        section = (
            s.told("f")
            if s.has("f")
            else work.step(_say(work, "section"), s.told("e") * s.told("e"), _square(work, unit))
        )
        says = _say(work, "more")
        work.give(work.step(says, section * faces, _square(work, unit)), _square(work, unit), says)
        return
    if s.all("section", "square"):
        raise Unfit
    unit = (s.words("v") or s.words("v2"))[0]
    section = work.step(_say(work, "section"), s.told("c") / faces, _square(work, unit))
    if s.question == "section":
        if s.has("n") or s.words("y") not in ([], [unit]):
            raise Unfit
        work.give(section, _square(work, unit), _say(work, "section"))
        return
    length, told = s.told("n"), s.words("u")[0]
    wanted = (s.words("w") or s.words("w2") or [unit])[0]
    if told != unit:
        length = work.step(_say(work, "length", unit=unit), _scaled(length, _CM[told] / _CM[unit]), unit)
    cubic = f"立方{unit}" if work.language == "zh" else f"cubic {unit}"
    volume = work.step(_say(work, "volume"), section * length, cubic)
    if wanted != unit:
        cubic = f"立方{wanted}" if work.language == "zh" else f"cubic {wanted}"
        volume = work.step(cubic, _scaled(volume, (_CM[unit] / _CM[wanted]) ** 3), cubic)
    work.give(volume, cubic, "体积" if work.language == "zh" else "the volume")


def _scaled(size: Term, factor: Fraction) -> Term:
    return size * num(factor) if factor >= 1 else size / num(1 / factor)


_HALF: Final = "(?:完全一样|完全相同|相同|一样|相等|同样大)"


@kind(
    "切|锯|分割",
    "zh",
    {
        "cube": (rf"(?:把|将)?(?:一|1)?个?(?:棱长(?:是|为)?<a>(?P<u>{_LZ})的)?正方体(?:木块)?(?:平均)?(?:切|锯|分割|分)(?:开)?成(?:两|2|二)个(?:{_HALF}的)?(?:小)?长方体",),
        "more": (rf"表面积(?:之和|的?总和)?(?:比原来)?(?:一共)?增加了?<c>平方(?P<v>{_LZ})",),
        "ask_more": (rf"(?:它们的)?表面积(?:之和|的?总和)?(?:比原来)?(?:的正方体)?(?:一共)?增加了?(?:多少|几)平方(?P<v>{_LZ})",),
        "ask_cube": (rf"(?:原来|这个)的?正方体的?表面积(?:是|为)?多少(?:平方(?P<w>{_LZ}))?",),
    },
)  # fmt: skip
def _cube_halved(s: Story, work: Working) -> None:
    s.only("cube", "more")
    unit = _square(work, s.words("v")[0])
    if s.question == "more":
        if s.words("u") != s.words("v"):
            raise Unfit
        face = work.step(_say(work, "face"), s.told("a") * s.told("a"), unit)
        work.give(work.step(_say(work, "more"), face * num(2), unit), unit, _say(work, "more"))
        return
    if s.has("a") or s.words("w") not in ([], s.words("v")):
        raise Unfit
    face = work.step(_say(work, "face"), s.told("c") / num(2), unit)
    work.give(work.step(_say(work, "whole"), face * num(6), unit), unit, _say(work, "surface"))


@kind(
    r"\bcube\b",
    "en",
    {
        "cube": (rf"a (?:wooden )?cube {_SIDE} is (?:cut|sawn|divided) into 2 (?:equal |identical )?(?:cuboids|halves|blocks)",),
        "ask_more": (rf"{_FIND} the (?:total )?increase in (?:the )?(?:total )?surface area{_IN}", rf"(?:by )?how much (?:does|did) the (?:total )?surface area (?:increase|grow){_IN}"),
    },
)  # fmt: skip
def _cube_cut(s: Story, work: Working) -> None:
    unit = _square(work, s.words("u")[0])
    face = work.step(_say(work, "face"), s.told("a") * s.told("a"), unit)
    work.give(work.step(_say(work, "more"), face * num(2), unit), unit, _say(work, "more"))


_CUBOID: Final = rf"(?:长(?:是|为)?<a>(?P<u>{_LZ})?[,，和]?宽(?:是|为)?<b>(?P<u2>{_LZ})?[,，和]?高(?:是|为)?<h>(?P<u3>{_LZ}))"


@kind(
    "切|锯|分割",
    "zh",
    {
        "cuboid": (rf"(?:把|将)?(?:一|1)?个?{_CUBOID}的长方体(?:木块)?(?:平均)?(?:切|锯|分割|分)(?:开)?成(?:两|2|二)个(?:{_HALF}的)?(?:小)?长方体",),
        "ask_more": (rf"(?:它们的)?表面积(?:之和|的?总和)?(?:比原来)?最(?P<way>多|少)(?:可以|可)?增加了?(?:多少|几)平方(?P<v>{_LZ})",),
    },
)  # fmt: skip
def _cuboid_halved(s: Story, work: Working) -> None:
    if {*s.words("u"), *s.words("u2"), *s.words("u3"), *s.words("v")} != set(s.words("v")):
        raise Unfit
    _halve(s, work, s.asked.values["way"] == "多", s.words("v")[0])


@kind(
    r"\bcuboid\b|\bblock\b|\bprism\b",
    "en",
    {
        "cuboid": (rf"a (?:wooden )?(?:cuboid|block|rectangular (?:block|prism))(?: of wood)? (?:of |measuring |that measures |which measures |measures |with dimensions )?<a> ?(?P<u>{_L})? ?(?:by|x|\*) <b> ?(?P<u2>{_L})? ?(?:by|x|\*) <h> (?P<u3>{_L}) is (?:cut|sawn|divided) into 2 (?:equal |identical )?(?:smaller )?(?:cuboids|blocks|parts|pieces|prisms),? (?:by a (?:plane )?cut )?parallel to (?:its|the) (?P<way>smallest|largest) faces?",),
        "ask_more": (rf"(?:by )?how much (?:does|did) (?:the|its|their) (?:total )?surface area (?:increase|grow){_IN}", rf"{_FIND} the increase in (?:the )?(?:total )?surface area{_IN}"),
    },
)  # fmt: skip
def _cuboid_cut(s: Story, work: Working) -> None:
    if {*s.words("u"), *s.words("u2")} - set(s.words("u3")):
        raise Unfit
    _halve(s, work, s.place("way").values["way"] == "largest", s.words("u3")[0])


def _halve(s: Story, work: Working, most: bool, unit: str) -> None:
    sides = sorted((value(s.place(k).values[k]) for k in "abh"), key=lambda t: t.value)
    one, other = (sides[1], sides[2]) if most else (sides[0], sides[1])
    square = _square(work, unit)
    face = work.step(_say(work, "section"), other * one, square)
    work.give(work.step(_say(work, "more"), face * num(2), square), square, _say(work, "more"))
