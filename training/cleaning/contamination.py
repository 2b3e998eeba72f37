"""Problems of evaluation that no training may see, and whether a problem is one of them.

- `contaminated`: the whole text is the same, numbers by their values, or 13 words in a row are, as in the practice of the
  field since GPT-3 (Brown et al. 2020, appendix C); in Chinese 20 characters, for a word has one to two of them.
- `contaminated-near`: the same numbers, whatever their order, and nearly the same words.
- `contaminated-variant`: the same text with other numbers. A short formula with other numbers is an exercise, no leak, so the
  text must be as long as above.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from training.cleaning.base import Fault
from training.cleaning.duplicates import Near, sketch
from training.cleaning.words import Words, grams, stem, words

WORDS: Final = 13
CHARACTERS: Final = 20
NEAR: Final = 0.6
MIN_NUMBERS: Final = 2
MIN_LETTERS: Final = 6
SHARE: Final = 0.8
"""Of a problem's passages without numbers that must stand in those of evaluation, for a variant."""


class Forbidden:
    """The problems of evaluation. Hashes of their passages are kept, not their texts."""

    def __init__(self, *, variants: bool = True) -> None:
        """`variants`: whether the same text with other numbers is forbidden, too."""
        self._variants = variants
        self._whole: dict[int, str] = {}
        self._passages: dict[int, str] = {}
        self._masked: dict[int, str] = {}
        self._near = Near(NEAR)
        self.count = 0

    def add(self, name: str, question: str) -> None:
        """Forbid a problem."""
        self.count += 1
        told = words(stem(question))
        self._whole.setdefault(hash(told.tokens), name)
        for gram in _passages(told, told.tokens):
            self._passages.setdefault(hash(gram), name)
        for gram in _passages(told, told.masked):
            self._masked.setdefault(hash(gram), name)
        if _can_be_near(told):
            self._near.add(name, sketch(sorted(told.numbers), told.masked))

    def check(self, problem: str) -> None:
        """Pass a problem that is none of them.

        Raises:
            Fault: it is one; the text names it.
        """
        if not self.count:
            return
        told = words(stem(problem))
        if (name := self._whole.get(hash(told.tokens))) is not None:
            raise Fault("contaminated", name)
        if _can_be_near(told) and (like := self._near.like(sketch(sorted(told.numbers), told.masked))) is not None:  # fmt: skip
            raise Fault("contaminated-near", like)
        masked = [self._masked.get(hash(gram)) for gram in _passages(told, told.masked)]
        known = [name for name in masked if name is not None]
        variant = bool(masked) and len(known) >= SHARE * len(masked)
        if variant and self._variants and told.numbers:
            raise Fault("contaminated-variant", max(known, key=known.count))
        for gram in _passages(told, told.tokens):
            if (name := self._passages.get(hash(gram))) is not None and not (variant and told.numbers):
                raise Fault("contaminated", name)


def _passages(told: Words, tokens: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Those that are long enough to be nobody's by chance."""
    size = CHARACTERS if told.chinese else WORDS
    if len(tokens) >= size and told.letters >= size // 2:
        yield from grams(tokens, size)


def _can_be_near(told: Words) -> bool:
    return len(told.numbers) >= MIN_NUMBERS and told.letters >= MIN_LETTERS
