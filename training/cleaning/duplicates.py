"""Examples that were seen before: the same solution of a problem, more solutions of it than are wanted, nearly the same problem.

Two problems are nearly the same when they have the same numbers in the same order and nearly the same words; with other
numbers it is another problem, as in practice. Words are compared by MinHash, so what is kept of a problem is some
kilobytes, whatever its length (`tests/bench/cleaning.py` measures it).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b
from typing import Final

import numpy as np
from datasketch import MinHash, MinHashLSH

from solver.transcript import Cell, Prose, fold
from training.cleaning.base import Fault
from training.cleaning.words import Words, grams, words
from training.examples import Example

PERMUTATIONS: Final = 64
FINDING: Final = (0.1, 0.9)
"""Wrong candidates cost little, for sketches are compared; missed ones are not found again. At 0.9 alike 997 of 1,000 are."""
SHINGLE: Final = 3
"""Words; short problems have few."""
_NO_MATTER: Final = re.compile(r"#[^\n]*|\s+")
_PROTOTYPE: Final = MinHash(num_perm=PERMUTATIONS)


def sketch(numbers: Iterable[str], masked: tuple[str, ...]) -> MinHash:
    """Of words under their numbers: texts with other numbers have nothing in common."""
    under = "|".join(numbers)
    made = MinHash(num_perm=PERMUTATIONS, permutations=_PROTOTYPE.permutations, scheme=_PROTOTYPE.scheme)
    made.update_batch([f"{under}\0{' '.join(gram)}".encode() for gram in set(grams(masked, SHINGLE))])
    return made


class Near:
    """Texts by what they are nearly like."""

    def __init__(self, threshold: float) -> None:
        self._threshold = threshold
        self._index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, weights=FINDING)
        self._sketches: dict[str, np.ndarray] = {}

    def like(self, made: MinHash) -> str | None:
        """The name of a text that is that near, the first in the alphabet; None where there is none."""
        candidates = (name for name in self._index.query(made))
        near = [
            name for name in candidates if np.mean(self._sketches[name] == made.hashvalues) >= self._threshold
        ]
        return min(near, default=None)

    def add(self, name: str, made: MinHash) -> None:
        """Remember a text."""
        if name in self._sketches:  # two problems may have one id
            name = f"{name}~{len(self._sketches)}"
        self._index.insert(name, made, check_duplication=False)
        self._sketches[name] = made.hashvalues


class Duplicates:
    """What has been kept so far."""

    def __init__(self, *, near: float, solutions: int) -> None:
        """`near` of 0 to 1 is how much two texts have in common, `solutions` how many a problem may have."""
        self._near, self._solutions = Near(near), solutions
        self._seen: dict[bytes, set[bytes]] = {}

    def take(self, example: Example, told: Words | None = None) -> None:
        """Remember an example as kept.

        Raises:
            Fault: `duplicate`, `enough-solutions` or `near-duplicate`; then it is not remembered.
        """
        told = told or words(example.problem)
        problem, solution = _digest(" ".join(told.tokens)), fingerprint(example)
        known = self._seen.get(problem)
        if known is None:
            made = sketch(told.numbers, told.masked)
            if (like := self._near.like(made)) is not None:
                raise Fault("near-duplicate", like)
            self._near.add(example.id, made)
            self._seen[problem] = {solution}
        elif solution in known:
            raise Fault("duplicate", example.problem[:60])
        elif len(known) >= self._solutions:
            raise Fault("enough-solutions", f"it has {len(known)}")
        else:
            known.add(solution)


def fingerprint(example: Example) -> bytes:
    """What makes a solution this one: its programs, without comments and spaces; its words where it has none."""
    blocks = fold(example.events)
    programs = [_NO_MATTER.sub("", b.source) for b in blocks if isinstance(b, Cell)]
    said = [] if programs else [" ".join(words(b.text).tokens) for b in blocks if isinstance(b, Prose)]
    return _digest("\0".join([*programs, *said]))


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).digest()
