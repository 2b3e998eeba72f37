"""Chinese: how a text falls into characters, and the rules of its grammar."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from solver.topics.stories.word_problems.chart import Grammar
from solver.topics.stories.word_problems.chinese import (  # noqa: F401  # they add their rules to the grammar
    asking,
    asking_ages,
    asking_counts,
    buying,
    contests,
    counting,
    dealings,
    dividing,
    errands,
    figures,
    kinds,
    knowns,
    lexicon,
    mixing,
    moving,
    named_numbers,
    offers,
    packing,
    pairing,
    purchases,
    rests,
    selling,
    sharing,
    spending,
    things,
)
from solver.topics.stories.word_problems.chinese.phrases import G
from solver.topics.stories.word_problems.marking import ANY, Marked
from solver.topics.stories.word_problems.quantities import Group, Key
from solver.topics.stories.word_problems.reading import Numeral, Token
from solver.topics.stories.word_problems.story import Story

_NUMBER: Final = re.compile(ANY)
_ALSO_CALLED: Final = {"父亲": "爸爸", "爸爸": "父亲", "母亲": "妈妈", "妈妈": "母亲"}
_FULL: Final = str.maketrans(",:()", "，：（）")


class ChineseStory(Story):
    """A story in which a shorter name means a longer one only where it is its end."""

    def meet(self, name: str) -> str:
        """The name under which `name` is known; else `name`, now known."""
        if name in self.heard or not name:
            return name
        if (other := _ALSO_CALLED.get(name)) in self.heard:
            return other  # type: ignore[return-value]
        said = self.words(name)
        same = [
            known
            for known in self.heard
            if self.words(known) == said and len(known) == len(name) + known.count("子") - name.count("子")
        ]
        longer = same or [
            k
            for k in self.heard
            if len(name) > 1
            and k.endswith(name)
            and not self.lexicon.is_collective(name)
            or k in (f"{name}子", f"{name}组", f"{name}队")
            or k == f"小{name}"
            and sum(h.endswith(name) for h in self.heard) == 1
        ]
        if len(longer) == 1:
            return longer[0]
        self.heard.append(name)
        return name

    def part(self, group: Group, name: str) -> Key | None:
        """The part that has this name, or a longer or shorter form of it ("甲队" of 甲) where all parts are told."""
        key = super().part(group, name)
        if key is not None or not group.closed:
            return key
        called = [(m, m.owner if group.by_owner else m.item) for m in group.members]
        near = [
            m
            for m, own in called
            if own and (name.startswith(own) or own.startswith(name)) and abs(len(name) - len(own)) <= 3
        ]
        return near[0] if len(near) == 1 else None


class Chinese:
    """Implements `Language`."""

    grammar: Grammar = G

    def tokens(self, marked: Marked) -> list[Token]:
        """Characters and numbers; white space counts for nothing. A numeral of one character stays what patterns call it: "一"."""
        found = []
        for at, char in enumerate(marked.text):
            if char.isspace():
                continue
            text: str = char.translate(_FULL)
            if _NUMBER.fullmatch(char):
                written, number = marked.original(at, at + 1), marked.mark(char)
                text = Numeral(
                    written if number.kind == "n" and len(written) == 1 and not written.isascii() else char,
                    number,
                )
            found.append(Token(text, at, at + 1))
        return found

    def ends_sentence(self, token: str) -> bool:
        """Whether a sentence ends with this token."""
        return token in "。？！；.?!;"

    def story(self, tokens: Sequence[Token]) -> Story:
        """An empty story that knows the characters of the text."""
        return ChineseStory(lexicon, Counter(token.text for token in tokens))


CHINESE: Final = Chinese()
