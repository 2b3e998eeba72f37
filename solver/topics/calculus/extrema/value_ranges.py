"""All values of a function on a closed interval, where it is continuous: 求f(x)在[0, π/2]上的值域."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from solver.latex import exact_latex
from solver.ports import CheckPlan
from solver.topics.base import Conclusion, Solution
from solver.topics.calculus.extrema.topic import Course
from solver.topics.calculus.extrema.words import LABELS, WORDS


@dataclass(frozen=True, slots=True)
class ValueRange:
    """The interval between the least and the largest value, which `course` finds in this order."""

    course: Course

    def solution(self) -> Solution:
        """Both values, and why all others lie between."""
        found = self.course.solution()
        low, high = (exact_latex(value) for part in self.course.parts for value in self.course.items(part))
        step = WORDS["range"].say(self.course.language, low=low, high=high)
        return Solution((*found.steps, step), found.cell, found.plot)

    def conclude(self, value: Any) -> Conclusion | None:
        """The interval; None where the cell found other values."""
        if self.course.conclude(value) is None:
            return None
        low, high = (exact_latex(end) for part in self.course.parts for end in self.course.items(part))
        answer = f"[{low}, {high}]"
        return Conclusion(WORDS["range_is"].say(self.course.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Both ends as the least and the largest value."""
        bare = re.sub(r"\\(?:left|right)(?![a-z])", "", answer).strip()
        ends = re.fullmatch(r"\[(?P<low>[^,]+),(?P<high>[^,]+)\]", bare)
        if ends is None:
            return None
        say = self.course.language
        colon = ":" if say == "zh" else ": "
        told = (
            rf"\text{{{LABELS[part].say(say)}{colon}}}{value.strip()}"
            for part, value in zip(self.course.parts, ends.groups(), strict=True)
        )
        return self.course.check(r";\ ".join(told))
