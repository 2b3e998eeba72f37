"""For which values of a letter a function rises or falls on an interval, has two extreme values, or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import Node, python_name, to_python
from solver.latex import exact_latex, latex
from solver.ports import Language
from solver.topics.calculus.course_letters.words import WORDS
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.real_sets import between, read_set, set_latex
from solver.topics.prepared import Prepared

MAX_POINTS: Final = 6


@dataclass(frozen=True, slots=True)
class Lettered:
    """f(x) = `body` with one letter; `f` is the same with real symbols."""

    body: Node
    name: str
    variable: str
    letter: str
    f: sp.Expr
    language: Language

    @property
    def x(self) -> sp.Symbol:
        """The variable."""
        return sp.Symbol(self.variable, real=True)

    @property
    def a(self) -> sp.Symbol:
        """The letter."""
        return sp.Symbol(self.letter, real=True)

    @property
    def slope(self) -> sp.Expr:
        """f′(x)."""
        return sp.simplify(self.f.diff(self.x))


def extreme_of(phi: sp.Expr, x: sp.Symbol, place: sp.Interval, *, upper: bool) -> tuple[sp.Expr, list[sp.Expr]] | None:  # fmt: skip
    """The supremum (or infimum) of `phi` on `place`, and the places inside where its derivative is zero; None: not found."""
    try:
        zeros = sp.solveset(sp.diff(phi, x), x, place.interior)
        if zeros is sp.S.EmptySet:
            points: list[sp.Expr] = []
        elif isinstance(zeros, sp.FiniteSet):
            points = sorted(zeros, key=lambda p: float(sp.N(p)))
        else:
            return None
        values = [sp.simplify(phi.subs(x, p)) for p in points]
        values += [sp.limit(phi, x, place.start, "+"), sp.limit(phi, x, place.end, "-")]
    except (NotImplementedError, ValueError, TypeError):
        return None
    if len(points) > MAX_POINTS or not all(v.is_extended_real for v in values):
        return None
    best = (max if upper else min)(values, key=lambda v: sp.N(v, 30))
    return (best, points) if best.is_finite else None


def sign_on(g: sp.Expr, x: sp.Symbol, place: sp.Interval) -> int:
    """+1 or −1 where `g` has that sign in the whole inside of `place`, else 0."""
    try:
        zeros = sp.solveset(g, x, place.interior)
    except (NotImplementedError, ValueError):
        return 0
    if zeros is not sp.S.EmptySet:
        return 0
    try:
        poles = sp.singularities(g, x, place.interior)
    except (NotImplementedError, ValueError, TypeError):
        return 0
    if poles is not sp.S.EmptySet:
        return 0
    value = g.subs(x, inside(place))
    return int(sp.sign(value)) if value.is_real and value != 0 else 0


def inside(place: sp.Interval) -> sp.Expr:
    """A number in the interval."""
    low, high = place.start, place.end
    if low.is_finite and high.is_finite:
        return (low + high) / 2
    return low + 1 if low.is_finite else high - 1 if high.is_finite else sp.Rational(1, 3)


def monotone(known: Lettered, place: sp.Interval, *, rises: bool) -> Prepared | None:
    """The values of the letter for which the function rises (falls) on `place`."""
    x, a, slope, say = known.x, known.a, known.slope, known.language
    if not slope.has(a):
        return None
    where = rf"\({set_latex(place)}\)" if place != sp.S.Reals else r"\(\mathbb{R}\)"
    steps = [
        WORDS["slope"].say(say, f=known.name, x=latex(x), slope=latex(slope)),
        WORDS["rises" if rises else "falls"].say(say, f=known.name, x=latex(x), place=where),
    ]
    expanded = sp.expand(slope)
    g, h = sp.simplify(expanded.diff(a)), sp.simplify(expanded.subs(a, 0))
    found = None if g.has(a) else _separated(known, place, g, h, steps, rises=rises)
    if found is None:
        found = _discriminant(known, place, steps, rises=rises)
    if found is None:
        return None
    answer, lines = found
    return _prepared(known, place, answer, lines, steps, "rises" if rises else "falls")


def _separated(known: Lettered, place: sp.Interval, g: sp.Expr, h: sp.Expr, steps: list[str], *, rises: bool) -> tuple[sp.Set, list[str]] | None:  # fmt: skip
    x, a, say = known.x, known.a, known.language
    sign = sign_on(g, x, place)
    if sign == 0:
        return None
    above = (sign > 0) == rises
    phi = sp.simplify(-h / g)
    relation = r"\ge" if above else r"\le"
    shown = {"a": latex(a), "sign": relation, "x": latex(x), "phi": latex(phi)}
    if not phi.has(x):
        if not phi.is_finite:
            return None
        steps.append(WORDS["plain"].say(say, **shown))
        bound = phi
    else:
        if place == sp.S.Reals and (period := sp.periodicity(phi, x)) is not None:
            place = sp.Interval(0, period)
        found = extreme_of(phi, x, place, upper=above)
        if found is None:
            return None
        bound, _ = found
        steps.append(WORDS["separate"].say(say, **shown))
        what = WORDS["max" if above else "min"].say(say)
        steps.append(WORDS["bound"].say(say, dphi=latex(sp.simplify(phi.diff(x))), what=what, value=exact_latex(bound), **shown))  # fmt: skip
    opened = not phi.has(x)  # with the bound itself the slope is 0 everywhere
    if opened:
        steps.append(WORDS["level"].say(say, a=latex(a), value=exact_latex(bound)))
    answer = sp.Interval(bound, sp.oo, left_open=opened) if above else sp.Interval(-sp.oo, bound, right_open=opened)  # fmt: skip
    made = "Interval.open" if opened else "Interval"
    X, A = python_name(known.variable), python_name(known.letter)
    lines = [
        f"slope = expand(diff({to_python(known.body)}, {X}))",
        comment(WORDS["code"].say(say)),
        f"phi = simplify(-slope.subs({A}, 0)/diff(slope, {A}))",
        f"place = {exact_source(place)}",
        f"values = [limit(phi, {X}, place.start, '+'), limit(phi, {X}, place.end, '-')]",
        f"values += [phi.subs({X}, point) for point in solveset(diff(phi, {X}), {X}, place.interior)]" if phi.has(x) else "",
        f"{made}(simplify(Max(*values)), oo)" if above else f"{made}(-oo, simplify(Min(*values)))",
    ]  # fmt: skip
    return answer, [line for line in lines if line]


def _quadratic(known: Lettered) -> tuple[sp.Expr, sp.Expr] | None:
    """Leading coefficient and discriminant of a slope that is a quadratic with a fixed leading coefficient."""
    slope = sp.expand(known.slope)
    if not slope.is_polynomial(known.x, known.a):
        return None
    poly = sp.Poly(slope, known.x)
    if poly.degree() != 2 or poly.LC().has(known.a):
        return None
    return poly.LC(), sp.expand(poly.discriminant())


def _discriminant(known: Lettered, place: sp.Interval, steps: list[str], *, rises: bool) -> tuple[sp.Set, list[str]] | None:  # fmt: skip
    found = _quadratic(known)
    if found is None or place != sp.S.Reals:
        return None
    leading, disc = found
    if (leading > 0) != rises:
        return None
    return _solved(known, disc, "quadratic", "<=", steps, up=bool(leading > 0))


def _solved(known: Lettered, disc: sp.Expr, words: str, sign: str, steps: list[str], *, up: bool = True) -> tuple[sp.Set, list[str]] | None:  # fmt: skip
    say, a = known.language, known.a
    if not disc.has(a):
        return None
    relation = {"<=": sp.Le, ">": sp.Gt, "<": sp.Lt}[sign](disc, 0)
    answer = relation.as_set()
    if answer is sp.S.EmptySet or set_latex(answer) is None:
        return None
    steps.append(WORDS[words].say(say, disc=latex(disc), way=WORDS["up" if up else "down"].say(say)))
    steps.append(WORDS["solved"].say(say, a=latex(a), value=set_latex(answer)))
    X, A = python_name(known.variable), python_name(known.letter)
    lines = [
        f"slope = diff({to_python(known.body)}, {X})",
        comment(WORDS["code"].say(say)),
        f"disc = discriminant(slope, {X})",
        f"solveset(disc {sign} 0, {A}, S.Reals)",
    ]
    return answer, lines


def extremes(known: Lettered, kind: str) -> Prepared | None:
    """The values of the letter for which there are two extreme values ("two"), none ("none"), or no critical point."""
    found = _quadratic(known)
    if found is None:
        return None
    _leading, disc = found
    steps = [WORDS["slope"].say(known.language, f=known.name, x=latex(known.x), slope=latex(known.slope))]
    words, sign = {"two": ("changes", ">"), "none": ("never", "<="), "nocritical": ("nozero", "<")}[kind]
    solved = _solved(known, disc, words, sign, steps)
    if solved is None:
        return None
    return _prepared(known, sp.S.Reals, *solved, steps, kind)


def _prepared(known: Lettered, place: sp.Interval, answer: sp.Set, lines: list[str], steps: list[str], kind: str) -> Prepared | None:  # fmt: skip
    bounds = sorted((b for b in answer.boundary if b.is_finite), key=lambda b: float(sp.N(b)))
    if not bounds:
        return None
    X, A = python_name(known.variable), python_name(known.letter)
    places = exact_source([*(sp.nsimplify(p) for p in between(bounds)), *bounds])
    low, high = place.start, place.end
    # many places: evenly in the middle, closer and closer to the ends, far out where there is none
    if low.is_finite and high.is_finite:
        grid = f"[{exact_source(low)} + ({exact_source(high - low)})*Rational(k, 400) for k in range(1, 400)]"
    elif low.is_finite:
        grid = f"[{exact_source(low)} + Rational(k, 40)**3/40 for k in range(1, 400)]"
    elif high.is_finite:
        grid = f"[{exact_source(high)} - Rational(k, 40)**3/40 for k in range(1, 400)]"
    else:
        grid = "[Rational(k, 40)**3/40 for k in range(-399, 400)]"
    test = {
        "rises": "all(v > -1e-9 for v in values) and any(v > 1e-9 for v in values)",
        "falls": "all(v < 1e-9 for v in values) and any(v < -1e-9 for v in values)",
        "two": "min(values) < -1e-9 and max(values) > 1e-9",
        "none": "all(v > -1e-9 for v in values) or all(v < 1e-9 for v in values)",
        "nocritical": "all(v > 0 for v in values) or all(v < 0 for v in values)",
    }[kind]
    if kind in ("two", "none", "nocritical"):
        # the turning point of the slope counts
        poly = sp.Poly(sp.expand(known.slope), known.x)
        middle = sp.simplify(-poly.nth(1) / (2 * poly.LC()))
        extra = f"\n        values.append(slope_at(N(({exact_source(middle)}).subs({A}, v) if {A} in S({exact_source(middle)}).free_symbols else {exact_source(middle)}), N(v)))"
    else:
        extra = ""
    tests = (
        f"slope_at = lambdify(({X}, {A}), diff({to_python(known.body)}, {X}), 'mpmath')",
        f"grid = {grid}",
        "",
        "def fits(v):",
        "    values = [slope_at(N(p), N(v)) for p in grid]" + extra.replace("\n        ", "\n    "),
        f"    return bool({test})",
        "",
        f"places = {places}",
        "[fits(v) for v in places] == [bool(answer.contains(v)) for v in places]",
    )

    def given(text: str) -> Any:
        found = read_set(text, known.letter)
        return found if isinstance(found, sp.Set) else None

    def shown(value: Any) -> str | None:
        text = set_latex(value) if isinstance(value, sp.Set) else None
        return None if text is None else rf"{latex(known.a)}\in {text}"

    return Prepared(
        known.language, tuple(steps), cell(*lines, variables=(known.variable, known.letter), assumptions="real=True"), tests, WORDS["method"], WORDS["sentence"],
        shown=shown, given=given, letters=(known.variable, known.letter),
    )  # fmt: skip
