"""The law of sines: a side from another one and the angles, an angle or its sine from two sides, the circumradius.

Read: exact angles. An angle is given only where the side opposite the known angle is not the shorter one, since otherwise two
triangles are possible.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import Node
from solver.formula.nodes import Call, Symbol
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.geometry.triangles.angles import Triangle, about_degrees, angle_latex, is_known, opposite

WORDS: Final = {
    "angles": Words("The angles: {angles}.", "各角为 {angles}。"),
    "side": Words(
        "By the law of sines the sides are as the sines of the opposite angles: \\[{q}=\\frac{{{p}\\sin {Q}}}{{\\sin {P}}}={value}\\]",
        "由正弦定理：\\[{q}=\\frac{{{p}\\sin {Q}}}{{\\sin {P}}}={value}\\]",
    ),
    "sine": Words(
        "By the law of sines: \\[\\sin {Q}=\\frac{{{q}\\sin {P}}}{{{p}}}={value}\\]",
        "由正弦定理：\\[\\sin {Q}=\\frac{{{q}\\sin {P}}}{{{p}}}={value}\\]",
    ),
    "angle": Words("Because \\({p}\\ge {q}\\), the angle \\({Q}\\) is not larger than \\({P}\\), so it is acute: \\({Q}={value}\\).", "因为 \\({p}\\ge {q}\\)，所以 \\({Q}\\) 不大于 \\({P}\\)，是锐角：\\({Q}={value}\\)。"),
    "radius": Words(
        "By the law of sines \\(2R=\\frac{{{p}}}{{\\sin {P}}}\\): \\[R={value}\\]", "由正弦定理 \\(2R=\\frac{{{p}}}{{\\sin {P}}}\\)：\\[R={value}\\]"
    ),
    "note": Words("law of sines", "正弦定理"),
    "method": Words("the triangle was put on its circumscribed circle and measured there", "把三角形放在外接圆上，用坐标重新计算"),
}  # fmt: skip
SENTENCES: Final = {
    "side": Words("The length of the side is \\({answer}\\).", "这条边的长是 \\({answer}\\)。"),
    "sine": Words("The sine is \\({answer}\\).", "正弦值是 \\({answer}\\)。"),
    "angle": Words("The angle is \\({answer}\\).", "这个角是 \\({answer}\\)。"),
    "radius": Words("The radius is \\({answer}\\).", "外接圆的半径是 \\({answer}\\)。"),
}


@dataclass(frozen=True, slots=True)
class SineQuestion:
    """`kind` of the vertex `wanted`, from the side and angle at `known`."""

    triangle: Triangle
    kind: str
    known: str
    wanted: str
    in_degrees: bool
    language: Language

    @staticmethod
    def of(
        triangle: Triangle, asked: list[Node], language: Language, *, radius: bool, in_degrees: bool
    ) -> SineQuestion | None:
        """The question, if it is one of these; None when the givens are others."""
        sides, angles = triangle.sides, triangle.angles
        known = [v for v in sides if is_known(angles[v])]
        if len(known) != 1 or not all(v.is_positive for v in sides.values()) or triangle.shape:
            return None
        kind = wanted = ""
        if radius and len(sides) == 1 and asked in ([], [Symbol("R")], [Symbol("r")]):
            kind, wanted = "radius", known[0]
        elif not radius and len(asked) == 1 and len(sides) == 1:
            wanted = opposite(asked[0], triangle.letters) or ""
            kind = "side" if wanted and wanted != known[0] and is_known(angles[wanted]) else ""
        elif not radius and len(asked) == 1 and len(sides) == 2:
            wanted = next(v for v in sides if v != known[0])
            kind = {Symbol(wanted): "angle", Call("sin", (Symbol(wanted),)): "sine"}.get(asked[0], "")
        if not kind:
            return None
        task = SineQuestion(triangle, kind, known[0], wanted, in_degrees, language)
        return task if task._exists() else None

    def _exists(self) -> bool:
        """Whether there is such a triangle, and for an angle only one, with a known exact angle."""
        if not all(0 < a < sp.pi for a in self.triangle.angles.values() if is_known(a)):
            return False
        if self.kind not in ("angle", "sine"):
            return True
        sides = self.triangle.sides
        is_one = self.kind == "sine" or bool(sides[self.known] >= sides[self.wanted])
        return is_one and bool(self._sine() <= 1)

    def _sine(self) -> sp.Expr:
        sides, angle = self.triangle.sides, self.triangle.angles[self.known]
        return sp.radsimp(sp.simplify(sides[self.wanted] * sp.sin(angle) / sides[self.known]))

    def _value(self) -> sp.Expr:
        sides, angles = self.triangle.sides, self.triangle.angles
        p, angle = sides[self.known], angles[self.known]
        match self.kind:
            case "side":
                return sp.sqrtdenest(
                    sp.expand(sp.radsimp(sp.simplify(p * sp.sin(angles[self.wanted]) / sp.sin(angle))))
                )
            case "radius":
                return sp.radsimp(sp.simplify(p / (2 * sp.sin(angle))))
            case "sine":
                return self._sine()
        return sp.asin(self._sine())

    def solution(self) -> Solution:
        """The formula with its numbers."""
        say, angles = self.language, self.triangle.angles
        shown = ", ".join(
            rf"\({v}={angle_latex(a, in_degrees=self.in_degrees)}\)" for v, a in angles.items() if is_known(a)
        )
        names = {"p": self.known.lower(), "P": self.known, "q": self.wanted.lower(), "Q": self.wanted}
        steps = [WORDS["angles"].say(say, angles=shown)]
        if self.kind == "angle":
            steps.append(WORDS["sine"].say(say, value=sp.latex(self._sine()), **names))
            steps.append(WORDS["angle"].say(say, value=self._angle_latex(), **names))
        else:
            steps.append(WORDS[self.kind].say(say, value=sp.latex(self._value()), **names))
        lines = [
            f"side, angle = {exact_source(self.triangle.sides[self.known])}, {exact_source(angles[self.known])}"
        ]
        lines.append(comment(WORDS["note"].say(say)))
        if self.kind == "side":
            lines.append(
                f"sqrtdenest(expand(radsimp(simplify(side*sin({exact_source(angles[self.wanted])})/sin(angle)))))"
            )
        elif self.kind == "radius":
            lines.append("radsimp(simplify(side/(2*sin(angle))))")
        else:
            sine = f"radsimp(simplify({exact_source(self.triangle.sides[self.wanted])}*sin(angle)/side))"
            lines.append(f"asin({sine})" if self.kind == "angle" else sine)
        return Solution(tuple(steps), cell(*lines))

    def _angle_latex(self) -> str:
        value = self._value()
        return about_degrees(value) if value.has(sp.asin) else angle_latex(value, in_degrees=self.in_degrees)

    def conclude(self, value: Any) -> Conclusion | None:
        """A length, a sine, or an angle in the unit of the problem."""
        if not isinstance(value, sp.Expr):
            return None
        if self.kind == "angle" and sp.simplify(value - self._value()) != 0:
            return None
        answer = self._angle_latex() if self.kind == "angle" else exact_latex(value)
        return Conclusion(SENTENCES[self.kind].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Corners on a circle: the chord over a central angle of twice the angle."""
        value = self._value()
        if self.kind == "angle":
            values = (value,) if answer.replace(" ", "") == self._angle_latex().replace(" ", "") else None
        else:
            values = values_in(answer)
        if values is None or len(values) != 1:
            return None
        given = values[0]
        if not isinstance(given, sp.Expr) or given.free_symbols:
            return None
        sides, angles = self.triangle.sides, self.triangle.angles
        lines = [
            "def chord(radius, angle):",
            "    return radius*Point(1, 0).distance(Point(cos(2*angle), sin(2*angle)))",
            f"answer = sympify({exact_source(given)})",
            "",
            "def is_zero(x):",
            "    return abs(N(x, 40)) < Rational(1, 10**30)",
            "",
        ]
        side, angle = exact_source(sides[self.known]), exact_source(angles[self.known])
        match self.kind:
            case "radius":
                lines.append(f"bool(is_zero(chord(answer, {angle})**2 - ({side})**2) and answer > 0)")
            case "side":
                other = exact_source(angles[self.wanted])
                lines.append(
                    f"bool(is_zero(chord({side}, {other})**2 - chord(answer, {angle})**2) and answer > 0)"
                )
            case _:
                second = "asin(answer)" if self.kind == "sine" else "answer"
                other = exact_source(sides[self.wanted])
                lines.append(
                    f"bool(is_zero(chord({side}, {second})**2 - chord({other}, {angle})**2) and answer > 0)"
                )
        claim = SENTENCES[self.kind].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines))
