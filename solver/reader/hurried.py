r"""What people type in a hurry, written out: "n" and "w/", prices without a sign, lists without commas, telegrams for questions, sounds for characters.

Tried for texts that were not understood as they stand or without what is said around them. Numbers, names and what is asked stay; spelling is `spelling`'s and `homophones`'. What was changed in a
word is told to the student; commas and the like are not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from solver.reader.asides import wordings
from solver.reader.homophones import as_meant
from solver.reader.hurried_chinese import CHARACTERS, in_full_chinese
from solver.reader.hurried_english import SHORT, in_full_english
from solver.reader.remarks import without_remarks
from solver.reader.spelling import respelt

_HAN: Final = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Unhurried:
    """A text and the words that were read otherwise than they stand: (as typed, as read). `full`: it was written out."""

    text: str
    words: tuple[tuple[str, str], ...] = ()
    full: bool = True


def unhurried(text: str) -> Unhurried:
    """A cleaned text in full.

    >>> unhurried("geometric seq w/ S2=6 , find the coeficient")
    Unhurried(text='geometric sequence with S2=6, find the coefficient', words=(('w/', 'with'), ('seq', 'sequence'), ('coeficient', 'coefficient')), full=True)
    >>> unhurried("用距阵解:x+y=3 x-y=1").words
    (('距阵', '矩阵'),)
    """
    chinese = _HAN.search(text) is not None
    rows, rest, mended = (
        (CHARACTERS, in_full_chinese, as_meant) if chinese else (SHORT, in_full_english, respelt)
    )
    words: list[tuple[str, str]] = []
    if chinese:  # first, for what is put in stands beside words as they are meant
        text, other = mended(text)
        words += other
    for pattern, usual in rows:

        def made(match: re.Match[str], usual: str = usual) -> str:
            made = match.expand(usual)
            if match[0].strip().lower() != made.strip().lower():
                words.append((match[0].strip(), made.strip()))
            return made

        text = pattern.sub(made, text)
    if not chinese:
        text, other = mended(text)
        words += other
    return Unhurried(_settled(rest, text), tuple(dict.fromkeys(words)))


def every_wording(text: str) -> Iterator[Unhurried]:
    """The ways to read a cleaned text, one after the other: as `wordings` has them, then those of the text in full.

    >>> [w.text for w in every_wording("solve x+y=3 n x-y=1 pls")][-1]
    'solve x+y=3 n x-y=1'
    """
    known = wordings(text)
    if (plain := without_remarks(known[-1])) != known[-1]:
        known = tuple(dict.fromkeys((*known, *wordings(plain))))
    yield from (Unhurried(source, full=False) for source in known)
    seen = set(known)
    for source in dict.fromkeys((text, known[-1])):
        full = unhurried(source)
        for other in wordings(full.text):
            if other not in seen:
                seen.add(other)
                yield Unhurried(other, full.words)


def _settled(rewrite: Callable[[str], str], text: str) -> str:
    """What comes of a few rounds."""
    for _ in range(3):
        text, before = rewrite(text), text
        if text == before:
            break
    return text
