"""Phrases for one number made of others, as formulas: "two thirds of 66", "the sum of 3 and 4", -3的绝对值, 比9小2的数.

Only where the phrase says one thing: "the sum of 3 and 4 times 5" stays as it is.
"""

from __future__ import annotations

import re
from typing import Final

NUMBER: Final = r"(?:\$-?(?:\d+(?:\.\d+)?(?:/\d+)?|(?:\d+\s*)?\\[dt]?frac\s*\{?\d+\}?\s*\{?\d+\}?)\$|(?<![\d.])-?\d[\d,]*(?:\.\d+)?(?:\s*/\s*\d+)?%?(?!\s*[\d^])|\([-+*/. \d()%]+\))"
_MIXED: Final = r"(?<![\d.])-?\d+(?:\s+\d+\s*/\s*\d+(?![\d./])|\s*\\[dt]?frac\s*\{\d+\}\s*\{\d+\})"
"""1 2/5, 1\\frac{2}{5}"""
_EN_OF: Final = {
    r"absolute\s+value": r"|{}|",
    r"(?:opposite|additive\s+inverse|negation)": r"-({})",
    r"(?:reciprocal|multiplicative\s+inverse)": r"1/({})",
}
_ZH_OF: Final = {"绝对值": r"|{}|", "相反数": r"-({})", "倒数": r"1/({})"}
_COUNTS: Final = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}  # fmt: skip
_PARTS: Final = {"hal": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}  # fmt: skip
_HAN: Final = "一二三四五六七八九十"
_FOLDS: Final = {"sum": "+", "product": "*", "difference": "-", "quotient": "/"}
_HAN_FOLDS: Final = {"和": "+", "差": "-", "积": "*", "商": "/"}
_OPERATION: Final = r"(?i)\b(?:sum|product|difference|quotient|plus|minus|times|multipl\w+|divid\w+|subtract\w*|add\w*|take\w*|less|more|from|increase\w*|decrease\w*)\b"


def in_formulas(text: str) -> str:
    """`text` with such phrases as formulas in brackets.

    >>> in_formulas("From the sum of 456 and 789 take 345.")
    'From (456+789) take 345.'
    >>> in_formulas("15% of 240 plus 2/3 of 66")
    ' (15%*240)  plus  (2/3*66) '
    """
    for words, formula in _EN_OF.items():
        text = re.sub(
            rf"(?i)\b(?:the\s+)?{words}\s+of\s+({_MIXED}|{NUMBER})(?!\s*(?:plus|minus|times|multiplied|divided|less|[-+*/^]))",
            lambda m, f=formula: f" ({f.format(_bare(m[1]))}) ",  # type: ignore[misc]
            text,
        )
    for words, formula in _ZH_OF.items():
        text = re.sub(
            rf"({_MIXED}|(?<!\d\s){NUMBER})\s*的\s*{words}",
            lambda m, f=formula: f" ({f.format(_bare(m[1]))}) ",  # type: ignore[misc]
            text,
        )
    text = re.sub(
        rf"([{_HAN}\d]+)分之([{_HAN}\d]+)(?!点)",
        lambda m: f" {_digits(m[2])}/{_digits(m[1])} " if len(m[1]) < 3 else m[0],
        text,
    )
    text = re.sub(
        rf"比\s*({NUMBER})\s*(大|小|多|少)\s*({NUMBER})\s*的数(?=\s*[与和的加减乘除再])",
        lambda m: f" ({_bare(m[1])}{'+' if m[2] in '大多' else '-'}{_bare(m[3])}) ",
        text,
    )
    text = re.sub(
        rf"({NUMBER})\s*(?:扩大|增加)到(?:它|原来|原数|原来数)?的\s*({NUMBER})\s*倍(?=\s*[,再后与加减]|$|是|[。?])",
        lambda m: f" ({_bare(m[1])}*{_bare(m[2])}) ",
        text,
    )
    return _parts_of(_shares_of_shares(_compound(_chinese_compound(text))))


def shares(text: str) -> str:
    """Shares in English words as fractions; before numerals become digits, to which "two thirds" is 2 1/3.

    >>> shares("two thirds of 66")
    '2/3 of 66'
    """
    pattern = (
        rf"(?i)\b(?:(?P<count>{'|'.join(_COUNTS)})[\s-]+)?(?P<part>{'|'.join(_PARTS)})(?:s|f|ves)?\s+of\b"
    )
    return re.sub(pattern, _part, text)


def _digits(number: str) -> str:
    """十 and single Chinese digits, or digits."""
    return str(_HAN.index(number) + 1) if number in _HAN else number


def _bare(number: str) -> str:
    """A number without delimiters; a mixed one as a sum."""
    mixed = re.fullmatch(_MIXED, number.strip())
    if mixed is not None:
        whole, above, below = (part for part in re.findall(r"\d+", number))
        sign = "-" if number.strip().startswith("-") else ""
        return f"({sign}({whole}+{above}/{below}))"
    return number.replace("$", "").replace(" ", "")


def _part(match: re.Match[str]) -> str:
    count, part = (match["count"] or "a").lower(), match["part"].lower()
    if match["count"] is None and part not in ("hal", "quarter"):
        return match[0]  # the third of these numbers
    return f"{_COUNTS[count]}/{_PARTS[part]} of"


def _compound(text: str) -> str:
    """Sums and the like of two numbers, innermost first, while there is another operation around them."""
    for _ in range(6):
        if len(re.findall(_OPERATION, text)) < 2:
            break
        found = re.search(
            rf"(?i)\b(?:the\s+)?({'|'.join(_FOLDS)})\s+of\s+({NUMBER})\s+(?:and|by)\s+({NUMBER})"
            r"(?!\s*(?:times|multiplied|divided|plus|minus|squared|cubed|\d|[-+*/^%]|,\s*\d|,?\s+and\s+\S*\d))",
            text,
        )
        if found is None:
            break
        a, b = _bare(found[2]), _bare(found[3])
        text = f"{text[: found.start()]}({a}{_FOLDS[found[1].lower()]}{b}){text[found.end() :]}"
    return text


def _chinese_compound(text: str) -> str:
    """`36与2.5的积` behind or before another operation is one number."""
    pair = rf"({NUMBER})\s*[与和跟]\s*({NUMBER})\s*的([和差积商])(?!的|[再除乘加减]|$)"
    return re.sub(
        rf"(加上?|减去?|乘以?|除以)\s*{pair}",
        lambda m: f"{m[1]} ({_bare(m[2])}{_HAN_FOLDS[m[4]]}{_bare(m[3])}) ",
        text,
    )


def _shares_of_shares(text: str) -> str:
    """ "35% of 5/7 of 240" and 240的5/7的35% as products."""
    for pattern in (
        rf"(?i)(?P<a>{_SHARE})\s+of\s+(?P<b>{_SHARE})\s+of\s+(?P<n>{NUMBER})",
        rf"(?P<n>{NUMBER})\s*的\s*(?P<b>{_SHARE})\s*的\s*(?P<a>{_SHARE})",
    ):
        text = re.sub(pattern, lambda m: f" ({_bare(m['n'])}*({_bare(m['b'])})*({_bare(m['a'])})) ", text)
    return text


_SHARE: Final = r"(?:\$?\d+(?:\.\d+)?%\$?|\$?\d+\s*/\s*\d+\$?|\$\\[dt]?frac\{?\d+\}?\{?\d+\}?\$)"


_BESIDE_A_SHARE: Final = re.compile(rf"(?i)[-+]\s*{_SHARE}\s+of\s+|{_SHARE}\s+of\s+\d[\d.]*\s*[-+]")
"""50 + 20% of 50: what a part is taken of ends at the next sign."""


def _parts_of(text: str) -> str:
    """ "15% of 240" and 240的15% as products where something else is done with them."""
    english = re.compile(rf"(?i)({_SHARE})\s+of\s+({NUMBER})")
    chinese = re.compile(rf"({NUMBER})\s*的\s*({_SHARE})")
    if len(english.findall(text)) > 1 or (
        english.search(text) and (re.search(r"(?i)\b(?:plus|minus)\b", text) or _BESIDE_A_SHARE.search(text))
    ):
        text = english.sub(lambda m: f" ({_bare(m[1])}*{_bare(m[2])}) ", text)
    if len(chinese.findall(text)) > 1 or (chinese.search(text) and re.search(r"[加减]", text)):
        text = chinese.sub(lambda m: f" ({_bare(m[1])}*{_bare(m[2])}) ", text)
    return text
