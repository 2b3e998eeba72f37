"""Where a told solution ends before its end: at a stop sequence, or after so many tokens. And how tokens are counted.

Whatever pieces a text comes in, it is cut at the same place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_PIECE: Final = re.compile(r"\s*(?:[A-Za-z]{1,6}|\d{1,3}|[^\sA-Za-z\d])|\s+")


def count(text: str) -> int:
    """Tokens of a text, estimated: six letters, three digits or one other sign are one, the space before it with it.

    A model's own tokenizer counts otherwise; the built-in tutor has none.

    >>> count("Solve x^2 = 4."), count("解方程"), count("")
    (7, 3, 0)
    """
    return sum(1 for _ in _PIECE.finditer(text))


class Cutter:
    """Lets text pass up to the first stop sequence or the last token that is allowed; `finish` says which of them it was.

    >>> cutter = Cutter(stop=["END"]); cutter.take("one E"), cutter.take("ND two"), cutter.finish
    ('one ', '', 'stop')
    >>> cutter = Cutter(max_tokens=2); cutter.take("one two three") + cutter.rest(), cutter.finish
    ('one two', 'length')
    """

    def __init__(self, *, stop: Sequence[str] = (), max_tokens: int | None = None) -> None:
        self._stop, self._max = tuple(stop), max_tokens
        self._text, self._passed = "", 0
        self.finish: str | None = None

    @property
    def text(self) -> str:
        """All that passed."""
        return self._text[: self._passed]

    def take(self, text: str) -> str:
        """What of the text may pass now; what may be the beginning of a stop sequence waits."""
        if self.finish:
            return ""
        self._text += text
        end = len(self._text) - self._begun()
        found = [at for stop in self._stop if (at := self._text.find(stop)) >= 0]
        if found:
            end, self.finish = min(found), "stop"
        if (limit := self._limit()) is not None and limit <= end and limit < len(self._text):
            end, self.finish = limit, "length"
        return self._pass(end)

    def rest(self) -> str:
        """What waited, when no more comes."""
        return "" if self.finish else self._pass(len(self._text))

    def _pass(self, end: int) -> str:
        passed, self._passed = self._text[self._passed : max(end, self._passed)], max(end, self._passed)
        return passed

    def _begun(self) -> int:
        """Characters at the end that a stop sequence may begin with."""
        return max(
            (n for stop in self._stop for n in range(1, len(stop)) if self._text.endswith(stop[:n])),
            default=0,
        )

    def _limit(self) -> int | None:
        """Where the last token that is allowed ends; None where there are not more."""
        if self._max is None:
            return None
        for number, piece in enumerate(_PIECE.finditer(self._text)):
            if number == self._max:
                return piece.start()
        return None
