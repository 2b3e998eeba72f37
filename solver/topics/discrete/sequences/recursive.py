"""Sequences given by their first terms and a rule that leads from term to term: a term, a sum, the general term of a linear one.

Read: rules a_{n+1} = … in a_n (and a_{n-1}, n) with rational numbers, where the first terms are numbers. Not: rules for sums,
unknown numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, to_latex, to_sympy
from solver.formula.nodes import Relation, Symbol, symbols
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.discrete.sequences.givens import Givens

MAX_STEPS: Final = 3000
MAX_DIGITS: Final = 200
n: Final = sp.Symbol("n")
WORDS: Final = {
    "rule": Words("The rule \\({rule}\\) leads from term to term:", "由递推公式 \\({rule}\\) 逐项计算："),
    "term": Words("\\({name}={value}\\)", "\\({name}={value}\\)"),
    "period": Words("From here on the terms repeat with the period {period}.", "此后各项以 {period} 为周期重复出现。"),
    "fixed": Words(
        "A number \\(c\\) with \\(c={p}c+{q}\\) stays what it is: \\(c={c}\\). The distance from it is multiplied by \\({p}\\) in every step: \\[{a}_{{n+1}}-({c})={p}\\left({a}_n-({c})\\right)\\]",
        "设 \\(c={p}c+{q}\\)，得 \\(c={c}\\)。于是 \\[{a}_{{n+1}}-({c})={p}\\left({a}_n-({c})\\right)\\] 即 \\({a}_n-({c})\\) 是公比为 \\({p}\\) 的等比数列。",
    ),
    "general": Words("So \\[{a}_n={value}\\]", "所以 \\[{a}_n={value}\\]"),
    "total": Words(
        "The constant \\({c}\\) is added \\(n\\) times, the rest is a geometric sequence with the first term \\({first}\\) and the ratio \\({p}\\): \\[{name}=n\\cdot\\left({c}\\right)+\\left({first}\\right)\\cdot\\frac{{{p}^n-1}}{{{p}-1}}={value}\\]",
        "分组求和：\\(n\\) 个 \\({c}\\)，加上首项为 \\({first}\\)、公比为 \\({p}\\) 的等比数列：\\[{name}=n\\cdot\\left({c}\\right)+\\left({first}\\right)\\cdot\\frac{{{p}^n-1}}{{{p}-1}}={value}\\]",
    ),
    "sum": Words("Added up: \\({name}={value}\\).", "相加得 \\({name}={value}\\)。"),
    "cell": Words("term by term", "逐项计算"),
    "answer": Words("\\({asked}={answer}\\).", "\\({asked}={answer}\\)。"),
    "method_closed": Words("the general term c + (a_1 - c)·p^(n-1) gives the same", "用通项公式重新计算"),
    "method_rule": Words("computed with Python's fractions, and every pair of neighbours put into the rule", "用精确分数重算，并把相邻各项代回递推公式"),
    "method_general": Words("the formula gives the first term and satisfies the rule", "公式满足首项与递推公式"),
}  # fmt: skip


def recursive_question(given: Givens, language: Language) -> Recursion | None:
    """The question for one term, the sum of the first terms, or the general term; None where it is another one."""
    if given.kind or given.conditions or given.flags or given.listing or len(given.asked) != 1:
        return None
    rules = [e for e in given.equations if any(s.endswith(("_n+1", "_n-1", "_n+2")) for s in symbols(e))]
    starts = [e for e in given.equations if e not in rules]
    if len(rules) != 1 or not starts:
        return None
    letter = next(iter(symbols(rules[0]) - {"n"})).partition("_")[0]
    indices = {s.partition("_")[2] for s in symbols(rules[0]) if s != "n"}
    if any(s != "n" and s.partition("_")[0] != letter for s in symbols(rules[0])):
        return None
    shifts = {"n+2": 2, "n+1": 1, "n": 0, "n-1": -1, "n-2": -2}
    if not indices <= set(shifts):
        return None
    top, low = max(shifts[i] for i in indices), min(shifts[i] for i in indices)
    order = top - low
    known: dict[int, sp.Expr] = {}
    for e in sorted(starts, key=lambda e: len(symbols(e.sides[1]))):
        match e.sides:
            case (Symbol(name), Symbol(other)) if (
                (m := re.fullmatch(rf"{letter}_(\d+)", name))
                and (o := re.fullmatch(rf"{letter}_(\d+)", other))
                and int(o[1]) in known
            ):
                known[int(m[1])] = known[int(o[1])]  # a_1 = a_2 = 1
            case (Symbol(name), value) if (m := re.fullmatch(rf"{letter}_(\d+)", name)) and not symbols(
                value
            ):
                known[int(m[1])] = to_sympy(value)
            case _:
                return None
    if order not in (1, 2) or sorted(known) != list(range(1, order + 1)):
        return None
    if not all(v.is_Rational for v in known.values()):
        return None
    step = _solved(rules[0], letter, shifts, top, indices)
    if step is None:
        return None
    asked = given.asked[0]
    match asked:
        case Symbol(name) if m := re.fullmatch(rf"(?P<of>{letter}|{given.sum_letter})_(?P<at>\d+|n)", name):
            task = Recursion(
                rules[0],
                letter,
                tuple(known[i] for i in sorted(known)),
                step,
                asked,
                m["of"] != letter,
                m["at"],
                language,
            )
        case _:
            return None
    return task if task.is_known() else None


def _solved(
    rule: Relation, letter: str, shifts: dict[str, int], top: int, indices: set[str]
) -> sp.Expr | None:
    """The later term in `u` (the one before), `v` (the one before that) and n (the number of the term before)."""
    named = {f"{letter}_{i}": sp.Symbol(("w", "u", "v")[top - shifts[i]]) for i in indices}
    number = sp.Symbol("n") - (
        top - 1
    )  # the rule counts n so that the term before has the number n + top − 1
    try:
        left, right = (to_sympy(s, {**named, "n": number}) for s in rule.sides)
        found = sp.solve(left - right, sp.Symbol("w"))
    except (FormulaError, NotImplementedError):
        return None
    if len(found) != 1 or not found[0].is_rational_function():
        return None
    return found[0] if found[0].free_symbols <= {sp.Symbol("u"), sp.Symbol("v"), n} else None


@dataclass(frozen=True, slots=True)
class Recursion:
    """`asked` of the sequence with the terms `starts` and then `step` (in u, v and n, the number of the term u)."""

    rule: Relation
    letter: str
    starts: tuple[sp.Rational, ...]
    step: sp.Expr
    asked: Symbol
    is_sum: bool
    at: str
    language: Language

    def is_known(self) -> bool:
        """Whether the term can be reached, or the general term is that of a linear rule."""
        if self.at == "n":
            return self._linear() is not None
        return (
            int(self.at) <= MAX_STEPS and (found := self._terms()) is not None and len(found) == int(self.at)
        )

    def _linear(self) -> tuple[sp.Rational, sp.Rational] | None:
        """p and q of a_{n+1} = p·a_n + q with p not 0 or 1."""
        u = sp.Symbol("u")
        poly = self.step.as_poly(u) if self.step.free_symbols == {u} else None
        if poly is None or poly.degree() != 1 or len(self.starts) != 1:
            return None
        p, q = poly.all_coeffs()
        return (p, q) if p != 1 and p.is_Rational and q.is_Rational else None

    def _closed(self, *, total: bool = False) -> sp.Expr:
        """The general term; with `total` the sum of the first n."""
        linear = self._linear()
        assert linear is not None
        p, q = linear
        c = q / (1 - p)
        term = sp.powsimp(c + (self.starts[0] - c) * p ** (n - 1))
        return sp.powsimp(sp.expand(c * n + (self.starts[0] - c) * (p**n - 1) / (p - 1))) if total else term

    def _terms(self) -> list[sp.Rational] | None:
        """All terms up to the one that is asked; None where a term does not exist or is too long."""
        u, v, found = sp.Symbol("u"), sp.Symbol("v"), list(self.starts)
        count, by_the_last = int(self.at), len(self.starts) == 1 and n not in self.step.free_symbols
        seen: dict[sp.Rational, int] = {}
        for k in range(len(self.starts), count):
            if (
                by_the_last and (first := seen.setdefault(found[-1], k - 1)) < k - 1
            ):  # from here on they repeat
                period = found[first:-1]
                return (found[:-1] + period * (count // len(period) + 1))[:count]
            before = {u: found[-1], v: found[-2] if len(found) > 1 else 0, n: k}
            value = self.step.subs(before, simultaneous=True)
            if not value.is_Rational or max(abs(value.p), value.q) > 10**MAX_DIGITS:
                return None
            found.append(value)
        return found[:count]

    def solution(self) -> Solution:
        """Term by term; for the general term the fixed number."""
        say, a = self.language, self.letter
        if self.at == "n":
            linear = self._linear()
            assert linear is not None
            p, q = linear
            c = q / (1 - p)
            parts = {"p": _bracketed(p), "q": _bracketed(q), "c": sp.latex(c), "a": a}
            steps: tuple[str, ...] = (
                WORDS["fixed"].say(say, **parts),
                WORDS["general"].say(say, a=a, value=sp.latex(self._closed())),
            )
            if self.is_sum:
                first = sp.latex(self.starts[0] - c)
                steps = (*steps, WORDS["total"].say(say, name=to_latex(self.asked), c=sp.latex(c), first=first, p=_bracketed(p), value=sp.latex(self._closed(total=True))))  # fmt: skip
            lines = [
                f"p, q, first = {', '.join(f'Rational({x.p}, {x.q})' for x in (p, q, self.starts[0]))}",
                "c = q / (1 - p)",
                "powsimp(expand(c*n + (first - c) * (p**n - 1) / (p - 1)))"
                if self.is_sum
                else "powsimp(c + (first - c) * p**(n - 1))",
            ]
            return Solution(steps, cell(*lines, variables="n"))
        found = self._terms()
        assert found is not None
        shown = [WORDS["rule"].say(say, rule=to_latex(self.rule))]
        count, period = len(found), self._period(found)
        for k, value in enumerate(
            found[: min(count, 8 if period is None else max(period[0] + 2 * period[1], 2))], 1
        ):
            shown.append(WORDS["term"].say(say, name=f"{a}_{{{k}}}", value=sp.latex(value)))
        if period is not None:
            shown.append(WORDS["period"].say(say, period=period[1]))
        if self.is_sum:
            shown.append(WORDS["sum"].say(say, name=to_latex(self.asked), value=sp.latex(sum(found))))
        return Solution((shown[0], " ".join(shown[1:])) if count > 1 else tuple(shown), self._cell())

    def _period(self, found: list[sp.Rational]) -> tuple[int, int] | None:
        """Where the terms begin to repeat and after how many, in a rule without n."""
        if n in self.step.free_symbols or len(self.starts) != 1:
            return None
        for i in range(1, min(len(found), 13)):
            if found[i] in found[:i]:
                start = found.index(found[i])
                return start, i - start
        return None

    def _cell(self) -> str:
        values = ", ".join(f"Rational({s.p}, {s.q})" if s.q != 1 else f"Integer({s.p})" for s in self.starts)
        before = ["u = terms[-1]"] + (["v = terms[-2]"] if len(self.starts) == 2 else [])
        counter = "n" if n in self.step.free_symbols else "step"
        start = len(self.starts)
        lines = [
            f"terms = [{values}]",
            comment(WORDS["cell"].say(self.language)),
            f"for {counter} in map(Integer, range({start}, {int(self.at)})):",
            *(f"    {line}" for line in before),
            f"    terms.append({exact_source(self.step)})",
            f"sum(terms[:{self.at}])" if self.is_sum else f"terms[{int(self.at) - 1}]",
        ]
        return cell(*lines)

    def conclude(self, value: Any) -> Conclusion | None:
        """A number, or a formula in n."""
        if not isinstance(value, sp.Expr) or value.free_symbols - ({n} if self.at == "n" else set()):
            return None
        answer = exact_latex(value)
        return Conclusion(
            WORDS["answer"].say(self.language, asked=to_latex(self.asked), answer=answer), answer
        )

    def check(self, answer: str) -> CheckPlan | None:
        """The closed form of a linear rule, else the rule itself between all neighbours."""
        values, say = values_in(answer), self.language
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
            return None
        given, claim = (
            exact_source(values[0]),
            WORDS["answer"].say(self.language, asked=to_latex(self.asked), answer=answer),
        )
        linear = self._linear()
        if self.at == "n":
            assert linear is not None
            p, q = (exact_source(x) for x in linear)
            if self.is_sum:
                lines = [
                    f"total = S({given})",
                    f"terms = [{exact_source(self.starts[0])}]",
                    "for k in range(15):",
                    f"    terms.append(({p})*terms[-1] + ({q}))",
                    "all(simplify(total.subs(n, k) - sum(terms[:k])) == 0 for k in range(1, 15))",
                ]
                return CheckPlan(claim, WORDS["method_rule"].say(say), cell(*lines, variables="n"))
            lines = [
                f"a = S({given})",
                f"simplify(a.subs(n, 1) - ({exact_source(self.starts[0])})) == 0 and all(simplify(a.subs(n, k + 1) - ({p})*a.subs(n, k) - ({q})) == 0 for k in range(1, 20))",
            ]
            return CheckPlan(claim, WORDS["method_general"].say(say), cell(*lines, variables="n"))
        if linear is not None:
            formula = f"lambda k: {exact_source(self._closed().subs(n, sp.Symbol('k')))}"
            total = (
                f"sum(a(k) for k in map(Integer, range(1, {int(self.at) + 1})))"
                if self.is_sum
                else f"a(Integer({self.at}))"
            )
            return CheckPlan(
                claim, WORDS["method_closed"].say(say), cell(f"a = {formula}", f"{total} == {given}")
            )
        found = self._terms()
        assert found is not None
        numbers = ", ".join(f"Fraction({t.p}, {t.q})" for t in found[: len(self.starts)])
        w = sp.fraction(sp.together(sp.Symbol("w") - self.step))[0]
        body = sp.sstr(sp.expand(w))
        lines = [
            "from fractions import Fraction",
            f"terms = [{numbers}]",
            f"for n in range({len(self.starts)}, {int(self.at)}):",
            "    u, v = terms[-1], terms[-2] if len(terms) > 1 else 0",
            f"    terms.append({_python(self.step)})",
            f"fits = all({body.replace('w', 'terms[n]').replace('u', 'terms[n - 1]').replace('v', 'terms[n - 2]')} == 0 for n in range({len(self.starts)}, {int(self.at)}))",
            f"fits and {f'sum(terms[:{self.at}])' if self.is_sum else f'terms[{int(self.at) - 1}]'} == Fraction({values[0].p}, {values[0].q})"
            if values[0].is_Rational
            else "False",
        ]
        return CheckPlan(claim, WORDS["method_rule"].say(say), "\n".join(lines))


def _python(step: sp.Expr) -> str:
    """The step with Python's fractions."""
    top, bottom = sp.fraction(sp.together(step))
    return f"Fraction(1) * ({sp.sstr(sp.expand(top))}) / ({sp.sstr(sp.expand(bottom))})"


def _bracketed(value: sp.Expr) -> str:
    text = str(sp.latex(value))
    return rf"\left({text}\right)" if text.startswith("-") else text
