"""What clauses mean about equal sharing: of money, of a cost told before, so many for each of so many."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems.meanings.amounts import note
from solver.topics.stories.word_problems.meanings.things import Amount, Meaning
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Slot, Unclear, the_only
from solver.topics.stories.word_problems.story import MINUS, Story, Terms


def share_money(number: Fraction, among: str, amount: Amount | None = None) -> Meaning:
    """So many share this amount (or what was spent before) equally: each has one part of it."""

    def tell(story: Story) -> None:
        name = story.meet(among)
        each = Key("each", "", name)
        if amount is not None:
            note(story, amount)
            story.relate([(story.speak(each), number)], amount.number)
            return
        story.relate([(story.speak(each), number), *((k, -c) for k, c in _spent(story))])

    return tell


def _spent(story: Story) -> Terms:
    """What is to be shared: what was bought, or the only thing that has a price."""
    if story.purchases:
        return [(p.cost, ONE) for p in story.purchases]
    if len(story.priced) != 1 or story.groups:
        raise Unclear
    return [(Key("price", "", story.priced[0]), ONE)]


def changes_each(owner: str | None, number: Fraction, container: str, amount: Amount, sign: int) -> Meaning:
    """Each of so many gets (sign -1: from `owner`) so many of an item."""

    def tell(story: Story) -> None:
        holder = story.who(owner)
        item = story.meet(amount.item or story.item)
        slot = _slot(story, holder, item)
        name = story.meet(container)
        rate = Key("gift", item, name, len(story.told))
        story.define(rate, amount.number)
        moved = story.fresh("count", "", item)
        story.relate([(moved, ONE), (rate, -number)])
        story.change(slot, moved, sign)

    return tell


def goes_bad(amount: Amount) -> Meaning:
    """So many of what there is are broken, rotten; the others can be used, but as many are there as before."""

    def tell(story: Story) -> None:
        if any(g.members for g in story.groups):
            raise Unclear
        item = story.meet(amount.item or story.item)
        there = story.balance(_slot(story, story.owner, item))
        story.relate([(story.fresh("rest", "", item), ONE), (there, MINUS)], -amount.number)

    return tell


def _slot(story: Story, holder: str, item: str) -> Slot:
    """Where these are: what the one spoken of has of them, or the only place that has some."""
    places = [s for s in story.ledger if s[1] == item and item != MONEY_ITEM]
    if (holder, item) in places:
        return holder, item
    return the_only(places)
