"""Coefficients with names: (1+2x)^5 = a_0 + a_1 x + … + a_5 x^5, asked are a_2 or a_0 + a_1 + … + a_5.

Read: ascending or descending order, also powers of (x − 1) in place of x; sums of names with dots. Not: names that do
not go with the powers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, to_latex, to_sympy
from solver.formula.nodes import Relation, symbols
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source

VOCABULARY: Final = {
    "words": "coefficients?|constants?|real|identity|expanded|expansion|for all|polynomial|sum|sum of|value of the sum|系数|常数|恒成立|展开式|展开|的展开式|实数|恒等式|等式|成立|多项式|的各项系数",
}
WORDS: Final = {
    "expand": Words("Expand the left side in powers of \\({t}\\): \\[{left}={expanded}\\]", "把左边按 \\({t}\\) 的幂展开：\\[{left}={expanded}\\]"),
    "compare": Words("The coefficients of the same powers are equal: \\[{values}\\]", "同次项系数相等：\\[{values}\\]"),
    "put_in": Words("So \\[{asked}={value}\\]", "所以 \\[{asked}={value}\\]"),
    "cell": Words("a[k] is the coefficient of the k-th power", "a[k] 是 k 次项的系数"),
    "answer": Words("The value is \\({answer}\\).", "所求的值是 \\({answer}\\)。"),
    "method": Words("the polynomial was found again from its values at whole numbers", "由整数点处的函数值重新求出多项式"),
}  # fmt: skip
MAX_DEGREE: Final = 60
_NAME: Final = r"a_\{?\d+\}?"
_SERIES: Final = re.compile(
    r"(?P<left>(?:[(\d]|x\^)[^=,;?。\u3400-\u9fff]*?|[a-z]?\([^=,;?。\u3400-\u9fff]*?)\s*=\s*(?P<series>(?:a_\{?\d+\}?|@)[^=;?。\u3400-\u9fff]*?)(?=\s*[,.;。?]|\s*\$?\s*(?:[\u3400-\u9fff]|$|\b(?:for|find|what|then|where|and)\b))"
)
_TERM: Final = re.compile(r"a_\{?(\d+)\}?\s*\*?\s*(?:(x|\([^()]*x[^()]*\))(?:\^\{?(\d+)\}?)?)?")


def read_named(text: Text) -> Reading:
    """A question about named coefficients; None when it is not one."""
    source = re.sub(
        r"\\[lc]?dots[bmci]?(?![a-z])",
        "...",
        text.source.replace("$", " ").replace(r"\(", " ").replace(r"\)", " "),
    )
    source = re.sub(r"(?<![A-Za-z\\_])a(\d+)(?!\d)", r"a_{\1}", source)
    source = re.sub(r"\.{3,}", "@", source)  # a full stop ends the series, dots do not
    match = _SERIES.search(source)
    if match is None:
        return None
    base, top = _order(match["series"])
    if not base:
        return None
    try:
        left = parse(match["left"].strip())
    except FormulaError:
        return None
    rest = _without_dots(f"{source[: match.start()]} , {source[match.end() :]}")
    found = account(rest, VOCABULARY)
    asked = [
        s
        for n in found.nodes
        for s in (n.sides[:1] if isinstance(n, Relation) and n not in found.relations else (n,))
    ]
    if found.relations or len(asked) != 1 or not symbols(asked[0]) or symbols(left) != {"x"}:
        return None
    if found.unread:
        return Unread(found.unread)
    task = NamedCoefficients(left, base, top, asked[0], text.language)
    return task if task.is_readable() else None


def _order(series: str) -> tuple[str, int]:
    """What the powers are of, and the highest; ("", 0) where names and powers do not go together."""
    terms = [t.strip() for t in re.split(r"\+(?![^(]*\))", series) if t.strip()]
    bases, indices = set[str](), list[int]()
    for term in terms:
        if term == "@":
            continue
        match = _TERM.fullmatch(term)
        if match is None:
            return "", 0
        index, power = int(match[1]), 0 if match[2] is None else int(match[3] or 1)
        if index != power:
            return "", 0
        indices.append(index)
        bases |= {match[2]} if match[2] else set()
    ordered = indices in (sorted(indices), sorted(indices, reverse=True))
    whole = "@" in terms or sorted(indices) == list(range(len(indices)))
    good = len(bases) == 1 and ordered and whole and 0 in indices and len(indices) >= 3
    return (bases.pop(), max(indices)) if good else ("", 0)


def _without_dots(text: str) -> str:
    """`a_0+a_1+...+a_5` and `a_0-a_1+a_2-...` with every term written."""
    name = r"\|?\s*a_\{?\d+\}?\s*\|?"
    pattern = rf"{name}(?:\s*[+-]\s*{name})+\s*[+-]\s*@\s*[+-]\s*{name}"

    def written(match: re.Match[str]) -> str:
        parts = re.findall(r"([+-]?)\s*(@|\|?\s*a_\{?(\d+)\}?\s*\|?)", match[0])
        known = [(sign or "+", int(index)) for sign, _, index in parts if index]
        before = [
            (sign or "+", int(index))
            for sign, _, index in parts[: next(i for i, p in enumerate(parts) if p[1] == "@")]
        ]
        bars = "|" if "|" in match[0] else ""
        last_sign, last = known[-1]
        step = before[-1][1] - before[-2][1]
        alternating = before[-1][0] != before[-2][0] if len(before) > 2 or before[-1][0] == "-" else False
        steps = {b[1] - a[1] for a, b in pairwise(before)}
        if (
            step == 0
            or steps != {step}
            or (last - before[-1][1]) % step
            or (last - before[-1][1]) * step <= 0
        ):
            return match[0]
        signs, (sign, index), terms = {"+": "-", "-": "+"}, before[-1], list(before)
        while index != last:
            index += step
            sign = signs[sign] if alternating else sign
            terms.append((sign, index))
        if terms[-1][0] != last_sign:
            return match[0]
        return " " + "".join(f"{s}{bars}a_{{{i}}}{bars}" for s, i in terms).removeprefix("+")

    return re.sub(pattern, written, text)


@dataclass(frozen=True, slots=True)
class NamedCoefficients:
    """`asked` in the names a_0, a_1, … of the coefficients of `left` in powers of `base`, the highest being `top`."""

    left: Node
    base: str
    top: int
    asked: Node
    language: Language

    def _shift(self) -> sp.Expr:
        """x in terms of t = base."""
        t, x = sp.symbols("t x")
        return sp.solve(to_sympy(parse(self.base)) - t, x)[0]

    def _coefficients(self) -> list[sp.Expr]:
        t = sp.Symbol("t")
        polynomial = sp.expand(to_sympy(self.left).subs(sp.Symbol("x"), self._shift())).as_poly(t)
        return polynomial.all_coeffs()[::-1] if polynomial is not None else []

    def _value(self) -> sp.Expr:
        values = {f"a_{k}": c for k, c in enumerate(self._coefficients())}
        return to_sympy(self.asked, values)

    def is_readable(self) -> bool:
        """Whether the polynomial has just these coefficients, and everything that is asked is among them."""
        try:
            coefficients = self._coefficients()
            names = {f"a_{k}" for k in range(self.top + 1)}
            small = len(coefficients) == self.top + 1 <= MAX_DEGREE and all(
                c.is_Rational for c in coefficients
            )
            return small and symbols(self.asked) <= names and bool(self._value().is_Rational)
        except (FormulaError, sp.PolynomialError, IndexError):
            return False

    def solution(self) -> Solution:
        """The expansion, the coefficients, what is asked."""
        say, coefficients = self.language, self._coefficients()
        t = to_sympy(parse(self.base))
        terms = [sp.latex(c * sp.Symbol("t") ** k) for k, c in enumerate(coefficients) if c != 0]
        base = "x" if self.base == "x" else rf"\left({sp.latex(t)}\right)"
        expanded = "+".join(terms).replace("+-", "-").replace("t", base)
        values = r",\ ".join(f"a_{{{k}}}={sp.latex(c)}" for k, c in enumerate(coefficients))
        steps = (
            WORDS["expand"].say(say, t=sp.latex(t), left=to_latex(self.left), expanded=expanded),
            WORDS["compare"].say(say, values=values),
            WORDS["put_in"].say(say, asked=to_latex(self.asked), value=sp.latex(self._value())),
        )
        lines = [
            f"P = Poly(expand(({exact_source(to_sympy(self.left))}).subs(x, {exact_source(self._shift())})), t)",
            comment(WORDS["cell"].say(say)),
            "a = P.all_coeffs()[::-1]",
            self._source(),
        ]
        return Solution(steps, cell(*lines, variables=("x", "t")))

    def _source(self) -> str:
        source = exact_source(to_sympy(self.asked))
        return re.sub(r"\ba_(\d+)\b", r"a[\1]", source)

    def conclude(self, value: Any) -> Conclusion | None:
        """The value."""
        if not isinstance(value, sp.Expr) or not value.is_Rational:
            return None
        answer = exact_latex(value)
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The polynomial through its values."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
            return None
        lines = [
            f"f = {exact_source(to_sympy(self.left))}",
            f"points = [(k, f.subs(x, ({exact_source(self._shift())}).subs(t, k))) for k in range({self.top + 1})]",
            "a = Poly(interpolate(points, t), t).all_coeffs()[::-1]",
            f"a += [0] * ({self.top + 1} - len(a))",
            f"{self._source()} == {exact_source(values[0])}",
        ]
        if self._shift() == sp.Symbol("t"):
            lines[1] = f"points = [(k, f.subs(x, k)) for k in range({self.top + 1})]"
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines, variables=("x", "t")))
