"""Questions about a triangle that three of its parts determine: sides, angles, area, radii, heights, medians; several at once.

Read: triangles by their names (a opposite A, or AB), with sides, angles in degrees or multiples of π, or a cosine or tangent; both triangles
where two fit. Not: angles that are no exact ones, points on sides, letters for numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import sympy as sp

from solver.formula import FormulaError
from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.geometry.solved_triangles.cases import two_triangles, whole_triangle
from solver.topics.geometry.solved_triangles.reading import told
from solver.topics.geometry.solved_triangles.solving import Triangle, neat, solved
from solver.topics.prepared import Prepared, one_value
from solver.topics.two_questions import SeveralQuestions

WORDS: Final = {
    "side": Words("So \\({a}={value}\\).", "所以 \\({a}={value}\\)。"),
    "cos": Words("By the law of cosines \\[\\cos {A}=\\frac{{{b}^2+{c}^2-{a}^2}}{{2\\cdot {b}\\cdot {c}}}={value}\\]", "由余弦定理 \\[\\cos {A}=\\frac{{{b}^2+{c}^2-{a}^2}}{{2\\cdot {b}\\cdot {c}}}={value}\\]"),
    "sin": Words("The sine of an angle of a triangle is positive: \\[\\sin {A}=\\sqrt{{1-\\cos^2 {A}}}={value}\\]", "三角形的内角正弦为正：\\[\\sin {A}=\\sqrt{{1-\\cos^2 {A}}}={value}\\]"),
    "tan": Words("\\[\\tan {A}=\\frac{{\\sin {A}}}{{\\cos {A}}}={value}\\]", "\\[\\tan {A}=\\frac{{\\sin {A}}}{{\\cos {A}}}={value}\\]"),
    "angle": Words("Between \\(0^\\circ\\) and \\(180^\\circ\\) that is \\({A}={value}\\).", "又 \\(0^\\circ<{A}<180^\\circ\\)，所以 \\({A}={value}\\)。"),
    "area": Words("The area is half the product of two sides and the sine of the angle between them: \\[S=\\frac12\\cdot {b}\\cdot {c}\\cdot\\sin {A}={value}\\]", "面积等于两边与其夹角正弦乘积的一半：\\[S=\\frac12\\cdot {b}\\cdot {c}\\cdot\\sin {A}={value}\\]"),
    "perimeter": Words("The perimeter is \\({b}+{c}+{a}={value}\\).", "周长为 \\({b}+{c}+{a}={value}\\)。"),
    "circumradius": Words("By the law of sines \\[2R=\\frac{{{a}}}{{\\sin {A}}},\\qquad R={value}\\]", "由正弦定理 \\[2R=\\frac{{{a}}}{{\\sin {A}}},\\qquad R={value}\\]"),
    "inradius": Words("Lines from the centre of the inscribed circle to the vertices cut the triangle into three with the height \\(r\\), so \\(S=\\frac12 r({b}+{c}+{a})\\) and \\[r=\\frac{{2S}}{{{b}+{c}+{a}}}={value}\\]", "连接内切圆圆心与各顶点，三角形分成三个高为 \\(r\\) 的三角形，\\(S=\\frac12 r({b}+{c}+{a})\\)，所以 \\[r=\\frac{{2S}}{{{b}+{c}+{a}}}={value}\\]"),
    "height": Words("The area is also half of \\({a}\\) times the height on it: \\[h=\\frac{{2S}}{{{a}}}={value}\\]", "面积又等于 \\({a}\\) 与其上的高乘积的一半：\\[h=\\frac{{2S}}{{{a}}}={value}\\]"),
    "median": Words("With the law of cosines in both parts of the triangle the median \\(m\\) to \\({a}\\) has \\[m^2=\\frac{{2{b}^2+2{c}^2-{a}^2}}{{4}},\\qquad m={value}\\]", "在中线分成的两个三角形中用余弦定理，\\({a}\\) 上的中线 \\(m\\) 满足 \\[m^2=\\frac{{2{b}^2+2{c}^2-{a}^2}}{{4}},\\qquad m={value}\\]"),
    "code": Words("the sides, and from them what is asked for", "由三边求所求的量"),
    "method": Words("the triangle was put into coordinates and everything that is given and asked measured there", "建立坐标系，量出已知条件与所求的量"),
}  # fmt: skip
_CODE: Final[dict[str, str]] = {
    "side": "a",
    "cos": "(b**2 + c**2 - a**2) / (2*b*c)",
    "sin": "sqrt(1 - ((b**2 + c**2 - a**2) / (2*b*c))**2)",
    "tan": "sqrt(1 - ((b**2 + c**2 - a**2) / (2*b*c))**2) / ((b**2 + c**2 - a**2) / (2*b*c))",
    "angle": "acos(simplify((b**2 + c**2 - a**2) / (2*b*c)))",
    "area": "b*c*sqrt(1 - ((b**2 + c**2 - a**2) / (2*b*c))**2) / 2",
    "perimeter": "a + b + c",
    "circumradius": "a / (2*sqrt(1 - ((b**2 + c**2 - a**2) / (2*b*c))**2))",
    "inradius": "b*c*sqrt(1 - ((b**2 + c**2 - a**2) / (2*b*c))**2) / (a + b + c)",
    "height": "b*c*sqrt(1 - ((b**2 + c**2 - a**2) / (2*b*c))**2) / a",
    "median": "sqrt(2*b**2 + 2*c**2 - a**2) / 2",
}
"""In the sides a, b, c, where a is the side in question and A the angle opposite."""
_MEASURED: Final[dict[str, str]] = {
    "side": "a",
    "cos": "(P[0]*P[0] - a*P[0] + P[1]**2) / (b*c)",
    "sin": "a*P[1] / (b*c)",
    "tan": "a*P[1] / (P[0]*P[0] - a*P[0] + P[1]**2)",
    "angle": "atan2(a*P[1], P[0]*P[0] - a*P[0] + P[1]**2)",
    "area": "a*P[1]/2",
    "perimeter": "a + sqrt(P[0]**2 + P[1]**2) + sqrt((a - P[0])**2 + P[1]**2)",
    "circumradius": "sqrt((a/2)**2 + ((P[0]**2 + P[1]**2 - a*P[0]) / (2*P[1]))**2)",
    "inradius": "a*P[1] / (a + b + c)",
    "height": "P[1]",
    "median": "sqrt((P[0] - a/2)**2 + P[1]**2)",
}
"""With the side in question from (0, 0) to (a, 0) and the vertex opposite at P."""


def read(text: Text) -> Reading:
    """One triangle and up to four questions."""
    found = told(text.source)
    if found is None:
        return None
    if isinstance(found, str):
        return Unread((found,))
    try:
        if found.asked == (("all", ""),):
            return whole_triangle(found, text.language)
        triangle = solved(found, text.language)
        if triangle is None:
            return two_triangles(found, text.language)
        tasks = [_task(triangle, what, vertex, text.language) for what, vertex in found.asked]
    except (FormulaError, NotImplementedError, TypeError, ValueError):
        return None
    whole = tuple(task for task in tasks if task is not None)
    if len(whole) != len(tasks):
        return None
    return whole[0] if len(whole) == 1 else SeveralQuestions(whole, text.language)


def _task(triangle: Triangle, what: str, vertex: str, language: Language) -> Prepared | None:
    told_sides = {v for v, _ in triangle.told.sides}
    right = [v for v in triangle.told.vertices if neat(sum(s**2 for w, s in triangle.sides.items() if w != v) - triangle.sides[v] ** 2) == 0]  # fmt: skip
    if not vertex:
        if what in ("height", "median", "hypotenuse"):
            if len(right) != 1:
                return None  # on which side?
            vertex = right[0]
        else:
            vertex = next(iter(triangle.angles), triangle.told.vertices[0])
    if what == "hypotenuse":
        what = "side"
    if what == "side" and vertex in told_sides:
        return None  # told, and asked again
    one, other = (v for v in triangle.told.vertices if v != vertex)
    a, b, c = (triangle.sides[v] for v in (vertex, one, other))
    steps = [*triangle.steps, *_steps(triangle, what, vertex)]
    value = _value(what, a, b, c)
    if value is None:
        return None
    names = ", ".join(triangle.name(v) for v in (vertex, one, other))
    known = [] if names == "a, b, c" else [f"a, b, c = {names}"]
    unknown = ("t",) if any("solve(" in line for line in triangle.lines) else ()
    last = f"sqrtdenest(radsimp(simplify({_CODE[what]})))"
    source = cell(*triangle.lines, *known, comment(WORDS["code"].say(language)), last, variables=unknown)
    tests = (
        f"a, b, c = map(sympify, {exact_source((a, b, c))})",
        "x = (a**2 + b**2 - c**2) / (2*a)",
        "P = (x, sqrt(b**2 - x**2))",
        f"measured = N({_MEASURED[what]}, 40)",
        f"given = {_given(triangle, vertex, one)}",
        "abs(N(answer, 40) - measured) < Rational(1, 10**25) and all(abs(N(u - v, 40)) < Rational(1, 10**25) for u, v in given)",
    )
    shown: Callable[[object], str | None] = _degrees if what == "angle" else _exact
    if shown(value) is None:
        return None
    return Prepared(language, tuple(steps), source, tests, WORDS["method"], shown=shown, given=_angle_given if what == "angle" else one_value)  # fmt: skip


def _given(triangle: Triangle, vertex: str, one: str) -> str:
    """Pairs of a told part and the same as it is measured in the coordinates: `vertex` at P, `one` opposite b."""
    places = {vertex: "P", one: "(a, 0)"}
    (rest,) = set(triangle.told.vertices) - set(places)
    places[rest] = "(0, 0)"
    pairs = []
    for v, length in triangle.told.sides:
        p, q = (places[w] for w in triangle.told.vertices if w != v)
        pairs.append(f"(sqrt(({p}[0] - {q}[0])**2 + ({p}[1] - {q}[1])**2), {exact_source(length)})")
    for v, function, value in triangle.told.angles:
        p, q = (places[w] for w in triangle.told.vertices if w != v)
        o = places[v]
        dot = f"(({p}[0] - {o}[0])*({q}[0] - {o}[0]) + ({p}[1] - {o}[1])*({q}[1] - {o}[1]))"
        cross = f"Abs(({p}[0] - {o}[0])*({q}[1] - {o}[1]) - ({p}[1] - {o}[1])*({q}[0] - {o}[0]))"
        angle = f"atan2({cross}, {dot})"
        pairs.append(f"({angle if function == 'angle' else f'{function}({angle})'}, {exact_source(value)})")
    return f"[{', '.join(pairs)}]"


def _value(what: str, a: sp.Expr, b: sp.Expr, c: sp.Expr) -> sp.Expr | None:
    cos = neat((b**2 + c**2 - a**2) / (2 * b * c))
    sin = neat(sp.sqrt(1 - cos**2))
    area = b * c * sin / 2
    match what:
        case "side":
            return a
        case "cos":
            return cos
        case "sin":
            return sin
        case "tan":
            return None if cos == 0 else neat(sin / cos)
        case "angle":
            return sp.acos(cos)
        case "area":
            return neat(area)
        case "perimeter":
            return neat(a + b + c)
        case "circumradius":
            return neat(a / (2 * sin))
        case "inradius":
            return neat(2 * area / (a + b + c))
        case "height":
            return neat(2 * area / a)
        case "median":
            return neat(sp.sqrt(2 * b**2 + 2 * c**2 - a**2) / 2)
    return None


def _steps(triangle: Triangle, what: str, vertex: str) -> list[str]:
    say = triangle.language
    one, other = (v for v in triangle.told.vertices if v != vertex)
    a, b, c = (triangle.sides[v] for v in (vertex, one, other))
    names = {"a": triangle.name(vertex), "b": triangle.name(one), "c": triangle.name(other), "A": vertex}
    known, steps = vertex in triangle.angles, list[str]()

    def add(key: str) -> None:
        value = _value(key, a, b, c)
        shown = _degrees(value) if key == "angle" else latex(value)
        steps.append(WORDS[key].say(say, value=shown, **names))

    needs = {
        "angle": ("cos", "angle"), "cos": ("cos",), "sin": ("cos", "sin"), "tan": ("cos", "sin", "tan"), "area": ("cos", "sin", "area"),
        "circumradius": ("cos", "sin", "circumradius"), "inradius": ("cos", "sin", "area", "inradius"), "height": ("cos", "sin", "area", "height"),
    }.get(what, (what,))  # fmt: skip
    for key in needs:
        if key in ("cos", "sin") and known and key != what:
            continue
        add(key)
    return steps


def _exact(value: object) -> str | None:
    if not isinstance(value, sp.Expr) or value.free_symbols or not value.is_real or value.has(sp.Float):
        return None
    return latex(value) if sp.count_ops(value) < 30 else None


def _degrees(value: object) -> str | None:
    if not isinstance(value, sp.Expr):
        return None
    degrees = sp.nsimplify(value * 180 / sp.pi)
    return rf"{latex(degrees)}^\circ" if degrees.is_Rational else None


def _angle_given(answer: str) -> object:
    """Degrees, or radians."""
    bare = re.sub(r"\^\s*\{?\s*\\circ\s*\}?|°|度|degrees?", "", answer)
    value = one_value(bare)
    if value is None or not isinstance(value, sp.Expr):
        return None
    return value if bare == answer and value.has(sp.pi) else value * sp.pi / 180
