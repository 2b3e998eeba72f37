"""Arithmetic word problems in English and Chinese: read clause by clause, solved as linear relations.

`read` is the whole interface. Any noun may stand in a problem; every clause must be understood.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from solver.topics.base import Reading, Text, Unread
from solver.topics.word_problems.grammar import Context, Grammar, read_story
from solver.topics.word_problems.marking import mark
from solver.topics.word_problems.quantities import Key
from solver.topics.word_problems.solving import Plan, plan, simplify
from solver.topics.word_problems.story import Story
from solver.topics.word_problems.task import WordProblem
from solver.topics.word_problems.wording import MEASURES, Wording

__all__ = ["read"]

MAX_CHARACTERS: Final = 2000
_ASKS: Final = re.compile(
    "how (?:many|much|far|fast|long|old)|what (?:is|are|was|were|does|did)|find|多少|几|求", re.IGNORECASE
)
_FORMULA: Final = re.compile(r"[=^_\\<>]|\b[xyz]\b")
_HAN: Final = re.compile("[\u4e00-\u9fff]")


def read(text: Text) -> Reading:
    """A word problem of quantities with linear relations, in the language it is written in.

    None: no word problem (no question for a quantity, formulas, or longer than 2,000 characters).
    """
    source = text.source
    if len(source) > MAX_CHARACTERS or not _ASKS.search(source):
        return None
    chinese = bool(_HAN.search(source))
    grammar = _grammar(chinese=chinese)
    marked = mark(source, chinese=chinese)
    if marked is not None and grammar.restate is not None:
        grammar.restate(marked)
    if marked is None or len(marked.marks) < 2 or _FORMULA.search(marked.text):
        return None
    context = Context(grammar, marked)
    found = read_story(context)
    if found.unread:
        return Unread(found.unread) if found.understood else None
    if not found.questions:
        return None
    return _task(text, context, found.story, chinese=chinese) or Unread((source.strip(),))


def _grammar(*, chinese: bool) -> Grammar:
    if chinese:
        from solver.topics.word_problems.chinese import GRAMMAR
    else:
        from solver.topics.word_problems.english import GRAMMAR
    return GRAMMAR


def _task(text: Text, context: Context, story: Story, *, chinese: bool) -> WordProblem | None:
    relations = simplify(story.relations, story.asked)
    found = plan(relations, story.asked)
    if found is None:
        relations = story.relations
        found = plan(relations, story.asked)
    percents = frozenset(m.value for m in context.marked.marks if m.percent)
    wording = Wording(story, "zh" if chinese else "en", context.written, percents)
    if found is None or len({u for u in story.currency if u}) > 1 or not _sensible(found, wording):
        return None
    return WordProblem(wording, relations, found, tuple(story.asked))


def _sensible(found: Plan, wording: Wording) -> bool:
    """Nothing that is counted is negative or broken, no price is negative."""
    used: set[Key] = set()
    for move in found.moves:
        used |= set(getattr(move, "keys", ())) or {move.key} if not hasattr(move, "keys") else set(move.keys)
    for key in used:
        value = found.values[key]
        if value < 0 and key.kind != "number":
            return False
        if (
            key.kind in ("count", "whole", "total")
            and not wording.is_money(key)
            and not _whole(key, value, wording)
        ):
            return False
    return True


def _whole(key: Key, value: Fraction, wording: Wording) -> bool:
    from solver.topics.word_problems.chinese import FRACTIONAL

    return value.denominator == 1 or wording.unit(key) in FRACTIONAL or wording.unit(key) in MEASURES
