"""The five-number summary of a list, and its box plot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sympy as sp

from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.discrete.statistics.numbers import fractions, in_a_sum, shown_as
from solver.topics.discrete.statistics.words import NAMES, WORDS

TITLE = Words("Box plot: ", "箱线图：")
PARTS = (
    Words("minimum", "最小值"),
    NAMES["lower"],
    NAMES["median"],
    NAMES["upper"],
    Words("maximum", "最大值"),
)


def median(ordered: Sequence[sp.Rational]) -> sp.Rational:
    """The middle one, or halfway between the two in the middle."""
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def five_numbers(values: Sequence[sp.Rational]) -> tuple[sp.Rational, ...]:
    """Minimum, lower quartile, median, upper quartile, maximum; quartiles as medians of the halves."""
    ordered, half = sorted(values), len(values) // 2
    return (ordered[0], median(ordered[:half]), median(ordered), median(ordered[-half:]), ordered[-1])


def box_plot(values: Sequence[sp.Rational], say: Language) -> str:
    """A horizontal box with whiskers and the five numbers at their places."""
    low, lower, middle, upper, high = (f"{float(v):.6g}" for v in five_numbers(values))
    names = [name.say(say) for name in PARTS]
    shown = ", ".join(f"{n} {float(v):.6g}" for n, v in zip(names, five_numbers(values), strict=True))
    return "\n".join(
        [
            "import matplotlib.pyplot as plt",
            "",
            f"low, lower, median, upper, high = {low}, {lower}, {middle}, {upper}, {high}",
            'plt.plot([lower, upper, upper, lower, lower], [-1, -1, 1, 1, -1], color="C0")',
            f'plt.plot([median, median], [-1, 1], color="crimson", label="{names[2]}")',
            'plt.plot([low, lower], [0, 0], color="C0")',
            'plt.plot([upper, high], [0, 0], color="C0")',
            "for end in (low, high):",
            '    plt.plot([end, end], [-0.5, 0.5], color="C0")',
            "for value in sorted({low, lower, median, upper, high}):",
            '    plt.annotate(f"{value:g}", (value, 1.15), ha="center")',
            "plt.ylim(-2, 2.5)",
            "plt.yticks([])",
            f'plt.title("{TITLE.say(say)}{shown}", fontsize=10)',
            "plt.legend()",
            'plt.grid(alpha=0.3, axis="x")',
            "plt.show()",
        ]
    )


@dataclass(frozen=True, slots=True)
class FiveNumbers:
    """The five numbers of `values`; `drawn`: the box plot is asked for."""

    values: tuple[sp.Rational, ...]
    drawn: bool
    language: Language

    def solution(self) -> Solution:
        """In order, the median, the halves, the five numbers."""
        say, n = self.language, len(self.values)
        ordered, half = sorted(self.values), n // 2
        low, lower, middle, upper, high = five_numbers(self.values)
        steps = [WORDS["ordered"].say(say, n=n, values=",\\ ".join(map(shown_as, ordered)))]
        if n % 2:
            steps.append(WORDS["odd"].say(say, k=half + 1, value=shown_as(middle)))
        else:
            a, b = ordered[half - 1], ordered[half]
            steps.append(WORDS["even"].say(say, a=in_a_sum(a), b=in_a_sum(b), value=shown_as(middle)))
        sides = (("lower", "lower" if say == "en" else "前", ordered[:half], lower), ("upper", "upper" if say == "en" else "后", ordered[-half:], upper))  # fmt: skip
        for name, side, part, value in sides:
            steps.append(
                WORDS["half"].say(say, name=NAMES[name].say(say), side=side, values=",\\ ".join(map(shown_as, part)), value=shown_as(value))
            )  # fmt: skip
        listed = ",\\ ".join(map(shown_as, (low, lower, middle, upper, high)))
        steps.append(WORDS["five"].say(say, values=listed))
        if self.drawn:
            steps.append(WORDS["box"].say(say))
        source = cell(
            f"values = sorted({exact_source(list(self.values))})",
            "",
            "def median(xs):",
            "    k = len(xs) // 2",
            "    return xs[k] if len(xs) % 2 else (xs[k - 1] + xs[k])/S(2)",
            "",
            comment(WORDS["code_five"].say(say)),
            f"[values[0], median(values[:{half}]), median(values), median(values[-{half}:]), values[-1]]",
        )
        return Solution(tuple(steps), source, box_plot(self.values, say))

    def conclude(self, value: Any) -> Conclusion | None:
        """The five in order."""
        if not isinstance(value, list) or tuple(value) != five_numbers(self.values):
            return None
        answer = ",\\ ".join(map(shown_as, value))
        return Conclusion(WORDS["answer_five"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Again with Python's statistics module."""
        given = values_in(answer)
        if given is None or not all(isinstance(v, sp.Rational) for v in given):
            return None
        half = len(self.values) // 2
        lines = [
            "from fractions import Fraction",
            "from statistics import median",
            "",
            f"data = sorted({fractions(self.values)})",
            f"given = {fractions(given)}",
            f"given == [min(data), median(data[:{half}]), median(data), median(data[-{half}:]), max(data)]",
        ]
        claim = WORDS["answer_five"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), "\n".join(lines))
