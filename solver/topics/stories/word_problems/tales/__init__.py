"""Tales: English word problems told by facts and rates, the second way in which a text is tried to be read.

Read are facts ("Ann bought 3 pens for $2 each"), rates ("each box holds 12"), comparisons, parts, discounts, and scenes that tell no
amount; what is asked is found by its words. Not read: ratios, averages, ages, geometry.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from solver.topics.stories.word_problems.chart import Grammar
from solver.topics.stories.word_problems.english import ENGLISH, lexicon
from solver.topics.stories.word_problems.marking import Marked
from solver.topics.stories.word_problems.reading import Token
from solver.topics.stories.word_problems.story import Story
from solver.topics.stories.word_problems.tales import (  # noqa: F401  # they add their rules
    adjuncts,
    clauses,
    comparisons,
    objects,
    parts,
    quantity_questions,
    questions,
    rates,
    scenes,
)
from solver.topics.stories.word_problems.tales.phrases import T
from solver.topics.stories.word_problems.tales.tale import Tale


class Tales:
    """Implements `Language`."""

    grammar: Grammar = T

    def tokens(self, marked: Marked) -> list[Token]:
        """Words, numbers and signs as English has them."""
        return ENGLISH.tokens(marked)

    def ends_sentence(self, token: str) -> bool:
        """Whether a sentence ends with this token."""
        return ENGLISH.ends_sentence(token)

    def story(self, tokens: Sequence[Token]) -> Story:
        """An empty tale that knows the words of the text."""
        words = Counter(word for token in tokens for word in lexicon.words_of(token.text))
        return Tale(lexicon, words, frozenset(t.text for t in tokens if t.name))


TALES: Final = Tales()
