"""Questions about vectors and matrices that are written out: reading, steps, cell, check."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import sympy as sp

from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Task, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.matrices import methods
from solver.topics.equations.matrices.answers import answer_of, cell_lines
from solver.topics.equations.matrices.checks import test_lines
from solver.topics.equations.matrices.determinant_rules import read_rule
from solver.topics.equations.matrices.expressions import NotAnExpression, matrix_source, source
from solver.topics.equations.matrices.literals import answered, latex
from solver.topics.equations.matrices.reading import Asked, read_asked
from solver.topics.equations.matrices.steps import steps_of
from solver.topics.methods import Another
from solver.topics.yes_no import claimed

ANSWER: Final = Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。")
GIVEN: Final = Words("the given vectors and matrices", "题目给出的向量和矩阵")
METHOD: Final = Words("checked by the components, one by one", "逐个分量验证")
NAMES: Final = {True: r"\text{Yes}", False: r"\text{No}"}
NAMES_ZH: Final = {True: r"\text{是}", False: r"\text{不是}"}


def read(text: Text) -> Reading:
    """One question about matrices or vectors."""
    rule = read_rule(text)
    if rule is not None:
        return rule
    asked = read_asked(text)
    if asked is None or isinstance(asked, Unread):
        return asked
    try:
        value = answer_of(asked)
        steps = tuple(steps_of(asked, value))
    except (NotAnExpression, sp.PolynomialError, ValueError, TypeError):
        return None
    return Matrices(asked, value, steps) if len(str(value)) < 2000 else None


@dataclass(frozen=True, slots=True)
class Matrices:
    """A question that was read, and its answer."""

    asked: Asked
    value: Any
    steps: tuple[str, ...]

    @property
    def language(self) -> Language:
        """The language of the problem."""
        return self.asked.language

    def _letters(self) -> set[str]:
        named = {s.name for v in self.asked.known.values() for s in v.free_symbols}
        return named.union(*(o.letters() for o in self.asked.operands))

    def _head(self) -> tuple[list[str], list[str]]:
        """Lines that define the matrices, and the names of the operands."""
        lines = [comment(GIVEN.say(self.language))]
        used = set().union(*(o.names() for o in self.asked.operands))
        lines += [f"{n} = {matrix_source(v)}" for n, v in self.asked.known.items() if n in used]
        if self.asked.op == "compute":
            return lines, []
        names = []
        free = (
            n for n in ("u", "v", "p", "q", "r") if n not in self.asked.known and n not in self._letters()
        )
        for operand in self.asked.operands:
            if operand.op == "name":
                names.append(operand.name)
                continue
            names.append(next(free))
            lines.append(f"{names[-1]} = {source(operand, self.asked.known)}")
        return lines, names

    def methods(self) -> tuple[str, ...]:
        """Those of a determinant or an inverse."""
        return methods.methods(self.asked)

    def by(self, method: str) -> Task:
        """The same by one of `methods`."""
        if method == self.methods()[0]:
            return self
        return Another(self, method, partial(methods.solution, self.asked, method))

    def solution(self) -> Solution:
        """The operations one after another, with their numbers."""
        lines, names = self._head()
        return Solution(self.steps, cell(*lines, *cell_lines(self.asked, names), variables=self._letters()))

    def conclude(self, value: Any) -> Conclusion | None:
        """The value as the problem writes such values."""
        if isinstance(self.value, bool):
            if not isinstance(value, bool):
                return None
            answer = (NAMES_ZH if self.language == "zh" else NAMES)[value]
        elif isinstance(self.value, sp.MatrixBase):
            if not isinstance(value, list):
                return None
            answer = latex(sp.Matrix(value).applyfunc(sp.simplify), point=self.asked.point)
        elif isinstance(self.value, list):
            if not isinstance(value, list | tuple):
                return None
            answer = r",\ ".join(sp.latex(v) for v in value)
        else:
            answer = self._number(sp.simplify(value))
        return Conclusion(ANSWER.say(self.language, answer=answer), answer)

    def _number(self, value: Any) -> str:
        if self.asked.op == "angle" and self.asked.detail != "radians" and (value / sp.pi).is_Rational:
            return f"{sp.latex(value * 180 / sp.pi)}^\\circ"
        if self.asked.op == "det" and value.free_symbols:
            value = sp.factor(value)
        return latex(value)

    def check(self, answer: str) -> CheckPlan | None:
        """The same by components, without the rules for matrices."""
        found: Any
        if isinstance(self.value, bool):
            found = claimed(answer)
        elif isinstance(self.value, sp.MatrixBase):
            found = answered(answer)
            found = found if found is None else found.tolist()
        else:
            values = values_in(answer, self._letters())
            if values is None or (len(values) != 1 and not isinstance(self.value, list)):
                return None
            if self.asked.op == "angle" and (
                any(s in answer for s in ("circ", "°", "egree")) or self.asked.detail == "degrees"
            ):
                values = (values[0] * sp.pi / 180,)
            found = list(values) if isinstance(self.value, list) else values[0]
        if found is None or not self._is_plain(found):
            return None
        lines = test_lines(self.asked, self.value)
        text = cell(f"answer = {exact_source(found)}", *lines, variables=self._letters())
        return CheckPlan(ANSWER.say(self.language, answer=answer), METHOD.say(self.language), text)

    def _is_plain(self, found: Any) -> bool:
        if isinstance(found, bool):
            return True
        flat = sp.flatten(found) if isinstance(found, list) else [found]
        return all(
            isinstance(v, sp.Expr) and {s.name for s in v.free_symbols} <= self._letters() for v in flat
        )
