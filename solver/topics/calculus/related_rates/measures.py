"""Lengths, areas, volumes and their rates in a story, as tokens such as `«RV1»` (the rate of a volume) in a plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import sympy as sp

_LENGTHS: Final = {
    "cm": r"cm|centimet(?:er|re)s?|厘米", "mm": r"mm|millimet(?:er|re)s?|毫米", "km": r"km|kilomet(?:er|re)s?|千米|公里", "m": r"m|met(?:er|re)s?|米",
    "ft": r"ft|feet|foot|英尺", "in": r"in|inch(?:es)?|英寸", "mi": r"mi|miles?|英里", "yd": r"yards?|yd",
}  # fmt: skip
_TIMES: Final = {
    "s": r"s|secs?|seconds?|秒钟?",
    "min": r"mins?|minutes?|分钟?",
    "h": r"h|hrs?|hours?|小时|时",
    "day": r"days?|天",
}
_CHINESE: Final = {
    "cm": "厘米",
    "mm": "毫米",
    "km": "千米",
    "m": "米",
    "ft": "英尺",
    "in": "英寸",
    "mi": "英里",
    "yd": "码",
    "s": "秒",
    "min": "分",
    "h": "小时",
    "day": "天",
}
_UNIT: Final = "(?:" + "|".join(_LENGTHS.values()) + ")"
_TIME: Final = "(?:" + "|".join(_TIMES.values()) + ")"
_NUMBER: Final = r"(\d+(?:\.\d+)?(?:\s*/\s*\d+)?(?:\s*(?:π|\\?pi(?![a-z])))?|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?=\s))"
_NAMES: Final = {
    n: k for k, n in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
_MEASURE: Final = re.compile(
    rf"(?:(?P<each>每)\s*(?P<each_time>{_TIME})\s*(?:钟)?\s*)?{_NUMBER}\s*-?\s*(?P<word>square|sq\.?|cubic|cu\.?|平方|立方)?\s*(?P<unit>{_UNIT})(?![a-z])(?:\s*\^\s*\{{?\s*(?P<power>[23])\s*\}}?)?"
    rf"(?:\s*(?:/|per\b|every\b|each\b|an?\b(?=\s*(?:second|minute|hour))|每)\s*(?P<time>{_TIME})(?![a-z]))?"
)
_MPH: Final = re.compile(rf"{_NUMBER}\s*(?:mph|mi\s*/\s*h)(?![a-z])")


@dataclass(frozen=True, slots=True)
class Measure:
    """`value` of the `unit` (`cm`) to the `power`, and per `time` where it is a rate."""

    value: sp.Expr
    unit: str
    power: int
    time: str


def told_measures(text: str) -> tuple[str, list[Measure]]:
    """The text in lower case, without LaTeX's marks, its measures as tokens; and the measures.

    >>> told_measures("a radius of 5 cm grows at 2 cm/s")[0]
    'a radius of «L0» grows at «RL1»'
    """
    text = re.sub(r"\\(?:text|mathrm|rm)\s*\{([^{}]*)\}|\$|\\[,;:!()]|~|\\ ", lambda m: m[1] or " ", text)
    text = re.sub(r"\\[dt]?frac\s*\{(\d+)\}\s*\{(\d+)\}", r"\1/\2", text).lower()
    found = list[Measure]()

    def token(match: re.Match[str]) -> str:
        groups = match.groupdict()
        word, power = groups["word"] or "", int(groups["power"] or 1)
        power = 2 if word[:2] in ("sq", "平方") else 3 if word[:2] in ("cu", "立方") else power
        time = groups["each_time"] or groups["time"] or ""
        number = next(
            g
            for g in match.groups()
            if g is not None and re.match(r"\d|[a-z]+$", g) and g not in (time, word)
        )
        found.append(
            Measure(_value(number), _canonical(_LENGTHS, groups["unit"]), power, _canonical(_TIMES, time))
        )
        return f"«{'R' if time else ''}{' LAV'[power]}{len(found) - 1}»"

    def miles(match: re.Match[str]) -> str:
        found.append(Measure(_value(match[1]), "mi", 1, "h"))
        return f"«RL{len(found) - 1}»"

    text = _MEASURE.sub(token, _MPH.sub(miles, text))
    return " ".join(text.split()), found


def _value(text: str) -> sp.Expr:
    number = re.sub(r"\s|π|\\?pi$", "", text)
    factor = sp.pi if re.search(r"π|pi$", text) else 1
    return sp.Integer(_NAMES[text]) if text in _NAMES else factor * sp.Rational(number)


def _canonical(table: dict[str, str], text: str) -> str:
    return next((name for name, pattern in table.items() if re.fullmatch(pattern, text)), "") if text else ""


def unit_name(unit: str, power: int, time: str, language: str) -> str:
    """The unit of a rate as it stands behind a number.

    >>> unit_name("cm", 2, "s", "en"), unit_name("cm", 2, "s", "zh")
    ('cm²/s', '平方厘米/秒')
    """
    if language == "zh":
        return f"{['', '平方', '立方'][power - 1]}{_CHINESE[unit]}/{_CHINESE[time]}" if power else ""
    return f"{unit}{['', '²', '³'][power - 1]}/{time}"
