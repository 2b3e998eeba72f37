"""A right triangle with one acute angle that has a size and another that has a name: "the other acute angle is called B".

Not: triangles whose other angles or vertices have letters too.
"""

from __future__ import annotations

import re
from typing import Final

_DEGREES: Final = r"\$?\s*(\d+(?:\.\d+)?)\s*\$?\s*(?:°|\^\{?\\circ\}?|度|-?\s*degrees?)\$?"
_WHOSE: Final = r"(?:\s+(?:of|in)\s+(?:an?|the|this)\s+right[- ](?:angled\s+)?triangle)?"
_ONE: Final = re.compile(
    rf"(?i)(?:(?:\b(?:one|an|the|with|its|has)\s+)*(?<!other\s)acute\s+angle{_WHOSE}\s*(?:of|is|equal\s+to|equals|measures|measuring)\s*{_DEGREES}|(?:的?(?:有|其中)?一个?)锐角(?:为|是|等于)?\s*{_DEGREES})"
)
_OTHER: Final = re.compile(
    r"(?i)(?:\b(?:call|let|name|if|and)\s+)*(?:\bthe\s+|\bits\s+)?(?:(?:other|second|remaining)\s+acute\s+angle|另一个?锐角|另外一个锐角)"
    r"\s*(?:(?:is|be|to\s+be)?\s*(?:called|named|denoted(?:\s+by)?|labell?ed)|is|be|记[为作]|[叫为是])?\s*\$?∠?(?-i:([ABC]))\$?(?![A-Za-z\d=(])"
)
_LETTER: Final = re.compile(r"(?<![A-Za-z])[A-Z](?![A-Za-z])(?!\s+right)")


def with_called_angle(text: str) -> str:
    """The text with letters for the angles of such a triangle, else as it is.

    >>> with_called_angle("One acute angle of a right triangle is 30°. The other acute angle is called B. Find tan(B-45°).")
    ' right triangle , $A=30°$ , $C=90°$ .  . Find tan(B-45°).'
    """
    one, other = _ONE.search(text), _OTHER.search(text)
    right = re.search(r"(?i)\bright(?:-|\s+)(?:angled\s+)?triangle|直角三角形", text)
    if one is None or other is None or right is None or one.end() > other.start():
        return text
    if set(_LETTER.findall(text)) != {other[1]}:
        return text
    first, last = (letter for letter in "ABC" if letter != other[1])
    triangle = " right triangle " if one.start() <= right.start() < one.end() else " "
    known = f"{triangle}, ${first}={one[1] or one[2]}°$ , ${last}=90°$ "
    return text[: one.start()] + known + text[one.end() : other.start()] + " " + text[other.end() :]
