"""A problem's text as words that can be compared: numbers by their values, formulas without what makes no difference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from training.cleaning.numbers import NUMBER, numbers

_FRACTION: Final = re.compile(r"\\[dtc]?frac\s*(?:\{\s*(\d+)\s*\}\s*\{\s*(\d+)\s*\}|(\d)(\d))")
_NOTHING: Final = re.compile(
    r"\\(?:left|right|displaystyle|quad|qquad|text|mathrm|mbox)(?![a-z])|\\[()\[\],;:! ]|[$\u200b{}~]"
)
_TOKEN: Final = re.compile(rf"{NUMBER.pattern}|\\?[a-z]+|[\u3400-\u9fff]|[-+*/^=<>|%]|[×÷≤≥≠√π]")
_OPTIONS: Final = re.compile(r"\n\s*\(?A[).．:：]\s")
HASH: Final = "#"
"""Instead of a number, where texts with other numbers shall be the same."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words in their order.

    Attributes:
        tokens: words, characters, signs, and numbers as their values: `1,000` is `1000`, `0.50` and `1/2` are `1/2`.
        masked: the same with `#` for each number.
        letters: how many of them are words or Chinese characters.
        chinese: whether most of those are characters, of which a thought takes more.
    """

    tokens: tuple[str, ...]
    masked: tuple[str, ...]
    numbers: tuple[str, ...]
    letters: int
    chinese: bool


def words(text: str) -> Words:
    r"""The words of a text.

    >>> words(r"Solve $2x + \frac{1}{2} = 1,000$").tokens
    ('solve', '2', 'x', '+', '1/2', '=', '1000')
    >>> words("共12.50元").masked
    ('共', '#', '元')
    """
    plain = _NOTHING.sub(" ", _FRACTION.sub(lambda m: f" {m[1] or m[3]}/{m[2] or m[4]} ", text.lower()))
    tokens, masked, found, letters, han = list[str](), list[str](), list[str](), 0, 0
    for token in _TOKEN.findall(plain):
        first = token[0]
        if first.isdigit():
            value = str((numbers(token) or [token])[0])
            tokens.append(value)
            masked.append(HASH)
            found.append(value)
            continue
        tokens.append(token)
        masked.append(token)
        if first >= "\u3400":
            han += 1
        letters += first >= "\u3400" or len(token) > 1
    return Words(tuple(tokens), tuple(masked), tuple(found), letters, 2 * han > letters)


def stem(problem: str) -> str:
    """A problem without its options.

    >>> stem("1+1 is\\n(A) 1\\n(B) 2")
    '1+1 is'
    """
    found = _OPTIONS.search(problem)
    return problem[: found.start()] if found else problem


def grams(tokens: Sequence[str], size: int) -> list[tuple[str, ...]]:
    """Each `size` words that follow each other; the whole where there are fewer."""
    return [tuple(tokens[at : at + size]) for at in range(max(1, len(tokens) - size + 1))]
