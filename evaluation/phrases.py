"""What people write in words for what the grader reads as formulas: numerals, infinity, sets by a condition, C(5,2).

Text to text, of an answer whose spelling is cleaned already; what it does not know stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from solver.reader.numerals import chinese_value, english_value

_HAN: Final = "[零〇一二两三四五六七八九十百千万亿]+"
_HAN_NUMBER: Final = re.compile(rf"(负?)(?:({_HAN})又)?(?:({_HAN})分之({_HAN})|({_HAN}))")
"""A whole answer that is a number in Chinese: 十二, 三分之二, 二又三分之一, 百分之二十."""
_ROUND: Final = {"百": 100, "千": 1000, "万": 10_000}
_ENGLISH: Final = re.compile(r"[A-Za-z]+(?:[ -][A-Za-z]+)*")
_PARTS: Final[tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]] = tuple(
    (re.compile(pattern), meant)
    for pattern, meant in (
        (
            r"^(?i:(?:so|thus|therefore),?\s+)?(?i:the\s+)?(?i:final\s+)?(?i:answer)\s*(?i:is|:|=)+\s*:?\s*(?=\S)",
            "",
        ),
        (r"^(?i:either)\s+(?=.*\bor\b)", ""),
        (r"^\\\{\s*\\\}$", r"\\emptyset "),
        (r"\\text\s*\{([^{}]*\d[^{}]*)\}", lambda m: m[1].strip() if m[0] == m.string else m[0]),
        (r"(\d+)\s*又\s*(\d+/\d+|\\frac\{\d+\}\{\d+\})", r"\1 \2"),
        (r"(?:正)?无穷大?|(?<![A-Za-z\\])[iI]nfinity(?![A-Za-z])", lambda m: r"\infty "),
        (r"(?<![A-Za-z\\])[CP]\s*\(\s*(\d+)\s*,\s*(\d+)\s*\)", lambda m: _chosen(m[0][0], m[1], m[2])),
        (r"(?<![A-Za-z\\])([CA])_\{?(\d+)\}?\s*\^\s*\{?(\d+)\}?", lambda m: _chosen(m[1], m[2], m[3])),
        (r"(?<![A-Za-z\\])([a-z])(\d)(?=\s*=)", r"\1_\2"),
    )
)
_SET: Final = re.compile(
    r"\\?\{\s*([a-z])\s*(?:\\in\s*\\reals\s*)?(?:\\mid(?![A-Za-z])|\\?\||:)\s*(.+?)\s*\\?\}"
)


def in_formulas(text: str) -> str:
    r"""The answer with its words as formulas.

    >>> in_formulas("三分之二"), in_formulas("百分之二十"), in_formulas("twenty-one"), in_formulas("C(5,2)")
    ('\\frac{2}{3}', '20%', '21', '\\binom{5}{2}')
    >>> in_formulas("\\{x \\mid x > 2\\}"), in_formulas("banana"), in_formulas("负无穷大")
    ('x > 2', 'banana', '-\\infty')
    """
    text = text.strip()
    if number := _HAN_NUMBER.fullmatch(text):
        return _from_han(number) or text
    if _ENGLISH.fullmatch(text) and (value := _english(text)) is not None:
        return str(value)
    text = text.replace("负无穷", "-无穷")
    for pattern, meant in _PARTS:
        text = pattern.sub(meant, text)
    if (described := _SET.fullmatch(text)) and re.search(
        rf"(?<![A-Za-z\\]){described[1]}(?![A-Za-z])", described[2]
    ):
        return described[2]
    return text.strip()


def _chosen(kind: str, of: str, count: str) -> str:
    """So many of so many, without (C) or with (A, P) their order."""
    if kind == "C":
        return rf"\binom{{{of}}}{{{count}}}"
    return rf"(\binom{{{of}}}{{{count}}}*{count}!)"


def _english(text: str) -> int | None:
    try:
        return english_value(text.lower())
    except KeyError:  # a word that is no numeral
        return None


def _from_han(match: re.Match[str]) -> str | None:
    sign, whole, bottom, top, number = match.groups()
    values = [None if n is None else _ROUND.get(n) or chinese_value(n) for n in (whole, bottom, top, number)]
    if any(n is not None and v is None for n, v in zip((whole, bottom, top, number), values, strict=True)):
        return None
    minus = "-" * bool(sign)
    if number is not None:
        return None if whole is not None else f"{minus}{values[3]}"
    if bottom == "百" and whole is None:
        return f"{minus}{values[2]}%"
    fraction = rf"\frac{{{values[2]}}}{{{values[1]}}}"
    return f"{minus}{fraction}" if whole is None else f"{minus}({values[0]}+{fraction})"
