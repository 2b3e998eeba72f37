"""The value that a closing sentence gives: `答:占总数的2/5`, `56/8=7(个),答:每个小朋友分到7个`, `7/8 of the tank`.

Text to text, of an answer whose spelling is cleaned already. A sentence that denies or bounds its value stays as it is.
"""

from __future__ import annotations

import re
from typing import Final

_CLOSING: Final = re.compile(r"(?:|.*[,;.)\s])答\s*[:,]?\s*(?=[^\s:,])(.+?)\s*[.!]?")
_HAN: Final = "[零〇一二两三四五六七八九十百千万亿点]"
_VALUE: Final = (
    r"-?\d[\d,]*(?:\.\d+)?(?::\d+|/\d+)?%?|-?\\(?:frac|sqrt)\s*\{[^{}]*\}(?:\s*\{[^{}]*\})?(?:\\pi)?"
    rf"|{_HAN}+分之{_HAN}+"
)
_GIVEN: Final = re.compile(
    rf"(?P<before>.*?[\u3400-\u9fff])\s*(?P<value>{_VALUE})\s*(?P<behind>(?:(?:元|角|分|小时|时|分钟|米|千米|厘米|千克|克)\d+)?[\u3400-\u9fff]{{0,8}}(?:/[\u3400-\u9fff]{{1,3}})?)"
)
_VERB: Final = re.compile(
    r"(?:[是为有用要付花需得剩下了达到于占共约的走行跑卖买分成]|减少|增加|等于|平均)\s*$"
)
_DENIED: Final = re.compile(r"[不没未非]|[大小多少高低]于|超过|至[少多]|以[上下内外]|或")
_MOVED: Final = re.compile(r"(?:到达|出发|开始|结束|左右)$")
_PART_OF: Final = re.compile(
    r"(-?\d+/\d+|-?\\frac\{\d+\}\{\d+\})\s+of\s+(?:the|an?|its|his|her|their)\s+[a-z]+(?:\s[a-z]+){0,2}"
)


def closed(text: str) -> str:
    r"""The value of a sentence behind 答, and of a part of something; other texts as they are.

    >>> closed("56÷8=7(个),答:每个小朋友分到7个."), closed(r"答:占总数的\frac{2}{5}"), closed("答:一共要用4元5角"), closed("答:余数是0")
    ('7个', '\\frac{2}{5}', '4元5角', '0')
    >>> closed("答:不超过5个"), closed("答:甲3个,乙5个"), closed("7/8 of the tank"), closed("7 of the tanks")
    ('答:不超过5个', '答:甲3个,乙5个', '7/8', '7 of the tanks')
    """
    if part := _PART_OF.fullmatch(text):
        return part[1]
    said = _CLOSING.fullmatch(text)
    if said is None:
        return text
    given = _GIVEN.fullmatch(said[1])
    if given is None or _DENIED.search(given["before"] + given["behind"]):
        return text
    if re.search(r"\d", given["before"]) and not _VERB.search(given["before"]):
        return text
    return given["value"] + _MOVED.sub("", given["behind"])
