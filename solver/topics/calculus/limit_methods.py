"""The methods for a limit of the form 0/0 or ∞/∞: factoring, the highest power, L'Hôpital, conjugates, equivalents, Taylor.

Each is offered only where it leads to the value of the limit at once. Not: 1^∞, differences of infinite parts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.ports import Language
from solver.topics.base import Solution, Words
from solver.topics.cells import cell, comment, exact_source

WORDS: Final = {
    "indeterminate": Words("Putting \\({x}={a}\\) in gives \\(\\frac{{0}}{{0}}\\), so the form has to be changed first.", "直接代入 \\({x}={a}\\) 得 \\(\\frac{{0}}{{0}}\\) 型，要先变形。"),
    "hospital": Words(
        "Both parts tend to \\({kind}\\), so L'Hôpital's rule applies: differentiate numerator and denominator. \\[{before}={after}\\]",
        "分子分母都趋于 \\({kind}\\)，用洛必达法则，分子分母分别求导：\\[{before}={after}\\]",
    ),
    "done": Words("This limit is \\({value}\\).", "这个极限等于 \\({value}\\)。"),
    "product": Words("One factor tends to 0 and the other to infinity. Write the product as a quotient: \\[{problem}={lim}\\frac{{{p}}}{{{q}}}\\]",
                     "一个因子趋于 0，另一个趋于无穷，先把乘积写成商：\\[{problem}={lim}\\frac{{{p}}}{{{q}}}\\]"),
    "conjugate": Words("Multiply numerator and denominator by the conjugate \\({conjugate}\\), and use \\((A-B)(A+B)=A^2-B^2\\): \\[{f}=\\frac{{{top}}}{{{bottom}}}={shorter}\\]",
                       "分子、分母同乘共轭式 \\({conjugate}\\)，利用 \\((A-B)(A+B)=A^2-B^2\\)：\\[{f}=\\frac{{{top}}}{{{bottom}}}={shorter}\\]"),
    "then_put": Words("Now the value can be put in: \\[{problem}={value}\\]", "这时可以直接代入：\\[{problem}={value}\\]"),
    "equivalent": Words("As \\({x}\\to {a}\\), these are equivalent: \\[{pairs}\\]", "当 \\({x}\\to {a}\\) 时，有等价无穷小：\\[{pairs}\\]"),
    "replaced": Words("Factors of a product or quotient may be replaced by equivalent ones: \\[{problem}={lim}{f}={value}\\]", "乘除的因子可以用等价无穷小替换：\\[{problem}={lim}{f}={value}\\]"),
    "series": Words("Expand around \\({x}={a}\\): \\[{pairs}\\]", "在 \\({x}={a}\\) 处作泰勒展开：\\[{pairs}\\]"),
    "leading": Words("So numerator and denominator are \\[{p},\\qquad {q}\\] Only the lowest powers count: \\[{problem}={value}\\]",
                     "所以分子、分母分别为 \\[{p},\\qquad {q}\\] 只有最低次项起作用：\\[{problem}={value}\\]"),
    "cell_cancel": Words("factor, cancel, put in", "分解、约分、代入"),
    "cell_power": Words("both parts divided by the highest power", "分子分母同除以最高次幂"),
    "cell_hospital": Words("differentiate both parts", "分子、分母分别求导"),
    "cell_conjugate": Words("the form without 0/0", "变形后的式子"),
    "cell_equivalent": Words("with equivalent factors", "替换为等价无穷小后"),
    "cell_series": Words("the lowest powers", "最低次项"),
}  # fmt: skip
_FAULTS: Final = (ValueError, NotImplementedError, TypeError, AttributeError, ZeroDivisionError, sp.PoleError)
MAX_ORDER: Final = 8


@dataclass(frozen=True, slots=True)
class Ratio:
    """The limit of `f` for `x` → `a` from `side`, its `value` known; `problem` and `lim` are LaTeX."""

    f: sp.Expr
    x: sp.Symbol
    a: sp.Expr
    side: str
    value: sp.Expr
    problem: str
    lim: str
    shown: str
    latex: Callable[[Any], str]
    language: Language

    @property
    def parts(self) -> tuple[sp.Expr, sp.Expr]:
        """Numerator and denominator."""
        p, q = sp.fraction(sp.together(self.f))
        return p, q

    def is_zero_over_zero(self) -> bool:
        """Whether both parts tend to 0."""
        p, q = self.parts
        return bool(self.a.is_finite) and self._tends(p) == 0 and self._tends(q) == 0

    def _tends(self, part: sp.Expr) -> sp.Expr:
        return sp.limit(part, self.x, self.a, self.side)

    def _say(self, key: str, **more: object) -> str:
        return WORDS[key].say(self.language, x=self.latex(self.x), a=self.latex(self.a), problem=self.problem, lim=self.lim, value=self.latex(self.value), **more)  # fmt: skip

    def as_quotient(self) -> tuple[sp.Expr, sp.Expr] | None:
        """0·∞ as the infinite factor over the reciprocal of the other."""
        factors = sp.Mul.make_args(self.f)
        infinite = [g for g in factors if self._tends(g).is_infinite]
        rest = sp.Mul(*[g for g in factors if g not in infinite])
        if len(infinite) != 1 or not infinite[0].has(sp.log) or self._tends(rest) != 0:
            return None
        return infinite[0], 1 / rest

    def hospital(self, p: sp.Expr, q: sp.Expr) -> list[str]:
        """L'Hôpital's rule for p/q as often as needed, at most four times; empty when it leads nowhere."""
        steps = list[str]()
        for _ in range(4):
            ends = [self._tends(p), self._tends(q)]
            zero, infinite = all(e == 0 for e in ends), all(e.is_infinite for e in ends)
            if not (zero or infinite) or not q.has(self.x):
                break
            dp, dq = sp.diff(p, self.x), sp.diff(q, self.x)
            kind = "0" if zero else r"\infty" if ends == [sp.oo, sp.oo] else r"\pm\infty"
            before, after = (rf"{self.lim}\frac{{{self.latex(top)}}}{{{self.latex(below)}}}" for top, below in ((p, q), (dp, dq)))  # fmt: skip
            steps.append(self._say("hospital", kind=kind, before=before, after=after))
            p, q = sp.fraction(sp.together(sp.simplify(dp / dq)))
        else:
            return []
        return [*steps, self._say("done")] if steps else []

    def _by_hospital(self) -> Solution | None:
        """For a quotient, or for a product that is written as one."""
        (p, q), opening = self.parts, list[str]()
        steps = self.hospital(p, q)
        if not steps and (quotient := self.as_quotient()) is not None:
            p, q = quotient
            opening = [self._say("product", p=self.latex(p), q=self.latex(q))]
            steps = self.hospital(p, q)
        if not steps:
            return None
        x, note = self.x.name, comment(WORDS["cell_hospital"].say(self.language))
        again = f"p, q = fraction(together(simplify(diff(p, {x}) / diff(q, {x}))))"
        times = len(steps) - 1
        loop = [again] if times == 1 else [f"for time in range({times}):", f"    {again}"]
        source = self._cell(
            f"p, q = {exact_source(p)}, {exact_source(q)}", note, *loop, self._limit_source("p/q")
        )
        return Solution((*opening, *steps), source)

    def others(self) -> dict[str, Solution]:
        """Solutions by L'Hôpital's rule, conjugates, equivalents and Taylor series, where these work."""
        ways = {"hospital": self._by_hospital}
        if self.is_zero_over_zero() and self.value.is_finite:
            ways |= {
                "rationalising": self._rationalised,
                "equivalents": self._by_equivalents,
                "taylor": self._by_series,
            }
        found = {}
        for name, way in ways.items():
            try:
                solution = way()
            except _FAULTS:  # sympy cannot expand it: then this way is not offered
                continue
            if solution is not None:
                found[name] = solution
        return found

    def _cell(self, *lines: str) -> str:
        return cell(*lines, variables=(self.x.name,))

    def _rationalised(self) -> Solution | None:
        p, q = self.parts
        for part, over in ((p, False), (q, True)):
            for factor in sp.Mul.make_args(part):
                if not isinstance(factor, sp.Add) or len(factor.args) != 2 or self._tends(factor) != 0:
                    continue
                if not any(t.has(sp.Pow) and _is_root(t) for t in factor.args):
                    continue
                first, second = sorted(factor.args, key=lambda t: not _is_root(t))
                conjugate = first - second
                square = sp.expand(first**2 - second**2)
                rest = sp.cancel(part / factor)
                other = q if not over else p
                short = sp.factor(sp.cancel(rest * square / other))
                result = short / conjugate if not over else conjugate / short
                if sp.simplify(result.subs(self.x, self.a) - self.value) != 0:
                    continue
                top, bottom = (
                    (rest * square, other * conjugate) if not over else (other * conjugate, rest * square)
                )
                steps = (
                    self._say("indeterminate"),
                    self._say("conjugate", conjugate=self.latex(conjugate), f=self.shown, top=self.latex(top), bottom=self.latex(bottom), shorter=self.latex(result)),
                    self._say("then_put"),
                )  # fmt: skip
                note = comment(WORDS["cell_conjugate"].say(self.language))
                source = self._cell(f"f = {exact_source(self.f)}", note, f"g = {exact_source(result)}", f"simplify(g.subs({self.x.name}, {exact_source(self.a)}))")  # fmt: skip
                return Solution(steps, source)
        return None

    def _by_equivalents(self) -> Solution | None:
        p, q = self.parts
        pairs = list[tuple[sp.Expr, sp.Expr]]()
        new = [self._replaced(part, pairs) for part in (p, q)]
        if not pairs or new[0] is None or new[1] is None:
            return None
        f = new[0] / new[1]
        if sp.simplify(self._tends(f) - self.value) != 0:
            return None
        shown = r",\qquad ".join(
            rf"{self.latex(old)}\sim {self.latex(to)}" for old, to in dict.fromkeys(pairs)
        )
        quotient = rf"\frac{{{self.latex(new[0])}}}{{{self.latex(new[1])}}}"
        note = comment(WORDS["cell_equivalent"].say(self.language))
        return Solution(
            (
                self._say("indeterminate"),
                self._say("equivalent", pairs=shown),
                self._say("replaced", f=quotient),
            ),
            self._cell(note, f"g = {exact_source(f)}", self._limit_source("g")),
        )

    def _limit_source(self, name: str) -> str:
        side = f", '{self.side}'" if self.a.is_finite else ""
        return f"limit({name}, {self.x.name}, {exact_source(self.a)}{side})"

    def _replaced(self, part: sp.Expr, pairs: list[tuple[sp.Expr, sp.Expr]]) -> sp.Expr | None:
        """The part with every factor that tends to 0 replaced; None where one has no known equivalent."""
        result = sp.S.One
        for factor in sp.Mul.make_args(part):
            base, power = factor.as_base_exp()
            if power.has(self.x):
                base, power = factor, sp.S.One
            if base.is_polynomial(self.x) or self._tends(base) != 0:
                result *= factor
                continue
            simple = self._equivalent(base)
            if simple is None:
                return None
            pairs.append((base, simple))
            result *= simple**power
        return result

    def _equivalent(self, g: sp.Expr) -> sp.Expr | None:
        """What g ~ … as it tends to 0: sin u ~ u, 1 − cos u ~ u²/2, e^u − 1 ~ u, ln(1+u) ~ u, (1+u)^r − 1 ~ ru."""

        def small(u: sp.Expr) -> bool:
            return bool(self._tends(u) == 0)

        if isinstance(g, sp.sin | sp.tan | sp.asin | sp.atan) and small(g.args[0]):
            return g.args[0]
        if isinstance(g, sp.log) and small(g.args[0] - 1):
            return sp.expand(g.args[0] - 1)
        for sign in (1, -1):
            h = sign * g
            inner = h + 1
            if isinstance(inner, sp.exp) and small(inner.args[0]):
                return sign * inner.args[0]
            if isinstance(inner, sp.cos) and small(inner.args[0]):
                return -sign * inner.args[0] ** 2 / 2
            if isinstance(inner, sp.Pow):
                base, power = inner.as_base_exp()
                if not power.has(self.x) and small(base - 1):
                    return sp.expand(sign * power * (base - 1))
                if not base.has(self.x) and base.is_positive and small(power):
                    return sign * power * sp.log(base)
        return None

    def _by_series(self) -> Solution | None:
        p, q = self.parts
        if p.is_polynomial(self.x) and q.is_polynomial(self.x):
            return None
        leads = [self._lead(part) for part in (p, q)]
        if leads[0] is None or leads[1] is None:
            return None
        (c, k), (d, m) = leads[0], leads[1]
        value = c / d if k == m else sp.S.Zero if k > m else None
        if value is None or sp.simplify(value - self.value) != 0:
            return None
        shift = self.x - self.a
        pieces = sorted(
            (p * q).atoms(sp.Function, sp.exp) | {t for t in (p * q).atoms(sp.Pow) if _is_root(t)}, key=str
        )
        pieces = [t for t in pieces if t.has(self.x)]
        order = max(k, m)
        expanded = r",\qquad ".join(
            f"{self.latex(t)}={self._expansion(sp.series(t, self.x, self.a, order + 1).removeO(), order)}" for t in pieces
        )  # fmt: skip
        parts = [
            self._stated(part, lead * shift**power, power) for part, lead, power in ((p, c, k), (q, d, m))
        ]
        note = comment(WORDS["cell_series"].say(self.language))
        at, name = exact_source(self.a), self.x.name
        source = self._cell(
            f"p, q = {exact_source(p)}, {exact_source(q)}", note,
            f"top, bottom = (series(part, {name}, {at}, {order + 1}).removeO() for part in (p, q))",
            self._limit_source("top / bottom"),
        )  # fmt: skip
        steps = (
            self._say("indeterminate"),
            self._say("series", pairs=expanded),
            self._say("leading", p=parts[0], q=parts[1]),
        )
        return Solution(steps, source)

    def _stated(self, part: sp.Expr, lead: sp.Expr, order: int) -> str:
        exact = sp.expand(part - lead) == 0
        return self.latex(part) if exact else f"{self.latex(part)}={self._expansion(lead, order)}"

    def _expansion(self, polynomial: sp.Expr, order: int) -> str:
        """Terms by rising powers of x − a, and the little o."""
        shift = sp.Symbol("t")
        terms = sp.Poly(sp.expand(polynomial.subs(self.x, shift + self.a)), shift)
        base = self.latex(self.x) if self.a == 0 else rf"\left({self.latex(self.x - self.a)}\right)"
        text = ""
        for (power,), c in sorted(terms.terms()):
            if c == 0:
                continue
            letters = "" if power == 0 else base if power == 1 else f"{base}^{{{power}}}"
            size = (
                self.latex(abs(c))
                if c.is_real and (abs(c) != 1 or not letters)
                else ""
                if abs(c) == 1
                else self.latex(c)
            )
            text += ("-" if c.is_negative else "+" if text else "") + size + letters
        exponent = base if order == 1 else f"{base}^{{{order}}}"
        return text + rf"+o\left({exponent}\right)"

    def _lead(self, part: sp.Expr) -> tuple[sp.Expr, int] | None:
        """Coefficient and exponent of the lowest power in the expansion."""
        t = sp.Symbol("t")
        if part.is_polynomial(self.x):
            terms = sp.Poly(sp.expand(part.subs(self.x, t + self.a)), t).terms()
            (power,), c = min(terms)
            return c, int(power)
        for order in range(2, MAX_ORDER + 1):
            known = sp.series(part, self.x, self.a, order).removeO()
            known = sp.expand(known.subs(self.x, t + self.a))
            if not known.is_polynomial(t):
                return None
            if known != 0:
                (power,), c = min(sp.Poly(known, t).terms())
                return c, int(power)
        return None


def _is_root(term: sp.Expr) -> bool:
    return any(p.exp == sp.Rational(1, 2) and p.free_symbols for p in term.atoms(sp.Pow))
