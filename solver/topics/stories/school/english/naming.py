"""Reads names of things from the words of a clause."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from solver.topics.stories.school.english.marks import ANY
from solver.topics.stories.school.english.nouns import Noun, Np, noun_of
from solver.topics.stories.school.english.words import (
    ARTICLES,
    FINITE,
    FORMS,
    is_open,
)
from solver.topics.stories.word_problems.wording import singular

THESE: Final = frozenset("the his her its their these those this my our that".split())
MAX_WORDS: Final = 5
_PERSONAL: Final = frozenset("he she it they him her them himself herself we i you me us".split())
_POSSESSIVE: Final = frozenset("his her its their my our".split())
_ONE: Final = frozenset("a an one each every".split())
# What may stand between an article and a noun; these of them tell which one, and so belong to the name.
_ORDER: Final = frozenset("whole next first second last following local other".split())
_NAMING_ORDER: Final = frozenset("first second last next other".split())


class Names:
    """Reads names of things, from left to right; None where there is none."""

    def __init__(self, tokens: tuple[str, ...], at: int = 0, end: int | None = None) -> None:
        self.tokens, self.at, self.end = tokens, at, len(tokens) if end is None else end

    def peek(self, ahead: int = 0) -> str:
        """A token, or nothing."""
        return self.tokens[self.at + ahead] if self.at + ahead < self.end else ""

    def take(self, *words: str) -> bool:
        """Go past these words where they stand."""
        if all(self.peek(i) == w for i, w in enumerate(words)):
            self.at += len(words)
            return True
        return False

    def sees(self, pattern: str, ahead: int = 0) -> bool:
        """Whether a token is of a kind (`ANY` number, `MONEY`, a `FRACTION`)."""
        return re.match(pattern, self.peek(ahead) or "-") is not None

    @property
    def done(self) -> bool:
        return self.at >= self.end

    def words(self) -> tuple[str, ...]:
        """Open words in a row."""
        start = self.at
        while (
            not self.done
            and self.at - start < MAX_WORDS
            and is_open(self.peek())
            and self.peek() not in ARTICLES
        ):
            before = self.tokens[self.at - 1] if self.at > start else ""
            if self.at > start and (
                self.peek() in FINITE or self.peek() in ("mr", "mrs", "ms", "miss", "dr")
            ):
                break  # "her brother ate"
            if before.endswith("s") and singular(before) != before and self.peek() in FORMS:
                break  # "the members play"
            self.at += 1
        return self.tokens[start : self.at]

    def noun(self) -> Noun:
        """Open words, with "of" and others: a bag of rice, a pair of socks."""
        words = self.words()
        start = self.at
        if words and self.take("of"):
            while self.peek() in THESE:
                self.at += 1
            of = self.words()
            if of and not self.sees(ANY):
                return noun_of(words, of)
            self.at = start
        return noun_of(words)

    def np(self) -> Np | None:
        """A name of something: "each of his new pens", "Tom's bag", "the next day", "them"."""
        start = self.at
        if (pronoun := self._pronoun()) is not None:
            return pronoun
        quant = self._quantifier()
        if quant == "each" and self.tokens[self.at - 1] == "of" and self.peek() in ("them", "us"):
            self.at += 1
            return Np(Noun(), "each")
        owner = ""
        if self.peek() in ARTICLES:
            quant = quant or self.peek()
            owner = self.peek() if self.peek() in _POSSESSIVE else ""
            self.at += 1
        while self.peek() in _ORDER and quant and is_open(self.peek(1) or "of"):
            order = self.peek()
            self.at += 1
            if order in _NAMING_ORDER:
                noun = self.noun()
                if noun.words:
                    return Np(replace(noun, words=(order, *noun.words)), quant, owner)
                self.at = start
                return None
        owner = self._genitive(owner)
        noun = self._noun_of_one() if quant in _ONE else self.noun()
        if not noun.words:
            self.at = start
            return None
        return Np(noun, quant, owner)

    def _pronoun(self) -> Np | None:
        """ "she", "them", "that" where nothing follows that it could belong to."""
        word = self.peek()
        alone = not is_open(self.peek(1) or "of")
        if word in _PERSONAL and (word != "her" or alone):
            self.at += 1
            return Np(noun_of((word,)), "pronoun")
        if word in ("that", "this") and alone and not self.sees(ANY, 1):
            self.at += 1
            return Np(noun_of(("that",)), "pronoun")
        return None

    def _quantifier(self) -> str:
        """ "each", "all of"; nothing where none stands here."""
        if self.peek() not in ("each", "every", "one", "another", "both", "all"):
            return ""
        quant = self.peek()
        self.at += 1
        if quant in ("each", "one", "both", "all"):
            self.take("of")
        return quant

    def _genitive(self, owner: str) -> str:
        """Whose it is: "Tom's", "his brother's", "the old man's"."""
        if self.peek().endswith(("'s", "s'")):
            owner = f"{owner} {_without_genitive(self.peek())}".strip()
            self.at += 1
        elif self.peek(1).endswith(("'s", "s'")) and is_open(self.peek()):
            owner = f"{self.peek()} {_without_genitive(self.peek(1))}"
            self.at += 2
        return owner

    def _noun_of_one(self) -> Noun:
        """The noun behind "a" or "each": in "a coat costs" it ends before what looks like a plural."""
        start = self.at
        noun = self.noun()
        if not noun.plural or len(noun.words) < 2 or noun.of:
            return noun
        self.at = start + len(noun.words) - 1
        return noun_of(self.tokens[start : self.at])

    def names(self) -> Np | None:
        """Names joined by "and"."""
        first = self.np()
        if first is None:
            return None
        others: list[Np] = []
        alone = self.at
        closed = False
        while not closed:
            start = self.at
            closed = self.take(",", "and") or self.take("and")
            one = self.np() if closed or self.take(",") else None
            if one is None or self.sees(ANY):
                self.at = start
                closed = False
                break
            others.append(one)
        if not closed:
            self.at = alone
            return first
        return replace(first, others=tuple(others))


def _without_genitive(word: str) -> str:
    return re.sub("'s?$", "", word)
