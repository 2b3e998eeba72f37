"""The remainder on division by (x − a)(x − b)…, from the values or the remainders that are told: it has a lower degree, and takes these values.

Read: "when p(x) is divided by x - 1, the remainder is 3. … What is the remainder when p(x) is divided by (x - 1)(x - 3)?", values p(1) = 2, and remainders on
division by a square. Only where the told divisors have the asked one as their product.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import to_sympy
from solver.formula.nodes import Apply
from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import clauses, table
from solver.topics.declining import declining
from solver.topics.prepared import Prepared, one_value, shown_value
from solver.topics.told import told

_P: Final = r"(?:(?:the|a) polynomial )?(?P<name>⟨[xn]\d+⟩)"
_BY: Final = r"(?:is )?divided by (?P<divisor>⟨[xn]\d+⟩)"
TABLE: Final = table(
    {
        "declared": (r"(?:let )?(?P<name>⟨[xn]\d+⟩) be a polynomial(?: of degree greater than (?P<degree>⟨x\d+⟩|\d+))?",),
        "told": (
            rf"when {_P} {_BY} ,? the remainder is (?P<remainder>⟨[xn]\d+⟩|-?\d+)",
            rf"(?:the )?remainder when {_P} {_BY} is (?P<remainder>⟨[xn]\d+⟩|-?\d+)",
        ),
        "value": (r"(?:if|given|given that|suppose(?: that)?)? (?P<value>⟨q\d+⟩)",),
        "asked": (rf"(?:then )?(?:find|what is|determine|compute) the remainder when {_P} {_BY}",),
    }
)  # fmt: skip
WORDS: Final = {
    "form": Words("The remainder has a lower degree than \\({divisor}\\): write it as \\(r(x)={form}\\).", "余式的次数低于 \\({divisor}\\)，设 \\(r(x)={form}\\)。"),
    "conditions": Words("Where the divisor is 0, the polynomial and its remainder agree; so on division by each told divisor \\(r\\) leaves what is told: \\[{equations}\\]", "在除式为零处，多项式与余式取值相同，因此 \\(r\\) 除以各个已知除式的余式也与已知相同：\\[{equations}\\]"),
    "solved": Words("This gives \\({solution}\\), so \\(r(x)={remainder}\\).", "解得 \\({solution}\\)，所以 \\(r(x)={remainder}\\)。"),
    "code": Words("the coefficients that leave what is told", "由已知的余式确定系数"),
    "answer": Words("The remainder is \\({answer}\\).", "余式是 \\({answer}\\)。"),
    "method": Words("divided the remainder by each divisor that is told", "用余式除以各个已知除式检验"),
}  # fmt: skip
X: Final = sp.Symbol("x")


@declining
def read(text: Text) -> Reading:
    """Remainders that are told, and one that is asked for."""
    if text.language != "en" or not re.search(r"(?i)remainder\s+when|remainder\s+is", text.source):
        return None
    names = frozenset(re.findall(r"(?<![A-Za-z\\])([A-Za-z])\s*\(\s*(?:x|-?\d+)\s*\)", text.source))
    known = told(text.source, names)
    found = None if known is None else clauses(known.source, TABLE)
    if known is None or found is None or isinstance(found, str):
        return None
    conditions, asked, called = list[tuple[sp.Expr, sp.Expr]](), list[sp.Expr](), set[str]()
    for said in found:
        values = said.values
        if "name" in values:
            node = known.node(values["name"])
            if not isinstance(node, Apply):
                return None
            called.add(node.name)
        if said.kind == "told":
            remainder = values["remainder"]
            conditions.append((known.expression(values["divisor"]), known.expression(remainder) if remainder.startswith("⟨") else sp.Integer(remainder)))  # fmt: skip
        elif said.kind == "value":
            (relation,) = known.relations(values["value"])
            left, right = relation.sides
            if relation.signs != ("=",) or not isinstance(left, Apply):
                return None
            called.add(left.name)
            place = to_sympy(left.argument)
            if place.free_symbols:
                return None
            conditions.append((X - place, to_sympy(right)))
        elif said.kind == "asked":
            asked.append(known.expression(values["divisor"]))
    if len(called) != 1 or len(asked) != 1:
        return None
    return _task(conditions, asked[0], text.language)


def _task(conditions: list[tuple[sp.Expr, sp.Expr]], divisor: sp.Expr, say: Language) -> Prepared | None:
    whole = sp.Poly(sp.expand(divisor), X)
    parts = [sp.Poly(sp.expand(d), X) for d, _ in conditions]
    if divisor.free_symbols != {X} or any(
        d.free_symbols != {X} or not r.free_symbols <= {X} for d, r in conditions
    ):
        return None
    if len(parts) < 2 or sp.prod([p.monic() for p in parts]) != whole.monic() or any(sp.gcd(a, b).degree() > 0 for k, a in enumerate(parts) for b in parts[:k]):  # fmt: skip
        return None
    if any(sp.degree(r, X) >= p.degree() for p, (_, r) in zip(parts, conditions, strict=True) if r != 0):
        return None
    letters = sp.symbols("a b c d e g")[: whole.degree()]
    if whole.degree() > len(letters):
        return None
    form = sum(a * X**k for k, a in zip(range(whole.degree() - 1, -1, -1), letters, strict=True))
    equations = list[sp.Expr]()
    for part, (_, remainder) in zip(parts, conditions, strict=True):
        equations += sp.Poly(sp.rem(form, part.as_expr(), X) - remainder, X).all_coeffs()
    solved = sp.solve(equations, letters, dict=True)
    if len(solved) != 1 or len(solved[0]) != len(letters):
        return None
    result = sp.expand(form.subs(solved[0]))
    steps = (
        WORDS["form"].say(say, divisor=latex(divisor), form=latex(form)),
        WORDS["conditions"].say(say, equations=r",\quad ".join(f"{latex(e)}=0" for e in equations)),
        WORDS["solved"].say(say, solution=",\\ ".join(f"{latex(k)}={latex(v)}" for k, v in solved[0].items()), remainder=latex(result)),
    )  # fmt: skip
    told_source = "[" + ", ".join(f"({exact_source(p.as_expr())}, {exact_source(r)})" for p, (_, r) in zip(parts, conditions, strict=True)) + "]"  # fmt: skip
    names = [s.name for s in letters]
    source = cell(
        f"r = {exact_source(form)}",
        f"told = {told_source}",
        comment(WORDS["code"].say(say)),
        "equations = [c for d, known in told for c in Poly(rem(r, d, x) - known, x).all_coeffs()]",
        f"r.subs(solve(equations, [{', '.join(names)}], dict=True)[0])",
        variables=["x", *names],
    )

    def shown(value: object) -> str | None:
        return (
            latex(sp.expand(value))
            if isinstance(value, sp.Expr) and value.free_symbols <= {X}
            else shown_value(value)
        )

    tests = (
        f"told = {told_source}",
        f"bool(Poly(answer, x).degree() < {whole.degree()} and all(expand(rem(answer, d, x) - known) == 0 for d, known in told))",
    )
    return Prepared(
        say,
        steps,
        source,
        tests,
        WORDS["method"],
        WORDS["answer"],
        shown=shown,
        given=one_value,
        letters=("x",),
    )
