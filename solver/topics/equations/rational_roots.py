"""Rational and whole roots by the rational root theorem: of a polynomial that is written out, and which ones are possible where only its ends are known.

Read: "find all the rational (integer) roots of …", "a polynomial with integer coefficients is of the form 3x^3 + a_2 x^2 + a_1 x - 6: enter all the possible
integer roots / find the number of possible rational roots".
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import to_sympy
from solver.formula.nodes import Relation
from solver.latex import exact_latex, latex, values_in
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import clauses, table
from solver.topics.declining import declining
from solver.topics.prepared import Prepared
from solver.topics.told import FORMS, Told, told

_POLYNOMIAL: Final = r"(?P<polynomial>⟨[xq]\d+⟩)"
_FIND: Final = r"(?:find|enter|list|determine|what are)"
TABLE: Final = table(
    {
        **FORMS,
        "all": (rf"{_FIND}(?: all)?(?: of)?(?: the)? (?P<kind>rational|integer|integral) (?:roots|zeros|solutions) (?:of|to)(?: the)?(?: equation| polynomial)? {_POLYNOMIAL}",),
        "form": (*FORMS["form"], r"enter all the (?:rational|integer|integral) (?:roots|zeros),? separated by commas"),
        "shape": (rf"a polynomial with integer(?:al)? coefficients is of the form {_POLYNOMIAL}",),
        "possible": (
            rf"{_FIND}(?: all)?(?: of)?(?: the)? possible (?P<kind>rational|integer|integral) roots of (?:this|the) polynomial",
            r"(?:find|determine|what is) the (?P<count>number) of(?: different)? possible (?P<kind>rational|integer|integral) roots of (?:this|the) polynomial",
        ),
    }
)  # fmt: skip
_ZH: Final = table({"all": (rf"求?(?:方程|多项式)? {_POLYNOMIAL} 的(?:所有|全部)?(?P<kind>有理|整数)根",)})
MAX_CANDIDATES: Final = 400
WORDS: Final = {
    "theorem": Words("A rational root \\(\\frac{{p}}{{q}}\\) in lowest terms has \\(p\\) dividing the last coefficient \\({last}\\) and \\(q\\) dividing the first one, \\({first}\\).", "若既约分数 \\(\\frac{{p}}{{q}}\\) 是根，则 \\(p\\) 整除常数项 \\({last}\\)，\\(q\\) 整除首项系数 \\({first}\\)。"),
    "whole": Words("A whole number that is a root divides the last coefficient \\({last}\\).", "整数根必整除常数项 \\({last}\\)。"),
    "candidates": Words("So only these are possible: \\({values}\\).", "所以只可能是 \\({values}\\)。"),
    "tried": Words("Put in, these make the polynomial 0: \\({values}\\). In factors: \\[{factored}\\]", "逐一代入，使多项式为 0 的是 \\({values}\\)。分解因式：\\[{factored}\\]"),
    "each": Words("Each of them is a root for a suitable choice of the coefficients between, as one free coefficient can always be solved for where \\(x=\\pm1\\), and another choice does it else.", "适当选取中间的系数，每一个都可以成为根。"),
    "count": Words("That makes \\({count}\\).", "共 \\({count}\\) 个。"),
    "code": Words("try all that are possible", "逐一检验所有可能的根"),
    "code_possible": Words("divisors of the last coefficient over divisors of the first", "常数项的因数除以首项系数的因数"),
    "method": Words("put the roots in, and compared with the roots found numerically", "代入检验，并与数值求出的根比较"),
    "method_possible": Words("looked for a polynomial of this form for each number", "对每个数检验是否存在这样的多项式"),
}  # fmt: skip


@declining
def read(text: Text) -> Reading:
    """Roots that are asked for by their kind."""
    if not re.search(
        r"(?i)\b(?:rational|integer|integral)\s+(?:roots|zeros|solutions)|有理根|整数根", text.source
    ):
        return None
    known = told(text.source)
    found = None if known is None else clauses(known.source, TABLE if text.language == "en" else _ZH)
    if known is None or found is None or isinstance(found, str):
        return None
    by_kind = {s.kind: s.values for s in found if s.kind != "form"}
    if set(by_kind) == {"all"}:
        return _all(by_kind["all"], known, text.language)
    if set(by_kind) == {"shape", "possible"}:
        return _possible(by_kind["shape"]["polynomial"], by_kind["possible"], known, text.language)
    return None


def _expression(mark: str, known: Told) -> sp.Expr | None:
    node = known.node(mark)
    if isinstance(node, Relation):
        if node.signs != ("=",):
            return None
        return to_sympy(node.sides[0]) - to_sympy(node.sides[1])
    return known.expression(mark)


def _all(values: Any, known: Told, say: Language) -> Prepared | None:
    body = _expression(values["polynomial"], known)
    if body is None or len(body.free_symbols) != 1:
        return None
    (x,) = body.free_symbols
    poly = sp.Poly(sp.expand(body), x)
    if poly.degree() < 2 or not all(c.is_Integer for c in poly.all_coeffs()) or poly.nth(0) == 0:
        return None
    is_whole = values["kind"].lower() not in ("rational", "有理")
    candidates = _candidates(poly.nth(0), sp.S.One if is_whole else poly.LC())
    if len(candidates) > MAX_CANDIDATES:
        return None
    roots = [c for c in candidates if poly.eval(c) == 0]
    if not roots:
        return None
    listed = r",\ ".join(map(exact_latex, roots))
    steps = (
        WORDS["whole"].say(say, last=poly.nth(0)) if is_whole else WORDS["theorem"].say(say, last=poly.nth(0), first=poly.LC()),
        WORDS["candidates"].say(say, values=_signed(candidates)),
        WORDS["tried"].say(say, values=listed, factored=f"{latex(poly.as_expr())}={latex(sp.factor(poly.as_expr()))}"),
    )  # fmt: skip
    name = exact_source(x)
    source = cell(
        f"f = {exact_source(poly.as_expr())}",
        comment(WORDS["code"].say(say)),
        f"candidates = sorted({{s*Rational(p, q) for p in divisors({abs(poly.nth(0))}) for q in divisors({1 if is_whole else abs(poly.LC())}) for s in (1, -1)}})",
        f"[c for c in candidates if f.subs({name}, c) == 0]",
        variables=[str(x)],
    )
    kept = "r.is_Integer" if is_whole else "r.is_Rational"
    tests = (
        f"{name} = symbols('{x}')",
        f"f = Poly({exact_source(poly.as_expr())}, {name})",
        f"exact = [r for r in ground_roots(f) if {kept}]",
        "bool(set(answer) == set(exact))",
    )
    return Prepared(say, steps, source, tests, WORDS["method"], shown=_shown, given=_given)


def _shown(value: Any) -> str | None:
    return r",\ ".join(map(exact_latex, value)) if isinstance(value, list) else None


def _given(answer: str) -> Any:
    found = values_in(answer)
    return None if found is None or not all(v.is_Rational for v in found) else list(found)


def _candidates(last: sp.Integer, first: sp.Integer) -> list[sp.Rational]:
    over = sp.divisors(abs(last))
    under = sp.divisors(abs(first))
    return sorted({s * sp.Rational(p, q) for p in over for q in under for s in (1, -1)})


def _signed(candidates: list[sp.Rational]) -> str:
    return r",\ ".join(rf"\pm {exact_latex(c)}" for c in candidates if c > 0)


def _possible(mark: str, values: Any, known: Told, say: Language) -> Prepared | None:
    body = _expression(mark, known)
    if body is None:
        return None
    letters = [s for s in body.free_symbols if re.fullmatch(r"[a-z]_\d", s.name)]
    others = body.free_symbols - set(letters)
    if len(others) != 1 or not letters:
        return None
    (x,) = others
    poly = sp.Poly(sp.expand(body), x)
    first, last = poly.LC(), poly.nth(0)
    between = [poly.nth(k) for k in range(1, poly.degree())]
    if not first.is_Integer or not last.is_Integer or last == 0 or sorted(map(str, between)) != sorted(map(str, letters)) or len(between) < 2:  # fmt: skip
        return None  # with one free coefficient a fraction may be no root of any
    is_whole = values["kind"].lower() != "rational"
    candidates = _candidates(last, sp.S.One if is_whole else first)
    if len(candidates) > 60:
        return None
    steps = [
        WORDS["whole"].say(say, last=last) if is_whole else WORDS["theorem"].say(say, last=last, first=first),
        WORDS["candidates"].say(say, values=_signed(candidates)),
        WORDS["each"].say(say),
    ]
    if not all(_is_root_of_some(c, first, last, poly.degree()) for c in candidates):
        return None
    source_lines = (
        comment(WORDS["code_possible"].say(say)),
        f"found = sorted({{s*Rational(p, q) for p in divisors({abs(last)}) for q in divisors({1 if is_whole else abs(first)}) for s in (1, -1)}})",
    )
    head = (f"first, last, degree = {first}, {last}, {poly.degree()}",
        f"tried = {{s*Rational(p, q) for p in range(1, {abs(last)} + 1) for q in range(1, {1 if is_whole else abs(first)} + 1) for s in (1, -1)}}",
        # c = p/q is a root of some: what the ends make there, times q^degree, is a multiple of p*q
        "fits = [c for c in tried if (first*c.p**degree + last*c.q**degree) % (abs(c.p)*c.q) == 0]",
    )  # fmt: skip
    if "count" in values:
        steps.append(WORDS["count"].say(say, count=len(candidates)))
        return Prepared(
            say,
            tuple(steps),
            cell(*source_lines, "len(found)"),
            (*head, "bool(answer == len(fits))"),
            WORDS["method_possible"],
        )
    tests = (*head, "bool(set(answer) == set(fits) and len(answer) == len(fits))")
    return Prepared(
        say,
        tuple(steps),
        cell(*source_lines, "found"),
        tests,
        WORDS["method_possible"],
        shown=_shown,
        given=_given,
    )


def _is_root_of_some(c: sp.Rational, first: sp.Integer, last: sp.Integer, degree: int) -> bool:
    """Whether whole coefficients between can make the polynomial 0 at p/q: they add multiples of p·q to first·p^n + last·q^n."""
    return bool((first * c.p**degree + last * c.q**degree) % (abs(c.p) * c.q) == 0)
