"""A system of equations: its steps, its cell, and what its solutions are in words. How a text says one is read in `topic`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import sympy as sp
from sympy.solvers.solveset import NonlinearError

from solver.formula import Node, letter, plain_name, python_name, to_latex, to_python, to_sympy
from solver.formula.emit import TRIGONOMETRIC
from solver.formula.nodes import Call, Relation, Symbol, symbols, walk
from solver.latex import exact_latex
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Task
from solver.topics.cells import cell, comment
from solver.topics.equations.solutions import NO_SOLUTION, assignments
from solver.topics.equations.systems.elimination import matrix_steps, school_steps
from solver.topics.equations.systems.given_values import inserted, put_in, solution_for
from solver.topics.equations.systems.methods import Linear
from solver.topics.equations.systems.proving import proof
from solver.topics.equations.systems.substituting import steps as substituting
from solver.topics.equations.systems.words import WORDS
from solver.topics.methods import Another
from solver.topics.numbers.undefined import Undefined, undefined_part


@dataclass(frozen=True, slots=True)
class System:
    """Equations in `unknowns`. Asked: the value of `expression`, else `named` unknowns, else all of them."""

    equations: tuple[Relation, ...]
    unknowns: tuple[str, ...]
    expression: Node | None
    named: tuple[str, ...]
    language: Language
    as_point: bool = False
    """Whether the solution is asked for as (x, y)."""

    def _symbols(self) -> list[sp.Symbol]:
        return [letter(n) for n in self.unknowns]

    def _differences(self) -> list[sp.Expr]:
        return [to_sympy(e.sides[0]) - to_sympy(e.sides[1]) for e in self.equations]

    def augmented(self) -> sp.Matrix | None:
        """The augmented matrix; None when the system is not linear."""
        try:
            a, b = sp.linear_eq_to_matrix(self._differences(), self._symbols())
        except (NonlinearError, ValueError):
            return None
        matrix = a.row_join(b)
        return matrix if all(entry.is_Rational for entry in matrix) else None

    def is_dependent(self) -> bool:
        """Whether it is linear, and has solutions that its equations do not fix."""
        matrix = self.augmented() if len(self.unknowns) > 1 else None
        return matrix is not None and matrix.rank() == matrix[:, :-1].rank() < len(self.unknowns)

    def elimination(self) -> list[str]:
        """The system and its elimination row by row."""
        matrix = self.augmented()
        return [
            self._opening(),
            *(matrix_steps(matrix, self.unknowns, self.language) if matrix is not None else ()),
        ]

    def _opening(self) -> str:
        system = r"\begin{cases}" + r"\\".join(to_latex(e) for e in self.equations) + r"\end{cases}"
        single = len(self.equations) == 1
        system = to_latex(self.equations[0]) if single else system
        return WORDS["known" if single else "given"].say(self.language, system=system)

    def _is_given(self) -> bool:
        """Whether the equations just state the values."""
        return all(isinstance(e.sides[0], Symbol) and not symbols(e.sides[1]) for e in self.equations)

    def _given(self) -> dict[str, Node]:
        """The stated values, where the equations are nothing else; else none."""
        values = {e.sides[0].name: e.sides[1] for e in self.equations if isinstance(e.sides[0], Symbol)}
        return values if self._is_given() and len(values) == len(self.equations) else {}

    def undefined(self) -> Undefined | None:
        """The value that is asked for, where it does not exist: 1/(x - 5) for x = 5."""
        if self.expression is None or not (values := self._given()):
            return None
        node = inserted(self.expression, values)
        part = undefined_part(node)
        return None if part is None else Undefined(node, part, self.language)

    def _linear(self) -> Linear | None:
        """The system, where it is linear with one solution or none, and that has to be found."""
        matrix = self.augmented() if len(self.unknowns) > 1 and not self._is_given() else None
        if matrix is None or matrix.rank() == matrix[:, :-1].rank() < len(self.unknowns):
            return None
        return Linear(sp.ImmutableMatrix(matrix), self.unknowns, self.language)

    def methods(self) -> tuple[str, ...]:
        """Those of a linear system with one solution; others are solved in one way only."""
        linear = self._linear()
        if linear is not None:
            return linear.methods()
        return ("substitution",) if self.augmented() is None else ()

    def by(self, method: str) -> Task:
        """This system by one of `methods`."""
        return (
            self if method == self.methods()[0] else Another(self, method, partial(self._solved_by, method))
        )

    def _solved_by(self, method: str) -> Solution:
        linear, matrix = self._linear(), self.augmented()
        if linear is None or matrix is None:
            return self.solution()
        rows = method == "gauss" or method == "elimination"
        steps = [
            self._opening(),
            *(matrix_steps(matrix, self.unknowns, self.language) if rows else linear.steps(method)),
        ]
        if not linear.has_solution:
            return Solution(tuple(steps), self._cell(linear=True))
        if self.expression is None:
            return linear.solution(method, steps, ["[solution]"])
        steps.append(put_in(self.expression, self.unknowns, matrix, self.language))
        value = f"value = {to_python(self.expression)}"
        return linear.solution(
            method,
            steps,
            [comment(WORDS["value"].say(self.language)), value, "[simplify(value.subs(solution))]"],
        )

    def solution(self) -> Solution:
        """Elimination, or the reason why values are kept; then the cell."""
        say, matrix, steps = self.language, self.augmented(), [self._opening()]
        if self.expression is not None and (values := self._given()):
            return solution_for(self.expression, values, say)
        if self._is_given():
            pass  # the values are given
        elif matrix is None:
            steps += substituting(self._differences(), self._symbols(), say) or [WORDS["nonlinear"].say(say)]
        elif matrix.shape == (1, 2):
            root = matrix[0, 1] / matrix[0, 0]
            steps.append(WORDS["second"].say(say, y=sp.latex(self._symbols()[0]), value=sp.latex(root)))
        elif matrix.shape == (2, 3) and matrix[:, :2].det() != 0:
            steps += school_steps(matrix, self.unknowns, say)
        else:
            steps += matrix_steps(matrix, self.unknowns, say)
        if self.expression is not None and matrix is not None and matrix[:, :-1].rank() == len(self.unknowns):
            steps.append(put_in(self.expression, self.unknowns, matrix, self.language))
        return Solution(tuple(steps), self._cell(linear=matrix is not None))

    def _expanded(self, source: str) -> str:
        """With addition formulas used, where a function of an angle is known and one of its multiple is asked for."""
        angles = any(isinstance(n, Call) and n.name in TRIGONOMETRIC for e in self.equations for n in walk(e))
        return f"expand_trig({source})" if angles else source

    def _cell(self, *, linear: bool) -> str:
        names = [python_name(n) for n in self.unknowns]
        equations = (f"    Eq({to_python(e.sides[0])}, {to_python(e.sides[1])})," for e in self.equations)
        lines = [
            "equations = [",
            *equations,
            "]",
            comment(WORDS["cell"].say(self.language)),
        ]
        solving = f"solve(equations, [{', '.join(names)}], dict=True)"
        if self.expression is None:
            lines.append(solving)
        else:
            # where some solutions are real, those are meant; where none is, the value may be so all the same
            kept = "[s for s in solutions if all(v.is_real is not False for v in s.values())] or solutions"
            lines += [
                f"solutions = {solving}",
                *((comment(WORDS["real"].say(self.language)), f"solutions = {kept}") if not linear else ()),
                comment(WORDS["value"].say(self.language)),
                f"value = {to_python(self.expression)}",
                f"[simplify({self._expanded('value.subs(s)')}) for s in solutions]",
            ]
        # the value of a symmetric expression may be real though the unknowns are not
        real = not linear and self.expression is None
        return cell(*lines, variables=self.unknowns, assumptions="real=True" if real else "")

    def conclude(self, value: Any) -> Conclusion | None:
        """The unknowns with their values, or the value of the expression when all solutions agree on it."""
        say = self.language
        if value == []:
            answer = NO_SOLUTION.say(say)
            return Conclusion(WORDS["none"].say(say, answer=answer), answer)
        if self.expression is not None and isinstance(value, sp.Expr):
            value = [value]
        if not isinstance(value, list):
            return None
        if self.expression is not None:
            distinct = list(dict.fromkeys(value))
            if len(distinct) != 1 or not isinstance(distinct[0], sp.Expr) or not distinct[0].is_number:
                return None
            if distinct[0].has(sp.I) and distinct[0].has(sp.log):
                return None  # logarithms of complex numbers, in which an angle was hidden
            answer = exact_latex(distinct[0])
            return Conclusion(
                WORDS["answer"].say(say, answer=f"{to_latex(self.expression)}={answer}"), answer
            )
        stated = self._pairs(value)
        return None if stated is None else Conclusion(WORDS["answer"].say(say, answer=stated), stated)

    def _pairs(self, solutions: Sequence[Any]) -> str | None:
        rows = []
        for solution in solutions:
            if not isinstance(solution, dict):
                return None
            names = {plain_name(n): n for n in self.unknowns}
            values = {names.get(str(k), str(k)): v for k, v in solution.items()}
            if set(values) != set(self.unknowns) or any(
                not v.is_number or v.has(sp.Float, sp.CRootOf) for v in values.values()
            ):
                return None  # infinitely many solutions, or no exact form
            rows.append({n: values[n] for n in (self.named or self.unknowns)})
        if len(rows) == 1 and len(self.named) == 1:
            return exact_latex(rows[0][self.named[0]])
        if len(rows) == 1 and not self.as_point:
            return assignments(rows[0])
        return r",\ ".join(exact_latex(tuple(row.values())) for row in rows)

    def check(self, answer: str) -> CheckPlan | None:
        """Put the values back into every equation; for the value of an expression solve again with determinants."""
        return proof(self, answer)
