r"""Formulas that are said in words: `the square root of 5`, `2 root 3`, `3 over 4`, 根号5, 二分之根号三.

Whole texts only, of which every word is known, and only where the words say how far a root or a fraction goes: `the square root
of 3 plus 1` and 根号三分之二 may be either, and are not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from solver.reader.numerals import chinese_value, english_value

_WORDS: Final = re.compile(
    r"\d+(?:\.\d+)?|\\pi(?![A-Za-z])|[A-Za-z]+"
    r"|[三四]次根号下?|[零〇一二两三四五六七八九十百千万亿]+|根号下?|分之|加|减|负|倍的?|的?平方(?!根)|的?立方(?!根)|\S"
)
_POWERS: Final = {"squared": "2", "cubed": "3", "平方": "2", "的平方": "2", "立方": "3", "的立方": "3"}
_SIGNS: Final = {"plus": "+", "minus": "-", "加": "+", "减": "-", "+": "+", "-": "-"}
_NOT_LETTERS: Final = frozenset("aAI")
"""Words of one letter."""


class _Unclear(Exception):
    """No formula, or one that can be taken in two ways."""


def spoken(text: str) -> str | None:
    r"""The formula that a cleaned text says in words; None where it says none, or not clearly.

    >>> spoken("the square root of 5"), spoken("2 root 3 over 3"), spoken("x squared plus 1"), spoken("plus or minus 3")
    ('\\sqrt{5}', '\\frac{2\\sqrt{3}}{3}', 'x^{2}+1', '\\pm 3')
    >>> spoken("二分之根号三"), spoken("2倍根号3"), spoken("负根号2"), spoken("根号5减1")
    ('\\frac{\\sqrt{3}}{2}', '2\\sqrt{3}', '-\\sqrt{2}', '\\sqrt{5}-1')
    >>> spoken("the square root of 3 plus 1"), spoken("root cause"), spoken("根号三分之二"), spoken("three apples")
    (None, None, None, None)
    """
    han = re.search(r"根号|[加减倍方]|分之", text)
    if not han and not re.search(r"\b(?:root|squared|cubed|over|plus|minus|pi)\b", text):
        return None
    plain = re.sub(r"\bplus or minus\b", " ± ", text)
    plain = re.sub(r"\bdivided by\b", " over ", plain)
    plain = re.sub(r"^(?:the|a)\s+", "", plain)
    try:
        return _Reader(_WORDS.findall(plain)).whole()
    except (_Unclear, KeyError):
        return None


@dataclass(slots=True)
class _Reader:
    """Words, of which those before `at` are read."""

    words: list[str]
    at: int = 0
    wide: bool = False
    """Whether a root was read of which it is not clear how far it goes."""

    def _next(self) -> str:
        return self.words[self.at].casefold() if self.at < len(self.words) else ""

    def _take(self, *words: str) -> bool:
        if [w.casefold() for w in self.words[self.at : self.at + len(words)]] != list(words):
            return False
        self.at += len(words)
        return True

    def whole(self) -> str:
        """The formula of all words."""
        sign = "\\pm " if self._take("±") else self._minus()
        found, terms = sign + self._term(), 1
        while self._next() in _SIGNS:
            if self.wide:
                raise _Unclear
            found, terms = found + _SIGNS[self._next()], terms + 1
            self.at += 1
            found += self._term()
        if self._take("over"):
            below = self._term()
            if terms > 1 or self.wide or sign == "\\pm ":
                raise _Unclear
            found = f"{sign}\\frac{{{found.removeprefix(sign)}}}{{{below}}}"
        if self.at < len(self.words):
            raise _Unclear
        return found

    def _minus(self) -> str:
        return (
            "-"
            if self._take("negative") or self._take("minus") or self._take("负") or self._take("-")
            else ""
        )

    def _term(self) -> str:
        found = self._factor()
        if self._take("分之"):
            if "\\sqrt" in found:
                raise _Unclear
            return f"\\frac{{{self._term()}}}{{{found}}}"
        while self._next() and self._next() not in {*_SIGNS, "over", "分之"}:
            times = self._take("times") or self._take("倍") or self._take("倍的")
            factor = self._factor()
            found += f"*{factor}" if times and factor[0].isdigit() else factor
            if not times and factor[0].isdigit():
                raise _Unclear
        return found

    def _factor(self) -> str:
        found = self._root() or self._atom()
        while self._next() in _POWERS:
            if found.startswith("\\sqrt"):
                raise _Unclear
            found = f"{found}^{{{_POWERS[self._next()]}}}"
            self.at += 1
        return found

    def _root(self) -> str | None:
        for words, root, wide in (
            (("square", "root", "of"), "\\sqrt", True), (("cube", "root", "of"), "\\sqrt[3]", True),
            (("square", "root"), "\\sqrt", False), (("root",), "\\sqrt", False),
            (("根号",), "\\sqrt", False), (("根号下",), "\\sqrt", True),
            (("三次根号",), "\\sqrt[3]", False), (("三次根号下",), "\\sqrt[3]", True), (("四次根号",), "\\sqrt[4]", False),
        ):  # fmt: skip
            if self._take(*words):
                self.wide = self.wide or wide
                return f"{root}{{{self._atom()}}}"
        return None

    def _atom(self) -> str:
        word = self.words[self.at] if self.at < len(self.words) else ""
        self.at += 1
        if re.fullmatch(r"\d+(?:\.\d+)?", word):
            return word
        if word.casefold() in ("pi", "\\pi", "派"):
            return "\\pi "
        if re.fullmatch(r"[A-Za-z]", word) and word not in _NOT_LETTERS:
            return word
        number = chinese_value(word) if re.fullmatch(r"[零〇一二两三四五六七八九十百千万亿]+", word) else None
        if number is None and re.fullmatch(r"[A-Za-z]{3,}", word):
            number = english_value(word.lower())
        if number is None:
            raise _Unclear
        return str(number)
