"""Who an English clause is about, and the money that he has."""

from __future__ import annotations

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.meanings import Amount, Meaning
from solver.topics.stories.word_problems.quantities import MONEY_ITEM
from solver.topics.stories.word_problems.story import Story

Who = tuple[str | None]


def owner_of(a: Who | None) -> str | None:
    """Whom a clause is about: a name or "he", "she", "they"; None (the one spoken of last) for "it" and where nobody is named."""
    return a[0] if a else None


def speaks_of(a: Who) -> Meaning:
    """From here on the story is about this one: "Tom went to a shop", "he …"."""

    def tell(story: Story) -> None:
        if a[0] is not None:
            story.who(a[0])

    return tell


def has_money(a: Who, amount: Amount) -> Meaning:
    """What somebody has at first: "Tom has $20". What he has after he bought something is another clause."""
    return say.starts_with_money(a[0], amount, later=_has_bought)


def _has_bought(story: Story, holder: str) -> bool:
    """Whether somebody's money has changed, and not only by what he plans to buy."""
    at = story.ledger.get((holder, MONEY_ITEM), 0)
    return bool(at) and not all(p.planned for p in story.purchases if p.owner == holder)
