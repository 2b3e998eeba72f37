"""Chinese stories of primary school, each kind as the facts that it needs, wherever they stand. `answers` is the whole interface.

`finding` says what a fact is and which words may stand between facts; the other files are kinds: their facts and the sums.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from solver.topics.base import Task
from solver.topics.stories.everyday.facts import (  # noqa: F401  # they add their kinds
    averages,
    counting,
    figures,
    intervals,
    journeys,
    numbers,
    prices,
    shares,
    stocks,
)
from solver.topics.stories.everyday.facts.finding import found_in
from solver.topics.stories.school.modelled import finished
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Unfit, Working

__all__ = ["answers", "in_plain_numbers"]

_DIGIT: Final = "一二两三四五六七八九十"
_ONES: Final = {c: str(k) for k, c in enumerate("零一二三四五六七八九十")} | {"两": "2"}
_FRACTION: Final = re.compile(r"(\d+)?\s*\\[dt]?frac\s*\{?\s*(\d+)\s*\}?\s*\{?\s*(\d+)\s*\}?")


def in_plain_numbers(source: str) -> str:
    r"""Chinese text with fractions as a/b, numbers in words as digits, no signs of formulas.

    >>> in_plain_numbers(r"用去$\frac{3}{8}$,又倒入$1\frac12$千克,八分之五")
    '用去3/8,又倒入3/2千克,5/8'
    """
    source = re.sub(r"\\(?:text|mathrm)\s*\{([^{}]*)\}", r"\1", source.replace("$", ""))
    source = _FRACTION.sub(lambda m: f"{int(m[1] or 0) * int(m[3]) + int(m[2])}/{m[3]}", source)
    source = re.sub(r"(占[^,，。;；]{0,8}的)一半", r"\g<1>1/2", source)
    return re.sub(rf"([{_DIGIT}])分之([{_DIGIT}])", lambda m: f"{_ONES[m[2]]}/{_ONES[m[1]]}", source)


def answers(plain: str) -> tuple[dict[tuple[Fraction, ...], Exercise], dict[str, Task]]:
    """What the kinds that read a text find, by the values, and what they hand to other topics, by the question; the text has plain numbers."""
    found: dict[tuple[Fraction, ...], Exercise] = {}
    handed: dict[str, Task] = {}
    for solve, facts in found_in(plain):
        work = Working("zh")
        try:
            solve(facts, work)
            if work.model is not None:
                handed.setdefault(work.model.question, finished(work))
        except Unfit:
            continue
        if work.answer is not None and work.answer.made is not None and min(work.answers) >= 0:
            exercise = Exercise.of(work)
            found.setdefault(exercise.values, exercise)
    return found, handed
