"""Slips of solving equations and inequalities: what one relation becomes when one move goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from solver.verify.conditions import Condition, Rel

TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


def slips(rel: Rel, x: sp.Symbol) -> Iterator[tuple[str, Condition, Any]]:
    """The slip, the condition that it leads to, and the term where it happens (None where that is the whole relation)."""
    if rel.sign in TURNED:
        yield "inequality-not-turned", ((Rel(TURNED[rel.sign], rel.left, rel.right),),), None
        yield from _multiplied_inequality(rel, x)
    yield from _products(rel, x)
    yield from _partly(rel, x)
    gap = sp.expand(rel.gap)
    if gap.is_polynomial(x):
        yield from _polynomials(rel, gap, x)
    yield from _logarithms(rel, x)
    for term in sp.Add.make_args(gap)[:8] if gap.is_Add else ():
        yield "sign", ((Rel(rel.sign, gap - 2 * term, sp.Integer(0)),),), term
        if rel.sign in TURNED:
            yield "inequality-not-turned", ((Rel(TURNED[rel.sign], gap, sp.Integer(0)),),), None


def _eq(left: Any, right: Any = sp.S.Zero) -> tuple[Rel, ...]:
    return (Rel("=", left, right),)


def _multiplied_inequality(rel: Rel, x: sp.Symbol) -> Iterator[tuple[str, Condition, Any]]:
    """Multiplied by an unknown as if it were positive; the case x² < a as x < √a; the intervals swapped."""
    top, bottom = sp.fraction(sp.together(rel.gap))
    if bottom.has(x):
        yield "inequality-not-turned", ((Rel(rel.sign, top, sp.Integer(0)),),), bottom
        yield "inequality-not-turned", ((Rel(TURNED[rel.sign], top, sp.Integer(0)),),), bottom
    gap = sp.expand(rel.gap)
    if gap.is_polynomial(x) and sp.degree(gap, x) == 2:
        roots = sorted((r for r in sp.roots(sp.Poly(gap, x)) if r.is_real), key=float)
        if len(roots) == 2:
            low, high = roots
            strict = rel.sign
            yield "inequality-not-turned", ((Rel(strict, x, low), Rel(strict, x, high)),), None
            yield "inequality-not-turned", ((Rel(strict, x, high),),), None
            yield "inequality-not-turned", ((Rel(strict, x, low),), (Rel(strict, x, high),)), None
            less, more = ("<", ">") if "=" not in strict else ("<=", ">=")
            yield "inequality-not-turned", ((Rel(more, x, low), Rel(less, x, high)),), None
            yield "inequality-not-turned", ((Rel(less, x, low),), (Rel(more, x, high),)), None
    for part in rel.gap.atoms(sp.Abs):
        inner = part.args[0]
        bars = sp.Dummy("bars")
        rest = sp.solve(rel.gap.xreplace({part: bars}), bars)
        if len(rest) == 1 and rel.gap.coeff(part) in (1, -1):
            sign = rel.sign if rel.gap.coeff(part) == 1 else TURNED[rel.sign]
            yield "lost-root", ((Rel(sign, inner, rest[0]),),), part
            yield (
                "inequality-not-turned",
                ((Rel(sign, inner, rest[0]),), (Rel(TURNED[sign], inner, -rest[0]),)),
                part,
            )
            yield (
                "inequality-not-turned",
                ((Rel(sign, inner, rest[0]), Rel(TURNED[sign], inner, -rest[0])),),
                part,
            )
            yield "inequality-not-turned", ((Rel(sign, inner, rest[0]), Rel(sign, inner, -rest[0])),), part
            yield "inequality-not-turned", ((Rel(sign, inner, rest[0]),), (Rel(sign, inner, -rest[0]),)), part


def _products(rel: Rel, x: sp.Symbol) -> Iterator[tuple[str, Condition, Any]]:
    """A·B = c as A = c or B = c; the roots of a product with the wrong signs; a square as one root."""
    if rel.sign != "=":
        return
    for side, other in ((rel.left, rel.right), (rel.right, rel.left)):
        factors = [f for f in sp.Mul.make_args(side) if f.has(x)]
        if len(factors) >= 2 and not other.has(x) and other != 0:
            yield "zero-product", tuple(_eq(f, other) for f in factors), side
            yield "zero-product", tuple(_eq(f) for f in factors), side
        if isinstance(side, sp.Pow) and side.exp == 2 and not other.has(x):
            yield "inverse-operation", (_eq(side.base, other / 2),), side
            yield "inverse-operation", (_eq(side.base, other), _eq(side.base, -other)), side
            yield "inverse-operation", (_eq(side.base, other),), side
        if isinstance(side, sp.Abs):
            yield (
                "sign",
                (_eq(side.args[0], other), _eq(side.args[0] + 2 * _constant(side.args[0], x), other)),
                side,
            )
        for base, exponent in (
            ((side.base, side.exp),) if isinstance(side, sp.Pow) and side.exp == sp.Rational(1, 2) else ()
        ):
            del exponent
            yield "one-side-only", (_eq(base, other),), other
            terms = sp.Add.make_args(other)
            if len(terms) > 1:
                yield "square-of-sum", (_eq(base, sp.Add(*(t**2 for t in terms))),), other
                constants = [t for t in terms if not t.has(x)]
                for t in constants:
                    yield "square-of-sum", (_eq(base, sp.Add(*(u**2 for u in terms)) - 2 * t**2),), other
            yield "inverse-operation", (_eq(base, 2 * other),), side
            yield "sign", (_eq(base, -(other**2)),), other
        if (
            isinstance(side, sp.Pow | sp.exp)
            and side.exp.has(x)
            and not other.has(x)
            and not side.base.has(x)
        ):
            yield "inverse-operation", (_eq(side.exp, other / side.base),), side
            yield "logarithm-law", (_eq(side.exp, sp.log(other / side.base)),), side
            if other.is_positive and other != 1:
                yield "logarithm-law", (_eq(side.exp, sp.log(side.base) / sp.log(other)),), side
            yield "logarithm-law", (_eq(side.exp, sp.log(other) - sp.log(side.base)),), side
            yield "logarithm-law", (_eq(side.exp, other),), side


def squared(rel: Rel, x: sp.Symbol) -> Iterator[tuple[str, Condition, Any]]:
    """√A + b = C as A + b² = C²: every term squared by itself."""
    sides = [sp.Add.make_args(side) for side in (rel.left, rel.right)]
    roots = [p for p in rel.gap.atoms(sp.Pow) if p.exp == sp.Rational(1, 2) and p.base.has(x)]
    if rel.sign == "=" and roots and max(map(len, sides)) > 1:
        left, right = (sp.Add(*(t**2 for t in terms)) for terms in sides)
        yield "square-of-sum", (_eq(left, right),), None


def _constant(expression: Any, x: sp.Symbol) -> Any:
    return -expression.as_independent(x, as_Add=True)[0]


def _partly(rel: Rel, x: sp.Symbol) -> Iterator[tuple[str, Condition, Any]]:
    """Multiplied by a denominator, or divided by a factor, but not every term."""
    left, right = sp.Add.make_args(rel.left), sp.Add.make_args(rel.right)
    terms = [*left, *(-t for t in right)]
    if len(terms) < 2 or len(terms) > 7:
        return
    denominators = {sp.fraction(sp.together(t))[1] for t in terms} - {sp.Integer(1)}
    factors = {c for t in terms if (c := t.as_coeff_Mul()[0]) not in (1, -1, 0)}
    whole = sp.Integer(1)
    for d in denominators:
        whole = sp.lcm(whole, d) if whole.is_number and d.is_number else whole * d
    own = sp.expand(rel.gap).coeff(x, 1)
    letters = {1 / own, 1 / -own} if own.free_symbols else set()
    for m in {*letters, *denominators, *(1 / f for f in factors), whole, *(1 / -f for f in factors)} - {
        sp.Integer(1),
        sp.Integer(-1),
    }:
        for skipped in range(len(terms)):
            if terms[skipped] == 0:
                continue
            changed = sp.Add(*(t if i == skipped else t * m for i, t in enumerate(terms)))
            yield "one-side-only", ((Rel(rel.sign, changed, sp.Integer(0)),),), terms[skipped]
        if len(terms) > 2:
            for touched in range(len(terms)):
                changed = sp.Add(*(t * m if i == touched else t for i, t in enumerate(terms)))
                yield "one-side-only", ((Rel(rel.sign, changed, sp.Integer(0)),),), terms[touched]


def _polynomials(rel: Rel, gap: Any, x: sp.Symbol) -> Iterator[tuple[str, Condition, Any]]:
    degree = sp.degree(gap, x)
    if degree == 1:
        p, q = gap.coeff(x, 1), -gap.coeff(x, 0)
        wrong = {"sign": -q / p, "inverse-operation": q - p}
        for slip, value in (
            *wrong.items(),
            ("inverse-operation", p / q if q != 0 else q * p),
            ("inverse-operation", q * p),
            ("inverse-operation", q + p),
        ):
            for sign in {rel.sign, TURNED.get(rel.sign, rel.sign)}:
                if slip == "sign" or sign == rel.sign:
                    yield slip, ((Rel(sign, x, value),),), None
    factored = any(
        side.is_Mul and len([f for f in side.args if f.has(x)]) > 1 for side in (rel.left, rel.right)
    )
    if degree == 2 and rel.sign == "=" and not factored:
        yield from _quadratics(gap, x)
    if rel.sign == "=" and degree >= 2:
        roots = [r for r in sp.roots(sp.Poly(gap, x)) if r.is_real]
        for flips in range(1, 2 ** min(len(roots), 4)):
            turned = [-r if flips >> i & 1 else r for i, r in enumerate(roots)]
            yield "root-sign", tuple(_eq(x, r) for r in turned), None
        yield from _factors(gap, x)
    if degree == 2 and rel.sign == "=" and factored:
        yield from _quadratics(gap, x)


def _factors(gap: Any, x: sp.Symbol) -> Iterator[tuple[str, Condition, Any]]:
    """The roots of (2x − 3)(x + 1) without the leading coefficient: x = 3."""
    _, parts = sp.factor_list(gap, x)
    for factor, _ in parts:
        if sp.degree(factor, x) == 1 and abs(sp.Poly(factor, x).LC()) != 1:
            others = [_eq(f) for f, _ in parts if f != factor]
            constant = -factor.coeff(x, 0)
            for wrong in (
                constant,
                -constant,
                -constant / factor.coeff(x, 1),
                factor.coeff(x, 1) / constant if constant != 0 else constant,
            ):
                yield "inverse-operation", (*others, _eq(x, wrong)), factor


def _quadratics(gap: Any, x: sp.Symbol) -> Iterator[tuple[str, Condition, Any]]:
    a, b, c = (gap.coeff(x, k) for k in (2, 1, 0))
    good = b**2 - 4 * a * c
    for discriminant, minus_b, below in (
        (good, b, 2 * a), (good, -b, 2), (good, -b, a), (b**2 + 4 * a * c, -b, 2 * a), (b**2 - a * c, -b, 2 * a), (b - 4 * a * c, -b, 2 * a),
        (-(b**2) - 4 * a * c, -b, 2 * a), (good**2, -b, 2 * a),
    ):  # fmt: skip
        if discriminant.is_nonnegative:
            root = sp.sqrt(discriminant)
            yield (
                "quadratic-formula",
                (_eq(x, (minus_b + root) / below), _eq(x, (minus_b - root) / below)),
                None,
            )
    if good.is_nonnegative:
        root = sp.sqrt(good)
        yield "quadratic-formula", (_eq(x, -b + root / (2 * a)), _eq(x, -b - root / (2 * a))), None


def _logarithms(rel: Rel, x: sp.Symbol) -> Iterator[tuple[str, Condition, Any]]:
    """log A + log B = c as A + B = e^c; log A = c as A = c."""
    for side, other in ((rel.left, rel.right), (rel.right, rel.left)):
        parts = [t for t in sp.Add.make_args(side) if t.has(sp.log) and t.has(x)]
        if not parts or len(parts) != len(sp.Add.make_args(side)):
            continue
        inner, base = [], None
        for t in parts:
            logs = [f for f in t.atoms(sp.log) if f.has(x)]
            if len(logs) != 1:
                return
            coefficient = t / logs[0]
            inner.append((logs[0].args[0], coefficient))
            base = sp.exp(1 / abs(coefficient)) if coefficient.is_number else None
        if base is None or not inner:
            return
        signs = [1 if c.is_positive else -1 for _, c in inner]
        total = sp.Add(*(s * a for (a, _), s in zip(inner, signs, strict=True)))
        arguments = [a for a, _ in inner]
        for right in (base**other, other):
            yield "logarithm-law", (_eq(total, right),), side
            if len(inner) == 2:
                yield "logarithm-law", (_eq(arguments[0] * arguments[1], right),), side
                yield "logarithm-law", (_eq(arguments[0] / arguments[1], right),), side
        for right in (other**base, base * other, other / base, other):
            yield "logarithm-law", (_eq(arguments[0], right),), side
