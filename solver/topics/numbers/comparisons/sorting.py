"""Numbers put in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment
from solver.topics.numbers.comparisons.answers import claim, letter_lines, source_of
from solver.topics.numbers.comparisons.explaining import given, order_steps
from solver.topics.numbers.comparisons.quantities import Quantity, ascending, chain

WORDS: Final = {
    "turn": Words("From the largest to the smallest is the same order turned round.", "从大到小就是把这个顺序倒过来。"),
    "up": Words("From the smallest to the largest: \\({answer}\\).", "从小到大排列：\\({answer}\\)。"),
    "down": Words("From the largest to the smallest: \\({answer}\\).", "从大到小排列：\\({answer}\\)。"),
    "code_up": Words("from the smallest to the largest", "从小到大"),
    "code_down": Words("from the largest to the smallest", "从大到小"),
    "method": Words(
        "took the difference of each two neighbours in the list, and looked whether every number is there",
        "逐个求相邻两数的差，并检验每个数都在其中",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sorted:
    """The numbers in order; `is_chain` where they are to be joined by < or >."""

    numbers: tuple[Quantity, ...]
    is_down: bool
    is_chain: bool
    language: Language
    values: Mapping[str, Any] = field(hash=False)

    def _ordered(self) -> tuple[Quantity, ...]:
        ordered = ascending(self.numbers)
        return ordered[::-1] if self.is_down else ordered

    def solution(self) -> Solution:
        """Negative and positive numbers apart, then together."""
        steps = [
            *given(self.numbers, self.values, self.language),
            *order_steps(self.numbers, self.language),
        ]
        if self.is_down:
            steps.append(WORDS["turn"].say(self.language))
        way = "down" if self.is_down else "up"
        lines = [
            comment(WORDS[f"code_{way}"].say(self.language)),
            f"numbers = [{', '.join(q.source for q in self.numbers)}]",
            f"sorted(numbers{', reverse=True' if self.is_down else ''})",
        ]
        return Solution(tuple(steps), cell(*letter_lines(self.numbers, self.values), *lines))

    def conclude(self, value: Any) -> Conclusion | None:
        """The numbers as they are written, in order."""
        ordered = self._ordered()
        if not isinstance(value, list) or value != [q.value for q in ordered]:
            return None
        way = "down" if self.is_down else "up"
        answer = r",\ ".join(self._written(q) for q in ordered)
        if self.is_chain:
            answer = chain(ordered, sign=">" if self.is_down else "<")
        return Conclusion(WORDS[way].say(self.language, answer=answer), answer)

    @staticmethod
    def _written(q: Quantity) -> str:
        return rf"\text{{{q.label}}}" if q.label else q.latex

    def check(self, answer: str) -> CheckPlan | None:
        """By the differences of neighbours."""
        said = claim(answer, self.numbers, self.values, len(self.numbers))
        if said is None:
            return None
        claimed, signs = list(said.numbers), list(said.signs)
        turned = {"<": ">", ">": "<", "=": "=", ",": ","}
        if not set(signs) <= turned.keys():
            return None
        if self.is_chain and (">" if not self.is_down else "<") in signs:
            claimed, signs = claimed[::-1], [turned[s] for s in signs[::-1]]
        step = "p - q" if self.is_down else "q - p"
        conditions = [
            f"all({step} >= 0 for p, q in zip(claimed, claimed[1:]))",
            "len(claimed) == len(numbers)",
            "all(claimed.count(x) == numbers.count(x) for x in numbers)",
        ]
        conditions += [
            f"claimed[{i}] {'==' if sign == '=' else sign} claimed[{i + 1}]"
            for i, sign in enumerate(signs)
            if sign != ","
        ]
        way = "down" if self.is_down else "up"
        lines = [f"checks = [{', '.join(conditions)}]", "all(checks)"]
        return CheckPlan(
            WORDS[way].say(self.language, answer=answer),
            WORDS["method"].say(self.language),
            source_of(self.numbers, claimed, self.values, *lines),
        )
