"""What a story of a whole, its shares and a ratio has told, and the words that may stand in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from solver.topics.stories.school.english.roles.words import (
    FUNCTION,
    Words,
    is_number,
    root,
    sentence_of,
    unit_of,
)
from solver.topics.stories.school.english.sheet import Ledger
from solver.topics.stories.school.working import Term, Unfit

# Words that change what an amount is, in a way that is not followed here.
CHANGING: Final = frozenset(
    "except without discount refund broken damaged lost lose loses returned returns return extra additional less times twice double triple "
    "average per neither none nobody never again later instead increase increased increases decrease decreased added add adds joins joined joining "
    "leave leaves borrowed lent reduced rise rose fell doubled halved remaining-of most least nearly almost about approximately rounded overlap "
    "several some few only-some unless if".split()
) - {"if", "several"}  # fmt: skip


REST: Final = frozenset("rest remainder remaining others else leftover".split())


MEASURES: Final = frozenset(
    map(root, "land area distance weight mass money time length volume total amount sum number whole estate budget income size cost value quantity stock supply harvest crop load mixture audience crowd staff spending sales way journey price capacity all group collection".split())
)  # fmt: skip


PEOPLE: Final = frozenset(
    map(root, "people persons person thing things item items piece pieces unit units money one ones".split())
)


VERBS: Final = frozenset(
    map(
        root,
        "have own contain get receive need use come be there sell make hold keep find does do did sold bought buy many much cost weigh weight mass go went gone "
        "spend spent pay paid belong travel grow grown plant planted produce cover covered used taken take belongs earn read live work stay travelled traveled visit "
        "own bring brought play attend choose chose prefer like size area length amount volume value worth big large exist eventually finally end write written type types".split(),
    )
)  # fmt: skip


ALL: Final = re.compile(
    r"\b(?:altogether|in total|in all|all|total|whole|originally|at first|entire|all together)\b"
)


MORE: Final = frozenset("more larger bigger greater longer heavier further".split())


LESS: Final = frozenset("fewer less smaller shorter lighter".split())


@dataclass
class Story(Ledger):
    """A story of a whole, its shares and a ratio, while it is read."""

    tokens: list[str]
    asked: list[bool]
    base: Words = frozenset()
    """What the shares are said to be of."""

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence of a token begins and ends."""
        return sentence_of(self.tokens, at)


@dataclass(frozen=True)
class Ratio:
    """The letters of its numbers ("" for one), where it begins and ends, the names of the parts."""

    letters: tuple[str, ...]
    start: int
    end: int
    names: tuple[tuple[str, ...], ...]


@dataclass
class Part:
    """A part of the whole: its words, and what part of the whole it is (with how that is computed)."""

    words: Words
    size: Term
    strong: Words = frozenset()  # the words that stand where the name must stand


def own_words(ratio: Ratio, head: Words) -> list[Words]:
    """The words of each name that the others do not have and that do not name the whole."""
    names = [frozenset(map(root, n)) for n in ratio.names]
    common = frozenset.intersection(*names)
    if not all(n - common for n in names):
        raise Unfit
    return [n - common - head or n - common for n in names]


def behind_number(tokens: Sequence[str], at: int) -> list[str]:
    """The noun behind a number, as roots."""
    found: list[str] = []
    for word in tokens[at + 1 : at + 6]:
        if unit_of(word) or word == "of" and not found:
            continue
        if word in FUNCTION or is_number(word):
            break
        found.append(root(word))
    return found
