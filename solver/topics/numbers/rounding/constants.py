"""Round π or e to a decimal place, from their digits; the check sums a series of fractions, which knows nothing of these digits.

Places and figures; not multiples of other units, and nothing that has to be worked out of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final, Literal

import sympy as sp

from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment
from solver.topics.numbers.places import name_of
from solver.topics.numbers.rounding.numbers import WORDS as OF_NUMBERS
from solver.topics.numbers.rounding.numbers import near_lines, rounded, written
from solver.topics.numbers.rounding.target import MAX_PLACES, Target

WORDS: Final = {
    "digits": Words("\\({number}\\) is irrational: its decimals go on without an end, and begin \\[{number}={digits}\\ldots\\]",
                    "\\({number}\\) 是无理数，它的小数没有尽头：\\[{number}={digits}\\ldots\\]"),
    "pi": Words("summed a series for π (Machin's) in fractions, and compared", "用马青公式的级数以分数求和，再比较"),
    "e": Words("summed the series 1 + 1/1! + 1/2! + … in fractions, and compared", "对级数 1 + 1/1! + 1/2! + … 以分数求和，再比较"),
}  # fmt: skip
_VALUES: Final = {"pi": sp.pi, "e": sp.E}
_SHOWN: Final = {"pi": r"\pi", "e": "e"}
_SERIES: Final = {
    "pi": "x = sum((-1)**k*(Fraction(16, (2*k + 1)*5**(2*k + 1)) - Fraction(4, (2*k + 1)*239**(2*k + 1))) for k in range(60))",
    "e": "x = sum(Fraction(1, factorial(k)) for k in range(60))",
}
"""Both are exact to more than eighty decimals."""
_MORE: Final = 3


@dataclass(frozen=True, slots=True)
class RoundedConstant:
    """π or e, whose first figure stands before the point, as exactly as `target` wants it."""

    name: Literal["pi", "e"]
    target: Target
    language: Language

    @property
    def places(self) -> int | None:
        """Decimals that are kept; None where the target is another multiple, or too fine."""
        unit = self.target.unit
        if unit is None:
            places = self.target.figures - 1
        elif unit.numerator == 1 and str(unit.denominator).strip("0") == "1":
            places = len(str(unit.denominator)) - 1
        else:
            return None
        return places if 0 <= places <= MAX_PLACES else None

    def is_answerable(self) -> bool:
        """Whether it is rounded to a decimal place."""
        return self.places is not None and not self.target.scale

    @property
    def _unit(self) -> Fraction:
        return Fraction(1, 10 ** (self.places or 0))

    def _digits(self, places: int) -> str:
        """So many decimals, cut off."""
        text = str(sp.N(_VALUES[self.name], places + 20))
        return text[: places + 2]

    def solution(self) -> Solution:
        """The digits, and the one that decides."""
        say, places = self.language, self.places or 0
        number, digits = _SHOWN[self.name], self._digits(places + _MORE)
        result = rounded(Fraction(digits), self._unit, self.target.way)
        place = name_of(-places, say) or rf"\(10^{{{-places}}}\)"
        way, digit = self.target.way, int(digits[places + 2])
        word = OF_NUMBERS[f"always_{way}" if way else "up" if digit >= 5 else "down"]
        shown = {"place": place, "digit": digit, "number": number, "answer": written(result, places)}
        steps = (WORDS["digits"].say(say, number=number, digits=digits), word.say(say, **shown))
        note = comment(OF_NUMBERS[f"code_{way}" if way else "code"].say(say))
        whole = {"": "floor(x/unit + Rational(1, 2))", "up": "ceiling(x/unit)", "down": "floor(x/unit)"}[way]
        name = "pi" if self.name == "pi" else "E"
        return Solution(
            steps, cell(f'x, unit = {name}, Rational("{written(self._unit)}")', note, f"{whole} * unit")
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """With all its decimals."""
        if not isinstance(value, sp.Rational):
            return None
        answer = written(Fraction(int(value.p), int(value.q)), self.places or 0)
        return Conclusion(
            OF_NUMBERS["answer"].say(self.language, number=_SHOWN[self.name], answer=answer), answer
        )

    def check(self, answer: str) -> CheckPlan | None:
        """By a series."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Rational):
            return None
        lines = [
            "from fractions import Fraction",
            "from math import factorial",
            "",
            _SERIES[self.name],
            f"unit, claim = Fraction({self._unit.numerator}, {self._unit.denominator}), Fraction({values[0].p}, {values[0].q})",
            *near_lines(self.target.way),
        ]
        sentence = OF_NUMBERS["answer"].say(self.language, number=_SHOWN[self.name], answer=answer)
        return CheckPlan(sentence, WORDS[self.name].say(self.language), "\n".join(lines))
