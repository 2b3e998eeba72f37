"""English sentences of tales that tell no amount: scenes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from solver.topics.stories.word_problems.chart import Parse
from solver.topics.stories.word_problems.reading import Numeral
from solver.topics.stories.word_problems.tales.phrases import T
from solver.topics.stories.word_problems.tales.values import (
    Scene,
)
from solver.topics.stories.word_problems.tales.words import DAY_PARTS, PERIODS, verb_of

# -- scenes ----------------------------------------------------------------------------------------

_QUANTITY: Final = frozenset(
    "each every per half twice double triple more less fewer than times rest remaining remainder left other another equal equally same "
    "total sum dozen none no not never nothing nobody except until if once again lot few how what which find calculate determine only "
    "daily weekly monthly hourly yearly everyone everybody both percent average also then them quarter third but "
    "doubles doubled tripled halves halved triples increased decreased reduced discount off free".split()
)
_DEALS: Final = frozenset(
    "lose eat drink break give donate sell throw remove cut burn buy get receive find win return add take share split divide borrow lend pay spend double "
    "leave join die".split()
)


def _scenes(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """A sentence, or what stands before ", and", that tells no amount and changes none."""
    if at:
        return
    for end, token in enumerate(tokens):
        if isinstance(token, Numeral) or token in _QUANTITY and not _often(tokens, end):
            return
        if token in (",", "and", "so") and end > 2 and any(verb_of(t) or t == "is" for t in tokens[:end]):
            yield Parse(end, tuple(tokens[:end]), 8.0 + end)
    yield Parse(len(tokens), tuple(tokens), 8.0 + 0.3 * len(tokens))


def _often(tokens: Sequence[str], at: int) -> bool:
    """ "Every day", "daily": how many days is told elsewhere."""
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    return tokens[at] in ("daily", "also") or tokens[at] == "every" and after in PERIODS | DAY_PARTS


T.primitive("scene_words", _scenes)


@T.rule("scene", "<w:scene_words>")
def _scene(w: tuple[str, ...]) -> Scene | None:
    verbs = {verb_of(t) for t in w}
    if not any(verb_of(t) for t in w[1:]):
        return None  # "Ignore the previous text" tells nothing of anybody
    opening = bool(verbs & _DEALS)
    if opening and not _is_opening(w):
        return None
    subject = w[0] if w and w[0].isalpha() and not verb_of(w[0]) and w[0] not in _ARTICLES and (w[1:2] and (verb_of(w[1]) or w[1] in ("is", "was", "has", "had", "will", "wants", "loves", "decides", "goes", "likes", "can"))) else ""  # fmt: skip
    return Scene((subject,) if subject else (), opening)


_ARTICLES: Final = frozenset(
    "the a an his her their my our its this that he she they it i we you there in on at for to".split()
)


def _is_opening(words: tuple[str, ...]) -> bool:
    """Whether what is bought or sold here is only named in general: "sells cakes at a market"."""
    return not {"a", "an", "it", "them", "him", "her"} & set(words)
