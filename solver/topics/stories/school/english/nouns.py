"""What a thing is called, and what a quantity may be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from solver.topics.stories.school.english.marks import ANY
from solver.topics.stories.word_problems.wording import singular

_TOKEN: Final = re.compile(rf"{ANY}|[a-zà-öø-ÿ][a-zà-öø-ÿ0-9²³'-]*|[,():/%]")


def tokens_of(text: str) -> tuple[str, ...]:
    """The words of a clause.

    >>> tokens_of("tom's \ue000 pens, which")
    ("tom's", '\\ue000', 'pens', ',', 'which')
    """
    return tuple(_TOKEN.findall(text))


@dataclass(frozen=True, slots=True)
class Noun:
    """What a thing is called: words in the singular; `of` what it is or holds (a bag of rice)."""

    words: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    plural: bool = False

    @property
    def head(self) -> str:
        """The last word."""
        return self.words[-1] if self.words else ""

    @property
    def every(self) -> frozenset[str]:
        """All its words."""
        return frozenset(self.words + self.of)

    def __str__(self) -> str:
        return " ".join(self.words + (("of", *self.of) if self.of else ()))


@dataclass(frozen=True, slots=True)
class Np:
    """A name of something: how it is introduced (`quant`: a, the, each, his, …), whose it is, and what else it is joined with."""

    noun: Noun
    quant: str = ""
    owner: str = ""
    others: tuple[Np, ...] = ()

    @property
    def pronoun(self) -> bool:
        return self.quant == "pronoun"

    @property
    def every(self) -> frozenset[str]:
        """All its words, with those of whose it is."""
        return self.noun.every | frozenset(self.owner.split())


@dataclass(frozen=True, slots=True)
class Compare:
    """ "… as many as", "… more than": `sign` of what is more, or a multiple; of what (None: not said); "that" is "it"."""

    sign: int
    base: Np | None
    when: tuple[str, ...] = ()
    said: bool = False


@dataclass(frozen=True, slots=True)
class Qty:
    """A quantity. `kind`: n (a number), m (money), f (a part of `whole`), a (one, no number), some, rest, same."""

    kind: str
    letter: str = ""
    unit: str = ""
    noun: Noun = Noun()
    compare: Compare | None = None
    whole: Np | Qty | None = None
    inside: Qty | None = None  # of 17 chairs, with 48 photos each, at $3 a kilo
    inside_by: str = ""
    per: Noun | None = None
    each: bool = False
    adjective: str = ""
    determined: bool = False  # the 6 tables


def noun_of(words: tuple[str, ...], of: tuple[str, ...] = ()) -> Noun:
    """A noun from its words as they stand."""
    if not words:
        return Noun()
    last = singular(words[-1])
    tail = (*of[:-1], singular(of[-1])) if of else ()
    return Noun((*words[:-1], last), tail, last != words[-1])


def one_form(word: str) -> str:
    """A word without the ending that tells how many or whose: children's and child, pens and pen."""
    plain = word.removesuffix("'s").removesuffix("'")
    return {"children": "child", "men": "man", "women": "woman", "people": "person"}.get(
        plain, singular(plain)
    )
