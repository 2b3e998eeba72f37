"""Which thing a word means: names are open, so that two are the same where one is the end of the other and of no third."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from solver.topics.stories.school.chinese.roles.telling import AND

_MEASURED: Final = (
    "种植面积|占地面积|数量|个数|本数|棵数|条数|只数|人数|质量|重量|长度|面积|体积|总数|总量|页数|张数|套数|台数|辆数|株数|朵数|件数|盒数|枝数|支数|块数|头数|册数|钱数|"
    "数目|颗数|户数|尾数|粒数|瓶数|箱数|袋数|票数|枚数|根数|片数|匹数|幅数|次数|天数|吨数|场数|间数|桶数|容量|产量|存款数|捐款数|金额|款额|款数|用量|时间|路程|长|重|钱|"
    "价格|价钱|单价|售价|标价|定价|数"
)
_END: Final = re.compile(
    f"(?:的?(?:{_MEASURED}|部分)|的|了|各|分别|各自|有|是|为|共|一共|分|用|花|花的|占|种|得|要|需|能|可|可以|[种植]树|捐[书款]|[看读修走行挖铺运卖做吃喝捐摘植栽养拿]|生产|加工|完成|获得|得到|分到|分得|收集|之间|两种.{{0,3}}|两个.{{0,3}}|二者|两者|[两三](?:队|组|班|人|段|地|位))$"
)
_GENERIC_END: Final = re.compile("(?:树|书|花|同学|人|组|队|班|票|车|球|生|块|款)$")

_BEFORE_A_NAME: Final = "种是为由给到有买养装喝吃运卖成进喂栽"


def trimmed(name: str) -> str:
    """A name without what only says how it is counted: "百合枝数" is of lilies."""
    before = ""
    while name != before:
        before = name
        name = _END.sub("", name) or name
    return name


def pieces(text: str) -> list[str]:
    """What a list of words lists."""
    text = text.replace("同学", "\ufff0").replace("及格", "\ufff1")
    found = [one.replace("\ufff0", "同学").replace("\ufff1", "及格") for one in re.split(AND, text)]
    return [trimmed(one) for one in found]


def ends(name: str, others: Sequence[str]) -> list[str]:
    """The ends of a name that are no ends of another, the longest first: with them a text means this thing.

    >>> ends("参加美术组", ["音乐组"])
    ['参加美术组', '加美术组', '美术组', '术组', '参加美术', '加美术', '美术']
    """
    found = []
    for whole in dict.fromkeys((name, _GENERIC_END.sub("", name) or name)):
        found += [
            whole[k:]
            for k in range(len(whole))
            if k == 0 or len(whole) - k > 1 or whole[k - 1] in _BEFORE_A_NAME
        ]
    return [one for one in found if not any(other.endswith(one) or one in other for other in others)]


def place(name: str, others: Sequence[str], text: str) -> int:
    """Where a text means this thing; −1 where it does not."""
    for one in ends(name, others):
        if one in text:
            return text.index(one)
    return -1


def meant(names: Sequence[str], text: str) -> list[str]:
    """The names that a text means, in the order in which it does."""
    found = [(place(n, [o for o in names if o != n], text), n) for n in names]
    return [name for at, name in sorted(found) if at >= 0]
