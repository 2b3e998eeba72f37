"""The area of a triangle or a convex quadrilateral from the coordinates of its corners.

Read: three or four points of the plane in numbers. Not: points in space, letters in the coordinates.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.reader import account
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.matrices.literals import POINT, vector_of
from solver.topics.prepared import Prepared

VOCABULARY: Final = {
    "area": "area|area of|s|面积|的面积",
    "triangle": "triangle|△|triangletoken|三角形|quadrilateral|四边形|polygon|parallelogram|平行四边形",
    "words": "corners?|vertex|vertices|with vertices|vertices at|whose vertices are|points?|three points|coordinates|formed by|顶点|三个顶点|顶点坐标|为顶点|以|点|三点|坐标|分别|顶点为|顶点分别为|的顶点|the points",
}
WORDS: Final = {
    "sides": Words("Two sides from the first corner as vectors: \\({first}\\) and \\({second}\\).", "从第一个顶点出发的两边向量：\\({first}\\) 和 \\({second}\\)。"),
    "half": Words("Half of the parallelogram on them: \\[\\frac{{1}}{{2}}\\left|{a}\\cdot {d}-{b}\\cdot {c}\\right|={value}\\]", "三角形是以它们为邻边的平行四边形的一半：\\[\\frac{{1}}{{2}}\\left|{a}\\cdot {d}-{b}\\cdot {c}\\right|={value}\\]"),
    "sum": Words("A diagonal cuts the figure into two triangles; together \\({value}\\).", "对角线把图形分成两个三角形，合计 \\({value}\\)。"),
    "code": Words("half of a determinant for each triangle", "每个三角形的面积是行列式的一半"),
    "method": Words("from the lengths of the sides with Heron's formula", "用边长按海伦公式验算"),
    "sentence": Words("The area is \\({answer}\\).", "面积是 \\({answer}\\)。"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """Corners and their area."""
    if not re.search(r"(?i)\barea\b|面积", text.source):
        return None
    points = list[sp.Matrix]()

    def kept(match: re.Match[str]) -> str:
        found = vector_of(match["body"])
        if found is None or found.free_symbols or found.rows != 2:
            return match[0]
        points.append(found)
        return " , "

    source = re.sub(r"\$|\\[()\[\]]", " ", text.source)
    source = re.sub(rf"(?:(?<![A-Za-z])[A-Z]\s*=?\s*)?(?:{POINT.pattern})", kept, source)
    source = re.sub(
        r"(?:\\triangle|△|(?i:triangle)|三角形|(?i:quadrilateral)|四边形|\\text\s*\{S\})\s*[A-Z]{3,4}(?![A-Za-z])",
        " triangletoken ",
        source,
    )
    found = account(source, VOCABULARY)
    if len(points) not in (3, 4) or found.formulas or not found.has("area", "triangle"):
        return None
    four = bool(re.search(r"(?i)quadrilateral|四边形|polygon|parallelogram", text.source))
    if four != (len(points) == 4) or (four and not _is_convex(points)):
        return None
    if found.unread:
        return Unread(found.unread)
    say, steps, total = text.language, list[str](), sp.S.Zero
    triangles = [(points[0], points[k], points[k + 1]) for k in range(1, len(points) - 1)]
    for p, q, r in triangles:
        u, v = q - p, r - p
        value = abs(sp.simplify(u[0] * v[1] - u[1] * v[0])) / 2
        if value == 0:
            return None
        total += value
        steps.append(WORDS["sides"].say(say, first=_point(u), second=_point(v)))
        steps.append(
            WORDS["half"].say(
                say, a=_factor(u[0]), b=_factor(u[1]), c=_factor(v[0]), d=_factor(v[1]), value=latex(value)
            )
        )
    if four:
        steps.append(WORDS["sum"].say(say, value=latex(total)))
    shown = exact_source([tuple(p) for p in points])
    lines = [
        f"corners = {shown}",
        comment(WORDS["code"].say(say)),
        "half = lambda p, q, r: abs(Matrix([[q[0] - p[0], q[1] - p[1]], [r[0] - p[0], r[1] - p[1]]]).det())/2",
        " + ".join(f"half(corners[0], corners[{k}], corners[{k + 1}])" for k in range(1, len(points) - 1)),
    ]
    tests = (
        f"corners = {shown}",
        "far = lambda p, q: sqrt((sympify(p[0]) - q[0])**2 + (sympify(p[1]) - q[1])**2)",
        "def heron(p, q, r):",
        "    a, b, c = far(p, q), far(q, r), far(r, p)",
        "    s = (a + b + c)/2",
        "    return sqrt(s*(s - a)*(s - b)*(s - c))",
        f"total = {' + '.join(f'heron(corners[0], corners[{k}], corners[{k + 1}])' for k in range(1, len(points) - 1))}",
        "abs(N(total - answer, 30)) < Rational(1, 10**15)",
    )
    return Prepared(say, tuple(steps), cell(*lines), tests, WORDS["method"], sentence=WORDS["sentence"])


def _is_convex(points: list[sp.Matrix]) -> bool:
    """Whether the corners, in this order, go round a convex figure."""
    count, turns = len(points), set[int]()
    for k in range(count):
        u, v = points[(k + 1) % count] - points[k], points[(k + 2) % count] - points[(k + 1) % count]
        turns.add(int(sp.sign(u[0] * v[1] - u[1] * v[0])))
    return len(turns) == 1 and 0 not in turns


def _point(v: sp.Matrix) -> str:
    return f"({latex(v[0])}, {latex(v[1])})"


def _factor(value: sp.Expr) -> str:
    return (
        rf"\left({latex(value)}\right)" if value.could_extract_minus_sign() or value.is_Add else latex(value)
    )
