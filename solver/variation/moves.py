"""How other numbers come into a text: drawn one by one, all by one factor, a list by its pattern, what belongs together
at once, polynomials from their roots, or from the answer backwards.

A move only proposes. Whether what comes out is a problem of the same kind is decided by reading and solving it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from random import Random
from typing import Final

from solver.variation.balance import formulas_in, whole_value
from solver.variation.literals import Numeral
from solver.variation.natural import LISTED
from solver.variation.polynomials import Polynomial, polynomials_in
from solver.variation.signs import is_story, signs_in, turned
from solver.variation.ties import (
    product_of_two,
    right_triangle,
    sum_with_product,
    times_squares,
    together,
    under_roots,
)
from solver.variation.trigonometry import other_angles

_POWER_LAWS: Final = re.compile(r"(?:\^|\*\*)\s*[{(]?\s*-|(?:\^\{?\d\}?|\*\*\d)\s*\)\s*(?:\^|\*\*)")
_DEFINITION: Final = re.compile(r"\s*[yz]\s*=")
"""A curve: that a point lies on it makes nothing whole that is asked."""


def changes(text: str, found: tuple[Numeral, ...], rng: Random) -> dict[Numeral, str]:
    """New numbers, signs or polynomials for some of a text; none where a move does not fit."""
    if rng.random() < 0.85 and (angles := other_angles(text, rng)):
        return angles
    if rng.random() < 0.75 and (written := _polynomials(text, found, rng)):
        return written
    if rng.random() < 0.5 and _POWER_LAWS.search(text) and (powers := _powers(found, rng)):
        return powers
    groups = _groups(found)
    if not groups:
        return _turned(text, rng)
    move = rng.random()
    single = all(len(formula.letters) == 1 for formula in formulas_in(text))
    if rng.random() < (0.7 if single else 0.4) and (balanced := _balanced(text, found, groups, rng)):
        return balanced
    if rng.random() < 0.7 and (tied := _tied(text, found, rng)):
        return {n: tied[same[0]] for g in groups if (same := [n for n in g if n in tied]) for n in g}
    signs = _turned(text, rng) if rng.random() < 0.5 else {}
    if move < 0.15 and (scaled := _scaled(found, rng)):
        return scaled | signs
    if move < 0.3 and (shifted := _shifted(text, found, rng)):
        return shifted
    chosen = groups if move < 0.65 else rng.sample(groups, rng.randint(1, min(2, len(groups))))
    return _redrawn(chosen, rng) | signs


def _powers(found: tuple[Numeral, ...], rng: Random) -> dict[Numeral, str]:
    """Other exponents, small ones too: powers are multiplied, divided or raised."""
    exponents = [n for n in found if n.role == "exponent"]
    chosen = rng.sample(exponents, rng.randint(1, len(exponents))) if exponents else []
    return {n: str(rng.randint(2, max(6, int(n.text)))) for n in chosen}


def _tied(text: str, found: tuple[Numeral, ...], rng: Random) -> dict[Numeral, str]:
    """Numbers that belong together, by one of their bonds."""
    ways: list[Callable[[], dict[Numeral, str]]] = [
        lambda: right_triangle(found, rng),
        lambda: under_roots(text, found, rng),
        lambda: sum_with_product(found, rng),
        lambda: product_of_two(found, rng),
        lambda: times_squares(found, rng),
        lambda: together(found, rng),
    ]
    rng.shuffle(ways)
    return next((new for way in ways if (new := way())), {})


def _polynomials(text: str, found: tuple[Numeral, ...], rng: Random) -> dict[Numeral, str]:
    """Other polynomials, all or some; the numbers outside them now and then too."""
    old = tuple(p for p in polynomials_in(text) if not _balances(p, text, found))
    signs = not is_story(text)
    new: dict[Numeral, str] = {}
    others: dict[str, str | None] = {}
    texts = list(dict.fromkeys(p.text for p in old))
    chosen = texts if rng.random() < 0.6 else rng.sample(texts, min(1, len(texts)))
    for polynomial in (p for p in old if p.text in chosen):
        if polynomial.text not in others:
            others[polynomial.text] = polynomial.redrawn(rng, signs=signs)
        if (other := others[polynomial.text]) is not None:
            new[Numeral(polynomial.start, polynomial.end, polynomial.text, "sign", formula=True)] = other
    outside = tuple(n for n in found if not any(p.start <= n.start < p.end for p in old))
    if new and outside and rng.random() < 0.4 and (groups := _groups(outside)):
        new |= _redrawn(rng.sample(groups, rng.randint(1, len(groups))), rng)
    return new


def _balances(polynomial: Polynomial, text: str, found: tuple[Numeral, ...]) -> bool:
    """Whether it stands in an equation with other numbers: then these decide what is whole."""
    for formula in formulas_in(text):
        if formula.start <= polynomial.start < formula.end and len(formula.letters) == 1:
            inside = [n for n in found if formula.start <= n.start < formula.end]
            outside = [n for n in inside if not polynomial.start <= n.start < polynomial.end]
            return any(n.text != "0" for n in outside)
    return False


def _turned(text: str, rng: Random) -> dict[Numeral, str]:
    """Some signs of the formulas turned."""
    signs = signs_in(text)
    chosen = rng.sample(signs, rng.randint(1, min(3, len(signs)))) if signs else []
    return {sign: turned(sign, text) for sign in chosen}


def _redrawn(groups: Iterable[list[Numeral]], rng: Random) -> dict[Numeral, str]:
    new: dict[Numeral, str] = {}
    for group in groups:
        new |= dict.fromkeys(group, group[0].redrawn(rng))
    return new


def _balanced(
    text: str, found: tuple[Numeral, ...], groups: list[list[Numeral]], rng: Random
) -> dict[Numeral, str]:
    """Answer first: whole values for the letters, other numbers in the formulas, and in each formula one that makes it true."""
    formulas = formulas_in(text)
    if not formulas or (len(formulas) == 1 and _DEFINITION.match(text, formulas[0].start)):
        return {}
    new = _redrawn(groups if rng.random() < 0.5 else rng.sample(groups, len(groups) // 2), rng)
    new = {n: t for n, t in new.items() if any(f.start <= n.start and n.end <= f.end for f in formulas)}
    values = {letter: whole_value(rng) for f in formulas for letter in sorted(f.letters)}
    for formula in formulas:
        inside = [n for n in found if formula.start <= n.start and n.end <= formula.end]
        open_ones = [n for n in inside if n.role == "number" and n.text.isdigit()]
        rng.shuffle(open_ones)
        for numeral in open_ones[:3]:
            value = formula.balancing(text, {n: new.get(n, n.text) for n in inside}, numeral, values)
            if value is not None and _near(value, int(numeral.text)):
                new[numeral] = str(value)
                break
        else:
            return {}
    return new


def _groups(found: tuple[Numeral, ...]) -> list[list[Numeral]]:
    """Numerals that change together: in prose equal numbers are one quantity, in formulas each is its own."""
    groups: list[list[Numeral]] = []
    for numeral in found:
        if not numeral.free:
            continue
        same = next((g for g in groups if not numeral.formula and not g[0].formula and g[0].text == numeral.text
                     and g[0].role == numeral.role), None)  # fmt: skip
        if same is not None:
            same.append(numeral)
        else:
            groups.append([numeral])
    return groups


def _scaled(found: tuple[Numeral, ...], rng: Random) -> dict[Numeral, str]:
    """All plain whole numbers times one fraction, where they stay whole: ratios, right angles and roots stay as nice."""
    whole = [n for n in found if n.role == "number" and n.text.isdigit()]
    factor, divisor = rng.randint(1, 7), rng.choice((1, 1, 2, 3, 4, 5))
    if not whole or factor == divisor or any(int(n.text) * factor % divisor for n in whole):
        return {}
    new = {n: str(int(n.text) * factor // divisor) for n in whole}
    return new if all(_near(int(t), int(n.text)) and int(t) > 1 for n, t in new.items()) else {}


def _shifted(text: str, found: tuple[Numeral, ...], rng: Random) -> dict[Numeral, str]:
    """The numbers of a list all moved by one number or multiplied by one: its pattern stays."""
    runs: list[list[Numeral]] = [[]]
    for numeral in found:
        if runs[-1] and not LISTED.fullmatch(text[runs[-1][-1].end : numeral.start]):
            runs.append([])
        runs[-1].append(numeral)
    whole = [
        r for r in runs if len(r) > 2 and all(n.text.isdigit() and n.role in ("number", "fixed") for n in r)
    ]
    if not whole:
        return {}
    run = rng.choice(whole)
    times, plus = rng.choice(((1, 0), (2, 0), (3, 0), (1, rng.randint(-9, 9)), (2, rng.randint(-5, 5))))
    new = {n: int(n.text) * times + plus for n in run}
    return {n: str(v) for n, v in new.items()} if all(v > 0 for v in new.values()) else {}


def _near(new: int, old: int) -> bool:
    """Of about the same size, so that the problem stays as hard."""
    return new <= 3 * old + 10 and old <= 3 * new + 10
