"""The tasks: each question with its steps, cell and check."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import sympy as sp

from solver.latex import latex
from solver.topics.base import Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.matrices.literals import answered
from solver.topics.equations.matrices.literals import latex as column_latex
from solver.topics.geometry.space.reading import AXES, Line, Plane, plane_through
from solver.topics.geometry.space.words import WORDS
from solver.topics.prepared import Prepared, one_value

SAY: Final = "en"
T, U = sp.symbols("t u")
PLACE: Final = Words("The point is \\({answer}\\).", "所求的点是 \\({answer}\\)。")


def _told(name: str, **values: object) -> str:
    return WORDS[name].say(SAY, **values)


def _point(point: sp.Matrix) -> str:
    return column_latex(sp.ImmutableMatrix(point), point=True)


def _source(point: sp.Matrix) -> str:
    return f"Matrix({exact_source(list(point))})"


def _place(steps: list[str], lines: Sequence[str], tests: Sequence[str], as_column: bool) -> Prepared:
    """A task whose answer is a point (a column where the problem writes columns)."""

    def shown(value: Any) -> str | None:
        return column_latex(sp.ImmutableMatrix(value), point=not as_column) if isinstance(value, sp.MatrixBase) else None

    def given(answer: str) -> Any:
        found = answered(answer)
        return None if found is None or found.free_symbols else sp.Matrix(found)

    return Prepared(SAY, tuple(steps), cell(*lines), tuple(tests), WORDS["method"], PLACE, shown=shown, given=given)


def meeting_lines(lines: Sequence[Line], as_column: bool) -> Prepared | None:
    """Where two lines meet."""
    one, other = lines[0].at(T), lines[1].at(U)
    if one.free_symbols != {T} or other.free_symbols != {U}:
        return None
    solved = sp.solve(list(one - other), [T, U], dict=True)
    if len(solved) != 1 or set(solved[0]) != {T, U}:
        return None
    point = one.subs(solved[0])
    system = r",\quad ".join(f"{latex(a)}={latex(b)}" for a, b in zip(one, other, strict=True))
    steps = [
        _told("lines", one=column_latex(one), other=column_latex(other)),
        _told("equal", system=system),
        _told("solved", solution=f"t={latex(solved[0][T])},\\ u={latex(solved[0][U])}"),
        _told("point", point=_point(point)),
    ]
    source = (
        "t, u = symbols('t u')",
        f"one, other = {_source(one)}, {_source(other)}",
        comment(WORDS["code"].say(SAY)),
        "solution = solve(list(one - other), [t, u], dict=True)[0]",
        "one.subs(solution)",
    )
    tests = [
        "lines = [" + ", ".join(f"({_source(line.point)}, {_source(line.direction)})" for line in lines) + "]",
        "bool(all(Matrix.hstack(answer - p, d).rank() == 1 for p, d in lines))",
    ]
    return _place(steps, source, tests, as_column)


def meeting_plane(line: Line, plane: Plane, as_column: bool) -> Prepared | None:
    """Where a line meets a plane."""
    if line.point.rows != 3:
        return None
    place = line.at(T)
    equation = sp.expand(plane.equation.subs(dict(zip(AXES, place, strict=True)), simultaneous=True))
    if equation.free_symbols != {T} or sp.degree(equation, T) != 1:
        return None
    t = sp.solve(equation, T)[0]
    point = place.subs(T, t)
    steps = [
        _told("line", line=column_latex(place)),
        _told("plane", normal=_point(plane.normal), equation=latex(plane.equation)),
        _told("on_plane", equation=latex(equation)),
        _told("solved", solution=f"t={latex(t)}"),
        _told("point", point=_point(point)),
    ]
    source = (
        "t = symbols('t')",
        f"line = {_source(place)}",
        f"normal, constant = {_source(plane.normal)}, {exact_source(plane.constant)}",
        comment(WORDS["code"].say(SAY)),
        "line.subs(t, solve(normal.dot(line) - constant, t)[0])",
    )
    tests = (
        f"bool(simplify({_source(plane.normal)}.dot(answer) - ({exact_source(plane.constant)})) == 0 and Matrix.hstack(answer - {_source(line.point)}, {_source(line.direction)}).rank() == 1)",
    )
    return _place(steps, source, tests, as_column)


def angle(lines: Sequence[Line], *, in_degrees: bool) -> Prepared | None:
    """The acute angle of two lines, in degrees, or its cosine."""
    a, b = (line.direction for line in lines)
    if a.free_symbols or b.free_symbols:
        return None
    value = sp.radsimp(sp.Abs(a.dot(b)) / (a.norm() * b.norm()))
    steps = [_told("dot", a=_point(a), b=_point(b), dot=latex(a.dot(b)), la=latex(a.norm()), lb=latex(b.norm()), value=latex(value))]  # fmt: skip
    source = [f"a, b = {_source(a)}, {_source(b)}", comment(WORDS["code"].say(SAY)), "cosine = radsimp(abs(a.dot(b))/(a.norm()*b.norm()))"]  # fmt: skip
    if in_degrees:
        degrees = sp.deg(sp.acos(value))
        if not degrees.is_Rational or degrees == 0:
            return None
        steps.append(_told("angle", angle=latex(degrees)))
    source.append("deg(acos(cosine))" if in_degrees else "cosine")
    claimed = "cos(rad(answer))" if in_degrees else "answer"
    range_of = "0 < answer <= 90" if in_degrees else "answer >= 0"
    tests = (
        f"a, b = {_source(a)}, {_source(b)}",
        # the law of cosines in the triangle of the two directions
        "side = (a - b).dot(a - b)",
        f"bool({range_of} and simplify((a.dot(a) + b.dot(b) - side)**2 - 4*a.dot(a)*b.dot(b)*({claimed})**2) == 0)",
    )
    sentence = Words("The angle is \\({answer}^\\circ\\).", "夹角为 \\({answer}^\\circ\\)。")
    if in_degrees:
        return Prepared(SAY, tuple(steps), cell(*source), tests, WORDS["method"], sentence)
    return Prepared(SAY, tuple(steps), cell(*source), tests, WORDS["method"])


def _condition(lines: Sequence[Line], kind: str) -> tuple[sp.Expr, str] | None:
    """What has to be 0, and the step that says so."""
    a, b = lines[0].direction, lines[1].direction
    if kind == "perpendicular":
        dot = sp.expand(a.dot(b))
        return dot, _told("perpendicular", dot=latex(dot))
    if kind == "parallel" and a.rows == 2:
        value = sp.expand(a[0] * b[1] - a[1] * b[0])
        return value, _told("parallel", value=latex(value))
    if kind == "coplanar" and a.rows == 3:
        matrix = sp.Matrix.hstack(a, b, lines[1].point - lines[0].point)
        value = sp.expand(matrix.det())
        return value, _told("coplanar", matrix=column_latex(sp.ImmutableMatrix(matrix)), value=latex(value))
    return None


def letter_for(lines: Sequence[Line], kind: str, letter: sp.Symbol) -> Prepared | None:
    """The one value of a letter that makes the lines so."""
    return value_for(lines, kind, letter, None)


def value_for(lines: Sequence[Line], kind: str, asked: sp.Expr, at: sp.Matrix | None) -> Prepared | None:
    """The value of an expression in the letters, which the condition (and a point of the first line) settles."""
    condition = _condition(lines, kind)
    if condition is None:
        return None
    value, step = condition
    equations, steps = [value], [step]
    unknowns = set(value.free_symbols)
    if at is not None:
        system = list(lines[0].at(T) - at)
        equations += system
        unknowns |= set().union(*(e.free_symbols for e in system))
        steps.append(_told("on_line", system=r",\quad ".join(f"{latex(a)}={latex(b)}" for a, b in zip(lines[0].at(T), at, strict=True))))  # fmt: skip
    letters = sorted(unknowns, key=str)
    if not asked.free_symbols or not asked.free_symbols <= unknowns - {T} or any(
        not line.point.free_symbols | line.direction.free_symbols <= unknowns for line in lines
    ):
        return None
    solved = sp.solve(equations, letters, dict=True)
    if len(solved) != 1 or set(solved[0]) != unknowns or any(v.free_symbols for v in solved[0].values()):
        return None
    if kind == "parallel" and sp.Matrix.hstack(lines[0].direction.subs(solved[0]), (lines[1].point - lines[0].point).subs(solved[0])).rank() < 2:  # fmt: skip
        return None  # the same line meets itself
    shown = ",\\ ".join(f"{latex(k)}={latex(v)}" for k, v in solved[0].items())
    steps.append(_told("solved", solution=shown))
    result = sp.simplify(asked.subs(solved[0]))
    if not asked.is_Symbol:
        steps.append(_told("asked", asked=latex(asked), value=latex(result)))
    names = [s.name for s in letters]
    source = cell(
        f"equations = [{', '.join(exact_source(e) for e in equations)}]",
        comment(WORDS["code"].say(SAY)),
        f"solution = solve(equations, [{', '.join(names)}], dict=True)[0]",
        f"({exact_source(asked)}).subs(solution)",
        variables=names,
    )
    solution = "{" + ", ".join(f"{exact_source(k)}: {exact_source(v)}" for k, v in solved[0].items()) + "}"
    declared = f"{', '.join(names)} = symbols('{' '.join(names)}')" if len(names) > 1 else f"{names[0]} = symbols('{names[0]}')"
    a, b = lines[0].direction, lines[1].direction
    holds = {
        "perpendicular": "(one + other).dot(one + other) == one.dot(one) + other.dot(other)",
        "parallel": "Matrix.hstack(one, other).rank() == 1",
        "coplanar": "Matrix.hstack(one, other, joining).rank() == 2",
    }[kind]
    tests = (
        declared,
        f"values = {solution}",
        f"one, other, joining = [m.subs(values) for m in ({_source(a)}, {_source(b)}, {_source(lines[1].point - lines[0].point)})]",
        f"bool({holds} and all(e.subs(values) == 0 for e in [{', '.join(exact_source(e) for e in equations)}]) and simplify(({exact_source(asked)}).subs(values) - answer) == 0)",
    )
    return Prepared(SAY, tuple(steps), source, tests, WORDS["method"])


def from_line(ask: str, point: sp.Matrix, line: Line) -> Prepared | None:
    """Distance, foot or reflection of a point and a line."""
    if line.direction.free_symbols | line.point.free_symbols | point.free_symbols or line.direction.is_zero_matrix:
        return None
    if point.rows != line.point.rows:
        return None
    place = line.at(T)
    dot = sp.expand((place - point).dot(line.direction))
    t = sp.solve(dot, T)[0]
    foot = place.subs(T, t)
    steps = [
        _told("foot_line", line=column_latex(place), dot=latex(dot)),
        _told("foot", t=latex(t), foot=_point(foot)),
    ]
    head = [
        f"point, start, way = {_source(point)}, {_source(line.point)}, {_source(line.direction)}",
        comment(WORDS["code"].say(SAY)),
        "foot = start + way*(point - start).dot(way)/way.dot(way)",
    ]
    return _from_foot(ask, point, foot, steps, head, "way.dot(middle - point) == 0 and Matrix.hstack(middle - start, way).rank() <= 1")  # fmt: skip


def from_plane(ask: str, point: sp.Matrix, plane: Plane) -> Prepared | None:
    """Distance, foot or reflection of a point and a plane."""
    if point.rows != 3 or point.free_symbols or plane.normal.free_symbols or plane.constant.free_symbols:
        return None
    place = point + T * plane.normal
    equation = sp.expand(plane.normal.dot(place) - plane.constant)
    t = sp.solve(equation, T)[0]
    foot = place.subs(T, t)
    steps = [
        _told("foot_plane", line=column_latex(place), equation=latex(equation)),
        _told("foot", t=latex(t), foot=_point(foot)),
    ]
    head = [
        f"point, normal, constant = {_source(point)}, {_source(plane.normal)}, {exact_source(plane.constant)}",
        comment(WORDS["code"].say(SAY)),
        "foot = point + normal*(constant - normal.dot(point))/normal.dot(normal)",
    ]
    return _from_foot(ask, point, foot, steps, head, "simplify(normal.dot(middle) - constant) == 0 and Matrix.hstack(middle - point, normal).rank() <= 1")  # fmt: skip


def from_plane_points(ask: str, point: sp.Matrix, points: Sequence[sp.Matrix]) -> Prepared | None:
    """As `from_plane`, of the plane through three points."""
    plane, opening = _plane_of_points(points)
    task = None if plane is None else from_plane(ask, point, plane)
    if task is None:
        return None
    return Prepared(SAY, (opening, *task.steps), task.source, task.tests, task.method, task.sentence, task.shown, task.given)  # fmt: skip


def _plane_of_points(points: Sequence[sp.Matrix]) -> tuple[Plane | None, str]:
    a, b, c = points
    normal = (b - a).cross(c - a)
    factor = sp.gcd_list(list(normal)) if all(n.is_Integer for n in normal) else sp.S.One
    plane = plane_through(a, normal / factor) if factor != 0 else None
    if plane is None:
        return None, ""
    product = rf"\overrightarrow{{{_point(b - a)}}}\times\overrightarrow{{{_point(c - a)}}}".replace(r"\overrightarrow", "")  # fmt: skip
    return plane, _told("normal", product=product if factor == 1 else rf"\frac{{1}}{{{latex(factor)}}}{product}", normal=_point(plane.normal), equation=latex(plane.equation))  # fmt: skip


def _from_foot(ask: str, point: sp.Matrix, foot: sp.Matrix, steps: list[str], head: list[str], holds: str) -> Prepared:
    if ask == "ask_distance":
        value = sp.sqrt((foot - point).dot(foot - point))
        steps.append(_told("far", value=latex(value)))
        source = cell(*head, "sqrt((foot - point).dot(foot - point))")
        tests = (*head, "middle = foot", f"bool(answer >= 0 and {holds} and simplify(answer**2 - (foot - point).dot(foot - point)) == 0)")  # fmt: skip
        return Prepared(SAY, tuple(steps), source, tests, WORDS["method"])
    if ask == "ask_foot":
        return _place(steps, [*head, "foot"], (*head, "middle = answer", f"bool({holds})"), False)
    image = 2 * foot - point
    steps.append(_told("reflected", foot=_point(foot), point=_point(point), image=_point(image)))
    return _place(steps, [*head, "2*foot - point"], (*head, "middle = (answer + point)/2", f"bool({holds})"), False)


def volume(points: Sequence[sp.Matrix]) -> Prepared | None:
    """The volume of a tetrahedron."""
    if any(p.rows != 3 or p.free_symbols for p in points):
        return None
    a, *others = points
    matrix = sp.Matrix.hstack(*(p - a for p in others))
    value = sp.Abs(matrix.det()) / 6
    steps = [_told("volume", matrix=column_latex(sp.ImmutableMatrix(matrix)), value=latex(value))]
    head = f"a, b, c, d = {', '.join(map(_source, points))}"
    source = cell(head, comment(WORDS["code"].say(SAY)), "abs(Matrix.hstack(b - a, c - a, d - a).det())/6")
    tests = (
        head,
        # a third of the base times the height over it
        "normal = (c - b).cross(d - b)",
        "bool(simplify(abs(normal.dot(a - b))/6 - answer) == 0)",
    )
    return Prepared(SAY, tuple(steps), source, tests, WORDS["method"])


def plane_equation(points: Sequence[sp.Matrix]) -> Prepared | None:
    """The plane through three points as Ax + By + Cz + D = 0 in lowest whole numbers, A > 0."""
    if any(p.rows != 3 or not all(c.is_Rational for c in p) for p in points):
        return None
    plane, opening = _plane_of_points(points)
    if plane is None:
        return None
    numbers = [*plane.normal, -plane.constant]
    factor = sp.ilcm(*(n.q for n in numbers))
    whole = [n * factor for n in numbers]
    divisor = sp.igcd(*whole) * (1 if whole[0] > 0 else -1)
    if whole[0] == 0:
        return None
    whole = [n / divisor for n in whole]

    def shown(value: Any) -> str | None:
        if not isinstance(value, list | tuple) or len(value) != 4:
            return None
        return f"{latex(sum((n * a for n, a in zip(value, AXES, strict=False)), value[3]))} = 0"

    def given(answer: str) -> Any:
        left, sign, right = answer.partition("=")
        found = one_value_of_axes(left)
        return found if sign and right.strip() in ("0", "0.") else None

    lines = (
        f"a, b, c = {', '.join(map(_source, points))}",
        comment(WORDS["code"].say(SAY)),
        "normal = (b - a).cross(c - a)",
        "numbers = [*normal, -normal.dot(a)]",
        f"[n*{exact_source(whole[0])}/numbers[0] for n in numbers]",
    )
    tests = (
        f"points = [{', '.join(map(_source, points))}]",
        "bool(all(answer.subs(list(zip((x, y, z), p))) == 0 for p in points) and Poly(answer, x, y, z).total_degree() == 1 and Poly(answer, x, y, z).content() == 1 and Poly(answer, x, y, z).coeff_monomial(x) > 0)",
    )
    sentence = Words("The plane is \\({answer}\\).", "平面方程为 \\({answer}\\)。")
    return Prepared(SAY, (opening,), cell(*lines), tests, WORDS["method"], sentence, shown=shown, given=given, letters=("x", "y", "z"))  # fmt: skip


def one_value_of_axes(text: str) -> Any:
    """An expression in x, y, z that somebody answered."""
    value = one_value(text)
    return value if value is not None and value.free_symbols <= set(AXES) else None


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
    steps = [_told("squares", equation=f"{squares}={latex(power)}")]
    lines = [
        f"f = {exact_source(difference / square)}",
        comment(WORDS["code"].say(SAY)),
        "centre = Matrix([-diff(f, v).subs(v, 0)/2 for v in (x, y, z)])",
    ]
    if what.lower() == "radius":
        steps.append(_told("read", what=f"r={latex(sp.sqrt(power))}"))
        source = cell(*lines, "sqrt(-f.subs(list(zip((x, y, z), centre))))", variables="xyz")
        tests = (f"f = {exact_source(difference / square)}", f"c = {_source(centre)}", "bool(answer > 0 and all(expand(f.subs({x: c[0] + answer*p, y: c[1] + answer*q, z: c[2] + answer*r})) == 0 for p, q, r in ((1, 0, 0), (0, -1, 0), (0, 0, 1))))")  # fmt: skip
        return Prepared(SAY, tuple(steps), source, tests, WORDS["method"], letters=("x", "y", "z"))
    steps.append(_told("read", what=_point(centre)))
    radius = exact_source(sp.sqrt(power))
    tests = (f"f = {exact_source(difference / square)}", f"bool(all(simplify(f.subs({{x: answer[0] + {radius}*p, y: answer[1] + {radius}*q, z: answer[2] + {radius}*r}})) == 0 for p, q, r in ((1, 0, 0), (0, -1, 0), (0, 0, 1))))")  # fmt: skip
    task = _place(steps, [*lines, "centre"], tests, False)
    return Prepared(SAY, task.steps, cell(*lines, "centre", variables="xyz"), tests, WORDS["method"], PLACE, shown=task.shown, given=task.given, letters=("x", "y", "z"))  # fmt: skip


__all__ = [
    "angle",
    "from_line",
    "from_plane",
    "from_plane_points",
    "letter_for",
    "meeting_lines",
    "meeting_plane",
    "plane_equation",
    "sphere",
    "value_for",
    "volume",
]
