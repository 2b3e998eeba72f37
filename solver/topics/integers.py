"""Whole numbers: greatest common divisor, least common multiple, prime factors, primality, divisors.

Read: positive whole numbers below 10^15 written out. Not: letters, polynomials, word problems about sharing and cycles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import Node
from solver.formula.nodes import Blank, Call, Number, Relation
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment

VOCABULARY: Final = {
    "gcd": "gcd|gcf|hcf|greatest common divisor|greatest common divisors|greatest common factor|highest common factor|largest common divisor"
    "|greatest common divisor of|最大公约数|最大公因数|最大公因子|的最大公约数|的最大公因数",
    "lcm": "lcm|least common multiple|lowest common multiple|smallest common multiple|最小公倍数|的最小公倍数",
    "factors": "prime factorization|prime factorisation|prime factors|prime decomposition|factor into primes|product of prime factors"
    "|product of primes|as a product of primes|as a product of prime factors|as a product of its prime factors|into prime factors"
    "|分解质因数|质因数分解|分解素因数|素因数分解|质因数",
    "prime": "prime|a prime|prime number|a prime number|质数|素数|是质数|是素数|不是质数|是不是质数|是不是素数|是否为质数|是否为素数|是否是质数|是否是素数|还是合数",
    "divisors": "divisors?|factors?|positive divisors|positive factors|positive integer divisors|约数|因数|正约数|正因数",
    "count": "number of|how many|多少个|几个|的个数|个数|共有多少个|有多少个|有几个",
    "all": "all|list|list all|所有|全部|列出|哪些|有哪些",
    "factorise": "factorize|factorise|factor|decompose|分解|分解因数",
    "verb": "whether|check|or|not|into|composite|integer|integers|positive integers|whether or not"
    "|判断|是否|把|整数|正整数|进行|两数的",
}
KINDS: Final = ("gcd", "lcm", "factors", "prime", "divisors")
MAX_NUMBER: Final = 10**15

WORDS: Final = {
    "divide": Words("\\[{a}={q}\\times {b}+{r}\\]", "\\[{a}={q}\\times {b}+{r}\\]"),
    "euclid": Words(
        "Euclid's algorithm for \\({a}\\) and \\({b}\\): divide with remainder, then divide the divisor by the remainder, until the remainder is 0. "
        "The common divisors stay the same.",
        "对 \\({a}\\) 和 \\({b}\\) 用辗转相除法：做带余除法，再用除数除以余数，直到余数为 0；每一步公约数不变。",
    ),
    "euclid_end": Words(
        "The last divisor is the greatest common divisor: \\(\\gcd({a}, {b})={g}\\).", "最后的除数就是最大公约数：\\(\\gcd({a}, {b})={g}\\)。"
    ),
    "lcm": Words(
        "The least common multiple is the product divided by the greatest common divisor: \\[\\frac{{{a}\\times {b}}}{{{g}}}={m}\\]",
        "最小公倍数等于两数的积除以最大公约数：\\[\\frac{{{a}\\times {b}}}{{{g}}}={m}\\]",
    ),
    "division": Words("Divide by the smallest prime that goes in: \\({n}={p}\\times {q}\\).", "用能整除的最小质数去除：\\({n}={p}\\times {q}\\)。"),
    "rest": Words("\\({n}\\) is itself prime.", "\\({n}\\) 本身是质数。"),
    "bound": Words(
        "A composite number has a prime divisor not above its square root, and \\(\\sqrt{{{n}}}<{bound}\\). Of the primes below \\({bound}\\) none divides \\({n}\\).",
        "合数必有一个不大于它的平方根的质因数，而 \\(\\sqrt{{{n}}}<{bound}\\)。小于 \\({bound}\\) 的质数都不能整除 \\({n}\\)。",
    ),
    "one": Words("1 has only one divisor; a prime has exactly two.", "1 只有一个约数，而质数恰有两个约数。"),
    "exponents": Words(
        "A divisor takes each prime of \\({n}={product}\\) from 0 times up to its exponent, so there are \\({choices}={count}\\) divisors.",
        "由 \\({n}={product}\\)，每个质因数可以取 0 次到最高次，所以约数共有 \\({choices}={count}\\) 个。",
    ),
    "code": Words("compute it", "计算"),
    "method_gcd": Words("divided every number by it, and looked for a larger one", "用它去除每个数，并验证没有更大的公约数"),
    "method_lcm": Words("tried the multiples of the largest number one after the other", "逐个检验最大数的倍数"),
    "method_factors": Words("multiplied the factors again and tried to split each by division", "把因数乘回去，并用试除法检验每个因数是质数"),
    "method_prime": Words("tried every possible divisor", "逐个试除"),
}  # fmt: skip
SENTENCES: Final = {
    "gcd": Words("The greatest common divisor is \\({answer}\\).", "最大公约数是 \\({answer}\\)。"),
    "lcm": Words("The least common multiple is \\({answer}\\).", "最小公倍数是 \\({answer}\\)。"),
    "factors": Words("In prime factors: \\({n}={answer}\\).", "分解质因数：\\({n}={answer}\\)。"),
    "prime": Words("Is \\({n}\\) prime? \\({answer}\\).", "\\({n}\\) 是质数吗？\\({answer}\\)。"),
    "divisors": Words("The divisors of \\({n}\\) are \\({answer}\\).", "\\({n}\\) 的约数是 \\({answer}\\)。"),
    "count": Words(
        "\\({n}\\) has \\({answer}\\) positive divisors.", "\\({n}\\) 共有 \\({answer}\\) 个正约数。"
    ),
}
YES: Final = Words(r"\text{{Yes}}", r"\text{{是}}")
NO: Final = Words(r"\text{{No}}", r"\text{{不是}}")


def read(text: Text) -> Reading:
    """A question about one whole number or the common divisors of several."""
    source = re.sub(
        r"(?<![A-Za-z\\])(gcd|lcm|hcf|gcf)(?=\s+(?:of|for)\b|的|是)",
        lambda m: _LONG[m[1].lower()],
        text.source,
        flags=re.IGNORECASE,
    )
    found = account(source, VOCABULARY)
    nodes = [_asked(n) for n in found.nodes]
    call = next((n for n in nodes if isinstance(n, Call) and n.name in ("gcd", "lcm")), None)
    kinds = [k for k in KINDS if found.has(k)] or ([call.name] if call else [])
    if not kinds and found.has("factorise"):
        kinds = ["factors"]
    if not kinds:
        return None
    if found.unread:
        return Unread(found.unread)
    if call is not None and (len(nodes) != 1 or kinds != [call.name]):
        return None
    kind = kinds[0] if len(kinds) == 1 else None
    numbers = [
        n.value
        for n in (call.arguments if call else nodes)
        if isinstance(n, Number) and n.value.denominator == 1
    ]
    if (
        kind is None
        or len(numbers) != len(call.arguments if call else nodes)
        or not all(0 < n <= MAX_NUMBER for n in numbers)
    ):
        return None
    values = tuple(int(n) for n in numbers)
    if (kind in ("gcd", "lcm")) != (len(values) > 1) or not values or (kind == "factors" and values[0] < 2):
        return None
    if found.has("count") and kind not in ("divisors",):
        return None
    if (
        kind == "divisors"
        and not found.has("count")
        and (found.has("factorise") or sp.divisor_count(values[0]) > 200)
    ):
        return None
    return Integers("count" if found.has("count") else kind, values, text.language)


_LONG: Final = {
    "gcd": "greatest common divisor",
    "hcf": "highest common factor",
    "gcf": "greatest common factor",
    "lcm": "least common multiple",
}


def _asked(node: Node) -> Node:
    match node:
        case Relation(("=",), (left, Blank())):
            return left
    return node


def product_latex(n: int) -> str:
    """Prime powers with multiplication signs.

    >>> product_latex(360)
    '2^{3} \\\\times 3^{2} \\\\times 5'
    """
    return r" \times ".join(f"{p}^{{{k}}}" if k > 1 else f"{p}" for p, k in sp.factorint(n).items()) or "1"


@dataclass(frozen=True, slots=True)
class Integers:
    """`wanted` of the whole numbers."""

    wanted: str
    numbers: tuple[int, ...]
    language: Language

    def solution(self) -> Solution:
        """By hand first, then the cell."""
        steps = {"gcd": self._euclid, "lcm": self._euclid, "prime": self._prime}.get(
            self.wanted, self._factors
        )()
        listed, n = ", ".join(map(str, self.numbers)), self.numbers[0]
        call = {
            "factors": f"factorint({n})",
            "prime": f"isprime({n})",
            "divisors": f"divisors({n})",
            "count": f"divisor_count({n})",
        }
        several = {"gcd": "igcd", "lcm": "ilcm"}
        last = call.get(self.wanted) or f"{several[self.wanted]}({listed})"
        return Solution(tuple(steps), cell(comment(WORDS["code"].say(self.language)), last))

    def _euclid(self) -> list[str]:
        """Numbers one after the other: gcd(gcd(a, b), c)."""
        steps, say, result = [], self.language, self.numbers[0]
        for number in self.numbers[1:]:
            a, b = max(result, number), min(result, number)
            steps.append(WORDS["euclid"].say(say, a=a, b=b))
            first, second, lines = a, b, []
            while b:
                lines.append(WORDS["divide"].say(say, a=a, q=a // b, b=b, r=a % b))
                a, b = b, a % b
            steps += [*lines, WORDS["euclid_end"].say(say, a=first, b=second, g=a)]
            if self.wanted == "lcm":
                steps.append(WORDS["lcm"].say(say, a=first, b=second, g=a, m=first * second // a))
            result = a if self.wanted == "gcd" else first * second // a
        return steps

    def _prime(self) -> list[str]:
        n, say = self.numbers[0], self.language
        if n == 1:
            return [WORDS["one"].say(say)]
        if not sp.isprime(n):
            p = min(sp.primefactors(n))
            return [WORDS["division"].say(say, n=n, p=p, q=n // p)]
        bound = int(sp.integer_nthroot(n, 2)[0]) + 1
        return [WORDS["bound"].say(say, n=n, bound=bound)]

    def _factors(self) -> list[str]:
        n, say = self.numbers[0], self.language
        steps, rest = [], n
        while rest > 1 and not sp.isprime(rest):
            p = min(sp.primefactors(rest))
            steps.append(WORDS["division"].say(say, n=rest, p=p, q=rest // p))
            rest //= p
        if rest > 1:
            steps.append(WORDS["rest"].say(say, n=rest))
        if self.wanted != "factors" and n > 1:
            choices = r" \times ".join(f"({k}+1)" for k in sp.factorint(n).values())
            steps.append(
                WORDS["exponents"].say(
                    say, n=n, product=product_latex(n), choices=choices, count=sp.divisor_count(n)
                )
            )
        return steps or [WORDS["one"].say(say)]

    def conclude(self, value: Any) -> Conclusion | None:
        """A number, a product of primes, a list, or yes/no."""
        match self.wanted, value:
            case "prime", bool():
                answer = (YES if value else NO).say(self.language)
            case "factors", dict():
                answer = r" \times ".join(f"{p}^{{{k}}}" if k > 1 else f"{p}" for p, k in value.items())
            case "divisors", list():
                answer = exact_latex(value)
            case "gcd" | "lcm" | "count", sp.Integer():
                answer = str(value)
            case _:
                return None
        return Conclusion(SENTENCES[self.wanted].say(self.language, n=self.numbers[0], answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By trying divisors and multiples."""
        n, numbers = self.numbers[0], list(self.numbers)
        claim = SENTENCES[self.wanted].say(self.language, n=n, answer=answer)
        if self.wanted == "prime":
            yes = re.search(r"yes|prime|^\s*\\text\{是\}|质数|素数", answer, re.IGNORECASE) and not re.search(
                r"not?\b|不|合", answer, re.IGNORECASE
            )
            no = re.search(r"\bno\b|not|不|composite|合", answer, re.IGNORECASE)
            if not (yes or no) or n > 10**10:
                return None
            source = cell(
                f"n, claimed = {n}, {bool(yes)}",
                "divisor = next((d for d in range(2, int(n**0.5) + 1) if n % d == 0), None)",
                "(n > 1 and divisor is None) == claimed",
            )
            return CheckPlan(claim, WORDS["method_prime"].say(self.language), source)
        if self.wanted == "factors":
            return self._check_factors(answer, claim)
        values = values_in(answer)
        if (
            not values
            or not all(isinstance(v, sp.Integer) for v in values)
            or (self.wanted != "divisors" and len(values) != 1)
        ):
            return None
        return self._check_number([int(v) for v in values], claim, numbers)

    def _check_number(self, given: list[int], claim: str, numbers: list[int]) -> CheckPlan | None:
        n, g = numbers[0], given[0]
        match self.wanted:
            case "gcd":
                factors = [
                    "import math",
                    f"numbers, g = {numbers}, {g}",
                    "divides = g > 0 and all(n % g == 0 for n in numbers)",
                ]
                lines = [
                    *factors,
                    "reduced = [n // g for n in numbers] if divides else []",
                    "divides and math.gcd(*reduced) == 1",
                ]
                method = "method_gcd"
            case "lcm":
                if max(numbers) ** len(numbers) > 10**14:
                    return None
                lines = [
                    f"numbers, m = {numbers}, {g}",
                    "multiple = top = max(numbers)",
                    "while any(multiple % n for n in numbers):",
                    "    multiple += top",
                    "multiple == m",
                ]
                method = "method_lcm"
            case _:
                if n > 10**12:
                    return None
                found = [
                    "small = [d for d in range(1, int(n**0.5) + 1) if n % d == 0]",
                    "found = sorted({*small, *(n // d for d in small)})",
                ]
                last = f"len(found) == {g}" if self.wanted == "count" else f"found == {sorted(given)}"
                lines, method = [f"n = {n}", *found, last], "method_prime"
        return CheckPlan(claim, WORDS[method].say(self.language), cell(*lines))

    def _check_factors(self, answer: str, claim: str) -> CheckPlan | None:
        text = re.sub(r"\\times|\\cdot|×|\*|·", "*", answer.split("=")[-1]).replace(" ", "")
        parts = [re.fullmatch(r"(\d{1,16})(?:\^\{?(\d{1,3})\}?)?", part) for part in text.split("*")]
        if not all(parts):
            return None
        powers = [(int(m[1]), int(m[2] or 1)) for m in parts if m]
        lines = [
            f"n, powers = {self.numbers[0]}, {powers}",
            "product = 1",
            "for p, k in powers:",
            "    product *= p**k",
            "primes = all(p > 1 and all(p % d for d in range(2, min(p - 1, 10**6, int(p**0.5)) + 1)) for p, k in powers)",
            "product == n and primes",
        ]
        return CheckPlan(claim, WORDS["method_factors"].say(self.language), cell(*lines))
