"""Where a stretch of a model's text ends by itself: behind a complete cell in prose. Asked with every new id.

It looks only when the new token could complete a cell; all others cost one look into a table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from solver.models.marks import Marks
from solver.profiles import Profile
from solver.segment import CellEnd, Segmenter

if TYPE_CHECKING:
    from tokenizers import Tokenizer

FENCED: Final = "`\n"
CALLED: Final = "`\n>}|"


def table_of(tokenizer: Tokenizer, profile: Profile) -> bytes:
    """For each id 1 where its text holds a character that a cell or a call can end with, else 0."""
    marks = CALLED if profile.calls else FENCED
    texts = tokenizer.decode_batch(
        [[n] for n in range(tokenizer.get_vocab_size(with_added_tokens=True))], skip_special_tokens=False
    )
    return bytes(any(mark in text for mark in marks) for text in texts)


class CellStop:
    """Says with which id a cell has become complete. One stretch, one object."""

    def __init__(
        self,
        table: bytes,
        decode: Callable[[Sequence[int]], str],
        marks: Marks,
        stop: Sequence[str] = (),
    ) -> None:
        """`decode` goes on where it was; `stop` are other texts that end the stretch."""
        self._table, self._decode, self._marks, self._stop = table, decode, marks, tuple(stop)
        self._segmenter, self._new = Segmenter(), list[int]()
        self._tail = ""

    def __call__(self, token: int) -> bool:
        """Whether the stretch ends with this id."""
        self._new.append(token)
        looks = token >= len(self._table) or self._table[token]
        if not looks and not self._stop:
            return False
        text = self._decode(self._new)
        self._new = []
        if self._stop:
            self._tail = (self._tail + text)[-1000:]
            if any(s in self._tail for s in self._stop):
                return True
        return any(isinstance(s, CellEnd) for s in self._segmenter.feed(self._marks.feed(text)))
