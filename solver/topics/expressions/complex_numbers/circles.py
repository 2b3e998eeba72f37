"""The largest and the smallest distance of a complex number on a circle from a point: |z − a| = r, asked is |z − b|.

Read: one circle with numbers, one distance. Not: half planes, several circles, arguments.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, to_sympy
from solver.formula.nodes import Call, Symbol, symbols
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Solution, Text, Words
from solver.topics.cells import cell, comment, exact_source

VOCABULARY: Final = {
    "largest": "maximum|maximum value|largest|largest value|greatest|greatest value|greatest possible value|largest possible value|maximum possible value|最大值|的最大值",
    "smallest": "minimum|minimum value|smallest|smallest value|least|least value|least possible value|smallest possible value|minimum possible value|最小值|的最小值",
    "words": "complex numbers?|complex|satisfies|satisfying|modulus|possible|respectively|its|复数|满足|模|分别|各|如果|取值",
}
WORDS: Final = {
    "circle": Words(
        "\\(|z-({a})|={r}\\) says: the point \\(z\\) lies on the circle with centre \\({a}\\) and radius \\({r}\\).",
        "\\(|z-({a})|={r}\\) 表示点 \\(z\\) 在以 \\({a}\\) 为圆心、\\({r}\\) 为半径的圆上。",
    ),
    "distance": Words(
        "\\(|z-({b})|\\) is the distance of \\(z\\) from the point \\({b}\\), which is \\({d}\\) away from the centre: \\[|{b}-({a})|={d}\\]",
        "\\(|z-({b})|\\) 是点 \\(z\\) 到点 \\({b}\\) 的距离；该点到圆心的距离为 \\[|{b}-({a})|={d}\\]",
    ),
    "ends": Words(
        "On the line through the centre and this point the distance is largest and smallest: \\[{d}+{r}={largest},\\qquad |{d}-{r}|={smallest}\\]",
        "在过圆心与该点的直线上取到最大和最小距离：\\[{d}+{r}={largest},\\qquad |{d}-{r}|={smallest}\\]",
    ),
    "note": Words("distance of the point from the centre, and the radius", "该点到圆心的距离与半径"),
    "largest": Words("The largest value is \\({answer}\\).", "最大值是 \\({answer}\\)。"),
    "smallest": Words("The smallest value is \\({answer}\\).", "最小值是 \\({answer}\\)。"),
    "both": Words("In the order asked: \\({answer}\\).", "依次为 \\({answer}\\)。"),
    "method": Words("with the point of the circle given by its angle, the derivative of the squared distance is 0 just there", "用角表示圆上的点，距离平方的导数恰在该处为 0"),
}  # fmt: skip


def read_circle(source: str, text: Text) -> CircleDistance | None:
    """The circle and what is asked; None where anything else is said."""
    if "|" not in source and "modulus" not in source.lower():
        return None
    source = re.sub(r"\$?\s*z\s*(?:∈|\\in)\s*\\?(?:mathbb\{?|mathbf\{?)?[Cℂ]\}?\$?\s*[,，]?", " ", source)
    found = account(source, VOCABULARY)
    wanted = tuple(dict.fromkeys(c for c in found.concepts if c in ("largest", "smallest")))
    if found.unread or not wanted or len(found.relations) != 1:
        return None
    asked = [n for n in found.asked if n != Symbol("z")]
    relation = found.relations[0]
    if len(asked) != 1 or relation.signs != ("=",) or symbols(relation.sides[1]):
        return None
    centre, point = _from_point(relation.sides[0]), _from_point(asked[0])
    try:
        radius = to_sympy(relation.sides[1])
    except FormulaError:
        return None
    if centre is None or point is None or not radius.is_positive or centre == point:
        return None
    return CircleDistance(centre, radius, point, wanted, text.language)


def _from_point(node: Node) -> sp.Expr | None:
    """b of |z − b|."""
    match node:
        case Call("Abs", (inner,)) if symbols(inner) <= {"z", "i"} and "z" in symbols(inner):
            try:
                value = to_sympy(inner, {"i": sp.I})
            except FormulaError:
                return None
        case _:
            return None
    z = sp.Symbol("z")
    shift = sp.expand(value - z)
    return None if shift.has(z) or shift.free_symbols else sp.expand(-shift)


@dataclass(frozen=True, slots=True)
class CircleDistance:
    """`wanted` of |z − `point`| for |z − `centre`| = `radius`."""

    centre: sp.Expr
    radius: sp.Expr
    point: sp.Expr
    wanted: tuple[str, ...]
    language: Language

    def _values(self) -> dict[str, sp.Expr]:
        d = sp.sqrt(sp.expand((self.point - self.centre) * sp.conjugate(self.point - self.centre)))
        return {"d": d, "largest": d + self.radius, "smallest": sp.simplify(abs(d - self.radius))}

    def solution(self) -> Solution:
        """The circle, the distance of the point from the centre, both ends."""
        values = {k: sp.latex(v) for k, v in self._values().items()}
        facts = {**values, "a": sp.latex(self.centre), "b": sp.latex(self.point), "r": sp.latex(self.radius)}
        steps = tuple(WORDS[key].say(self.language, **facts) for key in ("circle", "distance", "ends"))
        shown = {"largest": "d + r", "smallest": "abs(d - r)"}
        lines = [
            comment(WORDS["note"].say(self.language)),
            f"d = Abs({exact_source(self.point)} - ({exact_source(self.centre)}))",
            f"r = {exact_source(self.radius)}",
            ", ".join(shown[w] for w in self.wanted),
        ]
        return Solution(steps, cell(*lines))

    def conclude(self, value: Any) -> Conclusion | None:
        """One value, or both in the order asked."""
        found = list(value) if isinstance(value, (tuple, list, sp.Tuple)) else [value]
        if len(found) != len(self.wanted) or not all(isinstance(v, sp.Expr) and v.is_real for v in found):
            return None
        answer = r",\ ".join(map(exact_latex, found))
        key = self.wanted[0] if len(found) == 1 else "both"
        return Conclusion(WORDS[key].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The two places on the circle where the distance does not change, by the derivative."""
        values = values_in(answer)
        if values is None or len(values) != len(self.wanted):
            return None
        offset = sp.expand(self.centre - self.point)
        p, q = offset.as_real_imag()
        lines = [
            f"p, q, r = {exact_source(p)}, {exact_source(q)}, {exact_source(self.radius)}",
            "t = atan2(q, p)",
            "turning = [t, t + pi]  # where -p*sin(t) + q*cos(t) = 0",
            "squares = [(p + r*cos(a))**2 + (q + r*sin(a))**2 for a in turning]",
            "found = {'largest': max(squares), 'smallest': min(squares)}",
            f"given = {exact_source(list(values))}",
            f"all(v >= 0 and simplify(v**2 - found[w]) == 0 for v, w in zip(map(sympify, given), {list(self.wanted)!r}))",
        ]
        key = self.wanted[0] if len(values) == 1 else "both"
        return CheckPlan(
            WORDS[key].say(self.language, answer=answer), WORDS["method"].say(self.language), cell(*lines)
        )
