"""Local extreme values of a function of x and y: critical points, and the second derivatives there."""

from __future__ import annotations

import math
import re
from typing import Any, Final

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.calculus.several_variables.words import ABSENT, KINDS, NONE, WORDS
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

X, Y = (sp.Symbol(name, real=True) for name in "xy")
MAX_POINTS: Final = 9
_KIND: Final = {"maximum": r"max|极大", "minimum": r"min|极小", "saddle": r"saddle|鞍"}


def task(f: sp.Expr, say: Language, wanted: tuple[str, ...] = ()) -> Prepared | None:
    """The critical points of the `wanted` kinds (empty: all); None where one is not decided, or they are not all found."""
    fx, fy = f.diff(X), f.diff(Y)
    if not f.is_polynomial(X, Y):
        return None
    found = sp.solve([fx, fy], [X, Y], dict=True)
    if any(set(s) != {X, Y} for s in found):
        return None  # whole curves of critical points
    points = [(s[X], s[Y]) for s in found if s[X].is_real and s[Y].is_real]
    if len(points) > MAX_POINTS or any(
        s[v].is_real is None or s[v].has(sp.CRootOf) for s in found for v in (X, Y)
    ):
        return None
    points.sort(key=lambda p: (float(p[0]), float(p[1])))
    xx, xy, yy = fx.diff(X), sp.expand(fx.diff(Y)), fy.diff(Y)
    shown = r",\qquad ".join(
        rf"\frac{{\partial}}{{\partial {v}}}\left({latex(f)}\right)={latex(d)}"
        for v, d in ((X, sp.expand(fx)), (Y, sp.expand(fy)))
    )
    steps = [WORDS["partials"].say(say, partials=shown)]
    if not points:
        return None
    listed = r",\ ".join(f"({latex(a)}, {latex(b)})" for a, b in points)
    steps += [
        WORDS["critical"].say(say, points=listed),
        WORDS["hesse"].say(say, xx=latex(xx), xy=latex(xy), yy=latex(yy)),
    ]
    kinds = list[tuple[str, tuple[sp.Expr, sp.Expr], sp.Expr]]()
    for point in points:
        at = dict(zip((X, Y), point, strict=True))
        d, second, value = (sp.simplify(e.subs(at)) for e in (xx * yy - xy**2, xx, f))
        if d == 0:
            return None
        kind = "saddle" if d.is_negative else "minimum" if second.is_positive else "maximum"
        kinds.append((kind, point, value))
        steps.append(
            WORDS[kind].say(
                say,
                point=f"({latex(point[0])}, {latex(point[1])})",
                d=latex(d),
                xx=latex(second),
                value=latex(value),
            )
        )

    told = [k for k in kinds if not wanted or k[0] in wanted]
    for missing in (k for k in wanted if all(name != k for name, *_ in kinds)):
        steps.append(WORDS["none"].say(say, kind=KINDS[missing].say(say).rstrip(": ")))

    reach = 2 * math.ceil(max(abs(float(c)) for point in points for c in point)) + 3

    def written(value: Any) -> str | None:
        if not isinstance(value, list | tuple) or len(value) != len(points):
            return None
        parts = []
        for kind in ("maximum", "minimum", "saddle"):
            for name, (a, b), height in told:
                if name == kind:
                    point = f"({latex(a)}, {latex(b)})"
                    head = rf"\text{{{KINDS[kind].say(say)}}}"
                    parts.append(head + (point if kind == "saddle" else f"f{point}={latex(height)}"))
            if kind in wanted and all(name != kind for name, *_ in kinds):
                parts.append(rf"\text{{{ABSENT[kind].say(say)}}}")
        if not wanted and all(name == "saddle" for name, *_ in kinds):
            parts.insert(0, rf"\text{{{NONE.say(say)}}}")
        return r";\ ".join(parts)

    lines = [
        f"f = {exact_source(f)}",
        comment(WORDS["code"].say(say)),
        "fx, fy = diff(f, x), diff(f, y)",
        "points = solve([fx, fy], [x, y], dict=True)",
        "D = diff(fx, x)*diff(fy, y) - diff(fx, y)**2",
        "[(p[x], p[y], f.subs(p), D.subs(p), diff(fx, x).subs(p)) for p in points if p[x].is_real and p[y].is_real]",
    ]
    tests = (
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
    return Prepared(
        say, tuple(steps), cell(*lines, variables="xy", assumptions="real=True"), tests, WORDS["method"],
        shown=written, given=_given, letters=("x", "y"),
    )  # fmt: skip


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
