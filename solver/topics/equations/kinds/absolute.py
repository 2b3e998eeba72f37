"""Equations with absolute values: one alone by its two signs, several by the intervals between their zeros."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import sympy as sp

from solver.ports import Language
from solver.topics.base import Words
from solver.topics.equations.kinds.candidates import Told, listed, polynomial_steps

WORDS: Final = {
    "isolate": Words("Isolate the absolute value: \\[{bars}={rest}\\]", "把绝对值单独放在一边：\\[{bars}={rest}\\]"),
    "negative": Words(
        "An absolute value is never negative, so there is no solution.", "绝对值不可能是负数，所以没有解。"
    ),
    "zero": Words(
        "An absolute value is 0 only where its inside is 0: \\[{inside}=0\\]", "绝对值为 0，只有里面的式子为 0：\\[{inside}=0\\]"
    ),
    "signs": Words(
        "The inside is the right side or its opposite: \\[{inside}={rest}\\quad\\text{{or}}\\quad {inside}={opposite}\\]",
        "里面的式子等于右边，或等于右边的相反数：\\[{inside}={rest}\\quad\\text{{或}}\\quad {inside}={opposite}\\]",
    ),
    "case": Words("From \\({left}={right}\\): {roots}.", "由 \\({left}={right}\\) 得 {roots}。"),
    "nothing": Words("\\({left}={right}\\) has no real solution.", "\\({left}={right}\\) 没有实数解。"),
    "zeros": Words(
        "The insides change their signs at {zeros}. Take the bars away on each interval between them.",
        "绝对值里的式子在 {zeros} 处变号，在各区间上分别去掉绝对值。",
    ),
    "interval": Words(
        "For \\({interval}\\): \\[{left}={right}\\] {found}", "当 \\({interval}\\) 时：\\[{left}={right}\\] {found}"
    ),
    "inside": Words("So {roots}, which lies in the interval.", "得 {roots}，在这个区间内。"),
    "outside": Words("So {roots}, which does not lie in the interval.", "得 {roots}，不在这个区间内，舍去。"),
    "none": Words("This has no solution.", "无解。"),
    "constant": Words(
        "For \\({interval}\\) the two sides are \\({left}\\) and \\({right}\\), which differ for every \\({x}\\): no solution.",
        "当 \\({interval}\\) 时，两边是 \\({left}\\) 与 \\({right}\\)，总不相等，无解。",
    ),
}  # fmt: skip
MAX_BARS: Final = 4


def steps(left: sp.Expr, right: sp.Expr, x: sp.Symbol, say: Language) -> Told | None:
    """Where the unknown stands between bars, and otherwise both sides are polynomials."""
    bars = sorted((left - right).atoms(sp.Abs), key=sp.default_sort_key)
    if not bars or len(bars) > MAX_BARS or any(not b.args[0].is_polynomial(x) for b in bars):
        return None
    marks = [sp.Dummy() for _ in bars]
    difference = sp.expand((left - right).xreplace(dict(zip(bars, marks, strict=True))))
    if not difference.is_polynomial(x, *marks):
        return None
    if len(bars) == 1 and sp.degree(difference, marks[0]) == 1:
        factor = difference.coeff(marks[0])
        if not factor.has(x):
            rest = sp.expand(-(difference - factor * marks[0]) / factor)
            return _by_signs(bars[0], rest, (left, right), x, say)
    return _by_intervals(bars, left, right, x, say)


def _by_signs(
    bars: sp.Abs, rest: sp.Expr, sides: tuple[sp.Expr, sp.Expr], x: sp.Symbol, say: Language
) -> Told | None:
    inside, told = bars.args[0], []
    shown = {"bars": sp.latex(bars), "inside": sp.latex(inside), "rest": sp.latex(rest)}
    if sides != (bars, rest):
        told.append(WORDS["isolate"].say(say, **shown))
    if rest.is_negative:
        return Told((*told, WORDS["negative"].say(say)), ())
    if rest == 0:
        told.append(WORDS["zero"].say(say, **shown))
        ways = [(inside, rest)]
    else:
        opposite = sp.expand(-rest)
        told.append(WORDS["signs"].say(say, opposite=sp.latex(opposite), **shown))
        ways = [(inside, rest), (inside, opposite)]
    candidates: list[sp.Expr] = []
    for one, other in ways:
        found = polynomial_steps(one, other, x, say)
        if found is None:
            return None
        pair = {"left": sp.latex(one), "right": sp.latex(other)}
        key = "case" if found.candidates else "nothing"
        told.append(WORDS[key].say(say, roots=listed(x, found.candidates, say), **pair))
        candidates += found.candidates
    unique = sorted(set(candidates), key=lambda r: float(r.evalf()))
    return Told(tuple(told), tuple(unique))


def _by_intervals(
    bars: list[sp.Abs], left: sp.Expr, right: sp.Expr, x: sp.Symbol, say: Language
) -> Told | None:
    zeros = set[sp.Expr]()
    for bar in bars:
        found = sp.roots(sp.Poly(bar.args[0], x), multiple=True)
        if len(found) != sp.degree(bar.args[0], x):
            return None
        zeros |= {r for r in found if r.is_real}
    points = sorted(zeros, key=lambda r: float(r.evalf()))
    if not points:
        return None
    told = [WORDS["zeros"].say(say, zeros=listed(x, points, say))]
    candidates: list[sp.Expr] = []
    name, ends = sp.latex(x), [-sp.oo, *points, sp.oo]
    for low, high in pairwise(ends):
        middle = (
            (low + high) / 2 if low.is_finite and high.is_finite else high - 1 if high.is_finite else low + 1
        )
        signs = {b: b.args[0] * sp.sign(b.args[0].subs(x, middle)) for b in bars}
        sides = [sp.expand(side.xreplace(signs)) for side in (left, right)]
        if sp.expand(sides[0] - sides[1]) == 0:
            return None  # a whole interval of solutions
        found_here = polynomial_steps(sides[0], sides[1], x, say)
        if found_here is None:
            return None
        interval = f"{name}<{sp.latex(high)}" if low == -sp.oo else f"{name}\\ge {sp.latex(low)}"
        if low != -sp.oo and high != sp.oo:
            interval = f"{sp.latex(low)}\\le {name}<{sp.latex(high)}"
        here = [
            r for r in found_here.candidates if (low == -sp.oo or r >= low) and (high == sp.oo or r < high)
        ]
        away = [r for r in found_here.candidates if r not in here]
        text = " ".join(
            WORDS[key].say(say, roots=listed(x, roots, say))
            for key, roots in (("inside", here), ("outside", away))
            if roots
        ) or WORDS["none"].say(say)
        key = "interval" if sp.expand(sides[0] - sides[1]).has(x) else "constant"
        told.append(
            WORDS[key].say(
                say, x=name, interval=interval, left=sp.latex(sides[0]), right=sp.latex(sides[1]), found=text
            )
        )
        candidates += here
    return Told(tuple(told), tuple(candidates))
