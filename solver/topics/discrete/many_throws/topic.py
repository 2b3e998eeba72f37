"""The chance of an event of several throws, explained by the quickest true count, and checked throw by throw."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from itertools import product
from math import comb, prod
from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.ports import Language
from solver.topics.base import Reading, Text
from solver.topics.cells import cell, comment
from solver.topics.discrete.many_throws.chinese import chinese
from solver.topics.discrete.many_throws.events import MAX_OUTCOMES, WORDS, Event, Throws, total_of
from solver.topics.discrete.many_throws.reading import Said, english
from solver.topics.prepared import Prepared

SHOWN: Final = 12


def read(text: Text) -> Reading:
    """Throws of dice or coins, and an event or an expected value."""
    if not re.search(r"\b(?:dice|die|coins?|nickels?|penn|number cubes?)|骰子|硬币", text.source):
        return None
    found = chinese(text.source) if text.language == "zh" else english(text.source)
    if found is None:
        return None
    if found.heads is not None:
        return _weighted(found, found.heads, text.language)
    by_formula = found.event is not None and found.event.kind == "number"
    if found.throws.outcomes > MAX_OUTCOMES and not by_formula:
        return None
    return _expected(found, text.language) if found.expected else _fair(found, text.language)


def _fraction(value: Fraction) -> str:
    return str(exact_latex(sp.Rational(value.numerator, value.denominator)))


def _fair(said: Said, say: Language) -> Reading:
    throws, event = said.throws, said.event
    assert event is not None
    step, fit = _count(throws, event, say)
    chance = Fraction(fit, throws.outcomes)
    quotient, answer = rf"\frac{{{fit}}}{{{throws.outcomes}}}", _fraction(chance)
    steps = (
        WORDS["all"].say(say, count=throws.count, sides=throws.sides, outcomes=throws.outcomes),
        *step,
        WORDS["chance"].say(say, chance=quotient if quotient == answer else f"{quotient}={answer}"),
    )
    if event.kind == "number":
        good, bad = len(event.faces), throws.sides - len(event.faces)
        lines = [
            "from math import comb",
            "",
            comment(WORDS["code"].say(say)),
            f"fitting = sum(comb({throws.count}, k)*{good}**k*{bad}**({throws.count} - k) for k in {list(event.wanted)})",
            f"Rational(fitting, {throws.sides}**{throws.count})",
        ]
        tests = _by_throws(throws, event)
        return Prepared(say, steps, _with_import(lines), tests, WORDS["method"], WORDS["sentence"])
    lines = [
        "from itertools import product",
        "",
        comment(WORDS["code"].say(say)),
        f"outcomes = list(product({_faces(throws)}, repeat={throws.count}))",
        f"fitting = [t for t in outcomes if {event.source()}]",
        "Rational(len(fitting), len(outcomes))",
    ]
    tests = (
        "outcomes = [()]",
        f"for throw in range({throws.count}):",
        f"    outcomes = [(*t, face) for t in outcomes for face in {_faces(throws)}]",
        f"others = sum(1 for t in outcomes if not ({event.source()}))",
        f"answer == 1 - Rational(others, {throws.outcomes})",
    )
    return Prepared(say, steps, _with_import(lines), tests, WORDS["method"], WORDS["sentence"])


def _with_import(lines: list[str]) -> str:
    """sympy's product is another one than that of itertools."""
    head, blank, *rest = lines
    return "\n".join(
        [
            f"from sympy import {'Rational, prod' if any('prod(' in line for line in rest) else 'Rational'}",
            head,
            blank,
            *rest,
        ]
    )


def _faces(throws: Throws) -> str:
    return (
        f"range({throws.faces.start}, {throws.faces.stop})"
        if throws.faces.start
        else f"range({throws.faces.stop})"
    )


def _by_throws(throws: Throws, event: Event) -> tuple[str, ...]:
    good = len(event.faces)
    return (
        "row = [S(1)]",
        f"for throw in range({throws.count}):",
        f"    row = [{throws.sides - good}*a + {good}*b for a, b in zip(row + [0], [0] + row)]",
        f"others = sum(row[k] for k in range({throws.count + 1}) if k not in {list(event.wanted)})",
        f"answer == 1 - Rational(others, {throws.outcomes})",
    )


def _count(throws: Throws, event: Event, say: Language) -> tuple[list[str], int]:
    """How many outcomes fit, and how that is told."""
    n, sides = throws.count, throws.sides
    if event.kind == "number":
        return _number(throws, event, say)
    if event.kind == "same" and event.wanted in ((1,), tuple(range(2, n + 1))):
        factors = [sides - k for k in range(n)]
        told = r"\cdot ".join(map(str, factors)) if n <= sides else "0"
        different = prod(factors) if n <= sides else 0
        if event.wanted == (1,):
            return [WORDS["different"].say(say, sides=sides, product=told, value=different)], different
        fit = throws.outcomes - different
        if n > 2:
            return [
                WORDS["opposite"].say(
                    say, product=told, different=different, outcomes=throws.outcomes, value=fit
                )
            ], fit
    if event.kind == "same" and event.wanted == (n,):
        return [WORDS["alike"].say(say, sides=sides, value=sides)], sides
    fitting = [t for t in product(throws.faces, repeat=n) if event.holds(t)]
    if not fitting:
        return [WORDS["nothing"].say(say)], 0
    if len(fitting) <= SHOWN:
        letters = (lambda f: "TH"[f]) if throws.is_coin else str
        outcomes = ",\\ ".join("(" + ",".join(map(letters, t)) + ")" for t in fitting)
        return [WORDS["listed"].say(say, outcomes=outcomes, value=len(fitting))], len(fitting)
    if event.kind == "total":
        counts = Counter(total_of(event.of, t) for t in fitting)
        if len(counts) <= SHOWN:
            table = ", ".join(f"\\({v}\\): \\({counts[v]}\\)" for v in sorted(counts))
            return [WORDS["by_value"].say(say, table=table, value=len(fitting))], len(fitting)
    return [WORDS["counted"].say(say, value=len(fitting))], len(fitting)


def _number(throws: Throws, event: Event, say: Language) -> tuple[list[str], int]:
    n, good = throws.count, len(event.faces)
    bad = throws.sides - good
    counts = {k: comb(n, k) * good**k * bad ** (n - k) for k in event.wanted}
    told = [
        WORDS["exactly"].say(say, k=k, n=n, good=good, bad=bad, rest=n - k, value=v)
        for k, v in counts.items()
    ]
    total = sum(counts.values())
    if not counts:
        return [WORDS["nothing"].say(say)], 0
    if len(counts) > 1:
        told = told if len(told) <= 6 else [told[0], told[-1]]
        told.append(WORDS["cases"].say(say, terms="+".join(map(str, counts.values())), value=total))
    return told, total


def _expected(said: Said, say: Language) -> Reading:
    throws = said.throws
    counts = Counter(total_of(said.expected, t) for t in product(throws.faces, repeat=throws.count))
    if throws.count < 2 or said.expected == "difference" and throws.count != 2:
        return None
    mean = Fraction(sum(v * c for v, c in counts.items()), throws.outcomes)
    terms = [rf"{v}\cdot {counts[v]}" for v in sorted(counts)]
    shown = "+".join(terms if len(terms) <= SHOWN else [*terms[:3], r"\cdots", terms[-1]])
    steps = (
        WORDS["all"].say(say, count=throws.count, sides=throws.sides, outcomes=throws.outcomes),
        WORDS["expected"].say(say, terms=shown, outcomes=throws.outcomes, value=_fraction(mean)),
    )
    source = {
        "sum": "sum(t)",
        "product": "prod(t)",
        "difference": "max(t) - min(t)",
        "largest": "max(t)",
        "smallest": "min(t)",
    }[said.expected]
    lines = [
        "from itertools import product",
        "",
        comment(WORDS["code_expected"].say(say)),
        f"outcomes = list(product({_faces(throws)}, repeat={throws.count}))",
        f"Rational(sum({source} for t in outcomes), len(outcomes))",
    ]
    tests = (
        "outcomes = [()]",
        f"for throw in range({throws.count}):",
        f"    outcomes = [(*t, face) for t in outcomes for face in {_faces(throws)}]",
        f"answer == sum(Rational({source}, {throws.outcomes}) for t in outcomes)",
    )
    return Prepared(say, steps, _with_import(lines), tests, WORDS["method"], WORDS["expected_answer"])


def _weighted(said: Said, p: Fraction, say: Language) -> Reading:
    n, event = said.throws.count, said.event
    if event is None or event.kind not in ("number", "order"):
        return None
    q = 1 - p
    if event.kind == "order":
        factors = [p if side else q for side in event.wanted]
        value = Fraction(prod(f.numerator for f in factors), prod(f.denominator for f in factors))
        steps = [
            WORDS["in_order"].say(
                say, product=r"\cdot ".join(map(_fraction, factors)), value=_fraction(value)
            )
        ]
        source = f"prod(p if side else 1 - p for side in {event.wanted})"
        tests: tuple[str, ...] = (
            f"p = Rational({p.numerator}, {p.denominator})",
            f"answer == p**{sum(event.wanted)}*(1 - p)**{n - sum(event.wanted)}",
        )
    else:
        heads = event.wanted if event.faces == (1,) else tuple(sorted(n - k for k in event.wanted))
        values = {k: comb(n, k) * p**k * q ** (n - k) for k in heads}
        if not values or len(values) > 8:
            return None
        steps = [
            WORDS["weighted"].say(
                say, p=_fraction(p), q=_fraction(q), k=k, n=n, rest=n - k, value=_fraction(v)
            )
            for k, v in values.items()
        ]
        if len(values) > 1:
            steps.append(
                WORDS["added"].say(
                    say,
                    terms="+".join(map(_fraction, values.values())),
                    value=_fraction(sum(values.values(), Fraction(0))),
                )
            )
        source = f"sum(binomial({n}, k)*p**k*(1 - p)**({n} - k) for k in {list(heads)})"
        tests = (
            f"p = Rational({p.numerator}, {p.denominator})",
            "row = [S(1)]",
            f"for throw in range({n}):",
            "    row = [(1 - p)*a + p*b for a, b in zip(row + [0], [0] + row)]",
            f"answer == sum(row[k] for k in {list(heads)})",
        )
    lines = [
        comment(WORDS["code_weighted"].say(say)),
        f"p = Rational({p.numerator}, {p.denominator})",
        source,
    ]
    return Prepared(say, tuple(steps), cell(*lines), tests, WORDS["method_weighted"], WORDS["sentence"])
