"""The likely slip behind a wrong line: what each slip would give from the line before, compared with what stands there.

`rules` has the slips of algebra on trees, `equations` those of moves with relations, `calculus` those of its rules. The names are
keys of `solver.verify.sentences` (`slip-…`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import wraps
from itertools import islice, zip_longest
from typing import TYPE_CHECKING, Any, Final, ParamSpec

import sympy as sp

from solver.formula import Node, to_latex
from solver.formula.lexer import FormulaError, tokens
from solver.formula.nodes import Binary, Derivative, Symbol, walk, with_children
from solver.latex import latex
from solver.verify.conditions import Condition, compared, holds, solutions
from solver.verify.equality import SYMPY_FAULTS, is_real, near, number
from solver.verify.lines import Claim
from solver.verify.meaning import Names
from solver.verify.reading_conditions import condition_of, is_solution_form
from solver.verify.slips import calculus, equations
from solver.verify.slips.rules import variants

if TYPE_CHECKING:
    from solver.verify.condition_state import ConditionState

_P = ParamSpec("_P")
NONE: Final = ("", "")
MAX_CANDIDATES: Final = 260
_OF_ROOTS: Final = ("quadratic-formula", "root-sign")
"""Slips that give roots, not an equation."""


def _named_or_none(find: Callable[_P, tuple[str, str]]) -> Callable[_P, tuple[str, str]]:
    """Without a name where sympy fails: the verdict is not hung on it."""

    @wraps(find)
    def found(*args: _P.args, **kwargs: _P.kwargs) -> tuple[str, str]:
        try:
            return find(*args, **kwargs)
        except SYMPY_FAULTS:
            return NONE

    return found


@_named_or_none
def slip_of_condition(
    before: Sequence[Claim],
    claims: Sequence[Claim],
    condition: Condition,
    course: ConditionState,
    *,
    lost: tuple[Any, ...],
) -> tuple[str, str]:
    """Slip and place (LaTeX) that lead from the condition before to the one of a line; empty where none is recognised."""
    x, now = course.x, course.now
    if course.samples[0]:
        now = course._at(now, course.samples[0])
        condition = course._at(condition, course.samples[0])
    equation = all(any(r.sign == "=" for r in case) for case in now)
    if lost and equation and (found := _lost(now, condition, x, lost)):
        return found if not course.samples[0] else (found[0], "")
    if (copied := _copied(before, claims)) is not None:
        return copied
    spots = solutions(condition, x)[0]
    holding = [s.at for s in spots if s.value is not None] or [s.at for s in spots]
    solved = is_solution_form(condition, course.posed.unknowns)
    if (
        solved
        and not spots
        and any(not is_real(number(r.right)) for case in condition for r in case if r.right.is_number)
    ):
        return "quadratic-formula", ""
    for slip, candidate, place in islice(_candidates(before, course.now, x, course), MAX_CANDIDATES):
        if candidate is not None and course.samples[0]:
            candidate = course._at(candidate, course.samples[0])
        if slip in _OF_ROOTS and not solved:
            continue
        if candidate is None or any(not holds(candidate, {x: value}) for value in holding[:3]):
            continue
        if not holding and not _proportional(candidate, condition, x):
            continue
        try:
            table = compared(candidate, condition, x)
        except (ValueError, TypeError, NotImplementedError, RecursionError):
            continue
        if table.same:
            return slip, place
    if _is_arithmetic(now, condition, x, course):
        return "arithmetic", ""
    return NONE


def _lost(
    now: Condition, condition: Condition, x: sp.Symbol, lost: tuple[Any, ...]
) -> tuple[str, str] | None:
    """Divided by something that is zero at the lost root, where both sides of the equation before are."""
    value = lost[0]
    if value is None or solutions(condition, x)[0] == ():
        return None
    table = compared(now, condition, x)
    if table.gained or not table.lost:
        return None
    if len(now) != 1 or len(now[0]) != 1:
        return "lost-root", ""
    rel = now[0][0]
    left, right = (number(e, {x: value}) for e in (rel.left, rel.right))
    if left is None or right is None:
        return None
    both_zero = (
        near(left, sp.Integer(0)) and near(right, sp.Integer(0)) and rel.left.has(x) and rel.right.has(x)
    )
    return (
        ("divided-by-unknown", latex(sp.factor(x - value)) if isinstance(value, sp.Rational) else latex(x))
        if both_zero
        else ("lost-root", "")
    )


def _candidates(
    before: Sequence[Claim], now: Condition, x: sp.Symbol, course: ConditionState
) -> Iterator[tuple[str, Condition | None, str]]:
    """What each slip would make of the line before."""
    special: list[tuple[str, Condition | None, str]] = []
    if len(now) == 1 and len(now[0]) == 1:
        special = [(s, c, _place(p)) for s, c, p in equations.slips(now[0][0], x)]
    elif all(len(case) == 1 for case in now):
        for i, case in enumerate(now):
            for slip, one, place in equations.slips(case[0], x):
                special.append((slip, (*now[:i], *one, *now[i + 1 :]), _place(place)))
    late: list[tuple[str, Condition | None, str]] = []
    vague = [c for c in special if c[0] in ("sign", "one-side-only", "inverse-operation")]
    yield from (c for c in special if c not in vague)
    for i, claim in enumerate(before):
        for k, side in enumerate(claim.sides):
            for variant in variants(side):
                changed = replace(claim, sides=(*claim.sides[:k], variant.node, *claim.sides[k + 1 :]))
                if claim.signs and not claim.continues:
                    found = condition_of(
                        [*before[:i], changed, *before[i + 1 :]], course.names, {}, course.posed.unknowns
                    )
                    candidate = variant.slip, found, shown(variant.place)
                    if (
                        variant.slip == "fractions-across"
                    ):  # in an equation a denominator that was lost is likelier
                        late.append(candidate)
                    else:
                        yield candidate
    yield from vague
    for case in now if len(now) == 1 else ():
        for rel in case[:1]:
            late += [(s, c, _place(p)) for s, c, p in equations.squared(rel, x)]
    yield from late


def _place(term: Any) -> str:
    """A term as LaTeX where that is how it was written: logarithms have changed their bases."""
    return latex(term) if isinstance(term, sp.Basic) and not term.has(sp.log) else ""


def shown(node: Node) -> str:
    """A part of a tree as LaTeX."""
    try:
        return to_latex(node)
    except (KeyError, IndexError, AttributeError):
        return ""


def _proportional(one: Condition, other: Condition, x: sp.Symbol) -> bool:
    if not (len(one) == len(other) == 1 and len(one[0]) == len(other[0]) == 1):
        return False
    gaps = [c[0][0].gap for c in (one, other)]
    ratio = (
        [number(gaps[0], {x: p}) for p in map(sp.Rational, ("7/3", "-5/2", "9/4"))],
        [number(gaps[1], {x: p}) for p in map(sp.Rational, ("7/3", "-5/2", "9/4"))],
    )
    if any(v is None or v == 0 for r in ratio for v in r):
        return False
    first = ratio[0][0] / ratio[1][0]
    return all(near(a / b, first) for a, b in zip(*ratio, strict=True))


def _copied(before: Sequence[Claim], claims: Sequence[Claim]) -> tuple[str, str] | None:
    """One number or letter stands there instead of another, and nothing else was done."""
    if len(before) != len(claims):
        return None
    try:
        old, new = ([t for c in group for t in tokens(_text(c))[:-1]] for group in (before, claims))
    except FormulaError:
        return None
    if len(old) != len(new) or len(old) < 4:
        return None
    differing = [(a, b) for a, b in zip_longest(old, new) if (a.kind, a.text) != (b.kind, b.text)]
    if len(differing) == 1 and differing[0][0].kind == differing[0][1].kind in ("number", "name"):
        return "copying", differing[0][1].text
    return None


def _text(claim: Claim) -> str:
    return (
        claim.text.replace("\\left", "").replace("\\right", "").replace(" ", "")
        if "begin" not in claim.text
        else ""
    )


def copied_expression(before: Node, after: Node) -> str:
    """The number or letter that was copied wrongly, or nothing."""
    old, new = (shown(n) for n in (before, after))
    try:
        one, two = tokens(old)[:-1], tokens(new)[:-1]
    except FormulaError:
        return ""
    if len(one) != len(two) or len(one) < 5:
        return ""
    differing = [(a, b) for a, b in zip(one, two, strict=True) if (a.kind, a.text) != (b.kind, b.text)]
    if len(differing) == 1 and differing[0][0].kind == differing[0][1].kind in ("number", "name"):
        return differing[0][1].text
    return ""


def _is_arithmetic(now: Condition, condition: Condition, x: sp.Symbol, course: ConditionState) -> bool:
    """One coefficient differs, or a linear equation has another number as its solution."""
    gaps = []
    for c in (now, condition):
        if len(c) != 1 or len(c[0]) != 1:
            return is_solution_form(condition, course.posed.unknowns)
        gaps.append(sp.expand(c[0][0].gap))
    if not all(g.is_polynomial(x) for g in gaps):
        return is_solution_form(condition, course.posed.unknowns)
    one, two = (sp.Poly(g, x) for g in gaps)
    if one.degree() == two.degree() == 1:
        return True
    if one.degree() != two.degree():
        return False
    for a in one.all_coeffs():
        for b in two.all_coeffs():
            if a != 0 and b != 0:
                scaled = [u / a - v / b for u, v in zip(one.all_coeffs(), two.all_coeffs(), strict=True)]
                if sum(1 for s in scaled if sp.simplify(s) != 0) == 1:
                    return True
    return False


# -- expressions -------------------------------------------------------------------------------------


@_named_or_none
def slip_of_value(
    before: Node | None,
    now: Any,
    after: Any,
    names: Names,
    held: Mapping[str, Any],
    *,
    more: Sequence[tuple[str, Any, str]] = (),
) -> tuple[str, str]:
    """Slip and place that lead from an expression to the value `after`; `more` are slips of the problem's own kind."""
    if not isinstance(after, sp.Expr):
        return NONE
    letters = sorted(after.free_symbols | (now.free_symbols if isinstance(now, sp.Expr) else set()), key=str)
    places = [
        {s: p + sp.Rational(k, 3) for k, s in enumerate(letters)}
        for p in map(sp.Rational, ("7/3", "5/4", "11/5"))
    ]
    wanted = [number(after, point) for point in places]
    if all(w is None for w in wanted):
        return NONE

    def fits(value: Any) -> bool:
        if not isinstance(value, sp.Expr):
            return False
        found = [number(value, point) for point in places]
        both = [(a, b) for a, b in zip(found, wanted, strict=True) if b is not None]
        return bool(both) and all(a is not None and near(a, b) for a, b in both)

    for slip, value, place in more:
        if value is not None and fits(value):
            return slip, place
    if before is not None:
        for slip, value, place in _values(before, names, held):
            if fits(value):
                return slip, place
    return _numeric(now, after)


def _values(before: Node, names: Names, held: Mapping[str, Any]) -> Iterator[tuple[str, Any, str]]:
    for variant in variants(before):
        yield variant.slip, names.value(variant.node, held), shown(variant.place)
    value = names.value(before, held)
    for part in walk(before):
        if isinstance(part, Binary) and part.op == "-":
            yield from _signs_kept(before, part, names, held)
        if isinstance(part, Derivative):
            x = sp.Symbol(part.variable.name)
            body = names.value(part.body, held)
            if isinstance(body, sp.Expr):
                for slip, wrong in calculus.derivatives(body, x):
                    changed = _put(before, part, Symbol("W_0"))
                    yield slip, names.value(changed, {**held, "W_0": wrong}), shown(part.body)
    if isinstance(value, sp.Expr) and value.is_Add is not False:
        expanded = sp.expand(value)
        for term in sp.Add.make_args(expanded)[:8]:
            yield "sign", expanded - 2 * term, latex(term)


def _signs_kept(
    before: Node, part: Binary, names: Names, held: Mapping[str, Any]
) -> Iterator[tuple[str, Any, str]]:
    """A − (b + c + d), worked out, with the signs of some terms kept."""
    right = names.value(part.right, held)
    terms = sp.Add.make_args(sp.expand(right)) if isinstance(right, sp.Expr) else ()
    if not 2 <= len(terms) <= 4:
        return
    for kept in range(1, 2 ** len(terms) - 1):
        wrong = sp.Add(*(-t if kept >> i & 1 else t for i, t in enumerate(terms)))
        changed = _put(before, part, Binary("-", part.left, Symbol("W_0")))
        yield "sign", names.value(changed, {**held, "W_0": wrong}), shown(part)


def _put(node: Node, part: Node, new: Node) -> Node:
    return new if node is part else with_children(node, lambda child: _put(child, part, new))


def _numeric(now: Any, after: Any) -> tuple[str, str]:
    """One term has another number: a mistake of arithmetic, at that term."""
    if not isinstance(now, sp.Expr):
        return NONE
    if not now.free_symbols and not after.free_symbols:
        return (
            ("sign", "")
            if number(now + after) is not None and near(number(now + after), sp.Integer(0))
            else ("arithmetic", "")
        )
    try:
        rest = sp.expand(sp.expand(now) - sp.expand(after))
    except (TypeError, ValueError):
        return NONE
    terms = sp.Add.make_args(rest)
    if len(terms) == 1:
        monomial = terms[0].as_coeff_Mul()[1]
        place = next(
            (latex(t) for t in sp.Add.make_args(sp.expand(after)) if t.as_coeff_Mul()[1] == monomial), ""
        )
        return "arithmetic", place
    return NONE
