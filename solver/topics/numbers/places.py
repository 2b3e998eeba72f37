"""The places of a decimal number and what they are called in both languages: ten thousands, 百分位."""

from __future__ import annotations

import re
from typing import Final

from solver.ports import Language

_EN: Final = {
    0: "unit|one", 1: "ten", 2: "hundred", 3: "thousand", 4: "ten thousand", 5: "hundred thousand", 6: "million",
    7: "ten million", 8: "hundred million", 9: "billion", 10: "ten billion", 11: "hundred billion", 12: "trillion",
    -1: "tenth", -2: "hundredth", -3: "thousandth", -4: "ten thousandth", -5: "hundred thousandth", -6: "millionth",
    -7: "ten millionth", -8: "hundred millionth", -9: "billionth",
}  # fmt: skip
_ZH: Final = {
    0: "个位", 1: "十位", 2: "百位", 3: "千位", 4: "万位", 5: "十万位", 6: "百万位", 7: "千万位", 8: "亿位",
    9: "十亿位", 10: "百亿位", 11: "千亿位", 12: "万亿位",
    -1: "十分位", -2: "百分位", -3: "千分位", -4: "万分位", -5: "十万分位", -6: "百万分位",
}  # fmt: skip
_NUMBERS: Final = {name: k for k, names in _EN.items() for name in names.split("|")}
_NUMBERS_ZH: Final = {name: k for k, name in _ZH.items()}


def _one_of(names: list[str]) -> str:
    return "|".join(n.replace(" ", r"[\s-]+") for n in sorted(names, key=lambda word: (-len(word), word)))


ENGLISH: Final = rf"(?:one[\s-]+(?=[a-z]))?(?:{_one_of(list(_NUMBERS))})s?(?![a-z])(?![\s-]+(?:{_one_of(list(_NUMBERS))})s?(?![a-z]))"
"""A pattern for one place in English, longest first: `ten thousands` is one place, not ten and thousands."""
CHINESE: Final = _one_of(list(_NUMBERS_ZH))


def exponent_of(name: str) -> int | None:
    """The power of ten that a place counts.

    >>> exponent_of("ten thousands"), exponent_of("one hundred"), exponent_of("百分位"), exponent_of("dozens")
    (4, 2, -2, None)
    """
    if name in _NUMBERS_ZH:
        return _NUMBERS_ZH[name]
    plain = " ".join(re.split(r"[\s-]+", name.lower().strip()))
    for candidate in (plain, plain.removesuffix("s"), plain.removeprefix("one ").removesuffix("s")):
        if candidate in _NUMBERS:
            return _NUMBERS[candidate]
    return None


def name_of(exponent: int, language: Language) -> str | None:
    """What the place is called; None for places too far out to have a name here.

    >>> name_of(3, "en"), name_of(-2, "zh"), name_of(30, "en")
    ('thousands', '百分位', None)
    """
    if language == "zh":
        return _ZH.get(exponent)
    return f"{_EN[exponent].split('|')[0]}s" if exponent in _EN else None
