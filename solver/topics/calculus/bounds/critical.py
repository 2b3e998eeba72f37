"""The largest or smallest value among candidates: where Lagrange's condition holds inside and on every part of the border.

Only where the value is attained: on a closed and bounded set, or for the smallest value of an expression that grows without bound.
Not: roots of what has letters in it, more than one condition that is not linear.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.calculus.bounds.reading import Question, Range
from solver.topics.calculus.bounds.words import LARGEST, SMALLEST, WORDS
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

MAX_FACES: Final = 27
MAX_CANDIDATES: Final = 40
SHOWN: Final = 6
TRIED: Final = (*tuple(map(sp.Integer, (0, 1, -1, 2, -2))), sp.Rational(1, 2), sp.Rational(-1, 2))


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A point that the conditions allow (or that lies on an open end), and the value there."""

    point: dict[sp.Symbol, sp.Expr]
    value: sp.Expr


def by_candidates(asked: Question, say: Language) -> Prepared | None:
    """The task, where the value is attained and all candidates are found."""
    plain, steps = _without_linear(_real(asked), say)
    if plain is None:
        return None
    f, letters = plain.target, plain.letters
    top, bottom = sp.fraction(sp.together(f))
    if not top.is_polynomial(*letters) or not bottom.is_polynomial(*letters):
        return None
    if not all(e.is_polynomial(*letters) for e in plain.equations) or len(plain.equations) > 1:
        return None
    if _is_too_hard(plain):
        return None
    is_closed = _is_bounded(plain)
    if not is_closed and (bottom.free_symbols or not _grows(-f if plain.largest else f, letters)):
        return None
    if bottom.free_symbols and not _keeps_sign(plain, bottom):
        return None
    found = _candidates(plain)
    if not found:
        return None
    found = sorted(found, key=lambda c: (float(c.value), str(c.point)), reverse=plain.largest)
    best = found[0]
    allowed = [c for c in found if sp.simplify(c.value - best.value) == 0 and _is_allowed(c.point, plain)]
    if not allowed or best.value.has(sp.CRootOf) or best.value.count_ops() > 12:
        return None
    return _task(asked, plain, steps, is_closed, [*allowed[:1], *(c for c in found if c not in allowed)], say)


def _real(asked: Question) -> Question:
    """The same with letters that sympy knows to be real."""
    real = {s: sp.Symbol(s.name, real=True) for s in asked.letters}
    return replace(
        asked,
        target=asked.target.subs(real),
        equations=tuple(e.subs(real) for e in asked.equations),
        ranges={real[s]: r for s, r in asked.ranges.items()},
    )


def _without_linear(asked: Question, say: Language) -> tuple[Question | None, list[str]]:
    """A linear condition on a letter without bounds is solved for it and put in; the steps say so."""
    steps = list[str]()
    while True:
        for equation in asked.equations:
            free = [
                s for s in equation.free_symbols
                if asked.ranges[s] == Range() and sp.diff(equation, s).is_Rational and sp.diff(equation, s) != 0
                and sp.expand(equation).is_polynomial(*equation.free_symbols)
                and sp.Poly(equation, *equation.free_symbols).total_degree() == 1
            ]  # fmt: skip
            if free and len(asked.ranges) > 1:
                letter = max(free, key=str)
                value = sp.solve(equation, letter)[0]
                target = sp.together(asked.target.subs(letter, value))
                if sp.fraction(target)[1].is_number:
                    target = sp.expand(target)
                steps.append(
                    WORDS["replaced"].say(
                        say,
                        equation=latex(equation),
                        letter=latex(letter),
                        value=latex(value),
                        target=latex(target),
                    )
                )
                others = tuple(sp.expand(e.subs(letter, value)) for e in asked.equations if e is not equation)
                if any(e == 0 or e.is_number for e in others):
                    return None, steps
                ranges = {s: r for s, r in asked.ranges.items() if s != letter}
                asked = replace(asked, target=target, equations=others, ranges=ranges)
                break
        else:
            return asked, steps


def _is_bounded(asked: Question) -> bool:
    """Whether the allowed points lie in a bounded set (which is closed with its ends)."""
    open_ended = {s for s, r in asked.ranges.items() if r.low is None or r.high is None}
    if not open_ended:
        return True
    for equation in asked.equations:
        poly = sp.Poly(equation, *asked.letters)
        if equation.free_symbols != set(asked.letters):
            continue
        if poly.total_degree() == 2 and _is_definite(sp.hessian(equation, asked.letters)):
            return True
        sign = 1 if sp.LC(poly.as_expr(), *asked.letters) > 0 else -1
        terms = [(m, sign * c) for m, c in poly.terms()]
        even = all(all(e % 2 == 0 for e in m) for m, _ in terms)
        lows = even or all(r.low is not None and r.low >= 0 for r in asked.ranges.values())
        pure = {m.index(max(m)) for m, c in terms if c > 0 and sum(map(bool, m)) == 1}
        if lows and all(c > 0 for m, c in terms if sum(m) > 0) and len(pure) == len(asked.letters):
            return True
    return False


def _is_too_hard(asked: Question) -> bool:
    """Whether the equations of three letters and more have degrees that take minutes."""
    degrees = [
        sp.Poly(sp.fraction(sp.together(e))[0], *asked.letters).total_degree()
        for e in (asked.target, *asked.equations)
    ]
    whole = degrees[0] * (degrees[1] if asked.equations else 1)
    return bool(whole > (8 if len(asked.letters) > 2 else 24) or degrees[0] > 6)


def _is_definite(matrix: sp.Matrix) -> bool:
    return bool(matrix.is_positive_definite or (-matrix).is_positive_definite)


def _grows(f: sp.Expr, letters: tuple[sp.Symbol, ...]) -> bool:
    """Whether a polynomial tends to infinity wherever its letters do."""
    poly = sp.Poly(f, *letters)
    if f.free_symbols != set(letters):
        return False
    if poly.total_degree() == 2:
        return bool(sp.hessian(f, letters).is_positive_definite)
    degree = poly.total_degree()
    heads = [(m, c) for m, c in poly.terms() if sum(m) == degree]
    return (
        degree % 2 == 0 and len(heads) == len(letters) and all(c > 0 and max(m) == degree for m, c in heads)
    )


def _keeps_sign(asked: Question, bottom: sp.Expr) -> bool:
    """Whether a denominator has no zero among the allowed points (with their ends)."""
    found = _candidates(replace(asked, target=sp.expand(bottom)))
    if not found:
        return False
    return all(c.value.is_positive for c in found) or all(c.value.is_negative for c in found)


def _candidates(asked: Question) -> list[_Candidate] | None:
    """All candidates; None where they are not all found."""
    ends = [
        [None, *(e for e in dict.fromkeys((r.low, r.high)) if e is not None)]
        for r in (asked.ranges[s] for s in asked.letters)
    ]
    faces = list(product(*ends))
    if len(faces) > MAX_FACES:
        return None
    found = list[_Candidate]()
    for face in faces:
        fixed = {s: e for s, e in zip(asked.letters, face, strict=True) if e is not None}
        points = _on_face(asked, fixed)
        if points is None:
            return None
        found += points
        if len(found) > MAX_CANDIDATES:
            return None
    return found


def _on_face(asked: Question, fixed: dict[sp.Symbol, sp.Expr]) -> list[_Candidate] | None:
    free = [s for s in asked.letters if s not in fixed]
    f = asked.target.subs(fixed)
    equations = [e for e in (sp.expand(e.subs(fixed)) for e in asked.equations) if e != 0]
    if any(e.is_number for e in equations):
        return []
    points = list[dict[sp.Symbol, sp.Expr]]()
    if not free:
        points = [{}]
    else:
        for system, unknowns in _systems(f, equations, free):
            solved = _solutions(system, unknowns, free, asked)
            if solved is None:
                return None
            points += solved
    found = list[_Candidate]()
    for point in points:
        whole = {**fixed, **point}
        if not _is_in_ranges(whole, asked):
            continue
        value = sp.radsimp(sp.simplify(asked.target.subs(whole)))
        if not value.is_real or not value.is_finite or value.free_symbols:
            return None
        found.append(_Candidate(whole, value))
    return found


def _systems(
    f: sp.Expr, equations: list[sp.Expr], free: list[sp.Symbol]
) -> Iterator[tuple[list[sp.Expr], list[sp.Symbol]]]:
    """What holds at an extreme point: all derivatives 0, or Lagrange's condition, or the condition's own derivatives are 0."""
    if not equations:
        yield [sp.fraction(sp.together(sp.diff(f, s)))[0] for s in free], free
        return
    (g,) = equations
    if len(free) == 1:
        yield [g], free
        return
    multiplier = sp.Symbol("lambda", real=True)
    yield (
        [*(sp.fraction(sp.together(sp.diff(f, s) - multiplier * sp.diff(g, s)))[0] for s in free), g],
        [*free, multiplier],
    )
    if sp.Poly(g, *free).total_degree() > 1:
        yield [*(sp.diff(g, s) for s in free), g], free


def _solutions(
    system: list[sp.Expr], unknowns: list[sp.Symbol], free: list[sp.Symbol], asked: Question
) -> list[dict[sp.Symbol, sp.Expr]] | None:
    """The real solutions, one within the ranges of each family of them; None where a solution is not exact, or none of a family is found there."""
    system = [s for s in map(sp.expand, system) if s != 0]
    if any(s.is_number for s in system):
        return []
    if not system:
        ranges = [asked.ranges[s] for s in free]  # the expression does not change: any point will do
        ends = [r.low if r.low is not None else r.high if r.high is not None else sp.S.Zero for r in ranges]
        return [dict(zip(free, ends, strict=True))]
    complex_of = {u: sp.Symbol(u.name) for u in unknowns}
    solved = sp.solve([s.subs(complex_of) for s in system], list(complex_of.values()), dict=True)
    found = list[dict[sp.Symbol, sp.Expr]]()
    for solution in solved:
        family = sorted(set().union(*(v.free_symbols for v in solution.values())) | {c for c in complex_of.values() if c not in solution}, key=str)  # fmt: skip
        family = [s for s in family if s.name != "lambda"]
        for choice in product(TRIED, repeat=len(family)):
            chosen = dict(zip(family, choice, strict=True))
            point = {u: solution.get(complex_of[u], complex_of[u]).subs(chosen) for u in free}
            if all(v.is_number and v.is_finite for v in point.values()):
                if any(v.has(sp.CRootOf) for v in point.values()):
                    return None
                kept = {u: sp.radsimp(v) for u, v in point.items()}
                if all(abs(sp.im(sp.N(v, 30))) < 1e-20 for v in kept.values()):
                    if not all(v.is_real for v in kept.values()):
                        return None
                    if family and not _is_in_ranges(kept, asked):
                        continue
                    found.append(kept)
                    break
        else:
            if family:
                return None  # a family, and none of its points is seen to be real
    return found


def _is_in_ranges(point: dict[sp.Symbol, sp.Expr], asked: Question) -> bool:
    return all(
        (r.low is None or bool(point[s] >= r.low)) and (r.high is None or bool(point[s] <= r.high))
        for s, r in asked.ranges.items()
        if s in point
    )


def _is_allowed(point: dict[sp.Symbol, sp.Expr], asked: Question) -> bool:
    return all(
        not (r.open_low and point[s] == r.low) and not (r.open_high and point[s] == r.high)
        for s, r in asked.ranges.items()
    )


def _task(
    asked: Question,
    plain: Question,
    steps: list[str],
    is_closed: bool,
    found: list[_Candidate],
    say: Language,
) -> Prepared:
    f, letters = plain.target, plain.letters
    if asked.is_distance:
        steps = [WORDS["square"].say(say, target=latex(asked.target)), *steps]
    steps = [*steps, WORDS["closed" if is_closed else "grows"].say(say)]
    if plain.equations and len(letters) > 1:
        (g,) = plain.equations
        system = r",\quad ".join(
            rf"{latex(sp.diff(f, s))}=\lambda\left({latex(sp.diff(g, s))}\right)" for s in letters
        )
        steps.append(WORDS["lagrange"].say(say, system=rf"{system},\quad {latex(g)}=0"))
    elif plain.equations:
        steps.append(WORDS["only"].say(say))
    else:
        system = r",\quad ".join(rf"{latex(sp.factor(sp.diff(f, s)))}=0" for s in letters)
        steps.append(WORDS["still"].say(say, system=system))
    if any(r.low is not None or r.high is not None for r in plain.ranges.values()):
        steps.append(WORDS["border"].say(say))
    best = found[0]
    different = list({c.value: c for c in reversed(found)}.values())[::-1]
    if len(different) <= SHOWN:
        listed = "; ".join(
            WORDS["at"].say(say, point=_point(c.point), value=latex(c.value)) for c in different
        )
        steps.append(WORDS["candidates"].say(say, list=listed))
    else:
        steps.append(WORDS["at"].say(say, point=_point(best.point), value=latex(best.value)))
    word = (LARGEST if plain.largest else SMALLEST).say(say)
    steps.append(WORDS["best"].say(say, best=word, value=latex(best.value)))
    if asked.is_distance:
        steps.append(WORDS["root"].say(say, value=latex(sp.sqrt(best.value))))
    points = ", ".join(
        "{" + ", ".join(f"{exact_source(k)}: {exact_source(v)}" for k, v in c.point.items()) + "}"
        for c in different[:SHOWN]
    )
    names = [s.name for s in letters]
    source = cell(
        f"f = {exact_source(f)}",
        comment(WORDS["code"].say(say)),
        f"candidates = [{points}]",
        "values = [radsimp(simplify(f.subs(point))) for point in candidates]",
        "sqrt(min(values))" if asked.is_distance else f"{'max' if plain.largest else 'min'}(values)",
        variables=names,
        assumptions="real=True",
    )
    return Prepared(say, tuple(steps), source, _tests(plain, best), WORDS["method"])


def _tests(plain: Question, best: _Candidate) -> tuple[str, ...]:
    """At the point the value is that, and nowhere among many other points that are allowed it is better."""
    names = [s.name for s in plain.letters]
    spans = ", ".join(
        f"({exact_source(r.low if r.low is not None else r.high - 6 if r.high is not None else sp.Integer(-3))}, "
        f"{exact_source(r.high if r.high is not None else r.low + 6 if r.low is not None else sp.Integer(3))})"
        for r in (plain.ranges[s] for s in plain.letters)
    )
    place = "{" + ", ".join(f"{exact_source(k)}: {exact_source(v)}" for k, v in best.point.items()) + "}"
    head = (
        f"{', '.join(names)} = symbols('{' '.join(names)}', real=True)" if len(names) > 1 else f"{names[0]} = symbols('{names[0]}', real=True)",
        f"f = {exact_source(plain.target)}",
        f"letters, spans = [{', '.join(names)}], [{spans}]",
        "places = [[a + (b - a)*Rational((29*k + 17*j*j + k*k*(j + 1)) % 101, 100) for j, (a, b) in enumerate(spans)] for k in range(120)]",
    )  # fmt: skip
    tail: tuple[str, ...] = ("points = [dict(zip(letters, place)) for place in places]",)
    if plain.equations:
        (g,) = plain.equations
        tail = (
            f"g = {exact_source(g)}",
            "points = []",
            "for k, place in enumerate(places):",
            "    last = letters[k % len(letters)]",
            "    point = {v: p for v, p in zip(letters, place) if v != last}",
            "    equation = g.subs(point)",
            "    if equation.has(last):",
            "        roots = [r for r in Poly(equation, last).nroots(n=20, maxsteps=200) if r.is_real]",
            "        bounds = dict(zip(letters, spans))[last]",
            f"        ends = {[[r.low is not None, r.high is not None] for r in (plain.ranges[s] for s in plain.letters)]}[k % len(letters)]",
            "        points += [{**point, last: r} for r in roots if (not ends[0] or r >= bounds[0]) and (not ends[1] or r <= bounds[1])]",
        )
    sign = "-" if plain.largest else ""
    squared = ("positive = answer >= 0", "answer = answer**2") if plain.is_distance else ("positive = True",)
    return (
        *head,
        *tail,
        *squared,
        f"best = f.subs({place})",
        f"bool(positive and abs(N(best - answer, 30)) < 1e-20 and all(N({sign}(f.subs(p) - answer), 20) > -1e-9 for p in points))",
    )


def _point(point: dict[sp.Symbol, sp.Expr]) -> str:
    return ",\\ ".join(f"{latex(k)}={latex(v)}" for k, v in point.items())
