"""The course of a function with absolute values of polynomials: written without bars piece by piece, corners looked at too."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import sympy as sp

from solver.formula import python_name, to_python, to_sympy
from solver.latex import exact_latex, latex
from solver.topics.base import Solution, Words
from solver.topics.calculus.extrema.shape import Part, Signs, sample
from solver.topics.calculus.extrema.telling import Telling
from solver.topics.calculus.extrema.topic import ENDS, Course
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.real_sets import set_latex
from solver.topics.functions.function_features.function import Function

WORDS: Final = {
    "corners": Words("What stands between bars changes its sign at \\({points}\\). There the graph may have a corner, so these points count besides the zeros of the derivative.", "绝对值号内的式子在 \\({points}\\) 处变号，图像在这些点可能有“尖角”，所以除导数为零的点外，这些点也要考虑。"),
    "piece": Words("On \\({piece}\\) the formula without bars is \\({formula}\\), its derivative \\({slope}\\){zeros}.", "在 \\({piece}\\) 上，去掉绝对值号后为 \\({formula}\\)，导数为 \\({slope}\\){zeros}。"),
    "zero": Words(", which is 0 at \\({points}\\)", "，在 \\({points}\\) 处为 0"),
    "level": Words("On \\({piece}\\) the function has the constant value \\({formula}\\).", "在 \\({piece}\\) 上函数恒为 \\({formula}\\)。"),
    "rises": Words("On \\({piece}\\) the derivative is positive, so the function increases.", "在 \\({piece}\\) 上导数为正，函数单调递增。"),
    "falls": Words("On \\({piece}\\) the derivative is negative, so the function decreases.", "在 \\({piece}\\) 上导数为负，函数单调递减。"),
    "max": Words("At \\({c}\\) the function changes from increasing to decreasing: a local maximum, with the value \\({value}\\).", "在 \\({c}\\) 处函数由增变减，取得极大值 \\({value}\\)。"),
    "min": Words("At \\({c}\\) the function changes from decreasing to increasing: a local minimum, with the value \\({value}\\).", "在 \\({c}\\) 处函数由减变增，取得极小值 \\({value}\\)。"),
    "flat": Words("At \\({c}\\) it does not change: neither a maximum nor a minimum.", "在 \\({c}\\) 处单调性不变，不是极值点。"),
    "candidates": Words("The largest and the smallest value can only lie at corners, at zeros of the derivative or at the ends. The values there: {values}.", "最大值、最小值只可能在尖角、导数为零的点或端点处取得，函数值为：{values}。"),
    "code": Words("corners, and zeros of the derivative of the pieces", "尖角，以及各段导数为零的点"),
}  # fmt: skip
MAX_DEGREE: Final = 4
ALLOWED: Final = frozenset({*ENDS, "local_max", "local_min", "max_at", "min_at", "max_point", "min_point", "increasing", "decreasing", "critical"})  # fmt: skip
TURNS: Final = frozenset({"local_max", "local_min", "max_at", "min_at", "max_point", "min_point"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch without corner inside, the polynomial there, and the zeros of its derivative inside."""

    interval: sp.Interval
    formula: sp.Expr
    zeros: tuple[sp.Expr, ...]


def pieces_of(f: sp.Expr, x: sp.Symbol, domain: sp.Set) -> tuple[Piece, ...] | None:
    """None where a piece is no polynomial of low degree or a zero has no short exact form."""
    insides = [a.args[0] for a in f.atoms(sp.Abs)]
    if not insides or not isinstance(domain.interior, sp.Interval):
        return None
    cuts = set[sp.Expr]()
    for inside in insides:
        roots = _roots(inside, x)
        if roots is None:
            return None
        cuts |= {r for r in roots if domain.interior.contains(r) == sp.true}
    ends = (domain.interior.start, *sorted(cuts, key=lambda c: float(c)), domain.interior.end)
    found = []
    for low, high in pairwise(ends):
        at = sample(low, high)
        signs = {sp.Abs(i): i if i.subs(x, at) > 0 else -i for i in insides}
        formula = sp.expand(f.xreplace(signs))
        if formula.has(sp.Abs) or not formula.is_polynomial(x) or sp.degree(formula, x) > MAX_DEGREE:
            return None
        slope = formula.diff(x)
        zeros = _roots(slope, x) if slope.has(x) else []
        if zeros is None:
            return None
        piece = sp.Interval.open(low, high)
        found.append(Piece(piece, formula, tuple(z for z in zeros if piece.contains(z) == sp.true)))
    return tuple(found)


def _roots(value: sp.Expr, x: sp.Symbol) -> list[sp.Expr] | None:
    if not value.is_polynomial(x) or not 1 <= sp.degree(value, x) <= 3:
        return None
    found = sp.roots(sp.Poly(value, x))
    if sum(found.values()) != sp.degree(value, x) or any(sp.count_ops(r) > 12 for r in found):
        return None
    return sorted((r for r in found if r.is_real), key=lambda r: float(r))


def cornered(
    function: Function, domain: sp.Set, parts: tuple[str, ...]
) -> tuple[tuple[Piece, ...], Signs] | None:
    """The pieces, and the signs of the derivative between corners and zeros."""
    x = sp.Symbol(function.variable, real=True)
    f = to_sympy(function.body, {function.variable: x})
    if set(parts) - ALLOWED or (pieces := pieces_of(f, x, domain)) is None:
        return None
    signed = list[Part]()
    for piece in pieces:
        slope = piece.formula.diff(x)
        for low, high in pairwise((piece.interval.start, *piece.zeros, piece.interval.end)):
            at = sample(low, high)
            signed.append(Part(sp.Interval.open(low, high), at, int(sp.sign(slope.subs(x, at)))))
    if any(p.sign == 0 for p in signed) and set(parts) - ENDS:
        return None
    points = tuple(p.interval.start for p in signed[1:])
    return pieces, Signs(1, f.diff(x), "{}", points, tuple(signed))


@dataclass(frozen=True, slots=True)
class CornerCourse(Course):
    """As `Course`; the zeros of `first` are corners too."""

    pieces: tuple[Piece, ...] = ()

    def solution(self) -> Solution:
        """Without bars, piece by piece; then as always."""
        return Solution((*self._steps(), *self.told_where()), self._cell(), self._plot())

    def _steps(self) -> list[str]:
        say, (_, x), telling = self.language, self.formula, Telling(self)
        assert self.first is not None
        steps = [telling.say("domain", domain=set_latex(self.domain))] if self.domain != sp.S.Reals else []
        corners = [p.interval.start for p in self.pieces[1:]]
        if corners:
            steps.append(WORDS["corners"].say(say, points=",\\ ".join(map(exact_latex, corners))))
        for piece in self.pieces:
            zeros = (
                WORDS["zero"].say(say, points=",\\ ".join(map(exact_latex, piece.zeros)))
                if piece.zeros
                else ""
            )
            steps.append(WORDS["piece" if piece.formula.has(x) else "level"].say(say, piece=set_latex(piece.interval), formula=latex(piece.formula), slope=latex(piece.formula.diff(x)), zeros=zeros))  # fmt: skip
        if set(self.parts) - ENDS - {"critical"}:
            for part in self.first.parts:
                steps.append(
                    WORDS["rises" if part.sign > 0 else "falls"].say(say, piece=set_latex(part.interval))
                )
        if set(self.parts) & TURNS:
            for c in self.first.zeros:
                before, after = self.first.change(c)
                key = "flat" if before == after else "max" if before > 0 else "min"
                steps.append(WORDS[key].say(say, c=exact_latex(c), value=exact_latex(self.value(c))))
        if set(self.parts) & ENDS:
            _, *rest = telling.ends()
            reached, towards = self.candidates()
            said = [telling.say("at", value=exact_latex(v), c=exact_latex(c)) for c, v in reached]
            said += [telling.say("towards", value=exact_latex(v), c=exact_latex(c)) for c, v in towards]
            steps.append(WORDS["candidates"].say(say, values=("; " if say == "en" else ";").join(said)))
            steps += rest
        return steps

    def _cell(self) -> str:
        say, x = self.language, python_name(self.function.variable)
        assert self.first is not None
        f, _ = self.formula
        lines = [f"f = {to_python(self.function.body)}", comment(WORDS["code"].say(say))]
        insides = ", ".join(exact_source(a.args[0]) for a in sorted(f.atoms(sp.Abs), key=str))
        inner = exact_source(self.domain.interior) if self.domain != sp.S.Reals else "S.Reals"
        lines += [
            f"domain = {inner}",
            f"corners = {{c for inside in [{insides}] for c in solveset(inside, {x}, domain)}}",
        ]
        moving = [p for p in self.pieces if p.zeros]
        for piece in moving:
            lines.append(
                f"corners |= {{c for c in solveset(diff({exact_source(piece.formula)}, {x}), {x}, domain) if {_within(piece.interval)}}}"
            )
        lines.append("points = sorted(corners, key=N)")
        results = []
        if set(self.parts) - ENDS:
            samples = exact_source([p.sample for p in self.first.parts])
            lines.append(f"signs = [sign(N(diff(f, {x}).subs({x}, point))) for point in {samples}]")
            results.append(f"[(point, simplify(f.subs({x}, point))) for point in points], signs")
        if ENDS & set(self.parts):
            closed = [p for p, _ in self.candidates()[0] if p not in self.first.zeros]
            lines.append(
                f"values = [simplify(f.subs({x}, point)) for point in [*points{''.join(f', {exact_source(p)}' for p in closed)}]]"
            )
            picks = (
                "max(values, key=N)" if p == "maximum" else "min(values, key=N)"
                for p in self.parts
                if p in ENDS
            )
            results.append(f"[{', '.join(picks)}]")
        lines.append(f"[{', '.join(results)}]")
        return cell(*lines, variables=(self.function.variable,), assumptions="real=True")


def _within(interval: sp.Interval) -> str:
    low, high = (None if e.is_infinite else exact_source(e) for e in (interval.start, interval.end))
    if low is None:
        return "True" if high is None else f"c < {high}"
    return f"c > {low}" if high is None else f"{low} < c < {high}"
