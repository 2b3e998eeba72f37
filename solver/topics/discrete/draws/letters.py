"""Letters picked from a word or from a list of counts: `{x: 7, k: 4}`, `kkoyyy`, the letters of the word BANANA.

Read: how many letters are picked, with or without replacement, which letters (how many of each, or in which order).
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from solver.topics.discrete.draws.chances import Bound, Counts, Draw, Event, InOrder

_SOURCE: Final = (
    r"(?P<source>\{\s*[a-z]\s*:\s*\d+(?:\s*,\s*[a-z]\s*:\s*\d+)*\s*\}|[a-z]{2,60}"
    r"|(?:the )?(?:letters (?:of|in) )?(?:the )?word [\"']?(?P<word>[a-z]{2,40})[\"']?)"
)
_PICK: Final = rf"(?P<number>\d+) letters (?:are |were )?(?:picked|drawn|chosen|selected|taken)(?: at random| randomly)?,? (?P<mode>without|with) replacement from {_SOURCE}"
_ASK: Final = r"(?:please )?(?:what is|what s|what's|give|calculate|find|compute|determine|work out|evaluate) (?:the )?(?:prob|probability|chance)"
_HOW: Final = (
    r"(?:of sequence (?P<sequence>[a-z]+)|(?:of|that) (?:the )?sequence (?:is )?(?P<other>[a-z]+)"
    r"|of (?:picking|getting|drawing|choosing|selecting) (?P<counts>\d+ [a-z]'?s?(?:,? (?:and )?\d+ [a-z]'?s?)*))"
)
_ORDERS: Final = (
    rf"{_PICK} ?[.;] ?{_ASK} {_HOW}",
    rf"{_ASK} {_HOW} (?:when|if|where) {_PICK}",
    rf"(?:when|if) {_PICK}, (?:then )?{_ASK} {_HOW}",
)


def read_letters(text: str) -> Draw | None:
    """The draw of a whole text (in lower case, numbers in digits), None where it is not of this kind."""
    for order in _ORDERS:
        match = re.fullmatch(rf"{order} ?[.?]*", text)
        if match:
            break
    else:
        return None
    source = match["word"] or match["source"]
    if source.startswith("{"):
        pairs = re.findall(r"([a-z])\s*:\s*(\d+)", source)
        if len({letter for letter, _ in pairs}) != len(pairs):
            return None
        kinds = tuple((letter, int(count)) for letter, count in pairs if int(count))
    else:
        kinds = tuple(Counter(source).items())
    event = _event(match["sequence"] or match["other"], match["counts"], int(match["number"]))
    if event is None:
        return None
    return Draw(kinds, int(match["number"]), match["mode"] == "with", event)


def _event(sequence: str | None, counts: str | None, number: int) -> Event | None:
    if sequence:
        return InOrder(tuple(sequence)) if len(sequence) == number else None
    wanted = [(letter, int(count)) for count, letter in re.findall(r"(\d+) ([a-z])", counts or "")]
    if sum(count for _, count in wanted) != number or len({letter for letter, _ in wanted}) != len(wanted):
        return None
    return Counts(tuple(Bound((letter,), count, count) for letter, count in wanted))
