"""The perpendicular bisector of a segment between two points, in a form that letters tell: y = mx + c, ax + by = c, x + by = c, 一般式."""

from __future__ import annotations

from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.formula.nodes import Relation, symbols
from solver.latex import latex
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import comment, exact_source
from solver.topics.exams.kinds import Exam, Unfit, kind, task

_N: Final = r"[-−]? ?\d+(?:\.\d+)?"
_PAIR: Final = rf"\( ?(?P<{{0}}>{_N}) ?, ?(?P<{{1}}>{_N}) ?\)"
_P, _Q = _PAIR.format("x1", "y1"), _PAIR.format("x2", "y2")
_A, _B = r"(?P<a>(?-i:[A-Z])) ?", r"(?P<b>(?-i:[A-Z])) ?"
_IS: Final = r"(?:is (?:the point )?(?:at )?|has coordinates )?"
_OF: Final = r"(?:the )?(?:line )?(?:segment )?"
_BISECTOR: Final = rf"{FIND}(?:,? ?in the form (?P<form0>[-+a-z\d ]{{1,12}}=[-+a-z\d ]{{1,12}}?)(?:,? ?(?:with|where) (?:[a-z, ]+ (?:are|being) )?(?P<whole0>integers?)(?: coefficients)?)?,? )?(?:the |an )?(?:equation (?:of|for) )?(?:the )?perpendicular bisector of {_OF}"
_FORM: Final = r"(?: in the form (?P<form>[-+a-z\d ]{1,12}=[-+a-z\d ]{1,12}?)(?:,? ?with (?P<whole>integer) coefficients)?)?"
_EN: Final = {
    "points": (
        rf"(?:the )?(?:points? )?{_A}{_IS}{_P},? and (?:the point )?{_B}{_IS}{_Q}(?: are given)?",
        rf"where {_A}{_IS}{_P} and {_B}{_IS}{_Q}",
        rf"(?:the )?(?:line )?segment (?P<segment>(?-i:[A-Z]{{2}})) has endpoints {_A}{_P} and {_B}{_Q}",
    ),
    "ask_between": (rf"{_BISECTOR}(?:joining|with (?:endpoints|end points)|from|between|connecting|that joins) (?:the points? )?(?:{_A})?{_P} (?:and|to) (?:the point )?(?:{_B})?{_Q}{_FORM}",),
    "ask": (rf"{_BISECTOR}(?P<segment>(?-i:[A-Z]{{2}})){_FORM}", r"the perpendicular bisector of (?P<segment>(?-i:[A-Z]{2})) has equation (?P<form>[a-z\d ]{1,6}=[-+a-z\d ]{3,16})"),
    "form": (
        r"(?:give|giving|write|writing|leave|express) (?:it|your answer|the answer|its equation|the equation)?(?: as an equation)? ?in the form (?P<form>[-+a-z\d ]{1,12}=[-+a-z\d ]{1,12}?)(?:,? where (?:[a-z](?:, ?| and |, and )?)+ are (?P<whole>integers|constants)(?: to be found)?)?",
        r"(?:giving|writing|expressing|give|write|express|leave|with) (?:it|your answer|the answer|the equation)? ?(?:in the form )?(?P<form>[-+a-z\d ]{1,12}=[-+a-z\d ]{1,12}?),? ?(?:with|where [a-z, ]+(?:and [a-z])? are) (?P<whole>integers?)(?: coefficients)?",
        r"in the form (?P<form>[-+a-z\d ]{1,12}=[-+a-z\d ]{1,12}?)(?:,? where (?:[a-z](?:, ?| and |, and )?)+ are (?P<whole>integers|constants))?",
        r"(?:give|giving|write|writing) (?:it|your answer|the answer) in (?P<named>slope-intercept|standard|general) form",
    ),
    "idle": (r"find (?:its|the) equation",),
}  # fmt: skip
_ZH: Final = {
    "points": (rf"(?:已知)?(?:两)?点?{_A}{_P}[,和与](?:点)?{_B}{_Q}(?:两点)?",),
    "ask_between": (rf"{FIND_ZH}以{_A}{_P}[,和与]{_B}{_Q}(?:两点)?为端点的线段的(?:垂直平分线|中垂线)的?方程{HOW_MUCH_ZH}",),
    "ask": (rf"{FIND_ZH}线段(?P<segment>(?-i:[A-Z]{{2}}))的?(?:垂直平分线|中垂线)(?:所在直线)?的?方程{HOW_MUCH_ZH}",),
    "form": (r"(?:结果|答案)?(?:写成|用|化成|化为)(?P<named>一般式|斜截式)(?:表示)?",),
}  # fmt: skip
_WORDS: Final = {
    "middle": Words("The midpoint is \\(M={m}\\).", "中点 \\(M={m}\\)。"),
    "normal": Words("The bisector passes through \\(M\\), and \\({n}\\), the direction of the segment, is perpendicular to it: \\[{left}=0\\]", "垂直平分线过 \\(M\\)，线段方向 \\({n}\\) 是它的法向量：\\[{left}=0\\]"),
    "so": Words("That is \\({line}\\).", "即 \\({line}\\)。"),
    "form": Words("In the form that is asked for: \\({line}\\).", "按所求形式：\\({line}\\)。"),
    "code": Words("points that are as far from the one end as from the other", "到两端距离相等的点"),
    "method": Words("two points of the line were taken, and their distances from both ends compared", "在直线上取两点，比较它们到两端的距离"),
}  # fmt: skip
_X, _Y = sp.symbols("x y")
_FORMS: Final = {"slope-intercept": "y=m*x+c", "斜截式": "y=m*x+c", "standard": "a*x+b*y=c", "general": "a*x+b*y+c=0", "一般式": "a*x+b*y+c=0"}  # fmt: skip


@kind(r"垂直平分线|中垂线", "zh", _ZH)
@kind(r"(?i)perpendicular bisector", "en", _EN)
def bisector(exam: Exam) -> list[Task]:
    """Two points."""
    points = exam.one("points", "ask_between")
    if len(exam.asked) != 1:
        raise Unfit
    ends = {points.values.get("a", "A"), points.values.get("b", "B")}
    for s in exam.said:
        if "segment" in s.values and set(s.values["segment"]) != ends:
            raise Unfit
    x1, y1, x2, y2 = (sp.Rational(points.values[n].replace("−", "-").replace(" ", "")) for n in ("x1", "y1", "x2", "y2"))  # fmt: skip
    a, b = x2 - x1, y2 - y1
    if a == b == 0:
        raise Unfit
    middle = ((x1 + x2) / 2, (y1 + y2) / 2)
    line = sp.Poly(sp.expand(a * (_X - middle[0]) + b * (_Y - middle[1])), _X, _Y).primitive()[1]
    line = -line if (line.coeff_monomial(_X) or line.coeff_monomial(_Y)) < 0 else line
    forms = [s for s in exam.said if {"form", "form0", "named"} & set(s.values)]
    if len(forms) > 1:
        raise Unfit
    default = "a*x+b*y+c=0" if exam.language == "zh" else "a*x+b*y=c"
    written = default
    if forms:
        written = (
            _FORMS[forms[0].values["named"].lower()]
            if "named" in forms[0].values
            else forms[0].values.get("form") or forms[0].values["form0"]
        )
    left, right = _formed(
        written, line.as_expr(), whole=bool({"whole", "whole0"} & set(forms[0].values if forms else ()))
    )
    say = exam.language
    shown = f"{latex(left)}={latex(right)}"
    steps = [
        _WORDS["middle"].say(say, m=latex(middle)),
        _WORDS["normal"].say(say, n=latex((a, b)), left=latex(sp.Add(sp.Mul(a, _X - middle[0], evaluate=False), sp.Mul(b, _Y - middle[1], evaluate=False), evaluate=False))),
        _WORDS["so"].say(say, line=f"{latex(line.as_expr())}=0"),
        _WORDS["form"].say(say, line=shown),
    ]  # fmt: skip
    lines = (
        f"A, B = {exact_source(((x1, y1), (x2, y2)))}",
        comment(_WORDS["code"].say(say)),
        "line = expand((x - A[0])**2 + (y - A[1])**2 - (x - B[0])**2 - (y - B[1])**2)",
        f"left, right = {exact_source(left)}, {exact_source(right)}",
        "Eq(left, right) if expand(line * diff(left - right, y) - (left - right) * diff(line, y)) == 0 and expand(line * diff(left - right, x) - (left - right) * diff(line, x)) == 0 else None",
    )
    tests = (
        f"A, B = {exact_source(((x1, y1), (x2, y2)))}",
        "far = lambda px, py, end: (px - end[0])**2 + (py - end[1])**2",
        "places = [(t, v) for t in (0, 1, 5) for v in solve(answer.subs(x, t), y)] or [(u, t) for t in (0, 1) for u in solve(answer.subs(y, t), x)]",
        "len(places) > 1 and all(simplify(far(u, v, A) - far(u, v, B)) == 0 for u, v in places)",
    )
    return [task(exam, steps, lines, tests, _WORDS["method"], shown=_shown, given=_given, variables=("x", "y"), letters=("x", "y"))]  # fmt: skip


def _formed(written: str, line: sp.Expr, *, whole: bool) -> tuple[sp.Expr, sp.Expr]:
    """Both sides of the line's equation in a form whose letters are found."""
    node = parse(written)
    if not isinstance(node, Relation) or node.signs != ("=",) or not {"x", "y"} & symbols(node):
        raise Unfit
    sides = [to_sympy(side, {"x": _X, "y": _Y}) for side in node.sides]
    letters = sorted((sides[0] - sides[1]).free_symbols - {_X, _Y}, key=str)
    s = sp.Symbol("s")
    form = sp.Poly(sp.expand(sides[0] - sides[1] - s * line), _X, _Y)
    found = sp.solve(form.coeffs(), [*letters, s], dict=True)
    if len(found) != 1:
        raise Unfit
    solution = found[0]
    free = {*letters, s} & set().union(*(v.free_symbols for v in solution.values()))
    for value in (1, -1):
        chosen = {n: v.subs(dict.fromkeys(free, value)) for n, v in solution.items()} | dict.fromkeys(free, value)  # fmt: skip
        numbers = [chosen[n] for n in letters]
        if any(not sp.expand(v).is_Rational for v in numbers):
            raise Unfit
        lead = next((v for v in numbers if v != 0), 1)
        if not free or (lead > 0 and all(sp.expand(v).is_Integer for v in numbers)):
            if chosen.get(s, 1) == 0 or whole and not all(sp.expand(v).is_Integer for v in numbers):
                raise Unfit
            return sides[0].subs(chosen), sides[1].subs(chosen)
    raise Unfit


def _shown(value: Any) -> str | None:
    return f"{latex(value.lhs)}={latex(value.rhs)}" if isinstance(value, sp.Eq) else None


def _given(answer: str) -> Any:
    try:
        node = parse(answer)
    except FormulaError:
        return None
    if not isinstance(node, Relation) or node.signs != ("=",):
        return None
    left, right = (to_sympy(side) for side in node.sides)
    return sp.Eq(left, right, evaluate=False)
