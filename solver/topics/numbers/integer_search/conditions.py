"""Properties of an integer, each with a test, its source in a cell, and words.

`Range` bounds the search; every other condition only filters. Nothing is read here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, TypeAlias

import sympy as sp

from solver.formula import Node, to_latex, to_python, to_sympy
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.numbers.integer_search.digits import DigitCondition
from solver.topics.numbers.integer_search.values import Value


@dataclass(frozen=True, slots=True)
class Range:
    """low ≤ n ≤ high; None where there is no bound. `open_ends`: ends of which it was not said whether they belong to it."""

    low: int | None = None
    high: int | None = None
    open_ends: tuple[int, ...] = ()

    def within(self, other: Range) -> Range:
        """What lies in both."""
        lows = [v for v in (self.low, other.low) if v is not None]
        highs = [v for v in (self.high, other.high) if v is not None]
        return Range(max(lows, default=None), min(highs, default=None), (*self.open_ends, *other.open_ends))


@dataclass(frozen=True, slots=True)
class Congruent:
    """n leaves `remainder` when divided by `modulus`; `negated`: it does not."""

    remainder: int
    modulus: int
    negated: bool = False

    def holds(self, n: int) -> bool:
        """Whether it is true of n."""
        return (n % self.modulus == self.remainder) is not self.negated

    def source(self, n: str) -> str:
        """The same in Python."""
        return f"{n} % {self.modulus} {'!=' if self.negated else '=='} {self.remainder}"

    def say(self, language: Language) -> str:
        """In words, with n for the integer."""
        if self.remainder == 0:
            words = NOT_DIVISIBLE if self.negated else DIVISIBLE
            return words.say(language, k=self.modulus)
        return REMAINDER.say(language, k=self.modulus, r=self.remainder)


@dataclass(frozen=True, slots=True)
class Kind:
    """n is prime, composite, a perfect square, a perfect cube, or a divisor of `of`; `negated`: it is not."""

    name: str
    of: int = 0
    negated: bool = False

    def holds(self, n: int) -> bool:
        """Whether it is true of n."""
        return self._is(n) is not self.negated

    def _is(self, n: int) -> bool:
        match self.name:
            case "prime":
                return bool(sp.isprime(n))
            case "composite":
                return n > 3 and not sp.isprime(n)
            case "square":
                return n >= 0 and bool(sp.integer_nthroot(n, 2)[1])
            case "cube":
                return bool(sp.integer_nthroot(abs(n), 3)[1])
            case _:
                return n != 0 and self.of % n == 0

    def source(self, n: str) -> str:
        """The same in Python."""
        plain = {
            "prime": f"isprime({n})", "composite": f"({n} > 3 and not isprime({n}))",
            "square": f"({n} >= 0 and integer_nthroot({n}, 2)[1])", "cube": f"integer_nthroot(abs({n}), 3)[1]",
        }.get(self.name, f"({n} != 0 and {self.of} % {n} == 0)")  # fmt: skip
        return f"not {plain}" if self.negated else plain

    def say(self, language: Language) -> str:
        """In words, with n for the integer."""
        return (NOT_KINDS if self.negated else KINDS)[self.name].say(language, n=self.of)


@dataclass(frozen=True, slots=True)
class Formula:
    """A relation in one letter that n must satisfy."""

    relation: Node
    letter: str

    def holds(self, n: int) -> bool:
        """Whether it is true of n."""
        return bool(to_sympy(self.relation, {self.letter: sp.Integer(n)}).doit())

    def source(self, n: str) -> str:
        """The same in Python; the cell calls the integer by the letter of the relation."""
        return to_python(self.relation)

    def say(self, language: Language) -> str:
        """As it was written."""
        return rf"\({to_latex(self.relation)}\)"


@dataclass(frozen=True, slots=True)
class DivisorCount:
    """n has exactly `count` positive divisors; with `parity` odd or even their number is such."""

    count: int = 0
    parity: str = ""

    def holds(self, n: int) -> bool:
        """Whether it is true of n."""
        if n <= 0:
            return False
        found = int(sp.divisor_count(n))
        return found % 2 == (self.parity == "odd") if self.parity else found == self.count

    def source(self, n: str) -> str:
        """The same in Python."""
        if self.parity:
            return f"divisor_count({n}) % 2 == {int(self.parity == 'odd')}"
        return f"divisor_count({n}) == {self.count}"

    def say(self, language: Language) -> str:
        """In words."""
        return (DIVISOR_PARITY[self.parity] if self.parity else DIVISOR_COUNT).say(language, k=self.count)


@dataclass(frozen=True, slots=True)
class Coprime:
    """n and `to` have no common divisor but 1."""

    to: int

    def holds(self, n: int) -> bool:
        """Whether it is true of n."""
        return math.gcd(n, self.to) == 1

    def source(self, n: str) -> str:
        """The same in Python."""
        return f"igcd({n}, {self.to}) == 1"

    def say(self, language: Language) -> str:
        """In words."""
        return COPRIME.say(language, k=self.to)


Condition: TypeAlias = Congruent | Kind | Formula | DigitCondition | Value | DivisorCount | Coprime

DIVISOR_COUNT: Final = Words("it has exactly \\({k}\\) positive divisors", "它恰好有 \\({k}\\) 个正因数")
DIVISOR_PARITY: Final = {
    "odd": Words("the number of its positive divisors is odd", "它的正因数个数是奇数"),
    "even": Words("the number of its positive divisors is even", "它的正因数个数是偶数"),
}
COPRIME: Final = Words("it has no common divisor with \\({k}\\) but 1", "它与 \\({k}\\) 互质")

DIVISIBLE: Final = Words("\\({k}\\) divides it", "它能被 \\({k}\\) 整除")
NOT_DIVISIBLE: Final = Words("\\({k}\\) does not divide it", "它不能被 \\({k}\\) 整除")
REMAINDER: Final = Words("divided by \\({k}\\) it leaves \\({r}\\)", "它除以 \\({k}\\) 余 \\({r}\\)")
KINDS: Final = {
    "prime": Words("it is prime", "它是质数"), "composite": Words("it is composite", "它是合数"),
    "square": Words("it is a perfect square", "它是完全平方数"), "cube": Words("it is a perfect cube", "它是完全立方数"),
    "divisor": Words("it divides \\({n}\\)", "它能整除 \\({n}\\)"),
}  # fmt: skip
NOT_KINDS: Final = {
    "prime": Words("it is not prime", "它不是质数"), "composite": Words("it is not composite", "它不是合数"),
    "square": Words("it is no perfect square", "它不是完全平方数"), "cube": Words("it is no perfect cube", "它不是完全立方数"),
    "divisor": Words("it does not divide \\({n}\\)", "它不能整除 \\({n}\\)"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Search:
    """What is wanted ("count", "smallest", "largest", "sum", "product", "all", "only") of the integers in `range` with all `conditions`."""

    wanted: str
    range: Range
    conditions: tuple[Condition, ...]
    letter: str = "n"
