"""Three consecutive terms of an arithmetic or geometric sequence with one unknown number in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, python_name, symbol_latex, to_latex, to_python, to_sympy
from solver.formula.nodes import Call, Group, Relation, Symbol, symbols, walk
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.reader.account import ASK
from solver.topics.base import Conclusion, Solution, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.discrete.sequences.rewriting import progressions

VOCABULARY: Final = {
    "arithmetic": "arithmetic|arithmetic sequence|arithmetic progression|an arithmetic sequence|等差数列|等差",
    "geometric": "geometric|geometric sequence|geometric progression|等比数列|等比",
    "terms": "consecutive|consecutive terms|three consecutive|first three|first three terms|three|terms|numbers|the numbers|three numbers|form|forms|order|this order|in this order"
    "|that order|real|real numbers|sequence|progression|successive|which|make|are in|possible|all|real number|real value"
    "|依次|依次成|成|构成|组成|三个|三个数|三数|三个实数|实数|实|顺次|按此顺序|这个顺序|按这个顺序|连续三项|前三项|是|的连续三项|的前三项|三项|连续|依次是|依次为|为",
    "positive": "positive|positive number|positive terms|正数|正实数|正",
}  # fmt: skip
WORDS: Final = {
    "arithmetic": Words(
        "In an arithmetic sequence the middle one of three consecutive terms is half the sum of its neighbours: \\[2\\left({b}\\right)=\\left({a}\\right)+\\left({c}\\right)\\]",
        "等差数列连续三项中，中间一项的 2 倍等于两边两项之和：\\[2\\left({b}\\right)=\\left({a}\\right)+\\left({c}\\right)\\]",
    ),
    "geometric": Words(
        "In a geometric sequence no term is 0, and the square of the middle one of three consecutive terms is the product of its neighbours: \\[\\left({b}\\right)^2=\\left({a}\\right)\\left({c}\\right)\\]",
        "等比数列各项不为 0，连续三项中，中间一项的平方等于两边两项之积：\\[\\left({b}\\right)^2=\\left({a}\\right)\\left({c}\\right)\\]",
    ),
    "condition": Words("Only values with \\({condition}\\) are allowed.", "只取满足 \\({condition}\\) 的值。"),
    "positive": Words("All three terms are positive.", "三项均为正数。"),
    "solved": Words("The values that fit are \\({x}={values}\\), and the terms become {terms}.", "符合条件的是 \\({x}={values}\\)，此时三项为 {terms}。"),
    "note": Words("values that make a term 0 or break a condition are left out", "舍去使某项为 0 或不合条件的值"),
    "method": Words("each value put in, and the differences or quotients of neighbouring terms compared", "把每个值代入，比较相邻两项的差或比"),
}  # fmt: skip
SENTENCE: Final = Words("\\({x}={answer}\\).", "\\({x}={answer}\\)。")


def read_consecutive(text: Text) -> ConsecutiveTerms | None:
    """Three formulas that are said to be consecutive terms; None where anything else is said."""
    found = account(progressions(text.source), VOCABULARY)
    kinds = [k for k in ("arithmetic", "geometric") if found.has(k)]
    if found.unread or len(kinds) != 1:
        return None
    nodes: list[Node] = []
    for node in found.nodes:
        nodes += node.items if isinstance(node, Group) and hasattr(node, "items") else [node]
    conditions = [n for n in nodes if isinstance(n, Relation) and n in found.relations]
    blanks = [n for n in nodes if isinstance(n, Relation) and n not in found.relations]
    asked = [s for b in blanks for s in b.sides if isinstance(s, Symbol)]
    plain = [n for n in nodes if not isinstance(n, Relation)]
    if len(plain) + len(asked) < 4 or len(plain) > 4:
        return None
    asks_first = ASK in found.concepts and found.concepts.index(ASK) < found.concepts.index(
        "#0"
    ) < found.concepts.index(kinds[0])
    if len(plain) == 4 and isinstance(plain[0], Symbol) and (asks_first or not isinstance(plain[3], Symbol)):
        plain = [*plain[1:], plain[0]]  # "find x if 2, x, 18 are consecutive terms"
    terms, rest = plain[:3], [*plain[3:], *asked]
    names = set[str]().union(*(symbols(t) for t in terms))
    if len(names) != 1 or rest != [Symbol(next(iter(names)))] or "i" in names or "n" in names:
        return None
    if any(symbols(c) != names or c.signs == ("=",) or len(c.sides) != 2 for c in conditions):
        return None
    if any(isinstance(n, Call) for t in terms for n in walk(t)) or "_" in next(iter(names)):
        return None
    task = ConsecutiveTerms(
        (terms[0], terms[1], terms[2]),
        next(iter(names)),
        kinds[0],
        tuple(conditions),
        text.language,
        positive=found.has("positive"),
    )
    return task if task.is_readable() else None


@dataclass(frozen=True, slots=True)
class ConsecutiveTerms:
    """The values of `name` for which `terms` follow one another in a sequence of this `kind`."""

    terms: tuple[Node, Node, Node]
    name: str
    kind: str
    conditions: tuple[Relation, ...]
    language: Language
    positive: bool = False

    @property
    def _x(self) -> sp.Symbol:
        return sp.Symbol(self.name, real=True)

    def _terms(self) -> list[sp.Expr]:
        return [to_sympy(t, {self.name: self._x}) for t in self.terms]

    def _equation(self) -> sp.Expr:
        a, b, c = self._terms()
        return sp.expand(2 * b - a - c if self.kind == "arithmetic" else b**2 - a * c)

    def _values(self) -> list[sp.Expr]:
        found = []
        for root in sp.solve(self._equation(), self._x):
            terms = [sp.simplify(t.subs(self._x, root)) for t in self._terms()]
            fits = root.is_real and (self.kind == "arithmetic" or all(t != 0 for t in terms))
            if fits and (not self.positive or all(bool(t > 0) for t in terms)) and self._allows(root):
                found.append(root)
        return sorted(found)

    def _allows(self, root: sp.Expr) -> bool:
        compare = {"<": sp.Lt, ">": sp.Gt, "<=": sp.Le, ">=": sp.Ge, "!=": sp.Ne}
        return all(
            bool(compare[c.signs[0]](*(to_sympy(s, {self.name: root}) for s in c.sides)))
            for c in self.conditions
        )

    def is_readable(self) -> bool:
        """Whether the equation is of first or second degree with rational numbers and some value fits."""
        try:
            polynomial = self._equation().as_poly(self._x)
            if polynomial is None or not 1 <= polynomial.degree() <= 2:
                return False
            if any(t.as_poly(self._x) is None and t.free_symbols for t in self._terms()):
                return False
            return all(c.is_Rational for c in polynomial.all_coeffs()) and bool(self._values())
        except (FormulaError, TypeError, KeyError, ZeroDivisionError):
            return False

    def solution(self) -> Solution:
        """The equation between the terms, its solutions, and the terms they give."""
        say, (a, b, c), x = self.language, map(to_latex, self.terms), symbol_latex(self.name)
        steps = [WORDS[self.kind].say(say, a=a, b=b, c=c)]
        steps += [WORDS["condition"].say(say, condition=to_latex(k)) for k in self.conditions]
        steps += [WORDS["positive"].say(say)] if self.positive else []
        values = self._values()
        shown = [
            ", ".join(rf"\({sp.latex(sp.simplify(t.subs(self._x, v)))}\)" for t in self._terms())
            for v in values
        ]
        answer = exact_latex(values[0] if len(values) == 1 else values)
        terms = ("；" if say == "zh" else "; ").join(shown)
        steps.append(WORDS["solved"].say(say, x=x, values=answer, terms=terms))
        v = python_name(self.name)
        a, b, c = map(to_python, self.terms)
        equation = f"2*({b}) - ({a}) - ({c})" if self.kind == "arithmetic" else f"({b})**2 - ({a})*({c})"
        source = cell(
            comment(WORDS["note"].say(say)),
            f"values = sorted(value for value in solve(expand({equation}), {v}){self._kept(v)})",
            "values[0]" if len(values) == 1 else "values",
            variables=(self.name,),
            assumptions="real=True",
        )
        return Solution(tuple(steps), source)

    def _kept(self, variable: str) -> str:
        names = {"<": "Lt", ">": "Gt", "<=": "Le", ">=": "Ge", "!=": "Ne"}
        terms = ", ".join(map(to_python, self.terms))
        kept = [
            f"{names[c.signs[0]]}({', '.join(map(to_python, c.sides))}).subs({variable}, value)"
            for c in self.conditions
        ]
        if self.kind == "geometric" or self.positive:
            sign = "> 0" if self.positive else "!= 0"
            kept.append(f"all(simplify(sympify(t).subs({variable}, value)) {sign} for t in ({terms}))")
        return f" if {' and '.join(kept)}" if kept else ""

    def conclude(self, value: Any) -> Conclusion | None:
        """The value or the values."""
        if not isinstance(value, sp.Expr | list):
            return None
        answer = exact_latex(value)
        return Conclusion(SENTENCE.say(self.language, x=symbol_latex(self.name), answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Differences or quotients of neighbours agree for each value, and for as many values as there are."""
        values = values_in(answer.removeprefix(f"{self.name}="))
        if values is None or not all(isinstance(v, sp.Expr) and not v.free_symbols for v in values):
            return None
        v, (a, b, c) = python_name(self.name), map(to_python, self.terms)
        compared = f"simplify({'(q - p) - (r - q)' if self.kind == 'arithmetic' else 'q/p - r/q'}) == 0"
        equation = exact_source(self._equation())
        lines = [
            "def fits(value):",
            f"    p, q, r = (simplify(sympify(t).subs({v}, value)) for t in ({a}, {b}, {c}))",
            "    return 0 not in (p, q) and " + compared
            if self.kind == "geometric"
            else "    return " + compared,
            f"answers = {exact_source(list(values))}",
            f"zeros_found = set(Poly({equation}, {v}).real_roots())",
            f"left = [value for value in zeros_found{self._kept(v)}]",
            "len(set(answers)) == len(left) and all(fits(value) for value in answers)",
        ]
        if self.conditions or self.positive:
            lines.insert(-1, f"answers = [value for value in answers{self._kept(v)}]")
        claim = SENTENCE.say(self.language, x=symbol_latex(self.name), answer=answer)
        source = cell(*lines, variables=(self.name,), assumptions="real=True")
        return CheckPlan(claim, WORDS["method"].say(self.language), source)
