"""Rewrite an expression: expand, factor over the rationals, simplify, put numbers in after simplifying.

Read: polynomials, rational expressions, roots and trigonometric terms in any letters; a product, a sum or a square that is
named and written out ("Find the product: (x+1)(x-1)"). Not: factoring over the reals or complex numbers, completing the
square, long division.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import sympy as sp

from solver.formula import FormulaError, Node, letter, to_sympy
from solver.formula.nodes import (
    Apply,
    Binary,
    Blank,
    Derivative,
    Group,
    Integral,
    Limit,
    Relation,
    Series,
    Symbol,
    symbols,
    walk,
)
from solver.ports import Language
from solver.reader import account, notation_of
from solver.reader.account import ASK, Account
from solver.topics.base import Reading, Text, Unread
from solver.topics.expressions.polynomials.crossing import by_way, named_way
from solver.topics.expressions.polynomials.fractions import is_compound, terms
from solver.topics.expressions.polynomials.named import OPERATIONS, asks_to_compute, joined, named, says_solve
from solver.topics.expressions.polynomials.rewriting import Rewriting
from solver.topics.expressions.polynomials.words import KINDS, VOCABULARY

_FORBIDDEN = Apply | Derivative | Integral | Limit | Series | Group | Relation | Blank


def read(text: Text) -> Reading:
    """One expression to be rewritten."""
    if (way := named_way(text.source)) is not None:
        plain = read(Text(way[1], text.language, text.values))
        return by_way(way[0], plain, text) if isinstance(plain, Rewriting) else None
    if (reals := _REALS.search(text.source)) is not None:
        rest = f"{text.source[: reals.start()]} {text.source[reals.end() :]}"
        task = read(Text(rest, text.language, text.values))
        return task if isinstance(task, Rewriting) and task.kind == "factor" and _is_split(task) else None
    found = account(text.source, VOCABULARY)
    kinds = [k for k in KINDS if found.has(k)]
    kinds = kinds or (["simplify"] if found.has("evaluate") or found.has("collect") else [])
    operations = [c for c in dict.fromkeys(found.concepts) if c in OPERATIONS]
    if not kinds and not operations and not _is_bare(found, text.source):
        return None
    if found.unread:
        return Unread(found.unread)
    if (
        any(re.search(r"(?<![A-Za-z])[aA]\s*$|'\s*$", text.source[: f.start]) for f in found.formulas)
        or "'" in text.source
    ):
        return None  # "a x^2": an article or a letter? `scan` takes it for an article, and drops a prime
    if kinds == ["expand", "simplify"]:
        kinds = ["expand"]
    if found.has("solve") and (kinds or operations):
        return None
    if kinds == ["factor"] and operations == ["product"] or "collect" in found.concepts:
        operations = []  # "as a product of factors", "add the like terms"
    if operations or not kinds:
        return _worked_out(found, kinds, operations, text)
    if len(kinds) != 1:
        return None
    if letters := _letters(found, kinds[0]):
        found = account(text.source, VOCABULARY, notation_of(text.source, letters=letters))
    try:
        return _task(found, kinds[0], text.language)
    except FormulaError:
        return None


_REALS: Final = re.compile(r"(?i)在实数(?:范围|集)?(?:内|上|中)|over\s+the\s+real(?:s|\s+numbers)")


def _is_split(found: Rewriting) -> bool:
    """Whether the factors over the rationals are those over the reals, too."""
    f = to_sympy(found.body)
    if len(f.free_symbols) != 1:
        return False
    (x,) = f.free_symbols
    factors = [sp.Poly(factor, x) for factor, _ in sp.factor_list(f)[1]]
    return all(p.degree() == 1 or (p.degree() == 2 and p.discriminant() < 0) for p in factors)


def _is_bare(found: Account, source: str) -> bool:
    """ "Evaluate (…) - (…)", "Solve: …": a verb and an expression, and nothing else."""
    if [c for c in found.concepts if c not in (ASK, "solve", "polynomial")] != ["#0"]:
        return False
    return says_solve(source) if found.has("solve") else asks_to_compute(source)


def _worked_out(found: Account, kinds: list[str], operations: list[str], text: Text) -> Reading:
    """An operation that is named, or not even named, and an expression that is one."""
    if kinds not in ([], ["simplify"], ["expand"]) or len(found.nodes) not in (1, 2):
        return None
    body: Node = found.nodes[0]
    if len(found.nodes) == 2:
        one, two = found.formulas
        between = text.source[one.start + len(one.text) : two.start].strip(" $").lower()
        if between == "和" and not _SUM.search(text.source):
            return None  # "and": two expressions, each for itself
        whole = joined(one.node, two.node, operations, between)
        if whole is None:
            return None
        body, operations = whole, []
    if isinstance(body, Relation) and body.signs == ("=",) and isinstance(body.sides[1], Blank):
        body = body.sides[0]
    names = symbols(body)
    if not names or names & {"e", "i"} or any(isinstance(n, _FORBIDDEN) for n in walk(body)):
        return None
    if operations:
        changed = named(body, operations, text.source)
        if changed is None:
            return None
        body = changed
    f = to_sympy(body)
    if found.has("solve") and not (is_compound(body) and f.is_rational_function()):
        return None
    if f.is_polynomial() or not operations and kinds != ["simplify"] and sp.expand(f).is_polynomial():
        kind = "expand"  # also where a monomial divides every term
        if (
            not sp.Poly(sp.expand(f), *map(letter, names)).domain.is_Exact
            or not operations
            and _is_plain(body, f)
        ):
            return None
    elif f.is_rational_function(*map(letter, names)) and kinds != ["expand"]:
        kind = "simplify"
    else:
        return None
    return Rewriting(body, kind, (), text.language)


_SUM: Final = re.compile("[的之求]和|相加")


def _is_plain(body: Node, f: sp.Expr) -> bool:
    """Whether there is nothing to work out: no brackets, no like terms."""
    return sp.expand(f) == f and len(terms(body)) <= len(sp.Add.make_args(f))


def _letters(found: Account, kind: str) -> frozenset[str]:
    """Which of e and i are variables, as nothing else makes sense or it makes no difference.

    `(3-i)^2` can be a complex number; `3i^2-2i` with like terms to collect, or in nothing but i to factor, is none.
    """
    names = frozenset[str]().union(*map(symbols, found.nodes))
    if found.has("collect"):
        return names & {"e", "i"}
    if kind == "simplify":
        return frozenset()
    powers = any(
        isinstance(n, Binary) and n.op == "^" and n.left == Symbol("i")
        for node in found.nodes
        for n in walk(node)
    )
    alone = names <= {"e", "i"} and (kind == "factor" or powers or _is_linear_in_i(found.nodes))
    return names & ({"e", "i"} if alone else {"e"})


def _is_linear_in_i(nodes: Sequence[Node]) -> bool:
    """Whether i, letter or not, is never multiplied by itself."""
    i = sp.Symbol("i")
    try:
        f = to_sympy(nodes[0], {"i": i}) if len(nodes) == 1 else sp.S.NaN
    except FormulaError:
        return False
    return isinstance(f, sp.Expr) and f.is_polynomial(i) and sp.Poly(f, i).degree() <= 1


def _task(found: Account, kind: str, language: Language) -> Reading:
    body, values = None, list[tuple[str, sp.Expr]]()
    for node in found.nodes:
        match node:
            case Relation(("=",), (left, Blank())) if body is None:
                body = left
            case Relation(("=",), (Symbol(name), right)) if (
                kind == "simplify" and body is not None and not symbols(right)
            ):
                values.append((name, to_sympy(right)))
            case Relation() | Blank():
                return None
            case _ if body is None:
                body = node
            case _:
                return None
    if body is None or any(isinstance(n, _FORBIDDEN) for n in walk(body)) or {"e", "i"} & symbols(body):
        return None
    f, names = to_sympy(body), symbols(body)
    if found.has("evaluate") and not values or (values and {n for n, _ in values} != names):
        return None
    if not names and kind != "simplify":
        return None
    if kind in ("expand", "factor") and not (
        f.is_polynomial() and sp.Poly(f, *map(letter, names)).domain.is_Exact
    ):
        return None
    if kind == "factor" and not all(c.is_Rational for c in sp.Poly(f, *map(letter, names)).coeffs()):
        return None
    if values:
        at_values = f.subs({letter(n): v for n, v in values})
        if not at_values.is_finite:
            return None
    return Rewriting(body, kind, tuple(values), language)
