"""Formulas of a text that can be made true for chosen values of their letters: how equations get whole solutions.

An equation or inequality, or a lone polynomial that has a power of its letter (then of = 0). A formula that our grammar does not
read, or that has more than `MAX_LETTERS`, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Final

import sympy as sp

from solver.formula import FormulaError, letter, parse_list, to_sympy
from solver.formula.nodes import Relation, symbols
from solver.reader import clean
from solver.variation.literals import Numeral, written

MAX_LETTERS: Final = 3
MAX_FORMULAS: Final = 3
_WORDS: Final = "is|of|if|to|at|in|on|by|so|or|as|we|it|be|do|an|no|us|me|my|he|a|I"
_PIECE: Final = (
    r"(?:\\(?:sqrt|[dt]?frac|log|ln|left|right|cdot|times|,)(?![A-Za-z])|(?:sqrt|log|ln)(?![A-Za-z])"
    rf"|(?<![A-Za-z\\])(?!(?:{_WORDS})(?![A-Za-z]))[A-Za-z]{{1,2}}(?![A-Za-z])|\d+(?:\.\d+)?|[-+*/^(){{}}|×÷−√²³ ])"
)
_SIGN: Final = r"(?:=|<=|>=|<|>|≤|≥|\\(?:leq?|geq?|lt|gt)(?![A-Za-z]))"
_FORMULA: Final = re.compile(rf"{_PIECE}+(?:{_SIGN}{_PIECE}+)?", re.ASCII)
_HIDDEN: Final = "kmnpqw"


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula at `start:end` of a text, with its letters."""

    start: int
    end: int
    letters: frozenset[str]

    def balancing(
        self, text: str, new: Mapping[Numeral, str], numeral: Numeral, values: Mapping[str, int]
    ) -> int | None:
        """The whole number above 1 that makes the formula true in the place of `numeral`, with the `new` numbers elsewhere."""
        name = next(c for c in _HIDDEN if c not in self.letters)
        changed = {_moved(n, self.start): t for n, t in new.items() if n is not numeral}
        changed[_moved(numeral, self.start)] = name
        difference = _difference(written(text[self.start : self.end], changed))
        if difference is None:
            return None
        try:
            known = difference.subs({letter(x): values[x] for x in self.letters})
            at = [known.subs(letter(name), n) for n in (0, 1, 2)]
            if any(not v.is_Rational for v in at) or at[2] - at[1] != at[1] - at[0] or at[1] == at[0]:
                return None
            value = -at[0] / (at[1] - at[0])
        except (TypeError, ValueError, ArithmeticError, AttributeError):
            return None
        return int(value) if value.is_Integer and 1 < value < 10**6 else None


def whole_value(rng: Random) -> int:
    """A value for a letter: small, more often positive."""
    return rng.randint(2, 9) if rng.random() < 0.7 else rng.randint(-9, -1)


@lru_cache(maxsize=64)
def formulas_in(text: str) -> tuple[Formula, ...]:
    """The formulas of a text that can be balanced; none where there are too many.

    >>> [(f.start, sorted(f.letters)) for f in formulas_in("Solve 2x + 3y = 12, x - y = 1 for x.")]
    [(5, ['x', 'y']), (19, ['x', 'y'])]
    """
    found = []
    for match in _FORMULA.finditer(text):
        letters = _letters(match[0])
        if letters and len(letters) <= MAX_LETTERS:
            found.append(Formula(match.start(), match.end(), letters))
    return tuple(found) if len(found) <= MAX_FORMULAS else ()


def _letters(source: str) -> frozenset[str]:
    """The letters of a relation with numbers on some side, or of a lone polynomial; none of anything else."""
    if not re.search(r"\d", source) or re.fullmatch(rf"\s*[A-Za-z]\s*{_SIGN}\s*[-\d./ ]+", source):
        return frozenset()
    relation = re.search(_SIGN, source) is not None
    if not relation and not re.search(r"[A-Za-z]\s*(?:\^|²|³)", source):
        return frozenset()
    try:
        (node,) = parse_list(clean(source))
    except (FormulaError, ValueError):
        return frozenset()
    return frozenset(symbols(node)) - {"e", "i"} if relation == isinstance(node, Relation) else frozenset()


def _difference(source: str) -> sp.Expr | None:
    try:
        (node,) = parse_list(clean(source))
        if isinstance(node, Relation):
            left, right = node.sides
            return to_sympy(left) - to_sympy(right)
        value = to_sympy(node)
    except (FormulaError, ValueError, TypeError, ArithmeticError):
        return None
    return value if isinstance(value, sp.Expr) else None


def _moved(numeral: Numeral, start: int) -> Numeral:
    return Numeral(numeral.start - start, numeral.end - start, numeral.text, numeral.role)
