r"""Whether a function is continuous and differentiable at a place where it is put together, by its limits and slopes from both sides.

Read: x|x|, |x - 1|, or two formulas with a corner (\begin{cases} … \end{cases}); "continuous", "differentiable", 连续性与可导性, or options that say both. Not: letters besides x.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import without_dollars
from solver.topics.prepared import Prepared
from solver.topics.yes_no import plain_words

X: Final = sp.Symbol("x", real=True)
_ABOUT: Final = re.compile(r"(?i)continuous|differentiab|discontinuous|连续|可导|可微")
_NUMBER: Final = r"-?(?:\d+(?:\.\d+)?(?:/\d+)?|\\?pi|π)"
_FUNCTION: Final = re.compile(
    r"(?i)(?:the\s+)?(?:function\s+|函数\s*)?(?:f\s*\(\s*x\s*\)|y)\s*=\s*(?P<f>[^=,;?。<>\u3400-\u9fff]{1,60}?)(?=\s*(?:[,;?。]|\.(?!\d)|\b(?:continuous|differentiable|is|at|discontinuous)\b|在|$))"
)
_AT: Final = re.compile(
    rf"(?i)(?:at|在|点)\s*(?:the\s+point\s+)?(?:点)?\s*(?:x\s*(?:_\s*\{{?\s*0\s*\}}?)?\s*=\s*)?(?P<a>{_NUMBER})(?!\d)\s*(?:处|点处|点)?"
)
_WORDS: Final = re.compile(
    r"(?i)\b(?:is|it|the|function|f|let|continuous|differentiable|and|or|neither|both|not|but|discuss|determine|examine|whether|given|that|continuity|differentiability|of|at|if)\b|\(x\)"
    r"|函数|设|讨论|判断|的|连续性|可导性|连续|可导|是否|且|和|与|以及|并|处|在|点|研究|吗|否|还是|或|不|试|已知|则|其"
    r"|[\s,.;:?。、()]"
)
_NEGATED: Final = re.compile(r"(?i)\bnot\b|不连续|不可导|neither|but")
_OPTION: Final = {
    "neither": r"(?i)(?:is\s+)?(?:discontinuous|not\s+continuous)|不连续|间断",
    "corner": r"(?i)(?:is\s+)?continuous\s*,?\s*(?:but|and)\s+not\s+differentiable|连续\s*,?\s*但\s*(?:是\s*)?(?:不可导|不可微)|连续不可导",
    "smooth": r"(?i)(?:is\s+)?(?:continuous\s+and\s+)?differentiable|(?:连续且)?可导|(?:连续且)?可微",
    "slope": r"(?i)(?:is\s+)?differentiable\s*,?\s*(?:and\s+(?:the|its)\s+derivative\s+(?:is|equals)|with\s+derivative(?:\s+equal\s+to)?|and\s+f'\s*\(\s*[-\d]+\s*\)\s*=)\s*(?P<v>-?\d+(?:/\d+)?)|可导\s*,?\s*(?:且|并且)?\s*(?:导数(?:为|是|等于)|f'\s*\(\s*[-\d]+\s*\)\s*=)\s*(?P<w>-?\d+(?:/\d+)?)",
    "undefined": r"(?i)(?:is\s+)?(?:undefined|not\s+defined)|无定义|没有定义",
}  # fmt: skip
WORDS: Final = {
    "sides": Words("For \\(x<{a}\\) near that place \\(f(x)\\) is \\({left}\\), for \\(x>{a}\\) it is \\({right}\\), and \\(f({a})={value}\\).", "在该点附近，\\(x<{a}\\) 时 \\(f(x)\\) 就是 \\({left}\\)，\\(x>{a}\\) 时是 \\({right}\\)，且 \\(f({a})={value}\\)。"),
    "limits": Words("\\[\\lim_{{x\\to {a}^-}}f(x)={left},\\qquad \\lim_{{x\\to {a}^+}}f(x)={right}\\]", "\\[\\lim_{{x\\to {a}^-}}f(x)={left},\\qquad \\lim_{{x\\to {a}^+}}f(x)={right}\\]"),
    "continuous": Words("Both equal \\(f({a})\\), so \\(f\\) is continuous there.", "左右极限都等于 \\(f({a})\\)，所以 \\(f\\) 在该点连续。"),
    "broken": Words("They are not both equal to \\(f({a})\\), so \\(f\\) is not continuous there, and not differentiable either.", "左右极限不都等于 \\(f({a})\\)，所以 \\(f\\) 在该点不连续，因而也不可导。"),
    "slopes": Words("The slopes \\(\\frac{{f(x)-f({a})}}{{x-{ab}}}\\) tend to \\({left}\\) from the left and to \\({right}\\) from the right.", "差商 \\(\\frac{{f(x)-f({a})}}{{x-{ab}}}\\) 的左极限是 \\({left}\\)，右极限是 \\({right}\\)。"),
    "smooth": Words("They are equal, so \\(f\\) is differentiable there: \\(f'({a})={slope}\\).", "两者相等，所以 \\(f\\) 在该点可导，\\(f'({a})={slope}\\)。"),
    "corner": Words("They are not the same finite number, so \\(f\\) is not differentiable there.", "两者不是同一个有限数，所以 \\(f\\) 在该点不可导。"),
    "code": Words("limits and slopes from the left and from the right", "左右极限与左右导数"),
    "method": Words("values and difference quotients very close by on both sides", "比较该点两侧极近处的函数值与差商"),
    "sentence": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
}  # fmt: skip
ANSWERS: Final = {
    "neither": Words(r"\text{{not continuous}}", r"\text{{不连续}}"),
    "corner": Words(r"\text{{continuous, not differentiable}}", r"\text{{连续但不可导}}"),
    "smooth": Words(r"\text{{continuous and differentiable}}", r"\text{{连续且可导}}"),
    "yes": Words(r"\text{{Yes}}", r"\text{{是}}"),
    "no": Words(r"\text{{No}}", r"\text{{否}}"),
}


def read(text: Text) -> Reading:
    """A function, a place, and what is asked of it there."""
    if not _ABOUT.search(text.source):
        return None
    from solver.topics.choices import split  # which reads options, too

    parted = split(text.source)
    stem, options = parted if parted else (text.source, ())
    source = without_dollars(stem)
    function = _FUNCTION.search(source)
    rest = f"{source[: function.start()]} , {source[function.end() :]}" if function else ""
    place = _AT.search(rest)
    if function is None or place is None:
        return None
    rest = f"{rest[: place.start()]} , {rest[place.end() :]}"
    try:
        f = to_sympy(parse(function["f"]), {"x": X})
        a = to_sympy(parse(place["a"]))
    except (FormulaError, TypeError, AttributeError):
        return None
    if f.free_symbols != {X} or not f.has(sp.Abs):
        return None
    if options:
        return (
            _task(f, a, "choice", options, text.language)
            if not _WORDS.sub("", rest.replace("多少", "").replace("什么", ""))
            else None
        )
    if _WORDS.sub("", rest):
        return None
    continuous, differentiable = (
        re.search(r"(?i)continu|连续", rest),
        re.search(r"(?i)differentiab|可导", rest),
    )
    asked = "both" if continuous and differentiable else "continuous" if continuous else "differentiable"
    return None if _NEGATED.search(rest) else _task(f, a, asked, (), text.language)


def _halves(f: sp.Expr, a: sp.Expr) -> tuple[sp.Expr, sp.Expr] | None:
    """f without bars on the left and on the right of a."""
    found = []
    for side in (-1, 1):
        signs = {}
        for bar in f.atoms(sp.Abs):
            near = [bar.args[0].subs(X, a + side * sp.Rational(1, n)).evalf(20) for n in (10**3, 10**6)]
            if not all(v.is_real and v != 0 for v in near) or (near[0] > 0) != (near[1] > 0):
                return None
            signs[bar] = bar.args[0] if near[0] > 0 else -bar.args[0]
        found.append(
            sp.expand(f.xreplace(signs)) if f.xreplace(signs).is_polynomial(X) else f.xreplace(signs)
        )
    return found[0], found[1]


def _task(f: sp.Expr, a: sp.Expr, asked: str, options: tuple[str, ...], say: Language) -> Prepared | None:
    halves = _halves(f, a)
    if halves is None:
        return None
    left, right = halves
    value = f.subs(X, a)
    try:
        limits = [sp.limit(h, X, a, s) for h, s in ((left, "-"), (right, "+"))]
        slopes = [sp.limit((h - value) / (X - a), X, a, s) for h, s in ((left, "-"), (right, "+"))]
    except (NotImplementedError, ValueError):
        return None
    if not value.is_finite or not value.is_real:
        return None
    is_continuous = limits == [value, value]
    is_smooth = is_continuous and bool(slopes[0].is_finite) and sp.simplify(slopes[0] - slopes[1]) == 0
    kind = "smooth" if is_smooth else "corner" if is_continuous else "neither"
    shown = {"a": latex(a), "ab": f"({latex(a)})" if a < 0 else latex(a)}
    steps = [
        WORDS["sides"].say(say, left=latex(left), right=latex(right), value=latex(value), **shown),
        WORDS["limits"].say(say, left=latex(limits[0]), right=latex(limits[1]), **shown),
        WORDS["continuous" if is_continuous else "broken"].say(say, **shown),
    ]
    if is_continuous and asked != "continuous":
        steps.append(WORDS["slopes"].say(say, left=latex(slopes[0]), right=latex(slopes[1]), **shown))
        steps.append(WORDS["smooth" if is_smooth else "corner"].say(say, slope=latex(slopes[0]), **shown))
    answer = _answer(kind, asked, options, slopes[0], say)
    if answer is None:
        return None
    source = cell(
        f"left, right, value = {exact_source(left)}, {exact_source(right)}, {exact_source(value)}",
        comment(WORDS["code"].say(say)),
        f"limits = [limit(left, x, {exact_source(a)}, '-'), limit(right, x, {exact_source(a)}, '+')]",
        f"slopes = [limit((left - value)/(x - ({exact_source(a)})), x, {exact_source(a)}, '-'), limit((right - value)/(x - ({exact_source(a)})), x, {exact_source(a)}, '+')]",
        "(limits == [value, value], limits == [value, value] and slopes[0] == slopes[1])",
        variables=("x",),
    )  # fmt: skip
    expected = (is_continuous, is_smooth)
    tests = (
        f"f = lambda t: N(({exact_source(f)}).subs(x, t), 60)",
        f"a, h = {exact_source(a)}, Rational(1, 10**12)",
        "jumps = max(abs(f(a + h) - f(a)), abs(f(a - h) - f(a))) > Rational(1, 10**4)",
        "bends = abs((f(a + h) - f(a))/h - (f(a) - f(a - h))/h) > Rational(1, 10**4)",
        f"bool(answer == 1 and (not jumps, not jumps and not bends) == {expected})",
    )

    def written(found: Any) -> str | None:
        try:
            return answer if tuple(map(bool, found)) == expected else None
        except TypeError:
            return None

    def given(told: str) -> Any:
        same = re.sub(r"[\s,，]", "", plain_words(told)) == re.sub(r"[\s,，]", "", plain_words(answer))
        return sp.Integer(1 if same else 0)

    return Prepared(
        say,
        tuple(steps),
        source,
        tests,
        WORDS["method"],
        WORDS["sentence"],
        shown=written,
        given=given,
        letters=("x",),
    )


def _answer(kind: str, asked: str, options: tuple[str, ...], slope: sp.Expr, say: Language) -> str | None:
    if asked == "both":
        return ANSWERS[kind].say(say)
    if asked in ("continuous", "differentiable"):
        holds = kind == "smooth" or asked == "continuous" and kind == "corner"
        return ANSWERS["yes" if holds else "no"].say(say)
    right = []
    for letter, option in zip("ABCDEF", options, strict=False):
        said = next(
            (
                (k, m)
                for k, p in _OPTION.items()
                if (m := re.fullmatch(p, option.strip(" .。;,"))) is not None
            ),
            None,
        )
        if said is None:
            return None
        told, match = said
        claimed = match["v"] or match["w"] if told == "slope" else None
        if told == kind or claimed is not None and kind == "smooth" and sp.Rational(claimed) == slope:
            right.append(letter)
    return right[0] if len(right) == 1 else None
