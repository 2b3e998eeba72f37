"""Forms of a trigonometric expression, each made from the last by one kind of identity.

In order: as it is written, with sine and cosine only, with the functions of single angles, with one square instead of two.
Equality of two forms is that of fractions in their functions: no identity is used to compare them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, Final

import sympy as sp

FUNCTIONS: Final = (sp.sin, sp.cos, sp.tan, sp.cot, sp.sec, sp.csc)
COSINES: Final = ("cos", "sin", "both")
"""How cos 2u is written: 2cos²u − 1, 1 − 2sin²u, cos²u − sin²u."""
MAX_MULTIPLE: Final = 4
MAX_OPERATIONS: Final = 120


@dataclass(frozen=True, slots=True)
class Level:
    """A form, the kind of identity that made it ("" for the first) and the formulas that were used."""

    expression: sp.Expr
    rule: str = ""
    formulas: tuple[tuple[sp.Expr, sp.Expr], ...] = field(default=())


def levels(
    expression: sp.Expr, cosine: str, kept: str, steps: Mapping[sp.Symbol, sp.Rational]
) -> list[Level]:
    """The forms; `cosine` says how cos 2u is written, `kept` which of the squares stays, `steps` what the single angles are."""
    found = [Level(expression)]
    for make in (_quotients, lambda e: _angles(e, cosine, steps), lambda e: _pythagoras(e, kept)):
        level = make(found[-1].expression)
        if level is not None:
            found.append(level)
    return found


def same(one: sp.Expr, other: sp.Expr) -> bool:
    """Whether two forms are equal as fractions in their functions."""
    difference, _ = held(one - other)
    return bool(sp.expand(sp.numer(sp.together(difference))) == 0)


def held(expression: sp.Expr) -> tuple[sp.Expr, Mapping[sp.Symbol, sp.Expr]]:
    """With a symbol for each function, and what they stand for."""
    atoms = sorted(expression.atoms(*FUNCTIONS), key=sp.default_sort_key)
    names = [sp.Symbol(f"f{i:02}") for i in range(len(atoms))]
    return expression.xreplace(dict(zip(atoms, names, strict=True))), dict(zip(names, atoms, strict=True))


def combined(expression: sp.Expr) -> sp.Expr:
    """One fraction in lowest terms, its parts factored where that is shorter."""
    inner, names = held(expression)
    fraction = sp.cancel(sp.together(inner))
    top, bottom = (shorter(sp.factor_terms(part), sp.factor(part)) for part in sp.fraction(fraction))
    return (top / bottom).xreplace(dict(names))


def shorter(*forms: sp.Expr) -> sp.Expr:
    """The one with the fewest operations."""
    return min(forms, key=lambda f: (sp.count_ops(f), len(str(f))))


def variables(expression: sp.Expr) -> list[sp.Symbol]:
    """The letters in angles."""
    return sorted({s for a in expression.atoms(*FUNCTIONS) for s in a.free_symbols}, key=str)


def _quotients(expression: sp.Expr) -> Level | None:
    atoms = [a for a in expression.atoms(*FUNCTIONS) if not isinstance(a, sp.sin | sp.cos)]
    if not atoms:
        return None
    pairs = []
    for atom in sorted(atoms, key=str):
        s, c = sp.sin(atom.args[0]), sp.cos(atom.args[0])
        meant = {sp.tan: s / c, sp.cot: c / s, sp.sec: 1 / c, sp.csc: 1 / s}[atom.func]
        pairs.append((atom, meant))
    return Level(expression.xreplace(dict(pairs)), "quotient", tuple(pairs))


def _angles(expression: sp.Expr, cosine: str, steps: Mapping[sp.Symbol, sp.Rational]) -> Level | None:
    """Functions of sums and multiples by those of the single angles."""
    atoms = sorted(expression.atoms(sp.sin, sp.cos), key=str)
    pairs, is_sum = [], False
    single = {name: sp.Dummy(name.name) for name in steps}
    for atom in atoms:
        inner = sp.expand(atom.args[0].xreplace({name: single[name] / step for name, step in steps.items()}))
        meant = _expanded(atom.func, inner, cosine)
        meant = meant.xreplace({single[name]: name * step for name, step in steps.items()})
        if meant != atom:
            pairs.append((atom, meant))
            is_sum = is_sum or isinstance(atom.args[0], sp.Add)
    if not pairs:
        return None
    return Level(expression.xreplace(dict(pairs)), "sum" if is_sum else "double", tuple(pairs))


def _expanded(function: Any, inner: sp.Expr, cosine: str) -> sp.Expr:
    if function is sp.cos and not isinstance(inner, sp.Add) and inner.as_coeff_Mul()[0] % 2 == 0:
        half = inner / 2
        s, c = (sp.expand_trig(f(half)) for f in (sp.sin, sp.cos))
        return {"cos": 2 * c**2 - 1, "sin": 1 - 2 * s**2, "both": c**2 - s**2}[cosine]
    return sp.expand_trig(function(inner))


def single_angles(expression: sp.Expr) -> dict[sp.Symbol, sp.Rational] | None:
    """For each letter the angle of which all are whole multiples; None where an angle is no sum of multiples."""
    found: dict[sp.Symbol, list[sp.Rational]] = {}
    for atom in expression.atoms(*FUNCTIONS):
        rest = sp.expand(atom.args[0])
        for name in sorted(rest.free_symbols, key=str):
            multiple = rest.coeff(name, 1)
            if not multiple.is_Rational:
                return None
            rest = sp.expand(rest - multiple * name)
            found.setdefault(name, []).append(multiple)
        if rest.free_symbols or not (rest / sp.pi).is_Rational:
            return None
    steps = {name: sp.Rational(reduce(sp.gcd, values)) for name, values in found.items()}
    too_many = any(abs(v / steps[name]) > MAX_MULTIPLE for name, values in found.items() for v in values)
    return None if too_many else steps


def _pythagoras(expression: sp.Expr, kept: str) -> Level | None:
    """Squares of one of sine and cosine replaced everywhere, and the fraction cancelled."""
    top, bottom = sp.fraction(sp.together(expression))
    reduced = (
        combined(_reduced(top, kept) / _reduced(bottom, kept)) if _reduced(bottom, kept) != 0 else expression
    )
    return None if same(reduced, expression) else Level(reduced, "pythagoras")


def _reduced(polynomial: sp.Expr, kept: str) -> sp.Expr:
    inner, names = held(sp.expand(polynomial))
    by_angle: dict[sp.Expr, dict[str, sp.Symbol]] = {}
    for name, atom in names.items():
        by_angle.setdefault(atom.args[0], {})[atom.func.__name__] = name
    back = dict(names)
    for argument, pair in by_angle.items():
        gone = pair.get("cos" if kept == "sin" else "sin")
        if gone is None or not inner.is_polynomial(gone):
            continue
        other = pair.get(kept) or sp.Symbol(f"g{len(back):02}")
        back.setdefault(other, (sp.sin if kept == "sin" else sp.cos)(argument))
        inner = sp.expand(sp.rem(sp.Poly(inner, gone), sp.Poly(gone**2 + other**2 - 1, gone)).as_expr())
    return inner.xreplace(back)


def difference_of_products(left: sp.Expr, right: sp.Expr) -> tuple[sp.Expr, sp.Expr] | None:
    """The cross products' difference as it stands and multiplied out, where Pythagoras makes it 0."""
    (a, b), (c, d) = (sp.fraction(combined(side)) for side in (left, right))
    written = sp.Add(sp.Mul(a, d, evaluate=False), -sp.Mul(b, c, evaluate=False), evaluate=False)
    expanded = sp.expand(a * d - b * c)
    return (written, expanded) if _reduced(expanded, "cos") == 0 else None
