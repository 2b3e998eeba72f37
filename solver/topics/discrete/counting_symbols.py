r"""The symbols for combinations and permutations: C(10, 3), 10 choose 3, C_{10}^{3}, {}_{10}C_3, A_8^2, P(8, 2), 8P2, alone and in sums and products.

Read: numbers for both places, + - × ÷ and whole numbers around them. Not: letters (C_n^2 = 10 is an equation), points named P or C.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import comb, factorial, perm
from operator import mul
from typing import Any, Final

import sympy as sp

from solver.formula import Node, to_latex, to_python
from solver.formula.nodes import (
    Binary,
    Blank,
    Call,
    Negative,
    Number,
    Relation,
    Symbol,
    symbols,
    walk,
    with_children,
)
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, exact_source

VOCABULARY: Final = {
    "count": "combination|combinations|permutation|permutations|number of combinations|number of permutations|symbol|simplify|evaluate|work out|组合数|排列数|组合|排列|化简|式|求值|计算下列各式|计算"
}
MAX_N: Final = 300
WORDS: Final = {
    "choose": Words("\\({symbol}\\) counts the ways to choose \\({k}\\) of \\({n}\\) things: as many factors as are chosen, going down from \\({n}\\), over \\({k}!\\): \\[{symbol}={fraction}={value}\\]", "\\({symbol}\\) 是从 \\({n}\\) 个元素中取 \\({k}\\) 个的组合数，分子是从 \\({n}\\) 起递减的 \\({k}\\) 个因数之积，分母是 \\({k}!\\)：\\[{symbol}={fraction}={value}\\]"),
    "turned": Words("To choose \\({k}\\) of \\({n}\\) is to leave out \\({rest}\\) of them: \\[{symbol}={other}={fraction}={value}\\]", "取出 \\({k}\\) 个相当于留下 \\({rest}\\) 个：\\[{symbol}={other}={fraction}={value}\\]"),
    "one": Words("There is one way to choose none or all: \\({symbol}=1\\).", "一个都不取（或全部取出）只有一种取法：\\({symbol}=1\\)。"),
    "arrange": Words("\\({symbol}\\) counts the ways to put \\({k}\\) of \\({n}\\) things in order: \\({k}\\) factors, going down from \\({n}\\): \\[{product}={value}\\]", "\\({symbol}\\) 是从 \\({n}\\) 个元素中取 \\({k}\\) 个的排列数，等于从 \\({n}\\) 起递减的 \\({k}\\) 个因数之积：\\[{product}={value}\\]"),
    "none": Words("There is one way to put nothing in order: \\({symbol}=1\\).", "规定 \\({symbol}=1\\)。"),
    "together": Words("Put the values in: \\[{before}={after}={value}\\]", "代入计算：\\[{before}={after}={value}\\]"),
    "answer": Words("The value is \\({answer}\\).", "值为 \\({answer}\\)。"),
    "method": Words("counted again with Pascal's triangle", "用杨辉三角重新计算"),
}  # fmt: skip
_N: Final = r"(?:\{\s*\d{1,3}\s*\}|\d{1,3})"
_LETTER: Final = r"(?:\\(?:mathrm|text|rm)\s*\{?\s*(?P<L>[ACP])\s*\}?|(?<![A-Za-z\\])(?P<M>[ACP]))"
_FORMS: Final = (
    re.compile(rf"{_LETTER}\s*_\s*(?P<n>{_N})\s*\^\s*(?P<k>{_N})"),
    re.compile(rf"{_LETTER}\s*\^\s*(?P<k>{_N})\s*_\s*(?P<n>{_N})"),
    re.compile(rf"(?:\{{\s*\}}\s*|(?<![\w}}]))[_^]\s*(?P<n>{_N})\s*(?P<L>[CP])\s*_\s*(?P<k>{_N})"),
    re.compile(r"(?<![\d.A-Za-z])(?P<n>\d{1,3})\s*(?P<L>[CP])\s*_?\s*(?P<k>\d{1,3})(?!\d|\.\d|[A-Za-z])"),
    re.compile(r"(?i)(?<![A-Za-z\\])n?(?P<L>[CPA])r?\s*\(\s*(?P<n>\d{1,3})\s*,\s*(?P<k>\d{1,3})\s*\)"),
    re.compile(r"(?i)(?<![\d.A-Za-z])(?P<n>\d{1,3})\s+choose\s+(?P<k>\d{1,3})(?!\d|\.\d)"),
    re.compile(r"\\[dt]?binom\s*\{\s*(?P<n>\d{1,3})\s*\}\s*\{\s*(?P<k>\d{1,3})\s*\}"),
)  # fmt: skip
_SIGNS: Final = frozenset("+-*/")


def read(text: Text) -> Reading:
    """One expression with such symbols."""
    if not re.search(r"[ACPacp]|choose|binom", text.source) or len(text.source) > 300:
        return None
    counts: list[Count] = []
    source = text.source
    for form in _FORMS:
        source = form.sub(lambda m: _placed(m, counts), source)
    if not counts or any(not 0 <= c.k <= c.n <= MAX_N for c in counts):
        return None
    found = account(source, VOCABULARY)
    if len(found.nodes) != 1:
        return None
    node = found.nodes[0]
    if isinstance(node, Relation):
        if len(node.sides) != 2 or not isinstance(node.sides[1], Blank):
            return None
        node = node.sides[0]
    for part in walk(node):
        allowed = (
            isinstance(part, Number | Negative | Symbol) or isinstance(part, Binary) and part.op in _SIGNS
        )
        if not allowed or isinstance(part, Number) and (part.value.denominator != 1 or part.value > 10**6):
            return None
    if symbols(node) != {f"u_{i}" for i in range(len(counts))} or len(counts) > 8:
        return None
    if found.unread:
        return Unread(found.unread)
    task = Counted(node, tuple(counts), text.language)
    return task if task.value() is not None else None


def _placed(match: re.Match[str], counts: list[Count]) -> str:
    groups = match.groupdict()
    letter = (groups.get("L") or groups.get("M") or "C").upper()
    n, k = (int(groups[g].strip("{} ")) for g in ("n", "k"))
    counts.append(Count("C" if letter == "C" else "P", n, k))
    return f" u_{len(counts) - 1} "


@dataclass(frozen=True, slots=True)
class Count:
    """One symbol: combinations (C) or permutations (P)."""

    kind: str
    n: int
    k: int

    @property
    def value(self) -> int:
        """What it stands for."""
        return comb(self.n, self.k) if self.kind == "C" else perm(self.n, self.k)

    def latex(self, language: Language) -> str:
        """As school books of the language write it."""
        if self.kind == "C":
            return (
                rf"\mathrm{{C}}_{{{self.n}}}^{{{self.k}}}"
                if language == "zh"
                else rf"\binom{{{self.n}}}{{{self.k}}}"
            )
        return rf"\mathrm{{A}}_{{{self.n}}}^{{{self.k}}}" if language == "zh" else rf"P({self.n},\,{self.k})"

    def step(self, language: Language) -> str:
        """How it is worked out."""
        n, k, symbol = self.n, self.k, self.latex(language)
        shown = {"n": n, "k": k, "symbol": symbol, "value": self.value}
        if self.kind == "P":
            return WORDS["arrange" if k else "none"].say(language, product=_down(n, k), **shown)
        if k in (0, n):
            return WORDS["one"].say(language, **shown)
        few = min(k, n - k)
        fraction = rf"\frac{{{_down(n, few)}}}{{{_down(few, few)}}}"
        if few == 1:
            fraction = str(n)
        if few < k:
            other = Count("C", n, few).latex(language)
            if few == 1:
                fraction = rf"\frac{{{n}}}{{1}}"
            return WORDS["turned"].say(language, rest=few, other=other, fraction=fraction, **shown)
        if k == 1:
            fraction = rf"\frac{{{n}}}{{1}}"
        return WORDS["choose"].say(language, fraction=fraction, **shown)

    def node(self) -> Node:
        """For a cell."""
        n, k = (Number(Fraction(v), str(v)) for v in (self.n, self.k))
        if self.kind == "C":
            return Call("binomial", (n, k))
        return Binary("/", Call("factorial", (n,)), Call("factorial", (Binary("-", n, k),)))


def _down(n: int, k: int) -> str:
    factors = [str(n - j) for j in range(k)]
    return r" \times ".join(factors if k <= 8 else [*factors[:3], r"\cdots", factors[-1]])


@dataclass(frozen=True, slots=True)
class Counted:
    """An expression in the symbols `counts`, which stand as u_0, u_1, …"""

    node: Node
    counts: tuple[Count, ...]
    language: Language

    def _with(self, values: list[Node]) -> Node:
        def put(node: Node) -> Node:
            if isinstance(node, Symbol):
                return values[int(node.name[2:])]
            return with_children(node, put)

        return put(self.node)

    def value(self) -> Fraction | None:
        """Exact; None where it divides by zero."""
        try:
            return _worth(self._with([Number(Fraction(c.value), str(c.value)) for c in self.counts]))
        except ZeroDivisionError:
            return None

    def solution(self) -> Solution:
        """Each symbol, then the expression."""
        say = self.language
        steps = [count.step(say) for count in dict.fromkeys(self.counts)]
        if not isinstance(self.node, Symbol):
            before = to_latex(self.node)
            for i, count in reversed(list(enumerate(self.counts))):
                before = before.replace(f"u_{{{i}}}", count.latex(say))
            after = to_latex(self._with([Number(Fraction(c.value), str(c.value)) for c in self.counts]))
            value = self.value()
            assert value is not None
            shown = exact_latex(sp.Rational(value.numerator, value.denominator))
            steps.append(WORDS["together"].say(say, before=before, after=after, value=shown))
        return Solution(tuple(steps), cell(to_python(self._with([c.node() for c in self.counts]))))

    def conclude(self, value: Any) -> Conclusion | None:
        """The number."""
        if not isinstance(value, sp.Rational):
            return None
        answer = exact_latex(value)
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Pascal's triangle; orders by multiplying out."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Rational):
            return None
        source = to_python(self._with([Symbol(f"u_{i}") for i in range(len(self.counts))]))
        lines = [
            "def choose(n, k):",
            "    row = [1]",
            "    for _ in range(n):",
            "        row = [a + b for a, b in zip([0, *row], [*row, 0])]",
            "    return Integer(row[k])",
            "",
        ]
        for i, count in enumerate(self.counts):
            orders = (
                ""
                if count.kind == "C"
                else f"*{reduce(mul, range(1, count.k + 1), 1)}"
                if count.k < 10
                else f"*{factorial(count.k)}"
            )
            lines.append(f"u_{i} = choose({count.n}, {count.k}){orders}")
        lines.append(f"{source} == {exact_source(values[0])}")
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines))


def _worth(node: Node) -> Fraction:
    match node:
        case Number(value):
            return value
        case Negative(operand):
            return -_worth(operand)
        case Binary(op, left, right):
            a, b = _worth(left), _worth(right)
            return a + b if op == "+" else a - b if op == "-" else a * b if op == "*" else a / b
    raise ZeroDivisionError
