"""Tetrahedra and spheres."""

from __future__ import annotations

from collections.abc import Sequence

import sympy as sp

from solver.latex import latex
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.matrices.literals import latex as column_latex
from solver.topics.geometry.space.reading import AXES
from solver.topics.geometry.space.solving import (
    PLACE,
    SAY,
    place_task,
    point_latex,
    source_of,
    told_step,
)
from solver.topics.geometry.space.words import WORDS
from solver.topics.prepared import Prepared


def volume(points: Sequence[sp.Matrix]) -> Prepared | None:
    """The volume of a tetrahedron."""
    if any(p.rows != 3 or p.free_symbols for p in points):
        return None
    a, *others = points
    matrix = sp.Matrix.hstack(*(p - a for p in others))
    value = sp.Abs(matrix.det()) / 6
    steps = [told_step("volume", matrix=column_latex(sp.ImmutableMatrix(matrix)), value=latex(value))]
    head = f"a, b, c, d = {', '.join(map(source_of, points))}"
    source = cell(head, comment(WORDS["code"].say(SAY)), "abs(Matrix.hstack(b - a, c - a, d - a).det())/6")
    tests = (
        head,
        # a third of the base times the height over it
        "normal = (c - b).cross(d - b)",
        "bool(simplify(abs(normal.dot(a - b))/6 - answer) == 0)",
    )
    return Prepared(SAY, tuple(steps), source, tests, WORDS["method"])


def sphere(difference: sp.Expr, what: str) -> Prepared | None:
    """The centre or the radius of a sphere."""
    poly = sp.Poly(difference, *AXES)
    square = poly.coeff_monomial(AXES[0] ** 2)
    if poly.total_degree() != 2 or square == 0 or any(poly.coeff_monomial(a * b) != 0 for a, b in ((AXES[0], AXES[1]), (AXES[0], AXES[2]), (AXES[1], AXES[2]))):  # fmt: skip
        return None
    if any(poly.coeff_monomial(a**2) != square for a in AXES):
        return None
    centre = sp.ImmutableMatrix([-poly.coeff_monomial(a) / (2 * square) for a in AXES])
    power = centre.dot(centre) - poly.coeff_monomial(1) / square
    if not power.is_positive:
        return None
    squares = "+".join(latex((a - c) ** 2) for a, c in zip(AXES, centre, strict=True))
    steps = [told_step("squares", equation=f"{squares}={latex(power)}")]
    lines = [
        f"f = {exact_source(difference / square)}",
        comment(WORDS["code"].say(SAY)),
        "centre = Matrix([-diff(f, v).subs(v, 0)/2 for v in (x, y, z)])",
    ]
    if what.lower() == "radius":
        steps.append(told_step("read", what=f"r={latex(sp.sqrt(power))}"))
        source = cell(*lines, "sqrt(-f.subs(list(zip((x, y, z), centre))))", variables="xyz")
        tests = (f"f = {exact_source(difference / square)}", f"c = {source_of(centre)}", "bool(answer > 0 and all(expand(f.subs({x: c[0] + answer*p, y: c[1] + answer*q, z: c[2] + answer*r})) == 0 for p, q, r in ((1, 0, 0), (0, -1, 0), (0, 0, 1))))")  # fmt: skip
        return Prepared(SAY, tuple(steps), source, tests, WORDS["method"], letters=("x", "y", "z"))
    steps.append(told_step("read", what=point_latex(centre)))
    radius = exact_source(sp.sqrt(power))
    on_it = (f"f = {exact_source(difference / square)}", f"bool(all(simplify(f.subs({{x: answer[0] + {radius}*p, y: answer[1] + {radius}*q, z: answer[2] + {radius}*r}})) == 0 for p, q, r in ((1, 0, 0), (0, -1, 0), (0, 0, 1))))")  # fmt: skip
    task = place_task(steps, [*lines, "centre"], on_it, False)
    return Prepared(SAY, task.steps, cell(*lines, "centre", variables="xyz"), on_it, WORDS["method"], PLACE, shown=task.shown, given=task.given, letters=("x", "y", "z"))  # fmt: skip
