"""Surfaces F(x, y, z) = c and z = f(x, y) at a point: the tangent plane of the first, the normal line of both; the Laplacian of a function.

Not: points that do not lie on the surface, singular points, normals along an axis (their symmetric equations divide by 0).
"""

from __future__ import annotations

from typing import Any, Final

import sympy as sp

from solver.formula import parse, to_sympy
from solver.formula.nodes import Relation
from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.bare_formulas import given_expression
from solver.topics.bare_formulas import value as formula_in
from solver.topics.base import Task, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said
from solver.topics.coursework.kinds import FORMULA, lesson, shown_formula, told
from solver.topics.prepared import Prepared

X, Y, Z = sp.symbols("x y z")
_F: Final = rf"(?P<left>{FORMULA}) ?= ?(?P<right>{FORMULA})"
_POINT: Final = (
    r"(?:the )?(?:point )?(?:[A-Z]_?\d? ?)?\( ?(?P<a>-?[\d/]+) ?, ?(?P<b>-?[\d/]+) ?, ?(?P<c>-?[\d/]+) ?\)"
)
_G: Final = rf"(?:(?P<name>[a-zA-Z])(?: ?\( ?x ?, ?y ?(?:, ?z ?)?\))? ?= ?)?(?P<f>{FORMULA})"
_AT: Final = r"(?: (?:at|in) (?:the )?(?:point )?\( ?(?P<at>-?[\d/]+(?: ?, ?-?[\d/]+){1,2}) ?\))?"
TABLE_EN: Final = {
    "plane": (
        rf"{FIND}(?:an? |the )?(?:equation (?:of|for) )?(?:the )?tangent plane (?:to|of) (?:the )?(?:surface |sphere |ellipsoid |graph of |paraboloid |cone |hyperboloid )?{_F} (?:at|through) {_POINT}",
    ),
    "normal": (rf"{FIND}(?:an? |the )?(?:symmetric )?(?:equations? (?:of|for) )?(?:the )?normal line (?:to|of) (?:the )?(?:surface |sphere |ellipsoid |graph of |paraboloid )?{_F} (?:at|through) {_POINT}",),
    "laplacian": (rf"{FIND}the Laplacian of (?:the )?(?:function |scalar field )?{_G}{_AT}",),
}  # fmt: skip
_POINT_ZH: Final = (
    r"(?:点)? ?(?:[A-Z]_?\d? ?)?\( ?(?P<a>-?[\d/]+) ?, ?(?P<b>-?[\d/]+) ?, ?(?P<c>-?[\d/]+) ?\)"
)
_SURFACE_ZH: Final = r"(?:曲面|球面|椭球面|旋转抛物面|抛物面|锥面|双曲面)"
TABLE_ZH: Final = {
    "plane": (rf"{FIND_ZH}{_SURFACE_ZH} ?{_F} ?(?:上)?(?:在|过)? ?{_POINT_ZH} ?(?:处)?的切平面(?:的)?(?:方程)?{HOW_MUCH_ZH}",),
    "normal": (rf"{FIND_ZH}{_SURFACE_ZH} ?{_F} ?(?:上)?(?:在|过)? ?{_POINT_ZH} ?(?:处)?的法线(?:的)?(?:方程)?{HOW_MUCH_ZH}",),
    "laplacian": (rf"{FIND_ZH}(?:函数)? ?{_G} ?的(?:拉普拉斯算子|拉普拉斯){HOW_MUCH_ZH}",),
}  # fmt: skip
PLANE: Final = Words("The tangent plane is \\({answer}\\).", "切平面方程为 \\({answer}\\)。")
LINE: Final = Words("The normal line is \\({answer}\\).", "法线方程为 \\({answer}\\)。")
METHOD: Final = Words("compared with difference quotients at the point", "与该点处的差商比较检验")


@lesson("(?i)tangent plane|normal line|laplacian|切平面|法线|拉普拉斯", en=TABLE_EN, zh=TABLE_ZH)
def surface(found: list[Said], say: Language) -> Task | None:
    """What is asked at the point."""
    if len(found) != 1:
        return None
    values = found[0].values
    letters = {"x": X, "y": Y, "z": Z}
    if found[0].kind == "laplacian":
        return _laplacian(formula_in(values["f"], letters), values.get("at"), values.get("name"), say)
    whole = parse(f"{values['left']} = {values['right']}")
    if not isinstance(whole, Relation):
        return None
    left, right = (to_sympy(side, letters) for side in whole.sides)
    F = sp.expand(left - right)
    point = {v: sp.Rational(values[k]) for v, k in zip((X, Y, Z), "abc", strict=True)}
    if F.free_symbols != {X, Y, Z} or sp.simplify(F.subs(point)) != 0:
        return None
    slopes = [sp.simplify(F.diff(v)) for v in (X, Y, Z)]
    normal = [sp.nsimplify(s.subs(point)) for s in slopes]
    if not all(n.is_Rational for n in normal) or not any(normal):
        return None
    scale = sp.ilcm(*[n.q for n in normal]) / sp.Integer(
        sp.igcd(*[n * sp.ilcm(*[m.q for m in normal]) for n in normal])
    )
    first = next(n for n in normal if n)
    plain = [n * scale * sp.sign(first) for n in normal]
    at = "(" + ", ".join(latex(v) for v in point.values()) + ")"
    vector = "(" + ", ".join(map(latex, normal)) + ")"
    short = "(" + ", ".join(map(latex, plain)) + ")"
    gradient = ",\\ ".join(map(latex, slopes))
    same = "" if plain == normal else told(say, rf", parallel to \({short}\)", rf"，平行于 \({short}\)")
    steps: tuple[str, ...] = (
        told(
            say,
            rf"Write the surface as \(F={latex(F)}=0\). The gradient \(\left({gradient}\right)\) is perpendicular to it; at \({at}\) it is \({vector}\){same}.",
            rf"令 \(F={latex(F)}=0\)。梯度 \(\left({gradient}\right)\) 垂直于曲面；在 \({at}\) 处为 \({vector}\){same}。",
        ),
    )
    head = [
        f"F = {exact_source(F)}",
        comment(told(say, "the gradient at the point", "该点处的梯度")),
        f"n = Matrix([diff(F, v) for v in (x, y, z)]).subs({exact_source(point)})",
    ]
    quotient = (
        f"F, h, p = {exact_source(F)}, Rational(1, 10**8), {exact_source(tuple(point.values()))}",
        "value = lambda a, b, c: F.subs([(x, a), (y, b), (z, c)])",
        "n = [(value(p[0] + h, p[1], p[2]) - value(p[0] - h, p[1], p[2]))/(2*h), (value(p[0], p[1] + h, p[2]) - value(p[0], p[1] - h, p[2]))/(2*h), (value(p[0], p[1], p[2] + h) - value(p[0], p[1], p[2] - h))/(2*h)]",
        "near = lambda u, v: all(abs(N(u[i]*v[j] - u[j]*v[i], 30)) < Rational(1, 10**5)*(1 + abs(u[i]) + abs(u[j])) for i, j in ((0, 1), (0, 2), (1, 2)))",
    )  # fmt: skip
    if found[0].kind == "plane":
        plane = sp.expand(sum(n * (v - p) for n, (v, p) in zip(plain, point.items(), strict=True)))
        steps = (
            *steps,
            told(
                say,
                rf"So the plane through the point is \({latex(plane)}=0\).",
                rf"所以过该点的切平面为 \({latex(plane)}=0\)。",
            ),
        )
        source = cell(
            *head,
            f"expand({exact_source(scale * sp.sign(first))}*n.dot(Matrix([x, y, z]) - Matrix({exact_source(list(point.values()))})))",
            variables="xyz",
        )
        tests = (
            *quotient,
            "a = [diff(answer, v) for v in (x, y, z)]",
            "any(a) and all(c.is_number for c in a) and simplify(answer.subs([(x, p[0]), (y, p[1]), (z, p[2])])) == 0 and near(a, n)",
        )
        return Prepared(
            say,
            steps,
            source,
            tests,
            METHOD,
            PLANE,
            shown=lambda v: f"{latex(v)}=0" if isinstance(v, sp.Expr) else None,
            given=_plane,
            letters=("x", "y", "z"),
        )
    if not all(plain):
        return None
    shown = "=".join(
        rf"\frac{{{latex(v - p)}}}{{{latex(n)}}}" for n, (v, p) in zip(plain, point.items(), strict=True)
    )
    steps = (
        *steps,
        told(
            say,
            rf"So the line through the point in this direction is \[{shown}\]",
            rf"所以过该点、以此为方向的直线为 \[{shown}\]",
        ),
    )
    source = cell(*head, f"tuple({exact_source(scale * sp.sign(first))}*n)", variables="xyz")
    tests = (
        *quotient,
        "direction = answer[0]",
        "near(direction, n) and any(direction) and all(simplify(a - b) == 0 for a, b in zip(answer[1], p))",
    )
    return Prepared(
        say,
        steps,
        source,
        tests,
        METHOD,
        LINE,
        shown=lambda v: shown if isinstance(v, tuple) and list(v) == plain else None,
        given=_line,
        letters=("x", "y", "z"),
    )


def _plane(answer: str) -> Any:
    """Left side minus right side of the equation that somebody answered."""
    sides = answer.split("=")
    if len(sides) != 2:
        return None
    both = [values_in(side, "xyz") for side in sides]
    if any(v is None or len(v) != 1 or not isinstance(v[0], sp.Expr) for v in both):
        return None
    return both[0][0] - both[1][0]  # type: ignore[index]


def _line(answer: str) -> Any:
    """Direction and point of symmetric equations."""
    parts = [values_in(side, "xyz") for side in answer.split("=")]
    if len(parts) != 3 or any(p is None or len(p) != 1 or not isinstance(p[0], sp.Expr) for p in parts):
        return None
    terms = [p[0] for p in parts]  # type: ignore[index]
    if any(
        t.free_symbols != {v} or not t.is_polynomial(v) or sp.degree(t, v) != 1
        for t, v in zip(terms, (X, Y, Z), strict=True)
    ):
        return None
    return tuple(1 / t.diff(v) for t, v in zip(terms, (X, Y, Z), strict=True)), tuple(sp.solve(t, v)[0] for t, v in zip(terms, (X, Y, Z), strict=True))  # fmt: skip


def _laplacian(f: sp.Expr, at: str | None, name: str | None, say: Language) -> Task | None:
    letters = (X, Y, Z) if f.has(Z) else (X, Y)
    if not f.free_symbols <= {X, Y, Z} or not f.free_symbols:
        return None
    seconds = [sp.simplify(f.diff(v, 2)) for v in letters]
    total = sp.simplify(sum(seconds))
    listed = r",\quad ".join(
        rf"\frac{{\partial^2}}{{\partial {v}^2}}:\ {latex(s)}" for v, s in zip(letters, seconds, strict=True)
    )
    steps = [
        told(
            say,
            rf"The Laplacian is the sum of the second derivatives by each letter: \[{listed}\] together \({latex(total)}\).",
            rf"拉普拉斯算子是对各变量的二阶偏导数之和：\[{listed}\] 相加得 \({latex(total)}\)。",
        )
    ]
    source = [
        f"f = {exact_source(f)}",
        f"total = simplify(sum(diff(f, v, 2) for v in ({', '.join(map(str, letters))})))",
    ]
    names = tuple(map(str, letters))
    quotient = (
        f"f, h = {exact_source(f)}, Rational(1, 10**8)", f"letters = ({', '.join(names)})",
        "at = lambda p: N(f.subs(list(zip(letters, p))), 60)", "moved = lambda p, i, s: at([c + s*h*int(j == i) for j, c in enumerate(p)])",
        "second = lambda p: sum((moved(p, i, 1) - 2*at(p) + moved(p, i, -1))/h**2 for i in range(len(p)))",
    )  # fmt: skip
    if at is None:
        places = "[(Rational(3, 7), Rational(5, 11), Rational(2, 3)), (Rational(8, 5), Rational(4, 9), Rational(7, 6))]"
        tests = (
            *quotient,
            f"all(abs(N(sympify(answer).subs(list(zip(letters, p))), 40) - second(p[:{len(letters)}])) < Rational(1, 10**6) for p in {places})",
        )
        return Prepared(
            say,
            tuple(steps),
            cell(*source, "total", variables=names),
            tests,
            METHOD,
            shown=shown_formula,
            given=given_expression(names),
            letters=names,
        )
    point = [sp.Rational(v.strip()) for v in at.split(",")]
    if len(point) != len(letters):
        return None
    value = sp.simplify(total.subs(dict(zip(letters, point, strict=True))))
    if not value.is_finite:
        return None
    steps.append(told(say, rf"At the point it is \({latex(value)}\).", rf"在该点的值为 \({latex(value)}\)。"))
    tests = (*quotient, f"abs(N(answer, 40) - second({exact_source(point)})) < Rational(1, 10**6)")
    return Prepared(
        say,
        tuple(steps),
        cell(*source, f"total.subs({exact_source(dict(zip(letters, point, strict=True)))})", variables=names),
        tests,
        METHOD,
        letters=names,
    )
