"""Tangent planes and total differentials of functions of x and y."""

from __future__ import annotations

from typing import Any

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.calculus.several_variables.partials import (
    bracketed,
    formula,
    head,
    partials,
    quotients,
    short,
)
from solver.topics.calculus.several_variables.words import WORDS
from solver.topics.cells import cell, exact_source
from solver.topics.prepared import Prepared

X, Y = (sp.Symbol(name, real=True) for name in "xy")


def plane(f: sp.Expr, point: sp.Matrix, say: Language) -> Prepared | None:
    a, b = point[0], point[1]
    c = sp.simplify(f.subs({X: a, Y: b}))
    if len(point) == 3 and sp.simplify(point[2] - c) != 0:
        return None  # the point does not lie on the surface
    found, told = partials(f, "f", (X, Y), say)
    p, q = (sp.simplify(d.subs({X: a, Y: b})) for d in found)
    if not all(v.is_real and v.is_finite for v in (c, p, q)):
        return None
    flat = sp.expand(c + p * (X - a) + q * (Y - b))
    put = {
        "a": latex(a),
        "b": latex(b),
        "c": latex(c),
        "a_": bracketed(a),
        "b_": bracketed(b),
        "p": latex(p),
        "q": bracketed(q),
    }
    steps = [
        told,
        WORDS["slopes"].say(say, a=put["a"], b=put["b"], p=latex(p), q=latex(q)),
        WORDS["plane"].say(say, plane=latex(flat), **{**put, "p": bracketed(p)}),
    ]
    place = exact_source({X: a, Y: b})
    lines = [
        *head(f, (X, Y), say),
        f"start, (p, q) = f.subs({place}), [s.subs({place}) for s in slopes]",
        f"expand(start + p*(x - ({exact_source(a)})) + q*(y - ({exact_source(b)})))",
    ]
    tests = (
        *quotients(f, (X, Y)),
        f"point = ({exact_source(a)}, {exact_source(b)})",
        "p, q = slopes_at(point)",
        "plane = sympify(answer)",
        "at = lambda i, j: N(plane.subs([(x, point[0] + i), (y, point[1] + j)]), 40)",
        "start = N(f.subs([(x, point[0]), (y, point[1])]), 40)",
        "all(abs(at(i, j) - (start + i*p + j*q)) < Rational(1, 10**9) for i, j in ((0, 0), (1, 0), (0, 1), (2, 3)))",
    )
    return Prepared(
        say, tuple(steps), cell(*lines, variables="xy"), tests, WORDS["method"],
        shown=lambda v: f"z={latex(v)}" if isinstance(v, sp.Expr) else None, given=_solved_plane, letters=("x", "y"),
    )  # fmt: skip


def _solved_plane(answer: str) -> Any:
    """z of an equation of a plane, in whatever form."""
    sides = answer.split("=")
    if len(sides) != 2:
        return None
    values = [values_in(side, ("x", "y", "z")) for side in sides]
    if any(v is None or len(v) != 1 or not isinstance(v[0], sp.Expr) for v in values):
        return None
    left, right = (v[0] for v in values if v is not None)
    z = next((s for s in (left - right).free_symbols if s.name == "z"), None)
    found = sp.solve(left - right, z) if z is not None else []
    return found[0] if len(found) == 1 else None


def total(f: sp.Expr, name: str, at: dict[sp.Symbol, Any] | None, say: Language) -> Prepared | None:
    found, told = partials(f, name, (X, Y), say)
    values = found if at is None else [sp.simplify(d.subs(at)) for d in found]
    if at is not None and not all(v.is_real and v.is_finite for v in values):
        return None
    dx, dy = sp.symbols("dx dy")

    def written(value: Any) -> str | None:
        if not isinstance(value, sp.Expr):
            return None
        names = {s.name: s for s in value.free_symbols}
        parts = [value.coeff(names[n]) if n in names else sp.S.Zero for n in ("dx", "dy")]
        terms = [_term(short(c), d) for c, d in zip(parts, ("dx", "dy"), strict=True) if c != 0]
        return f"d{name}=" + "+".join(terms).replace("+-", "-")

    whole = written(values[0] * dx + values[1] * dy) or ""
    steps = [told]
    if at is not None:
        steps.append(
            WORDS["slopes"].say(say, a=latex(at[X]), b=latex(at[Y]), p=latex(values[0]), q=latex(values[1]))
        )
    steps.append(WORDS["total"].say(say, f=name, total=whole.split("=", 1)[1]))
    lines = [
        *head(f, (X, Y), say),
        "total = slopes[0]*dx + slopes[1]*dy",
        "total" if at is None else f"total.subs({exact_source(at)})",
    ]
    places = (
        exact_source([tuple(at.values())])
        if at is not None
        else "[(Rational(3, 7), Rational(5, 11)), (Rational(8, 5), Rational(4, 9))]"
    )
    tests = (
        *quotients(f, (X, Y)),
        "parts = lambda point: [N(sympify(answer).subs([(x, point[0]), (y, point[1]), (dx, i), (dy, j)]), 40) for i, j in ((1, 0), (0, 1))]",
        f"all(abs(a - b) < Rational(1, 10**9) for point in {places} for a, b in zip(parts(point), slopes_at(point)))",
    )
    return Prepared(
        say, tuple(steps), cell(*lines, variables=("x", "y", "dx", "dy")), tests, WORDS["method_formula"],
        shown=written, given=formula, letters=("x", "y", "dx", "dy"),
    )  # fmt: skip


def _term(factor: sp.Expr, name: str) -> str:
    if factor == 1:
        return name
    if factor == -1:
        return f"-{name}"
    text = latex(factor)
    return rf"\left({text}\right)\,{name}" if factor.is_Add else rf"{text}\,{name}"
