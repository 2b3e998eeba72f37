"""Probabilities of a normal variable: by symmetry from told ones, or from the standard normal distribution function Φ."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any, Final

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.discrete.normal.probabilities import End, Range
from solver.topics.prepared import Prepared
from solver.topics.rationals import terminating_decimal

WORDS: Final = {
    "law": Words("The mean is \\(\\mu={m}\\), the standard deviation \\(\\sigma={s}\\).", "均值 \\(\\mu={m}\\)，标准差 \\(\\sigma={s}\\)。"),
    "middle": Words("The curve is symmetric about the line \\(x=\\mu={m}\\), so \\(P({X}<{m})=0.5\\).", "正态曲线关于直线 \\(x=\\mu={m}\\) 对称，所以 \\(P({X}<{m})=0.5\\)。"),
    "mirror": Words("{a} and {b} lie symmetrically about it: \\(P({X}<{a_})={Fa}\\), \\(P({X}<{b_})=1-{Fa}={Fb}\\).", "{a} 与 {b} 关于它对称：\\(P({X}<{a_})={Fa}\\)，\\(P({X}<{b_})=1-{Fa}={Fb}\\)。"),
    "told": Words("What is told gives \\(P({X}<{a})={Fa}\\).", "由已知得 \\(P({X}<{a})={Fa}\\)。"),
    "between": Words("So \\({asked}={expression}={value}\\).", "所以 \\({asked}={expression}={value}\\)。"),
    "standard": Words("Standardise: \\(z=\\frac{{x-\\mu}}{{\\sigma}}\\), so \\({x}\\) becomes \\(z=\\frac{{{x}-{m}}}{{{s}}}={z}\\).", "标准化：\\(z=\\frac{{x-\\mu}}{{\\sigma}}\\)，\\({x}\\) 对应 \\(z=\\frac{{{x}-{m}}}{{{s}}}={z}\\)。"),
    "phi": Words("With the distribution function \\(\\Phi\\) of the standard normal distribution: \\({asked}={expression}\\approx {value}\\).", "用标准正态分布函数 \\(\\Phi\\)：\\({asked}={expression}\\approx {value}\\)。"),
    "score": Words("The z-score says how many standard deviations a value lies above the mean: \\[z=\\frac{{{x}-{m}}}{{{s}}}={value}\\]", "标准分数表示数值高出均值几个标准差：\\[z=\\frac{{{x}-{m}}}{{{s}}}={value}\\]"),
    "quantile": Words("Below it lies the part \\({p}\\), and \\(\\Phi({z})\\approx {p}\\).", "小于它的部分占 \\({p}\\)，而 \\(\\Phi({z})\\approx {p}\\)。"),
    "back": Words("Back from z: \\(x=\\mu+z\\sigma\\approx {m}+{z}\\cdot {s}\\approx {value}\\).", "由 z 还原：\\(x=\\mu+z\\sigma\\approx {m}+{z}\\cdot {s}\\approx {value}\\)。"),
    "error": Words("The mean of \\({n}\\) values has the standard deviation \\(\\frac{{\\sigma}}{{\\sqrt{{n}}}}=\\frac{{{s}}}{{\\sqrt{{{n}}}}}={e}\\).", "\\({n}\\) 个数据的平均数的标准差是 \\(\\frac{{\\sigma}}{{\\sqrt{{n}}}}=\\frac{{{s}}}{{\\sqrt{{{n}}}}}={e}\\)。"),
    "level": Words("For the confidence level \\({c}\\) the middle part is \\({c}\\), so \\(z\\approx {z}\\).", "置信水平 \\({c}\\) 对应中间的部分占 \\({c}\\)，所以 \\(z\\approx {z}\\)。"),
    "interval": Words("The interval reaches \\({z}\\cdot {e}\\) to both sides of \\({m}\\); rounded, it is \\({value}\\).", "区间从 \\({m}\\) 向两侧各延伸 \\({z}\\cdot {e}\\)，取近似值得 \\({value}\\)。"),
    "code": Words("the distribution function of the normal distribution", "正态分布的分布函数"),
    "code_sum": Words("from the told probabilities", "由已知概率计算"),
    "code_inverse": Words("the place with this part below it", "使小于它的部分占给定比例的位置"),
    "method": Words("the density was integrated numerically", "对密度函数数值积分"),
    "method_sum": Words("the parts between the told places, mirrored at the mean, were added up", "把各分点之间的部分按对称性重新相加"),
    "method_score": Words("so many standard deviations away from the mean is the value again", "从均值出发走这么多个标准差，回到原来的数值"),
    "probability": Words("The probability is \\({answer}\\).", "概率是 \\({answer}\\)。"),
    "rounded": Words("Rounded, the probability is \\({answer}\\).", "概率约为 \\({answer}\\)。"),
    "percent": Words("Rounded, it is \\({answer}\\).", "约占 \\({answer}\\)。"),
    "value": Words("Rounded, the value is \\({answer}\\).", "该值约为 \\({answer}\\)。"),
    "zscore": Words("The z-score is \\({answer}\\).", "标准分数是 \\({answer}\\)。"),
    "confidence": Words("Rounded, the interval is \\({answer}\\).", "置信区间约为 \\({answer}\\)。"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Law:
    """The variable `name` with its mean and standard deviation (None: unknown)."""

    name: str
    mean: sp.Rational
    deviation: sp.Expr | None


def rounded(value: sp.Expr, unit: sp.Rational) -> str:
    """The value half up, with all the places of `unit`.

    >>> rounded(sp.sqrt(2), sp.Rational(1, 100))
    '1.41'
    """
    with localcontext() as context:
        context.prec = 60
        step = Decimal(unit.p) / Decimal(unit.q)
        found = (Decimal(str(sp.N(value, 40))) / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step
        return format(abs(found) if found == 0 else found, "f")


def show(value: sp.Expr) -> str:
    """A decimal where it ends."""
    return (terminating_decimal(value) if isinstance(value, sp.Rational) else None) or latex(value)


def place(end: End, law: Law) -> Any:
    """Where an end is: a number, or ("z", so many deviations) where the deviation is unknown."""
    if end.value is not None:
        return end.value
    if law.deviation is None:
        return law.mean if end.deviations == 0 else ("z", end.deviations)
    assert end.deviations is not None
    return law.mean + end.deviations * law.deviation


def _mirror(at: Any, law: Law) -> Any:
    return ("z", -at[1]) if isinstance(at, tuple) else 2 * law.mean - at


def _name(at: Any) -> str:
    if isinstance(at, tuple):
        k = at[1]
        return rf"\mu{'+' if k > 0 else '-'}{abs(k) if abs(k) > 1 else ''}\sigma"
    return show(at)


def asked_latex(law: Law, asked: Range) -> str:
    """P(…) as LaTeX."""
    low, high = (None if e is None else _name(place(e, law)) for e in (asked.low, asked.high))
    X = law.name
    if asked.outside:
        return rf"P({X}<{low})+P({X}>{high})"
    return f"P({X}<{high})" if low is None else f"P({X}>{low})" if high is None else f"P({low}<{X}<{high})"


def by_symmetry(law: Law, told: list[tuple[Range, sp.Rational]], asked: Range, say: Language) -> Prepared | None:  # fmt: skip
    """From probabilities that are told; None where they do not determine it."""
    known: dict[Any, sp.Rational] = {law.mean: sp.Rational(1, 2)}
    steps = [WORDS["middle"].say(say, m=show(law.mean), X=law.name)]

    def learn(at: Any, value: sp.Rational) -> bool:
        if at in known:
            return False
        known[at] = value
        other = _mirror(at, law)
        steps.append(WORDS["told"].say(say, X=law.name, a=_name(at), Fa=show(value)))
        known[other] = 1 - value
        steps.append(
            WORDS["mirror"].say(say, X=law.name, a=rf"\({_name(at)}\)", b=rf"\({_name(other)}\)", a_=_name(at), b_=_name(other), Fa=show(value), Fb=show(1 - value))
        )  # fmt: skip
        return True

    for _ in range(4):
        for given, p in told:
            low, high = (None if e is None else place(e, law) for e in (given.low, given.high))
            p = 1 - p if given.outside else p
            if low is None:
                learn(high, p)
            elif high is None:
                learn(low, 1 - p)
            elif _mirror(low, law) == high:
                learn(high, (1 + p) / 2)
            elif low in known:
                learn(high, known[low] + p)
            elif high in known:
                learn(low, known[high] - p)
    low, high = (None if e is None else place(e, law) for e in (asked.low, asked.high))
    if any(end is not None and end not in known for end in (low, high)):
        return None
    numbers = sorted((k, v) for k, v in known.items() if not isinstance(k, tuple))
    if any(not 0 < v < 1 for v in known.values()) or any(a[1] >= b[1] for a, b in itertools.pairwise(numbers)):  # fmt: skip
        return None
    top = sp.S.One if high is None else known[high]
    bottom = sp.S.Zero if low is None else known[low]
    value = 1 - (top - bottom) if asked.outside else top - bottom
    if value < 0:
        return None
    expression = rf"{show(top)}-{show(bottom)}" if bottom != 0 else show(top)
    expression = rf"1-\left({expression}\right)" if asked.outside else expression
    steps.append(WORDS["between"].say(say, asked=asked_latex(law, asked), expression=expression, value=show(value)))  # fmt: skip
    source = f"{exact_source(top)} - {exact_source(bottom)}"
    lines = [comment(WORDS["code_sum"].say(say)), f"1 - ({source})" if asked.outside else source]
    # the other way: parts between neighbouring places, each computed from its mirror image
    tests = (
        f"below = {exact_source(dict(numbers) if numbers else {})}",
        f"mirrored = {{2*{exact_source(law.mean)} - x: 1 - F for x, F in below.items()}}",
        f"top, bottom = {_mirrored(high, law, known, sp.S.One)}, {_mirrored(low, law, known, sp.S.Zero)}",
        f"answer == ({'1 - (top - bottom)' if asked.outside else 'top - bottom'}) and all(mirrored.get(x, F) == F for x, F in below.items())",
    )
    return Prepared(say, tuple(steps), cell(*lines), tests, WORDS["method_sum"], WORDS["probability"], shown=lambda v: show(v) if isinstance(v, sp.Rational) else None)  # fmt: skip


def _mirrored(at: Any, law: Law, known: dict[Any, sp.Rational], end: sp.Rational) -> str:
    return exact_source(end) if at is None else f"1 - {exact_source(known[_mirror(at, law)])}"


def by_table(law: Law, asked: Range, say: Language, *, percent: bool, places: int = 4) -> Prepared | None:
    """From Φ, rounded."""
    s = law.deviation
    if s is None:
        return None
    low, high = (None if e is None else place(e, law) for e in (asked.low, asked.high))
    if low is not None and high is not None and not low < high:
        return None
    steps = [WORDS["law"].say(say, m=show(law.mean), s=show(s))]
    scores = [None if x is None else sp.nsimplify((x - law.mean) / s) for x in (low, high)]
    if (law.mean, s) != (0, 1):
        for x, z in zip((low, high), scores, strict=True):
            if x is not None:
                steps.append(WORDS["standard"].say(say, x=show(x), m=_in_brackets(law.mean), s=show(s), z=_short(z)))  # fmt: skip
    parts = [None if z is None else (1 + sp.erf(z / sp.sqrt(2))) / 2 for z in scores]
    top, bottom = (1 if parts[1] is None else parts[1]), (0 if parts[0] is None else parts[0])
    value = 1 - (top - bottom) if asked.outside else top - bottom
    tex = [None if z is None else rf"\Phi({_short(z)})" for z in scores]
    expression = tex[1] if tex[0] is None else f"1-{tex[0]}" if tex[1] is None else f"{tex[1]}-{tex[0]}"
    expression = rf"1-\left({expression}\right)" if asked.outside else expression
    target = sp.Rational(1, 10**places)
    shown = rounded(value, target)
    if float(shown) in (0.0, 1.0):
        return None
    steps.append(WORDS["phi"].say(say, asked=asked_latex(law, asked), expression=expression, value=shown))
    lines = [
        f"mu, sigma = {exact_source(law.mean)}, {exact_source(s)}",
        comment(WORDS["code"].say(say)),
        "F = lambda x: (1 + erf((x - mu)/(sigma*sqrt(2))))/2",
        _difference(low, high, outside=asked.outside),
    ]
    ends = [exact_source(x) if x is not None else infinite for x, infinite in ((low, "-oo"), (high, "oo"))]
    tests = (
        f"mu, sigma = {exact_source(law.mean)}, {exact_source(s)}",
        "x = symbols('x')",
        f"part = N(Integral(exp(-((x - mu)/sigma)**2/2)/(sigma*sqrt(2*pi)), (x, {ends[0]}, {ends[1]})), 20)",
        f"part = {'1 - part' if asked.outside else 'part'}",
        f"bool(abs(part - answer) <= Rational(51, 10**{places + 2}))",
    )

    def written(found: Any) -> str | None:
        if not isinstance(found, sp.Expr) or found.free_symbols:
            return None
        text = rounded(found, target)
        if not percent:
            return text
        hundredths = sp.Rational(text) * 100
        return rf"{terminating_decimal(hundredths)}\%"

    return Prepared(say, tuple(steps), cell(*lines), tests, WORDS["method"], WORDS["percent" if percent else "rounded"], shown=written, given=_decimal)  # fmt: skip


def _difference(low: Any, high: Any, *, outside: bool) -> str:
    low_, high_ = (None if x is None else f"F({exact_source(x)})" for x in (low, high))
    inside = high_ if low_ is None else f"1 - {low_}" if high_ is None else f"{high_} - {low_}"
    return f"1 - ({inside})" if outside else str(inside)


def _in_brackets(value: sp.Expr) -> str:
    return rf"\left({show(value)}\right)" if value < 0 else show(value)


def _short(z: sp.Expr | None) -> str:
    """A z-score as a decimal of four places at most."""
    assert z is not None
    exact = terminating_decimal(z) if isinstance(z, sp.Rational) else None
    return exact if exact is not None and len(exact.lstrip("-")) <= 6 else rounded(z, sp.Rational(1, 10000))  # fmt: skip


def _decimal(answer: str) -> Any:
    """A decimal or a percentage."""
    percent = "%" in answer
    values = values_in(answer.replace(r"\%", "").replace("%", ""))
    if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
        return None
    return values[0] / 100 if percent else values[0]


def score(law: Law, x: sp.Rational, say: Language) -> Prepared | None:
    """(x − μ)/σ."""
    if law.deviation is None:
        return None
    value = (x - law.mean) / law.deviation
    m, s = exact_source(law.mean), exact_source(law.deviation)
    steps = (WORDS["score"].say(say, x=show(x), m=_in_brackets(law.mean), s=show(law.deviation), value=show(value)),)  # fmt: skip
    tests = (f"simplify({m} + answer*({s}) - ({exact_source(x)})) == 0",)
    source = cell(f"({exact_source(x)} - ({m})) / S({s})")
    return Prepared(say, steps, source, tests, WORDS["method_score"], WORDS["zscore"], shown=lambda v: show(v) if isinstance(v, sp.Rational) else None)  # fmt: skip


def quantile(law: Law, part: sp.Rational, say: Language) -> Prepared | None:
    """The value below which `part` lies, to two places."""
    s = law.deviation
    if s is None or not 0 < part < 1:
        return None
    z = sp.sqrt(2) * sp.erfinv(2 * part - 1)
    value = law.mean + z * s
    target = sp.Rational(1, 100)
    steps = (
        WORDS["law"].say(say, m=show(law.mean), s=show(s)),
        WORDS["quantile"].say(say, p=show(part), z=rounded(z, sp.Rational(1, 10000))),
        WORDS["back"].say(say, m=show(law.mean), s=show(s), z=_in_brackets(sp.Rational(rounded(z, sp.Rational(1, 10000)))), value=rounded(value, target)),
    )  # fmt: skip
    lines = [
        f"mu, sigma = {exact_source(law.mean)}, {exact_source(s)}",
        comment(WORDS["code_inverse"].say(say)),
        f"N(mu + sigma*sqrt(2)*erfinv(2*{exact_source(part)} - 1), 15)",
    ]
    tests = (
        f"mu, sigma, part = {exact_source(law.mean)}, {exact_source(s)}, {exact_source(part)}",
        "x = symbols('x')",
        "density = exp(-((x - mu)/sigma)**2/2)/(sigma*sqrt(2*pi))",
        "below = lambda end: N(Integral(density, (x, mu - 12*sigma, end)), 15)",
        "bool(below(answer - Rational(51, 10000)) <= part <= below(answer + Rational(51, 10000)))",
    )
    return Prepared(say, steps, cell(*lines), tests, WORDS["method"], WORDS["value"], shown=lambda v: rounded(v, target) if isinstance(v, sp.Expr) and not v.free_symbols else None)  # fmt: skip


def confidence(n: int, mean: sp.Rational, s: sp.Rational, level: sp.Rational, say: Language, told_z: sp.Rational | None = None) -> Prepared | None:  # fmt: skip
    """mean ± z·σ/√n, to two places; with the z that is told, where it is the level's."""
    if not (0 < level < 1 and n > 0 and s > 0):
        return None
    target = sp.Rational(1, 100)
    z, e = sp.sqrt(2) * sp.erfinv(level), s / sp.sqrt(n)
    if told_z is not None and abs(sp.N(z) - told_z) > sp.Rational(1, 100):
        return None
    z = z if told_z is None else told_z
    ends = [mean - z * e, mean + z * e]
    z_ = rounded(z, sp.Rational(1, 1000)) if told_z is None else show(told_z)
    shown = "(" + ", ".join(rounded(v, target) for v in ends) + ")"
    steps = (
        WORDS["error"].say(say, n=n, s=show(s), e=show(e)),
        WORDS["level"].say(say, c=show(level), z=z_),
        WORDS["interval"].say(say, m=show(mean), z=z_, e=show(e), value=shown),
    )
    lines = [
        f"mean, error = {exact_source(mean)}, {exact_source(s)}/sqrt({n})",
        *(
            (comment(WORDS["code_inverse"].say(say)), f"z = sqrt(2)*erfinv({exact_source(level)})")
            if told_z is None
            else (f"z = {exact_source(told_z)}",)
        ),
        "(N(mean - z*error, 15), N(mean + z*error, 15))",
    ]
    tests = (
        f"mean, error = {exact_source(mean)}, {exact_source(s)}/sqrt({n})",
        "x = symbols('x')",
        "density = exp(-((x - mean)/error)**2/2)/(error*sqrt(2*pi))",
        "low, high = answer",
        "part = lambda a, b: N(Integral(density, (x, a, b)), 15)",
        f"h = Rational(51, 10000) + {exact_source(sp.nsimplify(abs(sp.N(told_z - sp.sqrt(2) * sp.erfinv(level), 8)), rational=True) if told_z is not None else 0)}*error",
        f"bool(abs(low + high - 2*mean) <= 2*h and part(low + h, high - h) <= {exact_source(level)} <= part(low - h, high + h))",
    )

    def written(value: Any) -> str | None:
        if not isinstance(value, tuple | sp.Tuple) or len(value) != 2:
            return None
        return "(" + ", ".join(rounded(v, target) for v in value) + ")"

    return Prepared(say, steps, cell(*lines), tests, WORDS["method"], WORDS["confidence"], shown=written, given=_pair)  # fmt: skip


def _pair(answer: str) -> Any:
    values = values_in(answer.replace("[", "(").replace("]", ")"))
    if values is not None and len(values) == 1 and isinstance(values[0], sp.Tuple) and len(values[0]) == 2:
        return tuple(values[0])
    if values is not None and len(values) == 1 and isinstance(values[0], sp.Interval):
        return (values[0].start, values[0].end)
    return None
