"""A problem of primary school that was read whole, as a task: steps, cell, conclusion, and the check of an answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from solver.ports import CheckPlan
from solver.topics.base import Conclusion, Solution
from solver.topics.cells import cell, comment
from solver.topics.stories.school.working import Step, Working
from solver.topics.stories.word_problems import answers
from solver.topics.stories.word_problems.expressions import decimal

FIRST: Final = "先求{says}："
NEXT: Final = "再求{says}："
ONLY: Final = "求{says}："
CLAIM: Final = "答案是 {answer} 时，倒过来算正好得到题目给的数"
METHOD: Final = "用逆运算从答案倒推回去"


@dataclass(frozen=True, slots=True)
class Exercise:
    """The working of a problem, computed before it is shown."""

    steps: tuple[Step, ...]
    lines: tuple[str, ...]
    conditions: tuple[str, ...]
    value: Fraction
    name: str
    unit: str
    label: str
    percent: bool

    @classmethod
    def of(cls, working: Working) -> Exercise:
        """The working, when it has an answer."""
        assert working.answer is not None
        answer = working.answer
        return cls(
            tuple(working.steps), tuple(working.lines), tuple(working.conditions()),
            answer.value, answer.code, working.unit, working.label, working.percent,
        )  # fmt: skip

    def solution(self) -> Solution:
        """One step for each expression, the same steps in a cell."""
        said = []
        for i, step in enumerate(self.steps):
            lead = ONLY if len(self.steps) == 1 else FIRST if i == 0 else NEXT
            unit = f"\\text{{（{step.unit}）}}" if step.unit else ""
            said.append(f"{lead.format(says=step.says)}\\[{step.tex}={step.result}{unit}\\]")
        lines = [comment(line[2:]) if line.startswith("# ") else line for line in self.lines]
        return Solution(tuple(said), cell(*lines, self.name))

    def conclude(self, value: Any) -> Conclusion | None:
        """The answer with its unit."""
        values = answers.exact(value)
        if values is None or len(values) != 1:
            return None
        latex = answers.latex(values[0])
        percent = f"，也就是 \\({decimal(values[0] * 100)}\\%\\)" if self.percent else ""
        return Conclusion(
            f"{self.label}是 \\({latex}\\){percent}{' ' + self.unit if self.unit else ''}。", latex
        )

    def check(self, answer: str) -> CheckPlan | None:
        """Work back from the answer to a number of the problem."""
        hundredth = re.search(r"\\?%", answer)
        values = answers.parse(re.sub(r"\\?%", "", answer))
        if values is None or len(values) != 1:
            return None
        value = values[0] / 100 if hundredth else values[0]
        conditions = [f"    {code}," for code in self.conditions]
        source = cell(
            f"x = Rational({value.numerator}, {value.denominator})",
            "conditions = [  # 每一个都应当成立",
            *conditions,
            "]",
            "all(conditions)",
        )
        return CheckPlan(CLAIM.format(answer=f"\\({answers.latex(values[0])}\\)"), METHOD, source)
