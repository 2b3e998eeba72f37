"""Definite integrals of absolute values: cut where an inside changes its sign, and take the bars away on each piece."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.calculus.integrals.rules import antiderivative
from solver.topics.cells import exact_source

MAX_PIECES: Final = 12
WORDS: Final = {
    "cut": Words(
        "What stands inside the absolute value changes its sign at \\({points}\\), so the interval is cut there; "
        "on each piece the bars can be left out, with the sign that holds there.",
        "绝对值里面的式子在 \\({points}\\) 处变号，所以在该处分段；在每一段上按符号去掉绝对值。",
    ),
    "keep": Words(
        "What stands inside the absolute value does not change its sign on the interval, so the bars can be left out.",
        "绝对值里面的式子在整个区间上不变号，可以直接去掉绝对值。",
    ),
    "piece": Words(
        "On \\(\\left[{low},\\ {high}\\right]\\) we have \\({bars}={plain}\\), and with the antiderivative \\(F({x})={F}\\): "
        "\\[\\int_{{{a}}}^{{{b}}} {bars}\\,d{x}=F\\left({b}\\right)-F\\left({a}\\right)={value}\\]",
        "在 \\(\\left[{low},\\ {high}\\right]\\) 上 \\({bars}={plain}\\)，取原函数 \\(F({x})={F}\\)："
        "\\[\\int_{{{a}}}^{{{b}}} {bars}\\,d{x}=F\\left({b}\\right)-F\\left({a}\\right)={value}\\]",
    ),
    "sum": Words("Add the pieces: \\[{problem}={terms}={total}\\]", "把各段相加：\\[{problem}={terms}={total}\\]"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pieces:
    """The interval in the direction of integration: (from, to, the integrand without bars) for each piece."""

    parts: tuple[tuple[sp.Expr, sp.Expr, sp.Expr], ...]

    def sources(self, x: str) -> list[str]:
        """What a cell computes for each piece."""
        return [
            f"integrate({sp.sstr(g)}, ({x}, {exact_source(a)}, {exact_source(b)}))" for a, b, g in self.parts
        ]

    def steps(self, f: sp.Expr, x: sp.Symbol, problem: str, say: Language) -> tuple[str, ...] | None:
        """The pieces one by one and their sum; None where an antiderivative is not found."""
        points = ",\\ ".join(f"{latex(x)}={latex(a)}" for a, _, _ in self.parts[1:])
        steps = [WORDS["cut" if points else "keep"].say(say, points=points)]
        values = []
        for a, b, g in self.parts:
            found = antiderivative(g, x, say)
            if found is None:
                return None
            F = found[1]
            value = sp.simplify(F.subs(x, b) - F.subs(x, a))
            if not value.is_finite:
                return None
            low, high = sorted((a, b), key=lambda p: float(p.evalf()))
            bars = latex(f) if not f.is_Add else rf"\left({latex(f)}\right)"
            shown = {"low": latex(low), "high": latex(high), "a": latex(a), "b": latex(b), "x": latex(x)}
            steps.append(
                WORDS["piece"].say(say, bars=bars, plain=latex(g), F=latex(F), value=latex(value), **shown)
            )
            values.append(value)
        if len(values) > 1:
            terms = "+".join(
                f"\\left({latex(v)}\\right)" if latex(v).startswith("-") else latex(v) for v in values
            )
            total = latex(sp.simplify(sum(values)))
            steps.append(WORDS["sum"].say(say, problem=problem, terms=terms, total=total))
        return tuple(steps)


def kinks(f: sp.Expr, x: sp.Symbol, a: sp.Expr, b: sp.Expr) -> list[sp.Expr]:
    """Points between a and b where the inside of an absolute value is zero, on the way from a to b."""
    found = set[sp.Expr]()
    for bars in f.atoms(sp.Abs):
        zeros = sp.solveset(bars.args[0], x, sp.Interval.open(min(a, b), max(a, b)))
        found |= set(zeros) if isinstance(zeros, sp.FiniteSet) else set()
    return sorted(found, key=lambda p: float(p.evalf()), reverse=bool(a > b))


def pieces_of(f: sp.Expr, x: sp.Symbol, a: sp.Expr, b: sp.Expr) -> Pieces | None:
    """The pieces of an integrand with bars on a bounded interval; None without bars, or where a sign is not certain."""
    if not f.has(sp.Abs) or not (a.is_finite and b.is_finite):
        return None
    low, high = (a, b) if a < b else (b, a)
    for bars in f.atoms(sp.Abs):
        if bars.has(sp.Abs) and bars.args[0].has(sp.Abs):
            return None
        zeros = sp.solveset(bars.args[0], x, sp.Interval(low, high))
        if not isinstance(zeros, sp.FiniteSet) and zeros is not sp.S.EmptySet:
            return None
    ends = [a, *kinks(f, x, a, b), b]
    if len(ends) > MAX_PIECES:
        return None
    parts = []
    for start, stop in pairwise(ends):
        signs = {}
        for bars in f.atoms(sp.Abs):
            inside = bars.args[0].subs(x, (start + stop) / 2)
            if not (inside.is_positive or inside.is_negative):
                return None
            signs[bars] = bars.args[0] if inside.is_positive else sp.expand(-bars.args[0])
        parts.append((start, stop, f.xreplace(signs)))
    return Pieces(tuple(parts))
