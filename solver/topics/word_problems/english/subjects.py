"""Who an English clause is about, and the money that he has."""

from __future__ import annotations

from solver.topics.word_problems import meanings as say
from solver.topics.word_problems.meanings import Amount, Meaning
from solver.topics.word_problems.quantities import MONEY_ITEM, Key, Unclear
from solver.topics.word_problems.story import Story

Who = tuple[str | None]


def owner_of(a: Who | None) -> str | None:
    return a[0] if a else None


def speaks_of(a: Who) -> Meaning:

    def tell(story: Story) -> None:
        if a[0] is not None:
            story.who(a[0])

    return tell


def has_money(a: Who, amount: Amount) -> Meaning:
    def tell(story: Story) -> None:
        say.note(story, amount)
        holder = story.who(a[0])
        at = story.ledger.get((holder, MONEY_ITEM), 0)
        planned = all(p.planned for p in story.purchases if p.owner == holder)
        if at and not planned:
            raise Unclear
        story.define(Key("money", holder, MONEY_ITEM, 0), amount.number)
        story.ledger.setdefault((holder, MONEY_ITEM), 0)

    return tell
