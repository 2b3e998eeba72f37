"""Extreme values and the range of a quadratic of one sine or cosine: cos²x − sin x, 2sin²x + 3sin x − 1, cos 2x + 4cos x.

With t for the sine or cosine it is a parabola on −1 ≤ t ≤ 1. Read by `waves`, which asks here where a function is no single wave.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

WORDS: Final = {
    "put": Words("Everything can be written by \\(t={t}\\), which takes the values \\(-1\\le t\\le 1\\): \\[{f}={quadratic}\\]", "令 \\(t={t}\\)，则 \\(-1\\le t\\le 1\\)：\\[{f}={quadratic}\\]"),
    "square": Words("Complete the square: \\[{quadratic}={square}\\]", "配方：\\[{quadratic}={square}\\]"),
    "inside": Words("The parabola turns at \\(t={h}\\), inside the interval, with the value \\({k}\\); at the ends \\(t=-1\\) and \\(t=1\\) the values are \\({left}\\) and \\({right}\\).", "顶点 \\(t={h}\\) 在区间内，函数值为 \\({k}\\)；端点 \\(t=-1\\)，\\(t=1\\) 处的值分别为 \\({left}\\)，\\({right}\\)。"),
    "outside": Words("The parabola turns at \\(t={h}\\), outside the interval, so the extreme values lie at the ends: \\({left}\\) at \\(t=-1\\), \\({right}\\) at \\(t=1\\).", "顶点 \\(t={h}\\) 不在区间内，所以最值在端点取得：\\(t=-1\\) 时为 \\({left}\\)，\\(t=1\\) 时为 \\({right}\\)。"),
    "range": Words("So the values go from \\({low}\\) to \\({high}\\).", "所以函数值从 \\({low}\\) 到 \\({high}\\)。"),
    "code": Words("a parabola on an interval: its vertex, where it lies inside, and the ends", "区间上的二次函数：顶点（若在区间内）与端点"),
}  # fmt: skip
T: Final = sp.Symbol("t", real=True)


def task(
    f: sp.Expr, x: sp.Symbol, order: list[str], say: Language, method: Words, *,
    tests: Callable[[sp.Expr, list[str], sp.Expr], tuple[str, ...]], shown: Callable[[Any], str | None], given: Callable[[str], Any],
) -> Prepared | None:  # fmt: skip
    """The values that `order` names, of a function of `x`; None where it is no quadratic of one sine or cosine."""
    found = _in_one(f, x)
    if found is None:
        return None
    wave, quadratic = found
    a, b, _ = quadratic.all_coeffs()
    h = -b / (2 * a)
    inside = bool(abs(h) < 1)
    values = {at: quadratic.eval(at) for at in (-1, 1, *((h,) if inside else ()))}
    low, high = (pick(values.values(), key=lambda v: v.evalf(30)) for pick in (min, max))
    body = latex(quadratic.as_expr())
    k = quadratic.eval(h)
    lead = {1: "", -1: "-"}.get(a, latex(a))
    square = f"{lead}{latex((T - h) ** 2)}" + ("" if k == 0 else latex(k) if k < 0 else f"+{latex(k)}")
    told = {"h": latex(h), "k": latex(k), "left": latex(values[-1]), "right": latex(values[1])}
    steps = [WORDS["put"].say(say, t=latex(wave), f=latex(f), quadratic=body)]
    if b != 0:
        steps.append(WORDS["square"].say(say, quadratic=body, square=square))
    steps += [
        WORDS["inside" if inside else "outside"].say(say, **told),
        WORDS["range"].say(say, low=latex(low), high=latex(high)),
    ]
    picks = ", ".join(("min" if kind == "minimum" else "max") + "(values, key=N)" for kind in order)
    period = 2 * sp.pi / abs(sp.diff(wave.args[0], x))
    lines = [
        'x, t = symbols("x t", real=True)',
        f"parabola = {exact_source(quadratic.as_expr())}",
        comment(WORDS["code"].say(say)),
        "turns = [p for p in solve(diff(parabola, t), t) if -1 <= p <= 1]",
        "values = [simplify(parabola.subs(t, p)) for p in [-1, 1, *turns]]",
        f"({picks},)",
    ]
    return Prepared(
        say,
        tuple(steps),
        cell(*lines),
        tests(f, order, period),
        method,
        shown=shown,
        given=given,
        letters=(str(x),),
    )


def _in_one(f: sp.Expr, x: sp.Symbol) -> tuple[sp.Expr, sp.Poly] | None:
    """The sine or cosine, and the function as a quadratic of it; None where there is none."""
    calls = [c for c in f.atoms(sp.sin, sp.cos) if c.has(x)]
    if not calls or len(calls) != len([c for c in f.atoms(sp.Function) if c.has(x)]):
        return None
    rates = [sp.Poly(c.args[0], x).degree() == 1 and sp.diff(c.args[0], x) for c in calls]
    if not all(rates):
        return None
    base = min((c.args[0] for c in calls), key=lambda u: abs(sp.diff(u, x)))
    s, c = sp.symbols("s c", real=True)
    simple = {
        1: {sp.sin: s, sp.cos: c},
        2: {sp.sin: 2 * s * c, sp.cos: c**2 - s**2},
    }
    put = {}
    for call in calls:
        times = sp.simplify(call.args[0] / base)
        if times not in (1, 2):
            return None
        put[call] = simple[int(times)][call.func]
    whole = sp.expand(f.xreplace(put))
    for kept, other, function in ((s, c, sp.sin), (c, s, sp.cos)):
        found = sp.Poly(whole, other)
        if any(power % 2 for (power,) in found.monoms()):
            continue
        value = sum(factor * (1 - kept**2) ** (power // 2) for (power,), factor in found.terms())
        value = sp.expand(value).subs(kept, T)
        if value.free_symbols == {T} and value.is_polynomial(T) and sp.degree(value, T) == 2:
            quadratic = sp.Poly(value, T)
            if all(v.is_real for v in quadratic.all_coeffs()):
                return function(base), quadratic
    return None
