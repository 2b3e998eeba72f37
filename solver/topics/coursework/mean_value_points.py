"""The point c that Lagrange's mean value theorem, or Rolle's, promises for one function on an interval. Not: letters, whether the theorem applies, Cauchy's theorem."""

from __future__ import annotations

from typing import Any, Final

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.bare_formulas import place
from solver.topics.bare_formulas import value as formula_in
from solver.topics.base import Task, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said
from solver.topics.coursework.kinds import LET, LET_ZH, lesson, shown_numbers, told
from solver.topics.prepared import Prepared

_F: Final = rf"(?:the function )?(?:f ?\( ?x ?\) ?= ?|y ?= ?){place('f')}"
_ON: Final = rf"(?:on|over|in) (?:the )?(?:closed )?(?:interval )?\[ ?{place('a')} ?, ?{place('b')} ?\]"
_THEOREM: Final = r"(?:the )?(?:conclusion of )?(?:the )?(?:(?P<rolle>Rolle's)|(?:Lagrange(?:'s)? )?Mean Value) Theorem(?: for derivatives)?"
_C: Final = r"(?:the |all |every |a )*(?:(?:possible |exact )?(?:numbers?|values?|points?)(?: of)? ?)?(?:\(?s\)? ?)?(?:c|\\xi|ξ)?"
_HOLDS: Final = r"(?:that |which )?(?:satisf(?:y|ies|ying)|guaranteed by|promised by|given by|predicted by|whose existence is guaranteed by|from|in|of|for)"
_TAIL: Final = rf"(?: (?:for|applied to|with|when applied to) {_F})?(?: ?,? ?{_ON})?"
TABLE_EN: Final = {
    "given": (rf"{LET}{_F}(?: ?,? ?(?:be defined )?{_ON})?",),
    "applied": (rf"{_THEOREM} (?:is applied|applies) to {_F} ?,? ?{_ON}", rf"(?:apply|use) {_THEOREM}(?: to {_F})?(?: ?,? ?{_ON})?"),
    "asked": (rf"{FIND}{_C} {_HOLDS} {_THEOREM}{_TAIL}", rf"(?:to )?{FIND}(?:the |all )?(?:numbers?|values?|points?)?(?: of)? ?(?:c|\\xi|ξ)"),
}  # fmt: skip
_F_ZH: Final = rf"(?:函数)? ?(?:f ?\( ?x ?\) ?= ?|y ?= ?){place('f')}"
_ON_ZH: Final = rf"(?:在)?(?:闭)?(?:区间)? ?\[ ?{place('a')} ?, ?{place('b')} ?\] ?(?:上)?"
_THEOREM_ZH: Final = r"(?:(?P<rolle>罗尔(?:中值)?定理)|(?:拉格朗日)?(?:微分)?中值定理)"
_C_ZH: Final = r"(?:点|中值|数)? ?(?:c|\\xi|ξ)? ?(?:的)?(?:值)?"
TABLE_ZH: Final = {
    "given": (rf"{LET_ZH}{_F_ZH} ?,? ?(?:{_ON_ZH})?",),
    "applied": (rf"(?:验证|{LET_ZH})(?:对|对于)?{_F_ZH} ?,? ?{_ON_ZH} ?(?:满足|应用){_THEOREM_ZH}(?:的)?(?:条件|全部条件)?",),
    "asked": (
        rf"(?:对|对于|{FIND_ZH})(?:{_F_ZH})? ?,? ?{_ON_ZH} ?(?:满足|适合|应用|使)?{_THEOREM_ZH}(?:的)?(?:结论|条件)?(?:成立|中)?(?:的)? ?{_C_ZH}{HOW_MUCH_ZH}",
        rf"{FIND_ZH}(?:满足|使){_THEOREM_ZH}(?:的)?(?:结论)?(?:成立)?(?:的)? ?{_C_ZH}{HOW_MUCH_ZH}",
        rf"(?:则|并|并求|求|求出|求出满足)?(?:定理|结论)?(?:中)?(?:的)?(?:点|中值|数)? ?(?:c|\\xi|ξ) ?(?:的值)?(?:=\?)?{HOW_MUCH_ZH}",
    ),
}  # fmt: skip
METHOD: Final = Words(
    "the slope at the point was compared with the slope of the chord", "比较该点的导数与弦的斜率"
)
SENTENCE: Final = Words("So \\(c={answer}\\).", "所以 \\(\\xi={answer}\\)。")
X: Final = sp.Symbol("x", real=True)


@lesson(r"(?i)mean value theorem|rolle|中值定理|罗尔", en=TABLE_EN, zh=TABLE_ZH)
def mean_value_point(found: list[Said], say: Language) -> Task | None:
    """All c between the ends with f'(c) = (f(b) − f(a))/(b − a)."""
    places = {k: [s.values[k] for s in found if s.values.get(k)] for k in ("f", "a", "b")}
    if any(len(p) != 1 for p in places.values()) or not any(s.kind == "asked" for s in found):
        return None
    f, a, b = (formula_in(places[k][0]) for k in ("f", "a", "b"))
    if not all(isinstance(v, sp.Expr) for v in (f, a, b)) or {s.name for s in f.free_symbols} != {"x"}:
        return None
    f = f.subs(dict.fromkeys(f.free_symbols, X))
    if not (a.is_real and b.is_real and a < b) or not _is_smooth(f, a, b):
        return None
    slope = sp.simplify((f.subs(X, b) - f.subs(X, a)) / (b - a))
    if any(s.values.get("rolle") for s in found) and slope != 0:
        return None
    points = sp.solveset(sp.diff(f, X) - slope, X, sp.Interval.open(a, b))
    if not isinstance(points, sp.FiniteSet) or not points or not all(p.is_real for p in points):
        return None
    return _task(f, a, b, slope, sorted(points, key=lambda p: p.evalf(20)), say)


def _is_smooth(f: sp.Expr, a: sp.Expr, b: sp.Expr) -> bool:
    """Whether f is continuous on [a, b] and has a derivative between."""
    try:
        closed, opened = sp.Interval(a, b), sp.Interval.open(a, b)
        return bool(
            not f.has(sp.Abs, sp.sign, sp.Piecewise)
            and closed.is_subset(sp.calculus.util.continuous_domain(f, X, closed))
            and opened.is_subset(sp.calculus.util.continuous_domain(sp.diff(f, X), X, opened))
        )
    except (NotImplementedError, ValueError, TypeError):
        return False


def _task(f: sp.Expr, a: sp.Expr, b: sp.Expr, slope: sp.Expr, points: list[sp.Expr], say: Language) -> Task:
    derivative = sp.diff(f, X)
    steps = (
        told(say, rf"\(f\) is continuous on \([{latex(a)},{latex(b)}]\) and has a derivative between. The slope of the chord is \[\frac{{f({latex(b)})-f({latex(a)})}}{{{latex(b)}-\left({latex(a)}\right)}}={latex(slope)}\]", rf"\(f\) 在 \([{latex(a)},{latex(b)}]\) 上连续，在开区间内可导。弦的斜率为 \[\frac{{f({latex(b)})-f({latex(a)})}}{{{latex(b)}-\left({latex(a)}\right)}}={latex(slope)}\]"),
        told(say, rf"The derivative is \(f'(x)={latex(derivative)}\). Between the ends it has this value at \(x={shown_numbers(points)}\).", rf"导数 \(f'(x)={latex(derivative)}\)，在区间内令它等于该斜率，得 \(x={shown_numbers(points)}\)。"),
    )  # fmt: skip
    lines = (
        f"f = {exact_source(f)}",
        f"a, b = {exact_source(a)}, {exact_source(b)}",
        comment(told(say, "where the slope is that of the chord", "导数等于弦的斜率之处")),
        "sorted(solveset(diff(f, x) - (f.subs(x, b) - f.subs(x, a))/(b - a), x, Interval.open(a, b)), key=lambda p: p.evalf(20))",
    )
    tests = (
        *lines[:2],
        f"len(answer) == {len(points)} and all(a < c < b and abs(N((diff(f, x).subs(x, c)*(b - a) - f.subs(x, b) + f.subs(x, a)), 30)) < 1e-20 for c in answer)",
    )
    return Prepared(say, steps, cell(*lines, variables="x"), tests, METHOD, SENTENCE, shown=shown_numbers, given=_given, letters=("x",))  # fmt: skip


def _given(answer: str) -> Any:
    values = values_in(answer.rsplit("=", 1)[-1])
    return (
        None
        if values is None or not all(isinstance(v, sp.Expr) for v in values)
        else list(dict.fromkeys(values))
    )
