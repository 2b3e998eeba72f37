"""Polynomials of a text that are written out in one letter, and others of their form with whole roots, vertices or turning points.

`x^2 - 6x + 8`, `4x³+6x`, `3x - 6`: the same powers stand in the new one, in the same way of writing, and a leading
coefficient 1 stays 1. Not: factors, powers of sums, quotients, several letters, coefficients that are not whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import gcd, isqrt
from random import Random
from typing import Final

_SUPERSCRIPTS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_POWER: Final = rf"(?:\^\{{\d\}}|\^\d(?!\d)|[{_SUPERSCRIPTS[2:]}])"
_TERM: Final = rf"(?:\d{{1,4}}[A-Za-z]{_POWER}?|[A-Za-z]{_POWER}?|\d{{1,4}}(?!\d|\.\d))"
_SIGN: Final = r"\s*[-+−]\s*"
_CHAIN: Final = re.compile(rf"[-−]?{_TERM}(?:{_SIGN}{_TERM})+", re.ASCII)
_JOINED_BEFORE: Final = re.compile(
    r"(?:[\w)}²³.\\][-−]?|_\{|[-+−*/^×÷_√|]\s*|[)}²³]\s+-|(?:sin|cos|tan|cot|ln|log|lg)\s+)$", re.ASCII
)
_JOINED_BEHIND: Final = re.compile(
    r"[\w({\\²³]|\.\d|\s*[-+−*/^×÷](?!\s*\.\.\.)|\s*\\(?:frac|sqrt|cdot|times|div)", re.ASCII
)
_PIECE: Final = re.compile(
    rf"(?P<sign>[-+−]?)\s*(?P<factor>\d*)(?:(?P<letter>[A-Za-z])(?P<power>{_POWER})?)?", re.ASCII
)
MAX_DEGREE: Final = 6


@dataclass(frozen=True, slots=True)
class Polynomial:
    """At `start:end` of a text, its powers in the order in which they are written, with their coefficients."""

    start: int
    end: int
    text: str
    letter: str
    terms: tuple[tuple[int, int], ...]
    """(power, coefficient)"""

    def redrawn(self, rng: Random, *, signs: bool) -> str | None:
        """Another one with the same powers, written the same way; `signs`: they may change. None where none was found."""
        old = dict(self.terms)
        first = self.terms[0][0]
        exact = _exactness(old) if rng.random() < 0.85 else None
        for _ in range(60):
            new = _drawn(old, rng)
            if new is None or new == old or old[first] * new[first] < 0:
                continue
            if exact is not None and _exactness(new) != exact:
                continue
            if _like(old, new, signs=signs):
                return self._written(new)
        return None

    def _written(self, new: Mapping[int, int]) -> str:
        pieces: list[str] = []
        spaces = re.findall(r"(\s*)[-+−](\s*)", self.text[1:])
        minus = "−" if "−" in self.text else "-"
        for i, (power, _) in enumerate(self.terms):
            factor = new[power]
            sign = minus if factor < 0 else "+"
            before, behind = spaces[i - 1] if i else ("", "")
            pieces.append(f"{before}{sign}{behind}" if i else minus * (factor < 0))
            bare = abs(factor) == 1 and power > 0
            pieces.append(("" if bare else str(abs(factor))) + self._monomial(power))
        return "".join(pieces)

    def _monomial(self, power: int) -> str:
        if power < 2:
            return self.letter * power
        if re.search(rf"[{_SUPERSCRIPTS}]", self.text):
            return f"{self.letter}{_SUPERSCRIPTS[power]}"
        return f"{self.letter}^{{{power}}}" if "^{" in self.text else f"{self.letter}^{power}"


def polynomials_in(text: str) -> tuple[Polynomial, ...]:
    """Every written-out polynomial of a text from left to right.

    >>> [(p.text, p.terms) for p in polynomials_in("画出y=x²-6x+8和y=4 - 3t的图像，(x+1)/2")]
    [('x²-6x+8', ((2, 1), (1, -6), (0, 8))), ('4 - 3t', ((0, 4), (1, -3))), ('x+1', ((1, 1), (0, 1)))]
    """
    found = (_read(match) for match in _CHAIN.finditer(text) if _alone(match, text))
    return tuple(p for p in found if p is not None)


def _alone(match: re.Match[str], text: str) -> bool:
    before, behind = text[: match.start()], text[match.end() :]
    return not _JOINED_BEFORE.search(before) and not _JOINED_BEHIND.match(behind)


def _read(match: re.Match[str]) -> Polynomial | None:
    letters: set[str] = set()
    terms: dict[int, int] = {}
    for piece in _PIECE.finditer(match[0].strip()):
        if not (piece["factor"] or piece["letter"]):
            continue
        power = _power(piece["power"]) if piece["letter"] else 0
        letters |= {piece["letter"]} - {None}
        factor = int(piece["factor"] or 1) * (1 if piece["sign"] in ("", "+") else -1)
        if power in terms or power > MAX_DEGREE or not factor:
            return None
        terms[power] = factor
    if len(letters) != 1 or letters & {"i", "e"} or len(terms) < 2:
        return None
    return Polynomial(match.start(), match.end(), match[0], letters.pop(), tuple(terms.items()))


def _power(written: str | None) -> int:
    if written is None:
        return 1
    return _SUPERSCRIPTS.index(written) if written in _SUPERSCRIPTS else int(written.strip("^{}"))


# -- drawing ------------------------------------------------------------------------------------------


def _drawn(old: Mapping[int, int], rng: Random) -> dict[int, int] | None:
    """Coefficients for the powers of `old`: mostly with whole roots or turning points, else of its sizes."""
    powers, degree = set(old), max(old)
    lead = 1 if abs(old[degree]) == 1 else rng.randint(2, max(6, abs(old[degree])))
    lead = lead if old[degree] > 0 else -lead
    r, s, t = (rng.choice((1, 1, -1)) * rng.randint(1, 9) for _ in range(3))
    way = rng.random()
    if degree == 1:
        new = {1: lead, 0: -lead * r if way < 0.7 else r}
    elif powers == {2, 0}:
        new = {2: lead, 0: lead * -r * r if way < 0.6 else r}
    elif powers == {2, 1}:
        new = {2: lead, 1: lead * 2 * r if way < 0.6 else r}
    elif powers == {2, 1, 0}:
        if way < 0.45:
            new = {2: lead, 1: -lead * (r + s), 0: lead * r * s}
        elif way < 0.8:
            new = {2: lead, 1: -2 * lead * r, 0: lead * r * r + s if way < 0.6 else _sized(old[0], rng)}
        else:
            new = {power: _sized(factor, rng) for power, factor in old.items()} | {2: lead}
    elif powers == {3, 1}:
        new = {3: lead, 1: lead * rng.choice((-3, -1)) * t * t if way < 0.6 else r}
    elif powers == {3, 2, 1}:
        new = {3: lead, 2: -lead * (r + s), 1: lead * r * s}
    elif powers == {4, 2, 0}:
        new = {4: lead, 2: -lead * (r * r + s * s), 0: lead * r * r * s * s}
    elif powers == {3, 2, 1, 0} and way < 0.6:
        new = {3: lead, 2: -lead * (r + s + t), 1: lead * (r * s + s * t + t * r), 0: -lead * r * s * t}
    else:
        new = {power: _sized(factor, rng) for power, factor in old.items()} | {degree: lead}
        # an integral or a mean of them stays whole where it was
        new = {p: f * (p + 1) if old[p] % (p + 1) == 0 and p and p < degree else f for p, f in new.items()}
    return new if set(new) == powers and all(new.values()) else None


def _exactness(terms: Mapping[int, int]) -> tuple[bool, ...]:
    """What there is of real roots and turning points, and which are whole; nothing of what is not looked at."""
    a, powers = terms[max(terms)], set(terms)
    if powers == {1, 0}:
        return (terms[0] % a == 0,)
    if max(powers) == 2:
        b, c = terms.get(1, 0), terms.get(0, 0)
        inside = b * b - 4 * a * c
        return inside > 0, inside == 0, _is_square(inside), b % (2 * a) == 0, a * inside > 0, a * c > 0
    if powers == {3, 1}:
        return a * terms[1] < 0, _is_square(-terms[1] // a), _is_square(-terms[1] // (3 * a))
    if powers == {3, 2, 1}:
        return (_is_square(terms[2] ** 2 - 4 * a * terms[1]),)
    if powers == {4, 2, 0}:
        root = isqrt(max(0, inside := terms[2] ** 2 - 4 * a * terms[0]))
        return root * root == inside, *(_is_square((-terms[2] + r) // (2 * a)) for r in (root, -root))
    return ()


def _is_square(n: int) -> bool:
    return n >= 0 and isqrt(n) ** 2 == n


def _sized(factor: int, rng: Random) -> int:
    """As many digits; the sign by chance."""
    size = len(str(abs(factor)))
    value = rng.randint(1 if size == 1 else 10 ** (size - 1), 10**size - 1)
    return value if rng.random() < 0.5 else -value


def _like(old: Mapping[int, int], new: Mapping[int, int], *, signs: bool) -> bool:
    """About as large; with as large a common factor: 1 or not."""
    if not signs and any(old[p] * new[p] < 0 for p in old):
        return False
    largest, bound = max(map(abs, new.values())), max(map(abs, old.values()))
    return largest <= 3 * bound + 12 and (gcd(*old.values()) == 1) <= (
        gcd(*new.values()) == 1 or len(old) == 2
    )
