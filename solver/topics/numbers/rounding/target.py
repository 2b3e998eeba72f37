"""How exactly a text wants a number: `to the nearest hundred`, `to 2 d.p.`, 保留两位小数, 省略万位后面的尾数.

Finds that part of a text and nothing else; what is to be rounded is read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from solver.reader.numerals import chinese_value, english_value
from solver.topics.numbers.places import CHINESE, ENGLISH, exponent_of

Way: TypeAlias = Literal["", "up", "down"]
"""To which side: "" is the nearer one, halves up; the others whatever stands behind the last place (进一法, 去尾法)."""
MAX_PLACES: Final = 50


@dataclass(frozen=True, slots=True)
class Target:
    """The accuracy that is asked for.

    Attributes:
        unit: the answer is a multiple of it; None where significant figures are counted.
        figures: how many significant figures; 0 where a unit is given.
        nearest_only: "the integer closest to x", where a number half way between two has no answer.
        scale: 万 or 亿 where the answer is written with it.
        way: to which side.
    """

    unit: Fraction | None
    figures: int = 0
    nearest_only: bool = False
    scale: str = ""
    way: Way = ""


_WORDS: Final = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
_N: Final = rf"\$?(?P<n>\d{{1,3}}|{_WORDS})\$?"
_ZN: Final = r"\$?(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,2})\$?"
_TO: Final = (
    r"(?:(?:correct|accurate|accurately|exact)\s+)?(?:to\s+|with\s+|using\s+)?(?:the\s+)?(?:first\s+)?"
)
_WHOLE: Final = r"(?:whole\s+numbers?|integers?|whole|units?\s+(?:place|digit))"
_AMOUNT: Final = r"\$?(?P<amount>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|0?\.\d+)\$?(?![\d/.]*\d|\s*[-+*/^]|\s+(?:thousand|million|billion|hundred)|th\b)"
_EN: Final = tuple(
    re.compile(rf"(?i)(?<![a-z]){pattern}(?![a-z])", re.DOTALL)
    for pattern in (
        rf"{_TO}{_N}(?:[\s-]+(?:decimal\s+(?:places?|digits?|points?)|decimals?|places?\s+of\s+decimals?|digits?\s+(?:after|behind|past)\s+the\s+decimal(?:\s+point)?|places?\s+(?:after|behind|past)\s+the\s+decimal(?:\s+point)?)|[\s-]*d\.?\s?p\.?s?)(?P<places>)",
        rf"{_TO}{_N}[\s-]*(?:significant\s+(?:figures?|digits?)|sig(?:nificant)?\.?\s*(?:figs?|digits?|figures?)\.?|s\.?\s?f\.?s?|s\.?\s?d\.?)(?P<figures>)",
        rf"{_TO}(?:nearest|closest)\s+(?P<place>{ENGLISH})(?:'?s)?(?:\s+(?:place|digit|position))?",
        rf"(?:to|at)\s+the\s+(?P<place>{ENGLISH})(?:'?s)?\s+(?:place|digit|position)",
        rf"(?P<only>)(?:(?:nearest|closest)\s+{_WHOLE}\s+to|{_WHOLE}\s+(?:that\s+|which\s+)?(?:is\s+|lies\s+)?(?:the\s+)?(?:nearest|closest)\s+to)",
        rf"{_TO}(?P<whole>)(?:(?:nearest|closest)\s+{_WHOLE}|to\s+an?\s+{_WHOLE})",
        rf"{_TO}(?:nearest|closest)\s+(?:multiple\s+of\s+)?{_AMOUNT}",
    )
)
_TENS: Final = {"十": 1, "百": 2, "千": 3, "万": 4}
_ZH: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:保留到?|取|精确到|四舍五入到)(?:前)?{_ZN}\s*[位个]有效数字(?P<figures>)",
        rf"(?:保留到?|取|精确到|四舍五入到?|近似到)(?:小数点后面?的?(?:第)?{_ZN}\s*位(?:小数)?)(?P<places>)",
        rf"(?:保留|取|精确到|四舍五入到?|四舍五入保留|近似到|化成|写成){_ZN}\s*位小数(?P<places>)",
        rf"省略(?P<omit>{CHINESE})(?:后面|以后|之后|后)的?(?:尾数|数)(?:的?近似数)?",
        rf"(?:精确到|保留到|四舍五入到|舍入到|近似到|凑整到)(?:最接近的|最近的)?(?P<place>{CHINESE})",
        r"(?P<only>)最接近的整数",
        r"(?P<whole>)(?:精确到|保留到?|四舍五入到|取|四舍五入成|四舍五入为)(?:最接近的|最近的)?整数(?:位|部分)?",
        r"(?:四舍五入到|精确到|四舍五入成|四舍五入为)?(?:最接近的|最近的)整(?P<tens>[十百千万])数?",
        r"(?:四舍五入到|精确到|四舍五入成|四舍五入为)整(?P<tens>[十百千万])数?",
        rf"(?:精确到|四舍五入到|近似到)(?:最接近的|最近的)?\s*{_AMOUNT}",
    )
)
TOKEN: Final = " roundingtoken "


def targets_in(text: str) -> tuple[str, list[Target]]:
    """The text with every accuracy replaced by `TOKEN`, and what they are.

    >>> targets_in("Round 3.14159 to 2 decimal places")[1]
    [Target(unit=Fraction(1, 100), figures=0, nearest_only=False, scale='', way='')]
    """
    found: list[Target] = []

    def replaced(match: re.Match[str]) -> str:
        target = _target(match.groupdict())
        if target is None:
            return match[0]
        found.append(target)
        return TOKEN

    text = re.sub(r"最接近([^的。,;?]{1,60})的整数", r"\1最接近的整数", text)
    for pattern in (*_EN, *_ZH):
        text = pattern.sub(replaced, text)
    return text, found


def _side(english: str, chinese: str) -> re.Pattern[str]:
    """ "round up", "round 3.2 up", "rounding your answer up"; 用进一法."""
    what = r"(?P<what>(?:\s+(?:off|(?:your|the)\s+(?:answer|result)|\S{1,24}))?)"
    by = '(?:请|得数|结果|商)?(?:用|按|采用|利用|根据|以)?[“"]?'
    return re.compile(
        rf"(?i)(?<![a-z])round(?:ed|ing)?{what}\s+{english}(?![a-z])|{by}(?:{chinese})[”\"]?(?:来|去)?|向{'上' if english == 'up' else '下'}(?=取整)"
    )


_WAYS: Final[Mapping[Way, re.Pattern[str]]] = {
    "up": _side("up", "进一法|收尾法"),
    "down": _side("down", "去尾法"),
}
_NEXT: Final = re.compile(
    r"(?i)\bto\s+the\s+next(?=\s+(?:higher\s+|lower\s+)?(?:whole|integer|ten|hundred|thousand|cent)\b)(?:\s+(?:higher|lower))?"
)
_NEARER: Final = re.compile(r"四舍五入|half\s+up|nearest\s+even")


def way_in(text: str) -> tuple[str, Way]:
    """To which side a text wants a number rounded, and the text without the words that say so; "" where it says none or both.

    >>> way_in("Round 3.21 up to 1 decimal place."), way_in("用去尾法把3.78保留一位小数")
    (('Round 3.21 to 1 decimal place.', 'up'), ('把3.78保留一位小数', 'down'))
    """
    ways = [way for way, pattern in _WAYS.items() if pattern.search(text)]
    if len(ways) != 1 or _NEARER.search(text):
        return text, ""
    (way,) = ways
    text = _WAYS[way].sub(lambda m: "" if m["what"] is None else m[0][:5] + m["what"], text)
    text = re.sub(r"取整(?=[。.,?？]|$|后|数?是|得)|取整数", "取整数", _NEXT.sub("to the nearest", text))
    return re.sub(r"\(\s*\)", "", text), way


def _target(parts: dict[str, str | None]) -> Target | None:
    """What the named parts of a match say; None for an accuracy that makes no sense."""
    if parts.get("n") is not None:
        count = _count(str(parts["n"]))
        if count is None or count > MAX_PLACES:
            return None
        if "figures" in parts:
            return Target(None, count) if count else None
        return Target(Fraction(1, 10**count))
    if "only" in parts:
        return Target(Fraction(1), nearest_only=True)
    if "whole" in parts:
        return Target(Fraction(1))
    if (tens := parts.get("tens")) is not None:
        return Target(Fraction(10 ** _TENS[tens]))
    if (amount := parts.get("amount")) is not None:
        unit = Fraction(amount.replace(",", ""))
        return Target(unit) if 0 < unit <= 10**MAX_PLACES else None
    name = parts.get("place") or parts.get("omit") or ""
    exponent = exponent_of(name)
    if exponent is None:
        return None
    scale = {"万位": "万", "亿位": "亿"}.get(name, "") if parts.get("omit") else ""
    return Target(Fraction(10) ** exponent, scale=scale)


def _count(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    if text.isascii():
        return english_value(text)
    return 2 if text == "两" else chinese_value(text)
