"""All divisors of a whole number, or how many there are.

Read: one positive whole number below 10^15. Not: sums of divisors, common divisors (see `common`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.arguments import Argument, argument, asked_side
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment

VOCABULARY: Final = {
    "divisors": "divisors?|factors?|positive divisors|positive factors|positive integer divisors|约数|因数|正约数|正因数",
    "count": "number of|how many|多少个|几个|的个数|个数|共有多少个|有多少个|有几个|共有几个|一共有多少个|一共有几个|总共有多少个|一共有多少|有多少",
    "all": "all|list|list all|所有|全部|列出|哪些|有哪些",
    "one": "a factor|one factor|any factor|a divisor|one divisor|any divisor|一个因数|一个约数",
    "verb": "has|positive integers|positive integer|正整数",  # "integer divisors" may be negative
}  # fmt: skip
MAX_NUMBER: Final = 10**15
MAX_LISTED: Final = 200
MAX_PAIRED: Final = 24

WORDS: Final = {
    "division": Words("Divide by the smallest prime that goes in: \\({n}={p}\\times {q}\\).", "用能整除的最小质数去除：\\({n}={p}\\times {q}\\)。"),
    "rest": Words("\\({n}\\) is itself prime.", "\\({n}\\) 本身是质数。"),
    "one": Words("1 has only one divisor.", "1 只有一个约数。"),
    "exponents": Words(
        "A divisor takes each prime of \\({n}={product}\\) from 0 times up to its exponent, so there are \\({choices}={count}\\) divisors.",
        "由 \\({n}={product}\\)，每个质因数可以取 0 次到最高次，所以约数共有 \\({choices}={count}\\) 个。",
    ),
    "pairs": Words("They come in pairs whose product is \\({n}\\): \\[{n}={pairs}\\]", "成对列出，每对的积是 \\({n}\\)：\\[{n}={pairs}\\]"),
    "code": Words("sympy finds the divisors from the prime factors", "sympy 由质因数求约数"),
    "method": Words("tried every possible divisor", "逐个试除"),
}  # fmt: skip
SENTENCES: Final = {
    "divisors": Words("The divisors of \\({n}\\) are \\({answer}\\).", "\\({n}\\) 的约数是 \\({answer}\\)。"),
    "count": Words(
        "\\({n}\\) has \\({answer}\\) positive divisors.", "\\({n}\\) 共有 \\({answer}\\) 个正约数。"
    ),
}


def read(text: Text) -> Reading:
    """The divisors of one number, or their number."""
    found = account(text.source, VOCABULARY)
    if not found.has("divisors") or found.has("one"):
        return None
    if found.unread:
        return Unread(found.unread)
    nodes = tuple(map(asked_side, found.nodes))
    number = argument(nodes[0], text.values) if len(nodes) == 1 else None
    if number is None or not number.is_whole or not 0 < number.value <= MAX_NUMBER:
        return None
    is_count = found.has("count")
    if not is_count and sp.divisor_count(int(number.value)) > MAX_LISTED:
        return None
    return Divisors("count" if is_count else "divisors", number, text.language)


def product_latex(n: int) -> str:
    """Prime powers with multiplication signs.

    >>> product_latex(360)
    '2^{3} \\\\times 3^{2} \\\\times 5'
    """
    return r" \times ".join(f"{p}^{{{k}}}" if k > 1 else f"{p}" for p, k in sp.factorint(n).items()) or "1"


@dataclass(frozen=True, slots=True)
class Divisors:
    """`wanted` (divisors, count) of one positive whole number."""

    wanted: str
    number: Argument
    language: Language

    @property
    def value(self) -> int:
        """The whole number."""
        return int(self.number.value)

    def solution(self) -> Solution:
        """From the prime factors, then the cell."""
        n, say = self.value, self.language
        worked = self.number.step(say)
        steps, rest = [worked] if worked else [], n
        while rest > 1 and not sp.isprime(rest):
            p = min(sp.primefactors(rest))
            steps.append(WORDS["division"].say(say, n=rest, p=p, q=rest // p))
            rest //= p
        steps.append(WORDS["rest"].say(say, n=rest) if rest > 1 else WORDS["one"].say(say))
        if n > 1:
            choices = r" \times ".join(f"({k}+1)" for k in sp.factorint(n).values())
            facts = {"product": product_latex(n), "choices": choices, "count": sp.divisor_count(n)}
            steps.append(WORDS["exponents"].say(say, n=n, **facts))
        if self.wanted == "divisors" and 1 < sp.divisor_count(n) <= MAX_PAIRED:
            pairs = "=".join(rf"{d}\times {n // d}" for d in sp.divisors(n) if d * d <= n)
            steps.append(WORDS["pairs"].say(say, n=n, pairs=pairs))
        call = "divisor_count" if self.wanted == "count" else "divisors"
        return Solution(tuple(steps), cell(comment(WORDS["code"].say(say)), f"{call}({self.number.source})"))

    def conclude(self, value: Any) -> Conclusion | None:
        """A number or a list."""
        match self.wanted, value:
            case "divisors", list():
                answer = exact_latex(value)
            case "count", sp.Integer():
                answer = str(value)
            case _:
                return None
        sentence = SENTENCES[self.wanted].say(self.language, n=self.value, answer=answer)
        return Conclusion(sentence, answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By trying every number up to the square root."""
        n, values = self.value, values_in(answer)
        if not values or not all(isinstance(v, sp.Integer) for v in values) or n > 10**14:
            return None
        if self.wanted == "count" and len(values) != 1:
            return None
        given = sorted(map(int, values))
        last = f"len(found) == {given[0]}" if self.wanted == "count" else f"found == {given}"
        source = cell(
            f"n = {n}",
            "small = [d for d in range(1, int(n**0.5) + 1) if n % d == 0]",
            "found = sorted({*small, *(n // d for d in small)})",
            last,
        )
        claim = SENTENCES[self.wanted].say(self.language, n=n, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), source)
