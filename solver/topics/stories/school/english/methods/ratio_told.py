"""What a problem of parts in a ratio has told, and by which words each part is known."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from solver.topics.stories.school.english.methods.ratio_words import FEW
from solver.topics.stories.school.english.nouns import one_form
from solver.topics.stories.school.english.sheet import Ledger
from solver.topics.stories.school.working import Term, Unfit


@dataclass
class Told(Ledger):
    """What a problem of parts in a ratio has told so far."""

    names: list[frozenset[str]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    ratio: list[Term] = field(default_factory=list)
    sentence: int = -1
    shares: list[Term] = field(default_factory=list)
    whole: Term | None = None
    noun: frozenset[str] = frozenset()
    unit: str = ""
    known: tuple[int, Term] | None = None
    base: frozenset[str] = frozenset()  # what it is a share of
    shared: frozenset[str] = frozenset()  # what is said of the part that is told as a share
    apart: tuple[int, int, Term] | None = None  # how much more one part is than another
    joint: Term | None = None  # what share of the whole all parts are together
    listed: bool = False  # said: there are no others


def words_of(said: str) -> frozenset[str]:
    return frozenset(one_form(w) for w in said.split() if w not in FEW)


def distinct(told: Told) -> list[frozenset[str]]:
    """The words of each part that no other part has, and that do not name the whole."""
    found = []
    for i, name in enumerate(told.names):
        others = frozenset[str]().union(*(n for j, n in enumerate(told.names) if j != i))
        found.append(name - others - (told.noun if name - others - told.noun else frozenset()))
    if not all(found):
        raise Unfit
    return found


def matches(told: Told, words: frozenset[str]) -> list[int]:
    found = [i for i, d in enumerate(distinct(told)) if d <= words]
    if found:
        return found
    roots = {_root(w) for w in words}
    return [i for i, d in enumerate(distinct(told)) if {_root(w) for w in d} <= roots]


def _root(word: str) -> str:
    """One form for who does something and what he does: kayakers, kayaking, kayak."""
    return re.sub(r"(?:ing|er)$", "", word) if len(word) > 5 else word
