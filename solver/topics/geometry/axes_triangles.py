"""Two questions of the coordinate plane: the area of the triangle that a line makes with the axes, the median of a triangle; and medians from three sides.

Read: a line by its equation or two of its points, three corners in numbers, three sides. Not: letters in the equation, lines through the origin.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.formula.nodes import Relation, symbols
from solver.latex import exact_latex, latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

WORDS: Final = {
    "line": Words("The line through \\({p}\\) and \\({q}\\) has the slope \\(k={k}\\): \\(y={line}\\).", "过 \\({p}\\) 和 \\({q}\\) 的直线斜率 \\(k={k}\\)，即 \\(y={line}\\)。"),
    "cuts": Words("With \\(y=0\\) the line gives \\(x={a}\\), with \\(x=0\\) it gives \\(y={b}\\): it meets the axes at \\(({a},0)\\) and \\((0,{b})\\).", "令 \\(y=0\\) 得 \\(x={a}\\)，令 \\(x=0\\) 得 \\(y={b}\\)：直线与坐标轴交于 \\(({a},0)\\) 和 \\((0,{b})\\)。"),
    "area": Words("The axes are perpendicular, so the area is \\[\\frac12\\cdot\\left|{a}\\right|\\cdot\\left|{b}\\right|={value}\\]", "两坐标轴互相垂直，所以面积为 \\[\\frac12\\cdot\\left|{a}\\right|\\cdot\\left|{b}\\right|={value}\\]"),
    "middle": Words("The median goes to the middle of the side opposite: \\({m}\\).", "中线连接顶点与对边中点：\\({m}\\)。"),
    "long": Words("Its length is \\[\\sqrt{{\\left({dx}\\right)^2+\\left({dy}\\right)^2}}={value}\\]", "它的长为 \\[\\sqrt{{\\left({dx}\\right)^2+\\left({dy}\\right)^2}}={value}\\]"),
    "sides": Words("For the median \\(m\\) to the side \\(a={a}\\), with the other sides \\(b={b}\\) and \\(c={c}\\): \\[m^2=\\frac{{2b^2+2c^2-a^2}}{{4}}={square},\\qquad m={value}\\]", "设 \\(m\\) 是边 \\(a={a}\\) 上的中线，另两边 \\(b={b}\\)、\\(c={c}\\)：\\[m^2=\\frac{{2b^2+2c^2-a^2}}{{4}}={square},\\qquad m={value}\\]"),
    "code": Words("with coordinates", "用坐标计算"),
    "answer": Words("The area is \\({answer}\\).", "面积是 \\({answer}\\)。"),
    "length": Words("The length of the median is \\({answer}\\).", "中线的长是 \\({answer}\\)。"),
    "method": Words("integrated the height of the line over the base", "对直线在底边上的高度积分"),
    "method_median": Words("measured in coordinates", "在坐标系中测量"),
}  # fmt: skip
_EQUATION: Final = r"(?P<line>[^,，。;；?？]{0,40}?=[^,，。;；?？]{1,40}?)"
_ASK: Final = r"(?:what is|find|calculate|compute|determine|work out) "
_AXES: Final = r"(?:the )?(?:two )?(?:coordinate |x- and y-|x and y )?axes"
_EN_AREA: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_ASK}the area of the triangle (?:that is )?(?:formed|bounded|enclosed|made|cut off|determined) by (?:the )?(?:graph of )?(?:the )?(?:straight )?(?:line )?{_EQUATION} (?:and|with) {_AXES}",
        rf"{_ASK}the area of the triangle (?:that is )?(?:formed|bounded|enclosed|made|determined) by {_AXES} and (?:the )?(?:graph of )?(?:the )?(?:straight )?(?:line )?{_EQUATION}",
        rf"{_ASK}the area of the triangle (?:that )?(?:the )?(?:straight )?line {_EQUATION} (?:makes|forms|cuts off) (?:with|from) {_AXES}",
    )
)
_ZH_AREA: Final = re.compile(
    rf"(?:求|计算)?(?:一次函数|直线|函数)?{_EQUATION}(?:的?图[象像])?(?:与|和)(?:两条?|两个|x轴[、和与]y轴|x,y)?(?:坐标)?轴?(?:所)?(?:围成|构成|形成)的?三角形的?面积(?:是|为)?(?:多少)?"
)
_P: Final = r"\(\s*(-?\d{1,4}(?:\.\d+)?)\s*[,，]\s*(-?\d{1,4}(?:\.\d+)?)\s*\)"
_ZH_POINTS: Final = re.compile(
    rf"(?:已知|若|如图,?)?(?:一个)?(?:一次函数|直线)(?:y=kx\+b)?(?:\(k≠0\))?(?:[a-zl])?(?:的?图[象像])?(?:经过|过|通过)(?:点)?[A-Z]?{_P}(?:,|和|与|、|,?且过|,?和点)(?:点)?[A-Z]?{_P}(?:两点)?[,.。;]?"
    r"(?:求|则|计算)?(?:这个|该|此|这条)?(?:一次函数|函数|直线)?(?:的)?(?:图[象像])?(?:与|和)(?:两条?|两个|x轴[、和与]y轴|x,y)?(?:坐标)?轴?(?:所)?(?:围成|构成|形成)的?三角形的?面积(?:是|为)?(?:多少)?"
)
_EN_POINTS: Final = re.compile(
    rf"(?:the |a )?(?:straight )?line passes through (?:the points? )?(?:[A-Z] ?)?{_P} and (?:[A-Z] ?)?{_P}\.? {_ASK}the area of the triangle (?:that is )?(?:formed|bounded|enclosed|made) by (?:the|this) (?:line and {_AXES}|{_AXES} and (?:the|this) line)",
    re.IGNORECASE,
)
_NAMED_ENDS: Final = re.compile(
    r"(?:与|和|交)x轴(?:相?交于|于|的交点为?)(?:点)?(?P<a>[A-Z]),?(?:与|和|交)?y轴(?:相?交于|于|的交点为?)(?:点)?(?P<b>[A-Z]),?(?:O为(?:坐标)?原点,?)?(?:求|则)?△(?P<three>[A-Z]{3})的?面积"
)
"""The triangle by its corners on the axes."""
_N: Final = r"\d{1,4}(?:\.\d{1,3})?"
_EN_CORNERS: Final = re.compile(
    rf"{_ASK}the length of the median (?:from|through) (?:vertex )?(?P<from>[A-Z]) (?:in|of) (?:the )?triangle (?:[A-Z]{{3}} )?with vertices (?:at )?(?P<a>[A-Z]) ?=? ?{_P}, (?:and )?(?P<b>[A-Z]) ?=? ?{_P},? (?:and )?(?P<c>[A-Z]) ?=? ?{_P}",
    re.IGNORECASE,
)
_EN_SIDES: Final = re.compile(
    rf"(?:in|for) a triangle with sides (?:of lengths? )?(?P<x>{_N}),? (?:and )?(?P<y>{_N}),? and (?P<z>{_N}),? {_ASK}the length of the median to the side of length (?P<a>{_N})"
    rf"|(?:in|for) a triangle with sides (?:of lengths? )?(?P<x2>{_N}), (?P<y2>{_N}), (?P<z2>{_N}),? {_ASK}the length of the median to the side of length (?P<a2>{_N})",
    re.IGNORECASE,
)
_ZH_CORNERS: Final = re.compile(
    rf"(?:已知)?(?:△|三角形)(?P<name>[A-Z]{{3}})的?(?:三个)?顶点(?:坐标)?(?:分别)?(?:为|是)(?P<a>[A-Z]){_P}[,、](?P<b>[A-Z]){_P}[,、](?P<c>[A-Z]){_P},?(?:则|求)?(?P<side>[A-Z]{{2}})边?上的?中线(?:[A-Z]{{2}})?的?长(?:度)?(?:是|为)?(?:多少)?"
)


def read(text: Text) -> Reading:
    """The area, or the median."""
    if len(text.source) > 220 or not re.search(r"(?i)\baxes\b|轴|median|中线", text.source):
        return None
    source = re.sub(r"\$|\\[()]|\\left|\\right", "", text.source)
    source = re.sub(r"\\triangle(?![a-z])", "△", source)
    plain = re.sub(r"\s+", "" if text.language == "zh" else " ", source).strip().rstrip("?。.，, ")
    plain = plain.replace("，", ",") if text.language == "zh" else plain
    if text.language == "zh":
        plain = _NAMED_ENDS.sub(_by_its_axes, plain)
        if (points := _ZH_POINTS.fullmatch(plain)) is not None:
            return _through(points, text.language)
        if (match := _ZH_AREA.fullmatch(plain)) is not None:
            return _area(match["line"], text.language)
        if (corners := _ZH_CORNERS.fullmatch(plain)) is not None:
            (rest,) = set(corners["name"]) - set(corners["side"]) if len(set(corners["name"]) - set(corners["side"])) == 1 else ("",)  # fmt: skip
            return _median(corners, rest, text.language)
        return None
    if (points := _EN_POINTS.fullmatch(plain)) is not None:
        return _through(points, text.language)
    for form in _EN_AREA:
        if (match := form.fullmatch(plain)) is not None:
            return _area(match["line"], text.language)
    if (corners := _EN_CORNERS.fullmatch(plain)) is not None:
        return _median(corners, corners["from"], text.language)
    if (three := _EN_SIDES.fullmatch(plain)) is not None:
        parts = [three[k] or three[f"{k}2"] for k in ("x", "y", "z", "a")]
        return _from_sides([sp.Rational(p) for p in parts[:3]], sp.Rational(parts[3]), text.language)
    return None


def _by_its_axes(found: re.Match[str]) -> str:
    """The triangle of the origin and both points, as the one that the line makes with the axes."""
    return "与坐标轴围成的三角形的面积" if set(found["three"]) == {found["a"], found["b"], "O"} else found[0]


def _through(points: re.Match[str], say: Language) -> Reading:
    """The area for a line through two points."""
    x1, y1, x2, y2 = map(sp.Rational, points.groups())
    if x1 == x2 or y1 == y2:
        return None
    slope = (y2 - y1) / (x2 - x1)
    line = slope * sp.Symbol("x") + y1 - slope * x1
    found = _area(f"y={sp.sstr(line)}", say)
    if not isinstance(found, Prepared):
        return found
    first, second = (rf"({exact_latex(x)},{exact_latex(y)})" for x, y in ((x1, y1), (x2, y2)))
    step = WORDS["line"].say(say, p=first, q=second, k=exact_latex(slope), line=latex(line))
    return replace(found, steps=(step, *found.steps))


def _area(line: str, say: Language) -> Reading:
    try:
        node = parse(re.sub(r"^(?:the )?(?:graph of )?(?:line )?", "", line.strip()))
        if not isinstance(node, Relation) or node.signs != ("=",) or symbols(node) != {"x", "y"}:
            return None
        left, right = (to_sympy(side) for side in node.sides)
        x, y = sp.symbols("x y")
        poly = sp.Poly(sp.expand(left - right), x, y)
    except (FormulaError, sp.PolynomialError, TypeError, ValueError):
        return None
    if poly.total_degree() != 1 or not all(c.is_real for c in poly.coeffs()):
        return None
    p, q, r = (poly.coeff_monomial(m) for m in (x, y, 1))
    if sp.S.Zero in (p, q, r):
        return None
    a, b = (sp.radsimp(-r / c) for c in (p, q))
    value = sp.radsimp(abs(a * b) / 2)
    shown = {"a": latex(a), "b": latex(b), "value": exact_latex(value)}
    equation = f"{exact_source(p)}*x + ({exact_source(q)})*y + ({exact_source(r)})"
    source = cell(
        comment(WORDS["code"].say(say)),
        f"a = solve(({equation}).subs(y, 0), x)[0]",
        f"b = solve(({equation}).subs(x, 0), y)[0]",
        "abs(a*b)/2",
        variables=("x", "y"),
    )
    height = f"solve({equation}, y)[0]"
    tests = (
        "x, y = symbols('x y')",
        f"bool(simplify(abs(integrate({height}, (x, 0, {exact_source(a)}))) - answer) == 0)",
    )
    return Prepared(say, (WORDS["cuts"].say(say, **shown), WORDS["area"].say(say, **shown)), source, tests, WORDS["method"], WORDS["answer"])  # fmt: skip


def _median(match: re.Match[str], start: str, say: Language) -> Reading:
    groups = [g for g in match.groups() if g is not None and re.fullmatch(r"-?\d+(?:\.\d+)?", g)]
    names = [match[k].upper() for k in "abc"]
    if len(groups) != 6 or len(set(names)) != 3 or start.upper() not in names:
        return None
    points = {n: (sp.Rational(groups[2 * i]), sp.Rational(groups[2 * i + 1])) for i, n in enumerate(names)}
    corner = points.pop(start.upper())
    (x1, y1), (x2, y2) = points.values()
    if (x1 - corner[0]) * (y2 - corner[1]) == (x2 - corner[0]) * (y1 - corner[1]):
        return None
    middle = ((x1 + x2) / 2, (y1 + y2) / 2)
    dx, dy = middle[0] - corner[0], middle[1] - corner[1]
    value = sp.sqrt(dx**2 + dy**2)
    steps = (
        WORDS["middle"].say(say, m=rf"\left({latex(middle[0])},\ {latex(middle[1])}\right)"),
        WORDS["long"].say(say, dx=latex(dx), dy=latex(dy), value=exact_latex(value)),
    )
    a, b, c = (f"Point({exact_source(p[0])}, {exact_source(p[1])})" for p in (corner, *points.values()))
    source = cell(comment(WORDS["code"].say(say)), f"{a}.distance({b}.midpoint({c}))")
    tests = (
        f"a, b, c = {b}.distance({c}), {a}.distance({b}), {a}.distance({c})",
        "bool(answer > 0 and simplify(4*answer**2 - (2*b**2 + 2*c**2 - a**2)) == 0)",
    )
    return Prepared(say, steps, source, tests, WORDS["method_median"], WORDS["length"])


def _from_sides(sides: list[sp.Rational], a: sp.Rational, say: Language) -> Reading:
    if sides.count(a) != 1 or 2 * max(sides) >= sum(sides):
        return None  # on which of two equal sides, or no triangle
    b, c = (s for s in sides if s != a)
    square = (2 * b**2 + 2 * c**2 - a**2) / 4
    value = sp.sqrt(square)
    step = WORDS["sides"].say(say, a=latex(a), b=latex(b), c=latex(c), square=latex(square), value=exact_latex(value))  # fmt: skip
    source = cell(
        f"a, b, c = {exact_source(a)}, {exact_source(b)}, {exact_source(c)}", "sqrt(2*b**2 + 2*c**2 - a**2)/2"
    )
    tests = (
        f"a, b, c = {exact_source(a)}, {exact_source(b)}, {exact_source(c)}",
        "x = S(b**2 - c**2 + a**2)/(2*a)",
        "apex = Point(x, sqrt(b**2 - x**2))",
        "bool(answer > 0 and simplify(apex.distance(Point(S(a)/2, 0)) - answer) == 0)",
    )
    return Prepared(say, (step,), source, tests, WORDS["method_median"], WORDS["length"])
