"""Definite and improper integrals between numbers: the steps, the cell, the check by numerical quadrature.

Reading is the business of `integrals`, antiderivatives that of `integral_rules`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import mpmath  # type: ignore[import-untyped]
import sympy as sp
from sympy.calculus.util import minimum

from solver import plots
from solver.formula import Node, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Binary, Negative
from solver.latex import latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Task, Words
from solver.topics.calculus.integrals.absolute import Pieces, kinks, pieces_of
from solver.topics.calculus.integrals.rules import Told, antiderivative, is_closed
from solver.topics.calculus.integrals.ways import by_sums, clearer, has_sums, ways
from solver.topics.cells import cell, comment, exact_source
from solver.topics.methods import Another

WORDS: Final = {
    "area": Words(
        "On the whole interval \\({f}\\ge 0\\), so the area is the integral \\({problem}\\).",
        "在整个区间上 \\({f}\\ge 0\\)，所以面积就是定积分 \\({problem}\\)。",
    ),
    "newton": Words(
        "With the antiderivative \\(F({x})={F}\\), by the fundamental theorem of calculus: "
        "\\[{problem}=F\\left({b}\\right)-F\\left({a}\\right)={Fb}-{Fa}={value}\\]",
        "取原函数 \\(F({x})={F}\\)，由牛顿–莱布尼茨公式：\\[{problem}=F\\left({b}\\right)-F\\left({a}\\right)={Fb}-{Fa}={value}\\]",
    ),
    "improper": Words(
        "This integral is improper, so it stands for a limit: with \\(F({x})={F}\\), "
        "\\[{problem}=\\lim_{{{x}\\to {b}}}F({x})-\\lim_{{{x}\\to {a}}}F({x})={Fb}-{Fa}={value}\\]",
        "这是反常积分，要取极限：由 \\(F({x})={F}\\) 得 "
        "\\[{problem}=\\lim_{{{x}\\to {b}}}F({x})-\\lim_{{{x}\\to {a}}}F({x})={Fb}-{Fa}={value}\\]",
    ),
    "unlimited": Words(
        "This integral is improper, and \\(F({x})={F}\\) has no finite limit at \\({x}\\to {end}\\), so \\({problem}\\) diverges.",
        "这是反常积分，而 \\(F({x})={F}\\) 当 \\({x}\\to {end}\\) 时没有有限的极限，所以 \\({problem}\\) 发散。",
    ),
    "inside": Words(
        "The integrand is not bounded near \\({points}\\), inside the interval. The integral converges only if it "
        "converges on each side, so split it there.",
        "被积函数在区间内的 \\({points}\\) 附近无界，所以要在该处分段；每一段都收敛时积分才收敛。",
    ),
    "computed": Words(
        "The cell computes the exact value of \\({problem}\\).", "用程序求 \\({problem}\\) 的精确值。"
    ),
    "code": Words("integrate exactly between the limits", "在积分限之间精确积分"),
    "code_split": Words("the parts between the gaps, added up", "各段分别积分再相加"),
    "code_signs": Words("the pieces on which the sign does not change, added up", "在不变号的各段上分别积分再相加"),
    "method": Words("the integral was added up numerically, to 15 digits", "用数值积分计算到 15 位进行比较"),
    "method_divergent": Words(
        "the pieces closer and closer to the critical end were compared", "比较越来越靠近奇异端点的各段积分"
    ),
}  # fmt: skip
SENTENCES: Final = {
    "definite": Words("The integral is \\({problem}={answer}\\).", "所求定积分为 \\({problem}={answer}\\)。"),
    "area": Words("The area is \\({answer}\\).", "所求面积为 \\({answer}\\)。"),
    "diverges": Words("The integral \\({problem}\\) diverges.", "积分 \\({problem}\\) 发散。"),
}
DIVERGES: Final = Words(r"\text{{diverges}}", r"\text{{发散}}")
_DIVERGENT: Final = re.compile(
    r"diverge|divergent|does not (?:exist|converge)|发散|不存在|^\s*[+-]?\s*\\infty\s*$"
)


def limits_latex(f: sp.Expr | Node, x: sp.Symbol, a: Any, b: Any) -> str:
    """`\\int_a^b f dx`."""
    is_sum = isinstance(f, sp.Add | Negative) or (isinstance(f, Binary) and f.op in "+-")
    inner = latex(f) if isinstance(f, sp.Basic) else to_latex(f)
    inner = rf"\left({inner}\right)" if is_sum or inner.startswith("-") else inner
    return rf"\int_{{{latex(a)}}}^{{{latex(b)}}} {inner}\,d{latex(x)}"


def unbounded_points(f: sp.Expr, x: sp.Symbol, low: sp.Expr, high: sp.Expr) -> tuple[sp.Expr, ...]:
    """Points of [low, high] where `f` has no finite limit, in order; those that sympy cannot find are missing."""
    try:
        found = sp.singularities(f, x, domain=sp.Interval(low, high))
    except (NotImplementedError, TypeError, ValueError):
        return ()
    points = []
    for point in found if isinstance(found, sp.FiniteSet) else ():
        try:
            sides = [sp.limit(f, x, point, s) for s in "+-"]
        except (NotImplementedError, ValueError):
            sides = [sp.nan]
        if point.is_finite and not all(s.is_finite for s in sides):
            points.append(point)
    return tuple(sorted(points, key=lambda p: float(p.evalf())))


def quadrature(f: sp.Expr, x: sp.Symbol, a: Any, b: Any) -> tuple[Any, Any]:
    """The integral as a decimal, and an estimate of its error (large where it is not to be trusted)."""
    try:
        with mpmath.workdps(25):
            ends = [sp.lambdify((), e, "mpmath")() for e in (a, b)]
            value, error = mpmath.quad(sp.lambdify(x, f, "mpmath"), ends, error=True)
            return value, error
    except (ValueError, TypeError, ZeroDivisionError, NameError, OverflowError, AttributeError):
        return mpmath.mpf(0), mpmath.inf


@dataclass(frozen=True, slots=True)
class Definite:
    """The integral of `body` from `lower` to `upper`, two different real numbers or infinities."""

    body: Node
    variable: str
    lower: sp.Expr
    upper: sp.Expr
    kind: str
    language: Language

    def _f(self) -> tuple[sp.Expr, sp.Symbol]:
        return to_sympy(self.body), sp.Symbol(self.variable)

    def problem(self) -> str:
        """As LaTeX."""
        return limits_latex(self.body, sp.Symbol(self.variable), self.lower, self.upper)

    def is_an_area(self) -> bool:
        """Whether the function is never negative on the interval, so that the area is the integral."""
        (f, x), real = self._f(), sp.Dummy(real=True)
        try:
            lowest = minimum(f.subs(x, real), real, sp.Interval(self.lower, self.upper))
        except (NotImplementedError, ValueError, TypeError):
            return False
        return bool(self.lower.is_finite and self.upper.is_finite and self.lower < self.upper and lowest >= 0)

    def _pieces(self) -> list[tuple[sp.Expr, sp.Expr]]:
        """The interval cut where the integrand is unbounded inside, in the direction of integration."""
        f, x = self._f()
        forward = bool(self.lower < self.upper)
        low, high = (self.lower, self.upper) if forward else (self.upper, self.lower)
        cuts = [p for p in unbounded_points(f, x, low, high) if p not in (low, high)]
        ends = [self.lower, *(cuts if forward else cuts[::-1]), self.upper]
        return list(pairwise(ends))

    def methods(self) -> tuple[str, ...]:
        """Those for an antiderivative, the fundamental theorem in general, and the sums that define the integral."""
        (f, x), found = self._f(), ["antiderivative"]
        if not all(self._sure(way[1]) for way in ways(f, x, self.language).values()):
            return ()
        found[:0] = ways(f, x, self.language)
        return (*found, *(("definition",) if has_sums(f, x, self.lower, self.upper) else ()))

    def by(self, method: str) -> Task:
        """The same value by one of `methods`."""
        return (
            self
            if method in ("antiderivative", self.methods()[0])
            else Another(self, method, lambda: self._solved_by(method))
        )

    def _sure(self, F: sp.Expr) -> bool:
        """Whether the values of an antiderivative at the ends give the integral for certain."""
        return self._evaluated(F, self._pieces()) is not None

    def _solved_by(self, method: str) -> Solution:
        f, x = self._f()
        if method != "definition":
            return self._by_antiderivative(ways(f, x, self.language)[method])
        found = by_sums(f, x, self.lower, self.upper, self.problem(), self.language)
        return Solution(found.steps, found.cell, self._plot())

    def solution(self) -> Solution:
        """An antiderivative step by step, its values at the ends, then the cell."""
        f, x = self._f()
        found = antiderivative(f, x, self.language)
        way = clearer(found, f, x, self.language)
        usual = way if way is not None and self._sure(way[1]) else found[:2] if found else None
        return self._by_antiderivative(usual)

    def _by_antiderivative(self, found: Told | None) -> Solution:
        """With the steps to an antiderivative, where one is known."""
        (f, x), say, pieces = self._f(), self.language, self._pieces()
        steps = []
        if self.kind == "area":
            steps.append(WORDS["area"].say(say, f=to_latex(self.body), problem=self.problem()))
        if len(pieces) > 1:
            points = ",\\ ".join(f"{latex(x)}={latex(a)}" for a, _ in pieces[1:])
            steps.append(WORDS["inside"].say(say, points=points))
        signed = pieces_of(f, x, self.lower, self.upper) if len(pieces) == 1 else None
        if signed is not None and (told := signed.steps(f, x, self.problem(), say)):
            return Solution((*steps, *told), self._cell_by_signs(signed), self._plot())
        evaluated = self._evaluated(found[1], pieces) if found else None
        if found and evaluated:
            steps += [*found[0], *evaluated]
        else:
            steps.append(WORDS["computed"].say(say, problem=self.problem()))
        return Solution(tuple(steps), self._cell(pieces), self._plot())

    def _evaluated(self, F: sp.Expr, pieces: list[tuple[sp.Expr, sp.Expr]]) -> list[str] | None:
        """A sentence for each piece, up to the first that diverges; None when one of them is not certain."""
        sentences = []
        for a, b in pieces:
            sentence, converges = self._evaluate(F, a, b)
            if sentence is None:
                return None
            sentences.append(sentence)
            if not converges:
                break
        return sentences

    def _evaluate(self, F: sp.Expr, a: sp.Expr, b: sp.Expr) -> tuple[str | None, bool]:
        """F(b) − F(a) in words, if it agrees with the integral added up numerically; whether it converges."""
        f, x = self._f()
        try:
            at_a, plain_a = _end_value(F, f, x, a, "+" if a < b else "-")
            at_b, plain_b = _end_value(F, f, x, b, "-" if a < b else "+")
        except (NotImplementedError, ValueError, TypeError):
            return None, True
        shown = {
            "x": latex(x),
            "F": latex(F),
            "a": latex(a),
            "b": latex(b),
            "problem": limits_latex(f, x, a, b),
        }
        for end, value in ((a, at_a), (b, at_b)):
            if value.is_infinite:
                return WORDS["unlimited"].say(self.language, end=latex(end), **shown), False
        value = sp.simplify(at_b - at_a)
        near, error = quadrature(f, x, a, b)
        if (
            not value.is_finite
            or error > 1e-6
            or abs(complex(value.evalf(20)) - complex(near)) > 1e-6 * (1 + abs(near))
        ):
            return None, True
        minus = rf"\left({latex(at_a)}\right)" if at_a.is_Add or latex(at_a).startswith("-") else latex(at_a)
        key = "newton" if plain_a and plain_b else "improper"
        return WORDS[key].say(self.language, Fa=minus, Fb=latex(at_b), value=latex(value), **shown), True

    def _cell_by_signs(self, pieces: Pieces) -> str:
        note = WORDS["code_signs" if len(pieces.parts) > 1 else "code"].say(self.language)
        total = " + ".join(pieces.sources(python_name(self.variable)))
        return cell(comment(note), f"simplify({total})", variables=(self.variable,))

    def _cell(self, pieces: list[tuple[sp.Expr, sp.Expr]]) -> str:
        x = python_name(self.variable)
        parts = [f"integrate(f, ({x}, {exact_source(a)}, {exact_source(b)}))" for a, b in pieces]
        if len(pieces) == 1:
            lines = [comment(WORDS["code"].say(self.language)), f"simplify({parts[0]})"]
        else:
            lines = [comment(WORDS["code_split"].say(self.language)), " + ".join(parts)]
        return cell(f"f = {to_python(self.body)}", *lines, variables=(self.variable,))

    def _plot(self) -> str | None:
        """The graph with the area shaded, where the function is real and bounded."""
        f, x = self._f()
        if not (self.lower.is_finite and self.upper.is_finite):
            return None
        low, high = sorted((self.lower, self.upper), key=lambda e: float(e.evalf()))
        if unbounded_points(f, x, low, high):
            return None
        margin = (high - low) / 5
        inner, outer = [low + (high - low) * k / 24 for k in range(25)], (low - margin, high + margin)
        if not all(_is_plottable(f, x, p) for p in inner):
            return None
        interval = (
            outer
            if all(_is_plottable(f, x, p) for p in (*outer, low - margin / 2, high + margin / 2))
            else (low, high)
        )
        return plots.curve(
            to_python(self.body), self.variable, interval, shade=(low, high), language=self.language
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """A real number in exact form, or that the integral diverges."""
        if not isinstance(value, sp.Expr) or value.free_symbols:
            return None
        if value in (sp.oo, -sp.oo, sp.zoo, sp.nan):
            (f, x), (low, high) = self._f(), sorted((self.lower, self.upper), key=lambda e: float(e.evalf()))
            improper = not (low.is_finite and high.is_finite) or unbounded_points(f, x, low, high)
            if value is sp.nan and not improper:
                return None
            answer = DIVERGES.say(self.language)
            return Conclusion(SENTENCES["diverges"].say(self.language, problem=self.problem()), answer)
        if not is_closed(value) or value.has(sp.I) or abs(sp.im(value.evalf(20))) > 1e-15:
            return None
        answer = latex(value)
        return Conclusion(
            SENTENCES[self.kind].say(self.language, problem=self.problem(), answer=answer), answer
        )

    def check(self, answer: str) -> CheckPlan | None:
        """Numerical quadrature against a number; growing partial integrals against "diverges"."""
        if _DIVERGENT.search(answer):
            return self._check_divergence()
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr) or values[0].free_symbols:
            return None
        pieces = self._pieces()
        ends = [pieces[0][0], *(p for a, b in pieces for p in (*kinks(*self._f(), a, b), b))]
        points = ", ".join(map(exact_source, ends))
        (f, x), (low, high) = self._f(), sorted((self.lower, self.upper), key=lambda e: float(e.evalf()))
        improper = not (low.is_finite and high.is_finite) or bool(unbounded_points(f, x, low, high))
        source = cell(
            "import mpmath",
            f"f = lambdify({python_name(self.variable)}, {to_python(self.body)}, 'mpmath')",
            f"given = N({exact_source(values[0])}, 30)",
            "with mpmath.workdps(30):",
            f"    ends = [lambdify((), p, 'mpmath')() for p in ({points})]",
            "    if len(ends) == 2 and mpmath.isfinite(ends[1] - ends[0]):",
            "        ends = list(mpmath.linspace(ends[0], ends[1], 8))",
            "    total, error = mpmath.quad(f, ends, maxdegree=8, error=True)",
            "    gap = abs(total - mpmath.mpmathify(given))",
            "    tolerance = 1e-12 * (1 + abs(total))",
            "    agrees = gap < tolerance if error < tolerance else (False if gap > 1000 * error and error < 1e-3 else None)",
            *(self._growth() if improper else ()),
            "False if grows else agrees" if improper else "agrees",
            variables=(self.variable,),
        )
        claim = SENTENCES[self.kind].say(self.language, problem=self.problem(), answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), source)

    def _growth(self) -> list[str]:
        """Lines that find out whether later pieces on the way to a critical end `grow` or `shrink`."""
        (f, x), (low, high) = self._f(), sorted((self.lower, self.upper), key=lambda e: float(e.evalf()))
        near = [
            f"mpmath.mpf('{p.evalf(30)}') {side} mpmath.mpf(10)**-k"
            for p in unbounded_points(f, x, low, high)
            for side in _sides(p, low, high)
        ]
        far = [f"{sign}mpmath.mpf(10)**k" for sign, end in (("-", low), ("", high)) if end.is_infinite]
        return [
            f"ways = [{', '.join(f'lambda k: {w}' for w in (*near, *far))}]",
            "",
            "def pieces(way):",
            "    ends = [way(k) for k in (3, 4, 9, 10)]",
            "    first, last = mpmath.quad(f, ends[:2], error=True), mpmath.quad(f, ends[2:], error=True)",
            "    return abs(first[0]), abs(last[0]), first[1] + last[1]",
            "",
            "found = [pieces(way) for way in ways]",
            "grows = any(last > 0.9 * first and error < last / 100 for first, last, error in found)",
        ]

    def _check_divergence(self) -> CheckPlan:
        shrinks = "all(last < 0.1 * first and error < 1e-3 * (first + 1e-9) for first, last, error in found)"
        source = cell(
            "import mpmath",
            f"f = lambdify({python_name(self.variable)}, {to_python(self.body)}, 'mpmath')",
            *self._growth(),
            f"shrinks = {shrinks}",
            "True if grows else False if shrinks else None",
            variables=(self.variable,),
        )
        claim = SENTENCES["diverges"].say(self.language, problem=self.problem())
        return CheckPlan(claim, WORDS["method_divergent"].say(self.language), source)


def _sides(point: sp.Expr, low: sp.Expr, high: sp.Expr) -> tuple[str, ...]:
    return ("+",) if point == low else ("-",) if point == high else ("+", "-")


def _end_value(F: sp.Expr, f: sp.Expr, x: sp.Symbol, end: sp.Expr, side: str) -> tuple[sp.Expr, bool]:
    """F at an end of the interval, and whether it was simply put in (else it is a limit)."""
    if end.is_finite:
        value = F.subs(x, end)
        if value.is_finite and f.subs(x, end).is_finite is not False:
            return sp.simplify(value), True
    return sp.simplify(sp.limit(F, x, end, side)), False


def _is_plottable(f: sp.Expr, x: sp.Symbol, point: sp.Expr) -> bool:
    """Whether floating-point numbers, as a plot uses them, give a value of moderate size there."""
    try:
        value = sp.lambdify(x, f, "math")(float(point.evalf(15)))
        return isinstance(value, int | float) and abs(value) < 1e6
    except (ValueError, TypeError, NameError, ZeroDivisionError, OverflowError):
        return False
