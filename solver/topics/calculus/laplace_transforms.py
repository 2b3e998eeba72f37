r"""Laplace transforms of sums of t^n e^{at}, sines and cosines, their inverses, and initial value problems solved by them.

Read: one function of t, one rational function of s whose denominator has roots that can be found exactly, or a linear equation of order 1 or 2 with constant
coefficients and its values at 0. Not: steps, impulses, convolutions, systems.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.bare_formulas import place, plain, value
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import clauses, table
from solver.topics.declining import declining
from solver.topics.prepared import Prepared

_L: Final = r"(?:\\mathcal ?\{? ?L ?\}?|ℒ|\\mathscr ?\{? ?L ?\}?|L)"
_FT: Final = rf"(?:[a-z] ?\( ?t ?\) ?= ?)?{place('f')}"
_FS: Final = rf"(?:[A-Z] ?\( ?s ?\) ?= ?)?{place('f')}"
_D: Final = r"(?P<n>[+-]?[^=,;。\u3400-\u9fff]*?[a-z] ?(?:''|'|\^\{?\\prime)[^=,;。\u3400-\u9fff]*) ?= ?(?P<g>[^=,;。\u3400-\u9fff]+?)(?!\.\d)"
_VALUE: Final = r"(?P<name>[a-z]) ?(?P<order>'?) ?\( ?0 ?\) ?= ?(?P<v>-?\d+(?:/\d+)?)(?!\.\d)"
TABLE_EN: Final = table({
    "transform": (rf"{FIND}(?:the )?laplace transform of (?:the function )?{_FT}", rf"{FIND}{_L} ?\\?[\[{{] ?{place('f')} ?\\?[\]}}]"),
    "inverse": (rf"{FIND}(?:the )?inverse laplace transform of (?:the function )?{_FS}", rf"{FIND}{_L} ?\^ ?\{{? ?-1 ?\}}? ?(?:\\left)?\\?[\[{{] ?{place('f')} ?(?:\\right)?\\?[\]}}]"),
    "by": (r"(?:by |using |use |with )?(?:the )?(?:method of )?laplace transforms?(?: method)?(?: to)?",),
    "solve": (rf"(?:(?:by |using |use |with )?(?:the )?(?:method of )?laplace transforms?(?: method)?(?: to|,)? )?solve (?:the )?(?:(?:following )?(?:initial[- ]value problem|IVP|differential equation|equation)):? ?{_D}", rf"(?:(?:by |using |use |with )?(?:the )?laplace transforms?(?: to|,)? )?solve {_D}"),
    "value": (_VALUE,),
})  # fmt: skip
TABLE_ZH: Final = table({
    "transform": (rf"{FIND_ZH}(?:函数)? ?{_FT} ?的(?:拉普拉斯|拉氏|Laplace)变换{HOW_MUCH_ZH}",),
    "inverse": (rf"{FIND_ZH}(?:函数|象函数|像函数)? ?{_FS} ?的(?:拉普拉斯|拉氏|Laplace)逆变换{HOW_MUCH_ZH}",),
    "by": (r"(?:用|利用|应用)?(?:拉普拉斯|拉氏|Laplace)变换(?:法)?",),
    "solve": (rf"(?:用|利用|应用)(?:拉普拉斯|拉氏|Laplace)变换(?:法)?(?:求解?|解)(?:微分方程)?(?:的)?(?:初值问题)?:? ?{_D}(?: ?的解)?",),
    "value": (rf"(?:满足(?:初始条件)?|初始条件(?:为)?)? ?{_VALUE}(?:的(?:特)?解)?",),
})  # fmt: skip
WORDS: Final = {
    "rule": Words("\\(\\mathcal{{L}}\\left\\{{{f}\\right\\}}={F}\\).", "\\(\\mathcal{{L}}\\left\\{{{f}\\right\\}}={F}\\)。"),
    "linear": Words("The transform is linear: each summand is transformed by the table.", "拉普拉斯变换是线性的，逐项查基本变换。"),
    "fractions": Words("Partial fractions: \\[{F}={parts}\\]", "部分分式分解：\\[{F}={parts}\\]"),
    "back": Words("By the table \\(\\mathcal{{L}}^{{-1}}\\left\\{{{F}\\right\\}}={f}\\).", "查表 \\(\\mathcal{{L}}^{{-1}}\\left\\{{{F}\\right\\}}={f}\\)。"),
    "equation": Words("Transform both sides, with \\(\\mathcal{{L}}\\{{y'\\}}=sY-y(0)\\) and \\(\\mathcal{{L}}\\{{y''\\}}=s^2Y-sy(0)-y'(0)\\): \\[{left}={right}\\]", "两边取变换，\\(\\mathcal{{L}}\\{{y'\\}}=sY-y(0)\\)，\\(\\mathcal{{L}}\\{{y''\\}}=s^2Y-sy(0)-y'(0)\\)：\\[{left}={right}\\]"),
    "solved": Words("So \\[Y={Y}\\]", "所以 \\[Y={Y}\\]"),
    "code": Words("the integral that defines the transform", "按定义求变换"),
    "code_back": Words("partial fractions, then the table", "部分分式后逐项求逆变换"),
    "method": Words("the integral \\(\\int_0^\\infty f(t)e^{{-st}}\\,dt\\) was added up numerically for several s", "对若干 \\(s\\) 数值计算积分 \\(\\int_0^\\infty f(t)e^{{-st}}\\,dt\\) 检验"),
    "method_equation": Words("put into the equation and its initial values", "代回方程与初值检验"),
}  # fmt: skip
T, S_ = sp.Symbol("t", positive=True), sp.Symbol("s", positive=True)


@declining
def read(text: Text) -> Reading:
    """A transform, an inverse one, or an equation that is to be solved by them."""
    if not re.search(r"(?i)laplace|拉普拉斯|拉氏|mathcal ?\{? ?L|ℒ|mathscr|(?<![A-Za-z])L ?(?:\^ ?\{? ?-1 ?\}? ?)?\\?\{", text.source):  # fmt: skip
        return None
    source = re.sub(r"(?i) (?=(?:using|by|with) (?:the )?(?:method of )?laplace)", " , ", plain(text.source))
    said = clauses(source, TABLE_ZH if text.language == "zh" else TABLE_EN)
    if isinstance(said, str):
        return None
    main = [s for s in said if s.kind in ("transform", "inverse", "solve")]
    if len(main) != 1:
        return None
    kind = main[0].kind
    if kind == "solve":
        values = [s for s in said if s.kind == "value"]
        return _equation(main[0].values, [(s.values["name"], len(s.values["order"]), value(s.values["v"])) for s in values], text.language)  # fmt: skip
    if len(said) != 1:
        return None
    f = value(main[0].values["f"], {"t": T, "s": S_})
    return _transform(f, text.language) if kind == "transform" else _inverse(f, text.language)


def _is_tabled(term: sp.Expr) -> bool:
    """c·t^n·e^{at}·sin or cos(bt), with numbers."""
    for factor in sp.Mul.make_args(sp.expand(term)):
        if not factor.has(T):
            continue
        base, exponent = factor.as_base_exp()
        if base == T and exponent.is_Integer and exponent > 0:
            continue
        inside = factor.args[0] if factor.args else None
        if isinstance(factor, sp.exp | sp.sin | sp.cos | sp.sinh | sp.cosh) and inside is not None and sp.diff(inside, T).is_number and inside.subs(T, 0) == 0:  # fmt: skip
            continue
        return False
    return True


def _of(f: sp.Expr) -> sp.Expr:
    return sp.factor(sp.simplify(sp.laplace_transform(sp.expand(f), T, S_, noconds=True)))


def _transform(f: sp.Expr, say: Language) -> Prepared | None:
    g = f if all(_is_tabled(t) for t in sp.Add.make_args(sp.expand(f))) else sp.expand(sp.fu(f))  # fmt: skip
    g = sp.expand(g)
    if f.free_symbols - {T} or not all(_is_tabled(t) for t in sp.Add.make_args(g)):
        return None
    parts = [(t, _of(t)) for t in sp.Add.make_args(g)]
    if any(F.has(sp.LaplaceTransform, sp.Integral) for _, F in parts):
        return None
    total = sp.factor(sp.together(sum(F for _, F in parts))) if len(parts) == 1 else sum(F for _, F in parts)
    steps = [WORDS["linear"].say(say)] if len(parts) > 1 else []
    steps += [WORDS["rule"].say(say, f=latex(t), F=latex(F)) for t, F in parts]
    lines = [f"f = {exact_source(g)}", "factor(laplace_transform(f, t, s, noconds=True))"]
    result = total

    def written(_found: Any) -> str:
        return latex(result)

    def given(answer: str) -> Any:
        found = values_in(re.sub(r"^[^=]*=", "", answer), ["s"])
        return found[0] if found and len(found) == 1 and isinstance(found[0], sp.Expr) else None

    start = _abscissa(g)
    tests = (
        "import mpmath",
        f"f = lambdify(t, {exact_source(g)}, 'mpmath')",
        f"places = [{start} + k for k in (1, 2, 3)]",
        "whole = lambda p: mpmath.quad(lambda u: f(u)*mpmath.exp(-p*u), mpmath.linspace(0, 60, 121))",
        "bool(all(abs(N(answer.subs(s, p)) - whole(p)) < 1e-6*(1 + abs(whole(p))) for p in places))",
    )
    return Prepared(say, tuple(steps), cell(*lines, variables="st", assumptions="positive=True"), tests, WORDS["method"], shown=written, given=given, letters=("s", "t"))  # fmt: skip


def _abscissa(f: sp.Expr) -> int:
    """A whole number from which on the integral converges."""
    rates = [sp.diff(e.args[0], T) for e in f.atoms(sp.exp, sp.sinh, sp.cosh)]
    return max([0, *(int(sp.ceiling(abs(r))) for r in rates)])


def _back(F: sp.Expr) -> sp.Expr | None:
    found = sp.inverse_laplace_transform(F, S_, T, noconds=True)
    found = sp.simplify(found.subs(sp.Heaviside(T), 1))
    return None if found.has(sp.InverseLaplaceTransform, sp.Heaviside, sp.DiracDelta, sp.I) else found


def _inverted(F: sp.Expr, steps: list[str], say: Language) -> sp.Expr | None:
    """f(t), with the partial fractions as steps."""
    top, bottom = sp.fraction(sp.together(F))
    if not (top.is_polynomial(S_) and bottom.is_polynomial(S_)) or sp.degree(top, S_) >= sp.degree(
        bottom, S_
    ):
        return None
    parts = sp.apart(sp.together(F), S_)
    terms = sp.Add.make_args(parts)
    if len(terms) > 1:
        steps.append(WORDS["fractions"].say(say, F=latex(sp.factor(F)), parts=latex(parts)))
    total: sp.Expr = sp.S.Zero
    for term in terms:
        f = _back(term)
        if f is None:
            return None
        steps.append(WORDS["back"].say(say, F=latex(term), f=latex(f)))
        total += f
    return total


def _inverse(F: sp.Expr, say: Language) -> Prepared | None:
    steps = list[str]()
    if F.free_symbols != {S_}:
        return None
    f = _inverted(F, steps, say)
    if f is None:
        return None
    lines = [f"F = {exact_source(F)}", comment(WORDS["code_back"].say(say)), "simplify(inverse_laplace_transform(apart(F, s), s, t))"]  # fmt: skip

    def written(_found: Any) -> str:
        return latex(f)

    start = _abscissa(f) + 1
    tests = (
        "import mpmath",
        f"F = {exact_source(F)}",
        "f = lambdify(t, answer, 'mpmath')",
        f"places = [{start} + k for k in (1, 2, 3)]",
        "whole = lambda p: mpmath.quad(lambda u: f(u)*mpmath.exp(-p*u), mpmath.linspace(0, 60, 121))",
        "bool(all(abs(N(F.subs(s, p)) - whole(p)) < 1e-6*(1 + abs(whole(p))) for p in places))",
    )
    return Prepared(say, tuple(steps), cell(*lines, variables="st", assumptions="positive=True"), tests, WORDS["method"], shown=written, given=_given_t, letters=("s", "t"))  # fmt: skip


def _given_t(answer: str) -> Any:
    found = values_in(re.sub(r"^[^=]*=", "", answer), ["t"])
    if not found or len(found) != 1 or not isinstance(found[0], sp.Expr):
        return None
    return found[0]


def _equation(values: dict[str, str] | Any, starts: list[tuple[str, int, sp.Expr]], say: Language) -> Prepared | None:  # fmt: skip
    name = next(iter({n for n, _, _ in starts}), "")
    if len({n for n, _, _ in starts}) != 1 or not re.search(rf"{name} ?'", values["n"]):
        return None
    left = re.sub(rf"{name} ?(?:''|\^\{{?\\prime\\prime\}}?)", "(P)", values["n"])
    left = re.sub(rf"(?<![A-Za-z\\]){name}(?:\( ?t ?\))?(?![A-Za-z(])", "(R)", re.sub(rf"{name} ?(?:'|\^\{{?\\prime\}}?)(?:\( ?t ?\))?", "(Q)", left))  # fmt: skip
    second, first, zeroth = sp.symbols("P Q R")
    whole = value(left, {"t": T}) - value(values["g"], {"t": T})
    a, b, c = (whole.coeff(k) for k in (second, first, zeroth))
    g = sp.expand(a * second + b * first + c * zeroth - whole)
    order = 2 if a != 0 else 1
    given = {k: v for _, k, v in starts}
    if not all(v.is_Rational for v in (a, b, c)) or g.free_symbols - {T} or sorted(given) != list(range(order)) or len(starts) != order:  # fmt: skip
        return None
    if not all(_is_tabled(t) for t in sp.Add.make_args(sp.expand(g))):
        return None
    G = sp.S.Zero if g == 0 else _of(g)
    y0, y1 = given[0], given.get(1, sp.S.Zero)
    Y = sp.Symbol("Y")
    left_side = a * (S_**2 * Y - S_ * y0 - y1) + b * (S_ * Y - y0) + c * Y
    solved = sp.factor(sp.together(sp.solve(left_side - G, Y)[0]))
    steps = [
        WORDS["equation"].say(say, left=latex(left_side), right=latex(G)),
        WORDS["solved"].say(say, Y=latex(solved)),
    ]
    f = _inverted(solved, steps, say)
    if f is None:
        return None
    result = sp.expand(f)
    lines = [
        f"Y = {exact_source(solved)}",
        comment(WORDS["code_back"].say(say)),
        "simplify(inverse_laplace_transform(apart(Y, s), s, t))",
    ]

    def written(_found: Any) -> str:
        return f"{name}={latex(result)}"

    tests = (
        f"left = ({exact_source(a)})*diff(answer, t, 2) + ({exact_source(b)})*diff(answer, t) + ({exact_source(c)})*answer",
        f"starts = answer.subs(t, 0) == {exact_source(y0)} and ({order} == 1 or simplify(diff(answer, t).subs(t, 0) - ({exact_source(y1)})) == 0)",
        f"starts and simplify(left - ({exact_source(g)})) == 0",
    )
    return Prepared(say, tuple(steps), cell(*lines, variables="st", assumptions="positive=True"), tests, WORDS["method_equation"], shown=written, given=_given_t, letters=("t",))  # fmt: skip
