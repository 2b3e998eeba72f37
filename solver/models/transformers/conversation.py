"""What a model was told and has written, as ids, each with the text that it stands for.

Pure: knows no model and no template. Told the whole text of the next round, it keeps the ids that still are its
beginning, so that a conversation that goes on is never tokenised again, nor computed again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

Encode: TypeAlias = Callable[[str], Sequence[tuple[int, int]]]
"""Ids of a text that goes on from others, each with where in the text its own ends. Several ids of one character end
where it ends."""


class Conversation:
    """The ids of one problem, from round to round.

    Laws: the ids of `tell` stand for its text; those that are kept are exactly those that were there; where the text
    only became longer, all are kept.
    """

    def __init__(self, encode: Encode, *, incremental: bool = True) -> None:
        """`incremental`: whether `encode` may be given a part of a text; else it is always given the whole, and the
        laws about what is kept do not hold."""
        self._encode, self._incremental = encode, incremental
        self._ids: list[int] = []
        self._ends: list[
            int
        ] = []  # of the text; the last id of a character carries its end, the others are -1
        self._text = ""

    @property
    def ids(self) -> Sequence[int]:
        """All of them."""
        return self._ids

    @property
    def text(self) -> str:
        """What they stand for; an unfinished character at the end is not in it."""
        return self._text

    def tell(self, text: str) -> list[int]:
        """The ids of the whole text, as many of those that are there as possible at its beginning."""
        same = common_prefix(self._text, text)
        kept = next((n for n in range(len(self._ids), 0, -1) if 0 <= self._ends[n - 1] <= same), 0)
        kept *= self._incremental
        at = self._ends[kept - 1] if kept else 0
        del self._ids[kept:], self._ends[kept:]
        new = self._encode(text[at:]) if at < len(text) else ()
        for n, (token, end) in enumerate(new):
            last_of_character = n + 1 == len(new) or new[n + 1][1] > end
            self._ids.append(token)
            self._ends.append(at + end if last_of_character else -1)
        self._text = text
        return list(self._ids)

    def wrote(self, token: int, text: str) -> None:
        """The model wrote one more id; `text` is what became complete with it, empty within a character."""
        self._ids.append(token)
        self._text += text
        self._ends.append(len(self._text) if text else -1)


def common_prefix(a: str, b: str) -> int:
    """How many characters at the beginning of two texts are the same.

    >>> common_prefix("abc", "abd"), common_prefix("ab", "abc")
    (2, 2)
    """
    low, high = 0, min(len(a), len(b))
    while low < high:  # comparing slices is far quicker than comparing characters
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
