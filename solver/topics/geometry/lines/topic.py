"""Slope, equation, distance and midpoint, in steps; each checked by putting the points back in.

Read: two points, a point and a slope, a line and one parallel or perpendicular to it. Not: distance from a point to a line,
intersections, circles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, symbol_latex, to_latex, to_python, to_sympy
from solver.formula.nodes import Relation, symbols
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.geometry import axes_triangles
from solver.topics.geometry.lines import crossing
from solver.topics.geometry.lines.reading import Point, Question, question
from solver.topics.geometry.lines.slopes import slope_of

X, Y = sp.symbols("x y")
WORDS: Final = {
    "slope": Words("The slope is the rise over the run: \\[m=\\frac{{y_2-y_1}}{{x_2-x_1}}=\\frac{{{rise}}}{{{run}}}={m}\\]",
                   "斜率等于纵坐标的差除以横坐标的差：\\[k=\\frac{{y_2-y_1}}{{x_2-x_1}}=\\frac{{{rise}}}{{{run}}}={m}\\]"),
    "vertical": Words("Both points have \\(x={x}\\): the line is vertical, and has no slope.", "两点的横坐标都是 \\({x}\\)：直线垂直于 \\(x\\) 轴，斜率不存在。"),
    "solved": Words("Solve the line's equation for \\(y\\): \\[{equation}\\] The slope is the factor of \\(x\\), \\({m}\\).",
                    "把直线方程化为斜截式：\\[{equation}\\] \\(x\\) 的系数就是斜率，\\({m}\\)。"),
    "upright": Words("The equation has no \\(y\\): the line \\({equation}\\) is vertical.", "方程里没有 \\(y\\)：直线 \\({equation}\\) 垂直于 \\(x\\) 轴。"),
    "parallel": Words("Parallel lines have the same slope, \\({m}\\).", "平行直线的斜率相等，都是 \\({m}\\)。"),
    "perpendicular": Words("The slopes of perpendicular lines multiply to \\(-1\\), so the slope is \\({m}\\).",
                           "互相垂直的两条直线斜率之积为 \\(-1\\)，所以斜率为 \\({m}\\)。"),
    "flat": Words("A line perpendicular to a horizontal one is vertical, and the other way round.", "与水平直线垂直的直线是竖直的，反之亦然。"),
    "point": Words("Put the point \\({point}\\) and the slope into \\(y-y_1=m(x-x_1)\\): \\[{before}\\] \\[{after}\\]",
                   "把点 \\({point}\\) 和斜率代入点斜式 \\(y-y_1=k(x-x_1)\\)：\\[{before}\\] \\[{after}\\]"),
    "upright_through": Words("The vertical line through \\({point}\\) is \\({after}\\).", "过 \\({point}\\) 的竖直直线是 \\({after}\\)。"),
    "distance": Words("By Pythagoras: \\[d=\\sqrt{{(x_2-x_1)^2+(y_2-y_1)^2}}=\\sqrt{{{dx}+{dy}}}={d}\\]",
                      "由两点间距离公式（勾股定理）：\\[d=\\sqrt{{(x_2-x_1)^2+(y_2-y_1)^2}}=\\sqrt{{{dx}+{dy}}}={d}\\]"),
    "midpoint": Words("Each coordinate of the midpoint is the mean of the two: \\[\\left(\\frac{{{x_1}+{x_2}}}{{2}},\\ \\frac{{{y_1}+{y_2}}}{{2}}\\right)={m}\\]",
                      "中点的坐标是两个端点坐标的平均数：\\[\\left(\\frac{{{x_1}+{x_2}}}{{2}},\\ \\frac{{{y_1}+{y_2}}}{{2}}\\right)={m}\\]"),
    "coordinate": Words("The slope is the rise over the run, so \\[{rise}={m}\\cdot\\left({run}\\right)\\] This gives \\({letter}={value}\\).",
                        "斜率等于纵坐标的差除以横坐标的差，所以 \\[{rise}={m}\\cdot\\left({run}\\right)\\] 解得 \\({letter}={value}\\)。"),
    "code": Words("the same with coordinates", "用坐标计算"),
    "method_points": Words("put the points back in", "把点的坐标代回检验"),
    "method_distance": Words("squared again, and compared with the squares of the coordinates' differences", "平方后与坐标差的平方和比较"),
}  # fmt: skip
SENTENCES: Final = {
    "slope": Words("The slope is \\({answer}\\).", "斜率为 \\({answer}\\)。"),
    "no_slope": Words("The slope is undefined: \\({answer}\\).", "斜率不存在：\\({answer}\\)。"),
    "equation": Words("The line is \\({answer}\\).", "直线方程为 \\({answer}\\)。"),
    "distance": Words("The distance is \\({answer}\\).", "距离为 \\({answer}\\)。"),
    "midpoint": Words("The midpoint is \\({answer}\\).", "中点为 \\({answer}\\)。"),
    "coordinate": Words("So \\({letter}={answer}\\).", "所以 \\({letter}={answer}\\)。"),
}
UNDEFINED: Final = Words(r"\text{{undefined}}", r"\text{{不存在}}")


def read(text: Text) -> Reading:
    """A question about points and a straight line."""
    if (special := axes_triangles.read(text)) is not None:
        return special
    if crossing.asks(text.source):
        return crossing.read(text)
    found = question(text)
    if found is None or isinstance(found, Unread):
        return found
    return Line(found, text.language) if _is_determined(found) else None


def _is_determined(found: Question) -> bool:
    if found.wanted != "coordinate":
        return True
    (x_1, y_1), (x_2, y_2) = found.points
    solutions = sp.solve(sp.Eq(y_2 - y_1, found.slope * (x_2 - x_1)), sp.Symbol(found.unknown), dict=True)
    return len(solutions) == 1 and found.slope is not None


@dataclass(frozen=True, slots=True)
class Line:
    """The answer to `asked`."""

    asked: Question
    language: Language

    def _slope(self) -> sp.Expr | None:
        """Of the line in question; None where it is vertical."""
        if self.asked.slope is not None:
            return self.asked.slope
        if self.asked.line is None:
            (x_1, y_1), (x_2, y_2) = self.asked.points
            return None if x_1 == x_2 else sp.nsimplify((y_2 - y_1) / (x_2 - x_1))
        given = slope_of(self.asked.line)
        if self.asked.relation != "perpendicular":
            return given
        return sp.S.Zero if given is None else None if given == 0 else -1 / given

    def _equation(self) -> sp.Eq:
        m, (x_1, y_1) = self._slope(), self.asked.points[0]
        return (
            sp.Eq(X, x_1, evaluate=False)
            if m is None
            else sp.Eq(Y, sp.expand(m * (X - x_1) + y_1), evaluate=False)
        )

    def _shown(self) -> str:
        equation = self._equation()
        if not self.asked.form:
            return f"{equation.lhs}={sp.latex(equation.rhs, order='lex')}"
        _, polynomial = sp.Poly(equation.lhs - equation.rhs, X, Y).clear_denoms(convert=True)
        sign = -1 if polynomial.LC() < 0 else 1
        whole = sign * polynomial.primitive()[1].as_expr()
        if self.asked.form == "zero":
            return f"{exact_latex(whole)}=0"
        constant = whole.subs({X: 0, Y: 0})
        return f"{exact_latex(whole - constant)}={exact_latex(-constant)}"

    def solution(self) -> Solution:
        """The formula of the textbook with the numbers in it, then the cell."""
        steps = {"distance": self._distance, "midpoint": self._midpoint, "coordinate": self._coordinate}.get(
            self.asked.wanted, self._line
        )()
        return Solution(
            tuple(steps),
            cell(comment(WORDS["code"].say(self.language)), *self._lines(), variables=self._variables()),
        )

    def _variables(self) -> list[str]:
        if self.asked.wanted == "coordinate":
            return [self.asked.unknown]
        return ["x", "y"] if self.asked.line is not None else ["x"] if self.asked.wanted == "equation" else []

    def _distance(self) -> list[str]:
        (x_1, y_1), (x_2, y_2) = self.asked.points
        dx, dy = f"{_term(x_2 - x_1)}^2", f"{_term(y_2 - y_1)}^2"
        d = sp.sqrt((x_2 - x_1) ** 2 + (y_2 - y_1) ** 2)
        return [WORDS["distance"].say(self.language, dx=dx, dy=dy, d=exact_latex(sp.simplify(d)))]

    def _midpoint(self) -> list[str]:
        (x_1, y_1), (x_2, y_2) = self.asked.points
        m = exact_latex(((x_1 + x_2) / 2, (y_1 + y_2) / 2))
        shown = {"x_1": _term(x_1), "x_2": _term(x_2), "y_1": _term(y_1), "y_2": _term(y_2)}
        return [WORDS["midpoint"].say(self.language, **shown, m=m)]

    def _coordinate(self) -> list[str]:
        (x_1, y_1), (x_2, y_2) = self.asked.points
        letter = sp.Symbol(self.asked.unknown)
        value = sp.solve(sp.Eq(y_2 - y_1, self.asked.slope * (x_2 - x_1)), letter)[0]
        return [
            WORDS["coordinate"].say(
                self.language, rise=exact_latex(y_2 - y_1), run=exact_latex(x_2 - x_1), m=exact_latex(self.asked.slope),
                letter=symbol_latex(self.asked.unknown), value=exact_latex(value),
            )
        ]  # fmt: skip

    def _line(self) -> list[str]:
        """Slope first, then the equation."""
        say, asked, m, steps = self.language, self.asked, self._slope(), list[str]()
        if asked.line is not None:
            steps += self._from_line(asked.line, m)
        elif len(asked.points) == 2:
            steps.append(self._from_points(m))
        if asked.wanted == "equation":
            point = exact_latex(asked.points[0])
            if m is None:
                steps.append(WORDS["upright_through"].say(say, point=point, after=self._shown()))
            else:
                x_1, y_1 = asked.points[0]
                before = f"y-{_term(y_1)}={_factor(m)}\\left(x-{_term(x_1)}\\right)"
                steps.append(WORDS["point"].say(say, point=point, before=before, after=self._shown()))
        return steps

    def _from_points(self, m: sp.Expr | None) -> str:
        (x_1, y_1), (x_2, y_2) = self.asked.points
        if m is None:
            return WORDS["vertical"].say(self.language, x=exact_latex(x_1))
        rise, run = f"{exact_latex(y_2)}-{_term(y_1)}", f"{exact_latex(x_2)}-{_term(x_1)}"
        return WORDS["slope"].say(self.language, rise=rise, run=run, m=exact_latex(m))

    def _from_line(self, line: Relation, m: sp.Expr | None) -> list[str]:
        say, given, steps = self.language, slope_of(line), list[str]()
        left, right = map(to_sympy, line.sides)
        if given is None:
            steps.append(WORDS["upright"].say(say, equation=to_latex(line)))
        else:
            solved = f"y={exact_latex(sp.solve(left - right, Y)[0].expand())}"
            steps.append(WORDS["solved"].say(say, equation=solved, m=exact_latex(given)))
        if self.asked.relation and (given is None or m is None):
            steps.append(
                WORDS["flat"].say(say)
                if self.asked.relation == "perpendicular"
                else WORDS["upright"].say(say, equation=to_latex(line))
            )
        elif self.asked.relation:
            steps.append(WORDS[self.asked.relation].say(say, m=exact_latex(m)))
        return steps

    def _lines(self) -> list[str]:
        asked = self.asked
        if asked.wanted == "coordinate":
            (x_1, y_1), (x_2, y_2) = asked.points
            rise, run = exact_source(y_2 - y_1), exact_source(x_2 - x_1)
            return [f"solve(Eq({rise}, {exact_source(asked.slope)}*({run})), {asked.unknown})[0]"]
        points = [
            f"x{n}, y{n} = {exact_source(x)}, {exact_source(y)}" for n, (x, y) in enumerate(asked.points, 1)
        ]
        if asked.wanted == "distance":
            return [*points, "sqrt((x2 - x1)**2 + (y2 - y1)**2)"]
        if asked.wanted == "midpoint":
            return [*points, "((x1 + x2)/Integer(2), (y1 + y2)/Integer(2))"]
        m = self._slope()
        if asked.line is not None:
            left, right = map(to_python, asked.line.sides)
            slope = [f"line = expand(({left}) - ({right}))"]
            turned = (
                "-line.coeff(x)/line.coeff(y)"
                if asked.relation != "perpendicular"
                else "line.coeff(y)/line.coeff(x)"
            )
            slope += [f"m = {turned}"] if m is not None else []
        elif len(asked.points) == 2:
            rational = all(c.is_Rational for point in asked.points for c in point)
            quotient = "Rational(y2 - y1, x2 - x1)" if rational else "(y2 - y1)/(x2 - x1)"
            slope = [f"m = {quotient}"] if m is not None else []
        else:
            slope = [f"m = {exact_source(asked.slope)}"]
        if asked.wanted == "slope":
            return [*points, *slope, "m" if m is not None else "None"]
        return [*points, *slope, "expand(m*(x - x1) + y1)" if m is not None else "x1"]

    def conclude(self, value: Any) -> Conclusion | None:
        """The number, the point, or the line's equation."""
        say, wanted = self.language, self.asked.wanted
        if wanted == "slope" and value is None:
            answer = UNDEFINED.say(say)
            return Conclusion(SENTENCES["no_slope"].say(say, answer=answer), answer)
        if wanted == "equation":
            equation = self._equation()
            answer = self._shown()
            return (
                Conclusion(SENTENCES[wanted].say(say, answer=answer), answer)
                if value == equation.rhs
                else None
            )
        if not isinstance(value, sp.Expr | tuple | sp.Tuple):
            return None
        answer = exact_latex(value)
        letter = symbol_latex(self.asked.unknown) if wanted == "coordinate" else ""
        return Conclusion(SENTENCES[wanted].say(say, answer=answer, letter=letter), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The points are put back in."""
        say, wanted = self.language, self.asked.wanted
        if wanted == "equation":
            return self._check_equation(answer)
        m, letter = (
            self._slope() if wanted == "slope" else sp.S.Zero,
            symbol_latex(self.asked.unknown) if self.asked.unknown else "",
        )
        claim = SENTENCES[wanted].say(say, answer=answer, letter=letter)
        method = WORDS["method_distance" if wanted == "distance" else "method_points"].say(say)
        values = values_in(answer)
        if wanted == "slope" and (m is None or answer == UNDEFINED.say(say)):
            return CheckPlan(claim, method, f"{answer == UNDEFINED.say(say)} and {m is None}")
        if values is None or len(values) != 1:
            return None
        given = exact_source(values[0])
        match wanted, values[0]:
            case "distance", sp.Expr():
                (x_1, y_1), (x_2, y_2) = self.asked.points
                squares = exact_source(sp.expand((x_2 - x_1) ** 2 + (y_2 - y_1) ** 2))
                source = cell(f"d = S({given})", f"bool(simplify(d**2 - ({squares})) == 0 and d >= 0)")
            case "midpoint", tuple() | sp.Tuple() if len(values[0]) == 2:
                (x_1, y_1), (x_2, y_2) = self.asked.points
                source = cell(
                    f"x, y = {given}",
                    f"simplify(2*x - ({exact_source(x_1 + x_2)})) == 0 and simplify(2*y - ({exact_source(y_1 + y_2)})) == 0",
                )
            case "coordinate", sp.Expr():
                (x_1, y_1), (x_2, y_2) = self.asked.points
                gap = exact_source(y_2 - y_1 - self.asked.slope * (x_2 - x_1))
                source = cell(f"{self.asked.unknown} = S({given})", f"simplify({gap}) == 0")
            case "slope", sp.Expr():
                x_step, y_step = self._direction()
                source = cell(
                    f"m = S({given})", f"simplify(m*({exact_source(x_step)}) - ({exact_source(y_step)})) == 0"
                )
            case _:
                return None
        return CheckPlan(claim, method, source)

    def _direction(self) -> Point:
        """A step along the line in question, found without its slope."""
        if self.asked.line is None:
            (x_1, y_1), (x_2, y_2) = self.asked.points
            return x_2 - x_1, y_2 - y_1
        left, right = map(to_sympy, self.asked.line.sides)
        a, b = (sp.expand(left - right).coeff(z) for z in (X, Y))
        return (a, b) if self.asked.relation == "perpendicular" else (b, -a)

    def _check_equation(self, answer: str) -> CheckPlan | None:
        try:
            relation = parse(answer)
            if (
                not isinstance(relation, Relation)
                or relation.signs != ("=",)
                or not symbols(relation) <= {"x", "y"}
            ):
                return None
            left, right = map(to_sympy, relation.sides)
        except FormulaError:
            return None
        points = list(self.asked.points)
        if len(points) == 1:  # a second point of the line, by a step along it
            dx, dy = (sp.S.One, self.asked.slope) if self.asked.slope is not None else self._direction()
            points.append((points[0][0] + dx, points[0][1] + dy))
        on_it = ", ".join(f"f.subs({{x: {exact_source(a)}, y: {exact_source(b)}}})" for a, b in points)
        lines = [f"f = S({exact_source(sp.expand(left - right))})", "straight = f.free_symbols != set() and Poly(f, x, y).total_degree() == 1",
                 f"straight and all(simplify(value) == 0 for value in [{on_it}])"]  # fmt: skip
        claim = SENTENCES["equation"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method_points"].say(self.language), cell(*lines, variables=("x", "y")))


def _term(value: sp.Expr) -> str:
    """A number behind a sign."""
    source = exact_latex(value)
    return (
        f"\\left({source}\\right)"
        if source.startswith("-") or not (value.is_Integer or value.is_Symbol)
        else source
    )


def _factor(value: sp.Expr) -> str:
    return {"1": "", "-1": "-"}.get(
        source := exact_latex(value), f"\\left({source}\\right)" if value.is_Add else source
    )
