"""Planes in space: through three points, through a point with a normal or parallel to a plane, and distances of points from a plane.

Read: points (1, 2, 3) with or without names, one plane as an equation in x, y, z, a normal vector; the equation, a distance, or both. Not: lines, letters,
angles between planes, three points on one line.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said, clauses, table, without_dollars
from solver.topics.prepared import Prepared

X, Y, Z = (sp.Symbol(name, real=True) for name in "xyz")
_E: Final = r"\s*-?(?:\d+(?:\.\d+)?(?:/\d+)?|\\frac\{\d+\}\{\d+\}|√\d+|\\sqrt\{\d+\})\s*"
_TRIPLE: Final = re.compile(
    rf"(?:(?<![A-Za-z\\])[A-Z](?:_?\d)?\s*=?\s*)?(?:\(|<|\\langle)({_E}),({_E}),({_E})(?:\)|>|\\rangle)"
)
_EQUATION: Final = re.compile(
    r"(?:[πα]\s*:\s*)?(?<![A-Za-z\\])-?\d*\s*[xyz](?:\s*[-+]\s*\d*\s*[xyz]|\s*[-+]\s*\d+)*\s*=\s*-?\d+(?!\d|\.\d|\s*[-+*/^]\s*[\dxyz(]|\s*[xyz])"
)
_POINT: Final = r"(?:the )?(?:point )?(?:[A-Z] ?=? ?)?point"
_THE_PLANE: Final = r"(?:an? |the )?(?:cartesian |general )?equation (?:of|for) (?:the |a )?plane"
TABLE_EN: Final = table({
    "three": (
        rf"{FIND}(?:{_THE_PLANE}|the plane) (?:passing |that passes |which passes |going |that goes )?(?:through|containing|that contains|determined by|which contains) (?:the )?(?:3 )?(?:points )?{_POINT} ,? ?{_POINT} ,? ?(?:and )?{_POINT}",
        rf"(?:a|the) plane (?:passes|goes) through (?:the )?(?:3 )?(?:points )?{_POINT} ,? ?{_POINT} ,? ?(?:and )?{_POINT}",
    ),
    "normal": (
        rf"{FIND}(?:{_THE_PLANE}|the plane) (?:passing |that passes |which passes )?(?:through|containing) {_POINT} (?:,? ?and )?(?:with|having|perpendicular to|normal to|orthogonal to) (?:the )?(?:a )?(?:normal )?(?:vector )?(?:n = )?point",
        rf"{FIND}(?:{_THE_PLANE}|the plane) with normal (?:vector )?point (?:passing |that passes )?(?:through|containing) {_POINT}",
    ),
    "parallel": (rf"{FIND}(?:{_THE_PLANE}|the plane) (?:passing |that passes |which passes )?(?:through|containing) {_POINT} (?:,? ?(?:and|that is|which is) )?parallel to (?:the plane )?equation",),
    "distance": (rf"{FIND}(?:the )?(?:shortest |perpendicular )?distance (?:from|of|between) {_POINT} (?:to|from|and) (?:the )?(?:plane )?equation",),
    "from_origin": (rf"{FIND}(?:its|the plane's|the) distance (?:of (?:the|this) plane )?from (?:the )?origin", rf"{FIND}the distance (?:from|of) (?:the )?origin (?:to|from) (?:it|this plane|that plane|the plane)"),
    "from_point": (rf"{FIND}(?:its|the plane's) distance from {_POINT}", rf"{FIND}the distance (?:from|of) {_POINT} (?:to|from) (?:it|this plane|that plane|the plane)"),
    "ask": (rf"{FIND}(?:{_THE_PLANE}|its equation|the equation of (?:this|the) plane)",),
})  # fmt: skip
_P_ZH: Final = r"(?:点)?point"
TABLE_ZH: Final = table({
    "three": (
        rf"{FIND_ZH}(?:过|经过|通过)(?:三点|三个点)?{_P_ZH} ?[、,和与及]? ?{_P_ZH} ?[、,和与及]* ?{_P_ZH}(?:三点|这三点|三个点)?的平面(?:的)?(?:一般)?方程{HOW_MUCH_ZH}",
        rf"(?:平面|某平面|一平面)(?:[απ])?(?:过|经过|通过)(?:三点|三个点)?{_P_ZH} ?[、,和与及]? ?{_P_ZH} ?[、,和与及]* ?{_P_ZH}(?:三点|这三点|三个点)?",
    ),
    "normal": (
        rf"{FIND_ZH}(?:过|经过|通过){_P_ZH}[,，]?(?:且|并且|并)?(?:以)?(?:法向量|与向量|垂直于|垂直于向量|以向量|法向量为|法向量是)?(?:n ?= ?)?point(?:垂直|为法向量)?的平面(?:的)?(?:一般)?方程{HOW_MUCH_ZH}",
    ),
    "parallel": (rf"{FIND_ZH}(?:过|经过|通过){_P_ZH}[,，]?(?:且|并且|并)?(?:与|平行于|和)(?:平面)?(?:[απ])? ?equation ?(?:平行)?的平面(?:的)?(?:一般)?方程{HOW_MUCH_ZH}",),
    "distance": (rf"{FIND_ZH}{_P_ZH}到平面(?:[απ])? ?equation ?的距离(?:d)?{HOW_MUCH_ZH}",),
    "from_origin": (rf"(?:并且?|再)?{FIND_ZH}(?:坐标)?原点(?:O)?到(?:该|此|这个|这一)?平面的距离{HOW_MUCH_ZH}",),
    "from_point": (rf"(?:并且?|再)?{FIND_ZH}{_P_ZH}到(?:该|此|这个|这一)?平面的距离{HOW_MUCH_ZH}",),
    "ask": (rf"{FIND_ZH}(?:该|此|这个|这一)?平面(?:的)?(?:一般)?方程{HOW_MUCH_ZH}",),
})  # fmt: skip
WORDS: Final = {
    "sides": Words("Two vectors in the plane: \\({u}\\) and \\({v}\\).", "平面内的两个向量：\\({u}\\) 和 \\({v}\\)。"),
    "cross": Words("Their cross product is perpendicular to the plane: \\[{u}\\times {v}={n}\\]", "它们的向量积垂直于平面，是法向量：\\[{u}\\times {v}={n}\\]"),
    "shorter": Words("A multiple of it does as well: \\({n}\\).", "取与它平行的法向量 \\({n}\\)。"),
    "told": Words("A normal vector of the plane is \\({n}\\).", "平面的一个法向量为 \\({n}\\)。"),
    "same": Words("Parallel planes have the same normal vector: \\({n}\\).", "平行的平面法向量相同：\\({n}\\)。"),
    "plane": Words("With this normal and the point \\({point}\\) the plane is \\[{by_point}=0\\] that is \\[{equation}\\]", "由法向量和点 \\({point}\\)（点法式）得 \\[{by_point}=0\\] 即 \\[{equation}\\]"),
    "distance": Words("The distance of \\({point}\\) from the plane \\(Ax+By+Cz+D=0\\) is \\[d=\\frac{{|Ax_0+By_0+Cz_0+D|}}{{\\sqrt{{A^2+B^2+C^2}}}}=\\frac{{{above}}}{{\\sqrt{{{below}}}}}={value}\\]", "点 \\({point}\\) 到平面 \\(Ax+By+Cz+D=0\\) 的距离为 \\[d=\\frac{{|Ax_0+By_0+Cz_0+D|}}{{\\sqrt{{A^2+B^2+C^2}}}}=\\frac{{{above}}}{{\\sqrt{{{below}}}}}={value}\\]"),
    "code": Words("the equation of the plane", "平面的方程"),
    "code_distance": Words("the foot of the perpendicular and how far it is", "点到平面的距离"),
    "method": Words("the points were put into the equation, and the foot of the perpendicular was found", "把点代入方程，并求出垂足检验距离"),
    "sentence": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """One plane, and what is asked."""
    if not re.search(r"(?i)\bplane\b|平面", text.source):
        return None
    source = without_dollars(text.source)
    points, equations = list[sp.Matrix](), list[sp.Expr]()
    try:
        source = _TRIPLE.sub(lambda m: _kept(points, m), source)
        source = _EQUATION.sub(lambda m: _kept_equation(equations, m), source)
    except (FormulaError, TypeError, AttributeError):
        return None
    if text.language == "zh":
        source = re.sub(r"\s+", "", source)
    said = clauses(source, TABLE_ZH if text.language == "zh" else TABLE_EN)
    if isinstance(said, str) or len(equations) > 1 or not said:
        return None
    return _task(said, points, equations, text.language)


def _kept(points: list[sp.Matrix], match: re.Match[str]) -> str:
    points.append(sp.Matrix([to_sympy(parse(match[i])) for i in (1, 2, 3)]))
    return " point "


def _kept_equation(equations: list[sp.Expr], match: re.Match[str]) -> str:
    left, right = match[0].split(":")[-1].split("=")
    known = {"x": X, "y": Y, "z": Z}
    equations.append(sp.expand(to_sympy(parse(left), known) - to_sympy(parse(right), known)))
    return " equation "


def _task(
    said: list[Said], points: list[sp.Matrix], equations: list[sp.Expr], say: Language
) -> Prepared | None:
    kinds = [s.kind for s in said if s.kind != "ask"]
    asks_only = len(kinds) < len(said)
    if not kinds or kinds[0] not in ("three", "normal", "parallel", "distance") or len(kinds) > 2:
        return None
    wanted = {"three": 3, "normal": 2, "parallel": 1, "distance": 1}[kinds[0]] + (kinds[-1] == "from_point")
    if len(points) != wanted or (kinds[0] in ("parallel", "distance")) != bool(equations):
        return None
    if kinds[0] == "distance":
        return (
            _prepared(equations[0], points[0], [], [], say, plane=False)
            if len(kinds) == 1 and not asks_only
            else None
        )
    if len(kinds) == 2 and kinds[1] not in ("from_origin", "from_point"):
        return None
    found = _plane(kinds[0], points, equations, say)
    if found is None:
        return None
    plane, steps, through = found
    place = None if len(kinds) == 1 else sp.zeros(3, 1) if kinds[1] == "from_origin" else points[-1]
    return _prepared(plane, place, steps, through, say, plane=True)


def _plane(kind: str, points: list[sp.Matrix], equations: list[sp.Expr], say: Language) -> tuple[sp.Expr, list[str], list[sp.Matrix]] | None:  # fmt: skip
    steps, through = list[str](), points[:3] if kind == "three" else points[:1]
    if kind == "three":
        u, v = points[1] - points[0], points[2] - points[0]
        normal = u.cross(v)
        if not any(normal):
            return None
        steps.append(WORDS["sides"].say(say, u=_shown(u), v=_shown(v)))
        steps.append(WORDS["cross"].say(say, u=_shown(u), v=_shown(v), n=_shown(normal)))
        short = _short(normal)
        if short != normal:
            steps.append(WORDS["shorter"].say(say, n=_shown(short)))
        normal = short
    elif kind == "normal":
        normal = points[1]
        steps.append(WORDS["told"].say(say, n=_shown(normal)))
    else:
        normal = sp.Matrix([equations[0].coeff(s) for s in (X, Y, Z)])
        steps.append(WORDS["same"].say(say, n=_shown(normal)))
    if not any(normal) or not all(v.is_Rational for v in normal):
        return None
    plane = sp.expand(sum(n * (s - p) for n, s, p in zip(normal, (X, Y, Z), points[0], strict=True)))
    if kind == "parallel" and sp.expand(plane - equations[0]) == 0:
        return None  # the point lies in the plane
    by_point = _by_point(normal, points[0])
    steps.append(
        WORDS["plane"].say(say, point=_shown(points[0]), by_point=by_point, equation=f"{latex(plane)}=0")
    )
    return plane, steps, through


def _by_point(normal: sp.Matrix, point: sp.Matrix) -> str:
    terms = []
    for n, s, p in zip(normal, (X, Y, Z), point, strict=True):
        if n == 0:
            continue
        inner = latex(s) if p == 0 else rf"\left({latex(s - p)}\right)"
        terms.append(("" if n == 1 else "-" if n == -1 else latex(n)) + inner)
    return "+".join(terms).replace("+-", "-")


def _short(normal: sp.Matrix) -> sp.Matrix:
    if not all(v.is_Rational for v in normal):
        return normal
    whole = normal * sp.ilcm(*[v.q for v in normal])
    whole = whole / sp.igcd(*whole)
    return -whole if next(v for v in whole if v != 0) < 0 else whole


def _shown(vector: sp.Matrix) -> str:
    return "(" + ", ".join(map(latex, vector)) + ")"


def _prepared(plane_: sp.Expr, place: sp.Matrix | None, steps: list[str], through: list[sp.Matrix], say: Language, *, plane: bool) -> Prepared:  # fmt: skip
    normal = sp.Matrix([plane_.coeff(s) for s in (X, Y, Z)])
    parts = [f"{latex(plane_)}=0"] if plane else []
    lines = [comment(WORDS["code"].say(say)), f"plane = {exact_source(plane_)}"]
    if plane and len(through) == 3:
        a, b, c = (exact_source(tuple(p)) for p in through)
        lines[1:] = [f"A, B, C = (Matrix(p) for p in ({a}, {b}, {c}))", "normal = (B - A).cross(C - A)", "plane = expand(normal.dot(Matrix([x, y, z]) - A))"]  # fmt: skip
    distance: sp.Expr | None = None
    if place is not None:
        above = abs(plane_.subs(dict(zip((X, Y, Z), place, strict=True))))
        below = sum(v**2 for v in normal)
        distance = sp.radsimp(above / sp.sqrt(below))
        steps.append(
            WORDS["distance"].say(
                say, point=_shown(place), above=latex(above), below=latex(below), value=latex(distance)
            )
        )
        parts.append(latex(distance))
        lines += [comment(WORDS["code_distance"].say(say)), "n = Matrix([plane.coeff(s) for s in (x, y, z)])", f"abs(plane.subs({exact_source(dict(zip((X, Y, Z), place, strict=True)))}))/n.norm()"]  # fmt: skip
        lines[-1] = f"(plane, {lines[-1]})" if plane else lines[-1]
    else:
        lines.append("plane")
    answer = r";\ ".join(parts)

    def written(value: Any) -> str | None:
        found = value[0] if isinstance(value, tuple | sp.Tuple) else value
        far = value[1] if isinstance(value, tuple | sp.Tuple) else value if not plane else None
        if plane and (
            not isinstance(found, sp.Expr)
            or sp.Matrix([sp.diff(found, s) for s in (sp.Symbol(n) for n in "xyz")]) is None
        ):
            return None
        return answer if distance is None or far is None or sp.simplify(far - distance) == 0 else None

    checks = [f"place = Matrix({exact_source(tuple(place)) if place is not None else '(0, 0, 0)'})"]
    equation = "plane" if plane else exact_source(plane_)
    tests = (
        "plane, far = answer" if plane and place is not None else "plane = answer" if plane else "far = answer",
        f"E = sympify({equation})",
        "n = Matrix([E.coeff(s) for s in (x, y, z)])",
        *checks,
        f"through = all(simplify(E.subs({{x: p[0], y: p[1], z: p[2]}})) == 0 for p in {exact_source([tuple(p) for p in through])})",
        f"right = any(n) and n.cross(Matrix({exact_source(tuple(normal))})) == zeros(3, 1)",
        *(
            ("t = symbols('t')", "step = solve(E.subs({x: place[0] + t*n[0], y: place[1] + t*n[1], z: place[2] + t*n[2]}), t)[0]", "bool(through and right and simplify((n*step).norm() - far) == 0)")
            if place is not None
            else ("bool(through and right)",)
        ),
    )  # fmt: skip

    def given(text: str) -> Any:
        head, _, rest = text.partition(";")
        far = values_in(rest.replace(r"\ ", " ") if plane else text) if place is not None else None
        if not plane:
            return far[0] if far else None
        sides = head.split("=")
        values = [values_in(side, ("x", "y", "z")) for side in sides]
        if len(sides) != 2 or any(v is None or len(v) != 1 for v in values):
            return None
        left, right = (v[0] for v in values if v is not None)
        found = sp.expand(left - right)
        return found if place is None else (found, far[0]) if far else None

    return Prepared(say, tuple(steps), cell(*lines, variables=("x", "y", "z")), tests, WORDS["method"], WORDS["sentence"], shown=written, given=given, letters=("x", "y", "z"))  # fmt: skip
