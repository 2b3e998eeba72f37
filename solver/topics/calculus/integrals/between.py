"""The area that curves enclose: between two of them, or one and the x-axis, also between given lines x = a and x = b,
or between one such line and the only point where they meet.

Read: curves y = f(x) (or x = g(y), where both can be solved for x). Where no limits are given the curves must meet at two or
more points, and what lies between neighbouring ones is added up. Not: three curves, regions of which only a part is meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import sympy as sp
from sympy.calculus.util import maximum, minimum

from solver.formula import FormulaError, Node, to_sympy
from solver.formula.nodes import Apply, Blank, Call, Relation, Symbol, symbols, walk
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source

VOCABULARY: Final = {
    "area": "area|area of|面积|的面积|图形面积|图形的面积|的图形面积",
    "words": "region|figure|finite region|bounded|enclosed|bounded by|enclosed by|between|lying between|lies between|that lies between|curves?|the curves|two curves|lines?|the line|parabolas?|graphs?|graph of|the graphs of|functions?|completely|shape|closed|formed by|plane|two|and the|limited by|included|cut off|under|below"
    "|的图象与|曲线|所围图形|图形|两曲线|两条曲线|直线|抛物线|函数|的图象|的图像|图象|图像|围成|所围成|所围|围成的|所围成的|围成的图形|所围成的图形|所围图形|围成的封闭图形|所围成的封闭图形|封闭图形|图形|平面|平面图形|的平面图形|封闭|所围成的平面图形|区域|围成的区域|部分|这个图形",
    "xaxis": "xaxis|the xaxis|横轴",
}
WORDS: Final = {
    "meet": Words("The curves meet where \\[{f}={g},\\qquad {x}={points}\\]", "求交点：\\[{f}={g},\\qquad {x}={points}\\]"),
    "limits": Words("The region lies between \\({x}={a}\\) and \\({x}={b}\\){inside}.", "区域在 \\({x}={a}\\) 与 \\({x}={b}\\) 之间{inside}。"),
    "inside": Words("; in between the curves meet at \\({x}={points}\\)", "，其间两曲线交于 \\({x}={points}\\)"),
    "area": Words("Between neighbouring points the area is the integral of the upper minus the lower: \\[{parts}={value}\\]", "相邻两点之间，面积等于上方函数减下方函数的积分：\\[{parts}={value}\\]"),
    "cell": Words("piece by piece, each one positive", "逐段积分，每段取正值"),
    "answer": Words("The area is \\({answer}\\).", "所求面积为 \\({answer}\\)。"),
    "method": Words("the distance of the curves was added up numerically", "用数值积分计算两曲线间的距离"),
}  # fmt: skip
MAX_POINTS: Final = 6


def read_between(text: Text) -> Reading:
    """An area between curves; None when it is none."""
    if not re.search(r"(?i)\barea\b|面积", text.source) or re.search(r"∫|\\int", text.source):
        return None
    source = text.source.replace(r"\(", "$").replace(r"\)", "$")
    source = re.sub(r"(?<![A-Za-z\\])\$?x\$?\s*-?\s*(?:axis|轴)", " xaxis ", source)
    source = re.sub(r"\(\s*\$?([^()=]{1,12}<=?\s*x\s*<=?\s*[^()=]{1,20}?)\$?\s*\)", r" , $\1$ , ", source)
    source = re.sub(
        r"(?i)\b(?:from|between)\s+\$?x\s*=\s*([^$,;]+?)\$?\s+(?:to|and)\s+\$?(?:x\s*=\s*)?([^\s$,;.?]+)\$?",
        r" , $x=\1$ , $x=\2$ , ",
        source,
    )
    source = re.sub(
        r"(?i)\b(?:on|over)\s+the\s+interval\s+\$?\[\s*([^,\]]+)\s*,\s*([^\]]+)\s*\]\$?",
        r" , $x=\1$ , $x=\2$ , ",
        source,
    )
    source = re.sub(
        r"在(?:区间)?\s*\$?\[\s*([^,\]]+)\s*,\s*([^\]]+)\s*\]\$?\s*(?:上|内)?",
        r" , $x=\1$ , $x=\2$ , ",
        source,
    )
    found = account(source, VOCABULARY)
    if not found.has("area") or any(
        isinstance(s, Blank) for n in found.nodes for s in getattr(n, "sides", ())
    ):
        return None
    curves, limits = list[Relation](), list[sp.Expr]()
    for node in found.nodes:
        match node:
            case Relation(("=",), (Symbol("x"), right)) if not symbols(right) - {"e"}:
                limits.append(to_sympy(right))
            case Relation(("<" | "<=", "<" | "<="), (low, Symbol("x"), high)) if not (
                symbols(low) | symbols(high)
            ) - {"e"}:
                limits += [to_sympy(low), to_sympy(high)]
            case Relation(("=",), _) if symbols(node) - {"e"} <= {"x", "y"} or _applied(node):
                curves.append(node)
            case _:
                return None
    if found.unread:
        return Unread(found.unread) if len(curves) + found.has("xaxis") == 2 else None
    if len(curves) + found.has("xaxis") != 2 or len(limits) not in (0, 1, 2):
        return None
    return _task(curves, limits, axis=found.has("xaxis"), language=text.language)


def _applied(node: Node) -> bool:
    """`f(x) = x^2`."""
    match node:
        case Relation(_, (Apply(_, Symbol("x")), right)):
            return symbols(right) - {"e"} <= {"x"}
    return False


def _task(curves: list[Relation], limits: list[sp.Expr], *, axis: bool, language: Language) -> Reading:
    if any(isinstance(n, Call) and n.name == "Abs" for c in curves for n in walk(c)):
        return None
    for variable, other in (("x", "y"), ("y", "x")):
        if variable == "y" and (limits or axis):
            return None
        try:
            sides = [_solved(c, other, variable) for c in curves]
        except (FormulaError, NotImplementedError):
            return None
        if axis:
            sides.append(sp.Integer(0))
        if all(s is not None for s in sides):
            f, g = (s for s in sides if s is not None)
            ends = tuple(sorted(limits, key=lambda p: float(p.evalf())))
            area = Between(f, g, variable, ends if len(ends) == 2 else (), language)
            if len(ends) == 1:  # from where the curves meet, if that is at one place only
                meeting = area._points()
                if meeting is None or len(meeting) != 1 or meeting[0] == ends[0]:
                    return None
                both = sorted((meeting[0], ends[0]), key=lambda p: float(p.evalf()))
                area = Between(f, g, variable, tuple(both), language)
            return area if area.is_readable() else None
    if not limits and not axis and (half := _upper_branch(curves)) is not None:
        area = Between(*half, "x", (), language)
        return area if area.is_readable() else None
    return None


def _upper_branch(curves: list[Relation]) -> tuple[sp.Expr, sp.Expr] | None:
    """y² = h(x) as y = √h(x), where the other curve y = f(x) is never below the axis: then only this half bounds the region."""
    x, y = sp.symbols("x y")
    for curve, other in (curves, curves[::-1]):
        f = _solved(other, "y", "x")
        poly = (to_sympy(curve.sides[0]) - to_sympy(curve.sides[1])).as_poly(y)
        if f is None or poly is None or poly.degree() != 2 or poly.coeff_monomial(y) != 0:
            continue
        if not poly.LC().is_Rational or sp.Poly(f, x).degree() != 2 or not f.is_polynomial(x):
            continue
        a, b, c = sp.Poly(f, x).all_coeffs()
        if a.is_positive and (b**2 - 4 * a * c).is_nonpositive:
            return sp.sqrt(sp.expand(-poly.TC() / poly.LC())), f
    return None


def _solved(curve: Relation, other: str, variable: str) -> sp.Expr | None:
    """The curve as a function of `variable`; None when it is not one."""
    left, right = curve.sides
    if isinstance(left, Apply):
        return to_sympy(right) if variable == "x" else None
    if variable == "x" and isinstance(left, Symbol) and left.name == "y" and "y" not in symbols(right):
        return to_sympy(right)
    y = sp.Symbol(other)
    poly = (to_sympy(left) - to_sympy(right)).as_poly(y)
    if poly is None or poly.degree() != 1 or poly.LC().free_symbols:
        return None
    return sp.expand(-poly.TC() / poly.LC())


@dataclass(frozen=True, slots=True)
class Between:
    """The area between the functions `f` and `g` of `variable`, between `limits` where they are given."""

    f: sp.Expr
    g: sp.Expr
    variable: str
    limits: tuple[sp.Expr, ...]
    language: Language

    def _points(self) -> list[sp.Expr] | None:
        """The ends of the pieces; None where they cannot be found for certain."""
        x = sp.Symbol(self.variable, real=True)
        difference = (self.f - self.g).subs(sp.Symbol(self.variable), x)
        domain = sp.Interval(*self.limits) if self.limits else sp.S.Reals
        if difference == 0 or not self.limits and difference.has(sp.sin, sp.cos, sp.tan):
            return None
        try:
            found = sp.solveset(difference, x, domain)
        except (NotImplementedError, ValueError, TypeError):
            return None
        if found == sp.S.EmptySet:
            inside: list[sp.Expr] = []
        elif isinstance(found, sp.FiniteSet) and len(found) <= MAX_POINTS:
            inside = [sp.simplify(p) for p in found]
        elif self.limits and self._is_apart(difference, x):
            inside = []
        else:
            return None
        points = {*inside, *self.limits}
        return sorted(points, key=lambda p: float(p.evalf()))

    def _is_apart(self, difference: sp.Expr, x: sp.Symbol) -> bool:
        """Whether one curve stays above the other between the limits."""
        domain = sp.Interval(*self.limits)
        try:
            return bool(minimum(difference, x, domain) > 0 or maximum(difference, x, domain) < 0)
        except (NotImplementedError, ValueError, TypeError):
            return False

    def is_readable(self) -> bool:
        """Whether there is a finite region, both curves exist over it, and the integrals can be had."""
        points = self._points()
        if points is None or len(points) < 2 or self.limits and self.limits[0] == self.limits[1]:
            return False
        x = sp.Symbol(self.variable)
        for a, b in pairwise(points):
            middle = [(fn.subs(x, a + (b - a) * k / 7)).evalf() for fn in (self.f, self.g) for k in (1, 3, 6)]
            if not all(v.is_real and v.is_finite for v in middle):
                return False
            if sp.singularities(self.f - self.g, x, sp.Interval(a, b)) not in (
                sp.S.EmptySet,
                sp.FiniteSet(0),
            ):
                return False
        value = self._value()
        return value is not None and bool(value.is_finite) and bool(value > 0)

    def _value(self) -> sp.Expr | None:
        points, x = self._points(), sp.Symbol(self.variable)
        assert points is not None
        parts = [sp.integrate(self.f - self.g, (x, a, b)) for a, b in pairwise(points)]
        if any(p.has(sp.Integral) for p in parts):
            return None
        return sp.simplify(sum((sp.Abs(p) for p in parts), sp.Integer(0)))

    def _over(self, a: sp.Expr, b: sp.Expr) -> sp.Expr:
        """Upper minus lower between neighbouring points."""
        middle = (self.f - self.g).subs(sp.Symbol(self.variable), a + (b - a) * sp.Rational(3, 7))
        return self.f - self.g if middle.evalf() > 0 else self.g - self.f

    def solution(self) -> Solution:
        """Where the curves meet, then the integrals."""
        say, x, points = self.language, self.variable, self._points()
        assert points is not None
        shown = {"x": x, "f": sp.latex(self.f), "g": sp.latex(self.g)}
        if self.limits:
            inside = [p for p in points if p not in self.limits]
            more = WORDS["inside"].say(say, x=x, points=exact_latex(inside)) if inside else ""
            a, b = map(sp.latex, self.limits)
            steps = [WORDS["limits"].say(say, x=x, a=a, b=b, inside=more)]
        else:
            steps = [WORDS["meet"].say(say, points=exact_latex(points), **shown)]
        parts = "+".join(
            rf"\int_{{{sp.latex(a)}}}^{{{sp.latex(b)}}}\left({sp.latex(sp.expand(self._over(a, b)))}\right)d{x}"
            for a, b in pairwise(points)
        )
        steps.append(WORDS["area"].say(say, parts=parts, value=sp.latex(self._value())))
        meet = (
            f"sorted(solve(f - g, {x}))"
            if not self.limits and all(p.is_Rational for p in points)
            else exact_source(points)
        )
        if meet.startswith("sorted") and len(sp.solve(self.f - self.g, sp.Symbol(x))) != len(points):
            meet = exact_source(points)
        lines = [
            f"f = {exact_source(self.f)}",
            f"g = {exact_source(self.g)}",
            f"points = {meet}",
            comment(WORDS["cell"].say(say)),
            f"simplify(sum(abs(integrate(f - g, ({x}, a, b))) for a, b in zip(points, points[1:])))",
        ]
        return Solution(tuple(steps), cell(*lines, variables=(x,)))

    def conclude(self, value: Any) -> Conclusion | None:
        """The area."""
        if not isinstance(value, sp.Expr) or value.free_symbols or not value > 0:
            return None
        answer = exact_latex(value)
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Numerical quadrature of the distance of the curves."""
        values, points = values_in(answer), self._points()
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr) or points is None:
            return None
        x = self.variable
        lines = [
            "import mpmath",
            "",
            f"distance = lambdify({x}, abs({exact_source(self.f)} - ({exact_source(self.g)})), 'mpmath')",
            f"ends = [N(p, 20) for p in {exact_source(points)}]",
            "total = mpmath.quad(distance, [mpmath.mpf(str(p)) for p in ends])",
            f"bool(abs(total - mpmath.mpf(str(N({exact_source(values[0])}, 20)))) < 1e-9)",
        ]
        return CheckPlan(
            WORDS["answer"].say(self.language, answer=answer),
            WORDS["method"].say(self.language),
            cell(*lines, variables=(x,)),
        )
