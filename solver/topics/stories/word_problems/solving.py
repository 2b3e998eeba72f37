"""Find the quantities asked for, in the order in which a pupil would: one unknown at a time, else one letter, else a system.

Exact arithmetic on linear relations; no words. `plan` gives None unless the answer is determined, the relations
agree with each other and every given number is used.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from solver.topics.stories.word_problems.quantities import Key, Relation


@dataclass(frozen=True, slots=True)
class Given:
    """The problem says this value."""

    key: Key
    value: Fraction
    relation: int


@dataclass(frozen=True, slots=True)
class Compute:
    """All other quantities of the relation are known: it gives this one."""

    key: Key
    value: Fraction
    relation: int


@dataclass(frozen=True, slots=True)
class Letter:
    """One unknown is called x, others are a·x + b; one relation is then an equation for x."""

    key: Key
    value: Fraction
    expressed: tuple[tuple[Key, int], ...]
    relation: int


@dataclass(frozen=True, slots=True)
class System:
    """As many relations as unknowns, solved together."""

    keys: tuple[Key, ...]
    values: tuple[Fraction, ...]
    relations: tuple[int, ...]


Move: TypeAlias = Given | Compute | Letter | System
Values: TypeAlias = dict[Key, Fraction]


@dataclass(frozen=True, slots=True)
class Plan:
    """The moves in order, and every value they find."""

    moves: tuple[Move, ...]
    values: Mapping[Key, Fraction]
    used: frozenset[int]


def reduce(rows: Sequence[Relation]) -> tuple[Values, bool]:
    """The determined quantities of a linear system (Gauss–Jordan), and whether it has any solution."""
    pivots: dict[Key, tuple[dict[Key, Fraction], Fraction]] = {}
    for row in rows:
        terms, constant = dict(row.terms), row.constant
        for key, (other, value) in pivots.items():
            if key in terms:
                terms, constant = _subtract(terms, constant, other, value, terms[key])
        if not terms:
            if constant:
                return {}, False
            continue
        pivot = next(iter(terms))
        factor = terms[pivot]
        terms, constant = {k: c / factor for k, c in terms.items()}, constant / factor
        for key, (other, value) in pivots.items():
            if pivot in other:
                pivots[key] = _subtract(other, value, terms, constant, other[pivot])
        pivots[pivot] = (terms, constant)
    return {key: value for key, (terms, value) in pivots.items() if len(terms) == 1}, True


def _subtract(
    terms: Mapping[Key, Fraction],
    constant: Fraction,
    other: Mapping[Key, Fraction],
    value: Fraction,
    factor: Fraction,
) -> tuple[dict[Key, Fraction], Fraction]:
    left = dict(terms)
    for key, c in other.items():
        left[key] = left.get(key, Fraction(0)) - factor * c
    return {k: c for k, c in left.items() if c}, constant - factor * value


def simplify(relations: Sequence[Relation], asked: Sequence[Key]) -> list[Relation]:
    """Put amounts spent that are given into the relations that use them, so that each condition is one line."""
    given = {
        next(iter(r.terms)): r.constant
        for r in relations
        if len(r.terms) == 1 and next(iter(r.terms)).kind == "cost" and next(iter(r.terms)) not in asked
    }
    result = []
    for relation in relations:
        if len(relation.terms) == 1 and next(iter(relation.terms)) in given:
            continue
        inside = [k for k in relation.terms if k in given]
        constant = relation.constant - sum(relation.terms[k] * given[k] for k in inside)
        terms = {k: c for k, c in relation.terms.items() if k not in inside}
        if inside and all(c < 0 for c in terms.values()):
            terms, constant = {k: -c for k, c in terms.items()}, -constant
        is_given = relation.given or bool(inside)
        result.append(Relation(terms, constant, is_given, relation.after))
    return result


def plan(relations: Sequence[Relation], asked: Sequence[Key]) -> Plan | None:
    """How to find what is asked; None if it is not determined, or a given number is not needed for it."""
    determined, consistent = reduce(relations)
    if not consistent or not asked or any(key not in determined for key in asked):
        return None
    known: Values = {}
    moves: list[Move] = []
    while True:
        _propagate(relations, known, moves)
        if all(key in known for key in asked):
            break
        move = _letter(relations, known, determined, asked) or _system(relations, known, determined, asked)
        if move is None:
            return None
        moves.append(move)
        if isinstance(move, Letter):
            known[move.key] = move.value
        else:
            known.update(zip(move.keys, move.values, strict=True))
    needed, used = _prune(relations, moves, asked)
    if any(known[k] != determined[k] for k in known if k in determined):
        return None
    if any(r.given and i not in used and not _spare(relations, i, used) for i, r in enumerate(relations)):
        return None
    return Plan(tuple(needed), known, frozenset(used))


def _spare(relations: Sequence[Relation], at: int, used: set[int]) -> bool:
    """Whether a relation is one of a ratio of three or more, two of which are used: "a : b : c = 4 : 3 : 2, b = 24, c = ?"."""
    parts = {key for key in relations[at].terms if key.kind == "part"}
    return any(sum(part in relations[i].terms for i in used) > 1 for part in parts)


def _unknown(relation: Relation, known: Mapping[Key, Fraction]) -> list[Key]:
    return [key for key in relation.terms if key not in known]


def value_of(relation: Relation, key: Key, known: Mapping[Key, Fraction]) -> Fraction:
    """The value that a relation gives to its only unknown."""
    others = sum((c * known[k] for k, c in relation.terms.items() if k != key), Fraction(0))
    return (relation.constant - others) / relation.terms[key]


def _propagate(relations: Sequence[Relation], known: Values, moves: list[Move]) -> None:
    found = True
    while found:
        found = False
        for i, relation in enumerate(relations):
            unknown = _unknown(relation, known)
            if len(unknown) != 1 or any(k not in known for k in relation.after):
                continue
            key = unknown[0]
            known[key] = value_of(relation, key, known)
            alone = len(relation.terms) == 1 and relation.terms[key] == 1
            moves.append((Given if alone else Compute)(key, known[key], i))
            found = True


def _letter(
    relations: Sequence[Relation], known: Values, determined: Values, asked: Sequence[Key]
) -> Letter | None:
    """The shortest solution with one letter in which every other unknown is ±(a·x + b)."""
    open_rows = {i: _unknown(r, known) for i, r in enumerate(relations)}
    open_rows = {i: u for i, u in open_rows.items() if u}
    bases = dict.fromkeys(k for u in open_rows.values() for k in u if k in determined)
    options = [o for base in bases if (o := _express(relations, open_rows, base, known, determined))]
    return min(
        options,
        key=lambda o: (
            o.key.kind != "part",
            len(o.expressed),
            sum(_is_sum(relations[i], open_rows[i]) for _, i in o.expressed),
            o.key not in asked,
        ),
        default=None,
    )


def _is_sum(relation: Relation, unknown: Sequence[Key]) -> bool:
    """Whether a relation adds its unknowns up: better as the equation than as a definition."""
    return len({relation.terms[key] > 0 for key in unknown}) == 1


def _express(
    relations: Sequence[Relation], rows: Mapping[int, list[Key]], base: Key, known: Values, determined: Values
) -> Letter | None:
    forms: dict[Key, tuple[Fraction, Fraction]] = {base: (Fraction(1), Fraction(0))}
    chain: list[tuple[Key, int]] = []
    order = sorted(rows, key=lambda i: (_is_sum(relations[i], rows[i]), len(relations[i].terms)))
    left = {i: rows[i] for i in order}  # definitions before sums
    while left:
        for i, unknown in left.items():
            new = [k for k in unknown if k not in forms]
            if not new:
                slope = sum((relations[i].terms[k] * forms[k][0] for k in unknown), Fraction(0))
                if slope == 0:
                    return None
                return _trim(relations, Letter(base, determined[base], tuple(chain), i), known)
            if len(new) == 1 and abs(relations[i].terms[new[0]]) == 1 and new[0] in determined:
                forms[new[0]] = _form(relations[i], new[0], forms, known)
                chain.append((new[0], i))
                del left[i]
                break
        else:
            return None
    return None


def _form(
    relation: Relation, key: Key, forms: Mapping[Key, tuple[Fraction, Fraction]], known: Values
) -> tuple[Fraction, Fraction]:
    slope, rest = Fraction(0), relation.constant
    for other, c in relation.terms.items():
        if other == key:
            continue
        a, b = forms.get(other, (Fraction(0), known.get(other, Fraction(0))))
        slope, rest = slope - c * a, rest - c * b
    return slope / relation.terms[key], rest / relation.terms[key]


def _trim(relations: Sequence[Relation], letter: Letter, known: Values) -> Letter:
    """Without the quantities that the equation does not need."""
    needed = set(relations[letter.relation].terms)
    chain: list[tuple[Key, int]] = []
    for key, i in reversed(letter.expressed):
        if key in needed:
            chain.insert(0, (key, i))
            needed |= set(relations[i].terms)
    return Letter(letter.key, letter.value, tuple(chain), letter.relation)


def _system(
    relations: Sequence[Relation], known: Values, determined: Values, asked: Sequence[Key]
) -> System | None:
    """The smallest set of relations that hold the first open quantity asked for and determine it."""
    rows = [i for i, r in enumerate(relations) if _unknown(r, known)]
    target = next(k for k in asked if k not in known)
    chosen = list(rows)
    for i in reversed(rows):
        fewer = [j for j in chosen if j != i]
        values, _ = reduce([_substituted(relations[j], known) for j in fewer])
        if target in values:
            chosen = fewer
    keys = list(dict.fromkeys(k for i in chosen for k in _unknown(relations[i], known)))
    if len(keys) != len(chosen) or any(k not in determined for k in keys):
        return None
    return System(tuple(keys), tuple(determined[k] for k in keys), tuple(chosen))


def _substituted(relation: Relation, known: Values) -> Relation:
    constant = relation.constant - sum(
        (c * known[k] for k, c in relation.terms.items() if k in known), Fraction(0)
    )
    return Relation({k: c for k, c in relation.terms.items() if k not in known}, constant)


def _prune(
    relations: Sequence[Relation], moves: Sequence[Move], asked: Sequence[Key]
) -> tuple[list[Move], set[int]]:
    """Only the moves that lead to what is asked, and the relations they use."""
    needed = set(asked)
    kept: list[Move] = []
    used: set[int] = set()
    for move in reversed(moves):
        found = set(move.keys) if isinstance(move, System) else {move.key}
        if isinstance(move, Letter):
            found |= {key for key, _ in move.expressed}
        if not found & needed:
            continue
        rows = set(move.relations) if isinstance(move, System) else {move.relation}
        if isinstance(move, Letter):
            rows |= {i for _, i in move.expressed}
        used |= rows
        needed |= {k for i in rows for k in (*relations[i].terms, *relations[i].after)}
        kept.insert(0, move)
    return kept, used
