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
_DOUBLED: Final = tuple((a, 2 * b, c) for x, y, c in _TRIPLES for a, b in ((x, y), (y, x)))
"""Half of an isosceles triangle or a rhombus is a right triangle: one leg is told twice as long."""
_SQUARED: Final = tuple((a * a, b * b, c * c) for a, b, c in _TRIPLES if c < 30)
"""As the axes of conics are told."""
_TIMES: Final = (1, 2, 3, 4, 6, 12, 36)
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
    for pairs, triples in ((_PAIRS, _TRIPLES), (_HALVED, _DOUBLED), (_SQUARES, _SQUARED)):
        bonds = [(a, b) for a, b in combinations(whole, 2) if (int(a.text), int(b.text)) in pairs]
        if bonds and not new:
            a, b = rng.choice(bonds)
            if sides := _other_sides(int(a.text), int(b.text), rng, triples):
                new = {a: str(sides[0]), b: str(sides[1])}
    return new


def sum_with_product(found: tuple[Numeral, ...], rng: Random) -> dict[Numeral, str]:
    """The sum and the product of two whole numbers become those of others: 15, 54 → 13, 36."""
    whole = _whole(found)
    bonds = [(s, p, parts) for s in whole for p in whole if (parts := _parts_of(int(s.text), int(p.text)))]
    if not bonds:
        return {}
    total, product, old = rng.choice(bonds)
    a, b = (rng.randint(2, max(9, 2 * n)) for n in old)
    return {total: str(a + b), product: str(a * b)} if a != b and (a, b) != old else {}


def product_of_two(found: tuple[Numeral, ...], rng: Random) -> dict[Numeral, str]:
    """Two numbers with their product become others with theirs: 16, 9, 144 → 4, 25, 100. Squares stay squares."""
    whole = [n for n in _whole(found) if int(n.text) > 1]
    values = [int(n.text) for n in whole]
    bonds = [(i, j, k) for i, j in combinations(range(len(whole)), 2) for k in range(len(whole))
             if k not in (i, j) and values[i] * values[j] == values[k]]  # fmt: skip
    if not bonds:
        return {}
    i, j, k = rng.choice(bonds)
    a, b = (_factor_like(values[m], rng) for m in (i, j))
    return {whole[i]: str(a), whole[j]: str(b), whole[k]: str(a * b)} if a != b else {}


def times_squares(found: tuple[Numeral, ...], rng: Random) -> dict[Numeral, str]:
    """A small number times a square or a cube becomes the same one times another: 96 = 6 · 4² → 6 · 5²."""
    ways = [(n, c, power, k) for n in _whole(found) for c in _TIMES for power in (2, 3)
            if int(n.text) > 8 and (k := _root(int(n.text), c, power)) > 1]  # fmt: skip
    if not ways:
        return {}
    numeral, c, power, k = rng.choice(ways)
    new = c * rng.randint(2, 2 * k + 2) ** power
    return {numeral: str(new)} if new <= 3 * int(numeral.text) + 20 else {}


def _root(n: int, times: int, power: int) -> int:
    """k where n = times · k^power; 0 where there is none."""
    return next((k for k in range(1, 100) if times * k**power == n), 0) if n < 10**6 else 0


def _factor_like(n: int, rng: Random) -> int:
    root = isqrt(n)
    return rng.randint(2, max(5, root + 2)) ** 2 if root * root == n else rng.randint(2, max(9, 2 * n))


def _parts_of(total: int, product: int) -> tuple[int, int] | None:
    """Two different whole numbers above 1 with this sum and this product."""
    inside = total * total - 4 * product
    root = isqrt(inside) if inside > 0 else 0
    low = (total - root) // 2
    return (total - low, low) if root * root == inside > 0 and low > 1 and total != product else None


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
    roots = [n for n in whole if 1 < int(n.text) < 130]
    if len(whole) < 2 or not roots:
        return {}
    old = int(rng.choice(roots).text)
    new = rng.randint(2, max(9, 2 * old)) if old < 13 else rng.randint(old // 2, 2 * old)
    bonds = [(old * old, new * new), (2 * old, 2 * new), (old + 1, new + 1), (old - 1, new - 1)]
    table = {old: new} | {o: n for o, n in rng.sample(bonds, 2) if o > 1 and o != old}
    changed = {n: table[int(n.text)] for n in whole if int(n.text) in table}
    sizes = all(1 < v <= 3 * int(n.text) + 20 for n, v in changed.items())
    return {n: str(v) for n, v in changed.items()} if len(changed) > 1 and sizes else {}


def _pairs(triples: tuple[tuple[int, int, int], ...]) -> frozenset[tuple[int, int]]:
    return frozenset(p for t in triples for p in (*combinations(t, 2), *combinations(t[::-1], 2)))


_PAIRS: Final = _pairs(_TRIPLES)
_HALVED: Final = _pairs(_DOUBLED)
_SQUARES: Final = _pairs(_SQUARED)


def _other_sides(
    a: int, b: int, rng: Random, triples: tuple[tuple[int, int, int], ...] = _TRIPLES
) -> tuple[int, int] | None:
    """The same two sides of another triple of about this size."""
    both = [
        (t, i, j) for t in triples for i in range(3) for j in range(3) if (t[i], t[j]) == (a, b) and i != j
    ]
    if not both:
        return None
    _, i, j = both[0]
    if triples is _TRIPLES and j != 2 and i != 2 and rng.random() < 0.5:
        i, j = j, i
    near = [t for t in triples if max(t) <= 3 * max(a, b) + 10 and (t[i], t[j]) != (a, b)]
    chosen = rng.choice(near) if near else None
    return (chosen[i], chosen[j]) if chosen else None


def _split(n: int) -> tuple[int, int]:
    """n = square² · free."""
    square = next(k for k in range(isqrt(n), 0, -1) if n % (k * k) == 0)
    return square, n // square**2


def _whole(found: tuple[Numeral, ...]) -> list[Numeral]:
    return [n for n in found if n.role == "number" and n.text.isdigit()]
