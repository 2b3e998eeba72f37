"""One plane: its equation from three points or from a point and a normal vector, and how far a point is from it. Nothing is read here.

Readers: `typed` (both languages, formulas as they are typed) and `topic` (English, marked formulas).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.matrices.literals import latex as column_latex
from solver.topics.geometry.space.reading import AXES, Plane, plane_by, plane_through
from solver.topics.prepared import Prepared, one_value

WORDS: Final = {
    "sides": Words("Two vectors in the plane: \\({u}\\) and \\({v}\\).", "平面内的两个向量：\\({u}\\) 和 \\({v}\\)。"),
    "cross": Words("Their cross product is perpendicular to the plane: \\[{u}\\times {v}={n}\\]", "它们的向量积垂直于平面，是法向量：\\[{u}\\times {v}={n}\\]"),
    "shorter": Words("A multiple of it does as well: \\({n}\\).", "取与它平行的法向量 \\({n}\\)。"),
    "told": Words("A normal vector of the plane is \\({n}\\).", "平面的一个法向量为 \\({n}\\)。"),
    "same": Words("Parallel planes have the same normal vector: \\({n}\\).", "平行的平面法向量相同：\\({n}\\)。"),
    "plane": Words("With this normal and the point \\({point}\\) the plane is \\[{by_point}=0\\] that is \\[{equation}\\]", "由法向量和点 \\({point}\\)（点法式）得 \\[{by_point}=0\\] 即 \\[{equation}\\]"),
    "distance": Words("The distance of \\({point}\\) from the plane \\(Ax+By+Cz+D=0\\) is \\[d=\\frac{{|Ax_0+By_0+Cz_0+D|}}{{\\sqrt{{A^2+B^2+C^2}}}}=\\frac{{{above}}}{{\\sqrt{{{below}}}}}={value}\\]", "点 \\({point}\\) 到平面 \\(Ax+By+Cz+D=0\\) 的距离为 \\[d=\\frac{{|Ax_0+By_0+Cz_0+D|}}{{\\sqrt{{A^2+B^2+C^2}}}}=\\frac{{{above}}}{{\\sqrt{{{below}}}}}={value}\\]"),
    "code": Words("the equation of the plane", "平面的方程"),
    "code_distance": Words("how far the point is from the plane", "点到平面的距离"),
    "method": Words("the points were put into the equation, and the foot of the perpendicular was found", "把点代入方程，并求出垂足检验距离"),
    "sentence": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
}  # fmt: skip


def through_points(points: Sequence[sp.Matrix], say: Language) -> tuple[Plane, list[str]] | None:
    """The plane through three points, in lowest whole numbers where it can be, and the steps to it; None where they lie on a line."""
    a, b, c = points
    if any(p.rows != 3 or p.free_symbols for p in points):
        return None
    u, v = b - a, c - a
    normal = u.cross(v)
    if not any(normal):
        return None
    steps = [
        WORDS["sides"].say(say, u=_shown(u), v=_shown(v)),
        WORDS["cross"].say(say, u=_shown(u), v=_shown(v), n=_shown(normal)),
    ]
    factor = _shortening(normal, normal.dot(a))
    if factor != 1:
        steps.append(WORDS["shorter"].say(say, n=_shown(factor * normal)))
    return _with_point(factor * normal, a, steps, say)


def with_normal(normal: sp.Matrix, point: sp.Matrix, why: str, say: Language) -> tuple[Plane, list[str]] | None:  # fmt: skip
    """The plane with a normal vector, which was `told` or is the `same` as that of another plane, and the steps to it."""
    if not all(n.is_Rational for n in normal):
        return None
    return _with_point(normal, point, [WORDS[why].say(say, n=_shown(normal))], say)


def _with_point(normal: sp.Matrix, point: sp.Matrix, steps: list[str], say: Language) -> tuple[Plane, list[str]] | None:  # fmt: skip
    plane = plane_through(point, normal)
    if plane is None:
        return None
    by_point = _by_point(normal, point)
    steps.append(WORDS["plane"].say(say, point=_shown(point), by_point=by_point, equation=_equation(plane)))
    return plane, steps


def _by_point(normal: sp.Matrix, point: sp.Matrix) -> str:
    terms = []
    for n, s, p in zip(normal, AXES, point, strict=True):
        if n == 0:
            continue
        inner = latex(s) if p == 0 else rf"\left({latex(s - p)}\right)"
        terms.append(("" if n == 1 else "-" if n == -1 else latex(n)) + inner)
    return "+".join(terms).replace("+-", "-")


def _shortening(normal: sp.Matrix, constant: sp.Expr) -> sp.Rational:
    """What makes a normal vector, and the constant, whole numbers without a common factor, the first of which is positive."""
    if not all(v.is_Rational for v in normal):
        return sp.S.One
    whole = normal * sp.ilcm(*(v.q for v in normal))
    first = next(v for v in whole if v != 0)
    short = whole / (sp.sign(first) * sp.igcd(*whole))
    factor = next(a / b for a, b in zip(short, normal, strict=True) if b != 0)
    return factor * (constant * factor).q if constant.is_Rational else factor


def _shown(vector: sp.Matrix) -> str:
    return column_latex(sp.ImmutableMatrix(vector), point=True)


def _equation(plane: Plane) -> str:
    return f"{latex(sp.expand(plane.equation))}=0"


def _distance(plane: Plane, place: sp.Matrix, say: Language) -> tuple[sp.Expr, str, str]:
    """The distance, the step, and the cell's line that works it out."""
    at = dict(zip(AXES, place, strict=True))
    above, below = abs(plane.equation.subs(at, simultaneous=True)), sum(v**2 for v in plane.normal)
    value = sp.radsimp(above / sp.sqrt(below))
    step = WORDS["distance"].say(say, point=_shown(place), above=latex(above), below=latex(below), value=latex(value))  # fmt: skip
    return value, step, f"abs(plane.subs({exact_source(at)}))/n.norm()"


_FOOT: Final = (
    "t = symbols('t')",
    "step = solve(E.subs({x: place[0] + t*n[0], y: place[1] + t*n[1], z: place[2] + t*n[2]}), t)[0]",
)
_NORMAL: Final = "n = Matrix([E.coeff(s) for s in (x, y, z)])"


def distance(plane: Plane, place: sp.Matrix, say: Language, opening: Sequence[str] = ()) -> Prepared:
    """How far a place is from a plane; `opening`: how the plane was found."""
    _, step, line = _distance(plane, place, say)
    equation = exact_source(sp.expand(plane.equation))
    source = cell(
        f"plane = {equation}",
        comment(WORDS["code_distance"].say(say)),
        "n = Matrix([plane.coeff(s) for s in (x, y, z)])",
        line,
        variables="xyz",
    )
    tests = (f"E, place = {equation}, Matrix({exact_source(tuple(place))})", _NORMAL, *_FOOT, "bool(simplify((n*step).norm() - answer) == 0)")  # fmt: skip
    return Prepared(say, (*opening, step), source, tests, WORDS["method"], WORDS["sentence"], letters=("x", "y", "z"))  # fmt: skip


def equation(plane: Plane, steps: Sequence[str], through: Sequence[sp.Matrix], say: Language, *, place: sp.Matrix | None = None, in_lowest: bool = False) -> Prepared | None:  # fmt: skip
    """The equation of a plane `through` points, which the `steps` have found, and how far a `place` is from it.

    `in_lowest`: whole numbers without a common factor are wished for, that of x positive.
    """
    if not all(n.is_Rational for n in plane.normal) or in_lowest and not plane.constant.is_Rational:
        return None
    far = None if place is None else _distance(plane, place, say)
    expanded = sp.expand(plane.equation)
    points = [exact_source(tuple(p)) for p in through]
    lines = [comment(WORDS["code"].say(say)), f"plane = {exact_source(expanded)}"]
    if len(through) == 3:
        crossed = (through[1] - through[0]).cross(through[2] - through[0])
        factor = next(a / b for a, b in zip(plane.normal, crossed, strict=True) if b != 0)
        short = "" if factor == 1 else f"{exact_source(factor)}*"
        lines[1:] = [f"A, B, C = (Matrix(p) for p in ({', '.join(points)}))", f"normal = {short}(B - A).cross(C - A)", "plane = expand(normal.dot(Matrix([x, y, z]) - A))"]  # fmt: skip
    if far is not None:
        lines += [comment(WORDS["code_distance"].say(say)), "n = Matrix([plane.coeff(s) for s in (x, y, z)])"]
    lines.append("plane" if far is None else f"(plane, {far[2]})")
    answer = _equation(plane) if far is None else rf"{_equation(plane)};\ {latex(far[0])}"

    def shown(value: Any) -> str | None:
        found, length = (value, None) if far is None else value if isinstance(value, tuple | sp.Tuple) else (None, None)  # fmt: skip
        other = plane_by(found) if isinstance(found, sp.Expr) else None
        if other is None or sp.Matrix([[*p.normal, p.constant] for p in (plane, other)]).rank() != 1:
            return None
        return answer if far is None or sp.simplify(length - far[0]) == 0 else None

    def given(text: str) -> Any:
        head, _, rest = text.partition(";")
        left, sign, right = head.partition("=")
        sides = [values_in(side, ("x", "y", "z")) for side in (left, right)]
        if not sign or any(v is None or len(v) != 1 for v in sides):
            return None
        if in_lowest and right.strip() not in ("0", "0."):
            return None
        found = sp.expand(sides[0][0] - sides[1][0])  # type: ignore[index]  # just looked at
        length = None if far is None else one_value(rest.replace(r"\ ", " "))
        return found if far is None else None if length is None else (found, length)

    tests = (
        "E = sympify(answer)" if far is None else "E, far = answer",
        _NORMAL,
        f"through = all(simplify(E.subs({{x: p[0], y: p[1], z: p[2]}})) == 0 for p in [{', '.join(points)}])",
        f"right = any(n) and n.cross(Matrix({exact_source(tuple(plane.normal))})) == zeros(3, 1)",
        *(("right = right and Poly(E, x, y, z).content() == 1 and n[0] > 0",) if in_lowest else ()),
        *((f"place = Matrix({exact_source(tuple(place))})", *_FOOT, "right = right and simplify((n*step).norm() - far) == 0") if place is not None else ()),
        "bool(through and right)",
    )  # fmt: skip
    source = cell(*lines, variables="xyz")
    return Prepared(say, tuple(steps) + (() if far is None else (far[1],)), source, tests, WORDS["method"], WORDS["sentence"], shown, given, ("x", "y", "z"))  # fmt: skip
