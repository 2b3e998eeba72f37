"""Numbers with units in words and signs: `3.5 km`, `seven eighths of a kilometre`, `2 hours 15 minutes`, 三又二分之一小时, 3元5角."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Any, Final

from solver.reader.numerals import chinese_value, english_value
from solver.topics.numbers.units.table import Unit, unit_pattern, units_of

MAX_DIGITS: Final = 40
_ORDINALS: Final = (
    "half|halves:2 third:3 quarter|fourth:4 fifth:5 sixth:6 seventh:7 eighth:8 ninth:9 tenth:10 eleventh:11 twelfth:12 thirteenth:13"
    " fourteenth:14 fifteenth:15 sixteenth:16 seventeenth:17 eighteenth:18 nineteenth:19 twentieth:20 twenty-fifth:25 thirtieth:30"
    " fortieth:40 fiftieth:50 sixtieth:60 hundredth:100 thousandth:1000 millionth:1000000"
)
_PARTS: Final[Mapping[str, int]] = {
    form: int(size)
    for entry in _ORDINALS.split()
    for names, size in (entry.split(":"),)
    for name in names.split("|")
    for form in (name, f"{name}s")
}
_ONE: Final = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million"
)
_CARDINAL: Final = rf"(?:{_ONE})(?:[\s-]+(?:and\s+)?(?:{_ONE}))*"
_PART: Final = "|".join(sorted(_PARTS, key=lambda word: (-len(word), word)))
_DECIMAL: Final = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+"
_SLASH: Final = r"(?:\d+\s*/\s*\d+|\\[dt]?frac\s*\{\s*\d+\s*\}\s*\{\s*\d+\s*\}|\\[dt]?frac\s*\d\s*\d)"
_ZH_NUMBER: Final = "[零一二两三四五六七八九十百千万亿]+?"
_NUMBER: Final = rf"""
    (?:(?P<mixed>\d+)(?:\s+(?:and\s+)?|(?=\\)|\s*又\s*))?(?P<slash>{_SLASH})
  | (?P<zhplus>\d+|{_ZH_NUMBER})个半
  | (?P<decimal>{_DECIMAL})(?:\s*(?:\*|\\times|\\cdot|×)\s*10\s*(?:\^|\*\*)\s*\{{?\s*\(?(?P<power>-?\d{{1,2}})\)?\s*\}}?)?(?:\s+(?P<scale>million|thousand|billion)\b|(?P<zhscale>[万亿]))?(?P<andhalf>\s+and\s+a\s+(?:half|quarter)\b)?
  | (?:(?P<whole>{_CARDINAL})\s+and\s+(?:a\s+)?)?(?:(?P<top>{_CARDINAL})[\s-]+)?(?<![A-Za-z])(?P<part>{_PART})\b
  | (?P<cardinal>{_CARDINAL})\b
  | (?:(?P<zhwhole>{_ZH_NUMBER})又)?(?P<zhbottom>{_ZH_NUMBER})分之(?P<zhtop>{_ZH_NUMBER})
  | (?P<zhdecimal>[零一二三四五六七八九十]+点[零一二三四五六七八九]+)
  | (?P<zhhalf>半个?)
  | (?P<zh>{_ZH_NUMBER})
"""


@dataclass(frozen=True, slots=True)
class Quantity:
    """Parts with descending units of one dimension; `text` as written, `fractions` when the problem writes fractions."""

    parts: tuple[tuple[Fraction, Unit], ...]
    fractions: bool

    @property
    def dimension(self) -> str:
        """What is measured."""
        return self.parts[0][1].dimension


@cache
def unit_or_quotient() -> str:
    """One unit, or one per another."""
    unit = unit_pattern()
    return rf"(?:{unit}(?:\s*(?:/|\bper\b|\ban?\b|每)\s*{unit})?|(?:mph|kph|kmh|kmph|mps)\b)"


@cache
def _part_expression() -> re.Pattern[str]:
    number = re.sub(r"\n\s*(?:(\|)\s*)?", r"\1", _NUMBER)
    return re.compile(
        rf"\s*(?:,|and\b|又|零)?\s*(?P<sign>-)?(?:(?:{number})|(?P<letter>[b-z])(?![a-z])|(?P<one>an?)\b(?!\s+(?:{_PART})\b)|(?P<apart>an?)\s+(?P<artpart>{_PART})\b)"
        rf"(?P<of>\s*-?\s*(?:(?:of\s+)?(?:an?|one)\s+)?|\s*个?)(?P<unit>{unit_or_quotient()})(?P<extra>\s+and\s+(?:a\s+half|a\s+quarter|half)\b|半)?"
    )


def read_quantity(text: str, dimension: str, values: Mapping[str, Any]) -> Quantity | None:
    """The whole text as a quantity of `dimension` (lower case); None where it is not one.

    >>> read_quantity("seven eighths of a kilometer", "length", {}).parts[0][0]
    Fraction(7, 8)
    """
    parts: list[tuple[Fraction, Unit]] = []
    place, fractions = 0, False
    while place < len(text.rstrip()):
        match = _part_expression().match(text, place)
        if match is None:
            return None
        number = _number(match, values)
        units = [u for u in units_of(match["unit"]) if u.dimension == dimension]
        if number is None or len(units) != 1:
            return None
        value, is_fraction = number
        if (
            re.search(r"[a-z]", match["of"])
            and value.denominator == 1
            and not match["slash"]
            and not match["part"]
        ):
            return None  # seven of a kilometre
        if match["extra"]:
            value += Fraction(1, 4 if "quarter" in match["extra"] else 2)
        if match["sign"]:
            value = -value
        fractions |= is_fraction
        parts.append((value, units[0]))
        place = match.end()
    if not parts or len(parts) > 1 and not _descends(parts):
        return None
    if any(v < 0 for v, _ in parts) and dimension != "temperature":
        return None
    return Quantity(tuple(parts), fractions)


def _descends(parts: list[tuple[Fraction, Unit]]) -> bool:
    """Larger units first, whole numbers of them, and less of each smaller one than makes up the larger; no temperatures."""
    if any(u.dimension == "temperature" or "/" in u.dimension for _, u in parts):
        return False
    return all(a[1].size > b[1].size and a[0].denominator == 1 for a, b in pairwise(parts))


def _number(match: re.Match[str], values: Mapping[str, Any]) -> tuple[Fraction, bool] | None:
    """The number of a part, and whether it is written as a fraction."""
    if max(map(len, re.findall(r"\d+", match[0])), default=0) > MAX_DIGITS:
        return None
    if match["slash"]:
        digits = r"\d" if re.search(r"frac\s*\d", match["slash"]) else r"\d+"
        over, under = map(int, re.findall(digits, match["slash"]))
        return (Fraction(over, under) + int(match["mixed"] or 0), True) if under else None
    if match["decimal"]:
        value = Fraction(match["decimal"].replace(",", ""))
        value *= Fraction(10) ** int(match["power"] or 0)
        value *= {"thousand": 10**3, "million": 10**6, "billion": 10**9, "万": 10**4, "亿": 10**8}.get(
            match["scale"] or match["zhscale"] or "", 1
        )
        if match["andhalf"]:
            value += Fraction(1, 4 if "quarter" in match["andhalf"] else 2)
        return value, False
    if match["zhplus"]:
        text = match["zhplus"]
        halved = int(text) if text.isdecimal() else chinese_value(text)
        return None if halved is None else (halved + Fraction(1, 2), False)
    if match["artpart"]:
        return Fraction(1, _PARTS[match["artpart"]]), True
    if match["part"]:
        value_in_words = _fraction_in_words(match["whole"], match["top"], match["part"])
        return None if value_in_words is None else (value_in_words, True)
    if match["cardinal"]:
        count = english_value(match["cardinal"])
        return None if count is None else (Fraction(count), False)
    if match["letter"]:
        known = values.get(match["letter"])
        if known is None or not getattr(known, "is_Rational", False):
            return None
        return Fraction(int(known.p), int(known.q)), False
    if match["one"]:
        return Fraction(1), False
    return _chinese(match)


def _fraction_in_words(whole: str | None, top: str | None, part: str) -> Fraction | None:
    """`three and two fifths`, `three hundred and one halves` (301/2); None for `one hundred and three quarters`, which may be either."""
    count, above = english_value(top) if top else 1, english_value(whole) if whole else 0
    bottom = _PARTS[part]
    if count is None or above is None:
        return None
    if whole and (count >= bottom or count == 1 and part.endswith("s")):
        together = english_value(f"{whole} and {top}") if top else None
        return None if together is None else Fraction(together, bottom)
    if whole and count > 1 and english_value(f"{whole} and {top}") is not None:
        return None
    return above + Fraction(count, bottom)


def _chinese(match: re.Match[str]) -> tuple[Fraction, bool] | None:
    if match["zhhalf"]:
        return Fraction(1, 2), False
    if match["zhdecimal"]:
        head, _, tail = match["zhdecimal"].partition("点")
        before = chinese_value(head)
        digits = "".join(str("零一二三四五六七八九".index(c)) for c in tail)
        return None if before is None else (Fraction(f"{before}.{digits}"), False)
    if match["zhbottom"]:
        whole = chinese_value(match["zhwhole"]) if match["zhwhole"] else 0
        top, bottom = chinese_value(match["zhtop"]), chinese_value(match["zhbottom"])
        return None if whole is None or top is None or not bottom else (whole + Fraction(top, bottom), True)
    value = chinese_value(match["zh"])
    return None if value is None else (Fraction(value), False)
