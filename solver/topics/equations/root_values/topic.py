"""The value of an expression in the roots of a polynomial equation.

A symmetric expression is written in the sums of products of the roots, which Vieta's formulas give; another one needs the
roots themselves, and has a value only where every assignment of the roots that the problem allows gives the same.
"""

from __future__ import annotations

from itertools import combinations, permutations
from typing import Any, Final

import sympy as sp
from sympy.polys.polyfuncs import symmetrize

from solver.formula import FormulaError, python_name
from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.root_values.reading import Asked, asked
from solver.topics.prepared import Prepared

MAX_TERMS: Final = 400
WORDS: Final = {
    "equation": Words("The roots are those of \\[{polynomial}=0\\]", "所说的根是下面方程的根：\\[{polynomial}=0\\]"),
    "vieta": Words("Vieta's formulas, from the coefficients: \\[{sums}\\]", "由根与系数的关系（韦达定理）：\\[{sums}\\]"),
    "rewrite": Words("Write what is asked for in these: \\[{asked}={rewritten}\\]", "把所求的式子用它们表示：\\[{asked}={rewritten}\\]"),
    "value": Words("Put the numbers in: \\[{rewritten}={value}\\]", "代入数值：\\[{rewritten}={value}\\]"),
    "roots": Words("Solve the equation: the roots are \\({roots}\\).", "解方程，根为 \\({roots}\\)。"),
    "named": Words("So \\({named}\\).", "所以 \\({named}\\)。"),
    "ordered": Words("Since \\({order}\\), \\({named}\\).", "因为 \\({order}\\)，所以 \\({named}\\)。"),
    "any": Words("Whichever root gets which letter, the value is the same.", "不论哪个根用哪个字母表示，结果都相同。"),
    "put": Words("Put them in: \\[{asked}={value}\\]", "代入得 \\[{asked}={value}\\]"),
    "code": Words("sums of products of the roots, from the coefficients", "由系数求出各根的和、积"),
    "code_roots": Words("the roots", "方程的根"),
    "method": Words("found the roots numerically to thirty digits and put them in", "用三十位精度求出各根的数值并代入检验"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """An expression in the roots of an equation that is given in numbers."""
    try:
        found = asked(text)
    except (FormulaError, sp.PolynomialError):
        return None
    if found is None:
        return None
    if found.real and found.polynomial.count_roots() != len(sp.Poly(found.polynomial).sqf_part().all_roots()):
        return None
    return _by_vieta(found, text.language) or _by_roots(found, text.language)


def _opening(found: Asked, say: Language) -> str:
    return WORDS["equation"].say(say, polynomial=latex(found.polynomial.as_expr()))


def _elementary(found: Asked) -> list[sp.Expr]:
    """The values of the elementary symmetric sums of the roots."""
    lead, *rest = found.polynomial.all_coeffs()
    return [(-1) ** k * c / lead for k, c in enumerate(rest, start=1)]


def _in_sums(part: sp.Expr, found: Asked, letters: tuple[sp.Symbol, ...]) -> sp.Expr | None:
    """A symmetric polynomial in the elementary sums; None where it is none."""
    polynomial = sp.expand(part).as_poly(*found.names)
    if polynomial is None or len(polynomial.terms()) > MAX_TERMS or polynomial.total_degree() > 12:
        return None
    symmetric, rest, rules = symmetrize(polynomial.as_expr(), *found.names, formal=True)
    if rest != 0:
        return None
    return symmetric.subs(dict(zip((s for s, _ in rules), letters, strict=True)), simultaneous=True)


def _by_vieta(found: Asked, say: Language) -> Prepared | None:
    letters = sp.symbols(f"e_1:{len(found.names) + 1}")
    top, bottom = sp.fraction(sp.together(found.expression))
    if found.expression.has(sp.Abs):
        return None
    above, below = (_in_sums(part, found, letters) for part in (top, bottom))
    sums = _elementary(found)
    if above is None or below is None:
        return None
    values = dict(zip(letters, sums, strict=True))
    under = below.subs(values)
    if under == 0:
        return None
    value = sp.nsimplify(above.subs(values) / under)
    written = [
        sp.Add(*(sp.Mul(*c) for c in combinations(found.names, k))) for k in range(1, len(letters) + 1)
    ]
    rewritten, short = above / below, len(letters) == 2
    lines = [
        f"{'' if short else f'e_{{{k}}}='}{latex(w)}={latex(v)}"
        for k, (w, v) in enumerate(zip(written, sums, strict=True), start=1)
    ]
    shown = latex(rewritten.subs(dict(zip(letters, written, strict=True))) if short else rewritten)
    steps = (
        _opening(found, say),
        WORDS["vieta"].say(say, sums=r",\quad ".join(lines)),
        WORDS["rewrite"].say(say, asked=latex(found.expression), rewritten=shown),
        WORDS["value"].say(say, rewritten=shown, value=latex(value)),
    )
    source = cell(
        f"coefficients = {exact_source(list(found.polynomial.all_coeffs()))}",
        comment(WORDS["code"].say(say)),
        *(
            f"e_{k} = {'-' if k % 2 else ''}coefficients[{k}]/Integer(1)/coefficients[0]"
            for k in range(1, len(letters) + 1)
            if letters[k - 1] in rewritten.free_symbols
        ),
        exact_source(rewritten),
    )
    return Prepared(say, steps, source, _tests(found), WORDS["method"])


def _by_roots(found: Asked, say: Language) -> Prepared | None:
    """With the roots themselves, where they are short and it does not matter which is which."""
    counted = sp.roots(found.polynomial)
    roots = [r for r, n in counted.items() for _ in range(n)]
    if len(roots) != len(found.names) or any(sp.count_ops(r) > 12 for r in roots) or len(roots) > 4:
        return None
    allowed: list[tuple[tuple[Any, ...], sp.Expr]] = []
    for order in dict.fromkeys(permutations(roots)):
        values = dict(zip(found.names, order, strict=True))
        if found.order is not None:
            if not all(r.is_real for r in roots):
                return None
            if found.order.subs(values) != sp.true:
                continue
        value = sp.radsimp(sp.simplify(found.expression.subs(values)))
        if not value.is_finite or value.has(sp.nan, sp.zoo):
            return None
        allowed.append((order, value))
    if not allowed or any(sp.simplify(v - allowed[0][1]) != 0 for _, v in allowed):
        return None
    order, value = allowed[0]
    named = r",\ ".join(f"{latex(n)}={latex(r)}" for n, r in zip(found.names, order, strict=True))
    steps = [_opening(found, say), WORDS["roots"].say(say, roots=r",\ ".join(map(latex, roots)))]
    if found.order is not None:
        steps.append(WORDS["ordered"].say(say, order=latex(found.order), named=named))
    elif len(allowed) > 1:
        steps.append(WORDS["any"].say(say))
    steps.append(WORDS["put"].say(say, asked=latex(found.expression), value=latex(value)))
    names = _names(found)
    source = cell(
        comment(WORDS["code_roots"].say(say)),
        f"{names} = {exact_source(list(order))}",
        f"radsimp(simplify({exact_source(found.expression)}))",
    )
    tests = (
        f"{names} = {exact_source(list(order))}",
        f"polynomial = {exact_source(list(found.polynomial.all_coeffs()))}",
        f"roots = all(abs(N(sum(c*r**k for k, c in enumerate(reversed(polynomial))), 30)) < 1e-20 for r in ({names}))",
        f"bool(roots and abs(N({exact_source(found.expression)} - answer, 30)) < 1e-20)",
    )
    return Prepared(say, tuple(steps), source, tests, WORDS["method"])


def _tests(found: Asked) -> tuple[str, ...]:
    return (
        "variable = symbols('variable')",
        f"roots = Poly({exact_source(list(found.polynomial.all_coeffs()))}, variable).nroots(n=30, maxsteps=200)",
        f"{_names(found)} = roots",
        f"bool(abs(N({exact_source(found.expression)} - answer, 30)) < 1e-8)",
    )


def _names(found: Asked) -> str:
    return ", ".join(python_name(n.name) for n in found.names)
