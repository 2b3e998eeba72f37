"""Where an equation has no value: the gaps of its denominators, and the numbers that are left."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import sympy as sp

from solver.formula import letter, to_sympy
from solver.formula.nodes import Binary, Call, Relation, symbols, walk
from solver.latex import exact_latex
from solver.topics.equations.solutions import ALL_REALS


def gaps_of(relation: Relation, unknown: str) -> list[sp.Expr] | None:
    """Where a denominator is 0; None where there may be other places without a value."""
    x, found = letter(unknown), set[sp.Expr]()
    for node in walk(relation):
        match node:
            case Call(name, arguments) if name != "Abs" and any(unknown in symbols(a) for a in arguments):
                return None
            case Binary("^", base, exponent) if unknown in symbols(base) | symbols(exponent):
                power = to_sympy(exponent, {unknown: x})
                if not (power.is_Integer and power >= 0):
                    return None
            case Binary("/", _, below) if unknown in symbols(below):
                value = to_sympy(below, {unknown: x})
                if not value.is_polynomial(x):
                    return None
                found.update(sp.real_roots(sp.Poly(value, x)))
    return sorted(found)


def all_but(gaps: Sequence[sp.Expr]) -> str:
    """All real numbers without the gaps, as LaTeX.

    >>> all_but([]), all_but([sp.Integer(2)])
    ('\\\\mathbb{R}', '(-\\\\infty, 2)\\\\cup (2, \\\\infty)')
    """
    if not gaps:
        return ALL_REALS
    ends = [-sp.oo, *gaps, sp.oo]
    return r"\cup ".join(f"({exact_latex(a)}, {exact_latex(b)})" for a, b in pairwise(ends))
