"""Which things of a tale a question means by a name."""

from __future__ import annotations

from solver.topics.stories.word_problems.quantities import MONEY_ITEM, Unclear
from solver.topics.stories.word_problems.tales.tale import Tale
from solver.topics.stories.word_problems.tales.words import (
    PERIODS,
    UNITS,
)

_KINDS = frozenset(
    "animal pet fruit toy person people child item flower vehicle creature bird insect vegetable coin tree drink pastry beverage dessert "
    "snack product furniture instrument shape meal plant student employee worker guest book ticket sticker candy marble card pen".split()
)


def items_meant(tale: Tale, item: str, who: str) -> tuple[str, list[str]]:
    """The names of things that a question means by one: a collective name means all that are counted."""
    told = [f.item for f in tale.facts] + [r.item for r in tale.ratings]
    if any(tale.covers(item, name) for name in told) or _convertible(tale, item):
        return item, [item]
    longer = list(dict.fromkeys(n for n in told if tale.covers(n, item)))
    if len(longer) == 1:
        extra = tale.words(item) - tale.words(longer[0])
        if all(tale.vocabulary[w] > 1 for w in extra):
            return longer[0], [longer[0]]
    if item in _KINDS:
        containers = [r.container for r in tale.ratings]
        told = [f.item for f in tale.facts if not who or f.who == who] + [r.item for r in tale.ratings]
        names = [
            n
            for n in dict.fromkeys(told)
            if n != MONEY_ITEM and n not in PERIODS and not any(tale.related(n, c) for c in containers)
        ]
        if len(names) > 1 and not any(tale.lexicon.is_measure(n.split(" of ")[0]) for n in names):
            return item, names
    raise Unclear


def _convertible(tale: Tale, item: str) -> bool:
    told = [f.item for f in tale.facts] + [r.item for r in tale.ratings]
    return any(item in pair and (set(pair) - {item}) & set(told) for pair in UNITS)
