"""Equations with square roots: isolate a root, square both sides, and look for solutions that squaring brought in."""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.ports import Language
from solver.topics.base import Words
from solver.topics.equations.kinds.candidates import Told, polynomial_steps

WORDS: Final = {
    "isolate": Words("Isolate a root: \\[{left}={right}\\]", "把一个根式单独放在一边：\\[{left}={right}\\]"),
    "negative": Words(
        "A square root is never negative, so there is no solution.", "算术平方根不可能是负数，所以没有解。"
    ),
    "square": Words(
        "Square both sides (this keeps every solution, but may bring in others): \\[{left}={right}\\]",
        "两边平方（不会丢解，但可能产生增根）：\\[{left}={right}\\]",
    ),
}
MAX_ROUNDS: Final = 3


def steps(left: sp.Expr, right: sp.Expr, x: sp.Symbol, say: Language) -> Told | None:
    """Where square roots of polynomials stand in sums."""
    told, shown = list[str](), (left, right)
    for _ in range(MAX_ROUNDS):
        difference = sp.expand(shown[0] - shown[1])
        roots = [t for t in sp.Add.make_args(difference) if _root_of(t, x) is not None]
        if not roots:
            break
        if any(_has_root(t, x) and _root_of(t, x) is None for t in sp.Add.make_args(difference)):
            return None
        chosen = max(roots, key=lambda t: (sp.count_ops(t), sp.default_sort_key(t)))
        rest = sp.expand(chosen - difference)
        if chosen.could_extract_minus_sign():
            chosen, rest = -chosen, sp.expand(-rest)
        if shown not in ((chosen, rest), (rest, chosen)):
            told.append(WORDS["isolate"].say(say, left=sp.latex(chosen), right=sp.latex(rest)))
        if rest.is_negative:
            return Told((*told, WORDS["negative"].say(say)), ())
        shown = (sp.expand(chosen**2), sp.expand(rest**2))
        told.append(WORDS["square"].say(say, left=sp.latex(shown[0]), right=sp.latex(shown[1])))
    else:
        return None
    if not told:
        return None
    found = polynomial_steps(*shown, x, say)
    return None if found is None else Told((*told, *found.steps), found.candidates)


def _root_of(term: sp.Expr, x: sp.Symbol) -> sp.Expr | None:
    """The polynomial under the root of `3√(x+1)`; None where the term is something else."""
    coefficient, rest = term.as_independent(x)
    if not coefficient.is_real or not (rest.is_Pow and rest.exp == sp.S.Half):
        return None
    return rest.base if rest.base.is_polynomial(x) else None


def _has_root(term: sp.Expr, x: sp.Symbol) -> bool:
    return any(p.exp.is_Rational and not p.exp.is_Integer and p.base.has(x) for p in term.atoms(sp.Pow))
