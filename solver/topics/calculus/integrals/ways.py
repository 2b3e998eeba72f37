"""Antiderivatives by one method: parts, substitution, partial fractions, trigonometric substitution; and sums that define an integral.

A way is one of sympy's trees of rules that uses the method; it is offered only where its derivative is the integrand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from functools import lru_cache
from typing import Any, Final

import sympy as sp
from sympy.integrals import manualintegrate as rules

from solver.ports import Language
from solver.topics.base import Solution, Words
from solver.topics.calculus.integrals.rules import WORDS as RULE_WORDS
from solver.topics.calculus.integrals.rules import Told, powered, told
from solver.topics.cells import cell, comment, exact_source

WORDS: Final = {
    "cut": Words("Cut the interval into \\(n\\) equal parts of width \\(\\Delta {x}=\\frac{{{width}}}{{n}}\\); the right ends are \\({x}_k={end}\\).",
                 "把区间 \\(n\\) 等分，每份宽 \\(\\Delta {x}=\\frac{{{width}}}{{n}}\\)，右端点为 \\({x}_k={end}\\)。"),
    "sum": Words("Add the areas of the rectangles, with \\(\\sum k=\\frac{{n(n+1)}}{{2}}\\) and the like: \\[S_n=\\sum_{{k=1}}^{{n}}f({x}_k)\\,\\Delta {x}={total}\\]",
                 "把各小矩形的面积相加，利用 \\(\\sum k=\\frac{{n(n+1)}}{{2}}\\) 等求和公式：\\[S_n=\\sum_{{k=1}}^{{n}}f({x}_k)\\,\\Delta {x}={total}\\]"),
    "limit": Words("The integral is the limit of these sums: \\[{problem}=\\lim_{{n\\to\\infty}}S_n={value}\\]", "定积分是这些和的极限：\\[{problem}=\\lim_{{n\\to\\infty}}S_n={value}\\]"),
    "cell": Words("the sum over n parts, and its limit", "n 等分的和，再取极限"),
}  # fmt: skip
MAX_DEGREE: Final = 4


@lru_cache(maxsize=8)
def ways(f: sp.Expr, x: sp.Symbol, language: Language) -> Mapping[str, Told]:
    """Method → steps and antiderivative, the usual one first; empty where the basic rules are enough."""
    if (tree := powered(f, x)) is not None and (way := told(tree, f, x, language)) is not None:
        return {"change-of-variable": way}
    whole = _tree(rules.integral_steps, f, x)
    tree = _pruned(deepcopy(whole), None)
    usual = next(_kinds(tree, f), None)
    found = dict[str, Told]()
    if usual is None:
        way = None if f.is_polynomial(x) or tree.contains_dont_know() else told(tree, f, x, language)
        if way is None:
            return {}
        if len(way[0]) == 1:
            found["direct"] = way
    for name in (*filter(None, (usual,)), *(n for n in _MAKERS if n != usual)):
        if name == "trig-substitution" and not any(
            p.exp.q == 2 for p in f.atoms(sp.Pow) if p.exp.is_Rational
        ):
            continue  # without a root it is no help
        for make in (_MAKERS[name], rules.integral_steps):
            try:
                tree = _pruned(deepcopy(whole) if make is rules.integral_steps else _tree(make, f, x), name)
            except (ValueError, TypeError, AttributeError, NotImplementedError, RecursionError):
                continue  # sympy stumbles over rare integrands
            if tree is None or tree.contains_dont_know() or name not in _kinds(tree, f):
                continue
            way = told(tree, f, x, language)
            if way is not None and _is_antiderivative(way[1], f, x):
                found[name] = way
                break
    return found if len(found) > 1 or "direct" not in found else {}


def clearer(
    found: tuple[tuple[str, ...], sp.Expr, bool] | None, f: sp.Expr, x: sp.Symbol, language: Language
) -> Told | None:
    """A way by a named method, where the usual steps rest on a rule that says nothing."""
    vague = RULE_WORDS["generic"].say(language, equation="|").split("|")[0]
    if found is None or not any(step.startswith(vague) for step in found[0]):
        return None
    return next(iter(ways(f, x, language).values()), None)


def _tree(make: Callable[..., Any], f: sp.Expr, x: sp.Symbol) -> Any:
    try:
        return make(f, x) if make is rules.integral_steps else make(rules.IntegralInfo(f, x))
    finally:
        rules._integral_cache.clear()  # a search that failed leaves a marker in it (STYLE.md, trap 1)
        rules._parts_u_cache.clear()


def _partial_fractions(info: Any) -> Any:
    f, x = info.integrand, info.symbol
    if not f.is_rational_function(x):
        return None
    parts = sp.apart(f, x)
    if parts == f or not parts.is_Add:
        return None
    return rules.RewriteRule(f, x, parts, rules.integral_steps(parts, x))


_MAKERS: Final[Mapping[str, Callable[..., Any]]] = {
    "change-of-variable": rules.substitution_rule,
    "parts": rules.parts_rule,
    "partial-fractions": _partial_fractions,
    "trig-substitution": rules.trig_substitution_rule,
}


def _pruned(rule: Any, wanted: str | None) -> Any:
    """The same tree with one way where there are several: one that uses the method, then the shortest."""
    if rule is None:
        return None
    if isinstance(rule, rules.AlternativeRule):
        known = [r for r in (_pruned(a, wanted) for a in rule.alternatives) if not r.contains_dont_know()]
        return min(
            known,
            key=lambda r: (wanted is not None and wanted not in _kinds(r, r.integrand), len(repr(r))),
            default=rule.alternatives[0],
        )
    for name in ("substep", "second_step", "v_step"):
        child = getattr(rule, name, None)
        if child is not None:
            setattr(rule, name, _pruned(child, wanted))
    if isinstance(rule, rules.AddRule):
        rule.substeps = [_pruned(r, wanted) for r in rule.substeps]
    return rule


def _kinds(rule: Any, f: sp.Expr) -> Iterator[str]:
    """The methods that a tree uses, outermost first."""
    match rule:
        case None:
            return
        case rules.URule():
            yield "change-of-variable"
        case rules.PartsRule() | rules.CyclicPartsRule():
            yield "parts"
        case rules.TrigSubstitutionRule():
            yield "trig-substitution"
        case rules.RewriteRule() if f.is_rational_function() and _is_apart(rule):
            yield "partial-fractions"
    for child in (
        getattr(rule, "substep", None),
        getattr(rule, "second_step", None),
        *getattr(rule, "substeps", ()),
    ):
        if child is not None:
            yield from _kinds(child, child.integrand)


def _is_apart(rule: Any) -> bool:
    parts = sp.expand(rule.rewritten)
    return (
        isinstance(parts, sp.Add) and sum(1 for t in parts.args if sp.fraction(t)[1].has(rule.variable)) >= 2
    )


def _is_antiderivative(found: sp.Expr, f: sp.Expr, x: sp.Symbol) -> bool:
    """Compared at a few points, other letters fixed."""
    others = {s: sp.Rational(3 + k, 2) for k, s in enumerate(sorted(f.free_symbols - {x}, key=str))}
    real, seen = sp.Dummy(real=True), 0  # of a complex |x| sympy knows no derivative
    gap = (sp.diff(found.subs(x, real), real) - f.subs(x, real)).subs(real, x)
    for place in (sp.Rational(n, 7) for n in (-23, -9, -2, 2, 9, 23)):
        value = gap.subs({x: place, **others}).evalf(25)
        if value.is_number and value.is_finite and sp.im(value) == 0:
            seen += 1
            if abs(value) > 1e-12:
                return False
    return seen > 0


def has_sums(f: sp.Expr, x: sp.Symbol, a: sp.Expr, b: sp.Expr) -> bool:
    """Whether an integral is that of a short polynomial over rational ends, so that its sums can be added up."""
    return bool(x.name not in ("n", "k") and f.is_polynomial(x) and f.free_symbols <= {x} and sp.degree(f, x) <= MAX_DEGREE and a.is_Rational and b.is_Rational and a < b)  # fmt: skip


def by_sums(
    f: sp.Expr, x: sp.Symbol, a: sp.Rational, b: sp.Rational, problem: str, language: Language
) -> Solution:
    """The integral as the limit of sums of rectangles."""
    n, k = sp.symbols("n k", positive=True, integer=True)
    width = b - a
    end = a + k * width / n
    total = sp.factor(sp.summation(sp.expand(f.subs(x, end) * width / n), (k, 1, n)))
    value = sp.limit(total, n, sp.oo)
    name = sp.latex(x)
    steps = (
        WORDS["cut"].say(language, x=name, width=sp.latex(width), end=sp.latex(end)),
        WORDS["sum"].say(language, x=name, total=sp.latex(total)),
        WORDS["limit"].say(language, problem=problem, value=sp.latex(value)),
    )
    source = cell(
        f"f = {exact_source(f)}",
        f"width = {exact_source(width)}",
        comment(WORDS["cell"].say(language)),
        f"total = summation(expand(f.subs({x.name}, {exact_source(a)} + k*width/n) * width/n), (k, 1, n))" if f.has(x) else "total = f*width",
        "limit(total, n, oo)",
        variables={x.name, "n", "k"},
    )  # fmt: skip
    return Solution(steps, source)
