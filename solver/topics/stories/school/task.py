"""A problem of primary school that was read whole, as a task: steps, cell, conclusion, and the check of an answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from solver.latex import fraction_latex
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment
from solver.topics.stories.school.working import Step, Working
from solver.topics.stories.word_problems import answers
from solver.topics.stories.word_problems.expressions import decimal

FIRST: Final = Words("First find {says}:", "先求{says}：")
NEXT: Final = Words("Then find {says}:", "再求{says}：")
ONLY: Final = Words("Find {says}:", "求{says}：")
UNIT: Final = Words("\\text{{ {unit}}}", "\\text{{（{unit}）}}")
SAID: Final = Words("{label} is \\({value}\\){percent}{unit}.", "{label}是 \\({value}\\){percent}{unit}。")
PERCENT: Final = Words(", that is \\({value}\\%\\)", "，也就是 \\({value}\\%\\)")
EACH: Final = Words("each of them must hold", "每一个都应当成立")
CLAIM: Final = Words(
    "with {answer} as the answer, working backwards gives the numbers of the problem",
    "答案是 {answer} 时，倒过来算正好得到题目给的数",
)
METHOD: Final = Words("work backwards from the answer with the inverse operations", "用逆运算从答案倒推回去")


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
    language: Language

    @property
    def values(self) -> tuple[Fraction, ...]:
        """What is asked for, in the order of the question."""
        return (self.value,)

    @classmethod
    def of(cls, working: Working) -> Exercise:
        """The working, when it has an answer."""
        assert working.answer is not None
        answer = working.answer
        return cls(
            tuple(working.steps), tuple(working.lines), tuple(working.conditions()),
            answer.value, answer.code, working.unit, working.label, working.percent, working.language,
        )  # fmt: skip

    def solution(self) -> Solution:
        """One step for each expression, the same steps in a cell."""
        said = []
        for i, step in enumerate(self.steps):
            lead = ONLY if len(self.steps) == 1 else FIRST if i == 0 else NEXT
            unit = UNIT.say(self.language, unit=step.unit) if step.unit else ""
            said.append(f"{lead.say(self.language, says=step.says)}\\[{step.tex}={step.result}{unit}\\]")
        lines = [comment(line[2:]) if line.startswith("# ") else line for line in self.lines]
        return Solution(tuple(said), cell(*lines, self.name))

    def conclude(self, value: Any) -> Conclusion | None:
        """The answer with its unit."""
        values = answers.exact(value)
        if values is None or len(values) != 1:
            return None
        english = self.language == "en"
        latex = decimal(values[0]) if english else fraction_latex(values[0])
        percent = PERCENT.say(self.language, value=decimal(values[0] * 100)) if self.percent else ""
        unit = f" {self.unit}" if self.unit else ""
        sentence = SAID.say(self.language, label=self.label, value=latex, percent=percent, unit=unit)
        return Conclusion(sentence[:1].upper() + sentence[1:], latex)

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
            f"conditions = [  # {EACH.say(self.language)}",
            *conditions,
            "]",
            "all(conditions)",
        )
        claim = CLAIM.say(self.language, answer=f"\\({fraction_latex(values[0])}\\)")
        return CheckPlan(claim, METHOD.say(self.language), source)
