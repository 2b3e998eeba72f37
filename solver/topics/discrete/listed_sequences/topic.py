"""What comes next, the missing number, the n-th term of a listed sequence: by differences, by the ratio, by sums of two.

Read: see `reading`; a rule is only taken where the terms leave no choice (see `rules`). The first terms never force a rule:
the steps say which one was found, and that the list is taken to go on by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, python_name, symbol_latex, to_sympy
from solver.formula.nodes import symbols
from solver.latex import MAX_ANSWER, exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread
from solver.topics.cells import cell, comment, exact_source
from solver.topics.discrete.listed_sequences.reading import listed
from solver.topics.discrete.listed_sequences.rules import Known, Rule, differences, rule_of
from solver.topics.discrete.listed_sequences.words import WORDS, ordinal

LOOK_AHEAD: Final = 3
"""Terms behind the listed ones in which a claimed formula must also agree."""
MAX_DIGITS: Final = 400


def read(text: Text) -> Reading:
    """A question about a listed sequence whose rule its terms show."""
    found = listed(text)
    if found is None or isinstance(found, Unread):
        return found
    rule = rule_of(found.known)
    if rule is None or found.said and found.said != rule.name:
        return None
    if rule.kind == "sums" and (found.letter or max(found.positions) > 100):
        return None
    if rule.kind == "ratio" and found.positions:
        base = max(abs(rule.start[1].numerator), rule.start[1].denominator)
        if max(found.positions) * len(str(base)) > MAX_DIGITS:
            return None
    return ListedSequence(found.known, found.positions, found.letter, rule, text.language)


def _rational(value: Fraction) -> sp.Rational:
    return sp.Rational(value.numerator, value.denominator)


def _latex(value: Fraction) -> str:
    return exact_latex(_rational(value))


def _signed(value: Fraction) -> str:
    """A number behind a sign: negative ones in brackets."""
    return rf"\left({_latex(value)}\right)" if value < 0 else _latex(value)


@dataclass(frozen=True, slots=True)
class ListedSequence:
    """The terms at `positions`, or with a `letter` the general term, of what `known` shows."""

    known: Known
    positions: tuple[int, ...]
    letter: str
    rule: Rule
    language: Language

    @property
    def _is_filled(self) -> bool:
        """Whether a gap stands among the listed terms."""
        return bool(self.positions) and min(self.positions) < self.known[-1][0]

    @property
    def _shown(self) -> int:
        """How many terms the steps start from: the listed ones, with the gaps filled."""
        return max(self.known[-1][0], *self.positions) if self._is_filled else self.known[-1][0]

    def solution(self) -> Solution:
        """The rule, how it is seen, and how the list goes on."""
        match self.rule.kind:
            case "differences":
                steps = self._difference_steps()
            case "ratio":
                steps = self._ratio_steps()
            case _:
                steps = self._sum_steps()
        return Solution(tuple(steps), cell(*self._lines()))

    def _say(self, key: str, **values: object) -> str:
        return WORDS[key].say(self.language, **values)

    def _terms_to(self, last: int) -> list[Fraction]:
        return [self.rule.term(p) for p in range(1, last + 1)]

    # -- steps ----------------------------------------------------------------------------------------

    def _difference_steps(self) -> list[str]:
        order, last = self.rule.order, self._shown
        constant = differences(self.rule.start)[-1][0]
        rows = differences(self._terms_to(last))[: order + 1]
        steps = []
        if self._is_filled:
            missing = ", ".join(_latex(self.rule.term(p)) for p in self.positions)
            steps.append(self._say("filled", missing=missing))
        if order == 0:
            steps.append(self._say("same", value=_latex(constant)))
        else:
            key = "first" if order == 1 else "higher"
            steps.append(
                self._say(
                    key, table=self._table(rows), order=ordinal(order, self.language), value=_latex(constant)
                )
            )
        if self.letter:
            return [*steps, *self._newton()]
        if self._is_filled:
            return [*steps, self._say("fits")]
        if max(self.positions) > last + 5:
            return [*steps, *self._newton()]
        return [*steps, *(line for p in range(last, max(self.positions)) for line in self._grown(rows, p))]

    def _table(self, rows: list[list[Fraction]]) -> str:
        lines = []
        for k, row in enumerate(rows):
            name = self._say("row_terms") if k == 0 else ordinal(k, self.language) + self._say("row")
            lines.append(rf"\text{{{name}}} & " + " & ".join(map(_latex, row)))
        return rf"\begin{{array}}{{l|{'r' * len(rows[0])}}}" + r" \\ ".join(lines) + r"\end{array}"

    def _grown(self, rows: list[list[Fraction]], last: int) -> list[str]:
        """The next term from the last entries of the rows, from the constant one up."""
        ends = [row[-1] for row in differences(self._terms_to(last))[: len(rows)]]
        value, sums = ends[-1], []
        for end in reversed(ends[:-1]):
            sums.append(f"{_latex(end)}+{_signed(value)}={_latex(end + value)}")
            value = end + value
        if not sums:
            return [self._say("goes_on_same", value=_latex(value))]
        return [self._say("grown", sums=r",\quad ".join(sums), value=_latex(value))]

    def _newton(self) -> list[str]:
        name = self.letter or "n"
        n = symbol_latex(name)
        firsts = [row[0] for row in differences(self.rule.start)]
        parts = [_latex(firsts[0])]
        for k, first in enumerate(firsts[1:], 1):
            if first == 0:
                continue
            factors = "".join(f"({n}-{j})" for j in range(1, k + 1))
            shape = factors if k == 1 else rf"\frac{{{factors}}}{{{sp.factorial(k)}}}"
            parts.append(rf"{_signed(first)} \cdot {shape}")
        expanded = exact_latex(self._general())
        steps = [self._say("newton", n=n, sum="+".join(parts), result=expanded)]
        if not self.letter:
            steps += [self._say("put_in", n=n, p=p, value=_latex(self.rule.term(p))) for p in self.positions]
        return steps

    def _general(self) -> sp.Expr:
        """The term with a letter as number."""
        n = sp.Symbol(self.letter or "n")
        if self.rule.kind == "ratio":
            first, ratio = map(_rational, self.rule.start)
            return first * ratio ** (n - 1)
        firsts = (_rational(row[0]) for row in differences(self.rule.start))
        return sp.expand(sum(d * sp.ff(n - 1, k) / sp.factorial(k) for k, d in enumerate(firsts)))

    def _ratio_steps(self) -> list[str]:
        first, ratio = self.rule.start
        steps = []
        if self._is_filled:
            missing = ", ".join(_latex(self.rule.term(p)) for p in self.positions)
            steps.append(self._say("filled", missing=missing))
        terms = self._terms_to(self._shown)
        quotients = r",\quad ".join(
            rf"{_latex(a)} \times {_signed(ratio)}={_latex(b)}" for a, b in pairwise(terms)
        )
        steps.append(self._say("ratio", quotients=quotients, ratio=_latex(ratio)))
        n = symbol_latex(self.letter or "n")
        power = rf"{_latex(first)} \cdot {self._base(ratio)}^{{{n}-1}}"
        last = self.known[-1][0]
        if self.letter:
            short = self._ratio_power(n)
            return [
                *steps,
                self._say("ratio_general", n=n, power=power if short == power else f"{power}={short}"),
            ]
        if self._is_filled:
            return [*steps, self._say("fits")]
        if max(self.positions) > last + 5:
            (p,) = self.positions
            power = rf"{_latex(first)} \cdot {self._base(ratio)}^{{{p - 1}}}"
            return [*steps, self._say("ratio_term", p=p, power=power, value=_latex(self.rule.term(p)))]
        for p in range(last, max(self.positions)):
            a, b = self.rule.term(p), self.rule.term(p + 1)
            steps.append(self._say("ratio_next", line=rf"{_latex(a)} \times {_signed(ratio)}={_latex(b)}"))
        return steps

    def _ratio_power(self, n: str) -> str:
        """First term times ratio^(n-1), as short as it gets."""
        first, ratio = self.rule.start
        if first == ratio:
            return rf"{self._base(ratio)}^{{{n}}}"
        head = {1: "", -1: "-"}.get(int(first) if first.denominator == 1 else 0, rf"{_latex(first)} \cdot ")
        return rf"{head}{self._base(ratio)}^{{{n}-1}}"

    @staticmethod
    def _base(ratio: Fraction) -> str:
        return _latex(ratio) if ratio > 0 and ratio.denominator == 1 else rf"\left({_latex(ratio)}\right)"

    def _sum_steps(self) -> list[str]:
        last = self._shown
        top = max(last, *self.positions)
        terms = self._terms_to(top)

        def line(k: int) -> str:
            return f"{_latex(terms[k - 2])}+{_signed(terms[k - 1])}={_latex(terms[k])}"

        missing = ", ".join(_latex(self.rule.term(p)) for p in self.positions)
        steps = [self._say("filled", missing=missing)] if self._is_filled else []
        steps += [self._say("sums", sums=r",\quad ".join(line(k) for k in range(2, last)))]
        if self._is_filled:
            return [*steps, self._say("fits")]
        steps += [self._say("sums_next", line=line(k)) for k in range(last, top)]
        return steps

    # -- cells ----------------------------------------------------------------------------------------

    def _listing(self, terms: list[Fraction]) -> str:
        return "[" + ", ".join(exact_source(_rational(t)) for t in terms) + "]"

    def _points(self) -> str:
        return "[" + ", ".join(f"({p}, {exact_source(_rational(t))})" for p, t in self.known) + "]"

    def _lines(self) -> list[str]:
        if self._is_filled and self.rule.kind == "differences":
            wanted = ", ".join(f"curve.subs(n, {p})" for p in self.positions)
            return [
                'n = symbols("n")',
                comment(self._say("code_points")),
                f"curve = interpolate({self._points()}, n)",
                f"[{wanted}]",
            ]
        if self.rule.kind == "differences":
            name = python_name(self.letter or "n")
            last = "[" + ", ".join(f"formula.subs({name}, {p})" for p in self.positions) + "]"
            rows = [
                f"terms = {self._listing([t for _, t in self.known])}",
                comment(self._say("code_differences")),
                "rows = [terms]",
                "while any(rows[-1][0] != entry for entry in rows[-1]):",
                "    rows.append([b - a for a, b in zip(rows[-1], rows[-1][1:])])",
            ]
            if self.positions == (self.known[-1][0] + 1,):
                return [*rows, comment(self._say("code_ends")), "[sum(row[-1] for row in rows)]"]
            return [
                f'{name} = symbols("{self.letter or "n"}")',
                *rows,
                comment(self._say("code_newton")),
                f"formula = expand(sum(row[0]*ff({name} - 1, order)/factorial(order) for order, row in enumerate(rows)))",
                "formula" if self.letter else last,
            ]
        if self.rule.kind == "ratio":
            first, ratio = (exact_source(_rational(v)) for v in self.rule.start)
            name = python_name(self.letter or "n")
            head = [
                comment(self._say("code_ratio")),
                f"first, ratio = Integer(1)*{first}, Integer(1)*{ratio}",
            ]
            if self.letter:
                return [f'{name} = symbols("{self.letter}")', *head, f"first*ratio**({name} - 1)"]
            return [*head, f"[first*ratio**(p - 1) for p in {list(self.positions)}]"]
        return [
            f"terms = {self._listing([t for _, t in self.known[:2]])}",
            comment(self._say("code_sums")),
            f"while len(terms) < {max(self.positions)}:",
            "    terms.append(terms[-2] + terms[-1])",
            f"[terms[p - 1] for p in {list(self.positions)}]",
        ]

    def conclude(self, value: Any) -> Conclusion | None:
        """The terms asked for, or the formula."""
        if self.letter:
            if not isinstance(value, sp.Expr) or {s.name for s in value.free_symbols} - {self.letter}:
                return None
            answer = exact_latex(value)
            if self.rule.kind == "ratio":
                n = sp.Symbol(self.letter)
                if any(value.subs(n, p) != _rational(self.rule.term(p)) for p in range(1, 4)):
                    return None
                answer = self._ratio_power(symbol_latex(self.letter))
            return Conclusion(self._say("general", n=symbol_latex(self.letter), answer=answer), answer)
        if not isinstance(value, list) or len(value) != len(self.positions):
            return None
        answer = exact_latex(value)
        return Conclusion(self._sentence(answer), answer)

    def _sentence(self, answer: str) -> str:
        last = self.known[-1][0]
        if self.letter:
            return self._say("general", n=symbol_latex(self.letter), answer=answer)
        if self._is_filled:
            return self._say("missing", answer=answer)
        if self.positions[0] != last + 1:
            return self._say("term", p=self.positions[0], answer=answer)
        return self._say("next" if len(self.positions) == 1 else "next_terms", answer=answer)

    def check(self, answer: str) -> CheckPlan | None:
        """A formula by putting numbers in; terms by the curve through the first terms, or by proportions and sums."""
        if self.letter:
            return self._check_formula(answer)
        values = values_in(answer)
        if values is None or len(values) != len(self.positions) or not all(v.is_Rational for v in values):
            return None
        claim = self._sentence(answer)
        claimed = exact_source(list(values))
        if self.rule.kind == "differences":
            return CheckPlan(claim, self._say(f"method_{self._way}"), cell(*self._difference_check(claimed)))
        points = "{" + ", ".join(f"{p}: {exact_source(_rational(t))}" for p, t in self.known) + "}"
        lines = [f"known, positions, claimed = {points}, {list(self.positions)}, {claimed}"]
        if self.rule.kind == "ratio":
            p, first, second = next((p, a, b) for (p, a), (q, b) in pairwise(self.known) if q == p + 1)
            lines += [
                comment(self._say("code_proportion")),
                f"a, b, start = Integer({exact_source(_rational(first))})*1, {exact_source(_rational(second))}, {p}"
                if first.denominator == 1
                else f"a, b, start = {exact_source(_rational(first))}, {exact_source(_rational(second))}, {p}",
                "listed = {**known, **dict(zip(positions, claimed))}",
                "all(t*a**(p - start) == a*b**(p - start) if p >= start else t*b**(start - p) == a*a**(start - p) for p, t in listed.items())",
            ]
        else:
            lines += [
                comment(self._say("code_matrix")),
                "step = Matrix([[0, 1], [1, 1]])",
                "start = Matrix([known[1], known[2]])",
                "listed = {**known, **dict(zip(positions, claimed))}",
                "all((step**(p - 1)*start)[0] == t for p, t in listed.items())",
            ]
        return CheckPlan(claim, self._say(f"method_{self.rule.kind}"), cell(*lines))

    @property
    def _way(self) -> str:
        return "table" if self._is_filled else "curve"

    def _difference_check(self, claimed: str) -> list[str]:
        order = self.rule.order
        points = "{" + ", ".join(f"{p}: {exact_source(_rational(t))}" for p, t in self.known) + "}"
        head = f"known, positions, claimed = {points}, {list(self.positions)}, {claimed}"
        if self._is_filled:
            return [
                head,
                "listed = {**known, **dict(zip(positions, claimed))}",
                "row = [listed[p] for p in sorted(listed)]",
                f"for _ in range({order}):",
                "    row = [b - a for a, b in zip(row, row[1:])]",
                "all(entry == row[0] for entry in row)",
            ]
        return [
            'x = symbols("x")',
            head,
            comment(self._say("code_curve")),
            f"curve = interpolate(list(known.items())[:{order + 1}], x)"
            if order
            else "curve = Integer(1)*known[1]",
            "listed = {**known, **dict(zip(positions, claimed))}",
            "all(curve.subs(x, p) == t for p, t in listed.items())",
        ]

    def _check_formula(self, answer: str) -> CheckPlan | None:
        """The listed terms, and some behind them, must come out."""
        if len(answer) > MAX_ANSWER:
            return None
        try:
            node = parse(answer.split("=")[-1].strip().strip("$").rstrip(".。"))
            name = python_name(self.letter)
            value = to_sympy(node, {s: sp.Symbol(python_name(s)) for s in symbols(node)})
        except FormulaError:
            return None
        if not isinstance(value, sp.Expr):
            return None
        count = self.known[-1][0] + LOOK_AHEAD
        claim = self._say("general", n=symbol_latex(self.letter), answer=answer)
        if {s.name for s in value.free_symbols} - {name}:
            return CheckPlan(claim, self._say("foreign"), cell(f"{sorted(symbols(node))} == {[self.letter]}"))
        lines = [
            f'{name} = symbols("{self.letter}")',
            f"claimed = Integer(0) + {exact_source(value)}",
            comment(self._say("code_more", more=LOOK_AHEAD)),
            f"terms = {self._listing(self._terms_to(count))}",
            f"all((claimed.subs({name}, number) - term).equals(0) for number, term in enumerate(terms, 1))",
        ]
        return CheckPlan(claim, self._say("method_formula"), cell(*lines))
