"""Sums of infinite series: geometric parts, telescoping terms, powers with a known sum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import sympy as sp
from sympy.concrete.gosper import gosper_term

from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Words

N: Final = sp.Symbol("n", integer=True, positive=True)
WORDS: Final = {
    "split": Words("Write the term as a sum: \\[{a}={parts}\\] and add the series one by one; each of them converges.", "把通项拆开：\\[{a}={parts}\\] 各个级数都收敛，可以分别求和。"),
    "geometric": Words("\\({a}\\) is geometric: the first term (\\(n={low}\\)) is \\({first}\\), the common ratio is \\(q={q}\\), and \\(|q|<1\\). Its sum is first term over \\(1-q\\): \\[\\frac{{{first}}}{{1-{qb}}}={value}\\]", "\\({a}\\) 是等比级数：首项（\\(n={low}\\)）为 \\({first}\\)，公比 \\(q={q}\\)，\\(|q|<1\\)，其和为首项除以 \\(1-q\\)：\\[\\frac{{{first}}}{{1-{qb}}}={value}\\]"),
    "telescope": Words("The term is a difference of neighbours: \\[{a}={b}-{next}\\] In the partial sum up to \\(n=N\\) everything in between cancels, and \\({first}-\\left({last}\\right)\\) is left.", "把通项拆成相邻两项之差：\\[{a}={b}-{next}\\] 求到 \\(n=N\\) 的部分和时中间各项抵消，只剩 \\({first}-\\left({last}\\right)\\)。"),
    "limit": Words("Let \\(N\\to\\infty\\): \\[\\lim_{{N\\to\\infty}}\\left({last}\\right)={end}\\] so the sum is \\[{first}-{endb}={value}\\]", "令 \\(N\\to\\infty\\)：\\[\\lim_{{N\\to\\infty}}\\left({last}\\right)={end}\\] 所以和为 \\[{first}-{endb}={value}\\]"),
    "power": Words("A known sum is \\[\\sum_{{n=1}}^{{\\infty}}\\frac{{1}}{{n^{{{p}}}}}={zeta}\\] so here, where the sum starts at \\(n={low}\\), it gives \\({value}\\).", "利用已知的和 \\[\\sum_{{n=1}}^{{\\infty}}\\frac{{1}}{{n^{{{p}}}}}={zeta}\\] 这里从 \\(n={low}\\) 开始，得 \\({value}\\)。"),
    "together": Words("Together: \\[{sum}={value}\\]", "合起来：\\[{sum}={value}\\]"),
}  # fmt: skip


def ratio(a: sp.Expr) -> sp.Expr:
    """a(n+1)/a(n), simplified."""
    return sp.simplify(sp.powsimp(sp.combsimp(sp.gammasimp(sp.expand_func(a.subs(N, N + 1) / a)))))


@dataclass(frozen=True, slots=True)
class Summed:
    """Steps and value of a convergent series."""

    steps: tuple[str, ...]
    value: sp.Expr


def summed(a: sp.Expr, low: int, language: Language) -> Summed | None:
    """Σ a(n) from `low` on; None where none of the three ways finds it, or it diverges."""
    whole = _part(a, low, language)
    if whole is not None:
        return whole
    parts = [sp.powsimp(sp.simplify(p)) for p in sp.Add.make_args(sp.expand(a))]
    if len(parts) < 2:
        return None
    found = [_part(p, low, language) for p in parts]
    steps = [
        WORDS["split"].say(language, a=latex(a), parts=" + ".join(map(latex, parts)).replace("+ -", "-"))
    ]
    total, values = sp.S.Zero, []
    for one in found:
        if one is None:
            return None
        steps += one.steps
        total += one.value
        values.append(latex(one.value))
    steps.append(
        WORDS["together"].say(language, sum=" + ".join(values).replace("+ -", "-"), value=latex(total))
    )
    return Summed(tuple(steps), sp.simplify(total))


def _part(a: sp.Expr, low: int, language: Language) -> Summed | None:
    return _geometric(a, low, language) or _power(a, low, language) or _telescoping(a, low, language)


def _geometric(a: sp.Expr, low: int, language: Language) -> Summed | None:
    q = ratio(a)
    if not q.is_number or not q.is_real or abs(q) >= 1:
        return None
    first = sp.simplify(a.subs(N, low))
    value = sp.simplify(first / (1 - q))
    qb = rf"\left({latex(q)}\right)" if q < 0 else latex(q)
    said = WORDS["geometric"].say(language, a=latex(a), low=low, first=latex(first), q=latex(q), qb=qb, value=latex(value))  # fmt: skip
    return Summed((said,), value)


def _power(a: sp.Expr, low: int, language: Language) -> Summed | None:
    factor, power = a.as_independent(N, as_Add=False)
    p = -power.as_base_exp()[1]
    if power.as_base_exp()[0] != N or p not in (2, 4, 6) or not factor.is_number:
        return None
    value = factor * (sp.zeta(p) - sum(sp.Rational(1, k**p) for k in range(1, low)))
    said = WORDS["power"].say(language, p=p, zeta=latex(sp.zeta(p)), low=low, value=latex(value))
    return Summed((said,), value)


def _telescoping(a: sp.Expr, low: int, language: Language) -> Summed | None:
    try:
        term = gosper_term(a, N)
    except (ValueError, NotImplementedError, sp.PolynomialError, TypeError, AttributeError):
        return None
    if term is None:
        return None
    b = sp.simplify(-a * term)
    b = sp.apart(b, N) if b.is_rational_function(N) else b
    following = b.subs(N, N + 1)
    if sp.simplify(b - following - a) != 0:
        return None
    try:
        first, end = sp.simplify(b.subs(N, low)), sp.limit(b, N, sp.oo)
    except NotImplementedError:  # what sympy says of a limit where signs go on alternating
        return None
    if not (first.is_finite and end.is_finite and end.is_number):
        return None
    value = sp.simplify(first - end)
    last = latex(b.subs(N, sp.Symbol("N") + 1))
    steps = (
        WORDS["telescope"].say(language, a=latex(a), b=latex(b), next=rf"\left({latex(following)}\right)", first=latex(first), last=last),
        WORDS["limit"].say(language, last=last, end=latex(end), first=latex(first), endb=rf"\left({latex(end)}\right)" if end < 0 else latex(end), value=latex(value)),
    )  # fmt: skip
    return Summed(steps, value)
