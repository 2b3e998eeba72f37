"""A point of an ellipse or hyperbola and both foci: area, product of the distances, perimeter of the triangle.

Read: the curve by its equation about the origin, the angle at the point (in degrees, or a right one). Not: the eccentricity from the angle, points told by coordinates.
"""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.formula import parse, to_sympy
from solver.formula.nodes import Relation, symbols
from solver.latex import exact_latex
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import comment, exact_source
from solver.topics.exams.kinds import Exam, Unfit, kind, task

_F1: Final = r"F ?_? ?\{?[12]\}?"
_FOCI: Final = rf"{_F1} ?(?:,|and|, and) ?{_F1}"
_CURVE: Final = r"(?P<curve>[^,;，。的是]{4,60}?= ?\d+)"
_WHAT: Final = r"(?P<what>ellipse|hyperbola)"
_NAME: Final = r"(?:(?-i:[A-Z]) ?:? ?)?"
_P: Final = r"(?P<p>(?-i:[A-EG-Z]))"
_SIDES: Final = rf"(?:\| ?)?(?:(?-i:[A-EG-Z]) ?{_F1}|{_F1} ?(?-i:[A-EG-Z]))(?: ?\|)?"
_THREE: Final = rf"(?:(?-i:[A-EG-Z]) ?{_F1} ?{_F1}|{_F1} ?(?-i:[A-EG-Z]) ?{_F1}|{_F1} ?{_F1} ?(?-i:[A-EG-Z]))"
_ANGLE: Final = rf"(?:the )?(?:angle )?∠? ?{_F1} ?(?-i:[A-EG-Z]) ?{_F1} ?(?:=|is|equals|measures) ?(?P<angle>\d+(?:\.\d+)?|\\[dt]?frac ?\{{ ?π ?\}} ?\{{ ?\d ?\}}|π ?/ ?\d) ?°?"
_RIGHT: Final = rf"(?P<right>{_SIDES}(?: ?⊥ ?| is perpendicular to | and ){_SIDES}(?: are perpendicular)?|(?:\\(?:vec|overrightarrow) ?\{{ ?)?{_SIDES} ?\}}? ?(?:·|\\cdot|\*) ?(?:\\(?:vec|overrightarrow) ?\{{ ?)?{_SIDES} ?\}}? ?= ?0)"
_SEEN: Final = rf"(?:with|such that|so that|where|is such that|for which|given that) (?:{_ANGLE}|{_RIGHT})"
_EN: Final = {
    "foci": (
        rf"(?:let |given that |suppose )?(?:the points )?{_FOCI} (?:be|are|denote) the (?:two |left and right )?(?:foci|focuses|focal points) of (?:the |an? )?{_WHAT} (?:with equation |whose equation is |given by )?{_NAME}{_CURVE}",
        rf"(?:the )?(?:two )?foci of (?:the |an? )?{_WHAT} (?:with equation )?{_NAME}{_CURVE} are {_FOCI}",
        rf"(?:the |an? )?{_WHAT} (?:with equation )?{_NAME}{_CURVE} has (?:its )?foci (?:at )?{_FOCI}",
    ),
    "curve": (rf"(?:an?|the) {_WHAT} (?:has|have|with)(?: the)? equation {_NAME}{_CURVE}", rf"(?:an?|the) {_WHAT} (?:has|have|with)(?: the)? equation {_NAME}{_CURVE} (?:with|and) (?P<f>(?:its )?(?:two )?foci (?:are |at )?{_FOCI})", rf"(?:the )?(?:point )?{_P} (?:is|lies)(?: (?:a|any) point)? on the {_WHAT} {_NAME}{_CURVE},? (?:whose|with) (?P<f>foci (?:are )?{_FOCI})", rf"(?:consider|given) the {_WHAT} {_NAME}{_CURVE}"),
    "named": (rf"(?:with|its|the|has) ?(?:two )?foci (?:are |at )?{_FOCI}", rf"{_FOCI} are (?:its|the) (?:two )?foci"),
    "point": (rf"(?:let )?(?:the )?(?:a )?(?:point )?{_P} (?:be|is|lies)(?: (?:a|any|some))?(?: point)?(?: lying)? (?:on (?:the|this) (?:ellipse|hyperbola|curve)|of (?:the|this) (?:ellipse|hyperbola|curve)|on it)(?: {_SEEN})?", rf"(?:a )?point {_P} (?:lies )?on (?:the|this) (?:ellipse|hyperbola|curve) (?:satisfies|is chosen so that|is such that) (?:{_ANGLE}|{_RIGHT})"),
    "angle": (rf"(?:{_SEEN})",rf"{_ANGLE}", rf"{_RIGHT}"),
    "ask_area": (rf"{FIND}(?:the )?area of (?:the )?(?:triangle|△) ?{_THREE}",),
    "ask_product": (rf"{FIND}(?:the )?(?:value of |product (?:of )?)?{_SIDES} ?(?:·|\\cdot|\*|×|\\times)? ?{_SIDES}",),
    "ask_perimeter": (rf"{FIND}(?:the )?perimeter of (?:the )?(?:triangle|△) ?{_THREE}",),
}  # fmt: skip
_FOCI_ZH: Final = rf"{_F1}[,和与]{_F1}"
_WHAT_ZH: Final = r"(?P<what>椭圆|双曲线)"
_HOW_ZH: Final = r"(?:的)?(?:左,右|左右|两个|两)?(?:焦点)"
_ZH: Final = {
    "foci": (
        rf"(?:已知|设|若)?{_FOCI_ZH}(?:分别)?(?:是|为){_WHAT_ZH}{_NAME}{_CURVE}{_HOW_ZH}",
        rf"(?:已知|设|若)?{_WHAT_ZH}{_NAME}{_CURVE}{_HOW_ZH}(?:分别)?(?:是|为|记为)?{_FOCI_ZH}",
    ),
    "curve": (rf"(?:已知|设|若)?{_WHAT_ZH}(?:的方程为)?{_NAME}{_CURVE}", rf"(?:已知|设|若)?(?:点)?{_P}(?:是|为|在){_WHAT_ZH}{_NAME}{_CURVE}上(?:的)?(?:任意)?(?:一|的)?(?:个)?(?:动)?点?",),
    "named": (rf"(?:左,右|左右|两个|两)?焦点(?:分别)?(?:是|为){_FOCI_ZH}", rf"{_FOCI_ZH}(?:分别)?(?:是|为)(?:其|它的|椭圆的|双曲线的)?(?:左,右|左右|两个|两)?焦点"),
    "point": (rf"(?:设|若)?(?:点)?{_P}(?:是|为|在)(?:该|此|这个)?(?:椭圆|双曲线|曲线)?{_NAME}上(?:的)?(?:任意)?(?:一|的)?(?:个)?(?:动)?点?",),
    "angle": (
        rf"(?:若|且|满足|使得?|如果|当)?∠{_F1}[A-EG-Z]{_F1}(?:=|为|是)(?P<angle>\d+|\\[dt]?frac\{{π\}}\{{\d\}}|π/\d)°?",
        rf"(?:若|且|满足|使得?|如果|当)?{_RIGHT}",
    ),
    "ask_area": (rf"{FIND_ZH}△{_THREE}的面积S?{HOW_MUCH_ZH}", rf"{FIND_ZH}三角形{_THREE}的面积S?{HOW_MUCH_ZH}"),
    "ask_product": (rf"{FIND_ZH}{_SIDES}(?:·|\\cdot|\*|×)?{_SIDES}(?:的值)?{HOW_MUCH_ZH}(?:=)?",),
    "ask_perimeter": (rf"{FIND_ZH}△{_THREE}的周长{HOW_MUCH_ZH}",),
}  # fmt: skip
_WORDS: Final = {
    "ellipse": Words("Here \\(a^2={a2}\\), \\(b^2={b2}\\), so \\(c^2=a^2-b^2={c2}\\). A point of the ellipse has \\(|PF_1|+|PF_2|=2a={sum}\\), and \\(|F_1F_2|=2c={far}\\).", "\\(a^2={a2}\\)，\\(b^2={b2}\\)，\\(c^2=a^2-b^2={c2}\\)。椭圆上的点满足 \\(|PF_1|+|PF_2|=2a={sum}\\)，又 \\(|F_1F_2|=2c={far}\\)。"),
    "hyperbola": Words("Here \\(a^2={a2}\\), \\(b^2={b2}\\), so \\(c^2=a^2+b^2={c2}\\). A point of the hyperbola has \\(\\big||PF_1|-|PF_2|\\big|=2a={sum}\\), and \\(|F_1F_2|=2c={far}\\).", "\\(a^2={a2}\\)，\\(b^2={b2}\\)，\\(c^2=a^2+b^2={c2}\\)。双曲线上的点满足 \\(\\big||PF_1|-|PF_2|\\big|=2a={sum}\\)，又 \\(|F_1F_2|=2c={far}\\)。"),
    "product": Words("Let \\(m=|PF_1|\\cdot|PF_2|\\). By the law of cosines \\(4c^2=|PF_1|^2+|PF_2|^2-2m\\cos\\theta\\), and \\(|PF_1|^2+|PF_2|^2={squares}\\), so \\({left}={right}\\) and \\(m={m}\\).", "设 \\(m=|PF_1|\\cdot|PF_2|\\)。由余弦定理 \\(4c^2=|PF_1|^2+|PF_2|^2-2m\\cos\\theta\\)，而 \\(|PF_1|^2+|PF_2|^2={squares}\\)，所以 \\({left}={right}\\)，\\(m={m}\\)。"),
    "area": Words("The area is \\(\\frac12 m\\sin\\theta={area}\\).", "面积为 \\(\\frac12 m\\sin\\theta={area}\\)。"),
    "perimeter": Words("The perimeter is \\(2a+2c={value}\\).", "周长为 \\(2a+2c={value}\\)。"),
    "code": Words("law of cosines with the sum (or difference) of the distances", "余弦定理与定义相结合"),
    "method": Words("the point was placed on the curve by the area, and the angle there measured", "由面积求出点的坐标，检验它在曲线上且夹角正确"),
}  # fmt: skip


@kind(r"焦点", "zh", _ZH)
@kind(r"(?i)\bfoci\b", "en", _EN)
def focal(exam: Exam) -> list[Task]:
    """One curve, one point, one question or several."""
    curve = exam.one("foci", "curve")
    if (curve.kind == "curve" and "f" not in curve.values) != bool(exam.all("named")) or len(
        exam.all("point", "named")
    ) > 2:
        raise Unfit
    what = "ellipse" if curve.values["what"] in ("ellipse", "Ellipse", "椭圆") else "hyperbola"
    a2, b2 = _axes(curve.values["curve"], what)
    angle, say = _angle(exam), exam.language
    if angle is None and any(s.kind != "ask_perimeter" for s in exam.asked):
        raise Unfit
    c2 = a2 - b2 if what == "ellipse" else a2 + b2
    a, c = sp.sqrt(a2), sp.sqrt(c2)
    first = _WORDS[what].say(say, a2=exact_latex(a2), b2=exact_latex(b2), c2=exact_latex(c2), sum=exact_latex(2 * a), far=exact_latex(2 * c))  # fmt: skip
    tasks = list[Task]()
    for asked in exam.asked:
        if asked.kind == "ask_perimeter":
            if what != "ellipse" or angle is not None:
                raise Unfit
            value = 2 * a + 2 * c
            steps = [first, _WORDS["perimeter"].say(say, value=exact_latex(value))]
            lines = (f"a2, b2 = {a2}, {b2}", "2*sqrt(a2) + 2*sqrt(a2 - b2)")
            test = f"simplify(answer - (2*sqrt({a2} - {b2}) + 2*sqrt({b2} + {c2}))) == 0"  # at an end of the short axis
            tasks.append(task(exam, steps, lines, (test,), _WORDS["method"]))
            continue
        tasks.append(_of_the_angle(exam, what, (a2, b2), angle or sp.S.Zero, asked.kind, first))
    return tasks


def _of_the_angle(
    exam: Exam, what: str, axes: tuple[sp.Rational, sp.Rational], angle: sp.Expr, kind_: str, first: str
) -> Task:
    a2, b2 = axes
    say, cos = exam.language, sp.cos(angle)
    m = sp.radsimp(2 * b2 / (1 + cos) if what == "ellipse" else 2 * b2 / (1 - cos))
    area = sp.radsimp(m * sp.sin(angle) / 2)
    c2 = a2 - b2 if what == "ellipse" else a2 + b2
    height2 = sp.nsimplify(sp.radsimp(area**2 / c2))
    if what == "ellipse" and (height2 > b2) == True:  # noqa: E712  # sympy's truth
        raise Unfit  # no point sees the foci under this angle
    M = sp.Symbol("m")
    squares = 4 * a2 - 2 * M if what == "ellipse" else 4 * a2 + 2 * M
    steps = [first, _WORDS["product"].say(say, squares=exact_latex(squares), left=exact_latex(4 * c2), right=exact_latex(sp.expand(squares - 2 * M * cos)), m=exact_latex(m))]  # fmt: skip
    if kind_ == "ask_area":
        steps.append(_WORDS["area"].say(say, area=exact_latex(area)))
    theta = exact_source(angle)
    sign = "-" if what == "ellipse" else "+"
    lines = [
        f"a2, b2, theta = {a2}, {b2}, {theta}",
        comment(_WORDS["code"].say(say)),
        f"product = solve(Eq(4*(a2 {sign} b2), 4*a2 {sign} 2*m - 2*m*cos(theta)), m)[0]",
        "radsimp(product * sin(theta) / 2)" if kind_ == "ask_area" else "radsimp(product)",
    ]
    wanted = "answer" if kind_ == "ask_area" else "answer * sin(theta) / 2"
    along = "a2*(1 - v**2/b2)" if what == "ellipse" else "a2*(1 + v**2/b2)"
    tests = (
        f"a2, b2, theta = S({a2}), S({b2}), {theta}",
        f"c = sqrt(a2 {sign} b2)",
        f"v = {wanted} / c",
        f"u = sqrt({along})",
        "one, other = Matrix([-c - u, -v]), Matrix([c - u, -v])",
        "u.is_real and simplify(one.dot(other) - one.norm() * other.norm() * cos(theta)).equals(0)",
    )
    return task(exam, steps, lines, tests, _WORDS["method"], variables="m")


def _axes(written: str, what: str) -> tuple[sp.Rational, sp.Rational]:
    """a² and b²; for the triangle it is all one on which axis the foci lie."""
    node = parse(written)
    if not isinstance(node, Relation) or node.signs != ("=",) or symbols(node) != {"x", "y"}:
        raise Unfit
    x, y = sp.symbols("x y")
    left, right = (to_sympy(side, {"x": x, "y": y}) for side in node.sides)
    form = sp.Poly(sp.expand(left - right), x, y)
    p, q, k = (form.coeff_monomial(n) for n in (x**2, y**2, 1))
    if form != sp.Poly(p * x**2 + q * y**2 + k, x, y) or 0 in (p, q, k):
        raise Unfit
    u, v = -k / p, -k / q
    if what == "ellipse":
        if min(u, v) <= 0 or u == v:
            raise Unfit
        return max(u, v), min(u, v)
    if u * v >= 0:
        raise Unfit
    return max(u, v), -min(u, v)


def _angle(exam: Exam) -> sp.Expr | None:
    found = [s for s in exam.said if "angle" in s.values or "right" in s.values]
    if len(found) > 1:
        raise Unfit
    if not found:
        return None
    (told,) = found
    if "right" in told.values:
        return sp.pi / 2
    written = told.values["angle"]
    degrees = sp.Rational(written) if written.replace(".", "").isdigit() else None
    angle = degrees * sp.pi / 180 if degrees is not None else to_sympy(parse(written))
    if (
        not isinstance(angle, sp.Expr)
        or not 0 < angle < sp.pi
        or not (sp.cos(angle).is_algebraic and (12 * angle / sp.pi).is_Integer)
    ):
        raise Unfit
    return angle
