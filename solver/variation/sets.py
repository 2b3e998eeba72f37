"""Sets and intervals that stand in a text: their elements stay different, elements and ends in order, and what belongs together stays so.

Texts only: `{2, 3, 5}`, also with LaTeX's brackets; `on (2, 5)`, `2 < x < 5`. Not: sets by a condition, dots.
"""

from __future__ import annotations

import re
from itertools import permutations, zip_longest
from typing import Final

_LISTED: Final = re.compile(r"\{\s*-?\d+(?:\s*[,，、]\s*-?\d+)+\s*\\?\}", re.ASCII)
_ELEMENT: Final = re.compile(r"-?\d+", re.ASCII)
_END: Final = r"-?\d+(?:\.\d+)?"
_LESS: Final = r"\s*(?:<=?|≤|\\l(?:eq?|t)(?![a-z]))\s*"
_INTERVAL: Final = re.compile(
    rf"(?:(?<![A-Za-z])(?:on|over|in|interval)|区间为?|∈)\s*\$?\s*[(\[]\s*(?P<a>{_END})\s*,\s*(?P<b>{_END})\s*[)\]]"
    rf"|(?<![\d.])(?P<c>{_END}){_LESS}[A-Za-z]{_LESS}(?P<d>{_END})(?![\d.])",
    re.ASCII,
)


def sets_in_order(text: str, new_text: str) -> str:
    r"""The new text with every set and interval in increasing order that is so in its model.

    >>> sets_in_order(r"A = \{1, 2, 3\}, B={5,4}", r"A = \{7, 9, 8\}, B={3,2}")
    'A = \\{7, 8, 9\\}, B={3,2}'
    >>> sets_in_order("increasing on (3, 8), P(1 < X < 2)", "increasing on (9, -2), P(7 < X < 5)")
    'increasing on (-2, 9), P(5 < X < 7)'
    """
    new_text = _intervals_in_order(text, new_text)
    old = [_elements(m[0]) for m in _LISTED.finditer(text)]
    new = list(_LISTED.finditer(new_text))
    if len(old) != len(new):
        return new_text
    for was, match in reversed(list(zip(old, new, strict=True))):
        if was == sorted(was):
            new_text = new_text[: match.start()] + _ordered(match[0]) + new_text[match.end() :]
    return new_text


def _intervals_in_order(text: str, new_text: str) -> str:
    old, new = (list(_INTERVAL.finditer(t)) for t in (text, new_text))
    if len(old) != len(new):
        return new_text
    for was, match in reversed(list(zip(old, new, strict=True))):
        low, high = was["a"] or was["c"], was["b"] or was["d"]
        first, second = match["a"] or match["c"], match["b"] or match["d"]
        if float(low) < float(high) and float(first) > float(second):
            start, end = match.start("a" if match["a"] else "c"), match.end("b" if match["a"] else "d")
            between = new_text[start + len(first) : end - len(second)]
            new_text = f"{new_text[:start]}{second}{between}{first}{new_text[end:]}"
    return new_text


def sets_alike(text: str, new_text: str) -> bool:
    """Whether elements that were different are, and a set within another one still is.

    >>> old = "U={1,2,3,4}, A={2,3}"
    >>> [sets_alike(old, new) for new in ("U={1,2,5,6}, A={2,6}", "U={1,2,5,6}, A={2,7}", "U={1,2,2,6}, A={2,6}")]
    [True, False, False]
    """
    old, new = ([_elements(found) for found in _LISTED.findall(t)] for t in (text, new_text))
    if len(old) != len(new):
        return True
    pairs = list(zip(old, new, strict=True))
    return all(len(set(a)) == len(set(b)) for a, b in pairs) and all(
        set(b) <= set(d) for (a, b), (c, d) in permutations(pairs, 2) if set(a) <= set(c)
    )


def _elements(listed: str) -> list[int]:
    return [int(n) for n in _ELEMENT.findall(listed)]


def _ordered(listed: str) -> str:
    between = _ELEMENT.split(listed)
    numbers = map(str, sorted(_elements(listed)))
    return "".join(f"{gap}{number}" for gap, number in zip_longest(between, numbers, fillvalue=""))
