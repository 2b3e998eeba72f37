"""What whole numbers have in common: greatest common divisor, least common multiple, both, common denominators.

Read: two numbers or more, written out, as expressions or as settled letters. Not: zero, letters, polynomials, sharing and cycles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from math import gcd, lcm
from typing import Any, Final

import sympy as sp

from solver.formula.nodes import Binary, Call, Negative, Node, Number
from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.reader import Account, account
from solver.topics.arguments import Argument, arguments, asked_side
from solver.topics.base import Conclusion, Reading, Solution, Task, Text, Unread, Words
from solver.topics.cells import cell, comment
from solver.topics.methods import Another
from solver.topics.numbers.integers.common_methods import Whole
from solver.topics.yes_no import NO, YES, claimed

_GREATEST: Final = ("greatest", "highest", "largest", "biggest")
_LEAST: Final = ("least", "lowest", "smallest")


def _phrases(sizes: tuple[str, ...], *nouns: str) -> str:
    return "|".join(f"{size} {noun}s?" for size in sizes for noun in nouns)


VOCABULARY: Final = {
    "gcd": "gcd|gcf|hcf|最大公约数|最大公因数|最大公因子|的最大公约数|的最大公因数|的最大公因子|"
    + _phrases(_GREATEST, "common divisor", "common factor"),
    "lcm": "lcm|最小公倍数|的最小公倍数|" + _phrases(_LEAST, "common multiple"),
    "denominator": "common denominators?|lcd|公分母|的公分母|最小公分母|的最小公分母|最简公分母|的最简公分母|"
    + _phrases(_LEAST, "common denominator"),
    "rewrite": "通分|with a common denominator|with the same denominator|with their least common denominator|with the least common denominator"
    "|over a common denominator|over their least common denominator|同分母分数|化成同分母分数|化为同分母分数",
    "coprime": "coprime|co prime|relatively prime|mutually prime|互质|互素|互质数|是互质数|是否互质|是不是互质数|是否为互质数",
    "fractions": "fractions?|分数|分母|write|express",
    "words": "check|into|integer|integers|whole numbers|positive integers|numbers|two numbers|three numbers|两数的|三个数|三个数的|这两个数|这三个数|整数|正整数|进行|把|将|判断|是否|whether|or not|各组|这组数",
}  # fmt: skip
_ORDER: Final = ("gcd", "lcm", "denominator", "rewrite", "coprime")
MAX_NUMBER: Final = 10**30
MAX_COUNT: Final = 8

WORDS: Final = {
    "divide": Words("\\[{a}={q}\\times {b}+{r}\\]", "\\[{a}={q}\\times {b}+{r}\\]"),
    "sign": Words("A number and its opposite have the same divisors and multiples, so work with \\({numbers}\\).",
                  "一个数和它的相反数有相同的约数和倍数，所以用 \\({numbers}\\) 来算。"),
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
    "equal": Words("All the numbers are \\({n}\\).", "这些数都是 \\({n}\\)。"),
    "denominators": Words("In lowest terms the denominators are \\({numbers}\\). The smallest common denominator is their least common multiple.",
                          "约成最简分数后，分母是 \\({numbers}\\)。最小公分母就是它们的最小公倍数。"),
    "expand": Words("Multiply numerator and denominator by the same number, so that the denominator becomes \\({m}\\): \\[{lines}\\]",
                    "分子、分母同乘一个数，把分母都化成 \\({m}\\)：\\[{lines}\\]"),
    "coprime": Words("Two numbers are coprime when their greatest common divisor is 1; here it is \\({g}\\).", "最大公约数是 1 的两个数互质；这里最大公约数是 \\({g}\\)。"),
    "code": Words("sympy's own common divisors and multiples", "用 sympy 求"),
    "method_gcd": Words("divided every number by it, and looked for a larger one", "用它去除每个数，并验证没有更大的公约数"),
    "method_lcm": Words("divided it by every number, and looked for a smaller common multiple", "用每个数去除它，并验证没有更小的公倍数"),
    "method_both": Words("divided by the claimed divisor, and divided the claimed multiple by every number", "用所得约数去除各数，再用各数去除所得倍数"),
    "method_rewrite": Words("compared the values and the denominators", "比较各分数的值，并检验分母相同"),
    "method_coprime": Words("looked for a prime that divides both", "逐个寻找能同时整除两数的质数"),
}  # fmt: skip
SENTENCES: Final = {
    "gcd": Words("The greatest common divisor is \\({answer}\\).", "最大公约数是 \\({answer}\\)。"),
    "lcm": Words("The least common multiple is \\({answer}\\).", "最小公倍数是 \\({answer}\\)。"),
    "gcd, lcm": Words("Greatest common divisor and least common multiple: \\({answer}\\).", "最大公约数和最小公倍数依次是：\\({answer}\\)。"),
    "lcm, gcd": Words("Least common multiple and greatest common divisor: \\({answer}\\).", "最小公倍数和最大公约数依次是：\\({answer}\\)。"),
    "denominator": Words("The smallest common denominator is \\({answer}\\).", "最小公分母是 \\({answer}\\)。"),
    "rewrite": Words("With a common denominator: \\({answer}\\).", "通分得：\\({answer}\\)。"),
    "coprime": Words("Are they coprime? \\({answer}\\).", "它们互质吗？\\({answer}\\)。"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """What several numbers have in common."""
    source = re.sub(r"(?i)(?<![A-Za-z\\])(?:hcf|gcf)\s*(?=\()", "gcd", text.source)
    source = re.sub(
        r"(?i)(?<![A-Za-z\\])(gcd|lcm|hcf|gcf)(?=\s+(?:of|for|and)\b|\s*[的是和与]|\s*$)",
        lambda m: "greatest common divisor" if m[1].lower() != "lcm" else "least common multiple",
        source,
    )
    found = account(source, VOCABULARY)
    nodes = tuple(map(asked_side, found.nodes))
    call = next((n for n in nodes if isinstance(n, Call) and n.name in ("gcd", "lcm")), None)
    named = [c for c in dict.fromkeys(found.concepts) if c in _ORDER]
    wanted = tuple(named or ([call.name] if call else []))
    if not wanted or (len(wanted) == 2 and set(wanted) != {"gcd", "lcm"}) or len(wanted) > 2:
        return None
    if call is not None:
        if len(nodes) != 1 or wanted != (call.name,):
            return None
        nodes = call.arguments
    if found.unread:
        return Unread(found.unread)
    places = [
        i for i, c in enumerate(c for c in found.concepts if c not in ("words", "fractions")) if c[0] == "#"
    ]
    if not places or places[-1] - places[0] != len(places) - 1:
        return None  # "is the gcd of 12 and 18 equal to 6?"
    numbers = arguments(nodes, text.values)
    if numbers is None or not 2 <= len(numbers) <= MAX_COUNT:
        return None
    return _task(wanted, numbers, found, text.language)


def _task(
    wanted: tuple[str, ...], numbers: tuple[Argument, ...], found: Account, language: Language
) -> Reading:
    if not all(
        0 < abs(a.value.numerator) <= MAX_NUMBER and a.value.denominator <= MAX_NUMBER for a in numbers
    ):
        return None
    if wanted in (("denominator",), ("rewrite",)):
        written = [_denominator(a.written) for a in numbers]
        reduced = [a.value.denominator for a in numbers]
        fits = lcm(*(w or r for w, r in zip(written, reduced, strict=True))) == lcm(*reduced)
        plain = wanted == ("denominator",) or (all(written) and all(a.value > 0 for a in numbers))
        return Common(wanted, numbers, language) if fits and plain and lcm(*reduced) > 1 else None
    if found.has("fractions") or not all(a.is_whole for a in numbers):
        return None
    return None if wanted == ("coprime",) and len(numbers) != 2 else Common(wanted, numbers, language)


def _denominator(node: Node) -> int | None:
    """The denominator of a fraction as it is written; None for anything else."""
    match node:
        case Negative(operand):
            return _denominator(operand)
        case Binary("/", Number() | Negative(Number()), Number(value)) if value.denominator == 1:
            return int(value)
    return None


@dataclass(frozen=True, slots=True)
class Common:
    """`wanted` (one or two of gcd, lcm; denominator; rewrite; coprime) of several numbers."""

    wanted: tuple[str, ...]
    arguments: tuple[Argument, ...]
    language: Language

    @property
    def numbers(self) -> list[int]:
        """The positive whole numbers that the work is done with."""
        if self.wanted[0] in ("denominator", "rewrite"):
            return [a.value.denominator for a in self.arguments]
        return [abs(int(a.value)) for a in self.arguments]

    @property
    def _name(self) -> str:
        return ", ".join(self.wanted)

    def methods(self) -> tuple[str, ...]:
        """Euclid's algorithm; for divisors and multiples of small numbers also the ways of primary school."""
        if not set(self.wanted) <= {"gcd", "lcm"}:
            return ("euclid",)
        return ("euclid", *self._whole().methods()) if len(set(self.numbers)) > 1 else ()

    def by(self, method: str) -> Task:
        """By one of `methods`."""
        return self if method == "euclid" else Another(self, method, partial(self._other, method))

    def _whole(self) -> Whole:
        return Whole(tuple(self.numbers), self.wanted, self.language)

    def _other(self, method: str) -> Solution:
        found = self._whole().solution(method)
        return Solution((*self._opening(), *found.steps), found.cell)

    def _opening(self) -> list[str]:
        """How the numbers come about that the work is done with."""
        say, listed = self.language, ", ".join(map(str, self.numbers))
        steps = [step for a in self.arguments if (step := a.step(say))]
        if self.wanted[0] in ("denominator", "rewrite"):
            steps.append(WORDS["denominators"].say(say, numbers=listed))
        elif any(a.value < 0 for a in self.arguments):
            steps.append(WORDS["sign"].say(say, numbers=listed))
        return steps

    def solution(self) -> Solution:
        """By hand with Euclid's algorithm, then the cell."""
        say, steps = self.language, self._opening()
        if "gcd" in self.wanted or self.wanted == ("coprime",):
            steps += self._euclid(multiple=False)
        if "gcd" not in self.wanted and self.wanted != ("coprime",) or len(self.wanted) == 2:
            steps += self._euclid(multiple=True)
        if self.wanted == ("coprime",):
            steps.append(WORDS["coprime"].say(say, g=gcd(*self.numbers)))
        if self.wanted == ("rewrite",):
            steps.append(WORDS["expand"].say(say, m=lcm(*self.numbers), lines=self._expanded()))
        return Solution(tuple(steps), self._cell())

    def _euclid(self, *, multiple: bool) -> list[str]:
        """Numbers one after the other: gcd(gcd(a, b), c)."""
        steps, say, result = [], self.language, self.numbers[0]
        if len(set(self.numbers)) == 1:
            return [WORDS["equal"].say(say, n=result)]
        for number in self.numbers[1:]:
            a, b = max(result, number), min(result, number)
            first, second, lines = a, b, []
            while b:
                lines.append(WORDS["divide"].say(say, a=a, q=a // b, b=b, r=a % b))
                a, b = b, a % b
            if len(self.wanted) == 1 or not multiple or len(self.numbers) > 2:
                opening = WORDS["euclid"].say(say, a=first, b=second)
                steps += [opening, *lines, WORDS["euclid_end"].say(say, a=first, b=second, g=a)]
            if multiple:
                steps.append(WORDS["lcm"].say(say, a=first, b=second, g=a, m=first * second // a))
            result = first * second // a if multiple else a
        return steps

    def _expanded(self) -> str:
        m = lcm(*self.numbers)
        parts = []
        for a in self.arguments:
            p, q = a.value.numerator, a.value.denominator
            k = m // q
            longer = rf"=\frac{{{p}\times {k}}}{{{q}\times {k}}}=\frac{{{p * k}}}{{{m}}}" if k > 1 else ""
            parts.append(rf"\frac{{{p}}}{{{q}}}{longer}")
        return r",\quad ".join(parts)

    def _cell(self) -> str:
        sources = ", ".join(a.source for a in self.arguments)
        note = comment(WORDS["code"].say(self.language))
        match self.wanted:
            case ("denominator",):
                return cell(f"fractions = [{sources}]", "ilcm(*[Rational(f).q for f in fractions])")
            case ("rewrite",):
                return cell(
                    f"fractions = [{sources}]",
                    "m = ilcm(*[f.q for f in fractions])",
                    "m, [f.p * (m // f.q) for f in fractions]",
                )
            case ("coprime",):
                return cell(note, f"bool(igcd({sources}) == 1)")
            case _:
                calls = [f"i{name}({sources})" for name in self.wanted]
                return cell(note, ", ".join(calls))

    def conclude(self, value: Any) -> Conclusion | None:
        """A number, two numbers, fractions, or yes/no."""
        match self.wanted, value:
            case ("coprime",), bool():
                answer = (YES if value else NO).say(self.language)
            case ("rewrite",), (m, list(tops)):
                answer = r",\ ".join(rf"\frac{{{p}}}{{{m}}}" for p in tops)
            case ("gcd" | "lcm", "gcd" | "lcm"), (sp.Integer() as first, sp.Integer() as second):
                answer = rf"{first},\ {second}"
            case ("gcd" | "lcm" | "denominator",), sp.Integer():
                answer = str(value)
            case _:
                return None
        return Conclusion(SENTENCES[self._name].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By dividing, from the definitions."""
        say = self.language
        claim = SENTENCES[self._name].say(say, answer=answer)
        if self.wanted == ("coprime",):
            yes = claimed(answer)
            if yes is None or min(self.numbers) > 10**14:
                return None
            return CheckPlan(claim, WORDS["method_coprime"].say(say), self._check_coprime(yes))
        if self.wanted == ("rewrite",):
            return self._check_rewritten(answer, claim)
        values = values_in(answer)
        if (
            values is None
            or len(values) != len(self.wanted)
            or not all(isinstance(v, sp.Integer) for v in values)
        ):
            return None
        lines, tests = [f"numbers = {self.numbers}"], list[str]()
        for name, value in zip(self.wanted, map(int, values), strict=True):
            if name == "gcd":
                lines += [
                    f"g = {value}",
                    "divides = g > 0 and all(n % g == 0 for n in numbers)",
                    "reduced = [n // g for n in numbers] if divides else []",
                ]
                tests.append("divides and math.gcd(*reduced) == 1")
            else:
                lines += [f"m = {value}", "is_multiple = m > 0 and all(m % n == 0 for n in numbers)"]
                tests.append("is_multiple and math.gcd(*[m // n for n in numbers]) == 1")
        method = "method_both" if len(self.wanted) == 2 else f"method_{self.wanted[0]}"
        method = "method_lcm" if method == "method_denominator" else method
        last = tests[0] if len(tests) == 1 else " and ".join(f"({t})" for t in tests)
        return CheckPlan(claim, WORDS[method].say(say), cell("import math", *lines, last))

    def _check_coprime(self, yes: bool) -> str:
        return cell(
            f"a, b = {min(self.numbers)}, {max(self.numbers)}",
            "rest, p, shared = a, 2, None",
            "while shared is None and p * p <= rest:",
            "    if rest % p == 0:",
            "        rest //= p",
            "        shared = p if b % p == 0 else None",
            "    else:",
            "        p += 1",
            "if shared is None and rest > 1 and b % rest == 0:",
            "    shared = rest",
            f"(shared is None) == {yes}",
        )

    def _check_rewritten(self, answer: str, claim: str) -> CheckPlan | None:
        parts = re.findall(
            r"\\d?frac\s*\{\s*(\d{1,40})\s*\}\s*\{\s*(\d{1,40})\s*\}|(\d{1,40})\s*/\s*(\d{1,40})", answer
        )
        pairs = [(int(a or c), int(b or d)) for a, b, c, d in parts]
        rest = re.sub(
            r"\\d?frac\s*\{[\s\d]*\}\s*\{[\s\d]*\}|\d+\s*/\s*\d+|[\s,，、和与]|and|\\[ ,;]|\\q?quad",
            "",
            answer,
        )
        if len(pairs) != len(self.arguments) or rest or not all(q for _, q in pairs):
            return None
        given = [(a.value.numerator, a.value.denominator) for a in self.arguments]
        source = cell(
            f"given, answer = {given}, {pairs}",
            "same_value = all(p * t == s * q for (p, q), (s, t) in zip(given, answer))",
            "same_value and len({q for _, q in answer}) == 1",
        )
        return CheckPlan(claim, WORDS["method_rewrite"].say(self.language), source)
