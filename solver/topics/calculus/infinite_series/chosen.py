"""Which of several series converges, diverges, converges absolutely or conditionally: every option is tested, and one has the property.

Read: three to six options that are series in Σ with numbers alone. Not: several right ones, statements about series, options that no test decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Text, Words
from solver.topics.calculus.infinite_series.told_limits import with_limits_in_place
from solver.topics.calculus.infinite_series.topic import InfiniteSeries
from solver.topics.calculus.infinite_series.topic import read as read_series
from solver.topics.cells import joined, kept_as

_KIND: Final = (
    ("conditionally", r"converges?\s+conditionally|(?:is\s+|are\s+)?conditionally\s+convergent|条件收敛"),
    ("absolutely", r"converges?\s+absolutely|(?:is\s+|are\s+)?absolutely\s+convergent|绝对收敛"),
    ("diverges", r"diverges?|(?:is\s+)?divergent|(?:是)?发散"),
    ("converges", r"converges?|(?:is\s+)?convergent|(?:是)?收敛"),
)
_BUT: Final = r"(?:\s*,?\s*\(?\s*but\s+(?:does\s+)?not\s+(?:converge\s+)?absolutely\s*\)?)?"
_ONE_EN: Final = r"(?i)\s*(?:exactly|only|just|precisely)\s+one\s+of\s+(?:the\s+following|these|the)\s*(?:infinite\s+|alternating\s+)?(?:series\s+)?(?:below\s+)?(?:{0}){1}\s*[.:,;]\s*(?:which\s+(?:one|of\s+them|series)?\s*(?:is\s+it|is\s+that)?|find\s+it|identify\s+it|name\s+it)\s*[?:.]?\s*"
_STEM_EN: Final = r"(?i)\s*(?:which\s+(?:one\s+)?of\s+(?:the\s+following|these|the)\s*(?:infinite\s+|alternating\s+)?series\s+|which\s+(?:one\s+)?of\s+the\s+following\s+|which\s+series\s+|the\s+series\s+(?:below\s+)?that\s+|(?:select|choose|find|identify)\s+the\s+series\s+that\s+)(?:{0}){1}\s*(?:is)?\s*[?:.]?\s*"
_STEM_ZH: Final = r"\s*(?:在)?(?:下列|下面|以下)(?:各)?(?:无穷|数项|常数项|交错|正项)?级数(?:之?中)?\s*,?\s*(?:{0})的(?:级数)?(?:是|为|有)?(?:哪一?个|多少|什么|\?|\(\s*\))*\s*[:.?。]?\s*"
WORDS: Final = {
    "option": Words("Option {letter}: {steps}", "选项 {letter}：{steps}"),
    "answer": Words("Only option \\({answer}\\) {kind}.", "只有选项 \\({answer}\\) {kind}。"),
    "conditionally": Words("converges conditionally", "条件收敛"),
    "absolutely": Words("converges absolutely", "绝对收敛"),
    "converges": Words("converges", "收敛"),
    "diverges": Words("diverges", "发散"),
    "method": Words("every option by Cauchy's condensation and the signs of its terms", "用柯西并项法和各项的符号检验每个选项"),
}  # fmt: skip
_LETTERS: Final = "ABCDEF"


def read_choice(text: Text) -> SeriesChoice | None:
    """The question, where every option is a series that is decided, and one alone has the property."""
    from solver.topics.choices import split  # which asks this reader

    parted = split(with_limits_in_place(text.source))
    if parted is None:
        return None
    stem, options = parted
    stem = text.source[: len(text.source) - len(text.source.lstrip())] + _stem(text.source)
    kind = next((k for k, words in _KIND if any(re.fullmatch(p.format(words, _BUT), stem) for p in (_STEM_EN, _ONE_EN, _STEM_ZH))), None)  # fmt: skip
    if kind is None:
        return None
    tasks = []
    for option in options:
        bare = option.strip().strip("$").strip().rstrip(";,.。")
        question = (
            f"该级数 ${bare}$ 绝对收敛还是条件收敛"
            if text.language == "zh"
            else f"Does the series ${bare}$ converge absolutely"
        )
        task = read_series(Text(question, text.language))
        if not isinstance(task, InfiniteSeries):
            return None
        tasks.append(task)
    found = SeriesChoice(tuple(tasks), kind, text.language)
    return found if len(found.right()) == 1 else None


def _stem(source: str) -> str:
    """What stands before the first option, in the words of the text."""
    return re.split(r"(?<![A-Za-z\\])\(?A\s*[.、:)]", source, maxsplit=1)[0].strip()


@dataclass(frozen=True)
class SeriesChoice:
    """The one of `tasks` that `kind` (converges, diverges, absolutely, conditionally)."""

    tasks: tuple[InfiniteSeries, ...]
    kind: str
    language: Language

    def right(self) -> list[str]:
        """The letters of the options with the property."""
        return [letter for letter, task in zip(_LETTERS, self.tasks, strict=False) if self._has(task)]

    def _has(self, task: InfiniteSeries) -> bool:
        verdict = task.verdict
        assert verdict is not None
        return {
            "converges": verdict.converges,
            "diverges": not verdict.converges,
            "absolutely": verdict.absolutely,
            "conditionally": verdict.converges and not verdict.absolutely,
        }[self.kind]

    def solution(self) -> Solution:
        """The test of each option."""
        found = [task.solution() for task in self.tasks]
        steps = tuple(
            WORDS["option"].say(self.language, letter=letter, steps=" ".join(solution.steps))
            for letter, solution in zip(_LETTERS, found, strict=False)
        )
        names = [f"option_{letter}" for letter in _LETTERS[: len(found)]]
        parts = [kept_as(solution.cell, name) for solution, name in zip(found, names, strict=True)]
        return Solution(steps, joined(*parts, f"({', '.join(names)})"))

    def conclude(self, value: Any) -> Conclusion | None:
        """The letter, where the cell found the same of each."""
        verdicts = [(t.verdict.converges, t.verdict.absolutely) for t in self.tasks if t.verdict is not None]
        try:
            found = [tuple(map(bool, pair)) for pair in value]
        except TypeError:
            return None
        if found != verdicts:
            return None
        (letter,) = self.right()
        kind = WORDS[self.kind].say(self.language)
        return Conclusion(WORDS["answer"].say(self.language, answer=letter, kind=kind), letter)

    def check(self, answer: str) -> CheckPlan | None:
        """Every option by another test."""
        named = re.fullmatch(r"\\?(?:text|mathrm)?\s*\{?\(?([A-F])\)?\}?\.?", answer.strip())
        if named is None:
            return None
        plans = [task.check(task.verdict_name()) for task in self.tasks]
        if any(plan is None for plan in plans):
            return None
        names = [f"holds_{letter}" for letter in _LETTERS[: len(plans)]]
        parts = [
            kept_as(plan.source, name) for plan, name in zip(plans, names, strict=True) if plan is not None
        ]
        is_right = [named[1]] == self.right()
        kind = WORDS[self.kind].say(self.language)
        source = joined(
            *parts, f"None if None in ({', '.join(names)}) else all(({', '.join(names)})) and {is_right}"
        )
        return CheckPlan(WORDS["answer"].say(self.language, answer=named[1], kind=kind), WORDS["method"].say(self.language), source)  # fmt: skip
