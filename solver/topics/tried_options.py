"""Which of several numbers has a property: every option is tried, and one alone must have it.

Read: three to six options that are integers, decimals or fractions, and a property that a pupil can test: what a number rounds to, multiples,
factors, primes, lowest terms. Not: statements as options, several right ones, the greatest or nearest (`numbers/comparisons`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import gcd
from typing import Final

import sympy as sp

from solver.reader.numerals import in_digits
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import exact_source
from solver.topics.choices import split
from solver.topics.clauses import without_dollars
from solver.topics.computed import Computed
from solver.topics.numbers.rounding.numbers import rounded, written


@dataclass(frozen=True, slots=True)
class Option:
    """A number as it is written: a whole number, a decimal, or a fraction that need not be in lowest terms."""

    top: int
    bottom: int
    tex: str
    is_fraction: bool

    @property
    def value(self) -> Fraction:
        """The number."""
        return Fraction(self.top, self.bottom)


@dataclass(frozen=True, slots=True)
class Property:
    """What is asked of a number: whether it holds, what a pupil writes down to see it, and the same as source of `n`.

    `told` gives one line for an option; `source` and `other` are two ways to test the number `n` in a cell, or `top` and `bottom` of a fraction.
    """

    holds: Callable[[Option], bool]
    told: Callable[[Option], str]
    source: str
    other: str
    whole: bool = False
    fractions: bool = False


_PLACES_EN: Final = {
    "whole number": 0, "integer": 0, "unit": 0, "one": 0, "1": 0, "hundred": -2, "thousand": -3, "million": -6, "tenth": 1, "hundredth": 2, "thousandth": 3,
}  # fmt: skip
_PLACES_ZH: Final = {
    "个": 0,
    "十": -1,
    "百": -2,
    "千": -3,
    "万": -4,
    "百万": -6,
    "亿": -8,
    "十分": 1,
    "百分": 2,
    "千分": 3,
}
_N: Final = r"-?\d+(?:,\d{3})*(?:\.\d+)?"
_LIST: Final = r"(?P<l>\d+(?:(?: ?, ?(?:and )?| and )(?:by |of |a multiple of |divisible by )?\d+)*)"
_TO: Final = r"(?:to|correct to) (?:the )?(?:nearest (?P<near>whole number|integer|unit|one|1|tenth|hundredth|thousandth|hundred|thousand|million|10{1,6})|(?P<dp>\d) (?:decimal places?|d\.?p\.?))"
_OF_THESE: Final = r"which (?:one )?(?:of (?:these|the following|the) ?)?(?:(?:whole |decimal |mixed )?(?:numbers?|fractions?|decimals?|values?|options?) ?)?(?:below ?)?,? ?"
_IS: Final = r"(?:is|are|will be|would be) "
_ROUNDS: Final = (
    rf"(?:rounds|would round|will round|can be rounded|is rounded|gives|equals|{_IS}) ?(?:to |equal to )?"
)
_EN: Final = tuple(
    (name, re.compile(rf"{_OF_THESE}{wording} ?[?:.]?"))
    for name, wording in (
        ("rounds", rf"{_ROUNDS}(?P<v>{_N}) ?,? (?:when (?:it is )?rounded )?(?:off )?{_TO}"),
        ("rounds", rf"when rounded (?:off )?{_TO} ?,? (?:is|gives|equals|becomes) (?P<v>{_N})"),
        ("multiple", rf"{_IS}(?:a )?(?:common )?multiples? of (?:both )?{_LIST}"),
        ("multiple", rf"(?:{_IS}(?:exactly )?divisible|can be (?:exactly )?divided(?: exactly)?) by (?:both )?{_LIST}(?: (?:exactly|without (?:a )?remainder))?"),
        ("factor", rf"{_IS}(?:a )?(?:common )?(?:factors?|divisors?) of (?:both )?{_LIST}"),
        ("factor", r"divides (?P<l>\d+)(?: exactly)?(?: without (?:a )?remainder)?"),
        ("not_multiple", rf"{_IS}not (?:a )?multiples? of (?P<l>\d+)"),
        ("not_multiple", rf"{_IS}not divisible by (?P<l>\d+)"),
        ("not_factor", rf"{_IS}not (?:a )?(?:factors?|divisors?) of (?P<l>\d+)"),
        ("prime", rf"{_IS}(?:an? )?primes?(?: numbers?)?"),
        ("composite", rf"{_IS}(?:an? )?composite(?: numbers?)?"),
        ("composite", rf"{_IS}not (?:an? )?primes?(?: numbers?)?"),
        ("even", rf"{_IS}(?:an? )?even(?: numbers?)?"),
        ("odd", rf"{_IS}(?:an? )?odd(?: numbers?)?"),
        ("square", rf"{_IS}(?:an? )?(?:perfect )?square(?: numbers?)?"),
        ("lowest", rf"{_IS}(?:already )?(?:written )?in (?:its |the )?(?:simplest|lowest) (?:form|terms)"),
        ("lowest", r"cannot be (?:simplified|reduced)(?: any further)?"),
    )
)  # fmt: skip
_OF_ZH: Final = r"(?:在)?(?:下面|下列|以下)(?:的|各|这些|几个|四个|哪个|哪一个)*(?:数|分数|小数|自然数|选项)?(?:中|里)?(?:面)?,?"
_LAST_ZH: Final = r"(?:的)?(?:数|分数|小数)?(?:的)?(?:是|有)?(?:哪个|哪一个|哪个数|\( *\)|_+|多少)?[。.?:]?"
_ROUND_ZH: Final = r"(?:四舍五入|保留|精确|取近似值|用四舍五入法)(?:法)?(?:到|后)?"
_ZH: Final = tuple(
    (name, re.compile(rf"{_OF_ZH}{wording}{_LAST_ZH}"))
    for name, wording in (
        ("rounds", rf"{_ROUND_ZH}(?P<place>十分|百分|千分|个|十|百万|百|千|万|亿)位(?:后|的近似数|的近似值)?(?:约)?(?:是|等于|为|得)(?P<v>{_N})"),
        ("rounds", rf"{_ROUND_ZH}(?P<dp>[\d两])位小数(?:后|的近似数|的近似值)?(?:约)?(?:是|等于|为|得)(?P<v>{_N})"),
        ("rounds", rf"(?:省略|四舍五入到)(?P<place>万|亿|百万)位?(?:后面的尾数)?(?:后)?,?(?:约|大约|近似数)?(?:是|等于|为)(?P<v>{_N})(?P<unit>万|亿)?"),
        ("multiple", r"(?:既|同时)?(?:是)?(?P<l>\d+(?:(?:的倍数,?(?:又|也|同时)是|[和、,])\d+)*)的(?:公)?倍数"),
        ("multiple", r"(?:既|同时)?(?:能|可以)?(?:同时)?被(?P<l>\d+(?:(?:整除,?(?:又|也)能被|[和、,])\d+)*)整除"),
        ("not_multiple", r"不是(?P<l>\d+)的倍数"),
        ("factor", r"(?:是)?(?P<l>\d+)的(?:因数|约数)"),
        ("not_factor", r"不是(?P<l>\d+)的(?:因数|约数)"),
        ("prime", r"(?:是)?(?:质数|素数)"),
        ("composite", r"(?:是)?合数"),
        ("even", r"(?:是)?偶数"),
        ("odd", r"(?:是)?奇数"),
        ("lowest", r"(?:是)?最简分数"),
    )
)  # fmt: skip
CHOSEN: Final = Words("Only option {answer} has the property.", "只有选项 {answer} 符合要求。")
TRIED: Final = Words("Try every option:\n\n{lines}", "逐个检验选项：\n\n{lines}")
METHODS: Final = Words("tested every option in another way", "用另一种方法逐个检验选项")


def read(text: Text) -> Reading:
    """A property, and options of which one alone has it."""
    parted = split(text.source)
    if parted is None:
        return None
    stem, written = parted
    stem = re.sub(r"\s+", " ", in_digits(without_dollars(_as_asked(text.source, stem)))).strip().lower()
    if text.language == "zh":
        stem = re.sub(r"\s(?![)])|(?<=[(])\s+", "", stem)
    options = [_option(source) for source in written]
    found = _property(stem, text)
    if found is None or not all(options):
        return None
    numbers = [o for o in options if o is not None]
    if found.whole and any(o.bottom != 1 for o in numbers) or found.fractions and any(not o.is_fraction or o.bottom < 2 for o in numbers):  # fmt: skip
        return None
    right = [i for i, o in enumerate(numbers) if found.holds(o)]
    if len(right) != 1:
        return None
    letters = "ABCDEF"[: len(numbers)]
    lines = "\n".join(f"- {letter}. {found.told(o)}" for letter, o in zip(letters, numbers, strict=True))
    names = "(top, bottom)" if found.fractions else "n"
    listed = ", ".join(
        f"({o.top}, {o.bottom})" if found.fractions else exact_source(sp.Rational(o.top, o.bottom))
        for o in numbers
    )
    source = f"Integer([i for i, {names} in enumerate(options) if {found.source}][0])"
    other = f"[i for i, {names} in enumerate(options) if {found.other}] == [claimed]"
    return Computed(
        (TRIED.say(text.language, lines=lines),), (f"options = [{listed}]", source), (f"options = [{listed}]", other), CHOSEN, METHODS, text.language, tuple(letters)
    )  # fmt: skip


def _as_asked(source: str, stem: str) -> str:
    """The stem as it was typed: `split` makes "what is" of "which of these is"."""
    start = re.search(r"(?<![A-Za-z\\])\(?A\s*[.、:)]\s*", source)
    return stem if start is None else source[: start.start()]


def _option(source: str) -> Option | None:
    plain = without_dollars(source).strip()
    plain = re.sub(r"^\\[dt]?frac", "", plain)
    match = re.fullmatch(r"(\d+(?:,\d{3})*)(?:\.(\d+))?", plain)
    if match is not None:
        digits = match[1].replace(",", "")
        decimals = match[2] or ""
        whole = Fraction(int(digits + decimals), 10 ** len(decimals))
        return Option(
            whole.numerator, whole.denominator, digits + (f".{decimals}" if decimals else ""), False
        )
    match = re.fullmatch(r"\{? ?(\d+) ?(?:\} ?\{|/) ?(\d+) ?\}?", plain)
    if match is None or not int(match[2]) or max(len(match[1]), len(match[2])) > 12:
        return None
    return Option(int(match[1]), int(match[2]), rf"\frac{{{match[1]}}}{{{match[2]}}}", True)


def _property(stem: str, text: Text) -> Property | None:
    for name, wording in _EN if text.language == "en" else _ZH:
        if (match := wording.fullmatch(stem)) is not None:
            parts = {k: v for k, v in match.groupdict().items() if v}
            if name == "rounds":
                return _rounds(parts)
            if name in ("multiple", "not_multiple", "factor", "not_factor"):
                return _divides(name, [int(n) for n in re.findall(r"\d+", parts["l"])])
            return _KINDS[name]
    return None


def _rounds(parts: dict[str, str]) -> Property | None:
    if "near" in parts:
        near = parts["near"]
        places = _PLACES_EN[near] if near in _PLACES_EN else -near.count("0")
    elif "dp" in parts:
        places = int(parts["dp"].replace("两", "2"))
    else:
        places = _PLACES_ZH[parts["place"]]
    unit = Fraction(10) ** -places
    wanted = Fraction(parts["v"].replace(",", "")) * {"万": 10**4, "亿": 10**8}.get(parts.get("unit", ""), 1)
    if (wanted / unit).denominator != 1 or wanted < 0:
        return None  # no number rounds to it

    def told(o: Option) -> str:
        shown = written(rounded(o.value, unit), places)
        return rf"\({o.tex}\)" if shown == o.tex else rf"\({o.tex}\approx {shown}\)"

    u, w = (exact_source(sp.Rational(x.numerator, x.denominator)) for x in (unit, wanted))
    return Property(
        lambda o: rounded(o.value, unit) == wanted,
        told,
        f"floor(n / {u} + Rational(1, 2)) * {u} == {w}",
        f"{w} - {u} / 2 <= n < {w} + {u} / 2",
    )


def _divides(name: str, told_of: list[int]) -> Property | None:
    if not all(told_of):
        return None
    is_multiple, wanted = "multiple" in name, not name.startswith("not_")

    def rests(o: Option) -> list[int]:
        return [o.top % a if is_multiple else a % o.top if o.top else a for a in told_of]

    def told(o: Option) -> str:
        parts = [(o.top, a) if is_multiple else (a, o.top) for a in told_of if o.top or is_multiple]
        return r",\ ".join(rf"\({a}={b}\times {a // b}" + (rf"+{a % b}\)" if a % b else r"\)") for a, b in parts)  # fmt: skip

    if is_multiple:
        tests = [f"n % {a} == 0" for a in told_of]
        others = [f"gcd(n, {a}) == {a}" for a in told_of]
    else:
        tests = [f"n and {a} % n == 0" for a in told_of]
        others = [f"gcd(n, {a}) == n" for a in told_of]
    negation = "" if wanted else "not "
    return Property(
        lambda o: (not any(rests(o))) == wanted,
        told,
        f"{negation}({' and '.join(tests)})",
        f"{negation}({' and '.join(others)})",
        whole=True,
    )


def _factored(o: Option) -> str:
    if o.top < 2 or sp.isprime(o.top):
        return rf"\({o.top}\)"
    least = min(sp.primefactors(o.top))
    return rf"\({o.top}={least}\times {o.top // least}\)"


def _halved(o: Option) -> str:
    return rf"\({o.top}=2\times {o.top // 2}" + (r"+1\)" if o.top % 2 else r"\)")


def _reduced(o: Option) -> str:
    common = gcd(o.top, o.bottom)
    return (
        rf"\({o.tex}\)" if common == 1 else rf"\({o.tex}=\frac{{{o.top // common}}}{{{o.bottom // common}}}\)"
    )


_KINDS: Final = {
    "prime": Property(lambda o: sp.isprime(o.top), _factored, "isprime(n)", "n > 1 and all(n % d for d in range(2, n) if d * d <= n)", whole=True),
    "composite": Property(lambda o: o.top > 1 and not sp.isprime(o.top), _factored, "n > 1 and not isprime(n)", "any(n % d == 0 for d in range(2, n) if d * d <= n)", whole=True),
    "even": Property(lambda o: o.top % 2 == 0, _halved, "n % 2 == 0", "n % 10 in (0, 2, 4, 6, 8)", whole=True),
    "odd": Property(lambda o: o.top % 2 == 1, _halved, "n % 2 == 1", "n % 10 in (1, 3, 5, 7, 9)", whole=True),
    "square": Property(lambda o: sp.integer_nthroot(o.top, 2)[1], lambda o: rf"\({sp.integer_nthroot(o.top, 2)[0]}^2\le {o.top}<{sp.integer_nthroot(o.top, 2)[0] + 1}^2\)", "integer_nthroot(n, 2)[1]", "floor(sqrt(n))**2 == n", whole=True),
    "lowest": Property(lambda o: gcd(o.top, o.bottom) == 1, _reduced, "gcd(top, bottom) == 1", "all(top % d or bottom % d for d in range(2, bottom + 1))", fractions=True),
}  # fmt: skip
