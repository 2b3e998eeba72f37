"""What a problem of a whole and its rest has told: the parts in their order, what is left."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from solver.topics.stories.school.english.methods.rests_words import RATIO, REST, SILENT
from solver.topics.stories.school.english.nouns import one_form
from solver.topics.stories.school.english.sheet import Ledger
from solver.topics.stories.school.english.words import STRICT
from solver.topics.stories.school.working import Term, Working, num


@dataclass
class Part:
    """A part of the whole: the words that tell it, and how much of the whole (or, where that is told, how much) it is."""

    words: frozenset[str]
    size: Term
    at: int = 0  # which part of a ratio without names


@dataclass
class Parts(Ledger):
    """What a problem of a whole, its parts and their rest has told so far."""

    work: Working
    noun: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()  # the words among which the whole was told
    unit: str = ""
    whole: Term | None = None
    known: tuple[Term, frozenset[str]] | None = None
    parts: list[Part] = field(default_factory=list)
    rest: Term = field(default_factory=lambda: num(1))
    closed: bool = False  # everything has its place


def words_of(said: str) -> frozenset[str]:
    """The words of a piece that tell a part."""
    said = REST.sub(" ", RATIO.sub(" ", said))
    return frozenset(
        one_form(w)
        for w in said.split()
        if re.fullmatch("[a-zà-ÿ'-]+", w) and w not in STRICT and not re.fullmatch(SILENT, w)
    )
