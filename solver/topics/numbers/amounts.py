r"""Calculations with amounts of one unit: 15% of $80, $12.50 + $7.80, 3 × 4.25 kg, 80元的15%, \frac34 of 60 minutes.

The unit is taken away, the rest is another topic's; it comes back with the answer. Only where the dimension of the whole is that of one amount: a length
times a length is none, and neither is a sum of an amount and a bare number. Not read: several units (`units`), stories.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from solver.ports import CheckPlan
from solver.topics.base import Conclusion, Reading, Solution, Task, Text, Unread, Words

MAX_CHARACTERS: Final = 120
_NUMBER: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_SIGN: Final = r"\\?[$£€]|¥|￥"
_WORD: Final = (
    r"kg|km|cm|mm|ml|kilograms?|kilomet(?:re|er)s?|centimet(?:re|er)s?|met(?:re|er)s?|grams?|lit(?:re|er)s?|hours?|minutes?|seconds?|days?|dollars?|pounds?|euros?|cents?|pence"
    r"|miles?|feet|inches|m|g|l|L|元|千克|公斤|克|吨|千米|公里|厘米|毫米|米|升|毫升|小时|分钟|分|秒|平方米|平方厘米|立方米"
)
_AMOUNT: Final = re.compile(
    rf"(?P<sign>{_SIGN})\s?(?P<n>{_NUMBER})(?!\s?%)|(?P<m>{_NUMBER})\s?(?P<unit>{_WORD})(?![A-Za-z²³^])"
)
_LEAD: Final = re.compile(
    r"^(?:please\s+)?(?:what(?:'s| is)|how much is|find|calculate|compute|evaluate|work out|determine|计算[:：]?|求|算一算[:：]?)\s*(?:the value of\s+)?",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(
    r"\s*(?:=\s*(?:\?|_{2,}|\(\s*\))?|是多少|等于多少)?\s*(?:元|千克|米|升)?\s*[.?。？]?\s*$"
)
_ROUND: Final = re.compile(
    r"^round\s+(?:off\s+)?(?P<what>.+?)\s+(?:off\s+)?to\s+the\s+nearest\s+(?P<to>cent|penny|dollar|pound|euro|ten|hundred|thousand|tenth|hundredth|whole number|kg|km|cm|m)\b\.?$",
    re.IGNORECASE,
)
_PLACES: Final = {"cent": "hundredth", "penny": "hundredth"} | dict.fromkeys(("dollar", "pound", "euro", "kg", "km", "cm", "m"), "whole number")  # fmt: skip
_TOKEN: Final = re.compile(
    rf"\s*(?:(?P<fraction>\\[dt]?frac\s*\{{?\d+\}}?\s*\{{?\d+\}}?)|(?P<number>{_NUMBER})(?P<percent>\s*\\?%)?|(?P<times>\*|×|\\times|\\cdot|of\b|的)|(?P<over>/|÷|\\div)|(?P<plus>[+-]|−)|(?P<open>\()|(?P<close>\)))"
)
_SAID: Final = Words("So the answer is {answer}.", "所以答案是{answer}。")


@dataclass(frozen=True, slots=True)
class Measured:
    """Another topic's task, with the unit of its answer: before the number (`sign`) or behind it (`unit`)."""

    inner: Task
    sign: str
    unit: str
    text: Text

    def solution(self) -> Solution:
        """As the other topic's."""
        return self.inner.solution()

    def conclude(self, value: Any) -> Conclusion | None:
        """The answer, in a sentence with its unit."""
        found = self.inner.conclude(value)
        if found is None:
            return None
        space = "" if self.text.language == "zh" or not self.unit else " "
        sign = self.sign.replace("$", r"\$")
        shown = rf"\({sign}{found.answer}\){space}{self.unit}"
        return replace(found, sentence=_SAID.say(self.text.language, answer=shown))

    def check(self, answer: str) -> CheckPlan | None:
        """As the other topic's, of the number alone."""
        bare = re.sub(rf"{_SIGN}|\\text\s*\{{[^{{}}]*\}}|(?<=[\d}}])\s*(?:{_WORD})\s*$", "", answer)
        return self.inner.check(bare)


def read(text: Text) -> Reading:
    """The calculation, where all amounts are of one unit and the whole is such an amount."""
    source = text.source.strip()
    found = list(_AMOUNT.finditer(source))
    if not found or len(source) > MAX_CHARACTERS:
        return None
    signs = {m["sign"].lstrip("\\") for m in found if m["sign"]}
    units = {_singular(m["unit"]) for m in found if m["unit"]}
    if len(signs) + len(units) != 1:
        return None
    if units & set("mgl") and not re.search(r"%|\bof\b|的|round", source, re.IGNORECASE):
        return None  # 3m + 4m is algebra
    rounded = _ROUND.match(source)
    if rounded is not None:
        plain = f"Round {_bare(rounded['what'])} to the nearest {_PLACES.get(rounded['to'].lower(), rounded['to'])}."
        if len(found) != 1 or _AMOUNT.fullmatch(rounded["what"].strip()) is None:
            return None
    else:
        body = _TAIL.sub("", _LEAD.sub("", source))
        if _dimension(_AMOUNT.sub(lambda m: f"\0{m['n'] or m['m']}", body)) != 1:
            return None
        plain = _bare(body)
    task = _other(replace(text, source=plain))
    if task is None:
        return None
    unit = next((m["unit"] for m in found if m["unit"]), "")
    return Measured(task, next(iter(signs), ""), unit, text)


def _other(text: Text) -> Task | None:
    from solver.topics import reader_of

    found = reader_of(text)
    if isinstance(found, Unread) or found[0] not in ("arithmetic", "percentages", "rounding", "shares"):
        return None
    return found[1]


def _bare(text: str) -> str:
    return _AMOUNT.sub(lambda m: m["n"] or m["m"], text)


def _singular(unit: str) -> str:
    return unit.lower().removesuffix("s") if len(unit) > 2 else unit


def _dimension(text: str) -> int | None:
    """Of which power of the unit the value is; amounts begin with a null. None for what is no such calculation.

    >>> _dimension("15% of \\0 80"), _dimension("\\0 3 * \\0 4"), _dimension("\\0 3 + 4")
    (1, 2, None)
    """
    tokens = list[str]()
    place = 0
    while place < len(text.rstrip()):
        if text[place] in "\0 ":
            tokens += ["amount"] * (text[place] == "\0")
            place += 1
            continue
        match = _TOKEN.match(text, place)
        if match is None or match.lastgroup is None:
            return None
        kind = "number" if match.lastgroup in ("fraction", "percent") else match.lastgroup
        if kind == "number" and tokens and tokens[-1] == "amount":
            pass  # its own number
        else:
            tokens.append(kind)
        place = match.end()
    stream = iter([*tokens, "end"])
    return _Degree(stream).whole()


class _Degree:
    """The degree of a calculation in the unit, by its signs alone."""

    def __init__(self, tokens: Iterator[str]) -> None:
        self._tokens = tokens
        self._next = next(tokens)

    def whole(self) -> int | None:
        """That of all of it."""
        degree = self._sum()
        return degree if self._next == "end" else None

    def _take(self) -> str:
        token, self._next = self._next, next(self._tokens, "end")
        return token

    def _sum(self) -> int | None:
        degree = self._product()
        while self._next == "plus":
            self._take()
            other = self._product()
            degree = degree if degree == other else None
        return degree

    def _product(self) -> int | None:
        degree = self._atom()
        while self._next in ("times", "over"):
            sign = self._take()
            other = self._atom()
            if degree is None or other is None:
                return None
            degree = degree + other if sign == "times" else degree - other
        return degree

    def _atom(self) -> int | None:
        token = self._take()
        if token in ("amount", "number"):
            return int(token == "amount")
        if token != "open":
            return None
        inner = self._sum()
        return inner if self._take() == "close" else None
