"""Stories of a whole of which a fraction goes, and whose rest is shared out by a ratio: "剩下的按4:5分到合唱队和篮球队".

Not read: shares of a part of the whole, more than one share, sums and differences of the parts.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.scenes.scene import Scene, kind
from solver.topics.stories.school.chinese.scenes.whole import name_of, names_in
from solver.topics.stories.school.working import Unfit, num

_REST: Final = "(?:其余|剩下|余下|剩余)的?~"
_GIVE: Final = "(?:(?:分配|分派|安排|分别|分|派|编|送|运|调)+(?:到|给|往|去|在|入|成|进)|(?:分别)?(?:用于|用来|用在|种上|种植|种|参加|进入|去|捐给|交给|发给))了?"
_TAKE: Final = "(?:拿出|拿|取出|花掉|花去|花|用掉|用去|用|捐出|捐|运走|运出|卖出|卖掉|分出|分给|存入|把|将|留下|派出|抽出|吃掉|送出|送)了?"
_STRANGE: Final = re.compile(
    "涨|升|提高|扩大|运来|转来|调来|借来|来了|追加|添|贷|利息|倍|平均|[男女][生同工职队教运]|比[^\ue000-\ue7ff]"
)
"""What makes a whole larger, tells parts of it apart, or compares them."""
_COUNTED: Final = "人|同学|学生|队员|职工|工人|钱"
_ASKED: Final = re.compile(
    "[用于去到的钱是有分得种了应该可能共给在进参加元各为要会人数运面积棵获花买]|学生|同学|大约|一项"
)


@kind(
    {
        "total": ("~(?:有|拿到|得到|得|领到|领取|收到|获得|存了|攒了|收获|收获了|运来|种了|买来)了?<n:u>(?P<tail>~)",),
        "share": ("(?:其中|先)?的?<%f>(?:的(?P<who>~))?", "(?:先)?~(?:{take})(?:其中|全部)?的?<%f>(?P<then>(?!的).*)", "(?:其中|先)?的?<%f>(?P<then>(?!的)~)"),
        "spread": ("(?:把|将)?(?P<rest>{rest})按(?:照)?<a>比<b>(?:比<c>)?(?:的比例|的比)?来?{give}(?P<list>~(?:[、和与及]~){1,2}?)(?P<tailed>(?:<kk>|两)(?:个|项|处|种|家|所|支|名|块|座)~)?",),
    },
    {"part": ("(?P<p>~)<?>(?P<h>~)",)},
    rest=_REST, give=_GIVE, take=_TAKE,
)  # fmt: skip
def _remainder(s: Scene) -> None:
    total, share, spread = s.one("total"), s.one("share"), s.one("spread")
    if s.order() != ["total", "share", "spread"] or _STRANGE.search(s.text):
        raise Unfit
    tail = total.word("tail")
    if re.search("[和与、及]", tail) or not _same_counted(share.word("who"), tail):
        raise Unfit
    noun = re.sub("^(?:其余|剩下|余下|剩余)的?", "", spread.word("rest"))
    if noun and not _same_counted(noun, tail):
        raise Unfit
    unit = total.unit("n")
    if s.asked.unit("?") != unit:
        raise Unfit
    names = names_in(spread.word("list"))
    counts = [spread[key] for key in "abc" if spread.has(key)]
    told = 2 if not spread.has("kk") else spread.value("kk")
    if len(names) != len(counts) or spread.has("tailed") and told != len(names):
        raise Unfit
    asked = s.asked.word("p") + s.asked.word("h")
    meant = [i for i, name in enumerate(names) if name in asked]
    if len(meant) != 1 or names[meant[0]] in share.text:
        raise Unfit
    left = asked.replace(names[meant[0]], "", 1)
    left = left.replace(name_of(s.asked.word("h")), "") if s.asked.word("h") in s.text else left
    for word in re.findall("[\u4e00-\u9fff]{2}", left):
        if s.text.count(word) > 1:
            left = left.replace(word, "")
    if _ASKED.sub("", left):
        raise Unfit
    if not 0 < share.value("f") < 1:
        raise Unfit
    rest = s.step("剩下多少（把总数看作单位 1）", total["n"] * (num(1) - share["f"]), unit)
    parts = counts[0]
    for one in counts[1:]:
        parts = parts + one
    parts = s.step("一共分成几份", parts, "份")
    name = names[meant[0]]
    s.give(
        s.step(f"{name}占其中的 {counts[meant[0]].tex} 份", rest / parts * counts[meant[0]], unit),
        unit,
        f"{name}的数量",
    )


def _same_counted(noun: str, tail: str) -> bool:
    """Whether a fraction is said to be of what was counted: "25%的同学" of "360名同学", no part of it."""
    if not noun or re.match(f"(?:{_COUNTED})", noun):
        return True
    return len(noun) > 1 and tail.startswith(noun[:2])
