"""What a condition on an angle says of its sine and cosine: which kind it is, and all the pairs that satisfy it.

Only conditions that schools ask about: sin x ± cos x, sin x cos x, tan x, sec x ± tan x, csc x ± cot x, and a sin x + b cos x.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import sympy as sp

S, C, K = sp.symbols("s c k")
P, D, Q = sp.symbols("p d q")
MAX_DEGREE: Final = 8
Point: TypeAlias = tuple[sp.Expr, sp.Expr]
Kind: TypeAlias = Literal["sum", "difference", "product", "tangent", "secant", "cosecant", "linear"]


@dataclass(frozen=True)
class Found:
    """`values`: of p, d, q, k or the given sum of `kind`, or a, b, v of a·sin + b·cos = v; `points`: the real pairs (sin, cos); `equation` in q or k."""

    kind: Kind
    values: tuple[sp.Expr, ...]
    points: tuple[Point, ...]
    equation: tuple[sp.Expr, sp.Expr] | None = None
    sign: int = 1


def in_sine_and_cosine(expression: sp.Expr, x: sp.Symbol) -> sp.Expr | None:
    """The expression as a rational function of S and C; None where it is none of decent size."""
    e = sp.expand_trig(expression)
    e = e.subs({sp.tan(x): S / C, sp.cot(x): C / S, sp.sec(x): 1 / C, sp.csc(x): 1 / S})
    e = e.subs({sp.sin(x): S, sp.cos(x): C})
    if not isinstance(e, sp.Expr) or e.free_symbols - {S, C} or not e.is_rational_function(S, C):
        return None
    top, bottom = sp.fraction(sp.cancel(sp.together(e)))
    if max(sp.Poly(part, S, C).total_degree() for part in (top, bottom)) > MAX_DEGREE:
        return None
    return top / bottom


def found(condition: sp.Expr, *, with_secant: bool) -> Found | None:
    """What `condition` = 0 (in S and C) says; `with_secant`: it is written with sec or csc."""
    n = sp.Poly(sp.fraction(sp.together(condition))[0], S, C)
    if any(not v.is_real for v in n.coeffs()) or n.total_degree() == 0:
        return None
    a, b, d = n.coeff_monomial(S), n.coeff_monomial(C), n.coeff_monomial(1)
    if n.total_degree() == 1 and d != 0:
        return _linear(a, b, d, with_secant=with_secant)
    monomials = set(n.monoms())
    if monomials <= {(2, 0), (0, 2), (1, 1), (0, 0)} and n.coeff_monomial(S * C) != 0:
        square = n.coeff_monomial(S**2)
        if square == n.coeff_monomial(C**2):
            q = sp.simplify(-(square + d) / n.coeff_monomial(S * C))
            return Found(
                "product",
                (q,),
                _points_of_product(q),
                (sp.expand(n.coeff_monomial(S * C) * Q), -(square + d)),
            )
    return _tangent(n)


def _linear(a: sp.Expr, b: sp.Expr, d: sp.Expr, *, with_secant: bool) -> Found | None:
    """a·s + b·c + d = 0 with d not zero."""
    if with_secant:  # 1 ± s = v·c, 1 ± c = v·s
        for kind, first, second in (("secant", a, b), ("cosecant", b, a)):
            if first in (d, -d) and second != 0:
                v, sign = sp.simplify(-second / d), int(first / d)
                sec, tan = (v + 1 / v) / 2, sign * (v - 1 / v) / 2
                near, far = sp.simplify(1 / sec), sp.simplify(tan / sec)
                point = (far, near) if kind == "secant" else (near, far)
                return Found(kind, (v,), (point,), None, sign)  # type: ignore[arg-type]
        return None
    if a in (b, -b):
        sign = 1 if a == b else -1
        v = sp.simplify(-d / a)
        other = sp.sqrt(sp.simplify(2 - v**2))
        pairs = [
            ((v + e) / 2, (v - e) / 2) if sign == 1 else ((e + v) / 2, (e - v) / 2) for e in (other, -other)
        ]
        return Found("sum" if sign == 1 else "difference", (v,), _real(pairs))
    square = a**2 + b**2
    root = sp.sqrt(sp.simplify(square - d**2))
    pairs = [((-a * d - e * b * root) / square, (-b * d + e * a * root) / square) for e in (1, -1)]
    return Found("linear", (a, b, -d), _real(pairs))


def _points_of_product(q: sp.Expr) -> tuple[Point, ...]:
    p, d = sp.sqrt(sp.simplify(1 + 2 * q)), sp.sqrt(sp.simplify(1 - 2 * q))
    return _real([((e * p + f * d) / 2, (e * p - f * d) / 2) for e in (1, -1) for f in (1, -1)])


def _tangent(n: sp.Poly) -> Found | None:
    """A condition that only the tangent matters for: all terms of one degree, or of even degrees."""
    top = n.total_degree()
    if any((top - i - j) % 2 for i, j in n.monoms()):
        return None
    whole = sum(v * S**i * C**j * (S**2 + C**2) ** ((top - i - j) // 2) for (i, j), v in n.terms())
    form = sp.Poly(sp.expand(whole), S, C)
    if form.is_zero or form.coeff_monomial(S**top) == 0:
        return None  # cos x = 0 is a solution as well
    equation = sp.Poly(form.as_expr().subs({S: K, C: 1}), K)
    if equation.degree() > 2 and len(equation.factor_list()[1]) == 1:
        return None
    roots = sorted((r for r in sp.roots(equation) if r.is_real), key=sp.default_sort_key)
    if sum(1 for r in sp.Poly(equation, K).nroots() if abs(sp.im(r)) < 1e-9) < len(roots) or not roots:
        return None
    pairs = [(e * k / sp.sqrt(1 + k**2), e / sp.sqrt(1 + k**2)) for k in roots for e in (1, -1)]
    return Found("tangent", tuple(roots), _real(pairs), (equation.as_expr(), sp.S.Zero))


def _real(pairs: list[Point]) -> tuple[Point, ...]:
    """The real pairs, each once."""
    good = [tuple(sp.radsimp(sp.simplify(v)) for v in pair) for pair in pairs]
    return tuple(dict.fromkeys((s, c) for s, c in good if s.is_real and c.is_real))


def quadrant(point: Point) -> int | None:
    """1 to 4; None on an axis."""
    s, c = point
    if s == 0 or c == 0:
        return None
    return {(True, True): 1, (True, False): 2, (False, False): 3, (False, True): 4}[bool(s > 0), bool(c > 0)]


def by_sums(asked: sp.Expr) -> sp.Expr:
    """A rational function of S and C as one of P = s + c, D = s − c, Q = s·c, with P² = 1 + 2Q and D² = 1 − 2Q used."""
    parts = [_reduced(part) for part in sp.fraction(sp.together(asked))]
    return _without_minus(sp.factor(sp.cancel(parts[0] / parts[1])))


def _without_minus(expression: sp.Expr) -> sp.Expr:
    """p·(1 − q) for −p·(q − 1)."""
    number, rest = expression.as_coeff_Mul()
    factors = sp.Mul.make_args(rest)
    turned = next((f for f in factors if f.is_Add), None)
    if not number.is_negative or turned is None or len(factors) < 2:
        return expression
    return sp.Mul(-number, *(sp.expand(-f) if f == turned else f for f in factors))


def _reduced(part: sp.Expr) -> sp.Expr:
    poly = sp.Poly(sp.expand(part.subs({S: (P + D) / 2, C: (P - D) / 2}, simultaneous=True)), P, D)
    return sp.expand(
        sum(
            v * P ** (i % 2) * D ** (j % 2) * (1 + 2 * Q) ** (i // 2) * (1 - 2 * Q) ** (j // 2)
            for (i, j), v in poly.terms()
        )
    )


def by_tangent(asked: sp.Expr) -> sp.Expr | None:
    """A function of S and C as one of K = s/c; None where it changes its sign with both."""
    top, bottom = (sp.Poly(part, S, C) for part in sp.fraction(sp.together(asked)))
    parity = {(i + j) % 2 for part in (top, bottom) for i, j in part.monoms()}
    if len(parity) != 1:
        return None
    degree = max(top.total_degree(), bottom.total_degree())
    forms = [
        sum(v * K**i * (K**2 + 1) ** ((degree - i - j) // 2) for (i, j), v in part.terms())
        for part in (top, bottom)
    ]
    over, under = (sp.factor(sp.expand(f)) for f in forms)
    return _without_minus(sp.factor(sp.cancel(over / under))) if over != 0 else sp.S.Zero
