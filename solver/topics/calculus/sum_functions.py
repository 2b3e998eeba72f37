r"""The function that a power series is inside its interval (和函数), and the value of a series of numbers that it gives.

Read: \sum c_n x^{kn+l} where c_n is a polynomial of n, a fraction with 1/(n+m), or (±1)^n/(2n+1) beside x^{2n+1}; with a power of a number as a factor.
Not: factorials, sums whose function has a gap at 0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
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

_TO: Final = (
    r"(?:\\sum|∑|Σ)(?: ?\\limits)? ?_ ?\{? ?n ?= ?(?P<low{i}>\d) ?\}? ?\^ ?\{? ?\+? ?(?:\\infty|∞) ?\}?"
)


def _sum(i: str) -> str:
    return _TO.replace("{i}", i) + " ?" + place(f"f{i}")


_INSIDE: Final = (
    r"(?: ?(?:,)? ?(?:for|where|on) ?(?:\| ?x ?\| ?< ?(?P<r>\d(?:/\d)?)|-1 ?< ?x ?< ?1|\( ?-1 ?, ?1 ?\)))?"
)
_FUNCTION: Final = r"(?:the )?(?:sum function|sum|function (?:represented by|given by|defined by|to which|that is the sum)|closed form|closed-form expression|closed[- ]form sum)"
TABLE_EN: Final = table({
    "function": (rf"{FIND}(?:an? )?{_FUNCTION} ?(?:of|for|S ?\( ?x ?\) of)? (?:the )?(?:following )?(?:power |infinite )?(?:series )?{_sum('')}{_INSIDE}",),
    "value": (rf"(?:hence |use (?:it|this|your answer) to |, )*{FIND}(?:the )?(?:exact )?(?:value|sum) of (?:the )?(?:numerical )?(?:series )?{_sum('')}",),
})  # fmt: skip
TABLE_ZH: Final = table({
    "function": (rf"{FIND_ZH}(?:下列)?(?:幂级数|级数) ?{_sum('')} ?(?:在(?:其)?收敛域内|在 ?\( ?-1 ?, ?1 ?\) ?内)?的(?P<domain>收敛域(?:及|和|与|,并求))?(?:其)?和函数(?: ?[sS] ?\( ?x ?\))?{HOW_MUCH_ZH}",),
    "value": (rf"(?:并|由此|再|进而|,)*{FIND_ZH}(?:数项)?(?:级数)? ?{_sum('')} ?(?:的(?:和|值))?{HOW_MUCH_ZH}",),
})  # fmt: skip
WORDS: Final = {
    "geometric": Words("With \\(t={t}\\) the geometric series is \\[\\sum_{{n={low}}}^{{\\infty}}t^n={g}\\qquad(|t|<1)\\]", "令 \\(t={t}\\)，由等比级数 \\[\\sum_{{n={low}}}^{{\\infty}}t^n={g}\\qquad(|t|<1)\\]"),
    "differentiate": Words("Inside the interval a power series may be differentiated term by term; \\(t\\frac{{d}}{{dt}}\\) puts the factor \\(n\\) before each term: \\[{line}\\]", "在收敛区间内可逐项求导，\\(t\\frac{{d}}{{dt}}\\) 给每一项添上因子 \\(n\\)：\\[{line}\\]"),
    "integrate": Words("Integrated term by term from 0: \\[{line}\\]", "从 0 起逐项积分：\\[{line}\\]"),
    "odd": Words("The derivative of the series is a geometric series, \\(S'(x)={slope}\\), and \\(S(0)=0\\); so \\(S(x)={S}\\).", "逐项求导得等比级数 \\(S'(x)={slope}\\)，且 \\(S(0)=0\\)，积分得 \\(S(x)={S}\\)。"),
    "together": Words("Put together, with \\(t={t}\\) put back: \\[S(x)={S}\\qquad x\\in {domain}\\]", "合并并代回 \\(t={t}\\)：\\[S(x)={S}\\qquad x\\in {domain}\\]"),
    "value": Words("The series of numbers is \\({K}S\\left({at}\\right)\\), and \\({at}\\) lies in the interval: its value is \\({value}\\).", "所求数项级数等于 \\({K}S\\left({at}\\right)\\)，\\({at}\\) 在收敛域内，其和为 \\({value}\\)。"),
    "code": Words("the factor n is t d/dt", "因子 n 对应 t d/dt"),
    "method": Words("partial sums were compared with the function at several places", "在若干点处与部分和作数值比较"),
    "sentence": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
}  # fmt: skip
X, T = sp.symbols("x t")
N: Final = sp.Symbol("n", integer=True, positive=True)


@declining
def read(text: Text) -> Reading:
    """One power series, its function, and perhaps one series of numbers."""
    if not re.search(r"\\sum|∑|Σ", text.source) or not re.search(
        r"(?i)function|closed|sum of|和函数", text.source
    ):
        return None
    said = clauses(plain(text.source), TABLE_ZH if text.language == "zh" else TABLE_EN)
    if isinstance(said, str) or [s.kind for s in said] not in (["function"], ["function", "value"]):
        return None
    low = int(said[0].values["low"])
    term = value(said[0].values["f"], {"n": N})
    if term.free_symbols != {X, N}:
        return None
    series = _Series.of(term, low)
    if series is None:
        return None
    with_domain = bool(said[0].values.get("domain"))
    if len(said) == 1:
        return _task(series, None, with_domain, text.language)
    number = value(said[1].values["f"], {"n": N})
    if int(said[1].values["low"]) != low or number.free_symbols != {N}:
        return None
    found = series.place_of(number)
    return None if found is None else _task(series, found, with_domain, text.language)


@dataclass(frozen=True, slots=True)
class _Series:
    r"""Σ r(n) t^n x^shift from `low` on, with t = s x^step."""

    term: sp.Expr
    low: int
    r: sp.Expr
    s: sp.Expr
    step: int
    shift: int
    odd: int = 0
    """1 and -1 for Σ (±1)^n x^{2n+k}/(2n+k)."""

    @staticmethod
    def of(term: sp.Expr, low: int) -> _Series | None:
        """The series, where it is one of these."""
        c, power = sp.powsimp(sp.expand_power_base(term)).as_independent(X, as_Add=False)
        base, exponent = power.as_base_exp()
        if (k := sp.expand(base).coeff(X, 1)) != 1 and base == k * X:  # (x/2)^n
            c, base = c * k**exponent, X
        if base != X or not exponent.has(N):
            return None
        step, shift = sp.expand(exponent).coeff(N, 1), sp.expand(exponent).subs(N, 0)
        quotient = sp.simplify(c.subs(N, N + 1) / c)
        s = sp.limit(quotient, N, sp.oo) if not quotient.is_number else quotient
        if c.has(sp.S.NegativeOne**N) or quotient.subs(N, 7) < 0:
            s = -abs(s)
        r = sp.simplify(c / s**N)
        if (
            step not in (1, 2)
            or not shift.is_Integer
            or not s.is_Rational
            or s == 0
            or not r.is_rational_function(N)
            or r.free_symbols - {N}
        ):
            return None
        if sp.denom(sp.together(r)).subs(N, low) == 0:
            return None
        found = _Series(term, low, r, s, int(step), int(shift))
        odd = sp.simplify(r * (2 * N + shift))
        if step == 2 and abs(s) == 1 and shift % 2 and 2 * low + shift == 1 and abs(odd) == 1:
            # the first term is then x: Σ (±1)^n x^{2n+1}/(2n+1) or the same begun at n = 1
            return _Series(term, low, r, s, 2, int(shift), int(s)) if odd * s**low == 1 else None
        return found

    def closed(self) -> tuple[sp.Expr, list[tuple[str, sp.Expr, sp.Expr]], list[str]] | None:
        """The function, the parts (kind, factor, part) in t, and the source lines."""
        if self.odd:
            S = sp.atan(X) if self.odd == -1 else sp.log((1 + X) / (1 - X)) / 2
            return S, [], [exact_source(S)]
        geometric = T**self.low / (1 - T)
        total, parts, lines = (
            sp.S.Zero,
            list[tuple[str, sp.Expr, sp.Expr]](),
            [f"part, total = t**{self.low}/(1 - t), 0"],
        )
        rest = sp.apart(self.r, N)
        polynomial = sum((a for a in sp.Add.make_args(rest) if a.is_polynomial(N)), sp.S.Zero)
        part = geometric
        for j, a in enumerate(reversed(sp.Poly(polynomial, N).all_coeffs())):
            if j:
                part = sp.factor(T * part.diff(T))
                lines.append("part = factor(t*diff(part, t))")
            if a:
                total += a * part
                lines.append(f"total += ({exact_source(a)})*part")
            parts.append(("n" * min(j, 1), a, part))
        for a in sp.Add.make_args(rest - polynomial):
            if a == 0:
                continue
            top, bottom = sp.fraction(sp.together(a))
            m = (
                sp.expand(bottom).coeff(N, 0) / sp.expand(bottom).coeff(N, 1)
                if bottom.is_polynomial(N) and sp.degree(bottom, N) == 1
                else None
            )
            if (
                m is None
                or not m.is_Integer
                or not 0 <= m <= 2
                and not (m < 0 and self.low + m > 0)
                or not top.is_Rational
            ):
                return None
            if self.low + m < 1:
                return None
            whole = -sp.log(1 - T) - sum(T**k / k for k in range(1, self.low + m))
            k = top / sp.expand(bottom).coeff(N, 1)
            total += k * whole / T**m
            lines.append(f"total += ({exact_source(k)})*({exact_source(whole)})/t**({m})")
            parts.append((f"1/{m}", k, whole))
        S = X**self.shift * total.subs(T, self.s * X**self.step)
        if not _has_no_gap(S):
            return None
        S = sp.factor(S) if not S.has(sp.log) else sp.simplify(S)
        lines.append(f"simplify(x**({self.shift})*total.subs(t, ({exact_source(self.s)})*x**{self.step}))")
        return S, parts, lines

    def domain(self) -> str | None:
        """Where the series converges; None where its ends would have to be looked at."""
        R = sp.root(1 / abs(self.s), self.step)
        if self.odd:
            return "[-1,1]" if self.odd == -1 else "(-1,1)"
        if self.r.is_polynomial(N):
            return rf"({latex(-R)},{latex(R)})"
        degree = sp.degree(sp.denom(sp.together(self.r)), N) - sp.degree(sp.numer(sp.together(self.r)), N)
        if degree == 2:
            return f"[{latex(-R)},{latex(R)}]"
        if degree != 1:
            return None
        if self.step == 2:
            return rf"[{latex(-R)},{latex(R)}]" if self.s < 0 else rf"({latex(-R)},{latex(R)})"
        return rf"[{latex(-R)},{latex(R)})" if self.s > 0 else rf"({latex(-R)},{latex(R)}]"

    def place_of(self, number: sp.Expr) -> tuple[sp.Expr, sp.Expr] | None:
        """K and x₀ with number = K · term at x₀ for every n."""
        c = sp.simplify(self.r * self.s**N)
        ratio = sp.simplify((number / c).subs(N, N + 1) / (number / c))
        at = sp.root(ratio, self.step) if ratio.is_Rational and (ratio > 0 or self.step == 1) else None
        if at is None or not abs(self.s * at**self.step) < 1 or at == 0:
            return None
        K = sp.simplify(number / self.term.subs(X, at))
        return (K, at) if K.is_number and not K.has(N) and K.is_real else None


def _has_no_gap(S: sp.Expr) -> bool:
    bottom = sp.denom(sp.together(S))
    return bool(bottom.subs(X, 0) != 0)


def _task(
    series: _Series, number: tuple[sp.Expr, sp.Expr] | None, with_domain: bool, say: Language
) -> Prepared | None:
    found, domain = series.closed(), series.domain()
    if found is None or domain is None:
        return None
    S, parts, lines = found
    t = latex(series.s * X**series.step)
    steps = list[str]()
    if series.odd:
        steps.append(WORDS["odd"].say(say, slope=latex(1 / (1 - series.odd * X**2)), S=latex(S)))
    else:
        steps.append(WORDS["geometric"].say(say, t=t, low=series.low, g=latex(T**series.low / (1 - T))))
        powers = [p for p in parts if not p[0].startswith("1/")]
        for j, (_, _, part) in enumerate(powers[1:], 1):
            line = rf"\sum n{'' if j == 1 else f'^{j}'}\,t^n={latex(part)}"
            steps.append(WORDS["differentiate"].say(say, line=line))
        for kind, _, part in parts:
            if kind.startswith("1/"):
                m = int(kind[2:])
                under = "n" if m == 0 else f"n{m:+d}"
                steps.append(
                    WORDS["integrate"].say(
                        say,
                        line=rf"\sum_{{n={series.low}}}^{{\infty}}\frac{{t^{{{under}}}}}{{{under}}}={latex(part)}",
                    )
                )
        steps.append(WORDS["together"].say(say, t=t, S=latex(S), domain=domain))
    head = [comment(WORDS["code"].say(say)), *lines] if not series.odd else lines
    names = ("t", "x")
    if number is None:
        source = cell(*head, variables=names)
    else:
        K, at = number
        result = sp.simplify(K * S.subs(X, at))
        steps.append(WORDS["value"].say(say, K="" if K == 1 else latex(K), at=latex(at), value=latex(result)))
        source = cell(*head[:-1], f"S = {head[-1]}", f"[S, simplify(({exact_source(K)})*S.subs(x, {exact_source(at)}))]", variables=names)  # fmt: skip

    def written(value: Any) -> str | None:
        values = value if isinstance(value, list) else [value]
        if not all(isinstance(v, sp.Expr) and not v.has(sp.nan, sp.zoo) for v in values):
            return None
        shown = [latex(S), *map(latex, values[1:])]
        return r";\ ".join([*([domain] if with_domain else []), *shown])

    def given(answer: str) -> Any:
        texts = answer.split(";")[1 if with_domain else 0 :]
        values = [values_in(re.sub(r"^[^=]*=", "", part), ["x"]) for part in texts]
        if len(values) != (1 if number is None else 2) or any(
            v is None or len(v) != 1 or not isinstance(v[0], sp.Expr) for v in values
        ):
            return None
        return [v[0] for v in values if v is not None]

    R = sp.root(1 / abs(series.s), series.step)
    inside = [R * q for q in (sp.Rational(1, 3), sp.Rational(-2, 5), sp.Rational(1, 2))]
    tests = [
        f"term = lambdify((n, x), {exact_source(series.term)}, 'math')",
        f"part = lambda at: sum(term(k, at) for k in range({series.low}, 120))",
        f"near = all(abs(N(answer[0].subs(x, at)) - part(float(at))) < 1e-9 for at in {exact_source(inside)})",
    ]
    if number is None:
        tests.append("bool(near)")
    else:
        K, at = number
        terms = 120 if abs(series.s * at**series.step) < sp.Rational(4, 5) else 900
        tests.append(
            f"bool(near and abs(N(answer[1]) - {float(K)}*sum(term(k, {float(at)}) for k in range({series.low}, {terms}))) < 1e-8)"
        )
    return Prepared(say, tuple(steps), source, tuple(tests), WORDS["method"], WORDS["sentence"], shown=written, given=given, letters=("x", "n"))  # fmt: skip
