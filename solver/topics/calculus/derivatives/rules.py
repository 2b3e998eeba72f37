"""How a derivative is found, told in words: one step a rule, the inner ones first.

Only functions that sympy differentiates; reading and points are the business of `derivatives`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Words

WORDS: Final = {
    "terms": Words(
        "Differentiate term by term; constant factors stay: \\[{equation}\\]",
        "逐项求导，常数因子不变：\\[{equation}\\]",
    ),
    "split": Words(
        "The derivative of a sum is the sum of the derivatives: \\[{equation}\\]",
        "和的导数等于导数的和：\\[{equation}\\]",
    ),
    "factor": Words("The constant factor stays: \\[{equation}\\]", "常数因子不变：\\[{equation}\\]"),
    "product": Words(
        "Product rule \\((pq)'=p'q+pq'\\) with \\(p={p}\\), \\(p'={dp}\\) and \\(q={q}\\), \\(q'={dq}\\): \\[{equation}\\]",
        "乘积的求导法则 \\((pq)'=p'q+pq'\\)，其中 \\(p={p}\\)，\\(p'={dp}\\)，\\(q={q}\\)，\\(q'={dq}\\)：\\[{equation}\\]",
    ),
    "quotient": Words(
        "Quotient rule \\(\\left(\\frac{{p}}{{q}}\\right)'=\\frac{{p'q-pq'}}{{q^2}}\\) with \\(p={p}\\), \\(p'={dp}\\) and "
        "\\(q={q}\\), \\(q'={dq}\\): \\[{equation}\\]",
        "商的求导法则 \\(\\left(\\frac{{p}}{{q}}\\right)'=\\frac{{p'q-pq'}}{{q^2}}\\)，其中 \\(p={p}\\)，\\(p'={dp}\\)，"
        "\\(q={q}\\)，\\(q'={dq}\\)：\\[{equation}\\]",
    ),
    "chain": Words(
        "Chain rule: with \\(u={inner}\\) and \\(u'={dinner}\\), the derivative of \\({outer}\\) is \\({douter}\\) times \\(u'\\): \\[{equation}\\]",
        "链式法则：令 \\(u={inner}\\)，\\(u'={dinner}\\)，\\({outer}\\) 的导数是 \\({douter}\\) 再乘以 \\(u'\\)：\\[{equation}\\]",
    ),
    "basic": Words("By the table of derivatives: \\[{equation}\\]", "由基本求导公式：\\[{equation}\\]"),
    "logarithmic": Words(
        "Base and exponent both contain \\({x}\\), so write the power as \\(e^{{{exponent}}}\\) and use the chain rule: \\[{equation}\\]",
        "底数和指数都含 \\({x}\\)，先写成 \\(e^{{{exponent}}}\\)，再用链式法则：\\[{equation}\\]",
    ),
}


LONG: Final = 9
SHORTER: Final = 0.6


def tidy(value: sp.Expr) -> sp.Expr:
    """A derivative in the form that it has by the rules, factored only where it is a quotient."""
    numerator, denominator = sp.fraction(sp.together(value))
    if denominator.is_number or not (denominator.is_polynomial() and numerator.is_polynomial()):
        return value
    numerator, denominator = sp.fraction(sp.cancel(value))
    return sp.expand(numerator) / sp.factor(denominator)


def shorter(value: sp.Expr) -> sp.Expr | None:
    """A form with hardly more than half as many operations, where what the rules give is neither short nor a quotient of polynomials.

    >>> x = sp.Symbol("x")
    >>> shorter(sp.log(x + sp.sqrt(x**2 + 1)).diff(x)), shorter((x**2 * sp.sin(x)).diff(x))
    (1/sqrt(x**2 + 1), None)
    """
    operations = sp.count_ops(value)
    if operations < LONG or all(part.is_polynomial() for part in sp.fraction(sp.together(value))):
        return None
    found = sp.simplify(value)
    return found if sp.count_ops(found) <= SHORTER * operations else None


@dataclass
class Rules:
    """Differentiates rule by rule; every step is an equation between functions of `x`."""

    x: sp.Symbol
    language: Language
    steps: list[str] = field(default_factory=list)

    def say(self, key: str, f: sp.Expr, **values: Any) -> None:
        """One step, ending in f′ = …."""
        equation = rf"\left({latex(f)}\right)'={latex(tidy(f.diff(self.x)))}"
        shown = {k: latex(v) for k, v in values.items()}
        step = WORDS[key].say(self.language, equation=equation, x=latex(self.x), **shown)
        if step not in self.steps:
            self.steps.append(step)

    def is_simple(self, f: sp.Expr) -> bool:
        """Numbers, powers of x and the functions of the table, with a constant factor."""
        f = f.as_independent(self.x, as_Add=False)[1]
        if f.is_Pow:
            base, exponent = f.as_base_exp()
            return (base == self.x and not exponent.has(self.x)) or (
                exponent == self.x and not base.has(self.x)
            )
        return (
            not f.has(self.x) or f == self.x or (f.is_Function and f.args == (self.x,)) or f == sp.exp(self.x)
        )

    def tell(self, f: sp.Expr) -> None:
        """The steps for f′, the inner ones first."""
        x = self.x
        if self.is_simple(f):
            return self.say("basic", f)
        if f.is_Add:
            if all(map(self.is_simple, f.args)):
                return self.say("terms", f)
            for term in f.args:
                if not self.is_simple(term):
                    self.tell(term)
            return self.say("split", f)
        constant, rest = f.as_independent(x, as_Add=False)
        if constant != 1 and f.is_Mul and not sp.fraction(rest)[1].has(x):
            self.tell(rest)
            return self.say("factor", f)
        numerator, denominator = sp.fraction(f)
        if denominator.has(x) and f.is_Mul and numerator.has(x):
            return self.pair("quotient", f, numerator, denominator)
        if f.is_Mul and rest.is_Mul:
            p, q = rest.args[0], sp.Mul(*rest.args[1:])
            return self.pair("product", f, p, q)
        return self.chain(f)

    def pair(self, key: str, f: sp.Expr, p: sp.Expr, q: sp.Expr) -> None:
        """Product or quotient; the parts that are not simple first."""
        for part in (p, q):
            if not self.is_simple(part):
                self.tell(part)
        self.say(key, f, p=p, q=q, dp=tidy(p.diff(self.x)), dq=tidy(q.diff(self.x)))

    def chain(self, f: sp.Expr) -> None:
        """A function of an inner function."""
        x, u = self.x, sp.Symbol("u" if self.x.name != "u" else "v")
        base, exponent = f.as_base_exp() if f.is_Pow or f.func is sp.exp else (f, sp.S.One)
        if base.has(x) and exponent.has(x):
            power = exponent * sp.log(base)
            if not self.is_simple(power):
                self.tell(power)
            return self.say("logarithmic", f, exponent=power)
        inner = (
            exponent
            if exponent.has(x)
            else base
            if exponent != 1
            else f.args[0]
            if len(f.args) == 1
            else None
        )
        if inner is None or inner == f:
            return self.say("basic", f)
        outer = base**u if exponent.has(x) else u**exponent if exponent != 1 else f.func(u)
        if not self.is_simple(inner):
            self.tell(inner)
        self.say("chain", f, inner=inner, dinner=tidy(inner.diff(x)), outer=outer, douter=outer.diff(u))
        return None
