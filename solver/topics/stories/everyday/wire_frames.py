"""Frames of boxes and cubes made of a wire: the edges by their ratio or all but one told, then volume, surface, longest edge. In English and Chinese."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.kinds import Story, kind, value, zh
from solver.topics.stories.school.working import Term, Unfit, Working, num

_U: Final = "(?P<u>cm|dm|m|mm)"
_RATIO: Final = r"(?P<r>\d+(?:\.\d+)? ?[:∶：] ?\d+(?:\.\d+)? ?[:∶：] ?\d+(?:\.\d+)?)"
_BOX: Final = r"(?:(?:rectangular )?(?:box|cuboid|prism|block)|box|cuboid|rectangular prism)"


@kind(
    r"\b(?:wire|frame|edges)\b",
    "en",
    {
        "wire": (rf"(?:a|all of a|the) (?:piece of )?(?:wire|metal rod|string) (?:that is |which is |of length )?<w> {_U}(?: long)? (?:is|was) (?:just |exactly )?(?:used|bent|cut|enough|made) (?:and joined )?(?:to make|into|to form|for) (?:the frame of |a frame of |the edges of )?(?:a|an) {_BOX}(?: frame)?", rf"<w> {_U} of wire (?:is|are|was) (?:just |exactly )?(?:used|needed|enough) (?:to make|for) (?:the frame of |the edges of )?(?:a|an) {_BOX}(?: frame)?", rf"(?:the )?frame of (?:a|an) {_BOX} is made (?:from|of|with) (?:exactly )?<w> {_U} of wire", rf"the (?:total length|sum) of (?:all )?(?:the )?(?:12 )?edges of (?:a|an) {_BOX} is <w> {_U}"),
        "ratio": (rf"(?:(?:its|the) )?(?:length,? width,? and height|length ?, ?width ?,? and height|edges|dimensions)(?: of the {_BOX})? (?:are )?(?:is )?(?:in the ratio(?: of)?|have the ratio) {_RATIO}", rf"the ratio of (?:its|the) length ?,? (?:to )?width ?,? (?:and |to )?height is {_RATIO}", rf"whose (?:length ?, ?width ?,? and height|edges|dimensions) are in the ratio {_RATIO}"),
        "ask_volume": (rf"(?:what is|find|calculate|work out) (?:its volume|the volume(?: of (?:the|this) {_BOX})?)",),
        "ask_surface": (rf"(?:what is|find|calculate|work out) (?:its (?:total )?surface area|the (?:total )?surface area(?: of (?:the|this) {_BOX})?)",),
    },
)  # fmt: skip
def _in_english(s: Story, work: Working) -> None:
    _frame(s, work)


_ZU: Final = "(?P<u>厘米|分米|米)"
_ZMADE: Final = (
    "(?:焊接?|做|围|折|扎|搭|制|弯)(?:成|了)(?:了)?(?:一个)?长方体(?:的)?(?:框架|模型|教具|灯笼框架)?"
)


@kind(
    "长方体",
    "zh",
    {
        "wire": (rf"(?:用|把|将)?(?:一根)?(?:长)?(?:是|为)?<w>{_ZU}(?:长)?(?:的)?(?:一根)?(?:铁丝|铁条|细铁丝|木条|绳子|钢筋|铜丝)(?:刚好|正好|恰好)?(?:可以|能)?{_ZMADE}", rf"(?:一个)?长方体(?:的)?(?:框架)?(?:所有的?)?棱长(?:之和|总和|和)(?:是|为)?<w>{_ZU}"),
        "ratio": (rf"(?:这个)?(?:长方体)?(?:的)?长和宽和高的比(?:是|为){_RATIO}", rf"(?:它的|这个长方体的)?长(?:和|:|∶)宽(?:和|:|∶)高(?:之比|的比)?(?:是|为|=){_RATIO}"),
        "ask_volume": (rf"(?:求|问)?(?:这个|它的)?(?:长方体)?(?:框架)?{zh(4)}(?:的)?体积(?:是|有)?(?:多少)?(?:立方(?:厘米|分米|米))?",),
        "ask_surface": (rf"(?:求|问)?(?:这个|它的)?(?:长方体)?(?:框架)?{zh(4)}(?:的)?表面积(?:是|有)?(?:多少)?(?:平方(?:厘米|分米|米))?",),
    },
)  # fmt: skip
def _in_chinese(s: Story, work: Working) -> None:
    _frame(s, work)


_SAYS: Final = {
    "one": ("length, width and height together: of each there are four edges", "长＋宽＋高：棱长总和÷4"),
    "parts": ("the parts of the ratio together", "总份数"),
    "part": ("one part", "每份的长"),
    "volume": ("the volume: length times width times height", "体积：长×宽×高"),
    "surface": ("the surface: twice the three faces", "表面积：（长×宽＋长×高＋宽×高）×2"),
}  # fmt: skip
_EDGES: Final = (("the length", "the width", "the height"), ("长", "宽", "高"))


def _frame(s: Story, work: Working) -> None:
    """The three edges by the ratio, and what is asked."""
    s.only("wire", "ratio")
    chinese, unit = work.language == "zh", s.words("u")
    if len(unit) != 1 or len(s.all("ratio")) != 1:
        raise Unfit
    asked = re.findall("(?:平方|立方)(厘米|分米|米)", s.text)
    if any(w != unit[0] for w in asked):
        raise Unfit

    def step(key: str, term: Term, name: str) -> Term:
        return work.step(_SAYS[key][chinese], term, name)

    shares = [value(n) for n in re.split(r" ?[:∶：] ?", s.words("r")[0])]
    together = step("one", s.told("w") / num(4), unit[0])
    part = step("part", together / step("parts", shares[0] + shares[1] + shares[2], ""), unit[0])
    a, b, c = (work.step(_EDGES[chinese][i], part * share, unit[0]) for i, share in enumerate(shares))
    if s.question == "volume":
        name = f"立方{unit[0]}" if chinese else f"cubic {unit[0]}"
        work.give(step("volume", a * b * c, name), name, "体积" if chinese else "the volume")
    else:
        name = f"平方{unit[0]}" if chinese else f"square {unit[0]}"
        work.give(
            step("surface", (a * b + a * c + b * c) * num(2), name),
            name,
            "表面积" if chinese else "the surface area",
        )
