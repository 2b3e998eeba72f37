"""Search the integers with given properties, and say how many there are, or which.

Read: bounds, divisibility, remainders, primes, squares, cubes, divisors, digits, one-letter inequalities. Only where the search is
bounded, and where the ends of "between" make no difference unless it is said that they belong to it.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, to_sympy
from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment
from solver.topics.numbers.integer_search.chinese import read_chinese
from solver.topics.numbers.integer_search.conditions import (
    Condition,
    Congruent,
    DivisorCount,
    Formula,
    Kind,
    Range,
    Search,
)
from solver.topics.numbers.integer_search.digits import DigitCondition, is_about_every
from solver.topics.numbers.integer_search.english import read_english
from solver.topics.numbers.integer_search.values import Value

MAX_SPAN: Final = 200_000
MAX_NUMBER: Final = 10**9
SHOWN: Final = 12
REACH: Final = 100_000
"""How far a search without an end is followed before it is given up."""

WORDS: Final = {
    "wanted": Words("We look for integers \\({n}\\) {where}: {conditions}.", "要找{where}整数 \\({n}\\)：{conditions}。"),
    "bounds": Words("with \\({bounds}\\)", "满足 \\({bounds}\\) 的"),
    "any": Words("such that", "满足条件的"),
    "multiples": Words("They are the numbers \\({first},\\ {second},\\ \\ldots,\\ {last}\\), \\({step}\\) apart, so there are \\[\\frac{{{last}-{first_bracketed}}}{{{step}}}+1={count}\\]",
                       "它们是 \\({first},\\ {second},\\ \\ldots,\\ {last}\\)，相邻两数相差 \\({step}\\)，所以共有 \\[\\frac{{{last}-{first_bracketed}}}{{{step}}}+1={count}\\]"),
    "listed": Words("Going through them, these fit: \\({members}\\).", "逐个检验，符合的有：\\({members}\\)。"),
    "added": Words("Add them up: \\[{terms}={value}\\]", "把它们相加：\\[{terms}={value}\\]"),
    "none": Words("Going through them, none fits.", "逐个检验，没有符合的。"),
    "smallest": Words("The first one that fits is \\({n}\\).", "从小到大检验，第一个符合的是 \\({n}\\)。"),
    "largest": Words("The last one that fits is \\({n}\\).", "从大到小检验，第一个符合的是 \\({n}\\)。"),
    "code": Words("all that fit", "所有符合的数"),
    "method": Words("listed the numbers of each condition on their own, and took what they have in common", "分别列出满足每个条件的数，再取公共部分"),
    "method_end": Words("looked at the number itself and at every one beyond it", "检验这个数本身以及它之外的每一个数"),
}  # fmt: skip
SENTENCES: Final = {
    "count": Words("There are \\({answer}\\).", "共有 \\({answer}\\) 个。"),
    "sum": Words("Their sum is \\({answer}\\).", "它们的和是 \\({answer}\\)。"),
    "product": Words("Their product is \\({answer}\\).", "它们的积是 \\({answer}\\)。"),
    "smallest": Words("The smallest is \\({answer}\\).", "最小的是 \\({answer}\\)。"),
    "largest": Words("The largest is \\({answer}\\).", "最大的是 \\({answer}\\)。"),
    "only": Words("It is \\({answer}\\).", "这个数是 \\({answer}\\)。"),
    "all": Words("They are \\({answer}\\).", "它们是 \\({answer}\\)。"),
}


def read_one(text: Text) -> Reading:
    """A question about the integers with some properties."""
    found = read_chinese(text.source) if text.language == "zh" else read_english(text.source)
    if found is None:
        return None
    if isinstance(found, tuple):
        return Unread(found)
    return found_of(found, text.language)


def found_of(search: Search, language: Language) -> Found | None:
    """What fits; None where the search has no end, or where it is not certain what belongs to it."""
    try:
        return _task(search, language)
    except (FormulaError, TypeError):
        return None


def _task(search: Search, language: Language) -> Found | None:
    if not all(_is_sound(c) for c in search.conditions):
        return None
    bounds = _bounded(search)
    if bounds is None:
        return None
    if any(_fits(search, end) for end in search.range.open_ends):
        return None  # "between 10 and 30": does 30 belong to it?
    assert bounds.low is not None and bounds.high is not None
    if not all(_is_decided(c, n) for c in search.conditions if isinstance(c, Value) for n in _probed(bounds)):
        return None  # too large to be worked out somewhere
    digits = [c for c in search.conditions if isinstance(c, DigitCondition)]
    if not all(is_about_every(c, bounds.low, bounds.high) for c in digits):
        return None  # "whose hundreds digit is 3" of numbers with two digits
    members = tuple(n for n in range(bounds.low, bounds.high + 1) if _fits(search, n))
    if search.wanted == "only" and len(members) != 1:
        return None
    return Found(search, bounds, members, language) if members or search.wanted == "count" else None


def _probed(bounds: Range) -> tuple[int, ...]:
    """Where an expression is largest, roughly."""
    return tuple(n for n in (bounds.low, bounds.high) if n is not None)


def _is_decided(condition: Value, n: int) -> bool:
    try:
        return n <= 0 or condition.is_decided(n) is not None or condition.is_decided(n + 1) is not None
    except (OverflowError, ValueError):
        return False


def _is_sound(condition: Condition) -> bool:
    match condition:
        case Congruent(remainder, modulus):
            return 0 < modulus <= MAX_NUMBER and 0 <= remainder < modulus
        case Kind("divisor", of):
            return 0 < of <= MAX_NUMBER
    return True


def _fits(search: Search, n: int) -> bool:
    return all(c.holds(n) for c in search.conditions)


def _bounded(search: Search) -> Range | None:
    """Where to search; None where that has no end."""
    low, high = search.range.low, search.range.high
    divisors = [
        c.of for c in search.conditions if isinstance(c, Kind) and c.name == "divisor" and not c.negated
    ]
    if divisors:  # "factors" are positive ones, unless negative ones are asked for
        if (
            low is None
            and high is None
            or low is not None
            and low >= 0
            or low is None
            and high is not None
            and high > 0
        ):
            low = max(1, low or 1)
        high = min(divisors) if high is None else min(high, *divisors)
        low = -min(divisors) if low is None else low
    if low is None and any(
        isinstance(c, Kind) and c.name in ("prime", "composite", "square") and not c.negated
        for c in search.conditions
    ):
        low = 0
    reach = [b for c in search.conditions if isinstance(c, Value) and (b := c.bound()) is not None]
    if reach:
        natural = any(isinstance(c, Value) and c.is_of_naturals for c in search.conditions)
        least = 0 if natural else -min(reach)
        low = max(least, least if low is None else low)
        high = min(min(reach), min(reach) if high is None else high)
    if low is None and any(
        isinstance(c, DivisorCount) or isinstance(c, Value) and c.is_of_naturals for c in search.conditions
    ):
        low = 0
    span = _solutions(search)
    if span is not None:
        low = span.low if low is None else low if span.low is None else max(low, span.low)
        high = span.high if high is None else high if span.high is None else min(high, span.high)
    if search.wanted == "smallest" and low is not None and high is None:
        first = _next(search, low, 1)
        high = None if first is None else max(2 * first, 100)
    if search.wanted == "largest" and high is not None and low is None:
        last = _next(search, high, -1)
        low = None if last is None else 0 if last >= 0 else 2 * last - 10
    if low is None or high is None or high - low > MAX_SPAN or max(abs(low), abs(high)) > MAX_NUMBER:
        return None
    return Range(low, high)


def _next(search: Search, start: int, step: int) -> int | None:
    """The first number from `start` on that fits."""
    return next((n for n in range(start, start + step * REACH, step) if _fits(search, n)), None)


def _solutions(search: Search) -> Range | None:
    """Bounds that the inequalities give."""
    formulas = [c for c in search.conditions if isinstance(c, Formula)]
    if not formulas:
        return None
    x = sp.Symbol(formulas[0].letter, real=True)
    found: Any = sp.S.Reals
    for formula in formulas:
        relation = to_sympy(formula.relation, {formula.letter: x})
        found = found.intersect(relation.as_set() if hasattr(relation, "as_set") else sp.S.EmptySet)
    if found.is_empty:
        return Range(1, 0)
    try:
        low, high = found.inf, found.sup
    except NotImplementedError:  # sympy knows the solutions by their condition only
        return None
    return Range(None if low == -sp.oo else math.ceil(low), None if high == sp.oo else math.floor(high))


@dataclass(frozen=True, slots=True)
class Found:
    """The integers of `search` between `bounds`: `members`, in order."""

    search: Search
    bounds: Range
    members: tuple[int, ...]
    language: Language

    def solution(self) -> Solution:
        """The conditions in words, what fits, and the same as a search in Python."""
        say, members, n = self.language, self.members, self.search.letter
        conditions = ("; " if say == "en" else "；").join(c.say(say) for c in self.search.conditions)
        where = WORDS["bounds"].say(say, bounds=self._bounds()) if self._bounds() else WORDS["any"].say(say)
        steps = [
            WORDS["wanted"]
            .say(say, n=n, where=where, conditions=conditions)
            .replace(": .", ".")
            .replace("：。", "。")
        ]
        wanted = self.search.wanted
        if wanted in ("smallest", "largest"):
            steps.append(WORDS[wanted].say(say, n=members[0] if wanted == "smallest" else members[-1]))
        else:
            steps.append(self._through(members))
            if wanted == "sum" and 1 < len(members) <= SHOWN and min(members) >= 0:
                steps.append(WORDS["added"].say(say, terms="+".join(map(str, members)), value=sum(members)))
        low, high = self.bounds.low, self.bounds.high
        test = " and ".join(c.source(n) for c in self.search.conditions)
        found = f"fitting = [{n} for {n} in range({low}, {(high or 0) + 1})" + (
            f" if {test}]" if test else "]"
        )
        last = {"count": "len(fitting)", "sum": "sum(fitting)", "product": "prod(fitting)", "smallest": "min(fitting)",
                "largest": "max(fitting)", "all": "fitting", "only": "fitting[0]"}[wanted]  # fmt: skip
        return Solution(tuple(steps), cell(comment(WORDS["code"].say(say)), found, last))

    def _bounds(self) -> str:
        low, high, n = self.search.range.low, self.search.range.high, self.search.letter
        if low is None and high is None:
            return ""
        return (
            "\\le ".join(str(part) for part in (low, n, high) if part is not None)
            if low is not None
            else f"{n}\\le {high}"
        )

    def _through(self, members: tuple[int, ...]) -> str:
        say = self.language
        if not members:
            return WORDS["none"].say(say)
        steps = {b - a for a, b in itertools.pairwise(members)}
        if self.search.wanted == "count" and len(members) > 3 and len(steps) == 1:
            first = f"\\left({members[0]}\\right)" if members[0] < 0 else members[0]
            return WORDS["multiples"].say(
                say,
                first=members[0],
                second=members[1],
                last=members[-1],
                step=steps.pop(),
                first_bracketed=first,
                count=len(members),
            )
        shown = members if len(members) <= SHOWN else [*members[:3], *members[-1:]]
        listed = [str(m) for m in shown]
        if len(members) > SHOWN:
            listed.insert(3, "\\ldots")
        return WORDS["listed"].say(say, members=",\\ ".join(listed))

    def conclude(self, value: Any) -> Conclusion | None:
        """The number, or the numbers."""
        if self.search.wanted == "all":
            if not isinstance(value, list) or len(value) > 100:
                return None
            answer = ",\\ ".join(map(str, value))
        elif isinstance(value, sp.Integer):
            answer = str(value)
        else:
            return None
        return Conclusion(SENTENCES[self.search.wanted].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By sets for each condition; an extreme one by what lies beyond it."""
        values = values_in(answer)
        if values is None or not all(isinstance(v, sp.Integer) for v in values):
            return None
        say, wanted, n = self.language, self.search.wanted, self.search.letter
        claim = SENTENCES[wanted].say(say, answer=answer)
        low, high = self.bounds.low or 0, self.bounds.high or 0
        given = [int(v) for v in values]
        if wanted in ("smallest", "largest"):
            if len(given) != 1 or not low <= given[0] <= high:
                return CheckPlan(claim, WORDS["method_end"].say(say), "False")
            test = " and ".join(c.source(n) for c in self.search.conditions)
            beyond = (
                f"range({low}, {given[0]})" if wanted == "smallest" else f"range({given[0] + 1}, {high + 1})"
            )
            lines = [
                f"{n} = {given[0]}",
                f"fits = {test}",
                f"bool(fits) and not any({test} for {n} in {beyond})",
            ]
            return CheckPlan(claim, WORDS["method_end"].say(say), cell(*lines))
        lines = [
            f"common = set(range({low}, {high + 1}))",
            *(f"common &= {_set(c, n, low, high)}" for c in self.search.conditions),
        ]
        last = {"count": f"len(common) == {given[0] if len(given) == 1 else None}", "sum": f"sum(common) == {given[0] if len(given) == 1 else None}",
                "product": f"prod(common) == {given[0] if len(given) == 1 else None}", "all": f"common == set({given})", "only": f"common == set({given})"}[wanted]  # fmt: skip
        return CheckPlan(claim, WORDS["method"].say(say), cell(*lines, last))


def _set(condition: Condition, n: str, low: int, high: int) -> str:
    """Source of the set of numbers from low to high with the condition, made without testing each where that can be."""
    match condition:
        case Congruent(remainder, modulus, negated):
            numbers = f"set(range({low + (remainder - low) % modulus}, {high + 1}, {modulus}))"
            return f"(common - {numbers})" if negated else numbers
        case Kind("square", _, False):
            return f"{{k**2 for k in range({math.isqrt(max(high, 0)) + 1})}}"
        case Kind("cube", _, False):
            reach = round(max(abs(low), abs(high)) ** (1 / 3)) + 2
            return f"{{k**3 for k in range({-reach}, {reach + 1})}}"
        case Kind("prime", _, False):
            return f"set(primerange({max(low, 0)}, {high + 1}))"
        case Kind("divisor", of, False):
            return f"{{sign*d for d in divisors({of}) for sign in (1, -1)}}"
    return f"{{{n} for {n} in common if {condition.source(n)}}}"
