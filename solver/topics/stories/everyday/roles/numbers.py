r"""A text as stories by roles are read: numbers in one form, money in one unit, and the question apart from the story."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

NUMBER: Final = r"(?:\d+ \d+/\d+|\d+/\d+|\d+(?:\.\d+)?)(?![\d/%]|\.\d|,\d{3})"
MONEY: Final = rf"(?:[$£€]{NUMBER}|{NUMBER} (?:dollars|pounds|euros|cents|pence|yuan)\b)"
_PARTS: Final[dict[str, int]] = {
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
PERCENT: Final = r"\d+(?:\.\d+)? ?%"
_USUAL: Final = (
    (r"\\[td]?frac\{?(\d+)\}?\{?(\d+)\}?", r" \1/\2 "),
    (r"(?<![\d.])\$ (\d+/\d+) \$|\$(\d*) (\d+/\d+) \$", r" \1\2 \3 "),
    (r"\\([$%£€])", r"\1"),
    (r"(?<=\d),(?=\d{3}\b)", ""),
    (r"(?<=\d) (?=\d{3}\b(?! ?/))", ""),
    (r"½", " 1/2 "), (r"¼", " 1/4 "), (r"¾", " 3/4 "),
    (r"\bone and a half\b", "1 1/2"),
    (r"\b(?:a |one |1 )?half of|\bhalf (?=the\b|his\b|her\b|their\b)", "1/2 of "),
    (r"\b(?:a|one|1) (third|quarter|fifth|sixth|eighth|tenth)(?= of\b)", lambda m: f"1/{_PARTS[m[1]]}"),
    (r"\b(\d) (third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s(?= of\b)", lambda m: f"{m[1]}/{_PARTS[m[2]]}"),
    (r"\bhalf(?= full\b)", "1/2"),
    (r"\btwice\b", "2 times"), (r"\b(?:3 times|thrice|triple)\b", "3 times"), (r"\bdouble(?= (?:the|his|her|that|as)\b)", "2 times"),
    (r"\ba dozen\b", "12"), (r"\b(\d+) dozen\b", lambda m: str(12 * int(m[1]))),
    (r"(?<=\d)p\b", " pence"), (r"(?<=\d)c\b", " cents"),
    (r"\bp\.m\.", "pm"), (r"\ba\.m\.", "am"),
    (r"\b(?:sixth|seventh|eighth|ninth|tenth|fifth|fourth)\b(?! of)", "further"),
    (r"(?<=[a-z])'s\b", " 's"),
    (r"\s+([,.?!;])", r"\1"), (r"\s+", " "),
)  # fmt: skip
_COMPILED: Final = tuple((re.compile(pattern), usual) for pattern, usual in _USUAL)
_SMALL: Final = re.compile(r"(\d+(?:\.\d+)?) (?:cents|pence)\b")
_LARGE: Final = re.compile(r"[$£€]|\b(?:dollars|pounds|euros)\b")
_QUESTION: Final = re.compile(
    r"(?:^|(?<=[.?!,;] ))(?:(?:so|and|then|please),? )?(?P<asks>(?:how|what|which|find|work out|calculate|determine|by how|at what|for how|after how|in how)\b[^?.]*(?:\.\d[^?.]*)*)[?.]?\s*$"
)


def usual(text: str) -> str:
    r"""The text, small letters, with its numbers as `NUMBER` reads them and its money in one unit.

    >>> usual(r"she had $48.00 and 80 cents, half of 12,500 and \frac{3}{4} of a mile")
    'she had $48.00 and $0.8, 1/2 of 12500 and 3/4 of a mile'
    """
    for pattern, better in _COMPILED:
        text = pattern.sub(better, text)
    if _LARGE.search(text):
        signs = set(re.findall("[$£€]", text))
        if len(signs) == 1:
            sign = signs.pop()
            text = _SMALL.sub(lambda m: f"{sign}{_hundredths(m[1])}", text)
        elif not signs:
            word = _LARGE.search(text)
            text = _SMALL.sub(lambda m: f"{_hundredths(m[1])} {word[0] if word else ''}", text)
    return text.strip()


def _hundredths(text: str) -> str:
    return f"{float(Fraction(text) / 100):g}"


def amount(text: str) -> Fraction:
    """The value of what `NUMBER` or `MONEY` reads.

    >>> amount("1 2/3"), amount("$2.50")
    (Fraction(5, 3), Fraction(5, 2))
    """
    found = re.search(r"(?:(\d+) )?(\d+)/(\d+)|\d+(?:\.\d+)?", text)
    assert found is not None
    if found[3]:
        return Fraction(int(found[1] or 0)) + Fraction(int(found[2]), int(found[3]))
    return Fraction(found[0])


def divided(text: str) -> tuple[str, str] | None:
    """The story and its only question, None where there are several or none.

    >>> divided("it costs $5. if she buys 3 , how much does she pay?")
    ('it costs $5. if she buys 3 ,', 'how much does she pay')
    """
    if text.count("?") > 1:
        return None
    found = _QUESTION.search(text)
    if found is None:
        return None
    return text[: found.start()].strip(), found["asks"].strip(" .?")
