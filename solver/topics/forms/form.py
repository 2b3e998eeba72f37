"""The form that an answer is asked to have, as a value: how exact, and in which notation.

Only the values; which words ask for one is `wishes`' business, how a number is written so `writing`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from solver.topics.base import Words
from solver.topics.numbers.rounding.target import Target, Way

Manner: TypeAlias = Literal[
    "",
    "decimal",
    "fraction",
    "mixed",
    "improper",
    "percent",
    "scientific",
    "radical",
    "pi",
    "degrees",
    "radians",
]
"""The notation; "" where only an accuracy is asked for."""

OF_A_TOPIC: Final[frozenset[Manner]] = frozenset(("radical", "pi", "degrees", "radians"))
"""What exact answers have by themselves, or a topic that reads the phrase has seen to."""


EXACT: Final[frozenset[Manner]] = frozenset(("fraction", "mixed", "improper", "radical", "pi"))
"""What no rounded number has: with an accuracy they are two wishes."""


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked for.

    Attributes:
        accuracy: the place or the figures that are kept; None where the answer stays exact.
        counted: the unit of "to the nearest cent", empty where the accuracy is one of the bare number.
        is_of_one: one of several answers is wished for so: "the mean and the variance, the variance to 1 decimal place".
        is_if_needed: a decimal that ends earlier stays as it is.
    """

    manner: Manner = ""
    accuracy: Target | None = None
    counted: str = ""
    is_of_one: bool = False
    is_if_needed: bool = False

    @property
    def way(self) -> Way:
        """To which side it is rounded."""
        return self.accuracy.way if self.accuracy is not None else ""


NAMES: Final[dict[Manner, Words]] = {
    "decimal": Words("a decimal", "小数"),
    "fraction": Words("a fraction in lowest terms", "最简分数"),
    "mixed": Words("a mixed number", "带分数"),
    "improper": Words("an improper fraction", "假分数"),
    "percent": Words("a percentage", "百分数"),
    "scientific": Words("a number in scientific notation", "科学记数法"),
    "radical": Words("a simplified root", "最简根式"),
    "pi": Words("a multiple of \\(\\pi\\)", "含 \\(\\pi\\) 的式子"),
    "degrees": Words("an angle in degrees", "角度"),
    "radians": Words("an angle in radians", "弧度"),
}


def places_told(accuracy: Target) -> Words:
    """An accuracy in words.

    >>> from fractions import Fraction
    >>> places_told(Target(Fraction(1, 100))).en, places_told(Target(None, 3)).zh
    ('2 decimal places', '3 位有效数字')
    """
    if accuracy.unit is None:
        n = accuracy.figures
        return Words(f"{n} significant figure{'s' if n > 1 else ''}", f"{n} 位有效数字")
    unit = accuracy.unit
    if unit == 1:
        return Words("the nearest whole number", "整数")
    places = len(str(unit.denominator)) - 1
    if unit.numerator == 1 and unit.denominator == 10**places:
        return Words(f"{places} decimal place{'s' if places > 1 else ''}", f"{places} 位小数")
    return Words(f"the nearest multiple of {unit}", f"{unit} 的整数倍")
