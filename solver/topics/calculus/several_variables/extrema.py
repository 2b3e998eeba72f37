"""Local extreme values of a function of x and y: critical points, and the second derivatives there."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.calculus.several_variables.words import ABSENT, KINDS, NONE, WHOLE, WORDS
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared, one_value

X, Y = (sp.Symbol(name, real=True) for name in "xy")
MAX_POINTS: Final = 9
_KIND: Final = {"maximum": r"max|极大", "minimum": r"min|极小", "saddle": r"saddle|鞍"}


@dataclass(frozen=True, slots=True)
class _Critical:
    """A critical point, which of the three kinds it is, and what decides that: D = f_xx f_yy - f_xy² and f_xx there."""

    kind: str
    x: sp.Expr
    y: sp.Expr
    height: sp.Expr
    d: sp.Expr
    xx: sp.Expr

    @property
    def place(self) -> str:
        return f"({latex(self.x)}, {latex(self.y)})"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which `kinds` of points are asked for (empty: all); `values`: their values alone; `whole`: on the whole plane, not near the point."""

    kinds: tuple[str, ...] = ()
    values: bool = False
    whole: bool = False


def task(f: sp.Expr, say: Language, asked: Wanted) -> Prepared | None:
    """The critical points of the kinds asked for; None where one is not decided, or they are not all found."""
    wanted = asked.kinds
    points = _points(f) if f.is_polynomial(X, Y) else None
    found = _judged(f, points) if points else None
    if not found:
        return None
    if asked.whole and (
        len(wanted) != 1 or wanted[0] != found[0].kind or any(e.free_symbols for e in _second(f))
    ):
        return None  # far away the function may be smaller, or larger
    heights = {c.height for c in found if c.kind in wanted}
    if asked.values and len(heights) == 1:
        return _value(f, found, asked, say)
    lines = (
        f"f = {exact_source(f)}",
        comment(WORDS["code"].say(say)),
        "fx, fy = diff(f, x), diff(f, y)",
        "points = solve([fx, fy], [x, y], dict=True)",
        "D = diff(fx, x)*diff(fy, y) - diff(fx, y)**2",
        "[(p[x], p[y], f.subs(p), D.subs(p), diff(fx, x).subs(p)) for p in points if p[x].is_real and p[y].is_real]",
    )

    def shown(value: Any) -> str | None:
        is_whole = isinstance(value, list | tuple) and len(value) == len(found)
        return _written(found, wanted, say) if is_whole else None

    return Prepared(
        say, _steps(f, found, wanted, say), cell(*lines, variables="xy", assumptions="real=True"),
        _tests(f, found, wanted), WORDS["method"], shown=shown, given=_given, letters=("x", "y"),
    )  # fmt: skip


def _value(f: sp.Expr, found: list[_Critical], asked: Wanted, say: Language) -> Prepared:
    """The one value of the kind that is asked for."""
    (kind,) = asked.kinds
    chosen = [c for c in found if c.kind == kind]
    end = (WORDS["everywhere"].say(say, kind=WHOLE[kind].say(say)),) if asked.whole else ()
    lines = (
        f"f = {exact_source(f)}",
        f"simplify(f.subs({exact_source({X: chosen[0].x, Y: chosen[0].y})}))",
    )
    # the claimed height stands for each point that the other way finds
    claimed = "".join(f"({kind!r}, {exact_source(c.x)}, {exact_source(c.y)}, value), " for c in chosen)
    tests = ("value = answer", f"answer = ({claimed})", *_tests(f, found, asked.kinds))
    return Prepared(
        say, (*_steps(f, found, asked.kinds, say), *end), cell(*lines, variables="xy", assumptions="real=True"),
        tests, WORDS["method"], given=one_value, letters=("x", "y"),
    )  # fmt: skip


def _points(f: sp.Expr) -> list[tuple[sp.Expr, sp.Expr]] | None:
    """The real critical points from left to right; None for curves of them, for too many, and for roots without a formula."""
    found = sp.solve([f.diff(X), f.diff(Y)], [X, Y], dict=True)
    if any(set(s) != {X, Y} for s in found):
        return None  # whole curves of critical points
    points = [(s[X], s[Y]) for s in found if s[X].is_real and s[Y].is_real]
    if len(points) > MAX_POINTS or any(
        s[v].is_real is None or s[v].has(sp.CRootOf) for s in found for v in (X, Y)
    ):
        return None
    return sorted(points, key=lambda p: (float(p[0]), float(p[1])))


def _second(f: sp.Expr) -> tuple[sp.Expr, sp.Expr, sp.Expr]:
    """f_xx, f_xy and f_yy."""
    fx, fy = f.diff(X), f.diff(Y)
    return fx.diff(X), sp.expand(fx.diff(Y)), fy.diff(Y)


def _judged(f: sp.Expr, points: Sequence[tuple[sp.Expr, sp.Expr]]) -> list[_Critical] | None:
    """Each point with its kind; None where the second derivatives leave one open."""
    xx, xy, yy = _second(f)
    found = list[_Critical]()
    for x, y in points:
        at = {X: x, Y: y}
        d, second, height = (sp.simplify(e.subs(at)) for e in (xx * yy - xy**2, xx, f))
        if d == 0:
            return None
        kind = "saddle" if d.is_negative else "minimum" if second.is_positive else "maximum"
        found.append(_Critical(kind, x, y, height, d, second))
    return found


def _absent(found: Sequence[_Critical], wanted: Sequence[str]) -> list[str]:
    """The kinds that are asked for and that no point has."""
    return [kind for kind in wanted if all(point.kind != kind for point in found)]


def _steps(f: sp.Expr, found: Sequence[_Critical], wanted: Sequence[str], say: Language) -> tuple[str, ...]:
    partials = r",\qquad ".join(
        rf"\frac{{\partial}}{{\partial {v}}}\left({latex(f)}\right)={latex(sp.expand(f.diff(v)))}"
        for v in (X, Y)
    )
    xx, xy, yy = map(latex, _second(f))
    return (
        WORDS["partials"].say(say, partials=partials),
        WORDS["critical"].say(say, points=r",\ ".join(point.place for point in found)),
        WORDS["hesse"].say(say, xx=xx, xy=xy, yy=yy),
        *(
            WORDS[c.kind].say(say, point=c.place, d=latex(c.d), xx=latex(c.xx), value=latex(c.height))
            for c in found
        ),
        *(WORDS["none"].say(say, kind=KINDS[k].say(say).rstrip(": ")) for k in _absent(found, wanted)),
    )


def _written(found: Sequence[_Critical], wanted: Sequence[str], say: Language) -> str:
    """The answer kind by kind: what is asked for and not there is said, too."""
    parts, absent = list[str](), _absent(found, wanted)
    for kind in KINDS:
        if not wanted or kind in wanted:
            head = rf"\text{{{KINDS[kind].say(say)}}}"
            parts += [
                head + (c.place if kind == "saddle" else f"f{c.place}={latex(c.height)}")
                for c in found
                if c.kind == kind
            ]
        if kind in absent:
            parts.append(rf"\text{{{ABSENT[kind].say(say)}}}")
    if not wanted and all(c.kind == "saddle" for c in found):
        parts.insert(0, rf"\text{{{NONE.say(say)}}}")
    return r";\ ".join(parts)


def _tests(f: sp.Expr, found: Sequence[_Critical], wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Each point is still and of its kind all around it; and what Newton's method finds from many places is in the answer."""
    reach = 2 * math.ceil(max(abs(float(c)) for point in found for c in (point.x, point.y))) + 3
    return (
        f"f = {exact_source(f)}",
        "h = Rational(1, 1000)",
        "near = [(cos(2*pi*k/24), sin(2*pi*k/24)) for k in range(24)]",
        "def kind(a, b):",
        "    differences = [N(f.subs([(x, a + h*c), (y, b + h*s)]) - f.subs([(x, a), (y, b)]), 30) for c, s in near]",
        "    return 'minimum' if all(d > 0 for d in differences) else 'maximum' if all(d < 0 for d in differences) else 'saddle'",
        "still = lambda a, b: all(simplify(diff(f, v).subs([(x, a), (y, b)])) == 0 for v in (x, y))",
        # whatever Newton's method finds from many places must be in the answer, where its kind is asked for
        "import numpy",
        "from sympy.utilities.lambdify import lambdify",
        "fx, fy = diff(f, x), diff(f, y)",
        "slopes = [lambdify((x, y), g + 0*x, 'numpy') for g in (fx, fy)]",
        "bends = [lambdify((x, y), g + 0*x, 'numpy') for g in (diff(fx, x), diff(fx, y), diff(fy, y))]",
        f"a, b = (m.ravel() + 0.0137 for m in numpy.meshgrid(*[numpy.linspace(-{reach}, {reach}, 24)]*2))",
        "with numpy.errstate(all='ignore'):",
        "    for _ in range(80):",
        "        (p, q), (xx, xy, yy) = (g(a, b) + 0*a for g in slopes), (g(a, b) + 0*a for g in bends)",
        "        a, b = a - (yy*p - xy*q)/(xx*yy - xy**2), b - (xx*q - xy*p)/(xx*yy - xy**2)",
        "places = {(round(float(s), 6) + 0.0, round(float(t), 6) + 0.0) for s, t in zip(a, b) if numpy.isfinite(s + t) and abs(s) + abs(t) < 1e6}",
        "places = [(s, t) for s, t in places if all(abs(g(s, t)) < 1e-3 for g in slopes)]",
        "is_told = lambda s, t: any(abs(float(p) - s) + abs(float(q) - t) < 1e-4 for _, p, q, _ in answer)",
        f"is_whole = all(is_told(s, t) or kind(s, t) not in {tuple(wanted) or ('maximum', 'minimum')} for s, t in places)",
        "height = lambda a, b: simplify(f.subs([(x, a), (y, b)]))",
        "is_whole and all(still(a, b) and kind(a, b) == k and (v is None or simplify(height(a, b) - v) == 0) for k, a, b, v in answer)",
    )


def _given(answer: str) -> Any:
    """Kind, place and value (None where none is said) of each part of an answer."""
    found = []
    for part in re.split(r";|；", answer):
        kind = next((k for k, words in _KIND.items() if re.search(words, part)), None)
        point = re.search(r"\(([^(),]+),([^(),]+)\)", part.replace(r"\left(", "(").replace(r"\right)", ")"))
        if kind is None or point is None:
            if re.search("|".join(w for n in (NONE, *ABSENT.values()) for w in (n.en, n.zh)), part):
                continue
            return None
        value = re.search(r"=\s*(.+?)\s*\\?\s*$", part)
        values = [values_in(t) for t in (point[1], point[2], *([value[1]] if value else []))]
        if any(v is None or len(v) != 1 for v in values):
            return None
        numbers = [v[0] for v in values if v is not None]
        found.append((repr(kind), *numbers) if len(numbers) == 3 else (repr(kind), *numbers, None))
    return tuple(found)
