"""How Chinese characters sound, without tones, and common words of two characters: what an input method offers for the same keys.

`characters.txt` and `words.txt` are made by `make.py` from two libraries, whose licences are in `LICENCES.txt`.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).parent


def sounds_of(text: str) -> frozenset[tuple[str, ...]]:
    """The ways to read a text aloud, a syllable for each character; none where a character is not in the table.

    >>> sorted(sounds_of("周长"))
    [('zhou', 'chang'), ('zhou', 'zhang')]
    >>> sounds_of("x轴")
    frozenset()
    """
    return frozenset(product(*(_sounds().get(character, ()) for character in text)))


def is_common(text: str) -> bool:
    """Whether a text is a word that people know, or sounds like one of mathematics and is another.

    >>> is_common("几分"), is_common("机分")
    (True, False)
    """
    return text in _words()


@cache
def _sounds() -> dict[str, tuple[str, ...]]:
    made: dict[str, tuple[str, ...]] = {}
    for line in (_HERE / "characters.txt").read_text("utf-8").splitlines():
        syllable, characters = line.split()
        for character in characters:
            made[character] = (*made.get(character, ()), syllable)
    return made


@cache
def _words() -> frozenset[str]:
    return frozenset((_HERE / "words.txt").read_text("utf-8").split())
