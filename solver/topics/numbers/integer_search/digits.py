"""Properties of an integer's digits: their sum or product, comparisons between places, which digits occur, how they are ordered.

The same three faces as every condition of a search: a test, its source in a cell, words.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, TypeAlias

import sympy as sp

from solver.ports import Language
from solver.topics.base import Words

PLACES: Final = ("units", "tens", "hundreds", "thousands", "ten thousands", "hundred thousands")
CHINESE_PLACES: Final = ("个位", "十位", "百位", "千位", "万位", "十万位")


@dataclass(frozen=True, slots=True)
class DigitTotal:
    """The sum (or product) of the digits is `value`, or of a kind: "square", "prime", "odd", "even", "multiple" of `value`."""

    operation: str
    kind: str
    value: int = 0

    def holds(self, n: int) -> bool:
        """Whether it is true of n."""
        digits = [int(d) for d in str(abs(n))]
        total = sum(digits) if self.operation == "sum" else math.prod(digits)
        match self.kind:
            case "equal":
                return total == self.value
            case "square":
                return bool(sp.integer_nthroot(total, 2)[1])
            case "prime":
                return bool(sp.isprime(total))
            case "odd" | "even":
                return total % 2 == (self.kind == "odd")
            case _:
                return total % self.value == 0

    def source(self, n: str) -> str:
        """The same in Python."""
        total = f"{'sum' if self.operation == 'sum' else 'prod'}(int(d) for d in str(abs({n})))"
        return {
            "equal": f"{total} == {self.value}", "square": f"integer_nthroot({total}, 2)[1]", "prime": f"isprime({total})",
            "odd": f"{total} % 2 == 1", "even": f"{total} % 2 == 0",
        }.get(self.kind, f"{total} % {self.value} == 0")  # fmt: skip

    def say(self, language: Language) -> str:
        """In words."""
        name = TOTALS[self.operation].say(language)
        return TOTAL_KINDS[self.kind].say(language, total=name, value=self.value)


@dataclass(frozen=True, slots=True)
class DigitRelation:
    """A digit compared with the sum of some others, times `factor`, plus `shift`: tens = 2·units + 0, units > tens."""

    place: int
    sign: str
    others: tuple[int, ...]
    factor: int = 1
    shift: int = 0

    def holds(self, n: int) -> bool:
        """Whether it is true of n."""
        left = abs(n) // 10**self.place % 10
        right = self.factor * sum(abs(n) // 10**k % 10 for k in self.others) + self.shift
        return bool(
            left == right if self.sign == "==" else left > right if self.sign == ">" else left < right
        )

    def source(self, n: str) -> str:
        """The same in Python."""
        right = " + ".join(_digit(n, k) for k in self.others)
        if self.factor != 1:
            right = f"{self.factor}*({right})"
        if not right:
            return f"{_digit(n, self.place)} {self.sign} {self.shift}"
        return f"{_digit(n, self.place)} {self.sign} {right}" + (
            f" + {self.shift}" if self.shift > 0 else f" - {-self.shift}" if self.shift else ""
        )

    def say(self, language: Language) -> str:
        """In words and signs."""
        name = _name_en if language == "en" else _name_zh
        right = "+".join(name(k) for k in self.others)
        if self.factor != 1:
            right = f"{self.factor}\\times {right}" if len(self.others) == 1 else f"{self.factor}({right})"
        if not right:
            right = str(self.shift)
        elif self.shift:
            right += f"{self.shift:+d}"
        return f"\\({name(self.place)}{'=' if self.sign == '==' else self.sign}{right}\\)"


@dataclass(frozen=True, slots=True)
class Contains:
    """The digit occurs at least once; `negated`: not at all."""

    digit: int
    negated: bool = False

    def holds(self, n: int) -> bool:
        """Whether it is true of n."""
        return (str(self.digit) in str(abs(n))) is not self.negated

    def source(self, n: str) -> str:
        """The same in Python."""
        return f'"{self.digit}" {"not in" if self.negated else "in"} str({n})'

    def say(self, language: Language) -> str:
        """In words."""
        return (LACKS if self.negated else HAS).say(language, d=self.digit)


@dataclass(frozen=True, slots=True)
class DigitPattern:
    """All digits different, in rising or falling order, all odd, all even, the same forwards and backwards, or all among `allowed`."""

    name: str
    allowed: str = ""
    count: int = 0
    """How many digits were said to be different; 0 where no number was said."""

    def holds(self, n: int) -> bool:
        """Whether it is true of n."""
        digits = str(abs(n))
        match self.name:
            case "different":
                return len(set(digits)) == len(digits)
            case "rising":
                return list(digits) == sorted(set(digits))
            case "falling":
                return list(digits) == sorted(set(digits), reverse=True)
            case "palindrome":
                return digits == digits[::-1]
            case _:
                return set(digits) <= set(self._allowed())

    def _allowed(self) -> str:
        return {"odd": "13579", "even": "02468"}.get(self.name, self.allowed)

    def source(self, n: str) -> str:
        """The same in Python."""
        return {
            "different": f"len(set(str({n}))) == len(str({n}))", "rising": f"list(str({n})) == sorted(set(str({n})))",
            "falling": f"list(str({n})) == sorted(set(str({n})), reverse=True)", "palindrome": f"str({n}) == str({n})[::-1]",
        }.get(self.name, f'set(str({n})) <= set("{self._allowed()}")')  # fmt: skip

    def say(self, language: Language) -> str:
        """In words."""
        return PATTERNS[self.name].say(language, allowed=", ".join(self.allowed))


DigitCondition: TypeAlias = DigitTotal | DigitRelation | Contains | DigitPattern


def is_about_every(condition: DigitCondition, low: int, high: int) -> bool:
    """Whether each integer from low to high has the digits that the condition speaks of."""
    match condition:
        case DigitRelation(place, _, others):
            highest = max(place, *others, 0)
            return bool(low >= (10**highest if highest else 0))
        case DigitPattern("different", _, count) if count:
            return bool(low >= 10 ** (count - 1) and high < 10**count)
    return low >= 0


def _digit(n: str, place: int) -> str:
    return f"{n} // {10**place} % 10" if place else f"{n} % 10"


def _name_en(place: int) -> str:
    return f"\\text{{{PLACES[place]} digit}}"


def _name_zh(place: int) -> str:
    return f"\\text{{{CHINESE_PLACES[place]}}}"


TOTALS: Final = {
    "sum": Words("the sum of its digits", "各位数字之和"),
    "product": Words("the product of its digits", "各位数字之积"),
}
TOTAL_KINDS: Final = {
    "equal": Words("{total} is \\({value}\\)", "{total}是 \\({value}\\)"),
    "square": Words("{total} is a perfect square", "{total}是完全平方数"),
    "prime": Words("{total} is prime", "{total}是质数"),
    "odd": Words("{total} is odd", "{total}是奇数"),
    "even": Words("{total} is even", "{total}是偶数"),
    "multiple": Words("{total} is divisible by \\({value}\\)", "{total}能被 \\({value}\\) 整除"),
}
HAS: Final = Words("the digit \\({d}\\) occurs in it", "它含有数字 \\({d}\\)")
LACKS: Final = Words("the digit \\({d}\\) does not occur in it", "它不含数字 \\({d}\\)")
PATTERNS: Final = {
    "different": Words("its digits are all different", "它的各位数字互不相同"),
    "rising": Words("each digit is larger than the one before it", "从左到右数字越来越大"),
    "falling": Words("each digit is smaller than the one before it", "从左到右数字越来越小"),
    "palindrome": Words("it reads the same forwards and backwards", "它从左往右读和从右往左读一样（回文数）"),
    "odd": Words("all its digits are odd", "它的各位数字都是奇数"),
    "even": Words("all its digits are even", "它的各位数字都是偶数"),
    "allowed": Words("it has only the digits {allowed}", "它只含数字 {allowed}"),
}
