"""The largest or smallest value of an expression in two or three letters under one equation, by Lagrange's multiplier.

Read: anything polynomial on a circle, ellipse or sphere about the origin; a product of positive numbers with a fixed sum, a sum of positive numbers with a fixed
product; a sum of squares on a line or plane. Not: other conditions, for which it would have to be shown that the value is taken.
"""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.latex import exact_latex, latex
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

WORDS: Final = {
    "system": Words("Where \\({f}\\) is largest or smallest under \\({g}={c}\\), its gradient is a multiple of that of the condition (Lagrange): \\[{equations}\\]", "在条件 \\({g}={c}\\) 下 \\({f}\\) 取最值处，它的梯度是条件函数梯度的倍数（拉格朗日乘数法）：\\[{equations}\\]"),
    "points": Words("Together with \\({g}={c}\\) this gives {points}.", "与 \\({g}={c}\\) 联立，解得 {points}。"),
    "point": Words("\\({point}\\) with \\({f}={value}\\)", "\\({point}\\)，此时 \\({f}={value}\\)"),
    "closed": Words("The condition describes a closed and bounded set, so both the largest and the smallest value are taken, and they are among these.", "条件所表示的集合是有界闭集，最大值和最小值都能取到，且必在上述值之中。"),
    "product": Words("All the numbers are positive. Where one of them comes close to 0 the product does so, too; so the one candidate is where it is largest.", "各数均为正。当其中一个趋于 0 时乘积也趋于 0，所以唯一的候选点就是最大值点。"),
    "sum": Words("All the numbers are positive. Where one of them comes close to 0 another one has to grow without bound, and so does the sum; so the one candidate is where it is smallest.", "各数均为正。当其中一个趋于 0 时必有另一个趋于无穷，和也趋于无穷，所以唯一的候选点就是最小值点。"),
    "squares": Words("Far away from the origin the sum of squares grows without bound, so the one candidate is where it is smallest.", "离原点越远平方和越大，趋于无穷，所以唯一的候选点就是最小值点。"),
    "largest": Words("So the largest value is \\({value}\\).", "所以最大值为 \\({value}\\)。"),
    "smallest": Words("So the smallest value is \\({value}\\).", "所以最小值为 \\({value}\\)。"),
    "code": Words("the values at all points where the gradients are parallel", "梯度平行的各点处的函数值"),
    "method": Words("points that satisfy the condition were moved, in ever smaller steps, for as long as the value became better", "在满足条件的点中逐步缩小步长搜索最优值"),
}  # fmt: skip
MAX_OPERATIONS: Final = 30


def task(f: sp.Expr, g: sp.Expr, c: sp.Expr, letters: list[sp.Symbol], largest: bool, positive: bool, say: Language) -> Prepared | None:  # fmt: skip
    """`f` under `g` = `c`, where the best value is sure to be taken; `letters` are real, or positive."""
    kind = _kind(f, g, c, letters, largest, positive) if "k" not in map(str, letters) else None
    if kind is None or sp.count_ops(f) + sp.count_ops(g) > MAX_OPERATIONS:
        return None
    k = sp.Symbol("lambda", real=True)
    equations = [sp.Eq(f.diff(x), k * g.diff(x)) for x in letters]
    found = sp.solve([*equations, g - c], [*letters, k], dict=True)
    points = [tuple(s.get(x, x) for x in letters) for s in found]
    if not points or any(v.free_symbols or not v.is_real for p in points for v in p):
        return None
    values = [sp.radsimp(sp.simplify(f.subs(dict(zip(letters, p, strict=True))))) for p in points]
    best = (max if largest else min)(values, key=lambda v: float(v))
    if kind != "closed" and len(points) != 1 or any(not v.is_real for v in values):
        return None
    shown = r",\qquad ".join(f"{latex(e.lhs)}={latex(e.rhs)}" for e in equations)
    told = [WORDS["point"].say(say, point=_assigned([*letters, k], (*p, s[k])), f=latex(f), value=exact_latex(v)) for p, s, v in zip(points, found, values, strict=True)]  # fmt: skip
    steps = (
        WORDS["system"].say(say, f=latex(f), g=latex(g), c=latex(c), equations=shown),
        WORDS["points"].say(say, g=latex(g), c=latex(c), points=("；" if say == "zh" else "; ").join(told)),
        WORDS[kind].say(say),
        WORDS["largest" if largest else "smallest"].say(say, value=exact_latex(best)),
    )
    names = [x.name for x in letters]
    lines = [
        f"f, g = {exact_source(f)}, {exact_source(g - c)}",
        f"found = solve([*(diff(f, v) - k*diff(g, v) for v in ({', '.join(names)})), g], [{', '.join(names)}, k], dict=True)",
        comment(WORDS["code"].say(say)),
        f"{'max' if largest else 'min'}(radsimp(simplify(f.subs(point))) for point in found)",
    ]  # fmt: skip
    source = cell(*lines, variables=(*names, "k"), assumptions="positive=True" if kind in ("product", "sum") else "real=True")  # fmt: skip
    return Prepared(say, steps, source, _tests(kind, f, g, c, letters, largest), WORDS["method"])


def _assigned(letters: list[sp.Symbol], point: tuple[sp.Expr, ...]) -> str:
    return r",\ ".join(f"{latex(x)}={exact_latex(v)}" for x, v in zip(letters, point, strict=True))


def _kind(f: sp.Expr, g: sp.Expr, c: sp.Expr, letters: list[sp.Symbol], largest: bool, positive: bool) -> str | None:  # fmt: skip
    """Why the best value is taken; None where it may not be."""
    if not f.is_polynomial(*letters) or not g.is_polynomial(*letters) or set(letters) != g.free_symbols:
        return None
    of_f, of_g = sp.Poly(f, *letters), sp.Poly(g, *letters)
    if not positive and _is_definite(of_g, letters) and c.is_positive and of_f.total_degree() <= 4:
        return "closed"
    linear = of_g.is_linear and of_g.coeff_monomial(1) == 0
    if positive and linear and all(a.is_positive for a in of_g.coeffs()) and c.is_positive and largest:
        ((powers, factor),) = of_f.terms() if len(of_f.terms()) == 1 else (((), 0),)
        return "product" if factor > 0 and all(powers) and len(powers) == len(letters) else None
    if positive and len(of_g.terms()) == 1 and not largest and c.is_positive and of_f.is_linear:
        ((powers, factor),) = of_g.terms()
        rising = all(of_f.coeff_monomial(x).is_positive for x in letters)
        return "sum" if factor > 0 and all(powers) and rising else None
    if not positive and linear and not largest and _is_definite(of_f, letters):
        return "squares"
    return None


def _is_definite(poly: sp.Poly, letters: list[sp.Symbol]) -> bool:
    """Whether it is a quadratic form that is positive but at the origin."""
    if not poly.is_homogeneous or poly.total_degree() != 2:
        return False
    return bool(sp.hessian(poly.as_expr(), letters).is_positive_definite)


def _tests(kind: str, f: sp.Expr, g: sp.Expr, c: sp.Expr, letters: list[sp.Symbol], largest: bool) -> tuple[str, ...]:  # fmt: skip
    """A search over points that satisfy the condition, with one parameter less than there are letters."""
    names, n = ", ".join(x.name for x in letters), len(letters)
    value = f"lambda {names}: {_floats(f)}"
    place: tuple[str, ...]
    match kind:
        case "closed":
            turned = "[cos(u[0]), sin(u[0])]" if n == 2 else "[cos(u[0])*cos(u[1]), sin(u[0])*cos(u[1]), sin(u[1])]"  # fmt: skip
            place = (
                f"    d = {turned}",
                f"    s = sqrt({float(c)!r}/form(*d))",
                "    return [s*v for v in d]",
            )
        case "product":
            shares = [float(c / sp.Poly(g, *letters).coeff_monomial(x)) for x in letters]
            place = ("    w = [exp(v) for v in u] + [1.0]", f"    return [a*v/sum(w) for a, v in zip({shares}, w)]")  # fmt: skip
        case "sum":
            ((powers, factor),) = sp.Poly(g, *letters).terms()
            powers = tuple(map(int, powers))
            place = ("    known = [exp(v) for v in u]", f"    rest = {float(c / factor)!r}", f"    for v, p in zip(known, {powers[:-1]}):", "        rest /= v**p", f"    return [*known, rest**(1/{powers[-1]})]")  # fmt: skip
        case _:
            p = sp.Poly(g, *letters)
            a = [float(p.coeff_monomial(x)) for x in letters]
            place = (f"    return [*u, ({float(c)!r} - sum(a*v for a, v in zip({a[:-1]}, u)))/{a[-1]!r}]",)
    sign = ">" if largest else "<"
    return (
        "from math import cos, exp, sin, sqrt",
        "from itertools import product",
        f"value, form = {value}, lambda {names}: {_floats(g)}",
        "def at(u):",
        *place,
        "",
        f"found, step = [], 1.0\nfor start in product([-2.4, -1.1, 0.3, 1.7, 2.9], repeat={n - 1}):",
        "    u, step = list(start), 1.0",
        "    while step > 1e-9:",
        f"        near = [[*u[:i], u[i] + s*step, *u[i + 1:]] for i in range({n - 1}) for s in (1, -1)]",
        f"        better = [v for v in near if value(*at(v)) {sign} value(*at(u))]",
        "        u, step = (better[0], step) if better else (u, step/2)",
        "    found.append(value(*at(u)))",
        "",
        f"bool(abs({'max' if largest else 'min'}(found) - float(answer)) < 1e-7*(1 + abs(float(answer))))",
    )


def _floats(expression: sp.Expr) -> str:
    return str(sp.N(expression, 17)) if expression.has(sp.Float, sp.sqrt(2)) else exact_source(expression).replace("Rational", "(lambda p, q: p/q)")  # fmt: skip
