r"""Calculations with amounts of one unit: 15% of $80, $12.50 + $7.80, 3 × 4.25 kg, 80元的15%, \frac34 of 60 minutes.

The unit is taken away, the rest is another topic's; it comes back with the answer. Only where the dimension of the whole is that of one amount: a length
times a length is none, and neither is a sum of an amount and a bare number. Not read: several units (`units`), stories.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
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
_OF: Final = re.compile(r"\bof\b|的")
_SIDE_BY_SIDE: Final = re.compile(r"[\d)}]\s*\(")
_UNIT: Final = to_sympy(parse("u"))
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
        if not _is_amount(body):
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


def _is_amount(calculation: str) -> bool:
    """Whether the value is so many of the unit: no bare number, and no product of two amounts.

    >>> _is_amount("15% of $80"), _is_amount("$3 * $4"), _is_amount("$3 + 4")
    (True, False, False)
    """
    formula = _OF.sub("*", _AMOUNT.sub(lambda m: f"({m['n'] or m['m']}*u)", calculation))
    if _SIDE_BY_SIDE.search(formula):
        return False
    try:
        value = to_sympy(parse(formula))
    except FormulaError:
        return False
    return isinstance(value, sp.Expr) and value.has(_UNIT) and sp.cancel(value / _UNIT).is_number
