"""The frequencies of a polynomial in sines and cosines: it is a sum of waves. No words."""

from __future__ import annotations

import sympy as sp


def frequencies(f: sp.Expr, x: sp.Symbol) -> dict[sp.Expr, sp.Expr]:
    """Each frequency with its amplitude; empty where it is no sum of waves with rational frequencies, or such multiples of π."""
    t = sp.Dummy("t")
    spread = sp.expand(sp.expand(f.rewrite(sp.exp)), power_exp=True)
    found: dict[sp.Expr, sp.Expr] = {}
    for term in sp.Add.make_args(sp.powsimp(spread)):
        coefficient, rest = term.as_independent(x)
        rate = sp.simplify(sp.log(rest.subs(x, t)).diff(t) / sp.I) if rest != 1 else sp.S.Zero
        if not (rate.is_Rational or (rate / sp.pi).is_Rational):
            return {}
        if rate > 0:
            found[rate] = found.get(rate, sp.S.Zero) + coefficient
    amplitudes = {k: sp.simplify(2 * sp.sqrt(sp.expand(c * sp.conjugate(c)))) for k, c in found.items()}
    return {k: a for k, a in sorted(amplitudes.items()) if a != 0}
