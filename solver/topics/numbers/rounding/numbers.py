"""Round a rational number: the digit rule for places, the nearer neighbour for other multiples; halves go away from zero."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.formula import to_latex
from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.topics.arguments import Argument
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.numbers.places import name_of
from solver.topics.numbers.rounding.target import MAX_PLACES, Target, Way
from solver.topics.rationals import terminating_decimal

WORDS: Final = {
    "decimal": Words("As a decimal: \\({number}={decimal}\\).", "化成小数：\\({number}={decimal}\\)。"),
    "figure": Words("The first significant figure of \\({number}\\) stands in the {first} place, so figure number {count} stands in the {place} place: round to that place.",
                    "\\({number}\\) 的第一个有效数字在{first}，所以第 {count} 个有效数字在{place}：四舍五入到这一位。"),
    "kept": Words("Behind the {place} place stands nothing but zeros, so nothing changes.", "{place}后面没有非零的数字，不用舍入。"),
    "up": Words("Keep everything up to the {place} place and look at the next digit: it is {digit}, which is 5 or more, so the last digit kept goes up by one: \\[{number}\\approx {answer}\\]",
                "保留到{place}，看它后面一位：是 {digit}，满 5，向前一位进 1：\\[{number}\\approx {answer}\\]"),
    "down": Words("Keep everything up to the {place} place and look at the next digit: it is {digit}, which is less than 5, so the digits behind are dropped: \\[{number}\\approx {answer}\\]",
                  "保留到{place}，看它后面一位：是 {digit}，不满 5，舍去后面的数字：\\[{number}\\approx {answer}\\]"),
    "always_up": Words("Keep everything up to the {place} place. Rounding up, the last digit kept goes up by one wherever anything but zeros stands behind it: \\[{number}\\approx {answer}\\]",
                       "保留到{place}。用进一法：后面只要有不是 0 的数字，就向前一位进 1：\\[{number}\\approx {answer}\\]"),
    "always_down": Words("Keep everything up to the {place} place. Rounding down, the digits behind it are dropped, whatever they are: \\[{number}\\approx {answer}\\]",
                         "保留到{place}。用去尾法：不管后面是什么数字，都舍去：\\[{number}\\approx {answer}\\]"),
    "neighbour_up": Words("\\({number}\\) lies between the multiples \\({below}\\) and \\({above}\\) of \\({unit}\\). Rounding up takes the larger one, \\({answer}\\).",
                          "\\({number}\\) 在 \\({unit}\\) 的倍数 \\({below}\\) 和 \\({above}\\) 之间。用进一法取较大的一个：\\({answer}\\)。"),
    "neighbour_down": Words("\\({number}\\) lies between the multiples \\({below}\\) and \\({above}\\) of \\({unit}\\). Rounding down takes the smaller one, \\({answer}\\).",
                            "\\({number}\\) 在 \\({unit}\\) 的倍数 \\({below}\\) 和 \\({above}\\) 之间。用去尾法取较小的一个：\\({answer}\\)。"),
    "neighbours": Words("The multiples of \\({unit}\\) next to \\({number}\\) are \\({below}\\) and \\({above}\\); half way between them lies \\({middle}\\).",
                        "与 \\({number}\\) 相邻的 \\({unit}\\) 的倍数是 \\({below}\\) 和 \\({above}\\)，它们的正中间是 \\({middle}\\)。"),
    "nearer": Words("\\({number}{sign}{middle}\\), so \\({answer}\\) is nearer.", "\\({number}{sign}{middle}\\)，所以更接近 \\({answer}\\)。"),
    "half": Words("\\({number}\\) lies exactly half way; by convention halves are rounded away from zero.", "\\({number}\\) 正好在中间；按约定，五入时远离 0。"),
    "multiple": Words("\\({number}\\) is already a multiple of \\({unit}\\).", "\\({number}\\) 已经是 \\({unit}\\) 的倍数。"),
    "scale": Words("\\({whole}={answer}\\).", "\\({whole}={answer}\\)。"),
    "answer": Words("\\({number}\\approx {answer}\\).", "\\({number}\\approx {answer}\\)。"),
    "exactly": Words("Rounded, \\({number}\\) stays \\({answer}\\).", "四舍五入后，\\({number}\\) 仍是 \\({answer}\\)。"),
    "stays": Words("\\({number}\\) stays \\({answer}\\).", "\\({number}\\) 仍是 \\({answer}\\)。"),
    "code_up": Words("how many units fit, and one more where something is left", "看含有多少个单位，有剩余就再加一个"),
    "code_down": Words("how many whole units fit", "看含有多少个整单位"),
    "method_way": Words("measured the distance: it is a multiple of the unit, on the right side and less than a unit away", "验证它是所求单位的倍数，在应取的一侧，且误差小于一个单位"),
    "code": Words("how many units fit, half a unit or more counts as one; then the sign again", "看含有多少个单位，满半个单位就进一；最后补上符号"),
    "method": Words("measured the distance: it is a multiple of the unit, and at most half a unit away", "验证它是所求单位的倍数，且误差不超过半个单位"),
}  # fmt: skip
_SCALES: Final = {"万": 10**4, "亿": 10**8}


def rounded(value: Fraction, unit: Fraction, way: Way = "") -> Fraction:
    """The multiple of `unit` nearest to `value`; of two equally near ones the one farther from zero. With a way, the one on that side.

    >>> rounded(Fraction(-5, 2), Fraction(1)), rounded(Fraction(47), Fraction(5)), rounded(Fraction(47), Fraction(5), "up")
    (Fraction(-3, 1), Fraction(45, 1), Fraction(50, 1))
    """
    if way:
        return (value / unit).__floor__() * unit if way == "down" else (value / unit).__ceil__() * unit
    size = (abs(value) / unit + Fraction(1, 2)).__floor__() * unit
    return -size if value < 0 else size


def leading_exponent(value: Fraction) -> int:
    """The place of the first significant figure: 3 for 4567, -2 for 0.045.

    >>> leading_exponent(Fraction(4567)), leading_exponent(Fraction(45, 1000))
    (3, -2)
    """
    size, exponent = abs(value), 0
    exponent = len(str(size.numerator)) - len(str(size.denominator))
    while size < Fraction(10) ** exponent:
        exponent -= 1
    while size >= Fraction(10) ** (exponent + 1):
        exponent += 1
    return exponent


def decimal_places(unit: Fraction) -> int | None:
    """How many decimals a power of ten has: 2 for 1/100, -3 for 1000; None for other units."""
    exponent = leading_exponent(unit)
    return -exponent if unit == Fraction(10) ** exponent else None


def written(value: Fraction, places: int = 0) -> str:
    """A decimal number with at least `places` decimals; a fraction where the decimal has no end.

    >>> written(Fraction(3), 2), written(Fraction(-1, 8))
    ('3.00', '-0.125')
    """
    text = terminating_decimal(sp.Rational(value.numerator, value.denominator))
    if text is None:
        return rf"{'-' if value < 0 else ''}\frac{{{abs(value.numerator)}}}{{{value.denominator}}}"
    whole, _, behind = text.partition(".")
    behind = behind.ljust(max(places, 0), "0")
    return f"{whole}.{behind}" if behind else whole


def _with_dots(value: Fraction, places: int) -> str:
    """The first decimals of a number without an end: 3.1428…"""
    size = abs(value)
    digits = str(int(size * 10**places)).rjust(places + 1, "0")
    return f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}\\ldots"


@dataclass(frozen=True, slots=True)
class Rounded:
    """`number` as exactly as `target` wants it."""

    number: Argument
    target: Target
    language: Language

    @property
    def unit(self) -> Fraction:
        """The answer is a multiple of it."""
        if self.target.unit is not None:
            return self.target.unit
        return Fraction(10) ** (leading_exponent(self.number.value) - self.target.figures + 1)

    def is_answerable(self) -> bool:
        """Whether there is one answer, of decent size."""
        value = self.number.value
        if self.target.way and (value < 0 or self.target.nearest_only):
            return False  # is -3 or -4 "up" of -3.5?
        if self.target.figures and value == 0 or not 10**-200 < abs(value) < 10**200 and value:
            return False
        is_half = (value / self.unit * 2).denominator == 1 and (value / self.unit).denominator == 2
        return not (self.target.nearest_only and is_half) and decimal_places(self.unit) in (
            None,
            *range(-200, 260),
        )

    def _place(self, exponent: int) -> str:
        name = name_of(exponent, self.language)
        return name or (rf"\(10^{{{exponent}}}\)" + (" 位" if self.language == "zh" else ""))

    def _answer(self, value: Fraction) -> str:
        places = decimal_places(self.unit)
        if self.target.figures and value:
            places = self.target.figures - 1 - leading_exponent(value)  # 9.996 to 3 figures is 10.0
        if self.target.scale:
            return rf"{written(value / _SCALES[self.target.scale])}\text{{{self.target.scale}}}"
        return written(value, places or 0)

    @property
    def _shown(self) -> str:
        return self.number.layers[-1] if self.number.layers else to_latex(self.number.written)

    def solution(self) -> Solution:
        """The digit that decides, or the neighbours; then the cell."""
        say, value, unit = self.language, self.number.value, self.unit
        worked = self.number.step(say)
        steps = [worked] if worked else []
        places = decimal_places(unit)
        result = rounded(value, unit, self.target.way)
        number = self._shown
        if self.target.figures:
            facts = {"first": self._place(leading_exponent(value)), "place": self._place(-(places or 0))}
            steps.append(WORDS["figure"].say(say, number=number, count=self.target.figures, **facts))
        if places is not None:
            steps += self._by_digit(places, result)
        else:
            steps += self._by_neighbours(result)
        if self.target.scale:
            steps.append(WORDS["scale"].say(say, whole=written(result), answer=self._answer(result)))
        return Solution(tuple(steps), self._cell())

    def _by_digit(self, places: int, result: Fraction) -> list[str]:
        say, value, number, steps = self.language, self.number.value, self._shown, list[str]()
        decimal = terminating_decimal(sp.Rational(value.numerator, value.denominator))
        if decimal is None:
            decimal = _with_dots(value, max(places, 0) + 2)
        if decimal != number:
            steps.append(WORDS["decimal"].say(say, number=number, decimal=decimal))
        place = self._place(-places)
        if result == value:
            return [*steps, WORDS["kept"].say(say, place=place)]
        digit = int(abs(value) / self.unit * 10) % 10
        answer = written(result, places) if places > 0 else written(result)
        word = WORDS[f"always_{self.target.way}" if self.target.way else "up" if digit >= 5 else "down"]
        return [*steps, word.say(say, place=place, digit=digit, number=decimal, answer=answer)]

    def _by_neighbours(self, result: Fraction) -> list[str]:
        say, value, unit, number = self.language, self.number.value, self.unit, self._shown
        if result == value:
            return [WORDS["multiple"].say(say, number=number, unit=written(unit))]
        below = (value / unit).__floor__() * unit
        middle = below + unit / 2
        facts = {"below": written(below), "above": written(below + unit), "middle": written(middle)}
        if self.target.way:
            key = f"neighbour_{self.target.way}"
            return [WORDS[key].say(say, unit=written(unit), number=number, answer=written(result), **facts)]
        first = WORDS["neighbours"].say(say, unit=written(unit), number=number, **facts)
        if value == middle:
            return [first, WORDS["half"].say(say, number=number)]
        sign = "<" if value < middle else ">"
        second = WORDS["nearer"].say(
            say, number=number, sign=sign, middle=written(middle), answer=written(result)
        )
        return [first, second]

    def _cell(self) -> str:
        value, unit = self.number.value, self.unit
        text = terminating_decimal(sp.Rational(value.numerator, value.denominator))
        number = f'Rational("{text}")' if text and "." in text else exact_source(_rational(value))
        step = exact_source(_rational(unit))
        step = f'Rational("{written(unit)}")' if unit < 1 and "frac" not in written(unit) else step
        if way := self.target.way:
            whole = "ceiling" if way == "up" else "floor"
            note = comment(WORDS[f"code_{way}"].say(self.language))
            return cell(f"x, unit = {number}, {step}", note, f"{whole}(Rational(x)/unit) * unit")
        return cell(
            f"x, unit = {number}, {step}",
            comment(WORDS["code"].say(self.language)),
            "size = floor(Rational(abs(x))/unit + Rational(1, 2)) * unit",
            "sign(x) * size",
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """The rounded number with all its decimals."""
        if not isinstance(value, sp.Rational):
            return None
        result = Fraction(int(value.p), int(value.q))
        answer = self._answer(result)
        same = "stays" if self.target.way else "exactly"
        word = WORDS[same if result == self.number.value else "answer"]
        return Conclusion(word.say(self.language, number=self._shown, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By the distance from the number."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Rational):
            return None
        scale = re.search("[万亿]", answer)
        claim = values[0] * (_SCALES[scale[0]] if scale else 1)
        value, unit = self.number.value, self.unit
        lines = [
            "from fractions import Fraction",
            "",
            f"x, unit = Fraction({value.numerator}, {value.denominator}), Fraction({unit.numerator}, {unit.denominator})",
            f"claim = Fraction({claim.p}, {claim.q})",
            *near_lines(self.target.way),
        ]
        sentence = WORDS["answer"].say(self.language, number=self._shown, answer=answer)
        method = WORDS["method_way" if self.target.way else "method"].say(self.language)
        return CheckPlan(sentence, method, "\n".join(lines))


def near_lines(way: Way) -> tuple[str, ...]:
    """Whether `claim` is `x` rounded to multiples of `unit`, as the last lines of a cell of fractions."""
    if way:
        ahead = "claim - x" if way == "up" else "x - claim"
        return (f"(claim / unit).denominator == 1 and 0 <= {ahead} < unit",)
    return (
        "distance = abs(claim - x)",
        "half_away = distance == unit/2 and abs(claim) > abs(x)",
        "(claim / unit).denominator == 1 and (distance < unit/2 or half_away)",
    )


def _rational(value: Fraction) -> sp.Rational:
    return sp.Rational(value.numerator, value.denominator)


__all__ = ["MAX_PLACES", "Rounded", "decimal_places", "leading_exponent", "rounded", "written"]
