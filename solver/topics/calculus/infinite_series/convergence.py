"""Whether a series converges, by a test with a name: geometric, divergence test, p-series, ratio, alternating, comparison with a power."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.calculus.infinite_series.sums import N, ratio
from solver.topics.cells import exact_source

WORDS: Final = {
    "geometric": Words("It is a geometric series with the common ratio \\(q={q}\\). Since \\(|q|={size}{sign}1\\), it {verdict}.", "这是公比 \\(q={q}\\) 的等比级数，因为 \\(|q|={size}{sign}1\\)，所以级数{verdict}。"),
    "terms": Words("Look at the terms first: \\[\\lim_{{n\\to\\infty}}{a}={limit}\\] They do not go to 0, so by the divergence test the series diverges.", "先看通项：\\[\\lim_{{n\\to\\infty}}{a}={limit}\\] 通项不趋于 0，由级数收敛的必要条件知级数发散。"),
    "power": Words("It is (up to a constant factor) the p-series \\(\\sum\\frac{{1}}{{n^p}}\\) with \\(p={p}\\). Since \\(p{sign}1\\), it {verdict}.", "（除常数因子外）这是 \\(p\\) 级数 \\(\\sum\\frac{{1}}{{n^p}}\\)，\\(p={p}\\)。因为 \\(p{sign}1\\)，所以级数{verdict}。"),
    "ratio": Words("Ratio test: \\[\\left|\\frac{{a_{{n+1}}}}{{a_n}}\\right|={r},\\qquad \\lim_{{n\\to\\infty}}{r}={limit}\\] Since the limit is {word} than 1, the series {verdict}.", "用比值审敛法：\\[\\left|\\frac{{a_{{n+1}}}}{{a_n}}\\right|={r},\\qquad \\lim_{{n\\to\\infty}}{r}={limit}\\] 极限{word} 1，所以级数{verdict}。"),
    "leibniz": Words("The signs alternate, and \\(b_n={b}\\) decreases to 0 (at least from some \\(n\\) on): \\[\\lim_{{n\\to\\infty}}{b}=0\\] By the alternating series test (Leibniz) the series converges.", "这是交错级数，\\(b_n={b}\\) （从某项起）单调递减且趋于 0：\\[\\lim_{{n\\to\\infty}}{b}=0\\] 由莱布尼茨判别法知级数收敛。"),
    "absolute": Words("Now the absolute values \\({b}\\).", "再看绝对值级数，通项为 \\({b}\\)。"),
    "compare": Words("Compare with the p-series \\(\\sum\\frac{{1}}{{n^p}}\\), \\(p={p}\\) (limit comparison test): \\[\\lim_{{n\\to\\infty}}\\frac{{{b}}}{{{power}}}={limit}\\] The limit is positive and finite, so both series behave alike. Since \\(p{sign}1\\), the series {verdict}.", "与 \\(p\\) 级数 \\(\\sum\\frac{{1}}{{n^p}}\\)（\\(p={p}\\)）比较（比较审敛法的极限形式）：\\[\\lim_{{n\\to\\infty}}\\frac{{{b}}}{{{power}}}={limit}\\] 极限为有限正数，两个级数敛散性相同。因为 \\(p{sign}1\\)，所以级数{verdict}。"),
    "absolutely": Words("So it converges absolutely, and therefore it converges.", "所以原级数绝对收敛，从而收敛。"),
    "converges": Words("converges", "收敛"),
    "diverges": Words("diverges", "发散"),
    "less": Words("less", "小于"),
    "greater": Words("greater", "大于"),
}  # fmt: skip
POWERS: Final = tuple(sorted({sp.Rational(k, d) for d in (1, 2, 3) for k in range(1, 6 * d + 1)}))


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether it converges, and whether the series of absolute values does."""

    steps: tuple[str, ...]
    converges: bool
    absolutely: bool
    code: tuple[str, ...]
    """Lines that do the test by computer: `(converges, absolutely)`."""


def judged(a: sp.Expr, language: Language, *, absolute: bool = False) -> Verdict | None:
    """The verdict by the first test that decides; `absolute`: also of the absolute values."""
    b, alternating = _size(a)
    if not _is_positive(b):
        return None
    found = _of_positive(b, a, language)
    if found is None:
        return None
    steps, converges, (*lines, last) = found
    size = exact_source(b) if b.has(N) else f"S({exact_source(b)})"
    lines = [f"a = {size}  # |a_n|", *lines, f"absolutely = bool({last})"]
    code = (*lines, "(absolutely, absolutely)")
    if not alternating:
        return Verdict(steps, converges, converges, code)
    if converges:
        return Verdict((*steps, WORDS["absolutely"].say(language)), True, True, code)
    limit = sp.limit(b, N, sp.oo)
    if limit != 0:
        return Verdict(steps, False, False, code)
    x = sp.Symbol("x", positive=True)
    slope = sp.diff(b.subs(N, x), x)
    if not all(sp.N(slope.subs(x, k)) < 0 for k in (20, 100, 10**4, 10**6)):
        return None
    first = WORDS["leibniz"].say(language, b=latex(b))
    more = (WORDS["absolute"].say(language, b=latex(b)), *steps) if absolute else ()
    return Verdict((first, *more), True, False, (*lines, "(absolutely or limit(a, n, oo) == 0, absolutely)"))


def _size(a: sp.Expr) -> tuple[sp.Expr, bool]:
    """|a(n)| and whether the signs alternate."""
    signed = sp.powsimp(sp.simplify(a))
    turned = sp.simplify(sp.powsimp(sp.expand_power_exp(signed) * (-1) ** N))
    turned = sp.simplify(turned.subs((-1) ** (2 * N), 1))
    values = [signed.subs(N, k) for k in (9, 10, 11)]
    if values[0] * values[1] < 0 and values[1] * values[2] < 0:
        return (turned if turned.subs(N, 10) > 0 else -turned), True
    return (signed if values[1] > 0 else -signed), False


def _is_positive(b: sp.Expr) -> bool:
    try:
        return all(bool(sp.N(b.subs(N, k)) > 0) for k in (5, 6, 31, 100, 101))
    except TypeError:
        return False


def _of_positive(
    b: sp.Expr, a: sp.Expr, language: Language
) -> tuple[tuple[str, ...], bool, tuple[str, ...]] | None:
    say = language
    verdicts = {True: WORDS["converges"].say(say), False: WORDS["diverges"].say(say)}
    r = ratio(b)
    if r.is_number:
        q = sp.simplify(ratio(a))
        ends = bool(abs(q) < 1)
        sign = "<" if ends else "=" if abs(q) == 1 else ">"
        shown = WORDS["geometric"].say(say, q=latex(q), size=latex(abs(q)), sign=sign, verdict=verdicts[ends])
        return (shown.replace("=1=1", "=1"),), ends, ("q = simplify(a.subs(n, n + 1)/a)", "q < 1")
    grows = b.has(sp.factorial, sp.exp, sp.binomial) or any(p.exp.has(N) for p in b.atoms(sp.Pow))
    value = sp.limit(r, N, sp.oo) if grows else sp.nan
    if value.is_number and value.is_extended_real and value != 1:
        ends = bool(value < 1)
        word = WORDS["less" if ends else "greater"].say(say)
        return (
            (WORDS["ratio"].say(say, r=latex(r), limit=latex(value), word=word, verdict=verdicts[ends]),),
            ends,
            (f"ratio = {exact_source(r)}  # a_(n+1)/a_n", "limit(ratio, n, oo) < 1"),
        )
    limit = sp.limit(b, N, sp.oo)
    if limit != 0 and (limit.is_positive or limit == sp.oo) and a in (b, -b):
        value = limit if a == b else -limit
        return (WORDS["terms"].say(say, a=latex(a) if not a.is_Add else rf"\left({latex(a)}\right)", limit=latex(value)),), False, ("limit(a, n, oo) == 0",)  # fmt: skip
    if limit != 0 and (limit.is_positive or limit == sp.oo):
        return (
            (WORDS["terms"].say(say, a=rf"\left|{latex(a)}\right|", limit=latex(limit)),),
            False,
            ("limit(a, n, oo) == 0",),
        )
    _, power = b.as_independent(N, as_Add=False)
    base, exponent = power.as_base_exp()
    if base == N and exponent.is_number:
        p, ends = -exponent, bool(-exponent > 1)
        sign = ">" if ends else r"\le "
        return (
            (WORDS["power"].say(say, p=latex(p), sign=sign, verdict=verdicts[ends]),),
            ends,
            (f"p = {exact_source(p)}", "p > 1"),
        )
    if grows:
        return None
    if b.has(sp.log) and b.has(N) and any(n.args[0] == N for n in b.atoms(sp.log)):
        return None
    return _compared(b, say, verdicts)


def _compared(
    b: sp.Expr, say: Language, verdicts: dict[bool, str]
) -> tuple[tuple[str, ...], bool, tuple[str, ...]] | None:
    sizes = [float(sp.log(sp.N(b.subs(N, 10**k), 40))) for k in (9, 10)]
    near = (sizes[0] - sizes[1]) / float(sp.log(10))
    p = min(POWERS, key=lambda candidate: abs(float(candidate) - near))
    if abs(float(p) - near) > 0.01:
        return None
    value = sp.limit(b * N**p, N, sp.oo)
    if not (value.is_positive and value.is_finite and value.is_number):
        return None
    ends = bool(p > 1)
    said = WORDS["compare"].say(
        say, p=latex(p), b=latex(b), power=latex(N**-p), limit=latex(value), sign=">" if ends else r"\le ",
        verdict=verdicts[ends],
    )  # fmt: skip
    return (said,), ends, (f"p = {exact_source(p)}", "0 < limit(a*n**p, n, oo) < oo and p > 1")
