"""What clauses mean about fractions: of a whole, of the rest, of what somebody has."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems.meanings.amounts import note
from solver.topics.stories.word_problems.meanings.having import has
from solver.topics.stories.word_problems.meanings.parts import measure_of_whole
from solver.topics.stories.word_problems.meanings.things import Amount, Meaning, Thing
from solver.topics.stories.word_problems.meanings.wholes import base_of_share, counted_already, new_whole
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Unclear, the_only
from solver.topics.stories.word_problems.story import Story


def share(
    part: str, fraction: Fraction, base: Thing | None = None, amount: Amount | None = None, *, who: str = ""
) -> Meaning:
    """A part is this fraction of the whole, of the rest, or of another part; `amount` tells how many those are.

    Where people share, the part is that of `who`.
    """

    def tell(story: Story) -> None:
        if amount is not None and story.groups and measure_of_whole(story, story.groups[-1], amount):
            story.share(story.groups[-1], part, fraction)
            return
        if amount is not None and not _known_whole(story, amount):
            has("", [amount])(story)
        if base is not None and base.name and not story.groups and not counted_already(story):
            new_whole(story, base.name, "", ())
        group = story.only_group()
        terms = base_of_share(story, group, base)
        named = bool(who) and (group.by_owner or group.closed and story.part(group, who) is not None)
        story.share(group, who if named else part, fraction, terms)

    return tell


def takes_share(
    owner: str | None, label: str, fraction: Fraction, base: Thing | None = None, amount: Amount | None = None
) -> Meaning:
    """Somebody spends, eats, gives away this fraction of what he has, or of what is left of it."""

    def tell(story: Story) -> None:
        if amount is not None and not _known_whole(story, amount):
            note(story, amount)
            if amount.money:
                story.define(story.balance((story.who(owner), MONEY_ITEM)), amount.number)
            else:
                has("", [amount])(story)
        if story.groups:
            share(label, fraction, base)(story)
            return
        slot = _changing(story, owner, base)
        before = Key("money" if slot[1] == MONEY_ITEM else "count", *slot, 0)
        of = story.balance(slot) if base is not None and base.role == "rest" else before
        if (
            of == before
            and base is not None
            and base.role == "rest"
            or base is not None
            and base.role == "other"
        ):
            raise Unclear
        taken = Key("cost" if before.kind == "money" else before.kind, "", story.meet(label))
        story.relate([(story.speak(taken), ONE), (of, -fraction)])
        story.change(slot, taken, -1)

    return tell


def _changing(story: Story, owner: str | None, base: Thing | None) -> tuple[str, str]:
    """What somebody takes a share of: the only thing that has been counted, or his money."""
    holder = story.who(owner) if owner else story.owner
    if base is not None and base.name == MONEY_ITEM:
        return holder, MONEY_ITEM
    slots = list(story.ledger)
    named = story.words(base.name) if base is not None else frozenset()
    fits = [s for s in slots if named and s[1] != MONEY_ITEM and named & story.words(s[1])]
    fits = fits or [s for s in slots if s == (holder, MONEY_ITEM)] or slots
    return the_only(fits)


def _known_whole(story: Story, amount: Amount) -> bool:
    """Whether the amount is the whole told before, said again."""
    return bool(story.groups) and story.value(story.groups[-1].whole) == amount.number
