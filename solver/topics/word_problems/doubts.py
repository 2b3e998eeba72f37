"""Reasons to doubt that a question was understood, though every word of it was read and the sums come out.

A wrong answer that was checked against a wrong reading is worse than none: a task that is doubted is not given.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.word_problems.quantities import Key
from solver.topics.word_problems.solving import Plan
from solver.topics.word_problems.story import Story

_CLAUSE: Final = re.compile(r"[,，.。;；?？]")
_TOTAL: Final = re.compile("一共|总共")
_LEFT: Final = re.compile(r"剩|\b(?:left|remain(?:s|ing)?)\b")
_NOW: Final = re.compile("[还剩余现原后]")
_TIME: Final = re.compile("[今去明昨前]年|[上下]午|[今昨明]天|第.天")


def doubted(story: Story, found: Plan, text: str) -> bool:
    """Whether what is asked for does not fit the words of the question (the last clause of the text)."""
    question = next((part for part in reversed(_CLAUSE.split(text)) if part.strip()), "")
    return any(
        _grew(story, key, found, question)
        or _not_a_total(key, question)
        or _another_time(key, found, question)
        or _part_of_purchase(story, key, question)
        for key in story.asked
    )


def _grew(story: Story, key: Key, found: Plan, question: str) -> bool:
    """What is left is more than there was."""
    first = found.values.get(Key(key.kind, key.owner, key.item))
    later = key.kind in ("count", "money") and key.at > 0
    return later and bool(_LEFT.search(question)) and first is not None and found.values[key] > first


def _not_a_total(key: Key, question: str) -> bool:
    """ "How many in all" is not what is there after the last change."""
    return key.kind == "count" and key.at > 0 and bool(_TOTAL.search(question)) and not _NOW.search(question)


def _another_time(key: Key, found: Plan, question: str) -> bool:
    """ "How many this year" is not how many in both years."""
    times = set(_TIME.findall(question))
    return key.kind in ("whole", "total") and len(times) == 1 and any(k.item in times for k in found.values)


def _part_of_purchase(story: Story, key: Key, question: str) -> bool:
    """ "How much does she pay for the jeans" is not what all she buys costs."""
    lines = next((p.lines for p in story.purchases if p.cost == key), ())
    words = set(re.findall(r"[^\W\d]+", question))
    plurals = words | {word.removesuffix("s") for word in words}
    named = [name for _, name in lines if name and set(name.split()) <= plurals]
    return 0 < len(named) < len(lines)
