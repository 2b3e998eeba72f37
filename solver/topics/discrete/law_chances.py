r"""Probabilities of an exponential, uniform, Poisson or binomial variable: P(X > 10), P(1 ≤ X < 4), P(X > 3 | X < 7); a Poisson law from P(X=1)=P(X=2).

Read: one law by name (`laws`), one probability. Not: normal variables (`normal`), two variables, letters as bounds.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.bare_formulas import plain, value
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said, clauses, table
from solver.topics.declining import declining
from solver.topics.discrete.laws import LAWS_EN, LAWS_ZH, Law, law_of
from solver.topics.prepared import Prepared, shown_value
from solver.topics.rationals import terminating_decimal

_P: Final = r"(?:P|Pr) ?[(\[{{] ?(?P<event>(?:[^()\[\]{{}}=]|<=|>=|=)+?) ?[)\]}}]".replace("{{", "{").replace("}}", "}")  # fmt: skip
_P_IS: Final = r"(?:P|Pr) ?[(\[{] ?X ?= ?(?P<i>\d+) ?[)\]}]"
_P_IS2: Final = r"(?:P|Pr) ?[(\[{] ?X ?= ?(?P<j>\d+) ?[)\]}]"
_TIMES: Final = r"(?:(?P<k>\d+) ?)?"
TABLE_EN: Final = table({
    **LAWS_EN,
    "some_poisson": (r"(?:(?:let|suppose|given|if) )?(?:that )?(?:(?:the |an? )?random variable )?(?P<name>X) (?:has|have|follows?|is|be) (?:a )?Poisson(?: (?:distribution|random variable|distributed))? (?:such that|with|and|,) (?:P ?\( ?X ?= ?(?P<i>\d+) ?\) ?= ?(?:(?P<k>\d+) ?)?P ?\( ?X ?= ?(?P<j>\d+) ?\))",),
    "bare_poisson": (r"(?:(?:let|suppose|given|if) )?(?:that )?(?:the |an? )?(?:(?:discrete )?random variable )?(?P<name>X) (?:has|have|follows?|is|be) (?:an? |the )?Poisson(?:[- ]?(?:distribution|random variable|variable|distributed|law))?(?: with (?:unknown )?(?:parameter|mean|rate)(?: (?:\\lambda|λ))?)?",),
    "equal": (rf"(?:(?:such|so) that |it is known that |(?:which|that|it) satisfies |satisfying |with |where )?{_P_IS} ?= ?{_TIMES}{_P_IS2}",),
    "asked": (rf"{FIND}(?:the )?(?:value of |probability )?(?:that )?{_P}(?: ?=)?",),
    "ask_letter": (rf"{FIND}(?:the )?(?:value of |parameter |mean )?(?:the parameter )?(?:\\lambda|λ)",),
})  # fmt: skip
TABLE_ZH: Final = table({
    **LAWS_ZH,
    "some_poisson": (rf"(?:设|若|已知|如果)?(?:随机变量)?(?P<name>X)(?:服从|~)(?:参数(?:为|是)?(?:\\lambda|λ)(?:\((?:\\lambda|λ)>0\))?的)?泊松分布(?: ?P ?\((?:\\lambda|λ)\))? ?,?(?:且|并且|满足|已知)* ?{_P_IS} ?= ?{_TIMES}{_P_IS2}", rf"(?:设|若|已知|如果)?(?:随机变量)?(?P<name>X) ?~ ?(?:P|\\pi|π) ?\((?:\\lambda|λ)\) ?,?(?:且|并且|满足|已知)* ?{_P_IS} ?= ?{_TIMES}{_P_IS2}"),
    "bare_poisson": (r"(?:设|若|已知|如果)?(?:离散型)?(?:随机变量)? ?(?P<name>X) ?(?:服从|~)(?:参数(?:为|是)? ?(?:\\lambda|λ) ?(?:\( ?(?:\\lambda|λ) ?> ?0 ?\))?的)? ?(?:泊松|Poisson)分布", r"(?:设|若|已知|如果)?(?:随机变量)? ?(?P<name>X) ?(?:服从|~) ?(?:泊松分布)? ?(?:P|\\pi|π) ?\( ?(?:\\lambda|λ) ?\)"),
    "equal": (rf"(?:且|并且|满足|已知)*(?:满足|有)? ?{_P_IS} ?= ?{_TIMES}{_P_IS2}",),
    "asked": (rf"{FIND_ZH}(?:概率)? ?{_P}(?: ?=)?{HOW_MUCH_ZH}",),
    "ask_letter": (rf"{FIND_ZH}(?:参数)?(?:\\lambda|λ)(?:的值)?(?: ?=)?{HOW_MUCH_ZH}",),
})  # fmt: skip
WORDS: Final = {
    "exponential": Words("For the exponential distribution with rate \\(\\lambda={l}\\): \\(P(X>x)=e^{{-\\lambda x}}\\) for \\(x\\ge 0\\).", "参数 \\(\\lambda={l}\\) 的指数分布：\\(x\\ge 0\\) 时 \\(P(X>x)=e^{{-\\lambda x}}\\)。"),
    "uniform": Words("\\(X\\) is uniform on \\(({a},{b})\\), so a probability is the length of the part within it over the whole length \\({length}\\).", "\\(X\\) 在 \\(({a},{b})\\) 上均匀分布，概率等于落在其中的长度除以总长 \\({length}\\)。"),
    "poisson": Words("For the Poisson distribution with \\(\\lambda={l}\\): \\(P(X=k)=\\frac{{\\lambda^k}}{{k!}}e^{{-\\lambda}}\\).", "参数 \\(\\lambda={l}\\) 的泊松分布：\\(P(X=k)=\\frac{{\\lambda^k}}{{k!}}e^{{-\\lambda}}\\)。"),
    "binomial": Words("For \\(B({n},{p})\\): \\(P(X=k)=\\binom{{{n}}}{{k}}{p}^k\\left(1-{p}\\right)^{{{n}-k}}\\).", "\\(B({n},{p})\\)：\\(P(X=k)=\\mathrm{{C}}_{{{n}}}^{{k}}{p}^k\\left(1-{p}\\right)^{{{n}-k}}\\)。"),
    "equal": Words("The condition is \\(\\frac{{\\lambda^{{{i}}}}}{{{i}!}}e^{{-\\lambda}}={k}\\frac{{\\lambda^{{{j}}}}}{{{j}!}}e^{{-\\lambda}}\\); divide by \\(e^{{-\\lambda}}\\) and the lower power of \\(\\lambda>0\\): \\(\\lambda={l}\\).", "由条件 \\(\\frac{{\\lambda^{{{i}}}}}{{{i}!}}e^{{-\\lambda}}={k}\\frac{{\\lambda^{{{j}}}}}{{{j}!}}e^{{-\\lambda}}\\)，约去 \\(e^{{-\\lambda}}\\) 和 \\(\\lambda>0\\) 的低次幂得 \\(\\lambda={l}\\)。"),
    "value": Words("\\(P({event})={value}\\).", "\\(P({event})={value}\\)。"),
    "condition": Words("Conditional probability: \\[P({a}\\mid {b})=\\frac{{P({a},\\ {b})}}{{P({b})}}=\\frac{{{both}}}{{{one}}}={value}\\]", "条件概率：\\[P({a}\\mid {b})=\\frac{{P({a},\\ {b})}}{{P({b})}}=\\frac{{{both}}}{{{one}}}={value}\\]"),
    "code": Words("the density integrated, or the probabilities added", "对密度积分或把概率相加"),
    "method": Words("worked out again by the distribution function, or from the opposite event", "用分布函数或对立事件重新计算检验"),
    "sentence": Words("The probability is \\({answer}\\).", "概率是 \\({answer}\\)。"),
}  # fmt: skip
_NUM: Final = r"-?\d+(?:\.\d+)?(?:/\d+)?"
_LETTER: Final = r"[XYZ]"


@declining
def read(text: Text) -> Reading:
    """One law and one probability."""
    if not re.search(r"(?:P|Pr) ?[(\[{]|\\lambda|λ", text.source):
        return None
    source = re.sub(r"\\([{}])", r"\1", plain(text.source)).replace(r"\mid", "|").replace(r"\vert", "|")
    found = clauses(source, TABLE_ZH if text.language == "zh" else TABLE_EN)
    if isinstance(found, str):
        return None
    if [s.kind for s in found[:2]] == ["bare_poisson", "equal"]:
        found = [Said("some_poisson", {**found[0].values, **found[1].values}), *found[2:]]
    laws = [s for s in found if s.kind in LAWS_EN or s.kind == "some_poisson"]
    asks = [s for s in found if s.kind in ("asked", "ask_letter")]
    if len(laws) != 1 or len(asks) != 1 or len(found) != 2 or found.index(laws[0]) > found.index(asks[0]):
        return None
    decimal = re.search(r"\d\.\d", source) is not None
    steps = list[str]()
    law = _solved(laws[0], steps, text.language) if laws[0].kind == "some_poisson" else law_of(laws[0])
    if law is None or law.kind in ("normal", "geometric"):
        return None
    if asks[0].kind == "ask_letter":
        return _letter(law, laws[0], steps, text.language) if laws[0].kind == "some_poisson" else None
    return _chance(law, asks[0].values["event"], steps, text.language, decimal=decimal)


def _solved(said: Said, steps: list[str], say: Language) -> Law | None:
    """The rate for which the told probabilities are equal."""
    i, j, k = (int(said.values.get(n) or 1) for n in "ijk")
    if i == j or max(i, j) > 12:
        return None
    rate = sp.root(sp.Rational(k) * sp.factorial(i) / sp.factorial(j), i - j)
    if not rate.is_Rational:
        return None
    steps.append(WORDS["equal"].say(say, i=i, j=j, k="" if k == 1 else k, l=latex(rate)))
    return Law("poisson", said.values["name"], (rate,))


def _letter(law: Law, said: Said, steps: list[str], say: Language) -> Prepared:
    i, j, k = (int(said.values.get(n) or 1) for n in "ijk")
    source = cell(f"solve(t**{i}/factorial({i}) - {k}*t**{j}/factorial({j}), t)[-1]", variables="t", assumptions="positive=True")  # fmt: skip
    tests = (f"answer > 0 and answer**{i}/factorial({i}) == {k}*answer**{j}/factorial({j})",)
    return Prepared(say, tuple(steps), source, tests, WORDS["method"])


def _event(said: str, name: str) -> tuple[sp.Set, str] | None:
    """The values of the variable for which it happens, and how it is written."""
    text = re.sub(r"\s", "", said)
    if match := re.fullmatch(rf"({_NUM})(<=?)({_LETTER})(<=?)({_NUM})", text):
        low, high = value(match[1]), value(match[5])
        found: sp.Set = sp.Interval(low, high, "=" not in match[2], "=" not in match[4])
        called = match[3]
    elif match := re.fullmatch(rf"({_LETTER})(<=?|>=?|=)({_NUM})", text):
        at, called = value(match[3]), match[1]
        found = {"=": sp.FiniteSet(at), "<": sp.Interval.open(-sp.oo, at), "<=": sp.Interval(-sp.oo, at), ">": sp.Interval.open(at, sp.oo), ">=": sp.Interval(at, sp.oo)}[match[2]]  # fmt: skip
    elif match := re.fullmatch(rf"\|({_LETTER})(?:([+-]){_NUM})?\|(<=?|>=?)({_NUM})", text):
        centre = re.search(rf"{_LETTER}([+-])({_NUM})", text)
        at = sp.S.Zero if centre is None else value(centre[2]) * (-1 if centre[1] == "+" else 1)
        inside = sp.Interval(at - value(match[4]), at + value(match[4]), match[3] in ("<", ">="), match[3] in ("<", ">="))  # fmt: skip
        found, called = inside if "<" in match[3] else inside.complement(sp.Reals), match[1]
    else:
        return None
    written = text.replace("<=", r"\le ").replace(">=", r"\ge ")
    return (found, written) if called == name and found != sp.EmptySet else None


def _measure(law: Law, event: sp.Set) -> sp.Expr:
    """The exact probability."""
    if law.kind in ("exponential", "uniform"):
        total: sp.Expr = sp.S.Zero
        for part in event.args if isinstance(event, sp.Union) else [event]:
            if isinstance(part, sp.Interval):
                total += _below(law, part.end) - _below(law, part.start)
        return sp.simplify(total)
    if event.sup == sp.oo:
        return 1 - _measure(law, event.complement(sp.Reals))
    ends = range(int(sp.floor(event.sup)) + 1)
    if len(ends) > 40:
        raise ValueError("too many terms")
    return sp.Add(*(_mass(law, k) for k in ends if event.contains(k) == sp.true))


def _mass(law: Law, k: int) -> sp.Expr:
    if law.kind == "poisson":
        rate = law.numbers[0]
        return rate**k * sp.exp(-rate) / sp.factorial(k)
    n, p = law.numbers
    return sp.binomial(n, k) * p**k * (1 - p) ** (n - k)


def _below(law: Law, at: sp.Expr) -> sp.Expr:
    """The distribution function."""
    if at == sp.oo:
        return sp.S.One
    if law.kind == "uniform":
        a, b = law.numbers
        return sp.Min(sp.Max((at - a) / (b - a), 0), 1)
    return sp.S.Zero if at <= 0 else 1 - sp.exp(-law.numbers[0] * at)


def _chance(law: Law, said: str, steps: list[str], say: Language, *, decimal: bool) -> Prepared | None:
    split = re.fullmatch(r"([^|]+)\|([^|]+)", said)
    events = [_event(part, law.name) for part in (split.groups() if split else (said,))]
    if any(e is None for e in events):
        return None
    sets = [e[0] for e in events if e is not None]
    words = [e[1] for e in events if e is not None]
    a, b = (*law.numbers, sp.S.One)[:2]
    if law.kind in ("exponential", "poisson"):
        steps.append(WORDS[law.kind].say(say, l=latex(a)))
    elif law.kind == "uniform":
        steps.append(WORDS["uniform"].say(say, a=latex(a), b=latex(b), length=latex(b - a)))
    else:
        steps.append(
            WORDS["binomial"].say(say, n=latex(a), p=latex(b) if b.q == 1 else rf"\left({latex(b)}\right)")
        )
    if len(sets) == 1:
        result = _measure(law, sets[0])
        steps.append(WORDS["value"].say(say, event=words[0], value=latex(result)))
    else:
        both, one = _measure(law, sets[0].intersect(sets[1])), _measure(law, sets[1])
        if one == 0:
            return None
        result = sp.simplify(both / one)
        steps.append(WORDS["condition"].say(say, a=words[0], b=words[1], both=latex(both), one=latex(one), value=latex(result)))  # fmt: skip
    if len(latex(result)) > 80 or result.free_symbols:
        return None

    def written(found: object) -> str | None:
        return (terminating_decimal(result) if decimal else None) or shown_value(found)  # type: ignore[arg-type]

    parts = [sets[0]] if len(sets) == 1 else [sets[0].intersect(sets[1]), sets[1]]
    source = cell(*_lines(law, parts, say), variables="x")
    return Prepared(say, tuple(steps), source, _tests(law, parts), WORDS["method"], WORDS["sentence"], shown=written)  # fmt: skip


def _sums(law: Law, event: sp.Set) -> str:
    """Source of the probability of an event."""
    if law.kind in ("exponential", "uniform"):
        low, high = (sp.S.Zero, sp.oo) if law.kind == "exponential" else law.numbers
        parts = [p.intersect(sp.Interval(low, high)) for p in (event.args if isinstance(event, sp.Union) else [event])]  # fmt: skip
        terms = [f"integrate(f, (x, {exact_source(p.start)}, {exact_source(p.end)}))" for p in parts if isinstance(p, sp.Interval)]  # fmt: skip
        return " + ".join(terms) or "S(0)"
    outside = event.sup == sp.oo
    inside = event.complement(sp.Reals) if outside else event
    ks = [k for k in range(int(sp.floor(inside.sup)) + 1) if inside.contains(k) == sp.true] if inside != sp.EmptySet and inside.sup >= 0 else []  # fmt: skip
    total = f"sum((f.subs(x, k) for k in {ks}), S(0))"
    return f"1 - {total}" if outside else total


def _lines(law: Law, parts: list[sp.Set], say: Language) -> list[str]:
    a, b = (*(exact_source(n) for n in law.numbers), "")[:2]
    f = {
        "exponential": f"({a})*exp(-({a})*x)",
        "uniform": f"1/S(({b}) - ({a}))",
        "poisson": f"({a})**x*exp(-({a}))/factorial(x)",
        "binomial": f"binomial({a}, x)*({b})**x*(1 - {b})**({a} - x)",
    }[law.kind]
    total = " / ".join(f"({_sums(law, p)})" for p in parts)
    return [f"f = {f}", comment(WORDS["code"].say(say)), f"simplify({total})"]


def _tests(law: Law, parts: list[sp.Set]) -> tuple[str, ...]:
    """By the distribution function of continuous laws; by the terms that are left out of discrete ones."""
    a, b = (*(exact_source(n) for n in law.numbers), "")[:2]
    if law.kind in ("exponential", "uniform"):
        F = f"lambda t: 1 - exp(-({a})*Max(t, 0))" if law.kind == "exponential" else f"lambda t: Min(Max((t - ({a}))/S(({b}) - ({a})), 0), 1)"  # fmt: skip
        sums = [" + ".join(f"(F({exact_source(p.end)}) if {p.end != sp.oo} else 1) - (F({exact_source(p.start)}) if {p.start != -sp.oo} else 0)" for p in (e.args if isinstance(e, sp.Union) else [e]) if isinstance(p, sp.Interval)) or "0" for e in parts]  # fmt: skip
        return (f"F = {F}", f"simplify(answer - {' / '.join(f'S({s})' for s in sums)}) == 0")
    # the other values up to where nothing is left
    top = int(law.numbers[0]) if law.kind == "binomial" else int(law.numbers[0]) * 4 + 60
    mass = f"binomial({a}, k)*S({b})**k*(1 - S({b}))**({a} - k)" if law.kind == "binomial" else f"S({a})**k*exp(-S({a}))/factorial(k)"  # fmt: skip
    others = [[k for k in range(top + 1) if e.contains(k) != sp.true] for e in parts]
    totals = " / ".join(f"(1 - sum(N({mass}, 40) for k in {ks}))" for ks in others)
    return (f"bool(abs(N(answer, 40) - {totals}) < 1e-12)",)
