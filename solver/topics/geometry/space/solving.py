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
from solver.topics.geometry.space import planes
from solver.topics.geometry.space.reading import AXES, Line, Plane
from solver.topics.geometry.space.words import WORDS
from solver.topics.prepared import Prepared

SAY: Final = "en"
T, U = sp.symbols("t u")
PLACE: Final = Words("The point is \\({answer}\\).", "所求的点是 \\({answer}\\)。")


def told_step(name: str, **values: object) -> str:
    return WORDS[name].say(SAY, **values)


def point_latex(point: sp.Matrix) -> str:
    return column_latex(sp.ImmutableMatrix(point), point=True)


def source_of(point: sp.Matrix) -> str:
    return f"Matrix({exact_source(list(point))})"


def place_task(steps: list[str], lines: Sequence[str], tests: Sequence[str], as_column: bool) -> Prepared:
    """A task whose answer is a point (a column where the problem writes columns)."""

    def shown(value: Any) -> str | None:
        return (
            column_latex(sp.ImmutableMatrix(value), point=not as_column)
            if isinstance(value, sp.MatrixBase)
            else None
        )

    def given(answer: str) -> Any:
        found = answered(answer)
        return None if found is None or found.free_symbols else sp.Matrix(found)

    return Prepared(
        SAY, tuple(steps), cell(*lines), tuple(tests), WORDS["method"], PLACE, shown=shown, given=given
    )


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
        told_step("lines", one=column_latex(one), other=column_latex(other)),
        told_step("equal", system=system),
        told_step("solved", solution=f"t={latex(solved[0][T])},\\ u={latex(solved[0][U])}"),
        told_step("point", point=point_latex(point)),
    ]
    source = (
        "t, u = symbols('t u')",
        f"one, other = {source_of(one)}, {source_of(other)}",
        comment(WORDS["code"].say(SAY)),
        "solution = solve(list(one - other), [t, u], dict=True)[0]",
        "one.subs(solution)",
    )
    tests = [
        "lines = ["
        + ", ".join(f"({source_of(line.point)}, {source_of(line.direction)})" for line in lines)
        + "]",
        "bool(all(Matrix.hstack(answer - p, d).rank() == 1 for p, d in lines))",
    ]
    return place_task(steps, source, tests, as_column)


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
        told_step("line", line=column_latex(place)),
        told_step("plane", normal=point_latex(plane.normal), equation=latex(plane.equation)),
        told_step("on_plane", equation=latex(equation)),
        told_step("solved", solution=f"t={latex(t)}"),
        told_step("point", point=point_latex(point)),
    ]
    source = (
        "t = symbols('t')",
        f"line = {source_of(place)}",
        f"normal, constant = {source_of(plane.normal)}, {exact_source(plane.constant)}",
        comment(WORDS["code"].say(SAY)),
        "line.subs(t, solve(normal.dot(line) - constant, t)[0])",
    )
    tests = (
        f"bool(simplify({source_of(plane.normal)}.dot(answer) - ({exact_source(plane.constant)})) == 0 and Matrix.hstack(answer - {source_of(line.point)}, {source_of(line.direction)}).rank() == 1)",
    )
    return place_task(steps, source, tests, as_column)


def angle(lines: Sequence[Line], *, in_degrees: bool) -> Prepared | None:
    """The acute angle of two lines, in degrees, or its cosine."""
    a, b = (line.direction for line in lines)
    if a.free_symbols or b.free_symbols:
        return None
    value = sp.radsimp(sp.Abs(a.dot(b)) / (a.norm() * b.norm()))
    steps = [told_step("dot", a=point_latex(a), b=point_latex(b), dot=latex(a.dot(b)), la=latex(a.norm()), lb=latex(b.norm()), value=latex(value))]  # fmt: skip
    source = [f"a, b = {source_of(a)}, {source_of(b)}", comment(WORDS["code"].say(SAY)), "cosine = radsimp(abs(a.dot(b))/(a.norm()*b.norm()))"]  # fmt: skip
    if in_degrees:
        degrees = sp.deg(sp.acos(value))
        if not degrees.is_Rational or degrees == 0:
            return None
        steps.append(told_step("angle", angle=latex(degrees)))
    source.append("deg(acos(cosine))" if in_degrees else "cosine")
    claimed = "cos(rad(answer))" if in_degrees else "answer"
    range_of = "0 < answer <= 90" if in_degrees else "answer >= 0"
    tests = (
        f"a, b = {source_of(a)}, {source_of(b)}",
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
        return dot, told_step("perpendicular", dot=latex(dot))
    if kind == "parallel" and a.rows == 2:
        value = sp.expand(a[0] * b[1] - a[1] * b[0])
        return value, told_step("parallel", value=latex(value))
    if kind == "coplanar" and a.rows == 3:
        matrix = sp.Matrix.hstack(a, b, lines[1].point - lines[0].point)
        value = sp.expand(matrix.det())
        return value, told_step(
            "coplanar", matrix=column_latex(sp.ImmutableMatrix(matrix)), value=latex(value)
        )
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
        steps.append(told_step("on_line", system=r",\quad ".join(f"{latex(a)}={latex(b)}" for a, b in zip(lines[0].at(T), at, strict=True))))  # fmt: skip
    letters = sorted(unknowns, key=str)
    if (
        not asked.free_symbols
        or not asked.free_symbols <= unknowns - {T}
        or any(not line.point.free_symbols | line.direction.free_symbols <= unknowns for line in lines)
    ):
        return None
    solved = sp.solve(equations, letters, dict=True)
    if len(solved) != 1 or set(solved[0]) != unknowns or any(v.free_symbols for v in solved[0].values()):
        return None
    if kind == "parallel" and sp.Matrix.hstack(lines[0].direction.subs(solved[0]), (lines[1].point - lines[0].point).subs(solved[0])).rank() < 2:  # fmt: skip
        return None  # the same line meets itself
    shown = ",\\ ".join(f"{latex(k)}={latex(v)}" for k, v in solved[0].items())
    steps.append(told_step("solved", solution=shown))
    result = sp.simplify(asked.subs(solved[0]))
    if not asked.is_Symbol:
        steps.append(told_step("asked", asked=latex(asked), value=latex(result)))
    names = [s.name for s in letters]
    source = cell(
        f"equations = [{', '.join(exact_source(e) for e in equations)}]",
        comment(WORDS["code"].say(SAY)),
        f"solution = solve(equations, [{', '.join(names)}], dict=True)[0]",
        f"({exact_source(asked)}).subs(solution)",
        variables=names,
    )
    solution = "{" + ", ".join(f"{exact_source(k)}: {exact_source(v)}" for k, v in solved[0].items()) + "}"
    declared = (
        f"{', '.join(names)} = symbols('{' '.join(names)}')"
        if len(names) > 1
        else f"{names[0]} = symbols('{names[0]}')"
    )
    a, b = lines[0].direction, lines[1].direction
    holds = {
        "perpendicular": "(one + other).dot(one + other) == one.dot(one) + other.dot(other)",
        "parallel": "Matrix.hstack(one, other).rank() == 1",
        "coplanar": "Matrix.hstack(one, other, joining).rank() == 2",
    }[kind]
    tests = (
        declared,
        f"values = {solution}",
        f"one, other, joining = [m.subs(values) for m in ({source_of(a)}, {source_of(b)}, {source_of(lines[1].point - lines[0].point)})]",
        f"bool({holds} and all(e.subs(values) == 0 for e in [{', '.join(exact_source(e) for e in equations)}]) and simplify(({exact_source(asked)}).subs(values) - answer) == 0)",
    )
    return Prepared(SAY, tuple(steps), source, tests, WORDS["method"])


def from_line(ask: str, point: sp.Matrix, line: Line) -> Prepared | None:
    """Distance, foot or reflection of a point and a line."""
    if (
        line.direction.free_symbols | line.point.free_symbols | point.free_symbols
        or line.direction.is_zero_matrix
    ):
        return None
    if point.rows != line.point.rows:
        return None
    place = line.at(T)
    dot = sp.expand((place - point).dot(line.direction))
    t = sp.solve(dot, T)[0]
    foot = place.subs(T, t)
    steps = [
        told_step("foot_line", line=column_latex(place), dot=latex(dot)),
        told_step("foot", t=latex(t), foot=point_latex(foot)),
    ]
    head = [
        f"point, start, way = {source_of(point)}, {source_of(line.point)}, {source_of(line.direction)}",
        comment(WORDS["code"].say(SAY)),
        "foot = start + way*(point - start).dot(way)/way.dot(way)",
    ]
    return _from_foot(ask, point, foot, steps, head, "way.dot(middle - point) == 0 and Matrix.hstack(middle - start, way).rank() <= 1")  # fmt: skip


def from_plane(ask: str, point: sp.Matrix, plane: Plane, opening: Sequence[str] = ()) -> Prepared | None:
    """Distance, foot or reflection of a point and a plane; `opening`: how the plane was found."""
    if point.rows != 3 or point.free_symbols or plane.normal.free_symbols or plane.constant.free_symbols:
        return None
    if ask == "ask_distance":
        return planes.distance(plane, point, SAY, opening)
    place = point + T * plane.normal
    equation = sp.expand(plane.normal.dot(place) - plane.constant)
    t = sp.solve(equation, T)[0]
    foot = place.subs(T, t)
    steps = [
        *opening,
        told_step("foot_plane", line=column_latex(place), equation=latex(equation)),
        told_step("foot", t=latex(t), foot=point_latex(foot)),
    ]
    head = [
        f"point, normal, constant = {source_of(point)}, {source_of(plane.normal)}, {exact_source(plane.constant)}",
        comment(WORDS["code"].say(SAY)),
        "foot = point + normal*(constant - normal.dot(point))/normal.dot(normal)",
    ]
    return _from_foot(ask, point, foot, steps, head, "simplify(normal.dot(middle) - constant) == 0 and Matrix.hstack(middle - point, normal).rank() <= 1")  # fmt: skip


def from_plane_points(ask: str, point: sp.Matrix, points: Sequence[sp.Matrix]) -> Prepared | None:
    """As `from_plane`, of the plane through three points."""
    found = planes.through_points(points, SAY)
    return None if found is None else from_plane(ask, point, *found)


def _from_foot(
    ask: str, point: sp.Matrix, foot: sp.Matrix, steps: list[str], head: list[str], holds: str
) -> Prepared:
    if ask == "ask_distance":
        value = sp.sqrt((foot - point).dot(foot - point))
        steps.append(told_step("far", value=latex(value)))
        source = cell(*head, "sqrt((foot - point).dot(foot - point))")
        tests = (*head, "middle = foot", f"bool(answer >= 0 and {holds} and simplify(answer**2 - (foot - point).dot(foot - point)) == 0)")  # fmt: skip
        return Prepared(SAY, tuple(steps), source, tests, WORDS["method"])
    if ask == "ask_foot":
        return place_task(steps, [*head, "foot"], (*head, "middle = answer", f"bool({holds})"), False)
    image = 2 * foot - point
    steps.append(
        told_step("reflected", foot=point_latex(foot), point=point_latex(point), image=point_latex(image))
    )
    return place_task(
        steps, [*head, "2*foot - point"], (*head, "middle = (answer + point)/2", f"bool({holds})"), False
    )
