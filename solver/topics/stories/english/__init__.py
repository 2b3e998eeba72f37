"""English: how a text falls into words, and the rules of its grammar."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Final

from solver.topics.stories.chart import Grammar
from solver.topics.stories.english import asking, clauses, parts  # noqa: F401  # they add their rules to the grammar
from solver.topics.stories.english.lexicon import common, is_collective, opposite, stem, words_of
from solver.topics.stories.english.phrases import G
from solver.topics.stories.reading import Numeral, Token
from solver.topics.stories.story import Story
from solver.topics.word_problems.marking import ANY, Marked

_TOKEN: Final = re.compile(rf"(?P<number>{ANY})|(?:mr|mrs|ms|dr)\.|'s\b|[a-zà-öø-ÿ]+(?:-[a-zà-öø-ÿ]+)*|[^\s\w]")


def _one_currency(marked: Marked) -> None:
    """Cents beside dollars, or where dollars are asked for, become dollars."""
    units = {m.unit for m in marked.marks if m.kind == "m"}
    if "cent" in units and (units == {"dollar", "cent"} or "dollar" in marked.text):
        marked.marks = [
            replace(m, value=m.value / 100, unit="dollar") if m.unit == "cent" else m for m in marked.marks
        ]


class English:
    """Implements `Language`."""

    grammar: Grammar = G

    def tokens(self, marked: Marked) -> list[Token]:
        """Words in small letters, numbers, signs; a hyphen behind a number counts for nothing."""
        _one_currency(marked)
        found = []
        for match in _TOKEN.finditer(marked.text.replace("’", "'")):
            if match["number"]:
                text: str = Numeral(match[0], marked.mark(match[0]))
            elif match[0] in "-–—":
                continue
            else:
                text = match[0]
            found.append(Token(text, match.start(), match.end()))
        return found

    def ends_sentence(self, token: str) -> bool:
        """Whether a sentence ends with this token."""
        return token in (".", "?", "!", ";")

    def story(self, marked: Marked) -> Story:
        """An empty story that knows the words of the text."""
        words = Counter(stem(w) for w in re.findall(r"[a-zà-öø-ÿ]+", marked.text))
        return Story(words_of, is_collective, common, opposite, words)


ENGLISH: Final = English()
