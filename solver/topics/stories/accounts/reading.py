"""The readings of each sentence of a text, by the grammar of accounts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from solver.topics.stories.accounts import amounts, prices, questions, sentences  # noqa: F401  # they add their rules
from solver.topics.stories.accounts.clauses import Told
from solver.topics.stories.accounts.phrases import A, Name
from solver.topics.stories.school.english.verbs import expand

MAX_TOKENS: Final = 70
KEPT: Final = 6
WINDOW: Final = 2.5
_TOKEN: Final = re.compile("[\ue000-\uebff]|'s\\b|[a-zà-öø-ÿ][a-zà-öø-ÿ0-9-]*|[,():;&]")


_NO_NAMES: Final = frozenset(
    ("cd cds dvd dvds tv tvs usb iphone iphones ipad ipads lego legos pc pcs ids id atm").split()
)
_IN_DOLLARS: Final = re.compile(r",? ?\(?\bin (?:dollars|us dollars)\)?,? ?")


def tokens_of(text: str, names: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The words of a sentence; "tom's" as "tom" and "'s"."""
    words = _TOKEN.findall(expand(_IN_DOLLARS.sub(" ", text)))
    return tuple(Name(w) if w in names and w not in _NO_NAMES else w for w in words)


@lru_cache(maxsize=64)
def parses(text: str, names: frozenset[str] = frozenset()) -> tuple[tuple[Told, ...], ...]:
    """What a sentence may say, the likeliest first; nothing where a word of it is not read."""
    tokens = tokens_of(text, names)
    if not tokens or len(tokens) > MAX_TOKENS:
        return ()
    chart = A.chart(tokens)
    found = sorted((p for p in chart.parses("sentence", 0) if p.end == len(tokens)), key=lambda p: p.cost)
    return tuple(dict.fromkeys(p.value for p in found[:KEPT] if p.cost <= found[0].cost + WINDOW))
