"""Which quantity a Chinese question means by a name."""

from __future__ import annotations

from typing import Final

from solver.topics.stories.word_problems import questions as ask
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, Key, Unclear
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import Story

_OPPOSITE: Final = (
    ("男", "女"),
    ("女", "男"),
    ("不会", "会"),
    ("会", "不会"),
    ("没", ""),
    ("白", "黑"),
    ("黑", "白"),
)


def _bare(story: Story, name: str, noun: str) -> frozenset[str]:
    return story.words(name.removesuffix("生")) - story.words(noun)


def opposite(story: Story, label: str) -> Key | None:
    """The part that is all but the only one told: girls where boys were told."""
    for group in story.groups:
        if group.closed or len(group.members) != 1:
            continue
        told = group.members[0]
        for this, that in _OPPOSITE:
            if (
                this
                and this in label
                and _bare(story, label.replace(this, that, 1), group.noun)
                == _bare(story, told.item, group.noun)
            ):
                key = story.member(group, label)
                story.close(group)
                return key
    return None


def target(story: Story, label: str, context: str = "") -> Key:
    """The quantity of this name; `context` is whose it is, or where.

    Raises:
        Unclear: there is none, or a word has not been heard before.
    """
    key = opposite(story, label)
    if key is not None:
        return key
    check_heard(story, context + label)
    if context:
        slot = (story.meet(context), story.meet(label))
        if slot in story.ledger:
            return story.balance(slot)
        for group in story.groups:
            key = story.part(group, context)
            if key is not None and (
                not group.noun
                or story.words(label) & story.words(group.noun)
                or story.lexicon.is_collective(label)
            ):
                return key
    if (
        story.lexicon.is_collective(label)
        and ("", label) not in story.ledger
        and len(story.groups) == 1
        and story.groups[0].members
    ):
        return story.groups[0].whole
    for group in story.groups:
        if (key := story.part(group, label)) is not None:
            return key
    rates = [rate for (container, _), rate in story.rates.items() if container == story.meet(label)]
    if len(rates) == 1 and ("", story.meet(label)) not in story.ledger:
        return rates[0]
    try:
        return ask.find(story, label)
    except Unclear:
        if not context:
            raise
        key = ask.find(story, context + label)
        if not story.words(label) & (story.words(key.item) | story.words(key.owner)):
            raise
        return key


def check_heard(story: Story, name: str) -> None:
    """A word of a question that has not been heard before asks for something else."""
    if any(story.vocabulary[c] < 2 and not story.lexicon.says_nothing(c) for c in story.words(name)):
        raise Unclear


_ALIKE: Final = ("人名位个", "支枝根条", "棵株", "本册", "张枚", "只头条个", "辆台部", "道题", "座间个")


def check_unit(story: Story, key: Key, unit: str) -> None:
    """What is counted in one unit is not asked for in another.

    Raises:
        Unclear: it is.
    """
    if not unit or key.kind not in ("count", "whole"):
        return
    name = key.item if key.item != MONEY_ITEM else ""
    known = story.units.setdefault(name or key.owner, unit)
    if known and known != unit and not any(known in alike and unit in alike for alike in _ALIKE):
        raise Unclear


def _at(story: Story, key: Key, *, first: bool) -> Key:
    """A quantity before anything came or went, or as things stand."""
    if key.kind not in ("count", "money") or not story.ledger.get((key.owner, key.item)):
        return key
    if first:
        return Key(key.kind, key.owner, key.item)
    now = story.balance((key.owner, key.item))
    if any(
        now in r.terms and len(r.terms) == 2 and not r.constant and all(k.at for k in r.terms)
        for r in story.relations
    ):
        raise Unclear  # both have as many after something went to and fro: now, or at first?
    return now


def how_many(
    *labels: str, context: str = "", heard: str = "", first: bool = False, unit: str = ""
) -> Question:
    """How many there are of these, as things stand or at `first`; `heard` is what the question says besides."""

    def asking(story: Story) -> None:
        check_heard(story, heard)
        keys = [_at(story, target(story, label, context), first=first) for label in labels]
        if len(set(keys)) != len(keys):
            raise Unclear
        for key in keys:
            check_unit(story, key, unit)
        story.ask(*keys)

    return Question((asking,))
