"""Numbers of a text that belong together: sides of a right triangle, numbers under roots, a number with its square.

Each function gives new numbers for all of a bond at once, so that what was exact before is exact again; empty where the
text has no such bond.
"""

from __future__ import annotations

import re
from itertools import combinations
from math import gcd, isqrt
from random import Random
from typing import Final

from solver.variation.literals import Numeral

_FAMILIES: Final = ((3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29), (9, 40, 41), (12, 35, 37))
_TRIPLES: Final = tuple((a * k, b * k, c * k) for a, b, c in _FAMILIES for k in range(1, 9) if c * k < 100)
_FREE: Final = (2, 3, 5, 6, 7, 10, 11, 13)
_UNDER_ROOT: Final = re.compile(r"(?:√\s*\(?|sqrt\s*[({])\s*$")
_QUOTIENT: Final = re.compile(r"(\d+)(\D+)(\d+)", re.ASCII)


def right_triangle(found: tuple[Numeral, ...], rng: Random) -> dict[Numeral, str]:
    """Two numbers, or a fraction, of one Pythagorean triple become those of another, the same two sides of it."""
    new: dict[Numeral, str] = {}
    for numeral in found:
        pair = _QUOTIENT.search(numeral.text) if numeral.role == "fraction" else None
        sides = _other_sides(int(pair[1]), int(pair[3]), rng) if pair else None
        if pair and sides and gcd(*sides) == 1:
            before, behind = numeral.text[: pair.start()], numeral.text[pair.end() :]
            new[numeral] = f"{before}{sides[0]}{pair[2]}{sides[1]}{behind}"
    whole = _whole(found)
    bonds = [(a, b) for a, b in combinations(whole, 2) if (int(a.text), int(b.text)) in _PAIRS]
    if bonds and not new:
        a, b = rng.choice(bonds)
        if sides := _other_sides(int(a.text), int(b.text), rng):
            new = {a: str(sides[0]), b: str(sides[1])}
    return new


def under_roots(text: str, found: tuple[Numeral, ...], rng: Random) -> dict[Numeral, str]:
    """Numbers under roots: those with one root part keep one together (12 and 27: 2√3 and 3√3), squares stay squares."""
    new: dict[Numeral, str] = {}
    parts: dict[int, int] = {}
    for numeral in _whole(found):
        if not _UNDER_ROOT.search(text[: numeral.start]) or int(numeral.text) > 10**4:
            continue
        square, free = _split(int(numeral.text))
        if free not in parts:
            others = [m for m in _FREE if m != free and m not in parts.values() and m <= 2 * free + 5]
            parts[free] = 1 if free == 1 else rng.choice(others or [free])
        factor = square if square == 1 else rng.randint(2, max(5, square + 2))
        new[numeral] = str(factor**2 * parts[free])
    return new


def together(found: tuple[Numeral, ...], rng: Random) -> dict[Numeral, str]:
    """One number everywhere, with its square, its double and its neighbours: 3, 9 → 5, 25; 2, 4 → 3, 9 or 3, 6."""
    whole = _whole(found)
    roots = [n for n in whole if 1 < int(n.text) < 40]
    if len(whole) < 2 or not roots:
        return {}
    old = int(rng.choice(roots).text)
    new = rng.randint(2, max(9, 2 * old)) if old < 13 else rng.randint(old // 2, 2 * old)
    bonds = [(old * old, new * new), (2 * old, 2 * new), (old + 1, new + 1), (old - 1, new - 1)]
    table = {old: new} | {o: n for o, n in rng.sample(bonds, 2) if o > 1 and o != old}
    changed = {n: table[int(n.text)] for n in whole if int(n.text) in table}
    sizes = all(1 < v <= 3 * int(n.text) + 20 for n, v in changed.items())
    return {n: str(v) for n, v in changed.items()} if len(changed) > 1 and sizes else {}


_PAIRS: Final = frozenset(
    pair for triple in _TRIPLES for pair in (*combinations(triple, 2), *combinations(triple[::-1], 2))
)


def _other_sides(a: int, b: int, rng: Random) -> tuple[int, int] | None:
    """The same two sides of another triple of about this size."""
    both = [
        (t, i, j) for t in _TRIPLES for i in range(3) for j in range(3) if (t[i], t[j]) == (a, b) and i != j
    ]
    if not both:
        return None
    _, i, j = both[0]
    if j != 2 and i != 2 and rng.random() < 0.5:
        i, j = j, i
    near = [t for t in _TRIPLES if t[2] <= 3 * max(a, b) + 10 and (t[i], t[j]) != (a, b)]
    chosen = rng.choice(near) if near else None
    return (chosen[i], chosen[j]) if chosen else None


def _split(n: int) -> tuple[int, int]:
    """n = square² · free."""
    square = next(k for k in range(isqrt(n), 0, -1) if n % (k * k) == 0)
    return square, n // square**2


def _whole(found: tuple[Numeral, ...]) -> list[Numeral]:
    return [n for n in found if n.role == "number" and n.text.isdigit()]
