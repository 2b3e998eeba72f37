r"""Equations with ⌊x⌋ and ⌈x⌉ of the unknown itself: each whole number in reach is tried as the floor.

Read: one equation, polynomial in x, ⌊x⌋ and ⌈x⌉; asked are its solutions, the positive one, their number or sum. Not: ⌊2x⌋, several unknowns.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import to_sympy
from solver.latex import exact_latex, latex, values_in
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import clauses, table
from solver.topics.declining import declining
from solver.topics.prepared import Prepared
from solver.topics.told import FORMS, Told, told

_FIND: Final = r"(?:find|determine|compute|what is|what are|solve for|calculate)"
TABLE: Final = table(
    {
        **FORMS,
        "equation": (
            "(?:such that|so that|if|given|given that|for which|where|satisfying|satisfies|that satisfy|the equation|suppose|suppose that|let|solve|solve the equation)? <equation:relation>",
            "(?:do|are there such that)? satisfy the equation <equation:relation>",
        ),
        "asked": (
            rf"{_FIND}(?: the)?(?: (?:value|solution)s?(?: of| for)?)? <letter:letters>",
            rf"{_FIND} all (?:possible )?(?:(?:real )?(?:values|solutions|numbers)(?: of| for)?)? ?<letter:letters>",
        ),
        "count": (
            r"how many (?:real )?(?:values|numbers|solutions)(?: of| for)? <letter:letters> (?:are there|exist|satisfy the equation <equation:relation>)",
        ),
        "positive": (
            "<letter:letters> is positive",
            "<letter:letters> is a positive (?:real )?number",
        ),
        "real": ("(?:let )?<letter:letters> (?:is|be) a real number",),
        "note": (r"(?:let )?⟨x\d+⟩ (?:denotes?|represents?) the (?:greatest|smallest|least) integer (?:(?:less|greater) than or equal to|that does not exceed) ⟨n\d+⟩",),
    }
)  # fmt: skip
_ZH: Final = table(
    {
        "equation": ("(?:解方程|已知|若|方程)? <equation:relation>",),
        "asked": ("求? <letter:letters>",),
        "count": ("(?:的)?(?:实数)?(?:解|根)的个数(?:是|为)?(?:多少)?",),
    }
)
MAX_TRIED: Final = 400
MAX_SHOWN: Final = 8
WORDS: Final = {
    "name": Words("Write \\(n=\\lfloor {x}\\rfloor\\), a whole number with \\(n\\le {x}<n+1\\).", "设 \\(n=\\lfloor {x}\\rfloor\\)，则 \\(n\\) 是整数，且 \\(n\\le {x}<n+1\\)。"),
    "bound": Words("The floor and the ceiling differ from \\({x}\\) by less than 1, so \\(|{x}|\\) cannot be larger than \\({bound}\\): only \\({low}\\le n\\le {high}\\) are possible.", "取整与 \\({x}\\) 相差小于 1，所以 \\(|{x}|\\) 不超过 \\({bound}\\)，只需考虑 \\({low}\\le n\\le {high}\\)。"),
    "case": Words("For \\(n={n}\\): \\({equation}=0\\) gives \\({x}={root}\\), and indeed \\({n}\\le {root}<{next}\\).", "当 \\(n={n}\\) 时，由 \\({equation}=0\\) 得 \\({x}={root}\\)，确有 \\({n}\\le {root}<{next}\\)。"),
    "whole": Words("For a whole number \\({x}\\) floor and ceiling are \\({x}\\) itself: \\({equation}=0\\) gives {roots}.", "若 \\({x}\\) 是整数，则取整后仍是 \\({x}\\)：由 \\({equation}=0\\) 得 {roots}。"),
    "no_whole": Words("no whole number", "没有整数解"),
    "none": Words("No other \\(n\\) gives a solution.", "其余的 \\(n\\) 都没有解。"),
    "count": Words("That makes \\({count}\\).", "共 \\({count}\\) 个。"),
    "code": Words("whole numbers, then every possible floor", "先考虑整数，再逐一考虑可能的整数部分"),
    "method": Words("put back into the equation, and looked for a change of sign between the whole numbers", "代回方程，并在相邻整数之间检验变号"),
}  # fmt: skip


@declining
def read(text: Text) -> Reading:
    """One such equation."""
    if not re.search(r"floor\(|ceil\(|\\lfloor|\\lceil|ceiling", text.source):
        return None
    known = told(text.source)
    found = None if known is None else clauses(known.source, TABLE if text.language == "en" else _ZH)
    if known is None or found is None or isinstance(found, str):
        return None
    kinds = [s.kind for s in found]
    asks = list(dict.fromkeys(k for k in kinds if k in ("asked", "count")))
    marks = [s.values["equation"] for s in found if "equation" in s.values]
    if (len(asks) != 1 and not ("count" in asks and text.language == "zh")) or len(marks) != 1:
        return None
    if "letter" not in "".join(k for s in found for k in s.values):
        return None
    return _task(marks[0], known, "count" if "count" in asks else "asked", "positive" in kinds, text.language)


def _task(mark: str, known: Told, ask: str, positive: bool, say: Language) -> Prepared | None:
    relations = known.relations(mark)
    if len(relations) != 1 or relations[0].signs != ("=",):
        return None
    difference = to_sympy(relations[0].sides[0]) - to_sympy(relations[0].sides[1])
    if len(difference.free_symbols) != 1:
        return None
    (x,) = difference.free_symbols
    low, high = sp.Symbol("low"), sp.Symbol("high")
    body = sp.nsimplify(difference, rational=True).subs({sp.floor(x): low, sp.ceiling(x): high})
    if (
        body.has(sp.floor, sp.ceiling)
        or not body.is_polynomial(x, low, high)
        or not body.free_symbols & {low, high}
    ):
        return None
    bound = _bound(body, x, low, high)
    if bound is None or bound > MAX_TRIED:
        return None
    t = sp.Symbol("t")
    whole = sp.Poly(body.subs({low: t, high: t, x: t}, simultaneous=True), t)
    wholes = sorted(r for r in (sp.roots(whole) if not whole.is_zero else {}) if r.is_Integer)
    if whole.is_zero:
        return None
    cases = list[tuple[int, sp.Expr, sp.Expr]]()
    for n in range(-bound - 1, bound + 1):
        equation = sp.Poly(body.subs({low: n, high: n + 1}), x)
        if equation.is_zero:
            return None
        for root in (r for r in sp.roots(equation) if r.is_real):
            if n < root < n + 1:
                cases.append((n, equation.as_expr(), sp.radsimp(root)))
    solutions = sorted([*wholes, *(r for _, _, r in cases)])
    if positive:
        solutions = [s for s in solutions if s > 0]
    if ask == "count" and positive:
        return None
    if ask == "asked" and (not solutions or len(solutions) > MAX_SHOWN):
        return None
    if positive and len(solutions) != 1:
        return None
    name = str(x)
    steps = [
        WORDS["name"].say(say, x=name),
        WORDS["bound"].say(say, x=name, bound=bound, low=-bound - 1, high=bound),
        WORDS["whole"].say(
            say, x=name, equation=latex(whole.as_expr().subs(t, x)),
            roots=r",\ ".join(rf"\({name}={r}\)" for r in wholes) or WORDS["no_whole"].say(say),
        ),
        *(
            WORDS["case"].say(say, n=n, equation=latex(equation), x=name, root=latex(root), next=n + 1)
            for n, equation, root in cases[:MAX_SHOWN]
        ),
        WORDS["none"].say(say) if len(cases) <= MAX_SHOWN else "",
    ]  # fmt: skip
    if ask == "count":
        steps.append(WORDS["count"].say(say, count=len(solutions)))
    return _prepared(tuple(filter(None, steps)), body, x, bound, ask, positive, solutions, say)


def _prepared(
    steps: tuple[str, ...], body: sp.Expr, x: sp.Symbol, bound: int, ask: str, positive: bool, solutions: list[Any], say: Language
) -> Prepared:  # fmt: skip
    name = exact_source(x)
    keep = " and {} > 0" if positive else ""
    head = (
        f"{name}, low, high = symbols('{name} low high')",
        f"f = {exact_source(body)}",
        comment(WORDS["code"].say(say)),
        f"found = [Integer(n) for n in range(-{bound + 1}, {bound + 1}) if f.subs({{low: n, high: n, {name}: n}}) == 0{keep.format('n')}]",
        f"for n in range(-{bound + 1}, {bound + 1}):",
        f"    found += [root for root in roots(f.subs({{low: n, high: n + 1}}), {name}) if root.is_real and n < root < n + 1{keep.format('root')}]",
    )
    if ask == "count":
        tests = (
            f"g = lambda v: {_of_v(body, x)}",
            f"whole = sum(bool(g(Integer(n)) == 0) for n in range(-{bound + 1}, {bound + 2}))",
            f"between = sum(bool(g(n + Rational(1, 10**9))*g(n + 1 - Rational(1, 10**9)) < 0) for n in range(-{bound + 1}, {bound + 1}))",
            "bool(answer == whole + between)",
        )
        return Prepared(say, steps, cell(*head, "len(found)"), tests, WORDS["method"])

    def shown(value: Any) -> str | None:
        if not isinstance(value, list):
            return None
        values = sorted(value)
        return (
            exact_latex(values[0])
            if len(values) == 1
            else r",\ ".join(f"{name}={exact_latex(v)}" for v in values)
        )

    def given(answer: str) -> Any:
        values = values_in(answer)
        return None if values is None or not all(v.is_real for v in values) else list(values)

    put_in = (
        f"g = lambda v: {_of_v(body, x)}",
        f"bool(len(set(answer)) == {len(solutions)} and all(simplify(g(sympify(a))) == 0{' and a > 0' if positive else ''} for a in answer))",
    )
    return Prepared(say, steps, cell(*head, "found"), put_in, WORDS["method"], shown=shown, given=given)


def _of_v(body: sp.Expr, x: sp.Symbol) -> str:
    """The left side as source, of the number v."""
    v = sp.Symbol("v")
    return exact_source(
        body.subs({sp.Symbol("low"): sp.floor(v), sp.Symbol("high"): sp.ceiling(v), x: v}, simultaneous=True)
    )


def _bound(body: sp.Expr, x: sp.Symbol, low: sp.Symbol, high: sp.Symbol) -> int | None:
    """|x| is at most this: floor = x − d, ceiling = x + e with 0 ≤ d, e ≤ 1, and Cauchy's bound for all of these."""
    d, e = sp.symbols("d e")
    poly = sp.Poly(sp.expand(body.subs({low: x - d, high: x + e}, simultaneous=True)), x)
    lead, *rest = poly.all_coeffs()
    if lead.free_symbols or not rest:
        return None
    largest = sp.S.Zero
    for c in rest:
        terms = sp.Poly(c, d, e).coeffs() if c.free_symbols else [c]
        largest = max(largest, sum(map(abs, terms)))
    return int(sp.ceiling(1 + largest / abs(lead)))
