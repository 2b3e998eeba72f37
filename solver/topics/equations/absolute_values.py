"""One absolute value of a linear expression equal to a number: by cases, by squaring, on the number line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.formula import letter, python_name, to_sympy
from solver.formula.nodes import Call, Relation, symbols
from solver.ports import Language
from solver.topics.base import Solution, Words
from solver.topics.cells import cell, comment, exact_source

WORDS: Final = {
    "negative": Words("An absolute value is never negative, so there is no solution.", "绝对值不可能是负数，所以方程无解。"),
    "zero": Words("Only 0 has the absolute value 0: \\[{inner}=0\\] so \\({x}={first}\\).", "只有 0 的绝对值是 0：\\[{inner}=0\\] 所以 \\({x}={first}\\)。"),
    "split": Words("An absolute value is \\({c}\\) in two cases: what stands inside is \\({c}\\) or \\(-{c}\\).", "绝对值等于 \\({c}\\) 有两种情形：绝对值里面的式子等于 \\({c}\\) 或 \\(-{c}\\)。"),
    "case": Words("If \\({inner}={side}\\), then \\({x}={value}\\).", "当 \\({inner}={side}\\) 时，\\({x}={value}\\)。"),
    "square": Words("Both sides are not negative, so squaring them changes no solution: \\[{square}={number}\\]", "两边都不是负数，两边平方不改变解：\\[{square}={number}\\]"),
    "factor": Words("Bring everything to one side and factor as a difference of two squares: \\[\\left({minus}\\right)\\left({plus}\\right)=0\\] so \\({x}={second}\\) or \\({x}={first}\\).",
                    "移项，用平方差公式分解：\\[\\left({minus}\\right)\\left({plus}\\right)=0\\] 所以 \\({x}={second}\\) 或 \\({x}={first}\\)。"),
    "distance": Words("Written as a distance: \\[\\left|{shifted}\\right|={distance}\\] This says that on the number line \\({x}\\) lies \\({distance}\\) away from \\({centre}\\).",
                      "写成距离的形式：\\[\\left|{shifted}\\right|={distance}\\] 它表示数轴上 \\({x}\\) 到 \\({centre}\\) 的距离是 \\({distance}\\)。"),
    "ends": Words("To the left that is \\({centre}-{distance}={first}\\), to the right \\({centre}+{distance}={second}\\).", "向左是 \\({centre}-{distance}={first}\\)，向右是 \\({centre}+{distance}={second}\\)。"),
    "cell_cases": Words("one linear equation for each case", "每种情形是一个一次方程"),
    "cell_square": Words("the squared equation", "平方后的方程"),
    "cell_distance": Words("the centre, and the distance to both sides", "中心，再向两边取距离"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AbsoluteValue:
    """|inner| = number, inner linear in the unknown."""

    unknown: str
    inner: sp.Expr
    number: sp.Rational
    language: Language

    @staticmethod
    def of(relation: Relation, unknown: str, language: Language) -> AbsoluteValue | None:
        """The equation, where it is one of these."""
        for one, other in (relation.sides, relation.sides[::-1]):
            match one:
                case Call("Abs", (argument,)) if not symbols(other):
                    inner, number, x = to_sympy(argument), to_sympy(other), letter(unknown)
                    if not inner.is_polynomial(x) or sp.degree(inner, x) != 1 or not number.is_Rational:
                        return None
                    rational = all(c.is_Rational for c in sp.Poly(inner, x).all_coeffs())
                    return AbsoluteValue(unknown, sp.expand(inner), number, language) if rational else None
        return None

    def methods(self) -> tuple[str, ...]:
        """Cases first; where there are not two of them there is nothing to choose."""
        return ("cases", "squaring", "number-line") if self.number > 0 else ("cases",)

    def solution(self, method: str) -> Solution:
        """Without the equation itself."""
        say, x, c = self.language, letter(self.unknown), self.number
        name, source = python_name(self.unknown), exact_source(self.inner)
        a, b = sp.Poly(self.inner, x).all_coeffs()
        first, second = sorted([(c - b) / a, (-c - b) / a])
        centre, distance = -b / a, c / abs(a)
        shown = {"x": x, "c": c, "inner": self.inner, "first": first, "second": second, "square": self.inner**2,
                 "number": c**2, "minus": self.inner - c, "plus": self.inner + c, "shifted": x - centre,
                 "centre": centre, "distance": distance}  # fmt: skip
        words = {k: sp.latex(v) for k, v in shown.items()}
        if c <= 0:
            step = WORDS["negative" if c < 0 else "zero"].say(say, **words)
            return Solution(
                (step,), cell(f"solve(Eq(Abs({source}), {exact_source(c)}), {name})", variables=(self.unknown,), assumptions="real=True")
            )  # fmt: skip
        note, lines = (
            "cell_cases",
            [f"[solve({source} - side, {name})[0] for side in ({exact_source(c)}, {exact_source(-c)})]"],
        )
        if method == "squaring":
            steps = [WORDS["square"].say(say, **words), WORDS["factor"].say(say, **words)]
            note, lines = "cell_square", [f"solve(Eq(({source})**2, {exact_source(c**2)}), {name})"]
        elif method == "number-line":
            steps = [WORDS["distance"].say(say, **words), WORDS["ends"].say(say, **words)]
            note = "cell_distance"
            lines = [f"centre, distance = {exact_source(centre)}, {exact_source(distance)}", "[Rational(centre - distance), Rational(centre + distance)]"]  # fmt: skip
        else:
            steps = [WORDS["split"].say(say, **words)]
            for side in (c, -c):
                value = sp.latex((side - b) / a)
                steps.append(
                    WORDS["case"].say(
                        say, side=sp.latex(side), value=value, x=words["x"], inner=words["inner"]
                    )
                )
        text = cell(comment(WORDS[note].say(say)), *lines, variables=(self.unknown,), assumptions="real=True")
        return Solution(tuple(steps), text)
