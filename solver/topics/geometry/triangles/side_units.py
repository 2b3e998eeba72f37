"""The unit of a triangle's sides, taken off where all sides have the same. Nothing is converted."""

from __future__ import annotations

import re
from typing import Final

_LENGTH: Final = re.compile(
    r"(?P<side>(?<![A-Za-z\d])(?:[a-c]|[A-Z]{2})\s*(?:=|\bis\b)\s*\d+(?:\.\d+)?)(?:\s*\\,)?\s*(?:\\(?:text|mathrm)\s*\{\s*)?(?P<unit>(?<=\d)(?:cm|mm|km)|(?<=[\s{])(?:cm|mm|km|m|in|ft|metres?|meters?|inches|feet|units))(?![A-Za-z\d^²³*/])\s*\}?"
)


def without_one_unit(text: str) -> str:
    """The sides without their unit, where every side has it and all have the same.

    >>> without_one_unit("In triangle ABC, a = 7 cm, b = 8 cm. Find c.")
    'In triangle ABC, a = 7, b = 8. Find c.'
    >>> without_one_unit("In triangle ABC, a = 7 cm, b = 8 m. Find c.")
    'In triangle ABC, a = 7 cm, b = 8 m. Find c.'
    """
    told = [m["unit"] for m in _LENGTH.finditer(text)]
    bare = re.findall(r"(?<![A-Za-z\d])(?:[a-c]|[A-Z]{2})\s*(?:=|\bis\b)\s*\d", text)
    if len(set(told)) != 1 or len(told) != len(bare):
        return text
    asked = rf"(?:,\s*|\s+)in\s+(?:square\s+)?{told[0]}(?:\s*(?:\^\s*\{{?2\}}?|²))?(?=\s*[.?]|$)"
    return re.sub(asked, "", _LENGTH.sub(r"\g<side>", text))
