"""The area of a triangle whose corners are the points of a parabola on the axes, and its vertex.

Read: corners that the problem names (与x轴交于A、B两点,与y轴交于点C,顶点为D), two of them on the x-axis. Not: other polygons,
points on the curve, triangles whose corners depend on which of the two zeros is A.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import python_name, to_latex, to_python, to_sympy
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.functions.parabolas.reading import Quadratic, quadratic_of
from solver.topics.functions.parabolas.words import VOCABULARY

WORDS: Final = {
    "zeros": Words("On the \\(x\\)-axis \\({body}=0\\): \\({x}={roots}\\). The distance of these points is \\({width}\\).", "在 \\(x\\) 轴上 \\({body}=0\\)，解得 \\({x}={roots}\\)，两交点的距离是 \\({width}\\)。"),
    "start": Words("On the \\(y\\)-axis \\({x}=0\\), and there the value is \\({height}\\).", "在 \\(y\\) 轴上 \\({x}=0\\)，函数值是 \\({height}\\)。"),
    "vertex": Words("The vertex is at \\({x}=-\\frac{{b}}{{2a}}={h}\\); its second coordinate is \\({height}\\).", "顶点的横坐标是 \\({x}=-\\frac{{b}}{{2a}}={h}\\)，纵坐标是 \\({height}\\)。"),
    "area": Words("Base times height, halved: \\[\\frac12\\cdot {width}\\cdot\\left|{height}\\right|={area}\\]", "底乘高除以 2：\\[\\frac12\\cdot {width}\\cdot\\left|{height}\\right|={area}\\]"),
    "cell": Words("half of base times height", "底乘高的一半"),
    "answer": Words("The area is \\({answer}\\).", "面积是 \\({answer}\\)。"),
    "method": Words("the area was computed again with the determinant of the corners", "用顶点坐标的行列式重新求面积"),
}  # fmt: skip
_VOCABULARY: Final = {
    **VOCABULARY,
    "area": "area|area of|面积|的面积",
    "triangle": "triangle|triangletext|三角形",
    "roles": "rolexaxis|roleyaxis|rolevertex",
}
_P: Final = r"\$?\s*(?<![A-Za-z])([A-Z])(?![A-Za-z(])\s*\$?"
_JOIN: Final = r"\s*(?:,\s*and|and|、|,|和|与|及)\s*"
_X_AXIS: Final = r"(?<![A-Za-z\\])\$?x\$?\s*-?\s*(?:axis|轴)"
_Y_AXIS: Final = r"(?<![A-Za-z\\])\$?y\$?\s*-?\s*(?:axis|轴)"
_ROLES: Final = (
    ("x", rf"{_X_AXIS}\s*(?:的)?(?:交点|相?交)?(?:分别)?(?:于|为|是|at)?\s*(?:the\s+)?(?:two\s+)?(?:points?|点)?\s*{_P}{_JOIN}{_P}(?:两点)?"),
    ("y", rf"{_Y_AXIS}\s*(?:的)?(?:交点|相?交)?(?:于|为|是|at)?\s*(?:the\s+)?(?:points?|点)?\s*{_P}"),
    ("v", rf"(?:顶点(?:坐标)?(?:为|是)?(?:点)?|(?i:\bvertex(?:\s+is)?(?:\s+(?:at|the\s+point))?)|(?i:\bhas\s+(?:its\s+)?vertex))\s*(?:the\s+point\s+)?{_P}"),
)  # fmt: skip


def read_area(text: Text) -> Reading:
    """A question for the area of a triangle of named points; None when it is another question."""
    source = text.source.replace(r"\(", "$").replace(r"\)", "$")
    triangle = re.search(
        r"\$?\s*(?:△|\\triangle|\\Delta|\\bigtriangleup|(?i:\btriangle)|三角形)\s*\$?\s*([A-Z])\s*([A-Z])\s*([A-Z])\s*\$?(?![A-Z])",
        source,
    )
    if triangle is None or not re.search(r"面积|(?i:\barea\b)", source):
        return None
    corners = dict.fromkeys(triangle.groups(), "")
    source = f"{source[: triangle.start()]} triangletext {source[triangle.end() :]}"
    for role, pattern in _ROLES:
        for match in reversed(list(re.finditer(pattern, source))):
            for letter in match.groups():
                if corners.get(letter, role) not in ("", role):
                    return None
                if letter in corners:
                    corners[letter] = role
            axis = {"x": " xaxis ", "y": " yaxis ", "v": " vertex "}[role]
            source = source[: match.start()] + axis + source[match.end() :]
    if sorted(corners.values()) not in (["v", "x", "x"], ["x", "x", "y"]):
        return None
    source = re.sub(rf"{_X_AXIS}", " xaxis ", re.sub(rf"{_Y_AXIS}", " yaxis ", source))
    # which of the two is on the left does not matter
    source = re.sub(
        rf"\(?\s*,?\s*(?:点\s*)?{_P}\s*在\s*(?:点\s*)?{_P}\s*的?(?:左|右)(?:侧|边|方)\s*\)?", " ", source
    )
    found = account(source, _VOCABULARY)
    functions = [q for n in found.nodes if (q := quadratic_of(n))]
    if len(functions) != 1 or len(found.nodes) != 1 or functions[0].letters or functions[0].variable != "x":
        return None
    if found.unread:
        return Unread(found.unread)
    allowed = {
        "ask",
        "is",
        "area",
        "triangle",
        "xaxis",
        "yaxis",
        "vertex",
        "meet",
        "parabola",
        "coordinates",
        "through",
        "as_points",
        "shape",
        "#0",
    }
    if not set(found.concepts) <= allowed or found.concepts.count("area") != 1:
        return None
    task = TriangleArea(functions[0], "vertex" if "v" in corners.values() else "start", text.language)
    return task if task.exists() else None


@dataclass(frozen=True, slots=True)
class TriangleArea:
    """The area of the triangle of both zeros and the third corner `third`: `start` (on the y-axis) or `vertex`."""

    quadratic: Quadratic
    third: str
    language: Language

    def _poly(self) -> sp.Poly:
        return sp.Poly(to_sympy(self.quadratic.body), sp.Symbol(self.quadratic.variable))

    def _corners(self) -> list[tuple[sp.Expr, sp.Expr]]:
        poly = self._poly()
        a, b, c = poly.all_coeffs()
        roots = sorted(sp.solve(poly.as_expr(), poly.gen))
        third = (sp.Integer(0), c) if self.third == "start" else (-b / (2 * a), poly.eval(-b / (2 * a)))
        return [*((r, sp.Integer(0)) for r in roots), third]

    def exists(self) -> bool:
        """Whether there are two zeros and the third corner is off the axis."""
        return bool(self._poly().discriminant() > 0 and self._corners()[-1][1] != 0)

    def solution(self) -> Solution:
        """Zeros, height, area."""
        say, x = self.language, self.quadratic.variable
        (p, _), (q, _), (h, height) = self._corners()
        width = sp.simplify(q - p)
        area = sp.simplify(width * abs(height) / 2)
        shown = {"x": x, "width": sp.latex(width), "height": sp.latex(height), "h": sp.latex(h)}
        steps = (
            WORDS["zeros"].say(say, body=to_latex(self.quadratic.body), roots=exact_latex([p, q]), **shown),
            WORDS[self.third].say(say, **shown),
            WORDS["area"].say(say, area=sp.latex(area), **shown),
        )
        v = python_name(x)
        height_lines = (
            [f"height = y.subs({v}, 0)"]
            if self.third == "start"
            else [f"a, b, c = Poly(y, {v}).all_coeffs()", f"height = y.subs({v}, -b / (2*a))"]
        )
        lines = [
            f"y = {to_python(self.quadratic.body)}",
            f"left, right = sorted(solve(y, {v}))",
            *height_lines,
            comment(WORDS["cell"].say(say)),
            "simplify((right - left) * abs(height) / 2)",
        ]
        return Solution(steps, cell(*lines, variables=(x,)))

    def conclude(self, value: Any) -> Conclusion | None:
        """The area."""
        if not isinstance(value, sp.Expr) or not value.is_positive:
            return None
        answer = exact_latex(value)
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Twice the area is the determinant of the corners, which lie on the curve."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
            return None
        v = python_name(self.quadratic.variable)
        lines = [
            f"y = {to_python(self.quadratic.body)}",
            f"corners = {exact_source(self._corners())}",
            f"on_curve = all(simplify(y.subs({v}, p) - q) == 0 for p, q in corners)",
            "twice = abs(Matrix([[p, q, 1] for p, q in corners]).det())",
            f"on_curve and simplify(twice - 2*({exact_source(values[0])})) == 0",
        ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        method = WORDS["method"].say(self.language)
        return CheckPlan(claim, method, cell(*lines, variables=(self.quadratic.variable,)))
