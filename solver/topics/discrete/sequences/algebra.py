"""Terms and sums of arithmetic and geometric sequences in two unknowns, and the pairs of unknowns that fit equations.

The unknowns are (a_1, d), (a_1, q), or, for sums over blocks of m terms, (S_m, p) with p = q^m.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sympy as sp

from solver.formula import Node, to_sympy
from solver.formula.nodes import Relation, symbols
from solver.topics.discrete.sequences.givens import Givens

n = sp.Symbol("n")
MAX_INDEX = 400


@dataclass(frozen=True, slots=True)
class Model:
    """A sequence in unknowns: `first` and `step`; `block` is m where sums of m terms are the members."""

    kind: str
    first: sp.Symbol
    step: sp.Symbol
    block: int = 1

    def term(self, index: sp.Expr) -> sp.Expr:
        """a_k."""
        if self.kind == "arithmetic":
            return self.first + (index - 1) * self.step
        return self.first * self.step ** (index - 1)

    def sum(self, index: sp.Expr) -> sp.Expr:
        """S_k; for a number k of a geometric sequence the full polynomial, so that q = 1 is no exception."""
        if self.kind == "arithmetic":
            return index * self.first + index * (index - 1) / 2 * self.step
        if index == sp.oo:
            return self.first / (1 - self.step)
        if index.is_Integer:
            return self.first * sum((self.step**i for i in range(int(index) // self.block)), sp.Integer(0))
        return self.first * (1 - self.step**index) / (1 - self.step)

    def value(self, node: Node, givens: Givens) -> sp.Expr:
        """An expression in the problem's names as one in the unknowns."""
        known = {}
        for name in symbols(node):
            what, index = givens.meaning(name) or ("", "")
            at = sp.oo if index == "oo" else n if index in ("n", "") else sp.Integer(index)
            known[name] = (
                {"term": self.term, "sum": self.sum}[what](at)
                if what in ("term", "sum")
                else self.step
                if what == "step"
                else n
            )
        return to_sympy(node, known)


@dataclass(frozen=True, slots=True)
class Solved:
    """All pairs (first, step) that fit; `elimination` is the polynomial whose zeros are the steps, where one was used."""

    pairs: tuple[tuple[sp.Expr, sp.Expr], ...]
    elimination: sp.Expr | None = None


def model_of(givens: Givens) -> Model:
    """Blocks of m terms when only sums over multiples of m > 1 occur, else single terms."""
    names = set().union(*(symbols(e) for e in (*givens.equations, *givens.asked)))
    meanings = [givens.meaning(name) for name in names]
    step = sp.Symbol(givens.step_name(), real=True)
    if givens.kind == "geometric" and all(
        m is not None and m[0] == "sum" and m[1].isdigit() for m in meanings
    ):
        block = int(sp.gcd([int(m[1]) for m in meanings if m]))
        if block > 1:
            return Model(
                "geometric",
                sp.Symbol(f"{givens.sum_letter}_{block}", real=True),
                sp.Symbol("p", real=True),
                block,
            )
    return Model(givens.kind, sp.Symbol(f"{givens.letter}_1", real=True), step)


def differences(model: Model, givens: Givens, equations: Sequence[Relation]) -> list[sp.Expr]:
    """left − right of each equation in the unknowns."""
    return [model.value(e.sides[0], givens) - model.value(e.sides[1], givens) for e in equations]


def solve_arithmetic(model: Model, equations: list[sp.Expr]) -> Solved:
    """All real (a_1, d); a free unknown stays a symbol."""
    found = sp.solve(equations, [model.first, model.step], dict=True)
    return Solved(tuple((s.get(model.first, model.first), s.get(model.step, model.step)) for s in found))


def solve_geometric(model: Model, equations: list[sp.Expr]) -> Solved | None:
    """All real (a_1, q) without zeros; None when a root cannot be written with radicals, or nothing fixes q."""
    u, r = model.first, model.step
    polynomials = [p for p in (_numerator(e, u, r) for e in equations) if p != 0]
    if not polynomials or any(p.free_symbols - {u, r} for p in polynomials):
        return None
    with_u = [p for p in polynomials if p.has(u)]
    alone = [p for p in polynomials if not p.has(u)]
    if alone:
        elimination = alone[0]
    elif len(with_u) >= 2:
        elimination = sp.resultant(with_u[0], with_u[1], u)
    else:
        return _from_product(with_u[0], u, r) if len(with_u) == 1 else None
    reduced = _real_part(elimination, r)
    if reduced is None:
        return None
    pairs = []
    for root in sp.solve(reduced, r):
        if root == 0 or not root.is_real:
            continue
        firsts = sp.solve(with_u[0].subs(r, root), u) if with_u else [u]
        for first in firsts:
            if (
                first != 0
                and (first == u or first.is_real)
                and all(_vanishes(p.subs({u: first, r: root})) for p in polynomials)
            ):
                pairs.append((sp.radsimp(first), root))
    return Solved(tuple(pairs), reduced)


def _from_product(polynomial: sp.Expr, u: sp.Symbol, r: sp.Symbol) -> Solved | None:
    """All (a_1, q) with a_1^A q^B = c > 0 where that is the only condition; q stays free, and is taken as positive.

    For A = 1 or even B that restricts nothing that a value free of q could depend on.
    """
    terms = sp.Poly(polynomial, u, r).terms()
    if len(terms) != 2 or terms[1][0] != (0, 0):
        return None
    ((a, b), lead), (_, constant) = terms
    value = -constant / lead
    if a == 0 or not value.is_Rational or value <= 0 or b % a != 0:
        return None
    first = sp.root(value, a) * r ** (-sp.Integer(b) / a)
    signs = (1, -1) if a % 2 == 0 else (1,)
    return Solved(tuple((sign * first, r) for sign in signs))


def _numerator(equation: sp.Expr, u: sp.Symbol, r: sp.Symbol) -> sp.Expr:
    """The equation without denominators and without the factors u and r, which are not zero."""
    numerator = sp.fraction(sp.together(equation))[0]
    factors = sp.factor_list(numerator, u, r)
    return (
        sp.Mul(*(f**k for f, k in factors[1] if f not in (u, r)))
        if factors[1]
        else sp.Integer(0)
        if numerator == 0
        else sp.Integer(1)
    )


def _real_part(polynomial: sp.Expr, r: sp.Symbol) -> sp.Expr | None:
    """The factors with real zeros other than 0; None when a zero has no radicals or every number is a zero."""
    if not polynomial.has(r):
        return None
    kept = []
    for factor, _ in sp.factor_list(polynomial, r)[1]:
        as_poly = sp.Poly(factor, r)
        if factor == r or as_poly.count_roots() == 0:
            continue
        if as_poly.degree() > 2 and len(as_poly.terms()) != 2:
            return None
        kept.append(factor)
    return sp.expand(sp.Mul(*kept))


def _vanishes(value: sp.Expr) -> bool:
    if value == 0:
        return True
    return (
        bool(abs(sp.N(value, 60)) < sp.Float("1e-40", 60))
        if not value.free_symbols
        else sp.simplify(value) == 0
    )


def tidy(value: sp.Expr) -> sp.Expr:
    """A finished value in its usual form."""
    if value.is_Rational:
        return value
    value = sp.radsimp(sp.simplify(value))
    return sp.expand(value) if not value.has(n) or value.is_polynomial(n) else value
