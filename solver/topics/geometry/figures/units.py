"""Units of a question about figures: taken off its numbers, and put into words again.

One unit of length a question, with its squares and cubes; nothing is converted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from solver.ports import Language

_NAMES: Final = {
    "cm": r"centimet(?:er|re)s?|cm|厘米",
    "mm": r"millimet(?:er|re)s?|mm|毫米",
    "dm": r"decimet(?:er|re)s?|dm|分米",
    "km": r"kilomet(?:er|re)s?|km|千米",
    "m": r"met(?:er|re)s?|m|米",
    "in": r"inch(?:es)?|in(?! (?:the|a|an|this|terms|simplest|each|total|all|degrees|exact)\b)",
    "ft": r"ft|foot|feet",
    "yd": r"yards?|yd",
    "unit": r"units?|个?单位",
}
_CHINESE: Final = {"cm": "厘米", "mm": "毫米", "dm": "分米", "km": "千米", "m": "米"}
_UNIT: Final = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _NAMES.items())
_POWER: Final = r"(?:\s*\^\s*\{?(?P<exponent>[23])\}?|(?P<digit>[23])(?![\d.])|\s+(?P<word>squared|cubed))?"
_BEFORE: Final = r"(?P<before>square[\s-]+|sq\.?\s*|cubic\s+|cu\.?\s*|平方|立方)?"
_BEHIND_NUMBER: Final = re.compile(
    rf"(?i)(?:(?<=[\d}})π])|(?<=\\pi)|(?<=\\pi ))[\s-]*(?:个)?{_BEFORE}(?:{_UNIT}){_POWER}\.?(?![A-Za-z])(?!\s*=)"
)
_ASKED: Final = re.compile(
    rf"(?i)(?:(?:how many|number of|(?<![A-Za-z\d])in|多少|几)\s*(?:个)?{_BEFORE}(?:{_UNIT}){_POWER}(?![A-Za-z])|\(\s*(?:unit|单位)\s*[::]\s*(?P<base>\w+)\s*\))"
)
_TAILS: Final = ("", "", "²", "³")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of length; `chinese` where the question has it in Chinese characters."""

    name: str
    chinese: bool = False

    def behind(self, dimension: int, language: Language) -> str:
        """What stands behind a number of that dimension: " cm²", "平方厘米"."""
        if self.name == "unit":
            english = (
                " unit lengths",
                " units",
                " square units",
                " cubic units",
            )[dimension]
            chinese = ("", "个单位长度", "个平方单位", "个立方单位")[dimension]
            return chinese if language == "zh" else english
        if self.chinese:
            return ("", "", "平方", "立方")[dimension] + _CHINESE[self.name]
        return f" {self.name}{_TAILS[dimension]}"


@dataclass(slots=True)
class Units:
    """The units of a text, and the text without them: a number's unit stands behind it as `unitone`, `unittwo`, `unitthree`."""

    text: str
    found: list[Unit]
    asked: list[int]

    @property
    def one(self) -> Unit | None:
        """The unit; None where there is none."""
        return self.found[0] if self.found else None

    @property
    def agree(self) -> bool:
        """Whether there is at most one unit."""
        return len({unit.name for unit in self.found}) <= 1


MARKS: Final = ("unitzero", "unitone", "unittwo", "unitthree")


def without_units(source: str) -> Units:
    """Take the units off.

    >>> without_units("radius 5 cm, area 20 cm^2").text
    'radius 5 unitone , area 20 unittwo '
    """
    units = Units(source, [], [])

    def number(match: re.Match[str]) -> str:
        unit, power = _of(match)
        units.found.append(unit)
        return f" {MARKS[power]} "

    def asked(match: re.Match[str]) -> str:
        if match["base"]:
            whole = _BEHIND_NUMBER.fullmatch(f"1{match['base']}", 1)
            if whole is None:
                return match[0]
            units.found.append(_of(whole)[0])
            return " "
        unit, power = _of(match)
        units.found.append(unit)
        units.asked.append(power)
        if re.match("(?i)in", match[0]):
            return " "
        return "多少" if re.match("[多几]", match[0]) else " how much "

    units.text = _ASKED.sub(asked, _BEHIND_NUMBER.sub(number, source))
    return units


def _of(match: re.Match[str]) -> tuple[Unit, int]:
    name = next(name for name in _NAMES if match[name])
    power = int(match["exponent"] or match["digit"] or 1)
    before = (match["before"] or match["word"] or "").strip().lower()
    if before:
        power = 3 if before.startswith(("cu", "立")) else 2
    return Unit(name, re.search("[\u4e00-\u9fff]", match[name]) is not None), power
