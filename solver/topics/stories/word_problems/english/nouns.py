"""English nouns, and phrases that name something without being one; numbers. Open words: what no list names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from solver.topics.stories.word_problems.chart import Grammar, Parse
from solver.topics.stories.word_problems.english.lexicon import (
    ABBREVIATED,
    ARTICLES,
    BARRIER,
    EMPTY,
    FUNCTION,
    LIGHT,
    PERIODS,
    SOFT,
    stem,
)
from solver.topics.stories.word_problems.meanings import Amount
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, Phrase
from solver.topics.stories.word_problems.reading import numerals
from solver.topics.stories.word_problems.wording import singular

G: Final = Grammar()


MAX_NOUN: Final = 4


MAX_PHRASE: Final = 8


NOUN_WORD: Final = 1.0


PHRASE_WORD: Final = 1.3


WORD: Final = re.compile(r"[a-zà-öø-ÿ][a-zà-öø-ÿ0-9'’.-]*")


DETERMINERS: Final = "the a an his her my our their its this that these those some".split()


def noun_name(words: Sequence[str]) -> str:
    """The name of a noun: in the singular, measures abbreviated.

    >>> noun_name("kilograms of apples".split()), noun_name(["red", "pencils"])
    ('kg of apple', 'red pencil')
    """
    text = " ".join(words).replace("-", " ")
    text = re.sub(r"^pairs? of ", "", text)
    head, of, tail = text.partition(" of ")
    head = singular(head)
    head = ABBREVIATED.get(head, head)
    return head + of + singular(tail)


def is_noun_word(token: str) -> bool:
    """Whether a token may be a word of a noun: written in letters, and no function word.

    >>> is_noun_word("pencils"), is_noun_word("than")
    (True, False)
    """
    return bool(WORD.fullmatch(token)) and token not in FUNCTION


def _goes_on(tokens: Sequence[str], at: int, first: int) -> bool:
    """Whether the token at `at` belongs to a noun that begins at `first`; "can" is a noun in "a watering can", "a can of"."""
    if at >= len(tokens):
        return False
    if tokens[at] == "can":
        return at > first or tuple(tokens[at + 1 : at + 2]) == ("of",)
    return is_noun_word(tokens[at])


_BARE: Final = {(word, behind) for word in ("single", "double", "triple") for behind in (",", "and", "or")}
"""Kinds named without their noun: "single, double and family rooms"."""


def _is_double(tokens: Sequence[str], at: int) -> bool:
    """ "Double rooms" are rooms; "double the number" is twice as many."""
    return tokens[at] == "double" and at + 1 < len(tokens) and is_noun_word(tokens[at + 1])


class Noun(str):
    """The name of a noun; `plural` tells how it stood in the text."""

    plural: bool = False


def _noun(tokens: Sequence[str], at: int, end: int, words: Sequence[str]) -> Noun:
    noun = Noun(noun_name(words))
    noun.plural = "of" not in words and singular(tokens[end - 1]) != tokens[end - 1]
    return noun


def _nouns(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """One to four noun words, perhaps "of" and more of them; "the number of books" is no thing."""
    if tuple(tokens[at : at + 2]) in (("number", "of"), ("amount", "of")):
        return
    end = at
    if tuple(tokens[at : at + 2]) in _BARE:
        yield Parse(at + 1, Noun(tokens[at]), NOUN_WORD)
    if end + 1 < len(tokens) and tokens[end] in SOFT and is_noun_word(tokens[end + 1]):
        end += 1
    while end - at < MAX_NOUN and _goes_on(tokens, end, at):
        end += 1
        yield Parse(end, _noun(tokens, at, end, tokens[at:end]), NOUN_WORD * (end - at))
        if end + 1 < len(tokens) and tokens[end] == "of":
            tail = end + 1 + (tokens[end + 1] in DETERMINERS)
            stop = tail
            while stop < len(tokens) and stop - tail < 3 and is_noun_word(tokens[stop]):
                stop += 1
                name = _noun(tokens, at, stop, [*tokens[at:end], "of", *tokens[tail:stop]])
                yield Parse(stop, name, NOUN_WORD * (stop - at) + 0.2)


def _plurals(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """A noun in the plural."""
    return (p for p in _nouns(tokens, at) if p.value.plural)


def _phrases(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """Any words that name something without counting: "walk to school", "sold online"."""
    end = at
    if at < len(tokens) and tokens[at] in EMPTY:
        return
    while (
        end < len(tokens)
        and end - at < MAX_PHRASE
        and (tokens[end] not in BARRIER or _is_double(tokens, end))
        and (WORD.fullmatch(tokens[end]) or tokens[end] == "'s" and end > at)
    ):
        end += 1
        if tokens[end - 1] not in LIGHT:
            yield Parse(end, _phrase(tokens[at:end]), PHRASE_WORD * (end - at) + 1)


def _phrase(tokens: Sequence[str]) -> str:
    """A noun in the singular; anything else as it stands, without the article in front."""
    words = [w for w in tokens if w not in ARTICLES]
    if all(is_noun_word(w) or w in SOFT for w in words) and stem(words[0]) == singular(words[0]):
        return " ".join(singular(w) for w in words)
    return Phrase(" ".join(tokens[tokens[0] in ARTICLES :]))


numerals(G, "N", "n", lambda mark: mark.value)


numerals(G, "F", "f", lambda mark: mark.value)


numerals(G, "M", "m", lambda mark: Amount(mark.value, MONEY_ITEM, mark.unit))


G.primitive("noun", _nouns)


G.primitive(
    "place",
    lambda tokens, at: (p for p in _nouns(tokens, at) if p.value and p.value.split()[-1] not in PERIODS),
)


G.primitive("plural", _plurals)


G.primitive(
    "ing",
    lambda tokens, at: (
        Parse(at + 1, tokens[at], 0.0)
        for _ in range(1)
        if at < len(tokens) and re.fullmatch("[a-z]{3,}ing", tokens[at]) and tokens[at] not in FUNCTION
    ),
)


G.primitive("phrase", _phrases)
