"""Two sides and the angle between them: the third side (law of cosines) and the area."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import Node
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.geometry.triangles.angles import Triangle, angle_latex, is_known, opposite

WORDS: Final = {
    "between": Words(
        "The sides \\({p}={p_value}\\) and \\({q}={q_value}\\) include the angle \\({angle}={angle_value}\\), with \\({function} {angle_value}={f_value}\\).",
        "边 \\({p}={p_value}\\) 与 \\({q}={q_value}\\) 的夹角是 \\({angle}={angle_value}\\)，\\({function} {angle_value}={f_value}\\)。",
    ),
    "side": Words(
        "The law of cosines for the side opposite this angle: \\[{s}^2={p}^2+{q}^2-2{p}{q}\\cos {angle}={put_in}={square}\\] A length is positive, so \\({s}={value}\\).",
        "对这个角的对边用余弦定理：\\[{s}^2={p}^2+{q}^2-2{p}{q}\\cos {angle}={put_in}={square}\\] 长度为正，所以 \\({s}={value}\\)。",
    ),
    "area": Words(
        "The area is half the product of two sides and the sine of the angle between them: \\[\\frac{{1}}{{2}}{p}{q}\\sin {angle}={put_in}={value}\\]",
        "面积等于两边与其夹角正弦乘积的一半：\\[\\frac{{1}}{{2}}{p}{q}\\sin {angle}={put_in}={value}\\]",
    ),
    "right_side": Words(
        "The sides \\({p}={p_value}\\) and \\({q}={q_value}\\) include the right angle, so by the theorem of Pythagoras \\[{s}^2={p}^2+{q}^2={square}\\] A length is positive, so \\({s}={value}\\).",
        "\\({p}={p_value}\\) 与 \\({q}={q_value}\\) 是两条直角边，由勾股定理 \\[{s}^2={p}^2+{q}^2={square}\\] 长度为正，所以 \\({s}={value}\\)。",
    ),
    "right_area": Words(
        "The legs are \\({p}={p_value}\\) and \\({q}={q_value}\\). The area is half their product: \\[\\frac{{1}}{{2}}{p}{q}={value}\\]",
        "两条直角边是 \\({p}={p_value}\\) 与 \\({q}={q_value}\\)，面积是它们乘积的一半：\\[\\frac{{1}}{{2}}{p}{q}={value}\\]",
    ),
    "note_side": Words("law of cosines", "余弦定理"),
    "note_area": Words("half of side times side times sine", "两边及夹角求面积"),
    "method": Words("the triangle is put into coordinates and measured there", "建立坐标系，用顶点坐标重新计算"),
}  # fmt: skip
SENTENCES: Final = {
    "side": Words("The length of the side is \\({answer}\\).", "这条边的长是 \\({answer}\\)。"),
    "area": Words("The area is \\({answer}\\).", "面积是 \\({answer}\\)。"),
}


@dataclass(frozen=True, slots=True)
class SideQuestion:
    """Third side or area of a triangle of which two sides and the included angle `vertex` are given."""

    triangle: Triangle
    vertex: str
    area: bool
    in_degrees: bool
    language: Language

    @staticmethod
    def of(
        triangle: Triangle, asked: list[Node], language: Language, *, area: bool, in_degrees: bool
    ) -> SideQuestion | None:
        """The question, if it is one of these; None when the givens are others."""
        if (
            triangle.shape not in ("", "right")
            or len(triangle.sides) != 2
            or not all(v.is_positive for v in triangle.sides.values())
        ):
            return None
        vertex = next(v for v in triangle.letters if v not in triangle.sides)
        if not is_known(triangle.angles[vertex]) or len(triangle.equations) != 2:
            return None
        wanted_is_third = len(asked) == 1 and opposite(asked[0], triangle.letters) == vertex
        if not (area and not asked or not area and wanted_is_third):
            return None
        return SideQuestion(triangle, vertex, area, in_degrees, language)

    @property
    def _kind(self) -> str:
        return "area" if self.area else "side"

    def _value(self) -> sp.Expr:
        p, q = self.triangle.sides.values()
        angle = self.triangle.angles[self.vertex]
        if self.area:
            return sp.expand(sp.radsimp(p * q * sp.sin(angle) / 2))
        return sp.sqrtdenest(sp.sqrt(sp.expand(sp.radsimp(p**2 + q**2 - 2 * p * q * sp.cos(angle)))))

    def solution(self) -> Solution:
        """The formula with its numbers."""
        say, angle = self.language, self.triangle.angles[self.vertex]
        (p, p_value), (q, q_value) = ((v.lower(), x) for v, x in self.triangle.sides.items())
        function = sp.sin if self.area else sp.cos
        names = {
            "p": p,
            "q": q,
            "angle": self.vertex,
            "s": self.vertex.lower(),
            "function": rf"\{function.__name__}",
        }
        numbers = {"p_value": p_value, "q_value": q_value, "f_value": function(angle)}
        shown = {k: sp.latex(v) for k, v in numbers.items()}
        shown["angle_value"] = angle_latex(angle, in_degrees=self.in_degrees)
        value = self._value()
        if angle == sp.pi / 2:
            square = sp.latex(sp.expand(value**2))
            told = WORDS[f"right_{self._kind}"].say(
                say, **names, **shown, square=square, value=sp.latex(value)
            )
            return Solution((told,), self._cell())
        steps = [WORDS["between"].say(say, **names, **shown)]
        steps.append(
            WORDS[self._kind].say(
                say,
                **names,
                put_in=self._put_in(shown),
                square=sp.latex(sp.expand(value**2)),
                value=sp.latex(value),
            )
        )
        return Solution(tuple(steps), self._cell())

    def _put_in(self, shown: Mapping[str, str]) -> str:
        p, q = (v if v.isdigit() else rf"\left({v}\right)" for v in (shown["p_value"], shown["q_value"]))
        if self.area:
            return rf"\frac{{1}}{{2}}\cdot {p}\cdot {q}\cdot {shown['f_value']}"
        cosine = (
            shown["f_value"] if not shown["f_value"].startswith("-") else rf"\left({shown['f_value']}\right)"
        )
        return rf"{p}^2+{q}^2-2\cdot {p}\cdot {q}\cdot {cosine}"

    def _cell(self) -> str:
        (p, p_value), (q, q_value) = ((f"side_{v.lower()}", x) for v, x in self.triangle.sides.items())
        lines = [f"{p} = {exact_source(p_value)}", f"{q} = {exact_source(q_value)}"]
        lines += [f"angle = {exact_source(self.triangle.angles[self.vertex])}"]
        lines += [comment(WORDS[f"note_{self._kind}"].say(self.language))]
        formula = f"{p}*{q}*sin(angle)/2" if self.area else f"{p}**2 + {q}**2 - 2*{p}*{q}*cos(angle)"
        last = f"expand(radsimp({formula}))"
        return cell(*lines, last if self.area else f"sqrtdenest(sqrt({last}))")

    def conclude(self, value: Any) -> Conclusion | None:
        """The length or the area."""
        if not isinstance(value, sp.Expr):
            return None
        answer = exact_latex(value)
        return Conclusion(SENTENCES[self._kind].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The vertex of the angle at the origin, one side along the axis."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr) or values[0].free_symbols:
            return None
        p, q = self.triangle.sides.values()
        lines = [
            f"angle = {exact_source(self.triangle.angles[self.vertex])}",
            f"first = Point({exact_source(p)}, 0)",
            f"second = Point({exact_source(q)}*cos(angle), {exact_source(q)}*sin(angle))",
            f"answer = sympify({exact_source(values[0])})",
        ]
        if self.area:
            lines.append("difference = abs(Triangle(Point(0, 0), first, second).area) - answer")
        else:
            lines.append("difference = first.distance(second)**2 - answer**2")
        lines.append("bool(answer.is_positive and abs(N(difference, 40)) < Rational(1, 10**30))")
        claim = SENTENCES[self._kind].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines))
