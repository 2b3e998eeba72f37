"""Questions about the solutions of one equation: their sum, product, number, difference, the smallest, the largest, the positive one.

The equation is solved as in `equations`; then what is asked for is taken from its solutions. Declined where it makes a
difference whether equal or complex solutions count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import python_name, symbol_latex, to_latex, to_python
from solver.formula.nodes import Symbol
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import Account, account, notation_of
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import difference, exact_source, joined
from solver.topics.equations.conditioned import conditioned
from solver.topics.equations.counted_roots import counted_roots
from solver.topics.equations.equation_words import VOCABULARY as EQUATION
from solver.topics.equations.odd_roots import with_real_roots
from solver.topics.equations.scanning import scan_source
from solver.topics.equations.single import Equation, equation_of, is_one_equation

VOCABULARY: Final = {
    **EQUATION,
    "sum": "sum|sum of|之和|的和|和",
    "product": "product|product of|之积|的积|积",
    "smallest": "smallest|least|smaller|lesser|smallest possible|least possible|最小|最小的|较小的|较小",
    "largest": "largest|greatest|larger|greater|largest possible|greatest possible|maximum possible|最大|最大的|较大的|较大",
    "positive": "positive|正|正数|正根|的正根|正数解|正实数|正实数解|正数根",
    "negative": "negative|负|负数|负根|的负根|负数解|负数根",
    "difference": "difference between|positive difference between|absolute difference between|之差|的差",
    "count": "how many|number of|个数|的个数|几个|多少个|有几个|有多少个",
    "possible": "does|have|has|are there|exist|there|possible|such that|distinct|different|for which|makes?|true|the equation true|two|roots of|values of|all values of|all possible values of|both|express|answer|不同的|不相等的|两|两个|两根|的两根|各根|所有根",
}
KINDS: Final = ("sum", "product", "difference", "smallest", "largest", "positive", "negative", "count")
WORDS: Final = {
    "sum": Words("The sum of the solutions is \\[{terms}={value}\\]", "各解之和为 \\[{terms}={value}\\]"),
    "product": Words("The product of the solutions is \\[{terms}={value}\\]", "各解之积为 \\[{terms}={value}\\]"),
    "difference": Words("The difference between them is \\[{terms}={value}\\]", "两解之差为 \\[{terms}={value}\\]"),
    "smallest": Words("The smallest of the solutions {values} is \\({value}\\).", "在解 {values} 中最小的是 \\({value}\\)。"),
    "largest": Words("The largest of the solutions {values} is \\({value}\\).", "在解 {values} 中最大的是 \\({value}\\)。"),
    "positive": Words("Of the solutions {values} only \\({value}\\) is positive.", "在解 {values} 中只有 \\({value}\\) 是正数。"),
    "negative": Words("Of the solutions {values} only \\({value}\\) is negative.", "在解 {values} 中只有 \\({value}\\) 是负数。"),
    "count": Words("The solutions are {values}, so there are \\({value}\\).", "解有 {values}，共 \\({value}\\) 个。"),
    "count_none": Words("So there are \\(0\\) real solutions.", "所以实数解的个数是 \\(0\\)。"),
    "answer": Words("So the answer is \\({answer}\\).", "所以答案是 \\({answer}\\)。"),
    "claim": Words("\\({answer}\\) is what is asked for of the solutions of \\({equation}\\)", "\\({answer}\\) 是方程 \\({equation}\\) 的解的所求"),
    "method": Words("each solution put back to 30 digits, sign changes between −100 and 100 counted, and the result computed anew from them",
                    "把每个解代回原方程（30 位精度），数出 −100 到 100 之间的变号次数，再重新计算所求"),
}  # fmt: skip


_OF_ONE: Final = re.compile(
    r"^\s*(?:已知|若|设)?\s*\$?[a-z]\s*=[^,，。;xyz=]*[,，。;]\s*(?:则|求)?\s*\$?[a-z]\$?\s*的?\s*(?:和|差|积|之和|之积)"
)
"""x=5, x的和: one value that is told has no sum."""


def read(text: Text) -> Reading:
    """One equation, and a word for what is wanted of its solutions."""
    if (counted := counted_roots(text)) is not None:
        return counted
    if (chosen := conditioned(text)) is not None:
        return chosen
    found = account(text.source, VOCABULARY, notation_of(text.source))
    kinds = [k for k in KINDS if found.has(k)]
    if not is_one_equation(found) or not kinds:
        return None
    if _OF_ONE.search(text.source):
        return None
    kind = _kind(kinds, text)
    if kind is None or not _is_about_solutions(found, text.source):
        return None
    if found.unread:
        return Unread(found.unread)
    inner = equation_of(found.relations[0], text.language, real=True)
    if inner is None or inner.is_identity():
        return None
    if any(not (isinstance(n, Symbol) and n.name == inner.unknown) for n in found.asked):
        return None
    try:
        solutions = inner.real_solutions()
    except NotImplementedError:  # sympy has no way for such an equation
        return None
    if solutions is None:
        return None
    if re.search(r"(?i)\btwo\b|\bboth\b|两", text.source) and len(solutions) != 2:
        return None  # the two largest of four; the product of two of three
    task = SolutionQuestion(inner, kind, tuple(sorted(solutions, key=float)), text.language)
    return task if task.is_clear(real=found.has("real") or "values" in text.source) else None


def _kind(kinds: list[str], text: Text) -> str | None:
    """What is wanted; "the positive difference" and "the sum of the positive solutions" are two things."""
    if kinds == ["difference", "positive"] and "positive difference" in text.source:
        return "difference"
    if kinds == ["smallest", "largest"] or len(kinds) > 1:
        return None
    return kinds[0]


def _is_about_solutions(found: Account, source: str) -> bool:
    """Whether solutions are named, or the letter of the equation: "the sum of all values of x such that …"."""
    return re.search(r"solution|root|解|根", source) is not None or any(
        isinstance(n, Symbol) for n in found.asked
    )


@dataclass(frozen=True, slots=True)
class SolutionQuestion:
    """`kind` of the real `solutions` of `equation`, smallest first."""

    equation: Equation
    kind: str
    solutions: tuple[sp.Expr, ...]
    language: Language

    def is_clear(self, *, real: bool) -> bool:
        """Whether the question has one answer, however solutions are counted."""
        solutions = self.solutions
        if not solutions:
            return self.kind == "count" and real
        polynomial = self.equation.polynomial()
        if polynomial is not None and self.kind in ("sum", "product", "count"):
            if not real and polynomial.count_roots() < polynomial.degree():
                return False  # complex or equal solutions: do they count?
            if polynomial.count_roots() > len(solutions):
                return False
        match self.kind:
            case "difference":
                return len(solutions) == 2
            case "positive" | "negative":
                return sum(self._has_sign(s) for s in solutions) == 1
        return True

    def _has_sign(self, value: sp.Expr) -> bool:
        return bool(value > 0) if self.kind == "positive" else bool(value < 0)

    def _taken(self) -> sp.Expr:
        solutions = self.solutions
        match self.kind:
            case "sum":
                return sp.nsimplify(sp.simplify(sum(solutions)))
            case "product":
                return sp.simplify(sp.prod(solutions))
            case "difference":
                return sp.simplify(solutions[-1] - solutions[0])
            case "smallest":
                return solutions[0]
            case "largest":
                return solutions[-1]
            case "count":
                return sp.Integer(len(solutions))
        return next(s for s in solutions if self._has_sign(s))

    def solution(self) -> Solution:
        """The equation's steps, and then what is taken from its solutions."""
        say, inner, solutions = self.language, self.equation.solution(), self.solutions
        sign = {"sum": "+", "product": r"\cdot ", "difference": "-"}.get(self.kind)
        shown = list(reversed(solutions)) if self.kind == "difference" else solutions
        terms = (sign or "").join(_term(s, first=n == 0) for n, s in enumerate(shown))
        x = symbol_latex(self.equation.unknown)
        values = ", ".join(f"\\({x}={exact_latex(s)}\\)" for s in solutions)
        steps = [
            *inner.steps,
            WORDS[self.kind if solutions else "count_none"].say(
                say, terms=terms, values=values, value=exact_latex(self._taken())
            ),
        ]
        head, _, last = inner.cell.rpartition("\n")
        taken = {
            "sum": "simplify(sum(solutions))", "product": "simplify(Mul(*solutions))", "difference": "simplify(max(solutions) - min(solutions))",
            "smallest": "min(solutions)", "largest": "max(solutions)", "count": "len(solutions)",
            "positive": "[s for s in solutions if s > 0][0]", "negative": "[s for s in solutions if s < 0][0]",
        }[self.kind]  # fmt: skip
        more = _imports(taken, ("Mul", "simplify"))
        return Solution(tuple(steps), joined(head, f"{more}solutions = {last}\n{taken}"), inner.plot)

    def conclude(self, value: Any) -> Conclusion | None:
        """One number."""
        if not isinstance(value, sp.Expr) or not value.is_number or value.has(sp.Float):
            return None
        answer = exact_latex(value)
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The solutions are put back and counted, then the number is computed from their decimals."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
            return None
        left, right = (
            to_python(with_real_roots(side, self.equation.unknown)) for side in self.equation.relation.sides
        )
        x = python_name(self.equation.unknown)
        source = scan_source(
            f"f = {difference(left, right)}", x, exact_source(list(self.solutions)), self.equation.unknown
        )
        taken = {
            "sum": "sum(numbers)", "product": "float(np.prod(numbers))", "difference": "max(numbers) - min(numbers)", "smallest": "min(numbers)",
            "largest": "max(numbers)", "count": "len(numbers)", "positive": "[n for n in numbers if n > 0][0]", "negative": "[n for n in numbers if n < 0][0]",
        }[self.kind]  # fmt: skip
        head, _, last = source.rpartition("\n")
        given = f"same = abs({taken} - float({exact_source(values[0])})) < 1e-9"
        body = f"{head}\nnumbers = [float(value) for value in values]\n{given}\nverdict = {last}\nbool(same) and verdict if same else False"
        more = _imports(exact_source(values[0]), ("Rational", "log", "pi", "sqrt"))
        claim = WORDS["claim"].say(self.language, answer=answer, equation=to_latex(self.equation.relation))
        return CheckPlan(claim, WORDS["method"].say(self.language), joined(more + body))


def _imports(source: str, names: tuple[str, ...]) -> str:
    """The import line of those names of sympy that occur."""
    used = [name for name in names if name in source]
    return f"from sympy import {', '.join(used)}\n\n" if used else ""


def _term(value: sp.Expr, *, first: bool) -> str:
    source = exact_latex(value)
    return (
        source
        if first and not value.is_Add
        else f"\\left({source}\\right)"
        if source.startswith("-") or value.is_Add
        else source
    )
