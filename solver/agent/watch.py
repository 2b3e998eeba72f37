"""When a model that is writing must be stopped: it thinks too long, repeats itself, or does not end. Pure.

Looks at text only; it counts tokens roughly, because the text may come from a server whose tokenizer nobody here has.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

LATIN_PER_TOKEN: Final = (
    4.0  # characters; what Qwen's and Llama's vocabularies give for English with mathematics, about
)
CJK_PER_TOKEN: Final = 1.5
LEAST: Final = 0.1
"""Tokens that a piece counts for, so that one who says nothing without end is stopped, too."""
GENEROSITY: Final = 2.0
"""A stretch may be that many times longer than it should have been by itself: the count of its tokens is rough."""

PERIOD: Final = 500
REPEATS: Final = 8
REPEATED_CHARACTERS: Final = 400
ONE_SIGN_CHARACTERS: Final = 2000  # 10^1000 written out is no loop
SAME_LINES: Final = 24
LINE_CHARACTERS: Final = 20
_EVERY: Final = 64  # characters between two looks


class Watch:
    """Over one stretch of text.

    >>> Watch(thought_tokens=2, tokens=100).stops("Let me think.", thinking=True)
    True
    """

    def __init__(self, *, thought_tokens: int, tokens: int) -> None:
        """At most `thought_tokens` of thoughts and `tokens` beside them, both roughly."""
        self._thought_tokens, self._tokens = thought_tokens, tokens
        self._thought = self._spoken = 0.0
        self._tail, self._since = "", 0
        self._line, self._lines = "", Counter[str]()

    def stops(self, text: str, *, thinking: bool) -> bool:
        """Whether the model must be stopped behind `text`, the next piece of its stretch; `thinking` is where it is by then."""
        tokens = max(tokens_in(text), LEAST)
        if thinking:
            self._thought += tokens
        else:
            self._spoken += tokens
        if thinking and self._thought > self._thought_tokens:
            return True
        if self._spoken > GENEROSITY * self._tokens:
            return True
        self._tail = (self._tail + text)[-(PERIOD * REPEATS) :]
        self._since += len(text)
        if self._since >= _EVERY:
            self._since = 0
            if repeats(self._tail):
                return True
        return self._same_line(text)

    def _same_line(self, text: str) -> bool:
        *whole, self._line = (self._line + text).split("\n")
        found = [line.strip() for line in whole if len(line.strip()) >= LINE_CHARACTERS]
        self._lines.update(found)
        return any(self._lines[line] >= SAME_LINES for line in found)


def tokens_in(text: str) -> float:
    """Tokens of a text, roughly.

    >>> tokens_in("12345678"), tokens_in("因为所以")
    (2.0, 2.6666666666666665)
    """
    wide = sum(character > "\u2e7f" for character in text)
    return wide / CJK_PER_TOKEN + (len(text) - wide) / LATIN_PER_TOKEN


def repeats(text: str) -> bool:
    """Whether a text ends in one and the same piece, again and again.

    >>> repeats("So " + "we try again. " * 40), repeats("x" * 300), repeats("1, 2, 3, 4")
    (True, False, False)
    """
    probe = text[-32:]
    at = text.rfind(probe, 0, len(text) - 1)
    period = len(text) - len(probe) - at
    if at < 0 or period > PERIOD:
        return False
    length = next((n for n in range(len(text) - period) if text[-1 - n] != text[-1 - n - period]), None)
    length = len(text) - period if length is None else length
    enough = ONE_SIGN_CHARACTERS if period == 1 else REPEATED_CHARACTERS
    return length >= max(enough, (REPEATS - 1) * period)
