"""Take a student's text as a problem, or say in a clear sentence why not.

Looks at characters only; whether the text is a problem that can be solved is the model's business.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from solver.errors import ProblemRefused
from solver.ports import Language, Problem
from solver.sentences import say

MAX_LENGTH: Final = 5_000
_HAN: Final = range(0x3400, 0x9FFF + 1)
HAN: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
WORD: Final = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{3,}")  # not \frac
FUNCTIONS: Final = frozenset(
    "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh asin acos atan log exp sqrt abs lim max min mod "
    "gcd lcm det diff pow".split()
)
_INVISIBLE: Final = ("Cc", "Cf", "Co", "Cs", "Cn")


def language_of(text: str, default: Language = "en") -> Language:
    """The language to explain in: that of the problem's words, `default` where it has none but functions' names.

    >>> language_of("求 x"), language_of("solve it"), language_of("1+1", default="zh")
    ('zh', 'en', 'zh')
    >>> language_of("sin(x) = 1/2", default="zh")
    'zh'
    """
    if HAN.search(text):
        return "zh"
    if any(word.lower() not in FUNCTIONS for word in WORD.findall(text)):
        return "en"
    return default


def accept(text: str, default: Language = "en") -> Problem:
    """The problem that a text poses, white space trimmed.

    Raises:
        ProblemRefused: empty, too long, not text, or in a script that is neither Latin nor Chinese.
    """
    language = language_of(text, default)
    if not text.strip():
        raise ProblemRefused("empty", say("empty", language))
    if len(text) > MAX_LENGTH:
        raise ProblemRefused("too-long", say("too-long", language, length=len(text), limit=MAX_LENGTH))
    if _looks_binary(text):
        raise ProblemRefused("not-text", say("not-text", default))
    if _is_foreign(text):
        raise ProblemRefused("language", say("language", default))
    return Problem(text.strip(), language)


def _looks_binary(text: str) -> bool:
    """Control characters, replacement characters or private-use ones in more than one of 50."""
    odd = sum(
        1
        for c in text
        if c == "\ufffd" or (c not in "\n\r\t\u200b\ufeff" and unicodedata.category(c) in _INVISIBLE)
    )
    return odd * 50 > len(text) or "\x00" in text


def _is_foreign(text: str) -> bool:
    """Most letters belong to a script that is neither Latin, Greek (formulas) nor Chinese."""
    letters = [c for c in text if c.isalpha()]
    known = sum(
        1
        for c in letters
        if ord(c) in _HAN
        or unicodedata.name(c, "").startswith(
            ("LATIN", "GREEK", "MATHEMATICAL", "DOUBLE-STRUCK", "SCRIPT", "FULLWIDTH")
        )
    )
    kana = any("\u3040" <= c <= "\u30ff" for c in letters)
    return bool(letters) and (kana or known * 2 < len(letters))
