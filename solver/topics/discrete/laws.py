r"""Usual distributions as a problem names them: "X ~ U(0, 6)", "X is exponential with mean 5", X服从参数为2的泊松分布; their mean and variance.

Wordings for the tables of `clauses` and the law that a clause names. Nothing is asked or solved here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.topics.bare_formulas import place, value
from solver.topics.base import Words
from solver.topics.clauses import Said

_VALUE: Final = r"(?:-?[\w./\\^]+(?:\{[^{}]*\})*(?:\{[^{}]*\})?|\d+ ?\^ ?\{?\d\}?)"


def _v(name: str) -> str:
    return rf"(?P<{name}>{_VALUE})(?!\.\d)"


_X: Final = r"(?:(?:let|suppose(?: that)?|assume(?: that)?|given(?: that)?|if) )?(?:(?:the |an? )?(?:continuous |discrete )?random variable )?(?P<name>[XYZ])"
_IS: Final = r"(?:is|be|has|have|follows?|with)(?: (?:an?|the))?"
_ENDS: Final = rf"[(\[] ?{_v('a')} ?, ?{_v('b')} ?[)\]]"
LAWS_EN: Final = {
    "normal": (
        rf"{_X} ~ N ?\( ?{_v('a')} ?, ?(?P<b>1|\d+ ?\^ ?\{{?2\}}?) ?\)",  # N(10, 4): a variance, or a deviation?
        rf"{_X} {_IS} (?:normal|normally distributed)(?: (?:random variable|distribution))? with mean {_v('a')} and variance {_v('b')}",
    ),
    "binomial": (
        rf"{_X} ~ (?:B|Bin|Binomial|b) ?\( ?{_v('a')} ?, ?{_v('b')} ?\)",
        rf"{_X} {_IS} (?:binomial|binomially distributed)(?: (?:random variable|distribution))? with (?:parameters )?n = {_v('a')} ?(?:,|and) ?p = {_v('b')}",
    ),
    "poisson": (
        rf"{_X} ~ (?:Poisson|Poi|Pois|Po|P) ?\( ?{_v('a')} ?\)",
        rf"{_X} {_IS} Poisson(?: (?:random variable|distribution|distributed))? with (?:(?:mean|parameter|rate)(?: of)? )?(?:(?:\\lambda|λ) = )?{_v('a')}",
    ),
    "uniform": (
        rf"{_X} ~ (?:U|Unif|Uniform) ?{_ENDS}",
        rf"{_X} {_IS} (?:uniform|uniformly distributed)(?: (?:random variable|distribution))? (?:on|over|in)(?: the interval)? {_ENDS}",
    ),
    "exponential": (
        rf"{_X} ~ (?:Exp|Exponential|E) ?\( ?{_v('a')} ?\)",
        rf"{_X} {_IS} (?:exponential|exponentially distributed)(?: (?:random variable|distribution))? with (?:(?:rate|parameter)(?: of)? )?(?:(?:\\lambda|λ) = )?{_v('a')}",
    ),
    "exponential_mean": (rf"{_X} {_IS} (?:exponential|exponentially distributed)(?: (?:random variable|distribution))? with (?:a )?mean(?: of)? {_v('a')}",),
    "geometric": (rf"{_X} {_IS} (?:geometric|geometrically distributed)(?: (?:random variable|distribution))? with (?:parameter |success probability )?(?:p = )?{_v('a')}",),
}  # fmt: skip
_ZX: Final = r"(?:设|若|已知|如果|假设)?(?:连续型|离散型)?(?:随机变量)? ?(?P<name>[XYZ])"
_ZFOLLOWS: Final = r"(?:服从|~)"
_ZENDS: Final = rf"[(\[] ?{_v('a')} ?, ?{_v('b')} ?[)\]]"
LAWS_ZH: Final = {
    "normal": (rf"{_ZX} ?{_ZFOLLOWS}(?:正态分布)? ?N ?\( ?{_v('a')} ?, ?{_v('b')} ?\)(?:分布)?",),
    "binomial": (rf"{_ZX} ?{_ZFOLLOWS}(?:二项分布)? ?[Bb] ?\( ?{_v('a')} ?, ?{_v('b')} ?\)(?:分布)?", rf"{_ZX} ?服从参数(?:为|是)? ?n ?= ?{_v('a')} ?, ?p ?= ?{_v('b')} ?的二项分布"),
    "poisson": (
        rf"{_ZX} ?{_ZFOLLOWS}(?:泊松分布)? ?(?:P|Po|Poisson|\\pi|π) ?\( ?{_v('a')} ?\)(?:分布)?",
        rf"{_ZX} ?服从参数(?:为|是)? ?(?:(?:\\lambda|λ) ?= ?)?{_v('a')} ?的泊松(?:\(Poisson\))?分布",
    ),
    "uniform": (
        rf"{_ZX} ?{_ZFOLLOWS}(?:均匀分布)? ?U ?{_ZENDS}(?:上?的均匀分布)?",
        rf"{_ZX} ?(?:服从(?:在)?|在)(?:区间)? ?{_ZENDS} ?(?:上|内)?(?:的|服从|上服从)?均匀分布",
    ),
    "exponential": (rf"{_ZX} ?{_ZFOLLOWS}(?:指数分布)? ?(?:E|Exp|e) ?\( ?{_v('a')} ?\)(?:分布)?", rf"{_ZX} ?服从参数(?:为|是)? ?(?:(?:\\lambda|λ) ?= ?)?{_v('a')} ?的指数分布"),
    "exponential_mean": (rf"{_ZX} ?服从(?:均值|期望|数学期望)(?:为|是) ?{_v('a')} ?的指数分布",),
    "geometric": (rf"{_ZX} ?服从参数(?:为|是)? ?(?:p ?= ?)?{_v('a')} ?的几何分布",),
}  # fmt: skip
TOLD: Final = {
    "normal": Words("For \\(N(\\mu,\\sigma^2)\\) the mean is \\(\\mu\\) and the variance \\(\\sigma^2\\): \\(E({X})={mean},\\ \\operatorname{{Var}}({X})={var}\\).", "正态分布 \\(N(\\mu,\\sigma^2)\\) 的期望是 \\(\\mu\\)，方差是 \\(\\sigma^2\\)：\\(E({X})={mean},\\ D({X})={var}\\)。"),
    "binomial": Words("For \\(B(n,p)\\) the mean is \\(np\\) and the variance \\(np(1-p)\\): \\(E({X})={mean},\\ \\operatorname{{Var}}({X})={var}\\).", "二项分布 \\(B(n,p)\\) 的期望是 \\(np\\)，方差是 \\(np(1-p)\\)：\\(E({X})={mean},\\ D({X})={var}\\)。"),
    "poisson": Words("For the Poisson distribution mean and variance are \\(\\lambda\\): \\(E({X})={mean},\\ \\operatorname{{Var}}({X})={var}\\).", "泊松分布的期望和方差都是 \\(\\lambda\\)：\\(E({X})={mean},\\ D({X})={var}\\)。"),
    "uniform": Words("For the uniform distribution on \\((a,b)\\) the mean is \\(\\frac{{a+b}}{{2}}\\) and the variance \\(\\frac{{(b-a)^2}}{{12}}\\): \\(E({X})={mean},\\ \\operatorname{{Var}}({X})={var}\\).", "\\((a,b)\\) 上均匀分布的期望是 \\(\\frac{{a+b}}{{2}}\\)，方差是 \\(\\frac{{(b-a)^2}}{{12}}\\)：\\(E({X})={mean},\\ D({X})={var}\\)。"),
    "exponential": Words("For the exponential distribution with rate \\(\\lambda\\) the mean is \\(\\frac1\\lambda\\) and the variance \\(\\frac1{{\\lambda^2}}\\): \\(E({X})={mean},\\ \\operatorname{{Var}}({X})={var}\\).", "参数为 \\(\\lambda\\) 的指数分布的期望是 \\(\\frac1\\lambda\\)，方差是 \\(\\frac1{{\\lambda^2}}\\)：\\(E({X})={mean},\\ D({X})={var}\\)。"),
    "geometric": Words("For the geometric distribution the mean is \\(\\frac1p\\) and the variance \\(\\frac{{1-p}}{{p^2}}\\): \\(E({X})={mean},\\ \\operatorname{{Var}}({X})={var}\\).", "几何分布的期望是 \\(\\frac1p\\)，方差是 \\(\\frac{{1-p}}{{p^2}}\\)：\\(E({X})={mean},\\ D({X})={var}\\)。"),
}  # fmt: skip
ARGUMENT: Final = place("argument")


@dataclass(frozen=True, slots=True)
class Law:
    """A distribution of the variable `name`: its kind and its exact numbers."""

    kind: str
    name: str
    numbers: tuple[sp.Expr, ...]

    def mean(self) -> sp.Expr:
        """The expected value."""
        a, b = (*self.numbers, sp.S.One)[:2]
        return {"normal": a, "binomial": a * b, "poisson": a, "uniform": (a + b) / 2, "exponential": 1 / a, "geometric": 1 / a}[self.kind]  # fmt: skip

    def variance(self) -> sp.Expr:
        """The variance."""
        a, b = (*self.numbers, sp.S.One)[:2]
        return {"normal": b, "binomial": a * b * (1 - b), "poisson": a, "uniform": (b - a) ** 2 / 12, "exponential": 1 / a**2, "geometric": (1 - a) / a**2}[self.kind]  # fmt: skip


def law_of(said: Said) -> Law | None:
    """The law that a clause names; None where its numbers fit none, or are letters."""
    numbers = [value(said.values[k]) for k in ("a", "b") if k in said.values]
    if not all(v.is_Rational for v in numbers):
        return None
    kind = said.kind
    a, b = (*numbers, sp.S.One)[:2]
    if kind == "exponential_mean":
        kind, a, numbers = "exponential", 1 / a, [1 / a]
    fits = {
        "normal": b > 0,
        "binomial": a.is_Integer and 0 < a <= 1000 and 0 < b < 1,
        "poisson": a > 0,
        "uniform": a < b,
        "exponential": a > 0,
        "geometric": 0 < a <= 1,
    }[kind]
    return Law(kind, said.values["name"], tuple(numbers)) if fits else None
