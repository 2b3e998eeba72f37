"""Roots in words as formulas: "the cube root of 54" is √[3]{54}, 16的算术平方根 is √16.

An even root in Chinese (平方根, 四次方根) is both numbers with this power: that is the topic `both_roots`.
"""

from __future__ import annotations

import re
from typing import Final

NUMBER: Final = r"\$?(?:\(\s*-?\d+(?:\.\d+)?(?:\s*/\s*\d+)?\s*\)|-?\d[\d,]*(?:\.\d+)?(?:\s*/\s*\d+)?|-?\\[dt]?frac\s*\{\s*\d+\s*\}\s*\{\s*\d+\s*\})\$?"
DEGREES_EN: Final = {
    "square": 2,
    "cube": 3,
    "cubic": 3,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
}
DEGREES_ZH: Final = {"算术平方": 2, "立方": 3, **{f"{han}次方": n for n, han in enumerate("三四五六七八", 3)}}
_OPERATION: Final = r"\s*(?:plus|minus|times|multiplied|divided|over|squared|cubed|[-+*/^×÷]|加|减|乘|除)"
_ENGLISH: Final = re.compile(
    rf"(?i)\b(?:the\s+)?(?:(?:principal|positive|real)\s+)?(?:(?P<word>{'|'.join(DEGREES_EN)})|(?P<digits>\d)(?:st|nd|rd|th))\s+root\s+of\s+(?P<number>{NUMBER})(?P<after>{_OPERATION})?(?!\s*(?:digits?|[a-z]\b))"
)
_ONE_ZH: Final = [word for word, n in DEGREES_ZH.items() if n % 2 or "算术" in word]
_CHINESE: Final = re.compile(
    rf"(?P<number>{NUMBER})\s*的\s*(?:(?P<word>{'|'.join(_ONE_ZH)})|(?P<digits>[3579])\s*次方)根"
)


def roots_in_formulas(text: str) -> str:
    """`text` with roots of numbers as formulas; "the square root of 9 plus 16", which says two things, stays.

    >>> roots_in_formulas("the cube root of 54"), roots_in_formulas("27的立方根加8")
    (' $\\\\sqrt[3]{54}$ ', ' $\\\\sqrt[3]{27}$ 加8')
    """
    text = _ENGLISH.sub(lambda m: _english(m, text), text)
    return _CHINESE.sub(lambda m: _formula(int(m["digits"] or DEGREES_ZH[m["word"]]), m["number"]), text)


def _english(match: re.Match[str], text: str) -> str:
    degree = int(match["digits"] or DEGREES_EN[match["word"].lower()])
    if match["after"] and not re.match(
        r"\W*(?:by\s+)?(?:the\s+)?[a-z]+\s+root\b", text[match.end() :], re.IGNORECASE
    ):
        return match[0]
    return _formula(degree, match["number"]) + (match["after"] or "")


def _formula(degree: int, number: str) -> str:
    index = "" if degree == 2 else f"[{degree}]"
    inside = re.sub(r"[$\s,]", "", number)
    return f" $\\sqrt{index}{{{inside}}}$ "
