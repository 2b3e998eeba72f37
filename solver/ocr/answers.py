"""A vision model's answer as Markdown: without the fences, introductions and thoughts that such models add; and how sure it was. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

MAX_TOKENS: Final = 4096
"""Of an answer; a page of a book has about 1,500."""
MAX_LENGTH: Final = 20_000
CONFIDENCE: Final = 0.8
"""Of an answer that comes without likelihoods: neither surely right nor doubtful."""
_THOUGHT: Final = re.compile(r"^\s*(?:<think>)?.*?</think>", re.DOTALL)
_FENCE: Final = re.compile(r"\A\s*(?:[^\n`]{0,80}:\s*\n+)?```[a-zA-Z]*\n(.*?)\n?```\s*\Z", re.DOTALL)
_INTRODUCTION: Final = re.compile(
    r"\A\s*(?:(?:sure|certainly|of course)[^\n]{0,80}\n+|(?:here (?:is|are)|the (?:picture|image|text)|以下是|图片(?:中)?的?(?:内容|文字))[^\n]{0,80}[:：]\s*\n+)+",
    re.IGNORECASE,
)
_INLINE: Final = re.compile(r"\\\(\s*(.+?)\s*\\\)", re.DOTALL)
_DISPLAYED: Final = re.compile(r"\\\[\s*(.+?)\s*\\\]", re.DOTALL)
_BARE: Final = re.compile(r"\\[a-zA-Z]+|[\^_]")
_NOTHING: Final = re.compile(r"\W*(?:nothing|none|empty|无|没有(?:文字|内容)?)\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model said. `pieces`: the text's pieces with how likely the model held each; empty where it does not tell."""

    text: str
    pieces: tuple[tuple[str, float], ...] = ()

    def sureness(self) -> Sureness:
        """Of its parts."""
        return Sureness(self.pieces)


class Sureness:
    """How sure a model was of parts of its answer, which are asked for in their order.

    A formula is as sure as its least sure piece, for one wrong sign makes another formula; words as their pieces in the mean, for
    how a sentence is broken into lines can well be otherwise. That this finds misread formulas was not measured.

    >>> sure = Sureness([("Solve ", 0.9), ("$x^", 0.5), ("2$", 0.7)])
    >>> sure.of_words("Solve"), sure.of_formula("x^2"), Sureness([]).of_formula("x")
    (0.9, 0.5, 0.8)
    """

    def __init__(self, pieces: Sequence[tuple[str, float]]) -> None:
        self._text = "".join(text for text, _ in pieces)
        self._likelihoods = [likelihood for _, likelihood in pieces]
        self._ends = list(accumulate(len(text) for text, _ in pieces))
        self._at = 0

    def of_formula(self, latex: str) -> float:
        """Of the next formula."""
        return min(self._found(latex))

    def of_words(self, words: str) -> float:
        """Of the next words."""
        found = self._found(words)
        return sum(found) / len(found)

    def _found(self, part: str) -> Sequence[float]:
        """Likelihoods of the pieces that a part lies in; of all where it stands otherwise in the answer."""
        part = part.strip()
        start = self._text.find(part, self._at)
        if start < 0 or not part:
            return self._likelihoods or (CONFIDENCE,)
        self._at = start + len(part)
        begins = [0, *self._ends]
        inside = [
            likelihood
            for begin, end, likelihood in zip(begins, self._ends, self._likelihoods, strict=False)
            if begin < self._at and end > start
        ]
        return inside or (CONFIDENCE,)


def cleaned(answer: str) -> str:
    r"""The text of a picture; empty where the model saw none.

    >>> cleaned("Here is the text:\n\n```markdown\nSolve \\(x+1=2\\).\n```")
    'Solve $x+1=2$.'
    >>> cleaned("[nothing]")
    ''
    """
    text = answer[:MAX_LENGTH]
    if "</think>" in text:
        text = _THOUGHT.sub("", text, count=1)
    text = _INTRODUCTION.sub("", text.strip())
    if fenced := _FENCE.match(text):
        text = fenced[1]
    text = _INTRODUCTION.sub("", text.strip())
    text = _DISPLAYED.sub(lambda m: f"$${m[1]}$$", _INLINE.sub(lambda m: f"${m[1]}$", text))
    return "" if _NOTHING.fullmatch(text) else text.strip()


def formula(answer: str) -> str:
    r"""The one formula of an answer, between dollar signs.

    >>> formula("x^2 + 1")
    '$x^2 + 1$'
    """
    text = cleaned(answer)
    if not text or "$" in text:
        return text
    return f"${text}$" if _BARE.search(text) or "\n" not in text else text
