"""Exponential equations: powers of one base compared by their exponents, a logarithm, or a new unknown for the power."""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.equations.kinds.candidates import Told, polynomial_steps

WORDS: Final = {
    "base": Words("Write both sides as powers of \\({base}\\): \\[{left}={right}\\]", "把两边化为以 \\({base}\\) 为底的幂：\\[{left}={right}\\]"),
    "exponents": Words(
        "Powers of the same base are equal exactly when their exponents are: \\[{left}={right}\\]",
        "底数相同的幂相等，当且仅当指数相等：\\[{left}={right}\\]",
    ),
    "isolate": Words("Isolate the power: \\[{left}={right}\\]", "把含未知数的幂单独放在一边：\\[{left}={right}\\]"),
    "never": Words("A power of a positive number is positive, so there is no solution.", "正数的幂总是正数，所以没有解。"),
    "logarithm": Words(
        "Take the logarithm to the base \\({base}\\) of both sides: \\[{left}={right}\\]",
        "两边取以 \\({base}\\) 为底的对数：\\[{left}={right}\\]",
    ),
    "new": Words("Let \\(t={power}\\), which is positive. The equation becomes \\[{left}={right}\\]", "设 \\(t={power}\\)（\\(t>0\\)），方程化为 \\[{left}={right}\\]"),
    "back": Words("\\(t={value}\\): from \\({power}={value}\\) we get \\({x}={root}\\).", "\\(t={value}\\)：由 \\({power}={value}\\) 得 \\({x}={root}\\)。"),
    "refused": Words("\\(t={value}\\) is not positive, so it is no value of \\({power}\\).", "\\(t={value}\\) 不是正数，舍去。"),
}  # fmt: skip


def steps(left: sp.Expr, right: sp.Expr, x: sp.Symbol, say: Language) -> Told | None:
    """Where the unknown stands only in exponents."""
    difference = sp.expand(left - right, power_exp=False, power_base=False)
    powers = [p for p in difference.atoms(sp.Pow, sp.exp) if p.exp.has(x)]
    if not powers or any(p.base.has(x) or not p.exp.is_polynomial(x) for p in powers):
        return None
    if difference.xreplace({p: sp.Dummy() for p in powers}).has(x):
        return None
    base = _common_base([p.base for p in powers])
    if base is None:
        return None
    terms = [_as_power(term, base, x) for term in sp.Add.make_args(difference)]
    if any(t is None for t in terms):
        return None
    known = [t for t in terms if t is not None]
    moving = [(c, e) for c, e in known if e.has(x)]
    rest = sum((c * base**e for c, e in known if not e.has(x)), sp.S.Zero)
    if len(moving) == 1:
        return _one_power(moving[0], rest, base, (left, right), x, say)
    if len(moving) == 2 and rest == 0:
        return _two_powers(moving, base, (left, right), x, say)
    return _new_unknown(moving, rest, base, x, say)


def _one_power(
    moving: tuple[sp.Expr, sp.Expr],
    rest: sp.Expr,
    base: sp.Expr,
    sides: tuple[sp.Expr, sp.Expr],
    x: sp.Symbol,
    say: Language,
) -> Told | None:
    coefficient, exponent = moving
    goal = (
        sp.nsimplify(-rest / coefficient)
        if (rest / coefficient).is_Rational
        else sp.simplify(-rest / coefficient)
    )
    power = base**exponent
    told = []
    if sides not in ((power, goal), (goal, power)):
        told.append(WORDS["isolate"].say(say, left=_power(base, exponent), right=sp.latex(goal)))
    if not goal.is_positive:
        return Told((*told, WORDS["never"].say(say)), ()) if goal.is_nonpositive else None
    wanted = sp.simplify(sp.log(goal) / sp.log(base))
    shown = {"base": sp.latex(base), "left": sp.latex(exponent)}
    if wanted.is_Rational:
        told.append(
            WORDS["base"].say(
                say, base=sp.latex(base), left=_power(base, exponent), right=_power(base, wanted)
            )
        )
        told.append(WORDS["exponents"].say(say, left=sp.latex(exponent), right=sp.latex(wanted)))
    else:
        name = r"\ln " if base == sp.E else rf"\log_{{{sp.latex(base)}}} "
        inside = sp.latex(goal) if goal.is_Integer else rf"\left({sp.latex(goal)}\right)"
        told.append(WORDS["logarithm"].say(say, right=f"{name}{inside}", **shown))
    found = polynomial_steps(exponent, wanted, x, say)
    if found is None or exponent == x:
        return None if found is None else Told(tuple(told), (wanted,))
    return Told((*told, *found.steps), found.candidates)


def _two_powers(
    moving: list[tuple[sp.Expr, sp.Expr]],
    base: sp.Expr,
    sides: tuple[sp.Expr, sp.Expr],
    x: sp.Symbol,
    say: Language,
) -> Told | None:
    """c·b^f = d·b^g."""
    (c, f), (d, g) = moving
    shift = sp.simplify(sp.log(-d / c) / sp.log(base)) if (-d / c).is_positive else None
    if shift is None or not shift.is_Rational:
        return None
    exponents = (sp.expand(f), sp.expand(g + shift))
    told = []
    shown = tuple(base**e for e in exponents)
    if sides != shown:
        told.append(
            WORDS["base"].say(
                say, base=sp.latex(base), left=_power(base, exponents[0]), right=_power(base, exponents[1])
            )
        )
    told.append(WORDS["exponents"].say(say, left=sp.latex(exponents[0]), right=sp.latex(exponents[1])))
    found = polynomial_steps(*exponents, x, say)
    return None if found is None else Told((*told, *found.steps), found.candidates)


def _new_unknown(
    moving: list[tuple[sp.Expr, sp.Expr]], rest: sp.Expr, base: sp.Expr, x: sp.Symbol, say: Language
) -> Told | None:
    """Powers of b^x: a polynomial equation for t = b^x."""
    if any(sp.degree(e, x) != 1 for _, e in moving):
        return None
    slopes = [sp.Poly(e, x).LC() for _, e in moving]
    if any(not s.is_Integer for s in slopes) or min(map(abs, slopes)) > 2:
        return None
    lowest = min(slopes)
    t = sp.Symbol("t")
    shift = -lowest if lowest < 0 else sp.S.Zero
    total = rest * t**shift
    for (c, e), slope in zip(moving, slopes, strict=True):
        total += c * base ** sp.Poly(e, x).nth(0) * t ** (slope + shift)
    found = polynomial_steps(sp.expand(total), sp.S.Zero, t, say)
    if found is None:
        return None
    power = _power(base, x)
    told = [WORDS["new"].say(say, power=power, left=sp.latex(sp.expand(total)), right="0"), *found.steps]
    candidates = []
    for value in found.candidates:
        if not value.is_positive:
            told.append(WORDS["refused"].say(say, value=exact_latex(value), power=power))
            continue
        root = sp.simplify(sp.log(value) / sp.log(base))
        told.append(
            WORDS["back"].say(
                say, value=exact_latex(value), power=power, x=sp.latex(x), root=exact_latex(root)
            )
        )
        candidates.append(root)
    return Told(tuple(told), tuple(candidates))


def _common_base(bases: list[sp.Expr]) -> sp.Expr | None:
    """The smallest number of which all bases are powers: 2 for 4, 1/2 and 8."""
    if all(b == sp.E for b in bases):
        return sp.E
    if not all(b.is_Rational and b > 0 and b != 1 for b in bases):
        return None
    candidates = [sp.S(k) for k in range(2, 41)] + [max(b, 1 / b) for b in bases]
    for candidate in candidates:
        if all(sp.simplify(sp.log(b) / sp.log(candidate)).is_Integer for b in bases):
            return candidate
    return None


def _as_power(term: sp.Expr, base: sp.Expr, x: sp.Symbol) -> tuple[sp.Expr, sp.Expr] | None:
    """`3·4^x·2` as (6, 2x) for the base 2."""
    coefficient, exponent = sp.S.One, sp.S.Zero
    for factor in sp.Mul.make_args(term):
        if not factor.has(x):
            coefficient *= factor
            continue
        if not factor.is_Pow and not isinstance(factor, sp.exp):
            return None
        ratio = sp.S.One if factor.base == base else sp.simplify(sp.log(factor.base) / sp.log(base))
        if not ratio.is_Rational:
            return None
        exponent += ratio * factor.exp
    return coefficient, sp.expand(exponent)


def _power(base: sp.Expr, exponent: sp.Expr) -> str:
    plain = base.is_Integer or base == sp.E
    shown = sp.latex(base) if plain else rf"\left({sp.latex(base)}\right)"
    return f"{shown}^{{{sp.latex(exponent)}}}"
