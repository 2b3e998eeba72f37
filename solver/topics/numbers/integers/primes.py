"""Primes: is a number prime or composite, its prime factors as a product or as a list, the largest or smallest of them.

Read: one whole number below 10^15. Not: the next prime, primes in a range, sums of factors.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import isqrt
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.arguments import Argument, argument, asked_side
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment
from solver.topics.yes_no import NO, YES, claimed, plain_words

VOCABULARY: Final = {
    "product": "prime factorization|prime factorisation|prime decomposition|factor into primes|factorise into primes|factorize into primes"
    "|product of prime factors|product of primes|product of its prime factors|as a product of primes|as a product of prime factors"
    "|as a product of its prime factors|as the product of its prime factors|as product of prime factors|as a product of prime numbers|into prime factors|into a product of primes|into primes|in prime factors"
    "|分解质因数|质因数分解|分解素因数|素因数分解|分解成质因数|分解为质因数|写成质因数相乘的形式|写成质因数的乘积|表示成质因数的乘积|质因数相乘的形式|质因数的乘积|质因数乘积",
    "listed": "prime factors?|prime divisors?|prime factors of|prime factor of|prime divisors of|prime divisor of|质因数|素因数|质因子|素因子|质约数",
    "prime": "prime|a prime|prime number|a prime number|质数|素数",
    "composite": "composite|a composite|composite number|a composite number|合数",
    "either": "or|还是|或",
    "count": "number of|how many|多少个|几个|个数|的个数|共有多少个|有多少个|有几个",
    "distinct": "distinct|different|unique|不同|不同的|互不相同的",
    "largest": "largest|greatest|biggest|highest|最大|最大的",
    "smallest": "smallest|least|lowest|最小|最小的",
    "all": "all|list|list all|name|所有|全部|列出|哪些|有哪些|哪几个|has|包含",
    "factorise": "factorize|factorise|factor|decompose|分解|分解因数",
    "other": "factor of|a factor|one factor",
    "verb": "whether|check|decide|or not|into|integer|whole number|whether or not|判断|是否|是否为|是不是|把|将|整数|正整数|进行|一个|写成|表示成|形式|express|write",
}  # fmt: skip
_KINDS: Final = ("product", "listed", "prime", "composite", "factorise")
MAX_NUMBER: Final = 10**15

WORDS: Final = {
    "division": Words("Divide by the smallest prime that goes in: \\({n}={p}\\times {q}\\).", "用能整除的最小质数去除：\\({n}={p}\\times {q}\\)。"),
    "composite": Words("So \\({n}\\) has a divisor other than 1 and itself: it is composite, not prime.", "所以 \\({n}\\) 除了 1 和它本身还有别的约数，是合数，不是质数。"),
    "is_prime": Words("So 1 and \\({n}\\) are its only divisors: it is prime.", "所以它只有 1 和 \\({n}\\) 两个约数，是质数。"),
    "rest": Words("\\({n}\\) is itself prime.", "\\({n}\\) 本身是质数。"),
    "bound": Words(
        "A composite number has a prime divisor not above its square root, and \\(\\sqrt{{{n}}}<{bound}\\). Of the primes below \\({bound}\\) none divides \\({n}\\).",
        "合数必有一个不大于它的平方根的质因数，而 \\(\\sqrt{{{n}}}<{bound}\\)。小于 \\({bound}\\) 的质数都不能整除 \\({n}\\)。",
    ),
    "one": Words("1 has only one divisor; a prime has exactly two, and a composite number more than two.", "1 只有一个约数；质数恰有两个约数，合数有两个以上的约数。"),
    "none": Words("Primes and composite numbers are whole numbers greater than 1.", "质数和合数都是大于 1 的整数。"),
    "different": Words("Each prime counts once: \\({answer}\\).", "相同的质因数只写一次：\\({answer}\\)。"),
    "code": Words("sympy splits the number into primes", "用 sympy 分解或判断"),
    "method_product": Words("multiplied the factors again and tried to split each by division", "把因数乘回去，并用试除法检验每个因数是质数"),
    "method_listed": Words("divided the number by them until nothing was left, and tried to split each by division", "用它们反复去除直到除尽，并用试除法检验每个都是质数"),
    "method_prime": Words("tried every possible divisor", "逐个试除"),
}  # fmt: skip
SENTENCES: Final = {
    "product": Words("In prime factors: \\({n}={answer}\\).", "分解质因数：\\({n}={answer}\\)。"),
    "listed": Words("The prime factors of \\({n}\\) are \\({answer}\\).", "\\({n}\\) 的质因数是 \\({answer}\\)。"),
    "count": Words("\\({n}\\) has \\({answer}\\) different prime factors.", "\\({n}\\) 有 \\({answer}\\) 个不同的质因数。"),
    "largest": Words("The largest prime factor of \\({n}\\) is \\({answer}\\).", "\\({n}\\) 的最大质因数是 \\({answer}\\)。"),
    "smallest": Words("The smallest prime factor of \\({n}\\) is \\({answer}\\).", "\\({n}\\) 的最小质因数是 \\({answer}\\)。"),
    "prime": Words("Is \\({n}\\) prime? \\({answer}\\).", "\\({n}\\) 是质数吗？\\({answer}\\)。"),
    "composite": Words("Is \\({n}\\) composite? \\({answer}\\).", "\\({n}\\) 是合数吗？\\({answer}\\)。"),
    "neither": Words("\\({n}\\) is \\({answer}\\).", "\\({n}\\) \\({answer}\\)。"),
    "which": Words("\\({n}\\) is \\({answer}\\).", "\\({n}\\) 是\\({answer}\\)。"),
}  # fmt: skip
_WHICH: Final = {
    "prime": Words(r"\text{{prime}}", r"\text{{质数}}"),
    "composite": Words(r"\text{{composite}}", r"\text{{合数}}"),
    "neither": Words(r"\text{{neither prime nor composite}}", r"\text{{既不是质数也不是合数}}"),
}


def read(text: Text) -> Reading:
    """Whether one number is prime, or what its prime factors are."""
    found = account(text.source, VOCABULARY)
    kinds = {c for c in found.concepts if c in _KINDS}
    if not kinds:
        return None
    kind = _kind(set(found.concepts) & VOCABULARY.keys())
    if found.unread:
        return Unread(found.unread)
    nodes = tuple(map(asked_side, found.nodes))
    number = argument(nodes[0], text.values) if kind and len(nodes) == 1 else None
    if kind is None or number is None or not number.is_whole or not abs(number.value) <= MAX_NUMBER:
        return None
    if kind not in ("prime", "composite", "which") and number.value < 2:
        return None
    return Primes(kind, number, text.language)


def _kind(concepts: set[str]) -> str | None:
    """The one kind of question that the words make; None for a mixture."""
    rest = concepts - {"all", "verb"}
    match sorted(rest):
        case ["product"] | ["factorise"] | ["factorise", "product"] | ["factorise", "listed"]:
            return "product" if "all" not in concepts else None
        case ["listed"] | ["distinct", "listed"]:
            return "listed"
        case ["count", "distinct", "listed"]:
            return "count"
        case ["largest" | "smallest" as size, "listed"] | ["listed", "smallest" as size]:
            return size
        case ["prime"] | ["composite"]:
            return rest.pop()
        case ["composite", "either", "prime"]:
            return "which"
    return None


@dataclass(frozen=True, slots=True)
class Primes:
    """`wanted` of one whole number."""

    wanted: str
    number: Argument
    language: Language

    @property
    def value(self) -> int:
        """The whole number."""
        return int(self.number.value)

    def solution(self) -> Solution:
        """By hand first, then the cell."""
        worked = self.number.step(self.language)
        asks = self.wanted in ("prime", "composite", "which")
        steps = ([worked] if worked else []) + (self._primality() if asks else self._factors())
        last = {
            "product": "factorint(n)",
            "listed": "primefactors(n)",
            "count": "len(primefactors(n))",
            "largest": "max(primefactors(n))",
            "smallest": "min(primefactors(n))",
            "prime": "isprime(n)",
            "composite": "n > 1 and not isprime(n)",
            "which": "isprime(n)",
        }[self.wanted]
        if self.wanted == "composite":
            last = f"bool({last})"
        lines = (f"n = {self.number.source}", last)
        return Solution(tuple(steps), cell(comment(WORDS["code"].say(self.language)), *lines))

    def _primality(self) -> list[str]:
        n, say = self.value, self.language
        if n < 2:
            return [WORDS["one" if n == 1 else "none"].say(say)]
        if not sp.isprime(n):
            p = min(sp.primefactors(n))
            return [WORDS["division"].say(say, n=n, p=p, q=n // p), WORDS["composite"].say(say, n=n)]
        return [WORDS["bound"].say(say, n=n, bound=isqrt(n) + 1), WORDS["is_prime"].say(say, n=n)]

    def _factors(self) -> list[str]:
        n, say = self.value, self.language
        steps, rest = [], n
        while rest > 1 and not sp.isprime(rest):
            p = min(sp.primefactors(rest))
            steps.append(WORDS["division"].say(say, n=rest, p=p, q=rest // p))
            rest //= p
        steps.append(WORDS["rest"].say(say, n=rest))
        if self.wanted != "product":
            steps.append(WORDS["different"].say(say, answer=exact_latex(sp.primefactors(n))))
        return steps

    def conclude(self, value: Any) -> Conclusion | None:
        """A product of primes, a list, a number, or words."""
        say = self.language
        match self.wanted, value:
            case "prime" | "composite", bool():
                answer = (YES if value else NO).say(say)
            case "which", bool():
                name = "prime" if value else "composite" if self.value > 1 else "neither"
                answer = _WHICH[name].say(say)
            case "product", dict():
                answer = r" \times ".join(f"{p}^{{{k}}}" if k > 1 else f"{p}" for p, k in value.items())
            case "listed", list():
                answer = exact_latex(value)
            case "count" | "largest" | "smallest", sp.Integer():
                answer = str(value)
            case _:
                return None
        sentence = SENTENCES["neither" if self.wanted == "which" and self.value < 2 else self.wanted]
        return Conclusion(sentence.say(say, n=self.value, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By trial division and multiplication."""
        claim = SENTENCES[self.wanted].say(self.language, n=self.value, answer=answer)
        if self.wanted in ("prime", "composite", "which"):
            source = self._check_primality(answer)
            return CheckPlan(claim, WORDS["method_prime"].say(self.language), source) if source else None
        source = self._check_product(answer) if self.wanted == "product" else self._check_list(answer)
        method = "method_product" if self.wanted == "product" else "method_listed"
        return CheckPlan(claim, WORDS[method].say(self.language), source) if source else None

    def _check_primality(self, answer: str) -> str | None:
        kind = _claimed_kind(answer)
        yes = None if self.wanted == "which" else claimed(answer)
        search = [f"n = {self.value}"]
        if self.value > 1:
            search.append(
                "divisor = 2 if n > 2 and n % 2 == 0 else next((d for d in range(3, int(n**0.5) + 1, 2) if n % d == 0), None)"
            )
            search.append('kind = "prime" if divisor is None else "composite"')
        else:
            search.append('kind = "neither"')
        if kind is not None:
            return cell(*search, f'kind == "{kind}"')
        if yes is None:
            return None
        return cell(*search, f'(kind == "{self.wanted}") == {yes}')

    def _check_product(self, answer: str) -> str | None:
        text = re.sub(r"\\times|\\cdot|×|\*|·", "*", answer.split("=")[-1]).replace(" ", "")
        parts = [re.fullmatch(r"(\d{1,16})(?:\^\{?(\d{1,3})\}?)?", part) for part in text.split("*")]
        if not all(parts):
            return None
        powers = [(int(m[1]), int(m[2] or 1)) for m in parts if m]
        return cell(
            f"n, powers = {self.value}, {powers}",
            "product = 1",
            "for p, k in powers:",
            "    product *= p**k",
            "def is_prime(p):",
            "    return p > 1 and (p == 2 or p % 2 == 1) and all(p % d for d in range(3, int(p**0.5) + 1, 2))",
            "product == n and all(is_prime(p) for p, k in powers)",
        )

    def _check_list(self, answer: str) -> str | None:
        values = values_in(answer)
        if not values or not all(isinstance(v, sp.Integer) and 0 < v <= self.value for v in values):
            return None
        given = sorted(map(int, values))
        single = self.wanted != "listed"
        if len(set(given)) != len(given) or single and len(given) != 1 or "^" in answer or "times" in answer:
            return None
        found = [
            f"n = {self.value}",
            "found, rest, p = [], n, 2",
            "while p * p <= rest:",
            "    while rest % p == 0:",
            "        rest //= p",
            "        found.append(p)",
            "    p += 1 if p == 2 else 2",
            "found = sorted({*found, *([rest] if rest > 1 else [])})",
        ]
        tests = {
            "count": f"len(found) == {given[0]}",
            "largest": f"found[-1] == {given[0]}",
            "smallest": f"found[0] == {given[0]}",
        }
        return cell(*found, tests.get(self.wanted, f"found == {given}"))


def _claimed_kind(answer: str) -> str | None:
    """`prime`, `composite` or `neither`, where an answer says so in words."""
    words = re.sub(
        r"^(?:it is|it s|yes|no|a|an|是|不是)?[\s,，]*(?:it is|it s|a|an|是)?\s*", "", plain_words(answer)
    )
    if words in ("prime", "prime number", "a prime", "a prime number", "质数", "素数"):
        return "prime"
    if words in ("composite", "composite number", "合数", "not prime", "not a prime"):
        return "composite"
    return "neither" if words.startswith(("neither", "既不是")) else None
