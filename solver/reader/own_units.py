"""Units in which an answer is wanted and in which everything is told anyway: "…, in cm?" where all lengths are in centimetres.

What would have to be converted stays: "in metres" beside centimetres, "in minutes" beside km/h.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_UNITS: Final[Mapping[str, Mapping[str, str]]] = {
    "length": {
        "mm": r"mm|millimet(?:re|er)s?|毫米",
        "cm": r"cm|centimet(?:re|er)s?|厘米",
        "dm": r"dm|decimet(?:re|er)s?|分米",
        "m": r"m|met(?:re|er)s?|(?<![毫厘分千])米",
        "km": r"km|kilomet(?:re|er)s?|千米|公里",
        "in": r"inch(?:es)?",
        "ft": r"f(?:oo|ee)t|ft",
        "yd": r"yards?",
        "mi": r"miles?",
    },
    "time": {
        "s": r"s|sec(?:ond)?s?|(?<!分)秒",
        "min": r"min(?:ute)?s?|分钟",
        "h": r"h|hours?|hrs?|小时",
        "day": r"days?|天",
        "year": r"years?|年",
    },
    "money": {
        "$": r"\$|dollars?",
        "£": r"£|pounds?",
        "€": r"€|euros?",
        "¥": r"¥|yuan|元",
        "cent": r"cents?|pence|(?<=\d)p|[角分](?![钟之米子母数])",
    },
    "mass": {
        "g": r"g|grams?|(?<!千)克",
        "kg": r"kg|kilograms?|kilos?|千克|公斤",
        "t": r"tonnes?|tons?|吨",
        "lb": r"lbs?",
    },
    "volume": {"ml": r"ml|mL|millilit(?:re|er)s?|毫升", "l": r"lit(?:re|er)s?|[lL]|(?<!毫)升"},
    "temperature": {"°C": r"°\s*C|degrees?\s+(?:celsius|centigrade)|℃", "°F": r"°\s*F|degrees?\s+fahrenheit"},
}
_NAMES: Final = {
    unit: re.compile(rf"(?<![A-Za-z\\])(?:{pattern})(?![A-Za-z])", re.IGNORECASE if len(pattern) > 3 else 0)
    for kind in _UNITS.values()
    for unit, pattern in kind.items()
}
_ONE: Final = "|".join(pattern for kind in _UNITS.values() for pattern in kind.values())
_SQUARED: Final = r"(?:\s*\^\s*\{?[23]\}?|²|³)?"
_UNIT: Final = rf"(?:(?:square|sq\.?|cubic)\s+|平方|立方)?(?:{_ONE}){_SQUARED}(?:\s*/\s*(?:{_ONE})(?![A-Za-z])|\s+per\s+(?:{_ONE})(?![A-Za-z])|每(?:{_ONE}))?"
_WISH: Final = re.compile(
    rf"(?i)(?:(?<=[.?!$\d)])|^)\s*\(?(?:please\s+)?(?:give|write|state|express|leave)\s+(?:your|the)\s+(?:final\s+)?answers?\s+in\s+(?P<told>{_UNIT})\s*\.?\s*\)?\s*$"
    rf"|\s*\(\s*(?:answer\s+)?in\s+(?P<bracket>{_UNIT})\s*\)\s*(?=[.?]?\s*$)"
    rf"|\s*,\s*in\s+(?P<comma>{_UNIT})\s*(?=[.?]?\s*$|,\s)(?:,(?=\s))?"
    rf"|\s+in\s+(?P<last>{_UNIT})\s*(?=[.?]?\s*$)"
    rf"|\s*[(,。]?\s*(?:结果|答案)?(?:以|用)(?P<zh>{_UNIT})(?:为|作)?单位\s*[)]?\s*[.。]?\s*$"
    rf"|\s*[(]\s*单位\s*[:]\s*(?P<colon>{_UNIT})\s*[)]\s*[.。]?\s*$"
)


def without_own_units(text: str) -> str:
    """`text`, cleaned, without the unit that the answer has anyway.

    >>> without_own_units("A square has sides of 5 cm. What is its area, in cm^2?")
    'A square has sides of 5 cm. What is its area?'
    >>> without_own_units("A train goes 240 km in 3 hours. What is its speed? Give your answer in km/h.")
    'A train goes 240 km in 3 hours. What is its speed?'
    >>> without_own_units("A plank is 3 m long and 40 cm of it are cut off. What is left, in cm?")
    'A plank is 3 m long and 40 cm of it are cut off. What is left, in cm?'
    """
    found = list(_WISH.finditer(text))
    if len(found) != 1:
        return text
    wish = found[0]
    told = next(unit for unit in wish.groupdict().values() if unit)
    rest = text[: wish.start()] + text[wish.end() :]
    wanted = {unit for unit, name in _NAMES.items() if name.search(told)}
    used = {unit for unit, name in _NAMES.items() if name.search(rest)}
    of_their_kinds = {unit for kind in _UNITS.values() if wanted & kind.keys() for unit in kind}
    return rest.strip() if wanted and wanted == used & of_their_kinds else text
