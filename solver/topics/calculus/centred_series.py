r"""The whole Taylor series of a function about a place that is not 0: with t = x − a it is a Maclaurin series in t, perhaps times e^a or behind ln a.

Read by `maclaurin_series`, which has the words: "Taylor series of e^x about x = 1", 将1/x展开成(x-2)的幂级数. Not: functions that `maclaurin_series` does not know in t.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, parse_list, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Number, Series, symbols
from solver.latex import latex
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Task, Words
from solver.topics.cells import cell, comment, exact_source

WORDS: Final = {
    "shift": Words("Put \\(t={x_a}\\), that is \\({x}={back}\\): \\[{f}={g}\\] It is developed in powers of \\(t\\).", "令 \\(t={x_a}\\)，即 \\({x}={back}\\)：\\[{f}={g}\\] 再按 \\(t\\) 的幂展开。"),
    "back": Words("With \\(t={x_a}\\) again{rest}: \\[{f}={answer}\\]", "换回 \\(t={x_a}\\){rest}：\\[{f}={answer}\\]"),
    "times": Words(", and the factor \\({k}\\)", "，并乘上 \\({k}\\)"),
    "plus": Words(", and the term \\({k}\\)", "，并加上 \\({k}\\)"),
    "code": Words("its first terms must be those that Taylor's formula gives", "前几项应与泰勒公式给出的相同"),
    "answer": Words("The series is \\({answer}\\).", "所求级数为 \\({answer}\\)。"),
    "method": Words("sixty terms were added at three numbers near the centre and compared with the function", "在展开点附近的三个点把前 60 项相加，与函数值比较"),
}  # fmt: skip
T: Final = sp.Symbol("t")


@dataclass(frozen=True)
class CentredSeries:
    """`body` about `centre`: `factor` times the series of `inner` in t, plus `constant`."""

    body: Node
    variable: str
    centre: sp.Expr
    inner: Any  # a `maclaurin_series.MaclaurinSeries` in t
    factor: sp.Expr
    constant: sp.Expr
    language: Language

    @property
    def _distance(self) -> sp.Expr:
        return sp.Symbol(self.variable) - self.centre

    def _answer(self) -> str:
        i = self.inner
        series = i._series(f"({latex(self._distance)})".replace(" ", ""), i.c, i.k, i.a, i.m)
        before = "" if self.factor == 1 else latex(self.factor)
        if self.constant != 0:
            return f"{latex(self.constant)}{'' if series.startswith('-') else '+'}{series}"
        return f"-{before}{series[1:]}" if series.startswith("-") else f"{before}{series}"

    def solution(self) -> Solution:
        """The shift, the series in t, and back."""
        say, x = self.language, self.variable
        g = to_sympy(self.body, {x: sp.Symbol(x)}).subs(sp.Symbol(x), T + self.centre)
        rest = ""
        if self.factor != 1:
            rest = WORDS["times"].say(say, k=latex(self.factor))
        elif self.constant != 0:
            rest = WORDS["plus"].say(say, k=latex(self.constant))
        told = {"x_a": latex(self._distance), "f": to_latex(self.body)}
        steps = [
            WORDS["shift"].say(say, x=x, back=latex(T + self.centre), g=latex(g), **told),
            *self.inner.solution().steps,
            WORDS["back"].say(say, rest=rest, answer=self._answer(), **told),
        ]
        return Solution(tuple(steps), self._cell())

    def _term(self) -> sp.Expr:
        return self.factor * self.inner._term().subs(T, self._distance)

    def _cell(self) -> str:
        x, low, last = python_name(self.variable), self.inner.low, self.inner.last
        lines = [
            f"f = {to_python(self.body)}",
            f"term = {exact_source(self._term())}",
            comment(WORDS["code"].say(self.language)),
            f"first = {exact_source(self.constant)} + sum(term.subs(n, i) for i in range({low}, {low + 3}))",
            f"at = lambda g: [simplify(diff(g, {x}, k).subs({x}, {exact_source(self.centre)})) for k in range({last})]",
            "term if all(simplify(a - b) == 0 for a, b in zip(at(f), at(first))) else None",
        ]
        return cell(*lines, variables=("n", self.variable))

    def conclude(self, value: Any) -> Conclusion | None:
        """The sum, where the cell found our term."""
        if not isinstance(value, sp.Expr) or {s.name for s in value.free_symbols} - {"n", self.variable}:
            return None
        answer = self._answer()
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The sum at some numbers near the centre."""
        read = _read(answer, self.variable)
        if read is None:
            return None
        before, body, index, low = read
        x, i = python_name(self.variable), python_name(index)
        step = min(sp.S.One, self.inner.radius) / 4
        points = [self.centre + step * k for k in (-1, sp.Rational(1, 2), 1)]
        lines = [
            f"f = {to_python(self.body)}",
            f"term = {to_python(body)}",
            f"points = {exact_source(points)}",
            "",
            "def total(point):",
            f"    at = term.subs({x}, point)",
            f"    return {before.format(f'sum(N(at.subs({i}, number), 40) for number in range({low}, {low + 60}))')}",
            "",
            f"all(abs(N(total(p) - f.subs({x}, p), 40)) < 1e-18 for p in points)",
        ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        source = cell(*lines, variables=(index, self.variable))
        return CheckPlan(claim, WORDS["method"].say(self.language), source)


def _read(answer: str, variable: str) -> tuple[str, Node, str, int] | None:
    """What stands before the sum of an answer, as Python with a place for the sum; its term, its index, and where it begins."""
    text = re.split(r"(?:,|，|;)\s*(?:\\(?:quad|text|;|,)|\|)", answer.strip().strip("$").rstrip(".。"))[0]
    start = text.find(r"\sum")
    if len(answer) > 1000 or start < 0:
        return None
    before = text[:start].rsplit("=", 1)[-1].strip()
    sign = before[-1:] if before[-1:] in ("+", "-") else ""
    number = before.removesuffix(sign).strip()
    try:
        nodes = parse_list(text[start:])
        value = to_python(parse(number)) if number else ""
        if number and symbols(parse(number)) - {"e"}:
            return None
    except FormulaError:
        return None
    node = nodes[0] if len(nodes) == 1 else None
    if not isinstance(node, Series) or node.kind != "Sum" or not isinstance(node.lower, Number):
        return None
    if symbols(node.body) - {"e"} - {node.index.name, variable}:
        return None
    before = f"({value}) {sign} {{}}" if sign and value else f"({value}) * {{}}" if value else f"{sign}{{}}"
    return before, node.body, node.index.name, int(node.lower.value)


def about(
    body: Node, variable: str, centre: sp.Expr, say: Language, series: Callable[[Node, str, Language], Task | None]
) -> CentredSeries | None:  # fmt: skip
    """The series of a function about a number; None where it is not one of those known in t. `series`: the Maclaurin series in a letter."""
    x = sp.Symbol(variable)
    f = to_sympy(body, {variable: x})
    shifted = sp.expand(f.subs(x, T + centre), power_exp=True, trig=True, log=False, mul=False)
    factor, constant = sp.S.One, sp.S.Zero
    grown = shifted.as_independent(T, as_Add=False)[0] if shifted.has(sp.exp) else sp.S.One
    if grown != 1 and not grown.is_Rational:
        factor, shifted = grown, sp.simplify(shifted / grown)
    if isinstance(shifted, sp.log):
        inside = sp.expand(shifted.args[0])
        first = inside.subs(T, 0)
        if first != 1 and first.is_positive:
            constant, shifted = sp.log(first), sp.log(sp.expand(inside / first))
    try:
        inner = series(parse(sp.latex(shifted)), "t", say)
    except FormulaError:
        return None
    return None if inner is None else CentredSeries(body, variable, centre, inner, factor, constant, say)
