r"""Sums whose last index is a letter: Σ from k = 1 to n in closed form; a short Σ written out term by term.

Read: polynomials in the index, geometric terms, terms that telescope; 1 + 2 + … + n where the last term tells the rule;
"expand \sum", "write out the terms". Not: bodies with other letters (but where a short sum is only written out), infinite sums.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Blank, Call, Relation, Series, Symbol, symbols, walk, with_children
from solver.latex import latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread
from solver.topics.cells import cell, comment, exact_source
from solver.topics.discrete.series.closed_words import VOCABULARY, WORDS
from solver.topics.discrete.series.written import K, Written, bracketed

MAX_DEGREE: Final = 6
MAX_WRITTEN: Final = 12
MAX_SIZE: Final = 10**6
_DOTS: Final = r"(?:\.{3,}|…+|\\[lc]?dots[bmci]?(?![a-z]))"
_SIGNS: Final = r"\\(?:times|cdot|[dt]?frac)(?![a-z])"
_PIECE: Final = rf"(?:[\d\s*/^(){{}}]|{_SIGNS})+?"
_ENDING: Final = rf"(?:[\d\s*/^]|(?<![a-z\\])[a-z](?![a-z])|{_SIGNS}|\((?:[^()]|\([^()]*\))*\)|\{{(?:[^{{}}]|\{{[^{{}}]*\}})*\}})+"
_LISTED: Final = re.compile(
    rf"(?<![\w+\-*/^)}}])(?P<items>(?=[\d(\\]){_PIECE}(?:\+{_PIECE})+)\+\s*{_DOTS}\s*\+(?P<last>{_ENDING}(?<!\s))(?!\s*[\d^*/({{\\]|\s*[+\-]\s*[\d(a-z\\])"
)
_SAID: Final = re.compile(
    r"(?i)\b(?:the\s+)?sum(?:mation)?\s+of\s+\$?(?P<body>[^$,;?]+?)\$?\s+(?:from|for)\s+\$?(?P<i>[a-z])\s*=\s*(?P<low>-?\d+)\$?\s+to\s+\$?(?P<high>[a-z](?:\s*[+-]\s*\d+)?)\$?(?![A-Za-z])"
)
_FIRST: Final = re.compile(
    r"(?i)\b(?:the\s+)?first\s+\$?n\$?\s+(?P<en>positive\s+integers|natural\s+numbers|counting\s+numbers|(?:positive\s+)?odd\s+(?:numbers|integers)|positive\s+even\s+(?:numbers|integers)|(?:perfect\s+)?squares|square\s+numbers|(?:perfect\s+)?cubes|cube\s+numbers)"
    r"|前\s*\$?n\$?\s*个(?P<zh>正整数|正奇数|奇数|正偶数|平方数|立方数|正整数的平方|正整数的立方)"
)


def read(text: Text) -> Reading:
    """One sum up to a letter, or one that is to be written out."""
    source = _SAID.sub(
        lambda m: rf"$\sum_{{{m['i']}={m['low']}}}^{{{m['high']}}} ({m['body']})$", text.source
    )
    source = _FIRST.sub(lambda m: f"${_first(m)}$", _with_rule(source))
    if "sum" not in source and "∑" not in source and "Σ" not in source:
        return None
    found = account(source, VOCABULARY)
    if len(found.nodes) != 1:
        nodes = [n for n in found.nodes if n != Symbol("n")]  # "in terms of n"
        if len(nodes) != 1:
            return None
    else:
        nodes = list(found.nodes)
    node = nodes[0]
    if isinstance(node, Relation) and len(node.sides) == 2 and isinstance(node.sides[1], Blank):
        node = node.sides[0]
    if not isinstance(node, Series) or node.kind != "Sum":
        return None
    if found.unread:
        return Unread(found.unread)
    return _task(
        node,
        text.language,
        listed=source != text.source,
        written=found.has("write"),
        added=found.has("value"),
    )


def _first(match: re.Match[str]) -> str:
    kind = (match["en"] or match["zh"]).lower()
    body = (
        "k^2" if re.search("square|平方", kind) else "k^3" if re.search("cube|立方", kind)
        else "(2k-1)" if re.search("odd|奇", kind) else "2k" if re.search("even|偶", kind) else "k"
    )  # fmt: skip
    return rf"\sum_{{k=1}}^{{n}} {body}"


def _with_rule(text: str) -> str:
    """`1 + 2 + … + n` as Σ, where the last term with n = 1, 2, … (or from 0 on) gives those that are listed."""

    def ruled(match: re.Match[str]) -> str:
        try:
            items = [to_sympy(parse(t.strip())) for t in match["items"].split("+")]
            node = parse(match["last"].strip())
            last = to_sympy(node)
        except (FormulaError, TypeError, ValueError):
            return match[0]
        names = sorted(symbols(node))
        if len(names) != 1 or names[0] in ("e", "i", "x") or not all(t.is_Rational for t in items):
            return match[0]
        n = sp.Symbol(names[0])
        for low in (1, 0, 2):
            if all(sp.simplify(last.subs(n, low + j) - t) == 0 for j, t in enumerate(items)):
                rule = rf"\sum_{{k={low}}}^{{{names[0]}}} \left({to_latex(_renamed(node, Symbol(names[0])))}\right)"
                inside = text[: match.start()].count("$") % 2 == 1
                return f" {rule} " if inside else f" ${rule}$ "
        return match[0]

    return (
        _LISTED.sub(ruled, text.replace(r"\(", "$").replace(r"\)", "$")) if re.search(_DOTS, text) else text
    )


def _renamed(node: Node, old: Symbol) -> Node:
    return Symbol("k") if node == old else with_children(node, lambda child: _renamed(child, old))


def _task(node: Series, language: Language, *, listed: bool, written: bool, added: bool) -> Reading:
    if node.index != Symbol("k") and "k" in symbols(node.body) | symbols(node.upper):
        return None
    body = _renamed(node.body, node.index)
    if any(isinstance(p, Series | Blank) or isinstance(p, Call) and p.name != "sqrt" for p in walk(body)):
        return None
    a, low, high = (to_sympy(p) for p in (body, node.lower, node.upper))
    if (
        not low.is_Integer
        or abs(low) > 20
        or any(max(abs(r.p), r.q) > MAX_SIZE for r in a.atoms(sp.Rational))
    ):
        return None
    plain = replace(node, body=body, index=Symbol("k"))
    if high.is_Integer:
        if (
            not written
            or not 1 <= high - low < MAX_WRITTEN
            or not (symbols(body) - {"k"} <= {"x", "a", "b", "y", "n", "e"})
        ):
            return None
        return Written(plain, int(low), int(high), added, language)
    names = symbols(node.upper)
    if len(names) != 1 or symbols(body) - {"k"} or names & {"i", "e", "k"}:
        return None
    n = sp.Symbol(*names)
    step = high.diff(n)
    if not (
        step.is_Integer and 1 <= step <= 4 and (high - step * n).is_Integer and abs(high - step * n) <= 10
    ):
        return None
    task = ClosedSum(plain, n.name, int(low), listed, language)
    return task if task.kind() else None


@dataclass(frozen=True, slots=True)
class ClosedSum:
    """Σ of `node.body` for k from `low` to an expression in `letter`; `listed`: the problem has no Σ."""

    node: Series
    letter: str
    low: int
    listed: bool
    language: Language

    @property
    def _a(self) -> sp.Expr:
        return to_sympy(self.node.body)

    @property
    def _n(self) -> sp.Symbol:
        return sp.Symbol(self.letter)

    @property
    def _high(self) -> sp.Expr:
        return to_sympy(self.node.upper)

    def kind(self) -> str:
        """Which of the ways sums it; empty where none does."""
        a = self._a
        if a.is_polynomial(K):
            return "powers" if sp.degree(a, K) <= MAX_DEGREE and a != 0 else ""
        q = sp.simplify(a.subs(K, K + 1) / a)
        if q.is_Rational and abs(q) not in (0, 1):
            return "geometric"
        return "telescope" if self._difference() is not None else ""

    def _difference(self) -> sp.Expr | None:
        """g with term(k) = g(k) − g(k + 1)."""
        if not self._a.is_rational_function(K):
            return None
        parts = sp.Add.make_args(sp.apart(sp.together(self._a), K))
        for g in parts if len(parts) == 2 else ():
            if sp.cancel(self._a - g + g.subs(K, K + 1)) == 0:
                poles = sp.solve(sp.denom(sp.together(self._a)), K)
                return (
                    g if all(p.is_Rational and not (p.is_Integer and p >= self.low) for p in poles) else None
                )
        return None

    def value(self) -> sp.Expr:
        """The closed form."""
        kind, m = self.kind(), self._high
        if kind == "powers":
            return sp.factor(sp.summation(sp.expand(self._a), (K, self.low, m)))
        if kind == "geometric":
            q = sp.simplify(self._a.subs(K, K + 1) / self._a)
            if abs(q) < 1:
                return self._first / (1 - q) * (1 - q**self._count)
            return sp.together(self._first / (q - 1) * (q**self._count - 1))
        g = self._difference()
        assert g is not None
        return sp.factor(sp.together(g.subs(K, self.low) - g.subs(K, m + 1)))

    @property
    def _first(self) -> sp.Expr:
        return sp.simplify(self._a.subs(K, self.low))

    @property
    def _count(self) -> sp.Expr:
        return self._high - self.low + 1

    def _written(self, body: str | None = None) -> str:
        low, high = self.low, to_latex(self.node.upper)
        inner = to_latex(self.node.body) if body is None else body
        return rf"\sum_{{k={low}}}^{{{high}}}{bracketed(inner)}"

    def solution(self) -> Solution:
        """By known sums of powers, as a geometric sum, or by cancelling."""
        steps = {"powers": self._powers, "geometric": self._geometric, "telescope": self._telescope}[
            self.kind()
        ]()
        n, k = python_name(self.letter), python_name("k")
        body, bounds = to_python(self.node.body), f"({k}, {self.low}, {to_python(self.node.upper)})"
        if self.kind() == "telescope":
            g = self._difference()
            lines = [
                f"g = {exact_source(g)}",
                f"factor(together(g.subs({k}, {self.low}) - g.subs({k}, {to_python(self.node.upper)} + 1)))",
            ]
        elif self.kind() == "geometric":
            count = n if self._count == self._n else f"({exact_source(self._count)})"
            lines = [
                f"a = {body}",
                f"q = simplify(a.subs({k}, {k} + 1)/a)",
                f"together(a.subs({k}, {self.low})*(q**{count} - 1)/(q - 1))",
            ]
        else:
            lines = [f"factor(summation({body}, {bounds}))"]
        source = cell(comment(WORDS["code"].say(self.language)), *lines, variables=(n, k))
        return Solution(tuple(steps), source)

    def _rule(self) -> list[str]:
        return [WORDS["rule"].say(self.language, sum=self._written())] if self.listed else []

    def _powers(self) -> list[str]:
        say, expanded = self.language, sp.Poly(sp.expand(self._a), K)
        high = to_latex(self.node.upper)
        steps = self._rule()
        body = to_latex(self.node.body)
        if sp.expand(self._a) != to_sympy(self.node.body) or "(" in body:
            steps.append(WORDS["expand"].say(say, body=body, expanded=latex(expanded.as_expr())))
        terms = [(int(p), c) for (p,), c in sorted(expanded.terms(), reverse=True)]

        def sigma(p: int, start: int | str) -> str:
            return rf"\sum_{{k={start}}}^{{{high}}}{'1' if p == 0 else 'k' if p == 1 else f'k^{{{p}}}'}"

        def combined(start: int) -> str:
            return _signed([(c, sigma(p, start)) for p, c in terms])

        if terms != [(terms[0][0], 1)] or len(terms) > 1:
            steps.append(
                WORDS["split"].say(
                    say, sum=self._written(latex(expanded.as_expr())), parts=combined(self.low)
                )
            )
        before = sp.S.Zero
        if self.low != 1:
            gap = range(1, self.low) if self.low > 1 else range(self.low, 1)
            values = [sp.simplify(self._a.subs(K, j)) for j in gap]
            before = sum(values, sp.S.Zero) * (-1 if self.low > 1 else 1)
            shown = "+".join(latex(v) if v >= 0 else rf"\left({latex(v)}\right)" for v in values)
            total = latex(sum(values, sp.S.Zero))
            what = WORDS["less" if self.low > 1 else "more"].say(say)
            steps.append(
                WORDS["shift"].say(
                    say, low=self.low, what=what, terms=shown if len(values) == 1 else f"{shown}={total}"
                )
            )
        n = self._high
        facts = [f"{sigma(p, 1)}={latex(sp.factor(sp.summation(K**p, (K, 1, n))))}" for p, _ in terms]
        steps.append(WORDS["known"].say(say, facts=r",\qquad ".join(facts)))
        pieces = _signed([(c, latex(sp.factor(sp.summation(K**p, (K, 1, n))))) for p, c in terms])
        if before != 0:
            pieces += ("+" if before > 0 else "") + latex(before)
        value = latex(self.value())
        if pieces != value:
            steps.append(WORDS["together"].say(say, sum=pieces, value=value))
        return steps

    def _geometric(self) -> list[str]:
        q = sp.simplify(self._a.subs(K, K + 1) / self._a)
        qb = latex(q) if q.is_Integer and q > 0 else rf"\left({latex(q)}\right)"
        first = latex(self._first) if self._first > 0 else rf"\left({latex(self._first)}\right)"
        return [
            *self._rule(),
            WORDS["geometric"].say(
                self.language,
                q=latex(q),
                qb=qb,
                first=first,
                count=latex(self._count),
                value=latex(self.value()),
            ),
        ]

    def _telescope(self) -> list[str]:
        g = self._difference()
        assert g is not None
        last = g.subs(K, self._high + 1)
        return [
            *self._rule(),
            WORDS["telescope"].say(
                self.language, body=to_latex(self.node.body), g=latex(g), next=_in_brackets(g.subs(K, K + 1)),
                first=latex(g.subs(K, self.low)), last=_in_brackets(last), value=latex(self.value()),
            ),
        ]  # fmt: skip

    def conclude(self, value: Any) -> Conclusion | None:
        """The closed form, where the cell found the same."""
        if not isinstance(value, sp.Expr) or sp.simplify(value - self.value()) != 0:
            return None
        answer = latex(self.value())
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By induction."""
        values = values_in(answer, (self.letter,))
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
            return None
        given = values[0]
        if {s.name for s in given.free_symbols} - {self.letter}:
            return None
        n, k = python_name(self.letter), python_name("k")
        high, step = self._high, int(self._high.diff(self._n))
        start = next(j for j in range(-30, 60) if high.subs(self._n, j) >= self.low)
        lines = [
            f"a = {to_python(self.node.body)}",
            f"S_n = {exact_source(given)}",
            f"first = sum(a.subs({k}, j) for j in range({self.low}, {int(high.subs(self._n, start)) + 1}))",
            f"added = sum(a.subs({k}, {exact_source(high)} + j) for j in range(1, {step + 1}))",
            f"begins = simplify(S_n.subs({n}, {start}) - first) == 0"
            if given.has(self._n)
            else "begins = simplify(S_n - first) == 0",
            f"continues = simplify({f'S_n.subs({n}, {n} + 1) - S_n' if given.has(self._n) else '0'} - added) == 0",
            "begins and continues",
        ]
        lines[1] = f"S_n = S({exact_source(given)})"
        lines[0] = f"a = S({to_python(self.node.body)})"
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(
            claim,
            WORDS["method"].say(self.language),
            cell(*lines, variables=(n, k), assumptions="integer=True, positive=True"),
        )


def _signed(parts: list[tuple[sp.Expr, str]]) -> str:
    """`3a - b`: coefficients in front of what they belong to."""
    out = ""
    for c, what in parts:
        sign = "-" if c < 0 else "+" if out else ""
        size = (
            ""
            if abs(c) == 1
            else latex(abs(c)) + (r"\cdot " if what[0].isdigit() or what.startswith(r"\frac") else "")
        )
        out += f"{sign}{size}{what}"
    return out


def _in_brackets(value: sp.Expr) -> str:
    shown = latex(value)
    return rf"\left({shown}\right)" if value.is_Add or shown.startswith("-") else shown
