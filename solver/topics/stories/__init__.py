"""Arithmetic word problems: every clause is read with a grammar, told to a story, and the story is solved as linear relations.

`read` is the whole interface. Any noun may stand in a problem; every clause must be understood.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from solver.topics.base import Reading, Text, Unread
from solver.topics.stories.reading import Language, asked, readings
from solver.topics.stories.story import Story
from solver.topics.word_problems.marking import Marked, mark
from solver.topics.word_problems.quantities import Key
from solver.topics.word_problems.solving import Plan, plan, simplify
from solver.topics.word_problems.task import WordProblem
from solver.topics.word_problems.wording import MEASURES, Wording

__all__ = ["read"]

MAX_CHARACTERS: Final = 2000
_ASKS: Final = re.compile(
    "how (?:many|much|far|fast|long|old)|what (?:is|are|was|were|does|did|will|change|amount)|find|work out|calculate|determine|state|多少|几|求", re.IGNORECASE
)
_FORMULA: Final = re.compile(r"[\^_\\<>]|\b[xyz]\b")
_HAN: Final = re.compile("[\u4e00-\u9fff]")


def read(text: Text) -> Reading:
    """A word problem of quantities with linear relations, in the language it is written in.

    None: no word problem (no question for a quantity, formulas, or longer than 2,000 characters).
    """
    source = text.source
    if len(source) > MAX_CHARACTERS or not _ASKS.search(source):
        return None
    chinese = bool(_HAN.search(source))
    language = _language(chinese=chinese)
    marked = mark(source, chinese=chinese)
    if marked is None or len(marked.marks) < 2 or _FORMULA.search(marked.text):
        return None
    found = readings(language, marked)
    for reading in found:
        if reading.unread or not reading.questions:
            continue
        for story in asked(reading):
            task = _task(text, marked, story, chinese=chinese)
            if task is not None:
                return task
    best = found[0]
    if not best.understood:
        return None
    return Unread(tuple(marked.original(*span).strip() for span in best.unread) or (source.strip(),))


def _language(*, chinese: bool) -> Language:
    if chinese:
        from solver.topics.stories.chinese import CHINESE

        return CHINESE
    from solver.topics.stories.english import ENGLISH

    return ENGLISH


def _task(text: Text, marked: Marked, story: Story, *, chinese: bool) -> WordProblem | None:
    relations = simplify(story.relations, story.asked)
    found = plan(relations, story.asked)
    if found is None:
        relations = story.relations
        found = plan(relations, story.asked)
    percents = frozenset(m.value for m in marked.marks if m.percent)
    wording = Wording(story, "zh" if chinese else "en", _written(story, marked), percents)
    if found is None or len({u for u in story.currency if u}) > 1 or not _sensible(found, wording):
        return None
    return WordProblem(wording, relations, found, tuple(story.asked))


def _written(story: Story, marked: Marked) -> dict[str, str]:
    """Names as the problem writes them: people's with a capital."""
    written = {}
    for name in story.heard:
        match = re.search(rf"\b{re.escape(name)}\b", marked.source, re.IGNORECASE)
        if match:
            written[name] = match[0]
    return written


def _sensible(found: Plan, wording: Wording) -> bool:
    """Nothing that is counted is negative or broken, no price is negative."""
    used: set[Key] = set()
    for move in found.moves:
        used |= {move.key} if not hasattr(move, "keys") else set(move.keys)
    for key in used:
        value = found.values[key]
        if value < 0 and key.kind not in ("number", "rate"):
            return False
        if key.kind in ("count", "whole", "total", "rest") and not wording.is_money(key) and not _whole(key, value, wording):
            return False
    return True


def _whole(key: Key, value: Fraction, wording: Wording) -> bool:
    from solver.topics.word_problems.chinese import FRACTIONAL

    return value.denominator == 1 or wording.unit(key) in FRACTIONAL or wording.unit(key) in MEASURES or any(w in MEASURES or w in _DIVISIBLE for w in key.item.split())


_DIVISIBLE: Final = frozenset("kg g l m km ml cm litre liter metre meter gram tonne ton pound ounce gallon mile hour minute acre hectare gb water juice milk".split())
