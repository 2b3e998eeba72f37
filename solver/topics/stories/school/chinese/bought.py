"""Whether a Chinese story buys only some of the things whose prices it tells: then what all of them cost is not what is paid."""

from __future__ import annotations

import re
from typing import Final

_PIECE: Final = "(?:个|本|支|枝|件|双|台|瓶|盒|块|条|把|顶|只|杯|份|张|斤|千克|套|辆|架|副|袋|包)"
_PRICED: Final = re.compile(
    rf"(?:[一1每]{_PIECE}(?P<thing>[\u4e00-\u9fff]{{1,4}}?)|(?<=[,，。;；])(?P<other>[\u4e00-\u9fff]{{1,4}}?)[每一1]{_PIECE})"
    r"(?:的?(?:价钱|价格|单价|售价))?(?:要|卖|是|为)?\s*\$?\d+(?:\.\d+)?\$?\s*元"
)
# Only where no number and no question of a number stands in the clause: 买3包盐 and 买了几袋糖 are for others.
_BUYS: Final = re.compile(r"买(?:了|来|下)?(?P<things>[^,，。;；？?\d]+)(?=[,，。;；？?]|$)")
_ALL: Final = re.compile(
    "各|都|全部|所有|它们|这些|这[两三2-9]|每|几|些|多少|[一二两三四五六七八九十][个本支枝件双台瓶盒块条把顶只杯份张斤套辆架副袋包]"
)


def is_a_part(text: str) -> bool:
    """Whether a purchase without a number names some of the priced things, and not all.

    >>> [is_a_part(f"一本书5元,一支笔2元,一个书包20元,小明买了{what},一共多少钱?") for what in ("书和书包", "书、笔和书包", "3本书")]
    [True, False, False]
    """
    priced = {found["thing"] or found["other"] for found in _PRICED.finditer(text)}
    if len(priced) < 2:
        return False
    for purchase in _BUYS.finditer(text):
        words = purchase["things"]
        left = words
        named = set()
        for name in sorted(priced, key=len, reverse=True):  # 书包 is no 书
            if name in left:
                named.add(name)
                left = left.replace(name, "，")
        if named and named != priced and not _ALL.search(words):
            return True
    return False
