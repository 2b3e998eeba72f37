"""Slips of differentiating and integrating: what comes out when one rule goes wrong once, and limits taken by a wrong rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import Any, Final

import sympy as sp

MAX: Final = 120
_CONFUSED: Final[dict[Any, tuple[Callable[[Any], Any], ...]]] = {
    sp.sin: (lambda u: -sp.cos(u), lambda u: sp.sin(u)),
    sp.cos: (lambda u: sp.sin(u), lambda u: sp.cos(u)),
    sp.tan: (lambda u: sp.sec(u), lambda u: -1 / sp.cos(u) ** 2, lambda u: sp.cot(u)),
    sp.exp: (lambda u: u * sp.exp(u - 1), lambda u: u * sp.exp(u)),
    sp.log: (lambda u: sp.log(u), lambda u: sp.exp(u), lambda u: 1 / sp.log(u), lambda u: u),
}


def derivatives(f: Any, x: sp.Symbol) -> Iterator[tuple[str, Any]]:
    """Wrong derivatives of f, each with one slip.

    >>> x = sp.Symbol("x")
    >>> ("product-rule", 2*x*sp.cos(x)) in list(derivatives(x**2*sp.sin(x), x))
    True
    """
    return islice(_derivatives(f, x), MAX)


def _derivatives(f: Any, x: sp.Symbol) -> Iterator[tuple[str, Any]]:
    right = sp.diff(f, x)
    if isinstance(f, sp.Add):
        powers = [t.as_coeff_exponent(x) for t in f.args]
        if all(not c.has(x) for c, _ in powers):
            yield "power-rule", sp.Add(*(c * n * x**n for c, n in powers))
            yield "power-rule", sp.Add(*(c * x ** (n - 1) for c, n in powers if n != 0))
            yield "power-rule", sp.Add(*(c * x ** (n + 1) / (n + 1) for c, n in powers if n != -1))
        for i, term in enumerate(f.args):
            rest = sp.diff(sp.Add(*(t for j, t in enumerate(f.args) if j != i)), x)
            if term.has(x):
                for slip, wrong in _derivatives(term, x):
                    yield slip, rest + wrong
                yield "power-rule", rest + term
            else:
                yield "power-rule", right + term
                yield "power-rule", right + 1
            yield "sign", right - 2 * sp.diff(term, x)
        return
    top, bottom = sp.fraction(f)
    if bottom.has(x) and top.has(x):
        yield from _quotients(top, bottom, x)
    elif bottom.has(x):
        yield "power-rule", 1 / sp.diff(bottom, x)
        yield "sign", -right
        yield "quotient-rule", top / bottom**2
        yield "quotient-rule", top * sp.diff(bottom, x) / bottom
    if isinstance(f, sp.Mul):
        constant, rest = f.as_independent(x, as_Add=False)
        if constant != 1:
            for slip, wrong in _derivatives(rest, x):
                yield slip, constant * wrong
            yield "power-rule", sp.diff(rest, x)
            return
        yield from _products(f, x)
    if isinstance(f, sp.Pow) and not f.exp.has(x):
        yield from _powers(f.base, f.exp, x)
    elif isinstance(f, sp.Pow | sp.exp) and f.exp.has(x):
        yield from _exponentials(f, x)
    elif isinstance(f, sp.Function) and len(f.args) == 1:
        yield from _functions(f, x)


def _quotients(u: Any, v: Any, x: sp.Symbol) -> Iterator[tuple[str, Any]]:
    du, dv = sp.diff(u, x), sp.diff(v, x)
    yield from (
        ("quotient-rule", du / dv),
        ("quotient-rule", (u * dv - du * v) / v**2),
        ("quotient-rule", (du * v + u * dv) / v**2),
        ("quotient-rule", (du * v - u * dv) / v),
        ("quotient-rule", (du * v - u * dv) / dv**2),
        ("quotient-rule", du * v - u * dv),
        ("quotient-rule", (du * dv) / v**2),
    )
    for slip, wrong in islice(_derivatives(u, x), 20):
        yield slip, (wrong * v - u * dv) / v**2
    for slip, wrong in islice(_derivatives(v, x), 20):
        yield slip, (du * v - u * wrong) / v**2


def _products(f: Any, x: sp.Symbol) -> Iterator[tuple[str, Any]]:
    factors = f.args
    slopes = [sp.diff(g, x) for g in factors]
    yield "product-rule", sp.Mul(*slopes)
    yield "product-rule", sp.Add(*slopes)
    for i, g in enumerate(factors):
        others = sp.Mul(*(h for j, h in enumerate(factors) if j != i))
        yield "product-rule", slopes[i] * others
        yield "sign", slopes[i] * others - g * sp.diff(others, x)
        for slip, wrong in islice(_derivatives(g, x), 20):
            yield slip, wrong * others + g * sp.diff(others, x)


def _powers(base: Any, n: Any, x: sp.Symbol) -> Iterator[tuple[str, Any]]:
    inner = sp.diff(base, x)
    if inner != 1:
        yield "chain-rule", n * base ** (n - 1)
        yield "chain-rule", n * inner ** (n - 1)
        yield "chain-rule", base ** (n - 1) * inner
        for slip, wrong in islice(_derivatives(base, x), 12):
            yield slip, n * base ** (n - 1) * wrong
    yield from (
        ("power-rule", n * base**n * inner),
        ("power-rule", base ** (n - 1) * inner),
        ("power-rule", n * base ** (n + 1) * inner),
        ("power-rule", (n - 1) * base ** (n - 1) * inner),
        ("power-rule", (n - 1) * base**n * inner),
        ("power-rule", (n - 1) * base ** (n - 2) * inner),
        ("power-rule", base ** (n + 1) / (n + 1) * inner if n != -1 else base),
        ("power-rule", n * base * inner),
        ("sign", -n * base ** (n - 1) * inner),
        ("power-rule", n * base ** (n - 2) * inner),
    )


def _exponentials(f: Any, x: sp.Symbol) -> Iterator[tuple[str, Any]]:
    base, u = f.base, f.exp
    inner = sp.diff(u, x)
    if inner != 1:
        yield "chain-rule", f * sp.log(base)
        yield "chain-rule", base**inner
        yield "chain-rule", inner * base**inner
    if base != sp.E:
        yield "derivative-of-function", f * inner
        yield "derivative-of-function", f * inner / sp.log(base)
    yield "power-rule", u * base ** (u - 1) * inner
    yield "power-rule", u * base ** (u - 1)
    yield "derivative-of-function", u * f


def _functions(f: Any, x: sp.Symbol) -> Iterator[tuple[str, Any]]:
    u = f.args[0]
    inner = sp.diff(u, x)
    outer = f.func(x).diff(x)
    if inner != 1:
        yield "chain-rule", outer.subs(x, u)
        yield "chain-rule", outer.subs(x, inner)
        yield "chain-rule", outer.subs(x, inner) * inner
    for wrong in _CONFUSED.get(f.func, ()):
        yield "derivative-of-function", wrong(u) * inner
        if inner != 1:
            yield "derivative-of-function", wrong(u)
    yield "sign", -outer.subs(x, u) * inner
    if inner != 1:
        for slip, wrong in islice(_derivatives(u, x), 10):
            yield slip, outer.subs(x, u) * wrong


def integrals(f: Any, x: sp.Symbol) -> Iterator[tuple[str, Any]]:
    """Wrong antiderivatives of f, each with one slip."""
    expanded = sp.expand(f)
    return islice(chain(_integrals(f, x), _integrals(expanded, x) if expanded != f else ()), 2 * MAX)


def _antiderivative(f: Any, x: sp.Symbol) -> Any:
    """Of what is integrated at sight only: searching for more would take too long here."""
    found = sp.integrate(f, x)
    return found if not found.has(sp.Integral) else None


def _integrals(f: Any, x: sp.Symbol) -> Iterator[tuple[str, Any]]:
    right = _antiderivative(f, x)
    if isinstance(f, sp.Add):
        yield from _of_a_sum(f, x)
        return
    constant, rest = f.as_independent(x, as_Add=False)
    if constant not in (1, 0) and rest != 1:
        for slip, wrong in _integrals(rest, x):
            yield slip, constant * wrong
        whole = _antiderivative(rest, x)
        if whole is not None:
            yield "integral-rule", whole
        return
    yield "power-rule", sp.diff(f, x)
    if right is not None:
        yield "sign", -right
    yield from _of_a_power(f, x)
    yield from _of_a_function(f, x)
    if isinstance(f, sp.Mul):
        yield from _of_a_product(f, x, right)
    elif right is not None:
        yield "integral-rule", x * f


def _of_a_sum(f: sp.Add, x: sp.Symbol) -> Iterator[tuple[str, Any]]:
    """All terms by one wrong power rule, or one slip in one term."""
    parts = [_antiderivative(t, x) for t in f.args]
    yield "power-rule", sp.diff(f, x)
    if any(p is None for p in parts):
        return
    powers = [(t.as_coeff_exponent(x)) for t in f.args]
    if all(not c.has(x) for c, _ in powers):
        yield "power-rule", sp.Add(*(c * x ** (n + 1) for c, n in powers))
        yield "power-rule", sp.Add(*(c * (n + 1) * x ** (n + 1) for c, n in powers))
        yield "power-rule", sp.Add(*(c * x ** (n + 1) / n if n != 0 else c * x for c, n in powers))
    for i, term in enumerate(f.args):
        rest = sp.Add(*(p for j, p in enumerate(parts) if j != i))
        yield "sign", rest - parts[i]
        for slip, wrong in _integrals(term, x):
            yield slip, rest + wrong


def _of_a_power(f: Any, x: sp.Symbol) -> Iterator[tuple[str, Any]]:
    """Of x, and of a function to a power that is a number: the power rule turned about, the inner slope forgotten."""
    base, n = (f.base, f.exp) if isinstance(f, sp.Pow) else (f, sp.Integer(1))
    if not n.has(x) and base.has(x) and (base == x or isinstance(f, sp.Pow)):
        slope = sp.diff(base, x)
        if n != -1:
            yield from (
                ("power-rule", base ** (n + 1)), ("power-rule", (n + 1) * base ** (n + 1)), ("power-rule", base**n / n if n != 0 else x),
                ("power-rule", base ** (n + 1) / n if n != 0 else x), ("power-rule", n * base ** (n - 1)), ("power-rule", base**n / (n + 1)),
                ("power-rule", base ** (n - 1) / (n - 1) if n != 1 else sp.log(base)),
            )  # fmt: skip
            if slope != 1:
                yield "chain-rule", base ** (n + 1) / (n + 1)
                yield "chain-rule", base ** (n + 1) * slope / (n + 1)
            if n.is_Integer and n < 0:
                yield "integral-rule", sp.log(base ** (-n))
        else:
            yield "power-rule", -1 / base**2
            yield "integral-rule", 1 / base
            if slope != 1:
                yield "chain-rule", sp.log(base)
                yield "chain-rule", slope * sp.log(base)


def _of_a_function(f: Any, x: sp.Symbol) -> Iterator[tuple[str, Any]]:
    """Differentiated instead, or with the inner slope forgotten or multiplied."""
    for function in (sp.sin, sp.cos, sp.exp, sp.log, sp.tan):
        if isinstance(f, function) or function is sp.exp and isinstance(f, sp.exp):
            u = f.args[0]
            slope = sp.diff(u, x)
            outer = sp.integrate(function(x), x).subs(x, u)
            if slope != 1:
                yield "chain-rule", outer
                yield "chain-rule", outer * slope
            yield "integral-rule", sp.diff(function(x), x).subs(x, u)
            if function is sp.log:
                yield "integral-rule", 1 / u
            if function is sp.exp:
                yield "integral-rule", u * f
                yield "power-rule", sp.exp(u + 1) / (u + 1)


def _of_a_product(f: sp.Mul, x: sp.Symbol, right: Any) -> Iterator[tuple[str, Any]]:
    """Factor by factor, with a wrong factor of the substitution, and by parts with a wrong sign."""
    parts = [_antiderivative(g, x) for g in f.args]
    if all(p is not None for p in parts):
        yield "integral-of-product", sp.Mul(*parts)
        for g, p in zip(f.args, parts, strict=True):
            yield "integral-of-product", p * f / g
    if right is not None:
        slopes = {
            abs(s.as_coeff_Mul()[0])
            for p in right.atoms(sp.Function, sp.Pow)
            for s in (sp.diff(a, x) for a in p.args)
            if s != 0
        }
        for k in slopes | {sp.Integer(2)}:
            yield "chain-rule", right * k
            yield "chain-rule", right / k
    for i, u in enumerate(f.args):
        v = _antiderivative(sp.Mul(*(g for j, g in enumerate(f.args) if j != i)), x)
        last = _antiderivative(v * sp.diff(u, x), x) if v is not None else None
        if v is not None and last is not None:
            yield "sign", u * v + last
            yield "integral-rule", u * v - v


def definite(f: Any, x: sp.Symbol, low: Any, high: Any) -> Iterator[tuple[str, Any]]:
    """Wrong values of an integral between bounds."""
    whole = _antiderivative(f, x)
    if whole is not None:
        a, b = whole.subs(x, low), whole.subs(x, high)
        yield from (
            ("bounds", a - b),
            ("bounds", b + a),
            ("bounds", b),
            ("bounds", a),
            ("bounds", f.subs(x, high) - f.subs(x, low)),
        )
    for slip, wrong in integrals(f, x):
        yield slip, wrong.subs(x, high) - wrong.subs(x, low)


def limits(f: Any, x: sp.Symbol, target: Any) -> Iterator[tuple[str, Any]]:
    """Wrong values of a limit: parts taken one by one, rules used where they do not hold."""
    top, bottom = sp.fraction(sp.together(f))
    if bottom.has(x):
        slope = sp.diff(top, x) / sp.diff(bottom, x) if sp.diff(bottom, x) != 0 else None
        at = [_at(e, x, target) for e in (top, bottom)]
        indeterminate = at == [0, 0] or all(v is not None and v.is_infinite for v in at)
        if slope is not None:
            yield "limit-rule", _at(slope, x, target)
            if indeterminate:
                yield "limit-rule", _at(sp.diff(f, x), x, target)
            second = sp.diff(top, x, 2)
            below = sp.diff(bottom, x, 2)
            if below != 0:
                yield "limit-rule", _at(second / below, x, target)
        if indeterminate:
            yield "limit-rule", sp.Integer(0)
            yield "limit-rule", sp.Integer(1)
            yield "limit-rule", sp.oo
    yield "limit-rule", sp.Integer(1)
    yield "limit-rule", sp.Integer(0)
    yield "limit-rule", sp.oo
    yield "limit-rule", -sp.oo
    right = _at(f, x, target)
    if right is not None and right.is_finite and right != 0:
        yield "sign", -right
        yield "limit-rule", 1 / right


def _at(f: Any, x: sp.Symbol, target: Any) -> Any:
    try:
        return sp.limit(f, x, target)
    except (NotImplementedError, ValueError, TypeError, sp.PoleError):
        return None
