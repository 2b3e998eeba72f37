"""Whole numbers: which of the kinds of question a text asks.

Each kind has a vocabulary of its own, so that the words of one never excuse the words of another.
"""

from __future__ import annotations

from typing import Final

from solver.topics.arguments import with_letters
from solver.topics.base import Reader, Reading, Text, Unread
from solver.topics.numbers.integers import common, digits, divisibility, divisors, primes

KINDS: Final[tuple[Reader, ...]] = (common.read, primes.read, divisibility.read, divisors.read, digits.read)


def read(text: Text) -> Reading:
    """A question about one whole number, or about what several have in common."""
    text = with_letters(text)
    leftovers: list[Unread] = []
    for reader in KINDS:
        found = reader(text)
        if isinstance(found, Unread):
            leftovers.append(found)
        elif found is not None:
            return found
    return min(leftovers, key=lambda u: sum(map(len, u.fragments)), default=None)
