"""Draw the region of the plane that linear inequalities in x and y describe: boundary lines dashed or solid, the side, the corners.

Read: "graph the region x + y < 3", "graph y > 2x + 1", 画出不等式组…表示的平面区域; one letter alone only where a region is spoken of. The answer is the list of corners, or the
inequalities themselves where there are none. Not: curved boundaries, regions without inner points, areas and extreme values (`linear_programming`).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise, product
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, parse_list, to_latex, to_sympy
from solver.formula.nodes import Relation
from solver.latex import MAX_ANSWER, exact_latex, values_in
from solver.ports import Language
from solver.reader import account
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.functions.graphs import ASKED
from solver.topics.functions.graphs import VOCABULARY as GRAPHS
from solver.topics.prepared import Prepared

VOCABULARY: Final = {
    "plot": GRAPHS["plot"] + "|shade|graph the solution set of|graph the solution of",
    "region": "region|regions|plane region|area of the plane|solution region|feasible region|feasible set|half plane|half-plane|平面区域|所表示的平面区域|表示的平面区域|区域|表示的区域|可行域|所表示的区域",
    "words": "inequality|inequalities|linear inequality|linear inequalities|system|system of inequalities|system of linear inequalities|the system|defined by|given by|described by|determined by|represented by|bounded by|solution set|solution set of|in the plane|in the xy plane|in the coordinate plane"
    "|that satisfies|where|points|of points|不等式|不等式组|二元一次不等式|二元一次不等式组|所表示|表示|解集|的图形|图形|在平面直角坐标系中|在坐标系中|所示|由",
}  # fmt: skip
X, Y = sp.symbols("x y", real=True)
MAX_CONDITIONS: Final = 6
WORDS: Final = {
    "line": Words("Through {points} goes the line \\({line}\\), the boundary of \\({condition}\\). It is {style}.", "过点 {points} 的直线 \\({line}\\) 是 \\({condition}\\) 的边界。{style}。"),
    "dashed": Words("drawn dashed, because its points do not belong to the region", "边界上的点不属于该区域，画成虚线"),
    "solid": Words("drawn solid, because its points belong to the region", "边界上的点属于该区域，画成实线"),
    "true": Words("Test the point \\({point}\\): \\({put}\\) is true, so the region lies on the side of this point.", "取点 \\({point}\\) 检验：\\({put}\\) 成立，所以区域在该点所在的一侧。"),
    "false": Words("Test the point \\({point}\\): \\({put}\\) is false, so the region lies on the other side of the line.", "取点 \\({point}\\) 检验：\\({put}\\) 不成立，所以区域在直线的另一侧。"),
    "common": Words("The region is what all these half-planes have in common.", "所求区域是这些半平面的公共部分。"),
    "corner": Words("The boundaries \\({one}\\) and \\({other}\\) meet where \\(x={x},\\ y={y}\\): the corner \\({point}\\).", "边界 \\({one}\\) 与 \\({other}\\) 相交于 \\(x={x},\\ y={y}\\)，即顶点 \\({point}\\)。"),
    "inside": Words("For instance the point with \\(x={x},\\ y={y}\\) satisfies all conditions and lies inside.", "例如 \\(x={x},\\ y={y}\\) 的点满足所有条件，在区域内部。"),
    "code_corners": Words("where two boundary lines meet and all conditions hold, boundaries included", "两条边界的交点，且满足所有条件（含边界）"),
    "code_solved": Words("the conditions, each solved for one letter", "把每个条件解出一个字母"),
    "answer_corners": Words("The region has the corners \\({answer}\\).", "区域的顶点是 \\({answer}\\)。"),
    "answer_solved": Words("The region is that of \\({answer}\\).", "所求区域由 \\({answer}\\) 给出。"),
    "method_corners": Words("every boundary line was clipped by the other conditions; the ends of what is left are the corners", "用其余条件截每条边界直线，剩下的线段（射线）的端点就是顶点"),
    "method_solved": Words("both descriptions were compared at points on every boundary line and close to both sides of it", "在每条边界上及其两侧附近取点，比较两种说法"),
    "title": Words("the region", "平面区域"),
}  # fmt: skip
Point = tuple[sp.Expr, sp.Expr]


@dataclass(frozen=True, slots=True)
class Condition:
    """`bound` > 0, or >= 0 where not `strict`; `left` `sign` `right` as it was written."""

    bound: sp.Expr
    strict: bool
    sign: str
    left: Node
    right: Node

    def value(self, point: Point) -> sp.Expr:
        """Of the bound at a point."""
        return self.bound.subs({X: point[0], Y: point[1]})

    def holds(self, point: Point) -> bool:
        """Whether the point satisfies it."""
        return bool(self.value(point) > 0) or (not self.strict and self.value(point) == 0)

    def shown(self) -> str:
        """As LaTeX."""
        return to_latex(Relation((self.sign,), (self.left, self.right)))

    def line(self) -> str:
        """The boundary as LaTeX."""
        return f"{to_latex(self.left)}={to_latex(self.right)}"


def read(text: Text) -> Reading:
    """Inequalities that are to be drawn."""
    if ASKED.search(text.source) is None:
        return None
    found = account(text.source, VOCABULARY)
    if not found.has("plot") or not found.nodes or len(found.nodes) > MAX_CONDITIONS:
        return None
    conditions = list[Condition]()
    try:
        for node in found.nodes:
            if not isinstance(node, Relation) or not set(node.signs) <= {"<", ">", "<=", ">="}:
                return None
            for sign, (left, right) in zip(node.signs, pairwise(node.sides), strict=True):
                conditions.append(_condition(sign, left, right))
    except (FormulaError, ValueError, TypeError):
        return None
    letters = set[sp.Symbol]().union(*(c.bound.free_symbols for c in conditions))
    if len(conditions) > MAX_CONDITIONS or letters != {X, Y} and not found.has("region"):
        return None
    if found.unread:
        return Unread(found.unread)
    return _task(conditions, text.language)


def _condition(sign: str, left: Node, right: Node) -> Condition:
    value = to_sympy(left, {"x": X, "y": Y}) - to_sympy(right, {"x": X, "y": Y})
    bound = sp.expand(value if sign[0] == ">" else -value)
    if not bound.free_symbols or bound.free_symbols - {X, Y} or not bound.is_polynomial(X, Y):
        raise ValueError(sign)
    poly = sp.Poly(bound, X, Y)
    if poly.total_degree() != 1 or not all(
        c.is_Rational and max(abs(c.p), c.q) < 10**6 for c in poly.coeffs()
    ):
        raise ValueError(sign)
    return Condition(bound, len(sign) == 1, sign, left, right)


def _corners(conditions: list[Condition]) -> list[tuple[Point, Condition, Condition]]:
    """Where two boundaries meet in the region or on its edge."""
    found = dict[Point, tuple[Condition, Condition]]()
    for one, other in combinations(conditions, 2):
        solved = sp.linsolve([one.bound, other.bound], X, Y)
        points = [p for p in solved if not p.free_symbols] if isinstance(solved, sp.FiniteSet) else []
        for point in points:
            if all(c.value((point[0], point[1])) >= 0 for c in conditions):
                found.setdefault((point[0], point[1]), (one, other))
    return [
        (point, *lines) for point, lines in sorted(found.items(), key=lambda item: tuple(map(float, item[0])))
    ]


def _inner(conditions: list[Condition], corners: list[Point]) -> Point | None:
    """A point inside all of them, with small whole numbers where that is possible; None where there is none."""
    whole = sorted(product(range(-6, 7), repeat=2), key=lambda p: (abs(p[0]) + abs(p[1]), -p[0], -p[1]))
    for x, y in whole:
        if all(c.value((sp.Integer(x), sp.Integer(y))) > 0 for c in conditions):
            return sp.Integer(x), sp.Integer(y)
    starts = corners or [_near(c) for c in conditions]
    middle = tuple(sp.Add(*(p[i] for p in starts)) / len(starts) for i in (0, 1))
    steps = [sp.Integer(0), *(sp.Rational(1, 10**k) * s for k in (0, 2, 4) for s in (1, -1)), 1000, -1000]
    for point in (middle, *starts):
        for dx in steps:
            for dy in steps:
                moved = (point[0] + dx, point[1] + dy)
                if all(c.value(moved) > 0 for c in conditions):
                    return moved
    return None


def _near(condition: Condition) -> Point:
    """The point of its boundary nearest to the origin."""
    a, b = condition.bound.coeff(X), condition.bound.coeff(Y)
    c = condition.bound.subs({X: 0, Y: 0})
    return (-a * c / (a**2 + b**2), -b * c / (a**2 + b**2))


def _task(conditions: list[Condition], language: Language) -> Reading:
    corners = _corners(conditions)
    inner = _inner(conditions, [p for p, _, _ in corners])
    if inner is None:
        return None
    steps = [step for c in conditions for step in _half_plane(c, language)]
    if len(conditions) > 1:
        steps.append(WORDS["common"].say(language))
    for point, one, other in corners:
        steps.append(
            WORDS["corner"].say(
                language,
                one=one.line(),
                other=other.line(),
                point=exact_latex(point),
                x=exact_latex(point[0]),
                y=exact_latex(point[1]),
            )
        )
    if corners:
        steps.append(WORDS["inside"].say(language, x=exact_latex(inner[0]), y=exact_latex(inner[1])))
    plot = _plot(conditions, [p for p, _, _ in corners], language)
    if corners:
        source = cell(
            f"conditions = {_exact(conditions)}  # >= 0",
            comment(WORDS["code_corners"].say(language)),
            "meetings = {p for n, one in enumerate(conditions) for other in conditions[:n] for p in linsolve([one, other], x, y)}",
            "numbers = [p for p in meetings if not p.free_symbols]",
            "sorted(p for p in numbers if all(c.subs({x: p[0], y: p[1]}) >= 0 for c in conditions))",
            variables="xy",
            assumptions="real=True",
        )
        return Prepared(language, tuple(steps), source, _clipping(conditions), WORDS["method_corners"], WORDS["answer_corners"], _shown_points, _points, ("x", "y"), plot)  # fmt: skip
    source = cell(
        comment(WORDS["code_solved"].say(language)),
        f"[{', '.join(_solved_source(c) for c in conditions)}]",
        variables="xy",
        assumptions="real=True",
    )
    return Prepared(language, tuple(steps), source, _comparing(conditions), WORDS["method_solved"], WORDS["answer_solved"], _shown_relations, _relations, ("x", "y"), plot)  # fmt: skip


def _exact(conditions: list[Condition]) -> str:
    return exact_source([c.bound for c in conditions])


def _half_plane(c: Condition, language: Language) -> list[str]:
    a, b, d = c.bound.coeff(X), c.bound.coeff(Y), c.bound.subs({X: 0, Y: 0})
    spots: list[Point] = [(-d / a, sp.S.Zero)] if a != 0 else []
    spots += [(sp.S.Zero, -d / b)] if b != 0 else []
    if len(set(spots)) == 1:  # through the origin, or level, or upright
        spots = [
            spots[0],
            (spots[0][0] + (1 if b != 0 else 0), (-d - a * (spots[0][0] + 1)) / b if b != 0 else sp.S.One),
        ]
    points = (" 和 " if language == "zh" else " and ").join(
        f"\\({exact_latex(p)}\\)" for p in dict.fromkeys(spots)
    )
    style = WORDS["dashed" if c.strict else "solid"].say(language)
    tests = [(0, 0), (1, 0), (0, 1)]
    point = next(p for p in tests if c.value(p) != 0)  # type: ignore[arg-type]
    put = "".join(
        (_put(c.left, point), {"<=": r"\le ", ">=": r"\ge "}.get(c.sign, c.sign), _put(c.right, point))
    )
    line = WORDS["line"].say(language, condition=c.shown(), line=c.line(), points=points, style=style)
    said = "true" if c.holds(point) else "false"  # type: ignore[arg-type]
    return [line, WORDS[said].say(language, point=exact_latex(tuple(map(sp.Integer, point))), put=put)]


def _put(side: Node, point: tuple[int, int]) -> str:
    value = sp.S(to_sympy(side, {"x": X, "y": Y})).subs({X: point[0], Y: point[1]})
    return exact_latex(value)


def _solved_source(c: Condition) -> str:
    """`y < 3 - x`, or x where there is no y."""
    z = Y if c.bound.has(Y) else X
    factor = c.bound.coeff(z)
    other = sp.expand(-(c.bound - factor * z) / factor)
    sign = (">" if factor > 0 else "<") + ("" if c.strict else "=")
    return f"{z} {sign} {exact_source(other)}"


def _clipping(conditions: list[Condition]) -> tuple[str, ...]:
    return (
        f"conditions = {_exact(conditions)}  # >= 0",
        "t, corners = symbols('t', real=True), set()",
        "for line in conditions:",
        "    a, b, d = line.coeff(x), line.coeff(y), line.subs({x: 0, y: 0})",
        "    foot = (-a*d/(a**2 + b**2), -b*d/(a**2 + b**2))",
        "    low, high = -oo, oo",
        "    for other in conditions:",
        "        at = expand(other.subs({x: foot[0] - b*t, y: foot[1] + a*t}))",
        "        k, rest = at.coeff(t), at.subs(t, 0)",
        "        low = Max(low, -rest/k) if k > 0 else oo if k == 0 and rest < 0 else low",
        "        high = Min(high, -rest/k) if k < 0 else high",
        "    ends = [e for e in (low, high) if low <= high and abs(e) != oo]",
        "    corners |= {(foot[0] - b*e, foot[1] + a*e) for e in ends}",
        "bool({tuple(p) for p in answer} == corners)",
    )


def _comparing(conditions: list[Condition]) -> tuple[str, ...]:
    return (
        f"conditions = [{', '.join(map(_one, conditions))}]",
        "",
        "def spots(c):  # on the boundary and close to both sides of it",
        "    bound = c.lhs - c.rhs",
        "    a, b, d = bound.coeff(x), bound.coeff(y), bound.subs({x: 0, y: 0})",
        "    m, near = a**2 + b**2, Rational(1, 10**9)",
        "    return [(-a*d/m - b*t + a*e, -b*d/m + a*t + b*e) for t in (-10, 0, 10) for e in (-near, 0, near)]",
        "",
        "holds = lambda system, p: all(c.subs({x: p[0], y: p[1]}) == True for c in system)",
        "places = [p for c in answer + conditions for p in spots(c)]",
        "bool(all(holds(answer, p) == holds(conditions, p) for p in places))",
    )


def _one(c: Condition) -> str:
    return f"{exact_source(c.bound)} {'>' if c.strict else '>='} 0"


def _shown_points(value: Any) -> str | None:
    if not isinstance(value, list) or not all(isinstance(p, tuple | sp.Tuple) and len(p) == 2 for p in value):
        return None
    return exact_latex([tuple(p) for p in value])


def _points(answer: str) -> Any:
    values = values_in(answer)
    if values is None or not all(
        isinstance(v, sp.Tuple) and len(v) == 2 and not v.free_symbols for v in values
    ):
        return None
    return [tuple(v) for v in values]


def _shown_relations(value: Any) -> str | None:
    if not isinstance(value, list) or not all(isinstance(v, sp.core.relational.Relational) for v in value):
        return None
    return r",\ ".join(sp.latex(v) for v in value)


def _relations(answer: str) -> Any:
    """The linear inequalities that somebody answered, as sympy's."""
    if len(answer) > MAX_ANSWER:
        return None
    try:
        nodes = parse_list(answer.strip().strip("$").rstrip(".。").replace(r",\ ", ","))
        found = list[Any]()
        for node in nodes:
            if not isinstance(node, Relation) or not set(node.signs) <= {"<", ">", "<=", ">="}:
                return None
            for sign, (left, right) in zip(node.signs, pairwise(node.sides), strict=True):
                c = _condition(sign, left, right)
                found.append(c.bound > 0 if c.strict else c.bound >= 0)
    except (FormulaError, ValueError, TypeError):
        return None
    return found or None


def _plot(conditions: list[Condition], corners: list[Point], language: Language) -> str:
    shown = ", ".join(c.shown() for c in conditions)
    shown = shown.replace(r"\le ", r"\leq ").replace(r"\ge ", r"\geq ")  # as matplotlib knows them
    places = [tuple(map(float, p)) for p in corners] or [tuple(map(float, _near(c))) for c in conditions]
    spans = []
    for k in (0, 1):
        values = [p[k] for p in places]
        room = max((max(values) - min(values)) / 2, 4.0)
        spans.append((min(values) - room, max(values) + room))
    lines = [
        "import matplotlib.pyplot as plt",
        "import numpy as np",
        "",
        f"x, y = np.meshgrid(np.linspace({spans[0][0]:.5g}, {spans[0][1]:.5g}, 500), np.linspace({spans[1][0]:.5g}, {spans[1][1]:.5g}, 500))",
        f"bounds = [{', '.join(f'{c.bound} + 0*x' for c in conditions)}]",
        f"styles = [{', '.join(repr('--' if c.strict else '-') for c in conditions)}]",
        "inside = np.all([b >= 0 for b in bounds], axis=0)",
        'plt.contourf(x, y, inside, levels=[0.5, 1.5], alpha=0.3, colors=["tab:blue"])',
        "for b, style in zip(bounds, styles):",
        '    plt.contour(x, y, b, levels=[0], colors="tab:blue", linestyles=style, linewidths=1.5)',
    ]
    for px, py in corners:
        lines.append(f'plt.plot({float(px):.6g}, {float(py):.6g}, "o", color="crimson")')
        lines.append(
            f'plt.annotate(r"${exact_latex((px, py))}$", ({float(px):.6g}, {float(py):.6g}), (6, 6), textcoords="offset points")'
        )
    lines += [
        'plt.axhline(0, linewidth=0.8, color="gray")',
        'plt.axvline(0, linewidth=0.8, color="gray")',
        'plt.xlabel("x")',
        'plt.ylabel("y")',
        f'plt.title(r"{WORDS["title"].say(language)}: ${shown}$")',
        "plt.grid(alpha=0.3)",
        "plt.show()",
    ]
    return "\n".join(lines)
