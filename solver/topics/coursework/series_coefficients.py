"""One coefficient of a Maclaurin series, or one derivative at 0 read off it. Not: other places than 0, letters, functions without derivatives there."""

from __future__ import annotations

from typing import Any, Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.bare_formulas import place
from solver.topics.bare_formulas import value as formula_in
from solver.topics.base import Task, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said
from solver.topics.coursework.kinds import LET, LET_ZH, lesson, told
from solver.topics.prepared import Prepared

_POWER: Final = r"(?:the )?x ?\^ ?\{? ?(?P<k>\d{1,2}) ?\}?(?: ?-?term)?"
_SERIES: Final = (
    r"(?:Maclaurin|Taylor|power)(?:'s)?[ -](?:series|expansion|polynomial|series expansion)(?: expansion)?"
)
_ABOUT: Final = (
    r"(?: ?,? ?(?:expanded )?(?:about|around|at|centred at|centered at|near) (?:the origin|x ?= ?0|0|zero))"
)
_NAMED: Final = r"(?:the function )?(?:f ?\( ?x ?\) ?= ?|y ?= ?)?"
_ITSELF: Final = r"(?:f ?\( ?x ?\)|f|y|it|this function|the function)"
_OF: Final = rf"(?:of|for) (?:{_NAMED}{place('f')}|{_ITSELF})"
_ASKS: Final = rf"{FIND}(?:the )?(?:exact )?(?:value of the )?coefficient of"
TABLE_EN: Final = {
    "given": (rf"(?:{LET}|where |for )(?:the function )?(?:f ?\( ?x ?\)|y) ?= ?{place('f')}",),
    "asked": (
        rf"{_ASKS} {_POWER} (?:in|of) (?:the |its )?{_SERIES}{_ABOUT}?(?: {_OF})?{_ABOUT}?",
        rf"(?:in|for) (?:the )?{_SERIES}{_ABOUT}? {_OF}{_ABOUT}? ?,? ?{_ASKS} {_POWER}",
        rf"(?:when|if) {_NAMED}{place('f')} is (?:expanded|written|developed) (?:in|as|into) (?:a|its) {_SERIES}{_ABOUT}? ?,? ?{_ASKS} {_POWER}",
    ),
}  # fmt: skip
_POWER_ZH: Final = r"x ?\^ ?\{? ?(?P<k>\d{1,2}) ?\}? ?(?:项)?"
_SERIES_ZH: Final = r"(?:的)?(?:关于 ?x ?的)?(?:在 ?x ?= ?0 ?处(?:的)?)?(?:麦克劳林|马克劳林|泰勒|幂)(?:级数)?(?:展开式|展开|级数|公式)?"
_NAMED_ZH: Final = r"(?:函数)? ?(?:f ?\( ?x ?\) ?= ?|y ?= ?)?"
_ASKED_ZH: Final = rf"(?:中)? ?,? ?(?:含)? ?{_POWER_ZH} ?(?:的)?系数{HOW_MUCH_ZH}"
TABLE_ZH: Final = {
    "given": (rf"{LET_ZH}(?:函数)? ?(?:f ?\( ?x ?\)|y) ?= ?{place('f')}",),
    "asked": (
        rf"{FIND_ZH}(?:在)?{_NAMED_ZH}{place('f')} ?{_SERIES_ZH}{_ASKED_ZH}",
        rf"{FIND_ZH}(?:其|它|函数|f ?\( ?x ?\)) ?{_SERIES_ZH}{_ASKED_ZH}",
    ),
    "derivative": (
        rf"{FIND_ZH}(?:f|f ?\( ?x ?\)|其|它|函数)? ?(?:在 ?x ?= ?0 ?处的)? ?(?P<k>\d{{1,2}}) ?阶导数(?:在 ?x ?= ?0 ?处的值)?(?: ?f ?\^ ?(?:\{{ ?\( ?(?P<k2>\d{{1,2}}) ?\) ?\}}|\( ?(?P<k3>\d{{1,2}}) ?\)) ?\( ?0 ?\))?{HOW_MUCH_ZH}",
        rf"{FIND_ZH}f ?\^ ?(?:\{{ ?\( ?(?P<k2>\d{{1,2}}) ?\) ?\}}|\( ?(?P<k3>\d{{1,2}}) ?\)) ?\( ?0 ?\) ?{HOW_MUCH_ZH}",
    ),
}  # fmt: skip
_DERIVATIVE_EN: Final = (
    rf"{FIND}(?:the value of )?f ?\^ ?(?:\{{ ?\( ?(?P<k2>\d{{1,2}}) ?\) ?\}}|\( ?(?P<k3>\d{{1,2}}) ?\)) ?\( ?0 ?\)",
    rf"{FIND}the (?P<k>\d{{1,2}})(?:st|nd|rd|th) derivative (?:of {_ITSELF} )?at (?:x ?= ?0|0|the origin)",
)
METHOD: Final = Words(
    "the derivative of that order at 0, divided by the factorial", "直接求该阶导数在 0 处的值并除以阶乘"
)
X: Final = sp.Symbol("x")
MAX_ORDER: Final = 20


@lesson(
    r"(?i)coefficient|系数|阶导数|\^ ?\{? ?\( ?\d|derivative", en={**TABLE_EN, "derivative": _DERIVATIVE_EN}, zh=TABLE_ZH
)  # fmt: skip
def coefficient(found: list[Said], say: Language) -> Task | None:
    """The coefficient of x^k in the series about 0, or k! times it."""
    asked = [s for s in found if s.kind != "given"]
    texts = [s.values["f"] for s in found if s.values.get("f")]
    if len(asked) != 1 or len(texts) != 1 or len(found) > 2:
        return None
    orders = {int(asked[0].values[k]) for k in ("k", "k2", "k3") if asked[0].values.get(k)}
    f = formula_in(texts[0])
    if len(orders) != 1 or not isinstance(f, sp.Expr) or {s.name for s in f.free_symbols} != {"x"}:
        return None
    (k,) = orders
    f = f.subs(dict.fromkeys(f.free_symbols, X))
    if k > MAX_ORDER or f.is_polynomial(X) or not f.has(sp.exp, sp.log, sp.Pow, sp.sin, sp.cos, sp.atan):
        return None
    return _task(f, k, say, is_derivative=asked[0].kind == "derivative")


def _task(f: sp.Expr, k: int, say: Language, *, is_derivative: bool) -> Task | None:
    try:
        series = sp.expand(sp.series(f, X, 0, k + 1).removeO())
    except (ValueError, NotImplementedError, TypeError):
        return None
    if not series.is_polynomial(X) or series.has(sp.oo, sp.nan, sp.zoo, sp.I):
        return None  # no function with derivatives there
    coefficient = series.coeff(X, k)
    shown = latex(series) if len(series.args) < 8 or not series.is_Add else rf"\cdots{'+' if coefficient >= 0 else ''}{latex(coefficient * X**k)}+\cdots"  # fmt: skip
    steps = [
        told(say, rf"Write each factor as its known series about 0, multiply, and keep the powers up to \(x^{{{k}}}\): \[{latex(f)}={shown}+o(x^{{{k}}})\]", rf"把各因子写成熟知的麦克劳林级数相乘，保留到 \(x^{{{k}}}\)：\[{latex(f)}={shown}+o(x^{{{k}}})\]"),
        told(say, rf"The coefficient of \(x^{{{k}}}\) is \({latex(coefficient)}\).", rf"\(x^{{{k}}}\) 的系数是 \({latex(coefficient)}\)。"),
    ]  # fmt: skip
    source = f"series(f, x, 0, {k + 1}).removeO().expand().coeff(x, {k})"
    direct = f"limit(diff(f, x, {k}), x, 0)"
    if is_derivative:
        steps.append(told(say, rf"In the series it is \(\frac{{f^{{({k})}}(0)}}{{{k}!}}\), so \(f^{{({k})}}(0)={k}!\cdot\left({latex(coefficient)}\right)={latex(coefficient * sp.factorial(k))}\).", rf"这个系数等于 \(\frac{{f^{{({k})}}(0)}}{{{k}!}}\)，所以 \(f^{{({k})}}(0)={k}!\cdot\left({latex(coefficient)}\right)={latex(coefficient * sp.factorial(k))}\)。"))  # fmt: skip
        source = f"factorial({k})*{source}"
    else:
        direct += f"/factorial({k})"
    lines = (
        f"f = {exact_source(f)}",
        comment(told(say, "from the series about 0", "由麦克劳林级数")),
        source,
    )
    tests = (f"f = {exact_source(f)}", f"simplify(answer - {direct}) == 0")
    return Prepared(
        say, tuple(steps), cell(*lines, variables="x"), tests, METHOD, shown=_shown, letters=("x",)
    )


def _shown(value: Any) -> str | None:
    return latex(value) if isinstance(value, sp.Expr) and not value.free_symbols and value.is_finite else None
