"""A number that is not told and that something is done with: "3/8 of a number", 一个数的平方. Such a text is an equation, not a computation."""

from __future__ import annotations

import re
from typing import Final

_ENGLISH: Final = r"(?:(?:an?|some|what|which|certain|unknown|this|that|the|another|one|any)\s+)(?:(?:certain|unknown|whole|natural|positive|negative|secret|given|same)\s+)*(?:number|integer)(?!s|\s*\$?[-(\d])"
_BEFORE: Final = r"\b(?:of|times|plus|minus|by|from|than|over|and|to|add|subtract|multiply|divide|double|triple|twice|square|cube|halve|take|took|thought|think)\s+(?:by\s+)?"
_BEHIND: Final = r"\s+(?:times|plus|minus|over|and|squared|cubed|by|to\s+the\s+power|(?:is|are|was|be)\s+(?:then\s+|first\s+)?(?:multiplied|divided|added|subtracted|increased|decreased|reduced|doubled|tripled|halved|squared|cubed|raised|taken|diminished)|multiplied|divided|added|subtracted|increased|decreased|reduced|doubled|tripled|halved|raised|exceeds|less\s+\d)\b"
_CHINESE: Final = "(?:一个|某一?个?|这个|那个|哪一?个|什么|该|另一个|原来的?)(?:自然|正整|整|正|负|未知)?数(?![字位学量据轴列\\d$])"
_OPERAND: Final = re.compile(
    rf"(?i){_BEFORE}{_ENGLISH}|\b{_ENGLISH}{_BEHIND}"
    rf"|(?:加上?|减去?|乘以?|乘上|除以?|除)\s*几(?![何位个])|几\s*(?:加上?|减去?|乘以?|除以?)\s*\d"
    rf"|(?:加上?|减去?|乘以?|乘上|除以?|除|比|与|和|把|将|是|从)\s*{_CHINESE}|{_CHINESE}\s*(?:的|加|减|乘|除|与|和|比|先|再|平方|立方|扩大|缩小|增加|减少)"
)


def is_operand(text: str) -> bool:
    """Whether something is done with a number that is not told.

    >>> [is_operand(t) for t in ("3/8 of a number is 45.", "What number is 5 more than 12?", "half of the number 50")]
    [True, False, False]
    >>> [is_operand(t) for t in ("一个数的平方是49", "一个数是12的3倍,这个数是多少?")]
    [True, False]
    """
    return _OPERAND.search(text) is not None
