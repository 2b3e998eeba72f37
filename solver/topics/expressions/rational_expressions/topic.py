"""Rational expressions: least common denominators, building up, missing numerators, excluded values.

Read: polynomials or fractions in a list; one fraction for its excluded values; `a/b = ?/c`. Not: values that make a fraction
zero, domains of functions, fractions of numbers alone.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

import sympy as sp

from solver.formula import FormulaError, Node, letter, to_sympy
from solver.formula.nodes import Binary, Call, Negative, Number, Relation, Symbol, symbols, walk
from solver.reader import Account, account
from solver.topics.base import Reading, Text, Unread
from solver.topics.expressions.rational_expressions.denominators import (
    BuildUp,
    CommonDenominator,
    MissingNumerator,
)
from solver.topics.expressions.rational_expressions.excluded import Excluded, zero_places
from solver.topics.expressions.rational_expressions.words import VOCABULARY

MAX_DEGREE: Final = 12
MAX_PARTS: Final = 8
_GAP: Final = re.compile(r"\\[dt]?frac\s*\{\s*(?:\?|\\quad|\\square|_+|\(\s*\)|)\s*\}\s*\{")
_GAP_LETTER: Final = "N"


def read(text: Text) -> Reading:
    """A question about the denominators of rational expressions."""
    gaps = len(_GAP.findall(text.source))
    source = _GAP.sub(rf"\\frac{{{_GAP_LETTER}}}{{", text.source) if gaps == 1 else text.source
    found = account(source, VOCABULARY)
    wanted = {c for c in found.concepts if c in ("lcd", "build", "numerator", "excluded")}
    if not wanted or not found.nodes:
        return None
    if found.unread:
        return Unread(found.unread)
    if "numerator" in wanted:
        return _missing(found, text) if gaps == 1 and wanted <= {"numerator", "build"} else None
    if gaps:
        return None
    if wanted == {"excluded"}:
        return _excluded(found, text)
    return _denominators(found, wanted, text) if "excluded" not in wanted else None


def _is_rational(node: Node) -> bool:
    """A rational expression of bearable size with rational coefficients, written with `/` and whole exponents ≥ 0."""
    for n in walk(node):
        match n:
            case Symbol(name) if name not in ("e", "i"):
                continue
            case Number() | Negative() | Binary("+" | "-" | "*" | "/"):
                continue
            case Binary("^", _, Number(value)) if value.denominator == 1 and value <= MAX_DEGREE:
                continue
        return False
    return True


def _parts(found: Account) -> list[tuple[sp.Expr, sp.Expr]] | None:
    """Numerator and denominator of every expression, as written."""
    nodes = found.nodes
    if not all(_is_rational(n) for n in nodes):
        return None
    parts = []
    for node in nodes:
        sign, inner = (-1, node.operand) if isinstance(node, Negative) else (1, node)
        top, bottom = (
            (inner.left, inner.right)
            if isinstance(inner, Binary) and inner.op == "/"
            else (inner, Number(Fraction(1), "1"))
        )
        pair = tuple(sp.expand(to_sympy(n)) for n in (top, bottom))
        if any(not p.is_polynomial() or p.has(sp.zoo, sp.nan) for p in pair) or not pair[1]:
            return None
        if any(p.free_symbols and sp.Poly(p).total_degree() > MAX_DEGREE for p in pair):
            return None
        parts.append((sign * pair[0], pair[1]))
    return parts


def _denominators(found: Account, wanted: set[str], text: Text) -> Reading:
    parts = _parts(found)
    if parts is None or not 2 <= len(parts) <= MAX_PARTS:
        return None
    fractions = any(bottom != 1 for _, bottom in parts)
    if "build" in wanted:
        if not fractions or not any(bottom.free_symbols for _, bottom in parts):
            return None
        return BuildUp(tuple(parts), text.language)
    bottoms = tuple(bottom if fractions else top for top, bottom in parts)
    if not any(b.free_symbols for b in bottoms) or not all(bottoms):
        return None
    if any(c.is_Rational and c.q != 1 for b in bottoms for c in sp.Poly(b, *_letters(bottoms)).coeffs()):
        return None
    return CommonDenominator(bottoms, text.language)


def _letters(values: tuple[sp.Expr, ...]) -> list[sp.Symbol]:
    return sorted(set().union(*(v.free_symbols for v in values)), key=str)


def _missing(found: Account, text: Text) -> Reading:
    """`a/b = N/c`, the gap on either side."""
    if len(found.nodes) != 1:
        return None
    match found.nodes[0]:
        case Relation(("=",), (known, Binary("/", Symbol(name), bottom))) if name == _GAP_LETTER:
            pass
        case Relation(("=",), (Binary("/", Symbol(name), bottom), known)) if name == _GAP_LETTER:
            pass
        case _:
            return None
    if _GAP_LETTER in symbols(known) | symbols(bottom) or not (_is_rational(known) and _is_rational(bottom)):
        return None
    if not isinstance(known, Binary) or known.op != "/":
        return None
    top, below, above = (sp.expand(to_sympy(n)) for n in (known.left, known.right, bottom))
    if not all(p.is_polynomial() for p in (top, below, above)) or not below or not above:
        return None
    factor = sp.cancel(above / below)
    if not factor.is_polynomial() or not (below.free_symbols | above.free_symbols):
        return None
    return MissingNumerator(top, below, above, text.language)


def _excluded(found: Account, text: Text) -> Reading:
    stated = found.nodes
    match stated:
        case (Relation(("=",), (Symbol() as variable, side)),) if "=" not in text.source:
            stated = (variable, side)  # "for which x is … undefined"
    nodes = [n for n in stated if not isinstance(n, Symbol)]
    named = {n.name for n in stated if isinstance(n, Symbol)}
    if len(nodes) != 1 or not _is_rational(nodes[0]) or isinstance(nodes[0], Relation | Call):
        return None
    names = symbols(nodes[0])
    if len(names) != 1 or not named <= names:
        return None
    x = letter(next(iter(names)))
    try:
        places = zero_places(nodes[0], x)
    except FormulaError:
        return None
    return Excluded(places, x.name, text.language) if places else None
