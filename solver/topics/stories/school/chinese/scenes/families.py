"""When parts that were named are all there are, though nobody said so: the first, the second and the third day; red, yellow and blue balls."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_ORDERS: Final = ("一二三四五六", "甲乙丙丁", "上中下", "前中后", "东南西北", "低中高")
_COLOURS: Final = "红黄蓝绿白黑紫橙粉灰"
_OPPOSITE: Final = (
    {"住校生", "走读生"}, {"寄宿生", "走读生"}, {"成人", "儿童"}, {"大人", "儿童"}, {"大人", "小孩"}, {"正式工", "临时工"}, {"单打", "双打"},
)  # fmt: skip
_KINDS: Final = "树球奖花书糖鱼菜酒票瓜果"
_TWO_WAYS: Final = re.compile("^(?:大|小|新|旧|好|坏|高|低|真|假|熟|生|老|公|母)")
_MORE: Final = re.compile("[剩余还没未]|其他|另外|等(?=，|[\ue000-\ue7ff])")


def opposite(parts: Sequence[str]) -> bool:
    """Whether two parts are a whole by what they mean: boys and girls, boarders and day pupils."""
    if len(parts) != 2:
        return False
    first, second = (re.sub("(?:人|观众|游客)$", "", p) if len(p) > 3 else p for p in parts)
    return {p[0] for p in parts} == {"男", "女"} or {first, second} in _OPPOSITE


def exhaustive(parts: Sequence[str], text: str) -> bool:
    """Whether three or more parts are of one family, told in one way, and nothing is said of others."""
    if len(parts) < 3 or _MORE.search(text.replace("还是", "").replace("其余", "")):
        return False
    return _in_order(parts) or _of_colours(parts) or _of_kinds(parts)


def _in_order(parts: Sequence[str]) -> bool:
    """第一天, 第二天, 第三天; 甲队, 乙队, 丙队: from the first on, none left out."""
    for order in _ORDERS:
        tails = set()
        places = []
        for part in parts:
            match = re.fullmatch(f"第?([{order}])(?:等|车)?(.*)", part)
            if match is None:
                break
            places.append(order.index(match[1]))
            tails.add(match[2])
        else:
            if len(tails) == 1 and sorted(places) == list(range(len(parts))):
                return order not in ("上中下", "前中后", "低中高") or len(parts) == 3
    return False


def _of_colours(parts: Sequence[str]) -> bool:
    return len({p[1:].removeprefix("色").removeprefix("的") for p in parts}) == 1 and all(
        p[0] in _COLOURS for p in parts
    )


def _of_kinds(parts: Sequence[str]) -> bool:
    """苹果树, 桃树, 梨树: kinds of one thing, none of them told by its size or age; 工人代表, 农民代表, 教师代表."""
    if len({p[-2:] for p in parts}) == 1 and all(len(p) > 3 for p in parts):
        return not any(re.search("[男女大小新旧老高低一二三四五六]|年级|级", p[:-2]) for p in parts)
    return (
        len({p[-1] for p in parts}) == 1
        and parts[0][-1] in _KINDS
        and all(len(p) > 1 and not _TWO_WAYS.match(p) and p[0] not in _COLOURS for p in parts)
    )
