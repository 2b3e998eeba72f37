"""What "to the nearest cent" counts in, where an answer is written in another unit: 1/100 of dollars."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

_SIZES: Final[tuple[dict[str, Fraction], ...]] = (
    {
        "dollars?|pounds?|euros?|yuan|元|\\\\?[$£€¥]": Fraction(1),
        "角(?!形)": Fraction(1, 10),
        "cents?|penny|pence|分(?![钟米])": Fraction(1, 100),
    },
    {
        "km|kilomet(?:er|re)s?|千米|公里": Fraction(1000),
        "cm|centimet(?:er|re)s?|厘米": Fraction(1, 100),
        "mm|millimet(?:er|re)s?|毫米": Fraction(1, 1000),
        "分米|dm": Fraction(1, 10),
        "m|met(?:er|re)s?|(?<![千厘分毫])米": Fraction(1),
    },
    {
        "miles?": Fraction(5280),
        "yards?": Fraction(3),
        "f(?:oo|ee)t|ft": Fraction(1),
        "inch(?:es)?|in": Fraction(1, 12),
    },
    {"kg|kilograms?|千克|公斤": Fraction(1000), "g|grams?|(?<!千)克": Fraction(1)},
    {"l|lit(?:er|re)s?|(?<!毫)升": Fraction(1000), "ml|毫升": Fraction(1)},
    {
        "days?|天": Fraction(86400),
        "hours?|h|小时": Fraction(3600),
        "minutes?|min|分钟": Fraction(60),
        "seconds?|s|秒": Fraction(1),
    },
    {"years?|年|岁": Fraction(1)},
)
"""Units of one kind and their sizes."""
_POWER: Final = re.compile(r"(?i)square|sq|cubic|平方|立方|\^")


def step_of_unit(counted: str, around: str, question: str) -> Fraction | None:
    r"""How large the unit `counted` is in the unit of an answer: the one beside its number, else the only one of the question.

    >>> step_of_unit("cent", r"\$", ""), step_of_unit("mm", "", "a square with side 6 cm"), step_of_unit("cm", r"\text{ kg}", "")
    (Fraction(1, 100), Fraction(1, 10), None)
    """
    power = 1 if not _POWER.search(counted) else 3 if re.search(r"(?i)cubic|立方|3", counted) else 2
    counted = re.sub(r"(?i)square|sq\.?|cubic|平方|立方|\s|\^\{?\d\}?", "", counted)
    counted, _, rate = counted.partition("per")
    if rate:
        return Fraction(1)
    for sizes in _SIZES:
        size = next((s for names, s in sizes.items() if re.fullmatch(rf"(?i)(?:{names})", counted)), None)
        if size is None:
            continue
        plain = re.sub(r"\\(?:text|mathrm)|[{}]", " ", around)
        for text in (plain, question):
            found = {s for names, s in sizes.items() if _occurs(names, text)}
            if len(found) == 1:
                return (size / found.pop()) ** power
            if found or re.search(r"[A-Za-z\u3400-\u9fff]{1,}", plain if text is plain else ""):
                return None
    return None


def _occurs(names: str, text: str) -> bool:
    """Whether one of the names stands in a text as a word, or behind a number."""
    return re.search(rf"(?i)(?<![a-z])(?:{names})(?![a-z])", text) is not None
