"""How long the tangent from a point outside a circle is, up to the point of contact.

Read: the circle by its equation, or by centre and radius; the point by its coordinates. Not: the tangent's equation (`circle_tangents`), letters.
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

_N: Final = r"[-−]? ?\d+(?:\.\d+|/\d+)?"
_POINT: Final = rf"(?:(?-i:[A-Z]) ?)?\( ?(?P<u>{_N}) ?, ?(?P<v>{_N}) ?\)"
_CURVE: Final = r"(?:(?-i:[A-Z]) ?:? ?)?(?:with equation )?(?P<circle>(?!\s*(?:has|equation|is)\b)[^,;，。的?]{4,60}?= ?-?\d+(?:\.\d+)?)"
_ROUND: Final = rf"(?:with |whose )?cent(?:re|er) (?:is )?(?:at )?(?:(?-i:[A-Z]) ?)?\( ?(?P<a>{_N}) ?, ?(?P<b>{_N}) ?\) (?:and|with) (?:a )?radius (?:of |is )?(?P<r>\d+(?:\.\d+)?)"
_CIRCLE: Final = rf"(?:the |a )?circle (?:{_CURVE}|{_ROUND})"
_FROM: Final = (
    rf"from (?:the |an? )?(?:external |exterior )?(?:point )?{_POINT}(?: outside (?:it|the circle))?"
)
_CONTACT: Final = r"(?:,? ?(?:and )?(?:touching|touch|touches|meeting|which touches) (?:it|the circle) at (?:the )?(?:points? )?(?-i:[A-Z])(?: and (?-i:[A-Z]))?)?"
_TO: Final = r"(?: ?(?:from|to) (?:(?:the )?(?:point )?(?-i:[A-Z])|the circle|(?:the|its) point of (?:contact|tangency)))"
_EN: Final = {
    "drawn": (
        rf"(?:an?|the|two|2) tangents?(?: lines?| segments?)?(?: (?-i:[A-Z]{{2}}))?(?: and (?-i:[A-Z]{{2}}))? (?:is|are|can be) drawn {_FROM} to {_CIRCLE}{_CONTACT}",
        rf"{_FROM},? (?:an?|two|2) tangents?(?: lines?)?(?: (?-i:[A-Z]{{2}}))? (?:is|are) drawn to {_CIRCLE}{_CONTACT}",
    ),
    "circle": (rf"{_CIRCLE}(?: is given)?", rf"(?:a|the) circle has (?:the )?equation {_CURVE}", rf"(?:a|the) circle has {_ROUND}"),
    "from": (rf"(?:an?|the|two|2) tangents?(?: lines?| segments?)?(?: (?-i:[A-Z]{{2}}))? (?:is|are) drawn {_FROM} to (?:the|this) circle{_CONTACT}", rf"{_FROM},? (?:an?|two|2) tangents?(?: (?-i:[A-Z]{{2}}))? (?:is|are) drawn to (?:the|this) circle{_CONTACT}", rf"(?:the )?(?:point )?{_POINT} (?:lies|is) outside (?:the|this) circle"),
    "ask": (
        rf"{FIND}(?:the )?lengths? of (?:the |each |this |either |one )?(?:of (?:these|the) )?tangents?(?: segments?| lines?)?(?: (?-i:[A-Z]{{2}}))?{_TO}{{0,2}}",
        rf"how long is (?:the |each |this )?tangent(?: segment)?(?: (?-i:[A-Z]{{2}}))?{_TO}{{0,2}}",
        rf"{FIND}(?:the )?(?:length of )?(?-i:[A-Z]{{2}})",
    ),
    "ask_whole": (rf"{FIND}(?:the )?lengths? of (?:the|a|each) tangents?(?: segments?| lines?)?(?: drawn)? {_FROM} to {_CIRCLE}", rf"{FIND}(?:the )?lengths? of (?:the|a|each) tangents?(?: segments?| lines?)?(?: drawn)? {_FROM} to (?:the|this) circle"),
}  # fmt: skip
_TO_ZH: Final = r"(?:,?切点(?:分别)?(?:为|是)?[A-Z](?:[,和与][A-Z])?)?"
_CIRCLE_ZH: Final = r"圆(?:(?-i:[A-Z]):?)?(?P<circle>[^,;，。的作引?]{4,60}?=-?\d+(?:\.\d+)?)"
_AT_ZH: Final = rf"(?:已知)?(?:过|从|由|自)?(?:圆外)?(?:一)?点?[A-Z]?\((?P<u>{_N}),(?P<v>{_N})\)"
_ZH: Final = {
    "drawn": (
        rf"{_AT_ZH},?(?:向|作|引|可?以?作){_CIRCLE_ZH}(?:的|作|引)(?:一条|两条)?切线(?:[A-Z]{{2}})?(?:[,和与][A-Z]{{2}})?{_TO_ZH}",
        rf"{_AT_ZH},?(?:作|引){_CIRCLE_ZH}的切线{_TO_ZH}",
    ),
    "circle": (rf"(?:已知|设)?{_CIRCLE_ZH}(?:的方程)?", r"(?:已知|设)?圆(?:[A-Z])?(?:的)?方程(?:为|是)(?P<circle>[^,;，。的作引?]{4,60}?=-?\d+)"),
    "from": (rf"{_AT_ZH},?(?:向|作|引)(?:该|这个|此)?圆(?:[A-Z])?(?:的|作|引)(?:一条|两条)?切线(?:[A-Z]{{2}})?(?:[,和与][A-Z]{{2}})?{_TO_ZH}", rf"(?:作|引)切线{_TO_ZH}"),
    "ask": (rf"{FIND_ZH}(?:这条|该|其)?切线(?:段)?(?:[A-Z]{{2}})?的?长(?:度)?{HOW_MUCH_ZH}", rf"{FIND_ZH}(?:线段)?\|?[A-Z]{{2}}\|?(?:的长(?:度)?)?{HOW_MUCH_ZH}(?:=)?"),
    "ask_whole": (rf"{FIND_ZH}(?:从|过|由|自)(?:圆外)?(?:一)?点?[A-Z]?\((?P<u>{_N}),(?P<v>{_N})\)(?:向|到|作|引|所作)+的?{_CIRCLE_ZH}(?:所)?(?:的|作|引|所)+(?:的)?切线(?:的)?(?:段)?的?长(?:度)?{HOW_MUCH_ZH}",),
}  # fmt: skip
_WORDS: Final = {
    "circle": Words("The circle has the centre \\({c}\\) and \\(r^2={r2}\\).", "圆心为 \\({c}\\)，\\(r^2={r2}\\)。"),
    "far": Words("The point is at the distance \\(d\\) from the centre with \\(d^2={d2}\\).", "点到圆心的距离满足 \\(d^2={d2}\\)。"),
    "right": Words("The tangent is perpendicular to the radius at the point of contact, so by Pythagoras its length is \\(\\sqrt{{d^2-r^2}}=\\sqrt{{{d2}-{r2}}}={value}\\).", "切线垂直于过切点的半径，由勾股定理，切线长为 \\(\\sqrt{{d^2-r^2}}=\\sqrt{{{d2}-{r2}}}={value}\\)。"),
    "code": Words("what the equation's left side is at the point", "把点的坐标代入圆的方程"),
    "method": Words("the points of contact were computed, and their distance measured", "求出切点坐标，再量距离"),
}  # fmt: skip


@kind(r"切线", "zh", _ZH)
@kind(r"(?i)tangent", "en", _EN)
def length(exam: Exam) -> list[Task]:
    """One circle and one point outside it."""
    if len(exam.asked) != 1:
        raise Unfit
    u, v = (_rational(exam, n) for n in "uv")
    x, y = sp.symbols("x y")
    if exam.has("circle"):
        node = parse(exam.place("circle").values["circle"].replace("−", "-"))
        if not isinstance(node, Relation) or node.signs != ("=",) or symbols(node) != {"x", "y"}:
            raise Unfit
        left, right = (to_sympy(side, {"x": x, "y": y}) for side in node.sides)
        form = sp.Poly(sp.expand(left - right), x, y)
    else:
        a, b, r = (_rational(exam, n) for n in "abr")
        form = sp.Poly(sp.expand((x - a) ** 2 + (y - b) ** 2 - r**2), x, y)
    square = form.coeff_monomial(x**2)
    if square == 0 or form.total_degree() != 2:
        raise Unfit
    form = form.quo_ground(square) if square != 1 else form
    if form.coeff_monomial(y**2) != 1 or form.coeff_monomial(x * y) != 0:
        raise Unfit
    p, q = -form.coeff_monomial(x) / 2, -form.coeff_monomial(y) / 2
    r2 = p**2 + q**2 - form.coeff_monomial(1)
    d2 = (u - p) ** 2 + (v - q) ** 2
    if r2 <= 0 or d2 <= r2:
        raise Unfit
    say, value = exam.language, sp.sqrt(d2 - r2)
    steps = [
        _WORDS["circle"].say(say, c=exact_latex((p, q)), r2=exact_latex(r2)),
        _WORDS["far"].say(say, d2=exact_latex(d2)),
        _WORDS["right"].say(say, d2=exact_latex(d2), r2=exact_latex(r2), value=exact_latex(value)),
    ]
    body, place = exact_source(form.as_expr()), f"[(x, {exact_source(u)}), (y, {exact_source(v)})]"
    lines = (f"circle = {body}", comment(_WORDS["code"].say(say)), f"sqrt(circle.subs({place}))")
    tests = (
        f"circle = {body}",
        f"right = (x - {exact_source(p)})*(x - {exact_source(u)}) + (y - {exact_source(q)})*(y - {exact_source(v)})",
        "touching = solve([circle, right], [x, y])",
        f"len(touching) == 2 and answer > 0 and all(simplify((s - {exact_source(u)})**2 + (t - {exact_source(v)})**2 - answer**2) == 0 for s, t in touching)",
    )
    return [task(exam, steps, lines, tests, _WORDS["method"], variables=("x", "y"), letters=("x", "y"))]


def _rational(exam: Exam, name: str) -> sp.Rational:
    place = exam.place(name if exam.has(name) else f"{name}2")
    return sp.Rational(
        next(iter(place.values[n] for n in (name, f"{name}2") if n in place.values))
        .replace("−", "-")
        .replace(" ", "")
    )
