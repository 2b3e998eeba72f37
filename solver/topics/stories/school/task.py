"""A problem of primary school that was read whole, as a task: steps, cell, conclusion, and the check of an answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Final

from solver.latex import fraction_latex
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment
from solver.topics.stories.school.working import UNKNOWNS, Step, Unfit, Working
from solver.topics.stories.word_problems import answers
from solver.topics.stories.word_problems.expressions import decimal

FIRST: Final = Words("First find {says}:", "先求{says}：")
NEXT: Final = Words("Then find {says}:", "再求{says}：")
ONLY: Final = Words("Find {says}:", "求{says}：")
UNIT: Final = Words("\\text{{ {unit}}}", "\\text{{（{unit}）}}")
SAID: Final = Words("{label} is \\({value}\\){percent}{unit}.", "{label}是 \\({value}\\){percent}{unit}。")
PERCENT: Final = Words(", that is \\({value}\\%\\)", "，也就是 \\({value}\\%\\)")
PERCENT_UNIT: Final = "percent"
"""Of answers that are a number of hundredths: 15, said as 15 %."""
EACH: Final = Words("each of them must hold", "每一个都应当成立")
CLAIM: Final = Words(
    "with {answer} as the answer, working backwards gives the numbers of the problem",
    "答案是 {answer} 时，倒过来算正好得到题目给的数",
)
METHOD: Final = Words("work backwards from the answer with the inverse operations", "用逆运算从答案倒推回去")


def prose(steps: Sequence[Step], language: Language) -> tuple[str, ...]:
    """Each step as a sentence with its expression."""
    said = []
    for i, step in enumerate(steps):
        lead = ONLY if len(steps) == 1 else FIRST if i == 0 else NEXT
        unit = UNIT.say(language, unit=step.unit) if step.unit else ""
        said.append(f"{lead.say(language, says=step.says)}\\[{step.tex}={step.result}{unit}\\]")
    return tuple(said)


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
    more: tuple[tuple[Fraction, str, str, str], ...] = ()
    """What else is asked for: value, name in the cell, unit, label."""

    @property
    def values(self) -> tuple[Fraction, ...]:
        """What is asked for, in the order of the question."""
        return (self.value, *(value for value, _, _, _ in self.more))

    @classmethod
    def of(cls, working: Working) -> Exercise:
        """The working, when it has an answer."""
        assert working.answer is not None
        answer = working.answer
        return cls(
            tuple(working.steps), tuple(working.lines), tuple(working.conditions()),
            answer.value, answer.code, working.unit, working.label, working.percent, working.language,
            tuple((term.value, term.code, unit, label) for term, unit, label in working.more),
        )  # fmt: skip

    @classmethod
    def worked(cls, language: Language, solve: Callable[[Working], None]) -> Exercise | None:
        """What `solve` works out; None where the story does not fit, or its answer took no computing."""
        work = Working(language)
        try:
            solve(work)
        except Unfit:
            return None
        return cls.of(work) if work.answer is not None and work.answer.made is not None else None

    def named(self, letters: Sequence[str]) -> Exercise:
        """The same, its answers called by the letters that the problem has for them."""
        first, *others = (f"\\({letter}\\)" for letter in letters)
        if len(others) != len(self.more):
            return self
        more = tuple(
            (value, code, unit, f"{name}（{label}）")
            for name, (value, code, unit, label) in zip(others, self.more, strict=True)
        )
        return replace(self, label=f"{first}（{self.label}）", more=more)

    def solution(self) -> Solution:
        """One step for each expression, the same steps in a cell."""
        lines = [comment(line[2:]) if line.startswith("# ") else line for line in self.lines]
        names = [self.name, *(name for _, name, _, _ in self.more)]
        said = prose(self.steps, self.language)
        return Solution(said, cell(*lines, f"({', '.join(names)})" if self.more else self.name))

    def conclude(self, value: Any) -> Conclusion | None:
        """The answer with its unit."""
        values = answers.exact(value)
        if values is None or len(values) != 1 + len(self.more):
            return None
        if self.more:
            return self._several(values)
        english = self.language == "en"
        latex = decimal(values[0]) if english else fraction_latex(values[0])
        if self.unit == PERCENT_UNIT:
            shown = f"{latex}\\%"
            sentence = SAID.say(self.language, label=self.label, value=shown, percent="", unit="")
            return Conclusion(sentence[:1].upper() + sentence[1:], shown)
        percent = PERCENT.say(self.language, value=decimal(values[0] * 100)) if self.percent else ""
        unit = f" {self.unit}" if self.unit else ""
        sentence = SAID.say(self.language, label=self.label, value=latex, percent=percent, unit=unit)
        return Conclusion(sentence[:1].upper() + sentence[1:], latex)

    def _several(self, values: Sequence[Fraction]) -> Conclusion:
        """The answers one behind the other, each with its unit."""
        units = [(self.unit, self.label), *((unit, label) for _, _, unit, label in self.more)]
        said = [
            SAID.say(
                self.language, label=label, value=fraction_latex(value), percent="", unit=unit and f" {unit}"
            )
            for value, (unit, label) in zip(values, units, strict=True)
        ]
        return Conclusion("".join(said), r",\ ".join(map(fraction_latex, values)))

    def check(self, answer: str) -> CheckPlan | None:
        """Work back from the answer to a number of the problem."""
        hundredth = re.search(r"\\?%", answer)
        values = answers.parse(re.sub(r"\\?%", "", answer))
        if values is None or len(values) != 1 + len(self.more):
            return None
        conditions = [f"    {code}," for code in self.conditions]
        exact = [value / 100 if hundredth and self.unit != PERCENT_UNIT else value for value in values]
        source = cell(
            *(
                f"{x} = Rational({v.numerator}, {v.denominator})"
                for x, v in zip(UNKNOWNS, exact, strict=False)
            ),
            f"conditions = [  # {EACH.say(self.language)}",
            *conditions,
            "]",
            "all(conditions)",
        )
        shown = ", ".join(f"\\({fraction_latex(value)}\\)" for value in values)
        claim = CLAIM.say(self.language, answer=shown)
        return CheckPlan(claim, METHOD.say(self.language), source)
