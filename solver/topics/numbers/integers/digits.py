"""The digits of a number: the one in a given place, their sum, how many there are.

Read: one positive number, written out, as an expression or a settled letter. Not: puzzles about unknown digits, places that
the number does not reach, numbers without a finite decimal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.arguments import Argument, argument, asked_side
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.numbers.arithmetic.wording import rewritten
from solver.topics.numbers.places import CHINESE, ENGLISH, exponent_of, name_of
from solver.topics.numbers.power_remainders import power_remainder
from solver.topics.rationals import terminating_decimal

_PLACE: Final = re.compile(
    rf"(?i)(?<![a-z])(?:(?P<a>{ENGLISH})(?:['s]*)[\s-]+(?:place|position|column)?\s*digit|(?:digit\s+)?(?:that\s+is\s+|is\s+|that\s+stands\s+|stands\s+)?(?:in|at)\s+the\s+(?P<b>{ENGLISH})(?:'s?)?[\s-]+(?:place|position|column)"
    rf"|(?P<c>last|final)\s+digit)(?![a-z])"
    rf"|(?P<d>{CHINESE}|末位)(?:上面?)?(?:的)?(?:数字|数码|数)?|(?P<e>最后一位)(?:上)?(?:的)?(?:数字|数码|数)?"
)
_SUM: Final = re.compile(
    r"(?i)\b(?:digit\s+sum|digital\s+sum|sum\s+of\s+(?:all\s+(?:of\s+)?)?(?:the\s+|its\s+)?digits)(?![a-z])"
    r"|(?:各个?数?位|所有数位|各数位|各个数位|所有)?上?的?(?:数字|数码)(?:之和|的和|的总和|和(?=[是为等多])|相加的和)|各位数之和|各位数的和"
)
_COUNT: Final = re.compile(
    r"(?i)\bhow\s+many\s+digits(?![a-z])|\bnumber\s+of\s+digits(?![a-z])|(?:有)?(?:几|多少)位数(?!字)(?:字)?|有(?:几|多少)位(?![数上])|的?位数(?=[是为]?(?:多少|几)|$)"
)
_WORTH: Final = re.compile(
    r"(?i)\b(?:place\s+value\s+of\s+(?:the\s+)?(?:digit\s+)?|value\s+(?:represented\s+by|of)\s+(?:the\s+)?digit\s+)\$?(?P<d>\d)\$?(?![\d.])"
)
VOCABULARY: Final = {
    "worth": "worthtoken",
    "place": "placetoken",
    "sum": "sumtoken",
    "count": "counttoken",
    "words": "number|the number|whole number|integer|decimal|there|have|contain|contains|up|add up|数|整数|小数|自然数|这个数|一个|共|一共|是一个|写出",
}  # fmt: skip
_KINDS: Final = ("place", "sum", "count", "worth")
MAX_NUMBER: Final = 10**400
LONG: Final = 10**20
"""The last digit of a longer power is found by the cycle of last digits."""

WORDS: Final = {
    "drop": Words("The {name} place has {k} more digits to its right. Cut them off: \\({left}\\) is left, and its last digit is \\({digit}\\).",
                  "{name}右边还有 {k} 位。去掉这 {k} 位，剩下 \\({left}\\)，它的最后一位是 \\({digit}\\)。"),
    "last": Words("The {name} digit of \\({n}\\) is its last one.", "{name}上的数字就是 \\({n}\\) 的最后一位数字。"),
    "point": Words("Write it as a decimal: \\({n}\\). The units stand before the point, tenths, hundredths and so on behind it.",
                   "写成小数：\\({n}\\)。小数点左边第一位是个位，右边依次是十分位、百分位……"),
    "shift": Words("The {name} place is number {k} behind the point: the digit \\({digit}\\) stands there.", "{name}是小数点后第 {k} 位，上面的数字是 \\({digit}\\)。"),
    "sum": Words("Add the digits one by one: \\[{terms}={answer}\\]", "把各位数字相加：\\[{terms}={answer}\\]"),
    "count": Words("\\(10^{{{low}}}\\le {n}<10^{{{high}}}\\), so it has \\({high}\\) digits.", "\\(10^{{{low}}}\\le {n}<10^{{{high}}}\\)，所以它有 \\({high}\\) 位。"),
    "worth": Words("So it counts \\({digit}\\) times \\({unit}\\): \\({digit}\\times {unit}={answer}\\).", "所以它表示 \\({digit}\\) 个 \\({unit}\\)：\\({digit}\\times {unit}={answer}\\)。"),
    "code_place": Words("cut off what stands behind the place, then take the last digit", "去掉这一位后面的数字，再取最后一位"),
    "code_worth": Words("the digit in that place, times what the place counts", "这一位上的数字乘这一位的计数单位"),
    "code_sum": Words("digit by digit", "逐位相加"),
    "code_count": Words("how long the written number is", "写出来有几位"),
    "method_worth": Words("looked at what is left when the digit becomes 0", "把这个数字换成 0，看减少了多少"),
    "method_place": Words("counted the digits of the number as it is written", "在写出的数中数位置"),
    "method_sum": Words("took the last digit off again and again", "反复取出最后一位数字"),
    "method_count": Words("divided by 10 until nothing was left", "反复除以 10，直到为 0"),
}  # fmt: skip
SENTENCES: Final = {
    "place": Words("The {name} digit of \\({n}\\) is \\({answer}\\).", "\\({n}\\) 的{name}上的数字是 \\({answer}\\)。"),
    "worth": Words("The digit \\({digit}\\) of \\({n}\\) stands in the {name} place and is worth \\({answer}\\).", "\\({n}\\) 中的 \\({digit}\\) 在{name}上，表示 \\({answer}\\)。"),
    "sum": Words("The sum of the digits of \\({n}\\) is \\({answer}\\).", "\\({n}\\) 的各位数字之和是 \\({answer}\\)。"),
    "count": Words("\\({n}\\) has \\({answer}\\) digits.", "\\({n}\\) 有 \\({answer}\\) 位数字。"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """A question about the digits of one number."""
    places: list[int] = []
    worths: list[str] = []

    def mark(match: re.Match[str]) -> str:
        name = match["a"] or match["b"] or match["d"] or ""
        last = match["c"] or match["e"] or name == "末位"
        exponent = 0 if last else exponent_of(name)
        places.append(99 if exponent is None else exponent)
        return " placetoken "

    def worth(match: re.Match[str]) -> str:
        worths.append(match["d"])
        return " worthtoken "

    source = _COUNT.sub(" counttoken ", _SUM.sub(" sumtoken ", _WORTH.sub(worth, text.source)))
    source = _PLACE.sub(mark, source)
    found = account(rewritten(source), VOCABULARY)
    kinds = [c for c in found.concepts if c in _KINDS]
    if len(kinds) != 1:
        return None
    if found.unread:
        return Unread(found.unread)
    nodes = tuple(map(asked_side, found.nodes))
    number = argument(nodes[0], text.values, decimal=True) if len(nodes) == 1 else None
    if len(nodes) == 1 and places == [0] and (number is None or number.value >= LONG):
        power = power_remainder(nodes[0], 10, text.values, text.language, digits=1)
        if power is not None:
            return power
    if number is None or not 0 < number.value < MAX_NUMBER:
        return None
    place = places[0] if places else _only_place(number, worths[0]) if worths else 0
    task = Digits(kinds[0], place, number, text.language) if place is not None else None
    return task if task is not None and task.is_answerable() else None


def _only_place(number: Argument, digit: str) -> int | None:
    """Where the digit stands; None where it does not stand exactly once."""
    written = terminating_decimal(sp.Rational(number.value.numerator, number.value.denominator)) or ""
    whole, _, behind = written.partition(".")
    if (whole + behind).count(digit) != 1:
        return None
    return len(whole) - 1 - whole.index(digit) if digit in whole else -1 - behind.index(digit)


@dataclass(frozen=True, slots=True)
class Digits:
    """`wanted` (place, sum, count) of the digits of one number; `place` counts powers of ten."""

    wanted: str
    place: int
    number: Argument
    language: Language

    @property
    def _written(self) -> str | None:
        """The number in decimals; None where it has no end."""
        value = self.number.value
        return terminating_decimal(sp.Rational(value.numerator, value.denominator))

    def is_answerable(self) -> bool:
        """Whether the number has such digits."""
        written = self._written
        if self.wanted in ("sum", "count"):
            return self.number.is_whole
        return (
            written is not None
            and (self._name() is not None)
            and self.place < max(1, len(written.split(".")[0]))
            and (self.place >= 0 or not self.number.is_whole or "." in written)
        )

    def _name(self) -> str | None:
        return name_of(self.place, self.language)

    def solution(self) -> Solution:
        """The digits one sees, then the cell."""
        say = self.language
        worked = self.number.step(say)
        steps = [worked] if worked else []
        steps += {
            "place": self._place_steps,
            "worth": self._worth_steps,
            "sum": self._sum_steps,
            "count": self._count_steps,
        }[self.wanted]()
        return Solution(tuple(steps), self._cell())

    def _place_steps(self) -> list[str]:
        say, k, name, written = self.language, self.place, self._name(), self._written or ""
        if k < 0:
            digit = self._digit()
            return [WORDS["point"].say(say, n=written), WORDS["shift"].say(say, name=name, k=-k, digit=digit)]
        steps = [] if self.number.is_whole else [WORDS["point"].say(say, n=written)]
        whole = int(self.number.value)
        if k == 0:
            return [*steps, WORDS["last"].say(say, name=name, n=whole)]
        facts = {"k": k, "left": whole // 10**k, "digit": self._digit()}
        if say == "en" and k == 1:
            step = WORDS["drop"].say(say, name=name, **facts).replace("1 more digits", "1 more digit")
            return [*steps, step.replace("Cut them off", "Cut it off")]
        return [*steps, WORDS["drop"].say(say, name=name, **facts)]

    def _worth_steps(self) -> list[str]:
        unit, digit = Fraction(10) ** self.place, self._digit()
        facts = {"unit": _decimal(unit), "answer": _decimal(digit * unit), "digit": digit}
        return [*self._place_steps(), WORDS["worth"].say(self.language, **facts)]

    def _digit(self) -> int:
        shifted = (
            self.number.value / 10**self.place if self.place >= 0 else self.number.value * 10**-self.place
        )
        return int(shifted) % 10

    def _sum_steps(self) -> list[str]:
        digits = str(int(self.number.value))
        terms = "+".join(digits)
        return [WORDS["sum"].say(self.language, terms=terms, answer=sum(map(int, digits)))]

    def _count_steps(self) -> list[str]:
        n = int(self.number.value)
        size = len(str(n))
        return [WORDS["count"].say(self.language, low=size - 1, high=size, n=n)]

    def _cell(self) -> str:
        first = f"n = {self.number.source}\n" + comment(WORDS[f"code_{self.wanted}"].say(self.language))
        match self.wanted:
            case "sum":
                return cell(first, "sum(int(digit) for digit in str(n))")
            case "count":
                return cell(first, "len(str(n))")
            case "worth":
                unit = f"10**{self.place}" if self.place >= 0 else f"Rational(1, 10**{-self.place})"
                return cell(first, f"unit = {unit}", "floor(Rational(n)/unit) % 10 * unit")
        if self.place < 0:
            return cell(first, f"floor(n * 10**{-self.place}) % 10")
        whole = "n" if self.number.is_whole else "floor(n)"
        return cell(first, f"{whole} // 10**{self.place} % 10" if self.place else f"{whole} % 10")

    def _sentence(self, answer: str) -> str:
        written = self._written or ""
        return SENTENCES[self.wanted].say(
            self.language, n=written, answer=answer, name=self._name(), digit=self._digit()
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """A whole number."""
        if not isinstance(value, sp.Rational) or self.wanted != "worth" and not value.is_Integer:
            return None
        answer = terminating_decimal(value)
        return Conclusion(self._sentence(answer), answer) if answer else None

    def check(self, answer: str) -> CheckPlan | None:
        """From the written number where arithmetic was used, by arithmetic where it was written out."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Rational):
            return None
        given = values[0]
        match self.wanted:
            case "sum":
                lines = [
                    f"n, total = {int(self.number.value)}, 0",
                    "while n:",
                    "    n, digit = divmod(n, 10)",
                    "    total += digit",
                    f"total == {exact_source(given)}",
                ]
            case "count":
                lines = [
                    f"n, digits = {int(self.number.value)}, 0",
                    "while n:",
                    "    n, digits = n // 10, digits + 1",
                    f"digits == {exact_source(given)}",
                ]
            case "worth":
                whole, _, behind = (self._written or "").partition(".")
                digits = whole + behind
                lines = [
                    f'digits, places = "{digits}", {len(behind)}',
                    f'without = digits.replace("{self._digit()}", "0")',
                    f"Rational(int(digits) - int(without), 10**places) == {exact_source(given)}",
                ]
            case _:
                whole, _, behind = (self._written or "").partition(".")
                digits = whole if self.place >= 0 else behind.ljust(-self.place, "0")
                at = -1 - self.place  # from the right in front of the point, from the left behind it
                lines = [f'digits = "{digits}"', f"int(digits[{at}]) == {exact_source(given)}"]
        return CheckPlan(
            self._sentence(answer), WORDS[f"method_{self.wanted}"].say(self.language), cell(*lines)
        )


def _decimal(value: Fraction) -> str:
    return terminating_decimal(sp.Rational(value.numerator, value.denominator)) or str(value)
