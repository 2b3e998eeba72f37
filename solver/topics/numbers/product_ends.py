"""How a long product of whole numbers ends: its zeros, or its last digits.

Read: factors with exponents, `1 × 2 × … × 25` with dots, factorials. Not: sums, letters in the product, decimals.
"""

from __future__ import annotations

import itertools
import math
import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Words
from solver.topics.cells import cell, comment
from solver.topics.numbers.power_remainders import PowerRemainder

MAX_FACTORS: Final = 2_000
MAX_FACTOR: Final = 10**9
MAX_EXPONENT: Final = 2_000
SHOWN: Final = 8

WORDS: Final = {
    "pairs": Words("Each zero at the end is a factor \\(10=2\\times 5\\), so count the factors \\(5\\) and \\(2\\).", "末尾的每个 0 都来自一个因数 \\(10=2\\times 5\\)，所以数一数因数 \\(5\\) 和 \\(2\\) 的个数。"),
    "fives": Words("The factor \\(5\\) occurs \\({fives}\\) times, the factor \\(2\\) occurs \\({twos}\\) times.", "因数 \\(5\\) 有 \\({fives}\\) 个，因数 \\(2\\) 有 \\({twos}\\) 个。"),
    "least": Words("They pair up \\({zeros}\\) times.", "它们能配成 \\({zeros}\\) 对。"),
    "last": Words("Only the last {k} digits of each factor matter. Multiply step by step and keep only the last {k} digits.", "只需看末 {k} 位：逐个相乘，每次只保留末 {k} 位。"),
    "products": Words("\\[{products}\\]", "\\[{products}\\]"),
    "zeros_end": Words("The product has the factor \\(10\\) at least {k} times, so it ends in zeros.", "积里至少有 {k} 个因数 \\(10\\)，所以末 {k} 位都是 0。"),
    "code": Words("how often 5 and 2 divide the factors", "各因数中 5 与 2 的个数"),
    "code_last": Words("keep the last digits only", "只保留末几位"),
    "zeros": Words("The product ends with \\({answer}\\) zeros.", "积的末尾有 \\({answer}\\) 个连续的 0。"),
    "digits": Words("The last digits are \\({answer}\\).", "最后几位是 \\({answer}\\)。"),
    "method": Words("multiplied everything out and looked at the end", "把积全部算出来，看末尾"),
}  # fmt: skip

_P: Final = r"(?P<product>\d[^a-z?=]*?)"
_P2: Final = _P.replace("product", "inside")
_P3: Final = _P.replace("product", "behind")
_SOURCE: Final = r"(?:the )?(?:number |product |result |value |answer )?(?:of )?(?:the )?(?:product |multiplication |calculation |expression )?(?:of )?"
_ZEROS: Final = r"(?:consecutive )?(?:zeros|zeroes|0'?s)"
_ENGLISH: Final[tuple[tuple[str, str], ...]] = (
    ("zeros", rf"how many {_ZEROS} (?:are there |are )?(?:at|in) the end of {_SOURCE}{_P}(?: end with)?"),
    ("zeros", rf"how many {_ZEROS} does {_SOURCE}{_P} (?:end with|end in|have at (?:the|its) end)"),
    ("zeros", rf"{_SOURCE}{_P} ends with ?____ ?{_ZEROS}"),
    ("zeros", rf"(?:with|in) how many (?:trailing )?{_ZEROS} does {_SOURCE}{_P} end"),
    ("zeros", rf"how many (?:trailing|terminal|final) {_ZEROS} (?:does {_SOURCE}{_P} have|are (?:there )?in {_SOURCE}{_P2}|(?:are there )?at the end of {_SOURCE}{_P3})(?: when (?:it is )?(?:written|multiplied) out)?"),
    ("zeros", rf"(?:find |what is |determine |compute |calculate )?the number of (?:(?:consecutive )?{_ZEROS} (?:at the end of|in which|with which)|(?:trailing|terminal) {_ZEROS} (?:of|in|at the end of)) {_SOURCE}{_P}(?: ends)?"),
    ("last", rf"(?:what (?:are|is)|find|determine|give|compute|calculate|state) the (?:last|final) (?P<k>two|three|four|2|3|4) digits of {_SOURCE}{_P}"),
    ("last", rf"what (?:are|is) the last (?P<k>two|three|four|2|3|4) digits of the (?:answer to|result of) the (?:calculation|multiplication) below\?? {_P}"),
)  # fmt: skip
_CHINESE: Final[tuple[tuple[str, str], ...]] = (
    ("zeros", r"(?:求|计算)?(?P<product>\d[^\u3400-\u9fff?=]*)的?(?:乘积|积|计算结果|结果|得数)?(?:的)?(?:末尾|尾部|末位)(?:处)?(?:连续的?)?(?:0|零)的?个数(?:是多少|为多少|是几)?"),
    ("zeros", r"(?:求|计算)?(?P<product>\d[^\u3400-\u9fff?=]*)的?(?:乘积|积|计算结果|结果|得数)?(?:的)?(?:末尾|尾部|末位)(?:处)?(?:连续)?(?:一共|共)?(?:有|是)(?:多少|几)个(?:连续的?)?(?:0|零)"),
    ("last", r"(?:求|计算)?(?P<product>\d[^\u3400-\u9fff?=]*)的?(?:乘积|积|计算结果|结果|得数)?的?(?:末尾?|最后)的?(?P<k>两|二|三|四|2|3|4)位(?:数字|数)?(?:(?:依次|分别)?(?:是|为)?(?:多少|几|什么)?)?"),
    ("zeros", r"(?:算式|乘积)?(?P<product>\d[^\u3400-\u9fff?=]*)的?(?:乘积|积|计算结果|结果|得数)?(?:的)?末尾(?:一共|共)?有(?:多少|几)个(?:连续的?)?(?:0|零)"),
    ("last", r"(?P<product>\d[^\u3400-\u9fff?=]*)的?(?:乘积|积|计算结果|结果|得数)?的?(?:末|最后)(?P<k>两|二|三|四)位(?:数字|数)?(?:依次)?是(?:多少|几)"),
)  # fmt: skip
_FORMS: Final = {
    language: tuple((kind, re.compile(form)) for kind, form in forms)
    for language, forms in (("en", _ENGLISH), ("zh", _CHINESE))
}
_POWER: Final = re.compile(r"(\d{1,12})\s*\^\s*\{?\s*(\d{1,12})\s*\}?")
_COUNTS: Final = {"two": 2, "three": 3, "four": 4, "两": 2, "二": 2, "三": 3, "四": 4}


def read(text: Text) -> Reading:
    """One product and a question about its end."""
    source = re.sub(r"\$|\\\(|\\\)|\\left|\\right", "", text.source)
    if text.language == "zh":
        plain, forms = re.sub(r"\s+", "", source).rstrip("?。."), _FORMS["zh"]
    else:
        plain = re.sub(r"\s+", " ", re.sub(r"\\(times|cdots?|ldots|dots)", lambda m: {"times": "×", "cdot": "×"}.get(m[1], "…"), source))  # fmt: skip
        plain, forms = plain.strip().rstrip("?. ").lower(), _FORMS["en"]
    plain = re.sub(r"\\times|\\cdot(?!s)|\*", "×", plain)
    plain = re.sub(r"(?:\\[cl]?dots|\.{3,}|⋯|…)+", "…", plain)
    plain = re.sub(r"\(\s*\d+\s*的阶乘\s*\)|\(\s*\d+ factorial\s*\)", "", plain) if "!" in plain else plain
    plain = re.sub(r"(?<=\d)\s*(?:的阶乘|factorial\b)", "!", plain)
    for kind, form in forms:
        if (found := form.fullmatch(plain)) is not None:
            groups = found.groupdict()
            product = groups["product"] or groups.get("inside") or groups.get("behind") or ""
            count = _COUNTS.get(groups.get("k") or "1") or int(groups.get("k") or 1)
            if kind == "last" and (power := _POWER.fullmatch(product.strip(" ().,"))) is not None:
                task = PowerRemainder(int(power[1]), int(power[2]), 10**count, count, text.language)
                return task if task.base > 1 and task.exponent > 1 else None
            factors = _factors(product)
            return None if factors is None else Ends(kind, factors, count, product.strip(), text.language)
    return None


def _factors(source: str) -> tuple[tuple[int, int], ...] | None:
    """Factors with exponents; None where the text is no such product."""
    found: list[tuple[int, int]] = []
    pieces = [p.strip(" ,.") for p in source.split("×")]
    if len(pieces) == 1 and (factorial := re.fullmatch(r"(\d{1,4}) ?!", pieces[0])):
        pieces = ["1", "2", "3", "…", factorial[1]]
    if len(pieces) < 2:
        return None
    dots = [i for i, p in enumerate(pieces) if set(p) == {"…"}]
    for i, piece in enumerate(pieces):
        if i in dots:
            continue
        factor = re.fullmatch(r"(\d{1,10})(?: ?\^ ?\{? ?(\d{1,4}) ?\}?)?", piece)
        if factor is None or not 0 < int(factor[1]) <= MAX_FACTOR or int(factor[2] or 1) > MAX_EXPONENT:
            return None
        found.append((int(factor[1]), int(factor[2] or 1)))
    if not dots:
        return tuple(found)
    if dots != [len(pieces) - 2] or any(e != 1 for _, e in found) or len(found) < 3:
        return None
    *listed, last = [n for n, _ in found]
    steps = {b - a for a, b in itertools.pairwise(listed)}
    step = steps.pop() if len(steps) == 1 else 0
    if not step or len(listed) < 2 or (last - listed[-1]) % step or (last - listed[-1]) // step < 1:
        return None
    row = range(listed[0], last + (1 if step > 0 else -1), step)
    return tuple((n, 1) for n in row) if len(row) <= MAX_FACTORS else None


@dataclass(frozen=True, slots=True)
class Ends:
    """The product of `factors` (with exponents), as it was `written`; its zeros or its last `count` digits are asked."""

    kind: str
    factors: tuple[tuple[int, int], ...]
    count: int
    written: str
    language: Language

    def _times(self, prime: int) -> int:
        total = 0
        for n, exponent in self.factors:
            while n % prime == 0:
                n, total = n // prime, total + exponent
        return total

    def _source(self) -> str:
        """The factors as a Python list."""
        numbers = [n for n, _ in self.factors]
        steps = {b - a for a, b in itertools.pairwise(numbers)}
        if len(steps) == 1 and len(numbers) > 3 and all(e == 1 for _, e in self.factors) and 0 not in steps:
            step = steps.pop()
            return f"list(range({numbers[0]}, {numbers[-1] + (1 if step > 0 else -1)}{f', {step}' if step != 1 else ''}))"
        return f"[{', '.join(f'{n}**{e}' if e > 1 else str(n) for n, e in self.factors)}]"

    def _products(self) -> list[str]:
        """Each product of the last digits so far with the next factor; none where there are too many."""
        numbers = [n % 10**self.count for n, e in self.factors for _ in range(min(e, SHOWN + 1))]
        if not 2 <= len(numbers) <= SHOWN:
            return []
        told, end = [], numbers[0]
        for n in numbers[1:]:
            told.append(rf"{end}\times {n}={end * n}")
            end = end * n % 10**self.count
        return told

    def solution(self) -> Solution:
        """Pairs of 2 and 5, or products of the last digits."""
        say, k = self.language, self.count
        factors = f"factors = {self._source()}"
        if self.kind == "zeros":
            fives, twos = self._times(5), self._times(2)
            steps = (
                WORDS["pairs"].say(say),
                WORDS["fives"].say(say, fives=fives, twos=twos),
                WORDS["least"].say(say, zeros=min(fives, twos)),
            )
            lines = [
                factors,
                comment(WORDS["code"].say(say)),
                "fives = sum(multiplicity(5, n) for n in factors)",
                "twos = sum(multiplicity(2, n) for n in factors)",
                "min(fives, twos)",
            ]
            return Solution(steps, cell(*lines))
        zeros = min(self._times(5), self._times(2)) >= k
        lines = [
            factors,
            comment(WORDS["code_last"].say(say)),
            "end = 1",
            f"for n in factors:\n    end = end*n % {10**k}",
            "end",
        ]
        told = [WORDS["zeros_end" if zeros else "last"].say(say, k=k)]
        if not zeros and (products := self._products()):
            told = [f"{told[0]} " + WORDS["products"].say(say, products=",\\quad ".join(products))]
        return Solution(tuple(told), cell(*lines))

    def conclude(self, value: Any) -> Conclusion | None:
        """The number of zeros, or the digits with zeros in front."""
        if not isinstance(value, sp.Integer):
            return None
        if self.kind == "zeros":
            return Conclusion(WORDS["zeros"].say(self.language, answer=value), str(value))
        answer = str(value).zfill(self.count)
        return Conclusion(WORDS["digits"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The product itself."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Integer):
            return None
        say = self.language
        if sum(math.log10(n) * e for n, e in self.factors) > 4_000:
            return None
        head = f"product = prod({self._source()})"
        if self.kind == "zeros":
            claim = WORDS["zeros"].say(say, answer=answer)
            test = f'len(str(product)) - len(str(product).rstrip("0")) == {values[0]}'
        else:
            claim = WORDS["digits"].say(say, answer=answer)
            test = f"int(str(product)[-{self.count}:]) == {values[0]}"
        return CheckPlan(claim, WORDS["method"].say(say), cell(head, test))
