r"""Areas and lengths of polar curves r = f(θ), r² = f(θ): cardioids, roses, limaçons, lemniscates, spirals, circles; areas inside one and outside the other.

A letter a > 0 may stand for the size. Not: curves with loops that lie in each other unless the loop is asked for, integrals without closed form.
"""

from __future__ import annotations

import re
from itertools import pairwise

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.bare_formulas import given_expression
from solver.topics.bare_formulas import value as formula_in
from solver.topics.base import Task, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said
from solver.topics.coursework.kinds import lesson, shown_formula, told, word_in
from solver.topics.coursework.polar_shapes import A, Curve, T, fits, formula_of, shape_of
from solver.topics.coursework.polar_wordings import CHORDS, LENGTH, METHOD, SENTENCE, TABLE_EN, TABLE_ZH
from solver.topics.prepared import Prepared


@lesson("(?i)[rρ](?: ?\\^ ?\\{?2\\}?)? ?=", en=TABLE_EN, zh=TABLE_ZH)
def polar(found: list[Said], say: Language) -> Task | None:
    """The area or the length that is asked for."""
    asked = [s for s in found if s.kind != "positive"]
    if len(asked) != 1:
        return None
    said = asked[0]
    curve = shape_of(formula_of(said.values["f"]), squared="square" in said.values)
    if curve is None or not fits(curve, said.values.get("name")):
        return None
    ends = [
        v for k in ("low", "high", "low2", "high2", "low3", "high3") if (v := word_in([said], k)) is not None
    ]
    bounds = tuple(formula_in(e) for e in ends) if len(ends) == 2 else None
    if bounds is not None and not (all(b.is_real for b in bounds) and bounds[0] < bounds[1]):
        return None
    if said.kind in ("between", "common"):
        other = shape_of(formula_of(said.values["f2"]), squared="square2" in said.values)
        if other is None or not fits(other, said.values.get("name2")):
            return None
        return _two(curve, other, say, common=said.kind == "common")
    if said.kind == "length":
        return _length(curve, bounds, say)
    if said.kind == "part":
        return _part(curve, said.values["part"].lower(), say)
    return _whole(curve, bounds, say)


def _whole(curve: Curve, bounds: tuple[sp.Expr, ...] | None, say: Language) -> Task | None:
    if bounds is not None:
        if bounds[1] - bounds[0] > 2 * sp.pi or curve.squared:
            return None
        values = [
            curve.f.subs({T: bounds[0] + (bounds[1] - bounds[0]) * sp.Rational(k, 40), A: 1}).evalf()
            for k in range(41)
        ]
        if curve.kind in ("looped", "rose", "other") or min(values) < -1e-9 or curve.kind == "circle" and bounds[1] - bounds[0] > sp.pi and curve.f.has(T):  # fmt: skip
            return None
        return _sectors(curve, bounds[0], bounds[1], 1, say, [])
    if curve.kind in ("looped", "spiral", "other"):
        return None
    loops = max(curve.loops, 1)
    opening = []
    if loops > 1:
        opening = [
            told(
                say,
                rf"The curve has {loops} equal loops; one of them is drawn while \({latex(curve.low)}\le\theta\le {latex(curve.high)}\), from \(r=0\) to \(r=0\).",
                rf"曲线有 {loops} 个相同的叶片，其中一叶对应 \({latex(curve.low)}\le\theta\le {latex(curve.high)}\)，两端 \(r=0\)。",
            )
        ]
    return _sectors(curve, curve.low, curve.high, loops, say, opening)


def _part(curve: Curve, part: str, say: Language) -> Task | None:
    if "inner" in part or "small" in part:
        if curve.kind != "looped":
            return None
        zeros = sorted(
            sp.solveset(curve.f.subs(A, 1), T, sp.Interval(-sp.pi, 2 * sp.pi)), key=lambda v: float(v)
        )
        for low, high in pairwise(zeros):
            here, across = (
                abs(curve.f.subs({A: 1, T: (low + high) / 2 + turn}).evalf()) for turn in (0, sp.pi)
            )
            if here < across:
                opening = [
                    told(
                        say,
                        rf"The inner loop is drawn between the angles where \(r=0\): \({latex(low)}\le\theta\le {latex(high)}\).",
                        rf"内圈对应 \(r=0\) 的两个角之间：\({latex(low)}\le\theta\le {latex(high)}\)。",
                    )
                ]
                return _sectors(curve, low, high, 1, say, opening)
        return None
    if curve.kind not in ("rose", "lemniscate"):
        return None
    opening = [
        told(
            say,
            rf"One loop is drawn while \(\theta\) goes from one angle with \(r=0\) to the next: \({latex(curve.low)}\le\theta\le {latex(curve.high)}\).",
            rf"相邻两个使 \(r=0\) 的角之间是一叶：\({latex(curve.low)}\le\theta\le {latex(curve.high)}\)。",
        )
    ]
    return _sectors(curve, curve.low, curve.high, 1, say, opening)


def _shown(expression: sp.Expr) -> str:
    return (
        latex(expression).replace("{\\left(t \\right)}", r"\theta").replace(" t", r" \theta")
        if expression == T
        else re.sub(r"(?<![A-Za-z\\])t(?![A-Za-z])", r"\\theta ", latex(expression))
    )


def _rays(low: sp.Expr, high: sp.Expr) -> tuple[str, ...]:
    """Lines of a check: angles close beside each other, and what computes with their decimals."""
    return (
        "from math import cos, dist, sin, sqrt",
        f"first, last = float({exact_source(low)}), float({exact_source(high)})",
        "rays = [first + (last - first)*k/600 for k in range(601)]",
    )


def _sectors(
    curve: Curve, low: sp.Expr, high: sp.Expr, loops: int, say: Language, opening: list[str]
) -> Task | None:
    single = sp.simplify(sp.integrate(sp.expand(curve.square), (T, low, high)) / 2)
    value = sp.simplify(loops * single)
    if value.has(sp.Integral) or not value.subs(A, 1).is_positive:
        return None
    factor, times = (rf"{loops}\cdot ", f"{loops}*") if loops > 1 else ("", "")
    steps = (
        *opening,
        told(
            say,
            rf"Sectors of area \(\frac12r^2\,d\theta\) are added up: \[{factor}\frac12\int_{{{latex(low)}}}^{{{latex(high)}}}{_shown(curve.square)}\,d\theta={latex(value)}\]",
            rf"把面积微元 \(\frac12r^2\,d\theta\) 积分：\[{factor}\frac12\int_{{{latex(low)}}}^{{{latex(high)}}}{_shown(curve.square)}\,d\theta={latex(value)}\]",
        ),
    )
    source = cell(
        *_letters(), f"square = {exact_source(curve.square)}", comment(told(say, "half the square of the radius", "半径平方的一半")),
        f"simplify({times}integrate(expand(square), (t, {exact_source(low)}, {exact_source(high)}))/2)",
    )  # fmt: skip
    tests = (
        *_letters()[:1], f"square = {exact_source(curve.square)}", *_rays(low, high),
        "square_at = lambdify(t, sympify(square).subs(a, 1), 'math')",
        "radius = [sqrt(abs(square_at(ray))) for ray in rays]",
        # triangles between neighbouring rays; their sum nears the area from below as the square of the step
        f"total = {loops}*sum(p*q*sin(rays[1] - rays[0])/2 for p, q in zip(radius, radius[1:]))",
        "abs(total/sympify(answer).subs(a, 1).evalf() - 1) < 0.0005" + _homogeneous(curve, 2),
    )  # fmt: skip
    return _of_size(curve.f, say, steps, source, tests, METHOD, SENTENCE)


def _letters() -> tuple[str, ...]:
    return ("t = symbols('t', real=True)", "a = symbols('a', positive=True)")


def _homogeneous(curve: Curve, degree: int) -> str:
    """The size enters as a square into areas, as itself into lengths."""
    return "" if not curve.f.has(A) else f" and simplify(sympify(answer)/a**{degree}).free_symbols == set()"


def _of_size(
    size: sp.Expr,
    say: Language,
    steps: tuple[str, ...],
    source: str,
    tests: tuple[str, ...],
    method: Words,
    sentence: Words,
) -> Prepared:
    """A question of which the answer has the letter a where the size of the curves has it."""
    given = given_expression("a" if size.has(A) else "")
    return Prepared(say, steps, source, tests, method, sentence, shown_formula, given, ("a", "t"))


def _length(curve: Curve, bounds: tuple[sp.Expr, ...] | None, say: Language) -> Task | None:
    if curve.squared:
        return None
    if bounds is None:
        if curve.kind not in ("cardioid", "circle"):
            return None
        bounds = (curve.low, curve.high)
    low, high = bounds
    square = sp.trigsimp(sp.expand(curve.f**2 + sp.diff(curve.f, T) ** 2))
    root = _root(curve, square)
    if root is None:
        return None
    size = A if sp.simplify(root / A).free_symbols <= {T} and root.has(A) else sp.Integer(1)
    value = sp.simplify(size * sp.integrate(sp.simplify(root / size), (T, low, high)))
    times, inner = ("", "root") if size == 1 else ("a*", "simplify(root/a)")
    if value.has(sp.Integral) or not value.subs(A, 1).is_positive:
        return None
    steps = (
        told(
            say,
            rf"With \(r'={_shown(sp.diff(curve.f, T))}\): \(r^2+r'^2={_shown(square)}\), and its root is \({_shown(root)}\).",
            rf"由 \(r'={_shown(sp.diff(curve.f, T))}\) 得 \(r^2+r'^2={_shown(square)}\)，其平方根为 \({_shown(root)}\)。",
        ),
        told(
            say,
            rf"The length is \[\int_{{{latex(low)}}}^{{{latex(high)}}}\sqrt{{r^2+r'^2}}\,d\theta={latex(value)}\]",
            rf"弧长为 \[\int_{{{latex(low)}}}^{{{latex(high)}}}\sqrt{{r^2+r'^2}}\,d\theta={latex(value)}\]",
        ),
    )
    source = cell(
        *_letters(),
        f"root = {exact_source(root)}",
        comment("sqrt(r^2 + r'^2)"),
        f"simplify({times}integrate({inner}, (t, {exact_source(low)}, {exact_source(high)})))",
    )
    tests = (
        *_letters()[:1], f"r = {exact_source(curve.f)}", *_rays(low, high),
        "radius_at = lambdify(t, sympify(r).subs(a, 1), 'math')",
        "points = [(radius_at(ray)*cos(ray), radius_at(ray)*sin(ray)) for ray in rays]",
        "total = sum(dist(p, q) for p, q in zip(points, points[1:]))",
        "abs(total/sympify(answer).subs(a, 1).evalf() - 1) < 0.0005" + _homogeneous(curve, 1),
    )  # fmt: skip
    return _of_size(curve.f, say, steps, source, tests, CHORDS, LENGTH)


def _root(curve: Curve, square: sp.Expr) -> sp.Expr | None:
    """The root of r² + r'² on the angles, without absolute values where it can be."""
    if curve.kind == "cardioid":
        wave = sp.sin(T) if square.has(sp.sin) else sp.cos(T)
        terms = sp.expand(square)
        size = sp.sqrt(sp.simplify(terms.subs(wave, 0) / 2))
        # 1 ± cos t and 1 ± sin t are twice the square of a cosine
        turn = {
            (sp.cos, True): 0,
            (sp.cos, False): -sp.pi / 2,
            (sp.sin, True): -sp.pi / 4,
            (sp.sin, False): sp.pi / 4,
        }
        shift = turn[(wave.func, bool(terms.coeff(wave).subs(A, 1) > 0))]
        return 2 * size * sp.Abs(sp.cos(T / 2 + shift))
    root = sp.sqrt(sp.factor(square))
    root = sp.simplify(root)
    if not square.has(T) or not root.has(sp.Abs):
        return root
    return None


def _two(first: Curve, second: Curve, say: Language, *, common: bool) -> Task | None:
    """The area inside the first and outside the second (or inside both): by the angles at which they cross."""
    if (
        first.squared
        or second.squared
        or any(c.kind in ("looped", "other", "spiral") for c in (first, second))
    ):
        return None
    if any(c.kind == "rose" and c.loops % 2 == 0 for c in (first, second)):
        return None  # its petals are drawn with negative r, too
    scale = A if first.f.has(A) or second.f.has(A) else sp.Integer(1)
    f, g = (sp.simplify(c.f / scale) for c in (first, second))
    if f.has(A) or g.has(A):
        return None
    turn = sp.Interval(-sp.pi, sp.pi)
    marks = {-sp.pi, sp.pi}
    for h in (f - g, f, g):
        zeros = sp.solveset(h, T, turn) if h.has(T) else sp.S.EmptySet
        if not isinstance(zeros, sp.FiniteSet) and zeros != sp.S.EmptySet:
            return None
        marks |= set(zeros)
    ordered = sorted(marks, key=lambda v: float(v))
    pieces = list[tuple[sp.Expr, sp.Expr, sp.Expr]]()
    for low, high in pairwise(ordered):
        p, q = (h.subs(T, (low + high) / 2).evalf() for h in (f, g))
        if p <= 0 or common and q <= 0:
            continue
        inside = (f if p < q else g) ** 2 if common else f**2 - (g**2 if q > 0 else 0)
        if not common and q > 0 and p <= q:
            continue
        pieces.append((low, high, sp.expand(inside)))
    if not pieces:
        return None
    value = sp.simplify(scale**2 * sum(sp.integrate(h, (T, low, high)) for low, high, h in pieces) / 2)
    if value.has(sp.Integral):
        return None
    sums = "+".join(
        rf"\frac12\int_{{{latex(low)}}}^{{{latex(high)}}}\left({_shown(h)}\right)d\theta"
        for low, high, h in pieces
    )
    if scale != 1:
        sums = rf"{latex(scale**2)}\left({sums}\right)"
    crossing = r",\ ".join(rf"\theta={latex(v)}" for v in ordered if sp.simplify((f - g).subs(T, v)) == 0)
    opening = (
        told(
            say,
            rf"The curves cross where both radii are equal: at \({crossing}\).",
            rf"令两曲线的 \(r\) 相等，得交点处 \({crossing}\)。",
        )
        if crossing
        else told(say, "Both radii are nowhere equal.", "两曲线的极径处处不相等。")
    )
    rule = told(
        say,
        "In each direction the region reaches up to the smaller radius"
        if common
        else "In each direction the region lies between both radii, or reaches from the pole to the first where the second curve has no point",
        "在每个方向上取较小的极径"
        if common
        else "在每个方向上取两条极径之间的部分（第二条曲线在该方向上没有点时，从极点算起）",
    )
    steps = (opening, rf"{rule}{told(say, ':', '：')} \[{sums}={latex(value)}\]")
    parts = [(h, low, high) for low, high, h in pieces]
    times = "" if scale == 1 else "a**2*"
    source = cell(
        *_letters(),
        f"pieces = {exact_source(parts)}",
        f"simplify({times}sum(integrate(h, (t, low, high)) for h, low, high in pieces)/2)",
    )
    rest = "Min(p, q)**2" if common else "Max(p**2 - q**2, 0)"
    tests = (
        "t = symbols('t', real=True)", f"f, g = {exact_source(f)}, {exact_source(g)}", "from sympy.utilities.lambdify import lambdify", "r, s = lambdify(t, f + 0*t, 'math'), lambdify(t, g + 0*t, 'math')",
        "radii = [(max(r(6.283185307179586*(k + 0.5)/4000), 0), max(s(6.283185307179586*(k + 0.5)/4000), 0)) for k in range(4000)]",
        f"total = sum({rest.replace('Min', 'min').replace('Max', 'max')} for p, q in radii)*6.283185307179586/8000",
        "abs(total/float(sympify(answer).subs(a, 1)) - 1) < 0.001" + (" and simplify(answer/a**2).free_symbols == set()" if scale != 1 else ""),
    )  # fmt: skip
    return _of_size(scale, say, steps, source, tests, METHOD, SENTENCE)
