"""Three lengths that make no triangle."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.geometry.figures.figure import Figure

_STEPS: Final = (
    Words("In a triangle any two sides together are longer than the third, so look at the two shorter ones and the longest.", "三角形任意两边之和大于第三边，所以只要看较短的两边与最长的边。"),
    Words("Here \\[{a}+{b}={sum}{sign} {c}\\] so the two shorter sides do not reach: there is no such triangle.", "这里\\[{a}+{b}={sum}{sign} {c}\\]较短的两边之和不大于最长的边，所以这样的三角形不存在。"),
)  # fmt: skip
_NOTE: Final = Words(
    "are the two shorter sides together longer than the longest?", "较短的两边之和大于最长的边吗"
)
_ANSWER: Final = Words(r"\text{{no such triangle}}", r"\text{{不存在}}")
_SENTENCE: Final = Words(
    "A triangle with these sides does not exist: {answer}.", "以这三个长度为边的三角形：{answer}。"
)
_METHOD: Final = Words(
    "Pythagoras: the square of the height over the longest side would have to be positive.",
    "用勾股定理求最长边上的高的平方，它应当是正数。",
)
_DENIES: Final = re.compile(r"(?i)no (?:such )?triangle|not exist|impossible|不存在|不能")


def triangle_gap(figure: Figure, values: Mapping[str, sp.Expr]) -> tuple[sp.Expr, sp.Expr, sp.Expr] | None:
    """The sides from the shortest to the longest where they make no triangle."""
    if figure.noun != "triangle" or "side" not in figure.measures or set(values) != {"a", "b", "c"}:
        return None
    a, b, c = sorted(values.values(), key=lambda value: sp.N(value, 30))
    return None if (a + b - c).is_positive else (a, b, c)


@dataclass(frozen=True, slots=True)
class Impossible:
    """A question about a triangle that does not exist; `sides` from the shortest to the longest."""

    figure: Figure
    sides: tuple[sp.Expr, sp.Expr, sp.Expr]
    language: Language

    def solution(self) -> Solution:
        """The triangle inequality fails."""
        a, b, c = self.sides
        sign = "=" if sp.simplify(a + b - c) == 0 else "<"
        shown = {"a": exact_latex(a), "b": exact_latex(b), "c": exact_latex(c), "sum": exact_latex(a + b)}
        if sign == "=" and shown["sum"] == shown["c"]:
            shown["c"], sign = "", ""
        steps = tuple(step.say(self.language, sign=sign, **shown) for step in _STEPS)
        x, y, z = map(exact_source, self.sides)
        return Solution(steps, cell(comment(_NOTE.say(self.language)), f"{x} + {y} > {z}"))

    def conclude(self, value: Any) -> Conclusion | None:
        """There is none."""
        if value not in (False, sp.false):
            return None
        answer = _ANSWER.say(self.language)
        return Conclusion(_SENTENCE.say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By the height over the longest side; whoever gives a number is wrong."""
        x, y, z = map(exact_source, self.sides)
        lines = [
            f"foot = (({z})**2 + ({x})**2 - ({y})**2)/(2*({z}))",
            f"height_squared = ({x})**2 - foot**2",
            f"bool(height_squared {'<=' if _DENIES.search(answer) else '>'} 0)",
        ]
        return CheckPlan(f"{answer}", _METHOD.say(self.language), cell(*lines))
