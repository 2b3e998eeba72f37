"""Linear systems with infinitely many solutions: some unknowns by the others, which may be any number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import sympy as sp

from solver.formula import FormulaError, letter, parse_list, plain_name, python_name, to_python, to_sympy
from solver.formula.nodes import Relation, Symbol
from solver.ports import CheckPlan
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment, difference
from solver.topics.equations.solutions import is_no_solution

if TYPE_CHECKING:
    from solver.topics.equations.systems.system import System

WORDS: Final = {
    "free": Words(
        "A row without unknowns says \\(0=0\\), which is no condition. So {free} may be any number, and the rows give the others: \\[{solution}\\]",
        "没有未知数的一行是 \\(0=0\\)，不是限制。所以 {free} 可以取任意数，其余未知数为：\\[{solution}\\]",
    ),
    "fewer": Words(
        "There are fewer conditions than unknowns. So {free} may be any number, and the rows give the others: \\[{solution}\\]",
        "方程的个数比未知数少。所以 {free} 可以取任意数，其余未知数为：\\[{solution}\\]",
    ),
    "code": Words("all equations at once; unknowns that are missing in the result are free", "同时解所有方程；结果中没有出现的未知数可以任取"),
    "answer": Words("There are infinitely many solutions: \\({answer}\\).", "方程组有无穷多组解：\\({answer}\\)。"),
    "claim": Words("every \\({answer}\\) satisfies all the equations, and nothing else does", "所有 \\({answer}\\) 都满足每个方程，并且没有别的解"),
    "method": Words(
        "put back into every equation for every value of what is free; the rank says how many unknowns are free",
        "把含任意数的解代回每一个方程；系数矩阵的秩说明有几个未知数可以任取",
    ),
}  # fmt: skip
_FREE: Final = re.compile(r",(?:\\ |\s)*(?:[A-Za-z](?:_\{?\w+\}?)?,?\s*)+(?:\\in|∈).*$")
"""What says which unknowns may be any number: `y,z\\in\\mathbb{R}`."""


@dataclass(frozen=True, slots=True)
class DependentSystem:
    """A linear `system` whose solutions are not fixed by its equations."""

    system: System

    def _solved(self) -> dict[sp.Symbol, sp.Expr]:
        matrix = self.system.augmented()
        assert matrix is not None
        reduced, pivots = matrix.rref()
        names = [letter(n) for n in self.system.unknowns]
        free = [i for i in range(len(names)) if i not in pivots]
        return {
            names[p]: reduced[row, len(names)] - sum((reduced[row, i] * names[i] for i in free), sp.S.Zero)
            for row, p in enumerate(pivots)
        }

    def _free(self) -> list[sp.Symbol]:
        return [s for s in (letter(n) for n in self.system.unknowns) if s not in self._solved()]

    def solution(self) -> Solution:
        """Elimination, then the free unknowns and the others by them."""
        say, told = self.system.language, self.system.elimination()
        free = ",".join(f"\\({sp.latex(s)}\\)" for s in self._free())
        fewer = len(self.system.equations) < len(self.system.unknowns)
        rows = r",\ ".join(f"{sp.latex(x)}={sp.latex(value)}" for x, value in self._solved().items())
        steps = [*told, WORDS["fewer" if fewer else "free"].say(say, free=free, solution=rows)]
        return Solution(tuple(steps), self._cell())

    def _cell(self) -> str:
        names = ", ".join(python_name(n) for n in self.system.unknowns)
        equations = (
            f"    Eq({to_python(e.sides[0])}, {to_python(e.sides[1])})," for e in self.system.equations
        )
        note = comment(WORDS["code"].say(self.system.language))
        solving = f"solve(equations, [{names}], dict=True)"
        return cell("equations = [", *equations, "]", note, solving, variables=self.system.unknowns)

    def conclude(self, value: Any) -> Conclusion | None:
        """The unknowns that are fixed by the others, and which may be any number."""
        if not (isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict)):
            return None
        names = {plain_name(n): letter(n) for n in self.system.unknowns}
        fixed = {names.get(str(k)): v for k, v in value[0].items()}
        if None in fixed or len(fixed) == len(names):
            return None
        rows = [f"{sp.latex(x)}={sp.latex(fixed[x])}" for x in names.values() if x in fixed]
        free = ",".join(sp.latex(x) for x in names.values() if x not in fixed)
        answer = r",\ ".join([*rows, rf"{free}\in\mathbb{{R}}"])
        return Conclusion(WORDS["answer"].say(self.system.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Put the answer back; as many unknowns must be free as the rank leaves."""
        names = ", ".join(python_name(n) for n in self.system.unknowns)
        differences = ", ".join(
            difference(to_python(e.sides[0]), to_python(e.sides[1])) for e in self.system.equations
        )
        matrix = f"matrix, constants = linear_eq_to_matrix([{differences}], [{names}])"
        say = self.system.language
        claim, method = WORDS["claim"].say(say, answer=answer), WORDS["method"].say(say)
        if is_no_solution(answer):
            ranks = "matrix.rank() < matrix.row_join(constants).rank()"
            return CheckPlan(claim, method, cell(matrix, ranks, variables=self.system.unknowns))
        stated = _FREE.sub("", answer)
        try:
            nodes = parse_list(stated)
        except FormulaError:
            return None
        fixed = {}
        for node in nodes:
            match node:
                case Relation(("=",), (Symbol(name), value)) if name in self.system.unknowns:
                    fixed[name] = value
                case _:
                    return None
        if any(str(s) in fixed for v in fixed.values() for s in to_sympy(v).free_symbols):
            return None
        stated = ", ".join(f"{python_name(n)}: {to_python(v)}" for n, v in fixed.items())
        source = cell(
            f"differences = [{differences}]",
            f"answer = {{{stated}}}",
            matrix,
            "all(expand(d.subs(answer)) == 0 for d in differences) and len(answer) == matrix.rank()",
            variables=self.system.unknowns,
        )
        return CheckPlan(claim, method, source)
