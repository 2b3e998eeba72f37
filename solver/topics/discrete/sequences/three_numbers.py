"""Three or four numbers in arithmetic or geometric progression, known by their sum, product or sum of squares.

Read: two such facts; asked are the numbers, or the largest, smallest or middle one. Only where the facts leave one set of
real numbers; they are given in increasing order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import to_sympy
from solver.formula.nodes import Relation, symbols
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Solution, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.discrete.sequences.rewriting import progressions

VOCABULARY: Final = {
    "arithmetic": "arithmetic|arithmetic sequence|arithmetic progression|等差数列|等差",
    "geometric": "geometric|geometric sequence|geometric progression|等比数列|等比",
    "three": "three numbers|three real numbers|three terms|three consecutive terms|三个数|三数|三个实数|3个数|三个连续项",
    "four": "four numbers|four real numbers|four consecutive terms|四个数|四数|四个实数",
    "sum": "sum|sum of|total|add up to|的和|之和|和|总和|和为|和是|和等于|sum is|the sum of the three numbers|sum of the numbers|sum of the three numbers",
    "product": "product|product of|的积|之积|积|乘积|的乘积|product of the numbers|product of the three numbers",
    "squares": "sum of squares|sum of the squares|sum of their squares|sum of the squares of the numbers|平方和|的平方和|平方之和|的平方之和",
    "positive": "positive|positive numbers|正数|都是正数|均为正数|positive terms|three positive numbers|三个正数",
    "increasing": "increasing|递增|递增的",
    "decreasing": "decreasing|递减|递减的",
    "largest": "largest|greatest|largest number|largest of|最大|最大的数|最大数|greatest number",
    "smallest": "smallest|least|smallest number|最小|最小的数|最小数|least number",
    "middle": "middle|middle number|middle term|middle one|中间的数|中间数|中间一个数",
    "numbers": "numbers?|the numbers|three|four|这三个数|这四个数|三个数分别|these numbers|form|forms|are in|in|consecutive terms|are|sequence|progression|real|which|成|组成|构成|依次成|依次|依次构成|它们的|其|它们|这三数|分别|三数分别|is|respectively|consecutive|having|whose|terms",
}  # fmt: skip
WORDS: Final = {
    "arithmetic": Words("Call the numbers \\({numbers}\\), with the same difference between neighbours.", "成等差数列，设这几个数为 \\({numbers}\\)。"),
    "geometric": Words("Call the numbers \\({numbers}\\), with the same quotient of neighbours.", "成等比数列，设这几个数为 \\({numbers}\\)。"),
    "facts": Words("What is known: \\[{equations}\\]", "由已知条件得 \\[{equations}\\]"),
    "solved": Words("Every solution gives the numbers \\({numbers}\\).", "解得这几个数是 \\({numbers}\\)（不计顺序）。"),
    "cell": Words("the numbers of every real solution, in increasing order", "每组实数解对应的数，从小到大排列"),
    "answer": Words("\\({answer}\\).", "\\({answer}\\)。"),
    "method": Words("put into what is known, and the differences or quotients compared", "代入已知条件，并比较相邻两数的差或比"),
}  # fmt: skip
FACTS: Final = ("sum", "product", "squares")


def read_three_numbers(text: Text) -> ThreeNumbers | None:
    """Numbers in progression; None where anything else is said."""
    found = account(progressions(text.source), VOCABULARY)
    kinds = [k for k in ("arithmetic", "geometric") if found.has(k)]
    counts = [3] * found.has("three") + [4] * found.has("four")
    if found.unread or len(kinds) != 1 or len(counts) != 1 or found.relations:
        return None
    facts: dict[str, sp.Rational] = {}
    pending = ""
    for concept in found.concepts:
        if concept in FACTS:
            if pending:
                return None
            pending = concept
        elif concept.startswith("#"):
            node = found.nodes[int(concept[1:])]
            if not pending or pending in facts or symbols(node) or isinstance(node, Relation):
                return None
            facts[pending], pending = to_sympy(node), ""
    wanted = [w for w in ("largest", "smallest", "middle") if found.has(w)]
    if pending or len(facts) != 2 or len(wanted) > 1 or not all(v.is_Rational for v in facts.values()):
        return None
    flags = tuple(f for f in ("positive", "increasing", "decreasing") if found.has(f))
    task = ThreeNumbers(
        kinds[0], counts[0], tuple(facts.items()), flags, (wanted or ["numbers"])[0], text.language
    )
    return task if task.is_determined() else None


@dataclass(frozen=True, slots=True)
class ThreeNumbers:
    """`count` numbers of this `kind` with the values `facts`."""

    kind: str
    count: int
    facts: tuple[tuple[str, sp.Rational], ...]
    flags: tuple[str, ...]
    wanted: str
    language: Language

    def _numbers(self) -> list[sp.Expr]:
        m, s = sp.Symbol("m", real=True), sp.Symbol("d" if self.kind == "arithmetic" else "q", real=True)
        if self.kind == "arithmetic":
            return [m - s, m, m + s] if self.count == 3 else [m - 3 * s, m - s, m + s, m + 3 * s]
        return [m / s, m, m * s] if self.count == 3 else [m, m * s, m * s**2, m * s**3]

    def _equations(self) -> list[sp.Expr]:
        numbers = self._numbers()
        left = {"sum": sum(numbers), "product": sp.Mul(*numbers), "squares": sum(x**2 for x in numbers)}
        return [sp.numer(sp.together(sp.expand(left[name]) - value)) for name, value in self.facts]

    def _sets(self) -> list[tuple[sp.Expr, ...]]:
        """Every possible set of numbers, in increasing order."""
        numbers = self._numbers()
        names = sorted(set().union(*(x.free_symbols for x in numbers)), key=str)
        found = []
        for s in sp.solve(self._equations(), names, dict=True):
            values = [sp.nsimplify(sp.simplify(x.subs(s))) for x in numbers]
            if any(v.free_symbols or not v.is_real for v in values):
                continue
            if (
                self.kind == "geometric"
                and 0 in values
                or "positive" in self.flags
                and not all(v > 0 for v in values)
            ):
                continue
            found.append(tuple(sorted(values)))
        return list(dict.fromkeys(found))

    def is_determined(self) -> bool:
        """Whether exactly one set of numbers fits."""
        if self.kind == "geometric" and self.count == 4:
            return False  # equations of high degree
        if self.wanted == "middle" and self.count == 4:
            return False
        found = self._sets()
        return len(found) == 1 and all(v.is_real for v in found[0])

    def _asked(self) -> list[sp.Expr]:
        numbers = list(self._sets()[0])
        one = {"largest": numbers[-1:], "smallest": numbers[:1], "middle": numbers[1:2]}
        return one.get(self.wanted, numbers[::-1] if "decreasing" in self.flags else numbers)

    def solution(self) -> Solution:
        """Names, equations, the numbers."""
        say, numbers = self.language, self._numbers()
        left = {"sum": "+", "product": r"\cdot ", "squares": "+"}
        rows = []
        for name, value in self.facts:
            terms = [rf"\left({sp.latex(x)}\right)" if x.is_Add else sp.latex(x) for x in numbers]
            terms = [rf"\left({sp.latex(x)}\right)^2" for x in numbers] if name == "squares" else terms
            rows.append(f"{left[name].join(terms)}={sp.latex(value)}")
        steps = (
            WORDS[self.kind].say(say, numbers=r",\ ".join(map(sp.latex, numbers))),
            WORDS["facts"].say(say, equations=r"\begin{cases}" + r"\\".join(rows) + r"\end{cases}"),
            WORDS["solved"].say(say, numbers=exact_latex(list(self._sets()[0]))),
        )
        names = sorted({s.name for x in numbers for s in x.free_symbols})
        picked = {"largest": "numbers[-1]", "smallest": "numbers[0]", "middle": "numbers[1]"}.get(self.wanted)
        tests = ["all(v.is_real for v in values)"] + ["all(v > 0 for v in values)"] * (
            "positive" in self.flags
        )
        lines = [
            f"terms = {exact_source(numbers)}",
            f"solutions = solve({exact_source(self._equations())}, [{', '.join(names)}], dict=True)",
            comment(WORDS["cell"].say(say)),
            "rows = [[simplify(t.subs(s)) for t in terms] for s in solutions]",
            f"numbers = sorted([values for values in rows if {' and '.join(tests)}][0])",
            picked or ("numbers[::-1]" if "decreasing" in self.flags else "numbers"),
        ]
        return Solution(steps, cell(*lines, variables=names, assumptions="real=True"))

    def conclude(self, value: Any) -> Conclusion | None:
        """The numbers, or one of them."""
        answer = exact_latex(value)
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The numbers themselves are tried."""
        values = values_in(answer)
        if values is None or not all(isinstance(v, sp.Expr) for v in values):
            return None
        tests = {
            "sum": "sum(numbers) == {}",
            "product": "prod(numbers) == {}",
            "squares": "sum(x**2 for x in numbers) == {}",
        }
        kept = [
            f"simplify({tests[name].split(' == ')[0]} - ({exact_source(v)})) == 0" for name, v in self.facts
        ]
        gaps = "b - a" if self.kind == "arithmetic" else "b / a"
        lines = [
            f"numbers = {exact_source(list(self._sets()[0]))}",
            f"steps = {{simplify({gaps}) for a, b in zip(numbers, numbers[1:])}}",
            f"asked = {exact_source(self._asked())}",
            f"len(steps) == 1 and {' and '.join(kept)} and asked == {exact_source(list(values))}",
        ]
        if (
            self.kind == "geometric"
        ):  # with a negative quotient increasing order is not the order of the sequence
            lines[1:2] = [
                "from itertools import permutations",
                "steps = [1 for row in permutations(numbers) if len({simplify(b / a) for a, b in zip(row, row[1:])}) == 1][:1]",
            ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines))
