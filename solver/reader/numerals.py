"""Whole numbers in words as digits, in both languages: `twelve thousand and six`, 九亿零三百万零七."""

from __future__ import annotations

import re
from itertools import product
from typing import Final

_ONES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_BELOW_HUNDRED: Final = {w: k for k, w in enumerate(_ONES)} | {w: 10 * k for k, w in enumerate(_TENS, 2)}
_SCALES: Final = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_WORD: Final = (
    rf"(?:{'|'.join([*sorted(_BELOW_HUNDRED, key=lambda word: (-len(word), word)), 'hundred', *_SCALES])})"
)
_RUN: Final = re.compile(
    rf"(?i)\b{_WORD}(?:(?:[\s-]+|,\s+|\s+and\s+){_WORD})*\b(?![\s-]+(?:numbers?|terms?|digits?)\b)"
)

_DIGITS: Final = {c: k for k, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
_MYRIADS: Final = {"亿": 10**8, "万": 10**4}
_ZH_RUN: Final = re.compile(
    r"(?<![分之第零〇一二两三四五六七八九十百千万亿\d.])[零〇一二两三四五六七八九十百千万亿]{2,}(?!分之|[\d次项])"
)


def in_digits(text: str) -> str:
    """The text with every number in words written in digits; what is no well-formed numeral stays.

    >>> in_digits("the product of twelve thousand and six and 45")
    'the product of 12006 and 45'
    >>> in_digits("九亿零三百万零七与四万五千六百七十八的积")
    '903000007与45678的积'
    """
    text = _RUN.sub(lambda m: _english_digits(m[0], _is_pair(m)), text)
    return _ZH_RUN.sub(lambda m: m[0] if (value := chinese_value(m[0])) is None else str(value), text)


def ones_in_digits(text: str, behind: str, before: str = "") -> str:
    """Single Chinese digits in front of what they count as digits: that is of the pattern `behind` (what stands before them, of `before`).

    >>> ones_in_digits("五名同学和两本书", "名|本"), ones_in_digits("三十名", "名")
    ('5名同学和2本书', '三十名')
    """
    return re.sub(
        rf"(?:{before})(?<![十百千万亿])[一二两三四五六七八九](?={behind})",
        lambda m: str(chinese_value(m[0])),
        text,
    )


_OPERATION: Final = re.compile(
    r"(?i)\b(?:(?:product|sum|difference|quotient)\s+(?:of|between)|multiply(?:\s+together)?|add(?:\s+together)?)\s*$"
)


def _is_pair(match: re.Match[str]) -> bool:
    """Whether a run stands where an operation names its two numbers, and no third one follows."""
    text = match.string
    return (
        _OPERATION.search(text, 0, match.start()) is not None
        and re.match(r"(?i)\s*(?:,|and\b|by\b|to\b|with\b|\$?\d)", text[match.end() :]) is None
    )


def _english_digits(words: str, is_pair: bool) -> str:
    """One numeral, or several with `and` between them where only one division gives numerals.

    The product of "two hundred and five and seven" has two factors: there it is the division in two that counts.
    """
    if (value := english_value(words)) is not None:
        return str(value)
    parts = re.split(r"\s+and\s+", words)
    found: list[str] = []
    for cuts in product((False, True), repeat=len(parts) - 1):
        groups = [[parts[0]]]
        for cut, part in zip(cuts, parts[1:], strict=True):
            groups.append([part]) if cut else groups[-1].append(part)
        values = [english_value(" and ".join(group)) for group in groups]
        if None not in values:
            found.append(" and ".join(map(str, values)))
    if is_pair and len(pairs := [f for f in found if f.count(" and ") == 1]) == 1:
        return pairs[0]
    return found[0] if len(found) == 1 else words


def english_value(words: str) -> int | None:
    """The number that English words say; None where they are not one number ("three four").

    >>> english_value("nine hundred and three million, seven"), english_value("three four")
    (903000007, None)
    """
    total, group, scale_before, last = 0, 0, 10**15, ""
    for word in re.split(r"[\s,-]+", words.lower()):
        if word == "and":
            if last not in ("hundred", *_SCALES):
                return None
        elif word == "hundred":
            if not 0 < group < 100 or last in ("hundred", "and"):
                return None
            group *= 100
        elif word in _SCALES:
            if not group or _SCALES[word] >= scale_before:
                return None
            total, group, scale_before = total + group * _SCALES[word], 0, _SCALES[word]
        else:
            value, rest = _BELOW_HUNDRED[word], group % 100
            if rest and not (rest % 10 == 0 and rest >= 20 and last in _TENS and 0 < value < 10):
                return None
            group += value
        last = word
    return None if last == "and" else total + group


def chinese_value(numeral: str) -> int | None:
    """The number that a Chinese numeral says; None where it is not well formed (三四, 五百三).

    >>> chinese_value("一千零二十四"), chinese_value("三四")
    (1024, None)
    """
    for sign, size in _MYRIADS.items():
        if sign in numeral:
            head, _, tail = numeral.rpartition(sign)
            above, below = (
                chinese_value(head),
                chinese_value(tail.lstrip("零〇")) if tail.strip("零〇") else 0,
            )
            if above is None or below is None or not above or below >= size or tail in ("零", "〇"):
                return None
            return above * size + below
    total, digit, unit_before = 0, None, 10**4
    for position, sign in enumerate(numeral):
        if sign in _UNITS:
            if digit is None and not (sign == "十" and position == 0) or _UNITS[sign] >= unit_before:
                return None
            total, digit, unit_before = (
                total + (1 if digit is None else digit) * _UNITS[sign],
                None,
                _UNITS[sign],
            )
        elif _DIGITS[sign] == 0:
            if digit is not None or position == len(numeral) - 1 and position:
                return None
        elif digit is not None:
            return None
        else:
            digit = _DIGITS[sign]
    skipped = unit_before not in (10, 10**4) and digit is not None and not re.search("[零〇].$", numeral)
    return None if skipped else total + (digit or 0)
