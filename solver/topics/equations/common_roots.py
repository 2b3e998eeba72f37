"""Two polynomial equations with a root in common: the root, or the letter that makes it so.

Read: "let x satisfy both …", "the equations … and … have a common root: find all values of b / of the root". Subtracting multiples leaves a lower degree; where a
letter is unknown the resultant is 0. Not: two or more roots in common.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, to_sympy
from solver.formula.nodes import Relation
from solver.latex import exact_latex, latex, values_in
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import clauses, table
from solver.topics.declining import declining
from solver.topics.prepared import Prepared
from solver.topics.told import FORMS, Told, told

_TWO: Final = r"(?P<one>⟨[xq]\d+⟩),? and (?:the equation )?(?P<other>⟨[xq]\d+⟩)"
_HAVE: Final = r",? have (?:exactly )?(?:a|one)(?: common root| root in common| common solution)"
_FIND: Final = r"(?:find|determine|compute|what is|what are|enter)"
TABLE: Final = table(
    {
        **FORMS,
        "both": (
            rf"let <letter:letters> be a (?:value|number|real number),? such that {_TWO}",
            rf"let <letter:letters> be a number,? that satisfies both equations {_TWO}",
            rf"(?:the )?(?:polynomials|equations|quadratics|quadratic equations) {_TWO}{_HAVE}",
        ),
        "real": (r"(?:let )?<names:letters> (?:be|are) real numbers,? such that (?:the )?(?:quadratic )?(?:equations|polynomials) " + _TWO + _HAVE,),
        "letters_for": (rf"{_FIND} all (?:real )?values of <asked:letters>,? for which the (?:equations|polynomials|quadratics) {_TWO}{_HAVE}",),
        "ask_root": (rf"{_FIND}(?: all)?(?: the)? (?:possible )?values?(?: of| for) (?:this root|the (?:common )?root|<asked:letters>)(?: ,? separated by commas)?",),
        "ask_value": (rf"{_FIND}(?: all)?(?: the)? (?:possible )?values? of <expression:formula>(?: ,? separated by commas)?",),
    }
)  # fmt: skip
WORDS: Final = {
    "given": Words("Both hold for the common root: \\[{one}=0,\\qquad {other}=0\\]", "公共根同时满足 \\[{one}=0,\\qquad {other}=0\\]"),
    "factored": Words("In factors: \\[{one}=0,\\qquad {other}=0\\]", "分解因式：\\[{one}=0,\\qquad {other}=0\\]"),
    "common": Words("The common roots are \\({values}\\).", "公共根为 \\({values}\\)。"),
    "resultant": Words("Two polynomials have a common root exactly if their resultant is 0: \\[{resultant}={factored}=0\\]", "两个多项式有公共根，当且仅当它们的结式为 0：\\[{resultant}={factored}=0\\]"),
    "letters": Words("So \\({values}\\).", "所以 \\({values}\\)。"),
    "root_for": Words("For \\({letter}={value}\\) the common root is \\({root}\\).", "当 \\({letter}={value}\\) 时，公共根为 \\({root}\\)。"),
    "code": Words("what both polynomials are divided by", "两个多项式的公因式"),
    "code_resultant": Words("where the resultant is 0", "结式为 0 处"),
    "method": Words("put the answer into both equations", "代入两个方程检验"),
}  # fmt: skip


@declining
def read(text: Text) -> Reading:
    """Two equations and what they share."""
    if text.language != "en" or not re.search(
        r"(?i)\bcommon\b|\bboth\b|\bsuch\s+that\b.*=\s*0.*=\s*0", text.source, re.DOTALL
    ):
        return None
    known = told(text.source)
    found = None if known is None else clauses(known.source, TABLE)
    if known is None or found is None or isinstance(found, str):
        return None
    said = {s.kind: s.values for s in found if s.kind != "form"}
    if len(said) != len([s for s in found if s.kind != "form"]):
        return None
    return _task(said, known, text.language)


def _side(mark: str, known: Told) -> sp.Expr:
    node = known.node(mark)
    if isinstance(node, Relation):
        if node.signs != ("=",):
            raise FormulaError("an equation was expected")
        return sp.expand(to_sympy(node.sides[0]) - to_sympy(node.sides[1]))
    return sp.expand(known.expression(mark))


def _task(said: dict[str, Any], known: Told, say: Language) -> Prepared | None:
    kinds = set(said)
    if kinds == {"letters_for"}:
        values = said["letters_for"]
        return _letters(
            _side(values["one"], known), _side(values["other"], known), known.names(values["asked"]), say
        )
    if kinds != {"both", "ask_root"}:
        return None
    values = said["both"]
    one, other = _side(values["one"], known), _side(values["other"], known)
    asked = known.names(said["ask_root"]["asked"]) if "asked" in said["ask_root"] else ()
    names = known.names(values["letter"]) if "letter" in values else ()
    if asked and asked != names or (names and not asked):
        return None
    free = one.free_symbols | other.free_symbols
    if len(free) == 1:
        return _root(one, other, say) if not names or {s.name for s in free} == set(names) else None
    if len(free) != 2 or names or "x" not in {s.name for s in free}:
        return None
    return _root_with_letter(one, other, say)


def _root(one: sp.Expr, other: sp.Expr, say: Language) -> Prepared | None:
    (x,) = one.free_symbols | other.free_symbols
    if not all(e.is_polynomial(x) and sp.degree(e, x) >= 2 for e in (one, other)):
        return None
    divisor = sp.Poly(sp.gcd(one, other), x)
    if divisor.degree() != 1:
        return None
    value = -divisor.nth(0) / divisor.nth(1)
    steps = (
        WORDS["given"].say(say, one=latex(one), other=latex(other)),
        WORDS["factored"].say(say, one=latex(sp.factor(one)), other=latex(sp.factor(other))),
        WORDS["common"].say(say, values=f"{latex(x)}={latex(value)}"),
    )
    name = exact_source(x)
    source = cell(
        f"one, other = {exact_source(one)}, {exact_source(other)}",
        comment(WORDS["code"].say(say)),
        f"solve(gcd(one, other), {name})[0]",
        variables=[str(x)],
    )
    tests = (f"{name} = symbols('{x}')", f"bool(all(simplify(e.subs({name}, answer)) == 0 for e in ({exact_source(one)}, {exact_source(other)})))")  # fmt: skip
    return Prepared(say, steps, source, tests, WORDS["method"])


def _resultant(one: sp.Expr, other: sp.Expr, x: sp.Symbol, p: sp.Symbol) -> list[sp.Expr] | None:
    """The real values of the letter with a common root, degrees staying what they are."""
    found = sp.resultant(one, other, x)
    if not found.free_symbols or found == 0:
        return None
    roots = sp.roots(sp.Poly(found, p))
    if sum(roots.values()) != sp.Poly(found, p).degree():
        return None
    kept = [r for r in roots if r.is_real]
    if any(sp.degree(e.subs(p, r), x) != sp.degree(e, x) for r in kept for e in (one, other)):
        return None
    return sorted(kept)


def _letters(one: sp.Expr, other: sp.Expr, names: tuple[str, ...], say: Language) -> Prepared | None:
    free = one.free_symbols | other.free_symbols
    if len(names) != 1 or len(free) != 2 or sp.Symbol(names[0]) not in free:
        return None
    p = sp.Symbol(names[0])
    (x,) = free - {p}
    values = _resultant(one, other, x, p)
    if not values:
        return None
    resultant = sp.expand(sp.resultant(one, other, x))
    listed = r",\ ".join(f"{latex(p)}={latex(v)}" for v in values)
    steps = (
        WORDS["given"].say(say, one=latex(one), other=latex(other)),
        WORDS["resultant"].say(say, resultant=latex(resultant), factored=latex(sp.factor(resultant))),
        WORDS["letters"].say(say, values=listed),
    )
    return _several(one, other, x, p, values, steps, f"sorted(r for r in roots(Poly(resultant(one, other, {exact_source(x)}), {exact_source(p)})) if r.is_real)", say, of_root=False)  # fmt: skip


def _root_with_letter(one: sp.Expr, other: sp.Expr, say: Language) -> Prepared | None:
    free = one.free_symbols | other.free_symbols
    x = sp.Symbol("x")
    (p,) = free - {x}
    values = _resultant(one, other, x, p)
    if not values:
        return None
    roots = list[sp.Expr]()
    steps = [
        WORDS["given"].say(say, one=latex(one), other=latex(other)),
        WORDS["resultant"].say(say, resultant=latex(sp.expand(sp.resultant(one, other, x))), factored=latex(sp.factor(sp.resultant(one, other, x)))),
    ]  # fmt: skip
    for value in values:
        divisor = sp.Poly(sp.gcd(one.subs(p, value), other.subs(p, value)), x)
        if divisor.degree() != 1:
            return None
        root = -divisor.nth(0) / divisor.nth(1)
        roots.append(root)
        steps.append(WORDS["root_for"].say(say, letter=latex(p), value=latex(value), root=latex(root)))
    name, letter = exact_source(x), exact_source(p)
    last = f"sorted({{solve(gcd(one.subs({letter}, r), other.subs({letter}, r)), {name})[0] for r in roots(Poly(resultant(one, other, {name}), {letter})) if r.is_real}})"
    return _several(one, other, x, p, sorted(set(roots)), tuple(steps), last, say, of_root=True)


def _several(
    one: sp.Expr, other: sp.Expr, x: sp.Symbol, p: sp.Symbol, values: list[sp.Expr], steps: tuple[str, ...], last: str, say: Language, *, of_root: bool
) -> Prepared:  # fmt: skip
    name, letter = exact_source(x), exact_source(p)
    source = cell(
        f"one, other = {exact_source(one)}, {exact_source(other)}",
        comment(WORDS["code_resultant"].say(say)),
        last,
        variables=sorted({str(x), str(p)}),
    )

    def shown(value: Any) -> str | None:
        return r",\ ".join(map(exact_latex, value)) if isinstance(value, list) else None

    def given(answer: str) -> Any:
        found = values_in(answer)
        return None if found is None or not all(v.is_real for v in found) else list(found)

    fixed, open_ = (name, letter) if of_root else (letter, name)
    tests = (
        f"{name}, {letter} = symbols('{x} {p}')",
        f"one, other = {exact_source(one)}, {exact_source(other)}",
        f"shares = [set(solve(one.subs({fixed}, a), {open_})) & set(solve(other.subs({fixed}, a), {open_})) for a in answer]",
        f"bool(len(set(answer)) == {len(values)} and all(shares))",
    )
    return Prepared(say, steps, source, tests, WORDS["method"], shown=shown, given=given)
