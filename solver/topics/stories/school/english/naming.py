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

_THESE: Final = frozenset("the his her its their these those this my our that".split())


MAX_WORDS: Final = 5


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
            while self.peek() in _THESE:
                self.at += 1
            of = self.words()
            if of and not (self.peek() and re.match(ANY, self.peek())):
                return noun_of(words, of)
            self.at = start
        return noun_of(words)

    def np(self) -> Np | None:
        """A name of something."""
        start = self.at
        if self.peek() in (
            "he",
            "she",
            "it",
            "they",
            "him",
            "her",
            "them",
            "himself",
            "herself",
            "we",
            "i",
            "you",
            "me",
            "us",
        ) and not (self.peek() == "her" and is_open(self.peek(1) or "of")):
            self.at += 1
            return Np(noun_of((self.tokens[start],)), "pronoun")
        if (
            self.peek() in ("that", "this")
            and not is_open(self.peek(1) or "of")
            and not re.match(ANY, self.peek(1) or "-")
        ):
            self.at += 1
            return Np(noun_of(("that",)), "pronoun")
        quant = owner = ""
        if self.peek() in ("each", "every", "one", "another", "both", "all"):
            quant = self.peek()
            self.at += 1
            if (
                quant in ("each", "one", "both", "all")
                and self.take("of")
                and quant == "each"
                and self.peek() in ("them", "us")
            ):
                self.at += 1
                return Np(Noun(), "each")
        if self.peek() in ARTICLES:
            quant = quant if quant in ("each", "every", "both", "all") else quant or self.peek()
            if self.peek() in ("his", "her", "its", "their", "my", "our"):
                owner = self.peek()
            self.at += 1
        while (
            self.peek() in ("whole", "next", "first", "second", "last", "following", "local", "other")
            and quant
            and is_open(self.peek(1) or "of")
        ):
            order = self.peek()
            self.at += 1
            if order in ("first", "second", "last", "next", "other"):
                noun = self.noun()
                if noun.words:
                    return Np(replace(noun, words=(order, *noun.words)), quant, owner)
                self.at = start
                return None
        if self.peek().endswith("'s") or self.peek().endswith("s'"):
            owner = (owner + " " + re.sub("'s?$", "", self.peek())).strip()
            self.at += 1
        elif self.peek(1).endswith(("'s", "s'")) and is_open(self.peek()):
            owner = self.peek() + " " + re.sub("'s?$", "", self.peek(1))
            self.at += 2
        before = self.at
        noun = self.noun()
        if (
            quant in ("a", "an", "one", "each", "every")
            and noun.plural
            and len(noun.words) > 1
            and not noun.of
        ):
            self.at = before + len(noun.words) - 1  # "a coat costs"
            noun = noun_of(self.tokens[before : self.at])
        if not noun.words:
            self.at = start
            return None
        return Np(noun, quant, owner)

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
            if one is None or re.match(ANY, self.peek() or "-"):
                self.at = start
                closed = False
                break
            others.append(one)
        if not closed:
            self.at = alone
            return first
        return replace(first, others=tuple(others))
