"""A derivative from its definition, as the limit of difference quotients: polynomials, quotients of them, roots of linear functions."""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.calculus.derivatives.rules import tidy
from solver.topics.cells import comment

WORDS: Final = {
    "definition": Words("By definition the derivative is a limit of difference quotients: \\[f'({x})=\\lim_{{{h}\\to 0}}\\frac{{f({x}+{h})-f({x})}}{{{h}}}\\]",
                        "由导数的定义：\\[f'({x})=\\lim_{{{h}\\to 0}}\\frac{{f({x}+{h})-f({x})}}{{{h}}}\\]"),
    "quotient": Words("Here \\(f({x})={f}\\), so the quotient is \\[{quotient}\\]", "这里 \\(f({x})={f}\\)，差商为 \\[{quotient}\\]"),
    "conjugate": Words("Multiply numerator and denominator by the sum of the roots, and cancel \\({h}\\) (\\({h}\\neq 0\\)): \\[{quotient}={shorter}\\]",
                       "分子、分母同乘两根式之和，再约去 \\({h}\\)（\\({h}\\neq 0\\)）：\\[{quotient}={shorter}\\]"),
    "cancel": Words("Expand, collect, and cancel \\({h}\\) (\\({h}\\neq 0\\)): \\[{quotient}={shorter}\\]", "展开、合并，再约去 \\({h}\\)（\\({h}\\neq 0\\)）：\\[{quotient}={shorter}\\]"),
    "limit": Words("Now let \\({h}\\) go to 0: \\[f'({x})={value}\\]", "令 \\({h}\\to 0\\)：\\[f'({x})={value}\\]"),
    "cell": Words("the limit of the difference quotient", "差商的极限"),
}  # fmt: skip
MAX_DEGREE: Final = 5


def _letter(x: sp.Symbol, f: sp.Expr) -> sp.Symbol:
    """A name for the small step that stands for nothing else."""
    used = {s.name for s in f.free_symbols} | {x.name}
    return sp.Symbol(next(n for n in "hkdst" if n not in used))


def shortened(f: sp.Expr, x: sp.Symbol) -> sp.Expr | None:
    """The difference quotient without its h in the denominator; None where that takes more than school algebra."""
    h = _letter(x, f)
    moved = f.subs(x, x + h)
    if f.is_Pow and f.exp == sp.Rational(1, 2) and f.base.is_polynomial(x) and sp.degree(f.base, x) == 1:
        return sp.expand(moved.base - f.base) / h / (moved + f)
    if not f.is_rational_function(x) or not f.has(x):
        return None
    if max(sp.degree(part, x) for part in sp.fraction(sp.together(f))) > MAX_DEGREE:
        return None
    short = sp.cancel(sp.together((moved - f) / h))
    return sp.expand(short) if f.is_polynomial(x) else sp.factor(short)


def steps(f: sp.Expr, x: sp.Symbol, language: Language) -> list[str]:
    """From the definition to f′, where `shortened` finds a way."""
    h, short = _letter(x, f), shortened(f, x)
    assert short is not None
    moved, taken = latex(f.subs(x, x + h)), latex(f)
    taken = rf"\left({taken}\right)" if f.is_Add or taken.startswith("-") else taken
    names = {"x": latex(x), "h": latex(h), "quotient": rf"\frac{{{moved}-{taken}}}{{{latex(h)}}}"}
    key = "conjugate" if f.is_Pow and f.exp == sp.Rational(1, 2) else "cancel"
    return [
        WORDS["definition"].say(language, **names),
        WORDS["quotient"].say(language, f=latex(f), **names),
        WORDS[key].say(language, shorter=latex(short), **names),
        WORDS["limit"].say(language, value=latex(tidy(f.diff(x))), **names),
    ]


def lines(f: sp.Expr, x: sp.Symbol, language: Language) -> tuple[list[str], str]:
    """Source that finds `slope` of f as a limit, and the letter of the small step."""
    h = _letter(x, f).name
    return [
        comment(WORDS["cell"].say(language)),
        f"quotient = (f.subs({x.name}, {x.name} + {h}) - f) / {h}",
        f"slope = limit(simplify(quotient), {h}, 0)",
    ], h
