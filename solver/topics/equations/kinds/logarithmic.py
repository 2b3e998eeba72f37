"""Logarithmic equations: put the logarithms together, then compare what they are taken of."""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.ports import Language
from solver.topics.base import Words
from solver.topics.equations.kinds.candidates import Told, polynomial_steps

WORDS: Final = {
    "domain": Words(
        "A logarithm is taken of positive numbers only; candidates are checked for that in the end.",
        "对数的真数必须大于 0，最后要检验。",
    ),
    "together": Words(
        "Put the logarithms together (a sum of logarithms is that of the product, a factor becomes an exponent): \\[{left}={right}\\]",
        "合并对数（对数的和等于积的对数，系数化为指数）：\\[{left}={right}\\]",
    ),
    "power": Words(
        "\\({left}={right}\\) means that \\({base}\\) to the power \\({right}\\) is what the logarithm is taken of: \\[{inside}={value}\\]",
        "\\({left}={right}\\) 就是 \\({base}\\) 的 \\({right}\\) 次方等于真数：\\[{inside}={value}\\]",
    ),
    "multiply": Words("Multiply both sides by \\({below}\\): \\[{left}={right}\\]", "两边同乘 \\({below}\\)：\\[{left}={right}\\]"),
}  # fmt: skip


def steps(left: sp.Expr, right: sp.Expr, x: sp.Symbol, say: Language) -> Told | None:
    """Where logarithms of one base stand in a sum with rational factors, and nothing else with the unknown."""
    difference = sp.expand(left - right, log=False)
    logs = sorted((a for a in difference.atoms(sp.log) if a.has(x)), key=sp.default_sort_key)
    if not logs or any(not a.args[0].is_rational_function(x) for a in logs):
        return None
    marks = [sp.Dummy() for _ in logs]
    linear = sp.expand(difference.xreplace(dict(zip(logs, marks, strict=True))))
    factors = [linear.coeff(m) for m in marks]
    rest = sp.simplify(-linear.xreplace(dict.fromkeys(marks, sp.S.Zero)))
    if rest.has(x) or sp.expand(linear + rest - sum(f * m for f, m in zip(factors, marks, strict=True))) != 0:
        return None
    base = _base(factors, {a.args[0] for a in (left - right).atoms(sp.log) if not a.has(x)})
    if base is None:
        return None
    weights = [sp.nsimplify(sp.simplify(f * sp.log(base))) for f in factors]
    if any(not w.is_Integer or abs(w) > 4 for w in weights):
        return None
    if weights[0].is_negative and all(w.is_negative for w in weights):
        weights, rest = [-w for w in weights], -rest
    inside = sp.Mul(*(a.args[0] ** w for a, w in zip(logs, weights, strict=True)))
    goal = sp.simplify(rest)
    value = sp.simplify(base**goal)
    if value.has(sp.log):
        return None
    name = r"\ln" if base == sp.E else rf"\log_{{{sp.latex(base)}}}"
    combined = rf"{name}\left({sp.latex(inside)}\right)"
    shown = {"left": combined, "right": sp.latex(goal)}
    told = [WORDS["domain"].say(say)]
    if len(logs) > 1 or weights != [1] or left != logs[0] / (sp.log(base) if base != sp.E else 1):
        told.append(WORDS["together"].say(say, **shown))
    told.append(
        WORDS["power"].say(say, base=sp.latex(base), inside=sp.latex(inside), value=sp.latex(value), **shown)
    )
    above, below = sp.fraction(sp.together(inside))
    sides = (sp.expand(above), sp.expand(value * below))
    if below.has(x):
        told.append(
            WORDS["multiply"].say(
                say, below=sp.latex(below), left=sp.latex(sides[0]), right=sp.latex(sides[1])
            )
        )
    found = polynomial_steps(*sides, x, say)
    return None if found is None else Told((*told, *found.steps), found.candidates)


def _base(factors: list[sp.Expr], numbers: set[sp.Expr]) -> sp.Expr | None:
    """The base that all the logarithms have: `log(x)/log(10)` has 10, `log(x)` alone e."""
    if not any(f.has(sp.log) for f in factors):
        return sp.E
    for base in sorted((b for b in numbers if b.is_positive and b != 1), key=sp.default_sort_key):
        if all(sp.nsimplify(sp.simplify(f * sp.log(base))).is_Integer for f in factors):
            return base
    return None
