"""Polynomials in the sine s and the cosine c of one angle: other forms of them by s² + c² = 1, their factors, exact roots."""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.formula import to_sympy
from solver.formula.nodes import Binary, Relation, symbols, walk
from solver.latex import exact_latex
from solver.topics.equations.trigonometric.showing import FUNCTIONS

S, C, T = sp.symbols("s c t")
MAX_MULTIPLE: Final = 6
MAX_DEGREE: Final = 6
MAX_OPERATIONS: Final = 12
"""Of a value of sine or cosine: what is longer is no exact answer that a reader wants."""


QUOTIENTS: Final = {
    "tan": r"\tan u=\frac{\sin u}{\cos u}",
    "cot": r"\cot u=\frac{\cos u}{\sin u}",
    "sec": r"\sec u=\frac{1}{\cos u}",
    "csc": r"\csc u=\frac{1}{\sin u}",
}


def squares(a: sp.Expr, b: sp.Expr) -> str:
    def one(value: sp.Expr) -> str:
        shown = exact_latex(value)
        return f"{shown}^2" if shown.isdigit() else rf"\left({shown}\right)^2"

    return f"{one(a)}+{one(b)}"


def multiple(n: int) -> tuple[sp.Expr, sp.Expr]:
    """Sine and cosine of n times an angle, by those of the angle."""
    return S * sp.chebyshevu_poly(n - 1, C), sp.chebyshevt_poly(n, C)


def rest(form: sp.Expr, gone: sp.Symbol) -> sp.Expr:
    """With sin² + cos² = 1, without squares of one of them."""
    other = C if gone == S else S
    return sp.expand(sp.rem(sp.Poly(form, gone), sp.Poly(gone**2 + other**2 - 1, gone)).as_expr())


def like(cosine: sp.Expr, form: sp.Expr) -> sp.Expr:
    """The cosine of a multiple by the function that the equation ends in."""
    in_sine = rest(cosine, C)
    return in_sine if not in_sine.has(C) and not form.has(C) else cosine


def forms_of(top: sp.Expr, *, bare: bool) -> list[sp.Expr]:
    """The same numerator in several ways: those with one function first."""
    without_s, without_c = rest(top, S), rest(top, C)
    alone = [f for f in (without_c, without_s) if len(f.free_symbols) == 1]
    alone.sort(key=lambda f: sp.Poly(f, *f.free_symbols).degree())
    if bare and len(factors_of(top)[1]) > 1:
        alone.insert(0, top)
    return [upright(f) for f in (*alone, top, without_s, without_c)]


def upright(form: sp.Expr) -> sp.Expr:
    """With a positive leading coefficient."""
    negative = not form.is_number and bool(sp.Poly(form, S, C).LC() < 0)
    return sp.expand(-form) if negative else form


def factors_of(form: sp.Expr) -> tuple[sp.Expr, list[tuple[sp.Expr, int]]]:
    try:
        if sp.Poly(form, S, C).domain.is_QQ or sp.Poly(form, S, C).domain.is_ZZ:
            content, found = sp.factor_list(form, S, C)
        else:
            content, found = sp.factor_list(
                form, S, C, extension=sorted(form.atoms(sp.Pow) & {sp.sqrt(n) for n in range(2, 50)}, key=str)
            )
    except (sp.PolynomialError, NotImplementedError, ValueError):
        return sp.S.Zero, []
    return content, [(f.as_expr() if isinstance(f, sp.Poly) else f, n) for f, n in found]


def is_solvable(factor: sp.Expr) -> bool:
    if len(factor.free_symbols) == 1 or sp.Poly(factor, S, C).total_degree() == 1:
        return True
    return homogeneous(factor) is not None


def homogeneous(factor: sp.Expr) -> sp.Expr | None:
    """With powers of sin² + cos² where terms are too low; None where degrees differ by an odd number."""
    polynomial = sp.Poly(factor, S, C)
    degree = polynomial.total_degree()
    out = sp.S.Zero
    for (i, j), value in polynomial.terms():
        if (degree - i - j) % 2:
            return None
        out += value * S**i * C**j * (S**2 + C**2) ** ((degree - i - j) // 2)
    return sp.expand(out)


def in_factors(polynomial: sp.Poly) -> sp.Expr:
    return (
        sp.factor(polynomial.as_expr())
        if polynomial.domain.is_QQ or polynomial.domain.is_ZZ
        else sp.expand(polynomial.as_expr())
    )


def real_roots(polynomial: sp.Poly) -> tuple[sp.Expr, ...] | None:
    """The real roots, largest first; None where they have no short exact form."""
    if polynomial.degree() > MAX_DEGREE:
        return None
    found = sp.roots(polynomial)
    if sum(found.values()) != polynomial.degree():
        return None
    out = []
    for root in found:
        value = sp.sqrtdenest(sp.radsimp(sp.expand(root)))
        if value.is_real is None or sp.count_ops(value) > MAX_OPERATIONS:
            return None
        if value.is_real:
            out.append(value)
    return tuple(sorted(out, key=float, reverse=True))


def undefined(relation: Relation, x: sp.Symbol, name: str) -> list[sp.Expr]:
    """What must not be 0 in the equation: denominators, the cosine below a tangent."""
    found: list[sp.Expr] = []
    for node in walk(relation):
        if isinstance(node, Binary) and node.op == "/" and name in symbols(node.right):
            found.append(to_sympy(node.right, {name: x}))
    for side in relation.sides:
        for atom in to_sympy(side, {name: x}).atoms(*FUNCTIONS):
            if atom.has(x) and atom.func in (sp.tan, sp.sec):
                found.append(sp.cos(atom.args[0]))
            elif atom.has(x) and atom.func in (sp.cot, sp.csc):
                found.append(sp.sin(atom.args[0]))
    return sorted(set(found), key=str)
