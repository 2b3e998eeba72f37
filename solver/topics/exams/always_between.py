"""A letter in an inequality that is to hold for every number of an interval, or for at least one: 对任意 x∈[1,4] 恒成立, "for all x > 0".

Read: one inequality in which the letter occurs to the first power, with a factor that keeps its sign on the interval: the letter is set free, and the rest
has an extreme value. Not: every real number (`equations/root_conditions/always.py`), two letters, a letter whose factor changes its sign.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import parse, to_sympy
from solver.formula.nodes import Apply, Relation, symbols
from solver.latex import exact_latex
from solver.topics.base import Task, Words
from solver.topics.cells import comment, exact_source
from solver.topics.clauses import Said
from solver.topics.equations.real_sets import links, read_set, set_latex
from solver.topics.exams.kinds import Exam, Unfit, kind, task

_END: Final = r"[^,，\[\]()。;]{1,14}"
_IN: Final = (
    rf"(?P<left>[\[(])(?P<low>{_END}),(?P<high>{_END})(?P<right>[\])])(?:上|内)?(?:的(?:任意)?(?:实数)?)?"
)
_X: Final = rf"(?:(?:实数|的)?(?P<x>[a-z])(?:∈|\\in){_IN}|(?:正(?:实)?数(?P<pos>[a-z]))|(?:实数)?(?P<x2>[a-z])(?P<half>[<>]=?)(?P<edge>-?\d+))"
_F: Final = r"(?P<f>[^,，。;一-鿿]{3,60}?)"
_ALL: Final = "(?:对于?)?(?:任意的?|一切的?|所有的?|任何)"
_HOLDS: Final = "(?:都|均|总|恒|永)?(?:恒)?成立"
_ZH: Final = {
    "function": (r"(?:已知|设|若)?函数(?P<name>[fgh])\(x\)=(?P<body>[^,，。;一-鿿]{2,60}?)(?:\([a-z]∈R\))?",),
    "holds": (
        rf"(?:已知|若|设)?(?:关于[a-z]的)?(?:不等式)?{_F}{_ALL}{_X}{_HOLDS}",
        rf"(?:已知|若|设)?(?:关于[a-z]的)?(?:不等式)?{_F}(?:对)(?:任意的?|一切的?|所有的?)?{_X}{_HOLDS}",
        rf"(?:已知|若|设)?(?:关于[a-z]的)?(?:不等式)?{_F}在(?:区间)?{_IN}{_HOLDS}",
        rf"(?:已知|若|设)?(?:当|{_ALL}){_X}(?:时)?,?(?:关于[a-z]的)?(?:不等式)?(?:都有|恒有|总有|均有|有)?{_F}(?:{_HOLDS})?",
    ),
    "some": (rf"(?:已知|若|设)?存在(?:实数)?{_X},?(?:使得?)?(?:不等式|关于[a-z]的不等式)?{_F}成立",),
    "ask": (r"(?:则|求|那么)?(?:满足条件的)?(?:实数|常数|参数)?(?P<p>[a-z])的(?:取值)?范围(?:是|为)?",),
}  # fmt: skip
_EN_X: Final = r"(?P<x>[a-z]) ?(?:∈|\\in|in|in the interval) ?(?P<left>[\[(]) ?(?P<low>[^,\[\]()]{1,14}) ?, ?(?P<high>[^,\[\]()]{1,14}) ?(?P<right>[\])])|(?P<x2>[a-z]) ?(?P<half>[<>]=?) ?(?P<edge>-?\d+)"
_EN_F: Final = r"(?P<f>(?:(?![a-z]{3})[-+*/^()a-z\d \\{}.<>=]){3,60}?)"
_EN: Final = {
    "holds": (
        rf"(?:the )?(?:inequality )?{_EN_F} (?:holds |is true )?for (?:all|every|each|any)(?: real)?(?: values? of)? (?:{_EN_X})",
    ),
    "ask_holds": (
        rf"(?:find|determine|what is) (?:the )?(?:set of |range of )?(?:all )?(?:the )?(?:possible )?(?:real )?(?:values?|numbers?)? ?(?:of )?(?:the )?(?:constant |parameter )?(?P<p>[a-z]) (?:for which|such that|so that|if) {_EN_F} (?:holds |is true )?for (?:all|every|each|any)(?: real)?(?: values? of)? (?:{_EN_X})",
    ),
    "ask": (r"(?:find|determine|what is) (?:the )?(?:set of |range of )?(?:all )?(?:the )?(?:possible )?(?:values?)? ?(?:of )?(?P<p>[a-z])",),
}  # fmt: skip
_WORDS: Final = {
    "free": Words("Set \\({p}\\) free. On the interval \\({g}\\) is {kind}, so the condition reads \\[{p}{sign}{phi}\\]", "分离参数：在该区间上 \\({g}\\) {kind}，条件化为 \\[{p}{sign}{phi}\\]"),
    "plus": Words("positive", "为正"),
    "minus": Words("negative", "为负"),
    "all": Words("It must hold for every \\({x}\\), so \\({p}\\) is compared with the {end} of the right-hand side.", "要对每个 \\({x}\\) 都成立，只需与右边的{end}比较。"),
    "some": Words("It is enough that it holds for one \\({x}\\), so \\({p}\\) is compared with the {end} of the right-hand side.", "只要对某个 \\({x}\\) 成立，只需与右边的{end}比较。"),
    "least": Words("least value", "最小值"),
    "largest": Words("largest value", "最大值"),
    "values": Words("Candidates are the ends and the places where the derivative \\({slope}\\) is 0: {values}. So this is \\({m}\\).", "比较端点与导数 \\({slope}\\) 为 0 处的值：{values}，得 \\({m}\\)。"),
    "so": Words("So \\({p}\\in {answer}\\).", "所以 \\({p}\\in {answer}\\)。"),
    "code": Words("ends, and places where the derivative is 0", "端点与导数为 0 处"),
    "method": Words("for numbers at and beside the end of the answer the inequality was tried at many places of the interval", "在答案端点及两侧取值，在区间内许多点处检验不等式"),
}  # fmt: skip


@kind(r"恒成立|恒有|都成立|均成立|都有|总成立|存在.*成立", "zh", _ZH)
@kind(r"(?i)for (?:all|every|each|any) .*(?:\[|[<>])", "en", _EN)
def always(exam: Exam) -> list[Task]:
    """One inequality, one interval, one letter."""
    said = exam.one("holds", "some", "ask_holds")
    letters = {s.values["p"] for s in exam.said if "p" in s.values}
    if len(letters) != 1:
        raise Unfit
    x, p = sp.Symbol("x", real=True), sp.Symbol("p", real=True)
    name = letters.pop()
    f, sign = _inequality(exam, said, name, x, p)
    if not f.is_polynomial(p) or sp.degree(f, p) != 1:
        raise Unfit
    g, h = sp.Poly(f, p).all_coeffs()
    domain = _interval(said, x)
    kept = _sign_of(g, x, domain)
    if sign in ("<", "<="):
        f, g, h, kept = -f, -g, -h, -kept
    strict = len(sign) == 1
    phi = sp.simplify(-h / g)
    # p·g + h ≥ 0: p is at least φ where g is positive, at most φ where it is negative
    above, some = kept > 0, said.kind == "some"
    largest = above != some
    m, attained, shown = _extreme(phi, x, domain, largest)
    inclusive = (attained and not strict) or (not attained and not some)
    found = (
        sp.Interval(m, sp.oo, left_open=not inclusive)
        if above
        else sp.Interval(-sp.oo, m, right_open=not inclusive)
    )
    return [_task(exam, name, f, x, p, domain, phi, found, m, largest, some, strict, above, g, shown)]


def _inequality(exam: Exam, said: Said, name: str, x: sp.Symbol, p: sp.Symbol) -> tuple[sp.Expr, str]:
    written = said.values["f"]
    functions = exam.all("function")
    if functions:
        if len(functions) != 1 or f"{functions[0].values['name']}(x)" not in written:
            raise Unfit
        written = written.replace(f"{functions[0].values['name']}(x)", f"({functions[0].values['body']})")
    node = parse(written)
    parts = links(node) if isinstance(node, Relation) else []
    if len(parts) != 1:
        raise Unfit
    ((left, sign, right),) = parts
    free = {said.values[k] for k in ("x", "x2", "pos") if said.values.get(k)} or {"x"}
    if len(free) != 1 or symbols(node) - {"e", "π"} != {*free, name} or isinstance(left, Apply):
        raise Unfit
    names = {free.pop(): x, name: p}
    return sp.expand(to_sympy(left, names) - to_sympy(right, names)), sign


def _interval(said: Said, x: sp.Symbol) -> sp.Interval:
    if "pos" in said.values:
        return sp.Interval.open(0, sp.oo)
    if "half" in said.values:
        edge, half = sp.Integer(int(said.values["edge"])), said.values["half"]
        open_ = len(half) == 1
        return sp.Interval(edge, sp.oo, left_open=open_) if half[0] == ">" else sp.Interval(-sp.oo, edge, right_open=open_)  # fmt: skip
    ends = []
    for word in (said.values["low"], said.values["high"]):
        bare = word.replace(" ", "")
        infinite = re.fullmatch(r"([-+]?)(?:∞|\\infty|oo)", bare)
        ends.append(
            (-sp.oo if infinite[1] == "-" else sp.oo) if infinite is not None else to_sympy(parse(bare))
        )
    low, high = ends
    if not low.is_extended_real or not high.is_extended_real or not low < high:
        raise Unfit
    return sp.Interval(low, high, left_open=said.values["left"] == "(", right_open=said.values["right"] == ")")  # fmt: skip


def _sign_of(g: sp.Expr, x: sp.Symbol, domain: sp.Interval) -> int:
    """1 or -1 where g keeps that sign on the whole interval."""
    if not g.is_polynomial(x):
        raise Unfit
    zeros = sp.solveset(g, x, sp.S.Reals) if g.has(x) else sp.S.EmptySet
    if not isinstance(zeros, sp.FiniteSet | sp.sets.sets.EmptySet) or sp.Intersection(zeros, domain) != sp.S.EmptySet:  # fmt: skip
        raise Unfit
    return 1 if g.subs(x, _inside(domain)) > 0 else -1


def _inside(domain: sp.Interval) -> sp.Expr:
    low, high = domain.start, domain.end
    if low.is_finite and high.is_finite:
        return (low + high) / 2
    return low + 1 if low.is_finite else high - 1 if high.is_finite else sp.S.Zero


def _extreme(phi: sp.Expr, x: sp.Symbol, domain: sp.Interval, largest: bool) -> tuple[sp.Expr, bool, str]:
    """The extreme value, whether it is reached, and the values that were compared."""
    critical = sp.solveset(sp.diff(phi, x), x, domain)
    if critical != sp.S.EmptySet and not isinstance(critical, sp.FiniteSet):
        raise Unfit
    places = [(phi.subs(x, c), True, exact_latex(c)) for c in critical if c not in (domain.start, domain.end)]
    for end, open_, side in ((domain.start, domain.left_open, "+"), (domain.end, domain.right_open, "-")):
        value = sp.limit(phi, x, end, side) if open_ or not end.is_finite else phi.subs(x, end)
        places.append((value, not open_ and end.is_finite, exact_latex(end)))
    if any(not v.is_extended_real for v, _, _ in places):
        raise Unfit
    best = (max if largest else min)((v for v, _, _ in places), key=lambda v: v)
    if not best.is_finite:
        raise Unfit
    shown = ", ".join(rf"\({x}={c}\): \({exact_latex(sp.simplify(v))}\)" for v, _, c in places)
    return (
        sp.simplify(best),
        any(reached and sp.simplify(v - best) == 0 for v, reached, _ in places if v.is_finite),
        shown,
    )


def _task(exam: Exam, name: str, f: sp.Expr, x: sp.Symbol, p: sp.Symbol, domain: sp.Interval, phi: sp.Expr, found: Any, m: sp.Expr, largest: bool, some: bool, strict: bool, above: bool, g: sp.Expr, shown: str) -> Task:  # fmt: skip
    say = exam.language
    end = _WORDS["largest" if largest else "least"].say(say)
    sign = (">" if strict else r"\ge ") if above else "<" if strict else r"\le "
    answer = set_latex(found)
    steps = [
        _WORDS["free"].say(say, p=name, g=exact_latex(g), kind=_WORDS["plus" if above else "minus"].say(say), sign=sign, phi=exact_latex(phi)),
        _WORDS["some" if some else "all"].say(say, x="x", p=name, end=end),
        _WORDS["values"].say(say, slope=exact_latex(sp.simplify(sp.diff(phi, x))), values=shown, m=exact_latex(m)),
        _WORDS["so"].say(say, p=name, answer=answer),
    ]  # fmt: skip
    lines = [
        "from sympy.calculus.util import function_range",
        "",
        f"phi = {exact_source(phi)}",
        comment(_WORDS["code"].say(say)),
        f"m = function_range(phi, x, {exact_source(domain)}).{'sup' if largest else 'inf'}",
        f"Interval(m, oo, {found.left_open})" if above else f"Interval(-oo, m, False, {found.right_open})",
    ]
    low, high = domain.start, domain.end
    grid = (
        [low + (high - low) * sp.Rational(k, 20) for k in range(21)]
        if low.is_finite and high.is_finite
        else [low + sp.Rational(k, 20) * 2**j for j in (0, 4, 8, 16) for k in range(1, 21)]
        if low.is_finite
        else [high - sp.Rational(k, 20) * 2**j for j in (0, 4, 8, 16) for k in range(1, 21)]
    )
    critical = sp.solveset(sp.diff(phi, x), x, domain)
    points = [c for c in (*grid, *(critical if isinstance(critical, sp.FiniteSet) else ())) if c in domain]
    beside = [m - 2, m - sp.Rational(1, 9), m, m + sp.Rational(1, 9), m + 2]
    tests = (
        f"f = {exact_source(f)}",
        f"places, tried = {exact_source(points)}, {exact_source(beside)}",
        f"fits = [{'any' if some else 'all'}(bool(simplify(f.subs({{p: v, x: c}})) {'>' if strict else '>='} 0) for c in places) for v in tried]",
        "fits == [bool(answer.contains(v)) for v in tried]",
    )
    return task(exam, steps, lines, tests, _WORDS["method"], shown=_shown, given=lambda said: read_set(said, name),
                variables=("x", "p"), letters=("x", "p"), assumptions="real=True")  # fmt: skip


def _shown(value: Any) -> str | None:
    return set_latex(value) if isinstance(value, sp.Interval) else None
