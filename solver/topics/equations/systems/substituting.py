"""Two polynomial equations of which one gives an unknown by the other: substitution, real solutions, back again.

Not: systems in which no equation is linear in an unknown.
"""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.ports import Language
from solver.topics.base import Words

MAX_DEGREE: Final = 6

WORDS: Final = {
    "express_1": Words("The first equation gives \\({y}\\) by \\({x}\\): \\[{y}={by}\\]", "由第一个方程，用 \\({x}\\) 表示 \\({y}\\)：\\[{y}={by}\\]"),
    "express_2": Words("The second equation gives \\({y}\\) by \\({x}\\): \\[{y}={by}\\]", "由第二个方程，用 \\({x}\\) 表示 \\({y}\\)：\\[{y}={by}\\]"),
    "put_in": Words("Put this into the other equation and bring everything to one side: \\[{polynomial}=0\\]",
                    "代入另一个方程，移项整理：\\[{polynomial}=0\\]"),
    "factor": Words("Factor: \\[{factored}=0\\]", "分解因式：\\[{factored}=0\\]"),
    "roots": Words("So {roots}.", "所以 {roots}。"),
    "none": Words("No real number satisfies this, so there is no real solution.", "没有实数满足这个方程，所以没有实数解。"),
    "back": Words("For \\({x}={root}\\): \\[{y}={value}\\]", "当 \\({x}={root}\\) 时：\\[{y}={value}\\]"),
}  # fmt: skip


def steps(differences: list[sp.Expr], unknowns: list[sp.Symbol], language: Language) -> list[str] | None:
    """The steps; None where it is no such system."""
    if len(differences) != 2 or len(unknowns) != 2:
        return None
    if any(not d.is_polynomial(*unknowns) or d.free_symbols != set(unknowns) for d in differences):
        return None
    for number, (one, other) in enumerate((differences, differences[::-1]), 1):
        for y, x in (unknowns[::-1], unknowns):
            if sp.degree(one, y) == 1 and one.coeff(y, 1).is_number and one.expand().coeff(y, 1).is_number:
                return _told(one, other, x, y, number, language)
    return None


def _told(
    one: sp.Expr, other: sp.Expr, x: sp.Symbol, y: sp.Symbol, number: int, language: Language
) -> list[str] | None:
    one = sp.expand(one)
    by = sp.expand(-(one - one.coeff(y, 1) * y) / one.coeff(y, 1))
    polynomial = sp.expand(other.subs(y, by))
    if not polynomial.has(x) or sp.degree(polynomial, x) > MAX_DEGREE:
        return None
    if not all(c.is_Rational for c in sp.Poly(polynomial, x).coeffs()):
        return None
    polynomial = sp.Poly(polynomial, x).clear_denoms(convert=True)[1].primitive()[1].as_expr()
    if sp.Poly(polynomial, x).LC() < 0:
        polynomial = sp.expand(-polynomial)
    factored = sp.factor(polynomial)
    found = sp.roots(sp.Poly(polynomial, x), multiple=True)
    if len(found) != sp.degree(polynomial, x):
        return None
    real = sorted({r for r in found if r.is_real}, key=lambda r: float(r.evalf()))
    name, latex = sp.latex(x), sp.latex
    told = [
        WORDS[f"express_{number}"].say(language, x=name, y=latex(y), by=latex(by)),
        WORDS["put_in"].say(language, polynomial=latex(polynomial)),
    ]
    if factored != polynomial and factored.is_Mul:
        told.append(WORDS["factor"].say(language, factored=latex(factored)))
    if not real:
        return [*told, WORDS["none"].say(language)]
    either = " or " if language == "en" else " 或 "
    told.append(WORDS["roots"].say(language, roots=either.join(f"\\({name}={exact_latex(r)}\\)" for r in real)))  # fmt: skip
    for root in real:
        value = exact_latex(sp.radsimp(sp.expand(by.subs(x, root))))
        told.append(WORDS["back"].say(language, x=name, y=latex(y), root=exact_latex(root), value=value))
    return told
