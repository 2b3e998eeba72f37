"""Words of English phrases for numbers: counts, ordinals, ends, bases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from solver.ports import Language
from solver.topics.numbers.described.parts import Part
from solver.topics.numbers.places import ENGLISH

SAY: Final[Language] = "en"
COUNTS: Final = {
    w: k
    for k, w in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(),
        1,
    )
}
ORDINALS: Final = {
    w: k for k, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
COUNT: Final = rf"(?:\d+|{'|'.join(COUNTS)})"
NTH: Final = rf"(?:{'|'.join(ORDINALS)}|\d[\d,]*(?:st|nd|rd|th))"
SMALL: Final = r"smallest|least|lowest"
LARGE: Final = r"largest|greatest|biggest|highest"
END: Final = rf"(?:{SMALL}|{LARGE})"
PLACE: Final = ENGLISH
BASE: Final = r"base[ -](?:\$?\d{1,2}\$?|two|three|four|five|six|seven|eight|nine|ten|twelve|sixteen)"
DIGIT_OF: Final = r"(?:of|in|for)"


def count_of(word: str) -> int:
    """A number word or digits."""
    return COUNTS.get(word) or int(word)


def nth_of(word: str) -> int:
    """`third`, `21st`."""
    return ORDINALS.get(word) or int(re.sub(r"\D", "", word))


def joints(text: str, words: str = r" and ") -> Iterator[tuple[str, str]]:
    """Every way to cut a phrase in two at one of the words."""
    for match in re.finditer(words, text):
        yield text[: match.start()].rstrip(","), text[match.end() :]


def only(found: Iterator[Part | None]) -> Part | None:
    """The one reading; None where there is none, or where two differ."""
    parts = [p for p in found if p is not None]
    return parts[0] if parts and len({p.value for p in parts}) == 1 else None


def base_in(text: str) -> int:
    """The base that a phrase names; 0 where it names none."""
    found = re.search(BASE, text)
    word = re.sub(r"base|[^a-z\d]", "", found[0]) if found else ""
    return int(word) if word.isdigit() else COUNTS.get(word, 0)
