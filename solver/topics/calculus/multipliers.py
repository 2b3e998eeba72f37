"""The largest and smallest value of an expression in two or three letters under one equation, by Lagrange's multiplier.

Solved: a polynomial on a circle, ellipse or ellipsoid, wherever its middle is; a positive definite quadratic expression on a line or plane, whose smallest value
alone is asked for; a product of positive numbers with a fixed sum, a sum of positive numbers with a fixed product. Not: other conditions, for which it would have
to be shown that the value is taken. Readers: `several_variables.constrained`, `optimisation.fixed_sums`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Any, Final, Literal

import sympy as sp

from solver.latex import exact_latex, latex, values_in
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

Goal = Literal["maximum", "minimum"]
WORDS: Final = {
    "set": Words("With a multiplier \\(\\lambda\\) for the constraint \\({g}={c}\\) every extreme point fulfils \\(\\nabla f=\\lambda\\nabla g\\), where \\(f={f}\\) and \\(g={g}\\): \\[{equations}\\]", "对约束条件 \\({g}={c}\\) 引入乘子 \\(\\lambda\\)，极值点满足 \\(\\nabla f=\\lambda\\nabla g\\)，其中 \\(f={f}\\)，\\(g={g}\\)：\\[{equations}\\]"),
    "points": Words("Together with the constraint these have the real solutions \\[{points}\\]", "与约束条件联立，实数解为 \\[{points}\\]"),
    "closed": Words("The constraint describes a closed and bounded set, so \\(f\\) has a maximum and a minimum on it, and they are among these values.", "约束条件表示有界闭集，连续函数 \\(f\\) 在其上必有最大值和最小值，它们就在这些值之中。"),
    "convex": Words("\\(f\\) is a positive definite quadratic function, which grows in every direction, so this one point is its minimum on the constraint.", "\\(f\\) 是正定二次函数，沿各方向都趋于无穷大，所以这个唯一的点就是最小值点。"),
    "product": Words("All the numbers are positive. Where one of them comes close to 0 the product does so, too; so the one candidate is where it is largest.", "各数均为正。当其中一个趋于 0 时乘积也趋于 0，所以唯一的候选点就是最大值点。"),
    "sum": Words("All the numbers are positive. Where one of them comes close to 0 another one has to grow without bound, and so does the sum; so the one candidate is where it is smallest.", "各数均为正。当其中一个趋于 0 时必有另一个趋于无穷，和也趋于无穷，所以唯一的候选点就是最小值点。"),
    "maximum": Words("The maximum is \\({value}\\).", "最大值为 \\({value}\\)。"),
    "minimum": Words("The minimum is \\({value}\\).", "最小值为 \\({value}\\)。"),
    "code": Words("the gradients are parallel, and the constraint holds", "梯度平行且满足约束条件"),
    "method": Words("values of f at many points of the constraint were compared, and the best was bettered step by step", "与约束上许多点处的函数值比较，并从最好的点出发逐步搜索"),
    "sentence": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
}  # fmt: skip
MAX_OPERATIONS: Final = 40
MAX_POINTS: Final = 12
TRIED: Final = (sp.Integer(0), sp.Rational(1, 2), sp.Integer(1), sp.Integer(-1), sp.Integer(2))


def task(f: sp.Expr, g: sp.Expr, letters: Sequence[sp.Symbol], goals: Sequence[Goal], say: Language, *, place: bool = False) -> Prepared | None:  # fmt: skip
    """The `goals` of `f` where `g` is 0, all of which are sure to be taken; `letters` are real, or all positive; `place`: the one point is asked for, too."""
    f, g = sp.expand(f), sp.expand(g)
    kind = _kind(f, g, letters, goals)
    if kind is None or sp.count_ops(f) + sp.count_ops(g) > MAX_OPERATIONS:
        return None
    k = sp.Symbol("lambda", real=True)
    equations = [sp.Eq(f.diff(v), k * g.diff(v)) for v in letters]
    found = sp.solve([*equations, g], [*letters, k], dict=True)
    points = list(dict.fromkeys(tuple(s.get(v, v) for v in letters) for s in found))
    points = [p for p in points if not any(v.is_real is False for v in p)]
    if not 1 <= len(points) <= (MAX_POINTS if kind == "closed" else 1) or not all(map(_is_real, points)):
        return None
    values = [sp.radsimp(sp.simplify(f.subs(dict(zip(letters, p, strict=True))))) for p in points]
    if any(v.free_symbols for v in values):
        return None
    answers = [(max if goal == "maximum" else min)(values, key=lambda v: v.evalf(30)) for goal in goals]
    name, c = "(" + ", ".join(map(latex, letters)) + ")", -g.as_independent(*letters)[0]
    steps = (
        WORDS["set"].say(say, f=latex(f), g=latex(g + c), c=latex(c), equations=r",\quad ".join(f"{latex(e.lhs)}={latex(e.rhs)}" for e in equations)),
        WORDS["points"].say(say, points=r",\qquad ".join(rf"{name}=({', '.join(map(exact_latex, p))}):\ f={exact_latex(v)}" for p, v in zip(points, values, strict=True))),
        WORDS[kind].say(say),
        *(WORDS[goal].say(say, value=exact_latex(value)) for goal, value in zip(goals, answers, strict=True)),
    )  # fmt: skip
    found_at = [p for p, v in zip(points, values, strict=True) if sp.simplify(v - answers[0]) == 0]
    if place and (len(goals) != 1 or len(found_at) != 1 or sp.Tuple(*found_at[0]).free_symbols):
        return None
    return _prepared(f, g, letters, goals, steps, answers, say, found_at[0] if place else None)


def _kind(f: sp.Expr, g: sp.Expr, letters: Sequence[sp.Symbol], goals: Sequence[Goal]) -> str | None:
    """Why the extreme values are taken; None where they may not be."""
    if not 2 <= len(letters) <= 3 or set(letters) != g.free_symbols or not f.free_symbols <= set(letters):
        return None
    if not f.free_symbols or not f.is_polynomial(*letters) or not g.is_polynomial(*letters):
        return None
    of_f, of_g = sp.Poly(f, *letters), sp.Poly(g, *letters)
    if not all(v.is_positive for v in letters):
        if _is_definite(of_g):
            return "closed" if of_f.total_degree() <= 4 else None
        return "convex" if of_g.is_linear and _is_definite(of_f) and list(goals) == ["minimum"] else None
    c = -of_g.coeff_monomial(1)
    if not c.is_positive or len(goals) != 1:
        return None
    (best,), of_g = goals, of_g + c
    if best == "maximum" and of_g.is_linear and all(a.is_positive for a in of_g.coeffs()):
        return "product" if _is_product(of_f) else None
    rising = of_f.is_linear and all(of_f.coeff_monomial(v).is_positive for v in letters)
    return "sum" if best == "minimum" and rising and _is_product(of_g) else None


def _is_definite(poly: sp.Poly) -> bool:
    """Whether its part of degree two is a positive definite form, and it has no part of higher degree."""
    return poly.total_degree() == 2 and bool(sp.hessian(poly.as_expr(), poly.gens).is_positive_definite)


def _is_product(poly: sp.Poly) -> bool:
    """Whether it is one term with all letters, and positive where they are."""
    powers, factor = poly.terms()[0]
    return len(poly.terms()) == 1 and all(powers) and bool(factor > 0)


def _is_real(point: tuple[sp.Expr, ...]) -> bool:
    """Whether it is a real point, or a family of points some of which are seen to be real."""
    free = sorted(sp.Tuple(*point).free_symbols, key=str)
    tried = (dict(zip(free, values, strict=True)) for values in product(TRIED, repeat=len(free)))
    return any(all(v.subs(chosen).is_real for v in point) for chosen in tried)


def _prepared(f: sp.Expr, g: sp.Expr, letters: Sequence[sp.Symbol], goals: Sequence[Goal], steps: tuple[str, ...], answers: list[sp.Expr], say: Language, at: tuple[sp.Expr, ...] | None) -> Prepared:  # fmt: skip
    listed, is_one = ", ".join(v.name for v in letters), len(goals) == 1
    picks = ", ".join(f"{'max' if goal == 'maximum' else 'min'}(values)" for goal in goals)
    source = cell(
        f"f = {exact_source(f)}",
        f"g = {exact_source(g)}",
        comment(WORDS["code"].say(say)),
        "multiplier = symbols('multiplier', real=True)",
        f"points = solve([*[diff(f, v) - multiplier*diff(g, v) for v in ({listed})], g], [{listed}, multiplier], dict=True)",
        "values = [radsimp(simplify(f.subs(p))) for p in points if all(c.is_real is not False for c in p.values())]",
        picks if is_one else f"[{picks}]",
        variables=tuple(v.name for v in letters),
        assumptions="positive=True" if letters[0].is_positive else "real=True",
    )

    def shown(value: Any) -> str | None:
        found = [value] if is_one else value
        try:
            same = all(sp.simplify(a - b) == 0 for a, b in zip(found, answers, strict=True))
        except (TypeError, ValueError):
            return None
        behind = "" if at is None else rf",\ \left({', '.join(map(exact_latex, at))}\right)"
        return r";\ ".join(map(exact_latex, answers)) + behind if same else None

    def given(text: str) -> Any:
        found = values_in(text.replace(";", ",").replace(r"\ ", " "))
        if at is None or not found:
            return list(found) if found else None
        same = isinstance(found[-1], sp.Tuple) and tuple(found[-1]) == at
        return list(found[:-1]) if same and g.subs(dict(zip(letters, at, strict=True))) == 0 else None

    tests = _by_climbing(f, g, letters, goals)
    return Prepared(say, steps, source, tests, WORDS["method"], WORDS["sentence"], shown, given, tuple(v.name for v in letters))  # fmt: skip


def _by_climbing(f: sp.Expr, g: sp.Expr, letters: Sequence[sp.Symbol], goals: Sequence[Goal]) -> tuple[str, ...]:  # fmt: skip
    """The check: from the middle of the constraint lines go out in all directions; the best direction is bettered step by step.

    Seen from its middle every constraint here is a form (all its terms have one degree) with a fixed value, which says where a line meets it.
    """
    listed = ", ".join(v.name for v in letters)
    signs = [1 if goal == "maximum" else -1 for goal in goals]
    positive = " and min(p) > 0" if letters[0].is_positive else ""
    return (
        "import mpmath",
        f"f = lambdify(({listed}), {exact_source(f)}, 'mpmath')",
        f"g = lambdify(({listed}), {exact_source(g)}, 'mpmath')",
        f"centre = [mpmath.mpf(str(N(c, 25))) for c in {exact_source(list(_centre(g, letters)))}]",
        "place = lambda way, r: [c + r*w for c, w in zip(centre, way)]",
        "",
        "def reached(way, sign):",
        "    middle = g(*centre)",
        "    grown = g(*place(way, 1)) - middle",
        "    if abs(grown) < 1e-12:",
        "        return -mpmath.inf",
        f"    length = abs(middle/grown)**(mpmath.mpf(1)/{sp.Poly(g, *letters).total_degree()})",
        "    points = [place(way, length), place(way, -length)]",
        f"    return max((sign*f(*p) for p in points if abs(g(*p)) < 1e-9*(1 + abs(middle)){positive}), default=-mpmath.inf)",
        "",
        "def extreme(sign):",
        f"    size = {len(letters)}",
        "    ways = [[mpmath.mpf(i // 5**k % 5 - 2) for k in range(size)] for i in range(5**size)]",
        "    way = max((w for w in ways if any(w)), key=lambda w: reached(w, sign))",
        "    step = mpmath.mpf(1)",
        "    while step > 1e-8:",
        "        near = [[w + s*step*(i == k) for i, w in enumerate(way)] for k in range(size) for s in (1, -1)]",
        "        other = max((w for w in near if any(w)), key=lambda w: reached(w, sign))",
        "        way, step = (other, step) if reached(other, sign) > reached(way, sign) + 1e-14 else (way, step/2)",
        "    return sign*reached(way, sign)",
        "",
        f"ends = [extreme(sign) for sign in {signs}]",
        "bool(len(answer) == len(ends) and all(abs(mpmath.mpf(str(N(a, 25))) - e) < 1e-6*(1 + abs(e)) for a, e in zip(answer, ends)))",
    )


def _centre(g: sp.Expr, letters: Sequence[sp.Symbol]) -> tuple[sp.Expr, ...]:
    """The middle of an ellipse or ellipsoid; else the origin, or where that lies on the line or plane a place beside it."""
    slopes = [g.diff(v) for v in letters]
    if not all(v.is_positive for v in letters) and sp.Poly(g, *letters).total_degree() == 2:
        (found,) = sp.solve(slopes, letters, dict=True)
        return tuple(found[v] for v in letters)
    origin = (sp.Integer(0),) * len(letters)
    return origin if g.subs(dict(zip(letters, origin, strict=True))) != 0 else tuple(slopes)
