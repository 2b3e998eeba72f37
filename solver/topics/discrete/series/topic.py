"""Sums of many numbers by a rule: 1 + 3 + 5 + … + 99, Σ with numbers for its limits, the first 100 odd numbers.

Read: sums that are written as an arithmetic or geometric series with their last term, or with Σ. Not: infinite
sums (`sequences` has the geometric one), products.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Blank, Call, Relation, Series, Symbol, symbols, walk, with_children
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.discrete.series.listed import with_rules

VOCABULARY: Final = {
    "sum": "sum|sum of|the sum|total|total of|add|add up|series|finite series|arithmetic series|geometric series|sigma notation|following sum|squares|the squares|cubes|the cubes|reciprocals|the reciprocals"
    "|arithmetic sequence|geometric sequence|arithmetic progression|geometric progression|等差数列|等比数列|数列|和|的和|之和|总和|求和|的总和|级数|加起来|一共|所有",
}
MAX_TERMS: Final = 100_000
MAX_SINGLE: Final = 3000
"""So many terms are added one by one where no formula is known."""
MAX_GAP: Final = 4
WORDS: Final = {
    "arithmetic": Words(
        "Neighbouring terms differ by \\({step}\\), so from \\({first}\\) to \\({last}\\) there are \\({count}\\) terms, and their sum is half the number of terms times first plus last: "
        "\\[\\frac{{{count}\\left({first}+{last_b}\\right)}}{{2}}={value}\\]",
        "相邻两项相差 \\({step}\\)，从 \\({first}\\) 到 \\({last}\\) 共 \\({count}\\) 项，和等于项数乘以首末两项之和再除以 2："
        "\\[\\frac{{{count}\\left({first}+{last_b}\\right)}}{{2}}={value}\\]",
    ),
    "geometric": Words(
        "Each term is \\({step}\\) times the one before; from \\({first}\\) to \\({last}\\) there are \\({count}\\) terms: "
        "\\[{first_b}\\cdot\\frac{{1-\\left({step}\\right)^{{{count}}}}}{{1-\\left({step}\\right)}}={value}\\]",
        "每一项是前一项的 \\({step}\\) 倍，从 \\({first}\\) 到 \\({last}\\) 共 \\({count}\\) 项："
        "\\[{first_b}\\cdot\\frac{{1-\\left({step}\\right)^{{{count}}}}}{{1-\\left({step}\\right)}}={value}\\]",
    ),
    "telescope": Words(
        "Every term is a difference, \\[{term}=g(k)-g(k+{gap}),\\qquad g(k)={g}\\] so in the sum all but the first and the last ones cancel: \\[{rest}={value}\\]",
        "把每一项拆成两项之差：\\[{term}=g(k)-g(k+{gap}),\\qquad g(k)={g}\\] 求和时中间的项互相抵消，只剩首尾：\\[{rest}={value}\\]",
    ),
    "telescoped": Words("each term is g(k) - g(k + {gap}); what does not cancel is left", "每一项是 g(k) - g(k + {gap})，只剩没有抵消的项"),
    "powers": Words(
        "Multiply out and use \\(\\sum k=\\frac{{n(n+1)}}2\\), \\(\\sum k^2=\\frac{{n(n+1)(2n+1)}}6\\), \\(\\sum k^3=\\frac{{n^2(n+1)^2}}4\\) for the numbers from 1 to \\(n\\): \\[{sum}={value}\\]",
        "展开后利用 \\(\\sum k=\\frac{{n(n+1)}}2\\)，\\(\\sum k^2=\\frac{{n(n+1)(2n+1)}}6\\)，\\(\\sum k^3=\\frac{{n^2(n+1)^2}}4\\)：\\[{sum}={value}\\]",
    ),
    "other": Words("We have to add up \\({count}\\) terms: \\[{sum}\\]", "要把 \\({count}\\) 项加起来：\\[{sum}\\]"),
    "rule": Words("In short: \\[{sum}\\]", "写成求和的形式：\\[{sum}\\]"),
    "cell": Words("the sum by its rule", "按规律求和"),
    "answer": Words("The sum is \\({answer}\\).", "和是 \\({answer}\\)。"),
    "method": Words("the terms were added one by one with exact fractions", "用精确分数逐项相加"),
}  # fmt: skip
_NUMBER: Final = r"(?:\d+(?:\.\d+)?(?:/\d+)?|\\d?frac\s*\{\d+\}\s*\{\d+\})(?:\^\{?\d+\}?)?"
_DOTS: Final = r"(?:\.{3,}|\\[lc]?dots[bmci]?(?![a-z]))"
_LISTED: Final = re.compile(
    rf"(?P<items>-?{_NUMBER}(?:\s*\+\s*{_NUMBER})+)\s*\+\s*{_DOTS}\s*\+\s*(?P<last>{_NUMBER})(?![\d^*/]|\.\d|\s*[-+*/^])"
)
_KINDS: Final = {
    "integers": (1, 1), "positive integers": (1, 1), "natural numbers": (1, 1), "counting numbers": (1, 1),
    "whole numbers": (1, 1), "odd numbers": (1, 2), "even numbers": (2, 2), "positive odd numbers": (1, 2),
    "positive even numbers": (2, 2), "odd integers": (1, 2), "even integers": (2, 2), "positive odd integers": (1, 2),
    "positive even integers": (2, 2), "正整数": (1, 1), "正奇数": (1, 2), "正偶数": (2, 2), "奇数": (1, 2), "偶数": (2, 2),
    "自然数": (1, 1), "整数": (1, 1), "连续整数": (1, 1), "odd natural numbers": (1, 2), "even natural numbers": (2, 2),
    "连续自然数": (1, 1), "连续正整数": (1, 1), "非零自然数": (1, 1), "consecutive integers": (1, 1),
}  # fmt: skip
_AMBIGUOUS: Final = frozenset(
    {"integers", "whole numbers", "自然数", "整数", "偶数", "连续整数", "连续自然数"}
)
"""Of these "the first ten" is not certain: does 0 belong to them?"""


def read(text: Text) -> Reading:
    """One sum of many terms."""
    source = in_signs(text.source)
    found = account(source, VOCABULARY)
    sums = [n for n in found.nodes if any(isinstance(p, Series) for p in walk(n))]
    if len(sums) != 1 or len(found.nodes) != 1:
        return None
    if found.unread:
        return Unread(found.unread)
    match sums[0]:
        case Relation(("=",), (Series() as node, Blank())):
            series: Series = node
        case Series() as node:
            series = node
        case _:
            return None
    if series.kind != "Sum" or symbols(series.body) - {series.index.name}:
        return None
    return sum_of(series, text.language)


def sum_of(series: Series, language: Language) -> FiniteSum | None:
    """The sum as a task, where it is one of rational numbers between whole limits."""
    plain = Symbol("k")  # an index i would be the imaginary unit
    return _task(replace(series, index=plain, body=_renamed(series.body, series.index, plain)), language)


def _renamed(node: Node, old: Symbol, new: Symbol) -> Node:
    """The tree with another name for the index."""
    return new if node == old else with_children(node, lambda child: _renamed(child, old, new))


def _task(series: Series, language: Language) -> FiniteSum | None:
    """The sum, if its limits are whole numbers and its terms rational."""
    low, high = to_sympy(series.lower), to_sympy(series.upper)
    if not (low.is_Integer and high.is_Integer and low < high and high - low < MAX_TERMS):
        return None
    if any(isinstance(n, Series | Call) for n in walk(series.body)):
        return None
    task = FiniteSum(series.body, series.index.name, int(low), int(high), language)
    return (
        task
        if task.is_workable()
        and all(t.is_Rational for t in (task.term(task.low), task.term(task.high), task.term(task.low + 1)))
        else None
    )


def in_signs(text: str) -> str:
    """Listed sums and sums in words as Σ."""
    for opening in (r"\(", r"\)", r"\[", r"\]"):
        text = text.replace(opening, "$")

    def listed(match: re.Match[str]) -> str:
        rule = _listed(match)
        inside = match.string[: match.start()].count("$") % 2 == 1
        return match[0] if rule is None else rule if inside else f"${rule}$"

    text = with_rules(_LISTED.sub(listed, text))
    kinds = "|".join(sorted(_KINDS, key=lambda word: (-len(word), word)))

    def first(match: re.Match[str]) -> str:
        kind = match[2].lower()
        if kind in _AMBIGUOUS:
            return match[0]
        start, step = _KINDS[kind]
        return f"${_sigma(_line(step, start - step), 1, int(match[1]))}$"

    def numbered(kind: str, low: int, high: int) -> str | None:
        start, step = _KINDS[kind.lower()]
        low += (start - low) % step
        count = (high - low) // step + 1
        return f"${_sigma(_line(step, low - step), 1, count)}$" if count > 1 else None

    text = _multiples(text)
    text = re.sub(rf"(?i)\b(?:the\s+)?first\s+\$?(\d+)\$?\s+({kinds})(?![a-z])", first, text)
    text = re.sub(r"从?\s*\$?(?<!\d)(\d+)\$?\s*(?:一直)?加到\s*\$?(\d+)\$?", r"\1到\2的整数的和", text)
    text = re.sub(rf"前\s*\$?(\d+)\$?\s*个({kinds})", first, text)
    text = re.sub(
        rf"从?\s*\$?(?<!\d)(\d+)\$?\s*到\s*\$?(\d+)\$?\s*(?:这\d+个|之间)?(?:的|中)?(?:所有|全部|各个)?(?:的)?({kinds})",
        lambda m: numbered(m[3], int(m[1]), int(m[2])) or m[0],
        text,
    )
    text = re.sub(
        r"(?i)(\bfrom\s+\$?\d+\$?\s+(?:to|through)\s+\$?\d+\$?)(?!\s*,?\s*inclusive|\d)",
        r"\1 inclusive",
        text,
    )
    return re.sub(
        rf"(?i)\b(?:all\s+)?(?:of\s+)?(?:the\s+)?({kinds})\s+(?:from|between)\s+\$?(\d+)\$?\s+(?:to|through|and)\s+\$?(\d+)\$?(?:\s*,?\s*inclusive)",
        lambda m: numbered(m[1], int(m[2]), int(m[3])) or m[0],
        text,
    )


def _multiples(text: str) -> str:
    """All multiples of 7 between 1 and 200; 100以内所有3的倍数. Where an end is a multiple itself it must be said to belong."""
    n = r"\$?(\d+)\$?"

    def written(step: int, low: int, high: int, whole: str) -> str:
        first, last = -(-low // step), high // step
        inclusive = re.search(r"(?i)inclusive|from|至|到|不超过|not\s+exceeding|up\s+to", whole)
        edge = (low % step == 0 and low > 0) or high % step == 0
        if step < 2 or last <= max(first, 1) or edge and not inclusive:
            return whole
        return f" ${_sigma(f'{step}*k', max(first, 1), last)}$ "

    every = r"(?:all\s+)?(?:of\s+)?(?:the\s+)?(?:positive\s+)?multiples\s+of"
    text = re.sub(
        rf"(?i)\b{every}\s+{n}\s+(?:that\s+are\s+)?(?:between|from)\s+{n}\s+(?:and|to)\s+{n}(?:\s*,?\s*inclusive)?",
        lambda m: written(int(m[1]), int(m[2]), int(m[3]), m[0]),
        text,
    )
    text = re.sub(
        rf"(?i)\b(?:all\s+)?(?:of\s+)?(?:the\s+)?positive\s+multiples\s+of\s+{n}\s+(?:that\s+are\s+)?(?:less\s+than|below|under|smaller\s+than)\s+{n}",
        lambda m: written(int(m[1]), 1, int(m[2]) - 1, m[0] + " inclusive").removesuffix(" inclusive"),
        text,
    )
    zh = rf"(?:在)?{n}\s*(?:到|至|~)\s*{n}\s*(?:之间|的整数|的正整数|的自然数|这{n}个数)?(?:中|里|内)?的?,?\s*(?:所有|全部)?(?:是|能被)?\s*{n}\s*(?:的倍数|整除的数|整除的整数|整除的正整数)"
    text = re.sub(zh, lambda m: written(int(m[4]), int(m[1]), int(m[2]), m[0]), text)
    return re.sub(
        rf"{n}\s*以内的?\s*(?:所有|全部)?(?:的|正)?(?:是|能被)?\s*{n}\s*(?:的倍数|的正?倍数|整除的数|整除的正整数)",
        lambda m: written(int(m[2]), 1, int(m[1]), m[0]),
        text,
    )


def _line(step: Any, shift: Any) -> str:
    """step·k + shift as it is written by hand: `2k-1`."""
    step, shift = sp.Integer(0) + step, sp.Integer(0) + shift
    if not (step.is_Rational and shift.is_Rational):
        return f"({sp.latex(step)})*k+({sp.latex(shift)})"
    factor = "" if step == 1 else "-" if step == -1 else sp.latex(step)
    return f"{factor}k" + (f"+{sp.latex(shift)}" if shift > 0 else sp.latex(shift) if shift < 0 else "")


def _sigma(body: str, low: int, high: int) -> str:
    return rf" \sum_{{k={low}}}^{{{high}}}({body}) "


def _listed(match: re.Match[str]) -> str | None:
    """`1 + 3 + 5 + … + 99` as Σ; None where the rule is not certain."""
    try:
        terms = [to_sympy(parse(t.strip())) for t in match["items"].split("+")]
        last = to_sympy(parse(match["last"]))
    except FormulaError:
        return None
    first, step = terms[0], terms[1] - terms[0]
    ratio = terms[1] / terms[0] if terms[0] != 0 else sp.Integer(1)
    rules = []
    count = (last - first) / step + 1 if step != 0 else sp.nan
    if all(b - a == step for a, b in pairwise(terms)) and count.is_Integer and count > len(terms):
        rules.append(_sigma(_line(step, first - step), 1, int(count)))
    if ratio not in (0, 1, -1) and all(a * ratio == b for a, b in pairwise(terms)):
        power = next((n for n in range(len(terms), 200) if first * ratio**n == last), None)
        if power is not None:
            rules.append(rf" \sum_{{k=0}}^{{{power}}} ({sp.latex(first)})*({sp.latex(ratio)})^{{k}} ")
    return rules[0] if len(rules) == 1 else None


@dataclass(frozen=True, slots=True)
class FiniteSum:
    """The sum of `body` for the whole numbers `index` from `low` to `high`."""

    body: Node
    index: str
    low: int
    high: int
    language: Language

    def term(self, k: int) -> sp.Expr:
        """One term."""
        return to_sympy(self.body).subs(sp.Symbol(self.index), k)

    @property
    def value(self) -> sp.Expr:
        """The exact sum."""
        return self._value()

    def _value(self) -> sp.Expr:
        """By the formula for such sums where there is one, else term by term."""
        k, f = sp.Symbol(self.index), to_sympy(self.body)
        if f.is_polynomial(k):
            return sp.summation(sp.expand(f), (k, self.low, self.high))
        return sum((self.term(i) for i in range(self.low, self.high + 1)), sp.Integer(0))

    def _telescope(self) -> tuple[sp.Expr, int] | None:
        """g and m with term(k) = g(k) − g(k + m)."""
        k, f = sp.Symbol(self.index), to_sympy(self.body)
        if f.is_polynomial(k) or not f.is_rational_function(k):
            return None
        parts = sp.Add.make_args(sp.apart(sp.together(f), k))
        for g in parts if len(parts) == 2 else ():
            for gap in range(1, MAX_GAP + 1):
                if sp.cancel(f - (g - g.subs(k, k + gap))) == 0 and self.high - self.low >= gap:
                    return g, gap
        return None

    def _written(self) -> str:
        body = to_latex(self.body)
        return rf"\sum_{{{self.index}={self.low}}}^{{{self.high}}}\left({body}\right)"

    def solution(self) -> Solution:
        """The rule and the formula for such sums."""
        say, k = self.language, sp.Symbol(self.index)
        f, count = sp.expand(to_sympy(self.body)), self.high - self.low + 1
        a, b, last = self.term(self.low), self.term(self.low + 1), self.term(self.high)
        shown = {
            "first": sp.latex(a),
            "last": sp.latex(last),
            "count": count,
            "value": sp.latex(self._value()),
        }
        shown["first_b"], shown["last_b"] = (
            s if v >= 0 else rf"\left({s}\right)" for s, v in ((sp.latex(a), a), (sp.latex(last), last))
        )
        if f.is_polynomial(k) and sp.degree(f, k) == 1:
            step = WORDS["arithmetic"].say(say, step=sp.latex(b - a), **shown)
        elif a != 0 and b not in (0, a) and sp.simplify(f - a * (b / a) ** (k - self.low)) == 0:
            step = WORDS["geometric"].say(say, step=sp.latex(b / a), **shown)
        elif (difference := self._telescope()) is not None:
            return self._telescoping(*difference)
        elif f.is_polynomial(k) and sp.degree(f, k) in (2, 3):
            step = WORDS["powers"].say(say, sum=self._written(), value=shown["value"])
        else:
            step = WORDS["other"].say(say, count=count, sum=self._written())
        index = python_name(self.index)
        if self._by_formula():
            last_line = f"simplify(summation({to_python(self.body)}, ({index}, {self.low}, {self.high})))"
            source = cell(comment(WORDS["cell"].say(say)), last_line, variables=(self.index,))
        else:
            terms = f"for {index} in map(Integer, range({self.low}, {self.high + 1}))"
            source = cell(comment(WORDS["cell"].say(say)), f"sum({to_python(self.body)} {terms})")
        return Solution((WORDS["rule"].say(say, sum=self._written()), step), source)

    def _by_formula(self) -> bool:
        """Whether sympy sums it with a formula: polynomials and geometric terms."""
        k, f = sp.Symbol(self.index), to_sympy(self.body)
        a, b = self.term(self.low), self.term(self.low + 1)
        if f.is_polynomial(k):
            return True
        return a != 0 and b not in (0, a, -a) and sp.simplify(f - a * (b / a) ** (k - self.low)) == 0

    def is_workable(self) -> bool:
        """Whether the sum can be had exactly without adding up too many terms."""
        return self.high - self.low < MAX_SINGLE or self._by_formula()

    def _telescoping(self, g: sp.Expr, gap: int) -> Solution:
        """Terms that are differences."""
        say, k, count = self.language, sp.Symbol(self.index), self.high - self.low + 1
        left = [g.subs(k, self.low + j) for j in range(gap)]
        gone = [-g.subs(k, self.high + 1 + j) for j in range(gap)]
        rest = "+".join(sp.latex(t) for t in [*left, *gone]).replace("+-", "-").replace("+ -", "-")
        shown = {"term": to_latex(self.body), "gap": gap, "g": sp.latex(g), "rest": rest}
        steps = (
            WORDS["rule"].say(say, sum=self._written()),
            WORDS["other"].say(say, count=count, sum=self._written()),
            WORDS["telescope"].say(say, value=sp.latex(self._value()), **shown),
        )
        index = python_name(self.index)
        source = cell(
            f"g = {exact_source(g)}",
            comment(WORDS["telescoped"].say(say, gap=gap)),
            f"sum(g.subs({index}, {self.low} + j) - g.subs({index}, {self.high + 1} + j) for j in range({gap}))",
            variables=(self.index,),
        )
        return Solution(steps[:1] + steps[2:], source)

    def conclude(self, value: Any) -> Conclusion | None:
        """The exact sum."""
        if not isinstance(value, sp.Rational):
            return None
        answer = exact_latex(value)
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Every term added, one by one."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
            return None
        index = python_name(self.index)
        lines = [
            "total = 0",
            f"for {index} in map(Integer, range({self.low}, {self.high + 1})):",
            f"    total += {to_python(self.body)}",
            f"total == {exact_source(values[0])}",
        ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines))
